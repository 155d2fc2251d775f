"""Ways of writing of the wires, ministries and monitors of many wars; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role, Status

from .conftest import Mentions, spoken, toll_range


def sides(mention: Mention) -> dict[Role, set[str]]:
    """Return the neutral names of a mention's actors by role."""
    return {role: {a.name for a in mention.actors if a.role is role} for role in Role}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two people, a nurse and her son, were killed by a stray bullet in Tarhuna on Monday.", 2),
        ("Three people - two policemen and a driver - were killed in an ambush near Kidal on Monday.", 3),
        ("A rocket killed four children, three boys and a girl, in Sderot on Friday.", 4),
        ("A rocket killed three men, two women and a boy in Sderot on Friday.", 6),
    ],
)
def test_people_told_again_one_by_one_count_once(mentions: Mentions, text: str, killed: int) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == (killed, killed, killed)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two rebels were killed near Anantnag on Monday, taking the number of rebels killed this year to 70.", 2),
        (
            "Two cameramen were killed in Rafah, bringing to 200 the number of journalists killed since the war began.",
            2,
        ),
        ("A guard died on Monday, bringing the number of people killed in the Bossaso blast to 12.", 12),
    ],
)
def test_a_count_over_a_war_is_no_toll_of_a_deed(mentions: Mentions, text: str, killed: int) -> None:
    (mention,) = mentions(text)
    assert mention.status is Status.EVENT
    assert toll_range(mention.killed) == (killed, killed, killed)


def test_who_marks_a_massacre_commits_none(mentions: Mentions) -> None:
    assert not [
        m
        for m in mentions("Thousands gathered in Bria to mark the anniversary of the massacre of 300 men in July 2014.")
        if m.status is Status.EVENT
    ]
    march = [
        m
        for m in mentions("Hundreds marched through Khartoum to mark the anniversary of the massacre of protesters.")
        if m.status is Status.EVENT
    ]
    assert [(m.sub_event_type, m.killed) for m in march] == [("Peaceful protest", None)]


def test_a_bomb_that_guerrillas_detonated(mentions: Mentions) -> None:
    (mention,) = mentions("ELN guerrillas detonated a bomb on the Tame-Arauquita pipeline in Saravena on Monday.")
    assert mention.sub_event_type == "Remote explosive/landmine/IED"
    assert sides(mention)[Role.PERPETRATOR] == {"ELN"}
    assert mention.place is not None
    assert mention.place.name == "Saravena"
    assert mentions("Sappers safely detonated a bomb found near a school in Karachi.") == ()


def test_the_toll_of_an_attack_on_a_place_that_killed(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Two nuns were among the hurt in a grenade attack on a bar in Uvira that killed one and hurt 28."
    )
    assert toll_range(mention.killed) == (1, 1, 1)
    assert toll_range(mention.injured) == (28, 28, 28)


def test_things_lost_in_an_attack(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The agency said five trucks were burned in an attack on Koma, and could not say who was to blame."
    )
    assert mention.status is Status.EVENT
    assert [(c.field, c.claimant.text) for c in spoken(mention)] == [("event", "The agency")]


def test_what_is_condemned_with_its_dead_its_place_and_its_day_is_told(mentions: Mentions) -> None:
    (mention,) = mentions("The UN condemned the attack that killed 13 people in Bama on Monday.")
    assert toll_range(mention.killed) == (13, 13, 13)
    assert mentions("The UN condemned the attack in Bama.") == ()


def test_a_blast_that_claims_lives_claims_nothing_else(mentions: Mentions) -> None:
    (mention,) = mentions("Twin suicide blasts targeted the Dara checkpoint near Damascus, claiming four martyrs.")
    assert toll_range(mention.killed) == (4, 4, 4)
    assert spoken(mention) == ()


def test_a_strike_that_hit_a_place_is_one_with_the_strike(mentions: Mentions) -> None:
    (mention,) = mentions("Activists reported that two men were killed by a drone strike that hit a farm in Tel Tawil.")
    assert mention.place is not None
    assert mention.place.name == "Tel Tawil"


