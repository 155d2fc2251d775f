"""Places told by a capital or a claimant, deeds told beside another, and blame for conduct; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role

from .conftest import Mentions, spoken, toll_range


def names(mention: Mention, role: Role) -> set[str]:
    """Return the neutral names of a mention's actors in a role."""
    return {a.name for a in mention.actors if a.role is role}


def where(mention: Mention) -> tuple[str | None, str | None, int | None]:
    """Return the gazetteer's name, country and precision of a mention's place."""
    place = mention.place
    return (None, None, None) if place is None else (place.gazetteer_name, place.country, place.precision)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen stormed a hotel in the Libyan capital on Monday, killing three guards.", ("Tripoli", "LY", 1)),
        ("Rockets hit a base west of the Iraqi capital on Monday, wounding two soldiers.", ("Baghdad", "IQ", 2)),
        ("A bomb killed nine people near a mosque in Somalia's capital on Monday.", ("Mogadishu", "SO", 1)),
        ("Clashes near the South Sudanese capital left 10 dead on Monday.", ("Juba", "SS", 2)),
        ("A strike on a market in the North Darfur capital killed nine people on Monday.", ("El Fasher", "SD", 1)),
        ("Shells landed in the capital of Tigray on Monday, killing nine people.", ("Mek'ele", "ET", 1)),
        ("Gangs attacked a prison in the capital on Monday. Haiti's cabinet met.", ("Port-au-Prince", "HT", 1)),
    ],
)
def test_a_capital_is_known_by_its_land(mentions: Mentions, text: str, place: tuple[str, str, int]) -> None:
    assert where(mentions(text)[0]) == place


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed nine people in the group's de facto Syrian capital on Monday.",
        "Fighting broke out in the provincial capital on Monday, killing four. Afghanistan's army sent help.",
        "Israeli warplanes hit the capital on Monday, wounding two people.",
    ],
)
def test_a_capital_of_no_told_land_has_no_point(mentions: Mentions, text: str) -> None:
    assert where(mentions(text)[0])[0] is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Goma residents said that two people were killed when a shell hit a house.", ("Goma", "CD", 2)),
        ("Peshawar police said a bomb killed three policemen on Monday.", ("Peshawar", "PK", 2)),
    ],
)
def test_local_claimants_tell_where(mentions: Mentions, text: str, place: tuple[str, str, int]) -> None:
    assert where(mentions(text)[0]) == place


def test_a_regional_governor_tells_the_region(mentions: Mentions) -> None:
    (mention,) = mentions("A shell hit a bakery, killing two, said Kherson regional governor Oleh Danylko.")
    assert where(mention) == ("Kherson", "UA", 3)


def test_villages_of_israel_and_gaza_are_known_to_reports_of_either(mentions: Mentions) -> None:
    (mention,) = mentions("A strike killed nine people in Rafah on Monday. Israel said that it was looking into it.")
    assert where(mention)[1:] == ("PS", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Troops backed by warplanes stormed the town of Sirte on Saturday, killing 12 fighters.",
        "Soldiers, supported by jets, launched an assault on rebel positions near Sirte on Saturday.",
    ],
)
def test_aircraft_that_back_an_assault_make_no_air_strike_of_it(mentions: Mentions, text: str) -> None:
    assert [m.sub_event_type for m in mentions(text)] == ["Armed clash"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "A drone strike hit a fuel depot in Odesa on Monday while another strike killed two people in Mykolaiv.",
            [("Odesa", None), ("Mykolaiv", (2, 2, 2))],
        ),
        (
            "A Russian drone struck a house in Nikopol, killing a woman, while shelling wounded three people in Kherson.",
            [("Nikopol", (1, 1, 1)), ("Kherson", None)],
        ),
        (
            "An air strike killed three people in Marib, while a second raid hit a farm in Hodeidah, wounding two.",
            [("Marib", (3, 3, 3)), ("Hodeidah", None)],
        ),
        (
            "Two men were killed in Marib on Monday while they were fetching water when a mine exploded.",
            [("Marib", (2, 2, 2))],
        ),
    ],
)
def test_while_may_tell_of_one_more_deed(
    mentions: Mentions, text: str, rows: list[tuple[str, tuple[int, int, int] | None]]
) -> None:
    found = mentions(text)
    assert [(m.place.name if m.place else None, toll_range(m.killed)) for m in found] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Turkish forces attacked with artillery Kurdish sites near Afrin on Monday.",
        "Turkish forces shelled with mortars several positions near Afrin on Monday.",
    ],
)
def test_a_weapon_may_stand_before_what_it_hit(mentions: Mentions, text: str) -> None:
    (mention,) = mentions(text)
    assert names(mention, Role.PERPETRATOR) == {"Turkish Army"}
    assert "Turkish Army" not in names(mention, Role.TARGET)


def test_those_buried_tell_how_they_died(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Residents of Rafah buried five people on Monday who were killed when a shell hit their home."
    )
    assert (mention.sub_event_type, toll_range(mention.killed)) == ("Shelling/artillery/missile attack", (5, 5, 5))


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("A strike killed nine people in Rafah on Monday, and Israel accused Hamas of endangering civilians.", set()),
        ("A strike killed nine people in Rafah on Monday. The army accused Hamas of using human shields.", set()),
        ("Nine people were killed in Bunia on Monday, and the governor accused CODECO of breaking the truce.", set()),
        (
            "Nine people were killed in Bunia on Monday, and the governor accused CODECO of attacking farmers.",
            {"CODECO"},
        ),
        ("Nine people were killed in Bunia on Monday, and the governor accused CODECO of killing them.", {"CODECO"}),
    ],
)
def test_blame_for_conduct_is_none_for_the_deed(mentions: Mentions, text: str, blamed: set[str]) -> None:
    claims = [c for m in mentions(text) for c in spoken(m)]
    assert {c.value for c in claims if c.field == "perpetrator"} == blamed


def test_armed_people_are_no_civilians(mentions: Mentions) -> None:
    (row,) = mentions("Armed youths ambushed a convoy and killed two soldiers near Bor in South Sudan on Monday.")
    assert names(row, Role.PERPETRATOR) == {"Unidentified armed group"}


def test_what_doers_were_dressed_as_does_nothing(mentions: Mentions) -> None:
    (row,) = mentions("Israeli commandos disguised as medics killed three militants in Jenin on Monday.")
    assert names(row, Role.PERPETRATOR) == {"Israel Defense Forces"}


def test_blame_of_a_deed_is_blame_of_its_doer(mentions: Mentions) -> None:
    text = "Two men were killed in a blast in Sidon, in Lebanon, on Monday, and residents blamed an Israeli air strike."
    (row,) = mentions(text)
    blamed = [c.value for c in row.claims if c.claimant.text == "residents"]
    assert blamed == ["Israeli Air Force"]
