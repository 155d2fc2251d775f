"""Join the words and figures of one Arabic number: *مئة وخمسة وعشرون ألفاً*, *ثلاثة عشر*, *5 آلاف و300*."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from reportedly.annotate.phrases import Piece
from reportedly.annotate.quantities_numbers import LARGEST, Group, figures, has_class

JOINED_SHAPES: Final = (
    "5 آلاف", "2000 000", "5", "2019", "1,000", "ثلاثة وعشرون", "ألف", "2.3k", "خمسة", "الخمسة", "عشر", "خمسة عشر",
)  # fmt: skip
"""One text for each set of classes that ``join`` can give."""

STARTS: Final = frozenset({"ONES", "TEENHEAD", "TENS", "HUNDRED", "POWER"})
"""Classes of the pieces that a number in words can begin with."""

STARTS_WITH_FIGURES: Final = STARTS | {"NUMBER", "DECIMAL", "KILO"}
"""Classes of the pieces that any number can begin with."""

_KEPT: Final = frozenset({"ORD", "DEF"})
"""Classes of a number word that its ``COUNT`` keeps, besides those of the word itself."""

_THOUSAND: Final = 1000


def join(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Replace the pieces of each number, in words or figures, by one of class ``COUNT``, with its value."""
    return _joined(pieces, in_figures=True)


def join_words(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Replace the pieces of each number in words by one of class ``COUNT``; figures stay what they are."""
    return _joined(pieces, in_figures=False)


def _joined(pieces: tuple[Piece, ...], *, in_figures: bool) -> tuple[Piece, ...]:
    made: list[Piece] = []
    at = 0
    starts = STARTS_WITH_FIGURES if in_figures else STARTS
    while at < len(pieces):
        group = None if pieces[at].classes.isdisjoint(starts) else _number(pieces, at, in_figures=in_figures)
        if group is None:
            made.append(pieces[at])
            at += 1
            continue
        parts = pieces[at : group.end]
        whole = group.value.denominator == 1 and group.value <= LARGEST
        made.extend([_one(parts, group)] if whole else parts)
        at = group.end
    return tuple(made)


def _one(parts: tuple[Piece, ...], group: Group) -> Piece:
    classes = {"COUNT"}
    if group.figures:
        classes.add("NUMBER")
        if len(parts) == 1:
            classes |= parts[0].classes & {"YEAR", "HIJRIYEAR"}
    else:
        classes.add("WORD")
        if len(parts) == 1:
            classes |= {name for name in parts[0].classes if name in _KEPT or name.startswith("=")}
    text = " ".join(part.text for part in parts)
    return Piece(parts[0].start, parts[-1].end, text, frozenset(classes), int(group.value))


def _and(pieces: tuple[Piece, ...], at: int) -> bool:
    return at < len(pieces) and pieces[at].text == "و"


def _number(pieces: tuple[Piece, ...], at: int, *, in_figures: bool) -> Group | None:
    """Read the number that starts at ``at``: parts of falling power joined by و."""
    group = _part(pieces, at, in_figures=in_figures)
    while group is not None and group.power >= _THOUSAND and _and(pieces, group.end):
        further = _part(pieces, group.end + 1, in_figures=in_figures)
        if further is None or further.power >= group.power or further.value >= group.power:
            break
        group = Group(group.value + further.value, further.end, further.power, group.figures)
    return group


def _part(pieces: tuple[Piece, ...], at: int, *, in_figures: bool) -> Group | None:
    """Read a number below a thousand and the power after it, or a power that stands for one of it."""
    base = _small(pieces, at) or (figures(pieces, at) if in_figures and at < len(pieces) else None)
    if base is None:
        if not has_class(pieces, at, "POWER") or has_class(pieces, at, "PLURAL") or "DEF" in pieces[at].classes:
            return None
        return Group(Fraction(pieces[at].value or 1), at + 1, _THOUSAND, False)
    value, end, power = base.value, base.end, 1
    while has_class(pieces, end, "POWER") and "DEF" not in pieces[end].classes:
        power = pieces[end].value or 1
        value, end = value * power, end + 1
    return Group(value, end, power, base.figures)


def _small(pieces: tuple[Piece, ...], at: int) -> Group | None:
    """Read a number word below a thousand: hundreds, then ones or teens, then tens."""
    value, end = 0, at
    if _is_hundred(pieces, at):
        value, end = pieces[at].value or 100, at + 1
    elif has_class(pieces, at, "ONES") and has_class(pieces, at + 1, "HUNDRED") and (pieces[at].value or 0) < 10:
        value, end = (pieces[at].value or 1) * 100, at + 2
    if not value:
        return _below_hundred(pieces, at)
    if _and(pieces, end) and (rest := _below_hundred(pieces, end + 1)) is not None:
        return Group(value + rest.value, rest.end, 1, False)
    return Group(Fraction(value), end, 1, False)


def _is_hundred(pieces: tuple[Piece, ...], at: int) -> bool:
    return has_class(pieces, at, "HUNDRED") and "DEF" not in pieces[at].classes


def _below_hundred(pieces: tuple[Piece, ...], at: int) -> Group | None:
    if at >= len(pieces):
        return None
    piece, value = pieces[at], pieces[at].value or 0
    ones, teen = "ONES" in piece.classes, "TEENHEAD" in piece.classes
    if (ones or teen) and value < 10 and has_class(pieces, at + 1, "TEENTAIL"):
        return Group(Fraction(10 + value), at + 2, 1, False)
    if (ones or teen) and value < 10 and _and(pieces, at + 1) and has_class(pieces, at + 2, "TENS"):
        return Group(Fraction(value + (pieces[at + 2].value or 0)), at + 3, 1, False)
    if "TENS" in piece.classes:
        return Group(Fraction(value), at + 1, 1, False)
    # «الواحد» and «الاثنين» are rather a pronoun and a weekday.
    if not ones or ("DEF" in piece.classes and value <= 2):
        return None
    return Group(Fraction(value), at + 1, 1, False)
