"""Capitals told by their country alone; a city named beside the word is the place, and no other capital is meant."""

from __future__ import annotations

import pytest

from reportedly.annotate.english import parse
from reportedly.annotate.gazetteer import Gazetteer, load_gazetteer
from reportedly.annotate.places_capitals import with_capitals
from reportedly.annotate.places_names import names_in, runs
from reportedly.annotations import Sentence


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return load_gazetteer()


def capitals(world: Gazetteer, text: str, home: str | None = None) -> list[tuple[str, str]]:
    sentence = Sentence(0, 0, 0, len(text), text, False, parse([(text, 0)])[0])
    names = names_in(sentence, tuple(runs(sentence.tokens)), world, home, frozenset())
    found = with_capitals(sentence, names, world, home)
    return [(name.text, name.hits[0].name) for name in found if "capital" in name.text]


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Gunmen killed three people in the Libyan capital on Monday.", "Libyan capital", "Tripoli"),
        ("Clashes broke out near Mali's capital on Monday.", "Mali's capital", "Bamako"),
        ("A bomb went off in the capital of Somalia.", "capital of Somalia", "Mogadishu"),
    ],
)
def test_a_capital_is_meant_by_its_country(world: Gazetteer, text: str, written: str, meant: str) -> None:
    assert capitals(world, text) == [(written, meant)]


def test_the_capital_is_that_of_the_reports_country(world: Gazetteer) -> None:
    assert capitals(world, "Gunfire was heard in the capital on Monday.", "SD") == [("the capital", "Khartoum")]
    assert capitals(world, "Gunfire was heard in the capital on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed 12 people in the Sudanese capital Khartoum.",
        "Fighting erupted in Juba, the South Sudanese capital, on Monday.",
        "Police fired on crowds in Haiti's capital, Port-au-Prince, on Monday.",
        "Jets hit the group's de facto Syrian capital on Monday.",
        "A blast hit the provincial capital on Monday.",
    ],
)
def test_a_named_city_or_another_capital_is_left_alone(world: Gazetteer, text: str) -> None:
    assert capitals(world, text, "SD") == []
