"""Both sides' dead, those let go, crowds and what is told of the same day: invented sentences."""

from __future__ import annotations

import pytest

from reportedly.coding.another import opens_another

from .conftest import Mentions, toll_range


@pytest.mark.parametrize(
    "after",
    [
        "A soldier was killed in the exchange of fire.",
        '"A soldier embraced martyrdom in the exchange of fire," it said.',
    ],
)
def test_dead_of_the_other_side_of_a_fight_are_added(mentions: Mentions, after: str) -> None:
    (mention,) = mentions(f"The army said troops killed three militants in a clash near Kalat on Saturday. {after}")
    assert toll_range(mention.killed) == (4, 4, 4)


def test_own_dead_told_by_the_other_side_are_a_rival_toll(mentions: Mentions) -> None:
    (mention, *_) = mentions(
        "The army said troops killed three rebels in a clash near Kalat on Saturday. The rebels said two died."
    )
    assert toll_range(mention.killed) == (3, 3, 3)


def test_freed_hostages_are_not_whom_a_fight_hit(mentions: Mentions) -> None:
    (mention,) = mentions("An army patrol killed two ADF fighters near Beni on Monday and freed three hostages.")
    assert [a.name for a in mention.actors if a.role.value == "target"] == ["Allied Democratic Forces"]


def test_a_bombing_of_the_same_day_is_another_deed(mentions: Mentions) -> None:
    found = mentions(
        "Three people were killed when shells hit a camp in el-Fasher on Thursday, local committees said. "
        "The military said its aircraft had bombed RSF positions east of the city the same day."
    )
    assert [m.sub_event_type for m in found] == ["Shelling/artillery/missile attack", "Air/drone strike"]


def test_the_same_day_as_another_deed_opens_none() -> None:
    assert not opens_another("The strikes came on the same day that a raid killed two men.", True)
    assert not opens_another("Two of the wounded died the same day.")
    assert opens_another("وقال الجيش إن طائراته قصفت مواقع شرق المدينة في اليوم نفسه.", True)


def test_who_is_told_is_no_speaker(mentions: Mentions) -> None:
    (mention,) = mentions(
        "A rocket hit a market in Nyala on Friday, killing at least 11 people, a doctors' group said. "
        "The governor told a local radio station that 14 had died."
    )
    assert ("killed", "14", "The governor") in {(c.field, c.value, c.claimant.text) for c in mention.claims}


def test_survivors_with_wounds_are_hurt(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Gunmen shot dead seven labourers in Turbat on Sunday. An eighth man survived with bullet wounds."
    )
    assert (toll_range(mention.killed), toll_range(mention.injured)) == ((7, 7, 7), (1, 1, 1))


def test_a_crowd_is_dispersed_when_it_stands(mentions: Mentions) -> None:
    found = mentions("Soldiers shot at students who had gathered in Quetta on 8 June 2025.")
    assert {m.date.edtf for m in found if m.date is not None} == {"2025-06-08"}
    assert all(m.date is not None for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "The group has controlled the city since 2014 and carried out an attack on a base near Mosul.",
        "ويسيطر التنظيم على المدينة منذ عام 2014، ونفذ هجوما على قاعدة قرب الموصل.",
    ],
)
def test_since_when_a_town_is_held_dates_no_attack(mentions: Mentions, text: str) -> None:
    assert [m.date for m in mentions(text)] == [None]


def test_what_is_shelled_now_and_then_is_a_habit_in_the_present_only(mentions: Mentions) -> None:
    (now,) = mentions("تتعرض أحياء مدينة تعز لقصف متقطع.")
    (past,) = mentions("تعرضت أطراف مدينة تعز لقصف متقطع.")
    assert (now.status.value, past.status.value) == ("aggregate", "event")
