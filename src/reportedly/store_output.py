"""Where the verbs of a store print: mentions and incidents as tables or data, one incident as a view, a run's bar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from reportedly.aggregate_tables import COLUMNS as AGGREGATE_COLUMNS
from reportedly.aggregate_tables import aggregate_lines, aggregate_record, aggregate_row
from reportedly.incident_tables import COLUMNS, incident_lines, incident_record, incident_row
from reportedly.incident_view import Exhibit, view_lines
from reportedly.messages import Tally
from reportedly.output import Format, bar_console, terminal, tracked, waiting
from reportedly.pipeline import Coded
from reportedly.reckoning import Aggregate
from reportedly.records import Report
from reportedly.runs import Summary, Watch
from reportedly.store import ShownIncident, ShownMention
from reportedly.summary import one_line
from reportedly.tables import head_line, report_lines, width_of

if TYPE_CHECKING:
    from rich.console import Console

Styled = Sequence[tuple[str, str]]
"""A line: runs of text, each with its Rich style."""


def _print(screen: Console | None, lines: Iterable[Styled]) -> None:
    """Print lines; styles show on a screen alone."""
    if screen is None:
        for line in lines:
            typer.echo("".join(text for text, _ in line).rstrip())
        return
    from rich.text import Text

    for line in lines:
        screen.print(Text.assemble(*line), soft_wrap=True)


def print_mentions(mentions: Iterable[ShownMention], format_: Format) -> int:
    """Print mentions, each with its incident; return how many."""
    if format_ is Format.TABLE:
        return _mention_table(mentions)
    from reportedly.formats import COLUMNS as MENTION_COLUMNS
    from reportedly.formats import as_record, as_row, csv_line

    if format_ is Format.CSV:
        typer.echo(csv_line([*MENTION_COLUMNS, "incident_id", "reviewed"]))
    count = 0
    for shown in mentions:
        count += 1
        if format_ is Format.CSV:
            typer.echo(csv_line([*as_row(shown.mention), shown.incident_id, shown.verdict]))
            continue
        record = {**as_record(shown.mention), "incident_id": shown.incident_id}
        if shown.judgements:
            record["review"] = {"verdict": shown.verdict, "judgements": list(shown.judgements)}
        typer.echo(json.dumps(record, ensure_ascii=False))
    return count


def _mention_table(mentions: Iterable[ShownMention]) -> int:
    screen, count = terminal(False), 0
    width = width_of(screen)
    for _, group in groupby(mentions, key=lambda shown: shown.mention.report.id):
        told = tuple(group)
        head = () if count else (head_line(width, incidents=True),)
        homes = {s.mention.mention_id: s.incident_id or "" for s in told}
        lines = (*head, *report_lines([s.mention for s in told], width, homes))
        _print(screen, [((line.text, line.style),) for line in lines])
        count += len(told)
    return count


def print_incidents(incidents: Iterable[ShownIncident], format_: Format) -> int:
    """Print incidents; return how many."""
    found = list(incidents)
    if format_ is Format.TABLE:
        screen = terminal(False)
        lines = incident_lines(found, width_of(screen)) if found else ()
        _print(screen, (((line.text, line.style),) for line in lines))
        return len(found)
    from reportedly.formats import csv_line, safe_cell

    if format_ is Format.CSV:
        typer.echo(csv_line(COLUMNS))
    for shown in found:
        if format_ is Format.CSV:
            typer.echo(csv_line([safe_cell(cell) for cell in incident_row(shown)]))
        else:
            typer.echo(json.dumps(incident_record(shown), ensure_ascii=False))
    return len(found)


def print_aggregates(aggregates: Iterable[Aggregate], format_: Format) -> int:
    """Print aggregates beside what the store holds; return how many."""
    found = list(aggregates)
    if format_ is Format.TABLE:
        screen = terminal(False)
        lines = aggregate_lines(found, width_of(screen)) if found else ()
        _print(screen, (((line.text, line.style),) for line in lines))
        return len(found)
    from reportedly.formats import csv_line, safe_cell

    if format_ is Format.CSV:
        typer.echo(csv_line(AGGREGATE_COLUMNS))
    for aggregate in found:
        if format_ is Format.CSV:
            typer.echo(csv_line([safe_cell(cell) for cell in aggregate_row(aggregate)]))
        else:
            typer.echo(json.dumps(aggregate_record(aggregate), ensure_ascii=False))
    return len(found)


def print_exhibits(exhibits: Iterable[Exhibit]) -> None:
    """Print incidents one after the other for the eye."""
    screen = terminal(False)
    for number, exhibit in enumerate(exhibits):
        rule: list[Styled] = [(("", ""),)] if number else []
        lines = view_lines(exhibit, width_of(screen))
        _print(screen, [*rule, *(tuple((piece.text, piece.style) for piece in line) for line in lines)])


class ScreenWatch(Watch):
    """Shows how far a run is, and counts what was coded."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._screen = terminal(True)
        self._done = _nothing

    def coding(self, reports: Iterable[Report]) -> AbstractContextManager[Iterable[Report]]:
        """Show a bar on a screen if the work is long."""
        return self._tracked(reports)

    @contextmanager
    def _tracked(self, reports: Iterable[Report]) -> Iterator[Iterable[Report]]:
        with tracked(reports, bar_console(Format.TABLE, None, self._screen)) as (watched, done):
            self._done = done
            yield watched

    def stored(self, coded: Coded) -> None:
        """Move the bar: what it has passed is in the store."""
        self._done()
        self.tally.add(coded.report, (m.status for m in coded.mentions), coded.uncoded)

    def linking(self) -> AbstractContextManager[None]:
        """Say what is being waited for."""
        return waiting(self._screen, "joining mentions into incidents")


EDITED_SHOWN = 3
"""Files that the line on edited reports names before it only counts."""


def _nothing() -> None:
    """Move no bar."""


def summary_lines(summary: Summary) -> Iterator[str]:
    """Yield what a run did and what the store now holds."""
    yield f"reports: {summary.new} new, {summary.recoded} coded anew, {summary.known} known"
    if summary.edited:
        names = ", ".join(dict.fromkeys(summary.edited[:EDITED_SHOWN]))
        more = len(summary.edited) - EDITED_SHOWN
        what = f"edited since: {len(summary.edited)} of the new reports stand where the store has other words ({names}"
        yield one_line(
            f"{what}{f' and {more} more' if more > 0 else ''}); both are kept and counted: reject the earlier ones"
        )
    if summary.kept:
        yield f"kept: {summary.kept} known reports came without their outlet or day (--metadata left out?), and stay as they were"
    change = f" ({summary.made} new, {summary.gone} replaced)" if summary.made or summary.gone else ""
    yield f"in the store: {summary.mentions} mentions, {summary.incidents} incidents{change}"
    for unfit in summary.unfit:
        judgement = unfit.judgement
        words = f"{judgement.verdict.value} by {judgement.who}, {judgement.when:%Y-%m-%d}"
        yield f"judgement {judgement.judgement_id} ({words}) no longer fits: {unfit.why}"
