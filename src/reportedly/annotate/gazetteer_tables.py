"""The project's own tables of places: provinces by neutral name, well-known extras, countries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly import resources
from reportedly.annotate.gazetteer_records import GazetteerPlace, NamedPlace

ADMIN1_TABLE: Final = "places/admin1.csv"
EXTRA_TABLE: Final = "places/extra.csv"
COUNTRY_TABLE: Final = "places/countries.csv"
ARABIC_TABLE: Final = "ar/place_names.csv"
TABLES: Final = (ADMIN1_TABLE, EXTRA_TABLE, COUNTRY_TABLE, ARABIC_TABLE)

QUARTER: Final = "SEC"
"""Code of quarters of towns in ``places/extra.csv``: they share their names with villages, so a bare one is not enough."""

_CLASSES: Final = {
    "PPL": "P",
    "PPLX": "P",
    "SEC": "P",
    "RGN": "L",
    "AREA": "L",
    "CMP": "S",
    "RD": "R",
    "STM": "H",
    "SEA": "H",
}


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country with the names and adjectives that reports give it."""

    country: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


@cache
def _arabic() -> dict[tuple[str, str, str], tuple[str, ...]]:
    rows = resources.load_csv(ARABIC_TABLE)
    return {(row["level"], row["country"], row["name"]): _parts(row["arabic"]) for row in rows}


def arabic_names(level: str, country: str, name: str) -> tuple[str, ...]:
    """Return the Arabic names of ``ar/place_names.csv`` for an entry that its source names in Latin letters alone.

    Args:
        level: ``admin1``, ``extra``, ``country`` or ``town``.
        country: ISO code.
        name: The entry's main name; the ISO code for a country.
    """
    return _arabic().get((level, country, name), ())


@cache
def country_names() -> tuple[CountryName, ...]:
    """Return the countries of ``places/countries.csv``.

    Raises:
        LexiconError: The table is malformed.
    """
    rows = resources.load_csv(COUNTRY_TABLE)
    return tuple(
        CountryName(
            r["country"],
            (*_parts(r["aliases"]), *arabic_names("country", r["country"], r["country"])),
            _parts(r["adjectives"]),
        )
        for r in rows
    )


@cache
def admin1_entries() -> tuple[NamedPlace, ...]:
    """Return the provinces of ``places/admin1.csv``, each with its centroid and GeoNames code in its id."""
    return tuple(
        NamedPlace(
            GazetteerPlace(
                id=f"reportedly:{row['country']}.{row['code']}",
                name=row["name"],
                lat=_degrees(row["lat"]),
                lon=_degrees(row["lon"]),
                country=row["country"],
                admin1=row["name"],
                feature_class="A",
                feature_code="ADM1",
                population=0,
                source="table",
            ),
            (row["name"], *_parts(row["aliases"]), *arabic_names("admin1", row["country"], row["name"])),
        )
        for row in resources.load_csv(ADMIN1_TABLE)
    )


@cache
def extra_entries() -> tuple[NamedPlace, ...]:
    """Return the places of ``places/extra.csv``: regions, camps, bases, roads, and towns of two names."""
    return tuple(
        NamedPlace(
            GazetteerPlace(
                id=f"reportedly:{row['country']}:{row['name']}",
                name=row["name"],
                lat=_degrees(row["lat"]),
                lon=_degrees(row["lon"]),
                country=row["country"],
                admin1=row["admin1"] or None,
                feature_class=_CLASSES.get(row["code"], "S"),
                feature_code=row["code"],
                population=0,
                source="table",
            ),
            (row["name"], *_parts(row["aliases"]), *arabic_names("extra", row["country"], row["name"])),
        )
        for row in resources.load_csv(EXTRA_TABLE)
    )


@cache
def _admin1_codes() -> dict[tuple[str, str], str]:
    return {(row["country"], row["code"]): row["name"] for row in resources.load_csv(ADMIN1_TABLE)}


def admin1_name(country: str, code: str) -> str | None:
    """Return the neutral name of the province with this GeoNames code, if the table has it."""
    return _admin1_codes().get((country, code))
