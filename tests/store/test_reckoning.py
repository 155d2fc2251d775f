"""Totals and counts of a series, held against the incidents of a store; reports and places are invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.pipeline import Coded
from reportedly.reckoning import Aggregate, SeriesCount, aggregates, series_counts
from reportedly.records import (
    ActorValue,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    Report,
    Role,
    Series,
    Span,
    Stance,
    Status,
    Toll,
)
from reportedly.store import open_store, read_shown

from .make import FakeCoder, report, run, tools

NOWHERE = Span(0, 0, "")
TOTAL = "On 2021-03 9 people were killed at Tall Hadid."


class Marked(FakeCoder):
    """Codes the report of a total as an aggregate, the first one with a doer, another as one of a series."""

    def __init__(self, change: dict[str, object] | None = None, window: str | None = None, number: int = 0) -> None:
        super().__init__()
        self.change, self.window, self.number = change or {}, window, number

    def code_all(self, reports: Iterable[Report]) -> Iterator[Coded]:
        for coded in super().code_all(reports):
            yield replace(coded, mentions=tuple(map(self._marked, coded.mentions)))

    def _marked(self, told: Mention) -> Mention:
        if told.date and told.date.edtf == "2021-03":
            return replace(told, status=Status.AGGREGATE, **self.change)  # type: ignore[arg-type]
        if told.report.file == "r0001.txt":
            rival = ActorValue(Role.PERPETRATOR, "Islamic State", "islamic-state", NOWHERE)
            return replace(told, actors=(*told.actors, rival))
        if self.number and told.report.file == "r0003.txt":
            window = Span(0, len(self.window), self.window) if self.window else None
            series = Series(self.number, Span(0, 8, "incident"), window)
            claim = Claim(
                "series", str(self.number), Claimant("officials", ClaimantKind.OFFICIAL), Stance.REPORTS, NOWHERE
            )
            return replace(told, claims=(*told.claims, replace(claim, series=series)))
        return told


def reports(total: str = TOTAL) -> list[Report]:
    """Nine reports of nine days, 16 killed in all at places less than 25 km from each other, and a total."""
    return [report(n) for n in range(9)] + [report(100, total)]


def totals(path: Path, **change: object) -> Aggregate:
    run(path / "a.db", reports(), tools(Marked(change)))
    with open_store(path / "a.db") as store:
        (found,) = aggregates(store)
    return found


def counts(path: Path, number: int, window: str | None) -> SeriesCount:
    run(path / "a.db", reports(), tools(Marked(None, window, number)))
    with open_store(path / "a.db") as store:
        (found,) = series_counts(store, (shown.mention for shown in read_shown(store)))
    return found


def test_a_total_is_no_incident_and_its_gap_is_shown(tmp_path: Path) -> None:
    found = totals(tmp_path)
    assert found.shown.incident_id is None
    assert found.held is not None
    assert (found.held.first, found.held.last) == (date(2021, 3, 1), date(2021, 3, 31))
    assert len(found.held.incident_ids) == 9


def _toll(killed: int) -> Toll:
    return Toll(killed, killed, killed, NOWHERE)


@pytest.mark.parametrize(("killed", "missing"), [(30, 14), (16, 0), (3, 0)])
def test_what_is_missing_is_a_lower_bound(tmp_path: Path, killed: int, missing: int) -> None:
    found = totals(tmp_path, killed=_toll(killed))
    assert found.held is not None
    assert found.held.killed == (16, 16, 16)
    assert found.missing_killed == missing


def test_a_total_without_a_time_is_held_against_nothing(tmp_path: Path) -> None:
    found = totals(tmp_path, date=None)
    assert (found.held, found.missing_killed) == (None, None)


def test_a_total_of_a_few_days_counts_those_alone(tmp_path: Path) -> None:
    found = totals(tmp_path, date=DateValue("2021-03-01/2021-03-03", NOWHERE), killed=_toll(9))
    assert found.held is not None
    assert found.held.killed == (3, 3, 3)
    assert found.missing_killed == 6


def test_a_total_counts_no_incident_of_a_rival(tmp_path: Path) -> None:
    army = (ActorValue(Role.PERPETRATOR, "Syrian Army", "syrian-army", NOWHERE),)
    found = totals(tmp_path, actors=army, killed=_toll(16))
    assert found.held is not None
    assert len(found.held.incident_ids) == 8
    assert found.missing_killed == 1


def test_a_series_that_the_store_has_whole_lacks_nothing(tmp_path: Path) -> None:
    assert counts(tmp_path, 2, None).missing == 0


@pytest.mark.parametrize(
    ("window", "first", "missing"),
    [("the past week", date(2021, 3, 2), 5), ("March 2021", date(2021, 3, 1), 4), (None, None, 4)],
)
def test_the_gap_of_a_series_is_shown(tmp_path: Path, window: str | None, first: date | None, missing: int) -> None:
    found = counts(tmp_path, 8, window)
    assert found.held.first == first
    assert found.held.last == date(2021, 3, 4)
    assert found.missing == missing


def test_a_stretch_of_time_after_the_incident_is_not_believed(tmp_path: Path) -> None:
    assert counts(tmp_path, 8, "the past two days").held.first is None
