"""The terminal table of mentions: one line each, grouped by report, fit to the width of the screen."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reportedly.records import Mention, Status
from reportedly.summary import (
    claimants_text,
    date_text,
    deed_text,
    fit,
    fit_isolated,
    isolated,
    one_line,
    place_text,
    range_text,
    report_facts,
    sides_text,
)

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 140
"""Columns of a table that goes to a file or another program: what the wide layout needs to cut little."""

NARROWEST = 40
"""Columns below which no view is made narrower, whatever ``COLUMNS`` asks for."""

NARROW = 120
"""Columns of a screen below which the source, which the heading of each report names, is left out of the rows."""

SHORT_ID = 8
"""Digits of an incident's id that a table shows: any four that no other begins with are enough to name it."""

_STYLES = {
    Status.EVENT: "",
    Status.AGGREGATE: "cyan",
    Status.BACKGROUND: "dim",
    Status.HYPOTHETICAL: "magenta",
    Status.DENIED: "red",
}


def width_of(screen: Console | None) -> int:
    """Return the columns of a screen; of a pipe or file those that ``COLUMNS`` asks for, else what a wide table needs."""
    if screen is not None:
        return screen.width
    asked = os.environ.get("COLUMNS", "")
    return max(NARROWEST, int(asked)) if asked.isascii() and asked.isdigit() and int(asked) else PIPED_WIDTH


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, with the Rich style for a screen."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Cells that each column takes; ``source`` is 0 where it is left out. ``gap`` lies between two columns.

    The last column holds the source, or the incident where mentions of a store are shown.
    """

    date: int
    place: int
    deed: int
    sides: int
    killed: int
    injured: int
    claimants: int
    source: int
    gap: int = 2

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths from left to right."""
        toll = (self.killed, self.injured)
        return (self.date, self.place, self.deed, self.sides, *toll, self.claimants, self.source)


def layout_for(width: int, incidents: bool = False) -> Layout:
    """Return the columns that fill ``width`` cells; under 80 they no longer fit and lines are cut.

    Args:
        width: Cells of a line.
        incidents: Whether the last column holds incidents, which no heading names, rather than sources.
    """
    if width < NARROW:
        spare = max(0, width - 80)
        if incidents:
            return Layout(
                10, 11 + spare // 4, 11 + spare // 4, 14 + spare - 3 * (spare // 4), 4, 4, 11 + spare // 4, 8, 1
            )
        return Layout(10, 12 + spare // 4, 12 + spare // 4, 17 + spare - 3 * (spare // 4), 5, 5, 13 + spare // 4, 0, 1)
    spare = width - NARROW
    sides, claimants = 19 + spare * 11 // 20, 17 + spare // 4
    fixed = 13 + 21 + 6 + 6 + 12 + 7 * 2
    return Layout(13, width - fixed - sides - claimants, 21, sides, 6, 6, claimants, 12)


def _cell(text: str, width: int) -> str:
    """Return ``text`` in exactly ``width`` cells; right-to-left words stand in an isolate, so that no column moves."""
    cut = fit(one_line(text), width)
    padding = " " * (width - cell_len(cut))
    return isolated(cut) + padding


def _row(cells: Sequence[str], layout: Layout) -> str:
    shown = [_cell(cell, width) for cell, width in zip(cells, layout.widths, strict=True) if width]
    return (" " * layout.gap).join(shown).rstrip()


def _cells(mention: Mention, layout: Layout, last: str) -> tuple[str, ...]:
    return (
        date_text(mention.date.edtf) if mention.date else "?",
        place_text(mention),
        deed_text(mention),
        sides_text(mention, layout.sides),
        range_text(mention.killed),
        range_text(mention.injured),
        claimants_text(mention, layout.claimants),
        last,
    )


def _heading(mention: Mention, width: int) -> str:
    """Return one line on a report: file, part, source, day, title."""
    words = report_facts(mention.report)
    return fit_isolated(" · ".join(map(isolated, words)), width)


def head_line(width: int, incidents: bool = False) -> Line:
    """Return the line with the names of the columns."""
    layout = layout_for(width, incidents)
    toll = ("Killed", "Hurt") if width >= NARROW else ("Dead", "Hurt")
    last = "Incident" if incidents else "Source"
    return Line(fit(_row(("Date", "Place", "What", "Who on whom", *toll, "Who says so", last), layout), width), "bold")


def report_lines(mentions: Sequence[Mention], width: int, incidents: Mapping[str, str] | None = None) -> Iterator[Line]:
    """Yield the heading of one report and a line for each of its mentions, none of them wider than ``width`` cells.

    Args:
        mentions: Those of one report.
        width: Cells of a line.
        incidents: The incident of each mention by its id, shown in place of the source.
    """
    if not mentions:
        return
    layout = layout_for(width, incidents is not None)
    yield Line("")
    yield Line(_heading(mentions[0], width), "underline")
    for mention in mentions:
        source = mention.report.source or "?"
        last = source if incidents is None else incidents.get(mention.mention_id, "")[:SHORT_ID]
        yield Line(fit_isolated(_row(_cells(mention, layout, last), layout), width), _STYLES[mention.status])
