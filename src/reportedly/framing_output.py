"""Namings for a reader: a table of actors by outlet once all are read; JSON lines and rows of CSV as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer
from rich.cells import cell_len

from reportedly.formats import csv_line, safe_cell
from reportedly.framing import ActorCount, Naming, OutletCount, WordCount, count_namings
from reportedly.summary import fit, fit_isolated, isolated, one_line
from reportedly.tables import width_of

if TYPE_CHECKING:
    from rich.console import Console

HEADINGS = ("Outlet", "Named", "Loaded", "Loaded words", "Plain words")

LEGEND = (
    "Loaded: namings with a loaded word outside quotation marks",
    '"word" 2: twice in quotation marks   + praise   · none   +3: three more',
)
"""What the signs of the table mean, in lines that fit 80 columns."""

COLUMNS = (
    "outlet actor actor_id text loaded loaded_words kinds tones quoted candidate report_id file part start end "
    "cue_starts cue_ends"
).split()
"""Columns of the flat table, one row a naming."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line of the table, with the Rich style for a screen."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Widths:
    outlet: int
    named: int
    loaded: int
    words: int
    plain: int


def _widths(width: int) -> _Widths:
    """Return cells for each column; the two lists of words share what the outlet and the counts leave."""
    outlet = min(24, max(14, width // 6))
    spare = max(20, width - outlet - 6 - 6 - 4 * 2)
    return _Widths(outlet, 6, 6, spare // 2, spare - spare // 2)


def _items(count: WordCount) -> list[str]:
    """Return the word with its count, and once more in quotation marks for those within."""
    words = isolated(f"{'+' if count.positive else ''}{one_line(count.words)}")
    own = [f"{words} {count.times}"] if count.times else []
    return [*own, *([f'"{words}" {count.quoted}'] if count.quoted else [])]


def _list(counts: Sequence[WordCount], width: int) -> str:
    """Return as many items as fit, most frequent first, and how many more there are."""
    items = [item for count in counts for item in _items(count)]
    for shown in range(len(items), 0, -1):
        more = f", +{len(items) - shown}" if shown < len(items) else ""
        text = ", ".join(items[:shown]) + more
        if cell_len(text) <= width:
            return text
    return fit_isolated(items[0], width) if items else "·"


def _pad(text: str, width: int, right: bool = False) -> str:
    cut = fit(text, width)
    space = " " * (width - cell_len(cut))
    shown = isolated(cut)
    return space + shown if right else shown + space


def _filled(text: str, width: int) -> str:
    """Return text that fits, its isolates its own, in ``width`` cells."""
    return text + " " * (width - cell_len(text))


def _row(outlet: OutletCount, widths: _Widths) -> tuple[Piece, ...]:
    style = "bold red" if outlet.loaded else ""
    return (
        Piece(_pad(one_line(outlet.outlet), widths.outlet) + "  "),
        Piece(_pad(str(outlet.total), widths.named, right=True) + "  "),
        Piece(_pad(str(outlet.loaded) if outlet.loaded else "·", widths.loaded, right=True) + "  ", style),
        Piece(_filled(_list(outlet.loaded_words, widths.words), widths.words) + "  ", style),
        Piece(_list(outlet.plain_words, widths.plain), "dim"),
    )


def table_lines(actors: Iterable[ActorCount], width: int) -> Iterator[tuple[Piece, ...]]:
    """Yield the lines of the table: actor by actor, under each a line for every outlet that names it.

    Args:
        actors: The counts, in the order to show them.
        width: Cells of a line; from 80 on none is wider.
    """
    widths = _widths(width)
    heads = (_pad(h, w, n in (1, 2)) for n, (h, w) in enumerate(zip(HEADINGS, _cells(widths), strict=True)))
    yield (Piece("  ".join(heads).rstrip(), "bold"),)
    for actor in actors:
        yield ()
        share = f" · {actor.loaded} of {actor.total} loaded" if actor.loaded else f" · {actor.total}"
        yield (Piece(fit(one_line(actor.actor), width - len(share)) + share, "underline"),)
        for outlet in actor.outlets:
            yield _row(outlet, widths)


def _cells(widths: _Widths) -> tuple[int, ...]:
    return (widths.outlet, widths.named, widths.loaded, widths.words, widths.plain)


def plain_line(pieces: Iterable[Piece]) -> str:
    """Return a line of the table for a file or another program."""
    return "".join(piece.text for piece in pieces).rstrip()


def as_record(naming: Naming) -> dict[str, Any]:
    """Return a naming as plain JSON types."""
    return {
        "outlet": naming.outlet,
        "actor": naming.actor,
        "actor_id": naming.actor_id,
        "text": naming.words,
        "start": naming.span.start,
        "end": naming.span.end,
        "loaded": naming.loaded,
        "cues": [
            {
                "word": cue.word,
                "kind": cue.kind.value,
                "tone": cue.tone.value,
                "text": cue.span.text,
                "start": cue.span.start,
                "end": cue.span.end,
            }
            for cue in naming.cues
        ],
        "quoted": naming.quoted,
        "candidate": naming.candidate,
        "report": {"id": naming.report_id, "file": naming.file, "part": naming.part},
    }


def as_json_line(naming: Naming) -> str:
    """Return a naming on one line of JSON."""
    return json.dumps(as_record(naming), ensure_ascii=False)


def as_row(naming: Naming) -> list[object]:
    """Return the cells of a naming in the order of ``COLUMNS``; those of several loaded words are joined by ``; ``."""
    cues = naming.cues
    cells: list[object] = [
        naming.outlet,
        naming.actor,
        naming.actor_id,
        naming.words,
        str(naming.loaded).lower(),
        "; ".join(cue.word for cue in cues),
        "; ".join(cue.kind.value for cue in cues),
        "; ".join(cue.tone.value for cue in cues),
        str(naming.quoted).lower(),
        naming.candidate,
        naming.report_id,
        naming.file,
        naming.part,
        naming.span.start,
        naming.span.end,
        "; ".join(str(cue.span.start) for cue in cues),
        "; ".join(str(cue.span.end) for cue in cues),
    ]
    return [safe_cell(cell) for cell in cells]


class NamingWriter:
    """Prints namings to standard output: a row each as they come, or the table at the end."""

    def __init__(self, format_: str, screen: Console | None) -> None:
        """Begin the output.

        Args:
            format_: ``table``, ``jsonl`` or ``csv``.
            screen: The console of standard output where that is a terminal, else ``None``.
        """
        self._format, self._screen = format_, screen
        self._namings: list[Naming] = []
        self.total = self.loaded = 0
        if format_ == "csv":
            typer.echo(csv_line(COLUMNS))

    def write(self, namings: Iterable[Naming]) -> None:
        """Print or keep the namings of one report."""
        for naming in namings:
            self.total += 1
            self.loaded += naming.loaded and not naming.quoted
            if self._format == "table":
                self._namings.append(naming)
            else:
                typer.echo(as_json_line(naming) if self._format == "jsonl" else csv_line(as_row(naming)))

    def close(self, least: int) -> int:
        """Print the table, if that is the format.

        Args:
            least: Namings that an actor must have to be in it.

        Returns:
            How many actors were left out for having fewer.
        """
        if not self._namings:
            return 0
        actors = count_namings(self._namings)
        shown = [actor for actor in actors if actor.total >= least]
        lines = list(table_lines(shown, width_of(self._screen)))
        if self._screen is None:
            typer.echo("".join(f"{plain_line(line)}\n" for line in lines), nl=False)
        else:
            from rich.text import Text

            for line in lines:
                self._screen.print(Text.assemble(*((piece.text, piece.style) for piece in line)), soft_wrap=True)
        return len(actors) - len(shown)

    def lines(self, reports: int, few: int) -> Iterator[str]:
        """Yield the closing lines: what was read, and how many actors the table leaves out."""
        yield f"reports read: {reports}; namings: {self.total}, loaded: {self.loaded}"
        if few:
            yield f"actors named too rarely for the table: {few}; --least 1 shows them"
