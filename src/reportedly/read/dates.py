"""Publication dates as documents write them, in the languages of ``dates.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from reportedly.read.language import script
from reportedly.read.lexicon import date_words

FIRST_YEAR: Final = 2000
"""Earliest publication year taken from a weekday or from digits alone: web pages are not older."""

_DIGITS = {first + value: str(value) for first in (0x0660, 0x06F0, 0x0966, 0x1040) for value in range(10)}
"""Arabic, Persian, Devanagari and Burmese digits as ASCII, one for one, so that offsets hold."""

_ZONE = r"(?:utc|gmt|est|edt|cet|cest|ksa|msk|eet|bst|[+-]\d{1,2}:?\d{2})"
_CLOCK = r"(?:at |الساعة )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?Z?"
_TIME = re.compile(rf"[\s,،|·T-]*{_CLOCK}(?: ?[ap]\.?m\b\.?)?(?: ?\(?{_ZONE}\)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    ``year`` is ``None`` where none is given; ``weekday`` counts from Monday 0; ``either`` says that day and month
    could be the other way round (``03/04/2021``), day first being taken.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None
    either: bool = False

    @property
    def value(self) -> date | None:
        """The day, or ``None`` without a year."""
        return None if self.year is None else date(self.year, self.month, self.day)


@cache
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    words = date_words()
    return dict(words.months), dict(words.weekdays)


@cache
def _pattern() -> re.Pattern[str]:
    words = date_words()
    month = "|".join(re.escape(name).replace(r"\ ", r"\s") for name, _ in words.months)
    weekday = "|".join(re.escape(name) for name, _ in words.weekdays)
    gap = r"[\s,،.]{0,3}"
    year = r"(?:19|20)\d\d(?!\d)"
    day = r"\d{1,2}"
    twin = rf"(?:\s?[/(]\s?(?:{month})\)?)?"
    slashed = "|".join(re.escape(name).replace(r"\ ", r"\s") for name, _ in words.months if name >= "\u0600")
    forms = (
        rf"(?P<y1>{year})(?P<s1>[-/.])(?P<m1>{day})(?P=s1)(?P<d1>{day})(?![\d/-])",
        rf"(?P<d2>{day})(?P<s2>[-/.])(?P<m2>{day})(?P=s2)(?P<y2>{year})",
        rf"(?P<d3>{day})(?:st|nd|rd|th|er)?{gap}(?:of\s|de\s)?(?P<n3>{month})\b\.?{twin}(?:{gap}(?:de\s)?(?P<y3>{year}))?",
        rf"(?<!\w)(?P<n4>{month})\b\.?{twin}{gap}(?P<d4>{day})(?:st|nd|rd|th)?(?:{gap}(?P<y4>{year})|(?!\d))",
        rf"(?P<d5>{day})\s?[/-]\s?(?P<n5>{slashed})\s?[/-]\s?(?P<y5>{year})",
    )
    return re.compile(rf"(?:\b(?P<weekday>{weekday})\b{gap})?(?<![\d.,/-])(?:{'|'.join(forms)})", re.IGNORECASE)


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates in ``text``, in order. Days that no calendar has are left out."""
    plain = text.translate(_DIGITS)
    found = (_found(match) for match in _pattern().finditer(plain))
    return [entry for entry in found if entry is not None] or [entry for entry, _ in hijri_dates(plain)]


def date_at(text: str, start: int) -> FoundDate | None:
    """Return the date that begins exactly at ``start``."""
    match = _pattern().match(text.translate(_DIGITS), start)
    return _found(match) if match else None


def _found(match: re.Match[str]) -> FoundDate | None:
    months, weekdays = _tables()
    groups = match.groupdict()
    number = next(index for index in "12345" if groups[f"d{index}"])
    day, slashed = int(groups[f"d{number}"]), False
    if number in "12":
        month = int(groups[f"m{number}"])
        slashed = number == "2" and groups["s2"] == "/"
        if slashed and month > 12:
            day, month = month, day
    else:
        name = re.sub(r"\s", " ", groups[f"n{number}"])
        if name in date_words().also_words:
            return None
        month = months[name.lower()]
    year = int(groups[f"y{number}"]) if groups[f"y{number}"] else None
    weekday = weekdays[groups["weekday"].lower()] if groups["weekday"] else None
    if not _exists(year, month, day):
        return None
    return FoundDate(match.start(), match.end(), year, month, day, weekday, slashed and day <= 12 and day != month)


@cache
def _hijri_pattern() -> re.Pattern[str]:
    words = date_words()
    month = "|".join(re.escape(name).replace(r"\ ", r"\s") for name, _ in words.hijri)
    weekday = "|".join(re.escape(name) for name, _ in words.weekdays)
    year, day, mark = r"1[34]\d\d(?!\d)", r"\d{1,2}", r"(?:\s?(?:هـ|ه\b|AH\b|هجري\w*))?"
    forms = (
        rf"(?P<d1>{day})\s(?:من\s)?(?P<n1>{month})[\s,،]{{1,2}}(?P<y1>{year})",
        rf"(?P<y2>{year})(?P<s2>[-/.])(?P<m2>{day})(?P=s2)(?P<d2>{day})(?!\d)",
        rf"(?P<d3>{day})(?P<s3>[-/.])(?P<m3>{day})(?P=s3)(?P<y3>{year})",
    )
    opening = rf"(?:الموافق\s(?:ل\s?)?)?(?:\b(?:{weekday})\b[\s,،]{{0,3}}(?:الموافق\s)?)?"
    return re.compile(rf"{opening}(?<![\d.,/-])(?:{'|'.join(forms)}){mark}(?:\s?(?:الموافق))?", re.IGNORECASE)


