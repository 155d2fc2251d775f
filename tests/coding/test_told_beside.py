"""What places have been through, and what goes on elsewhere, beside the deed that a sentence tells; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role

from .conftest import Mentions


def names(mention: Mention, role: Role) -> set[str]:
    """Return the neutral names of a mention's actors in a role."""
    return {a.name for a in mention.actors if a.role is role}


@pytest.mark.parametrize(
    "past",
    [
        "in an area that has witnessed fighting between the army and rebels",
        "in a district that has seen heavy shelling by Russian forces",
        "in a town which has been hit by repeated attacks since 2019",
    ],
)
def test_what_a_place_has_been_through_is_no_part_of_the_deed(mentions: Mentions, past: str) -> None:
    (row,) = mentions(f"A drone hit a truck near Poltava in Ukraine on Monday, killing two farmers, {past}.")
    assert row.sub_event_type == "Air/drone strike"
    assert names(row, Role.PERPETRATOR) == set()
    assert names(row, Role.TARGET) == {"Civilians"}


def test_a_days_attack_set_beside_an_offensive_is_told_already(mentions: Mentions) -> None:
    (row,) = mentions(
        "Gunmen killed three soldiers in Gao on Monday. Monday's attack comes as government forces are on the offensive "
        "against jihadists in other parts of Mali."
    )
    assert row.place is not None
    assert row.place.gazetteer_name == "Gao"


def test_a_force_that_has_another_speaker_after_it_is_the_doer(mentions: Mentions) -> None:
    (row,) = mentions("The Russian air force targeted at least 243 civilian facilities in May 2016, the network said.")
    assert names(row, Role.PERPETRATOR) == {"Russian Air Force"}


def test_the_air_force_day_of_an_execution_is_another_deed(mentions: Mentions) -> None:
    row = mentions(
        "Thirty civilians were killed on Saturday in air strikes on the town of Jayrud in Syria a day after the execution of "
        "a pilot a monitor and rebels said."
    )[0]
    assert row.killed is not None
    assert row.killed.best == 30


def test_what_is_only_asked_is_no_deed(mentions: Mentions) -> None:
    assert (
        mentions("The monitor says it determines whose planes carry out raids in Syria by type and flight patterns.")
        == ()
    )


NEWS = "Shells hit a market in Idlib in Syria on Monday, killing four people. The dead were traders. "


@pytest.mark.parametrize(
    ("course", "status"),
    [
        ("The militants seized large areas of Syria and Iraq.", "background"),
        ("It launched an offensive in Iraq in 2014.", "background"),
        ("The coalition carried out air strikes in Syria on Sunday.", "event"),
        ("Militants attacked a patrol in Iraq, killing two soldiers.", "event"),
    ],
)
def test_the_course_of_a_war_is_background(mentions: Mentions, course: str, status: str) -> None:
    rows = mentions(NEWS + course)
    assert [r.status.value for r in rows if r.place is not None and r.place.name != "Idlib"] == [status]


def test_a_lone_report_of_a_whole_country_is_its_event(mentions: Mentions) -> None:
    (row,) = mentions("The militants seized large areas of Syria.")
    assert row.status.value == "event"


def test_what_is_to_cease_is_no_clash(mentions: Mentions) -> None:
    (row,) = mentions(
        "A woman was killed in attacks with rocket shells on homes in Aleppo in Syria in a new breach of the cessation of "
        "hostilities."
    )
    assert row.sub_event_type == "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    "setting",
    [
        "The bombardment came as talks opened in Astana in Kazakhstan.",
        "The new bombardment comes in the wake of army gains in Aleppo.",
        "The bombardment came ahead of talks in Geneva.",
    ],
)
def test_a_place_beside_is_not_that_of_the_deed(mentions: Mentions, setting: str) -> None:
    (row,) = mentions(f"Shells hit Harasta in Syria on Tuesday, wounding 10 people. {setting}")
    assert row.place is not None
    assert row.place.name == "Harasta"


def test_fighting_elsewhere_is_another_row(mentions: Mentions) -> None:
    rows = mentions("Jets bombed a camp in Idlib in Syria on Sunday amid fighting in Aleppo.")
    assert [(r.place.name if r.place else None, r.sub_event_type) for r in rows] == [
        ("Idlib", "Air/drone strike"),
        ("Aleppo", "Armed clash"),
    ]


def test_two_speakers_at_the_end_are_no_victims(mentions: Mentions) -> None:
    (row,) = mentions(
        "Rebel shelling on Damascus in Syria killed four civilians on Sunday a monitor and a medical source said."
    )
    assert row.killed is not None
    assert row.killed.best == 4
