"""Join the words and figures of one number: *three hundred and five*, *1.5 million*, *half a dozen*, *230 000*."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from reportedly.annotate.phrases import Piece

_MOST_DIGITS: Final = 7
"""Figures without separators at most: longer ones are telephone numbers and ids, and no report writes a toll so."""

LARGEST: Final = 10_000_000_000
"""More people than there are: a larger figure is no count."""

_HUNDRED: Final = 100

_STARTS: Final = frozenset({"NUMBER", "DECIMAL", "KILO", "ONES", "TENS", "ARTICLE", "COUPLE", "HALF", "POWER"})
"""Classes of the pieces that a number can begin with."""

JOINED_SHAPES: Final = ("5 thousand", "2000 000", "5", "2019", "1,000", "twenty three", "a dozen", "2.3k")
"""One text for each set of classes that ``join`` can give."""


@dataclass(frozen=True, slots=True)
class Group:
    """A number being read.

    Attributes:
        value: Its value so far.
        end: Index of the piece after it.
        power: Its last power of ten.
        figures: Whether it is written in figures.
    """

    value: Fraction
    end: int
    power: int
    figures: bool


def join(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Replace the pieces of each number by one of class ``COUNT``, with its value.

    A number in figures also has the class ``NUMBER``, one that could be a year ``YEAR``.
    """
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        group = None if pieces[at].classes.isdisjoint(_STARTS) else _number(pieces, at)
        if group is None:
            made.append(pieces[at])
            at += 1
            continue
        parts = pieces[at : group.end]
        countable = group.value.denominator == 1 and group.value <= LARGEST
        made.extend([_joined(parts, group)] if countable else parts)
        at = group.end
    return tuple(made)


def _joined(parts: tuple[Piece, ...], group: Group) -> Piece:
    if len(parts) == 1 and not group.figures and "POWER" not in parts[0].classes:
        return parts[0]
    classes = {"COUNT"}
    if group.figures:
        classes.add("NUMBER")
        if len(parts) == 1 and "YEAR" in parts[0].classes:
            classes.add("YEAR")
    text = " ".join(part.text for part in parts)
    return Piece(parts[0].start, parts[-1].end, text, frozenset(classes), int(group.value))


def has_class(pieces: tuple[Piece, ...], at: int, name: str) -> bool:
    """Return whether there is a piece at an index, of a class."""
    return 0 <= at < len(pieces) and name in pieces[at].classes


def _number(pieces: tuple[Piece, ...], at: int) -> Group | None:
    """Read the number that starts at ``at``: groups of falling power."""
    group = _group(pieces, at, first=True)
    if group is None:
        return None
    while group.power >= _HUNDRED and not group.figures:
        after = group.end + 1 if has_class(pieces, group.end, "AND") else group.end
        further = _group(pieces, after, first=False)
        if further is None or further.figures or further.value >= group.power:
            break
        group = Group(group.value + further.value, further.end, further.power, False)
    return group


def _group(pieces: tuple[Piece, ...], at: int, *, first: bool) -> Group | None:
    """Read a base and the powers after it."""
    base = _base(pieces, at) or (_implied(pieces, at) if first else None)
    if base is None:
        return None
    value, end, power = base.value, base.end, 1
    # "One and a half million".
    if has_class(pieces, end, "AND") and has_class(pieces, end + 2, "HALF") and has_class(pieces, end + 3, "POWER"):
        value, end = value + Fraction(1, 2), end + 3
    while has_class(pieces, end, "POWER"):
        power = pieces[end].value or 1
        value, end = value * power, end + 1
    return Group(value, end, power, base.figures)


def _base(pieces: tuple[Piece, ...], at: int) -> Group | None:
    if at >= len(pieces):
        return None
    piece = pieces[at]
    if "ONES" in piece.classes and piece.value is not None:
        return Group(Fraction(piece.value), at + 1, 1, False)
    if "TENS" in piece.classes and piece.value is not None:
        after = at + 2 if has_class(pieces, at + 1, "HYPH") else at + 1
        ones = pieces[after].value if has_class(pieces, after, "ONES") else None
        if ones is not None and ones < 10:
            return Group(Fraction(piece.value + ones), after + 1, 1, False)
        return Group(Fraction(piece.value), at + 1, 1, False)
    return figures(pieces, at)


def figures(pieces: tuple[Piece, ...], at: int) -> Group | None:
    """Read the figures that stand at an index: *230 000*, *1.5* before a power, *2.3k*."""
    piece = pieces[at]
    if "KILO" in piece.classes:
        return Group(Fraction(_ascii(piece.text[:-1])) * 1000, at + 1, 1, True)
    if "DECIMAL" in piece.classes:
        return _decimal(pieces, at)
    plain_digits = len(piece.text) if "PLAIN" in piece.classes else 0
    if "NUMBER" not in piece.classes or piece.value is None or "PADDED" in piece.classes or plain_digits > _MOST_DIGITS:
        return None
    value, end = piece.value, at + 1
    # Thousands set apart by a space: sure only where the next figure is "000".
    while plain_digits in (1, 2, 3) and end < len(pieces) and pieces[end].text == "000":
        if pieces[end].start != pieces[end - 1].end + 1:
            break
        value, end = value * 1000, end + 1
    return Group(Fraction(value), end, 1, True)


def _decimal(pieces: tuple[Piece, ...], at: int) -> Group | None:
    """Read ``1.5`` where a power follows, and ``150.000`` as thousands (no report counts people to three decimals)."""
    text = pieces[at].text
    whole, _, rest = text.replace(",", ".").partition(".")
    if has_class(pieces, at + 1, "POWER"):
        return Group(Fraction(_ascii(f"{whole}.{rest}")), at + 1, 1, True)
    if "." in text and len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return Group(Fraction(int(whole + rest)), at + 1, 1, True)
    return None


def _ascii(digits: str) -> str:
    """Return figures of any script in ASCII."""
    return "".join(char if char == "." else str(int(char)) for char in digits)


def _implied(pieces: tuple[Piece, ...], at: int) -> Group | None:
    """Read what stands before a power without a figure: *a hundred*, *half a dozen*, *a couple of*, *dozen*."""
    article = has_class(pieces, at, "ARTICLE")
    after = at + 1 if article else at
    if has_class(pieces, after, "COUPLE"):
        of = has_class(pieces, after + 1, "OF")
        return Group(Fraction(2), after + 1 + of, 1, False) if article or of else None
    if has_class(pieces, after, "HALF"):
        power = after + 1
        power += has_class(pieces, power, "ARTICLE") or has_class(pieces, power, "HYPH")
        return Group(Fraction(1, 2), power, 1, False) if has_class(pieces, power, "POWER") else None
    if has_class(pieces, after, "POWER") and not has_class(pieces, at - 1, "SEVERAL"):
        return Group(Fraction(1), after, 1, False)
    return None
