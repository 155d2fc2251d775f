"""Who a statement says did "it", the deed told before: "the rebels said the army had planted it", "it was fired by X"."""

from __future__ import annotations

from typing import Final

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.cues import Category
from reportedly.coding.reading import Reading
from reportedly.coding.scope import Ranges, in_force, within
from reportedly.coding.world import CIVILIANS, NOBODY

_DOING: Final = frozenset(
    "plant lay place throw hurl launch fire drop cause stage carry commit perpetrate orchestrate organise organize "
    "detonate mastermind conduct do come".split()
)
"""Verbs that tell what somebody did with a bomb or an attack; the rest of what can be done to "it" tells no doer."""

_IT: Final = frozenset({"it", "this", "them", "these"})
_RESULTS: Final = frozenset(
    {"blast", "explosion", "fire", "shell", "rocket", "missile", "drone", "shot", "bullet", "bomb"}
)


def doers_of_it(reading: Reading, ranges: Ranges) -> tuple[tuple[int, ...], bool]:
    """Return the heads of the named actors whom a statement makes the doers of "it", and whether it denies that.

    Args:
        reading: The sentence.
        ranges: What the claimant says.
    """
    verbs = [t.index for t in reading.tokens if t.lemma in _DOING and reading.is_verb(t.index)]
    for verb in within(tuple(verbs), ranges):
        clause = reading.tree.clause(verb)
        if clause.modal in ("future", "conditional") or in_force(reading, Category.HYPOTHESIS, verb):
            continue
        doers = _of_origin(reading, verb) if reading.tokens[verb].lemma == "come" else _doers(reading, verb)
        named = [h for h in doers if h in reading.actor_head and reading.actor_head[h].name not in (NOBODY, CIVILIANS)]
        if named:
            return tuple(named), clause.negated
    return (), False


def _doers(reading: Reading, verb: int) -> tuple[int, ...]:
    clause, tokens = reading.tree.clause(verb), reading.tokens
    done = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    if not any(tokens[h].lower in _IT for h in done):
        return ()
    return tuple(clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT))


def _of_origin(reading: Reading, verb: int) -> tuple[int, ...]:
    """Return whose positions or land "the shell came from"."""
    clause, tokens = reading.tree.clause(verb), reading.tokens
    told = any(tokens[h].lemma in _RESULTS or tokens[h].lower == "it" for h in clause.heads(SUBJECT))
    sources = clause.heads(OBLIQUE, "from") if told else ()
    inside = [i for h in sources for i in reading.tree.subtree(h, stop=frozenset({"relcl", "acl"}))]
    return tuple(dict.fromkeys(reading.actor_at[i].head for i in inside if i in reading.actor_at))[:1]
