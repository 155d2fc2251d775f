"""Digests: reports that are lists of deeds of one day, which their heading tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
