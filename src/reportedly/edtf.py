"""EDTF (ISO 8601-2, Library of Congress profile): check the strings that are made, and give their bounds.

Levels 0 and 1 as far as reports need them: days, months, years, seasons, decades (``198X``), open years
(``XXXX-04-16``), qualifiers ``?``, ``~`` and ``%``, and intervals with open (``..``) or unknown (empty) ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_POINT: Final = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[?~%]?"
)

_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of each season, northern and meteorological; winter runs into the next year."""

_LEAP_YEAR: Final = 2000
"""Stands in for a year that is not known, so that 29 February passes."""


def _parts(point: str) -> tuple[str, int | None, int | None] | None:
    """Return year digits, month and day of a valid point; ``XX`` counts as none."""
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if month is None or month == "XX":
        return (year, None, None) if day in (None, "XX") else None
    number = int(month)
    if number in _SEASONS:
        return (year, number, None) if day is None else None
    if not 1 <= number <= 12:
        return None
    if day is None or day == "XX":
        return year, number, None
    whole = int(year) if year.isdecimal() and int(year) > 0 else _LEAP_YEAR
    return (year, number, int(day)) if 1 <= int(day) <= monthrange(whole, number)[1] else None


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _point_bounds(point: str) -> tuple[date, date] | None:
    parts = _parts(point)
    if parts is None or parts[0] == "XXXX":
        return None
    digits, month, day = parts
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    # ``date`` knows no year 0, and a season of 9999 would run past its last year.
    if first < 1 or last > 9998:
        return None
    if month is None:
        return date(first, 1, 1), date(last, 12, 31)
    if month in _SEASONS:
        start = _SEASONS[month]
        final = _last(last, start + 2) if start < 12 else _last(last + 1, 2)
        return date(first, start, 1), final
    if day is None:
        return date(first, month, 1), _last(last, month)
    if first != last:
        return None
    return date(first, month, day), date(first, month, day)


def is_valid(edtf: str) -> bool:
    """Return whether ``edtf`` is a valid point or interval whose start does not lie after its end."""
    if "/" not in edtf:
        return _parts(edtf) is not None
    start, _, end = edtf.partition("/")
    open_ends = ("", "..")
    if start in open_ends and end in open_ends:
        return False
    if not all(side in open_ends or _parts(side) is not None for side in (start, end)):
        return False
    first, last = _point_bounds(start), _point_bounds(end)
    return first is None or last is None or first[0] <= last[1]


def bounds(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day that ``edtf`` can mean, or ``None`` where a side is open, unknown or yearless.

    Args:
        edtf: A point or interval; an invalid string has no bounds.
    """
    if not is_valid(edtf):
        return None
    start, _, end = edtf.partition("/") if "/" in edtf else (edtf, "", edtf)
    first, last = _point_bounds(start), _point_bounds(end)
    return None if first is None or last is None else (first[0], last[1])


def interval(first: str, last: str) -> str:
    """Return the interval between two points, or the point where both are the same."""
    return first if first == last else f"{first}/{last}"


def days(first: date, last: date) -> str:
    """Return the EDTF of the days from ``first`` to ``last``."""
    return interval(first.isoformat(), last.isoformat())


def shift(day: date, by: int) -> date:
    """Return the day ``by`` days later, held within the years that ``date`` knows."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min


def month(year: int, number: int) -> str:
    """Return ``YYYY-MM``; ``number`` may lie outside 1 to 12 and then moves the year."""
    index = min(max(year * 12 + number - 1, 12), 9999 * 12 + 11)
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
