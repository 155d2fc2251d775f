"""The command line: one short function per verb. Heavy stages are imported only by the verbs that need them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly import __version__
from reportedly.errors import Problem, ReportedlyError

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.pipeline import Coded
    from reportedly.read import ReadOptions
    from reportedly.records import Report

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

ALL_CODED, SOME_REFUSED, NOTHING_DONE = 0, 1, 2
"""Exit codes: all input coded; some refused; nothing could be done."""


class Format(StrEnum):
    """How ``code`` prints mentions."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


Files = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="FILES...")]
Metadata = Annotated[Path | None, typer.Option(help="Sidecar CSV: file,part,source,language,published.")]
Published = Annotated[str | None, typer.Option(help="Publication day where nothing else gives one: YYYY-MM-DD.")]
Source = Annotated[str | None, typer.Option(help="Outlet where nothing else names one.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files; found out file by file if not given.")]
Column = Annotated[list[str] | None, typer.Option(help="A table's column by another name: text=body, title=headline.")]
Dumps = Annotated[list[Path] | None, typer.Option(help="GeoNames country dump (.txt or .zip); may be repeated.")]


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


def _fail(message: str) -> typer.Exit:
    typer.echo(f"reportedly: {message}", err=True)
    return typer.Exit(NOTHING_DONE)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _fail(f"--published {text}: not a day; write it as 2020-04-17") from None


def _options(
    metadata: Path | None, published: str | None, source: str | None, encoding: str | None, column: list[str] | None
) -> ReadOptions:
    from reportedly.read import ColumnNames, ReadOptions

    names: dict[str, str] = {}
    for pair in column or ():
        field, _, name = pair.partition("=")
        if not name or field not in ColumnNames.__dataclass_fields__:
            raise _fail(
                f"--column {pair}: write FIELD=NAME, FIELD one of {', '.join(ColumnNames.__dataclass_fields__)}"
            )
        names[field] = name
    if metadata is not None and not metadata.is_file():
        raise _fail(f"--metadata {metadata}: no such file")
    return ReadOptions(
        metadata=metadata, published=_day(published), source=source, encoding=encoding, columns=ColumnNames(**names)
    )


def _dumps(given: list[Path] | None) -> list[Path]:
    for path in given or ():
        if not path.is_file():
            raise _fail(f"--places {path}: no such file")
    if given:
        return list(given)
    from reportedly.annotate.gazetteer_install import installed_places

    return list(installed_places())


def _reports(files: list[str], options: ReadOptions, problems: list[Problem]) -> Iterator[Report]:
    from reportedly.read import read_paths

    for item in read_paths(files, options):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            yield item


def _progress(err: Console, total: int) -> Any:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    progress = Progress(
        TextColumn("coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("reports"),
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal or total < LONG_WORK,
    )
    progress.add_task("coding", total=total)
    return progress


LONG_WORK = 8
"""Reports from which a progress bar is shown: fewer are coded in about a second."""


class _Printer:
    """Prints coded reports in one of the formats, as they come."""

    def __init__(self, format_: Format, console: Console) -> None:
        self.format, self.console, self.rows = format_, console, 0
        if format_ is Format.CSV:
            from reportedly.formats import COLUMNS, csv_line

            typer.echo(csv_line(list(COLUMNS)))

    def __call__(self, coded: Coded) -> None:
        from reportedly import formats

        if self.format is Format.TABLE:
            from reportedly.tables import print_mentions

            if coded.mentions:
                print_mentions(self.console, coded.mentions, first=self.rows == 0)
        for mention in coded.mentions:
            if self.format is Format.JSONL:
                typer.echo(formats.as_json_line(mention))
            elif self.format is Format.CSV:
                typer.echo(formats.csv_line(formats.as_row(mention)))
        self.rows += len(coded.mentions)


def _console(**options: Any) -> Console:
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, **options)


def _exit_code(coded: int, problems: list[Problem]) -> int:
    refused = any(p.refused for p in problems)
    if not coded:
        return NOTHING_DONE
    return SOME_REFUSED if refused else ALL_CODED


def _show_problems(problems: list[Problem]) -> None:
    for problem in problems:
        typer.echo(f"{'refused' if problem.refused else 'note'}: {problem}", err=True)


