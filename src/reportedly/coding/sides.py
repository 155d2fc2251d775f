"""The sides of a deed, gathered over the words of a sentence that tell it."""

from __future__ import annotations

from reportedly.annotations import OBJECT, SUBJECT, ActorMention
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.coding.roles import Parts, parts_of
from reportedly.coding.triggers import Node


def tells_of_those_hit(reading: Reading, node: Node, told: list[Node]) -> bool:
    """Return whether a participle of marching only says whom another deed hit ("fired at protesters marching to the palace")."""
    token = reading.tokens[node.index]
    if token.dep != "acl" or token.tag != "VBG" or node.trigger.frame not in ("gather", "gather_meet"):
        return False
    above = set(reading.tree.ancestors(token.head))
    return any(n.predicate in above for n in told if n is not node and n.trigger.frame not in ("gather", "gather_meet"))


def add_parts(reading: Reading, draft: Draft) -> None:
    """Gather the sides that the deed's words name; who launched what others shot down is whom they stopped."""
    stopping = [n for n in draft.deeds if n.trigger.type == "Disrupted weapons use"]
    for node in stopping or draft.deeds:
        draft.parts.add(parts_of(reading, node))
    for node in draft.deeds if stopping else ():
        if node not in stopping:
            doers = parts_of(reading, node).perpetrators
            draft.parts.targets += [a for a in doers if a not in (*draft.parts.targets, *draft.parts.perpetrators)]
    _add_missing(draft.parts, [parts_of(reading, n) for n in draft.nodes if n.trigger.tells_toll])


def victims_of_the_first(draft: Draft) -> None:
    """Let "eight" in "twelve miners were shot and eight abducted" be miners: whom the verb before it names."""
    reading, tokens = draft.reading, draft.reading.tokens
    for node in draft.deeds:
        patients = node.clause.heads(SUBJECT) if node.clause.passive else node.clause.heads(OBJECT)
        first = tokens[tokens[node.index].head]
        if draft.parts.targets or tokens[node.index].dep != "conj" or not patients or not reading.is_verb(first.index):
            continue
        if all(tokens[h].tag == "CD" and h in reading.quantity_at for h in patients):
            clause = reading.tree.clause(first.index)
            before = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
            draft.parts.targets = [a for h in before for a in reading.actors_of(h)]


def struck_back(draft: Draft) -> None:
    """Let those who came under fire and shot back stand against whom they hit, not against themselves."""
    parts = draft.parts
    suffered = any(n.trigger.frame == "undergo" for n in draft.deeds)
    if _held_off(draft) and not parts.perpetrators:
        hit = {v.name for f in draft.facts if f.toll.best for v in f.victims} - {"Civilians"}
        doers = [a for n in draft.nodes if n.trigger.tells_toll for a in parts_of(draft.reading, n).perpetrators]
        known = {a.name for a in parts.targets}
        parts.perpetrators = [a for a in doers if hit and a.name in known - hit]
        suffered = bool(parts.perpetrators)
    both = {a.name for a in parts.perpetrators} & {a.name for a in parts.targets}
    if not (suffered and both):
        return
    foes = [v for f in draft.facts for v in f.victims if v.name not in both]
    parts.targets = list(dict.fromkeys(foes)) or [a for a in parts.targets if a.name not in both]


def _held_off(draft: Draft) -> bool:
    """Return whether an attack was met by force ("foiled an infiltration, killing two")."""
    tokens = draft.reading.tokens
    return any(n.lends == "undergo" and tokens[n.predicate].lemma in _HOLDING_OFF for n in draft.deeds)


_HOLDING_OFF = frozenset({"foil", "repel", "repulse", "thwart", "frustrate", "resist", "counter", "confront"})


_PREVENTING = frozenset({"foil", "thwart", "frustrate", "prevent", "avert", "abort"})
_BOMBINGS = frozenset({"Remote explosive/landmine/IED", "Suicide bomb", "Grenade"})


def bombing_foiled(draft: Draft) -> None:
    """Turn a bombing that was foiled and hurt nobody into a weapon disrupted by those who foiled it."""
    tokens = draft.reading.tokens
    foiled = any(n.is_noun and n.support and tokens[n.predicate].lemma in _PREVENTING for n in draft.deeds)
    if not foiled or draft.type not in _BOMBINGS or any(f.toll.best for f in draft.facts):
        return
    draft.parts.perpetrators, draft.parts.targets = draft.parts.targets, draft.parts.perpetrators
    draft.type, draft.tentative = "Disrupted weapons use", False


def dead_of_a_fight(draft: Draft) -> None:
    """Give a fight of which only the other side is named the side of its dead ("four soldiers died in clashes with M23")."""
    parts = draft.parts
    if parts.perpetrators or not parts.targets or not any(n.trigger.frame == "meet" for n in draft.deeds):
        return
    known = {a.name for a in parts.targets}
    dead = [v for f in draft.facts for v in f.victims if v.name != "Civilians" and v.name not in known]
    if dead and not any(v.name in known for f in draft.facts for v in f.victims):
        parts.perpetrators, parts.targets = parts.targets, list(dict.fromkeys(dead))


def _add_missing(parts: Parts, others: list[Parts]) -> None:
    """Let the words for dead, hurt and damage name the sides that the deed's own words leave open."""
    open_ = [name for name in ("perpetrators", "targets") if not getattr(parts, name)]
    for other in others:
        for name in open_:
            known = {a.name for side in (parts.perpetrators, parts.targets) for a in side}
            fresh = [a for a in getattr(other, name) if a.name not in known or a.generic]
            getattr(parts, name).extend(a for a in fresh if a not in getattr(parts, name))


def without_generics(actors: list[ActorMention]) -> list[ActorMention]:
    """Drop "militants" beside a named group, which they may be; keep them beside a state's forces, and civilians beside all."""
    named = [a for a in actors if not a.generic or a.name != "Unidentified armed group"]
    armed = [a for a in named if a.name != "Civilians" and not a.generic]
    return named if armed else list(actors)
