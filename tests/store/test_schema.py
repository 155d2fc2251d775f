"""The schema: migrations from every earlier one, and files that are no store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import StoreError
from reportedly.store import database, open_store
from reportedly.store.database import APPLICATION_ID, Store, migrate, migrations

from .make import content_at, report, run

REPORTS = [report(n) for n in range(20)]

EARLIER = {
    1: """
        INSERT INTO runs VALUES (1, '2021-03-20', NULL, '0', 'old', 'c', 'l', '[]', '[]');
        INSERT INTO reports VALUES (1, 'r1', 'a.txt', 1, 0, 4, 'Harbour Wire', NULL, 'en', NULL, NULL, NULL, 'Four', NULL,
            's', '{"id":"r1","file":"a.txt","part":1,"start":0,"end":4}', '{"blocks":[]}', 'x', 'old', 1, NULL);
        INSERT INTO mentions (mention_id, report_id, run_id, status, event_type, sub_event_type, trigger_text,
            trigger_start, trigger_end, quote, quote_start, quote_end, record) VALUES ('m1', 'r1', 1, 'event', 'Battles',
            'Armed clash', 'Four', 0, 4, 'Four', 0, 4, '{"mention_id":"m1","status":"event","event_type":"Battles",
            "sub_event_type":"Armed clash","trigger":{"start":0,"end":4,"text":"Four"},
            "quote":{"start":0,"end":4,"text":"Four"}}');
        INSERT INTO claims (mention_id, position, field, claimant, claimant_kind, stance, quote, start_offset, end_offset)
            VALUES ('m1', 0, 'event', 'officials', 'official', 'reports', 'Four', 0, 4);
    """,
    2: """
        INSERT INTO incidents (incident_id, grade, reason, link_group, digest, record)
            VALUES ('i1', 'single source', '', 'm1', 'd',
            '{"incident_id":"i1","mention_ids":["m1"],"fields":[],"grade":"single source","reason":""}');
        INSERT INTO incident_mentions VALUES ('m1', 'i1');
    """,
    3: "",
    4: "",
    5: "",
    6: """
        INSERT INTO tellings (incident_id, field, position, value, claimant, claimant_kind, stance, mention_id,
            independent_source) VALUES ('i1', 'killed', 0, '3', 'officials', 'official', 'reports', 'm1', 'officials');
    """,
    7: "",
    8: "",
}
"""Rows that a store of each schema holds beside those of the schemas before it."""


@pytest.mark.parametrize("number", range(len(migrations()) + 1))
def test_migrates_from_every_earlier_schema(tmp_path: Path, number: int) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        store = Store(path, connection)
        for step in migrations()[:number]:
            migrate(store, [step])
            connection.executescript(EARLIER[step.number])
    run(path, REPORTS)
    with open_store(path) as store:
        assert store.row("PRAGMA user_version") == (len(migrations()),)
        assert store.row("SELECT count(*) FROM reports") == (20 + (number > 0),)
        flat = list(
            store.rows("SELECT mention_id, claimant, incident_id IS NULL FROM claims_flat WHERE mention_id = 'm1'")
        )
        assert flat == ([("m1", "officials", 0)] if number else [])
        assert [row[0] for row in store.rows("PRAGMA integrity_check")] == ["ok"]


def test_the_rows_of_every_schema_are_tested() -> None:
    assert [step.number for step in migrations()] == sorted(EARLIER)


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS)
    before = content_at(path)
    bad = database.Migration(99, "0099_bad.sql", "DROP VIEW claims_flat;\nCREATE TABLE mentions (a);\n")
    with open_store(path) as store:
        with pytest.raises(StoreError, match="table mentions already exists"):
            migrate(store, [bad])
        assert store.row("SELECT count(*) FROM claims_flat") == (20,)
    assert content_at(path) == before


def put(path: Path, sql: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    return path


def test_what_is_no_store(tmp_path: Path) -> None:
    text, newer = tmp_path / "a.txt", tmp_path / "newer.db"
    text.write_text("A page of words, and no store at all.\n" * 50, encoding="utf-8")
    other = put(tmp_path / "other.db", "CREATE TABLE a (b)")
    put(newer, f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 99; CREATE TABLE a (b)")
    for path, words in (
        (text, "no store of reportedly"),
        (other, "no store of reportedly"),
        (newer, "made by a newer reportedly"),
        (tmp_path, "a folder, no store"),
        (tmp_path / "none" / "a.db", "cannot be opened for writing"),
    ):
        with pytest.raises(StoreError, match=words):
            open_store(path, create=True)
    with pytest.raises(StoreError, match="no such store; make it with: reportedly run PATHS --into"):
        open_store(tmp_path / "none.db")
    assert other.read_bytes()[:16] == b"SQLite format 3\0"
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_becomes_a_store_only_by_a_run(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with pytest.raises(StoreError, match="no store of reportedly"):
        open_store(path)
    assert run(path, REPORTS).new == 20


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StoreError, match="knows no STRICT tables"):
        open_store(tmp_path / "a.db", create=True)


def test_other_programs_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'"))
        assert {name for name, value in strict.items() if not value} <= {"sqlite_schema", "sqlite_temp_schema"}
        row = connection.execute("SELECT place, date, sources, reports FROM incidents_flat ORDER BY date").fetchone()
        assert row == ("Dayr Nasr", "2021-03-01", "Harbour Wire", 1)
