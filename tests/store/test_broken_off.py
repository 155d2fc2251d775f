"""A run that is killed, or whose disk is full, leaves a whole store, and the next one goes on from there."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.errors import StoreError
from reportedly.runs import run_into
from reportedly.store import open_store

from .make import content_at, report, run, tools

REPORTS = [report(n) for n in range(150)]

RUN = """
import sys
from tests.store.make import report, tools
from reportedly.pipeline import Coded
from reportedly.runs import Watch, run_into
from reportedly.store import open_store, writing
from pathlib import Path

class Say(Watch):
    def stored(self, coded: Coded) -> None:
        print(coded.report.id, flush=True)

path = Path(sys.argv[1])
with writing(path), open_store(path, create=True) as store:
    run_into(store, [report(n) for n in range(150)], tools(), Say())
print("done", flush=True)
"""


def start(path: Path) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", RUN, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)


def whole(path: Path) -> bool:
    with open_store(path) as store:
        checks = [row[0] for row in store.rows("PRAGMA integrity_check")]
        return checks == ["ok"] and not list(store.rows("PRAGMA foreign_key_check"))


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "a.db", random.Random(seed)
    told: set[str] = set()
    for _ in range(3):
        heard, stop = 0, chance.randrange(1, 150)
        with start(path) as killed:
            assert killed.stdout is not None
            for line in killed.stdout:
                told.add(line.strip())
                heard += 1
                if heard == stop:
                    killed.send_signal(signal.SIGKILL)
            killed.wait()
        assert whole(path)
        with open_store(path) as store:
            assert told - {"done"} <= {row[0] for row in store.rows("SELECT report_id FROM reports")}
    run(path, REPORTS)
    run(tmp_path / "b.db", REPORTS)
    assert content_at(path) == content_at(tmp_path / "b.db")


class _Stop(BaseException):
    """Stands for whatever ends a program in the midst of its work."""


@pytest.mark.parametrize("seed", range(12))
def test_broken_off_between_any_two_statements(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path, chance = tmp_path / "a.db", random.Random(seed)
    left = chance.randrange(1, 1500)

    def counting(sql: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise _Stop

    with open_store(path, create=True) as store:
        real = store.write

        def write(sql: str, values: object = ()) -> int:
            counting(sql)
            return real(sql, values)  # type: ignore[arg-type]

        monkeypatch.setattr(store, "write", write)
        with contextlib.suppress(_Stop):
            run_into(store, REPORTS, tools())
    assert whole(path)
    run(path, REPORTS)
    run(tmp_path / "b.db", REPORTS)
    assert content_at(path) == content_at(tmp_path / "b.db")


@pytest.mark.parametrize("more", [0, 8, 40, 90])
def test_a_full_disk_leaves_the_store_whole(tmp_path: Path, more: int) -> None:
    path = tmp_path / "a.db"
    run(path, REPORTS[:32])
    before = content_at(path)
    with open_store(path) as store:
        pages = store.row("PRAGMA page_count")
        assert pages is not None
        store.row(f"PRAGMA max_page_count = {pages[0] + more}")
        with pytest.raises(StoreError, match=r"a\.db: cannot be written .*: make room on the disk and run again"):
            run_into(store, REPORTS, tools())
    assert whole(path)
    with open_store(path) as store:
        kept = {row[0] for row in store.rows("SELECT report_id FROM reports")}
    assert {row[0] for row in before["reports"]} <= kept
    run(path, REPORTS)
    run(tmp_path / "b.db", REPORTS)
    assert content_at(path) == content_at(tmp_path / "b.db")


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
from reportedly.errors import StoreError
try:
    exec(compile(sys.stdin.read(), "run", "exec"))
except StoreError as error:
    print("told", error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize("kilobytes", [100, 400, 500])
def test_a_file_that_may_not_grow(tmp_path: Path, kilobytes: int) -> None:
    path, root = tmp_path / "a.db", Path(__file__).parents[2]
    command = [sys.executable, "-c", LIMITED, str(path), str(kilobytes * 1024)]
    done = subprocess.run(command, input=RUN, capture_output=True, text=True, cwd=root, check=True)
    last = done.stdout.splitlines()[-1]
    assert last.startswith("told ")
    assert "make room on the disk" in last
    run(path, REPORTS)
    assert whole(path)
    run(tmp_path / "b.db", REPORTS)
    assert content_at(path) == content_at(tmp_path / "b.db")
