"""What is coded of Arabic stands verbatim at its offsets, however the text is written and encoded, and on every run."""

from __future__ import annotations

import dataclasses
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import Problem
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Mention, Report

PLAIN = (
    "قال مصدر محلي إن ثلاثة مدنيين قتلوا وأصيب خمسة آخرون، مساء أمس الخميس، جراء قصف مدفعي لقوات النظام على مدينة إدلب.\n"
    "وانفجرت عبوة ناسفة بسيارة عسكرية قرب بلدة سرمين، ما أسفر عن مقتل جنديين وإصابة 4 آخرين، وفق المرصد السوري.\n"
    "وفي 12 آذار 2020، خرجت مظاهرة في بلدة الدانا، واتهم المتظاهرون هيئة تحرير الشام باعتقال ناشط.\n"
)
"""Invented: a shelling with a speaker, a roadside bomb, a protest with a blame."""

WRITINGS = {
    "plain": PLAIN,
    "diacritics": PLAIN.replace("قتلوا", "قُتِلُوا")
    .replace("قصف", "قَصْفٍ")
    .replace("مدنيين", "مدنيّين")
    .replace("مقتل", "مَقْتَلِ"),
    "tatweel": PLAIN.replace("قصف", "قصــــف").replace("إدلب", "إدلــب").replace("النظام", "النظـام"),
    "dodged": PLAIN.replace("قصف", "قصـ.ـف")
    .replace("قتلوا", "قتـ ـلوا")
    .replace("مقتل", "مق*تل")
    .replace("ناسفة", "نا.سفة"),
    "bidi": "\u200f"
    + PLAIN.replace("قصف", "\u202bقصف\u202c").replace("4", "\u200e4\u200f").replace("قتلوا", "قت\u200fلوا"),
    "digits": PLAIN.replace("4", "٤").replace("12", "١٢").replace("2020", "٢٠٢٠").replace("خمسة", "۵"),
    "presentation": PLAIN.replace("على", "ﻋﻠﻰ")
    .replace("قتلوا", "ﻗﺘﻠﻮﺍ")
    .replace("الدانا", "ﺍﻟﺪﺍﻧﺎ")
    .replace("الشام", "ﺍﻟﺸﺎﻡ"),
    # Not all of them: a text with Persian letters throughout is Persian (``read/language.py``).
    "letters": PLAIN.replace("سوري", "سوری").replace("عسكرية", "عسکرية").replace("أمس", "امس").replace("إدلب", "ادلب"),
    "astral": PLAIN.replace("قال", "🔴 قال").replace("وانفجرت", "💥 وانفجرت").replace("، مساء", " 🇸🇾، مساء"),
    "spaces": PLAIN.replace(" ", "\u00a0", 12).replace(" إدلب", "  إدلب"),
    "crlf": PLAIN.replace("\n", "\r\n"),
    "mixed": PLAIN + "\nTwo soldiers were killed when a mine exploded near Sarmin on Friday, officials said.\n",
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1256")
KINDS = frozenset({"killed", "injured", "place", "date"})


@cache
def coder() -> Coder:
    return Coder()


def read(path: Path) -> list[Report]:
    found = list(read_paths([str(path)], ReadOptions()))
    assert all(not isinstance(one, Problem) or not one.refused for one in found)
    return [one for one in found if not isinstance(one, Problem)]


def spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of every span anywhere in a record."""
    if dataclasses.is_dataclass(value):
        inner = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        if {"start", "end", "text"} <= inner.keys():
            yield inner["start"], inner["end"], inner["text"]
        for one in inner.values():
            yield from spans(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from spans(one)


def check(mentions: tuple[Mention, ...], text: str, report: Report) -> int:
    """Assert that every span of the mentions is verbatim in the file's text; return how many there are."""
    found = [span for mention in mentions for span in spans(mention)]
    for start, end, words in found:
        assert report.start <= start <= end <= report.end
        assert text[start:end] == words
    return len(found)


def kinds(mentions: tuple[Mention, ...]) -> list[tuple[str | None, ...]]:
    return sorted((m.sub_event_type, m.date.edtf if m.date else None) for m in mentions)


@pytest.mark.parametrize("writing", WRITINGS)
def test_spans_are_verbatim_in_every_writing(tmp_path: Path, writing: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(WRITINGS[writing].encode())
    (report,) = read(path)
    mentions = coder().code(report)
    assert check(mentions, WRITINGS[writing], report) >= 10
    assert len(mentions) >= 2


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_spans_are_verbatim_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(PLAIN.encode(encoding))
    (report,) = read(path)
    # A byte order mark stays a character of the text (``read/decode.py``).
    mark = "\ufeff" if encoding in ("utf-8-sig", "utf-16") else ""
    mentions = coder().code(report)
    assert check(mentions, mark + PLAIN, report) >= 10
    path.write_bytes(PLAIN.encode())
    assert kinds(mentions) == kinds(coder().code(read(path)[0]))


@pytest.mark.parametrize("writing", ["diacritics", "tatweel", "bidi", "digits", "crlf", "spaces", "letters"])
def test_writing_changes_no_type_and_no_day(tmp_path: Path, writing: str) -> None:
    found = []
    for name, text in (("plain.txt", PLAIN), ("other.txt", WRITINGS[writing])):
        (tmp_path / name).write_bytes(text.encode())
        found.append(kinds(coder().code(read(tmp_path / name)[0])))
    assert found[0] == found[1]


def _written(folder: Path) -> list[str]:
    names = []
    for name, text in WRITINGS.items():
        path = folder / f"{name}.txt"
        path.write_bytes(text.encode())
        names.append(str(path))
    return names


def _begin(names: list[str], seed: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", "code", *names, "--format", "jsonl"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)


def test_hash_seed_and_order_change_no_byte(tmp_path: Path) -> None:
    names = _written(tmp_path)
    begun = [_begin(names if seed < 3 else names[::-1], str(seed)) for seed in range(4)]
    first, second, third, reverse = (run.communicate()[0] for run in begun)
    assert all(run.returncode == 0 for run in begun)
    assert first
    assert first == second == third
    assert sorted(reverse.splitlines()) == sorted(first.splitlines())


_BITS = (
    "قال", "إن", "قصف", "قتل", "وقُتل", "بقصف", "مدنيان", "ثلاثة", "5", "٣", "و", "،", ".", "..", ":", "«", "»", '"', "(", ")",
    "على", "مدينة", "إدلب", "في", "ريف", "حلب", "النظام", "الجيش", "مساء", "أمس", "الذي", "ما", "أدى", "إلى", "لم", "من", "قبل",
    "ـ", "قصـ.ـف", "\u200f", "\u202b", "\u064e", "ﷲ", "ﻻ", "\n", "\r\n", "\n\n", "#", "_", "@x", "IED", "the", "🔴", "\u00a0",
    "هجوم", "انفجار", "عبوة", "ناسفة", "اتهم", "نفى", "بيان", "مظاهرة", "اعتقال", "اشتباكات", "بين", "12/3/2020", "1441هـ",
)  # fmt: skip


def _code_text(folder: Path, text: str) -> None:
    path = folder / "fuzz.txt"
    path.write_bytes(text.encode())
    for report in read_paths([str(path)], ReadOptions()):
        if not isinstance(report, Problem):
            check(coder().code(report), text, report)


def _random_text(chance: random.Random) -> str:
    words = [chance.choice(_BITS) for _ in range(chance.randint(1, 40))]
    if chance.random() < 0.3:
        words = ["".join(chance.sample(word, len(word))) for word in words]
    return "".join(word + chance.choice((" ", " ", " ", "", "\u200f ")) for word in words)


def test_random_strings_keep_their_offsets(tmp_path: Path) -> None:
    chance = random.Random(20)
    text = "\n".join(_random_text(chance) for _ in range(int(os.environ.get("ARABIC_FUZZ", "150"))))
    for part in text.split("\n\n"):
        _code_text(tmp_path, part)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_BITS) | st.text("ابتقصفلوينمه ّـ.ًـ،«»٣", max_size=8), min_size=1, max_size=25))
def test_any_string_keeps_its_offsets(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    _code_text(tmp_path_factory.getbasetemp(), " ".join(words))
