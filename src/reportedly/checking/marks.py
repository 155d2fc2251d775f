"""Marks set into a report's words, nested or crossing as their spans do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.checking.lines import Piece
from reportedly.checking.notation import MarkKind, Notation
from reportedly.checking.passages import Passage
from reportedly.records import Report

_SIGN_STYLE = {MarkKind.SCOPE: "cyan", MarkKind.CUE: "bold cyan", MarkKind.TRIGGER: "bold magenta"}
_WORD_STYLE = {MarkKind.SCOPE: "", MarkKind.CUE: "bold cyan", MarkKind.TRIGGER: "bold magenta"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark with signs: ``start`` and ``end`` are file offsets, ``numbers`` those of the claims it is of."""

    start: int
    end: int
    kind: MarkKind
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tint:
    """Words that only a style marks, on a screen in colour."""

    start: int
    end: int
    style: str


def merged(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks of which no two are of one kind on the same words: their numbers join."""
    numbers: dict[tuple[int, int, MarkKind], set[int]] = defaultdict(set)
    for mark in marks:
        numbers[mark.start, mark.end, mark.kind] |= set(mark.numbers)
    return tuple(Mark(*place, tuple(sorted(found))) for place, found in numbers.items())


def marked(
    report: Report, passage: Passage, marks: Sequence[Mark], tints: Sequence[Tint], notation: Notation
) -> tuple[Piece, ...]:
    """Return a passage with its marks; the pieces that are ``words`` are its text, character for character."""
    inside = [mark for mark in marks if passage.start <= mark.start < mark.end <= passage.end]
    edges = [(m.start, m.end) for m in inside] + [(t.start, t.end) for t in tints]
    bounds = {at for edge in edges for at in edge if passage.start < at < passage.end}
    order = sorted({passage.start, passage.end, *bounds})
    found: list[Piece] = []
    for at, after in zip(order, [*order[1:], passage.end], strict=True):
        found += _signs_at(at, inside, notation)
        if at < after:
            style = _style_at(at, inside, tints)
            found.append(Piece(report.slice(at, after), style, True))
    return tuple(found)


def _signs_at(at: int, marks: Sequence[Mark], notation: Notation) -> Iterator[Piece]:
    """Yield the signs between two characters: what ends before what begins, and what lies inside nearest the words."""
    for mark in sorted((m for m in marks if m.end == at), key=lambda m: (-m.start, -m.kind)):
        numbers = mark.numbers if mark.kind is MarkKind.SCOPE or _crossed(mark, marks) else ()
        yield Piece(notation.closing(mark.kind, numbers), _SIGN_STYLE[mark.kind])
    for mark in sorted((m for m in marks if m.start == at), key=lambda m: (-m.end, m.kind)):
        yield Piece(notation.opening(mark.kind, mark.numbers), _SIGN_STYLE[mark.kind])


def _crossed(mark: Mark, marks: Iterable[Mark]) -> bool:
    """Return whether another mark of the kind begins inside and ends after, so that the end must say whose it is."""
    return any(m.kind is mark.kind and mark.start < m.start < mark.end < m.end for m in marks)


def _style_at(at: int, marks: Iterable[Mark], tints: Iterable[Tint]) -> str:
    """Return the Rich style of the words from an offset on: of the marks and tints that hold it, the innermost last."""
    styles = [t.style for t in tints if t.start <= at < t.end]
    styles += [_WORD_STYLE[m.kind] for m in sorted(marks, key=lambda m: m.kind) if m.start <= at < m.end]
    return " ".join(dict.fromkeys(word for style in styles for word in style.split()))
