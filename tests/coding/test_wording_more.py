"""More ways of writing that readers of other wars' reports meet; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role, Status

from .conftest import Mentions, spoken, toll_range


def sides(mention: Mention) -> dict[Role, set[str]]:
    """Return the neutral names of a mention's actors by role."""
    return {role: {a.name for a in mention.actors if a.role is role} for role in Role}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The BLA had on June 2 killed two passengers near Noshki.", "2021-06-02"),
        ("Police on May 12 arrested two men in Noshki.", "2021-05-12"),
    ],
)
def test_a_day_before_the_verb_of_its_toll(mentions: Mentions, text: str, day: str) -> None:
    (mention,) = mentions(text)
    assert mention.date is not None
    assert mention.date.edtf == day


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Last month a truck bomb in Kabul killed more than 160 people.", 160),
        ("In 2009, soldiers massacred more than 150 people in Conakry.", 150),
    ],
)
def test_one_great_deed_long_ago_is_no_total(mentions: Mentions, text: str, killed: int) -> None:
    (mention,) = mentions(text)
    assert mention.status is Status.EVENT
    assert toll_range(mention.killed) == (killed, killed, None)


def test_a_hundred_others_are_added_to_the_toll_before(mentions: Mentions) -> None:
    (mention,) = mentions("An airstrike killed 22 pupils in Goma on Monday. More than 120 others were injured.")
    assert toll_range(mention.killed) == (22, 22, 22)
    assert toll_range(mention.injured) == (120, 120, None)


def test_who_came_under_fire_and_shot_back_fought_those_it_hit(mentions: Mentions) -> None:
    (mention,) = mentions("Soldiers came under fire on Monday in Culiacan and shot back, killing two gunmen.")
    assert sides(mention)[Role.PERPETRATOR] == {"Military Forces of Mexico"}
    assert sides(mention)[Role.TARGET] == {"Unidentified armed group"}


def test_an_aircraft_that_came_under_fire_is_no_means(mentions: Mentions) -> None:
    (mention,) = mentions("A UN helicopter came under fire in Nasir on Friday, killing one crew member.")
    assert mention.sub_event_type == "Armed clash"
    assert mention.weapon is None


def test_the_other_side_of_an_exchange_of_fire(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen exchanged fire with Rwandan soldiers in Macomia on Sunday.")
    assert sides(mention)[Role.TARGET] == {"Military Forces of Rwanda"}


def test_an_ambushed_bus_is_an_attack_on_civilians(mentions: Mentions) -> None:
    (mention,) = mentions("ADF fighters ambushed a bus near Beni on Monday, killing two.")
    assert mention.sub_event_type == "Attack"


def test_settlers_from_a_village_act_elsewhere(mentions: Mentions) -> None:
    places = {
        m.place.name for m in mentions("Settlers from Yitzhar burned olive trees and stoned cars in Burin.") if m.place
    }
    assert places == {"Burin"}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Baghdad on Monday. People gathered to help the wounded.",
        "A bomb exploded in Baghdad on Monday. Hundreds gathered to mourn the dead in the street.",
    ],
)
def test_people_who_gather_to_help_protest_nothing(mentions: Mentions, text: str) -> None:
    assert {m.sub_event_type for m in mentions(text)} == {"Remote explosive/landmine/IED"}


def test_sides_that_blame_each_other_are_two_claims(mentions: Mentions) -> None:
    (mention,) = mentions("Shells hit a market in Khartoum on Sunday. The army and the RSF blamed one another.")
    told = {(c.claimant.text, c.value) for c in spoken(mention) if c.field == "perpetrator"}
    assert told == {("The army", "Rapid Support Forces"), ("the RSF", "Military Forces of Sudan")}


def test_each_side_without_a_name_blames_nobody(mentions: Mentions) -> None:
    (mention,) = mentions("Shells hit a market in Khartoum on Sunday. Each side accused the other of the attack.")
    assert spoken(mention) == ()


def test_a_hyphenated_claimant_is_whole(mentions: Mentions) -> None:
    (mention,) = mentions("An airstrike killed nine in Goma, state-run MRTV said on Monday.")
    assert [c.claimant.text for c in spoken(mention)] == ["state-run MRTV"]


def test_the_name_of_a_land_before_a_colon_says_nothing(mentions: Mentions) -> None:
    (mention,) = mentions("West Bank: Two Palestinians killed in Jenin raid")
    assert spoken(mention) == ()
    (tagged,) = mentions("#Nigeria: Suspected Boko Haram fighters attacked Chibok on Monday, killing two.")
    assert sides(tagged)[Role.PERPETRATOR] == {"Boko Haram"}


