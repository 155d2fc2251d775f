"""One attribution: a claimant, a stance and the stretches of a sentence that are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportedly.coding.claimants import PRONOUNS, UNNAMED, claimant_of
from reportedly.coding.cues import Found
from reportedly.coding.reading import Reading
from reportedly.coding.scope import Ranges, holds, without
from reportedly.coding.statements import bounded, ended
from reportedly.records import Claimant, Span, Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claimant's hold on a stretch of a sentence.

    Attributes:
        claimant: Who says so.
        stance: How.
        cue: Token of the cue; of a quotation carried on, its first token.
        ranges: Stretches of tokens that are said.
        span: The words of claimant and statement together.
        cue_span: The words of the cue.
        head: Token of the claimant's head in this sentence, ``None`` where nobody is named in it.
        culprits: Heads of the accused, for blame.
        anaphor: How the claimant points to an earlier one: ``pronoun``, ``others``, ``definite``, or empty.
        admission: True for an owning up ("claimed responsibility").
        via: Who relays the claimant, nearest first.
        distance: The words by which the outlet shows doubt of its own.
    """

    claimant: Claimant
    stance: Stance
    cue: int
    ranges: Ranges
    span: Span
    cue_span: Span
    head: int | None = None
    culprits: tuple[int, ...] = ()
    anaphor: str = ""
    admission: bool = False
    via: tuple[Claimant, ...] = ()
    distance: Span | None = None

    def holds(self, index: int) -> bool:
        """Return whether a token is among what is said."""
        return holds(self.ranges, index)


def made(
    reading: Reading, found: Found, ranges: Ranges, head: int | None, bounds: tuple[int, int] | None = None
) -> Attribution:
    """Return the attribution of a cue to the claimant whose head is given, to nobody where it is ``None``."""
    claimant = UNNAMED if head is None else claimant_of(reading, head, bounds)
    ranges = bounded(reading, found.first, ended(reading, found, ranges))
    ranges = without(ranges, [*_openers(reading, ranges), *_when_said(reading, found, ranges)])
    marks = [found.first, found.last]
    if claimant.span is not None:
        name = (reading.token_at(claimant.span.start), reading.token_at(claimant.span.end - 1) + 1)
        ranges = without(ranges, [name])
        marks += [name[0], name[1] - 1]
    marks += [i for start, end in ranges for i in (start, end - 1)]
    if head is not None:
        marks += [head] if bounds is None else list(bounds)
    return Attribution(
        claimant,
        found.cue.stance,
        found.first,
        ranges,
        reading.span(min(marks), max(marks)),
        reading.span(found.first, found.last),
        head,
        anaphor="" if head is None else _anaphor(reading, head),
    )


def _when_said(reading: Reading, found: Found, ranges: Ranges) -> list[tuple[int, int]]:
    """Return the day right after a verb of saying, which is the day of saying ("said Monday two guards were killed")."""
    start = found.last + 1
    last = start
    while last < len(reading.tokens) and last in reading.date_at:
        last += 1
    return [(start, last)] if any(low == start for low, _ in ranges) else []


def _openers(reading: Reading, ranges: Ranges) -> list[tuple[int, int]]:
    """Return the words at the edge of what is said that say nothing: "that", an empty "it", marks of punctuation."""
    found = []
    for start, end in ranges:
        inside = list(range(start, end))
        for side in (inside, inside[::-1]):
            for i in side:
                token = reading.tokens[i]
                empty = (
                    token.lower == "it"
                    and token.dep != "dobj"
                    and reading.tokens[token.head].lemma in reading.lexicon.saying
                )
                link = token.dep == "cc" and i != start
                if not (token.pos == "PUNCT" or link or (token.lower == "that" and token.dep == "mark") or empty):
                    break
                found.append((i, i + 1))
    return found


_OTHERS: Final = frozenset({"others", "other", "another"})
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "same"})
_BARE: Final = frozenset(
    "source group statement ministry agency official spokesman spokesperson spokeswoman monitor organisation "
    "organization outlet army report paper newspaper channel network activist commander minister governor".split()
)
"""Nouns that with a bare article mean a claimant named before ("the source added")."""


def _anaphor(reading: Reading, head: int) -> str:
    token = reading.tokens[head]
    if token.lower in PRONOUNS:
        return "pronoun"
    if token.lower in _OTHERS:
        return "others"
    below = [reading.tokens[c] for c in reading.tree.children[head] if reading.tokens[c].dep not in ("relcl", "punct")]
    bare = all(t.lower in _POINTING for t in below) and bool(below)
    return "definite" if bare and token.lemma in _BARE else ""
