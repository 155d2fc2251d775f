"""Join the words of Arabic dates (*شباط/فبراير*, *الخامس والعشرين*), and read days and months of the Hijri calendar."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reportedly import edtf
from reportedly.annotate import quantities_arabic
from reportedly.annotate.dates_reading import Reading
from reportedly.annotate.phrases import Found, Piece
from reportedly.annotate.quantities_numbers import has_class

JOINED_SHAPES: Final = (
    "آب/أغسطس", "الخامس عشر", "الخامس والعشرين", "الخامس", "الحادي عشر", "العشرين", "عشرين", "ثلاثة عشر", "خمسة وعشرين",
    "ثلاثة", "مئة", "ألف",
)  # fmt: skip
"""One text for each set of classes that ``join`` can give."""

_JOINED: Final = frozenset({"MONTHD", "ORD"})
STARTS: Final = quantities_arabic.STARTS | _JOINED
"""Classes of the pieces that one that ``join`` makes can begin with."""

_MARKS_BETWEEN: Final = frozenset({"SLASH", "OPEN", "HYPH", "DASH"})


def join(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Make one piece of a month named twice, of an ordinal, and of a number in words."""
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        if pieces[at].classes.isdisjoint(_JOINED):
            made.append(pieces[at])
            at += 1
            continue
        end, joined = _month(pieces, at) or _ordinal(pieces, at) or (at + 1, pieces[at])
        made.append(joined)
        at = end
    return quantities_arabic.join_words(tuple(made))


def _merged(pieces: tuple[Piece, ...], classes: frozenset[str], value: int | None) -> Piece:
    return Piece(pieces[0].start, pieces[-1].end, " ".join(p.text for p in pieces), classes, value)


def _month(pieces: tuple[Piece, ...], at: int) -> tuple[int, Piece] | None:
    """Join *شباط/فبراير*: two names of one month make it sure."""
    if not has_class(pieces, at, "MONTHD"):
        return None
    marked = at + 1 < len(pieces) and bool(_MARKS_BETWEEN & pieces[at + 1].classes)
    other = at + 1 + marked
    if not has_class(pieces, other, "MONTHD") or pieces[other].value != pieces[at].value:
        return None
    end = other + 1
    if marked and "OPEN" in pieces[at + 1].classes and has_class(pieces, end, "CLOSE"):
        end += 1
    return end, _merged(pieces[at:end], frozenset({"WORD", "MONTH", "MONTHD"}), pieces[at].value)


def _ordinal(pieces: tuple[Piece, ...], at: int) -> tuple[int, Piece] | None:
    """Join the day of a month in words: *الخامس*, *الخامس عشر*, *الخامس والعشرين*."""
    if not has_class(pieces, at, "ORD") or "DEF" not in pieces[at].classes:
        return None
    value, end = pieces[at].value or 0, at + 1
    if value < 10 and has_class(pieces, end, "TEENTAIL"):
        value, end = value + 10, end + 1
    elif value < 10 and end + 1 < len(pieces) and pieces[end].text == "و" and "TENS" in pieces[end + 1].classes:
        value, end = value + (pieces[end + 1].value or 0), end + 2
    elif end == at + 1:
        return end, pieces[at]
    if value > 31:
        return None
    return end, _merged(pieces[at:end], frozenset({"WORD", "ORD", "DEF"}), value)


def _gregorian(year: int, month: int, day: int) -> date | None:
    """Return the day of the Umm al-Qura calendar, which is worked out; a sighting can lie a day off."""
    # Loaded where a text has such a day alone: most have none.
    from hijridate import Hijri

    try:
        made = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(made.year, made.month, made.day)


def _hijri_of(day: date) -> tuple[int, int] | None:
    """Return year and month of the Hijri calendar on a day."""
    from hijridate import Gregorian

    try:
        found = Gregorian.fromdate(day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month


def _month_days(year: int, month: int) -> tuple[date, date] | None:
    first = _gregorian(year, month, 1)
    after = _gregorian(year + month // 12, month % 12 + 1, 1)
    return None if first is None or after is None else (first, edtf.shift(after, -1))


def _year_of(month: int, published: date | None) -> int | None:
    """Return the Hijri year of the last such month that has begun by the publication day."""
    now = None if published is None else _hijri_of(published)
    return None if now is None else now[0] - (month > now[1])


def hijri_day(found: Found, published: date | None) -> Reading | None:
    """Read a day of the Hijri calendar: *15 رمضان 1440هـ*, *15/9/1440*; held approximate, for it can lie a day off."""
    if (piece := found.piece("num")) is not None:
        first, month, last = (int(part) for part in re.split(r"[./\\-]", piece.text))
        year, day = (first, last) if first > 31 else (last, first)
    else:
        named, number = found.value("hijri"), found.value("day")
        if named is None or number is None:
            return None
        month, day = named, number
        year = found.value("year") or _year_of(month, published) or 0
    made = _gregorian(year, month, day)
    if made is None:
        return None
    if found.value("year") is None and found.piece("num") is None and published is not None and made > published:
        made = _gregorian(year - 1, month, day) or made
    return Reading(made.isoformat(), "day", approximate=True)


def hijri_month(found: Found, published: date | None) -> Reading | None:
    """Read a month of the Hijri calendar as the days that it lasts: *رمضان 1440هـ*, *رمضان الماضي*."""
    month = found.value("hijri")
    if month is None:
        return None
    year, way = found.value("year"), found.value("rel")
    if year is None:
        year = _year_of(month, published)
        now = None if published is None else _hijri_of(published)
        if year is not None and way == -1 and now == (year, month):
            year -= 1
        year = year + 1 if year is not None and way == 1 else year
    days = None if year is None else _month_days(year, month)
    if days is None:
        return Reading(None, "month", relative=True) if published is None else None
    return Reading(edtf.days(*days), "month", approximate=True, relative=found.value("year") is None, future=way == 1)


def hijri_year(found: Found, published: date | None) -> Reading | None:
    """Read a year of the Hijri calendar as the days that it lasts: *عام 1440هـ*."""
    year = found.value("year")
    first, last = (None, None) if year is None else (_gregorian(year, 1, 1), _gregorian(year + 1, 1, 1))
    if first is None or last is None:
        return None
    return Reading(edtf.days(first, edtf.shift(last, -1)), "year", approximate=True)
