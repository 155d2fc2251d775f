"""Tell deaths by mishap from those by violence: what burns, crashes or blows up by itself is no deed."""

from __future__ import annotations

from typing import Final

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT
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
    return (
        reading.in_domain("accident")
        or burned_by_itself(reading)
        or any(collided(reading, t.index) for t in reading.tokens if t.lemma in _RAMMING)
    )


_RAMMING: Final = frozenset("hit strike ram slam plough plow smash run crash veer".split())
_ON_WHEELS: Final = frozenset(
    "train truck lorry bus minibus car van taxi tractor trailer motorcycle motorbike rickshaw trolley coach tram ferry "
    "boat vehicle pickup jeep suv autorickshaw matatu trawler".split()
)
_IN_THE_WAY: Final = frozenset(
    "tree pole wall barrier divider culvert bollard elephant cow camel deer pedestrian cyclist ditch pillar lamppost".split()
)
"""What traffic runs into."""


def collided(reading: Reading, index: int) -> bool:
    """Return whether a verb tells of traffic running into traffic ("a train hit a truck"), with nothing of violence beside."""
    if reading.sentence.language != "en" or reading.tokens[index].lemma not in _RAMMING or not reading.is_verb(index):
        return False
    clause = reading.tree.clause(index)
    moving = {reading.tokens[h].lemma for h in (*clause.heads(SUBJECT), *clause.heads(AGENT))}
    met = {
        reading.tokens[h].lemma
        for h in (*clause.heads(OBJECT), *clause.heads(OBLIQUE, "into", "against", "with", "over"))
    }
    if clause.passive:
        met |= {reading.tokens[h].lemma for h in clause.heads(SUBJECT)}
    peaceful = {t.lemma for t in reading.tokens if t.index != index}.isdisjoint(_VIOLENT)
    return peaceful and bool(moving & _ON_WHEELS) and bool(met & (_ON_WHEELS | _IN_THE_WAY))


_ARABIC_FIRES: Final = frozenset({"حريق", "حرائق", "حروق", "احتراق", "مدفاة", "مدافئ"})
"""Levelled nouns of fires and of what they do; «إطلاق النار», shooting, is none of them."""

_SETTING_ALIGHT: Final = frozenset("burn set ignite kill assault storm unidentified".split())
"""Verbs of those who set a fire, and who they are."""


def burned_by_itself(reading: Reading) -> bool:
    """Return whether a sentence tells of a fire or a blast that nobody is said to have set off ("a gas explosion")."""
    if reading.sentence.language == "ar":
        fire = any(t.form.removeprefix("ال") in _ARABIC_FIRES for t in reading.tokens)
        setting = {t.lemma for t in reading.tokens if t.pos == "VERB"} & _SETTING_ALIGHT
        return fire and not setting and {t.lemma for t in reading.tokens}.isdisjoint(_VIOLENT)
    if not any(t.lemma in _BLOWING for t in reading.tokens):
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
