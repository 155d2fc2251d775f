"""What a war has cost, and since when it lasts, says nothing of the event that a report tells."""

from __future__ import annotations

from reportedly.records import Status

from .conftest import Mentions, toll_range


def test_the_dead_of_a_war_are_not_those_of_a_deed(mentions: Mentions) -> None:
    found = mentions(
        "Rebels launched a major offensive on Aleppo on Monday. The city has seen some of the heaviest fighting of "
        "the country's civil war, which has killed more than 300,000 people."
    )
    assert [toll_range(m.killed) for m in found if m.status is Status.EVENT] == [None]


def test_a_war_that_kills_is_a_total(mentions: Mentions) -> None:
    found = mentions("Shells hit Saraqib on Monday, killing two. The conflict has killed 40 people in the district.")
    assert [(m.status, toll_range(m.killed)) for m in found] == [
        (Status.EVENT, (2, 2, 2)),
        (Status.AGGREGATE, (40, 40, 40)),
    ]


def test_the_day_a_war_began_dates_no_attack(mentions: Mentions) -> None:
    (mention,) = mentions(
        "A bomb killed 44 people in Qamishli on Monday. It was the deadliest attack to hit the city since the beginning "
        "of the conflict in March 2011."
    )
    assert mention.date is not None
    assert mention.date.edtf == "2021-06-14"


def test_lorries_that_enter_a_town_do_not_take_it(mentions: Mentions) -> None:
    assert not mentions("Dozens of lorries carrying aid entered Saraqib on Monday.")
    assert [m.sub_event_type for m in mentions("Rebel fighters entered Saraqib on Monday.")] == [
        "Non-state actor overtakes territory"
    ]
