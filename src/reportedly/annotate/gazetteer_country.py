"""The country that the user's gazetteer speaks for: a prior for reports that name no country."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

ROWS = 50
"""Rows read to tell a dump's country: GeoNames' country dumps hold one country throughout."""

_COUNTRY_COLUMN = 8


def _lines(path: Path) -> Iterator[str]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
            for name in names[:1]:
                with archive.open(name) as file:
                    yield from (line.decode("utf-8", "replace") for line in islice(file, ROWS))
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        yield from islice(file, ROWS)


def country_of(dumps: Sequence[Path]) -> str | None:
    """Return the ISO code of the one country that all ``dumps`` are of, or ``None`` if there are more, or none.

    Unreadable dumps tell nothing here; ``load_gazetteer`` reports them.
    """
    found: set[str] = set()
    for path in dumps:
        try:
            cells = [line.split("\t") for line in _lines(path)]
        except (OSError, zipfile.BadZipFile):
            continue
        found |= {row[_COUNTRY_COLUMN] for row in cells if len(row) > _COUNTRY_COLUMN and row[_COUNTRY_COLUMN]}
    return found.pop() if len(found) == 1 else None
