"""Find how many: figures, number words and vague words, as the ranges of the codebook.

Ages, times, dates, measures, money and the numbers of brigades, streets and resolutions are left out.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final

from reportedly.annotate.dates import time_spans
from reportedly.annotate.phrases import Found, Grammar
from reportedly.annotate.quantities_numbers import JOINED_SHAPES, join
from reportedly.annotations import Quantity
from reportedly.codebook import RANGE_VAGUE, Range
from reportedly.errors import LexiconError
from reportedly.records import Span


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
