"""Capitals told by their country alone: "the Libyan capital", "Mali's capital", "the capital" of the report's country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_sources import capitals
from reportedly.annotate.places_country import land_called
from reportedly.annotate.places_names import Name
from reportedly.annotate.places_pieces import slice_text
from reportedly.annotations import Sentence, Token

_WORDS_OF_LAND: Final = 3
"""Words of a country's name or adjective, at most ("Central African", "Bosnia and Herzegovina" not)."""

_NO_CAPITAL: Final = frozenset(
    "facto former ancient old historic financial economic commercial cultural group groups self proclaimed declared "
    "styled rebel jihadist state regional provincial district summer".split()
)
"""Words before it of what is no state's capital ("the group's de facto Syrian capital")."""

_TOWNS: Final = frozenset({"city", "region"})


def capitals_in(sentence: Sentence, gazetteer: Gazetteer, home: str | None) -> Iterator[Name]:
    """Yield the capitals that a sentence tells without their own names.

    Args:
        sentence: With its tokens.
        gazetteer: Where the capital is looked up.
        home: ISO code of the report's country, whose capital "the capital" is.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.text != "capital" or token.pos != "NOUN" or token.dep in ("compound", "amod") or _named(tokens, at):
            continue
        first, last, land = _land(tokens, at, home)
        hit = _capital(land, gazetteer) if land is not None else None
        if hit is not None:
            text = slice_text(sentence, first, last)
            yield Name(first, last, text, (hit,), whole=True, title=False, organisation=False, facility=False)


def _named(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the city's own name stands beside the word ("the capital Juba", "Juba, the capital")."""
    after = tokens[at + 1 : at + 4]
    if after and after[0].lower in _TOWNS:
        after = after[1:]
    if after and (after[0].text[:1].isupper() or (after[0].pos == "NOUN" and after[0].dep != "npadvmod")):
        return True
    if len(after) > 1 and after[0].text in (",", "(") and after[1].text[:1].isupper():
        return True
    if any(t.lower in _NO_CAPITAL for t in tokens[max(0, at - _WORDS_OF_LAND - 2) : at]):
        return True
    before = list(tokens[max(0, at - _WORDS_OF_LAND - 3) : at])
    comma = next((n for n in range(len(before) - 1, 0, -1) if before[n].text in (",", "(")), None)
    return comma is not None and before[comma - 1].text[:1].isupper()


def _land(tokens: Sequence[Token], at: int, home: str | None) -> tuple[int, int, str | None]:
    """Return the first and last token of the phrase and the country whose capital it is."""
    end = at - 1
    if end >= 0 and tokens[end].lower in ("'s", "’s", "'"):
        end -= 1
    for first in range(max(0, end - _WORDS_OF_LAND + 1), end + 1):
        land = land_called([t.text for t in tokens[first : end + 1]])
        if land is not None:
            return first, at, land
    if at + 2 < len(tokens) and tokens[at + 1].lower == "of":
        for last in range(min(at + 1 + _WORDS_OF_LAND, len(tokens) - 1), at + 1, -1):
            land = land_called([t.text for t in tokens[at + 2 : last + 1]])
            if land is not None:
                return at, last, land
        return at, at, None
    plain = at > 1 and tokens[at - 1].lower == "the" and tokens[at - 2].pos == "ADP"
    return (
        at,
        at,
        home if plain or (at > 1 and tokens[at - 1].lower == "'s" and tokens[at - 2].lower == "country") else None,
    )


def _capital(land: str, gazetteer: Gazetteer) -> GazetteerPlace | None:
    name = capitals().get(land)
    hits = gazetteer.lookup(name, land) if name else ()
    points = [h for h in hits if h.level == "point"]
    return max(points, key=lambda h: (h.population, h.id), default=None)
