"""In which country an event lies: told by words or a known place, never taken from who attacked; invented sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, Mention, Role

from .conftest import report_of

Only = Callable[[str], Mention]


def code_first(coder: Coder, text: str) -> Mention:
    """Return the first mention of a text in either script."""
    report = report_of(text)
    if any("\u0600" <= letter < "\u06ff" for letter in text):
        report = replace(
            report, language="ar", blocks=tuple(Block(b.start, b.end, b.kind, "ar") for b in report.blocks)
        )
    return coder.code(report)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Turkish warplanes bombed positions near Foofara on Monday, killing three fighters.",
        "Pakistani jets bombed houses in Barqwal on Monday, killing eight.",
        "Israeli artillery shelled Foofara on Monday and Israeli drones killed two people near Barqwal.",
        "Rwandan troops shelled the village of Foofara on Monday, killing two.",
        "American aircraft hit a depot in Kunafra on Monday, killing two guards.",
        "Al-Shabaab fighters attacked a base near Foolow on Sunday, killing two.",
        "Shelling killed two people in Foofara on Friday.",
        "قصفت طائرات تركية قرية فوفارة الاثنين وقتلت ثلاثة مقاتلين.",
        "قصفت طائرات روسية سوقا في فوفارة وقتلت 13 شخصا.",
        "قصفت طائرات إسرائيلية بلدة فوفارة الاثنين وقتلت شخصين.",
    ],
)
def test_a_place_no_gazetteer_has_does_not_lie_in_the_attackers_country(coder: Coder, text: str) -> None:
    place = code_first(coder, text).place
    assert place is None or place.country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Somali troops shelled the village of Foofara on Monday, killing two.", "SO"),
        ("A mine killed two people in Foofara, in Mali, on Monday.", "ML"),
        ("Turkish drones killed two men near Foofara in northern Iraq on Monday.", "IQ"),
        ("Shells fell on Idlib on Monday. A mine killed two people in Foofara.", "SY"),
        ("قتل شخصان بلغم في قرية فوفارة في اليمن الاثنين.", "YE"),
    ],
)
def test_a_country_that_the_report_tells_holds_the_places_no_gazetteer_has(
    coder: Coder, text: str, country: str
) -> None:
    place = code_first(coder, text).place
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Police used tear gas on protesters in Tripoli, northern Lebanon, on Monday.", "Tripoli", "LB"),
        ("Two men were shot dead in Tripoli in Lebanon on Friday.", "Tripoli", "LB"),
        ("The Lebanese city of Tripoli was hit by a car bomb that killed two.", "Tripoli", "LB"),
        ("Lebanon's second city of Tripoli was hit by a car bomb that killed two.", "Tripoli", "LB"),
        ("Two men were shot dead in Tripoli on Friday.", "Tripoli", "LY"),
        (
            "Gunmen killed two people in Homs, western Libya, on Sunday. Syria was not named; Syria is far.",
            "Homs",
            "LY",
        ),
        ("قتل شخصان بانفجار في طرابلس بشمال لبنان الأحد.", "طرابلس", "LB"),
        ("قتل شخصان بانفجار في مدينة طرابلس اللبنانية الأحد.", "طرابلس", "LB"),
        ("انفجرت سيارة مفخخة في مدينة طرابلس شمالي لبنان الأحد وقتلت اثنين.", "طرابلس", "LB"),
        ("قتل شخصان بانفجار في طرابلس الأحد.", "طرابلس", "LY"),
    ],
)
def test_a_name_lies_where_its_own_words_put_it(coder: Coder, text: str, name: str, country: str) -> None:
    place = code_first(coder, text).place
    assert place is not None
    assert (place.name, place.country, place.lat is not None) == (name, country, True)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The army shelled Sarmin on Friday, killing three members of a family.", "Sarmin", "SY"),
        ("Government shelling of Sarmin on Friday killed three members of a family.", "Sarmin", "SY"),
        ("Russian jets bombed a market in Ariha on Monday, killing 13.", "Ariha", "SY"),
        ("Israeli troops killed two men in Jenin on Monday.", "Jenin", "PS"),
        ("The army said that it had struck a Hamas commander in Khan Younis on Monday.", "Khan Younis", "PS"),
        ("Gunmen with silencers assassinated a tribal elder in Tafas on Monday.", "Tafas", "SY"),
        ("Hamas fighters shot at a convoy in Deir al-Balah on Monday, killing one.", "Deir al-Balah", "PS"),
        ("Turkish drones killed two SDF fighters near Qamishli on Monday.", "Qamishli", "SY"),
        ("Turkish forces had neutralised two terrorists near Qamishli on Monday.", "Qamishli", "SY"),
        ("Israeli artillery shelled Marjayoun on Monday, wounding two people.", "Marjayoun", "LB"),
    ],
)
def test_towns_and_groups_tell_the_country_where_no_word_does(only: Only, text: str, name: str, country: str) -> None:
    place = only(text).place
    assert place is not None
    assert (place.name, place.country, place.lat is not None) == (name, country, True)


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("Government shelling of Sarmin on Friday killed three members of a family.", "Syrian Army"),
        ("Government forces shelled Ariha on Monday, killing two civilians.", "Syrian Army"),
        ("Government forces shelled Foofara on Friday, killing two civilians.", "Government forces"),
    ],
)
def test_a_weekday_is_no_town_that_tells_whose_army_it_is(only: Only, text: str, culprit: str) -> None:
    assert [a.name for a in only(text).actors if a.role is Role.PERPETRATOR] == [culprit]


def test_a_group_with_a_towns_name_is_no_place(only: Only) -> None:
    place = only("Kenyan jets bombed al-Shabaab camps near Foolbiyow on Sunday.").place
    assert place is not None
    assert place.name == "Foolbiyow"


@pytest.mark.parametrize("name", ["Gatawa", "Solhan"])
def test_a_lone_small_town_elsewhere_may_be_a_namesake(only: Only, name: str) -> None:
    place = only(f"Gunmen killed 12 people in {name} village on Monday.").place
    assert place is not None
    assert (place.name, place.country, place.lat) == (name, None, None)
