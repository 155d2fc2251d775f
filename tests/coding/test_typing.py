"""Each of ACLED's 25 sub-event types on sentences that are coded so."""

from __future__ import annotations

import pytest

from reportedly.codebook import SUB_EVENT_TYPES, event_type_of
from reportedly.records import Status

from .conftest import Mentions

TYPED = {
    "Armed clash": [
        "Army troops clashed with separatist rebels near Kumba on Monday.",
        "Armed men stormed the village of Barsalogho on Monday.",
        "Fighting broke out between M23 rebels and Congolese troops near Sake on Monday.",
    ],
    "Government regains territory": [
        "Syrian government forces recaptured the town of Kafr Nabl from opposition factions on Monday.",
        "Ukrainian forces liberated the village of Robotyne on Monday.",
    ],
    "Non-state actor overtakes territory": [
        "The Houthis seized the town of Hazm on Monday.",
        "The rebel group announced that it had captured the town of Bambari on Monday.",
    ],
    "Excessive force against protesters": [
        "Police opened fire on protesters in Conakry on Monday, killing two.",
        "Security forces shot dead three demonstrators in Mandalay on Monday.",
    ],
    "Protest with intervention": ["Police dispersed protesters in Nairobi on Monday with tear gas."],
    "Peaceful protest": [
        "Hundreds of residents demonstrated in Tripoli on Monday over power cuts.",
        "Thousands of people marched in Tbilisi on Monday against the new law.",
    ],
    "Violent demonstration": [
        "Protesters set fire to a police station in Dakar on Monday.",
        "Demonstrators hurled stones at riot police in Dhaka on Monday.",
    ],
    "Mob violence": [
        "A mob beat a suspected thief to death in Kano on Monday.",
        "A crowd lynched a man accused of blasphemy in Sokoto on Monday.",
    ],
    "Chemical weapon": ["A chemical attack hit the town of Douma on Monday."],
    "Air/drone strike": [
        "Russian warplanes bombed a hospital in Maarat al-Numan on Monday.",
        "A drone strike hit a fuel depot in Feodosia on Monday.",
        "A drone dropped a bomb on a house in Kherson on Monday, injuring a pensioner.",
    ],
    "Suicide bomb": ["A suicide bomber blew himself up at a mosque in Kunduz on Monday."],
    "Shelling/artillery/missile attack": [
        "Russian artillery shelled Nikopol on Monday.",
        "Houthi forces fired a ballistic missile at Marib on Monday.",
        "Rockets hit the airport in Erbil on Sunday.",
    ],
    "Remote explosive/landmine/IED": [
        "A roadside bomb exploded near a police vehicle in Kirkuk on Monday.",
        "A landmine exploded under a bus near Mopti on Monday.",
    ],
    "Grenade": [
        "A grenade exploded at a bus stop in Goma on Monday.",
        "Gunmen hurled a grenade at a police post in Mombasa on Monday, wounding two officers.",
    ],
    "Sexual violence": ["Gunmen raped several women in a camp near El Fasher on Monday."],
    "Attack": [
        "Gunmen shot dead a journalist in Kabul on Monday.",
        "Militiamen attacked villagers in Beni on Monday, killing four.",
    ],
    "Abduction/forced disappearance": [
        "Gunmen kidnapped five students from a school in Kaduna on Monday.",
        "Armed men abducted a priest in Port-au-Prince on Monday.",
    ],
    "Agreement": [
        "The government and the rebels signed a ceasefire agreement in Juba on Monday.",
        "The two sides agreed to a truce in Hodeidah on Monday.",
    ],
    "Arrests": [
        "Police arrested six opposition activists in Kampala on Monday.",
        "Israeli forces detained four Palestinians in Jenin on Monday.",
    ],
    "Change to group/activity": [
        "The two factions merged in Idlib on Monday.",
        "The former rebels laid down their arms in Bossangoa on Monday.",
    ],
    "Disrupted weapons use": [
        "Air defences shot down two drones over Odesa on Monday.",
        "Sappers defused a bomb in Kirkuk on Monday.",
        "Police seized a weapons cache in Maiduguri on Monday.",
    ],
    "Headquarters or base established": [
        "Turkish forces set up an observation post in Tell Touqan on Monday.",
        "Russian forces established a military base in Qamishli on Monday.",
    ],
    "Looting/property destruction": [
        "Gunmen looted shops in Khartoum on Monday.",
        "Militants burned houses in Chibok on Monday.",
    ],
    "Non-violent transfer of territory": [
        "Rebels handed over the town of Harasta to the army on Monday.",
        "Government troops withdrew from the town of Bambari on Monday, handing it to the rebels.",
    ],
    "Other": [
        "The Houthis released 20 prisoners in Sanaa on Monday.",
        "The army deployed reinforcements to Deir Ezzor on Monday.",
        "Russian and Turkish forces conducted a joint patrol near Kobani on Monday.",
    ],
}


def test_every_type_has_a_sentence() -> None:
    assert set(TYPED) == set(SUB_EVENT_TYPES)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TYPED.items() for text in texts])
def test_sentence_is_of_its_type(mentions: Mentions, kind: str, text: str) -> None:
    (mention,) = mentions(text)
    assert mention.status is Status.EVENT
    assert mention.sub_event_type == kind
    assert mention.event_type == event_type_of(kind)


def test_what_a_word_says_depends_on_the_weapon_told_with_it(mentions: Mentions) -> None:
    kinds = [
        mentions(f"{weapon} hit a market in Taiz on Monday.")[0].sub_event_type
        for weapon in ("A drone", "A mortar shell", "A car bomb")
    ]
    assert kinds == ["Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"]
