"""Objects of Arabic verbs that a clause about the doer stands before («اغتال مسلحون يستقلون دراجة نارية مدير مدرسة»)."""

from __future__ import annotations

from typing import Final

from reportedly.annotate.arabic_kinds import TOLLS, arms, deed_nouns, persons
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
    _part_targets(nodes)


_FLYING: Final = frozenset({"aircraft", "warplane", "helicopter", "drone", "jet", "plane", "artillery"})
"""What targets and is not targeted, where it alone is told («استهداف الطيران»)."""


def _part_targets(nodes: list[Node]) -> None:
    """Tell whom «استهداف» hit from who did it: «استهداف الجيش», told alone, hit it, and «استهداف الجيش للبلدة» is its deed."""
    for node in nodes:
        if node.pos != "NOUN" or not node.form.removeprefix("ال").startswith("استهداف"):
            continue
        below = [n for n in nodes if n.head is node]
        owner = next((n for n in below if n.dep == "prep" and n.lower == "of" and not n.form), None)
        doer = next((n for n in nodes if owner is not None and n.head is owner and n.dep == "pobj"), None)
        if owner is None or doer is None or not is_doer(doer):
            continue
        sides = [doer, *(n for n in nodes if n.dep == "conj" and n.head is doer)]
        tops = [node, *sides] if len(sides) > 1 else [node]
        aims = [n for n in nodes if n.form == "ل" and n.dep == "prep" and any(n.head is top for top in tops)]
        told = any(n.dep in ("dobj", "appos", "dep") or n.dep == "agent" or n.lower == "by" for n in below)
        if aims:
            owner.lower = owner.lemma = "by"
            for aim in aims:
                aim.hang(node, "prep")
                aim.lower = aim.lemma = "on"
        elif not told and doer.lemma not in _FLYING and doer.lemma not in arms() and _its_men_or_nobody(nodes, node):
            owner.lower = owner.lemma = "on"


_MEN: Final = frozenset(
    "soldier element gunman militant fighter officer policeman rebel guard recruit conscript".split()
)


_HARMING: Final = TOLLS | {"kill", "die", "injure", "wound", "hurt", "martyr", "perish", "lose"}


def _its_men_or_nobody(nodes: list[Node], deed: Node) -> bool:
    """Return whether those who came to harm by a deed may be men of whom it hit: none are told, or men of no named side."""
    above = deed.head
    while above is not None and above.lemma not in _HARMING:
        above = above.head
    if above is None:
        return True
    victims = [
        n for n in nodes if n.dep in ("nsubj", "nsubjpass", "pobj") and above in (n.head, n.head and n.head.head)
    ]
    victims = [n for n in victims if n is not deed and n.lemma in persons() | _MEN]
    return bool(victims) and all(n.lemma in _MEN and n.owner is None for n in victims)


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
