"""Read phrases that count from the day of writing or from another event: *yesterday*, *last week*, *a day later*."""

from __future__ import annotations

from datetime import date
from typing import Final

from reportedly import edtf
from reportedly.annotate.dates_reading import MONTH_WORDS, Reading, is_rough, weekday_before
from reportedly.annotate.phrases import Found

_BOUNDED_DAYS: Final = 7
"""Longest "past N days" that still dates an event: a window above a week names a period of many events."""

_FEW: Final = 3
"""Units of a window whose count is vague or not given: the best figure of "several" in the codebook."""

_MONTH: Final = 30
_YEAR: Final = 365
_WEEKEND: Final = 2
"""Values that ``dates.toml`` gives to the units that do not count in days."""

_EARLIEST_BACK: Final = 400
"""Units at most that a phrase may reach back; more is no date of a report (and years end at 1)."""


def monthday(found: Found, published: date | None) -> Reading | None:
    """Read a day whose month is not named: *the 5th of this month*, *Monday the 13th*."""
    day, rel = found.value("day"), found.value("rel") or 0
    if day is None:
        return None
    if published is None:
        return Reading(None, "day", relative=True)
    if all(piece.classes.isdisjoint(MONTH_WORDS) for piece in found.pieces):
        weekday = found.value("weekday")
        back = (edtf.shift(published, -by) for by in range(366))
        fits = (one for one in back if one.day == day and weekday in (None, one.isoweekday()))
        last = next(fits, None)
        return Reading(last.isoformat(), "day", relative=True) if last else None
    text = f"{edtf.month(published.year, published.month + rel)}-{day:02d}"
    return Reading(text, "day", relative=True) if edtf.is_valid(text) else None


def weekday(found: Found, published: date | None) -> Reading | None:
    """Read a weekday: *on Tuesday*, *last Friday*, *next Sunday*, *Thursday last week*."""
    weekday, way, week = found.value("weekday"), found.value("dir"), found.value("rel")
    if weekday is None:
        return None
    future = (way or 0) > 0 or (week or 0) > 0
    if published is None:
        return Reading(None, "day", relative=True, future=future)
    if week is not None:
        day = edtf.shift(published, weekday - published.isoweekday() + 7 * week)
    elif future:
        day = edtf.shift(published, (weekday - published.isoweekday()) % 7 or 7)
    else:
        day = weekday_before(published, weekday, strictly=way == -1)
    return Reading(day.isoformat(), "day", relative=True, future=future)


def weekdays(found: Found, published: date | None) -> Reading | None:
    """Read a span of weekdays: *Saturday and Sunday*, *overnight Monday to Tuesday*."""
    last = found.value("weekday2")
    if last is None:
        return None
    if published is None:
        return Reading(None, "days", relative=True)
    end = weekday_before(published, last)
    first = found.value("weekday") or (last - 2) % 7 + 1
    return Reading(edtf.days(weekday_before(end, first, strictly=True), end), "days", relative=True)


def shifted(found: Found, published: date | None) -> Reading:
    """Read a day counted from the day of writing: *yesterday*."""
    by = found.rule.add
    day = None if published is None else edtf.shift(published, by).isoformat()
    return Reading(day, "day", relative=True, future="future" in found.rule.flags, today=by == 0)


def overnight(found: Found, published: date | None) -> Reading:
    """Read the night before the day of writing: *overnight*."""
    if published is None:
        return Reading(None, "days", relative=True)
    return Reading(edtf.days(edtf.shift(published, -1), published), "days", relative=True)


