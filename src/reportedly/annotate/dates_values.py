"""The functions that read time phrases, by the name that a lexicon's ``make`` gives them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Final

from reportedly.annotate import dates_arabic, dates_calendar, dates_relative
from reportedly.annotate.dates_reading import Reading
from reportedly.annotate.phrases import Found

MAKERS: Final[MappingProxyType[str, Callable[[Found, date | None], Reading | None]]] = MappingProxyType(
    {
        "calendar": dates_calendar.calendar_day,
        "numeric": dates_calendar.numeric,
        "dayspan": dates_calendar.dayspan,
        "monthday": dates_relative.monthday,
        "weekday": dates_relative.weekday,
        "weekdays": dates_relative.weekdays,
        "shift": dates_relative.shifted,
        "night": dates_relative.overnight,
        "ago": dates_relative.counted,
        "anaphoric": dates_relative.anaphoric,
        "period": dates_relative.period,
        "window": dates_relative.window,
        "month": dates_calendar.month,
        "months": dates_calendar.months,
        "year": dates_calendar.year,
        "years": dates_calendar.years,
        "decade": dates_calendar.decade,
        "season": dates_calendar.season,
        "hijri_day": dates_arabic.hijri_day,
        "hijri_month": dates_arabic.hijri_month,
        "hijri_year": dates_arabic.hijri_year,
        "time": dates_relative.time_of_day,
        "ignore": dates_relative.ignore,
    }
)
"""A new language needs a lexicon, no new function."""
