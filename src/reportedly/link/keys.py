"""Keys by which a store finds what new mentions may be linked with, without reading the rest.

A mention is stored under its ``index_keys`` and asks for its ``lookup_keys``. Of every pair that ``blocking`` finds, each
side asks for a key that the other is stored under; a key also finds some that ``blocking`` then leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, floor, radians

from reportedly.link.blocking import (
    BUCKET_DAYS,
    CELL_DEGREES,
    DAYS_APART,
    FEWEST_HURT,
    REACH_KM,
    WIDEST_CELL,
)
from reportedly.link.columns import rare_words
from reportedly.link.comparisons import TOLD_LATE
from reportedly.link.profiles import Dated, Profile, Spot


def _buckets(profile: Profile) -> range:
    """Return the buckets of time in which a mention looks for others, none without days."""
    if profile.when.first is None or profile.when.last is None or profile.when.dated > Dated.TOLD:
        return range(0)
    late = TOLD_LATE - 2 if profile.when.dated is Dated.TOLD else 0
    first, last = profile.when.first - 1 - late, profile.when.last + DAYS_APART - 1
    return range(first // BUCKET_DAYS, last // BUCKET_DAYS + 1)


def _cells(profile: Profile) -> Iterator[tuple[int, int]]:
    if profile.where.lat is None or profile.where.lon is None:
        return
    half = round(REACH_KM / 2 / 111.195, 4)
    wide = min(WIDEST_CELL, half / max(0.01, cos(radians(profile.where.lat))))
    rows = range(floor((profile.where.lat - half) / CELL_DEGREES), floor((profile.where.lat + half) / CELL_DEGREES) + 1)
    columns = range(
        floor((profile.where.lon - wide) / CELL_DEGREES), floor((profile.where.lon + wide) / CELL_DEGREES) + 1
    )
    yield from ((y, x) for y in rows for x in columns)


def _near(profile: Profile) -> Iterator[str]:
    if profile.where.spot is Spot.POINT:
        buckets = _buckets(profile)
        yield from (f"cell|{t}|{y}|{x}" for y, x in _cells(profile) for t in buckets)


def _area(profile: Profile, what: str) -> Iterator[str]:
    if profile.where.area is not None:
        yield from (f"{what}|{t}|{profile.where.area}" for t in _buckets(profile))


def _strong(profile: Profile) -> Iterator[str]:
    """Yield the keys of ``blocking.strong_keys``."""
    killed = profile.killed[1] if profile.killed else None
    injured = profile.injured[1] if profile.injured else None
    toll = f"{-1 if killed is None else killed}|{-1 if injured is None else injured}"
    hurt = (killed or 0) + (injured or 0) >= FEWEST_HURT
    yield from rare_words(profile)
    for name in profile.where.names:
        if hurt:
            yield f"place|{name}|{toll}"
        if profile.when.day_of_year is not None and profile.when.dated in (Dated.DAY, Dated.YEARLESS):
            yield f"day|{name}|{profile.when.day_of_year}"
    if hurt and profile.when.dated is Dated.DAY:
        yield f"toll|{profile.when.first}|{toll}"


def _unsure(profile: Profile) -> bool:
    return profile.when.dated >= Dated.YEARLESS or profile.where.spot is Spot.UNKNOWN


def index_keys(profile: Profile) -> tuple[str, ...]:
    """Return the keys that a mention is stored under, sorted."""
    region = () if profile.where.spot is Spot.POINT else _area(profile, "region")
    strong = set(_strong(profile))
    unsure = {f"unsure|{key}" for key in strong} if _unsure(profile) else set()
    return tuple(sorted({*_near(profile), *_area(profile, "area"), *region, *strong, *unsure}))


def lookup_keys(profile: Profile) -> tuple[str, ...]:
    """Return the keys that a new mention asks for, sorted.

    A point asks for points near it and for regions that it may lie in; a region for all that is in it. Only where one
    of two mentions has no day or place do tolls and words lead from one to the other.
    """
    areas = _area(profile, "region" if profile.where.spot is Spot.POINT else "area")
    strong = {key if _unsure(profile) else f"unsure|{key}" for key in _strong(profile)}
    return tuple(sorted({*_near(profile), *areas, *strong}))
