"""The verbs of a store, on invented reports."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.store import writing

EXAMPLES = Path(__file__).parents[1] / "examples"
MAIN = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from reportedly.cli import main; main()"
)
"""The program with Ctrl-C heard, which a shell mutes in what it runs in the background."""


class Done:
    def __init__(self, *arguments: object) -> None:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.code, self.out, self.said = result.exit_code, result.stdout, result.stderr.splitlines()

    @property
    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


def run(store: Path, *files: object) -> Done:
    return Done("run", *(files or [EXAMPLES / "reports"]), "--metadata", EXAMPLES / "reports.csv", "--into", store)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("whole") / "a.db"
    assert run(store).code == 0
    return store


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "a.db"
    with closing(sqlite3.connect(whole)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    return copy


def incident_ids(store: Path, *options: object) -> list[str]:
    return [str(r["incident_id"]) for r in Done("incidents", store, "--format", "jsonl", *options).records]


def test_a_run_and_the_same_again(tmp_path: Path) -> None:
    page = EXAMPLES / "reports" / "terraces_market.txt"
    options = ("--published", "2021-03-15", "--source", "Free Terraces Monitor", "--into", tmp_path / "a.db")
    first = Done("run", page, *options)
    assert (first.code, first.out) == (0, "")
    assert first.said[-2:] == [
        "reports: 1 new, 0 coded anew, 0 known",
        "in the store: 2 mentions, 2 incidents (2 new, 0 replaced)",
    ]
    again = Done("run", page, *options)
    assert again.said[-2:] == ["reports: 0 new, 0 coded anew, 1 known", "in the store: 2 mentions, 2 incidents"]


def test_mentions_are_the_records_of_code_with_their_incidents(whole: Path) -> None:
    coded = Done("code", EXAMPLES / "reports", "--metadata", EXAMPLES / "reports.csv", "--format", "jsonl").records
    shown = Done("mentions", whole, "--format", "jsonl").records
    homes = [record.pop("incident_id") for record in shown]
    key = json.dumps
    assert sorted(shown, key=key) == sorted(coded, key=key)
    assert [list(a) for a in shown] == [list(coded[0])] * len(shown)
    assert all((record["status"] == "event") is (home is not None) for record, home in zip(shown, homes, strict=True))


def test_mentions_are_the_same_bytes_in_any_order(whole: Path, tmp_path: Path) -> None:
    files = sorted((EXAMPLES / "reports").iterdir())
    random.Random(1).shuffle(files)
    for group in (files[:4], files[4:]):
        # The sidecar also names files that are not among these.
        assert run(tmp_path / "b.db", *group).code == 1
    for format_ in ("jsonl", "csv", "table"):
        verbs = ("mentions", "incidents")
        assert [Done(v, whole, "--format", format_).out for v in verbs] == [
            Done(v, tmp_path / "b.db", "--format", format_).out for v in verbs
        ]


def test_incidents_are_filtered(whole: Path) -> None:
    def places(*options: object) -> set[object]:
        rows = csv.DictReader(io.StringIO(Done("incidents", whole, "--format", "csv", *options).out))
        return {row["place"] for row in rows}

    assert places("--place", "maarrat") == places("--place", "معرة مصرين") == {"Maarrat Misrin"}
    assert places("--from", "2021-03-18") == {"Hajin"}
    assert places("--to", "2021-03-12") == {"Dar‘ā", "Tafas"}
    assert places("--from", "2021-03-15", "--to", "2021-03-15", "--type", "clash") == {"As Sukhnah"}
    assert places("--actor", "islamic-state") >= {"Kirkuk"}
    assert places("--grade", "corroborated") == {"Tall Ḩamīs"}
    assert places("--place", "100%") == set()
    assert Done("incidents", whole, "--from", "March").said == [
        "reportedly: --from March: not a day; write it as 2020-04-17"
    ]


@pytest.mark.parametrize("arguments", [["mentions"], ["incidents"], ["show", "--place", "a"], ["aggregates"]])
@pytest.mark.parametrize("width", [80, 140])
def test_no_line_is_wider_than_the_screen(
    whole: Path, arguments: list[str], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = Done(arguments[0], whole, *arguments[1:]).out.splitlines()
    assert len(lines) >= 5
    assert max(map(cell_len, lines)) <= width
    assert all(line.count("\u2068") + line.count("\u2067") == line.count("\u2069") for line in lines)


def test_one_incident(store: Path) -> None:
    (market,) = incident_ids(store, "--place", "Maarrat", "--actor", "Syrian Air Force", "--grade", "contested")
    (found, *_) = (r for r in Done("mentions", store, "--format", "jsonl").records if r["incident_id"] == market)
    by_mention = Done("show", store, str(found["mention_id"])[:12])
    assert by_mention.code == 0
    assert by_mention.out == Done("show", store, market).out
    lines = by_mention.out.splitlines()
    assert lines[0].startswith(f"Incident {market} · contested")
    assert any(line.startswith("  killed ") for line in lines)
    assert any("│ " in line for line in lines)
    assert Done("show", store, "0000").code == 2
    assert "name an incident" in Done("show", store).said[0]


def test_the_strongest_pairs_that_tie_an_incident_together_are_shown(whole: Path) -> None:
    counts = {}
    for row in csv.DictReader(io.StringIO(Done("incidents", whole, "--format", "csv").out)):
        text = Done("show", whole, row["incident_id"]).out
        counts[int(row["mentions"])] = len(re.findall(r"^  \[\d+\] \[\d+\]  \d+%", text, re.MULTILINE))
        assert ("more pair" in text) == (int(row["mentions"]) > 2)
    assert max(counts) > 2
    assert all(shown == size - 1 for size, shown in counts.items())


def test_a_toll_that_its_source_has_replaced_is_marked(tmp_path: Path) -> None:
    for day, count in ((7, 3), (8, 5)):
        text = f"Shelling killed {count} farmers in Entebbe on 6 June 2021, residents said.\n"
        (tmp_path / f"{day}.txt").write_text(text)
    rows = ["file,source,published", *(f"{day}.txt,Example Daily,2021-06-0{day}" for day in (7, 8))]
    (tmp_path / "reports.csv").write_text("\n".join(rows) + "\n")
    files = [tmp_path / "7.txt", tmp_path / "8.txt"]
    Done("run", *files, "--metadata", tmp_path / "reports.csv", "--into", tmp_path / "a.db")
    (one,) = incident_ids(tmp_path / "a.db")
    lines = [" ".join(line.split()) for line in Done("show", tmp_path / "a.db", one).out.splitlines()]
    told = [line for line in lines if line.startswith(("3 -", "5 -"))]
    assert [("since replaced by 5" in line) for line in sorted(told)] == [True, False]


def test_tolls_are_numbers_in_sql_as_in_the_flat_table(whole: Path) -> None:
    rows = {r["incident_id"]: r for r in csv.DictReader(io.StringIO(Done("incidents", whole, "--format", "csv").out))}
    with closing(sqlite3.connect(whole)) as flat:
        cells = list(
            flat.execute("SELECT incident_id, killed_low, killed_best, killed_high, sources FROM incidents_flat")
        )
    assert len(cells) == len(rows)
    for ident, low, best, high, sources in cells:
        told = [rows[ident][f"killed_{side}"] for side in ("low", "best", "high")]
        assert ["" if n is None else str(n) for n in (low, best, high)] == told
        assert sources == (rows[ident]["sources"] or None)


def test_aggregates_stand_beside_the_incidents(whole: Path) -> None:
    found = Done("aggregates", whole, "--format", "jsonl").records
    everything = Done("mentions", whole, "--format", "jsonl").records
    assert [r["mention_id"] for r in found] == [r["mention_id"] for r in everything if r["status"] == "aggregate"]
    told: list[Any] = [r["store"] for r in found if r["store"]]
    known = incident_ids(whole)
    assert told
    assert all(set(t["incident_ids"]) <= set(known) for t in told)
    assert any(r["store"] is None for r in found)
    rows = list(csv.DictReader(io.StringIO(Done("aggregates", whole, "--format", "csv").out)))
    assert [row["store_incidents"] for row in rows if row["store_incidents"]] == [
        str(len(t["incident_ids"])) for t in told
    ]
    with closing(sqlite3.connect(whole)) as flat:
        assert flat.execute("SELECT count(*) FROM aggregates_flat").fetchone() == (len(found),)


def test_weights(store: Path, tmp_path: Path) -> None:
    shipped, before = Done("weights", store).out, incident_ids(store)
    assert "[[place]]" in shipped
    mine, keys = tmp_path / "mine.toml", tmp_path / "keys.csv"
    events = [r for r in Done("mentions", store, "--format", "jsonl").records if r["incident_id"]]
    keyed = "".join(f"{r['mention_id']},{r['incident_id']}\n" for r in events)
    keys.write_text(f"mention_id,key\n{keyed}", encoding="utf-8")
    estimated = Done("weights", store, "--keys", keys)
    assert "pairs of one event" in estimated.said[-1]
    far = estimated.out.replace("bits = -2.5", "bits = -40.0")
    mine.write_text(far, encoding="utf-8")
    assert Done("weights", store, "--use", mine).code == 0
    assert Done("weights", store).out == far
    assert len(incident_ids(store)) == len(events) > len(before)
    assert Done("weights", store, "--use", "shipped").code == 0
    assert (Done("weights", store).out, incident_ids(store)) == (shipped, before)


def test_weights_that_cannot_be_used(store: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[prior]\nbits = -2.5\n", encoding="utf-8")
    for options, words in (
        (("--use", bad), f"{bad}: date, level"),
        (("--use", tmp_path / "none.toml"), "cannot be read"),
        (("--keys", tmp_path / "none.csv"), "cannot be read"),
        (("--keys", bad), "no columns mention_id and key"),
        (("--estimate",), "accept, join and part more"),
        (("--estimate", "--use", bad), "estimate first"),
    ):
        done = Done("weights", store, *options)
        assert (done.code, done.out) == (2, "")
        assert words in done.said[0]
    assert "[[place]]" in Done("weights", store).out


def test_judgements(store: Path) -> None:
    one, other = incident_ids(store)[:2]
    joined = Done("judge", store, "join", one, other, "--who", "R. Reader", "--why", "one raid")
    assert joined.code == 0
    now = joined.out.splitlines()[-1].removeprefix("now in incidents: ")
    shown = Done("show", store, one).out
    assert f"Incident {now}" in shown
    assert "R. Reader: join [" in shown
    assert "(one raid)" in shown
    assert f"joined from {one}" in shown
    first = str(Done("mentions", store, "--format", "jsonl").records[0]["mention_id"])
    rejected = Done("judge", store, "reject", first, "--who", "R. Reader")
    listed = [r["mention_id"] for r in Done("mentions", store, "--format", "jsonl").records]
    assert first not in listed
    (kept,) = (r for r in Done("mentions", store, "--all", "--format", "jsonl").records if r["mention_id"] == first)
    ident = rejected.out.split()[1].rstrip(":")
    assert (kept["review"], kept["incident_id"]) == ({"verdict": "reject", "judgements": [ident]}, None)
    assert Done("judge", store, "undo", ident, "--who", "R. Reader").code == 0
    assert Done("judge", store, "set", first, "killed", "3-5", "--who", "R. Reader").code == 0
    (changed,) = (r for r in Done("mentions", store, "--format", "jsonl").records if r["mention_id"] == first)
    killed, claims = changed["killed"], changed["claims"]
    assert isinstance(killed, dict)
    assert isinstance(claims, list)
    assert (killed["low"], killed["high"], claims[-1]["claimant"]["kind"]) == (3, 5, "reviewer")
    for wrong in (["set", first, "killed"], ["set", first, "killed", "many"], ["join", first], ["accept", "zzzz"]):
        done = Done("judge", store, *wrong, "--who", "R. Reader")
        assert (done.code, done.out, len(done.said)) == (2, "", 1)


def test_an_actor_is_found_by_any_of_its_names(whole: Path) -> None:
    assert incident_ids(whole, "--actor", "ISIS") == incident_ids(whole, "--actor", "داعش")
    assert incident_ids(whole, "--actor", "isis") == incident_ids(whole, "--actor", "Islamic State") != []


def test_filters_that_fit_nothing_are_told(whole: Path) -> None:
    assert "lies after --to" in Done("incidents", whole, "--from", "2021-03-18", "--to", "2021-03-01").said[0]
    assert "part of no type's name" in Done("incidents", whole, "--type", "spaceship").said[0]


def test_the_chain_of_judgements_is_verified(store: Path) -> None:
    assert Done("verify", store).out == "no judgements yet\n"
    first = str(Done("mentions", store, "--format", "jsonl").records[0]["mention_id"])
    judged = Done("judge", store, "accept", first, "--who", "R. Reader").out.split()[1].rstrip(":")
    assert Done("verify", store).out == f"judgements are as they were made; the last is {judged}\n"
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("DROP TRIGGER judgements_stay")
        connection.execute("UPDATE judgements SET who = 'Another'")
        connection.commit()
    done = Done("verify", store)
    assert done.code == 2
    assert "was changed after it was made" in done.said[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="a folder that may not be written into, of POSIX")
def test_a_store_is_read_where_nothing_can_be_written(store: Path) -> None:
    store.parent.chmod(0o555)
    try:
        assert Done("incidents", store).code == 0
    finally:
        store.parent.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="a closed stream of POSIX")
def test_a_closed_output_is_no_crash(whole: Path) -> None:
    command = f'exec "$0" -c "$1" incidents "{whole}" >&-'
    done = subprocess.run(["sh", "-c", command, sys.executable, MAIN], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_what_cannot_be_used(tmp_path: Path) -> None:
    page, gone = EXAMPLES / "reports" / "terraces_market.txt", tmp_path / "gone.db"
    text = tmp_path / "page.txt"
    text.write_text("No store.\n" * 100, encoding="utf-8")
    for arguments, words in (
        (["mentions", gone], "no such store; make it with: reportedly run PATHS --into"),
        (["incidents", text], "no store of reportedly"),
        (["run", page, "--into", text], "no store of reportedly"),
        (["run", tmp_path / "none.txt", "--into", gone], "nothing to run"),
        (["judge", gone, "accept", "abcd", "--who", "R. Reader"], "no such store"),
    ):
        done = Done(*arguments)
        assert (done.code, done.out) == (2, "")
        assert words in done.said[-1]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.txt"]


def test_a_second_run_is_told(store: Path) -> None:
    with writing(store):
        done = run(store, EXAMPLES / "reports" / "terraces_market.txt")
        assert (done.code, len(done.said)) == (2, 1)
        assert "another run is writing into this store; try again when it is done" in done.said[0]
        assert Done("mentions", store, "--format", "jsonl").code == 0


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_run_that_is_interrupted_is_said_and_goes_on(tmp_path: Path) -> None:
    told = "Two guards were killed when a mine exploded near Palmyra on 4 May 2021, officials said."
    table, store = tmp_path / "many.jsonl", tmp_path / "a.db"
    table.write_text("\n".join(json.dumps({"text": f"Notice {n}. {told}"}) for n in range(300)), encoding="utf-8")
    command = [sys.executable, "-c", MAIN, "run", str(table), "--into", str(store)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as begun:
        while not store.exists() or not _reports(store):
            assert begun.poll() is None
        begun.send_signal(signal.SIGINT)
        said = begun.communicate()[1]
    assert (begun.returncode, said) == (130, "reportedly: interrupted\n")
    kept = _reports(store)
    assert 0 < kept < 300
    assert "a run has not ended" in Done("incidents", store).said[0]
    done = Done("run", table, "--into", store)
    assert f"reports: {300 - kept} new, 0 coded anew, {kept} known" in done.said
    assert len(Done("mentions", store, "--format", "jsonl").records) == 300


def _reports(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    told = "Two guards were killed when a mine exploded near Palmyra on 4 May 2021, officials said."
    table, store = tmp_path / "many.jsonl", tmp_path / "a.db"
    table.write_text("\n".join(json.dumps({"text": f"{n}. {told}"}) for n in range(400)), encoding="utf-8")
    Done("run", table, "--into", store)
    command = [sys.executable, "-c", MAIN, "mentions", str(store), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        assert json.loads(reading.stdout.readline())["incident_id"]
        reading.stdout.close()
        said = reading.stderr.read()
    assert (reading.returncode, said) == (141, "")
