"""Names of places that are one list, and names that lie in others ("A, B and C in Homs province")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reportedly.annotate.places_belief import TOWN, Found
from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotate.places_pieces import nationalities
from reportedly.annotations import Token

WITHIN_REACH: Final = 9
"""Tokens between a place and the one that contains it (``X, a town in the southern countryside of Y``)."""

_LINKS: Final = frozenset(
    ", part parts in of the at 's ’s ' s - a an from and ( on by within north south east west".split()
)
_LISTING: Final = frozenset(", and & / or as well the of in both also then".split())
NAMED_KINDS: Final = ("settlement", "part", "site")
"""Kinds of places that have a name of their own and lie in others."""


def group(tokens: Sequence[Token], founds: list[Found]) -> None:
    """Number the lists: names with only commas, ``and``, type words or nothing between them."""
    number = 0
    for one, other in pairwise(founds):
        between = [t.lower for t in tokens[one.name.last + 1 : other.name.first]]
        plain = [w for w in between if type_of(w) != "settlement" and w not in words("plural_type")]
        joined = all(w in _LISTING or w == "-" for w in plain) and "in" not in plain and plain.count(",") < 2
        broader = (breadth(other) > 2 and breadth(other) > breadth(one)) or in_wider(tokens, one, other)
        nested = (plain == [","] and broader) or (not plain and COUNTRY_BREADTH in (breadth(one), breadth(other)))
        if not joined or nested or one.inside or ("of" in plain and "and" not in plain):
            continue
        if one.group is None:
            number += 1
            one.group = number
        other.group = one.group
        if plain == ["-"] and other.around.relation == "road":
            one.around = replace(one.around, relation="road", near=True, strong=True)
        _share(one, other)
    kind: str | None = None
    for one, other in zip(reversed(founds[:-1]), reversed(founds), strict=False):
        same = one.group is not None and one.group == other.group
        kind = _plural_after(tokens, other) or (kind if same else None)
        if kind is not None and same and not one.around.typed:
            one.around = replace(one.around, typed=kind, strong=True)


def _plural_after(tokens: Sequence[Token], found: Found) -> str | None:
    """Return the kind of place that a plural after the last name of a list gives to all of it."""
    after = tokens[found.name.last + 1].lower if found.name.last + 1 < len(tokens) else ""
    return type_of(after) if after in words("plural_type") else None


def _share(one: Found, other: Found) -> None:
    """Let a later name of a list have what the words before the list say of all of it."""
    mine, first = other.around, one.around
    passes = mine.relation in ("other", "in") and not mine.typed and not mine.direction
    if passes and first.relation != "other":
        other.around = replace(
            mine, near=mine.near or first.near, relation=first.relation, strong=mine.strong or first.strong,
            typed=mine.typed or (first.typed if first.typed in (*NAMED_KINDS, "countryside") else None),
            direction=mine.direction or (first.direction and first.typed in ("countryside", "admin1", None)),
            actor=mine.actor or first.actor,
        )  # fmt: skip
    elif first.near and first.relation == "near" and mine.relation == "other":
        other.around = replace(mine, near=True)


COUNTRY_BREADTH: Final = 4


def breadth(found: Found) -> int:
    """Return how wide a place a name may mean: 1 a quarter or village, 2 a city, 3 a province, 4 a country."""
    levels = {h.level for h in found.name.hits}
    about = found.around
    if "country" in levels:
        return COUNTRY_BREADTH
    if about.typed in ("part", "site"):
        return 1
    if (
        "region" in levels
        or (about.typed in ("admin1", "countryside") and levels & {"admin1", "point"})
        or about.direction
    ):
        return 3
    if "area" in levels or levels & {"admin1"} or any(h.population > 50_000 for h in found.name.hits):
        return 2
    return 1


def in_wider(tokens: Sequence[Token], one: Found, other: Found) -> bool:
    """Tell whether a comma parts a village from the township around it (``X village, Y Township``)."""
    own, at = one.name.last + 1, other.name.last + 1
    after = " ".join(t.lower for t in tokens[at : at + 3])
    wider = any(after == word or after.startswith(f"{word} ") for word in words("wider"))
    return wider and tokens[own].lower not in words("wider") and type_of(tokens[own].lower) in NAMED_KINDS


def contain(tokens: Sequence[Token], founds: list[Found], base: int) -> None:
    """Set ``within``: a broader name that follows with only linking words between, or precedes as possessor."""
    for at, found in enumerate(founds):
        chain = found.name.last
        for step, other in enumerate(founds[at + 1 :], at + 1):
            gap = tokens[chain + 1 : other.name.first]
            if len(gap) > WITHIN_REACH or (other.around.actor and not other.around.strong):
                break
            if other.group is not None and other.group == found.group:
                chain = other.name.last
                continue
            if not _links(gap, found):
                break
            if _has_quarter(tokens, found, other):
                other.around = replace(other.around, typed=None)
            inside = found.inside or _smaller(found, gap) or in_wider(tokens, found, other)
            if breadth(other) <= breadth(found) and not inside:
                break
            found.within = base + step
            if breadth(other) < COUNTRY_BREADTH:
                break
            chain = other.name.last
        before = founds[at - 1] if at else None
        wide = found.within is None or breadth(founds[found.within - base]) == COUNTRY_BREADTH
        if before is not None and wide and _district_of(tokens, before, found):
            found.within = base + at - 1
        if found.within is None and before is not None and breadth(before) > breadth(found):
            gap_words = [t.lower for t in tokens[before.name.last + 1 : found.name.first]]
            owner = gap_words[:1] in (["'s"], ["’s"], ["s"], [":"]) or (
                gap_words and type_of(gap_words[-1]) and gap_words[0] == "s"
            )
            if owner or (before.name.text.lower().endswith("s") and gap_words and gap_words[-1] == "of"):
                found.within = base + at - 1


def _district_of(tokens: Sequence[Token], before: Found, found: Found) -> bool:
    """Tell whether a great town's name says where a quarter or village lies ("the Aleppo district of Marjeh").

    Without the article the first name is the quarter's own ("Kutaf district of Saada").
    """
    opening = [t.lower for t in reversed(tokens[max(0, before.name.first - 5) : before.name.first])]
    article = opening.index("the") if "the" in opening else len(opening)
    if article == len(opening) or any(t.pos == "ADP" for t in tokens[before.name.first - article : before.name.first]):
        return False
    gap = [t.lower for t in tokens[before.name.last + 1 : found.name.first]]
    sizes = [h.population for h in before.name.hits if h.level != "admin1"]
    # "The al-Thawra district of Omdurman": the greater of two towns has the quarters.
    greater = any(h.population > max(sizes, default=0) for h in found.name.hits if h.population > TOWN)
    known = any(h.level == "admin1" for h in before.name.hits) or (max(sizes, default=0) > TOWN and not greater)
    return known and len(gap) == 2 and type_of(gap[0]) in ("part", "settlement") and gap[1] == "of"


def _has_quarter(tokens: Sequence[Token], found: Found, other: Found) -> bool:
    """Tell whether a town has the quarter named before it ("al-Thawra district of Omdurman"), itself no quarter."""
    gap = [t.lower for t in tokens[found.name.last + 1 : other.name.first]]
    quarter = len(gap) == 2 and found.around.typed == type_of(gap[0]) == "part" and gap[1] == "of"
    return quarter and not _district_of(tokens, found, other)


def _smaller(found: Found, gap: Sequence[Token]) -> bool:
    """Tell whether a farm or village is said to lie in a place of its size (``X farm in Y``, ``X, a village in Y``)."""
    called = len(gap) < 3 or [t.lower for t in gap[:2]] in ([",", "a"], [",", "an"])
    return found.around.typed in NAMED_KINDS and gap[-1].lower == "in" and called


def pass_within(founds: list[Found]) -> None:
    """Give all of a list the container that follows its last name (``A, B and C in Homs province``)."""
    for one, before in zip(reversed(founds), list(reversed(founds))[1:], strict=False):
        if one.within is not None and before.within is None and before.group is not None and before.group == one.group:
            before.within = one.within


def _links(gap: Sequence[Token], found: Found) -> bool:
    """Tell whether the words of a gap lead from a place to its container."""
    if not gap:
        return False
    lowers = [t.lower for t in gap]
    ok = all(
        w in _LINKS or type_of(w) or w in words("direction") or w in nationalities() or w in words("near")
        for w in lowers
    )
    return (
        ok
        and bool({"in", "of", ",", "'s", "’s", "-", "("} & set(lowers))
        and not (lowers == ["and"] or (found.group is not None and lowers == [","]))
    )