@app.command()
def code(  # noqa: PLR0913, PLR0917 - each is an option of the command
    files: Files,
    metadata: Metadata = None,
    places: Dumps = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the mentions.")] = Format.TABLE,
    published: Published = None,
    source: Source = None,
    encoding: Encoding = None,
    column: Column = None,
) -> None:
    """Print the coded mentions of reports."""
    from reportedly.pipeline import Coder

    options, problems = _options(metadata, published, source, encoding, column), list[Problem]()
    err = _console(stderr=True)
    try:
        reports = list(_reports(files, options, problems))
        if not reports:
            _show_problems(problems)
            raise _fail("nothing to code: no report could be read from what was named")
        coder = Coder(places=tuple(_dumps(places)))
        printer = _Printer(format_, _console(width=None if sys.stdout.isatty() else 140))
        counts: list[Coded] = []
        with _progress(err, len(reports)) as progress:
            for coded in coder.code_all(reports):
                printer(coded)
                counts.append(coded)
                progress.advance(0)
    except ReportedlyError as error:
        raise _fail(str(error)) from error
    _show_problems([*problems, *coder.problems])
    typer.echo(_tally(counts, problems), err=True)
    raise typer.Exit(_exit_code(len(reports), problems))


def _tally(coded: list[Coded], problems: list[Problem]) -> str:
    """Return the closing lines: what was coded, what was not and why."""
    mentions = [m for c in coded for m in c.mentions]
    events = sum(m.status.value == "event" for m in mentions)
    read = [c for c in coded if not c.uncoded or c.mentions]
    lines = [f"{len(read)} reports coded: {events} events, {len(mentions) - events} other mentions"]
    for language in sorted({name for c in coded for name in c.uncoded}):
        parts = [f"{Path(c.report.file).name} part {c.report.part}" for c in coded if language in c.uncoded]
        shown = ", ".join(parts[:3]) + (f" and {len(parts) - 3} more" if len(parts) > 3 else "")
        lines.append(f"not yet coded: {len(parts)} with text in language '{language}': {shown}")
    undated = [c.report for c in coded if c.report.published is None]
    if undated:
        lines.append(f"publication day not known: {len(undated)} reports; their dates stay open (XXXX-04-16)")
    refused = sum(p.refused for p in problems)
    if refused:
        lines.append(f"refused: {refused} (see above)")
    return "\n".join(lines)


@app.command()
def text(file: Annotated[str, typer.Argument(help="A file.")], encoding: Encoding = None) -> None:
    """Print the text that offsets count in, so that any span can be checked."""
    from reportedly.read import ReadOptions, page_text

    try:
        sys.stdout.write(page_text(file, ReadOptions(encoding=encoding)))
    except ReportedlyError as error:
        raise _fail(str(error)) from error


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
    from reportedly.scoring import ScoreRequest, run_score

    request = ScoreRequest(gold, texts, metadata, tuple(_dumps(places)), language, mentions)
    try:
        outcome = run_score(request, gates, gate)
    except ReportedlyError as error:
        raise _fail(str(error)) from error
    typer.echo(outcome.figures)
    if per_report:
        typer.echo(outcome.reports)
    if errors:
        typer.echo(outcome.disagreements)
    for failure in outcome.failures:
        typer.echo(failure, err=True)
    raise typer.Exit(SOME_REFUSED if outcome.failures else ALL_CODED)


@places_app.command("add")
def places_add(
    what: Annotated[str, typer.Argument(help="ISO country code (fetched from GeoNames), or a .txt or .zip dump.")],
) -> None:
    """Install a GeoNames country dump for every later run."""
    from reportedly.annotate.gazetteer_install import install_places

    try:
        path, problems = install_places(what)
    except ReportedlyError as error:
        raise _fail(str(error)) from error
    _show_problems(list(problems))
    typer.echo(f"installed {path}")


@places_app.command("list")
def places_list() -> None:
    """List the installed gazetteers."""
    from reportedly.annotate.gazetteer_install import installed_places

    for path in installed_places():
        typer.echo(str(path))


def main() -> None:
    """Run the command line."""
    app()
