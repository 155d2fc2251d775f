"""Ways in which wires, monitors and communiqués of many wars tell deeds, each with what must be read from it; all invented."""

from __future__ import annotations

import pytest

from reportedly.records import Mention

from .conftest import Mentions, toll_range

ATTACK, CLASH, STRIKE = "Attack", "Armed clash", "Air/drone strike"


def names(mention: Mention, role: str) -> set[str]:
    return {a.name for a in mention.actors if a.role.value == role}


@pytest.mark.parametrize(
    ("text", "killed", "claimant"),
    [
        (
            "Shelling of the market in Nyala killed at least 22 people, including 11 children, residents and a rebel group said.",
            (22, 22, None),
            "residents and a rebel group",
        ),
        (
            "An air strike on Loikaw killed eight people, including a doctor, the army and rescuers say.",
            (8, 8, 8),
            "the army and rescuers",
        ),
        ("Gunmen killed a teacher, a nurse and two guards in Kano, police said.", (4, 4, 4), "police"),
    ],
)
def test_speakers_behind_a_list_of_victims_speak(
    mentions: Mentions, text: str, killed: tuple[int, int, int | None], claimant: str
) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == killed
    assert claimant in {c.claimant.text for c in mention.claims}


@pytest.mark.parametrize(
    ("text", "type_", "perpetrator", "target"),
    [
        ("The army lost Goma to M23 in January.", "Non-state actor overtakes territory", "M23", None),
        (
            "Rebels lost two villages near Taiz to government forces on Sunday.",
            "Government regains territory",
            None,
            None,
        ),
        ("RSF fighters stormed the village of Wad Rawah on Sunday, killing 14 people.", ATTACK, None, "Civilians"),
        (
            "Gunmen ambushed a bus near Mandera, killing five passengers.",
            ATTACK,
            "Unidentified armed group",
            "Civilians",
        ),
        ("Gunmen ambushed a patrol near Mandera, killing five soldiers.", CLASH, "Unidentified armed group", None),
        (
            "Bombings in Kabul killed at least 12 people on Thursday.",
            "Remote explosive/landmine/IED",
            None,
            "Civilians",
        ),
        ("Bombings by Russian jets killed three people in Idlib on Friday.", STRIKE, None, "Civilians"),
        ("Ten people were killed in barrel bomb attacks on Daraa on Friday.", STRIKE, None, "Civilians"),
        ("Insurgents brought down a helicopter over Sagaing on Friday.", "Disrupted weapons use", None, None),
        ("Police and protesters clashed in Lagos on Friday.", "Violent demonstration", None, "Civilians"),
        (
            "Clashes between police and protesters in Lagos left two people dead on Friday.",
            "Excessive force against protesters",
            None,
            "Civilians",
        ),
        (
            "Police dispersed protesters in Nairobi on Monday with tear gas. Two students were injured.",
            "Excessive force against protesters",
            None,
            "Civilians",
        ),
    ],
)
def test_types_follow_who_was_hit_and_how(
    mentions: Mentions, text: str, type_: str, perpetrator: str | None, target: str | None
) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == type_
    assert perpetrator is None or perpetrator in names(mention, "perpetrator")
    assert target is None or target in names(mention, "target")


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Ukraine's 47th Brigade lost up to 430 troops in the fight for Robotyne in August.", (0, 430, 430), None),
        ('"We lost 17 fighters near Sake," a rebel commander told the agency.', (17, 17, 17), None),
        ("Two soldiers paid the supreme price in the attack on the post near Bama.", (2, 2, 2), None),
        ("Shells hit the monastery in Namhkam, killing a monk and wounding five novices.", (1, 1, 1), (5, 5, 5)),
    ],
)
def test_losses_are_tolls(
    mentions: Mentions, text: str, killed: tuple[int, int, int | None], injured: tuple[int, int, int] | None
) -> None:
    (mention,) = mentions(text)
    assert (toll_range(mention.killed), toll_range(mention.injured)) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    ["The company lost 300 employees in a year.", "Ukraine lost 20 tanks near Avdiivka.", "The team lost to Goma."],
)
def test_other_losses_are_none(mentions: Mentions, text: str) -> None:
    assert not mentions(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels killed 16 villagers in Masala, Beni territory, on Friday.", ["Masala"]),
        ("Gunmen killed six people in Mweso, Masisi, on Friday.", ["Mweso"]),
        ("A mine went off in Potrero Grande, Jamundi, on May 2, injuring six people.", ["Potrero Grande"]),
        ("Shells hit Sloviansk, Kramatorsk and Druzhkivka.", ["Sloviansk", "Kramatorsk", "Druzhkivka"]),
        ("Shells fell near Tamanin, Beledweyne, Baidoa and Jowhar.", ["Tamanin", "Beledweyne", "Baidoa", "Jowhar"]),
        ("Gunmen killed four people in Mweso, Masisi, North Kivu.", ["Mweso"]),
        ("Clashes took place in Baidoa, Jowhar, Beledweyne.", ["Baidoa", "Jowhar", "Beledweyne"]),
        ("Bandits attacked the village of Tudun Doki on Friday.", ["Tudun Doki"]),
        ("The army bombed a monastery in Ywar Taw village, Kanbalu Township, on 9 May.", ["Ywar Taw"]),
    ],
)
def test_a_village_and_what_lies_around_it_are_one_place(mentions: Mentions, text: str, places: list[str]) -> None:
    assert [m.place.name for m in mentions(text) if m.place] == places


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("One civilian killed in Krasnohorivka, three injured in Kostiantynivka.", 2),
        ("Fifteen residents were killed and ten abducted in Mangu on Friday.", 2),
        ("Three men were abducted and killed in Mangu on Friday.", 1),
        ("Airstrikes hit Douma and fighting in Harasta leaves two dead", 2),
        ("The militia shells al-Hula and clashes in the northern countryside of Homs", 2),
        ("Airstrikes and clashes in Homs", 1),
    ],
)
def test_deeds_told_apart_are_rows_of_their_own(mentions: Mentions, text: str, rows: int) -> None:
    assert len(mentions(text)) == rows


