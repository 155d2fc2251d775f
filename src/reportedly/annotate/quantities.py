"""Find how many: figures, number words and vague words, as the ranges of the codebook.

Ages, times, dates, measures, money and the numbers of brigades, streets and resolutions are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import Final

from reportedly.annotate.dates import time_spans
from reportedly.annotate.phrases import Found, Grammar
from reportedly.annotate.quantities_numbers import JOINED_SHAPES, join
from reportedly.annotations import Quantity
from reportedly.errors import LexiconError
from reportedly.records import Span

Range = tuple[int, int, int | None]
"""Low, best and high; ``None`` is open-ended."""

RANGE_BARE_PLURAL: Final[Range] = (2, 3, None)
"""What a plural without a number takes (codebook, "Fields"); the coder sees the noun, this module does not."""

RANGE_VAGUE: Final[Range] = (2, 3, None)
"""What "several", "some" and "a few" take (codebook, "Fields")."""

RANGE_KILLED_AND_INJURED: Final[Range] = (1, 3, None)
"""What each of the two takes in "killed and injured several" (codebook, "Fields"); the coder sees the two verbs."""


@cache
def grammar(language: str = "en") -> Grammar:
    """Return the compiled lexicon ``resources/<language>/quantities.toml``.

    Raises:
        LexiconError: The lexicon is malformed, or names a ``make`` that is not known here.
    """
    made = Grammar(f"{language}/quantities.toml", join, JOINED_SHAPES)
    for rule in made.rules:
        if rule.make not in _KINDS:
            raise LexiconError(f"resources/{language}/quantities.toml: rule {rule.name!r}: no make {rule.make!r}")
    return made


_KINDS: Final = MappingProxyType(
    {
        "number": "number",
        "part": "number",
        "total": "total",
        "at_least": "at_least",
        "up_to": "up_to",
        "below": "up_to",
        "range": "range",
        "none": "none",
        "vague": "vague",
        "open": "vague",
        "several_of": "vague",
        "ignore": "",
    }
)
"""The kind of quantity that each ``make`` of a lexicon gives."""


def find_quantities(text: str, offset: int, language: str = "en") -> tuple[Quantity, ...]:
    """Return the counts in ``text``, in order, not overlapping.

    Args:
        text: A sentence or any other stretch of a report.
        offset: File offset of its first character; spans count from it.
        language: ISO 639-1 code of the lexicon.
    """
    found = [one for one in grammar(language).find(text) if one.rule.make != "ignore"]
    if not found:
        return ()
    made, times, at = [], time_spans(text, language), 0
    for one in found:
        while at < len(times) and times[at][1] <= one.start:
            at += 1
        if at < len(times) and times[at][0] < one.end:
            continue
        if (quantity := _quantity(text, offset, one)) is not None:
            made.append(quantity)
    return tuple(made)


def _quantity(text: str, offset: int, found: Found) -> Quantity | None:
    limits = _range(found)
    if limits is None:
        return None
    low, best, high = limits
    kind = "none" if high == 0 else _KINDS[found.rule.make]
    start, end = found.start, found.end
    if found.rule.make == "part" and (piece := found.piece("num")) is not None:
        start, end = piece.start, piece.end
    return Quantity(Span(offset + start, offset + end, text[start:end]), low, best, high, kind)


def _range(found: Found) -> Range | None:
    """Return low, best and high after the codebook, "Fields", ``killed``."""
    make, number = found.rule.make, found.value("num")
    if make == "none":
        return 0, 0, 0
    if make == "vague":
        return RANGE_VAGUE
    if number is None:
        return (found.rule.add,) * 3 if found.rule.add else None
    if make == "several_of":
        return RANGE_VAGUE[0] * number, RANGE_VAGUE[1] * number, None
    if make == "open":
        times = number * (found.value("times") or 1)
        return times, times, None
    if make == "at_least":
        return number, number, None
    if make == "up_to":
        return 0, number, number
    if make == "below":
        # "Fewer than n" is the open side of "up to": n - 1 is the most it allows.
        return 0, max(number - 1, 0), max(number - 1, 0)
    if make == "range":
        return span_range(number, found.value("num2"))
    return number, number, number


def span_range(low: int, high: int | None) -> Range | None:
    """Return the range "low to high" with the mean rounded down as best; ``None`` if it does not rise."""
    return (low, (low + high) // 2, high) if high is not None and low < high else None


def add_ranges(first: Range, second: Range) -> Range:
    """Return the sum of two counts of different people: sums of the sides; an open side stays open."""
    high = None if first[2] is None or second[2] is None else first[2] + second[2]
    return first[0] + second[0], first[1] + second[1], high


def sum_ranges(ranges: Iterable[Range]) -> Range:
    """Return the sum of counts of different people; of none, nought."""
    total: Range = (0, 0, 0)
    for one in ranges:
        total = add_ranges(total, one)
    return total


def hull_range(first: Range, second: Range) -> Range:
    """Return the range that holds two counts of the same people; best is the mean of both, rounded down."""
    high = None if first[2] is None or second[2] is None else max(first[2], second[2])
    return min(first[0], second[0]), (first[1] + second[1]) // 2, high


def combine_sum(first: Quantity, second: Quantity) -> Range:
    """Return the sum of two quantities of different people (*3 soldiers and 2 civilians*)."""
    return add_ranges((first.low, first.best, first.high), (second.low, second.best, second.high))
