"""Lines that name an outlet which the lexicon lacks: labelled, or beside the day; all outlets are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from read.make import BODY, page, read_text
from reportedly.read.marks import dated_outlet
from reportedly.read.outlet_names import labelled_outlet

TITLE = "Mine kills two soldiers near Qasr al-Ward"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Source: Larch Valley Observer", "Larch Valley Observer"),
        ("Source: Larch Valley", "Larch Valley"),
        ("(Source: Reuters)", "Reuters"),
        ("Outlet: The Maple Post", "The Maple Post"),
        ("المصدر: وكالة الأرز للأنباء", "وكالة الأرز للأنباء"),
        ("Source: agencies", None),
        ("Source: a man who asked not to be named", None),
        ("المصدر: وكالات", None),
        ("Sources: two men, both armed, came by night", None),
    ],
)
def test_an_outlet_by_its_label(line: str, outlet: str | None) -> None:
    assert labelled_outlet(line) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Maple Post, 5 March 2024", "The Maple Post"),
        ("5 March 2024 | Alder Wire", "Alder Wire"),
        ("Damascus, 5 March 2024", None),
        ("Jane Doe | 5 March 2024", None),
    ],
)
def test_an_outlet_beside_its_day(line: str, outlet: str | None) -> None:
    found = dated_outlet(line)
    assert (found and found[0]) == outlet


@pytest.mark.parametrize("line", ["Source: Larch Valley Observer", "Larch Valley Observer, 3 May 2021"])
def test_a_report_has_the_outlet_of_its_lines(line: str, tmp_path: Path) -> None:
    for text in (page(TITLE, line, *BODY), page(TITLE, *BODY, line)):
        (report,) = read_text(tmp_path, text)
        assert (report.source, report.title) == ("Larch Valley Observer", TITLE)
        assert not any(line in report.slice(b.start, b.end) for b in report.blocks if b.kind in ("text", "title"))
