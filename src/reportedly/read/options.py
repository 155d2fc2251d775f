"""What the caller may say about the input: metadata, column names, limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

LAST_DAY: Final = date(2100, 12, 31)
"""Bound of publication dates: a later year is a slip of the pen or a number of another kind."""


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """Names of a table's columns or a JSON line's keys; case and margins do not matter."""

    text: str = "text"
    title: str = "title"
    source: str = "source"
    published: str = "published"
    url: str = "url"
    id: str = "id"
    language: str = "language"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Attributes:
        metadata: Sidecar CSV with columns ``file,part,source,language,published`` and, optionally, ``title,url``.
        published: Publication day of every report whose sidecar line and table column give none.
        source: Outlet, by the same rule.
        columns: Column names of tables.
        encoding: Encoding of every file; ``None`` finds it out file by file.
        max_chars: Most characters of one page or one table cell. Longer input is refused: 20 million is twice the
            longest input that must be read (a ten-megabyte line), and its lines still fit into half a gigabyte.
        today: Last day that can be a publication date; ``None`` takes ``LAST_DAY``. The clock is never asked, so that
            the same input gives the same bytes on any day.
    """

    metadata: Path | None = None
    published: date | None = None
    source: str | None = None
    columns: ColumnNames = field(default_factory=ColumnNames)
    encoding: str | None = None
    max_chars: int = 20_000_000
    today: date | None = None

    @property
    def last_day(self) -> date:
        """The last day that can be a publication date."""
        return self.today or LAST_DAY
