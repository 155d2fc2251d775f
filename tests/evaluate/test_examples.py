from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from reportedly.evaluate import Gold, SourceText, load_gold, score

from .make import perfect_mentions

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(EXAMPLES / "gold.yaml")


@pytest.fixture(scope="module")
def texts() -> list[SourceText]:
    folder = EXAMPLES / "reports"
    plain = [path for path in sorted(folder.iterdir()) if path.suffix != ".csv"]
    with (folder / "wire.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row["text"] for row in csv.DictReader(stream)]
    found = [SourceText(str(path), path.read_text(encoding="utf-8")) for path in plain]
    return found + [SourceText("wire.csv", text, part) for part, text in enumerate(rows, 1)]


def test_every_quote_is_verbatim(gold: Gold, texts: list[SourceText]) -> None:
    scores = score(gold, perfect_mentions(gold, texts), texts)
    assert {figure.name: figure.value for figure in scores.figures if figure.value != 1.0} == {}
    by_report = {
        report.id: [text.text for text in texts if report.file in text.file and report.part == text.part]
        for report in gold.reports
        if report.file
    }
    for event in gold.events:
        (text,) = by_report[event.report]
        tolls = [toll.quote for toll in (*event.killed, *event.injured) if toll]
        for quote in (event.quote, *tolls, *(claim.quote for claim in event.claims)):
            assert quote is not None
            assert quote in text


def test_gold_covers_every_report_and_eight_incidents(gold: Gold, texts: list[SourceText]) -> None:
    files = {Path(text.file).name for text in texts}
    assert {report.file for report in gold.reports} == files
    assert {event.report for event in gold.events} == {report.id for report in gold.reports}
    incidents = Counter(event.incident for event in gold.events if event.incident)
    assert len(incidents) == 8
    assert sum(count > 1 for count in incidents.values()) == 6


def test_the_sidecar_agrees_with_the_gold(gold: Gold) -> None:
    with (EXAMPLES / "reports.csv").open(encoding="utf-8", newline="") as stream:
        sidecar = [(row["file"], row["source"], row["language"], row["published"]) for row in csv.DictReader(stream)]
    with (EXAMPLES / "reports" / "wire.csv").open(encoding="utf-8", newline="") as stream:
        table = [("wire.csv", row["source"], row["language"], row["published"]) for row in csv.DictReader(stream)]
    coded = [(report.file, report.source, report.language, str(report.published)) for report in gold.reports]
    assert sidecar + table == coded
