"""Tell deaths by mishap from those by violence: what burns, crashes or blows up by itself is no deed."""

from __future__ import annotations

from typing import Final

from reportedly.annotations import SUBJECT
from reportedly.coding.reading import Reading

_SPREADING: Final = frozenset("sweep break tear rip engulf ravage rage gut spread".split())
"""Verbs that tell what a fire did."""

_FUELS: Final = frozenset(
    "gas boiler cylinder transformer firework fireworks firecracker tanker methane coal propane lpg kitchen stove "
    "generator refinery distillery".split()
)
"""Words of things that blow up by themselves."""

_BLOWING: Final = frozenset({"explosion", "blast", "explode", "fire"})

_VIOLENT: Final = frozenset(
    "attack bomb bomber bombing drone strike airstrike shell shelling missile rocket grenade ied device mine gunman "
    "militant rebel insurgent terrorist saboteur sabotage arson arsonist raid clash gunfire army troop suicide shoot tear".split()
)
"""Words beside which an explosion or a fire may be a deed."""


def by_mishap(reading: Reading) -> bool:
    """Return whether a sentence tells of an accident, an illness or a disaster."""
    return reading.in_domain("accident") or burned_by_itself(reading)


def burned_by_itself(reading: Reading) -> bool:
    """Return whether a sentence tells of a fire or a blast that nobody is said to have set off ("a gas explosion")."""
    if reading.sentence.language != "en" or not any(t.lemma in _BLOWING for t in reading.tokens):
        return False
    told = {t.lemma for t in reading.tokens if not _dug(reading, t.index)}
    return told.isdisjoint(_VIOLENT) and any(
        _of_fuel(reading, i) or _burning(reading, i) for i in range(len(reading.tokens))
    )


def _dug(reading: Reading, index: int) -> bool:
    """Return whether a mine is a pit: one in which people were."""
    token = reading.tokens[index]
    return token.lemma == "mine" and token.dep == "pobj" and reading.tokens[token.head].lower in ("in", "inside", "at")


def _of_fuel(reading: Reading, index: int) -> bool:
    """Return whether a word tells a blast of gas, of a boiler or the like."""
    token = reading.tokens[index]
    if token.lemma not in ("explosion", "blast", "explode"):
        return False
    heads = (
        reading.tree.of(index, "compound", "amod") if not reading.is_verb(index) else reading.tree.of(index, "nsubj")
    )
    return any(reading.tokens[h].lemma in _FUELS for h in heads)


def _burning(reading: Reading, index: int) -> bool:
    """Return whether a fire is told to have broken out or spread."""
    token = reading.tokens[index]
    if token.lemma not in _SPREADING or not reading.is_verb(index):
        return False
    fires = [h for h in reading.tree.clause(index).heads(SUBJECT) if reading.tokens[h].lemma in ("fire", "blaze")]
    return any(not reading.tree.of(h, "compound") for h in fires)  # Not "artillery fire".
