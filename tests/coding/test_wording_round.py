"""Clauses, tolls and means in the ways of writing of many wars; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role

from .conftest import Mentions, toll_range


def sides(mention: Mention, role: Role) -> set[str]:
    """Return the neutral names of a mention's actors in one role."""
    return {a.name for a in mention.actors if a.role is role}


AIR, SHELLED, PLANTED = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers raided houses in Jenin while drones circled over the camp on 3 May 2022.", "Other"),
        ("Commandos stormed a base in Kunduz with helicopters hovering overhead.", "Armed clash"),
        ("Helicopters circled over Jenin and fired at a house on 3 May 2022.", AIR),
        ("Guerrillas bombed an oil pipeline in Arauca on 4 May 2019.", PLANTED),
        ("Rebels bombed the village of Sirwah in Yemen on 4 May 2019.", SHELLED),
        ("Air force jets bombed a camp in Arauca on 4 May 2019.", AIR),
        ("The town of Mora was retaken on 4 May 2019 after a day of fighting.", "Government regains territory"),
        ("Boko Haram fighters retook the town of Mora on 4 May 2019.", "Non-state actor overtakes territory"),
        (
            "Somali troops stormed the town of Bulobarde and seized it from the militants.",
            "Government regains territory",
        ),
        ("A suicide driver blew up an SVBIED at a base in Mosul on 3 May 2016.", "Suicide bomb"),
        ("An SVBIED exploded in Mosul on 3 May 2016.", "Suicide bomb"),
        ("A drone boat exploded off the port of Hodeidah.", PLANTED),
        ("Gangs stormed the jail in Gonaives and freed hundreds of inmates. Twelve people were killed.", "Attack"),
        ("Explosion heard in central Juba.", PLANTED),
        ("Residents reported heavy gunfire in Kadugli on 4 May 2023.", "Armed clash"),
    ],
)
def test_kinds_of_deeds(mentions: Mentions, text: str, kind: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == kind


@pytest.mark.parametrize(
    "text",
    [
        "A train hit a truck at a crossing in Sohag on Monday, killing three people.",
        "A bus struck a tree in Minya and five people died.",
        "The clinic in Bentiu reported an explosion of cases.",
    ],
)
def test_mishaps_are_no_deeds(mentions: Mentions, text: str) -> None:
    assert not mentions(text)


def test_a_lorry_that_hits_a_mine_is_no_mishap(mentions: Mentions) -> None:
    (mention,) = mentions("A bus hit a landmine near Mopti on Monday, killing three people.")
    assert mention.sub_event_type == PLANTED


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Three soldiers, two Americans and a Briton, were killed in a rocket attack on Camp Taji.", (3, 3, 3), None),
        ("Three men, two women and a boy were killed by shelling in Aleppo on 3 May 2015.", (6, 6, 6), None),
        ("27 people were killed and more than 100 hurt in Tripoli, the ambulance service said.", (27, 27, 27), 100),
        (
            "Two attacks killed 64 people in Mali: one on a boat left 49 civilians and 15 soldiers dead.",
            (64, 64, 64),
            None,
        ),
        (
            "The death toll from Monday's suicide bombing in Peshawar rose to 100. More than 220 people were wounded.",
            (100, 100, 100),
            220,
        ),
    ],
)
def test_tolls_told_in_parts(mentions: Mentions, text: str, killed: tuple[int, int, int], injured: int | None) -> None:
    mention = mentions(text)[0]
    assert toll_range(mention.killed) == killed
    assert (mention.injured.best if mention.injured else None) == injured


def test_nobody_dies_of_a_surrender(mentions: Mentions) -> None:
    told = mentions("Rebels captured two outposts near Bhamo. Eight soldiers surrendered and three were killed.")
    dead = {m.sub_event_type: m.killed for m in told}
    assert dead["Change to group/activity"] is None


def test_items_of_a_list_with_heads_of_their_own_stay_apart(mentions: Mentions) -> None:
    text = "Taiz: a Houthi sniper wounded a girl in the Kalaba quarter.\nHays: a landmine killed a shepherd."
    hurt, dead = mentions(text)
    assert (hurt.killed, dead.injured) == (None, None)
    assert dead.sub_event_type == PLANTED


def test_the_clause_after_a_head_is_the_sentence(mentions: Mentions) -> None:
    (mention,) = mentions("Marib: shelling hit a camp.")
    assert mention.place is not None
    assert mention.place.name == "Marib"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The ELN blew up a bridge and FARC dissidents shot dead two policemen in Cauca on 3 May 2022.",
            {"ELN"},
            {"FARC dissidents"},
        ),
        (
            "The army shelled Sarmin on 3 May 2018 and rebels killed two soldiers near Saraqib.",
            {"Syrian Army"},
            {"Opposition factions"},
        ),
    ],
)
def test_two_doers_of_two_deeds(mentions: Mentions, text: str, first: set[str], second: set[str]) -> None:
    one, other = mentions(text)
    assert (sides(one, Role.PERPETRATOR), sides(other, Role.PERPETRATOR)) == (first, second)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Turkish forces attacked with artillery Kurdish positions near Ain Issa.", "Kurdish armed groups"),
        ("Ukrainian troops shelled Russian columns near Kherson.", "Russian Armed Forces"),
        ("Bishop Moses Adeyi was abducted in Owerri.", "Civilians"),
        ("Gunmen abducted Father John Okoye in Nsukka.", "Civilians"),
    ],
)
def test_who_was_hit(mentions: Mentions, text: str, target: str) -> None:
    (mention,) = mentions(text)
    assert sides(mention, Role.TARGET) == {target}


