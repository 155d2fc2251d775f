"""The command line: one short function per verb. Heavy stages are imported only by the verbs that need them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly import __version__, cli_store
from reportedly.cli_input import (
    ALL_CODED,
    SOME_REFUSED,
    Column,
    Dumps,
    Encoding,
    Files,
    Metadata,
    Published,
    Source,
    Verbose,
    exit_code,
    fail,
    fit_reports,
    given_dumps,
    read_options,
    say,
    some_reports,
    verb,
)
from reportedly.errors import InputError, Problem
from reportedly.output import Format
from reportedly.records import Report

if TYPE_CHECKING:
    from reportedly.messages import Tally
    from reportedly.read import ReadOptions

app = typer.Typer(
    name="reportedly",
    help="Turn conflict reports into an auditable event dataset that keeps who says what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
places_app = typer.Typer(help="Install and list gazetteers.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(places_app, name="places")
cli_store.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn conflict reports into an auditable event dataset that keeps who says what."""


def _code_all(
    reports: Iterable[Report], dumps: list[Path], format_: Format, verbose: bool, problems: list[Problem]
) -> Tally:
    """Code and print ``reports``; the gazetteers' problems join ``problems``."""
    from reportedly.messages import Tally
    from reportedly.output import Writer, bar_console, terminal, tracked, waiting

    out, err = terminal(False), terminal(True)
    with waiting(err, "loading the parser and the gazetteer (the first run makes its index)"):
        from reportedly.pipeline import Coder

        coder = Coder(places=tuple(dumps))
    problems.extend(coder.problems)
    tally, writer = Tally(), Writer(format_, out, verbose)
    with tracked(reports, bar_console(format_, out, err)) as (watched, done):
        for coded in coder.code_all(watched):
            writer.write(coded.report, coded.mentions)
            done()
            tally.add(coded.report, (m.status for m in coded.mentions), coded.uncoded)
    return tally


@app.command()
def code(  # noqa: PLR0913, PLR0917 - each is an option of the command
    files: Files,
    metadata: Metadata = None,
    places: Dumps = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the mentions.")] = Format.TABLE,
    verbose: Verbose = False,
    published: Published = None,
    source: Source = None,
    encoding: Encoding = None,
    column: Column = None,
) -> None:
    """Print the coded mentions of reports."""
    from reportedly.messages import problem_lines
    from reportedly.output import legend

    problems: list[Problem] = []
    with verb():
        if verbose and format_ is not Format.TABLE:
            raise fail(f"--verbose: it is a view for the eye; leave it out with --format {format_.value}")
        options, dumps = read_options(metadata, published, source, encoding, column), given_dumps(places)
        reports = some_reports(files, options, problems, "code")
        tally = _code_all(reports, dumps, format_, verbose, problems)
        say(problem_lines(problems))
        if tally.events + tally.others:
            say(legend(format_, verbose))
        say(tally.lines(problems))
    raise typer.Exit(exit_code(tally.coded, problems))


def _frame_all(
    reports: Iterable[Report], dumps: list[Path], format_: Format, least: int, problems: list[Problem]
) -> int:
    """Print the namings in ``reports``, then what was left out; return how many reports were read."""
    from reportedly.messages import Tally, problem_lines, refused_lines
    from reportedly.output import bar_console, terminal, tracked, waiting

    out, err = terminal(False), terminal(True)
    with waiting(err, "loading the parser and the gazetteer (the first run makes its index)"):
        from reportedly.framing import load_framing, namings_of
        from reportedly.framing_output import LEGEND, NamingWriter
        from reportedly.pipeline import Coder, uncoded_languages

        coder, lexicon = Coder(places=tuple(dumps)), load_framing()
    problems.extend(coder.problems)
    tally, writer = Tally(), NamingWriter(format_, out)
    with tracked(reports, bar_console(format_, out, err)) as (watched, done):
        for report in watched:
            writer.write(namings_of(coder.readings(report), lexicon))
            done()
            tally.add(report, (), uncoded_languages(report))
    few = writer.close(least)
    say(problem_lines(problems))
    if format_ is Format.TABLE and writer.total:
        say(LEGEND)
    say(writer.lines(tally.coded, few))
    say(chain(tally.uncoded_lines(), refused_lines(problems)))
    return tally.coded


