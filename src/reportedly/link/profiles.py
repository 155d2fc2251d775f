"""What a mention is compared by: one flat row for each mention, made from the mention alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final
from zlib import crc32

from reportedly import edtf
from reportedly.link.setting import hour_of, is_another, is_second, sites_of, words_of
from reportedly.link.updates import corrects, tells_growth
from reportedly.records import Mention, PlaceValue, Role, Stance, Toll
from reportedly.resources import load_csv, load_toml
from reportedly.script_free import key

LONGEST_SPAN: Final = 31
"""Days: a date vaguer than a month says too little to look for others by."""

SHINGLE: Final = 3
"""Words in a row that a copy keeps, and stock phrases ("killed and wounded") seldom fill; set by hand."""

OPEN_HIGH: Final = 1_000_000
"""Stands for the open end of a toll."""

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")


class Dated(IntEnum):
    """How a mention is dated."""

    DAY = 0
    SPAN = 1
    TOLD = 2
    YEARLESS = 3
    UNKNOWN = 4


class Spot(IntEnum):
    """How a mention is placed."""

    POINT = 0
    REGION = 1
    NAMED = 2
    UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class When:
    """When a mention is, shared by all of one date.

    Attributes:
        dated: How it is dated: to the day; to some days; only by its report's day; to a day of a year not told; not.
        first: First day that it can mean, as a proleptic Gregorian ordinal; for ``TOLD`` the report's day.
        last: Last day.
        day_of_year: Month times 100 plus day, where a day is told.
    """

    dated: Dated
    first: int | None = None
    last: int | None = None
    day_of_year: int | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Where a mention is, shared by all of one place.

    Attributes:
        spot: How it is placed: at a point; in a region; at a named place that no gazetteer has, in a region; not.
        lat: Degrees north.
        lon: Degrees east.
        exact: True for a place itself, False for one near it or on a road by it.
        area: Country and governorate, or ``None``.
        whole_area: True for a region that is all of ``area``.
        names: Keys of the place: its gazetteer id, and its name free of script.
        called: Its name as the report writes it, free of script; empty where it has none.
        arabic: True for a name in Arabic letters: what a town is called in two scripts may differ.
        chief: True for a town that its province is named after, so that either may be meant.
    """

    spot: Spot
    lat: float | None = None
    lon: float | None = None
    exact: bool = False
    area: str | None = None
    whole_area: bool = False
    names: tuple[str, ...] = ()
    called: str = ""
    arabic: bool = False
    chief: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, shared by all of one type.

    Attributes:
        sub_type: Number of the sub-event type in ``resources/link/types.csv``.
        families: Bit set of the families there.
        alike: Bit set of the kinds of deed there that reporters call by one another's name.
        seldom: True where few deeds are of the type, so that two tellings of one place and day are seldom of two.
    """

    sub_type: int
    families: int
    alike: int
    seldom: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """One mention as it is compared.

    Attributes:
        mention_id: The mention's id.
        report_id: Its report's.
        when: Its date.
        where: Its place.
        deed: Its type.
        perpetrators: Neutral names, those in claims that do not deny it included; empty where none is told.
        targets: Likewise.
        killed: Low, best and high, or ``None``.
        injured: Likewise.
        weapon: Plain name, or ``None``.
        means: Bit set of what kind of weapon.
        language: Of the report.
        words: Checksums of the quote's words in rows of ``SHINGLE``, sorted.
        sites: Bit set of what was hit within the place ("a market"); 0 where the words tell nothing.
        hour: Part of the day, round the clock from 0, the dawn, to 5, the night; ``None`` where the words tell none.
        another: True where the words tell the deed as one more of its kind ("another strike").
        second: True where they tell it as the second of its day ("a second car bomb", "hours after an earlier blast").
        risen: True where the words tell a toll as one that has grown ("the death toll rose to 12").
        revised: True where the words tell a toll as revised or corrected ("revised down to 14", "nine, not 12").
    """

    mention_id: str
    report_id: str
    when: When
    where: Where
    deed: Deed
    perpetrators: frozenset[str]
    targets: frozenset[str]
    killed: tuple[int, int, int] | None
    injured: tuple[int, int, int] | None
    weapon: str | None
    means: int
    language: str
    words: tuple[int, ...]
    sites: int = 0
    hour: int | None = None
    another: bool = False
    second: bool = False
    risen: bool = False
    revised: bool = False


def _bits(cell: str, known: dict[str, int]) -> int:
    """Return the bit set of the names in a cell, ``|`` between them; ``known`` gains the new ones."""
    return sum(1 << known.setdefault(name, len(known)) for name in cell.split("|") if name)


@cache
def _deeds() -> dict[str, Deed]:
    families: dict[str, int] = {}
    alike: dict[str, int] = {}
    return {
        row["sub_event_type"]: Deed(
            number, _bits(row["families"], families), _bits(row["alike"], alike), row["seldom"] == "yes"
        )
        for number, row in enumerate(load_csv("link/types.csv"))
    }


@cache
def kinds_alike(sub_event_type: str) -> tuple[str, ...]:
    """Return the sub-event types that reporters call by one another's name, the given one included."""
    own = _deeds()[sub_event_type]
    return tuple(name for name, deed in _deeds().items() if name == sub_event_type or deed.alike & own.alike)


@cache
def _means() -> dict[str, int]:
    known: dict[str, int] = {}
    return {row["weapon"]: _bits(row["means"], known) for row in load_csv("link/weapons.csv")}


