"""Readings and namings of single sentences, whether or not they tell an event."""

from __future__ import annotations

from reportedly.annotate.actors import find_actors, load_actors
from reportedly.annotate.clauses import build_clause
from reportedly.annotate.english import parse
from reportedly.annotations import Sentence, Tree
from reportedly.coding.lexicon import load_lexicon
from reportedly.coding.reading import Annotations, Reading
from reportedly.framing import Naming, load_framing, namings_of
from reportedly.records import Block, BlockKind, Report


def report_of(text: str, source: str | None = "Harbour Wire") -> Report:
    block = Block(0, len(text), BlockKind.TEXT, "en")
    return Report(f"id of {text}", "test.txt", 1, 0, len(text), text, (block,), source=source)


def reading_of(text: str, source: str | None = "Harbour Wire") -> Reading:
    sentence = Sentence(0, 0, 0, len(text), text, False, parse([(text, 0)])[0])
    (actors,) = find_actors([sentence], load_actors())
    tree = Tree(sentence, build_clause)
    return Reading(report_of(text, source), tree, Annotations(actors=actors), load_lexicon("en"))


def namings(text: str, source: str | None = "Harbour Wire") -> list[Naming]:
    return list(namings_of([reading_of(text, source)], load_framing()))
