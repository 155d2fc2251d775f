"""Roles without a name: by the words, the country's war, the clause and what the report named before."""

from __future__ import annotations

import pytest

from reportedly.annotate.actors import ActorMention, find_actors, load_actors
from reportedly.annotate.actors_home import home_state
from reportedly.annotate.actors_trie import pieces_of
from reportedly.annotate.english import parse
from reportedly.annotations import Sentence


def sentences(*texts: str) -> list[Sentence]:
    found, at = [], 0
    for index, text in enumerate(texts):
        found.append(Sentence(index, 0, at, at + len(text), text, False, parse([(text, at)])[0]))
        at += len(text) + 1
    return found


def found(*texts: str, home: str | None = "SY") -> list[ActorMention]:
    """The mentions of the last sentence."""
    return list(find_actors(sentences(*texts), load_actors(), home)[-1])


def named(*texts: str, home: str | None = "SY") -> list[str]:
    return [m.name for m in found(*texts, home=home)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A coalition of armed groups took the hill.", ["Unidentified armed group"]),
        ("An alliance of rebels took the hill.", ["Opposition factions"]),
        ("A joint force of al-Nusra and Ahrar al-Sham dug in.", ["Hayat Tahrir al-Sham", "Ahrar al-Sham"]),
        ("A coalition airstrike hit the hill.", ["Global Coalition against Daesh"]),
        ("The Coalitions airstrikes hit the hill.", ["Global Coalition against Daesh"]),
        ("US-led air strikes hit the hill.", ["Global Coalition against Daesh"]),
    ],
)
def test_only_the_coalition_is_the_coalition(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Unidentified persons threw a bomb.", "Unidentified armed group"),
        ("Masked men abducted a clerk.", "Unidentified armed group"),
        ("Two men shot a clerk.", "Unidentified armed group"),
        ("An unidentified man was found dead.", "Civilians"),
        ("Two men were shot.", "Civilians"),
        ("Herders watched the road.", "Civilians"),
        ("Suspected herders killed a clerk.", "Unidentified armed group"),
    ],
)
def test_men_are_armed_by_what_they_do(text: str, name: str) -> None:
    assert named(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Olive pickers were hit.",
        "The house of lawmaker Dana Aziz burnt.",
        "A 16-year-old was shot.",
        "A local was shot.",
        "An Egyptian was shot.",
        "Spectators and truckers fled.",
        "Two Russians were wounded.",
    ],
)
def test_victims_are_civilians(text: str) -> None:
    assert set(named(text)) == {"Civilians"}


@pytest.mark.parametrize(
    ("text", "home", "name"),
    [
        ("Russians drop explosives from a drone.", "UA", "Russian Armed Forces"),
        ("The Turks bombed a dam.", "SY", "Turkish Army"),
        ("Army engineers defused a mine.", "SY", "Syrian Army"),
        ("A police colonel was shot.", "KE", "Police Forces of Kenya"),
        ("Light Infantry Battalion 12 burnt a hamlet.", "MM", "Military Forces of Myanmar"),
        ("Gunmen attacked a military post.", "ML", "Military Forces of Mali"),
        ("A drone launched by Ukraine fell.", "RU", "Military Forces of Ukraine"),
        ("A strike by Israel hit a bridge.", "LB", "Israeli Air Force"),
        ("A unit of the Chadian armed forces fired.", "TD", "Military Forces of Chad"),
        ("Helicopters belonging to the Sudanese army fired.", "SD", "Air Force of Sudan"),
        ("Drones belonging to the Turkish army struck a silo.", "SY", "Turkish Army"),
        ("A mine killed Colonel Adam Bello.", "NG", "Military Forces of Nigeria"),
        ("Suspected Fulani herdsmen killed a clerk.", "NG", "Fulani militia"),
        ("Bedouin tribesmen fired.", "SY", "Tribal fighters"),
        ("Resistance forces took a post.", "MM", "People's Defence Force"),
        ("#SyrianRegime forces fired.", "SY", "Syrian Army"),
    ],
)
def test_roles_by_country(text: str, home: str, name: str) -> None:
    assert name in named(text, home=home)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("There is no military presence here.", "SY"),
        ("Syria air raids continued.", "SY"),
        ("#Chad: snow fell.", "TD"),
        ("The occupation of the valley lasted.", "PS"),
        ("A civilian aircraft landed.", "SY"),
        ("It rained in Al-Sheikh at ten Syrian local time.", "SY"),
        ("It rained in Ukum Local Government Area.", "NG"),
    ],
)
def test_places_and_events_are_nobody(text: str, home: str) -> None:
    assert named(text, home=home) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US and coalition aircraft bombed a dam.", ["United States military", "Global Coalition against Daesh"]),
        ("U.S. and Iraqi forces raided a farm.", ["United States military", "Iraqi forces"]),
        ("Government and rebel forces clashed.", ["Syrian Army", "Opposition factions"]),
    ],
)
def test_joined_adjectives_give_a_mention_each(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russia denied its aircraft had hit a clinic.", "Russian Air Force"),
        ("Turkey said its soldiers were shot.", "Turkish Army"),
        ("The SDF said two of its fighters were killed.", "Syrian Democratic Forces"),
    ],
)
def test_its_forces_are_those_of_the_subject(text: str, name: str) -> None:
    mention = found(text)[1]
    assert (mention.name, mention.coreferent) == (name, True)