def test_a_ministry_speaks_from_its_capital_and_tells_of_elsewhere(mentions: Mentions) -> None:
    told = mentions("Kyiv's defence ministry said four people were killed. A missile hit a bus in Kramatorsk.")
    assert "Kyiv" not in {m.place.name for m in told if m.place}
    (hit,) = mentions("A drone hit Kyiv's defence ministry.")
    assert hit.place is not None
    assert hit.place.name == "Kyiv"


def test_a_fight_pointed_back_to_is_told_once(mentions: Mentions) -> None:
    text = (
        "Two militants were killed in a gunfight in the Kulgam district of Kashmir on Friday. "
        "The encounter began after security forces cordoned off the village of Redwani."
    )
    assert len(mentions(text)) == 1


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ten attacks in Raqqa left four civilians, including a woman and a child, and eight soldiers dead.", 12),
        ("Fighter jets struck the town of Tabqa killing at least 10 civilians activist group Tabqa Watch said.", 10),
        ("Army units were able to kill about 40 militants near Palmyra on 3 May 2016.", 40),
        ("The council condemned an attack on a school in western Aleppo on Thursday that killed six children.", 6),
    ],
)
def test_the_dead_are_found(mentions: Mentions, text: str, killed: int) -> None:
    (mention,) = mentions(text)
    assert mention.killed is not None
    assert mention.killed.best == killed


@pytest.mark.parametrize(
    ("text", "kind", "statuses"),
    [
        (
            "The army foiled an attempt by rebels to attack Saraqib and inflicted losses on them.",
            "Armed clash",
            ["event"],
        ),
        ("Police foiled an attempt to attack a church in Jos.", "Armed clash", ["hypothetical"]),
        (
            "Strikes killed 12 people in Aleppo on Monday, bringing to 45 the number killed in 24 hours of raids.",
            AIR,
            ["event"],
        ),
    ],
)
def test_attempts_and_windows(mentions: Mentions, text: str, kind: str, statuses: list[str]) -> None:
    told = mentions(text)
    assert [m.status.value for m in told][: len(statuses)] == statuses
    if statuses[0] == "event":
        assert told[0].sub_event_type == kind


def test_the_day_of_what_somebody_did_otherwise_is_not_the_deeds(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The coalition, which launched an air war in Syria last September, said it carried out air strikes on Raqqa."
    )
    assert mention.date is None


def test_villages_without_points_of_their_own_are_two(mentions: Mentions) -> None:
    told = mentions(
        "Shelling targeted the village of Kafr Qubur near the town of Tell Tamer. On Sunday, three civilians were "
        "injured by Turkish shelling in the village of Darb Laban, southwest of Tell Tamer."
    )
    assert len(told) == 2


def test_a_toll_told_again_of_two_quarters(mentions: Mentions) -> None:
    told = mentions(
        "Seven people were injured on 3 May 2016 when rockets hit the Mazzeh area in Damascus. Rebels fired rockets at "
        "the neighborhoods of Qaboun and Mazzeh, injuring seven people."
    )
    assert sum(m.injured.best for m in told if m.injured) == 7


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("ISIS also lost 15 fighters in the attack on Palmyra on 3 May 2016.", Role.TARGET, {"Islamic State"}),
        (
            "Eight civilians were killed on 3 May 2016 in rebel fire on the west of Aleppo.",
            Role.PERPETRATOR,
            {"Opposition factions"},
        ),
    ],
)
def test_who_lost_and_whose_fire(mentions: Mentions, text: str, role: Role, names: set[str]) -> None:
    (mention,) = mentions(text)
    assert sides(mention, role) == names


def test_tanks_of_fuel_do_not_fire(mentions: Mentions) -> None:
    (mention,) = mentions("Fighters stormed crossings in Abu Hamam on 3 May 2016 and set fire to diesel tanks.")
    assert mention.weapon is None


def test_forces_that_killed_later_did_not_make_the_attack(mentions: Mentions) -> None:
    first, second = mentions(
        "Gunmen opened fire on a bus carrying labourers near Gwadar on Tuesday night, killing seven of them. "
        "Security forces later killed eight attackers."
    )
    assert (toll_range(first.killed), toll_range(second.killed)) == ((7, 7, 7), (8, 8, 8))


