"""Weights estimated anew on a corpus of which some mentions are keyed: which of them tell one event is known.

Counts follow Fellegi and Sunter (1969): how often a level holds among candidate pairs of one event, and of two. An
estimate without keys (expectation-maximisation) was tried and left: it takes reprints for the model of one event, and of
112 pairs of the keyed texts that should meet 44 met, against 91 by the shipped weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import log2
from typing import Final

from reportedly.link.comparisons import comparisons
from reportedly.link.linker import linkable
from reportedly.link.profiles import profiles
from reportedly.link.scoring import score
from reportedly.link.weights import LevelWeight, Weights, make_weights
from reportedly.records import Mention

TRUST: Final = 100.0
"""Pairs at a level, of one event and of two, whichever are fewer, from which on the corpus counts for more than what it
starts from: with fewer, estimates from some 120 pairs served reports of another kind worse (``docs/linking.md``)."""

KEEP_ALL: Final = 30.0
"""Bits of the prior with which no candidate pair falls below what scoring keeps."""

LEAST_APART: Final = 0.0002
"""Bits between two levels of a comparison, so that a link can say which of them held."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How many keyed candidate pairs hold a level: of one event, and of two."""

    one: int
    two: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """Weights with what they rest on.

    Attributes:
        weights: The weights.
        pairs: The keyed candidate pairs, of one event and of two.
        seen: The pairs by comparison and level; a level that none of them holds is left out.
    """

    weights: Weights
    pairs: Seen
    seen: Mapping[tuple[str, str], Seen]


def estimate(
    mentions: Iterable[Mention], keys: Mapping[str, str], start: Weights, threads: int | None = None
) -> Estimate:
    """Return weights for a corpus; the prior, which says how careful joining is, stays as it is.

    Args:
        mentions: Those of status ``event`` with a key count.
        keys: Key of the event that a mention tells, by mention id.
        start: What holds where the keyed pairs say little.
        threads: Cores to use; all by default. The outcome is the same on any number.
    """
    keyed = [m for m in linkable(mentions) if m.mention_id in keys]
    names = [c.name for c in comparisons()]
    one: Counter[tuple[str, str]] = Counter()
    two: Counter[tuple[str, str]] = Counter()
    pairs: Counter[bool] = Counter()
    for pair in score(profiles(keyed), replace(start, prior=KEEP_ALL), threads):
        same = keys[keyed[pair.left].mention_id] == keys[keyed[pair.right].mention_id]
        pairs[same] += 1
        held = [(name, level) for name, level in zip(names, pair.levels, strict=True) if level is not None]
        (one if same else two).update(held)
    seen = {key: Seen(one[key], two[key]) for key in start.levels if one[key] or two[key]}
    return Estimate(_moved(start, seen), Seen(pairs[True], pairs[False]), seen)


def _moved(start: Weights, seen: Mapping[tuple[str, str], Seen]) -> Weights:
    """Return each weight between its start and what the pairs say, the nearer to that the more of them hold the level."""
    ones: Counter[str] = Counter()
    twos: Counter[str] = Counter()
    for (name, _), pairs in seen.items():
        ones[name] += pairs.one
        twos[name] += pairs.two
    bits: dict[tuple[str, str], float] = {}
    for key, old in start.levels.items():
        pairs = seen.get(key, Seen(0, 0))
        counted = log2((pairs.one + 0.5) / (ones[key[0]] + 1) / ((pairs.two + 0.5) / (twos[key[0]] + 1)))
        few = min(pairs.one, pairs.two)
        bits[key] = old.bits + few / (few + TRUST) * (counted - old.bits)
    apart = _apart(bits)
    levels = {key: LevelWeight(old.m, old.m / 2 ** apart[key]) for key, old in start.levels.items()}
    return make_weights(start.prior, levels, "estimated weights")


def _apart(bits: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Return weights of which no two of a comparison are the same, nor 0, the weight of nothing to compare."""
    found: dict[tuple[str, str], float] = {}
    for comparison in comparisons():
        last = float("-inf")
        for key in sorted((k for k in bits if k[0] == comparison.name), key=lambda k: (bits[k], k)):
            weight = max(round(bits[key], 4), last + LEAST_APART)
            last = found[key] = LEAST_APART if abs(weight) < LEAST_APART else weight
    return found
