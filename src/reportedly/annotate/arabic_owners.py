"""Arabic nouns to which a prepositional phrase belongs, though a verb stands nearer to its sense."""

from __future__ import annotations

from typing import Final

from reportedly.annotate.arabic_chunks import Phrase
from reportedly.annotate.arabic_kinds import DOERS
from reportedly.annotate.arabic_nodes import Node
from reportedly.annotate.arabic_state import State, is_deed, is_doer
from reportedly.annotate.arabic_tagging import Unit

CHARGING: Final = frozenset({"accuse", "accused", "charge", "suspect", "convict", "accusation", "blame"})
"""What takes ب for English *of*: «اتهم الجيش بقتل المزارعين»."""

_PART_IN: Final = frozenset({"involvement", "participation", "complicity", "responsibility", "role"})
"""Nouns that take في, ب or عن for the deed that somebody had a part in."""

WANTED: Final = frozenset(
    "order plan plot conspiracy possibility ability intention fatwa desire call readiness scenario ambition".split()
)
"""Nouns of what is not done yet, whose preposition brings the deed («أوامر بقصف القرية», «القدرة على شن هجمات»)."""

_FLOWN: Final = frozenset({"drone", "aircraft", "warplane", "jet", "helicopter", "plane", "artillery"})
"""What bombs by itself and belongs to somebody."""


def special_owner(s: State, unit: Unit, phrase: Phrase | None) -> Node | None:
    """Return the noun or accusation that a phrase belongs to by its own preposition, or ``None``."""
    if s.last is None or s.comma or phrase is None or unit.cat != "prep":
        return None
    letter = unit.pieces[-1].form
    if is_deed(phrase.head) and (wanted := next((n for n in s.last.chain if n.lemma in WANTED), None)) is not None:
        return wanted
    if letter in ("في", "ب", "عن") and is_deed(phrase.head):
        return _part_in(s.last)
    inner = s.last.chain[-1]
    waits = s.topic is s.last and not s.topic.definite and s.topic.head.head is None
    if letter == "ل" and waits and inner.lemma in DOERS and is_doer(phrase.head):
        # «أن مفرزة للجيش أوقفت»: whose it is.
        return inner
    before = s.clause is not None and not s.clause.objects
    if letter == "ل" and before and inner.lemma in _FLOWN and not is_deed(s.last.head) and is_doer(phrase.head):
        # «قصف الطيران المسير للدعم السريع محطة»: whose it is.
        return inner
    return None


def _part_in(last: Phrase) -> Node | None:
    """Return what «التورط في خطف» tells of: of somebody accused the accusation, which is of the deed itself."""
    part = next((n for n in last.chain if n.lemma in _PART_IN), None)
    if part is None:
        return None
    above = part.head.head if part.head is not None and part.dep == "pobj" else None
    return above if above is not None and above.lemma in CHARGING else part
