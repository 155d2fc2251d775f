"""The words around place names in Arabic (``ar/places.toml``), levelled, as sets by kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from reportedly import resources
from reportedly.annotate.arabic_text import form
from reportedly.errors import LexiconError

PLACE_WORDS: Final = "ar/places.toml"

KEPT: Final = 65536
"""Words kept with what is known of each: the vocabulary of some thousand reports."""

TYPE_KINDS: Final = {
    "settlement": "settlement",
    "settlements": "settlement",
    "part": "part",
    "site": "site",
    "building": "site",
    "street": "site",
    "admin1": "admin1",
    "countryside": "countryside",
    "area": "area",
}
"""Kinds of words for a kind of place, with what the resolver calls them; the first that holds a word decides."""


@dataclass(frozen=True, slots=True)
class ArabicPlaceCue:
    """One group of cue words with its examples, as tests run them."""

    kind: str
    words: frozenset[str]
    example: str
    expect: str | None
    expect_actor: str | None
    reject: str | None
    counter: str | None


@cache
def arabic_place_cues() -> tuple[ArabicPlaceCue, ...]:
    """Return the groups of ``ar/places.toml``.

    Raises:
        LexiconError: A group lacks its kind, words, example or counter.
    """
    groups = resources.load_toml(PLACE_WORDS).get("cue", [])
    for number, group in enumerate(groups, 1):
        if not {"kind", "words", "example", "counter"} <= group.keys():
            raise LexiconError(f"resources/{PLACE_WORDS}: cue {number} needs kind, words, example and counter")
    return tuple(
        ArabicPlaceCue(
            g["kind"],
            frozenset(map(form, g["words"])),
            g["example"],
            g.get("expect"),
            g.get("expect_actor"),
            g.get("reject"),
            g.get("counter"),
        )
        for g in groups
    )


@cache
def words(kind: str) -> frozenset[str]:
    """Return the levelled cue words of one kind.

    Raises:
        LexiconError: No such kind.
    """
    found = [cue.words for cue in arabic_place_cues() if cue.kind == kind]
    if not found:
        raise LexiconError(f"resources/{PLACE_WORDS}: no cues of kind {kind!r}")
    return frozenset().union(*found)


@cache
def words_of_kinds(*kinds: str) -> frozenset[str]:
    """Return the levelled cue words of several kinds."""
    return frozenset().union(*(words(kind) for kind in kinds))


@cache
def last_words(*kinds: str) -> frozenset[str]:
    """Return the words with which the cues of these kinds end: no cue ends where another word stands."""
    return frozenset(cue.rpartition(" ")[2] for cue in words_of_kinds(*kinds))


@cache
def first_words(kind: str) -> frozenset[str]:
    """Return the words with which the cues of one kind begin."""
    return frozenset(cue.partition(" ")[0] for cue in words(kind))


@lru_cache(maxsize=KEPT)
def type_of(word: str) -> str | None:
    """Return the kind of place that a word names, as the resolver calls it (``قرية`` → ``settlement``), or ``None``."""
    return next((kind for cue, kind in TYPE_KINDS.items() if word in words(cue)), None)


@lru_cache(maxsize=KEPT)
def is_cue(word: str) -> bool:
    """Tell whether a word names a kind of place or nearness to one."""
    return type_of(word) is not None or word in words("near") or word in words("road")


@cache
def _directions() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in resources.load_toml(PLACE_WORDS).get("direction", []):
        for word in map(form, group["words"]):
            found |= {word: group["english"], f"{word}ة": group["english"], f"{word}ه": group["english"]}
    return found


@lru_cache(maxsize=KEPT)
def direction_of(word: str) -> str | None:
    """Return the English direction of a word (``الشمالي`` → ``north``), with or without article, or ``None``."""
    table = _directions()
    return table.get(word) or (table.get(word[2:]) if word.startswith("ال") else None)


@cache
def towns() -> dict[str, str]:
    """Return the ISO codes of countries by the towns that tell them."""
    groups = resources.load_toml(PLACE_WORDS).get("town", [])
    return {town: group["country"] for group in groups for town in group["words"]}


@cache
def nations(*, guarded: bool = False) -> dict[str, str]:
    """Return the ISO codes of countries by their adjectives in all forms, without article.

    Args:
        guarded: Return those that are common words too (مالي) instead: they tell a country only in some places.
    """
    found: dict[str, str] = {}
    for group in resources.load_toml(PLACE_WORDS).get("nation", []):
        if group.get("guarded", False) != guarded:
            continue
        for word in map(form, group["words"]):
            for ending in ("", "ة", "ه", "ين", "ون", "ان", "تين", "ات"):
                found[word + ending] = group["country"]
    return found


def is_nation(word: str) -> bool:
    """Tell whether a word is a nationality, with or without article."""
    return word in nations() or (word.startswith("ال") and word[2:] in nations())