@app.command()
def framing(  # noqa: PLR0913, PLR0917 - each is an option of the command
    files: Files,
    metadata: Metadata = None,
    places: Dumps = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the namings.")] = Format.TABLE,
    least: Annotated[int, typer.Option(min=1, help="Namings that an actor of the table has at least.")] = 2,
    published: Published = None,
    source: Source = None,
    encoding: Encoding = None,
    column: Column = None,
) -> None:
    """Print how each outlet names each actor, in loaded words and plain ones."""
    problems: list[Problem] = []
    with verb():
        options, dumps = read_options(metadata, published, source, encoding, column), given_dumps(places)
        reports = some_reports(files, options, problems, "read")
        read = _frame_all(reports, dumps, format_, least, problems)
    raise typer.Exit(exit_code(read, problems))


@app.command()
def text(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    part: Annotated[int | None, typer.Option(min=1, help="Row of a table, from 1: print its text field.")] = None,
    encoding: Encoding = None,
    column: Column = None,
) -> None:
    """Print the text that offsets count in."""
    with verb():
        options = read_options(None, None, None, encoding, column)
        if part is None:
            from reportedly.read import page_text

            sys.stdout.write(page_text(file, options))
        else:
            sys.stdout.write(_row_text(file, part, options))


def _row_text(file: str, part: int, options: ReadOptions) -> str:
    """Return the text of a table's row, which begins at offset 0, as the later parts of a page do not."""
    problems: list[Problem] = []
    report = next((r for r in fit_reports([file], options, problems) if r.part == part), None)
    if report is None:
        raise InputError(f"{file}: no row {part} that can be read")
    if report.start:
        raise InputError(f"{file}: no table; offsets count in the whole page, which is printed without --part")
    return report.text


@app.command()
def score(  # noqa: PLR0913, PLR0917 - each is an option of the command
    gold: Annotated[Path, typer.Argument(help="Gold file (YAML).")],
    texts: Annotated[Path, typer.Argument(help="Page or folder of the gold's reports.")],
    metadata: Metadata = None,
    places: Dumps = None,
    errors: Annotated[bool, typer.Option(help="List each disagreement with its sentence.")] = False,
    per_report: Annotated[bool, typer.Option(help="Print the figures of each report too.")] = False,
    language: Annotated[str | None, typer.Option(help="Score reports in this language only.")] = None,
    gates: Annotated[Path | None, typer.Option(help="Gate file: exit 1 if a figure is below its floor.")] = None,
    gate: Annotated[str | None, typer.Option(help="Name of the set of floors in the gate file.")] = None,
    mentions: Annotated[Path | None, typer.Option(help="Score these mention records instead of coding.")] = None,
) -> None:
    """Score the coder, or a file of mention records, against gold."""
    from reportedly.messages import problem_lines
    from reportedly.scoring import ScoreRequest, run_score

    with verb():
        request = ScoreRequest(gold, texts, metadata, tuple(given_dumps(places)), language, mentions)
        outcome = run_score(request, gates, gate)
        typer.echo(outcome.figures)
        if per_report:
            typer.echo(outcome.reports)
        if errors:
            typer.echo(outcome.disagreements)
        say([*problem_lines(outcome.problems), *outcome.failures])
    refused = any(problem.refused for problem in outcome.problems)
    raise typer.Exit(SOME_REFUSED if outcome.failures or refused else ALL_CODED)


@places_app.command("add")
def places_add(
    what: Annotated[str, typer.Argument(help="ISO country code (fetched from GeoNames), or a .txt or .zip dump.")],
) -> None:
    """Install a GeoNames country dump for every later run."""
    from reportedly.annotate.gazetteer_install import install_places
    from reportedly.messages import problem_lines

    with verb():
        path, problems = install_places(what)
        say(problem_lines(problems))
        if problems:
            say([f"refused: {len(problems)} (see above)"])
        typer.echo(f"installed {path}")
    raise typer.Exit(SOME_REFUSED if problems else ALL_CODED)


@places_app.command("list")
def places_list() -> None:
    """List the installed gazetteers."""
    from reportedly.annotate.gazetteer_install import default_data_dir, installed_places

    with verb():
        found = installed_places()
        for path in found:
            typer.echo(str(path))
        if not found:
            say([f"no gazetteer installed in {default_data_dir()}; the built-in one is used"])


def main() -> None:
    """Run the command line."""
    # A stream that was closed before the program began is written to nowhere.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until the program ends
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until the program ends
    for stream in (sys.stdout, sys.stderr):
        # A broken character of a report (a lone surrogate) is written as JSON escapes it, and never ends the run.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    app()
