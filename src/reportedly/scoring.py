"""Code the reports of a gold file and score them: what the verb ``score`` does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import GoldError, Problem
from reportedly.evaluate import (
    Gold,
    SourceText,
    check_gates,
    load_gates,
    load_gold,
    load_mentions,
    render_disagreements,
    render_reports,
    render_scores,
    score,
)
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, page_text, read_paths
from reportedly.records import Mention, Report


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """What to score.

    Attributes:
        gold: Gold file.
        texts: Page, or folder of the reports that it names.
        metadata: Sidecar; ``reports.csv`` beside the texts if not given.
        places: GeoNames dumps.
        language: Score the reports in this language alone.
        mentions: Mention records to score; the reports are coded if not given.
    """

    gold: Path
    texts: Path
    metadata: Path | None = None
    places: tuple[Path, ...] = ()
    language: str | None = None
    mentions: Path | None = None


@dataclass(frozen=True, slots=True)
class ScoreOutcome:
    """The figures, the table of reports, the disagreements and the gates that failed, as plain text.

    Attributes:
        problems: What was refused or assumed while the reports and the gazetteers were read.
    """

    figures: str
    reports: str
    disagreements: str
    failures: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def _files(gold: Gold, texts: Path) -> list[Path]:
    if texts.is_file():
        return [texts]
    if not texts.is_dir():
        raise GoldError(f"{texts}: no such file or folder")
    names = sorted({r.file for r in gold.reports if r.file})
    if names:
        return [texts / name for name in names]
    return sorted(p for p in texts.iterdir() if p.suffix == ".txt")


def _read(files: list[Path], metadata: Path | None) -> tuple[list[Report], list[Problem]]:
    beside = [folder / "reports.csv" for folder in (files[0].parent, files[0].parent.parent)]
    options = ReadOptions(metadata=metadata or next((b for b in beside if b.is_file()), None))
    reports: list[Report] = []
    problems: list[Problem] = []
    for item in read_paths([str(f) for f in files], options):
        (problems if isinstance(item, Problem) else reports).append(item)  # type: ignore[arg-type]
    return reports, problems


_TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json")


def _texts(files: list[Path], reports: list[Report]) -> list[SourceText]:
    """Return the texts that offsets count in: whole pages, and the text field of each row of a table."""
    pages = [f for f in files if f.suffix not in _TABLES]
    tables = {str(f) for f in files} - {str(f) for f in pages}
    found = [SourceText(str(f), page_text(str(f), ReadOptions())) for f in pages]
    return found + [SourceText(r.file, r.text, r.part) for r in reports if r.file in tables]


def run_score(request: ScoreRequest, gates: Path | None = None, section: str | None = None) -> ScoreOutcome:
    """Return the scores of the coder, or of given mentions, against a gold file.

    Raises:
        GoldError: The gold, the texts or the gates cannot be used.
    """
    gold = load_gold(request.gold)
    files = _files(gold, request.texts)
    reports, problems = _read(files, request.metadata)
    if request.mentions is not None:
        mentions: tuple[Mention, ...] = tuple(load_mentions(request.mentions))
    else:
        coder = Coder(places=request.places)
        problems.extend(coder.problems)
        mentions = tuple(m for coded in coder.code_all(reports) for m in coded.mentions)
    texts = _texts(files, reports)
    scores = score(gold, mentions, texts, language=request.language)
    failures: tuple[str, ...] = ()
    if gates is not None:
        failures = tuple(str(f) for f in check_gates(scores, load_gates(gates, section or "default")))
    return ScoreOutcome(
        render_scores(scores),
        render_reports(scores),
        render_disagreements(scores.disagreements),
        failures,
        tuple(problems),
    )