def test_the_day_on_which_shelling_was_reported_is_its_own(mentions: Mentions) -> None:
    (mention,) = mentions("Shelling was reported in Sloviansk on Monday.")
    assert mention.date is not None
    assert mention.date.edtf == "2021-06-14"


@pytest.mark.parametrize(
    ("text", "value", "claimant", "stance"),
    [
        (
            "A bomb killed four passengers near Mandera. Police suspect al-Shabaab.",
            "Al-Shabaab",
            "Police",
            "speculates",
        ),
        ("Two guards were killed in an ambush blamed on ELN guerrillas near Tame.", "ELN", "unnamed", "blames"),
        (
            "Nine people died in an attack attributed to the ADF near Beni, local sources said.",
            "Allied Democratic Forces",
            "local sources",
            "blames",
        ),
        (
            "Two bombs killed six people in Kabul on Friday. Islamic State later said its fighters were behind the blasts.",
            "Islamic State",
            "Islamic State",
            "claims",
        ),
    ],
)
def test_culprits_stand_in_claims(mentions: Mentions, text: str, value: str, claimant: str, stance: str) -> None:
    (mention,) = mentions(text)
    told = {(c.value, c.claimant.text, c.stance.value) for c in mention.claims if c.field == "perpetrator"}
    assert (value, claimant, stance) in told


@pytest.mark.parametrize("text", ["Police suspect fraud.", "Police suspect the blast was an accident."])
def test_other_suspicions_name_no_culprit(mentions: Mentions, text: str) -> None:
    assert not [c for m in mentions(text) for c in m.claims if c.field == "perpetrator"]


def test_a_toll_confirmed_to_somebody_is_a_rival_one(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Shelling hit a camp near Nyala on Monday, killing 40 people, rescuers said. "
        "The hospital confirmed to the agency only 28 deaths."
    )
    assert toll_range(mention.killed) == (40, 40, 40)
    assert ("killed", "28", "The hospital") in {(c.field, c.value, c.claimant.text) for c in mention.claims}