def test_who_alone_denies_a_deed_is_not_named_for_it(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The ENDF denied carrying out a drone strike on a school in Gedeb in which residents said 100 people were killed."
    )
    assert sides(mention)[Role.PERPETRATOR] == set()
    assert toll_range(mention.killed) == (100, 100, 100)
    assert {(c.claimant.text, c.stance.value) for c in spoken(mention)} == {
        ("The ENDF", "denies"),
        ("residents", "reports"),
    }
    (told,) = mentions("Ethiopian drones struck a school in Gedeb on Monday. The army denied striking the school.")
    assert sides(told)[Role.PERPETRATOR] == {"Military Forces of Ethiopia"}


def test_a_toll_told_place_by_place_is_a_row_for_each(mentions: Mentions) -> None:
    texts = (
        "Shelling killed three people in Nikopol and two in Kherson on Monday, the governors said.",
        "Three people were killed in Nikopol and two in Kherson by shelling on Monday, the governors said.",
        "Five people were killed on Monday, three in Nikopol and two in Kherson, the governors said.",
    )
    for text in texts:
        found = {(m.place.name if m.place else None, toll_range(m.killed)) for m in mentions(text)}
        assert found == {("Nikopol", (3, 3, 3)), ("Kherson", (2, 2, 2))}, text
    (one,) = mentions("The attack killed three soldiers and two civilians in Djibo on Monday.")
    assert toll_range(one.killed) == (5, 5, 5)


