"""A report gives the same mentions whatever came before it, and every span is verbatim on any text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Report, content_id

from .conftest import fresh_lemmas, report_of, spans_of

TEXTS = (
    "A car bomb exploded in Baidoa on Sunday. The explosion killed four soldiers, police said.",
    "Russian forces shelled Kherson on Monday, wounding two. Ukraine said that three people died.",
    "Gunmen kidnapped five students in Kaduna on Friday. No group has claimed responsibility.",
    "Boko Haram attacked a base of the Nigerian army in Borno on Monday. The army denied the attack.",
    "Hundreds of people marched in Tbilisi on Monday.",
)

WORDS = st.sampled_from(
    "the a army rebels killed wounded shelled attacked said reportedly in near on Monday Taiz Goma 12 dozens of at least "
    "and , . ; : \" ' ( ) no not will by Al-Shabaab missiles drone which , killing – … ? claimed responsibility قتل 😀".split()
)


def reports() -> list[Report]:
    return [
        Report(content_id(text), f"{n}.txt", 1, 0, len(text), text, (Block(0, len(text), BlockKind.TEXT, "en"),))
        for n, text in enumerate(TEXTS)
    ]


def test_the_same_report_gives_the_same_mentions(coder: Coder) -> None:
    first, second = (list(coder.code_all(reports())) for _ in range(2))
    assert first == second


def test_a_new_coder_gives_the_same_mentions(coder: Coder) -> None:
    assert list(Coder().code_all(reports())) == list(coder.code_all(reports()))


def test_the_order_of_reports_does_not_matter(coder: Coder) -> None:
    forward = {c.report.id: c.mentions for c in coder.code_all(reports())}
    backward = {c.report.id: c.mentions for c in coder.code_all(reversed(reports()))}
    alone = {r.id: coder.code(r) for r in reports()}
    assert forward == backward == alone


def test_what_was_parsed_before_does_not_matter(coder: Coder) -> None:
    before = report_of("Shelling killed civilians in Avdiivka on Monday.")
    report = report_of("RSF fighters have been shelling El Fasher for weeks.")
    alone = coder.code(report)
    with fresh_lemmas():
        coder.code(before)
        assert coder.code(report) == alone


def test_ids_are_unique_and_depend_on_the_report(coder: Coder) -> None:
    ids = [m.mention_id for c in coder.code_all(reports()) for m in c.mentions]
    assert len(ids) == len(set(ids)) >= len(TEXTS)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "\x00", "\ud800 killed", "قصف", "." * 500, "killed " * 600]
)
def test_odd_texts_do_not_raise(coder: Coder, text: str) -> None:
    for mention in coder.code(report_of(text)):
        assert all(text[s.start : s.end] == s.text for s in spans_of(mention))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_word_salad_is_coded_with_verbatim_spans(coder: Coder, text: str) -> None:
    for mention in coder.code(report_of(text)):
        assert all(text[s.start : s.end] == s.text for s in spans_of(mention))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_coded_without_raising(coder: Coder, text: str) -> None:
    coder.code(report_of(f"Rebels killed {text} in Goma, {text} said."))


REPORT = Path(__file__).parents[2] / "examples" / "reports" / "page.txt"


def test_the_order_of_sets_changes_nothing() -> None:
    """Words are hashed by another seed in every run; records must not show it."""
    command = [
        sys.executable,
        "-c",
        "from reportedly.cli import main; main()",
        "code",
        str(REPORT),
        "--format",
        "jsonl",
    ]
    runs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert runs != {""}