def test_a_dateline_with_its_country_is_no_doer(mentions: Mentions) -> None:
    (mention,) = mentions(
        "PORT-AU-PRINCE (Haiti), 16 June 2021 - Explosive drones killed eight men in Cabaret on Sunday."
    )
    assert sides(mention)[Role.PERPETRATOR] == set()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A grenade was lobbed at a police post in Mora on Monday, injuring two.", "2021-06-14"),
        ("Tribesmen attacked a post in Mora on Friday, killing two.", "2021-06-11"),
        ("Kidnappers released nine students in Kaduna on Thursday after a ransom was paid.", "2021-06-10"),
        ("Gunmen killed nine men in Kaduna, the army said in a post on Thursday.", None),
    ],
)
def test_days_beside_posts_and_releases(mentions: Mentions, text: str, day: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.date.edtf if mention.date else None) == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Armed men attacked Kidal on Monday. Eleven people were wounded and taken to a hospital in Gao.", "Kidal"),
        (
            "Jihadists attacked a supply convoy bound for the town of Gao on Monday. The convoy was hit near Ansongo.",
            "Ansongo",
        ),
        ("Gunmen ambushed four soldiers in Ampatuan, Maguindanao del Sur, on Sunday.", "Ampatuan"),
        ("A car bomb killed 34 people in Lashkar Gah, Helmand province, on Thursday.", "Lashkar Gah"),
    ],
)
def test_places_in_passing_and_double_names(mentions: Mentions, text: str, place: str) -> None:
    (mention,) = mentions(text)
    assert mention.place is not None
    assert mention.place.name == place


@pytest.mark.parametrize("verb", ["hit a landmine", "struck a roadside bomb", "hit an IED"])
def test_who_hits_a_mine_is_its_victim(mentions: Mentions, verb: str) -> None:
    (mention,) = mentions(f"An army truck {verb} in Djibo on Monday, leaving three soldiers dead.")
    assert mention.sub_event_type == "Remote explosive/landmine/IED"
    assert sides(mention) == {
        Role.PERPETRATOR: set(),
        Role.TARGET: {"Military Forces of Burkina Faso"},
        Role.PARTICIPANT: set(),
    }


@pytest.mark.parametrize(
    ("text", "kind", "perpetrator", "target"),
    [
        ("Soldiers fired at a bus in Medellin on Sunday.", "Attack", "Military Forces of Colombia", "Civilians"),
        (
            "Gunmen snatched 14 schoolgirls from a hostel in Kuriga on Monday.",
            "Abduction/forced disappearance",
            "Unidentified armed group",
            "Civilians",
        ),
        (
            "Troops flushed out bandits from a forest in Zamfara on Thursday, killing six.",
            "Armed clash",
            "Military Forces of Nigeria",
            "Unidentified armed group",
        ),
        (
            "Two Maoists were killed in an encounter with security forces in Bijapur on Sunday.",
            "Armed clash",
            "Military Forces of India",
            "CPI-Maoist",
        ),
        (
            "Two people were killed in Azerbaijani shelling near Goris on Friday.",
            "Shelling/artillery/missile attack",
            "Military Forces of Azerbaijan",
            "Civilians",
        ),
        (
            "Armed youth of the White Army attacked soldiers in Nasir on Tuesday.",
            "Armed clash",
            "White Army",
            "Military Forces of South Sudan",
        ),
        (
            "The killings in Merawi followed clashes between the army and Fano militiamen in the town on Monday.",
            "Armed clash",
            "Military Forces of Ethiopia",
            "Fano",
        ),
    ],
)
def test_kinds_and_sides(mentions: Mentions, text: str, kind: str, perpetrator: str, target: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == kind
    assert sides(mention)[Role.PERPETRATOR] == {perpetrator}
    assert sides(mention)[Role.TARGET] == {target}


def test_nobody_who_flees_fights(mentions: Mentions) -> None:
    (mention,) = mentions("Residents fled as fighting neared Sake on Tuesday.")
    assert mention.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Troops shelled targets on a training range near Ganja as part of preparations for the exercises.",
        "The army fired missiles into the sea off Wonsan during drills on Monday.",
    ],
)
def test_drills_are_no_deeds(mentions: Mentions, text: str) -> None:
    assert mentions(text) == ()


def test_what_a_fight_broke_out_after_is_a_deed_of_its_own(mentions: Mentions) -> None:
    fight, killing = mentions("Clashes erupted in Zawiya on Friday after gunmen killed a commander of the coastguard.")
    assert fight.killed is None
    assert toll_range(killing.killed) == (1, 1, 1)


def test_attackers_identified_as_a_group(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The attackers, identified by civil society as ADF rebels, stormed a church in Komanda, killing 30."
    )
    assert [(c.field, c.value, c.claimant.text) for c in spoken(mention)] == [
        ("perpetrator", "Allied Democratic Forces", "civil society")
    ]


