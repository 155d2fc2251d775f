"""Sites, parts of the day and second deeds, by which two bombs of one town and day are told apart; all of it is invented."""

from __future__ import annotations

import pytest

from reportedly.link import link
from reportedly.link.setting import hour_in, sites_in, tells_second
from reportedly.resources import load_toml

from .make import Told, make

SITES = load_toml("link/sites.toml")


def bomb(report: str, words: str, **more: object) -> Told:
    given = {"report": report, "sub_type": "Remote explosive/landmine/IED", "weapon": "car bomb", "words": words}
    return Told(**{**given, **more})  # type: ignore[arg-type]


def clusters(*told: Told) -> int:
    return len(link([make(t) for t in told]).clusters)


@pytest.mark.parametrize("language", ["english", "arabic"])
def test_examples_of_sites(language: str) -> None:
    raw = SITES[language]
    assert all(sites_in(words.replace("[", "").replace("]", "")) for words in raw["examples"])
    assert not any(sites_in(words) for words in raw["counters"])


def test_sites_meet_in_both_languages_and_in_a_row() -> None:
    assert sites_in("a bomb in a market") == sites_in("انفجار في السوق") != sites_in("a bomb near the mosque")
    assert sites_in("hit the mosque and the market") == sites_in("hit the mosque") | sites_in("hit the market")


@pytest.mark.parametrize(
    ("number", "example"), [(b["number"], b["example"]) for b in load_toml("link/hours.toml")["band"]]
)
def test_examples_of_hours(number: int, example: str) -> None:
    assert {hour_in(words) for words in example.split(";")} == {number}


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("A second car bomb exploded", True),
        ("it went off hours after an earlier blast", True),
        ("انفجار سيارة مفخخة ثانية", True),
        ("the second attack in a month", False),
        ("a new air strike", False),
    ],
)
def test_the_second_of_a_day(words: str, second: bool) -> None:
    assert tells_second(words) is second


def test_two_bombs_of_one_town_and_day_are_told_apart_by_their_sites() -> None:
    market, mosque = (
        bomb("a", "a car bomb in a market killed some"),
        bomb("b", "a car bomb went off outside a mosque there"),
    )
    assert clusters(market, mosque) == 2
    assert clusters(market, bomb("c", "انفجرت سيارة مفخخة في سوق", language="ar")) == 1


def test_two_bombs_of_one_town_and_day_are_told_apart_by_the_hour() -> None:
    early, late = (
        bomb("a", "a car bomb shook the town in the morning"),
        bomb("b", "a blast was heard here in the evening"),
    )
    later = bomb("c", "a blast was heard here in the evening", killed=(3, 3, 3))
    assert clusters(bomb("d", "a car bomb shook the town in the morning", killed=(9, 9, 9)), later) == 2
    reasons = [r.words for pair in link([make(early), make(late)]).links for r in pair.reasons]
    assert not reasons or "parts of the day differ" in reasons


def test_a_second_bomb_is_not_the_first() -> None:
    first = bomb("a", "a car bomb shook the town and two died")
    assert clusters(first, bomb("b", "a car bomb went off hours after an earlier blast")) == 2
    at_market = bomb("c", "the second car bomb of the day went off in a market")
    assert clusters(at_market, bomb("d", "a car bomb tore through a market")) == 1
