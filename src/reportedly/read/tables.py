"""Tables of reports: CSV, TSV and JSON lines, one report a row, read row by row."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol

from reportedly.errors import Problem
from reportedly.read.dates import parse_day
from reportedly.read.decode import NotTextError, decode
from reportedly.read.drafts import Draft, Given, row_draft
from reportedly.read.inputs import Input, Joined
from reportedly.read.options import ColumnNames, ReadOptions

SAMPLE = 1 << 16
"""Bytes looked at to find a table's encoding and delimiter; a header and some rows fit."""

_DELIMITERS = (",", ";", "\t", "|")


class _Reader(Protocol):
    """A ``csv.reader``."""

    @property
    def line_num(self) -> int: ...
    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row that the reader knows, as text; ``line`` is where it ends in the file."""

    line: int
    text: str
    title: str | None
    source: str | None
    published: str | None
    url: str | None
    id: str | None
    language: str | None


def csv_drafts(source: Input, stream: BinaryIO, options: ReadOptions) -> Iterator[Draft | Problem]:
    """Yield the reports of a CSV or TSV table, and a problem for each row that cannot be used."""
    lines = _Lines(source.name, stream, options.encoding)
    yield from lines.problems
    if lines.refused:
        return
    # The limit is the process's own and starts at 131,072; a cell may be as long as a page.
    csv.field_size_limit(options.max_chars)
    header_line = next(lines, "").lstrip("\ufeff")
    if not header_line.strip():
        yield Problem(source.name, None, "empty table: no header")
        return
    delimiter = "\t" if source.suffix == ".tsv" else max(_DELIMITERS, key=header_line.count)
    try:
        header = [cell.strip().casefold() for cell in next(csv.reader([header_line], delimiter=delimiter), [])]
    except csv.Error as error:
        yield Problem(source.name, 1, f"broken header ({error}), not read; check its quotation marks and line ends")
        return
    if options.columns.text.strip().casefold() not in header:
        names = ", ".join(header)[:200]
        message = f"no column {options.columns.text!r} (there are: {names}); name it, or give a sidecar as metadata"
        yield Problem(source.name, 1, message)
        return
    reader = csv.reader(lines, delimiter=delimiter)
    yield from _csv_rows(source.name, reader, header, options)
    yield from lines.problems[lines.told :]


def _csv_rows(name: str, reader: _Reader, header: list[str], options: ReadOptions) -> Iterator[Draft | Problem]:
    part = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            part += 1
            yield Problem(name, reader.line_num + 1, f"broken row ({error}), left out; check its quotation marks")
            continue
        if not cells or cells == [""]:
            continue
        part += 1
        if len(cells) != len(header):
            message = f"row has {len(cells)} cells, the header {len(header)}; left out: check its quotation marks"
            yield Problem(name, reader.line_num + 1, message)
            continue
        yield from _row_drafts((name, part), _csv_row(cells, header, options.columns, reader.line_num + 1), options)


def _csv_row(cells: list[str], header: list[str], columns: ColumnNames, line: int) -> Row:
    def cell(name: str) -> str | None:
        key = name.strip().casefold()
        return cells[header.index(key)] if key in header else None

    return Row(
        line,
        cell(columns.text) or "",
        cell(columns.title),
        cell(columns.source),
        cell(columns.published),
        cell(columns.url),
        cell(columns.id),
        cell(columns.language),
    )


def jsonl_drafts(source: Input, stream: BinaryIO, options: ReadOptions) -> Iterator[Draft | Problem]:
    """Yield the reports of JSON lines (or of one JSON list), and a problem for each line that cannot be used."""
    lines = _Lines(source.name, stream, options.encoding)
    yield from lines.problems
    if lines.refused:
        return
    part, number, empty = 0, 0, True
    for number, line in enumerate(lines, 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        if empty and line.lstrip("\ufeff \t").startswith("["):
            yield from _json_list(source.name, line + "".join(lines), options)
            return
        empty = False
        part += 1
        yield from _json_line((source.name, part), number, line.lstrip("\ufeff"), options)
    yield from lines.problems[lines.told :]
    if empty:
        yield Problem(source.name, None, "empty file, nothing to read")


def _json_line(place: tuple[str, int], number: int, line: str, options: ReadOptions) -> Iterator[Draft | Problem]:
    if len(line) > 2 * options.max_chars:
        yield Problem(place[0], number, f"longer than {options.max_chars} characters, left out; cut it up")
        return
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield Problem(place[0], number, f"broken JSON ({error}), line left out; mend it")
        return
    yield from _json_value(place, number, value, options)


def _json_list(name: str, text: str, options: ReadOptions) -> Iterator[Draft | Problem]:
    try:
        values = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield Problem(name, getattr(error, "lineno", 1), f"broken JSON ({error}), not read; mend it")
        return
    for part, value in enumerate(values, 1):
        yield from _json_value((name, part), None, value, options)


def _json_value(
    place: tuple[str, int], line: int | None, value: object, options: ReadOptions
) -> Iterator[Draft | Problem]:
    if not isinstance(value, dict):
        yield Problem(place[0], line, "no JSON object, left out; each line must be one object")
        return
    known = {str(key).strip().casefold(): cell for key, cell in value.items()}
    columns = options.columns
    text = known.get(columns.text.strip().casefold())
    if not isinstance(text, str):
        yield Problem(place[0], line, f"no text under {columns.text!r}, left out; name the text key")
        return

    def cell(name: str) -> str | None:
        found = known.get(name.strip().casefold())
        return None if found is None or isinstance(found, (dict, list)) else str(found)

    row = Row(
        line or 0,
        text,
        cell(columns.title),
        cell(columns.source),
        cell(columns.published),
        cell(columns.url),
        cell(columns.id),
        cell(columns.language),
    )
    yield from _row_drafts(place, row, options)


def _row_drafts(place: tuple[str, int], row: Row, options: ReadOptions) -> Iterator[Draft | Problem]:
    name, line = place[0], row.line or None
    if not any(char.isalnum() for char in row.text):
        yield Problem(name, line, "the row's text is empty, left out")
        return
    if len(row.text) > options.max_chars:
        yield Problem(name, line, f"longer than {options.max_chars} characters, left out; cut it up")
        return
    published: date | None = None
    if row.published and row.published.strip():
        published = parse_day(row.published)
        if published is None:
            yield Problem(
                name, line, f"{row.published[:40]!r} is no date; the row is read without one (write YYYY-MM-DD)"
            )
    given = Given(
        _filled(row.title),
        _filled(row.source),
        published,
        _filled(row.url),
        _filled(row.language),
        _filled(row.id),
        from_column=True,
    )
    yield row_draft(place, row.text, given, options)


def _filled(cell: str | None) -> str | None:
    return cell.strip() or None if cell else None


class _Lines:
    """The lines of a table as text, decoded one by one so that a table of any length fits into memory."""

    def __init__(self, name: str, stream: BinaryIO, encoding: str | None) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.refused = False
        self._number = 0
        sample = stream.read(SAMPLE)
        whole = sample[: sample.rfind(b"\n") + 1] or sample if len(sample) == SAMPLE else sample
        try:
            decoded = decode(_to_character(whole), encoding)
        except NotTextError as error:
            self.problems.append(Problem(name, None, str(error)))
            self.refused, self.told = True, 1
            return
        if decoded.note:
            self.problems.append(Problem(name, None, decoded.note, refused=False))
        self.told = len(self.problems)
        self._encoding = decoded.encoding
        self._lines = self._split(sample, stream)

    def _split(self, sample: bytes, stream: BinaryIO) -> Iterator[str]:
        joined = io.BufferedReader(Joined(sample, stream))
        if self._encoding.startswith(("utf-16", "utf-32")):
            yield from codecs.getreader(self._encoding)(joined, "replace")
            return
        for line in joined:
            self._number += 1
            try:
                yield line.decode(self._encoding)
            except UnicodeDecodeError:
                message = f"bytes that are not {self._encoding} became U+FFFD"
                self.problems.append(Problem(self.name, self._number, message, refused=False))
                yield line.decode(self._encoding, "replace")

    def __iter__(self) -> Iterator[str]:
        return self._lines

    def __next__(self) -> str:
        return next(self._lines)


def _to_character(sample: bytes) -> bytes:
    """Return ``sample`` without the bytes of a character that its end cuts through."""
    for size in range(1, 4):
        if len(sample) > size and sample[-size] >= 0xC0 and len(sample) == SAMPLE:
            return sample[:-size]
    return sample
