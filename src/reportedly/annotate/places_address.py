"""Addresses: names parted by commas alone, each lying in the next ("in Wakwelo, Bokkos district, Plateau state")."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportedly.annotate.places_belief import Found
from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotations import Token

PAIR: Final = 2
"""Known towns in a row that can be an address; more are a list."""

_JOINS: Final = frozenset({"and", "or", "&", "as"})
"""Words after a list's last comma, or instead of it: an address has none."""


def mark_addresses(tokens: Sequence[Token], founds: Sequence[Found], breadth: Callable[[Found], int]) -> None:
    """Set ``inside`` for each name of an address but the last.

    Args:
        tokens: The sentence.
        founds: Its names in order.
        breadth: How wide a name reaches, from 1 (a village or town) to 4 (a country).
    """
    for run in _runs(tokens, founds):
        if _is_address(tokens, run, breadth):
            for found in run[:-1]:
                found.inside = True


def _runs(tokens: Sequence[Token], founds: Sequence[Found]) -> Iterator[list[Found]]:
    """Yield the names that stand in a row with one comma between each two, where no "and" goes on with more."""
    run: list[Found] = []
    for one, other in pairwise(founds):
        gap = [t.lower for t in tokens[one.name.last + 1 : other.name.first]]
        if gap.count(",") == 1 and all(w in {",", "the"} or _typing(w) for w in gap):
            run = [*(run or [one]), other]
            continue
        if run and not _JOINS.intersection(gap[:2]):
            yield run
        run = []
    if run:
        yield run


def _typing(word: str) -> bool:
    return type_of(word) is not None or word in words("wider")


def _is_address(tokens: Sequence[Token], run: Sequence[Found], breadth: Callable[[Found], int]) -> bool:
    """Return whether names in a row tell one place: a wider division is named, or a village stands before a larger place."""
    first = run[0]
    if first.around.relation not in ("in", "near") or first.name.person or first.name.organisation:
        return False
    if any(_divides(tokens, found) for found in run[1:]) or _only_province(run[-1]):
        return True
    if not first.name.hits:
        return any(found.name.hits for found in run[1:])
    if _one_village(tokens, first):
        return True
    if len(run) > PAIR or first.name.title:
        return False
    return not run[1].name.hits or (breadth(first) == 1 and _people(run[1]) >= _people(first))


def _one_village(tokens: Sequence[Token], found: Found) -> bool:
    """Return whether a word beside a name calls it one village or town ("Wakwelo village", "the village of Wakwelo")."""
    near = tokens[max(0, found.name.first - 2) : found.name.last + 2]
    kinds = [t.lower for t in near if type_of(t.lower) == "settlement"]
    return bool(kinds) and not words("plural_type").intersection(kinds)


def _divides(tokens: Sequence[Token], found: Found) -> bool:
    """Return whether the words around a name call it a district, a province or the like."""
    at = found.name.last + 1
    after = " ".join(t.lower for t in tokens[at : at + 3])
    wider = any(after == word or after.startswith(f"{word} ") for word in words("wider"))
    before = tokens[found.name.first - 1].lower
    return wider or before in words("wider") or found.around.typed == "admin1"


def _only_province(found: Found) -> bool:
    """Return whether a name is a province's and no town's ("in Mweso, Masisi, North Kivu")."""
    return bool(found.name.hits) and all(hit.level == "admin1" for hit in found.name.hits)


def _people(found: Found) -> int:
    """Return the people of the largest place of a name."""
    return max((hit.population for hit in found.name.hits), default=0)
