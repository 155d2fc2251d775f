"""Objects of Arabic verbs that a clause about the doer stands before («اغتال مسلحون يستقلون دراجة نارية مدير مدرسة»)."""

from __future__ import annotations

from typing import Final

from reportedly.annotate.arabic_kinds import deed_nouns, persons
from reportedly.annotate.arabic_nodes import Node
from reportedly.annotate.arabic_state import is_doer

_BEING: Final = frozenset("ride follow belong travel wear carry work live reside".split())
"""Verbs that say who somebody is, of which no violence is a circumstance."""

_SEIZING: Final = frozenset(
    "assassinate kill kidnap abduct arrest detain execute behead wound injure target attack".split()
)
"""Verbs that ask for an object."""


def give_back(nodes: list[Node]) -> None:
    """Give verbs what a clause about their subject has swallowed."""
    _give_back_objects(nodes)
    _give_back_deeds(nodes)
    _join_slashed(nodes)


def _join_slashed(nodes: list[Node]) -> None:
    """Join a name to the one that a slash stands between («ميليشيا PKK/PYD»)."""
    for before, slash, after in zip(nodes, nodes[1:], nodes[2:], strict=False):
        names = before.pos == after.pos == "PROPN"
        if slash.form == "/" and names and after.head is not before and after.dep in ("dobj", "nsubj", "dep", "appos"):
            after.hang(before, "conj")


def _give_back_deeds(nodes: list[Node]) -> None:
    """Give a verb the violence in which people came to harm («قتل مسلحون يستقلون سيارة في غارة»)."""
    for node in nodes:
        clause = node.head
        if node.dep != "prep" or clause is None or clause.dep != "relcl" or clause.lemma not in _BEING:
            continue
        subject = clause.head
        verb = subject.head if subject is not None and subject.dep == "nsubjpass" else None
        if verb is not None and any(n.head is node and n.lemma in deed_nouns() for n in nodes):
            node.hang(verb, "prep")


def _give_back_objects(nodes: list[Node]) -> None:
    """Give a verb without object the noun left over at the end of the clause about its doer."""
    for node in list(nodes):
        subject = node.head.head if node.head is not None and node.head.dep == "relcl" else None
        verb = subject.head if subject is not None else None
        if node.dep != "dep" or node.pos != "NOUN" or subject is None or verb is None or verb.lemma not in _SEIZING:
            continue
        if any(n.head is verb and n.dep == "dobj" for n in nodes):
            continue
        if subject.dep == "nsubjpass" and is_doer(subject) and node.lemma in persons():
            # «خطف مسلحون يرتدون زيا عسكريا ثلاثة أطباء»: written like a passive until its object is found.
            nodes[:] = [n for n in nodes if not (n.head is verb and n.dep == "auxpass")]
            subject.dep, verb.tag = "nsubj", "VBD"
        if subject.dep == "nsubj":
            node.hang(verb, "dobj")
