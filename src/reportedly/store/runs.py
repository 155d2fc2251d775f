"""Runs in the store: which code and lexicons coded what, and when; a chunk of reports in one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.records import Mention, Report, content_id
from reportedly.store.codec import writable
from reportedly.store.database import Store
from reportedly.store.incident_marks import mark_stale
from reportedly.store.judged import apply_judgements
from reportedly.store.mentions import put_mentions
from reportedly.store.reports import (
    find_known,
    needs_coding,
    note_copy,
    put_report,
    replaced_by,
    set_replaced,
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What coded a run's reports.

    Attributes:
        version: Version of the program.
        code: Fingerprint of its code and of the parser's model.
        lexicons: Fingerprint of its lexicons.
        gazetteers: Fingerprints of the gazetteers, with their names.
        options: Options of the command that change what is read.
    """

    version: str
    code: str
    lexicons: str
    gazetteers: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def coder(self) -> str:
        """Fingerprint of all that decides how a report is coded: by another one, it is coded anew."""
        return content_id(self.version, self.code, self.lexicons, *self.gazetteers)


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report as a run gives it to the store; ``mentions`` is ``None`` for one that the store has coded already."""

    report: Report
    mentions: tuple[Mention, ...] | None = None


def begin_run(store: Store, provenance: Provenance, when: datetime) -> int:
    """Write the beginning of a run; return its number."""
    words = (provenance.version, provenance.coder, provenance.code, provenance.lexicons)
    lists = (json.dumps(provenance.gazetteers), json.dumps(provenance.options))
    sql = "INSERT INTO runs (started, version, coder, code, lexicons, gazetteers, options) VALUES (?, ?, ?, ?, ?, ?, ?)"
    with store.transaction():
        return store.write(sql, (when.isoformat(timespec="seconds"), *words, *lists))


def end_run(store: Store, run_id: int, when: datetime) -> None:
    """Write that a run came to its end."""
    with store.transaction():
        store.write("UPDATE runs SET ended = ? WHERE run_id = ?", (when.isoformat(timespec="seconds"), run_id))


def store_chunk(store: Store, chunk: Sequence[CodedReport], run_id: int, coder: str) -> None:
    """Write reports with their mentions, all of them or, where anything fails, none.

    Raises:
        StoreError: The disk is full; the store stays as it was.
    """
    with store.transaction():
        changed = False
        for coded in chunk:
            known = find_known(store, coded.report.id)
            # A copy of what an earlier report of this chunk brought, and which lies before this one, is only noted.
            if coded.mentions is None or not needs_coding(coded.report, known, coder):
                note_copy(store, coded.report)
            else:
                changed |= _put(store, coded.report, coded.mentions, run_id, coder)
        if changed:
            mark_stale(store)
            if _is_judged(store, chunk):
                apply_judgements(store)


def _is_judged(store: Store, chunk: Sequence[CodedReport]) -> bool:
    """Return whether a reviewer has judged mentions of these reports, or of those that they replace."""
    sql = (
        "SELECT 1 FROM judgement_anchors AS a LEFT JOIN reports AS r USING (report_id) "
        "WHERE a.report_id = ? OR r.replaced_by = ?"
    )
    return any(store.row(sql, (writable(c.report.id),) * 2) for c in chunk)


def _put(store: Store, report: Report, mentions: Sequence[Mention], run_id: int, coder: str) -> bool:
    older = replaced_by(store, report)
    put_report(store, report, run_id, coder)
    changed = put_mentions(store, report.id, mentions, run_id)
    for ident in older:
        changed |= put_mentions(store, ident, (), run_id)
        set_replaced(store, ident, report.id)
    return changed
