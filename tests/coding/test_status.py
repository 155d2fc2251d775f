"""What kind of mention a deed is, with the words that decided it."""

from __future__ import annotations

import pytest

from reportedly.records import Status

from .conftest import Mentions

EVENTS = [
    "A car bomb exploded in the town of Jalula on Tuesday morning.",
    "The militants attempted to storm a prison in Hasakah on Monday.",
    "Troops managed to capture the village of Robotyne on Monday.",
    "Soldiers tried to storm the palace in Bamako on Tuesday.",
    "Seven air strikes hit a village near Saada on Monday.",
]

CUED = [
    (Status.AGGREGATE, "repeatedly", "Junta troops have repeatedly shelled villages in Sagaing since January."),
    (Status.AGGREGATE, "almost daily", "Russian forces shell Nikopol almost daily."),
    (Status.AGGREGATE, "Dozens", "Dozens of air strikes hit Saada over the past few months."),
    (Status.AGGREGATE, "Hundreds", "Hundreds of attacks have been carried out in Ituri this year."),
    (Status.AGGREGATE, "regularly", "Insurgents regularly attack convoys in northern Mozambique."),
    (Status.AGGREGATE, "Over the past year", "Over the past year, gunmen have attacked schools across the country."),
    (Status.AGGREGATE, "stepped up", "The army has stepped up its shelling of Nyala."),
    (Status.AGGREGATE, "for weeks", "RSF fighters have been shelling El Fasher for weeks."),
    (Status.AGGREGATE, "Indiscriminate", "Indiscriminate shelling of Taiz has killed hundreds of civilians."),
    (Status.AGGREGATE, "routinely", "The police routinely detain journalists in Asmara."),
    (Status.HYPOTHETICAL, "threatened", "Turkey threatened to attack Manbij."),
    (Status.HYPOTHETICAL, "will", "Israel will attack Rafah, the minister warned."),
    (Status.HYPOTHETICAL, "plans", "The militia plans to attack the town of Bunia."),
    (Status.HYPOTHETICAL, "will", "Residents fear that rebels will attack Goma."),
    (Status.HYPOTHETICAL, "If", "If the rebels attack Goma, the army will respond."),
    (Status.HYPOTHETICAL, "ordered", "The general ordered his troops to attack Tigray."),
    (Status.HYPOTHETICAL, "could", "Militants could attack the capital, the embassy warned."),
    (Status.HYPOTHETICAL, "may", "Troops may have bombed the clinic in Dellys."),
    (Status.HYPOTHETICAL, "Possible", "Possible attacks on Goma worry residents."),
    (Status.HYPOTHETICAL, "plan", "Protesters plan to march on the parliament in Tbilisi on Friday."),
    (Status.BACKGROUND, "years ago", "The town of Douma was bombed years ago."),
    (Status.BACKGROUND, "are shelling", "Rebels are shelling the city of Marib."),
    (Status.DENIED, "ambush", "The ambush near Gao did not take place."),
    (Status.DENIED, "attack", "No attack took place in Gao on Monday."),
]

NO_EVENT = [
    "The army did not shell the camp on Monday.",
    "No soldier was killed in Gao on Monday.",
    "Government warplanes never bombed the hospital in Aleppo.",
    "Reports of an attack on Gao were false.",
    "The president condemned the attack on the church in Beni.",
    "The UN is investigating the killing of two peacekeepers in Kidal.",
    "The ministry warned of possible attacks on churches in Lahore.",
    "The rebels, who shelled the city during the civil war, now hold two seats.",
]


@pytest.mark.parametrize("text", EVENTS)
def test_what_is_asserted_is_an_event(mentions: Mentions, text: str) -> None:
    found = mentions(text)
    assert [m.status for m in found] == [Status.EVENT]
    assert found[0].status_cue is None


@pytest.mark.parametrize(("status", "cue", "text"), CUED)
def test_a_cue_decides_the_status(mentions: Mentions, status: Status, cue: str, text: str) -> None:
    (mention,) = mentions(text)
    assert mention.status is status
    assert mention.status_cue is not None
    assert mention.status_cue.text == cue
    assert text[mention.status_cue.start : mention.status_cue.end] == cue


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_denied_or_only_spoken_of_is_no_event(mentions: Mentions, text: str) -> None:
    assert [m for m in mentions(text) if m.status is Status.EVENT] == []


def test_a_denial_by_a_party_leaves_an_event(mentions: Mentions) -> None:
    (mention,) = mentions("The army denied that it shelled the camp near Kalma.")
    assert mention.status is Status.EVENT


def test_deeds_of_a_year_are_no_single_event(mentions: Mentions) -> None:
    (mention,) = mentions("Here is a distribution of attacks by Turkish drones in Syria in 2019.")
    assert mention.status is Status.AGGREGATE


def test_attacks_since_a_day_are_a_total(mentions: Mentions) -> None:
    (mention,) = mentions("Since December 1, sixteen people have been killed in Turkish attacks near Homs in Syria.")
    assert mention.status is Status.AGGREGATE
