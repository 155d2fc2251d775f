"""Trees put right, totals told as such, and what a sentence says twice; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role, Status

from .conftest import Mentions, spoken, toll_range


def names(mention: Mention, role: Role) -> set[str]:
    """Return the neutral names of a mention's actors in a role."""
    return {a.name for a in mention.actors if a.role is role}


def test_who_is_said_to_have_attacked_is_no_target(mentions: Mentions) -> None:
    (mention,) = mentions("A source said that terrorist groups targeted on Monday the Hadra neighborhood with shells.")
    assert names(mention, Role.PERPETRATOR) == {"Unidentified armed group"}
    assert "Unidentified armed group" not in names(mention, Role.TARGET)
    (mention,) = mentions("A blogger claimed that Ukrainian forces counterattacked near Lyman on Monday.")
    assert names(mention, Role.TARGET) == set()
    assert {(c.field, c.value) for c in spoken(mention)} == {
        ("perpetrator", "Military Forces of Ukraine"),
        ("event", None),
    }


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Thirteen civilians among them seven children were killed in air strikes on Kafr Sol on Monday.",
            (13, 13, 13),
        ),
        (
            "Rockets kill 19 civilians in Aleppo Monitor Thursday At least 19 civilians were killed by rockets in Aleppo.",
            (19, 19, 19),
        ),
        ("A blast killed five soldiers and seven civilians in Kidal on Monday.", (12, 12, 12)),
    ],
)
def test_a_part_or_a_repetition_is_not_added(
    mentions: Mentions, text: str, killed: tuple[int, int, int | None]
) -> None:
    assert [toll_range(m.killed) for m in mentions(text)] == [killed]


def test_the_reason_why_a_toll_may_rise_is_told_as_done(mentions: Mentions) -> None:
    text = (
        "Four people were killed in Goma on Friday. The toll is expected to rise as the attack left 17 others injured."
    )
    assert [(m.status, toll_range(m.injured)) for m in mentions(text)] == [(Status.EVENT, (17, 17, 17))]


def test_victims_told_before_the_shells_are_of_the_shelling(mentions: Mentions) -> None:
    text = (
        "A woman was killed while six other civilians were injured when Syrian forces stationed in a barracks "
        "in Hama city used launchers to shell Tafas city on Monday."
    )
    (mention,) = mentions(text)
    assert mention.place is not None
    assert mention.place.name == "Tafas"
    assert (toll_range(mention.killed), toll_range(mention.injured)) == ((1, 1, 1), (6, 6, 6))


@pytest.mark.parametrize(
    "text",
    [
        "Russian aircraft carried out 14 strikes in the Sumy, Kharkiv and Donetsk regions of Ukraine on Monday.",
        "More than 60 villages in Ukraine came under artillery fire on Monday.",
        "Turkish drones targeted the countryside of Aleppo four times in June.",
    ],
)
def test_many_places_or_times_are_a_total(mentions: Mentions, text: str) -> None:
    found = mentions(text)
    assert found
    assert all(m.status is Status.AGGREGATE for m in found)


def test_a_count_of_times_in_one_place_is_one_deed(mentions: Mentions) -> None:
    assert [m.status for m in mentions("The army shelled Donetsk in Ukraine five times on Monday.")] == [Status.EVENT]


def test_a_second_subject_is_not_hit_by_the_first(mentions: Mentions) -> None:
    text = (
        "Russian aircraft carried out a strike on Sumy, and two farms in Ukraine came under artillery fire on Monday."
    )
    assert all("Russian Air Force" not in names(m, Role.TARGET) for m in mentions(text))


def test_a_list_that_breaks_a_total_down_holds_totals(mentions: Mentions) -> None:
    text = (
        "A monitor documented 107 deaths in Idlib this year. The fatalities are distributed as follows:\n\n"
        "• Eight civilians were killed by regime forces.\n\n• Nine rebels were killed in clashes.\n\n"
        "Regime forces shelled Ariha on Monday, killing two."
    )
    assert [m.trigger.text for m in mentions(text) if m.status is Status.EVENT] == ["shelled"]


def test_the_day_of_an_offensive_is_not_that_of_a_raid_amid_it(mentions: Mentions) -> None:
    text = (
        "An air strike on a market on Thursday killed 21 people in Atareb. The deadly raid comes amid an offensive "
        "across the province that began on December 15. That is why so many civilians were killed, an activist said."
    )
    (mention,) = [m for m in mentions(text) if m.status is Status.EVENT]
    assert mention.date is not None
    assert mention.date.edtf == "2021-06-10"


def test_a_deed_has_the_day_that_owns_it(mentions: Mentions) -> None:
    (mention,) = mentions("The group denied any role in Tuesday's bombing in Quetta that killed five engineers.")
    assert mention.date is not None
    assert mention.date.edtf == "2021-06-15"


def test_comment_on_a_deed_is_no_deed(mentions: Mentions) -> None:
    text = (
        "Jets struck Daret Izza on Monday, killing three. The bombing was an effort to turn people against the rebels."
    )
    assert [m.trigger.text for m in mentions(text)] == ["struck"]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (
            "A mine killed three soldiers near Bosso, a security source said, blaming Boko Haram.",
            {("a security source", "Boko Haram")},
        ),
        ("Six bodies were found in Mexico's Colima, prosecutors said, blaming a feud between gangs.", set()),
        ("A bomb killed a woman in Pattani, but separatists are often blamed for such attacks.", set()),
    ],
)
def test_who_blames_whom(mentions: Mentions, text: str, blamed: set[tuple[str, str]]) -> None:
    claims = [c for m in mentions(text) for c in spoken(m) if c.field == "perpetrator"]
    assert {(c.claimant.text, c.value) for c in claims} == blamed