def test_our_forces_are_the_speakers(mentions: Mentions) -> None:
    (mention,) = mentions("Our fighters killed nine soldiers in Boulkessi on Sunday, JNIM said in a statement.")
    assert names(mention, "perpetrator") == {"JNIM"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Two bombs went off during a Shia procession in Kabul on Friday.", "Remote explosive/landmine/IED"),
        ("The navy sank two speedboats off Hodeidah on Friday with a drone.", STRIKE),
        ("A fierce battle raged for hours between the Malian army and JNIM in Mopti.", CLASH),
    ],
)
def test_rarer_deeds(mentions: Mentions, text: str, type_: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == type_


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("(Nairobi) – The Burkina Faso army killed two men in Djibo on Friday.", "Djibo"),
        ("Troops shelled Bakhmut on Monday.", "Bakhmut"),
        ("Rebels killed two policemen in Norte de Santander on Friday.", "Norte de Santander"),
        ("Two missiles fired from Lebanon struck a house on Friday.", None),
    ],
)
def test_names_that_are_easily_misread(mentions: Mentions, text: str, place: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.place.name if mention.place else None) == place


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen attacked a lawyer in Kano, killing him on the spot.", (1, 1, 1)),
        ("Gunmen killed a lawyer in Kano and wounded her driver.", (1, 1, 1)),
    ],
)
def test_one_whom_a_pronoun_tells_is_counted_once(mentions: Mentions, text: str, killed: tuple[int, int, int]) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == killed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Turkish forces stationed in Thalthana base shelled the town of Tel Rifaat on Friday.", "Tel Rifaat"),
        ("Ethiopian troops based in Baidoa shelled the village of Qansahdhere on Friday.", "Qansahdhere"),
        ("Troops deployed near Goma fought M23 in Sake on Friday.", "Sake"),
    ],
)
def test_where_troops_are_based_is_not_where_they_struck(mentions: Mentions, text: str, place: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.place.name if mention.place else None) == place


def test_a_person_of_an_age_is_no_place(mentions: Mentions) -> None:
    found = mentions("The 11-year-old Badran Selo and the 15-year-old Samir Nasr were injured in a blast in Afrin.")
    assert [m.place.name for m in found if m.place] == ["Afrin"]


def test_a_toll_that_has_added_up_is_an_aggregate(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The total death toll since the start of the siege of Goma has reached 187: 130 fighters and 57 civilians."
    )
    assert mention.status.value == "aggregate"
    assert toll_range(mention.killed) == (187, 187, 187)


def test_what_the_victim_is_known_for_is_no_deed(mentions: Mentions) -> None:
    (mention,) = mentions(
        "A commander credited with saving lives in the battle against Islamic State was killed by a drone strike in Mopti."
    )
    assert mention.sub_event_type == STRIKE


def test_shelling_after_due_to_has_its_doer(mentions: Mentions) -> None:
    (mention,) = mentions("Five children were injured due to the Turkish shelling on the town of Ain Issa.")
    assert names(mention, "perpetrator") == {"Turkish Army"}


@pytest.mark.parametrize(
    ("text", "perpetrator", "target", "type_"),
    [
        (
            "Four soldiers were killed in clashes with M23 near Sake.",
            "M23",
            "Military Forces of the Democratic Republic of Congo",
            CLASH,
        ),
        ("Three rebels died in clashes with soldiers near Beni.", None, "Unidentified armed group", CLASH),
        ("Clashes between supporters of rival parties in Barisal left one dead.", "Civilians", None, "Mob violence"),
        (
            "Gunmen raided Riyom in Plateau State. When soldiers arrived, 13 persons lay dead.",
            None,
            "Civilians",
            ATTACK,
        ),
    ],
)
def test_the_dead_of_a_fight_are_a_side(
    mentions: Mentions, text: str, perpetrator: str | None, target: str | None, type_: str
) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == type_
    assert perpetrator is None or perpetrator in names(mention, "perpetrator")
    assert target is None or target in names(mention, "target")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In the Kharkiv sector, the enemy shelled Vovchansk and Lyptsi.", ["Vovchansk", "Lyptsi"]),
        ("In the Donetsk direction Russian forces bombed Toretsk on Friday.", ["Toretsk"]),
        ("Gunfire was heard in Juba on Friday.", ["Juba"]),
        ("Gunfire is heard in Juba at times.", []),
        ("Gunmen raided Riyom in Plateau State on Thursday.", ["Riyom"]),
        ("Rebels killed six guards in Himamaylan City, Negros Occidental, on Friday.", ["Himamaylan"]),
    ],
)
def test_places_of_fronts_and_of_what_was_heard(mentions: Mentions, text: str, places: list[str]) -> None:
    assert [m.place.name for m in mentions(text) if m.place] == places


