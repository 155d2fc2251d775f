"""The words around place names (``en/places.toml``), as sets by kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly import resources
from reportedly.errors import LexiconError

PLACE_WORDS: Final = "en/places.toml"


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """One group of cue words with its examples, as tests run them."""

    kind: str
    words: frozenset[str]
    example: str
    expect: str | None
    expect_actor: str | None
    counter: str | None


@cache
def place_cues() -> tuple[PlaceCue, ...]:
    """Return the groups of ``en/places.toml``.

    Raises:
        LexiconError: A group lacks its kind, words or example.
    """
    groups = resources.load_toml(PLACE_WORDS).get("cue", [])
    for number, group in enumerate(groups, 1):
        if not {"kind", "words", "example"} <= group.keys():
            raise LexiconError(f"resources/{PLACE_WORDS}: cue {number} needs kind, words and example")
    return tuple(
        PlaceCue(
            g["kind"], frozenset(g["words"]), g["example"], g.get("expect"), g.get("expect_actor"), g.get("counter")
        )
        for g in groups
    )


@cache
def words(kind: str) -> frozenset[str]:
    """Return the cue words of one kind, in lower case.

    Raises:
        LexiconError: No such kind.
    """
    found = [cue.words for cue in place_cues() if cue.kind == kind]
    if not found:
        raise LexiconError(f"resources/{PLACE_WORDS}: no cues of kind {kind!r}")
    return frozenset().union(*found)


TYPE_KINDS: Final = ("admin1", "countryside", "settlement", "part", "site", "area")
"""Kinds of type words, the first that holds a word decides."""


@cache
def type_of(word: str) -> str | None:
    """Return the kind of place that a type word names (``province`` → ``admin1``), or ``None``."""
    return next((kind for kind in TYPE_KINDS if word in words(kind)), None)
