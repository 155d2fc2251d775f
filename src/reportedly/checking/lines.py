"""Styled text of a terminal: pieces flowed into lines that no report can widen, steer or turn around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len

from reportedly.summary import is_right_to_left, visible

TIE = "\u00a0"
"""A space in the view's own text at which no line breaks; printed as any other."""

MIN_ROOM = 8
"""Cells that a line keeps for its text however deep it hangs: room for a short word on a very narrow screen."""

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _FIRST_STRONG, _END = "\u2066", "\u2067", "\u2068", "\u2069"
"""Unicode's isolates: what stands between the first three and the last orders itself apart from its line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one Rich style. ``words`` is true of a report's words, false of the view's own signs."""

    text: str
    style: str = ""
    words: bool = False


Line = tuple[Piece, ...]
"""One line of the screen."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces to flow into lines.

    Attributes:
        pieces: The text; it breaks where it holds white space and nowhere else if it can.
        first: What stands before the first line.
        hang: What stands before every other line.
        passage: Whether it is a stretch of a report as a whole, which reads in the report's direction. Otherwise each
            run of a report's words stands by itself in a line that reads from the left.
    """

    pieces: tuple[Piece, ...]
    first: str = ""
    hang: str = ""
    passage: bool = False


def plain_text(line: Line) -> str:
    """Return a line without its styles."""
    return "".join(piece.text for piece in line).rstrip()


def flow(paragraph: Paragraph, width: int) -> Iterator[Line]:
    """Yield the lines of a paragraph, none wider than ``width`` cells for any width from 2."""
    deepest = max(0, width - MIN_ROOM)
    first, hang = paragraph.first[:deepest], paragraph.hang[:deepest]
    rooms = width - max(cell_len(first), cell_len(hang))
    words = [part for word in _words(paragraph.pieces) for part in _chopped(word, rooms)]
    reads_left = paragraph.passage and _begins_right(paragraph.pieces)
    prefix = first
    for taken in _filled(words, rooms):
        line = _run_together(taken)
        body = _in_direction(line, reads_left) if paragraph.passage else _isolated(line)
        yield (Piece(prefix), *body) if prefix else body
        prefix = hang
    if not words:
        yield (Piece(first.rstrip()),)


def _words(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Yield what stands between white space, with what a screen must not see taken out."""
    word: list[Piece] = []
    for piece in pieces:
        ties = [piece.text] if piece.words else piece.text.split(TIE)
        for number, part in enumerate(TIE.join(map(visible, ties)).split(" ")):
            if number and word:
                yield tuple(word)
                word = []
            if part:
                word.append(replace(piece, text=part))
    if word:
        yield tuple(word)


def _cells(line: Iterable[Piece]) -> int:
    return cell_len("".join(piece.text for piece in line))


def _chopped(word: Line, room: int) -> Iterator[Line]:
    """Yield a word in parts of at most ``room`` cells."""
    if _cells(word) <= room:
        yield word
        return
    part: list[Piece] = []
    for piece in word:
        for char in piece.text:
            if part and _cells((*part, Piece(char))) > room:
                yield tuple(part)
                part = []
            if part and replace(part[-1], text="") == replace(piece, text=""):
                part[-1] = replace(piece, text=part[-1].text + char)
            else:
                part.append(replace(piece, text=char))
    yield tuple(part)


def _filled(words: Sequence[Line], room: int) -> Iterator[Line]:
    """Yield lines of as many words as ``room`` cells hold."""
    line: Line = ()
    for word in words:
        longer = (*line, _space(line[-1], word[0]), *word) if line else word
        if line and _cells(longer) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _space(left: Piece, right: Piece) -> Piece:
    """Return the space between two words, in their style where it is one style."""
    return Piece(" ", left.style if left.style == right.style else "", left.words and right.words)


def _run_together(line: Line) -> Line:
    """Return a line in which neighbours of one kind are one piece, and ties are spaces."""
    runs = groupby(line, lambda piece: (piece.style, piece.words))
    joined = ((style, words, "".join(piece.text for piece in run)) for (style, words), run in runs)
    return tuple(Piece(text if words else text.replace(TIE, " "), style, words) for style, words, text in joined)


def _begins_right(pieces: Iterable[Piece]) -> bool:
    """Return whether the first letter is of a script that is read from the right."""
    letters = (char for piece in pieces if piece.words for char in piece.text if char.isalpha())
    return is_right_to_left(next(letters, ""))


def _in_direction(line: Line, reads_left: bool) -> Line:
    """Return a passage's line in its own direction whatever the first letter after the break is."""
    if not any(is_right_to_left(piece.text) for piece in line):
        return line
    return Piece(_RIGHT_TO_LEFT if reads_left else _LEFT_TO_RIGHT), *line, Piece(_END)


def _isolated(line: Line) -> Line:
    """Return a line in which each run of a report's words that is read from the right stands by itself."""
    found: list[Piece] = []
    for words, run in groupby(line, lambda piece: piece.words):
        pieces = tuple(run)
        turned = words and any(is_right_to_left(piece.text) for piece in pieces)
        found += (Piece(_FIRST_STRONG), *pieces, Piece(_END)) if turned else pieces
    return tuple(found)
