"""Every rule and window of series.toml is found in its example and not in its counter-examples; spans are verbatim."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reportedly.coding.series import SeriesCount, find_series
from reportedly.coding.series_lexicon import load_series
from reportedly.pipeline import Coder
from reportedly.resources import load_toml

from .conftest import reading_of

TABLE = load_toml("en/series.toml")
ENTRIES = [pytest.param(e, id=e["name"]) for kind in ("rule", "window") for e in TABLE[kind]]
COUNTERS = [
    *(c for rule in TABLE["rule"] for c in rule["counters"]),
    *(entry["counter"] for kind in ("window", "part") for entry in TABLE[kind]),
    TABLE["deeds"]["counter"],
]


def told(coder: Coder, text: str) -> list[tuple[int, str, str | None]]:
    """Return each count of a sentence as number, what is counted, stretch of time."""
    reading = reading_of(coder, text)
    return [_words(reading.span, count) for count in find_series(reading)]


def _words(span: Any, count: SeriesCount) -> tuple[int, str, str | None]:
    window = span(count.window[0], count.window[1] - 1).text if count.window else None
    return count.number, span(count.what_first, count.what_last).text, window


@pytest.mark.parametrize("entry", ENTRIES)
def test_example_is_a_count(coder: Coder, entry: dict[str, Any]) -> None:
    marked = entry["example"]
    (found,) = told(coder, re.sub(r"[][{}]", "", marked))
    what, window = re.search(r"\[(.*?)\]", marked), re.search(r"\{(.*?)\}", marked)
    assert found[2] == (window and window[1])
    assert found[1] == what[1] if what else found[1]
    assert found[0] == entry.get("number", found[0])


@pytest.mark.parametrize("text", COUNTERS)
def test_counter_example_is_none(coder: Coder, text: str) -> None:
    assert told(coder, text) == []


@pytest.mark.parametrize(
    ("text", "number", "what", "window"),
    [
        ("A third attack in as many days killed a guard.", 3, "attack", "as many days"),
        ("Fifth journalist killed this year.", 5, "journalist killed", "this year"),
        ("A judge was shot dead, marking the fourth strike since May.", 4, "strike", "since May"),
        (
            "It was the first night bombing by navy seaplanes on the outer harbour in March 2019.",
            1,
            "night bombing by navy seaplanes on the outer harbour",
            "March 2019",
        ),
        ("The raid was the twenty-first in less than a year.", 21, "raid", "less than a year"),
        ("The bomb was the first of its kind.", 1, "bomb", None),
        ("The drone was the fourth shot down by rebels since April.", 4, "drone", "since April"),
        ("Third Attack in Two Weeks Hits Market in Goma", 3, "Attack", "Two Weeks"),
    ],
)
def test_counts(coder: Coder, text: str, number: int, what: str, window: str | None) -> None:
    assert told(coder, text) == [(number, what, window)]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital was bombed twice in a week.",
        "Gunmen stormed the base, first, and then burned it in May.",
        "At first the rebels shelled the port this week.",
        "World War II bombs exploded this week.",
        "The attack came in the third quarter of the year.",
        "Medics gave first aid after this week's attack.",
        "A second blast killed five people this week.",
        "",
    ],
)
def test_other_ordinals_are_none(coder: Coder, text: str) -> None:
    assert told(coder, text) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_spans_are_verbatim_and_hold_the_count(coder: Coder, entry: dict[str, Any]) -> None:
    text = re.sub(r"[][{}]", "", entry["example"])
    reading = reading_of(coder, text)
    for count in find_series(reading):
        assert text[count.span.start : count.span.end] == count.span.text
        if count.window:
            assert count.span.text.endswith(reading.span(count.window[0], count.window[1] - 1).text)


@pytest.mark.parametrize(
    ("words", "number"), [("third", 3), ("twenty-first", 21), ("ninety second", 92), ("12th", 12), ("hundredth", 100)]
)
def test_ordinals(words: str, number: int) -> None:
    assert load_series().ordinal.fullmatch(words)
    assert load_series().number(words) == number
