"""Statements told by nouns and by tolls: "rebel claims that ...", "put the toll at nine", "by the monitor's count"."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.attributed import Attribution, made
from reportedly.coding.claimants import can_speak
from reportedly.coding.cues import Category, Cue, Found, Part
from reportedly.coding.reading import Reading
from reportedly.coding.scope import holds, without
from reportedly.coding.statements import said_around, tells


def any_saying(reading: Reading) -> Cue:
    """Return the entry of the plain verbs of saying, for words that speak without being a cue of the lexicon."""
    return next(c for c in reading.lexicon.cues.cues if c.category is Category.ATTRIBUTION and c.part is Part.VERB)


def by_noun(reading: Reading, found: Found) -> Attribution | None:
    """Return whose claim or report a noun names: "rebel claims that", "reports of shelling by locals"."""
    tree, tokens, noun = reading.tree, reading.tokens, found.last
    heads = tree.of(noun, "acl", "ccomp", "relcl")
    heads = [h for h in heads if any(tokens[c].lower == "that" and tokens[c].dep == "mark" for c in tree.children[h])]
    heads += [
        o for c in tree.of(noun, "prep") if tokens[c].lower in found.cue.markers for o in tree.of(c, "pobj", "pcomp")
    ]
    ranges = reading.geometry.below(*heads)
    refused = any(tokens[c].lower == "no" for c in tree.children[noun])
    refused = refused or any(tokens[a].lower == "without" for a in tree.ancestors(noun)[:3])
    if refused or not ranges or not tells(reading, ranges):
        return None
    makers = [*tree.of(noun, "poss", "compound", "amod"), *tree.clause(noun).heads(AGENT)]
    makers += tree.clause(noun).heads(OBLIQUE, "from")
    named = [h for h in makers if tokens[h].pos in ("NOUN", "PROPN", "PRON") or h in reading.actor_at]
    named = [h for h in named if can_speak(reading, h) and not holds(ranges, h)]
    told_of = not any(tokens[h].dep in ("acl", "ccomp", "relcl") for h in heads)
    if told_of and not named and tokens[noun].tag not in ("NNS", "NNPS"):
        return None
    return made(reading, found, ranges, named[0] if named else None)


_TOLLS: Final = frozenset({"toll", "number", "figure", "count", "tally"})

TOLL_VERBS: Final = MappingProxyType(
    {
        **dict.fromkeys(("put", "set", "place", "give"), _TOLLS | {"loss", "casualty", "death", "fatality", "dead"}),
        **dict.fromkeys(("correct", "revise", "raise", "lower", "update", "cut", "reduce", "increase"), _TOLLS),
        "count": frozenset({"dead", "body", "wounded", "injured", "victim", "people", "casualty"}),
    }
)
"""Verbs that give a toll, with the objects that show it: "put the toll at nine", "raised it to nine", "counted 17 dead"."""


def by_toll(reading: Reading, verb: int) -> Attribution | None:
    """Return who "put the toll at nine dead", "counted nine bodies" or "spoke of nine"."""
    tree, tokens = reading.tree, reading.tokens
    clause = tree.clause(verb)
    objects = [tokens[o].lemma for o in clause.heads(OBJECT)]
    objects += [tokens[c].lemma for o in clause.heads(OBJECT) for c in tree.of(o, "acl", "amod", "relcl")]
    counted = bool(TOLL_VERBS.get(tokens[verb].lemma, frozenset()) & set(objects))
    if tokens[verb].lemma == "speak":
        told = [(h, *tree.of(h, "nummod")) for h in clause.heads(OBLIQUE, "of")]
        counted = any(i in reading.quantity_at for numbered in told for i in numbered)
        counted = counted or any(tokens[o].lemma in reading.lexicon.deed_words for o in clause.heads(OBJECT))
    counted = counted and not any(tokens[c].lower == "no" for o in clause.heads(OBJECT) for c in tree.of(o, "det"))
    if clause.passive:
        counted = any(tokens[s].lemma in TOLL_VERBS.get(tokens[verb].lemma, ()) for s in clause.heads(SUBJECT))
    subjects = _counters(reading, clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT))
    if clause.negated or clause.modal or not counted or not subjects:
        return None
    geometry = reading.geometry
    below = tokens[geometry.left[verb] : geometry.right[verb] + 1]
    later = [t.index for t in below if t.dep == "prep" and t.lower in ("after", "since", "following")]
    others = [c for c in tree.of(verb, "conj") if reading.is_verb(c) and tree.clause(c).heads(SUBJECT)]
    speaking = tree.of(verb, "agent") if clause.passive else tree.of(verb, "nsubj")
    cut = [(verb, verb + 1), *((geometry.left[c], geometry.right[c] + 1) for c in (*speaking, *later, *others))]
    found = Found(any_saying(reading), verb, verb)
    return made(reading, found, without(geometry.below(verb), cut), subjects[0])


def _counters(reading: Reading, heads: Sequence[int]) -> list[int]:
    """Return those who give a toll; of "a count by the opposition", the opposition."""
    found = []
    for head in heads:
        clause = reading.tree.clause(head)
        makers = clause.heads(AGENT) or clause.heads(OBLIQUE, "by") if reading.tokens[head].lemma in _TOLLS else ()
        found += [h for h in (*makers, head) if can_speak(reading, h)]
    return found


def by_count(reading: Reading, index: int) -> Attribution | None:
    """Return by whose count a toll is given ("by the monitor's tally", "by one group's count")."""
    tree, tokens = reading.tree, reading.tokens
    by = tokens[index].head
    owners = [h for h in tree.of(index, "poss") if can_speak(reading, h)]
    if tokens[by].lower != "by" or tokens[index].dep != "pobj" or not owners:
        return None
    return made(reading, Found(any_saying(reading), by, by), said_around(reading, by), owners[0])
