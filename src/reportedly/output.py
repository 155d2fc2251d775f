"""Where a run's data and progress go: mentions to standard output as they come, a bar to the screen on long work."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING

import typer

from reportedly.records import Mention, Report

if TYPE_CHECKING:
    from rich.console import Console

LONG_WORK = 8
"""Reports from which a bar is shown: fewer are coded in about a second."""

LONG_TEXT = 50_000
"""Characters of all reports from which a bar is shown however few they are: some two seconds of parsing."""

READ_AHEAD = 2_000
"""Reports read before the first is coded, so that the bar knows its end; of more, it shows only how many are done."""

PLAIN_TERMINALS = ("linux", "dumb")
"""Terminals whose fonts hold a few hundred characters: a kernel's console lacks raised digits and rare brackets."""


class Format(StrEnum):
    """How ``code`` prints mentions."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class Writer:
    """Prints the mentions of one report after the other to standard output, each line flushed."""

    def __init__(self, format_: Format, screen: Console | None, verbose: bool = False) -> None:
        """Begin the output.

        Args:
            format_: How to print.
            screen: The console of standard output where that is a terminal, else ``None``.
            verbose: Whether each mention is a block beside the report's words instead of a row of the table.
        """
        self.format, self._screen, self._verbose, self._begun = format_, screen, verbose, False
        if format_ is Format.CSV:
            from reportedly.formats import COLUMNS, csv_line

            typer.echo(csv_line(COLUMNS))

    def write(self, report: Report, mentions: Sequence[Mention]) -> None:
        """Print the mentions of one report."""
        if self.format is Format.TABLE:
            self._write_blocks(report, mentions) if self._verbose else self._write_table(mentions)
            return
        from reportedly.formats import as_json_line, as_row, csv_line

        for mention in mentions:
            typer.echo(as_json_line(mention) if self.format is Format.JSONL else csv_line(as_row(mention)))

    def _write_table(self, mentions: Sequence[Mention]) -> None:
        from reportedly.tables import head_line, report_lines

        width = self._width()
        head = () if self._begun or not mentions else (head_line(width),)
        self._begun = self._begun or bool(mentions)
        self._print([((line.text, line.style),) for line in (*head, *report_lines(mentions, width))])

    def _write_blocks(self, report: Report, mentions: Sequence[Mention]) -> None:
        from reportedly.checking import report_lines

        lines = report_lines(report, mentions, self._width(), plain_signs(self._screen))
        self._print([tuple((piece.text, piece.style) for piece in line) for line in lines])

    def _width(self) -> int:
        from reportedly.tables import width_of

        return width_of(self._screen)

    def _print(self, lines: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Print lines of text with Rich styles; styles show on a screen alone."""
        if not lines:
            return
        if self._screen is None:
            typer.echo("".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines), nl=False)
        else:
            from rich.text import Text

            # Printed at once: each print draws the bar anew.
            self._screen.print(Text("\n").join(Text.assemble(*line) for line in lines), soft_wrap=True)


def plain_signs(screen: Console | None) -> bool:
    """Return whether a screen cannot print the signs of the checking view; files and pipes are UTF-8."""
    from reportedly.checking import SIGNS

    if screen is None or os.name == "nt":
        return False
    if os.environ.get("TERM") in PLAIN_TERMINALS:
        return True
    try:
        SIGNS.encode(locale.getencoding())
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def legend(format_: Format, verbose: bool) -> tuple[str, ...]:
    """Return what the signs of the output mean; data have none."""
    if format_ is not Format.TABLE:
        return ()
    if not verbose:
        from reportedly.summary import LEGEND

        return LEGEND
    from reportedly.checking import legend as signs

    return signs(plain_signs(terminal(False)))


def terminal(stream_is_error: bool) -> Console | None:
    """Return a console for standard error, or else standard output, where that is a terminal."""
    if not (sys.stderr if stream_is_error else sys.stdout).isatty():
        return None
    from rich.console import Console

    return Console(stderr=stream_is_error, highlight=False)


def bar_console(format_: Format, out: Console | None, err: Console | None) -> Console | None:
    """Return where a bar may be drawn, or ``None``.

    A table on the same screen goes through the bar's own console, which keeps the bar below the rows; other formats on
    a screen show by themselves how far the work is.
    """
    if err is None or (out is not None and format_ is not Format.TABLE):
        return None
    return out or err


@contextmanager
def waiting(console: Console | None, what: str) -> Iterator[None]:
    """Say on a screen what is being waited for."""
    if console is None:
        yield
        return
    with console.status(what):
        yield


@contextmanager
def tracked(
    reports: Iterable[Report], console: Console | None
) -> Iterator[tuple[Iterable[Report], Callable[[], None]]]:
    """Give back ``reports`` with a function to call when one is done, which moves a bar if the work is long."""
    if console is None:
        yield reports, _nothing
        return
    source = iter(reports)
    ahead = list(islice(source, READ_AHEAD))
    total = len(ahead) if len(ahead) < READ_AHEAD else None
    if total is not None and total < LONG_WORK and sum(len(report.text) for report in ahead) < LONG_TEXT:
        yield ahead, _nothing
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    words = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(SpinnerColumn(), *words, console=console, transient=True) as progress:
        task = progress.add_task("coding", total=total)
        yield chain(ahead, source), lambda: progress.advance(task)


def _nothing() -> None:
    """Move no bar."""
