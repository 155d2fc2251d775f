from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import GoldError
from reportedly.evaluate import Gold, GoldEvent, GoldReport, SourceText
from reportedly.evaluate.texts import (
    MARGIN,
    find_quote,
    find_report,
    home_of,
    line_range,
    same_file,
    split_sentences,
)
from reportedly.records import Status

from .make import mention


def sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split_sentences(text, 0, len(text))]


def row(quote: str, report: str = "r1") -> GoldEvent:
    return GoldEvent(f"{report}-1", report, (Status.EVENT,), quote, ("Armed clash",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. A third fled.", ["Two died.", "A third fled."]),
        ("The U.S. Army and Gen. Miller met.", ["The U.S. Army and Gen. Miller met."]),
        ("It cost 3.5 million. no one came", ["It cost 3.5 million. no one came"]),
        ("A title\nA line", ["A title", "A line"]),
        ("«قُتل اثنان». وأصيب ثالث؟ نعم", ["«قُتل اثنان».", "وأصيب ثالث؟", "نعم"]),
        ("“He left.” Then 3 came.", ["“He left.”", "Then 3 came."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='aA .\n"؟ا1\u2028', max_size=60), st.integers(0, 5))
def test_sentences_leave_no_gap(text: str, start: int) -> None:
    start = min(start, len(text))
    found = split_sentences(text, start, len(text))
    assert [text[a:b] for a, b in found] == [piece for piece in (text[a:b] for a, b in found) if piece]
    assert "".join(text[a:b] for a, b in found) == text[start:]


def test_lines() -> None:
    text = "one\r\ntwo\nthree"
    assert line_range(text, None) == (0, len(text))
    found = line_range(text, (2, 3))
    assert found is not None
    assert text[slice(*found)] == "two\nthree"
    assert line_range(text, (3, 4)) is None


def test_same_file() -> None:
    assert same_file("reports/a.txt", "a.txt")
    assert same_file("../x/reports/a.txt", "reports/a.txt")
    assert not same_file("a.txt", "b.txt")
    assert not same_file("one/a.txt", "two/a.txt")
    assert not same_file("", "a.txt")


def test_a_report_without_file_is_the_page_with_its_quotes() -> None:
    gold = Gold("g.yaml", (GoldReport("r1", "en", lines=(2, 2)),), (row("they fought"),))
    texts = [SourceText("x.txt", "no\nhere"), SourceText("y.txt", "no\nthey fought on\nthey fought")]
    extent = find_report(gold, gold.reports[0], texts)
    assert extent is not None
    assert (extent.source.file, extent.start, extent.end) == ("y.txt", 3, 17)
    assert len(find_quote(gold, gold.events[0], extent)) == 1


def test_missing_text_and_quote() -> None:
    gold = Gold("g.yaml", (GoldReport("r1", "en", file="a.txt"),), (row("they fought"),))
    with pytest.raises(GoldError, match=r"g\.yaml: report r1: no text given for a\.txt"):
        find_report(gold, gold.reports[0], [])
    assert find_report(gold, gold.reports[0], [], required=False) is None
    extent = find_report(gold, gold.reports[0], [SourceText("a.txt", "They talked.")])
    assert extent is not None
    with pytest.raises(GoldError, match="event r1-1: its quote is not verbatim"):
        find_quote(gold, gold.events[0], extent)


def test_every_occurrence_counts_with_its_sentence() -> None:
    text = "They fought. In town. They fought again today."
    gold = Gold("g.yaml", (GoldReport("r1", "en", file="a.txt"),), (row("They fought"),))
    extent = find_report(gold, gold.reports[0], [SourceText("a.txt", text)])
    assert extent is not None
    regions = find_quote(gold, gold.events[0], extent)
    assert [text[region.start : region.end].strip() for region in regions] == [
        "They fought.",
        "They fought again today.",
    ]


def test_a_line_without_stops_is_no_sentence() -> None:
    text = "word " * 400 + "they fought " + "word " * 400
    gold = Gold("g.yaml", (GoldReport("r1", "en", file="a.txt"),), (row("they fought"),))
    extent = find_report(gold, gold.reports[0], [SourceText("a.txt", text)])
    assert extent is not None
    (region,) = find_quote(gold, gold.events[0], extent)
    assert region.end - region.start == 2 * MARGIN + len("they fought")


def test_home_of_a_mention() -> None:
    text = "they fought\nclutter fought\n\n\n\nthey ran"
    reports = (GoldReport("r1", "en", file="a.txt", lines=(1, 1)), GoldReport("r2", "en", file="a.txt", lines=(6, 6)))
    gold = Gold("g.yaml", reports, ())
    found = [find_report(gold, report, [SourceText("in/a.txt", text)]) for report in reports]
    extents = [extent for extent in found if extent]
    assert home_of(mention(text, "ran", "in/a.txt"), extents) is extents[1]
    assert home_of(mention(text, "fought"), extents) is extents[0]
    assert home_of(mention(text, "ran", "b.txt"), extents) is None
    stray = mention(text, "clutter", "a.txt")
    stray = replace(stray, report=replace(stray.report, start=12, end=26))
    assert home_of(stray, extents) is extents[0]


def test_home_of_a_table_row() -> None:
    reports = (GoldReport("r1", "en", file="t.csv", part=1), GoldReport("r2", "en", file="t.csv", part=2))
    gold = Gold("g.yaml", reports, ())
    texts = [SourceText("t.csv", "they fought", 1), SourceText("t.csv", "they fought", 2)]
    extents = [extent for report in reports if (extent := find_report(gold, report, texts))]
    assert extents[1].source.part == 2
    made = mention("they fought", "fought", "t.csv")
    assert home_of(made, extents) is extents[0]
    assert home_of(replace(made, report=replace(made.report, part=2)), extents) is extents[1]
    assert home_of(replace(made, report=replace(made.report, part=3)), extents) is None
