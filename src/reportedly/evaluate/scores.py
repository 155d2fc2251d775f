"""The figures that scoring gives: fractions with a name, disagreements, and the floors that they are held to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import GoldError

FIGURES = (
    "detection_precision",
    "detection_recall",
    "detection_f1",
    "status",
    "type",
    "date",
    "place",
    "precision",
    "actors_precision",
    "actors_recall",
    "actors_f1",
    "killed",
    "killed_given",
    "injured",
    "injured_given",
    "claims_precision",
    "claims_recall",
    "claims_f1",
    "stance",
    "verbatim",
)
"""Names of the figures, in the order they are shown; ``_given`` counts only rows whose gold has a toll."""

ROUNDING = 0.0005
"""A floor is written with three digits, so a figure may fall this far below it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A share: ``numerator`` right of ``denominator`` judged. An F1 is twice the hits over both sides' rows."""

    name: str
    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        """The share, ``None`` where nothing was judged."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing in which system and gold differ.

    Attributes:
        kind: ``missed``, ``false alarm``, ``status``, ``type``, ``date``, ``place``, ``precision``, ``killed``,
            ``injured``, ``<role> missing``, ``<role> extra``, ``claim missing``, ``claim extra``, ``claim stance`` or
            ``not verbatim``.
        report: Gold id of the report.
        gold_id: Gold id of the row, ``None`` where no gold row is concerned.
        mention_id: Id of the system row, ``None`` where there is none.
        gold: What the gold says.
        system: What the system says.
        sentence: The sentence concerned.
        file: File of the report.
        offset: Where the sentence's row stands in that file's text, in code points.
    """

    kind: str
    report: str
    gold_id: str | None
    mention_id: str | None
    gold: str
    system: str
    sentence: str
    file: str
    offset: int


@dataclass(frozen=True, slots=True)
class ReportScores:
    """The figures of one gold report."""

    report: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures, those of each report, and every disagreement in the order of the gold."""

    figures: tuple[Figure, ...]
    reports: tuple[ReportScores, ...]
    disagreements: tuple[Disagreement, ...]

    def figure(self, name: str) -> Figure:
        """Return one figure.

        Raises:
            KeyError: No such figure.
        """
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)


class Tally:
    """Counts while scoring; ``figures`` turns them into fractions."""

    def __init__(self) -> None:
        self._right = dict.fromkeys(FIGURES, 0)
        self._judged = dict.fromkeys(FIGURES, 0)

    def add(self, name: str, right: int, judged: int = 1) -> None:
        """Count ``right`` of ``judged`` for a figure."""
        self._right[name] += right
        self._judged[name] += judged

    def hits(self, group: str, hits: int, gold: int, system: int) -> None:
        """Count ``hits`` between ``gold`` and ``system`` things for the precision and recall of ``group``."""
        self.add(f"{group}_precision", hits, system)
        self.add(f"{group}_recall", hits, gold)

    def merge(self, other: Tally) -> None:
        """Add what another tally counted."""
        for name in FIGURES:
            self.add(name, other._right[name], other._judged[name])

    def figures(self) -> tuple[Figure, ...]:
        """Return the figures in their order, each F1 from its precision and recall."""
        found = []
        for name in FIGURES:
            right, judged = self._right[name], self._judged[name]
            if name.endswith("_f1"):
                halves = [name.replace("_f1", "_precision"), name.replace("_f1", "_recall")]
                right, judged = sum(self._right[half] for half in halves), sum(self._judged[half] for half in halves)
            found.append(Figure(name, right, judged))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a figure may be, from 0 to 1."""

    figure: str
    least: float


@dataclass(frozen=True, slots=True)
class Gates:
    """The floors of one section of a gate file."""

    name: str
    floors: tuple[Floor, ...]


@dataclass(frozen=True, slots=True)
class GateFailure:
    """A figure below its floor; ``value`` is ``None`` where nothing was judged."""

    figure: str
    least: float
    value: float | None

    def __str__(self) -> str:
        found = "nothing to judge" if self.value is None else f"{self.value:.3f}"
        return f"{self.figure}: {found}, at least {self.least:.3f} is asked for"


def load_gates(path: Path, section: str) -> Gates:
    """Return the floors of one section of a TOML gate file, whose keys are the names of figures.

    Raises:
        GoldError: Not readable, no such section, an unknown figure, or a floor that is no share.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as gates: {error}") from error
    rows = table.get(section)
    if not isinstance(rows, dict):
        raise GoldError(f"{path}: no section [{section}]; it has {', '.join(table) or 'none'}")
    for name, least in rows.items():
        if name not in FIGURES:
            raise GoldError(f"{path}: [{section}] {name}: no such figure; they are {', '.join(FIGURES)}")
        if isinstance(least, bool) or not isinstance(least, (int, float)) or not 0 <= least <= 1:
            raise GoldError(f"{path}: [{section}] {name}: expected a share from 0 to 1, found {least!r}")
    return Gates(section, tuple(Floor(name, float(least)) for name, least in rows.items()))


def check_gates(scores: Scores, gates: Gates) -> tuple[GateFailure, ...]:
    """Return the figures that are below their floors or that nothing was judged for, in the order of the gates."""
    failures = []
    for floor in gates.floors:
        value = scores.figure(floor.figure).value
        if value is None or value < floor.least - ROUNDING:
            failures.append(GateFailure(floor.figure, floor.least, value))
    return tuple(failures)


def _cell(figure: Figure) -> str:
    return "-" if figure.value is None else f"{figure.value:.3f}"


def _columns(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(cell.ljust(width) if not column else cell.rjust(width) for column, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in rows)
    )
    return "\n".join(line.rstrip() for line in lines)


def render_scores(scores: Scores) -> str:
    """Return the figures as a plain text table: name, share, and what it counts."""
    rows = [("figure", "share", "right", "judged")]
    rows += [(item.name, _cell(item), str(item.numerator), str(item.denominator)) for item in scores.figures]
    return _columns(list(rows))


REPORT_FIGURES = (
    *("detection_precision", "detection_recall", "type", "date", "place", "actors_f1", "killed", "injured"),
    "claims_f1",
)
"""Figures that the table of reports shows, as many as fit a line."""


def render_reports(scores: Scores) -> str:
    """Return a plain text table of the main figures, one line a report."""
    rows: list[tuple[str, ...]] = [("report", *(name.replace("detection_", "") for name in REPORT_FIGURES))]
    for report in scores.reports:
        cells = {figure.name: _cell(figure) for figure in report.figures}
        rows.append((report.report, *(cells[name] for name in REPORT_FIGURES)))
    return _columns(rows)


def render_disagreements(disagreements: Iterable[Disagreement]) -> str:
    """Return the disagreements as plain text, each with its gold value, its system value and its sentence."""
    blocks = []
    for item in disagreements:
        where = item.gold_id or item.report
        sentence = " ".join(item.sentence.split())
        blocks.append(f"{where}  {item.kind}\n  gold:   {item.gold}\n  system: {item.system}\n  | {sentence}")
    return "\n".join(blocks)
