"""Datelines set apart from the text, and the land that they tell; invented reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.annotate.datelines import datelines
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Block, BlockKind, Report

KILLED = "Bandits killed 12 people in Gatawa village on Sunday, residents said."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("SOKOTO, Nigeria, 12 August 2023 (Reuters) -", True),
        ("PORT-AU-PRINCE, Haiti", True),
        ("By Aminu Bello, Sokoto, Nigeria", False),
        ("SHARE THIS", False),
        ("12 August 2023", False),
    ],
)
def test_a_dateline_names_a_city_in_capitals_and_its_land(line: str, told: bool) -> None:
    blocks = (Block(0, len(line), BlockKind.BYLINE, "en"),)
    assert datelines(Report("test", "test.txt", 1, 0, len(line), line, blocks)) == ([line] if told else [])


@pytest.mark.parametrize("dateline", ["SOKOTO, Nigeria, 12 August 2023 (Reuters) - ", "SOKOTO, Nigeria (AP) — "])
def test_the_land_of_a_dateline_is_the_reports(tmp_path: Path, dateline: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(dateline + KILLED + " Troops shot two of them.", encoding="utf-8")
    (result,) = Coder().code_all([r for r in read_paths([str(page)], ReadOptions()) if isinstance(r, Report)])
    assert {m.place.country for m in result.mentions if m.place is not None} == {"NG"}
