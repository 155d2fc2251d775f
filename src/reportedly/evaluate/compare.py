"""Whether a field of a system row is right by its gold row (``CODEBOOK.md``, "Scoring"); ``None`` where not judged."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from reportedly.evaluate.gold import GoldEvent, GoldPlace, GoldToll
from reportedly.evaluate.names import same_place_name
from reportedly.records import Mention, PlaceValue, Toll

NEAR_KM = 25.0
"""Kilometres within which two points are the same place (codebook, "Scoring")."""

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres between two points in degrees (haversine)."""
    phi1, phi2 = radians(lat1), radians(lat2)
    half_phi, half_lambda = (phi2 - phi1) / 2, radians(lon2 - lon1) / 2
    square = sin(half_phi) ** 2 + cos(phi1) * cos(phi2) * sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, square)))


def same_type(gold: GoldEvent, mention: Mention) -> bool:
    """True if the sub-event type is one of those that are right."""
    return mention.sub_event_type in gold.sub_event_types


def same_date(gold: GoldEvent, mention: Mention) -> bool | None:
    """True if the EDTF date is one of those that are right, and its absence where null is."""
    if not gold.dates:
        return None
    return (mention.date.edtf if mention.date else None) in gold.dates


def _same_admin1(gold: GoldPlace, place: PlaceValue) -> bool:
    return any(same_place_name(name, place.admin1) for name in gold.admin1)


def _near(gold: GoldPlace, place: PlaceValue) -> bool:
    if gold.lat is None or gold.lon is None or place.lat is None or place.lon is None:
        return False
    return distance_km(gold.lat, gold.lon, place.lat, place.lon) <= NEAR_KM


def _is_place(gold: GoldPlace | None, place: PlaceValue | None) -> bool:
    if gold is None or place is None:
        return gold is None and place is None
    if _near(gold, place):
        return True
    if gold.lat is None:
        if any(same_place_name(gold.name, name) for name in (place.name, place.gazetteer_name)):
            return True
        if not gold.admin1 and 3 in gold.precisions:
            return gold.country == place.country and place.admin1 is None
    return (3 in gold.precisions or gold.lat is None) and _same_admin1(gold, place)


def same_place(gold: GoldEvent, mention: Mention) -> bool | None:
    """True if the place is right.

    Within 25 km of the gold point; or in the same first-level area where the gold is a region only (precision 3) or
    has no point; or of the same name where it has no point; or in the same country where its area is not known.
    """
    if not gold.places:
        return None
    return any(_is_place(place, mention.place) for place in gold.places)


def _same_name(gold: GoldEvent, mention: Mention) -> bool:
    """True if the place is called by the name in the gold."""
    if mention.place is None or mention.place.name is None:
        return False
    return any(place is not None and same_place_name(place.name, mention.place.name) for place in gold.places)


def same_precision(gold: GoldEvent, mention: Mention) -> bool | None:
    """True if the geographic precision is one of those that are right."""
    judged = [place for place in gold.places if place is not None and place.precisions]
    if not judged:
        return None
    return mention.place is not None and any(mention.place.precision in place.precisions for place in judged)


def _is_toll(gold: GoldToll | None, toll: Toll | None) -> bool:
    if gold is None or toll is None:
        return gold is None and toll is None
    near = any(abs(toll.low - low) <= 1 for low in gold.low)
    return near and toll.best in gold.best and toll.high in gold.high


def same_toll(allowed: Sequence[GoldToll | None], toll: Toll | None) -> bool:
    """True if best and high are equal and low no more than 1 off; absent equals absent."""
    return any(_is_toll(gold, toll) for gold in allowed)


def agreement(gold: GoldEvent, mention: Mention, in_quote: bool) -> int:
    """Return how well two rows that may be paired fit, above 0.

    The first thousand makes a pairing of more rows better than one of fewer; the rest says which: an event should
    be paired with an event, then type and place identify a row, then its own words, then date, tolls and the place's
    name, which tells villages of one list apart.
    """
    weight = 1000 + 16 * (mention.status in gold.statuses)
    weight += 8 * same_type(gold, mention) + 8 * bool(same_place(gold, mention)) + 4 * in_quote
    weight += 2 * bool(same_date(gold, mention))
    weight += same_toll(gold.killed, mention.killed) + same_toll(gold.injured, mention.injured)
    return weight + _same_name(gold, mention)
