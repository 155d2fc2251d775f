"""Dead and hurt that are told without a number ("the raid left dead and wounded"), and what denies them."""

from __future__ import annotations

from dataclasses import replace

from reportedly.codebook import RANGE_BARE_PLURAL
from reportedly.coding.counts import Count, quantity_of
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node

BRINGS = frozenset("result cause leave record register occur occurrence fall inflict lead".split())
"""Verbs whose negation says that nobody was harmed; a negated *arrive* or *report* says that nothing is known."""


_UNTOLD = frozenset({"news", "information", "report", "detail", "arrival"})
"""Nouns of word that came or did not: what they tell of is no count."""


def denial(reading: Reading, index: int) -> int | None:
    """Return the first token of what says that there was no such harm, ``None`` where nothing says it."""
    for at in (index, index - 1, *reading.tree.of(index, "nummod", "det")):
        quantity = reading.quantity_at.get(at)
        if quantity is not None and quantity.kind == "none":
            return reading.token_at(quantity.span.start)
    if reading.tokens[index].dep == "conj":
        return denial(reading, reading.tokens[index].head)
    for above in reading.tree.ancestors(index)[:5]:
        if reading.is_verb(above):
            denied = reading.tokens[above].lemma in BRINGS and reading.tree.clause(above).negated
            return above - 1 if denied and above < index else None
    return None


def bare_people(reading: Reading, node: Node) -> bool:
    """Return whether a trigger is a noun for several dead or hurt."""
    token = reading.tokens[node.index]
    return node.is_noun and token.tag == "NNS" and token.lemma in ("dead", "wounded", "injured", "martyr")


def _in_headline(reading: Reading, first: int) -> bool:
    """Return whether dead or wounded head a line and a deed is told as their cause («جرحى بقصف على البلدة»)."""
    tokens, tree = reading.tokens, reading.tree
    if tokens[first].dep not in ("ROOT", "nsubj", "dep") or (
        first and tokens[first - 1].text not in (":", "|", "-", "،", "#")
    ):
        return False
    harmed = [first, *(c for c in tree.children[first] if tokens[c].dep == "conj")]
    causes = (o for h in harmed for p in tree.of(h, "prep") for o in tree.of(p, "pobj", "pcomp"))
    return any(tokens[o].lemma in reading.lexicon.deed_words or o in reading.weapon_at for o in causes)


def bare_harmed(reading: Reading, node: Node) -> Count | None:
    """Return the count of dead or wounded that are told in the plural alone ("the raid left dead and wounded")."""
    token = reading.tokens[node.index]
    if not bare_people(reading, node):
        return None
    first = token.head if token.dep == "conj" else token.index
    number = quantity_of(reading, first)
    if number is not None:
        return replace(number, first=node.index, last=node.index) if first != token.index and number.vague else None
    known = any(
        reading.tokens[c].dep in ("det", "poss") for i in (first, token.index) for c in reading.tree.children[i]
    )
    above = next((a for a in reading.tree.ancestors(first) if reading.tokens[a].pos in ("VERB", "NOUN")), None)
    higher = reading.tree.ancestors(first)
    verbs = [a for a in higher if reading.is_verb(a)]
    untold = any(reading.tokens[a].lemma in _UNTOLD for a in higher)
    brought = above is not None and reading.tokens[above].lemma in BRINGS
    if known or untold or not (brought or _in_headline(reading, first)):
        return None
    if any(reading.tree.clause(v).negated for v in verbs) or denial(reading, first) is not None:
        return None
    return Count(*RANGE_BARE_PLURAL, node.index, node.index, True)
