"""Deeds told of a stretch of time, which are a total and no one event (codebook, ``aggregate``)."""

from __future__ import annotations

from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node

LONG_DATES = frozenset({"month", "months", "season", "year", "years", "decade", "window"})
"""Kinds of dates longer than the days of one event."""


def over_a_stretch(draft: Draft) -> bool:
    """Return whether deeds in the plural, or none, are told of a window or of the report's own month ("this month")."""
    date, published = draft.date, draft.reading.report.published
    if date is None or date.brief or not all(_in_mass(draft.reading, n) for n in draft.deeds):
        return False
    now = published is not None and (date.edtf or "")[:7] == published.isoformat()[:7]
    return date.kind == "window" or now or (bool(draft.deeds) and date.kind == "month")


def _in_mass(reading: Reading, node: Node) -> bool:
    """Return whether a noun tells deeds without number: "airstrikes", "shelling"."""
    tokens = reading.tokens
    token = tokens[node.index]
    named = node.is_noun or token.dep in ("nsubj", "nsubjpass", "pobj", "pcomp")
    told = named and (token.tag == "NNS" or bool({token.lower, token.lemma} & _MASSES))
    return told and not any(tokens[c].pos in ("DET", "NUM") for c in reading.tree.children[node.index])


_MASSES = frozenset({"shelling", "bombardment", "fighting", "violence", "fire", "gunfire"})


def pointed_back_to(draft: Draft) -> bool:
    """Return whether a deed's noun, or "the toll", points back to one told before ("the blast killed 125")."""
    tree, tokens = draft.reading.tree, draft.reading.tokens
    nouns = [n.index for n in draft.deeds if n.is_noun]
    if not draft.deeds:
        tolls = [f for f in draft.facts if tokens[f.index].lemma in _COUNTED and f.toll.best < OF_A_WAR]
        nouns = [f.index for f in tolls] if len(tolls) == len(draft.facts) else []
    return any(tokens[c].lower in ("the", "this", "that") for n in nouns for c in tree.of(n, "det"))


_COUNTED = frozenset({"toll", "dead"})

OF_A_WAR = 1000
"""Dead from which "the toll" is that of a war: five of the 16,566 rows of UCDP's Syrian data have as many."""
