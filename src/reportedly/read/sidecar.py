"""The sidecar CSV: metadata of reports by file and part, written by hand or by whoever collected them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Final

from reportedly.errors import Problem
from reportedly.read.dates import parse_day
from reportedly.read.decode import NotTextError, decode


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a sidecar. ``part`` is ``None`` where it speaks of every part of the file."""

    line: int
    file: str
    part: int | None
    source: str | None = None
    language: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None


ONE_BY_ONE: Final = 3
"""Lines without a file that are told one by one: a sidecar for a whole folder given with one file has hundreds."""


class Sidecar:
    """The lines of a sidecar, and which of them a report has used."""

    def __init__(self, name: str, entries: tuple[Entry, ...], problems: tuple[Problem, ...]) -> None:
        self.name = name
        self.problems = problems
        self._entries = entries
        self._by_file: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_file.setdefault(PurePath(entry.file).name, []).append(entry)
        self._used: set[int] = set()
        self._files: set[str] = set()

    def find(self, file: str, part: int) -> Entry | None:
        """Return the line for ``part`` of ``file``: the longest path that ends ``file``, a part's own line first."""
        fitting = [entry for entry in self._by_file.get(PurePath(file).name, []) if _fits(entry.file, file)]
        self._files.update(entry.file for entry in fitting)
        fitting = [entry for entry in fitting if entry.part in (part, None)]
        if not fitting:
            return None
        best = max(fitting, key=lambda entry: (len(PurePath(entry.file).parts), entry.part is not None, -entry.line))
        self._used.update(entry.line for entry in fitting)
        return best

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for each line that no report used; many lines of files that are not there are told as one."""
        left = [entry for entry in self._entries if entry.line not in self._used]
        for entry in (e for e in left if e.file in self._files):
            yield Problem(self.name, entry.line, f"{entry.file} has no part {entry.part}; correct the part")
        absent = [entry for entry in left if entry.file not in self._files]
        if len(absent) <= ONE_BY_ONE:
            for entry in absent:
                yield Problem(self.name, entry.line, f"no file {entry.file} among the input; correct the name")
            return
        first = ", ".join(f"{entry.file} (line {entry.line})" for entry in absent[:ONE_BY_ONE])
        words = f"{len(absent)} lines name no file among the input: {first} and {len(absent) - ONE_BY_ONE} more"
        yield Problem(self.name, absent[0].line, f"{words}; correct the names, or give those files too")


def _fits(named: str, file: str) -> bool:
    wanted = tuple(part for part in PurePath(named).parts if part != ".")
    return PurePath(file).parts[-len(wanted) :] == wanted


def load_sidecar(path: Path | None) -> Sidecar:
    """Return the sidecar at ``path``, empty without one; what is wrong with it lies in ``problems``."""
    name = str(path) if path else ""
    if path is None:
        return Sidecar(name, (), ())
    try:
        text = decode(path.read_bytes()).text.lstrip("\ufeff")
    except (OSError, NotTextError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return Sidecar(name, (), (Problem(name, None, f"metadata not read: {reason}"),))
    reader = csv.DictReader(io.StringIO(text, newline=""))
    fields = [(field or "").strip().casefold() for field in reader.fieldnames or ()]
    if "file" not in fields:
        return Sidecar(name, (), (Problem(name, 1, "metadata without a column 'file', not used; add it"),))
    reader.fieldnames = fields
    entries: list[Entry] = []
    problems: list[Problem] = []
    try:
        for row in reader:
            entry = _entry(name, reader.line_num, {key: cell for key, cell in row.items() if key})
            (entries if isinstance(entry, Entry) else problems).append(entry)  # type: ignore[arg-type]
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, f"broken line ({error}); the rest is not used"))
    return Sidecar(name, tuple(entries), tuple(problems))


def _entry(name: str, line: int, row: dict[str, str | None]) -> Entry | Problem:
    cells = {key: cell.strip() for key, cell in row.items() if isinstance(cell, str)}
    if not cells.get("file"):
        return Problem(name, line, "names no file, not used")
    part = cells.get("part") or None
    if part is not None and not (part.isdecimal() and int(part) > 0):
        return Problem(name, line, f"{part!r} is no part, not used; parts count from 1")
    published = None
    if cells.get("published"):
        published = parse_day(cells["published"])
        if published is None:
            return Problem(name, line, f"{cells['published']!r} is no date, line not used; write YYYY-MM-DD")
    return Entry(
        line,
        cells["file"],
        int(part) if part else None,
        cells.get("source") or None,
        cells.get("language") or None,
        published,
        cells.get("title") or None,
        cells.get("url") or None,
    )
