"""The checking view: mentions beside the report's words, with cue, scope and trigger marked (``docs/record.md``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.checking.block import mention_block, report_block
from reportedly.checking.lines import Line, Piece, plain_text
from reportedly.checking.notation import SIGNS, notation_for
from reportedly.records import Mention, Report

__all__ = ["SIGNS", "Line", "Piece", "legend", "plain_text", "report_lines"]


def report_lines(report: Report, mentions: Sequence[Mention], width: int, ascii_only: bool = False) -> Iterator[Line]:
    """Yield the heading of a report and a block for each of its mentions, no line wider than ``width`` cells."""
    if not mentions:
        return
    yield ()
    yield from report_block(report, width, ascii_only)
    for mention in mentions:
        yield ()
        yield from mention_block(report, mention, width, ascii_only)


def legend(ascii_only: bool = False) -> tuple[str, ...]:
    """Return what the signs of the view mean, in lines that fit 80 columns."""
    notation = notation_for("", ascii_only)
    return (
        "   ".join((*notation.meanings(), f"{notation.own('…')} left out")),
        "precision 1 the place itself, 2 near it, 3 a region only   + or more",
    )