def hijri_dates(text: str) -> list[tuple[FoundDate, tuple[int, int]]]:
    """Return the days of the Hijri calendar in ``text``, its digits ASCII, with the stretches that name them.

    They are worked out after the calendar of Umm al-Qura; a sighting of the moon can lie a day off.
    """
    made = []
    for match in _hijri_pattern().finditer(text):
        # Loaded where a text has such a day alone: most have none.
        from hijridate import Hijri

        groups = match.groupdict()
        number = next(index for index in "123" if groups[f"d{index}"])
        name = groups.get(f"n{number}")
        months = dict(date_words().hijri)
        month = months[re.sub(r"\s", " ", name).lower()] if name else int(groups[f"m{number}"])
        try:
            day = Hijri(int(groups[f"y{number}"]), month, int(groups[f"d{number}"])).to_gregorian()
        except (ValueError, OverflowError):
            continue
        found = FoundDate(match.start(), match.end(), day.year, day.month, day.day, None)
        made.append((found, match.span()))
    return made


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def parse_day(text: str) -> date | None:
    """Return the day that a cell or an option names: ISO 8601, or a written date with its year."""
    stripped = text.strip()
    try:
        return date.fromisoformat(stripped[:10])
    except ValueError:
        found = [entry for entry in find_dates(stripped[:100]) if entry.value and not entry.either]
        return found[0].value if len(found) == 1 else None


def settle(found: FoundDate, text: str, last_day: date) -> date | None:
    """Return the day of a date, its year found by weekday and the years that ``text`` names.

    A weekday with day and month fits one year in five or six; it settles the year only if one fitting year alone, not
    after ``last_day``, is named in the text. A day that lies after ``last_day`` is none, nor is one that could be read
    with the month first, in a text of Latin script: only there months come first.
    """
    if found.either and script(text) == "LATIN":
        return None
    if found.value:
        return found.value if found.value <= last_day else None
    if found.weekday is None:
        return None
    named = {int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", text)}
    fitting = [year for year in sorted(named) if year >= FIRST_YEAR and _fits(found, year, last_day)]
    return date(fitting[0], found.month, found.day) if len(fitting) == 1 else None


def _fits(found: FoundDate, year: int, last_day: date) -> bool:
    if not _exists(year, found.month, found.day):
        return False
    day = date(year, found.month, found.day)
    return day <= last_day and day.weekday() == found.weekday


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s") for label in date_words().labels)
    return re.compile(rf"\W{{0,3}}(?:{labels})\s*[:：-]?\s*", re.IGNORECASE)


def skip_label(text: str, start: int) -> int:
    """Return the offset after a label of publication dates at ``start``, or ``start``."""
    match = _label().match(text, start)
    return match.end() if match else start


def skip_time(text: str, start: int) -> int:
    """Return the offset after a time of day at ``start``, or ``start``."""
    match = _TIME.match(text, start)
    return match.end() if match else start


def _without_hijri(text: str, kept: FoundDate) -> str:
    """Return ``text`` with the same day in the Hijri calendar blanked, so that it counts as no words of the line."""
    for found, (start, end) in hijri_dates(text.translate(_DIGITS)):
        if found != kept:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def date_line(text: str) -> FoundDate | None:
    """Return the date of a line that holds a date and hardly a word more (label, weekday, time, an author)."""
    if len(text) > 90 or not any(char.isdigit() for char in text):
        return None
    found = find_dates(text)
    if not found:
        return None
    text = _without_hijri(text, found[0])
    first = found[0]
    begin = skip_label(text, 0)
    before = text[begin : first.start] if first.start > begin else ""
    after = text[skip_time(text, found[-1].end) :]
    rest = re.findall(r"[^\W\d_]+", before) + re.findall(r"[^\W\d_]+", after)
    return first if len(rest) <= (4 if begin else 2) else None


_RANGE = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s?[-–—]\s?(?=\d{1,2}\D)")
"""The first day of a range within a month ("3-9 June 2024")."""

_STANDING_APART = re.compile(r"[,،:;|()\[\]–—-]\s*$")


def digest_day(title: str) -> FoundDate | None:
    """Return the last day that the title of a digest gives, or the date that closes a title behind a mark.

    A title may also name the day of what it tells ("the massacre of 14 May 2013"): that says nothing of its own day.
    """
    plain = _RANGE.sub(lambda first: " " * len(first[0]), title)
    found = [day for day in find_dates(plain) if day.value is not None]
    if not found:
        return None
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", plain.lower()))
    last = found[-1]
    closes = not re.search(r"\w", plain[last.end :]) and _STANDING_APART.search(plain[: last.start]) is not None
    return last if closes or words & date_words().digests else None
