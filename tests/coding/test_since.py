"""A deed that goes on since an hour or a morning of one day is one event of that day; since an earlier day, a total."""

from __future__ import annotations

import pytest

from reportedly.records import Status

from .conftest import Mentions

EVENTS = (
    ("Army units have been shelling Sarmin since dawn, killing four people.", None),
    ("Army units have been shelling Sarmin since early this morning.", "2021-06-16"),
    ("Twelve people were killed in raids on Sarmin since dawn on Wednesday.", "2021-06-16"),
    ("Jets launched several raids on Sarmin since this morning, killing two.", "2021-06-16"),
)
TOTALS = (
    "Twenty people have been killed in Sarmin since Monday, medics said.",
    "Forty people have been killed in Sarmin since January.",
)


@pytest.mark.parametrize(("text", "day"), EVENTS)
def test_since_an_hour_of_one_day_is_an_event(mentions: Mentions, text: str, day: str | None) -> None:
    found = mentions(text)
    assert [m.status for m in found] == [Status.EVENT]
    assert [m.date.edtf if m.date else None for m in found] == [day]


@pytest.mark.parametrize("text", TOTALS)
def test_since_an_earlier_day_is_a_total(mentions: Mentions, text: str) -> None:
    assert {m.status for m in mentions(text)} == {Status.AGGREGATE}


GOING_ON = (
    "Government forces continue to bomb populated areas, which leads to deaths among civilians.",
    "The militia keeps attacking farmers of the district.",
)
ONE_DEED = (
    "The army continued shelling Sarmin on Tuesday, killing two.",
    "The army continues to shell the town of Sarmin.",
)


@pytest.mark.parametrize("text", GOING_ON)
def test_deeds_that_go_on_somewhere_are_a_habit(mentions: Mentions, text: str) -> None:
    assert {m.status for m in mentions(text)} == {Status.AGGREGATE}


@pytest.mark.parametrize("text", ONE_DEED)
def test_a_deed_that_goes_on_at_a_town_or_with_a_toll_is_one(mentions: Mentions, text: str) -> None:
    assert {m.status for m in mentions(text)} == {Status.EVENT}
