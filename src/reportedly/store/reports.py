"""Reports in the store: their untouched text, where they lie, and which coder has coded them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache

from reportedly.records import Block, Report, ReportRef, content_id
from reportedly.store.codec import as_bytes, from_bytes, from_json, to_json, writable
from reportedly.store.database import Row, Store

_LOCATION = frozenset({"file"})
_APART = frozenset({"text", "blocks"})

_COLUMNS = (
    "file part start_offset end_offset source title language published published_from url text text_bytes sha256 record "
    "blocks content"
)


@dataclass(frozen=True, slots=True)
class _Blocks:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of a report.

    Attributes:
        location: File, part and offset: of copies of one report the store shows the first by these.
        content: Hash of all that coding can see of it.
        coder: Fingerprint of the coder that coded it; ``None`` where it is to be coded anew.
    """

    location: tuple[str, int, int]
    content: str
    coder: str | None


def location_of(report: Report) -> tuple[str, int, int]:
    """Return where a report lies, by which copies are ordered."""
    return writable(report.file), report.part, report.start


def content_of(report: Report) -> str:
    """Return a hash of all that coding can see of a report: everything but where the file lies."""
    return content_id(to_json(replace(report, blocks=()), _LOCATION), to_json(_Blocks(report.blocks)))


def find_known(store: Store, report_id: str) -> Known | None:
    """Return what the store holds of a report, or ``None``."""
    found = store.row(
        "SELECT file, part, start_offset, content, coder FROM reports WHERE report_id = ?", (writable(report_id),)
    )
    return Known((found[0], found[1], found[2]), found[3], found[4]) if found else None


def needs_coding(report: Report, known: Known | None, coder: str) -> bool:
    """Return whether a report is to be coded: it is new, its coder is not ``coder``, or it reads otherwise now.

    Args:
        report: The report.
        known: What the store holds of it.
        coder: Fingerprint of the coder at hand.
    """
    if known is None or known.coder != coder:
        return True
    return known.location >= location_of(report) and known.content != content_of(report)


def put_report(store: Store, report: Report, run_id: int, coder: str) -> None:
    """Write a report that was just coded."""
    columns = [*_COLUMNS.split(), "report_id", "coded_run", "coder"]
    values = [*_values(report), writable(report.id), run_id, coder]
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
    store.write(
        f"INSERT INTO reports ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (report_id) DO UPDATE SET {updates}, replaced_by = NULL",
        values,
    )
    _put_file(store, report)


def note_copy(store: Store, report: Report) -> None:
    """Write where else a known report lies; it moves there if that comes first in order."""
    known = find_known(store, report.id)
    _put_file(store, report)
    if known is not None and location_of(report) <= known.location and known.content == content_of(report):
        changes = ", ".join(f"{name} = ?" for name in _COLUMNS.split())
        store.write(f"UPDATE reports SET {changes} WHERE report_id = ?", (*_values(report), writable(report.id)))


def is_noted(store: Store, report: Report) -> bool:
    """Return whether the store knows that this report lies there."""
    return store.row(_NOTED, (writable(report.id), *location_of(report))) is not None


_NOTED = "SELECT 1 FROM report_files WHERE report_id = ? AND file = ? AND part = ? AND start_offset = ?"


def replaced_by(store: Store, report: Report) -> tuple[str, ...]:
    """Return the ids of reports that are the same words in the same place with older metadata."""
    rows = store.rows(
        "SELECT report_id FROM reports WHERE file = ? AND part = ? AND start_offset = ? AND sha256 = ? "
        "AND report_id <> ? AND replaced_by IS NULL ORDER BY report_id",
        (*location_of(report), sha256_of(report), writable(report.id)),
    )
    return tuple(row[0] for row in rows)


def lacks_what_is_known(store: Store, report: Report) -> bool:
    """Return whether the store has the same words in the same place with an outlet or a day that this report lacks.

    It would be the metadata that were left out this time, not the outlet or the day that are no longer known.
    """
    if report.source is not None and report.published is not None:
        return False
    rows = store.rows(
        "SELECT source, published FROM reports WHERE file = ? AND part = ? AND start_offset = ? AND sha256 = ? "
        "AND replaced_by IS NULL",
        (*location_of(report), sha256_of(report)),
    )
    return any(
        (source is not None and report.source is None) or (day is not None and report.published is None)
        for source, day in rows
    )


def set_replaced(store: Store, report_id: str, by: str) -> None:
    """Mark a report as replaced by one with newer metadata; it would be coded anew if it came back."""
    store.write("UPDATE reports SET replaced_by = ?, coder = NULL WHERE report_id = ?", (writable(by), report_id))


def sha256_of(report: Report) -> str:
    """Return the SHA-256 of a report's text in UTF-8, in hexadecimal."""
    return hashlib.sha256(as_bytes(report.text)).hexdigest()


def _put_file(store: Store, report: Report) -> None:
    if not is_noted(store, report):
        store.insert("report_files", "report_id file part start_offset", (writable(report.id), *location_of(report)))


def _values(report: Report) -> Row:
    text = writable(report.text)
    return (
        writable(report.file),
        report.part,
        report.start,
        report.end,
        *(None if value is None else writable(value) for value in (report.source, report.title, report.language)),
        report.published.isoformat() if report.published else None,
        *(None if value is None else writable(value) for value in (report.published_from, report.url)),
        text,
        as_bytes(report.text) if text != report.text else None,
        sha256_of(report),
        to_json(report, _APART),
        to_json(_Blocks(report.blocks)),
        content_of(report),
    )


def report_of(record: str, text: str, text_bytes: bytes | None, blocks: str) -> Report:
    """Return the report that the columns of those names hold."""
    whole = text if text_bytes is None else from_bytes(text_bytes)
    return from_json(Report, record, text=whole, blocks=from_json(_Blocks, blocks).blocks)


def read_reports(store: Store, report_ids: tuple[str, ...] | None = None) -> Iterator[Report]:
    """Yield reports in the order of where they lie, all that are not replaced or those asked for."""
    sql = "SELECT record, text, text_bytes, blocks FROM reports WHERE "
    order = " ORDER BY file, part, start_offset, report_id"
    if report_ids is None:
        found = store.rows(f"{sql} replaced_by IS NULL {order}")
    else:
        found = store.rows(f"{sql} report_id IN ({', '.join('?' * len(report_ids))}) {order}", report_ids)
    for row in found:
        yield report_of(*row)


def stands_elsewhere(store: Store, report: Report) -> str | None:
    """Return the id of another report whose words the store read at the same place of the same file: it was edited since."""
    if report.file == "<stdin>":
        return None
    found = store.row(
        "SELECT report_id FROM reports WHERE file = ? AND part = ? AND report_id <> ? AND sha256 <> ? "
        "AND replaced_by IS NULL ORDER BY report_key DESC LIMIT 1",
        (writable(report.file), report.part, report.id, sha256_of(report)),
    )
    return str(found[0]) if found else None


def read_texts(store: Store, report_ids: Iterable[str]) -> dict[str, str]:
    """Return the texts of reports by their ids."""
    rows = store.rows(
        "SELECT report_id, text FROM reports WHERE report_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(report_ids)),),
    )
    return {row[0]: row[1] for row in rows}


@cache
def _shared() -> tuple[str, ...]:
    return tuple(f.name for f in fields(ReportRef))


def ref_of(record: str) -> ReportRef:
    """Return what a mention says of its report, from the column ``record``."""
    report = from_json(Report, record, text="", blocks=())
    return ReportRef(*(getattr(report, name) for name in _shared()))
