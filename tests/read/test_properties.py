"""What holds of any text: blocks in order, offsets verbatim, nothing raised, the same result twice."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from read.make import ARABIC, BODY, OTHER
from reportedly.read import ReadOptions, read_paths
from reportedly.read.dates import find_dates, parse_day
from reportedly.read.drafts import Given, page_drafts, row_draft
from reportedly.read.shape import units
from reportedly.records import Report

LINES = st.sampled_from(
    [
        "", "", " \t", "South Front",
        "Related News", "By Jane Doe", "3 May 2021", "Share", "-----", "Prev Post", "# Head of all",
        "Mine kills two soldiers near village",
        "Reuters", "@river", "Embedded video", "مقالات متعلقة", "\ufeff", "Title: a b c d",
        *BODY, *OTHER, *ARABIC, "KHARTOUM, May 3 (AFP) - " + BODY[0], "x" * 300,
    ]
)  # fmt: skip
PAGES = st.lists(LINES | st.text(max_size=80), max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda end: end.join(lines))
)
OPTIONS = ReadOptions()


@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_blocks_lie_in_order_inside_their_report(text: str) -> None:
    place = 0
    drafts = page_drafts("a.txt", text, OPTIONS)
    for part, draft in enumerate(drafts, 1):
        assert draft.part == part
        assert draft.start >= place
        assert text[draft.start : draft.start + len(draft.text)] == draft.text
        place = draft.start
        for block in draft.blocks:
            assert place <= block.start < block.end <= draft.start + len(draft.text)
            place = block.end
    assert drafts == page_drafts("a.txt", text, OPTIONS)


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_parts_hold_every_line(text: str) -> None:
    drafts = page_drafts("a.txt", text, OPTIONS)
    for unit in units(text):
        if drafts and any(char.isalnum() for char in unit.text):
            assert any(d.start <= unit.start and unit.end <= d.start + len(d.text) for d in drafts)


@given(PAGES, st.text(max_size=60) | st.none())
@settings(max_examples=200, deadline=None)
def test_rows(text: str, title: str | None) -> None:
    draft = row_draft(("a.csv", 3), text, Given(title=title, from_column=True), OPTIONS)
    assert (draft.start, draft.text, draft.part) == (0, text, 3)
    place = 0
    for block in draft.blocks:
        assert place <= block.start < block.end <= len(text)
        place = block.end


@given(st.text() | st.from_regex(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}"))
@settings(max_examples=300, deadline=None)
def test_dates_never_raise(text: str) -> None:
    parse_day(text)
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.csv", "a.jsonl", "a.gz", "a", "a.tsv"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes(tmp_path_factory: object, data: bytes, name: str) -> None:
    folder = tmp_path_factory.mktemp("bytes")  # type: ignore[attr-defined]
    path = Path(folder) / name
    path.write_bytes(data)
    for entry in read_paths([str(path)], OPTIONS):
        if isinstance(entry, Report):
            assert entry.text
        else:
            assert entry.message