def test_who_was_taken_besides_the_dead(mentions: Mentions) -> None:
    found = mentions("Four farmers were shot dead and six abducted when gunmen raided a farm in Kankara on Monday.")
    assert {(m.sub_event_type, toll_range(m.killed)) for m in found} == {
        ("Attack", (4, 4, 4)),
        ("Abduction/forced disappearance", None),
    }


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 6.1 quake killed four people in Herat on Monday.",
        "A military helicopter crashed in bad weather near Mohmand on Monday, killing all five aboard.",
        "A fuel tanker exploded near Minna on Monday, killing 40 people.",
        "A gas explosion in a coal mine near Quetta killed 11 miners on Monday.",
        "A fire swept through a market in Cotonou on Monday, killing 34 people.",
        "A bus overturned near Multan on Monday, killing 12 passengers.",
    ],
)
def test_a_mishap_is_no_event(mentions: Mentions, text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A fire broke out at a depot in Belgorod after a drone attack on Monday, killing a worker.",
            "Air/drone strike",
        ),
        ("Six soldiers were killed when their helicopter crashed after rebels fired at it near Goma.", "Armed clash"),
        ("A bomb exploded near a gas station in Kabul on Monday, killing three.", "Remote explosive/landmine/IED"),
        ("Artillery fire killed two people and hurt nine in Kutum on Monday.", "Shelling/artillery/missile attack"),
    ],
)
def test_what_burns_or_crashes_by_violence_is_one(mentions: Mentions, text: str, kind: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == kind


def test_the_name_of_a_victim_is_nobody_more(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen killed a mayor, Abel Gona, and two guards in Pemba on Monday.")
    assert toll_range(mention.killed) == (3, 3, 3)


def test_an_earlier_toll_is_no_part_of_the_toll(mentions: Mentions) -> None:
    (mention,) = mentions(
        "A gang attack on Cabaret left 40 people dead on Monday, a group said, correcting an earlier toll of 28."
    )
    assert toll_range(mention.killed) == (40, 40, 40)


def test_an_attack_held_off_by_those_it_met(mentions: Mentions) -> None:
    (mention,) = mentions("Indian soldiers foiled an infiltration bid in Uri on Monday, killing two terrorists.")
    assert sides(mention)[Role.PERPETRATOR] == {"Military Forces of India"}
    assert sides(mention)[Role.TARGET] == {"Unidentified armed group"}


def test_killed_in_a_strike_is_struck_from_the_air(mentions: Mentions) -> None:
    (mention,) = mentions("Israel's military said it killed a Hezbollah commander in a strike near Tyre on Monday.")
    assert mention.sub_event_type == "Air/drone strike"


def test_a_headline_before_a_colon_is_told(mentions: Mentions) -> None:
    (mention,) = mentions("RSF takes Babanusa: the paramilitary group says it now controls the whole city.")
    assert mention.status is Status.EVENT


def test_who_denies_goes_on_saying(mentions: Mentions) -> None:
    found = mentions(
        "The army spokesman denied that the RSF had taken Babanusa, saying troops had repelled the assault."
    )
    said = {(c.claimant.text, c.stance.value) for m in found for c in spoken(m) if c.field == "event"}
    assert said == {("The army spokesman", "denies"), ("The army spokesman", "reports")}


def test_a_ministry_of_defence_speaks_of_its_army(mentions: Mentions) -> None:
    (mention,) = mentions("Turkey's defence ministry said it had killed seven PKK members in Gara on Monday.")
    assert sides(mention)[Role.PERPETRATOR] == {"Turkish Army"}
    (denied,) = mentions("Russia's defence ministry denied it had bombed the theatre in Mariupol on Monday.")
    assert sides(denied)[Role.PERPETRATOR] == set()


def test_a_deed_is_not_where_it_was_felt(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Drones hit the power station in Meroe on Monday, causing blackouts in Atbara and Port Sudan."
    )
    assert mention.place is not None
    assert mention.place.name == "Meroe"


def test_a_country_abroad_is_one(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen shot dead twelve miners at a gold mine in Pataz, northern Peru, on Monday.")
    assert mention.place is not None
    assert mention.place.country == "PE"


@pytest.mark.parametrize(
    "text",
    [
        "The finance minister came under fire from opposition lawmakers over the levy.",
        "Troops from Chad stormed a mock village during the Flint exercise near Agadez.",
        "The novel tells how soldiers massacred villagers near Mozote in 1981.",
        "The film, set in Aleppo, shows a barrel bomb hitting a hospital.",
        "Two men convicted of murder were publicly executed in Herat on Monday.",
        "Thirteen soldiers were executed for treason in Mogadishu on Monday.",
    ],
)
def test_deeds_of_words_stage_and_court_are_none(mentions: Mentions, text: str) -> None:
    assert mentions(text) == ()


def test_who_denies_is_who_blames(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The RSF denied responsibility for the attack on a school in Kalogi that killed 50 people, and blamed the army."
    )
    assert {(c.field, c.claimant.text, c.stance.value) for c in spoken(mention)} == {
        ("perpetrator", "The RSF", "denies"),
        ("perpetrator", "The RSF", "blames"),
    }


def test_members_of_a_tribe_are_civilians(mentions: Mentions) -> None:
    (mention,) = mentions("The RSF killed 31 members of the Gimir tribe in Nyala on Monday.")
    assert mention.sub_event_type == "Attack"
    assert sides(mention)[Role.TARGET] == {"Civilians"}


def test_a_drone_that_films_strikes_nobody(mentions: Mentions) -> None:
    (mention,) = mentions("Drone footage shows the moment a missile struck a market in Goma on Monday.")
    assert mention.sub_event_type == "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Settlers uprooted 20 olive trees in Sinjil on Monday.", "Looting/property destruction"),
        ("Fighters handed over the bodies of two hostages in Goma on Monday.", "Other"),
        ("A UN patrol was fired on by unidentified men near Bambari on Monday, killing a peacekeeper.", "Armed clash"),
    ],
)
def test_deeds_by_their_words(mentions: Mentions, text: str, kind: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == kind


def test_places_of_an_area_and_of_a_long_name(mentions: Mentions) -> None:
    (wood,) = mentions("Soldiers killed two rebels in the Wagado forest on Monday.")
    assert wood.place is not None
    assert wood.place.name == "Wagado"
    (town,) = mentions("Rockets fired from Lebanon wounded one person in Kiryat Shmona on Monday.")
    assert town.place is not None
    assert town.place.precision == 1
