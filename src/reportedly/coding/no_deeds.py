"""Words of deeds that tell none: sentences carried out, gatherings for prayer, patrols that met a mine, what is to cease."""

from __future__ import annotations

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT, Clause
from reportedly.coding.lexicon import Trigger
from reportedly.coding.reading import Reading

_CONDEMNED = frozenset({"convict", "convicted", "condemn", "condemned", "sentence", "sentenced", "inmate"})


def stopped(reading: Reading, index: int) -> bool:
    """Return whether a noun tells only of what is to end ("a breach of the cessation of hostilities")."""
    token = reading.tokens[index]
    above = reading.tokens[token.head]
    return token.dep == "pobj" and above.lower in ("of", "to", "in") and reading.tokens[above.head].lemma in _ENDING


_ENDING = frozenset({"cessation", "halt", "suspension", "pause", "de-escalation"})


def by_law(reading: Reading, index: int, heads: dict[str, list[int]]) -> bool:
    """Return whether a court's judgment was carried out ("two men convicted of murder were executed")."""
    if reading.tokens[index].lemma not in ("execute", "hang"):
        return False
    below = {reading.tokens[i].lower for h in heads["object"] for i in reading.tree.subtree(h)}
    return bool(below & _CONDEMNED)


def met_a_mine(reading: Reading, trigger: Trigger, support: Clause | None) -> bool:
    """Return whether a patrol is no deed of its own but what ran into a bomb ("a police patrol hit a mine")."""
    if trigger.type != "Other" or support is None:
        return False
    if support.passive and reading.tokens[support.predicate].lemma == "fire":
        return True  # "one of its patrols was fired on"
    met = (reading.weapon_at.get(h) for h in support.heads(OBJECT))
    return any(w is not None and w.entry.type == "Remote explosive/landmine/IED" for w in met)


_PEACEFUL_ENDS = frozenset(
    "help watch buy sell collect receive wait eat pray worship celebrate mourn bury play shop work rescue assist search see "
    "listen fetch queue vote learn discuss meet dance drink pick cook enjoy attend welcome board register bid pay "
    "mark commemorate remember honour honor".split()
)
"""Verbs that tell what people gathered for that is no protest ("gathered to help the wounded", "gathered to pray")."""


_OCCASIONS = frozenset(
    "prayer wedding funeral lunch dinner breakfast food meal service mass ceremony market festival celebration party iftar "
    "aid water work match game feast burial worship evening concert birthday meeting shopping mosque church school".split()
)
"""Nouns of what people gather for, or where, without protest."""


def for_something_else(reading: Reading, trigger: Trigger, clause: Clause) -> bool:
    """Return whether people gathered for what is no protest."""
    index = clause.predicate
    if trigger.frame != "gather" or clause.nominal:
        return False
    if reading.tokens[index].lemma != "gather":
        return False
    purposes = [c for c in reading.tree.of(index, "advcl", "xcomp") if reading.tokens[c].tag == "VB"]
    occasions = clause.heads(OBLIQUE, "for", "at")
    return any(reading.tokens[c].lemma in _PEACEFUL_ENDS for c in purposes) or any(
        reading.tokens[h].lemma in _OCCASIONS for h in occasions
    )


def on_an_idea(reading: Reading, clause: Clause, support: Clause | None) -> bool:
    """Return whether what is attacked is an idea, which nobody hits with arms ("an assault on the constitution")."""
    struck = [*(clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)), *clause.heads(OBLIQUE, *_UPON)]
    if clause.nominal and support is not None:
        struck += support.heads(OBLIQUE, *_UPON)
    if clause.nominal:
        struck += [*clause.heads(OBLIQUE, "of", "to"), *clause.heads(AGENT)]
    armed = any(i in reading.weapon_at for a in clause.arguments for i in reading.tree.subtree(a.head))
    real = any(h in reading.actor_at or h in reading.place_at or reading.has_kind("person", h) for h in struck)
    return not armed and not real and any(reading.lexicon.is_noun("idea", reading.tokens[h].lemma) for h in struck)


_UPON = ("on", "against", "upon")
"""Prepositions that bring what an attack is aimed at."""
