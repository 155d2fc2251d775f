"""Capitals told by what they are the capital of: "the Libyan capital", "North Kivu's capital", "the capital of Tigray"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from reportedly import resources
from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_tables import country_names
from reportedly.annotate.places_names import Name
from reportedly.annotate.places_pieces import slice_text
from reportedly.annotations import Sentence, Token
from reportedly.capitals import capitals

_OWNERS: Final = ("'s", "’s", "'", "’")
_LAND: Final = frozenset({"country", "nation"})
_PROVINCIAL: Final = frozenset({"provincial", "regional", "state", "province", "region", "county", "governorate"})
_SO_CALLED: Final = frozenset(
    "facto former ancient old historic financial economic commercial cultural group groups self proclaimed declared "
    "styled called rebel jihadist summer".split()
)
"""Words before a "Syrian capital" that is a town of a group's own, or one of another time or kind."""

_LONGEST: Final = 3
"""Words in the longest adjective of a nationality ("Central African")."""


@cache
def _seats() -> dict[str, str]:
    rows = resources.load_csv("places/admin1.csv")
    return {f"reportedly:{row['country']}.{row['code']}": row["seat"] for row in rows}


@cache
def _nations() -> dict[str, str]:
    return {name.lower(): row.country for row in country_names() for name in row.adjectives}


def with_capitals(sentence: Sentence, names: Sequence[Name], gazetteer: Gazetteer, land: str | None) -> list[Name]:
    """Return the names of a sentence with its unnamed capitals, in order; those that only own one are left out.

    Args:
        sentence: With its tokens.
        names: Its possible names of places.
        gazetteer: Where the capitals' points are looked up.
        land: The country that the report is told to be about, whose capital is "the capital"; ``None`` if none is.
    """
    found = list(names)
    for token in sentence.tokens:
        if token.text != "capital" or token.pos != "NOUN" or token.dep in ("compound", "amod"):
            continue
        if _named(sentence.tokens, names, token.index):
            continue
        told = _told(sentence, names, gazetteer, token.index, land)
        if told is not None:
            found = [n for n in found if n.last < told.first or n.first > told.last]
            found.append(told)
    return sorted(found, key=lambda n: n.first)


def _named(tokens: Sequence[Token], names: Sequence[Name], at: int) -> bool:
    """Tell whether the capital's own name stands beside it ("the Libyan capital, Tripoli", "Juba, the capital")."""
    after = [t.lower for t in tokens[at + 1 : at + 4]]
    step = at + 1
    if after[:1] == ["city"]:
        step, after = step + 1, after[1:]
    if after[:1] and after[0] in (",", "(", "-", "–", "—"):
        step += 1
    before = at - 1
    while before > 0 and tokens[before].text not in (",", "(") and before > at - _LONGEST - 3:
        before -= 1
    apposed = tokens[before].text in (",", "(") and any(n.last == before - 1 and n.hits for n in names)
    return apposed or any(n.first == step and n.hits for n in names)


def _told(sentence: Sentence, names: Sequence[Name], gazetteer: Gazetteer, at: int, land: str | None) -> Name | None:
    tokens = sentence.tokens
    if at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        first = at + 2 + (tokens[min(at + 2, len(tokens) - 1)].lower == "the")
        owner = next((n for n in names if n.first == first), None)
        if owner is not None and owner.last + 1 < len(tokens) and tokens[owner.last + 1].lower in _OWNERS:
            # "the capital of Ethiopia's Tigray region"
            owner = next((n for n in names if n.first == owner.last + 2), None)
        return None if owner is None else _made(sentence, at, owner.last, _of(owner, gazetteer))
    before = at - 1
    while before > 0 and tokens[before].lower in _PROVINCIAL:
        before -= 1
    if before < 0:
        return None
    nation = None if before < at - 1 else _nation(tokens, before)
    if any(t.lower in _SO_CALLED for t in tokens[max(0, at - _LONGEST - 2) : at]):
        return None
    if nation is not None:
        return _made(sentence, nation[0], at, _capital(nation[1], gazetteer))
    owned = tokens[before].lower in _OWNERS
    before -= owned
    owner = next((n for n in names if n.last == before), None)
    if owner is not None:
        return _made(sentence, owner.first, at, _of(owner, gazetteer))
    plain = before == at - 1 and tokens[before].lower == "the" and before > 0 and tokens[before - 1].pos == "ADP"
    whole = tokens[before].lower in _LAND if owned else plain
    return _made(sentence, before, at, _capital(land, gazetteer)) if whole and land else None


def _nation(tokens: Sequence[Token], last: int) -> tuple[int, str] | None:
    """Return where the adjective of a nation that ends at a token begins, and the nation's ISO code."""
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        iso = _nations().get(" ".join(t.lower for t in tokens[first : last + 1]))
        if iso is not None:
            return first, iso
    return None


def _of(owner: Name, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the capital of the country or province that a name means; of provinces of one name in two lands, none."""
    lands = [h for h in owner.hits if h.level == "country"]
    if lands:
        return _capital(lands[0].country, gazetteer)
    provinces = [h for h in owner.hits if h.level == "admin1" and h.id in _seats()]
    return _seat(provinces[0], gazetteer) if len(provinces) == 1 else None


def _capital(country: str | None, gazetteer: Gazetteer) -> GazetteerPlace | None:
    name = capitals().get(country or "")
    return None if name is None else _largest(gazetteer.lookup(name, country))


def _seat(province: GazetteerPlace, gazetteer: Gazetteer) -> GazetteerPlace | None:
    towns = gazetteer.lookup(_seats()[province.id], province.country)
    return _largest([t for t in towns if t.admin1 == province.admin1])


def _largest(towns: Sequence[GazetteerPlace]) -> GazetteerPlace | None:
    points = [t for t in towns if t.level == "point"]
    return max(points, key=lambda t: (t.population, t.id), default=None)


def _made(sentence: Sentence, first: int, last: int, town: GazetteerPlace | None) -> Name | None:
    """Return the words as a name for a town; it counts as one of the project's own, for it has no namesake."""
    if town is None:
        return None
    text = slice_text(sentence, first, last)
    return Name(first, last, text, (replace(town, source="table"),), True, False, False, False)
