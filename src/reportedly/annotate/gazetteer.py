"""Look places up by name: the built-in gazetteer with any GeoNames country dumps on top."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from rapidfuzz.distance import Levenshtein

from reportedly import resources
from reportedly.annotate import gazetteer_index as index
from reportedly.annotate.gazetteer_records import GazetteerPlace, distance_km
from reportedly.annotate.gazetteer_sources import cities_file, read_cities, read_dump
from reportedly.annotate.gazetteer_tables import TABLES, admin1_entries
from reportedly.annotate.placenames import arabic_key, generic_key, place_key, skeleton, unglued
from reportedly.errors import GazetteerError, Problem
from reportedly.script_free import key as free_key

__all__ = ["Gazetteer", "GazetteerPlace", "default_cache_dir", "load_gazetteer"]

SAME_KM: Final = 6.0
"""Entries of one name, country and level closer than this are one place told by two sources, whose points for a town
differ by its own width; villages of one name hardly ever lie so near. Chosen by hand."""

LOOSE_SIMILARITY: Final = 0.72
"""Least share of equal letters of two strict keys under one skeleton. Set by ``benchmarks/places.py``, which tries
0.60 to 0.84 on the village names of UCDP: below 0.72 more wrong villages come in than right ones."""

SHORT_SKELETON, SHORT_SIMILARITY = 2, 0.8
"""A skeleton of two consonants is shared by dozens of names, so the vowels must agree better."""

_TYPE_WORD: Final = re.compile(
    r"(?i)[ -]+(?:city|town|village|suburb|area|district|sub-?district|neighbou?rhood|mountains?|hills?|plains?|camp"
    r"|refugee camp|governorate|province|oblast|region|countryside|island)$"
)
"""Words for the kind of a place, tried away where the whole name is not found."""

_FAVOUR: Final = {"table": 0, "dump": 1, "cities": 2}


class Gazetteer:
    """Places by name, id and neighbourhood. Reads only; safe to use from several threads.

    Attributes:
        problems: Broken rows of the dumps, with file and line.
    """

    def __init__(self, databases: Sequence[sqlite3.Connection]) -> None:
        """Keep open ``databases``, dumps first, the built-in index last."""
        self._databases = tuple(databases)
        self.problems: tuple[Problem, ...] = tuple(p for db in databases for p in index.problems_of(db))
        self._exact = lru_cache(maxsize=16384)(self._find_exact)
        self._arabic = lru_cache(maxsize=16384)(self._find_arabic)
        self._near_spelling = lru_cache(maxsize=4096)(self._find_loose)
        self._admin1 = {(e.place.country, place_key(name)): e.place for e in admin1_entries() for name in e.names}

    def _find_exact(self, key: str) -> tuple[GazetteerPlace, ...]:
        return self._placed([place for db in self._databases for place in index.by_key(db, key)])

    def _find_arabic(self, key: str) -> tuple[GazetteerPlace, ...]:
        return self._placed([place for db in self._databases for place in index.by_arabic(db, key)])

    def _placed(self, found: list[GazetteerPlace]) -> tuple[GazetteerPlace, ...]:
        """Merge namesakes, and give those without a province the one around them."""
        return tuple(
            replace(p, admin1=self.admin1_at(p.lat, p.lon, p.country))
            if p.admin1 is None
            and p.source in ("dump", "table")
            and p.level in ("point", "area", "admin2")
            and p.lat
            and p.lon
            else p
            for p in _merged(found)
        )

    def _find_loose(self, key: str, country: str, first: str) -> tuple[GazetteerPlace, ...]:
        found = [hit for db in self._databases for hit in index.by_skeleton(db, key, country)]
        rest = len(first)
        scored = [
            (Levenshtein.normalized_similarity(key[rest:], other[rest:]), place)
            for other, place in found
            if other.startswith(first)
        ]
        best = max((score for score, _ in scored), default=0.0)
        if best < (LOOSE_SIMILARITY if len(skeleton(key)) > SHORT_SKELETON else SHORT_SIMILARITY):
            return ()
        return self._placed([place for score, place in scored if score > best - 0.01])

    def named(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return the entries under exactly this name, in any of its habitual spellings."""
        return self._exact(place_key(name))

    def lookup(self, name: str, country: str | None = None) -> tuple[GazetteerPlace, ...]:
        """Return the entries that ``name`` may mean, each place once, in a fixed order.

        Args:
            name: As written, in Latin or Arabic script.
            country: ISO code; if given, only its entries are returned.
        """
        found = self._exact(place_key(name))
        for bare in (_TYPE_WORD.sub("", name), unglued(name)):
            if found or not bare:
                break
            found = self._exact(place_key(bare))
        return found if country is None else tuple(p for p in found if p.country == country)

    def lookup_loose(self, name: str, country: str) -> tuple[GazetteerPlace, ...]:
        """Return entries of ``country`` spelt nearly like ``name``: for words that are known to name a place.

        Args:
            name: As written.
            country: ISO code.
        """
        key = place_key(name)
        return self._near_spelling(key, country, generic_key(name)) if len(key) > 3 and key.isascii() else ()

    @cached_property
    def arabic_names(self) -> tuple[str, ...]:
        """Return the keys (``placenames.arabic_key``) of all Arabic names, sorted; read on first use."""
        return tuple(sorted({key for db in self._databases for key in index.arabic_keys(db)}))

    @cached_property
    def arabic_first_words(self) -> frozenset[str]:
        """Return the keys of the first words of Arabic names outside the calm countries; read on first use."""
        return frozenset(word for db in self._databases for word in index.arabic_openings(db))

    def named_arabic(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return the entries with this Arabic name, its article as written."""
        return self._arabic(arabic_key(name))

    def lookup_script_free(self, name: str, country: str) -> tuple[GazetteerPlace, ...]:
        """Return entries of ``country`` one of whose names, in any script, sounds like ``name``.

        Args:
            name: As written, for words that are known to name a place.
            country: ISO code.
        """
        key = free_key(name)
        found = [place for db in self._databases for place in index.by_free_key(db, key, country)] if key else []
        return self._placed(found)

    def by_id(self, place_id: str) -> GazetteerPlace | None:
        """Return the entry with this id, or ``None``."""
        return next((p for p in (index.by_id(db, place_id) for db in self._databases) if p is not None), None)

    def admin1_of(self, country: str, name: str) -> GazetteerPlace | None:
        """Return the province that ``name`` (any of its spellings) names in ``country``."""
        found = self._admin1.get((country, place_key(name)))
        if found is None:
            return next((p for p in self.lookup(name, country) if p.level == "admin1"), None)
        return found

    def touches(self, place: GazetteerPlace, admin1: str) -> bool:
        """Tell whether a place of the named province lies within some 8 km: sources differ along borders."""
        if place.lat is None or place.lon is None:
            return False
        near = (p for db in self._databases for p in index.near(db, place.lat, place.lon, 0.07))
        return any(p.admin1 == admin1 and p.country == place.country for p in near)

    def admin1_at(self, lat: float, lon: float, country: str) -> str | None:
        """Return the neutral name of the province around a point, by the nearest place that knows its own."""
        for degrees in (0.1, 0.5, 1.2):
            here = GazetteerPlace("", "", lat, lon, country, None, "", "", 0)
            near = [p for db in self._databases for p in index.near(db, lat, lon, degrees)]
            known = [p for p in near if p.country == country and p.admin1 and p.level == "point"]
            if known:
                return min(known, key=lambda p: (distance_km(p, here), p.id)).admin1
        return None


def _merged(found: list[GazetteerPlace]) -> tuple[GazetteerPlace, ...]:
    """Return each place once: our table's entry before a dump's before the built-in one, the largest population."""
    kept: list[GazetteerPlace] = []
    for place in sorted(found, key=lambda p: (_FAVOUR[p.source], -p.population, p.id)):
        same = next((i for i, k in enumerate(kept) if _same(k, place)), None)
        if same is None:
            kept.append(place)
        elif place.population > kept[same].population and place.source != "table":
            old = kept[same]
            kept[same] = replace(old, admin1=old.admin1 or place.admin1, population=place.population)
    return tuple(kept)


def _same(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    if one.country != other.country or one.level != other.level:
        return False
    if one.level in ("admin1", "country"):
        return one.id == other.id or one.admin1 == other.admin1
    return one.id == other.id or distance_km(one, other) < SAME_KM


def default_cache_dir() -> Path:
    """Return the user's cache folder for indexes (``XDG_CACHE_HOME``, ``LOCALAPPDATA`` on Windows)."""
    root = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "reportedly" / "places"


_MAKERS: Final = (
    "annotate/placenames.py",
    "annotate/gazetteer_index.py",
    "annotate/gazetteer_sources.py",
    "script_free.py",
)
"""The modules, from the package's folder, whose code decides what an index holds: a change in them makes old indexes stale."""


@cache
def _tables_print() -> str:
    digest = hashlib.sha256()
    for name in _MAKERS:
        digest.update(files("reportedly").joinpath(name).read_bytes())
    for name in TABLES:
        digest.update(resources.read_text(name).encode())
    return digest.hexdigest()


def _cities_print() -> str:
    """Return a fingerprint of the built-in sources; size and both ends tell one release from another."""
    with cities_file().open("rb") as stream:
        head = stream.read(1 << 16)
        stream.seek(-(1 << 16), os.SEEK_END)
        ends = head + stream.read() + str(stream.tell()).encode()
    return hashlib.sha256(_tables_print().encode() + ends).hexdigest()[:16]


def _dump_print(path: Path) -> str:
    """Return a fingerprint of a dump's place and one of its content, told name and makers."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); give a GeoNames .txt or .zip") from error
    where = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    told = str(path).encode("utf-8", "surrogatepass")
    return f"{where}-{hashlib.sha256(_tables_print().encode() + told + content).hexdigest()[:16]}"


def load_gazetteer(dumps: Sequence[Path] = (), cache_dir: Path | None = None) -> Gazetteer:
    """Return the built-in gazetteer with ``dumps`` on top.

    Args:
        dumps: GeoNames country dumps, ``.txt`` or ``.zip``.
        cache_dir: Where indexes are kept; the user's cache folder if ``None``. Where it cannot be written, indexes
            are made in memory.

    Raises:
        GazetteerError: A dump cannot be read, or holds no usable row.
    """
    folder = default_cache_dir() if cache_dir is None else cache_dir
    databases = []
    for path in dumps:
        database = index.open_index(folder / f"dump-{_dump_print(path)}.sqlite", partial(read_dump, path))
        if database.execute("SELECT 1 FROM place LIMIT 1").fetchone() is None:
            raise GazetteerError(f"{path}: no usable row; give a GeoNames country dump (19 tab-separated columns)")
        databases.append(database)
    databases.append(index.open_index(folder / f"cities-{_cities_print()}.sqlite", lambda _: read_cities()))
    return Gazetteer(databases)
