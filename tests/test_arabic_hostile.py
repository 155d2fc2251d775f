"""Arabic that is no prose: such files end with few records or a clear refusal, and cost no more than their length.

Scaled down; what is asserted is the outcome and how much work is handed on, never a time.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest

from reportedly.annotate import arabic
from reportedly.annotate.arabic import MAX_PIECES
from reportedly.annotate.languages import sentences_of
from reportedly.annotate.sentences import MAX_SENTENCE, split_sentences
from reportedly.errors import Problem
from reportedly.limits import LONGEST_LINE, unfit
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Report

SIZE = 6_000
"""Characters of a hostile text: several times the longest sentence and the most pieces that are read."""

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
WORDS = "قصف قتل مدني قرية في من على الطيران انفجار عبوة ناسفة السوق وقال المصدر إن أصيب ثلاثة جنود مسلحون هجوم".split()


def invented(chance: random.Random, count: int) -> list[str]:
    made = ("".join(chance.choices(LETTERS, k=chance.randint(2, 8))) for _ in range(count))
    return [chance.choice(WORDS) if chance.random() < 0.5 else word for word in made]


def prose(stops: bool) -> str:
    words = invented(random.Random(3), SIZE // 5)
    return " ".join(word + ("." if stops and n % 20 == 19 else "") for n, word in enumerate(words))


HOSTILE = {
    "with stops": prose(True),
    "without stops": prose(False),
    "tatweel and dots": "ـ." * (SIZE // 2),
    "dots in words": "قـ.ـ" * (SIZE // 4),
    "spelt with dots": "ق." * (SIZE // 2),
    "signs alone": "\u064e\u0651" * (SIZE // 2),
    "signs on one letter": "قتل" + "\u0651" * SIZE + " مدني",
    "open quotations": "«قال " * (SIZE // 10) + "»" * (SIZE // 5),
    "straight quotations": '"قتل' * (SIZE // 4),
    "said that": "قال إن " * (SIZE // 7),
    "digits and marks": "٣\u200f" * (SIZE // 2),
    "one figure": "٣٤٥" * (SIZE // 3),
    "one letter": "و" * SIZE,
    "one word": "قصف" * (SIZE // 3),
    "and three": "ثلاثة و" * (SIZE // 7),
    "evening of the day": "مساء يوم " * (SIZE // 9),
    "countryside of": "ريف " * (SIZE // 4),
    "who killed": "الذي قتل " * (SIZE // 9),
    "commas": "قتل، " * (SIZE // 5),
    "blanks": "قتل" + " " * SIZE + "مدني",
    "hash signs": "#قصف_" * (SIZE // 5),
    "brackets": "(" * SIZE,
    "ligatures": "ﷺ ﷲ " * (SIZE // 4),
    "mixed scripts": "قصف shelling " * (SIZE // 13),
}


@cache
def coder() -> Coder:
    return Coder()


def read(folder: Path, text: str) -> tuple[list[Report], list[Problem]]:
    path = folder / "hostile.txt"
    path.write_bytes(text.encode())
    found = list(read_paths([str(path)], ReadOptions()))
    return [one for one in found if isinstance(one, Report)], [one for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_with_few_records_or_a_refusal(tmp_path: Path, name: str) -> None:
    reports, problems = read(tmp_path, HOSTILE[name])
    assert reports or any(problem.refused for problem in problems)
    for report in reports:
        sentences = sentences_of(report)
        assert all(sentence.end - sentence.start <= MAX_SENTENCE for sentence in sentences)
        mentions = coder().code(report)
        # A deed is a word, and no word is read twice.
        assert len(mentions) <= len(re.findall(r"[^\W_]+", HOSTILE[name]))
        assert all(HOSTILE[name][m.trigger.start : m.trigger.end] == m.trigger.text for m in mentions)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_sentence_gives_bounded_tokens(name: str) -> None:
    text = HOSTILE[name]
    for start, end in split_sentences(text):
        tokens = arabic.parse_one(text[start:end], start)
        # Words left out and expressions give a piece two tokens or three.
        assert len(tokens) <= 3 * MAX_PIECES
        assert all(0 <= token.head < len(tokens) for token in tokens)
        assert all(start <= token.start <= token.end <= end for token in tokens)


@pytest.mark.parametrize("name", HOSTILE)
def test_sentences_grow_with_the_text_and_no_faster(name: str) -> None:
    once, twice = len(split_sentences(HOSTILE[name])), len(split_sentences(HOSTILE[name] * 2))
    assert twice <= 2 * once + 1


@pytest.mark.parametrize("unit", ["قال إن ", "قصف", "ـ.", "٣\u200f", "«قال "])
def test_a_file_on_one_line_is_refused(tmp_path: Path, unit: str) -> None:
    reports, _ = read(tmp_path, unit * (LONGEST_LINE // len(unit) + 1))
    refusals = [unfit(report) for report in reports]
    assert all(problem is not None and "cut it up" in problem.message for problem in refusals)
