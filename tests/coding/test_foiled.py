"""What was foiled: a bomb is a weapon disrupted by those who foiled it, a fight that cost lives took place."""

from __future__ import annotations

from reportedly.records import Role, Status

from .conftest import Mentions, toll_range


def test_a_foiled_bombing_is_a_weapon_disrupted(mentions: Mentions) -> None:
    (mention,) = mentions("Iraqi soldiers foiled a car bomb attack in Kirkuk on Monday.")
    assert (mention.status, mention.sub_event_type) == (Status.EVENT, "Disrupted weapons use")
    assert {a.role for a in mention.actors} == {Role.PERPETRATOR}


def test_a_foiled_attempt_that_cost_lives_took_place(mentions: Mentions) -> None:
    (mention,) = mentions("Troops foiled an attempt by militants to attack a post in Kirkuk on Monday, killing four.")
    assert (mention.status, toll_range(mention.killed)) == (Status.EVENT, (4, 4, 4))


def test_a_foiled_attempt_without_a_toll_and_attacks_planned_are_not_told_as_done(mentions: Mentions) -> None:
    for text in (
        "Troops foiled an attempt by militants to attack a post in Kirkuk on Monday.",
        "Police foiled attacks planned for the holidays in Kirkuk.",
    ):
        assert {m.status for m in mentions(text)} == {Status.HYPOTHETICAL}


def test_an_attack_repelled_took_place(mentions: Mentions) -> None:
    (mention,) = mentions("The army repelled an attack by rebels on Kirkuk on Monday.")
    assert (mention.status, mention.sub_event_type) == (Status.EVENT, "Armed clash")
