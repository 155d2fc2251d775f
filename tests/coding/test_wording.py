"""Ways of writing that readers of other wars' reports meet: sides, parts of tolls, addresses, names; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Role

from .conftest import Mentions, toll_range


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("Fighting between ELN guerrillas and the army killed two in Tibu.", "ELN", "Military Forces of Colombia"),
        (
            "Fighting between al-Shabaab and Somali government forces in Baidoa killed 12 people.",
            "Al-Shabaab",
            "Military Forces of Somalia",
        ),
        (
            "Heavy fighting between ELN guerrillas and the army left two dead in Tibu.",
            "ELN",
            "Military Forces of Colombia",
        ),
        (
            "A gun battle between police and gang members in Port-au-Prince killed four.",
            "Police Forces of Haiti",
            "Unidentified armed group",
        ),
    ],
)
def test_both_sides_of_fighting(mentions: Mentions, text: str, perpetrator: str, target: str) -> None:
    (mention,) = mentions(text)
    assert {(a.role, a.name) for a in mention.actors} == {(Role.PERPETRATOR, perpetrator), (Role.TARGET, target)}
    assert mention.place is not None
    assert mention.place.name is not None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shells struck the camp in Goma, killing 21 people and wounding 40 more.", 21, 40),
        ("The blast in Goma killed 21 and 14 more were hurt.", 21, 14),
        ("The strike in Goma killed 14 people, among them two militants from Rwanda.", 14, None),
        ("The strike in Goma killed 14 people, three women and two children among them.", 14, None),
        ("The strike in Goma killed 10 soldiers and 5 civilians, among them two children.", 15, None),
        ("Two days earlier a landmine killed two children in Aden, officials said.", 2, None),
        ("A bomb in Goma killed four people and damaged ten more.", 4, None),
        ("Goma was shelled: 2 killed, 5 wounded.", 2, 5),
        ("Goma: shelling; 2 civilians killed, 5 wounded.", 2, 5),
    ],
)
def test_tolls(mentions: Mentions, text: str, killed: int, injured: int | None) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == (killed,) * 3
    assert toll_range(mention.injured) == (None if injured is None else (injured,) * 3)


def test_an_enumeration_after_a_colon_is_no_claimant(mentions: Mentions) -> None:
    (mention,) = mentions("The strike in Goma killed 14 people: nine men, three women and two children.")
    assert [c.claimant.text for c in mention.claims] == ["unknown outlet"]
    (headline,) = mentions("Strike in Goma kills 14: witnesses")
    assert [c.claimant.text for c in headline.claims] == ["witnesses"]


def test_rebels_beside_soldiers_stay_a_target(mentions: Mentions) -> None:
    (mention,) = mentions("The strike in Goma killed 14 soldiers and 21 rebels.")
    assert {a.name for a in mention.actors} == {
        "Military Forces of the Democratic Republic of Congo",
        "Unidentified armed group",
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops clashed with rebels in Barangay San Pedro, Uson, Masbate on Monday.", "San Pedro"),
        ("Gunmen killed two farmers in Wakwelo village, Bokkos, Plateau state, on Monday.", "Wakwelo"),
        ("Gunmen killed two farmers in Wakwelo, Bokkos local government area, on Monday.", "Wakwelo"),
        ("Militants attacked an army post in Spinwam, Mir Ali, North Waziristan, on Monday.", "Spinwam"),
        ("The jet bombed a clinic in Let Yet Kone, Depayin township, on Monday.", "Let Yet Kone"),
        ("The jet bombed a clinic in Let Yet Kone, a village in Depayin, killing two.", "Let Yet Kone"),
        ("Shells hit Tal Sakhra, a mostly Druze village near Suwayda, killing two.", "Tal Sakhra"),
    ],
)
def test_an_address_is_one_place(mentions: Mentions, text: str, place: str) -> None:
    (mention,) = mentions(text)
    assert mention.place is not None
    assert mention.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell in Bakhmut, Toretsk and Avdiivka on Monday, killing two people.",
        "Shells hit houses in Homs, Hama, Idlib on Monday, killing two people.",
    ],
)
def test_a_list_is_several_places(mentions: Mentions, text: str) -> None:
    assert len(mentions(text)) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police killed four men in Dar es Salaam on Monday.", "Police Forces of Tanzania"),
        ("Police killed four men in Osh on Monday.", "Police Forces of Kyrgyzstan"),
        ("Let us recall that gunmen killed a guard in Sopore on Monday.", "Unidentified armed group"),
        ("LeT gunmen killed a guard in Sopore on Monday.", "Lashkar-e-Taiba"),
    ],
)
def test_who_did_it(mentions: Mentions, text: str, name: str) -> None:
    (mention,) = mentions(text)
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == [name]


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("Soldiers killed an ophthalmologist in Bannu on Saturday.", "Attack", 1),
        ("An ophthalmologist was killed in Bannu on Saturday.", "Attack", 1),
        ("Villagers shot dead a thief in Bannu on Saturday.", "Mob violence", 1),
        ("Two men on a motorcycle shot dead a trader in Bannu on Saturday.", "Attack", 1),
        ("Two oncologists and a plumber were shot dead in Bannu on Saturday.", "Attack", 3),
    ],
)
def test_who_was_killed_is_known_by_what_he_does(mentions: Mentions, text: str, kind: str, killed: int) -> None:
    (mention,) = mentions(text)
    assert (mention.sub_event_type, toll_range(mention.killed)) == (kind, (killed,) * 3)
    assert [a.name for a in mention.actors if a.role is Role.TARGET] == ["Civilians"]


@pytest.mark.parametrize("text", ["Soldiers killed a cow in Bannu on Saturday.", "The war killed all trade in Bannu."])
def test_what_is_no_person_is_no_event_and_its_killers_are_no_dead(mentions: Mentions, text: str) -> None:
    assert mentions(text) == ()


def test_the_killing_of_attackers_is_an_event_of_its_own(mentions: Mentions) -> None:
    text = "Gunmen attacked Kenscoff on Monday, killing at least 15 people. Police said that they had shot dead 20 bandits."
    first, second = mentions(text)
    assert toll_range(first.killed) == (15, 15, None)
    assert toll_range(second.killed) == (20, 20, 20)
    assert [a.name for a in second.actors] == ["Police Forces of Haiti", "Unidentified armed group"]


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "The army announced the liberation of Wad Madani on Monday.",
            "Government regains",
            "Military Forces of Sudan",
        ),
        (
            "Ukraine's army said Russia had claimed the capture of Pokrovsk in Donetsk region on Monday.",
            "Non-state actor overtakes",
            "Russia",
        ),
        ("Russian troops captured Pokrovsk on Monday.", "Non-state actor overtakes", "Russian Armed Forces"),
        ("Ukrainian troops recaptured Robotyne on Monday.", "Government regains", "Military Forces of Ukraine"),
    ],
)
def test_who_took_a_place_and_for_whom(mentions: Mentions, text: str, kind: str, doer: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type.startswith(kind)
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == [doer]


def test_items_of_a_digest_are_told_apart(mentions: Mentions) -> None:
    text = (
        "Kherson region, last 24 hours (administration, 11.08.2023)\n"
        "▪️Kherson city was shelled: 2 killed, 5 wounded.\n"
        "▪️Stanislav: an apartment building was hit by KAB, no casualties.\n"
        "▪️Beryslivka – shelling near the school, two wounded.\n"
    )
    found = mentions(text)
    assert [m.place.name for m in found if m.place is not None] == ["Kherson", "Stanislav", "Beryslivka"]
    assert [toll_range(m.injured) for m in found] == [(5, 5, 5), (0, 0, 0), (2, 2, 2)]
    assert {c.claimant.text for m in found for c in m.claims} == {"unknown outlet"}


def test_the_first_item_of_a_list_is_no_title(mentions: Mentions) -> None:
    first, second = mentions("- Goma: air strike, 3 civilians killed.\n- Bukavu: shelling, 2 wounded.\n")
    assert (toll_range(first.killed), toll_range(second.injured)) == ((3, 3, 3), (2, 2, 2))


@pytest.mark.parametrize(
    "text",
    [
        "An Israeli strike on a school in Gaza City killed 12 people on Monday. "
        "The Israeli military said it had targeted Hamas fighters.",
        "An Israeli strike on a house in southern Beirut killed four people on Friday, officials said, "
        "while the Israeli military said it had struck a command center.",
        "Russian missiles killed three people in Kharkiv on Monday. Russia's army said it had struck military targets.",
    ],
)
def test_the_doers_own_word_speaks_of_the_same_deed(mentions: Mentions, text: str) -> None:
    (mention,) = mentions(text)
    assert [c.claimant.kind.value for c in mention.claims if "sra" in c.claimant.text or "Russ" in c.claimant.text] == [
        "belligerent"
    ]
    assert [a.name for a in mention.actors if a.role is Role.TARGET] == ["Civilians"]


def test_the_attackers_own_dead_are_not_whom_they_attacked(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Rebels attacked a post near Goma on Monday, killing 3. The army said it had killed 20 rebels."
    )
    assert [a.role for a in mention.actors] == [Role.PERPETRATOR]
    assert ("killed", "20") in {(c.field, c.value) for c in mention.claims}


def test_the_items_of_a_dated_list_keep_their_days(mentions: Mentions) -> None:
    text = (
        "Weekly protection digest, 7-16 June 2021\n"
        "7 June, Hebron: soldiers arrested a student.\n"
        "16 June, Jenin: soldiers arrested a teacher.\n"
    )
    assert [m.date.edtf for m in mentions(text) if m.date is not None] == ["2021-06-07", "2021-06-16"]


@pytest.mark.parametrize(("since", "status"), [("Monday", "event"), ("January", "aggregate")])
def test_fighting_of_some_days_is_one_event(mentions: Mentions, since: str, status: str) -> None:
    text = f"Fighting between the ELN and the army in Tibu has left at least 30 dead since {since}, officials said."
    (mention,) = mentions(text)
    assert mention.status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "Four soldiers were killed in Homs and six rebels were wounded in Hama, police said.",
        "Four men were killed in Homs and six wounded in Hama.",
        "Four people died in Homs and six soldiers were hurt in Hama.",
    ],
)
def test_tolls_of_two_towns(mentions: Mentions, text: str) -> None:
    first, second = mentions(text)
    assert (first.place.name if first.place else "", toll_range(first.killed)) == ("Homs", (4, 4, 4))
    assert (second.place.name if second.place else "", toll_range(second.injured)) == ("Hama", (6, 6, 6))


def test_killed_and_hurt_in_one_blast(mentions: Mentions) -> None:
    text = "JAMMU: A porter was killed and two soldiers were injured when an IED went off in Akhnoor, officials said."
    (mention,) = mentions(text)
    assert (toll_range(mention.killed), toll_range(mention.injured)) == ((1, 1, 1), (2, 2, 2))
    assert mention.place is not None
    assert mention.place.name == "Akhnoor"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Troops shelled the town of Adigrat on Monday and arrested five men.", ["Shelling", "Arrests"]),
        ("Troops shelled the town of Adigrat on Monday and looted its hospital.", ["Shelling", "Looting"]),
        ("Jets bombed the town of Adigrat on Monday and burned the market.", ["Air"]),
    ],
)
def test_deeds_of_two_kinds_are_two(mentions: Mentions, text: str, kinds: list[str]) -> None:
    found = [m.sub_event_type or "" for m in mentions(text)]
    assert len(found) == len(kinds)
    assert all(kind.startswith(name) for kind, name in zip(found, kinds, strict=True))


def test_those_fired_at_while_they_marched_are_one_event(mentions: Mentions) -> None:
    text = (
        "Kenyan police fired live rounds and tear gas at protesters marching towards parliament in Nairobi on Tuesday; "
        "at least five people were shot dead and 31 wounded, Amnesty said."
    )
    (mention,) = mentions(text)
    assert mention.sub_event_type == "Excessive force against protesters"
    assert (toll_range(mention.killed), toll_range(mention.injured)) == ((5, 5, None), (31, 31, 31))


def test_who_launched_what_was_shot_down_is_the_target(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Ukrainian air defences downed 24 of 31 drones launched by Russia overnight, the air force said."
    )
    sides = [(a.role, a.name) for a in mention.actors]
    assert sides == [(Role.PERPETRATOR, "Military Forces of Ukraine"), (Role.TARGET, "Russian Air Force")]


def test_the_army_in_palestine_is_the_one_that_is_there(mentions: Mentions) -> None:
    (mention,) = mentions("Two Palestinians were shot dead in Jenin on Tuesday by soldiers, the health ministry said.")
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == ["Israel Defense Forces"]


def test_what_had_been_hit_speaks_of_the_strike_told_before(mentions: Mentions) -> None:
    text = (
        "A drone strike on a school in Gedeb in Ethiopia killed 100 people on Thursday, four witnesses said. "
        'The regional administration said that "members of the extremist group" had been hit.'
    )
    (mention,) = mentions(text)
    assert {c.claimant.text for c in mention.claims} == {"four witnesses", "The regional administration"}


def test_one_more_counts_one(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen killed two traders in Maradi on Friday, wounding a third.")
    assert (toll_range(mention.killed), toll_range(mention.injured)) == ((2, 2, 2), (1, 1, 1))


@pytest.mark.parametrize("area", ["S. Idlib", "S. #Idlib", "southern Idlib"])
def test_a_town_in_the_south_of_a_province_is_one_place(mentions: Mentions, area: str) -> None:
    (mention,) = mentions(f"Warplanes bombed Khan Sheikhoun city, {area}, killing two men.")
    assert [mention.place.name if mention.place else None] == ["Khan Sheikhoun"]


@pytest.mark.parametrize("who", ["poet", "party leader", "European", "shop owner", "driver of a truck", "informant"])
def test_one_of_any_calling_is_one_civilian(mentions: Mentions, who: str) -> None:
    (mention,) = mentions(f"Gunmen shot dead a {who} in Mogadishu on Monday.")
    assert [a.name for a in mention.actors if a.role is Role.TARGET] == ["Civilians"]
    assert toll_range(mention.killed) == (1, 1, 1)


def test_a_second_deed_to_one_victim_is_one_row(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen kidnapped a doctor and killed him in Aden on Monday.")
    assert toll_range(mention.killed) == (1, 1, 1)
    assert [a.name for a in mention.actors if a.role is Role.TARGET] == ["Civilians"]


def test_a_plane_that_brings_people_is_no_weapon(mentions: Mentions) -> None:
    text = "Three explosions rocked Aden airport as a plane carrying the cabinet landed, and 25 people were killed."
    (mention,) = mentions(text)
    assert (mention.sub_event_type, mention.weapon) == ("Remote explosive/landmine/IED", None)


def test_what_a_deed_aims_at_is_no_second_deed(mentions: Mentions) -> None:
    (mention,) = mentions("Police fired tear gas to disperse the protesters in Khartoum on Friday.")
    assert (mention.sub_event_type, mention.status) == ("Protest with intervention", "event")