def _when(mention: Mention) -> When:
    published = mention.report.published
    if mention.date is None:
        return _told(published) if published else When(Dated.UNKNOWN)
    when = _dated(mention.date.edtf)
    if when.dated is Dated.SPAN and published and when.first is not None and when.last is not None:
        # "This month" ends with the day of the report, which tells of no later one.
        return replace(when, last=max(when.first, min(when.last, published.toordinal())))
    return when


@lru_cache(maxsize=65536)
def _told(published: date) -> When:
    return When(Dated.TOLD, published.toordinal(), published.toordinal())


@lru_cache(maxsize=65536)
def _dated(text: str) -> When:
    bounds = edtf.bounds(text)
    if bounds is None:
        yearless = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", text)
        return When(Dated.YEARLESS, day_of_year=int(yearless[1] + yearless[2])) if yearless else When(Dated.UNKNOWN)
    first, last = bounds[0].toordinal(), bounds[1].toordinal()
    if last - first > LONGEST_SPAN:
        return When(Dated.UNKNOWN)
    exact = bounds[0].month * 100 + bounds[0].day if first == last else None
    return When(Dated.SPAN if last > first else Dated.DAY, first, last, exact)


@lru_cache(maxsize=65536)
def _where(name: str | None, place: tuple[str | None, ...], lat: float | None, lon: float | None) -> Where:
    """Return where a place is: ``place`` holds its gazetteer's id and name, governorate, country and precision."""
    gazetteer_id, gazetteer_name, admin1, country, precision = place
    area = f"{country}|{admin1}" if admin1 else None
    called = key(name or gazetteer_name or "")
    names = tuple(sorted({n for n in (gazetteer_id and f"id {gazetteer_id}", called and f"name {called}") if n}))
    point = precision != "3" and lat is not None and lon is not None
    arabic = _ARABIC.search(name or gazetteer_name or "") is not None
    if not point and area is None:
        # A village that no gazetteer has still meets its own name; a country or a region of several is no such place.
        unmapped = bool(called) and gazetteer_id is None and gazetteer_name is None
        return Where(Spot.UNKNOWN, names=names, called=called, arabic=arabic) if unmapped else Where(Spot.UNKNOWN)
    region, whole = key(gazetteer_name or admin1 or ""), key(admin1 or "")
    where = Where(
        Spot.POINT if point else Spot.REGION,
        lat,
        lon,
        exact=precision == "1",
        area=area,
        whole_area=not point and region == whole,
        names=names,
        called=called,
        arabic=arabic,
        chief=point and region == whole,
    )
    if not point and called and region not in called:
        return replace(where, spot=Spot.NAMED, whole_area=False, names=(f"name {called}",))
    return where


def _place(value: PlaceValue | None) -> Where:
    if value is None:
        return Where(Spot.UNKNOWN)
    known = (value.gazetteer_id, value.gazetteer_name, value.admin1, value.country, str(value.precision))
    return _where(value.name, known, value.lat, value.lon)


def _actors(mention: Mention, role: Role) -> frozenset[str]:
    """Return who is told in a role, by the report or by anyone whom it lets speak."""
    named = [a.name for a in mention.actors if a.role is role]
    claimed = [c.value for c in mention.claims if c.field == role and c.value and c.stance is not Stance.DENIES]
    return _names((*named, *claimed))


@lru_cache(maxsize=65536)
def _names(names: tuple[str, ...]) -> frozenset[str]:
    """Return one set for all mentions of the same actors."""
    return frozenset(names)


@cache
def _vague() -> tuple[re.Pattern[str], int]:
    """Return the pattern of words for a number that nobody counted, and how many times its low end it may be."""
    raw = load_toml("link/vague.toml")
    return re.compile(rf"(?<!\d )\b(?:{'|'.join(raw['words'])})\b", re.IGNORECASE), raw["reach"]


def _range(toll: Toll | None) -> tuple[int, int, int] | None:
    """Return a toll as compared: "dozens" reaches to a multiple of its low end (``resources/link/vague.toml``)."""
    if toll is None:
        return None
    words, reach = _vague()
    if toll.high is None and toll.low == toll.best and words.search(toll.span.text):
        return toll.low, 2 * toll.low, reach * toll.low
    return toll.low, toll.best, OPEN_HIGH if toll.high is None else toll.high


def shingles(text: str) -> tuple[int, ...]:
    """Return checksums of every ``SHINGLE`` words in a row, sorted; those of a shorter text are one."""
    words = _WORD.findall(text.casefold())
    rows = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    return tuple(sorted(crc32(row.encode("utf-8", "surrogatepass")) for row in rows))


def profile(mention: Mention) -> Profile:
    """Return what a mention is compared by."""
    weapon = mention.weapon.name if mention.weapon else None
    return Profile(
        mention_id=mention.mention_id,
        report_id=mention.report.id,
        when=_when(mention),
        where=_place(mention.place),
        deed=_deeds()[mention.sub_event_type],
        perpetrators=_actors(mention, Role.PERPETRATOR),
        targets=_actors(mention, Role.TARGET),
        killed=_range(mention.killed),
        injured=_range(mention.injured),
        weapon=weapon,
        means=_means().get(weapon or "", 0),
        language=mention.report.language,
        words=shingles(mention.quote.text),
        sites=sites_of(mention),
        hour=hour_of(mention),
        another=is_another(mention),
        second=is_second(mention),
        risen=any(tells_growth(words) for words in words_of(mention)),
        revised=any(corrects(mention, toll) for toll in (mention.killed, mention.injured) if toll is not None),
    )


def profiles(mentions: Iterable[Mention]) -> tuple[Profile, ...]:
    """Return the profiles of mentions by their ids, in the order of ``mention_id``."""
    return tuple(profile(m) for m in sorted(mentions, key=lambda m: m.mention_id))