def test_a_post_that_is_seized_was_its_holders(mentions: Mentions) -> None:
    (mention,) = mentions("The Kachin Independence Army seized two junta outposts near Myitkyina in Myanmar on Monday.")
    assert names(mention, Role.TARGET) == {"Military Forces of Myanmar"}


def test_rebels_of_a_people_are_not_the_rebels_of_the_land(mentions: Mentions) -> None:
    (mention,) = mentions("Myanmar's ethnic rebels captured the town of Paletwa on Friday.")
    assert names(mention, Role.PERPETRATOR) == {"Unidentified armed group"}


def test_shells_come_from_whose_positions_they_were_fired(mentions: Mentions) -> None:
    (mention,) = mentions("Rockets were fired from RSF positions at a market in Khartoum on Sunday.")
    assert names(mention, Role.PERPETRATOR) == {"Rapid Support Forces"}


def test_a_capital_named_beside_is_not_carried_on(mentions: Mentions) -> None:
    text = (
        "Rebels in Syria met on Sunday in Homs. Under the truce the government Moscow and the coalition may shell them. "
        "Ten fighters were killed in clashes on Monday."
    )
    assert all(m.place is None or m.place.name != "Moscow" for m in mentions(text) if m.status is Status.EVENT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A strike killed two in the rebel-held Aleppo town of Azaz in Syria.", ("Azaz", "Aleppo")),
        ("A strike killed two in the Kharkiv village of Borova in Ukraine.", ("Borova", "Kharkiv")),
        ("Warplanes launched four raids on Juba district of Marib province in Yemen on Monday.", ("Juba", "Marib")),
    ],
)
def test_a_town_before_a_quarter_says_where_it_lies(mentions: Mentions, text: str, place: tuple[str, str]) -> None:
    (mention,) = mentions(text)
    assert mention.place is not None
    assert (mention.place.name, mention.place.admin1) == place


def test_rebels_backed_from_abroad_are_no_militia_of_the_state(mentions: Mentions) -> None:
    (mention,) = mentions("Rebels backed by Rwanda captured Goma in eastern Congo on Monday.")
    assert names(mention, Role.PERPETRATOR) == {"Rwandan-backed forces"}
    assert mention.place is not None
    assert mention.place.country == "CD"
    (mention,) = mentions("Rwanda-backed rebels captured Goma in eastern Congo on Monday.")
    assert names(mention, Role.PERPETRATOR) == {"M23"}


def test_force_at_protests_is_one_deed_a_town(mentions: Mentions) -> None:
    found = mentions("Police in Kenya shot and killed six people during protests in Mlolongo and Nairobi on Monday.")
    assert [(m.sub_event_type, m.place.name if m.place else None, toll_range(m.killed)) for m in found] == [
        ("Excessive force against protesters", "Mlolongo", (6, 6, 6)),
        ("Excessive force against protesters", "Nairobi", None),
    ]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Warplanes bombed the village of Pazi Gyi in Myanmar on Tuesday; 165 people died, a group said.",
            (165, 165, 165),
        ),
        ("Shelling in Taiz left six people, including one woman and two children dead, on Monday.", (6, 6, 6)),
    ],
)
def test_a_toll_beside_its_deed(mentions: Mentions, text: str, killed: tuple[int, int, int]) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == killed


def test_a_commander_speaks_of_his_own_fighters(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Wagner chief Yevgeny Prigozhin said his fighters had taken full control of Bakhmut in Ukraine."
    )
    assert names(mention, Role.PERPETRATOR) == {"Wagner Group"}


def test_drones_shot_down_were_whoevers_launched_them(mentions: Mentions) -> None:
    (mention,) = mentions("The Ukrainian air force shot down 14 of 17 drones launched by Russia over Odesa on Monday.")
    assert mention.sub_event_type == "Disrupted weapons use"
    assert names(mention, Role.TARGET) == {"Russian Air Force"}


def test_what_drones_set_on_fire_is_not_looted(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Ukrainian drones attacked a depot in Russia's Rostov region on Monday, setting tanks ablaze."
    )
    assert mention.sub_event_type == "Air/drone strike"


def test_others_who_were_taken_are_a_row(mentions: Mentions) -> None:
    text = "Gunmen killed 41 people at a school in Mpondwe, western Uganda, on Friday. Six others were abducted."
    assert [m.sub_event_type for m in mentions(text)] == ["Attack", "Abduction/forced disappearance"]


def test_a_weapon_shown_is_not_used(mentions: Mentions) -> None:
    (mention,) = mentions("Gunmen burst into a studio in Guayaquil, Ecuador, brandishing explosives and firing shots.")
    assert mention.sub_event_type == "Attack"


def test_conduct_that_people_are_accused_of_blames_nobody(mentions: Mentions) -> None:
    text = (
        "Rebels beheaded three men in Ariha. A monitor said it was unclear when the executions took place, "
        "adding that two of the men were accused of collaboration with the government."
    )
    assert not [c for m in mentions(text) for c in spoken(m) if c.field == "perpetrator"]
