"""Open a store: one SQLite file, checked, brought to the newest schema, its failures told in one line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from reportedly.errors import StoreError

APPLICATION_ID: Final = 1380996196
"""``RPTd`` in SQLite's header, by which ``file`` and this program know a store."""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first with STRICT tables."""

WAIT: Final = 5.0
"""Seconds to wait for another program's transaction: ours last milliseconds, but for that of the incidents."""

FETCHED: Final = 200
"""Rows taken from a query at once: texts of reports lie among them, so that thousands would be megabytes."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Migration:
    """A numbered step of the schema: ``number`` is the ``user_version`` after it."""

    number: int
    name: str
    sql: str


@cache
def migrations() -> tuple[Migration, ...]:
    """Return the steps of the schema in order."""
    folder = files("reportedly.store").joinpath("migrations")
    found = sorted(child.name for child in folder.iterdir() if re.fullmatch(r"\d{4}_\w+\.sql", child.name))
    return tuple(Migration(int(n[:4]), n, folder.joinpath(n).read_text(encoding="utf-8")) for n in found)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one line that names the store and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_advice(error)}") from error


def _advice(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return f"cannot be written ({error}); what was reported as stored is kept: make room on the disk and run again"
    if code == sqlite3.SQLITE_NOTADB:
        return "no store of reportedly (no SQLite file); name another file"
    if code == sqlite3.SQLITE_CORRUPT:
        return f"damaged ({error}); take a copy from before, or see https://sqlite.org/recovery.html"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another program is writing into this store; try again when it is done"
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return f"cannot be opened for writing ({error}); check the folder and its permissions"
    return f"cannot be used ({error})"


class Store:
    """An open store. Use it as a context manager, so that it is closed.

    Attributes:
        path: Its file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._connection = path, connection

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query.

        Raises:
            StoreError: SQLite cannot answer it.
        """
        with _told(self.path):
            cursor = self._connection.execute(sql, tuple(values))
        while True:
            with _told(self.path):
                found = cursor.fetchmany(FETCHED)
            if not found:
                return
            yield from found

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or ``None``."""
        with _told(self.path):
            found: Row | None = self._connection.execute(sql, tuple(values)).fetchone()
            return found

    def write(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run a statement; return the key of the row that it added last."""
        with _told(self.path):
            return self._connection.execute(sql, tuple(values)).lastrowid or 0

    def write_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement for each of ``rows``."""
        with _told(self.path):
            self._connection.executemany(sql, rows)

    def insert(self, table: str, columns: str, *rows: Sequence[object]) -> None:
        """Add rows to a table.

        Args:
            table: Its name.
            columns: Their names, parted by spaces.
            rows: Their values.
        """
        names = columns.split()
        marks = ", ".join("?" * len(names))
        self.write_all(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or, where anything fails, nothing of it.

        Raises:
            StoreError: The disk is full, or another program writes.
        """
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            # A full disk has SQLite roll back by itself.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise

    def close(self) -> None:
        """Close the file."""
        with _told(self.path):
            self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_store(path: Path, create: bool = False) -> Store:
    """Return the store at ``path``, brought to the newest schema.

    Args:
        path: The file.
        create: Make it if it is not there.

    Raises:
        StoreError: No such file, no store, one of a newer schema, or a SQLite too old.
    """
    _check_sqlite()
    if path.is_dir():
        raise StoreError(f"{path}: a folder, no store; name a file")
    if not create and not path.is_file():
        raise StoreError(f"{path}: no such store; make it with: reportedly run PATHS --into {path}")
    store = Store(path, _connect(path, create))
    try:
        _prepare(store, create)
    except BaseException:
        store.close()
        raise
    return store


def _connect(path: Path, create: bool) -> sqlite3.Connection:
    """Return a connection; of a store in a folder that cannot be written into, one that only reads."""
    with _told(path):
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError as error:
        # SQLite makes files beside the store even to read it; where it cannot, nobody can be writing there either.
        unwritable = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if create or not unwritable or path.with_name(f"{path.name}-wal").exists():
            return connection
        connection.close()
        with _told(path):
            address = f"{path.resolve().as_uri()}?immutable=1"
            return sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
    except sqlite3.Error:
        return connection
    return connection


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"SQLite {sqlite3.sqlite_version} knows no STRICT tables; use a Python with 3.37 or newer")
    with sqlite3_memory() as memory:
        found = memory.execute("SELECT count(*) FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'")
        if not found.fetchone()[0]:
            raise StoreError(f"SQLite {sqlite3.sqlite_version} was built without FTS5; use a Python that has it")


@contextmanager
def sqlite3_memory() -> Iterator[sqlite3.Connection]:
    """Give a database in memory, closed at the end."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _prepare(store: Store, create: bool) -> None:
    ident, version = _number(store, "application_id"), _number(store, "user_version")
    empty = ident == 0 and version == 0 and store.row("SELECT 1 FROM sqlite_master") is None
    if ident != APPLICATION_ID and not (empty and create):
        raise StoreError(f"{store.path}: no store of reportedly; name another file")
    newest = migrations()[-1].number
    if version > newest:
        raise StoreError(f"{store.path}: made by a newer reportedly (schema {version}, this one has {newest}); upgrade")
    store.write("PRAGMA foreign_keys = ON")
    # A chunk that was reported as stored outlives a power cut too; it costs one wait for the disk a chunk.
    store.write("PRAGMA synchronous = FULL")
    if version < newest:
        store.row("PRAGMA journal_mode = WAL")
        migrate(store)


def _number(store: Store, pragma: str) -> int:
    found = store.row(f"PRAGMA {pragma}")
    return int(found[0]) if found else 0


def migrate(store: Store, steps: Sequence[Migration] | None = None) -> None:
    """Bring a store to the newest schema, each step in one transaction.

    Args:
        store: The store.
        steps: The steps of the schema; all of them if not given.

    Raises:
        StoreError: A step fails; the store stays as it was before that step.
    """
    for step in migrations() if steps is None else steps:
        with store.transaction():
            if _number(store, "user_version") < step.number:
                for statement in _statements(step.sql):
                    store.write(statement)
                store.write(f"PRAGMA user_version = {step.number}")


def _statements(sql: str) -> Iterator[str]:
    """Yield the statements of a script; those of a trigger stay together."""
    begun = ""
    for line in sql.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun
            begun = ""
