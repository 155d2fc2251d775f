"""Names of persons in Arabic sentences, where a victim is due: after a verb or noun of harm («قتل أحمد الحسن»)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportedly.annotate.arabic_kinds import DOERS, SUFFERED, TOLLS, deed_nouns, persons, territory
from reportedly.annotate.arabic_lexicon import Analysis
from reportedly.annotate.arabic_text import form
from reportedly.annotate.arabic_words import Piece
from reportedly.resources import load_toml

LONGEST = 5
"""Words of a name at most: given name, father, grandfather, family, tribe."""

_KUNYA = frozenset({"ابو", "ابي", "ابا", "ام"})
_KIN = frozenset({"بن", "ابن", "بنت", "ال"})
"""Words within a name that want another after them."""


@cache
def given_names() -> frozenset[str]:
    """Return the given names, levelled."""
    body = load_toml("ar/names.toml")
    return frozenset(form(word) for key in ("name", "given") for entry in body[key] for word in entry["words"])


def persons_at(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return where names of victims begin, with their lengths in pieces."""
    found: dict[int, int] = {}
    at = end = 0
    while at < len(pieces):
        opens = pieces[at].form in given_names() or pieces[at].form in _KUNYA
        length = _length(pieces, at) if opens and _due(pieces, at, end) else 0
        if length:
            found[at] = length
            end = at + length
        at += max(1, length)
    return found


def _due(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Return whether a victim may stand at a piece; ``end`` is where the last name ended."""
    if pieces[at].kind != "word" or not at:
        return False
    if pieces[at - 1].form == "و" and end == at - 1 > 0:
        return True
    for before in range(at - 1, max(-1, at - 1 - REACH), -1):
        piece = pieces[before]
        if piece.kind != "word" or piece.form in _KUNYA:
            return False
        if any(_harms(a) for a in piece.analyses):
            return True
        between = not piece.analyses or piece.can("noun", "adj", "propn", "quant") or piece.form in ("من", "كل")
        if not between:
            return False
    return False


REACH = 6
"""Words from a verb of harm to the name of whom it befell, at most: its doer or a title stands between."""


def _harms(analysis: Analysis) -> bool:
    if analysis.cat == "verb":
        return (analysis.sense in SUFFERED or analysis.sense == "die") and "علي" not in analysis.objects
    return analysis.cat == "noun" and analysis.sense in TOLLS


def _length(pieces: Sequence[Piece], at: int) -> int:
    """Return how many pieces the name of two words or more that a given name or a kunya opens has, 0 if it is none."""
    first = pieces[at].form
    if first == "علي" and not _surely_a_name(pieces, at):
        return 0
    end = at + 1
    while end < len(pieces) and end - at < LONGEST and _goes_on(pieces, at, end):
        end += 1
    while pieces[end - 1].form in _KIN:
        end -= 1
    return end - at if end - at > 1 else 0


def _surely_a_name(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether «علي» is no preposition: right after a verb, with a name after it («قتل علي حمود»)."""
    after = pieces[at + 1].form if at + 1 < len(pieces) else ""
    return pieces[at - 1].can("verb") and (after in given_names() or after.removeprefix("ال") in given_names())


def _goes_on(pieces: Sequence[Piece], at: int, here: int) -> bool:
    """Return whether a piece goes on with the name that begins at ``at``."""
    piece = pieces[here]
    if piece.kind != "word":
        return False
    before = pieces[here - 1].form
    if piece.form in given_names() or piece.form in ("الله", "الدين") or before in _KUNYA | _KIN | {"عبد"}:
        return piece.form != "علي" or here - at < TWO
    if piece.form in _KIN:
        return True
    if not piece.analyses:
        return not piece.form.endswith("ا")
    if not piece.form.startswith("ال"):
        return False
    if piece.form[2:] in given_names():
        return True
    family = [a for a in piece.analyses if a.number == "sg" and a.cat in ("adj", "propn", "noun")]
    if here - at > 1:
        family = [a for a in family if a.cat != "noun"]
    return any(a.sense not in _NO_FAMILY | deed_nouns() | DOERS | territory() | persons() for a in family)


_NO_FAMILY = frozenset({"civil", "military", "armed", "national", "last"})
"""Adjectives that describe a person and are no family's name."""

TWO = 2
"""Words from which «علي» in a name is likelier the preposition."""