def test_those_who_lay_dead_are_no_lie(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen attacked Riyom in Nigeria. Thirteen persons lay dead, said the council chairman.")
    assert {c.stance.value for c in mention.claims if c.claimant.text == "the council chairman"} == {"reports"}


@pytest.mark.parametrize(
    ("text", "type_", "killed", "perpetrator"),
    [
        (
            "Two soldiers were killed in Kumbo, Bui division, when their vehicle hit a bomb, an official told the agency.",
            "Remote explosive/landmine/IED",
            (2, 2, 2),
            None,
        ),
        (
            "Israeli troops killed at least 14 Palestinians waiting for food in Rafah on Tuesday, medics at the hospital said.",
            ATTACK,
            (14, 14, None),
            "Israel Defense Forces",
        ),
        (
            "A bomb killed 26 people in Kabul on Friday. Islamic State claimed the bombing.",
            "Remote explosive/landmine/IED",
            None,
            None,
        ),
    ],
)
def test_deeds_whose_clauses_are_torn(
    mentions: Mentions, text: str, type_: str, killed: tuple[int, int, int | None] | None, perpetrator: str | None
) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == type_
    assert killed is None or toll_range(mention.killed) == killed
    assert perpetrator is None or perpetrator in names(mention, "perpetrator")


def test_a_bomb_of_its_own_is_a_row_of_its_own(mentions: Mentions) -> None:
    found = mentions(
        "Twelve officers were killed when rebels shot down a helicopter in Antioquia, "
        "and a car bomb left six dead and 71 injured in the city of Cali, authorities said."
    )
    assert [toll_range(m.killed) for m in found] == [(12, 12, 12), (6, 6, 6)]


@pytest.mark.parametrize(
    ("text", "claimant", "stance"),
    [
        (
            "A jet bombed a school in Homs, killing 16. The junta said reports of the strike were fabricated.",
            "The junta",
            "denies",
        ),
        (
            "A bomb killed two people in Kabul. The Resistance Front claimed the attack.",
            "The Resistance Front",
            "claims",
        ),
    ],
)
def test_answers_to_a_deed(mentions: Mentions, text: str, claimant: str, stance: str) -> None:
    (mention,) = mentions(text)
    assert stance in {c.stance.value for c in mention.claims if c.claimant.text == claimant}


def test_a_month_is_no_march(mentions: Mentions) -> None:
    assert not [
        m
        for m in mentions("The village lies near the epicentre of a deadly quake in March.")
        if m.status.value == "event"
    ]


@pytest.mark.parametrize("text", ["Nine bodies found in Kidal", "Nine corpses were discovered near Kidal on Friday."])
def test_bodies_found_are_dead(mentions: Mentions, text: str) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == (9, 9, 9)


def test_a_towns_possessive_is_no_group(mentions: Mentions) -> None:
    (mention,) = mentions("Government forces shelled the factions in Hama's countryside on Friday.")
    assert names(mention, "perpetrator") == {"Syrian Army"}


def test_some_of_the_leaders_of_a_group_are_told_first_here(mentions: Mentions) -> None:
    (mention,) = mentions("Mines killed 3 of the leaders of the SDF near Tal Abyad.")
    assert toll_range(mention.killed) == (3, 3, 3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said ten people were killed in Jos on Friday.", "official"),
        ("Kenyan police said ten people were killed in Mandera on Friday.", "official"),
        ("The UN said ten people were killed in Goma on Friday.", "monitor"),
        ("Ten people were killed in Jos on Friday, Sputnik reported.", "media"),
        ("The army said ten rebels were killed in Goma on Friday.", "belligerent"),
    ],
)
def test_what_a_claimant_is(mentions: Mentions, text: str, kind: str) -> None:
    (mention,) = mentions(text)
    assert {c.claimant.kind.value for c in mention.claims} - {"outlet"} == {kind}


def test_what_somebody_says_killed_is_their_claim(mentions: Mentions) -> None:
    (mention,) = mentions("There was a gas attack on Douma on Friday that activists say killed more than 130 people.")
    assert toll_range(mention.killed) == (130, 130, None)
    assert ("killed", "activists") in {(c.field, c.claimant.text) for c in mention.claims}


def test_a_town_lost_after_a_deadly_month_is_lost_once(mentions: Mentions) -> None:
    (mention,) = mentions("The army lost Goma to M23 in January after days of street fighting that left hundreds dead.")
    assert mention.status.value == "event"


def test_an_army_that_executed_people_is_the_doer(mentions: Mentions) -> None:
    (mention,) = mentions(
        "(Nairobi) – The Burkina Faso military summarily executed at least 23 civilians, including six children, "
        "in Djibo on Friday, a rights group said today."
    )
    assert names(mention, "perpetrator") == {"Military Forces of Burkina Faso"}
    assert names(mention, "target") == {"Civilians"}


def test_tolls_of_two_weapons_are_two_rows(mentions: Mentions) -> None:
    found = mentions("A car bomb killed six people in Kabul and a mine wounded two in Herat on Friday.")
    assert [(toll_range(m.killed), toll_range(m.injured)) for m in found] == [((6, 6, 6), None), (None, (2, 2, 2))]
