"""What the verbs share: options that say what to read, and how a verb ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.errors import Problem, ReportedlyError
from reportedly.records import Report

if TYPE_CHECKING:
    from reportedly.read import ReadOptions

ALL_CODED, SOME_REFUSED, NOTHING_DONE = 0, 1, 2
"""Exit codes: all input coded; some refused; nothing could be done."""

INTERRUPTED, READER_GONE = 130, 141
"""Exit codes after Ctrl-C, and where whoever read the output has closed it: what a shell shows of a program that
SIGINT or SIGPIPE ended."""


Files = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="FILES...")]
Metadata = Annotated[Path | None, typer.Option(help="Sidecar CSV: file,part,source,language,published.")]
Published = Annotated[str | None, typer.Option(help="Publication day where nothing else gives one: YYYY-MM-DD.")]
Source = Annotated[str | None, typer.Option(help="Outlet where nothing else names one.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files; found out file by file if not given.")]
Column = Annotated[list[str] | None, typer.Option(help="A table's column by another name: text=body, title=headline.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print each mention beside its words, claims marked.")]
Dumps = Annotated[list[Path] | None, typer.Option(help="GeoNames country dump (.txt or .zip); may be repeated.")]


def fail(message: str) -> typer.Exit:
    """Say on one line why nothing could be done; return what ends the program."""
    from reportedly.summary import one_line

    typer.echo(one_line(f"reportedly: {message}"), err=True)
    return typer.Exit(NOTHING_DONE)


@contextmanager
def verb() -> Iterator[None]:
    """Turn what ends a verb early into one line and an exit code."""
    try:
        yield
        sys.stdout.flush()
    except ReportedlyError as error:
        raise fail(str(error)) from error
    except BrokenPipeError as error:
        # Python flushes standard output once more on its way out, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_GONE) from error
    except OSError as error:
        raise fail(str(error)) from error
    except KeyboardInterrupt as error:
        typer.echo("reportedly: interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from error


def day_of(text: str | None, option: str = "--published") -> date | None:
    """Return the day that an option gives.

    Raises:
        typer.Exit: It is no day.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fail(f"{option} {text}: not a day; write it as 2020-04-17") from None


def read_options(
    metadata: Path | None, published: str | None, source: str | None, encoding: str | None, column: list[str] | None
) -> ReadOptions:
    """Return how to read, from the options of a verb.

    Raises:
        typer.Exit: An option that cannot be used.
    """
    from reportedly.read import ColumnNames, ReadOptions

    names: dict[str, str] = {}
    for pair in column or ():
        field, _, name = pair.partition("=")
        if not name or field not in ColumnNames.__dataclass_fields__:
            raise fail(f"--column {pair}: write FIELD=NAME, FIELD one of {', '.join(ColumnNames.__dataclass_fields__)}")
        names[field] = name
    if metadata is not None and not metadata.is_file():
        raise fail(f"--metadata {metadata}: no such file")
    return ReadOptions(
        metadata=metadata, published=day_of(published), source=source, encoding=encoding, columns=ColumnNames(**names)
    )


def given_dumps(given: list[Path] | None) -> list[Path]:
    """Return the GeoNames dumps that were named, else those that are installed.

    Raises:
        typer.Exit: One is not there.
    """
    for path in given or ():
        if not path.is_file():
            raise fail(f"--places {path}: no such file")
    if given:
        return list(given)
    from reportedly.annotate.gazetteer_install import installed_places

    return list(installed_places())


def fit_reports(files: list[str], options: ReadOptions, problems: list[Problem]) -> Iterator[Report]:
    """Yield the reports that can be coded; what is wrong with the others joins ``problems``."""
    from reportedly.limits import unfit
    from reportedly.read import read_paths

    for item in read_paths(files, options):
        problem = item if isinstance(item, Problem) else unfit(item)
        if problem is not None:
            problems.append(problem)
        if isinstance(item, Report) and problem is None:
            yield item


def say(lines: Iterable[str]) -> None:
    """Print lines to standard error."""
    for line in lines:
        typer.echo(line, err=True)


def some_reports(files: list[str], options: ReadOptions, problems: list[Problem], verb: str) -> Iterator[Report]:
    """Return the reports of what the user named; what was wrong is said where none can be read.

    Raises:
        typer.Exit: Nothing could be read.
    """
    from reportedly.messages import problem_lines

    reports = fit_reports(files, options, problems)
    first = next(reports, None)
    if first is None:
        say(problem_lines(problems))
        raise fail(f"nothing to {verb}: no report could be read from what was named")
    return chain([first], reports)


def exit_code(coded: int, problems: Iterable[Problem]) -> int:
    """Return the exit code of a verb that coded so many reports."""
    if not coded:
        return NOTHING_DONE
    return SOME_REFUSED if any(problem.refused for problem in problems) else ALL_CODED
