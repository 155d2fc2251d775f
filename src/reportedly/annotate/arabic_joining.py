"""Arabic coordination: what و joins, phrase to phrase of its kind or clause to clause."""

from __future__ import annotations

from reportedly.annotate.arabic_chunks import Phrase
from reportedly.annotate.arabic_nodes import Node
from reportedly.annotate.arabic_partners import partner_of
from reportedly.annotate.arabic_state import State


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
    partner = partner_of(s, phrase)
    joiner.hang(partner, "cc")
    phrase.head.hang(partner, "conj")
    chain = s.last.chain if s.last else []
    before = s.last
    s.seen(phrase)
    if before is not None and partner in chain:
        s.last = Phrase(phrase.head, phrase.nodes, phrase.next, [*chain[: chain.index(partner) + 1], *phrase.chain])
