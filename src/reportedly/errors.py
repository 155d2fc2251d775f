"""One tree of exceptions; every message names the file, the place in it, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class ReportedlyError(Exception):
    """Root of every error that this package raises on purpose."""


class LexiconError(ReportedlyError):
    """A lexicon under ``resources/`` is malformed."""


class InputError(ReportedlyError):
    """Nothing could be read from what the user named."""


class GazetteerError(ReportedlyError):
    """A gazetteer file cannot be used."""


class GoldError(ReportedlyError):
    """A gold file cannot be used for scoring."""


class LinkError(ReportedlyError):
    """Mentions cannot be linked as asked: what reviewers joined and parted contradicts itself."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was refused or assumed while reading, kept so that it can be counted and shown.

    Attributes:
        file: Path as the user named it, or ``<stdin>``.
        line: 1-based line, or ``None`` where the problem is the whole file's.
        message: What is wrong and what to do.
        refused: True if input was left out (exit code 1), False for a note (an assumed encoding).
    """

    file: str
    line: int | None
    message: str
    refused: bool = True

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.message}"