def _unit_point(published: date, by: int, unit: int) -> str:
    """Return the day, month or year that lies ``by`` units from ``published``."""
    if unit >= _YEAR:
        year = min(max(published.year + by * (unit // _YEAR), 1), 9999)
        return f"{year:04d}"
    if unit >= _MONTH:
        return edtf.month(published.year, published.month + by)
    return edtf.shift(published, by * unit).isoformat()


def _unit_kind(unit: int) -> str:
    return "year" if unit >= _YEAR else "month" if unit >= _MONTH else "day"


def _is_vague(found: Found) -> bool:
    piece = found.piece("count")
    return piece is None or "VAGUE" in piece.classes


def counted(found: Found, published: date | None) -> Reading | None:
    """Read a count of units: *two days ago*, *a week earlier*, *three days later*."""
    one, anaphoric = "one" in found.rule.flags, "anaphoric" in found.rule.flags
    unit, count, way = found.value("unit"), found.value("count") or (1 if one else _FEW), found.rule.add
    if unit is None or count > _EARLIEST_BACK:
        return None
    kind, vague = _unit_kind(unit), unit > 0 and not one and _is_vague(found)
    made = None
    if published is not None and way < 0:
        made = _unit_point(published, -count, unit)
        if vague:
            made = f"{made}~/{_unit_point(published, 0, unit)}"
    if anaphoric and unit < _MONTH and not vague:
        return Reading(made, "anaphoric", relative=True, approximate=unit > 1, offset=way * count * unit)
    return Reading(made, "window" if vague else kind, vague=vague, approximate=unit > 1, relative=True)


def anaphoric(found: Found, published: date | None) -> Reading:
    """Read a day counted from the one last spoken of: *the same day*, *the next morning*."""
    return Reading(None, "anaphoric", relative=True, offset=found.rule.add)


def _week(published: date, rel: int, *, whole: bool) -> str:
    monday = edtf.shift(published, 1 - published.isoweekday() + 7 * rel)
    sunday = edtf.shift(monday, 6)
    return edtf.days(monday, sunday if whole else min(sunday, published))


def _weekend(published: date, rel: int) -> str:
    saturday = weekday_before(published, 6)
    if rel > 0:
        saturday = edtf.shift(saturday, 7)
    return edtf.days(saturday, edtf.shift(saturday, 1))


def period(found: Found, published: date | None) -> Reading | None:
    """Read a week, weekend, month or year by its distance: *last week*, *earlier this month*."""
    unit, rel = found.value("unit"), found.value("rel") or found.rule.add
    if unit is None:
        return None
    kind = {_WEEKEND: "days", _MONTH: "month", _YEAR: "year"}.get(unit, "week")
    future = rel > 0 or (rel == 0 and any("=later" in piece.classes for piece in found.pieces))
    made = None
    if published is not None:
        if unit == _WEEKEND:
            made = _weekend(published, rel)
        elif unit < _MONTH:
            made = _week(published, rel, whole=rel != 0 or future)
        else:
            made = _unit_point(published, rel, unit)
    return Reading(made, kind, approximate=is_rough(found), relative=True, future=future)


def window(found: Found, published: date | None) -> Reading | None:
    """Read a stretch up to the day of writing, or from it: *in the past 24 hours*, *in recent weeks*."""
    flags, unit, count = found.rule.flags, found.value("unit"), found.value("count")
    future = "future" in flags
    if unit is None or published is None:
        return Reading(None, "window", vague="vague" in flags, relative=True, future=future)
    vague = "vague" in flags or _is_vague(found)
    if vague or count is None:
        count = 1 if "vague" not in flags else _FEW
    if count > _EARLIEST_BACK:
        return None
    hours = unit == 0
    # Hours count in days, upwards: 36 hours touch two days before.
    by = max(1, -(-count // 24)) if hours else count
    unit = 1 if hours else unit
    long = unit >= _MONTH or by * unit > _BOUNDED_DAYS
    now, mark = _unit_point(published, 0, unit), "~" if "vague" in flags else ""
    far = _unit_point(published, by if future else -by, unit)
    made = f"{now}/{far}{mark}" if future else f"{far}{mark}/{now}"
    return Reading(made, "window", vague="vague" in flags or long, relative=True, future=future)


def time_of_day(found: Found, published: date | None) -> Reading:
    """Read a time of day, which has no date."""
    return Reading(None, "time")


def ignore(found: Found, published: date | None) -> None:
    """Read what only looks like a date: *for two hours*, *daily*, *17 April University*."""
    return
