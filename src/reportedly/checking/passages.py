"""The stretches of a report that a mention rests on: whole sentences around its spans, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.sentences import split_sentences
from reportedly.records import Claim, Mention, Report, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow on one another in one block.

    Attributes:
        start: File offset of the first character.
        end: File offset of the end.
        skips: Whether words of the report lie between the passage before and this one.
    """

    start: int
    end: int
    skips: bool = False


def trimmed(report: Report, span: Span) -> tuple[int, int] | None:
    """Return the offsets of a span without white space at its ends, or ``None`` if the report holds no words there."""
    start, end = max(span.start, report.start), min(span.end, report.end)
    words = report.slice(start, end) if start < end else ""
    stripped = words.strip()
    if not stripped:
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(stripped)


def claim_spans(claim: Claim) -> Iterator[Span]:
    """Yield all spans of a claim."""
    series = (claim.series.what, claim.series.window) if claim.series else ()
    people = (claimant.span for claimant in (claim.claimant, *claim.via))
    for span in (claim.span, claim.cue, claim.scope, claim.distance, *people, *series):
        if span is not None:
            yield span


def field_spans(mention: Mention) -> Iterator[Span]:
    """Yield the spans of a mention's fields, without the trigger, the quote and the claims."""
    values = (mention.date, mention.place, *mention.actors, mention.killed, mention.injured, mention.weapon)
    for value in values:
        if value is not None and value.span is not None:
            yield value.span


def passages_of(report: Report, mention: Mention) -> tuple[Passage, ...]:
    """Return the passages that hold the trigger, the cue of the status, the fields and the claims, in order."""
    spans = [mention.trigger, *field_spans(mention), *(s for claim in mention.claims for s in claim_spans(claim))]
    spans += [mention.status_cue] if mention.status_cue else []
    needed = [found for span in spans if (found := trimmed(report, span))]
    around = [s for s in _sentences(report, needed) if _touches(s, needed)]
    return tuple(_joined(report, sorted({*needed, *around})))


def _touches(place: tuple[int, int], needed: Iterable[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in needed)


def _sentences(report: Report, needed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of each block that is needed, clutter too: a span may lie anywhere."""
    for block in report.blocks:
        if not _touches((block.start, block.end), needed):
            continue
        for start, end in split_sentences(report.slice(block.start, block.end)):
            yield block.start + start, block.start + end


def _joined(report: Report, ranges: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    """Join ranges that overlap, or that only white space without a line end parts."""
    start = end = -1
    skips = False
    for begin, stop in ranges:
        between = report.slice(end, begin) if 0 <= end < begin else ""
        if start < 0:
            start, end = begin, stop
        elif begin <= end or (between.isspace() and "\n" not in between):
            end = max(end, stop)
        else:
            yield Passage(start, end, skips)
            start, end, skips = begin, stop, not between.isspace()
    if start >= 0:
        yield Passage(start, end, skips)
