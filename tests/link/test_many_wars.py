"""47 invented reports of seven wars, in two languages and with no map: tellings of one incident meet, those of two never.

Written without looking at the lexicons or at what is joined; places, states and armed groups are real, the days, tolls
and outlets are not.
"""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from reportedly.link.linker import link
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Report

TABLE = Path(__file__).with_name("many_wars.csv")
PAIRS = 37
MET = 34
"""Pairs of reports of one incident that met when this was set; it only rises. The others tell a toll before it grew."""

NO_INCIDENT = "-"
"""Reports that tell a total or an anniversary."""


@pytest.fixture(scope="module")
def homes() -> dict[str, set[int]]:
    """Return the incidents that each report is in, by number."""
    with TABLE.open(encoding="utf-8") as lines:
        names = [row["report"] for row in csv.DictReader(lines)]
    reports = [r for r in read_paths([str(TABLE)], ReadOptions()) if isinstance(r, Report)]
    assert len(reports) == len(names)
    coded = list(Coder().code_all(reports))
    name_of = {m.mention_id: names[c.report.part - 1] for c in coded for m in c.mentions}
    found: dict[str, set[int]] = {name: set() for name in names}
    for number, cluster in enumerate(link([m for c in coded for m in c.mentions]).clusters):
        for mention in cluster:
            found[name_of[mention]].add(number)
    return found


def pairs(one_incident: bool) -> list[tuple[str, str]]:
    """Return the pairs of reports that tell one incident, or those that do not."""
    with TABLE.open(encoding="utf-8") as lines:
        told = {row["report"]: row["incident"] for row in csv.DictReader(lines)}
    alike = [(a, b) for a, b in combinations(told, 2) if told[a] == told[b] != NO_INCIDENT]
    return alike if one_incident else [p for p in combinations(told, 2) if p not in set(alike)]


def test_tellings_of_one_incident_meet(homes: dict[str, set[int]]) -> None:
    wanted = pairs(one_incident=True)
    assert len(wanted) == PAIRS
    assert sum(bool(homes[a] & homes[b]) for a, b in wanted) >= MET


def test_tellings_of_two_incidents_never_meet(homes: dict[str, set[int]]) -> None:
    assert [(a, b) for a, b in pairs(one_incident=False) if homes[a] & homes[b]] == []