def test_what_a_group_is_called_in_passing_is_no_actor() -> None:
    assert named("The Allied Democratic Forces, a group affiliated with Islamic State, fled.", home="CD") == [
        "Allied Democratic Forces"
    ]
    assert named("Hurras al-Din, an al-Qaeda affiliate, fled.") == ["Hurras al-Din"]
    flags = [(m.name, m.modifier) for m in found("The al-Qaeda affiliate Hurras al-Din fled.")]
    assert flags == [("Al-Qaeda", True), ("Hurras al-Din", False)]


def test_a_guess_names_no_owner() -> None:
    assert named("Jets believed to belong to the coalition struck a silo.") == ["Global Coalition against Daesh"]
    assert named("Gunmen believed to be Boko Haram fled.", home="NG") == ["Unidentified armed group", "Boko Haram"]


def test_a_country_before_a_colon_only_heads_the_line() -> None:
    (country, soldiers) = found("Chad: Blast kills four soldiers", home="TD")
    assert (country.organisation_of_claims, soldiers.name) == (True, "Military Forces of Chad")


def test_the_occupation_is_who_occupies_the_country_or_was_named() -> None:
    assert named("The occupation forces raided a camp.", home="PS") == ["Israel Defense Forces"]
    assert named("Turkish forces shelled a farm.", "The occupation also burnt a mill.") == ["Turkish Army"]
    assert named("The occupation forces raided a camp.") == ["Unidentified armed group"]
    assert named("The enemy shelled a port.", home="UA") == ["Russian Armed Forces"]
    assert found("The enemy shelled a port.", home="UA")[0].label


def test_who_tells_for_an_actor_takes_no_part() -> None:
    for text in ("Sources affiliated with the SDF spoke.", "YPG activists spoke.", "A Houthi spokesman spoke."):
        assert [m.organisation_of_claims for m in found(text)] == [True]
    (opposition,) = found("Jaysh al-Nasr attacked a post.", "Opposition sources said no more.")
    assert (opposition.name, opposition.organisation_of_claims) == ("Opposition factions", True)
    assert [m.organisation_of_claims for m in found("Gunmen killed a Taliban official.", home="AF")] == [False, False]


def test_an_adjective_points_back_to_nobody() -> None:
    before = "Islamic State seized a town."
    assert named(before, "The terrorist attacks went on.") == ["Unidentified armed group"]
    assert named(before, "The terrorists went on.") == ["Islamic State"]


@pytest.mark.parametrize(
    ("texts", "given", "home"),
    [
        (("Turkish forces shelled SDF positions.",), "TR", "SY"),
        (("Turkish forces shelled positions in Turkey beside the SDF.",), "TR", "TR"),
        (("Turkish police made arrests.",), "TR", "TR"),
        (("PDF fighters left Sagaing in Myanmar.",), "SY", "MM"),
        (("Syrian troops met Boko Haram in Nigeria.",), "SY", "SY"),
        (("Boko Haram burnt a hamlet.",), None, "NG"),
        (("It rained.",), "ML", "ML"),
        (("It rained.",), None, None),
    ],
)
def test_the_country_of_roles(texts: tuple[str, ...], given: str | None, home: str | None) -> None:
    state = home_state(sentences(*texts), load_actors(), given)
    assert (state.iso if state else None) == home


def test_words_of_a_hashtag_are_parted() -> None:
    assert [p.text for p in pieces_of(["#", "BurkinaFaso", "SyrianRegime"])] == ["#", "Burkina", "Faso", "SyrianRegime"]
    assert [p.glued for p in pieces_of(["#", "Burkina_Faso"])] == [False] * 3
    assert [p.text for p in pieces_of(["SDF", "-", "held"])] == ["SDF", "held"]
