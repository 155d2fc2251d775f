"""Who "he", "the source" and "others" are, and whose a quotation is: claimants carried from sentence to sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.coding.attributed import Attribution
from reportedly.coding.claimants import PAPERS, PRONOUNS, UNNAMED
from reportedly.coding.distance import find_distance
from reportedly.coding.reading import Reading
from reportedly.coding.scope import holds
from reportedly.coding.statements import tells
from reportedly.records import Claimant, ClaimantKind, Stance

Rows = list[list[Attribution]]

_SPEECH: Final = frozenset({Stance.REPORTS, Stance.CLAIMS, Stance.CONFIRMS, Stance.DENIES})


def resolve(found: Sequence[Sequence[Attribution]]) -> Rows:
    """Return the attributions of a report's sentences with pronouns given to the claimant before.

    "The source" and "others" keep their own words and take kind and actor from the claimant that they point to; others
    set against somebody who claims do no less than claim.
    """
    last: Attribution | None = None
    resolved: Rows = []
    for sentence in found:
        row: list[Attribution] = []
        for item in sentence:
            done = _relays_named(item if last is None else _pointed(item, last), last)
            row.append(done)
            if done.claimant.kind is not ClaimantKind.UNNAMED and done.anaphor != "others" and not done.admission:
                last = done if done.stance is not Stance.BLAMES or last is None else last
        resolved.append(row)
    return resolved


def _relays_named(item: Attribution, last: Attribution | None) -> Attribution:
    """Return an attribution whose relays are named: a pronoun is who spoke last, and nobody relays himself."""
    if not item.via:
        return item
    named = [last.claimant if last and _pronoun(c) else c for c in item.via]
    kept = [c for c in dict.fromkeys(named) if not _pronoun(c) and c.text not in item.claimant.text]
    return replace(item, via=tuple(c for c in kept if item.claimant.text not in c.text))


def _pronoun(claimant: Claimant) -> bool:
    return claimant.text.lower() in PRONOUNS or claimant == UNNAMED


def _pointed(item: Attribution, last: Attribution) -> Attribution:
    if item.anaphor == "pronoun":
        return replace(item, claimant=last.claimant)
    if item.anaphor == "definite" and not _of_other_kind(item.claimant, last.claimant):
        same = Claimant(item.claimant.text, last.claimant.kind, last.claimant.actor_id, item.claimant.span)
        return replace(item, claimant=same)
    if item.anaphor == "others":
        other = Claimant(item.claimant.text, last.claimant.kind, None, item.claimant.span)
        claiming = last.stance is Stance.CLAIMS and item.stance is Stance.REPORTS
        return replace(item, claimant=other, stance=Stance.CLAIMS if claiming else item.stance)
    return item


def _of_other_kind(here: Claimant, before: Claimant) -> bool:
    """Return whether bare words cannot mean who spoke last: "the army" is not the residents that spoke before it."""
    statement = here.text.lower().split()[-1] in PAPERS
    return not statement and any(here.kind in kin and before.kind in _SPEAKERS - kin for kin in _KIN)


_KIN: Final = (
    frozenset({ClaimantKind.OFFICIAL, ClaimantKind.BELLIGERENT, ClaimantKind.GOVERNMENT, ClaimantKind.OPPOSITION}),
    frozenset({ClaimantKind.MONITOR, ClaimantKind.MEDIA}),
    frozenset({ClaimantKind.LOCAL}),
)
"""Kinds of claimant that one word may stand for: "the spokesman" of an army or a party, "the network" that is a monitor."""

_SPEAKERS: Final = frozenset().union(*_KIN)


def carry_quotations(readings: Sequence[Reading], found: Sequence[Sequence[Attribution]]) -> Rows:
    """Give every sentence of a quotation to whoever speaks beside it, before or after, in the same paragraph."""
    owners = _owners(readings, found)
    carried: Rows = []
    for reading, row in zip(readings, found, strict=True):
        done = list(row)
        for span, stretch in reading.speech:
            owner = owners.get(span)
            if owner is None:
                continue
            inside = [a for a in done if stretch[0] <= a.cue < stretch[1]]
            done = [replace(a, via=(*a.via, owner.claimant)) if a in inside else a for a in done]
            held = any(a.holds(i) for a in row if a not in inside for i in range(*stretch))
            if not held and not inside and tells(reading, (stretch,)):
                done.append(_carried(reading, owner, stretch))
        carried.append(done)
    return carried


def mark_distance(readings: Sequence[Reading], found: Sequence[Sequence[Attribution]]) -> Rows:
    """Mark the statements to which the outlet shows distance of its own, there or in the sentence after."""
    marked: Rows = [list(row) for row in found]
    for number, reading in enumerate(readings):
        for distance in find_distance(reading):
            if distance.elsewhere:
                before = readings[number - 1] if number else None
                if before is not None and reading.sentence.index - before.sentence.index == 1 and marked[number - 1]:
                    marked[number - 1][-1] = replace(marked[number - 1][-1], distance=distance.span)
                continue
            for position, item in enumerate(marked[number]):
                low, high = distance.reach
                if any(start < high and low < end for start, end in item.ranges):
                    marked[number][position] = replace(item, distance=distance.span)
    return marked


def _owners(readings: Sequence[Reading], found: Sequence[Sequence[Attribution]]) -> dict[tuple[int, int], Attribution]:
    """Return who speaks each quotation: whose scope it meets, else who spoke last in its paragraph."""
    owners: dict[tuple[int, int], Attribution] = {}
    for reading, row in zip(readings, found, strict=True):
        for span, stretch in reading.speech:
            for attribution in row:
                speaking = attribution.head is not None and attribution.stance in _SPEECH
                outside = not stretch[0] <= attribution.cue < stretch[1]
                if speaking and outside and any(attribution.holds(i) for i in range(*stretch)):
                    owners.setdefault(span, attribution)
    last: tuple[int, Attribution] | None = None
    for reading, row in zip(readings, found, strict=True):
        for span, _ in reading.speech:
            if span in owners:
                last = (reading.sentence.block, owners[span])
            elif last is not None and last[0] == reading.sentence.block and not _speaks(reading, row):
                owners[span] = last[1]
    return owners


def _speaks(reading: Reading, row: Sequence[Attribution]) -> bool:
    """Return whether somebody else speaks in a sentence, outside its quotation marks."""
    return any(a.head is not None and not holds(reading.quoted, a.cue) for a in row)


def _carried(reading: Reading, owner: Attribution, stretch: tuple[int, int]) -> Attribution:
    return replace(
        owner,
        cue=stretch[0],
        ranges=(stretch,),
        span=reading.span(stretch[0], stretch[1] - 1),
        head=None,
        culprits=(),
        admission=False,
    )
