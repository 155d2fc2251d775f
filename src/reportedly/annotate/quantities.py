"""Find how many: figures, number words and vague words, as the ranges of the codebook.

Ages, times, dates, measures, money and the numbers of brigades, streets and resolutions are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from reportedly.annotate import quantities_arabic
from reportedly.annotate.dates import time_spans
from reportedly.annotate.phrases import Found, Grammar
from reportedly.annotate.phrases_arabic import ArabicGrammar
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
    name = f"{language}/quantities.toml"
    if language == "ar":
        made: Grammar = ArabicGrammar(
            name, quantities_arabic.join, quantities_arabic.JOINED_SHAPES, quantities_arabic.STARTS_WITH_FIGURES
        )
    else:
        made = Grammar(name, join, JOINED_SHAPES)
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
    found = _counts(text, language)
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


_LONGEST_KEPT: Final = 2000
"""Longest text, in characters, whose counts are kept: far above any sentence, so that memory stays small."""


def _counts(text: str, language: str) -> tuple[Found, ...]:
    # English asks once for each sentence, the Arabic analyser and the coder one after the other.
    kept = language == "ar" and len(text) <= _LONGEST_KEPT
    return _kept_counts(text, language) if kept else _find_counts(text, language)


def _find_counts(text: str, language: str) -> tuple[Found, ...]:
    return tuple([one for one in grammar(language).find(text) if one.rule.make != "ignore"])


@lru_cache(maxsize=1024)
def _kept_counts(text: str, language: str) -> tuple[Found, ...]:
    """Keep the counts of a chunk of reports."""
    return _find_counts(text, language)


_BEFORE: Final = 60
"""Characters before a noun in which its modifier can stand."""

_TWO: Final = "2 شخصا"
"""A count of two with a noun, to read a modifier with."""


def with_duals(
    text: str, offset: int, found: tuple[Quantity, ...], nouns: Iterable[tuple[int, int]]
) -> tuple[Quantity, ...]:
    """Return the counts with those that the dual of a noun gives: *مدنيان*, *ما لا يقل عن شخصين*, *جنديين اثنين*.

    Only who knows the words can tell a dual from a plural, hence the caller names the nouns.

    Args:
        text: The sentence that ``found`` was read from.
        offset: File offset of its first character.
        found: What ``find_quantities`` gave.
        nouns: Offsets in ``text`` of the nouns in the dual, in order; the span of a count takes the noun in.
    """
    duals = [_dual(text, offset, start, end) for start, end in nouns]
    taken = [one for one in found if not any(_overlap(one.span, dual.span) for dual in duals)]
    return tuple(sorted([*taken, *duals], key=lambda one: one.span.start))


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _dual(text: str, offset: int, start: int, end: int) -> Quantity:
    before = text[max(0, start - _BEFORE) : start]
    read = [one for one in find_quantities(before + _TWO, start - len(before), "ar") if one.span.end == start + 1]
    if (said := _TWO_SAID.match(text, end)) is not None:
        end = said.end()
    first = read[0].span.start if read else start
    span = Span(offset + first, offset + end, text[first:end])
    return replace(read[0], span=span) if read else Quantity(span, 2, 2, 2, "number")


_TWO_SAID: Final = re.compile(r"\s+[اإ]ثن(?:ت?ين|ت?ان)(?!\w)")
"""The word for two after a noun that already says so."""


MOST_PEOPLE: Final = 100_000_000
"""Above all that any war has done to people: a larger figure is money, an error or a joke, and counts nobody."""


def _quantity(text: str, offset: int, found: Found) -> Quantity | None:
    limits = _range(found)
    if limits is None:
        return None
    low, best, high = limits
    if best > MOST_PEOPLE:
        return None
    kind = "none" if high == 0 else _KINDS[found.rule.make]
    start, end = found.start, found.end
    # What a phrase calls "here" is the span; the rest of it tells how to read that.
    piece = found.piece("num") if found.rule.make == "part" else found.piece("here")
    if piece is not None:
        start, end = piece.start, piece.end
    return Quantity(Span(offset + start, offset + end, text[start:end]), low, best, high, kind)


def _range(found: Found) -> Range | None:
    """Return low, best and high after the codebook, "Fields", ``killed``."""
    make, number = found.rule.make, found.value("num")
    number = found.value("here") if number is None else number
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
