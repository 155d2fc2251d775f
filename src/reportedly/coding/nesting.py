"""Who relays whom: attributions inside what others say, and statements carried by the media."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from typing import Final

from reportedly.coding.attributed import Attribution
from reportedly.coding.claimants import claimant_of
from reportedly.coding.reading import Reading
from reportedly.coding.scope import without
from reportedly.coding.statements import tells
from reportedly.records import Claimant, ClaimantKind, Stance


def nested(reading: Reading, row: Sequence[Attribution]) -> list[Attribution]:
    """Give each attribution that stands in what another says the outer claimant as its relay, nearest first.

    An outer one that says nothing beside what the inner ones hold is dropped: it is their relay and no more.
    """
    around = _around(row)
    row = [a for a in row if not _spoken_of(reading, a, row, around)]
    around = _around(row)
    linked = [a for inner in row if (a := _linked(reading, inner, around[inner.cue])) is not None]
    inside: dict[int, list[Attribution]] = defaultdict(list)
    by_claimant: dict[Claimant, list[Attribution]] = defaultdict(list)
    for item in linked:
        for outer_one in around[item.cue]:
            if item.head is None or outer_one.claimant in item.via:
                inside[outer_one.cue].append(item)
        for claimant in item.via:
            by_claimant[claimant].append(item)
    return [a for a in linked if not _only_relays(reading, a, [*inside[a.cue], *by_claimant[a.claimant]])]


def _linked(reading: Reading, inner: Attribution, around: Sequence[Attribution]) -> Attribution | None:
    """Return an attribution with who relays it; ``None`` for a "reportedly" inside what somebody is named for."""
    outer = [a for a in around if not inner.holds(a.cue)]
    outer = [a for a in outer if a.head is not None and a.claimant.text != inner.claimant.text]
    outer = [a for a in outer if a.stance is not Stance.DENIES]
    nearest = sorted(outer, key=lambda a: sum(end - start for start, end in a.ranges))
    relays = tuple(a.claimant for a in nearest if a.claimant not in inner.via)
    if inner.head is None and relays:
        if not reading.is_verb(inner.cue) and reading.tokens[inner.cue].pos == "ADV":
            return None
        # What others say is feared or believed is their own fear: the nearest of them is the claimant.
        return replace(inner, claimant=relays[0], head=nearest[0].head, via=relays[1:])
    if relays and inner.head is not None and reading.tokens[inner.head].lower in _PERSONAL:
        # "A resident told the agency that he had counted nine": he is the resident.
        return replace(inner, claimant=relays[0], via=relays[1:], anaphor="")
    carried = tuple(c for c in _carriers(reading, inner) if c not in relays and c not in inner.via)
    return replace(inner, via=(*inner.via, *carried, *relays))


def _around(row: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """Return for each cue the attributions whose statements hold it, found in one sweep over the sentence."""
    starts = sorted(((start, end, n) for n, a in enumerate(row) for start, end in a.ranges), reverse=True)
    found: dict[int, list[Attribution]] = {}
    active: list[tuple[int, int]] = []
    for item in sorted(row, key=lambda a: a.cue):
        while starts and starts[-1][0] <= item.cue:
            _, end, number = starts.pop()
            heappush(active, (end, number))
        while active and active[0][0] <= item.cue:
            heappop(active)
        found[item.cue] = [row[n] for _, n in sorted(active, key=lambda pair: pair[1]) if row[n] is not item]
    return found


_PERSONAL: Final = frozenset({"he", "she", "it", "they", "we", "i"})

_CARRIED: Final = frozenset({"carry", "cite", "quote", "publish", "broadcast", "relay", "air", "run", "print", "post"})


def _carriers(reading: Reading, attribution: Attribution) -> list[Claimant]:
    """Return the media that carried a statement ("in comments carried by the daily", "as cited by the agency")."""
    if attribution.head is None:
        return []
    found = []
    for agent in reading.agents:
        verb = reading.tokens[agent].head
        if reading.tokens[verb].lemma not in _CARRIED or attribution.holds(verb) or verb == attribution.cue:
            continue
        for head in reading.tree.of(agent, "pobj"):
            claimant = claimant_of(reading, head)
            if claimant.kind is ClaimantKind.MEDIA and head != attribution.head:
                found.append(claimant)
    return found + _hearers(reading, attribution)


_SPEAKING: Final = frozenset({"tell", "speak", "talk", "say", "confirm", "report"})
_ANYBODY: Final = frozenset({"reporter", "journalist", "media", "press", "correspondent"})
"""Hearers that are no outlet by name: "police told reporters"."""


def _hearers(reading: Reading, attribution: Attribution) -> list[Claimant]:
    """Return the media that somebody told it to ("a resident told AFP", "witnesses who spoke to AFP")."""
    tree, tokens = reading.tree, reading.tokens
    verbs = [attribution.cue, *tree.of(attribution.cue, "advcl")]
    verbs += [] if attribution.head is None else tree.of(attribution.head, "acl", "relcl")
    verbs = [v for v in verbs if tokens[v].lemma in _SPEAKING and reading.is_verb(v)]
    heads = [h for v in verbs for h in tree.of(v, "dobj", "dative", "iobj")]
    heads += [
        h for v in verbs for p in tree.of(v, "prep") if tokens[p].lower in ("to", "with") for h in tree.of(p, "pobj")
    ]
    named = (h for h in heads if tokens[h].lemma not in _ANYBODY or tokens[h].text[:1].isupper())
    heard = (claimant_of(reading, h) for h in named if h != attribution.head)
    return [claimant for claimant in heard if claimant.kind is ClaimantKind.MEDIA]


def _spoken_of(
    reading: Reading, inner: Attribution, row: Sequence[Attribution], around: Mapping[int, Sequence[Attribution]]
) -> bool:
    """Return whether a noun of speech with no maker is another cue's object or claimant ("rejected the allegation that")."""
    if inner.head is not None or reading.is_verb(inner.cue) or reading.tokens[inner.cue].pos not in ("NOUN", "PROPN"):
        return False
    return bool(around[inner.cue]) or any(a.head == inner.cue for a in row)


def _only_relays(reading: Reading, outer: Attribution, inner: Sequence[Attribution]) -> bool:
    """Return whether all that an attribution holds is in the mouths of those whom it relays."""
    inner = [a for a in inner if a is not outer]
    if not inner or outer.head is None or outer.stance is Stance.DENIES:
        return False
    cut = [r for a in inner for r in a.ranges]
    for a in inner:
        for at in (a.cue, a.head):
            cut += [(reading.geometry.left[at], reading.geometry.right[at] + 1)] if at is not None else []
    return all(a.head is not None for a in inner) and not tells(reading, without(outer.ranges, cut))
