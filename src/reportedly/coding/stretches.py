"""Deeds told of a stretch of time, which are a total and no one event (codebook, ``aggregate``)."""

from __future__ import annotations

from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node


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
    """Return whether a deed's noun points back to one told before ("the blast killed 125")."""
    tree, tokens = draft.reading.tree, draft.reading.tokens
    return any(
        n.is_noun and any(tokens[c].lower in ("the", "this", "that") for c in tree.of(n.index, "det"))
        for n in draft.deeds
    )
