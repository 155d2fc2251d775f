"""What a time phrase means, and the calendar arithmetic that the readers of phrases share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reportedly import edtf
from reportedly.annotate.phrases import Found

_BACK_YEARS: Final = 8
"""Years to look back for a day: 29 February can lie eight years back (1896 to 1904, 2096 to 2104)."""

YEAR_WORDS: Final = frozenset({"=year", "YEARWORD"})
"""Classes of the word for a year: the English one, and any language's."""

MONTH_WORDS: Final = frozenset({"=month", "MONTHWORD"})
"""Classes of the word for a month."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means; the fields are those of ``DateExpression``, and ``today``: the words name the day of writing."""

    edtf: str | None
    kind: str
    vague: bool = False
    approximate: bool = False
    relative: bool = False
    future: bool = False
    offset: int | None = None
    today: bool = False


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def named_year(found: Found, published: date | None) -> int | None:
    """Return the year that the phrase names, in figures or as *last year*."""
    if (year := found.value("year")) is not None:
        return year
    if (rel := found.value("rel")) is not None and published is not None:
        return published.year + rel
    return None


def open_day(month: int, day: int) -> str | None:
    """Return the day of an unknown year (``XXXX-04-16``), or ``None`` where no year has it."""
    text = f"XXXX-{month:02d}-{day:02d}"
    return text if edtf.is_valid(text) else None


def last_such(month: int, day: int, published: date, weekday: int | None) -> date | None:
    """Return the latest such day up to the day after ``published``; a weekday that fits another year settles it."""
    years = range(published.year + 1, published.year - _BACK_YEARS - 1, -1)
    days = [found for year in years if (found := make_day(year, month, day)) is not None]
    if weekday is not None:
        fitting = [found for found in days if found.isoweekday() == weekday]
        if fitting:
            return min(fitting, key=lambda found: abs(found - published))
    limit = edtf.shift(published, 1)
    return next((found for found in days if found <= limit), None)


def day_point(found: Found, published: date | None, month: int, day: int) -> str | None:
    """Return the EDTF of a day and month, its year named, resolved or open."""
    year = named_year(found, published)
    if year is not None:
        fixed = make_day(year, month, day)
        return fixed.isoformat() if fixed else None
    if published is None or found.piece("rel") is not None:
        return open_day(month, day)
    resolved = last_such(month, day, published, found.value("weekday"))
    return resolved.isoformat() if resolved else None


def weekday_before(published: date, weekday: int, *, strictly: bool = False) -> date:
    """Return the last such weekday on ``published`` or before it, or strictly before it."""
    back = (published.isoweekday() - weekday) % 7
    return edtf.shift(published, -(back or (7 if strictly else 0)))


def is_rough(found: Found) -> bool:
    """Return whether the words name a part of a span of time (*early*, *the end of*)."""
    pairs = zip(found.pieces, found.pieces[1:], strict=False)
    part = any("PARTOF" in piece.classes and "=of" in after.classes for piece, after in pairs)
    return part or any("EDGE" in piece.classes for piece in found.pieces)


def is_of_year(found: Found) -> bool:
    """Return whether the phrase names a year, in figures or as *last year*."""
    return any(not piece.classes.isdisjoint(YEAR_WORDS) for piece in found.pieces)
