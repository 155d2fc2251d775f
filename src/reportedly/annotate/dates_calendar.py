"""Read the phrases that name a place in the calendar: days, months, seasons, years."""

from __future__ import annotations

import re
from datetime import date

from reportedly import edtf
from reportedly.annotate.dates_reading import Reading, day_point, is_of_year, is_rough, make_day, named_year, open_day
from reportedly.annotate.phrases import Found


def calendar_day(found: Found, published: date | None) -> Reading | None:
    """Read a day and month, with or without year and weekday: *Thursday, April 16*."""
    month, day, both = found.value("month"), found.value("day"), found.value("both")
    if month is None:
        return None
    if both is not None:
        fixed = make_day(both % 10_000, month, both // 10_000)
        return Reading(fixed.isoformat(), "day") if fixed else None
    point = None if day is None else day_point(found, published, month, day)
    if point is not None and found.value("dir") == 1 and published is not None:
        return _ahead(point, published)
    return None if point is None else Reading(point, "day")


def _ahead(point: str, published: date) -> Reading | None:
    """Read a day that the words put ahead: the first such after the day of writing."""
    day = date.fromisoformat(point)
    if day <= published:
        later = make_day(day.year + 1, day.month, day.day)
        return None if later is None else Reading(later.isoformat(), "day", future=True)
    return Reading(point, "day", future=True)


def numeric(found: Found, published: date | None) -> Reading | None:
    """Read a date in figures: *16/04/2020*, *2020-04-16*."""
    piece = found.piece("num")
    if piece is None:
        return None
    figures = re.split(r"[-/.\\]", piece.text)
    first, second, third = (int(figure) for figure in figures)
    # Day first, as in most of the world; month first only where the day would be none.
    orders = [(first, second, third)] if len(figures[0]) == 4 else [(third, second, first), (third, first, second)]
    fixed = next((made for order in orders if (made := make_day(*order)) is not None), None)
    return Reading(fixed.isoformat(), "day") if fixed else None


def dayspan(found: Found, published: date | None) -> Reading | None:
    """Read days of one month or two: *15-16 April*, *30 March to 2 April*."""
    month, first, last = found.value("month"), found.value("day"), found.value("day2")
    if month is None or first is None or last is None:
        return None
    month2 = found.value("month2") or month
    end = day_point(found, published, month2, last)
    if end is None:
        return None
    if end.startswith("XXXX"):
        start = open_day(month, first)
    else:
        year = int(end[:4]) - (1 if month > month2 else 0)
        fixed = make_day(year, month, first)
        start = fixed.isoformat() if fixed else None
    if start is None or not edtf.is_valid(made := edtf.interval(start, end)):
        return None
    if start.startswith("XXXX") and month == month2 and first > last:
        return None
    return Reading(made, "days")


def _nearest_month(month: int, published: date, rel: int | None) -> str:
    """Return the nearest such month not after ``published``; *last* and *next* leave out the current one."""
    if rel == 1:
        return edtf.month(published.year + (month <= published.month), month)
    if rel == 0:
        return edtf.month(published.year, month)
    passed = month < published.month or (month == published.month and rel is None)
    return edtf.month(published.year if passed else published.year - 1, month)


def month(found: Found, published: date | None) -> Reading | None:
    """Read a month: *last September*, *October last year*, *April 2020*."""
    month, rel = found.value("month"), found.value("rel")
    if month is None:
        return None
    rough = is_rough(found)
    year = named_year(found, published) if found.piece("year") or is_of_year(found) else None
    if year is not None:
        return Reading(edtf.month(year, month), "month", approximate=rough)
    if published is None:
        return Reading(f"XXXX-{month:02d}", "month", approximate=rough)
    made = _nearest_month(month, published, rel)
    return Reading(made, "month", approximate=rough, future=rel == 1)


def months(found: Found, published: date | None) -> Reading | None:
    """Read a span of months: *between March and June 2019*."""
    first, last = found.value("month"), found.value("month2")
    if first is None or last is None:
        return None
    year, year2 = found.value("year"), found.value("year2")
    end_year = year2 or year
    if end_year is None:
        if published is None:
            return Reading(f"XXXX-{first:02d}/XXXX-{last:02d}", "months")
        end_year = int(_nearest_month(last, published, None)[:4])
    start_year = year if year2 is not None and year is not None else end_year - (first > last)
    made = edtf.interval(edtf.month(start_year, first), edtf.month(end_year, last))
    return Reading(made, "months") if edtf.is_valid(made) else None


def year(found: Found, published: date | None) -> Reading | None:
    """Read a year: *in 2013*, *early 2019*."""
    year = found.value("year")
    return None if year is None else Reading(str(year), "year", approximate=is_rough(found))


def years(found: Found, published: date | None) -> Reading | None:
    """Read a span of years: *2015-2016*, *2015-16*."""
    first, last = found.value("year"), found.value("year2")
    if first is None or last is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    return Reading(f"{first}/{last}", "years") if first < last else None


def decade(found: Found, published: date | None) -> Reading | None:
    """Read a decade: *the 1990s*."""
    piece = found.piece("num")
    if piece is None:
        return None
    digits = str(int(piece.text[:3]) if piece.value is None else piece.value)
    return Reading(f"{digits}X", "decade", approximate=is_rough(found))


def _season_fits(text: str, published: date, rel: int | None) -> bool:
    limits = edtf.bounds(text)
    if limits is None:
        return False
    if rel == 1:
        return limits[0] > published or limits[0].year <= published.year
    return limits[1] < published if rel == -1 else limits[0] <= published


def season(found: Found, published: date | None) -> Reading | None:
    """Read a season: *the summer of 2014*, *last winter*."""
    season, rough = found.value("season"), is_rough(found)
    if season is None:
        return None
    year = named_year(found, published) if found.piece("year") or is_of_year(found) else None
    if year is None:
        if published is None:
            return Reading(f"XXXX-{season}", "season", approximate=rough)
        rel = found.value("rel")
        years = range(published.year + 1, published.year - 3, -1)
        year = next(y for y in years if _season_fits(f"{y:04d}-{season}", published, rel))
    return Reading(f"{year:04d}-{season}", "season", approximate=rough)
