"""Tolls told apart from a deed: "the death toll rose to nine", "claimed four lives", "counted 26 bodies"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.counts import Count, count_of, counting_noun, inner_head, is_people, quantity_of, sum_of
from reportedly.coding.reading import Reading
from reportedly.coding.tolls import KILLED, REVISES, RISES, TollFact
from reportedly.records import Toll


def toll_total(reading: Reading, taken: set[int]) -> list[TollFact]:
    """Return the tolls of "the death toll rose to nine", "claimed the lives of four"."""
    found = _bodies(reading, taken)
    for token in reading.tokens:
        if token.index not in taken and (token.lemma == "toll" or _number_of_dead(reading, token.index)):
            found += _risen_toll(reading, token.index)
        if token.lemma in ("life", "soul") and reading.tokens[token.head].lemma in ("claim", "take", "lose", "cost"):
            lives = _lives(reading, token.index)
            if lives is not None:
                first, last = min(lives.first, token.head), max(lives.last, token.index)
                toll = Toll(lives.low, lives.best, lives.high, reading.span(first, last))
                found.append(TollFact(KILLED, toll, lives.victims, token.index))
    return found


def as_totals(reading: Reading, facts: Sequence[TollFact]) -> list[TollFact]:
    """Mark as a total what a toll rose to, its dead and hurt told apart ("bringing the toll to six dead and 11 wounded")."""
    tree = reading.tree
    tolls = [t.index for t in reading.tokens if t.lemma == "toll" or _number_of_dead(reading, t.index)]
    risen = {v for i in tolls if (v := tree.governor(i)) is not None and _rises(reading, v, i)}
    return [replace(f, total=True) if tree.governor(f.index) in risen else f for f in facts]


def _rises(reading: Reading, verb: int, toll: int) -> bool:
    """Return whether a verb replaces an earlier toll; who "corrected the toll" gives a rival one."""
    clause, lemma = reading.tree.clause(verb), reading.tokens[verb].lemma
    return lemma in RISES and not (lemma in REVISES and toll in clause.heads(OBJECT) and not clause.passive)


def _number_of_dead(reading: Reading, index: int) -> bool:
    """Return whether a noun is the count in "the number of dead has risen to five"."""
    token = reading.tokens[index]
    given = token.dep == "dobj" and reading.tokens[token.head].lemma in _GIVEN
    if token.lemma == "figure" and token.dep == "nsubj":
        return any(reading.tokens[c].lemma in _TRUE for c in reading.tree.of(index, "amod"))
    if token.lemma in _LOSSES and given:
        return bool(reading.tree.clause(token.head).heads(OBLIQUE, "at"))
    if token.lemma != "number" or not (given or token.dep in ("nsubj", "nsubjpass")):
        return False
    return any(
        reading.tokens[i].lemma in ("dead", "death", "victim", "fatality", "casualty", "kill")
        for i in reading.tree.subtree(index)
    )


_BODIES = frozenset({"body", "corpse"})
_COUNTED = frozenset({"count", "receive", "bury", "see", "speak"})
"""Verbs by which somebody tells how many dead there were: "had counted 26 bodies", "we buried 14 people"."""


def _bodies(reading: Reading, taken: set[int]) -> list[TollFact]:
    """Return the dead whom somebody counted, received or buried: a rival toll, and never one that founds a deed."""
    found = []
    for token in reading.tokens:
        if token.lemma not in _COUNTED or not reading.is_verb(token.index) or reading.tree.clause(token.index).negated:
            continue
        clause = reading.tree.clause(token.index)
        heads = clause.heads(OBLIQUE, "of") if token.lemma == "speak" else clause.heads(OBJECT)
        for head in heads:
            people = reading.tokens[head].lemma in _BODIES or (token.lemma == "bury" and is_people(reading, head))
            count = quantity_of(reading, head) if people and head not in taken else None
            if count is not None and count.best:
                toll = Toll(count.low, count.best, count.high, reading.span(count.first, count.last))
                found.append(TollFact(KILLED, toll, (), head, subset=True))
    return found


_GIVEN = frozenset({"put", "set", "place", "raise", "lower", "revise", "correct", "update", "bring", "take", "push"})
_TRUE = frozenset({"real", "true", "actual", "correct", "right", "final"})
_LOSSES = frozenset({"loss", "death", "fatality", "dead"})
"""What somebody puts at a number: "put its losses at 12", "put the dead at nine"."""


def _risen_toll(reading: Reading, index: int) -> list[TollFact]:
    verb = reading.tree.governor(index)
    if verb is None or any(reading.tokens[c].lower in _SUPERSEDED for c in reading.tree.of(index, "amod")):
        return []
    clause = reading.tree.clause(verb)
    told = [i for i in reading.tree.subtree(index) if counting_noun(reading, i) == index]
    if any(_over_time(reading, i) for i in told):
        return []
    heads = [h for i in (*told, verb) for h in reading.tree.clause(i).heads(OBLIQUE, "to", "at", "as")]
    heads += [] if told else reading.tree.clause(index).heads(OBLIQUE, "of")
    heads += [h for h in (*clause.heads(OBJECT), *reading.tree.of(verb, "attr")) if h != index]
    counts = [c for c in (_before_parts(reading, verb), *(count_of(reading, h) for h in heads)) if c is not None]
    if not counts:
        return []
    risen = _rises(reading, verb, index)
    span = reading.span(min(counts[0].first, index, verb if risen else index), max(counts[0].last, index))
    toll = Toll(counts[0].low, counts[0].best, counts[0].high, span)
    people = reading.tree.clause(index).heads(OBLIQUE, "of") if told else ()
    victims = counts[0].victims or tuple(v for h in people for v in reading.victims_of(h))
    return [TollFact(KILLED, toll, victims, index, total=risen)]


_SUPERSEDED = frozenset({"earlier", "previous", "initial", "preliminary", "provisional", "original", "first"})
"""Adjectives of a toll that the sentence replaces ("correcting an earlier toll of 28")."""


def _over_time(reading: Reading, participle: int) -> bool:
    """Return whether a count is of those killed over a stretch of time ("this year", "since the war began")."""
    below = reading.tree.subtree(participle)
    dates = [reading.date_at[i] for i in below if i in reading.date_at]
    words = {reading.tokens[i].lower for i in below}
    return bool(words & _SPANNING) or any(d.kind not in ("day", "time") for d in dates)


_SPANNING = frozenset(
    {"since", "far", "war", "conflict", "insurgency", "campaign", "uprising", "violence", "offensive", "hours", "days"}
)
"""Words of what lasts, over which the dead are summed up."""


def _before_parts(reading: Reading, verb: int) -> Count | None:
    """Return the total that a colon and its parts follow ("has reached 187: 130 fighters and 57 civilians")."""
    for at in range(verb + 1, min(verb + 4, len(reading.tokens) - 1)):
        word = reading.tokens[at].text
        if word.isascii() and word.isdigit() and reading.tokens[at + 1].text == ":":
            return Count(int(word), int(word), int(word), at, at, False)
    return None


def _lives(reading: Reading, index: int) -> Count | None:
    inner = inner_head(reading, index)
    if inner is not None:
        counts = [c for c in (count_of(reading, h) for h in reading.tree.conjuncts(inner)) if c is not None]
        if counts:
            return sum_of(counts)
    if (number := quantity_of(reading, index)) is not None:
        return number
    if reading.tokens[reading.tokens[index].head].lemma == "lose":
        subjects = reading.tree.clause(reading.tokens[index].head).heads(SUBJECT)
        found = [c for c in (count_of(reading, h) for h in subjects) if c is not None]
        return sum_of(found) if found else None
    return None
