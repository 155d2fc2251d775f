"""Names of people after their office («المتحدث باسم الجيش نبيل سريع أعلن»), whose family name may be a common word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.annotate.arabic_kinds import OFFICES, deed_nouns
from reportedly.annotate.arabic_persons import given_names
from reportedly.annotate.arabic_words import Piece

_REACH: Final = 8
"""Words from an office to the name of who holds it, the body's name between."""


def titled_at(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return where names of two words begin of which the second could be a common word, with their lengths."""
    return {at: 2 for at in range(1, len(pieces) - 1) if _named(pieces, at) and _holds_office(pieces, at)}


def _named(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a given name stands at a piece, and after it a bare word that no verb or deed can be."""
    first, second = pieces[at], pieces[at + 1]
    if first.form not in given_names() or any(a.cat != "propn" for a in first.analyses):
        return False
    word = second.kind == "word" and bool(second.analyses) and not second.definite
    return word and not second.senses & deed_nouns() and all(a.cat in ("noun", "adj") for a in second.analyses)


def _holds_office(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether an office stands before a name, with no verb or stop between."""
    for piece in reversed(pieces[max(0, at - _REACH) : at]):
        if piece.kind == "punct" or (piece.can("verb") and not piece.can("noun", "adj", "propn")):
            return False
        if piece.senses & OFFICES:
            return True
    return False
