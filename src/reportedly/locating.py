"""The point of a place that a reviewer sets by its name: as the store has it, else as the gazetteer does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer
from reportedly.annotate.gazetteer_records import GazetteerPlace
from reportedly.judging import Asked
from reportedly.records import PlaceValue
from reportedly.store import Store, find_current, places_named, read_shown

MUCH_LARGER: Final = 10
"""Times as many people as the next place of a name has, from which a name alone means the larger; set by hand."""

TOLD: Final = 4
"""Places of one name that a note lists."""


@dataclass(frozen=True, slots=True)
class Located:
    """What is asked for, its place completed where it could be, and a note for the reviewer."""

    asked: Asked
    note: str


def located(store: Store, asked: Asked, gazetteer: Callable[[], Gazetteer]) -> Located:
    """Return a judgement that sets a place, with the place's point where its name alone was given.

    Args:
        store: The store.
        asked: Sets the field ``place`` to a name.
        gazetteer: Gives the gazetteer; called only where the store lacks the place.

    Raises:
        StoreError: An id that means nothing.
    """
    name = " ".join((asked.value or "").split())
    ids = [ident for word in asked.ids for ident in find_current(store, word).mention_ids]
    now = [s.mention.place for s in read_shown(store, rejected=True, mention_ids=ids) if s.mention.place]
    found = _meant(_in_store(store, name), now) or _meant(_in_gazetteer(gazetteer(), name, now), now)
    if len(found) == 1:
        text = _written(name, found[0])
        return Located(
            replace(asked, value=text), f"note: {name} is put on the map as {text.partition('@')[2].strip()}"
        )
    if not found:
        why = f"no gazetteer has {name}: it is set without a point"
        return Located(asked, f"note: {why}; write '{name} @ LATITUDE, LONGITUDE' to give one")
    several = "; ".join(_written(name, place) for place in found[:TOLD])
    return Located(
        asked, f"note: {len(found)} places are called so, and it is set without a point; write one of: {several}"
    )


def _in_store(store: Store, name: str) -> list[PlaceValue]:
    return [place for place in places_named(store, name) if place.lat is not None and place.precision == 1]


def _in_gazetteer(gazetteer: Gazetteer, name: str, now: Sequence[PlaceValue]) -> list[PlaceValue]:
    """Return the towns and villages of a name: of the countries told so far, where any is."""
    countries = {place.country for place in now if place.country}
    named = [*gazetteer.lookup(name), *gazetteer.named_arabic(name)]
    near = [p for p in named if p.country in countries]
    near = near or [p for c in sorted(countries) for p in gazetteer.lookup_script_free(name, c)]
    points = [p for p in dict.fromkeys(near or named) if p.level == "point" and p.lat is not None]
    return [_value(p) for p in _largest(points)]


def _largest(points: Sequence[GazetteerPlace]) -> list[GazetteerPlace]:
    """Return the one that is much larger than all others of its name, else all."""
    ranked = sorted(points, key=lambda p: (-p.population, p.id))
    alone = len(ranked) > 1 and ranked[0].population > MUCH_LARGER * max(1, ranked[1].population)
    return ranked[:1] if alone else ranked


def _value(place: GazetteerPlace) -> PlaceValue:
    known = (place.id, place.name, place.admin1, place.country or None)
    return PlaceValue(place.name, None, *known, lat=place.lat, lon=place.lon, precision=1)


def _meant(found: Sequence[PlaceValue], now: Sequence[PlaceValue]) -> list[PlaceValue]:
    """Return each place once, those of the country and province told so far where any are."""
    each = list({place.gazetteer_id or (place.lat, place.lon): place for place in reversed(found)}.values())[::-1]
    for part in ("country", "admin1"):
        told = {getattr(place, part) for place in now} - {None}
        each = [place for place in each if getattr(place, part) in told] or each
    return each


def _written(name: str, place: PlaceValue) -> str:
    """Return a place as ``judge set`` reads it."""
    around = (
        f" ({place.admin1 or ''}, {place.country}, {place.gazetteer_id})"
        if place.country and place.gazetteer_id
        else ""
    )
    return f"{name} @ {place.lat:.4f}, {place.lon:.4f}{around}"
