"""Join the Arabic names of a sentence: lists, and which place lies in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reportedly.annotate.arabic_places_belief import SMALLER, Candidate
from reportedly.annotate.arabic_places_lexicon import direction_of, is_nation, type_of, words
from reportedly.annotate.arabic_places_words import QUOTES, Word
from reportedly.annotate.places_belief import Found

COUNTRY, REGION, TOWN, SPOT = 4, 3, 2, 1
"""How wide a name is: only a wider one can hold another."""

WITHIN_REACH: Final = 8
"""Words between a place and the one that holds it (``الواقعة في ريف محافظة X``)."""

GREAT_TOWN: Final = 50_000
"""People: a town that holds others which are told to lie in it."""

_LISTING: Final = frozenset("و ، , او / ؛ كذلك ايضا كل من كلا".split()) | QUOTES
_LINKS: Final = QUOTES | frozenset(
    (
        "في ب من ل ضمن ، , ( ) - – / التابعة التابع التابعتين التابعتان التابعين التابعات الواقعة الواقع "
        "الواقعتين الواقعتان تابعة تابعتين اقصي ناحية"
    ).split()
)


def _between(found: Sequence[Word], one: Candidate, other: Candidate) -> list[str]:
    return [w.form for w in found[one.first + len(one.words) : other.first]]


def _end(candidate: Candidate) -> int:
    return candidate.first + len(candidate.words) - 1


def breadth(found: Found) -> int:
    """Return how wide a name is, as the words around it take it."""
    levels = {hit.level for hit in found.name.hits}
    about = found.around
    if "country" in levels:
        return COUNTRY
    if about.typed in ("part", "site"):
        return SPOT
    if "region" in levels or about.direction or (about.typed in ("admin1", "countryside") and levels):
        return REGION
    if about.typed in ("admin1", "countryside"):
        return REGION
    if levels & {"area", "admin1"} or any(h.population > GREAT_TOWN for h in found.name.hits):
        return TOWN
    return SPOT


def group(found: Sequence[Word], candidates: Sequence[Candidate]) -> None:
    """Number the lists, and let what stands before a list say of all of it what it says of its first name."""
    number = 0
    for at, (before, other) in enumerate(pairwise(candidates), 1):
        one = before
        if not _listed(found, before, before, other):
            # «الرويحة في جبل الزاوية جنوبي إدلب، وكفرنوران»: the regions after a name do not end the list.
            one = _held(found, candidates, at - 1)
            if one is before or not _listed(found, before, one, other):
                continue
        if one.found.group is None:
            number += 1
            one.found.group = number
        other.found.group = one.found.group
        _share(one, other)


def _listed(found: Sequence[Word], last: Candidate, one: Candidate, other: Candidate) -> bool:
    """Return whether a name goes on with the list of another: ``last`` is that one, or the region told after it."""
    gap = _without_besides(_between(found, last, other))
    if gap and gap[0] in words("near"):
        return False  # «الطائرات الروسية محيط وأطراف كفرتخاريم»: the vicinity of what follows goes on with no list.
    plain = [w for w in gap if type_of(w) != "settlement" or w.startswith("ال")]
    plain = [w for w in plain if w not in words("near")]
    joined = bool(gap) and all(w in _LISTING for w in plain) and {"و", "،", ",", "/", "او"} & set(gap)
    widths = {breadth(one.found), breadth(other.found)}
    apart = len(widths) > 1 and (max(widths) - min(widths) > 1 or (max(widths) >= REGION and "و" not in gap))
    return bool(joined) and not apart and one.found.around.actor == other.found.around.actor


_BESIDES: Final = (("اضافة", "الي"), ("ب", "الاضافة", "الي"), ("الي", "جانب"), ("فضلا", "عن"))
"""Levelled words by which a list goes on: *in addition to*, *beside*, *besides*."""


def _without_besides(gap: list[str]) -> list[str]:
    """Return the words between two names without those of :data:`_BESIDES`."""
    for phrase in _BESIDES:
        for at in range(len(gap) - len(phrase) + 1):
            if tuple(gap[at : at + len(phrase)]) == phrase:
                return [*gap[:at], *gap[at + len(phrase) :]]
    return gap


def _held(found: Sequence[Word], candidates: Sequence[Candidate], last: int) -> Candidate:
    """Return the name whose regions end with ``last``, itself where it is none."""
    at = last
    while at and last - at < REGIONS and _holds_next(found, candidates[at - 1], candidates[at]):
        at -= 1
    return candidates[at] if breadth(candidates[last].found) >= REGION else candidates[last]


REGIONS: Final = 2
"""Regions, one in the other, that may follow a name."""


def _holds_next(found: Sequence[Word], inner: Candidate, outer: Candidate) -> bool:
    """Return whether the region right after a name is where that name lies."""
    return _holds([w.form for w in found[_end(inner) + 1 : outer.first]], inner.found, outer.found)


def _share(one: Candidate, other: Candidate) -> None:
    """Pass on relation, nearness and kind, where the later name has no words of its own for them."""
    mine, first = other.found.around, one.found.around
    own = bool(mine.typed or mine.direction) and mine.relation not in ("other",)
    kinds = (*SMALLER, "countryside") if one.read.plural or first.typed == "countryside" else SMALLER
    typed = mine.typed or (first.typed if first.typed in kinds and not one.read.building else None)
    if own and mine.typed:
        other.found.around = replace(mine, near=mine.near or (first.near and first.relation in ("between", "road")))
        return
    other.found.around = replace(
        mine,
        typed=typed,
        near=mine.near or first.near,
        relation=first.relation if mine.relation == "other" else mine.relation,
        strong=mine.strong or first.strong,
        plain=mine.plain or first.plain,
    )


def contain(found: Sequence[Word], candidates: Sequence[Candidate]) -> None:
    """Set ``within``, as an index in ``candidates``: a wider name that follows with linking words only between."""
    for at, candidate in enumerate(candidates):
        end = _end(candidate)
        for step, other in enumerate(candidates[at + 1 :], at + 1):
            gap = found[end + 1 : other.first]
            if len(gap) > WITHIN_REACH:
                break
            if other.found.group is not None and other.found.group == candidate.found.group:
                end = _end(other)
                continue
            if _holds([w.form for w in gap], candidate.found, other.found):
                candidate.found.within = step
            break
    for one, before in zip(reversed(candidates), list(reversed(candidates))[1:], strict=False):
        mates = before.found.group is not None and before.found.group == one.found.group
        if mates and before.found.within is None:
            before.found.within = one.found.within


def _holds(gap: Sequence[str], inner: Found, outer: Found) -> bool:
    """Tell whether the words of a gap lead from a place to the one that holds it."""
    linking = {"في", "ب", "من", "ل", "ضمن", "،", ",", "(", "-", "–", "/"} & set(gap)
    sided = any(direction_of(w) is not None for w in gap)
    if outer.around.near or not (linking or sided or outer.around.typed):
        return False
    known = all(w in _LINKS or type_of(w) is not None or direction_of(w) or is_nation(w) for w in gap)
    smaller = inner.around.typed in SMALLER and breadth(inner) == SPOT and linking - {"،", ","}
    return known and (breadth(outer) > breadth(inner) or bool(smaller))
