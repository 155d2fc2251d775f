"""Sides that blame each other: each is a claimant of its own, and the other its culprit."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.annotations import SUBJECT
from reportedly.coding.attributed import Attribution
from reportedly.coding.claimants import claimant_of
from reportedly.coding.reading import Reading

_RECIPROCAL: Final = frozenset({("each", "other"), ("one", "another"), ("the", "other")})


def each_by_itself(reading: Reading, attribution: Attribution) -> list[Attribution]:
    """Return an attribution, or one for each side of "A and B blamed each other"; none where the sides have no name."""
    if not any(_reciprocal(reading, head) for head in attribution.culprits):
        return [attribution]
    subjects = reading.tree.clause(attribution.cue).heads(SUBJECT)
    sides = [h for h in subjects if h not in attribution.culprits]
    if len(sides) < 2 or any(reading.tokens[h].pos == "PRON" for h in sides):
        return []
    return [_one_side(reading, attribution, side, tuple(h for h in sides if h != side)) for side in sides]


def _reciprocal(reading: Reading, head: int) -> bool:
    tokens = reading.tokens
    if tokens[head].lower == "one" and head + 1 < len(tokens):
        head += 1
    pair = (tokens[head - 1].lower, tokens[head].lower) if head else ("", "")
    if pair[0] == "the" and pair[1] == "other":
        return any(t.lower == "each" for t in tokens[:head])
    return pair in _RECIPROCAL


def _one_side(reading: Reading, attribution: Attribution, side: int, others: tuple[int, ...]) -> Attribution:
    phrase = reading.noun_phrase(side)
    claimant = claimant_of(reading, side, (phrase[0], phrase[-1]))
    return replace(attribution, claimant=claimant, head=side, culprits=others)
