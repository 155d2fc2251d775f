"""Every cue and label of distance.toml is found in its example, with its reach, and not in its counter-examples."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reportedly.coding.distance import Distance, find_distance
from reportedly.coding.reading import Reading
from reportedly.pipeline import Coder
from reportedly.resources import load_toml

from .conftest import reading_of

TABLE = load_toml("en/distance.toml")
ENTRIES = [pytest.param(e, id=e["name"]) for kind in ("cue", "label") for e in TABLE[kind]]
COUNTERS = [
    *(c for cue in TABLE["cue"] for c in cue["counters"]),
    *(label["counter"] for label in TABLE["label"]),
    TABLE["judgement"]["example"],
]


def told(reading: Reading, found: Distance) -> tuple[str, str, str]:
    """Return a cue as kind, words, and the words that it bears on."""
    first, end = found.reach
    return found.kind, found.span.text, "" if found.elsewhere else reading.span(first, end - 1).text


def all_told(coder: Coder, text: str) -> list[tuple[str, str, str]]:
    reading = reading_of(coder, text)
    return [told(reading, d) for d in find_distance(reading)]


@pytest.mark.parametrize("entry", ENTRIES)
def test_example_shows_distance(coder: Coder, entry: dict[str, Any]) -> None:
    marked = entry["example"]
    plain = re.sub(r"[][{}]", "", marked)
    cue, reach = re.search(r"\[(.*?)\]", marked), re.search(r"\{(.*?)\}", marked)
    assert cue is not None
    borne = re.sub(r"[][]", "", reach[1]) if reach else ""
    assert all_told(coder, plain) == [(entry.get("kind", "scare quotes"), cue[1], borne)]


@pytest.mark.parametrize("text", COUNTERS)
def test_counter_example_shows_none(coder: Coder, text: str) -> None:
    assert all_told(coder, text) == []


@pytest.mark.parametrize(
    ("text", "kind", "cue", "reach"),
    [
        ("The claim could not be independently verified.", "no evidence", "could not be independently verified", ""),
        (
            "Rebels shelled the port, the army said without providing any evidence.",
            "no evidence",
            "without providing any evidence",
            "Rebels shelled the port",
        ),
        (
            "Three people died in “terrorist” rocket attacks, the agency said.",
            "scare quotes",
            "“terrorist”",
            "“terrorist” rocket attacks",
        ),
        (
            "The police arrested nine ‘harbour agents’ after the raid.",
            "scare quotes",
            "‘harbour agents’",
            "‘harbour agents’",
        ),
        ("Jets struck one of the so-called 'safe zones' on Sunday.", "doubt word", "so-called", "'safe zones'"),
    ],
)
def test_distance(coder: Coder, text: str, kind: str, cue: str, reach: str) -> None:
    assert all_told(coder, text) == [(kind, cue, reach)]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of the “Al-Tariq Front” attacked the harbour.",
        "Gunmen shot dead Sami “the Baker” Haddad.",
        "Troops of 'Operation Dawn Shield' attacked the harbour.",
        "The raid came after the premiere of the film “Night of Rain”.",
        '"The terrorists attacked us," the mayor said.',
        'The mayor said "terrorists attacked the port" on Sunday.',
        "The rebels' attack hit the guards' barracks.",
        "Shells killed “dozens” of people, the mayor said.",
        'He said the attack would end soon and "terrorists',
        "",
    ],
)
def test_speech_and_names_show_none(coder: Coder, text: str) -> None:
    assert all_told(coder, text) == []


def test_cues_are_verbatim(coder: Coder) -> None:
    for entry in (e for kind in ("cue", "label") for e in TABLE[kind]):
        text = re.sub(r"[][{}]", "", entry["example"])
        for found in find_distance(reading_of(coder, text)):
            assert text[found.span.start : found.span.end] == found.span.text
