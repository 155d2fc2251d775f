"""The weapon of a deed: named near it, and neither what was hit nor what merely backed it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.draft import Draft, nearest
from reportedly.coding.reading import Reading, WeaponMention
from reportedly.coding.triggers import Node


def weapon_subjects(reading: Reading, node: Node) -> list[int]:
    """Return the weapons that a deed's verb has for subject, also behind "one of the shells"."""
    if node.trigger.frame not in ("happen", "hit"):
        return []
    heads = list(node.clause.heads(SUBJECT))
    heads += [o for h in heads for p in reading.tree.of(h, "prep") for o in reading.tree.of(p, "pobj")]
    return [h for h in heads if h in reading.weapon_at]


def weapon_of(reading: Reading, draft: Draft, drafts: list[Draft]) -> WeaponMention | None:
    """Return the weapon that a deed was done with: the most telling of those nearest to it."""
    own = []
    for weapon in reading.weapons:
        inside = any(n.first <= weapon.last and weapon.first <= n.index for n in draft.nodes)
        if inside or nearest(reading, weapon.last, drafts) is draft or len(drafts) == 1:
            own.append(weapon)
    own = [w for w in own if not _merely_hit(reading, w, draft) and not _merely_backing(reading, w)]
    own = [w for w in own if reading.tokens[reading.tokens[w.last].head].lemma not in _SHOWN]
    own = [w for w in own if not any(reading.tokens[a].lower == "without" for a in reading.tree.ancestors(w.last)[:4])]
    return max(own, key=lambda w: (w.entry.rank, -w.first), default=None)


_SHOWN = frozenset({"brandish", "display", "wave"})
"""Verbs whose object is a weapon that was not used."""

_BACKING = frozenset(
    {
        "support",
        "backing",
        "cover",
        "assistance",
        "help",
        "presence",
        "flight",
        "overflight",
        "hovering",
        "participation",
    }
)
"""Nouns of what is lent to a deed or goes on beside it ("raided two houses with the support of helicopters")."""


def _merely_backing(reading: Reading, weapon: WeaponMention) -> bool:
    """Return whether a weapon word names what backed a deed, not what it was done with."""
    near = 3 if reading.tokens[weapon.last].dep == "conj" else 2
    above = reading.tree.ancestors(weapon.last)[:near]
    if weapon.entry.name == "aircraft" and _came_down(reading, weapon.last):
        return True
    if weapon.entry.name == "aircraft" and _brings_people(reading, weapon.last, above):
        return True
    if weapon.entry.name in ("aircraft", "drone") and _overhead(reading, weapon.last):
        return True
    return any(reading.tokens[a].lemma in _BACKING or _backs(reading, a) for a in above)


def _backs(reading: Reading, index: int) -> bool:
    """Return whether a participle says who stood by the doer ("a group backed by helicopters raided the village")."""
    token = reading.tokens[index]
    return token.lemma in ("back", "support", "accompany", "escort", "cover") and token.dep in ("acl", "advcl", "relcl")


_ARRIVING = frozenset("land arrive arrival landing take-off takeoff departure".split())
_CARRYING = frozenset("carry transport passenger".split())


def _came_down(reading: Reading, aircraft: int) -> bool:
    """Return whether an aircraft is told to have crashed or landed: it was hit, or met with a mishap."""
    token = reading.tokens[aircraft]
    verb = reading.tokens[token.head]
    into = any(reading.tokens[c].lower == "into" for c in reading.tree.of(verb.index, "prep"))
    return token.dep.startswith("nsubj") and verb.lemma in ("crash", "land", "burn") and not into


_HOVERING = frozenset("circle hover fly orbit buzz patrol soar loiter whirl roar".split())


def _overhead(reading: Reading, aircraft: int) -> bool:
    """Return whether an aircraft only flew over while others did it ("raided the camp while drones circled")."""
    token = reading.tokens[aircraft]
    if token.dep == "pobj" and reading.tokens[token.head].lower == "with":
        return any(reading.tokens[c].lemma in _HOVERING for c in reading.tree.of(aircraft, "acl"))
    verb = reading.tokens[token.head]
    return token.dep.startswith("nsubj") and verb.lemma in _HOVERING and verb.dep in ("advcl", "conj", "pcomp", "ccomp")


def _brings_people(reading: Reading, aircraft: int, above: Sequence[int]) -> bool:
    """Return whether an aircraft is told for whom it brings ("as a plane carrying the cabinet landed")."""
    tree, tokens = reading.tree, reading.tokens
    loaded = any(tokens[c].lemma in _CARRYING for c in tree.of(aircraft, "acl", "relcl", "compound"))
    return loaded or any(tokens[i].lemma in _ARRIVING for i in above)


def _merely_hit(reading: Reading, weapon: WeaponMention, draft: Draft) -> bool:
    """Return whether a weapon word is what was hit or seized, not what it was done with."""
    for node in draft.nodes:
        clause = node.clause
        suffers = node.support.heads(SUBJECT) if node.support is not None and node.lends == "undergo" else ()
        if weapon.last in suffers and weapon.entry.name == "aircraft":
            return True
        if node.trigger.frame == "undergo" and any(
            weapon.last in reading.noun_phrase(h) for h in clause.heads(SUBJECT)
        ):
            return True
        if node.is_noun or node.trigger.object in ("arms", "missile"):
            continue
        objects = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
        if weapon.entry.type == "Remote explosive/landmine/IED" and reading.tokens[node.index].lemma in (
            "hit",
            "strike",
        ):
            continue
        if weapon.last in objects and node.trigger.frame in ("hit", "act", "ruin", "take"):
            return True
        for head in (*objects, *clause.heads(OBLIQUE, "on", "against", "of")):
            if weapon.last in reading.noun_phrase(head) and weapon.last != head and node.trigger.frame != "happen":
                return True
    return False
