"""Tolls that count some of those whom another toll of their sentence counts: parts are no dead more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.reading import Reading
from reportedly.coding.tolls import TollFact

_SPELLING = frozenset({":", "–", "—", "-"})
"""Marks after which a total is told part by part."""


def _after_whole(reading: Reading, facts: Sequence[TollFact]) -> list[TollFact]:
    """Mark as parts the tolls after a colon that add up to no more than the one before it.

    "Two raids killed 64 people: one left 49 civilians and 15 soldiers dead."
    """
    ordered = sorted(facts, key=lambda f: f.toll.span.start)
    for whole in ordered:
        end = reading.token_at(whole.toll.span.end - 1)
        mark = next((t.start for t in reading.tokens[end + 1 :] if t.text in _SPELLING), None)
        later = [f for f in ordered if mark is not None and f.kind == whole.kind and f.toll.span.start > mark]
        if not later or whole.subset or reading.sentence.language != "en":
            continue
        if sum(f.toll.best for f in later) <= whole.toll.best:
            return [replace(f, subset=True) if f in later else f for f in ordered]
    return ordered


def _told_in_headline(reading: Reading, facts: Sequence[TollFact]) -> list[TollFact]:
    """Mark as told again the toll into which a headline without a stop runs ("... countryside Three civilians were")."""
    found: list[TollFact] = []
    for fact in facts:
        first = reading.token_at(fact.toll.span.start)
        token, before = reading.tokens[first], reading.tokens[first - 1] if first else None
        opens = token.tag == "CD" and token.text[:1].isupper() and before is not None and before.pos in _WORDS
        again = opens and any(f.kind == fact.kind and f.toll.best == fact.toll.best for f in found)
        found.append(replace(fact, subset=True) if again else fact)
    return found


_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def _superseded(reading: Reading) -> bool:
    """Return whether a sentence tells an earlier count ("Earlier it was reported about three dead")."""
    told = (
        reading.tokens[t.head].lemma
        for t in reading.tokens[:4]
        if t.lower in ("earlier", "previously", "initially") and reading.is_verb(t.head)
    )
    return any(lemma in ("report", "say") for lemma in told)


def without_parts(reading: Reading, facts: list[TollFact]) -> list[TollFact]:
    """Mark as parts the tolls that follow a total with "including" in one sentence ("40 were killed, including 6 ...")."""
    if _superseded(reading):
        return [replace(fact, subset=True) for fact in facts]
    found: list[TollFact] = []
    closed: set[str] = set()
    facts = _told_in_headline(reading, _after_whole(reading, facts))
    for fact in sorted(facts, key=lambda f: f.toll.span.start):
        found.append(replace(fact, subset=True) if fact.kind in closed else fact)
        after = reading.token_at(fact.toll.span.end)
        words = {t.lower for t in reading.tokens[after : after + PART_REACH]}
        if words & {"including", "among", "incl."} and fact.toll.best >= SUMMED:
            closed.add(fact.kind)
    return found


PART_REACH = 5
"""Tokens between a total and the "including" that opens its parts."""

SUMMED = 10
"""Dead from which an "including" is followed by parts that other clauses tell again (day totals of monitors)."""
