"""Join the words and figures of one number: *three hundred and five*, *1.5 million*, *half a dozen*, *230 000*."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from reportedly.annotate.phrases import Piece

_MOST_DIGITS: Final = 7
"""Figures without separators at most: longer ones are telephone numbers and ids, and no report writes a toll so."""

_LARGEST: Final = 10_000_000_000
"""More people than there are: a larger figure is no count."""

_HUNDRED: Final = 100

_STARTS: Final = frozenset({"NUMBER", "DECIMAL", "KILO", "ONES", "TENS", "ARTICLE", "COUPLE", "HALF", "POWER"})
"""Classes of the pieces that a number can begin with."""

JOINED_SHAPES: Final = ("5 thousand", "2000 000", "5", "2019", "1,000", "twenty three", "a dozen", "2.3k")
"""One text for each set of classes that ``join`` can give."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A number being read: its value so far, the index after it, its last power of ten, and whether in figures."""

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
        countable = group.value.denominator == 1 and group.value <= _LARGEST
        made.extend([_joined(parts, group)] if countable else parts)
        at = group.end
    return tuple(made)


def _joined(parts: tuple[Piece, ...], group: _Group) -> Piece:
    if len(parts) == 1 and not group.figures and "POWER" not in parts[0].classes:
        return parts[0]
    classes = {"COUNT"}
    if group.figures:
        classes.add("NUMBER")
        if len(parts) == 1 and "YEAR" in parts[0].classes:
            classes.add("YEAR")
    text = " ".join(part.text for part in parts)
    return Piece(parts[0].start, parts[-1].end, text, frozenset(classes), int(group.value))


def _has(pieces: tuple[Piece, ...], at: int, name: str) -> bool:
    return 0 <= at < len(pieces) and name in pieces[at].classes


def _number(pieces: tuple[Piece, ...], at: int) -> _Group | None:
    """Read the number that starts at ``at``: groups of falling power."""
    group = _group(pieces, at, first=True)
    if group is None:
        return None
    while group.power >= _HUNDRED and not group.figures:
        after = group.end + 1 if _has(pieces, group.end, "AND") else group.end
        further = _group(pieces, after, first=False)
        if further is None or further.figures or further.value >= group.power:
            break
        group = _Group(group.value + further.value, further.end, further.power, False)
    return group


def _group(pieces: tuple[Piece, ...], at: int, *, first: bool) -> _Group | None:
    """Read a base and the powers after it."""
    base = _base(pieces, at) or (_implied(pieces, at) if first else None)
    if base is None:
        return None
    value, end, power = base.value, base.end, 1
    # "One and a half million".
    if _has(pieces, end, "AND") and _has(pieces, end + 2, "HALF") and _has(pieces, end + 3, "POWER"):
        value, end = value + Fraction(1, 2), end + 3
    while _has(pieces, end, "POWER"):
        power = pieces[end].value or 1
        value, end = value * power, end + 1
    return _Group(value, end, power, base.figures)


def _base(pieces: tuple[Piece, ...], at: int) -> _Group | None:
    if at >= len(pieces):
        return None
    piece = pieces[at]
    if "ONES" in piece.classes and piece.value is not None:
        return _Group(Fraction(piece.value), at + 1, 1, False)
    if "TENS" in piece.classes and piece.value is not None:
        after = at + 2 if _has(pieces, at + 1, "HYPH") else at + 1
        ones = pieces[after].value if _has(pieces, after, "ONES") else None
        if ones is not None and ones < 10:
            return _Group(Fraction(piece.value + ones), after + 1, 1, False)
        return _Group(Fraction(piece.value), at + 1, 1, False)
    return _figures(pieces, at)


def _figures(pieces: tuple[Piece, ...], at: int) -> _Group | None:
    piece = pieces[at]
    if "KILO" in piece.classes:
        return _Group(Fraction(_ascii(piece.text[:-1])) * 1000, at + 1, 1, True)
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
    return _Group(Fraction(value), end, 1, True)


def _decimal(pieces: tuple[Piece, ...], at: int) -> _Group | None:
    """Read ``1.5`` where a power follows, and ``150.000`` as thousands (no report counts people to three decimals)."""
    text = pieces[at].text
    whole, _, rest = text.replace(",", ".").partition(".")
    if _has(pieces, at + 1, "POWER"):
        return _Group(Fraction(_ascii(f"{whole}.{rest}")), at + 1, 1, True)
    if "." in text and len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return _Group(Fraction(int(whole + rest)), at + 1, 1, True)
    return None


def _ascii(digits: str) -> str:
    """Return figures of any script in ASCII."""
    return "".join(char if char == "." else str(int(char)) for char in digits)


def _implied(pieces: tuple[Piece, ...], at: int) -> _Group | None:
    """Read what stands before a power without a figure: *a hundred*, *half a dozen*, *a couple of*, *dozen*."""
    article = _has(pieces, at, "ARTICLE")
    after = at + 1 if article else at
    if _has(pieces, after, "COUPLE"):
        of = _has(pieces, after + 1, "OF")
        return _Group(Fraction(2), after + 1 + of, 1, False) if article or of else None
    if _has(pieces, after, "HALF"):
        power = after + 1
        power += _has(pieces, power, "ARTICLE") or _has(pieces, power, "HYPH")
        return _Group(Fraction(1, 2), power, 1, False) if _has(pieces, power, "POWER") else None
    if _has(pieces, after, "POWER") and not _has(pieces, at - 1, "SEVERAL"):
        return _Group(Fraction(1), after, 1, False)
    return None
