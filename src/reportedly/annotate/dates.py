"""Find the time words of a text and resolve them against the publication date, into EDTF.

The rules follow the codebook, "Fields", ``date``: a day takes its year from the publication date, *Wednesday* and
*last week* resolve against it, and what neither gives stays open (``XXXX-04-16``).
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import Final

from reportedly import edtf
from reportedly.annotate import dates_arabic
from reportedly.annotate.arabic_text import form
from reportedly.annotate.dates_reading import Reading
from reportedly.annotate.dates_values import MAKERS
from reportedly.annotate.phrases import Found, Grammar
from reportedly.annotate.phrases_arabic import ArabicGrammar
from reportedly.annotations import DateExpression
from reportedly.errors import LexiconError
from reportedly.records import Span
from reportedly.resources import load_toml

_LONGEST_KEPT: Final = 2000
"""Longest text, in characters, whose phrases are kept: far above any sentence, so that memory stays small."""


@cache
def grammar(language: str = "en") -> Grammar:
    """Return the compiled lexicon ``resources/<language>/dates.toml``.

    Raises:
        LexiconError: The lexicon is malformed, or names a ``make`` that is not in ``dates_values.MAKERS``.
    """
    name = f"{language}/dates.toml"
    if language == "ar":
        made: Grammar = ArabicGrammar(name, dates_arabic.join, dates_arabic.JOINED_SHAPES, dates_arabic.STARTS)
    else:
        made = Grammar(name)
    for rule in made.rules:
        if rule.make not in MAKERS:
            raise LexiconError(f"resources/{language}/dates.toml: rule {rule.name!r}: no make {rule.make!r}")
    return made


def find_dates(text: str, offset: int, published: date | None, language: str = "en") -> tuple[DateExpression, ...]:
    """Return the time phrases of ``text``, in order, not overlapping, the longest reading of each.

    Durations (*for two hours*), habits (*daily*) and dates that are names (*17 April University*) are left out.

    Args:
        text: A sentence or any other stretch of a report.
        offset: File offset of its first character; spans count from it.
        published: Publication day of the report, ``None`` if unknown.
        language: ISO 639-1 code of the lexicon.
    """
    made = []
    for found in _phrases(text, language):
        reading = MAKERS[found.rule.make](found, published)
        if reading is not None:
            made.append(_expression(text, offset, found, reading, published))
    return tuple(made)


def time_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the offsets in ``text`` of all time phrases, durations and habits included: no number there is a count."""
    return tuple([(found.start, found.end) for found in _phrases(text, language)])


@cache
def named_by_days() -> frozenset[str]:
    """Return the Arabic nouns whose name a day can be («حركة 23 مارس»), levelled."""
    return frozenset(form(word) for word in load_toml("ar/dates.toml")["words"]["NAMEHEAD"])


def _phrases(text: str, language: str) -> tuple[Found, ...]:
    return _kept_phrases(text, language) if len(text) <= _LONGEST_KEPT else grammar(language).find(text)


@lru_cache(maxsize=1024)
def _kept_phrases(text: str, language: str) -> tuple[Found, ...]:
    """Keep the phrases of a report's sentences: dates and quantities both ask for them."""
    return grammar(language).find(text)


def _expression(text: str, offset: int, found: Found, reading: Reading, published: date | None) -> DateExpression:
    start, value = found.start, reading.edtf
    opened = found.before is not None and "SINCE" in found.before.classes and reading.kind != "time"
    since = opened and not _is_today(reading, published)
    if opened and found.before is not None:
        start = found.before.start
        value = _since(value, published) if since else value
    return DateExpression(
        Span(offset + start, offset + found.end, text[start : found.end]),
        value,
        reading.kind,
        vague=reading.vague,
        approximate=reading.approximate,
        relative=reading.relative,
        future=reading.future,
        since=since,
        offset=reading.offset,
    )


def _is_today(reading: Reading, published: date | None) -> bool:
    """Return whether a phrase names the day of writing: "since this morning" is no stretch of days."""
    named = published is not None and reading.edtf == published.isoformat()
    return named or reading.today


def _since(value: str | None, published: date | None) -> str | None:
    """Return the interval from the start of ``value`` to the publication date, or open."""
    if value is None:
        return None
    start = value.split("/", maxsplit=1)[0]
    made = f"{start}/{published.isoformat()}" if published is not None else f"{start}/.."
    return made if start not in ("", "..") and edtf.is_valid(made) else value
