"""Where the gold lies in the texts: files, line ranges, quotes and the sentences around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from reportedly.errors import GoldError
from reportedly.evaluate.gold import Gold, GoldEvent, GoldReport
from reportedly.records import Mention

MAX_SENTENCE = 600
"""Characters: a "sentence" longer than this has lost its stops (the longest in 39 hand-coded reports has 425)."""

MARGIN = 250
"""Characters kept on either side of the quote in such a line, about one sentence."""

_STOP = re.compile(r"([.!?…؟۔။।])[\"'”’»)\]]*(?:\s+|$)|\s*[\r\n\u2028\u2029]+\s*")
_OPENS = re.compile(r"[\"'“‘«(\[•#-]*[^\W_a-z]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|brig|adm|gov|sen|st|no|vs|jan|feb|mar|apr|jun|jul|aug|sept?|"
    r"oct|nov|dec|approx|etc)|\b\w)$",
    re.IGNORECASE,
)
"""Words, and lone letters as in "U.S.", whose full stop ends no sentence."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text that offsets count in: a file as decoded, or (``part``) the text field of one row of a table."""

    file: str
    text: str
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """A gold report in its text: half-open offsets, and its sentences as ``(start, end)``."""

    report: GoldReport
    source: SourceText
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]

    def sentence_at(self, offset: int) -> str:
        """Return the words of the sentence that holds ``offset``."""
        at = max(0, bisect_right(self.sentences, (offset, len(self.source.text) + 1)) - 1)
        start, end = self.sentences[at] if self.sentences else (offset, offset)
        return self.source.text[start:end].strip()


@dataclass(frozen=True, slots=True)
class Region:
    """One occurrence of a quote and the sentence or sentences that it lies in, as half-open offsets."""

    quote_start: int
    quote_end: int
    start: int
    end: int


def split_sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the sentences between two offsets, one after another without gaps, as half-open offsets.

    A line's end always ends one; a full stop does before a capital, a digit or a script without capitals.
    """
    found, begin = [], start
    for match in _STOP.finditer(text, start, end):
        if match[1] is not None and match.end() < end:
            if not _OPENS.match(text, match.end(), end):
                continue
            if match[1] == "." and _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start()):
                continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    return tuple(found)


def same_file(one: str, other: str) -> bool:
    """True if two paths name one file: the shorter is the end of the longer."""
    first, second = PurePath(one).parts, PurePath(other).parts
    length = min(len(first), len(second))
    return length > 0 and first[-length:] == second[-length:]


def line_range(text: str, lines: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the offsets of the lines ``first`` to ``last`` (from 1), all for ``None``, ``None`` if there are fewer."""
    if lines is None:
        return 0, len(text)
    pieces = text.split("\n")
    first, last = lines
    if last > len(pieces):
        return None
    start = sum(len(piece) + 1 for piece in pieces[: first - 1])
    return start, start + sum(len(piece) + 1 for piece in pieces[first - 1 : last]) - 1


def _extent(report: GoldReport, source: SourceText) -> Extent | None:
    if report.file is not None and not same_file(report.file, source.file):
        return None
    if report.part != source.part:
        return None
    found = line_range(source.text, report.lines)
    if found is None:
        return None
    return Extent(report, source, *found, split_sentences(source.text, *found))


def find_report(gold: Gold, report: GoldReport, texts: Sequence[SourceText], required: bool = True) -> Extent | None:
    """Return where ``report`` lies: of the texts that it may mean, the one with most of its quotes.

    Raises:
        GoldError: None of ``texts`` can be meant, and the report is ``required``.
    """
    quotes = [event.quote for event in gold.rows_of(report.id)]
    best: Extent | None = None
    most = -1
    for source in texts:
        extent = _extent(report, source)
        if extent is None:
            continue
        found = sum(source.text.find(quote, extent.start, extent.end) >= 0 for quote in quotes)
        if found > most and (found or not quotes or report.file is not None):
            best, most = extent, found
    if best is None and required:
        meant = report.file or f"the page that holds its lines {report.lines}"
        raise GoldError(f"{gold.file}: report {report.id}: no text given for {meant}; name the file or its folder")
    return best


def _region(extent: Extent, start: int, end: int) -> Region:
    inside = [piece for piece in extent.sentences if piece[0] < end and piece[1] > start]
    first, last = (inside[0][0], inside[-1][1]) if inside else (start, end)
    if last - first > max(MAX_SENTENCE, end - start):
        first, last = max(first, start - MARGIN), min(last, end + MARGIN)
    return Region(start, end, first, last)


def find_quote(gold: Gold, event: GoldEvent, extent: Extent) -> tuple[Region, ...]:
    """Return every occurrence of a row's quote in its report.

    Raises:
        GoldError: The quote is not verbatim in the report.
    """
    regions = []
    at = extent.source.text.find(event.quote, extent.start, extent.end)
    while at >= 0:
        regions.append(_region(extent, at, at + len(event.quote)))
        at = extent.source.text.find(event.quote, at + 1, extent.end)
    if not regions:
        raise GoldError(
            f"{gold.file}: event {event.id}: its quote is not verbatim in {extent.source.file}: {event.quote!r}"
        )
    return tuple(regions)


def _distance(extent: Extent, mention: Mention) -> tuple[int, int]:
    """Return how far a mention is from a report: 0 with its trigger inside, then by overlap, then by the gap."""
    if extent.start <= mention.trigger.start < extent.end:
        return 0, 0
    overlap = min(extent.end, mention.report.end) - max(extent.start, mention.report.start)
    return (1, -overlap) if overlap > 0 else (2, -overlap)


def home_of(mention: Mention, extents: Sequence[Extent]) -> Extent | None:
    """Return the gold report that a mention belongs to, ``None`` if its file is none of the gold's.

    A mention outside every report of its page (clutter that was coded) belongs to the nearest one, as a false alarm.
    """
    there = [
        extent
        for extent in extents
        if same_file(extent.source.file, mention.report.file)
        and (extent.report.part is None or extent.report.part == mention.report.part)
    ]
    return min(there, key=lambda extent: _distance(extent, mention), default=None)
