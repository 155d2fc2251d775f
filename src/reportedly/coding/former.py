"""Tolls that give way to others: what an earlier report said ("An earlier report said 17 died").

An outlet's own earlier report is no claimant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.coding.attributed import Attribution
from reportedly.coding.reading import Reading
from reportedly.coding.tolls import TollFact

_PAPERS: Final = frozenset({"report", "version", "story", "article", "dispatch", "headline"})
"""What an outlet published before; lemmas are English in both languages."""

_SAID: Final = _PAPERS | frozenset({"statement", "toll", "count", "figure", "estimate", "announcement", "tally"})
"""What a correction takes back, whoever said it ("correcting an earlier statement that three had died")."""

_FORMER: Final = frozenset({"earlier", "previous", "prior", "original", "former"})

_FORMER_AR: Final = frozenset({"سابق", "سابقة", "السابق", "السابقة"})

_OWNING: Final = frozenset({"by", "from"})
"""Prepositions by which an earlier report is somebody else's ("an earlier report by the network")."""


def _former(reading: Reading, head: int, nouns: frozenset[str]) -> bool:
    """Return whether a noun is something said or printed before."""
    token = reading.tokens[head]
    if token.lemma not in nouns:
        return False
    below = reading.tree.of(head, "amod", "advmod", "compound", "nmod")
    return any(reading.tokens[c].lower in _FORMER or reading.tokens[c].form in _FORMER_AR for c in below)


def is_former_report(reading: Reading, head: int) -> bool:
    """Return whether a noun means the outlet's own earlier report, and no one else's."""
    if not _former(reading, head, _PAPERS):
        return False
    owned = any(reading.tokens[c].lower in _OWNING for c in reading.tree.of(head, "prep"))
    theirs = any(reading.tokens[c].lower != "our" for c in reading.tree.of(head, "poss"))
    return not owned and not theirs


def without_former(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """Return the attributions of a sentence without those to the outlet's own earlier report."""
    return [a for a in attributions if a.head is None or not is_former_report(reading, a.head)]


def give_way(reading: Reading, facts: list[TollFact]) -> list[TollFact]:
    """Take out the tolls that an earlier report or statement gave where the sentence has another; alone they count as parts.

    So any other toll of the report takes their place.
    """
    if reading.lowers.isdisjoint(_FORMER) and not any(t.form in _FORMER_AR for t in reading.tokens):
        return facts
    inside: set[int] = set()
    for token in reading.tokens:
        if not _former(reading, token.index, _SAID):
            continue
        roots = reading.tree.of(token.index, "acl", "ccomp", "prep", "relcl")
        if token.dep == "nsubj" and token.lemma in _PAPERS:
            roots = [*roots, *reading.tree.of(token.head, "ccomp", "dobj", "prep", "xcomp", "parataxis")]
        inside.update(i for root in roots for i in reading.tree.subtree(root))
    beside = {f.kind for f in facts if f.index not in inside}
    left = [f for f in facts if f.index not in inside or f.kind not in beside]
    return [replace(f, subset=True) if f.index in inside else f for f in left]
