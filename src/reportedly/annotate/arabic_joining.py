"""Arabic coordination: what و joins, phrase to phrase of its kind or clause to clause."""

from __future__ import annotations

from reportedly.annotate.arabic_chunks import Phrase
from reportedly.annotate.arabic_kinds import DOERS, TOLLS, persons, territory
from reportedly.annotate.arabic_nodes import Node
from reportedly.annotate.arabic_state import State, is_deed


def join(s: State, at: int) -> int:
    """Read a conjunction and, where it joins phrases, the phrase after it; return the unit to go on from."""
    node = s.put(at)
    node.dep = "cc"
    following = s.chunks.cat(at + 1)
    if node.form == "ف" and s.topic is not None and s.opener is not None and s.opener[0] == "sub":
        # «أما الجيش فيقول»: the topic's verb comes now.
        s.pending.append(node)
        return at + 1
    start = at + 1
    phrase = None
    if s.chunks.opens(start) is not None:
        phrase = s.chunks.read(start)
    if s.units[at - 1].cat == "adj" and s.chunks.cat(start) == "adj" and at and start < len(s.units):
        described = next((n for n in reversed(s.nodes[:-1]) if n.dep == "amod"), None)
        if described is not None and s.units[start].definite == s.units[at - 1].definite:
            node.hang(described.head, "cc")
            s.put(start).hang(described.head, "amod")
            return start + 1
    if phrase is not None and s.last is not None and node.form != "لكن" and not _opens_clause(s, phrase):
        _conjoin(s, node, phrase)
        return phrase.next
    if following == "prep" and _repeats(s, start):
        node.hang(s.predicate or s.main(), "cc")
        return start
    if following == "agent" and s.predicate is not None:
        node.hang(s.predicate, "cc")
        return start
    if following == "comp" and s.opener is None:
        s.leave_topic()
    s.joiner = node
    _begin_joined(s, following)
    return start


def _begin_joined(s: State, following: str) -> None:
    s.leave_topic_keeping()
    s.fresh = True
    s.comma = False
    if following != "rel":
        s.last = None


def _repeats(s: State, at: int) -> bool:
    """Return whether a preposition after "and" goes on with the phrases before, and opens no sentence of its own."""
    phrase = s.chunks.read(at + 1)
    after = s.chunks.cat(phrase.next) if phrase is not None else s.chunks.cat(at + 1)
    return s.last is not None and after != "verb"


def _opens_clause(s: State, phrase: Phrase) -> bool:
    """Return whether a phrase after "and" is the topic of a clause of its own («وقوات النظام قصفت»)."""
    after = s.units[phrase.next] if phrase.next < len(s.units) else None
    if after is None or not phrase.definite:
        return False
    if after.cat in ("neg", "aux", "already"):
        return s.chunks.cat(phrase.next + 1) == "verb"
    return after.cat == "verb" and s.comma and s.units[phrase.next - 1].cat != "rel"


def _conjoin(s: State, joiner: Node, phrase: Phrase) -> None:
    s.nodes += phrase.nodes
    partner = _partner(s, phrase.head)
    joiner.hang(partner, "cc")
    phrase.head.hang(partner, "conj")
    chain = s.last.chain if s.last else []
    before = s.last
    s.seen(phrase)
    if before is not None and partner in chain:
        s.last = Phrase(phrase.head, phrase.nodes, phrase.next, [*chain[: chain.index(partner) + 1], *phrase.chain])


def _partner(s: State, head: Node) -> Node:
    """Return the noun before that a joined noun stands beside: one of its kind, the nearest first."""
    assert s.last is not None
    chain = s.last.chain
    if is_deed(head):
        above = next((n for n in reversed(chain) if is_deed(n)), None)
        if above is None and s.predicate is not None and is_deed(s.predicate):
            above = s.predicate
        if above is not None:
            return above
    if (one := _his(s, head, chain)) is not None:
        return one
    for kind in (persons(), DOERS, territory()):
        if head.lemma in kind:
            alike = [n for n in reversed(chain) if n.lemma in kind]
            if alike:
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
