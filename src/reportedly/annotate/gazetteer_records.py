"""What a gazetteer entry is, and how far two points are apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

EARTH_KM: Final = 6371.0
"""Mean radius of the earth (IUGG)."""

_LEVELS: Final = {
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin2",
    "ADM4": "admin2",
    "RGN": "region",
    "SEA": "region",
    "AREA": "area",
    "ISL": "area",
    "RD": "road",
    "STM": "road",
}


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One entry of a gazetteer.

    Attributes:
        id: GeoNames id, or ``reportedly:…`` for an entry of the project's own tables.
        name: Main name.
        lat: Degrees north, WGS 84; ``None`` for roads, rivers and regions without a point.
        lon: Degrees east, WGS 84.
        country: ISO 3166-1 alpha-2; empty for regions across borders.
        admin1: Governorate or province by its neutral name, where known.
        feature_class: GeoNames class (``P``, ``A``, ``S``, …).
        feature_code: GeoNames code (``PPL``, ``ADM1``, …), or ``AREA``, ``RD``, ``CMP`` and such of our own table.
        population: People, 0 if unknown.
        source: ``table``, ``dump`` or ``cities``.
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    country: str
    admin1: str | None
    feature_class: str
    feature_code: str
    population: int
    source: str = "cities"

    @property
    def level(self) -> str:
        """``point``, ``area``, ``admin2``, ``admin1``, ``region``, ``road`` (rivers too) or ``country``."""
        return "country" if self.feature_code.startswith("PCL") else _LEVELS.get(self.feature_code, "point")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """An entry with all its names, as a source gives it."""

    place: GazetteerPlace
    names: tuple[str, ...]


def distance_km(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the great-circle distance in kilometres; infinite if either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
