"""Every loaded Arabic word is found in its own example, there and nowhere else, and not in its counter-example."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reportedly.annotate.actors import load_actors
from reportedly.annotate.arabic import parse
from reportedly.annotate.arabic_actors import find_arabic_actors
from reportedly.annotate.arabic_actors_lexicon import is_actor_word
from reportedly.annotate.clauses import build_clause
from reportedly.annotations import Sentence, Tree
from reportedly.coding.lexicon import load_lexicon
from reportedly.coding.reading import Annotations, Reading
from reportedly.framing import Naming, load_framing, namings_of
from reportedly.framing.arabic import load_arabic_framing
from reportedly.resources import load_toml

from .make import report_of

ENTRIES: list[dict[str, Any]] = load_toml("ar/framing.toml")["entry"]


def arabic_namings(text: str) -> list[Naming]:
    sentence = Sentence(0, 0, 0, len(text), text, False, parse([(text, 0)], is_actor_word)[0], "ar")
    (actors,) = find_arabic_actors([sentence], load_actors())
    reading = Reading(report_of(text), Tree(sentence, build_clause), Annotations(actors=actors), load_lexicon("en"))
    return list(namings_of([reading], load_framing()))


def marked(example: str) -> tuple[str, set[tuple[int, str]]]:
    text, spans = "", set()
    for number, piece in enumerate(re.split(r"[\[\]]", example)):
        if number % 2:
            spans.add((len(text), piece))
        text += piece
    return text, spans


@pytest.mark.parametrize("row", ENTRIES, ids=lambda row: str(row["words"][0]))
def test_an_entry_holds_in_its_example_and_not_in_its_counter_example(row: dict[str, Any]) -> None:
    text, spans = marked(row["example"])
    found = [cue for naming in arabic_namings(text) for cue in naming.cues]
    words = {group.split("|")[0] for group in row["words"]}
    assert {(cue.span.start, cue.span.text) for cue in found} == spans
    assert any(cue.word in words for cue in found)
    assert not [cue for naming in arabic_namings(row["counter"]) for cue in naming.cues if cue.word in words]


def test_a_plain_naming_is_not_loaded() -> None:
    assert [n.loaded for n in arabic_namings("قصف الجيش الروسي القرية")] == [False]


def test_the_words_are_loaded_once() -> None:
    assert load_arabic_framing() is load_arabic_framing()
