"""The compact index: one SQLite file a source, made once and read in place, so that memory stays small."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from reportedly.annotate.gazetteer_records import GazetteerPlace, NamedPlace
from reportedly.annotate.gazetteer_sources import CALM
from reportedly.annotate.placenames import arabic_key, is_arabic, place_key, skeleton
from reportedly.errors import Problem
from reportedly.script_free import key as free_key

MIN_SKELETON: Final = 2
"""Consonants: a single one says nothing."""

_SCHEMA: Final = """
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
    fclass TEXT, fcode TEXT, population INTEGER, source TEXT);
CREATE TABLE name (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE loose (skeleton TEXT, land TEXT, key TEXT, n INTEGER,
    PRIMARY KEY (skeleton, land, key, n)) WITHOUT ROWID;
CREATE TABLE arabic (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE opening (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE free (key TEXT, land TEXT, n INTEGER, PRIMARY KEY (key, land, n)) WITHOUT ROWID;
CREATE TABLE problem (file TEXT, line INTEGER, message TEXT);
"""
_AFTER: Final = "CREATE INDEX by_lat ON place (lat); CREATE INDEX by_id ON place (id);"
_COLUMNS: Final = "id, name, lat, lon, country, admin1, fclass, fcode, population, source"

_ENDS: Final = {"ا": "ه", "ه": "ا"}
"""Endings of villages' names that are spoken and so written alike (سرمدا, سرمدة); ة is ه in a key."""

SHORT_ENDED: Final = 3
"""Letters of names whose ending tells them apart."""

Source = Callable[[list[Problem]], Iterator[NamedPlace]]


def _fill(database: sqlite3.Connection, source: Source) -> None:
    problems: list[Problem] = []
    database.executescript(_SCHEMA)
    for number, named in enumerate(source(problems)):
        p = named.place
        row = (p.lat, p.lon, p.country, p.admin1, p.feature_class, p.feature_code, p.population, p.source)
        database.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (number, p.id, p.name, *row))
        keys = {key for key in (place_key(name) for name in named.names) if len(key) > 1}
        database.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", ((key, number) for key in sorted(keys)))
        if p.country not in CALM:
            loose = ((skeleton(key), p.country, key, number) for key in sorted(keys) if key.isascii())
            database.executemany(
                "INSERT OR IGNORE INTO loose VALUES (?,?,?,?)", (row for row in loose if len(row[0]) >= MIN_SKELETON)
            )
        _fill_arabic(database, number, named)
    database.executemany("INSERT INTO problem VALUES (?,?,?)", ((p.file, p.line, p.message) for p in problems))
    database.executescript(_AFTER)
    database.commit()


def _fill_arabic(database: sqlite3.Connection, number: int, named: NamedPlace) -> None:
    """Write the keys under which Arabic text finds a place: of its Arabic names, and script-free ones of all."""
    written = {arabic_key(name) for name in named.names if is_arabic(name)}
    if named.place.level == "point" and named.place.country not in CALM:
        written |= {key[:-1] + _ENDS[key[-1]] for key in written if key[-1] in _ENDS and len(key) > SHORT_ENDED}
    rows = ((key, number) for key in sorted(written) if len(key) > 1)
    database.executemany("INSERT OR IGNORE INTO arabic VALUES (?,?)", rows)
    if named.place.country not in CALM:
        opening = sorted({arabic_key(name.split()[0]) for name in named.names if is_arabic(name)})
        database.executemany("INSERT OR IGNORE INTO opening VALUES (?)", ((word,) for word in opening))
        free = sorted({key for key in map(free_key, named.names) if len(key) > MIN_SKELETON})
        loose = ((key, named.place.country, number) for key in free)
        database.executemany("INSERT OR IGNORE INTO free VALUES (?,?,?)", loose)


def _make(path: Path, source: Source) -> None:
    """Write the index beside its place and move it there, so that no run ever reads half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(name)) as database:
            database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
            _fill(database, source)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Delete the indexes that the new one at ``path`` supersedes: same source (the name up to its last ``-``)."""
    for old in path.parent.glob(f"{path.stem.rpartition('-')[0]}-*.sqlite"):
        if old != path and old.stem.rpartition("-")[0] == path.stem.rpartition("-")[0]:
            with contextlib.suppress(OSError):
                old.unlink()


def open_index(path: Path | None, source: Source) -> sqlite3.Connection:
    """Return a connection to the index at ``path``, making it from ``source`` if it is not there.

    Where ``path`` is ``None``, or cannot be written or read, the index is made in memory.

    Args:
        path: ``NAME-FINGERPRINT.sqlite``; others of the same name are superseded, and deleted, when it is made.
        source: What yields the places.

    Raises:
        GazetteerError: The source cannot be read.
    """
    if path is not None:
        with contextlib.suppress(OSError, sqlite3.Error):
            if not path.is_file():
                _make(path, source)
                _clear(path)
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            database.execute("SELECT count(*) FROM (SELECT n FROM place LIMIT 1)").fetchone()
            return database
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(database, source)
    return database


def _place(row: tuple[object, ...]) -> GazetteerPlace:
    return GazetteerPlace(*row)  # type: ignore[arg-type]


def by_key(database: sqlite3.Connection, key: str) -> list[GazetteerPlace]:
    """Return the entries with this strict key, in the order of the source."""
    sql = f"SELECT {_COLUMNS} FROM name JOIN place USING (n) WHERE key = ? ORDER BY n"
    return [_place(row) for row in database.execute(sql, (key,))]


def by_id(database: sqlite3.Connection, place_id: str) -> GazetteerPlace | None:
    """Return the entry with this id."""
    row = database.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ? ORDER BY n", (place_id,)).fetchone()
    return _place(row) if row else None


def by_skeleton(database: sqlite3.Connection, key: str, country: str) -> list[tuple[str, GazetteerPlace]]:
    """Return entries of ``country`` whose skeleton is that of ``key``, each with its strict key."""
    sql = f"SELECT key, {_COLUMNS} FROM loose JOIN place USING (n) WHERE skeleton = ? AND land = ? ORDER BY n, key"
    return [(str(row[0]), _place(row[1:])) for row in database.execute(sql, (skeleton(key), country))]


def arabic_keys(database: sqlite3.Connection) -> list[str]:
    """Return the keys of all Arabic names, each once, in order."""
    return [str(row[0]) for row in database.execute("SELECT DISTINCT key FROM arabic ORDER BY key")]


def arabic_openings(database: sqlite3.Connection) -> list[str]:
    """Return the keys of the first words of all Arabic names of lands at war."""
    return [str(row[0]) for row in database.execute("SELECT word FROM opening ORDER BY word")]


def by_arabic(database: sqlite3.Connection, key: str) -> list[GazetteerPlace]:
    """Return the entries with an Arabic name of this key, in the order of the source."""
    sql = f"SELECT {_COLUMNS} FROM arabic JOIN place USING (n) WHERE key = ? ORDER BY n"
    return [_place(row) for row in database.execute(sql, (key,))]


def by_free_key(database: sqlite3.Connection, key: str, country: str) -> list[GazetteerPlace]:
    """Return the entries of ``country`` with a name of this script-free key, in the order of the source."""
    sql = f"SELECT {_COLUMNS} FROM free JOIN place USING (n) WHERE key = ? AND land = ? ORDER BY n"
    return [_place(row) for row in database.execute(sql, (key, country))]


def near(database: sqlite3.Connection, lat: float, lon: float, degrees: float) -> list[GazetteerPlace]:
    """Return the entries inside a box of ``degrees`` to each side of a point."""
    sql = f"SELECT {_COLUMNS} FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? ORDER BY n"
    box = (lat - degrees, lat + degrees, lon - degrees, lon + degrees)
    return [_place(row) for row in database.execute(sql, box)]


def problems_of(database: sqlite3.Connection) -> list[Problem]:
    """Return the broken rows that were met when the index was made."""
    rows = database.execute("SELECT file, line, message FROM problem ORDER BY rowid")
    return [Problem(str(file), line, str(message)) for file, line, message in rows]