def test_a_rival_count_is_the_same_deeds(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Militants besieged a base in Bulo Marer on 26 May 2023, killing 54 soldiers, Uganda's president said. "
        "Al-Shabaab had claimed to have killed 137 soldiers."
    )
    assert toll_range(mention.killed) == (54, 54, 54)


def test_what_only_was_targeted_is_no_second_strike(mentions: Mentions) -> None:
    (mention,) = mentions(
        "An air strike hit a kindergarten in Mekelle on Friday, killing seven people. "
        "The government said only military sites were targeted."
    )
    assert mention.sub_event_type == AIR


def test_an_outlets_name_is_no_place(mentions: Mentions) -> None:
    (mention,) = mentions("RSF drones targeted an ammunition depot this morning, witnesses told the Sudan Herald.")
    assert mention.place is None or mention.place.name is None


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("Militants beheaded two Christians in Macomia district on 3 May 2022.", Role.TARGET, {"Civilians"}),
        ("Insurgents sprayed a shop with bullets in Narathiwat.", Role.PERPETRATOR, {"Unidentified armed group"}),
        (
            "Units of the Tsentr Group of Forces have liberated the settlement of Avdiivka.",
            Role.PERPETRATOR,
            {"Russian Armed Forces"},
        ),
    ],
)
def test_more_sides(mentions: Mentions, text: str, role: Role, names: set[str]) -> None:
    (mention,) = mentions(text)
    assert sides(mention, role) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Warplanes bombed Gharyan, south of Tripoli, on 3 May 2019.", set()),
        ("LNA jets took off. Warplanes bombed Gharyan, south of Tripoli, an hour later.", {"Libyan National Army"}),
        ("Turkish F-16s struck a village near Duhok in northern Iraq.", {"Turkish Air Force"}),
    ],
)
def test_whose_planes(mentions: Mentions, text: str, names: set[str]) -> None:
    assert sides(mentions(text)[-1], Role.PERPETRATOR) == names


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Houthi forces fired a missile at a tanker in the Gulf of Aden on 26 January 2024.", None),
        ("Houthi forces fired a missile at a barracks in Aden on 26 January 2024.", "Aden"),
        ("Clashes between Hema and Lendu militias left 14 dead in Djugu territory.", "Djugu"),
        ("Aleppos Bustan al-Qasr district was shelled on 4 May 2019.", "Bustan al-Qasr"),
    ],
)
def test_names_of_waters_peoples_and_owners(mentions: Mentions, text: str, place: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.place.name if mention.place else None) == place


def test_others_are_killed_too(mentions: Mentions) -> None:
    (mention,) = mentions("A car bomb in Herat exploded, killing pro-Taliban cleric Mujib Nuri and at least 17 others.")
    assert toll_range(mention.killed) == (18, 18, None)


def test_one_riot_is_one_row(mentions: Mentions) -> None:
    assert len(mentions("Demonstrators burned tyres and threw stones at police in Conakry.")) == 1


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        (
            "SNHR documented 19 killed, incl. 9 children & 2 women, and 4 injured in regime airstrikes on Saraqib, Idlib.",
            19,
            4,
        ),
        ("Shelling left six people dead, and 75 others injured, mostly displaced people in camps in Maram.", 6, 75),
        (
            "Rocket attack injures three civilians in Lattakia countryside Three civilians were injured in a rocket "
            "attack on Slinfah.",
            None,
            3,
        ),
    ],
)
def test_tolls_of_posts_and_glued_headlines(
    mentions: Mentions, text: str, killed: int | None, injured: int | None
) -> None:
    (mention,) = mentions(text)
    assert (mention.killed.best if mention.killed else None) == killed
    assert (mention.injured.best if mention.injured else None) == injured


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At Least 10 Civilians killed 40 injured in Rocket Fire in Daraa.", "Daraa"),
        ("The strikes killed four fighters, according to the monitor, an organization based in Coventry.", None),
    ],
)
def test_what_is_no_place_of_a_deed(mentions: Mentions, text: str, place: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.place.name if mention.place else None) == place


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        ("SDF arrest ISIS leader in Deir ez-Zor", {"Syrian Democratic Forces"}, {"Islamic State"}),
        (
            "Coalition and SDF arrest ex-ISIS leader in Deir ez-Zor",
            {"Global Coalition against Daesh", "Syrian Democratic Forces"},
            {"Islamic State"},
        ),
        ("SDF arrest campaign hits Raqqa", {"Syrian Democratic Forces"}, set()),
        ("Police, gunmen trade fire in Jos", {"Police Forces of Nigeria"}, {"Unidentified armed group"}),
    ],
)
def test_headlines(mentions: Mentions, text: str, doers: set[str], hit: set[str]) -> None:
    (mention,) = mentions(text)
    assert (sides(mention, Role.PERPETRATOR), sides(mention, Role.TARGET)) == (doers, hit)


def test_a_comma_between_two_headlines(mentions: Mentions) -> None:
    one, other = mentions("Fighter killed in Manbij, shelling kills four in Tel Abyad")
    assert (toll_range(one.killed), toll_range(other.killed)) == ((1, 1, 1), (4, 4, 4))
