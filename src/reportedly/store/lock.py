"""One writer at a time: a lock that ends with its program, however that ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import StoreError


@contextmanager
def writing(path: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the right to write into the store at ``path``.

    A transaction on an empty SQLite file beside the store, ``NAME-lock``, is a lock on every system that SQLite runs on.
    The file stays: taking it away would let a third program in beside a second one.

    Args:
        path: The store.
        wait: Seconds to wait for another program.

    Raises:
        StoreError: Another program writes into this store, or its folder cannot be written.
    """
    file = path.with_name(f"{path.name}-lock")
    try:
        connection = sqlite3.connect(file, timeout=wait, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be written beside ({error}); check that its folder is there") from error
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise StoreError(f"{path}: another run is writing into this store; try again when it is done") from error
        yield
    finally:
        connection.close()
