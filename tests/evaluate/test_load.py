from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import GoldError
from reportedly.evaluate import Gold, load_gold
from reportedly.records import Role, Stance, Status

GOLD = """
reports:
- {id: r1, source: Outlet, language: en, published: 2021-05-04, lines: [1, 3]}
- {id: r2, language: ar, file: two.txt}
events:
- id: r1-1
  report: r1
  status: [event, aggregate]
  quote: a mine exploded
  sub_event_type: Remote explosive/landmine/IED
  date: [2021-05-03, null]
  place: {name: Bosra, lat: 32.52, lon: 36.48, admin1: Daraa, admin1_alt: As-Suwayda, country: SY, precision: [1, 2]}
  target: [Civilians, [Syrian Army, Syrian government]]
  killed: {low: 2, best: [2, 3], high: null, quote: a few}
  claims:
  - {field: [event, killed], value: 2, claimant: [a medic, the medic], stance: accuses, quote: a medic}
- id: r2-1
  report: r2
  status: background
  quote: لغم
  sub_event_type: [Other]
"""


def load(tmp_path: Path, text: str) -> Gold:
    path = tmp_path / "gold.yaml"
    path.write_text(text, encoding="utf-8")
    return load_gold(path)


def test_reads_scalars_and_lists(tmp_path: Path) -> None:
    gold = load(tmp_path, GOLD)
    first, second = gold.events
    assert gold.reports[0].lines == (1, 3)
    assert first.statuses == (Status.EVENT, Status.AGGREGATE)
    assert first.may_be_event
    assert not first.must_be_event
    assert first.dates == ("2021-05-03", None)
    place = first.places[0]
    assert place is not None
    assert place.admin1 == ("Daraa", "As-Suwayda")
    assert place.precisions == (1, 2)
    assert [role.role for role in first.roles] == list(Role)
    assert first.roles[1].actors == (("Civilians",), ("Syrian Army", "Syrian government"))
    toll = first.killed[0]
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == ((2,), (2, 3), (None,))
    assert first.claims[0].stances == (Stance.BLAMES,)
    assert first.claims[0].fields == ("event", "killed")
    assert first.injured == (None,)
    assert (second.dates, second.places, second.roles) == ((), (), ())


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("status: background", "status: rumour", "r2-1: status"),
        ("sub_event_type: [Other]", "sub_event_type: [Bombing]", "r2-1: sub_event_type"),
        ("id: r2-1", "id: r1-1", "event r1-1: this id stands twice"),
        ("report: r2\n", "report: r9\n", "r2-1: no report 'r9'"),
        ("stance: accuses", "stance: hopes", "stance"),
        ("lat: 32.52, ", "", "lat and lon go together"),
        ("lat: 32.52", "lat: 132.52", "no point"),
        ("low: 2,", "low: two,", "whole number"),
        ("precision: [1, 2]", "precision: 4", "1, 2 or 3"),
        ("country: SY", "country: NO", "quotation marks"),
        ("lines: [1, 3]", "lines: [3, 1]", "[first, last]"),
        ("published: 2021-05-04", "published: soon", "no day"),
        ("  quote: لغم\n", "", "r2-1: quote: missing"),
        ("  quote: لغم\n", "  quot: لغم\n", "unknown key 'quot'"),
        ("events:", "events: {", "gold.yaml:"),
    ],
)
def test_a_fault_names_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert old in GOLD
    with pytest.raises(GoldError, match=r"gold\.yaml") as caught:
        load(tmp_path, GOLD.replace(old, new))
    assert place in str(caught.value)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        load_gold(tmp_path / "none.yaml")


@given(st.text(max_size=200))
def test_odd_text_is_a_gold_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("gold") / "gold.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    with pytest.raises(GoldError):
        load_gold(path)
