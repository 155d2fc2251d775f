"""Digests: reports that are lists of deeds of one day, which their heading tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from reportedly.annotate.dates import find_dates
from reportedly.annotate.sentences import opens_item
from reportedly.annotations import DateExpression, Listing, Sentence
from reportedly.records import Report
from reportedly.resources import load_toml

HEADING: Final = 3
"""Sentences of a report among which its heading stands: a title, its repetition, and the line below."""

FEWEST: Final = 2
"""Items that make a list: one dash may open any paragraph."""

_FOR: Final = re.compile(r"(?:\b(?:for|of|on|from)|\bل)\s*(?:the day of\s+)?$", re.IGNORECASE)
_PLACED: Final = re.compile(r"[A-Z][\w'’.-]*(?:[ /-][A-Z(][\w'’.)-]*){0,4}(?: [a-z]{4,12})?\s?: [\"“]?[A-Z0-9]")
"""The place, with a colon, that opens an item without a mark ("Lower Shabelle: Two soldiers ...")."""
_EDTF_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def _words() -> frozenset[str]:
    return frozenset(load_toml("read/dates.toml")["digests"])


def listing_of(report: Report, sentences: Sequence[Sentence]) -> Listing:
    """Return which blocks of a report are items of a list, and the day that its heading gives them.

    An item stands by itself: what is told as "yesterday" in one says nothing of the next.

    Args:
        report: The report.
        sentences: Its sentences.
    """
    return replace(_items_of(report, sentences), parts=tuple(_breakdowns(report)))


_BROKEN_DOWN: Final = re.compile(
    r"\b(?:fatalit|casualt|death|dead|victim|attack|operation|incident|toll|strike|violation)\w*[^.\n]{0,80}"
    r"\b(?:as follows|follows|breakdown|broken down)\b[^.\n]{0,30}:[ \t]*\n",
    re.IGNORECASE,
)
"""A line after which a list breaks a total down ("The fatalities are distributed as follows:")."""


def _breakdowns(report: Report) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the lists that such lines open: marked lines, with empty ones between them."""
    for match in _BROKEN_DOWN.finditer(report.text):
        end = match.end()
        while end < len(report.text):
            stop = report.text.find("\n", end)
            stop = len(report.text) if stop < 0 else stop + 1
            line = report.text[end:stop]
            if line.strip() and not opens_item(line):
                break
            end = stop
        yield report.start + match.end(), report.start + end


def _items_of(report: Report, sentences: Sequence[Sentence]) -> Listing:
    texts = [report.slice(block.start, block.end) for block in report.blocks]
    items = frozenset(n for n, text in enumerate(texts) if opens_item(text))
    marked = len(items) >= FEWEST
    items = items if marked else frozenset(n for n, text in enumerate(texts) if n and _PLACED.match(text))
    if len(items) < FEWEST:
        return Listing()
    day = _heading_day(report, [s for s in sentences[:HEADING] if s.block not in items])
    if day is None and not marked:
        return Listing()
    # Of a digest, a paragraph between two items is an item that has lost its mark.
    return Listing(items if day is None else frozenset(range(min(items), max(items) + 1)), day)


def _heading_day(report: Report, heading: Sequence[Sentence]) -> DateExpression | None:
    """Return the one day for which a heading says that the report is a digest ("Roundup for Saturday 9 September 2023")."""
    published = report.published.isoformat() if report.published else None
    for sentence in heading:
        if not _words() & set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", sentence.text.lower())):
            continue
        found = find_dates(sentence.text, sentence.start, report.published, sentence.language)
        if len(found) != 1 or found[0].kind != "day" or not _EDTF_DAY.fullmatch(found[0].edtf or ""):
            continue
        before = sentence.text[: found[0].span.start - sentence.start]
        if found[0].edtf == published or _FOR.search(before):
            return found[0]
    return None
