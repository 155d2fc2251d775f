"""Doers who are told by a guess: "gunmen believed to be rebels of X", "the attackers are thought to belong to X".

What is speculated of a culprit stands in the claims alone (codebook, ``perpetrator``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportedly.annotations import AGENT, SUBJECT
from reportedly.coding.lexicon import DOERS
from reportedly.coding.reading import Reading

_BEING: Final = frozenset({"be", "belong", "come"})

_MEN: Final = frozenset({"man", "men", "person", "people", "individual", "youth", "group", "suspect"})
"""Nouns for anybody: doers only where they are the subject of the deed."""


def guessed_doers(reading: Reading, verb: int) -> tuple[int, ...]:
    """Return the heads of the named actors that a passive verb of belief makes the doers, none where it speaks of others.

    Args:
        reading: The sentence.
        verb: Its "believed", "thought" or the like.
    """
    tokens, tree = reading.tokens, reading.tree
    for said in tree.of(verb, "xcomp"):
        if tokens[said].lemma in _BEING and _of_doers(reading, verb):
            return _named_below(reading, said)
        if tokens[verb].dep == "acl" and tokens[tokens[verb].head].lemma in reading.lexicon.deed_words:
            below = [i for agent in tree.of(said, "agent") for i in tree.subtree(agent)]
            return _named(reading, below)  # "strikes believed to be carried out by X"
    return ()


def doers_identified(reading: Reading, verb: int) -> tuple[int, ...]:
    """Return the heads of the named actors that the attackers are said to be, or to belong to.

    Args:
        reading: The sentence.
        verb: Its "were" or "belonged" ("the attackers were rebels of X").
    """
    clause = reading.tree.clause(verb)
    if clause.negated or not any(reading.tokens[s].lemma in DOERS for s in clause.heads(SUBJECT)):
        return ()
    return _named_below(reading, verb)


def _named_below(reading: Reading, being: int) -> tuple[int, ...]:
    tokens, tree = reading.tokens, reading.tree
    said = [c for c in tree.of(being, "attr", "acomp", "prep") if c > being]
    below = [i for c in said for i in tree.subtree(c, stop=frozenset({"relcl"}))]
    named = _named(reading, below)
    if not named and tokens[being].lemma == "be":
        # "to be Russian"; Arabic has no capitals, but its adjectives have the English sense.
        told = tree.of(being, "acomp", "attr")
        named = tuple(c for c in told if tokens[c].text[:1].isupper() or tokens[c].lower in reading.world.nations)
    return named


def _named(reading: Reading, below: Iterable[int]) -> tuple[int, ...]:
    named = [a.head for i in below if (a := reading.actor_head.get(i)) is not None and not a.generic]
    return tuple(dict.fromkeys(named))


def _of_doers(reading: Reading, verb: int) -> bool:
    """Return whether a guess speaks of who or what did it."""
    tokens = reading.tokens
    if tokens[verb].dep != "acl":
        subjects = reading.tree.clause(verb).heads(SUBJECT)
        return any(tokens[s].lemma in DOERS or s in reading.weapon_at for s in subjects)
    noun = tokens[verb].head
    if not (tokens[noun].lemma in DOERS | _MEN or noun in reading.weapon_at or noun in reading.actor_head):
        return False
    above = reading.tree.governor(noun)
    by = tokens[tokens[noun].head].dep == "agent" or tokens[tokens[noun].head].lower == "by"
    if tokens[noun].dep == "pobj":
        prep = tokens[tokens[noun].head]
        # «ضربة من طائرة مسيرة يرجح أنها أمريكية»
        sent = prep.lower in ("from", "of", "with") and tokens[prep.head].lemma in reading.lexicon.deed_words
        return by or (sent and reading.sentence.language == "ar" and noun in reading.weapon_at)
    return tokens[noun].dep == "nsubj" and above is not None and noun not in reading.tree.clause(above).heads(AGENT)
