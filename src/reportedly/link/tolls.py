"""How many were killed or hurt, over all who say so: the rule is in ``docs/linking.md``, "Tolls"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from reportedly.codebook import Range
from reportedly.records import Claim, ClaimantKind, Mention, Stance, Toll

_WRITTEN = re.compile(r"(?P<best>\d+)(?: \[(?P<low>\d+), (?P<high>\d+|…)\])?")
_SET = re.compile(r"(?P<low>\d+)(?:\+|\s*-\s*(?P<high>\d+))")
"""A range or an open toll as a reviewer writes it: ``3-5``, ``3+``."""


@dataclass(frozen=True, slots=True)
class Count:
    """A toll as one source gives it in one mention.

    Attributes:
        count: Low, best and high; ``None`` is open-ended.
        source: Key of the independent source.
        published: Day of the report, ``None`` where unknown.
        mention_id: The mention.
    """

    count: Range
    source: str
    published: date | None
    mention_id: str


def write_range(count: Range) -> str:
    """Return a toll as ``4``, ``4 [3, 5]`` or, open-ended, ``4 [4, …]``."""
    low, best, high = count
    if low == best == high:
        return str(best)
    return f"{best} [{low}, {'…' if high is None else high}]"


def read_range(text: str) -> Range | None:
    """Return the toll that ``write_range`` wrote, or a claim's plain number; ``None`` for anything else."""
    if (own := _SET.fullmatch(text.strip())) is not None:
        low, high = int(own["low"]), int(own["high"]) if own["high"] else None
        return low, low if high is None else (low + high) // 2, high
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    best = int(match["best"])
    if match["low"] is None:
        return best, best, best
    return int(match["low"]), best, None if match["high"] == "…" else int(match["high"])


def as_range(toll: Toll) -> Range:
    """Return a mention's toll as a range."""
    return toll.low, toll.best, toll.high


def claimed(mention: Mention, claim: Claim) -> Range | None:
    """Return the toll that a claim gives: the mention's own range where that is what it speaks of.

    ``None`` for a denial, and for a number within the mention's toll, which counts part of it ("2 of them children"); a toll
    that a reviewer set says nothing of parts.
    """
    if claim.value is None or claim.stance is Stance.DENIES:
        return None
    found = read_range(claim.value)
    toll = mention.killed if claim.field == "killed" else mention.injured
    reviewed = any(c.field == claim.field and c.claimant.kind is ClaimantKind.REVIEWER for c in mention.claims)
    if toll is None or found is None or reviewed:
        return found
    whole = as_range(toll)
    if found[1] == whole[1]:
        return whole
    return found if found[1] > whole[0] else None


def latest(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Return one toll of each source, by source: that of its newest report, there the highest.

    An update replaces what the same source said before; two numbers of one source in one report are whole and part.
    """
    newest: dict[str, Count] = {}
    for count in counts:
        kept = newest.get(count.source)
        if kept is None or _newer(count) > _newer(kept):
            newest[count.source] = count
    return tuple(newest[source] for source in sorted(newest))


def _newer(count: Count) -> tuple[date, int, int, float, str]:
    low, best, high = count.count
    return count.published or date.min, best, low, inf if high is None else high, count.mention_id


def combine(counts: Sequence[Count]) -> Range | None:
    """Return the toll over sources (``latest``): lowest low, highest high, and the best that most of them give.

    Of bests that equally many give, the one nearest to the middle counts, of two the lower. ``None`` without any.
    """
    if not counts:
        return None
    bests = sorted(c.count[1] for c in counts)
    votes = Counter(bests)
    most = max(votes.values())
    leading = sorted(best for best, number in votes.items() if number == most)
    middle = bests[(len(bests) - 1) // 2]
    best = min(leading, key=lambda b: (abs(b - middle), b))
    highs = [c.count[2] for c in counts]
    high = None if None in highs else max(h for h in highs if h is not None)
    return min(c.count[0] for c in counts), best, high


def meet(one: Range, other: Range) -> bool:
    """Return whether two tolls can be the same number."""
    return (other[2] is None or one[0] <= other[2]) and (one[2] is None or other[0] <= one[2])
