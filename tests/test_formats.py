from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.formats import COLUMNS, as_json_line, as_record, as_row, csv_line
from reportedly.records import Claim, Claimant, ClaimantKind, Mention, PlaceValue, ReportRef, Span, Stance, Status, Toll

EXAMPLES = Path(__file__).parents[1] / "examples"

SPAN_KEYS = ["text", "start", "end"]
KEYS = {
    "report": ["id", "file", "part", "start", "end", "source", "title", "language", "published"],
    "trigger": SPAN_KEYS,
    "quote": SPAN_KEYS,
    "status_cue": SPAN_KEYS,
    "date": ["edtf", *SPAN_KEYS],
    "place": "name gazetteer_id gazetteer_name admin1 country lat lon precision".split() + SPAN_KEYS,
    "actors": ["role", "name", "actor_id", *SPAN_KEYS],
    "killed": ["low", "best", "high", *SPAN_KEYS],
    "injured": ["low", "best", "high", *SPAN_KEYS],
    "weapon": ["name", *SPAN_KEYS],
    "claims": ["field", "value", "claimant", "stance", *SPAN_KEYS],
}
OPTIONAL = ["cue", "scope", "via", "distance", "party", "series"]
RECORD = (
    "mention_id report status status_cue event_type sub_event_type trigger quote date place actors killed injured weapon "
    "claims"
).split()


def mention(quote: str = "they hit it", value: str | None = None) -> Mention:
    return Mention(
        mention_id="0",
        report=ReportRef("r", "a.txt", 1, 0, 9, None, None, "en", date(2022, 5, 3)),
        status=Status.EVENT,
        event_type="Battles",
        sub_event_type="Armed clash",
        trigger=Span(0, 3, "hit"),
        quote=Span(0, len(quote), quote),
        place=PlaceValue("Dayr", None, lat=-3.5, lon=-60.25, precision=1),
        killed=Toll(2, 3, None, Span(0, 1, "3")),
        claims=(Claim("killed", value, Claimant('a, "b"; c', ClaimantKind.PERSON), Stance.CLAIMS, Span(0, 3, "hit")),),
    )


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    arguments = ["code", str(EXAMPLES / "reports"), "--metadata", str(EXAMPLES / "reports.csv"), "--format", "jsonl"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def spans(value: object) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("text"), str):
            yield value["text"], value["start"], value["end"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_the_keys_are_those_of_the_contract(records: list[dict[str, Any]]) -> None:
    assert records
    for record in records:
        assert list(record) == RECORD
        for name, keys in KEYS.items():
            values = record[name] if isinstance(record[name], list) else [record[name]]
            more = OPTIONAL if name == "claims" else []
            assert all(value is None or list(value)[: len(keys)] == keys for value in values)
            assert all(set(list(value)[len(keys) :]) <= set(more) for value in values if value is not None)
        assert all(list(claim["claimant"]) == ["text", "kind", "actor_id"] for claim in record["claims"])
    for name in KEYS:
        assert any(record[name] for record in records), name


def test_every_span_is_verbatim_in_what_text_prints(records: list[dict[str, Any]]) -> None:
    kinds = set()
    for record in records:
        file, part = record["report"]["file"], record["report"]["part"]
        table = file.endswith(".csv")
        result = CliRunner().invoke(app, ["text", file, *(["--part", str(part)] if table else [])])
        kinds.add(Path(file).suffix)
        found = list(spans({key: value for key, value in record.items() if key != "report"}))
        assert found
        for words, start, end in found:
            assert result.stdout[start:end] == words
        assert 0 <= record["report"]["start"] < record["report"]["end"] <= len(result.stdout)
    assert kinds == {".txt", ".md", ".html", ".csv"}


def test_line_ends_and_marks_count(tmp_path: Path) -> None:
    words = "\ufeffHarbour Wire\r\n\r\nThree guards were killed in an airstrike on the depot in Homs on 3 May 2022.\r\n"
    page = tmp_path / "a.txt"
    page.write_bytes(words.encode())
    result = CliRunner().invoke(app, ["code", str(page), "--format", "jsonl"])
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert found
    assert all(words[start:end] == text for record in found for text, start, end in spans(record["quote"]))
    assert CliRunner().invoke(app, ["text", str(page)]).stdout_bytes == page.read_bytes()


def cells(told: Mention) -> dict[str, str]:
    ((*row,),) = csv.reader(io.StringIO(csv_line(as_row(told)) + "\n", newline=""))
    assert len(row) == len(COLUMNS)
    return dict(zip(COLUMNS, row, strict=True))


def test_a_row_of_csv() -> None:
    row = cells(mention(value="3"))
    assert (row["killed_low"], row["killed_best"], row["killed_high"], row["injured_low"]) == ("2", "3", "", "")
    assert row["claims"] == 'killed=3 claims by a, "b"; c'
    assert (row["published"], row["source"], row["quote"]) == ("2022-05-03", "", "they hit it")


def test_no_cell_is_a_formula_and_numbers_stay() -> None:
    for start in "=+-@\t\r":
        assert cells(mention(quote=f"{start}1+1"))["quote"] == f"'{start}1+1"
    row = cells(mention())
    assert (float(row["lat"]), float(row["lon"])) == (-3.5, -60.25)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_words_survive_csv_and_json(words: str) -> None:
    told = mention(quote=words)
    assert cells(told)["quote"].removeprefix("'") == words.removeprefix("'")
    line = as_json_line(told)
    assert "\n" not in line
    assert json.loads(line) == json.loads(json.dumps(as_record(told)))