def test_a_capital_blamed_is_its_government(mentions: Mentions) -> None:
    (mention,) = mentions("Moscow blamed Kyiv for the drone attack on Belgorod on Friday.")
    assert [(c.value, c.claimant.text) for c in spoken(mention)] == [("Government of Ukraine", "Moscow")]


def test_a_centre_can_say_something(mentions: Mentions) -> None:
    (mention,) = mentions("The medical centre said it had recovered six bodies in Goma.")
    assert [(c.value, c.claimant.text) for c in spoken(mention)] == [("6", "The medical centre")]


def test_a_titled_speaker_is_no_victim(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Gunmen attacked a gold mine near Bambari on Sunday, killing nine Chinese nationals and wounding two, the mayor of "
        "Bambari, Abel Gona, told AFP."
    )
    assert toll_range(mention.killed) == (9, 9, 9)
    assert mention.weapon is None
    assert sides(mention)[Role.TARGET] == {"Civilians"}
    assert [c.claimant.text for c in spoken(mention)] == ["the mayor of Bambari, Abel Gona"]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        (
            "Members of the Gran Grif gang shot at residents in Verrettes on Thursday, killing at least 70 people, among "
            "them 10 women and three infants, the UN Human Rights Office said on Friday.",
            (70, 70, None),
            None,
        ),
        (
            "Clashes between rival gangs at a prison in Esmeraldas left 12 inmates dead and three wounded on Wednesday, the "
            "prison authority said.",
            (12, 12, 12),
            (3, 3, 3),
        ),
    ],
)
def test_parts_and_rows_of_tolls(
    mentions: Mentions, text: str, killed: tuple[int, ...], injured: tuple[int, ...] | None
) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == killed
    assert toll_range(mention.injured) == injured


def test_a_place_s_name_is_no_army(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Two rockets hit Ain al-Assad airbase in Anbar province on Monday, wounding five US soldiers."
    )
    assert {a.name for a in mention.actors} == {"United States military"}


def test_a_bomber_with_a_vest_is_no_aircraft(mentions: Mentions) -> None:
    (mention,) = mentions("A bomber detonated an explosive vest outside a hotel in Mogadishu on Monday.")
    assert mention.sub_event_type == "Suicide bomb"
    assert sides(mention)[Role.PERPETRATOR] == {"Unidentified armed group"}


def test_who_was_freed_had_been_seized_before(mentions: Mentions) -> None:
    freed, seized = mentions("The ELN on Sunday released three soldiers whom it had kidnapped in Arauca in February.")
    assert (freed.sub_event_type, seized.sub_event_type) == ("Other", "Abduction/forced disappearance")
    assert sides(seized)[Role.PERPETRATOR] == {"ELN"}
    assert seized.date is not None
    assert seized.date.edtf == "2021-02"


def test_those_one_resident_speaks_of_are_not_he(mentions: Mentions) -> None:
    (mention,) = mentions('"They came in large numbers and started shooting," said resident Aliyu Musa in Zamfara.')
    assert mention.actors == ()


def test_a_murder_condemned_is_told_by_its_clause(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The commission condemns the murder of two reporters, who were shot dead by unknown men in Iguala on 18 May."
    )
    assert toll_range(mention.killed) == (2, 2, 2)
    assert mention.date is not None
    assert mention.date.edtf == "2021-05-18"


def test_tear_gas_is_no_answer_in_words(mentions: Mentions) -> None:
    (mention,) = mentions("Protesters threw stones at police in Maputo; officers responded with tear gas.")
    assert spoken(mention) == ()


def test_aggression_is_no_air_raid_of_every_state(mentions: Mentions) -> None:
    (mention,) = mentions("As a result of Russian aggression, one person was killed in Kherson on Monday.")
    assert sides(mention)[Role.PERPETRATOR] == {"Russian Armed Forces"}
    assert mention.sub_event_type == "Attack"


def test_while_parts_two_strikes_of_two_towns(mentions: Mentions) -> None:
    found = mentions(
        "A drone strike killed two people in Kherson on Monday, while a missile hit a school in Kharkiv, wounding six."
    )
    assert [(m.place.name if m.place else None, toll_range(m.killed), toll_range(m.injured)) for m in found] == [
        ("Kherson", (2, 2, 2), None),
        ("Kharkiv", None, (6, 6, 6)),
    ]


def test_in_addition_to_a_toll_elsewhere_is_a_second_event(mentions: Mentions) -> None:
    found = mentions("The army bombed Douma, killing five civilians, in addition to wounding nine fighters in Arbin.")
    assert [(m.place.name if m.place else None, toll_range(m.killed), toll_range(m.injured)) for m in found] == [
        ("Douma", (5, 5, 5), None),
        ("Arbin", None, (9, 9, 9)),
    ]
    assert [[a.name for a in m.actors if a.role is Role.PERPETRATOR] for m in found] == [["Syrian Army"]] * 2
