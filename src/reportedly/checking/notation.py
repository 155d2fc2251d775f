"""The signs that mark a report's words, chosen so that the words themselves do not hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

Pair = tuple[str, str]
"""The sign before and the sign after the marked words."""


class MarkKind(IntEnum):
    """What a mark is of, outermost first where several mark the same words."""

    SCOPE = 1
    CUE = 2
    TRIGGER = 3


_SIGNS: dict[MarkKind, tuple[Pair, ...]] = {
    MarkKind.SCOPE: (("⟦", "⟧"), ("⟪", "⟫")),
    MarkKind.CUE: (("{", "}"), ("⦃", "⦄")),
    MarkKind.TRIGGER: (("*", "*"), ("‡", "‡"), ("◆", "◆")),
}
_PLAIN_SIGNS: dict[MarkKind, tuple[Pair, ...]] = {
    MarkKind.SCOPE: (("[", "]"), ("[[", "]]"), ("<<", ">>")),
    MarkKind.CUE: (("{", "}"), ("{{", "}}"), ("((", "))")),
    MarkKind.TRIGGER: (("*", "*"), ("^", "^"), ("##", "##")),
}
"""The signs of each kind, the plainest first. A later one serves where the words hold an earlier one: Markdown has
asterisks, wikis and editors have brackets."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TO_ASCII = str.maketrans({"·": "-", "│": "|", "“": '"', "”": '"', "…": "...", "’": "'"})


@dataclass(frozen=True, slots=True)
class Notation:
    """The signs of one passage.

    Attributes:
        scope: Around what is said.
        cue: Around the words that put it in somebody's mouth.
        trigger: Around the word that names the deed.
        ascii: Whether the view keeps to ASCII in all that it writes itself.
    """

    scope: Pair
    cue: Pair
    trigger: Pair
    ascii: bool = False

    def number(self, *numbers: int) -> str:
        """Return the numbers of claims as they stand at a mark and before a claim."""
        shown = ",".join(map(str, numbers))
        return shown if self.ascii else shown.translate(_RAISED)

    def opening(self, kind: MarkKind, numbers: Iterable[int] = ()) -> str:
        """Return what stands before marked words."""
        inside = self.number(*numbers)
        return self._pair(kind)[0] + (f"{inside}:" if inside and self.ascii else inside)

    def closing(self, kind: MarkKind, numbers: Iterable[int] = ()) -> str:
        """Return what stands after marked words."""
        inside = self.number(*numbers)
        return (f":{inside}" if inside and self.ascii else inside) + self._pair(kind)[1]

    def own(self, text: str) -> str:
        """Return words of the view itself in the characters that it may use."""
        return text.translate(_TO_ASCII) if self.ascii else text

    def meanings(self) -> tuple[str, ...]:
        """Return each sign around what it means."""
        one = {MarkKind.SCOPE: [1], MarkKind.CUE: [1], MarkKind.TRIGGER: []}
        ends = {**one, MarkKind.CUE: []}
        words = {MarkKind.TRIGGER: "the deed", MarkKind.CUE: "cue", MarkKind.SCOPE: "what is said"}
        marks = (f"{self.opening(k, one[k])}{word}{self.closing(k, ends[k])}" for k, word in words.items())
        return (*marks, f"{self.number(1)} the claim below")

    def _pair(self, kind: MarkKind) -> Pair:
        return {MarkKind.SCOPE: self.scope, MarkKind.CUE: self.cue, MarkKind.TRIGGER: self.trigger}[kind]


def notation_for(words: str, ascii_only: bool) -> Notation:
    """Return the signs to mark ``words`` with: of each kind the first that they do not hold, else the last."""
    signs = _PLAIN_SIGNS if ascii_only else _SIGNS

    def pick(kind: MarkKind) -> Pair:
        free = (pair for pair in signs[kind] if not any(sign in words for sign in pair))
        return next(free, signs[kind][-1])

    return Notation(pick(MarkKind.SCOPE), pick(MarkKind.CUE), pick(MarkKind.TRIGGER), ascii_only)


SIGNS = "".join(sign for pairs in _SIGNS.values() for pair in pairs for sign in pair) + "⁰¹²³⁴⁵⁶⁷⁸⁹│…·“”"
"""All characters beyond ASCII that the view may write itself: a screen that lacks one gets the plain signs."""
