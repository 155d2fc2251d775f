from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.framing import Cue, Kind, Naming, Tone, count_namings
from reportedly.framing_output import COLUMNS, LEGEND, plain_line, table_lines
from reportedly.records import Span

REPORTS = (
    ("Lantern", "Terrorists shelled a mill near Homs. The Syrian army fired back."),
    ("Terraces", "Regime forces shelled a mill near Homs in Syria."),
    ("", 'Syrian troops shelled a mill near Homs. "Terrorists did it," the Syrian government said.'),
)


def naming(outlet: str = "Lantern", words: str = "terrorists", loaded: bool = True, quoted: bool = False) -> Naming:
    cue = Cue("terrorists", Kind.CRIMINALISING, Tone.NEGATIVE, Span(4, 14, "terrorists"))
    return Naming(
        outlet=outlet,
        actor="Unidentified armed group",
        actor_id="unidentified-armed-group",
        words=words,
        loaded=loaded,
        cues=(cue,) if loaded else (),
        quoted=quoted,
        speaker=False,
        candidate=None,
        span=Span(4, 14, words),
        report_id="r",
        file="page.txt",
        part=1,
    )


def lines(namings: list[Naming], width: int) -> list[str]:
    return [plain_line(line) for line in table_lines(count_namings(namings), width)]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("source", "text"), *REPORTS])
    return path


def framing(*arguments: object) -> tuple[int, str, list[str]]:
    result = CliRunner().invoke(app, ["framing", *map(str, arguments)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr.splitlines()


@pytest.mark.parametrize("width", [80, 140])
def test_actor_by_outlet(width: int) -> None:
    told = [naming(), naming(), naming(quoted=True), naming("Kestrel", "gunmen", loaded=False)]
    head, blank, actor, lantern, kestrel = lines(told, width)
    assert (head.split()[:3], blank) == (["Outlet", "Named", "Loaded"], "")
    assert actor == "Unidentified armed group · 2 of 4 loaded"
    quoted = ['"terrorists"', "1"] if width == 140 else ["+1"]
    assert lantern.split() == ["Lantern", "3", "2", "terrorists", "2,", *quoted, "·"]
    assert kestrel.split() == ["Kestrel", "1", "·", "·", "gunmen", "1"]
    assert all(cell_len(line) <= width for line in (head, actor, lantern, kestrel, *LEGEND))


def test_praise_is_marked_and_what_does_not_fit_is_counted() -> None:
    praise = replace(naming().cues[0], word="heroic", tone=Tone.POSITIVE)
    (line,) = lines([replace(naming(), cues=(praise,))], 80)[3:]
    assert "+heroic 1" in line
    many = [naming(words=f"men of the {n}th northern company", loaded=False) for n in range(9)]
    assert lines(many, 80)[3].endswith("+8") or lines(many, 80)[3].endswith("…")


@given(st.text(), st.text(), st.integers(80, 200), st.booleans())
def test_any_words_stay_on_one_line(outlet: str, words: str, width: int, loaded: bool) -> None:
    shown = lines([naming(outlet, words, loaded), naming("another B", words, loaded)], width)
    assert len(shown) == (4 if outlet == "another B" else 5)
    for line in shown:
        assert cell_len(line) <= width
        assert len(line.splitlines()) <= 1


def test_the_table(table: Path) -> None:
    code, out, said = framing(table, "--least", 1)
    assert code == 0
    assert out.splitlines()[2] == "Syrian Army · 1 of 3 loaded"
    assert "unknown outlet" in out
    assert said[-1] == "reports read: 3; namings: 6, loaded: 2"
    code, out, said = framing(table, "--least", 3)
    assert "Syrian government" not in out
    assert said[-1].startswith("actors named too rarely for the table: ")


def test_jsonl_has_spans_in_the_text(table: Path) -> None:
    records = [json.loads(line) for line in framing(table, "--format", "jsonl")[1].splitlines()]
    assert len(records) == 6
    for record in records:
        text = REPORTS[record["report"]["part"] - 1][1]
        for span in (record, *record["cues"]):
            assert text[span["start"] : span["end"]] == span["text"]
    assert [r["outlet"] for r in records if r["loaded"]] == ["Lantern", "Terraces", "unknown outlet"]
    assert [r["quoted"] for r in records if r["loaded"]] == [False, False, True]
    assert {cue["kind"] for r in records for cue in r["cues"]} == {"criminalising", "delegitimising"}


def test_csv_has_a_row_each(table: Path) -> None:
    out = framing(table, "--format", "csv")[1]
    head, *rows = csv.reader(io.StringIO(out))
    assert head == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    first = dict(zip(head, rows[0], strict=True))
    assert (first["outlet"], first["text"], first["loaded"], first["kinds"]) == (
        "Lantern",
        "Terrorists",
        "true",
        "criminalising",
    )
    assert (first["start"], first["end"], first["cue_starts"], first["part"]) == ("0", "10", "0", "1")


def test_a_bad_file_stops_nothing_else(tmp_path: Path, table: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    code, out, said = framing(empty, table)
    assert code == 1
    assert out
    assert "empty.txt: empty file" in said[0]
    assert said[-1] == "refused: 1 (see above)"
    code, out, said = framing(empty)
    assert (code, out) == (2, "")
    assert said[-1].startswith("reportedly: nothing to read")


def test_what_is_in_no_coded_language_is_said(tmp_path: Path, table: Path) -> None:
    russian = tmp_path / "russian.txt"
    russian.write_text("Двое охранников погибли при взрыве мины у города Пальмира, сообщил чиновник.", encoding="utf-8")
    assert "not yet coded: 1 report in language 'ru': russian.txt part 1" in framing(russian, table)[2]
    assert framing(russian)[0] == 2


def test_nothing_named_prints_no_table(tmp_path: Path) -> None:
    calm = tmp_path / "calm.txt"
    calm.write_text("The market was open and the weather stayed calm.")
    assert framing(calm)[:2] == (0, "")


def test_the_example_of_the_docs_is_how_the_output_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[1]
    page = (root / "docs" / "framing.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(root)
    out = framing("examples/reports", "--metadata", "examples/reports.csv")[1]
    assert out.startswith(shown), "put the new output into docs/framing.md"


def test_the_docs_name_every_kind() -> None:
    page = (Path(__file__).parents[1] / "docs" / "framing.md").read_text(encoding="utf-8")
    assert all(f"| {kind} |" in page for kind in Kind)
