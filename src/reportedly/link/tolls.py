"""How many were killed or hurt, over all who say so: the rule is in ``docs/linking.md``, "Tolls"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Final

from reportedly.codebook import VAGUE_COUNTS, Range
from reportedly.incidents import Telling, Update
from reportedly.link.updates import tells_revision
from reportedly.records import Claim, ClaimantKind, Mention, Stance, Toll

_WRITTEN = re.compile(r"(?P<best>\d+)(?: \[(?P<low>\d+), (?P<high>\d+|…)\])?")
_SET = re.compile(r"(?P<low>\d+)(?:\+|\s*-\s*(?P<high>\d+))")
"""A range or an open toll as a reviewer writes it: ``3-5``, ``3+``."""

PARTIES: Final = frozenset({ClaimantKind.BELLIGERENT, ClaimantKind.GOVERNMENT, ClaimantKind.OPPOSITION})
"""Kinds of claimant that are a side of the war: what they revise is their own toll, never anybody else's."""


@dataclass(frozen=True, slots=True)
class Count:
    """A toll as one source gives it in one mention.

    Attributes:
        count: Low, best and high; ``None`` is open-ended.
        source: Key of the independent source.
        published: Day of the report, ``None`` where unknown.
        mention_id: The mention.
        partial: True for some of the victims alone.
        update: Set where it is told as risen or revised.
        of_party: True where a party to the war gives it.
    """

    count: Range
    source: str
    published: date | None
    mention_id: str
    partial: bool = False
    update: Update | None = None
    of_party: bool = False


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
    that a reviewer set says nothing of parts, and one told as revised ("corrected the toll to 17") is none.
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
    return found if found[1] > whole[0] or tells_revision(claim.span.text) else None


def count_of(telling: Telling, published: Mapping[str, date | None]) -> Count | None:
    """Return the toll that a telling gives, ``None`` for a denial and for what is no toll.

    Args:
        telling: Of the field ``killed`` or ``injured``.
        published: The day of each mention's report, by mention id.
    """
    count = None if telling.value is None or telling.stance is Stance.DENIES else read_range(telling.value)
    mention_id = telling.mention_id
    if count is None:
        return None
    party = telling.claimant.kind in PARTIES
    day = published.get(mention_id)
    return Count(count, telling.source, day, mention_id, telling.partial, telling.update, party)


def latest(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Return one toll of each source, by source: that of its newest report, there the highest.

    An update replaces what the same source said before; two numbers of one source in one report are whole and part. A
    later word that leaves room for the number told before ("31", then "dozens") takes nothing back, nor does one of some
    of the victims ("two children"), which counts for nothing beside anyone's number for all of them.
    """
    kept: dict[str, Count] = {}
    for count in sorted(counts, key=_newer):
        before = kept.get(count.source)
        part = count.partial and before is not None and count.count[1] < before.count[1]
        if before is None or not (part or _leaves_room(count.count, before.count)):
            kept[count.source] = count
    most = max((c.count[1] for c in kept.values() if not c.partial), default=0)
    return tuple(kept[source] for source in sorted(kept) if not kept[source].partial or kept[source].count[1] > most)


def overtaken(counts: Sequence[Count]) -> dict[Count, Count]:
    """Return for each toll that another source has since told as risen or revised the one that took its place.

    A toll that has risen overtakes lower ones, a revised one all that it does not meet, neither what was told later. What a
    party to the war revises is its own alone.

    Args:
        counts: One of each source (``latest``).
    """
    news = sorted((c for c in counts if c.update and not c.of_party and not c.partial), key=_newer, reverse=True)
    found = {c: new for c in counts for new in reversed(news) if _overtakes(new, c)}
    return found if len(found) < len(set(counts)) else {}


def _overtakes(new: Count, old: Count) -> bool:
    later = old.published is not None and new.published is not None and old.published > new.published
    if new is old or later or meet(new.count, old.count):
        return False
    if old.update is Update.REVISED and not _earlier(old, new):
        return False
    return new.update is Update.REVISED or old.count[1] < new.count[1]


def replacements(tellings: Iterable[Telling], published: Mapping[str, date | None]) -> dict[Telling, Count]:
    """Return for each toll that its source, or an update by another, has since replaced the one that holds.

    Args:
        tellings: Those of ``killed`` or of ``injured`` of one incident.
        published: The day of each mention's report, by mention id.
    """
    counts = {t: count for t in tellings if (count := count_of(t, published)) is not None}
    newest = latest(counts.values())
    holds = {count.source: count for count in newest}
    since = overtaken(newest)
    found = {
        t: holds[c.source]
        for t, c in counts.items()
        if c.source in holds and c.count != holds[c.source].count and _replaces(holds[c.source], c)
    }
    return found | {t: since[c] for t, c in counts.items() if c in since}


def _replaces(new: Count, old: Count) -> bool:
    """Return whether a source's toll that holds came after another of its own: later, or told as revised that day."""
    return _earlier(old, new) or (new.update is Update.REVISED and old.update is None)


def _earlier(one: Count, other: Count) -> bool:
    return one.published is not None and other.published is not None and one.published < other.published


def _leaves_room(word: Range, number: Range) -> bool:
    """Return whether a vague word, open above, may mean a number that is told more firmly, or opens it ("at least")."""
    opened = word[2] is None and word[0] == word[1] == number[0] == number[2]
    return opened or (word in VAGUE_COUNTS and number not in VAGUE_COUNTS and word[0] <= number[0])


def _newer(count: Count) -> tuple[date, bool, int, int, float, str, str, str]:
    low, best, high = count.count
    revised = count.update is Update.REVISED
    size = (best, low, inf if high is None else high)
    return count.published or date.min, revised, *size, count.mention_id, count.update or "", count.source


def combine(counts: Sequence[Count]) -> Range | None:
    """Return the toll over sources (``latest``): lowest low, highest high, and the best that most of them have room for.

    What an update has overtaken (``overtaken``) stays within the range and has no say in the best. Of bests that equally
    many have room for, the one that most give counts, then the one nearest to the middle, of two the lower. ``None`` without
    any.
    """
    if not counts:
        return None
    since = overtaken(counts)
    standing = [c for c in counts if c not in since]
    bests = sorted(c.count[1] for c in standing)
    votes = Counter(bests)
    middle = bests[(len(bests) - 1) // 2]
    best = min(votes, key=lambda b: (-len(with_room_for(b, standing)), -votes[b], abs(b - middle), b))
    highs = [c.count[2] for c in counts]
    high = None if None in highs else max(h for h in highs if h is not None)
    return min(c.count[0] for c in counts), best, high


def with_room_for(number: int, counts: Iterable[Count]) -> tuple[Count, ...]:
    """Return the tolls that may be a number: "dozens" has room for 31, 14 has not."""
    return tuple(c for c in counts if meet(c.count, (number, number, number)))


def meet(one: Range, other: Range) -> bool:
    """Return whether two tolls can be the same number."""
    return (other[2] is None or one[0] <= other[2]) and (one[2] is None or other[0] <= one[2])
