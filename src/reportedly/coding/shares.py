"""Tolls told place by place under one verb: "shelling killed three people in A and two in B" is two rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.annotations import PlaceMention
from reportedly.coding.counts import Count, count_of, quantity_of
from reportedly.coding.reading import Reading
from reportedly.coding.tolls import TollFact, victim_heads
from reportedly.coding.triggers import Node
from reportedly.records import Toll


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a toll that was told of another place: where, the toll, and the token that counts it."""

    place: PlaceMention
    fact: TollFact
    index: int


_IN = frozenset({"in", "at", "near", "outside"})


def shares_of(reading: Reading, node: Node, fact: TollFact) -> tuple[TollFact, tuple[Share, ...]]:
    """Return a toll without what later numbers tell of places of their own, and those parts.

    Args:
        reading: The sentence.
        node: The trigger that tells the toll.
        fact: The toll over all places.
    """
    told = victim_heads(reading, node)
    heads = list(dict.fromkeys([*told, *_loose_numbers(reading, [node.index, *told])]))
    parts = [s for h in heads[1:] if (s := _share(reading, fact, h)) is not None]
    first = count_of(reading, heads[0]) if parts else None
    if first is None or len(parts) != len(heads) - 1:
        return fact, ()
    if not _placed_first(reading, node, heads, parts):
        return fact, ()
    return replace(fact, toll=_toll(reading, first, node.index), victims=first.victims), tuple(parts)


def summed_up(reading: Reading, fact: TollFact) -> tuple[Share, ...]:
    """Return the parts by place that follow a total and add up to it ("five were killed: three in A and two in B")."""
    tokens = reading.tokens
    after = reading.token_at(fact.toll.span.end)
    found = []
    for at in range(max(after, 1), len(tokens) - 2):
        opens = tokens[at - 1].text in (":", ",", "–", "—", "-") or tokens[at - 1].lower == "and"
        count = reading.quantity_at.get(at) if tokens[at].tag == "CD" and at not in reading.date_at else None
        place = reading.place_at.get(at + 2)
        if opens and count is not None and tokens[at + 1].lower in _IN and place is not None:
            toll = Toll(count.low, count.best, count.high, reading.span(at, at))
            found.append(Share(place, TollFact(fact.kind, toll, fact.victims, at), at))
    whole = len(found) > 1 and sum(s.fact.toll.best for s in found) == fact.toll.best
    return tuple(found) if whole else ()


def _loose_numbers(reading: Reading, heads: list[int]) -> list[int]:
    """Return the numbers joined to the verb or to its victims ("killed two people in A, one in B and four in C")."""
    found = [c for h in heads for c in reading.tree.of(h, "conj", "appos") if c not in heads]
    found += [c for h in found for c in reading.tree.of(h, "conj", "appos")]
    numbers = [c for c in found if reading.tokens[c].tag == "CD" and c in reading.quantity_at]
    return sorted(c for c in numbers if c > max(heads[1:], default=-1))


def _share(reading: Reading, fact: TollFact, head: int) -> Share | None:
    """Return the part that a bare number with a place tells."""
    count = quantity_of(reading, head)
    place = _place_of(reading, head)
    if reading.tokens[head].tag != "CD" or count is None or place is None or head in reading.date_at:
        return None
    toll = Toll(count.low, count.best, count.high, reading.span(count.first, head))
    return Share(place, TollFact(fact.kind, toll, fact.victims, head), head)


def _place_of(reading: Reading, head: int) -> PlaceMention | None:
    for prep in reading.tree.of(head, "prep"):
        if reading.tokens[prep].lower in _IN:
            inside = [i for o in reading.tree.of(prep, "pobj") for i in reading.tree.subtree(o)]
            found = [reading.place_at[i] for i in sorted(inside) if i in reading.place_at]
            return next((p for p in found if not p.modifies_actor), None)
    return None


def _placed_first(reading: Reading, node: Node, heads: list[int], parts: list[Share]) -> bool:
    """Return whether the first number has a place of its own, under it or under the verb, before the second."""
    taken = {s.place.span.start for s in parts}
    here = [_place_of(reading, heads[0]), _place_of(reading, node.index)]
    return any(p is not None and p.span.start not in taken and p.last < heads[1] for p in here)


def _toll(reading: Reading, count: Count, verb: int) -> Toll:
    return Toll(count.low, count.best, count.high, reading.span(min(count.first, verb), max(count.last, verb)))
