"""Beside whom a joined Arabic noun stands: «و» joins it to one of its kind, which need not be the nearest noun."""

from __future__ import annotations

from reportedly.annotate.arabic_chunks import Phrase
from reportedly.annotate.arabic_kinds import DOERS, TOLLS, persons, territory
from reportedly.annotate.arabic_nodes import Node
from reportedly.annotate.arabic_state import State, is_deed


def partner_of(s: State, phrase: Phrase) -> Node:
    """Return the noun before that the head of a joined phrase stands beside: one of its kind, the nearest first."""
    assert s.last is not None
    head, chain = phrase.head, s.last.chain
    if is_deed(head):
        above = next((n for n in reversed(chain) if is_deed(n)), None)
        if above is None and s.predicate is not None and is_deed(s.predicate):
            above = s.predicate
        if above is not None:
            return above
    elif (one := _one_side(s, head) or _whole_before(s, phrase)) is not None:
        return one
    if (one := _his(s, head, chain)) is not None:
        return one
    for kind in (persons(), DOERS, territory()):
        if head.lemma in kind:
            alike = [n for n in reversed(chain) if n.lemma in kind]
            if alike:
                alike = _troops(head, alike) or alike
                # «قوات النظام وفصائل المعارضة»: who has an owner stands beside who has one.
                return next((n for n in alike if bool(n.owner) == bool(head.owner)), alike[0])
    if (doer := _doer_before(s, head)) is not None:
        return doer
    if head.pos == "PROPN":
        names = [n for n in chain if n.pos == "PROPN" and n.dep != "appos"]
        if names:
            return names[-1]
    if head.pos == "NOUN":
        nouns = [n for n in chain if n.pos == "NOUN"]
        return nouns[-1] if nouns and not nouns[-1].owner and len(nouns) == 1 else chain[0]
    return chain[-1]


def _troops(head: Node, nouns: list[Node]) -> list[Node]:
    """Return the troops among nouns, where troops are joined («قوات النظام والميليشيات الإيرانية»)."""
    return [n for n in nouns if n.lemma in _TROOPS] if head.lemma in _TROOPS else []


_TROOPS = frozenset({"force", "militia", "faction", "army", "troop", "battalion", "brigade", "gang", "police"})


def _one_side(s: State, head: Node) -> Node | None:
    """Return the noun after «بين» that wants another («بين مسلحي الحركة وقوات حكومية»), whatever is told of it."""
    assert s.last is not None
    here: Node | None = s.last.head
    while here is not None and here.head is not None and here.head.lemma != "between":
        here = here.head
    if here is None or here.head is None or here.dep != "pobj" or here.lemma in SIDES:
        return None
    joined = any(n.head is here and n.dep == "conj" for n in s.nodes)
    alike = here.lemma in persons() | DOERS or here.pos == "PROPN"
    return here if alike and not joined and (head.lemma in persons() | DOERS or head.pos == "PROPN") else None


SIDES = frozenset({"side", "party", "both", "rival", "faction", "family", "clan", "tribe", "resident", "demonstrator"})
"""Nouns of several whom «بين» parts by themselves («بين الطرفين», «بين عائلتين»)."""


def _whole_before(s: State, phrase: Phrase) -> Node | None:
    """Return those of somebody beside whom others stand («عناصر من الشرطة ومدني», «وحدات من الجيش ومجموعات من الحركة»)."""
    assert s.last is not None
    of = s.last.head.head
    members = of.head if of is not None and of.form == "من" and of.dep == "prep" else None
    if members is None or members.lemma not in persons() | DOERS:
        return None
    after = s.units[phrase.next] if phrase.next < len(s.units) else None
    parts = after is not None and after.cat == "prep" and after.first.form == "من"
    persons_beside = phrase.head.lemma in persons() and members.lemma in persons()
    named = s.last.head.lemma in persons()
    return members if (parts and phrase.head.lemma in persons() | DOERS) or (persons_beside and not named) else None


def _his(s: State, head: Node, chain: list[Node]) -> Node | None:
    """Return the victim beside whom somebody of his stands, a body's name between («مقتل قيادي في الحزب ومرافقه»)."""
    owned = any(n.tag == "PRP$" and n.head is head for n in s.nodes[-NEAR:])
    if not owned or head.lemma not in persons() or any(n.lemma in persons() for n in chain):
        return None
    told = s.predicate.owner if s.predicate is not None and s.predicate.lemma in TOLLS else None
    victim = told or (s.clause.subject if s.clause is not None else None)
    return victim if victim is not None and victim.lemma in persons() else None


NEAR = 4
"""Nodes of the phrase just read in which its pronoun stands."""

NATIONS = frozenset(
    "روسيا تركيا سوريا ايران اسرائيل امريكا اميركا فرنسا بريطانيا اثيوبيا رواندا اوغندا اوكرانيا".split()
)
"""Names of states, levelled, that stand beside forces as doers."""


def _doer_before(s: State, head: Node) -> Node | None:
    """Return whom a joined doer stands beside («قوات النظام وروسيا», «فصائل موالية لإيران وقوات النظام»)."""
    assert s.last is not None
    if head.form in NATIONS:
        return next((n for n in s.last.chain if n.lemma in DOERS), None)
    subject = s.clause.subject if s.clause is not None else None
    if head.lemma not in DOERS or subject is None or subject.lemma not in DOERS:
        return None
    here: Node | None = s.last.head
    while here is not None and here is not subject:
        here = here.head
    return here
