"""Find the words that put a deed long before what the sentence tells: "a year after", "the anniversary of"."""

from __future__ import annotations

from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node
from reportedly.records import Span

_AGES = frozenset({"year", "month", "decade"})

_ARABIC_AGES = ("عام", "سنة", "شهر", "سنوات", "اعوام", "اشهر", "عقد", "عامين", "سنتين", "شهرين", "عقدين")


def long_after(reading: Reading, node: Node) -> Span | None:
    """Return the words that put a deed long before what the sentence tells, or ``None``."""
    tree, tokens = reading.tree, reading.tokens
    for index in (node.index, node.predicate, *tree.ancestors(node.predicate)):
        marks = [c for c in tree.of(index, "mark") if tokens[c].lower == "after"]
        marks += [index] if tokens[index].lower == "after" and tokens[index].dep == "prep" else []
        for mark in marks:
            if mark and tokens[mark - 1].lemma in _AGES and mark < node.index:
                return reading.span(mark - 1, mark)
        if tokens[index].lemma == "anniversary" and index < node.index:
            return reading.span(index, index)
        if (words := _after_years(reading, index)) is not None:
            return words
        if reading.is_verb(index) and tokens[index].dep not in ("relcl", "acl", "advcl") and not marks:
            return None
    return None


def _after_years(reading: Reading, index: int) -> Span | None:
    """Return the «بعد عام على» that stands right before a deed, which the reading of dates takes for a time."""
    tokens = reading.tokens
    first = index - 1
    while first > 0 and tokens[first].form not in ("بعد", "منذ", "مرور") and first > index - _REACH:
        first -= 1
    words = [t.form for t in tokens[first:index]]
    told = len(words) > 1 and words[0] in ("بعد", "مرور") and words[-1] in ("علي", "من")
    return reading.span(first, index - 1) if told and any(w in _ARABIC_AGES for w in words) else None


_REACH = 6
"""Tokens from «بعد» to the deed that «بعد أكثر من ثلاثة أعوام على» may span."""
