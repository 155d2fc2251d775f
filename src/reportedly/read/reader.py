"""Read files into reports: every input in the order named, every problem with its place, nothing stopped by either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import BinaryIO

from reportedly.errors import InputError, Problem
from reportedly.read.decode import Decoded, NotTextError, decode, html_encoding
from reportedly.read.drafts import Draft, Given, page_drafts, url_day
from reportedly.read.html import article
from reportedly.read.inputs import GZIP_ERRORS, Input, expand, kind_of, read_bytes
from reportedly.read.options import ReadOptions
from reportedly.read.sidecar import Entry, Sidecar, load_sidecar
from reportedly.read.tables import csv_drafts, jsonl_drafts
from reportedly.records import Report, content_id

SNIFFED = 4096
"""Bytes at which a file without a known suffix shows what it is."""


def read_paths(paths: Sequence[str], options: ReadOptions) -> Iterator[Report | Problem]:
    """Yield the reports of ``paths`` in the order named, files of a folder sorted, and every problem where it arises.

    Metadata come from the sidecar, else from a table's columns, else from ``options``, else from the document (HTML
    head, lines with a date or an outlet, datelines). Problems of the sidecar's own come first, lines that no report
    used last. Nothing here raises: where nothing at all could be read, problems alone are yielded.

    Args:
        paths: Files, folders, globs, ``-`` for standard input.
        options: Metadata, column names, limits.
    """
    sidecar = load_sidecar(options.metadata)
    yield from sidecar.problems
    for source in expand(paths, options.metadata):
        if isinstance(source, Problem):
            yield source
            continue
        for draft in _drafts(source, options):
            yield draft if isinstance(draft, Problem) else _report(draft, sidecar, options)
    yield from sidecar.unused()


def page_text(path: str, options: ReadOptions) -> str:
    """Return the text in which the offsets of ``path``'s reports count.

    That is the decoded text with its line ends and, as U+FEFF, its byte order mark; of HTML, the text taken out of it.
    A table has no such text: there offsets count in each row's own text field.

    Raises:
        InputError: The file cannot be read, or is a table.
    """
    source = next(iter(expand([path])), None)
    if not isinstance(source, Input):
        raise InputError(str(source) if source else f"{path}: nothing to read")
    try:
        with source.open() as stream:
            kind, page = _page(source, stream, options)
    except (OSError, *GZIP_ERRORS) as error:
        raise InputError(f"{source.name}: {_reason(error)}") from error
    if kind in ("csv", "jsonl"):
        raise InputError(f"{source.name}: a table has no one text; offsets count in each row's text field")
    if isinstance(page, Problem):
        raise InputError(str(page))
    if kind != "html":
        return page.text
    taken = article(page.text, options.last_day)
    if taken is None:
        raise InputError(f"{source.name}: no article found in this page")
    return taken.text


def _drafts(source: Input, options: ReadOptions) -> Iterator[Draft | Problem]:
    try:
        with source.open() as stream:
            kind = kind_of(source, _peek(stream))
            if kind == "csv":
                yield from csv_drafts(source, stream, options)
            elif kind == "jsonl":
                yield from jsonl_drafts(source, stream, options)
            else:
                yield from _page_drafts(source, stream, options)
    except (OSError, *GZIP_ERRORS) as error:
        yield Problem(source.name, None, _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, GZIP_ERRORS):
        return f"corrupt gzip ({error}); what follows is not read: pack it anew"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"not read: {reason or error}"


def _peek(stream: BinaryIO) -> bytes:
    peek = getattr(stream, "peek", None)
    return bytes(peek(SNIFFED)[:SNIFFED]) if peek else b""


def _page(source: Input, stream: BinaryIO, options: ReadOptions) -> tuple[str, Decoded | Problem]:
    kind = kind_of(source, _peek(stream))
    data = read_bytes(stream, options.max_chars)
    if data is None:
        return kind, Problem(source.name, None, f"longer than {options.max_chars} characters, not read; cut it up")
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return kind, Problem(source.name, None, "empty file, nothing to read")
    try:
        return kind, decode(data, options.encoding or (html_encoding(data) if kind == "html" else None))
    except NotTextError as error:
        if options.encoding is None and kind == "html":
            return kind, _decoded(source, data)
        return kind, Problem(source.name, None, str(error))


def _decoded(source: Input, data: bytes) -> Decoded | Problem:
    try:
        return decode(data)
    except NotTextError as error:
        return Problem(source.name, None, str(error))


def _page_drafts(source: Input, stream: BinaryIO, options: ReadOptions) -> Iterator[Draft | Problem]:
    kind, page = _page(source, stream, options)
    if isinstance(page, Problem):
        yield page
        return
    if page.note:
        yield Problem(source.name, None, page.note, refused=False)
    if len(page.text) > options.max_chars:
        yield Problem(source.name, None, f"longer than {options.max_chars} characters, not read; cut it up")
        return
    text, given = page.text, Given()
    if kind == "html":
        taken = article(page.text, options.last_day)
        if taken is None:
            yield Problem(source.name, None, "no article found in this page, nothing to read")
            return
        text, given = taken.text, taken.given
    drafts = page_drafts(source.name, text, options, given)
    if not drafts:
        yield Problem(source.name, None, "no words in this file, nothing to read")
    yield from drafts


def _report(draft: Draft, sidecar: Sidecar, options: ReadOptions) -> Report:
    entry = sidecar.find(draft.file, draft.part) or Entry(0, draft.file, None)
    given = draft.given
    column = given.source if given.from_column else None
    source = entry.source or column or options.source or given.source or draft.source
    published, origin = _day(draft, entry, options)
    ident = content_id(draft.text, source, published, draft.part, given.row_id)
    return Report(
        id=ident,
        file=draft.file,
        part=draft.part,
        start=draft.start,
        end=draft.start + len(draft.text),
        text=draft.text,
        blocks=draft.blocks,
        source=source,
        title=entry.title or (given.title if given.from_column else None) or draft.title or given.title,
        language=entry.language or given.language or draft.language,
        published=published,
        published_from=origin,
        url=entry.url or given.url,
    )


def _day(draft: Draft, entry: Entry, options: ReadOptions) -> tuple[date | None, str | None]:
    given = draft.given
    choices = (
        (entry.published, "sidecar"),
        (given.published if given.from_column else None, "column"),
        (options.published, "option"),
        (given.published, "document"),
        (draft.published, "document"),
        (url_day(given.url, options.last_day), "document"),
    )
    return next(((day, origin) for day, origin in choices if day is not None), (None, None))
