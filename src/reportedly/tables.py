"""The terminal table of mentions: one line each, grouped by report, fit to the width of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from reportedly.records import Mention, Status, Toll
from reportedly.summary import claimants_of, deed_name, range_text, sides_text

NARROW = 110
"""Columns of a terminal below which the source, which the heading of each report names, is left out of the rows."""

_HEADINGS = ("Date", "Place", "What", "Who on whom", "Killed", "Hurt", "Who says so", "Source")
_WIDE = (12, 18, 22, 0, 6, 6, 24, 13)
_SLIM = (10, 13, 13, 0, 6, 6, 13, 0)

_STYLE = {
    Status.EVENT: "",
    Status.AGGREGATE: "cyan",
    Status.BACKGROUND: "dim",
    Status.HYPOTHETICAL: "magenta",
    Status.DENIED: "red",
}


def _fit(text: str, width: int) -> str:
    """Return ``text`` in exactly ``width`` cells, cut with an ellipsis if longer."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return (
        set_cell_size(text, width - 1).rstrip()
        + "…"
        + " " * (width - cell_len(set_cell_size(text, width - 1).rstrip()) - 1)
    )


def _widths(total: int) -> tuple[int, ...]:
    fixed = _SLIM if total < NARROW else _WIDE
    shown = [w for w in fixed if w]
    gaps = 2 * len(shown)
    rest = max(12, total - sum(shown) - gaps)
    return tuple(rest if position == 3 else width for position, width in enumerate(fixed))


def _toll(toll: Toll | None) -> str:
    return range_text(toll) if toll else "·"


def _cells(mention: Mention) -> tuple[str, ...]:
    place = mention.place
    name = (place.name or place.admin1 or place.country or "?") if place else "?"
    near = "~" if place and place.precision == 2 else ""
    kind = deed_name(mention.sub_event_type)
    if mention.status is not Status.EVENT:
        kind = f"{mention.status.value}: {kind}"
    return (
        mention.date.edtf if mention.date else "?",
        near + name,
        kind,
        sides_text(mention),
        _toll(mention.killed),
        _toll(mention.injured),
        claimants_of(mention),
        mention.report.source or "?",
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_fit(cell, width) for cell, width in zip(cells, widths, strict=True) if width).rstrip()


def print_heading(console: Console, mentions: Sequence[Mention]) -> None:
    """Print the heading of one report: file, part, source, day, title."""
    report = mentions[0].report
    facts = [f"{report.file}", f"part {report.part}", report.source or "source not known"]
    facts.append(report.published.isoformat() if report.published else "day not known")
    title = f" · {report.title}" if report.title else ""
    heading = Text(" · ".join(facts) + title, style="bold", no_wrap=True, overflow="ellipsis")
    console.print(heading)


def print_mentions(console: Console, mentions: Sequence[Mention], first: bool) -> None:
    """Print the rows of one report; the column heads stand above the first."""
    widths = _widths(console.width)
    if first:
        console.print(Text(_line(_HEADINGS, widths), style="underline", no_wrap=True))
    if mentions:
        print_heading(console, mentions)
    for mention in mentions:
        console.print(Text(_line(_cells(mention), widths), style=_STYLE[mention.status], no_wrap=True))
