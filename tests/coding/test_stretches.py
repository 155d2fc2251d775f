"""The dead of a month or a week are a total; those of one blast are its own, however many."""

from __future__ import annotations

import pytest

from reportedly.records import Status

from .conftest import Mentions, toll_range

TOTALS = (
    "Thirty civilians have been killed in Mogadishu in June, according to the Benadir Observatory.",
    "At least 30 people were killed this month in Mogadishu, police said.",
    "At least 30 civilians were killed in shelling in El Fasher this month, doctors said.",
    "Airstrikes killed 64 civilians across Sagaing in May.",
    "Over the past week, attacks on Kherson killed 19 people and injured 60.",
)


@pytest.mark.parametrize("text", TOTALS)
def test_deeds_over_a_stretch_are_a_total(mentions: Mentions, text: str) -> None:
    assert {m.status for m in mentions(text)} == {Status.AGGREGATE}


def test_one_deed_of_a_month_is_an_event(mentions: Mentions) -> None:
    (mention,) = mentions("An air strike killed 30 civilians in Idlib this month, monitors said.")
    assert mention.status is Status.EVENT


def test_the_blast_keeps_its_dead(mentions: Mentions) -> None:
    (mention,) = mentions("A truck bomb exploded in Baghdad on Monday. The blast killed 125 people, police said.")
    assert (mention.status, toll_range(mention.killed)) == (Status.EVENT, (125, 125, 125))
