"""Judgements: appended and chained, applied to what is shown, and again to what a newer coder makes of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import JudgementError, ReportedlyError
from reportedly.incidents import Verdict
from reportedly.judging import Asked, Judged, judge
from reportedly.link.constraints import among
from reportedly.records import ClaimantKind, Mention, Role
from reportedly.runs import run_into
from reportedly.store import (
    Store,
    apply_judgements,
    incidents_of,
    open_store,
    read_history,
    read_incidents,
    read_shown,
    verify,
)

from .make import NOON, DayLinker, FakeCoder, report, run, tools

REPORTS = [report(n) for n in range(72)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    run(tmp_path / "a.db", REPORTS)
    return tmp_path / "a.db"


def ask(store: Store, verdict: Verdict, *ids: str, **more: str | None) -> Judged:
    asked = Asked(verdict, ids, "R. Reader", more.get("why"), more.get("field"), more.get("value"))
    return judge(store, asked, DayLinker(), lambda: NOON)


def mentions(store: Store, rejected: bool = False) -> list[Mention]:
    return [s.mention for s in read_shown(store, rejected)]


def test_reject_and_undo(path: Path) -> None:
    with open_store(path) as store:
        first = mentions(store)[0].mention_id
        done = ask(store, Verdict.REJECT, first, why="no event")
        assert first not in {m.mention_id for m in mentions(store)}
        assert first in {m.mention_id for m in mentions(store, rejected=True)}
        assert incidents_of(store, [first]) == ()
        assert store.row("SELECT count(*) FROM claims_flat WHERE mention_id = ?", (first,)) == (0,)
        ask(store, Verdict.UNDO, done.judgements[0].judgement_id)
        assert first in {m.mention_id for m in mentions(store)}
        assert len(incidents_of(store, [first])) == 1


def test_set_a_field(path: Path) -> None:
    with open_store(path) as store:
        first = mentions(store)[0]
        done = ask(store, Verdict.SET, first.mention_id, field="killed", value="7-9")
        ask(store, Verdict.SET, first.mention_id, field="perpetrator", value="Syrian Army; Civilians")
        ask(store, Verdict.SET, first.mention_id, field="place", value="Tall Nasr @ 35.25, 36.75")
        ask(store, Verdict.SET, first.mention_id, field="weapon", value=None)
        (now,) = (m for m in mentions(store) if m.mention_id == first.mention_id)
        assert now.killed is not None
        assert (now.killed.low, now.killed.high) == (7, 9)
        assert {a.name: a.actor_id for a in now.actors if a.role == "perpetrator"} == {
            "Syrian Army": "syrian-army",
            "Civilians": "civilians",
        }
        assert now.place is not None
        assert (now.place.name, now.place.lat, now.place.lon, now.place.country) == ("Tall Nasr", 35.25, 36.75, "SY")
        said = [c for c in now.claims if c.claimant.kind is ClaimantKind.REVIEWER]
        assert (said[0].field, said[0].value, said[0].claimant.text) == ("killed", "7-9", "R. Reader")
        rows = store.rows(
            "SELECT value, judgement_id FROM claims_flat WHERE claimant_kind = 'reviewer' AND field = 'killed'"
        )
        assert list(rows) == [("7-9", done.judgements[0].judgement_id)]
        (incident,) = (i for i in read_incidents(store) if first.mention_id in i.incident.mention_ids)
        assert (incident.lat, {f.field: f.summary for f in incident.incident.fields}["killed"]) == (35.25, "7-9")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour", "red"),
        ("type", "Dance"),
        ("type", None),
        ("status", "gone"),
        ("date", "4 May"),
        ("killed", "many"),
        ("injured", "5-3"),
        ("place", "Dayr @ 95, 36"),
    ],
)
def test_a_value_that_cannot_be_set_is_not_written(path: Path, field: str, value: str | None) -> None:
    with open_store(path) as store:
        with pytest.raises(JudgementError, match=field):
            ask(store, Verdict.SET, mentions(store)[0].mention_id, field=field, value=value)
        assert verify(store) is None


def test_join_and_part(path: Path) -> None:
    with open_store(path) as store:
        one, other = (i.incident for i in list(read_incidents(store))[:2])
        assert len(one.mention_ids) == len(other.mention_ids) == 2
        done = ask(store, Verdict.JOIN, one.incident_id, other.incident_id, why="one night")
        (joined,) = done.incident_ids
        steps = read_history(store, joined)
        assert {(s.change, s.former) for s in steps} == {("joined", one.incident_id), ("joined", other.incident_id)}
        assert {s.why for s in steps} == {"join by R. Reader: one night"}
        with pytest.raises(JudgementError, match="held together by an earlier judgement"):
            ask(store, Verdict.PART, one.mention_ids[0], other.mention_ids[0])
        ask(store, Verdict.UNDO, done.judgements[0].judgement_id)
        assert {one.incident_id, other.incident_id} <= {i.incident.incident_id for i in read_incidents(store)}
        parted = ask(store, Verdict.PART, one.mention_ids[0])
        assert len(parted.judgements) == 1
        assert len(incidents_of(store, one.mention_ids)) == 2
        with pytest.raises(JudgementError, match="held apart by an earlier judgement"):
            ask(store, Verdict.JOIN, *one.mention_ids)
        assert verify(store) is not None


def test_they_survive_a_newer_coder_and_tell_what_no_longer_fits(path: Path) -> None:
    with open_store(path) as store:
        first, second, third = (m.mention_id for m in mentions(store)[:3])
        ask(store, Verdict.REJECT, first)
        ask(store, Verdict.SET, second, field="killed", value="42")
        ask(store, Verdict.JOIN, second, third)
        newer = run_into(store, REPORTS, tools(FakeCoder(shift=True), lexicons="2"))
        assert (newer.unfit, newer.recoded, newer.mentions) == ((), 72, 71)
        now = mentions(store)
        assert not {first, second, third} & {m.mention_id for m in now}
        (set_,) = (m for m in now if m.killed and m.killed.best == 42)
        assert len(read_shown_of(store, set_.mention_id)) >= 2
        deaf = run_into(store, REPORTS, tools(FakeCoder(deaf=True), lexicons="3"))
        assert [u.judgement.verdict for u in deaf.unfit] == [Verdict.REJECT, Verdict.SET, Verdict.JOIN]
        assert second in deaf.unfit[1].why
        assert deaf.incidents == 0
        back = run_into(store, REPORTS, tools())
        assert (back.unfit, back.mentions) == ((), 71)


def read_shown_of(store: Store, mention_id: str) -> tuple[str, ...]:
    (incident,) = (i.incident for i in read_incidents(store) if mention_id in i.incident.mention_ids)
    return incident.mention_ids


def test_what_was_judged_is_found_by_the_beginning_of_an_id_and_by_a_former_one(path: Path) -> None:
    with open_store(path) as store:
        one, other = (i.incident for i in list(read_incidents(store))[:2])
        ask(store, Verdict.ACCEPT, one.incident_id[:10])
        assert {s.verdict for s in read_shown(store, mention_ids=one.mention_ids)} == {"accept"}
        ask(store, Verdict.JOIN, one.incident_id, other.incident_id)
        ask(store, Verdict.ACCEPT, one.incident_id)
        assert ask(store, Verdict.ACCEPT, one.incident_id[:8].upper()).judgements
        with pytest.raises(ReportedlyError, match="no incident or mention has this id"):
            ask(store, Verdict.ACCEPT, "nothing")
        for word in ("", "ab"):
            with pytest.raises(ReportedlyError, match="too short for an id"):
                ask(store, Verdict.ACCEPT, word)
        with pytest.raises(JudgementError, match="no judgement has this id"):
            ask(store, Verdict.UNDO, "nothing")


def tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'judgement%'"
        )
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgements SET who = 'Nobody' WHERE number = 2",
        "UPDATE judgements SET record = replace(record, 'R. Reader', 'Nobody') WHERE number = 2",
        "UPDATE judgements SET record = '{}' WHERE number = 1",
        "UPDATE judgements SET why = 'Nothing' WHERE number = 3",
        "DELETE FROM judgements WHERE number = 2",
        "UPDATE judgement_anchors SET trigger_start = 1",
        "DELETE FROM judgement_anchors",
        "UPDATE judgements SET previous = NULL WHERE number = 3",
    ],
)
def test_tampering_is_found(path: Path, statement: str) -> None:
    with open_store(path) as store:
        for m in mentions(store)[:3]:
            ask(store, Verdict.ACCEPT, m.mention_id)
        last = verify(store)
        assert store.row("SELECT judgement_id FROM judgements WHERE number = 3") == (last,)
    tamper(path, "PRAGMA foreign_keys = OFF", statement)
    with open_store(path) as store, pytest.raises(JudgementError, match=r"judgement \d|anchors of a judgement"):
        verify(store)


def test_judgements_are_neither_changed_nor_deleted(path: Path) -> None:
    with open_store(path) as store:
        ask(store, Verdict.ACCEPT, mentions(store)[0].mention_id)
    with closing(sqlite3.connect(path)) as connection:
        for table in ("judgements", "judgement_anchors"):
            for statement in (f"UPDATE {table} SET judgement_id = 'x'", f"DELETE FROM {table}"):
                with pytest.raises(sqlite3.IntegrityError, match="judgements are appended"):
                    connection.execute(statement)


def test_applying_again_changes_nothing(path: Path) -> None:
    with open_store(path) as store:
        ask(store, Verdict.SET, mentions(store)[5].mention_id, field="injured", value="3+")
        before = list(store.rows("SELECT * FROM judged_mentions")), list(read_incidents(store))
        with store.transaction():
            apply_judgements(store)
        assert (list(store.rows("SELECT * FROM judged_mentions")), list(read_incidents(store))) == before


def claimed(mention: Mention, field: str) -> list[tuple[str | None, str]]:
    """The values of a field with the kinds of those who give them."""
    return [(c.value, c.claimant.kind.value) for c in mention.claims if c.field == field]


def test_what_the_report_told_stays_beside_what_is_set(path: Path) -> None:
    with open_store(path) as store:
        first = next(m for m in mentions(store) if m.killed and m.killed.best == 3)
        ask(store, Verdict.SET, first.mention_id, field="killed", value="5")
        ask(store, Verdict.SET, first.mention_id, field="place", value="Tall Nasr @ 35.25, 36.75")
        (now,) = (m for m in mentions(store) if m.mention_id == first.mention_id)
        assert claimed(now, "killed") == [("3", "official"), ("5", "reviewer")]
        place = first.place.name if first.place else None
        assert claimed(now, "place") == [(place, "outlet"), ("Tall Nasr", "reviewer")]


def test_the_last_value_that_is_set_is_the_one(path: Path) -> None:
    with open_store(path) as store:
        first = next(m for m in mentions(store) if m.killed and m.killed.best == 3)
        for value in ("99", "4", None):
            ask(store, Verdict.SET, first.mention_id, field="killed", value=value)
        (now,) = (m for m in mentions(store) if m.mention_id == first.mention_id)
        assert now.killed is None
        assert claimed(now, "killed") == [("3", "official"), (None, "reviewer")]


@pytest.mark.parametrize("who", ["", "  ", "R.\nReader", "\x1b[31mR"])
def test_a_judgement_is_signed(path: Path, who: str) -> None:
    with open_store(path) as store:
        asked = Asked(Verdict.ACCEPT, (mentions(store)[0].mention_id,), who)
        with pytest.raises(JudgementError, match="sign with a name"):
            judge(store, asked, DayLinker(), lambda: NOON)
        assert store.row("SELECT count(*) FROM judgements") == (0,)


def test_what_is_taken_back_is_not_taken_back_again(path: Path) -> None:
    with open_store(path) as store:
        first = mentions(store)[0].mention_id
        rejected = ask(store, Verdict.REJECT, first).judgements[0].judgement_id
        undone = ask(store, Verdict.UNDO, rejected).judgements[0].judgement_id
        with pytest.raises(JudgementError, match="taken back already"):
            ask(store, Verdict.UNDO, rejected)
        again = ask(store, Verdict.UNDO, undone)
        assert again.incident_ids == incidents_of(store, [first]) == ()


def test_what_is_no_event_is_neither_joined_nor_parted(path: Path) -> None:
    with open_store(path) as store:
        one, other = (m.mention_id for m in mentions(store)[:2])
        ask(store, Verdict.SET, one, field="status", value="aggregate")
        with pytest.raises(JudgementError, match=r"is no event \(aggregate\)"):
            ask(store, Verdict.JOIN, one, other)


def test_an_incident_that_comes_apart_is_told(path: Path) -> None:
    with open_store(path) as store:
        incident = next(i.incident for i in read_incidents(store) if len(i.incident.mention_ids) > 1)
        first, *others = incident.mention_ids
        done = ask(store, Verdict.SET, first, field="date", value="2020-01-01")
        ((former, parts),) = done.came_apart
        assert former == incident.incident_id
        assert set(parts) == {*done.incident_ids, *incidents_of(store, others)}


def test_nothing_is_appended_to_a_chain_that_was_tampered_with(path: Path) -> None:
    with open_store(path) as store:
        first = mentions(store)[0].mention_id
        ask(store, Verdict.ACCEPT, first)
    tamper(path, "UPDATE judgements SET who = 'Another'")
    with open_store(path) as store:
        with pytest.raises(JudgementError, match="was changed after it was made"):
            ask(store, Verdict.ACCEPT, first)
        assert store.row("SELECT count(*) FROM judgements") == (1,)


def test_mentions_are_split_off_together(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [report(n) for n in range(144)])
    with open_store(path) as store:
        incident = next(i.incident for i in read_incidents(store) if len(i.incident.mention_ids) > 3)
        one, other, *rest = incident.mention_ids
        done = ask(store, Verdict.PART, f"{one}+{other}")
        assert incidents_of(store, [one]) == incidents_of(store, [other])
        assert incidents_of(store, [one]) != incidents_of(store, rest)
        ask(store, Verdict.UNDO, *(j.judgement_id for j in done.judgements))
        assert len(incidents_of(store, incident.mention_ids)) == 1


def test_groups_are_parted_from_one_another(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [report(n) for n in range(144)])
    with open_store(path) as store:
        incident = next(i.incident for i in read_incidents(store) if len(i.incident.mention_ids) > 3)
        one, other, third, fourth = incident.mention_ids[:4]
        ask(store, Verdict.PART, f"{one}+{other}", f"{third}+{fourth}")
        rulings = apply_judgements(store, write=False)
        assert rulings.must == ((one, other), (third, fourth))
        assert rulings.cannot == ((one, third),)


def test_a_parting_holds_when_one_of_the_parted_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [report(n) for n in range(144)])
    with open_store(path) as store:
        incident = next(i.incident for i in read_incidents(store) if len(i.incident.mention_ids) > 3)
        one, other, third, fourth = incident.mention_ids[:4]
        ask(store, Verdict.PART, f"{one}+{other}", f"{third}+{fourth}")
        ask(store, Verdict.REJECT, one)
        assert among(*_pairs(store), {other, third, fourth}) == (((third, fourth),), ((other, third),))
        assert incidents_of(store, [other]) != incidents_of(store, [third, fourth])


def test_a_join_holds_when_one_of_the_joined_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [report(n) for n in range(144)])
    with open_store(path) as store:
        firsts = [i.incident.mention_ids[0] for i in read_incidents(store)][:3]
        for middle in range(3):
            done = [ask(store, Verdict.JOIN, *firsts), ask(store, Verdict.REJECT, firsts[middle])]
            left = [ident for n, ident in enumerate(firsts) if n != middle]
            assert len(incidents_of(store, left)) == 1
            for judged in reversed(done):
                ask(store, Verdict.UNDO, *(j.judgement_id for j in judged.judgements))


def _pairs(store: Store) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    rulings = apply_judgements(store, write=False)
    return rulings.must, rulings.cannot


def test_actors_that_are_set_have_their_neutral_names(path: Path) -> None:
    with open_store(path) as store:
        first = mentions(store)[0].mention_id
        ask(store, Verdict.SET, first, field="perpetrator", value="RSF; Harbour Watch")
        named = {a.name for a in mentions(store)[0].actors if a.role is Role.PERPETRATOR}
        assert named == {"Rapid Support Forces", "Harbour Watch"}
