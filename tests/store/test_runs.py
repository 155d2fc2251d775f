"""Runs into a store: the same again adds nothing, a newer coder codes anew, order does not matter."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import JudgementError, StoreError
from reportedly.incidents import Verdict
from reportedly.judging import Asked, judge
from reportedly.records import Report, content_id
from reportedly.runs import run_into
from reportedly.store import ShownIncident, open_store, read_history, read_incidents, read_shown, successors, writing

from .make import NOON, DayLinker, FakeCoder, content_at, report, run, tools

REPORTS = [report(n) for n in range(100)]


def test_the_same_again_adds_nothing(tmp_path: Path) -> None:
    path, coder = tmp_path / "a.db", FakeCoder()
    first = run(path, REPORTS, tools(coder))
    assert (first.new, first.known, first.recoded, first.mentions) == (100, 0, 0, 100)
    before = path.read_bytes(), content_at(path)
    again = run(path, REPORTS, tools(coder))
    assert (again.new, again.known, again.recoded, again.made, coder.coded) == (0, 100, 0, 0, 100)
    assert (path.read_bytes(), content_at(path)) == before
    assert again.incidents == first.incidents == 36


def test_the_order_does_not_matter(tmp_path: Path) -> None:
    copies = [replace(r, file=f"copy/{r.file}", title="Copied") for r in REPORTS[:20]]
    copies += [replace(r, file=f"z/{r.file}", start=4, end=r.end + 4) for r in REPORTS[10:30]]
    whole, seed = [*REPORTS, *copies], random.Random(4)
    run(tmp_path / "0.db", whole)
    for number in (1, 2):
        seed.shuffle(whole)
        cut = seed.randrange(len(whole))
        run(tmp_path / f"{number}.db", whole[:cut])
        run(tmp_path / f"{number}.db", whole[cut:])
        assert content_at(tmp_path / f"{number}.db") == content_at(tmp_path / "0.db")


def test_a_newer_coder_codes_anew_and_the_old_coding_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS[:40])
    summary = run(path, REPORTS[:40], tools(FakeCoder(shift=True), lexicons="2"))
    assert (summary.new, summary.recoded, summary.known, summary.mentions) == (0, 40, 0, 40)
    with open_store(path) as store:
        rows = list(store.rows("SELECT mention_id, run_id, superseded_by_run, record FROM mention_history"))
        assert {row[1:3] for row in rows} == {(1, 2)}
        assert len(rows) == 40
        assert {row[0] for row in store.rows("SELECT run_id FROM mentions")} == {2}
        old = {row[0] for row in rows}
        assert not old & {row[0] for row in store.rows("SELECT mention_id FROM claims_flat")}
    assert run(path, REPORTS[:40], tools(FakeCoder(shift=True), lexicons="2")).known == 40


def test_coding_anew_to_the_same_leaves_no_history(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS[:40])
    ids = [i.incident.incident_id for i in _incidents(path)]
    assert run(path, REPORTS[:40], tools(lexicons="2")).recoded == 40
    with open_store(path) as store:
        assert store.row("SELECT count(*) FROM mention_history") == (0,)
    assert [i.incident.incident_id for i in _incidents(path)] == ids


def test_newer_metadata_take_the_place_of_older_ones(tmp_path: Path) -> None:
    path, told = tmp_path / "a.db", REPORTS[3]
    dated = replace(told, id=content_id("dated"), published=date(2021, 3, 11))
    for newest in (told, dated, told):
        run(path, [newest])
        with open_store(path) as store:
            assert [s.mention.report.id for s in read_shown(store)] == [newest.id]
            assert store.row("SELECT count(*) FROM claims_flat") == (1,)


def test_a_report_that_reads_otherwise_is_coded_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS[:2])
    summary = run(path, [REPORTS[0], replace(REPORTS[1], title="Mended")])
    assert (summary.known, summary.recoded) == (1, 1)
    with open_store(path) as store:
        assert "Mended" in {s.mention.report.title for s in read_shown(store)}


def _incidents(path: Path) -> list[ShownIncident]:
    with open_store(path) as store:
        return list(read_incidents(store))


def test_incidents_that_nothing_touches_keep_their_ids_and_the_others_their_history(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS[:36])
    with open_store(path) as store:
        before = {i.incident.incident_id for i in read_incidents(store)}
    summary = run(path, [REPORTS[36]])
    assert (summary.made, summary.gone, summary.incidents) == (1, 1, 36)
    with open_store(path) as store:
        after = {i.incident.incident_id for i in read_incidents(store)}
        (gone,), (new,) = before - after, after - before
        steps = read_history(store, new)
        assert {(s.change, s.former) for s in steps} == {("joined", gone), ("joined", None)}
        assert {s.why for s in steps} == {"same day +4.1, same place +5.9"}
        assert successors(store, gone) == (new,)
        assert [s.change for s in read_history(store, gone)] == ["made", "joined"]


@pytest.mark.parametrize("seed", range(6))
def test_linking_what_changed_gives_what_linking_all_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    near, all_ = DayLinker(), DayLinker(all_=True)
    for number in range(8):
        some = chance.sample(REPORTS, chance.randrange(1, 30))
        coder, lexicons = FakeCoder(shift=number == 5, deaf=number in (3, 6)), str(number // 3)
        for linker, name in ((near, "near.db"), (all_, "all.db")):
            run(tmp_path / name, some, tools(coder, lexicons, linker))
            if number in (2, 4):
                _judge_some(tmp_path / name, random.Random(seed + number), linker)
        assert content_at(tmp_path / "near.db") == content_at(tmp_path / "all.db"), number
    assert near.seen < all_.seen


def _judge_some(path: Path, chance: random.Random, linker: DayLinker) -> None:
    with open_store(path) as store:
        ids = [s.mention.mention_id for s in read_shown(store) if s.incident_id]
        for verdict, count in ((Verdict.REJECT, 2), (Verdict.JOIN, 2), (Verdict.PART, 2), (Verdict.SET, 1)):
            chosen = tuple(chance.sample(ids, min(count, len(ids))))
            field, value = ("date", "2021-03-05") if verdict is Verdict.SET else (None, None)
            with contextlib.suppress(JudgementError):
                judge(store, Asked(verdict, chosen, "R. Reader", None, field, value), linker, lambda: NOON)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    path, words = tmp_path / "a.db", "another run is writing into this store"
    with writing(path), pytest.raises(StoreError, match=words), writing(path):
        pass
    with writing(path):
        pass


def test_readers_read_while_a_run_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS[:32])

    def read_along() -> Iterator[Report]:
        for number, told in enumerate(REPORTS):
            with open_store(path) as reader:
                assert len(list(read_shown(reader))) in (32, 64, 96)
            yield told
            assert number < 100

    with open_store(path) as store:
        with store.transaction():
            store.write("UPDATE linking SET stale = 1")
            with open_store(path) as reader:
                assert len(list(read_incidents(reader))) == 32
        run_into(store, read_along(), tools())
        assert len(list(read_shown(store))) == 100


def test_metadata_that_are_left_out_take_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [report(1)])
    poor = replace(report(1, source="Harbour Wire"), id="poorer", source=None, published=None)
    summary = run(path, [poor])
    assert (summary.kept, summary.new, summary.recoded) == (1, 0, 0)
    with open_store(path) as store:
        assert list(store.rows("SELECT source, published FROM reports")) == [("Harbour Wire", "2021-03-09")]


def test_metadata_that_are_corrected_replace_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    run(path, [report(1)])
    run(path, [replace(report(1), id="other", source="Another Wire")])
    with open_store(path) as store:
        assert list(store.rows("SELECT source FROM reports WHERE replaced_by IS NULL")) == [("Another Wire",)]
