"""Give a deed its sub-event type from its triggers, its weapon and its sides (ACLED codebook, definitions of the types)."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotations import OBLIQUE, SUBJECT
from reportedly.codebook import FROM_AFAR
from reportedly.coding.draft import Draft
from reportedly.coding.lexicon import Trigger
from reportedly.coding.reading import Reading, WeaponMention
from reportedly.coding.roles import Parts
from reportedly.coding.tolls import TollFact
from reportedly.coding.triggers import Node

PRECEDENCE = (
    "Suicide bomb",
    "Chemical weapon",
    "Sexual violence",
    "Abduction/forced disappearance",
    "Disrupted weapons use",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Arrests",
    "Air/drone strike",
    "Remote explosive/landmine/IED",
    "Shelling/artillery/missile attack",
    "Grenade",
    "Excessive force against protesters",
    "Protest with intervention",
    "Mob violence",
    "Violent demonstration",
    "Armed clash",
    "Attack",
    "Agreement",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Change to group/activity",
    "Peaceful protest",
    "Other",
)
"""Of several finer triggers of one deed the earlier names it: the rarer and graver act first."""

_PROTESTERS = frozenset(
    {
        "protester",
        "protesters",
        "demonstrator",
        "demonstrators",
        "crowd",
        "protestors",
        "protest",
        "rally",
        "sit-in",
        "protesting",
        "demonstration",
        "protests",
        "demonstrations",
        "rallies",
    }
)
_AIR = "Air Force"


def _specific(triggers: Sequence[Trigger]) -> str:
    types = {t.type for t in triggers if t.type and not t.generic}
    if "Looting/property destruction" in types:
        # What jets and shells burn is not looted.
        types |= {t.type for t in triggers if t.pos == "verb" and t.type in FROM_AFAR}
        types -= {"Looting/property destruction"} if types & FROM_AFAR else set()
    return next((t for t in PRECEDENCE if t in types), "")


def _against_protesters(reading: Reading, parts: Parts) -> bool:
    words = {t.lower for t in reading.tokens}
    hit = any(a.name == "Civilians" for a in parts.targets)
    return hit and bool(words & _PROTESTERS) and any(a.name != "Civilians" for a in parts.perpetrators)


def _state_side(reading: Reading, parts: Parts) -> bool:
    """Return whether the state of the country fights on the doer's side (codebook, ``sub_event_type``).

    The country is that of the places told of, else the report's.
    """
    lands = {p.value.country for p in reading.place_at.values() if p.value.gazetteer_id and not p.modifies_actor}
    land = lands.pop() if len(lands) == 1 else None
    side = reading.world.side_of(land) if land else reading.world.home_side
    return any(a.actor_id in side for a in parts.perpetrators)


def _from_aircraft(parts: Parts) -> bool:
    """Return whether an air force did it, and did not only back those who stormed or seized a place."""
    return any(_AIR in a.name for a in parts.perpetrators if a not in parts.helpers)


def _by_sides(parts: Parts, facts: Sequence[TollFact]) -> str:
    """Return the type of a bare attack or killing: an attack on civilians, or a clash of armed sides."""
    hit = {a.name for a in parts.targets} | {v.name for f in facts for v in f.victims}
    if _from_aircraft(parts):
        return "Air/drone strike"
    if "Civilians" in hit and not any(name != "Civilians" for name in hit):
        return "Attack"
    return "Armed clash"


HEAVY = frozenset({"Shelling/artillery/missile attack", "Air/drone strike", "Chemical weapon"})
"""Types that no civilian does: one read as the doer is a victim whose clause was misread."""


def type_of(
    reading: Reading, nodes: Sequence[Node], weapon: WeaponMention | None, parts: Parts, facts: Sequence[TollFact]
) -> tuple[str, bool]:
    """Return the sub-event type and whether it is tentative: a default that another telling may refine."""
    nodes = _without_the_gathering_hit(reading, nodes, weapon)
    triggers = [n.trigger for n in nodes]
    deeds = [t for t in triggers if not t.tells_toll]
    by_weapon = weapon.entry.type if weapon and not _rolled(reading, weapon, nodes) else ""
    if (found := _specific(triggers)) and not (found in ("Attack", "Armed clash") and by_weapon and _by_means(nodes)):
        dropped = found == "Remote explosive/landmine/IED" and weapon is not None and weapon.entry.name in _DROPPED
        upon = found == "Armed clash" and _upon_civilians(reading, nodes, parts, facts)
        burned = found == "Looting/property destruction" and by_weapon in FROM_AFAR
        finer = "Attack" if upon else _refined(reading, found, parts, facts, _won_back(reading, nodes))
        return by_weapon if dropped or burned else finer, False
    if deeds and all(t.frame == "gather" for t in deeds):
        hurt = any(f.toll.best for f in facts)
        armed = any(a.name != "Civilians" for a in parts.perpetrators)
        return ("Excessive force against protesters" if hurt and armed else deeds[0].type), False
    if by_weapon and weapon is not None and not (weapon.entry.rank == BOMB_RANK and _flown(parts, deeds)):
        return by_weapon, False
    if _from_aircraft(parts):
        return "Air/drone strike", False
    generic = next((t.type for t in deeds if t.type), "")
    if weapon is not None and weapon.entry.name == "riot control" and _against_protesters(reading, parts):
        return ("Excessive force against protesters" if facts else "Protest with intervention"), False
    if generic == "Other" and any(f.kind == "killed" and f.toll.best for f in facts):
        return _by_sides(parts, facts), True
    if weapon is not None and weapon.entry.name == "small arms" and generic == "Shelling/artillery/missile attack":
        generic = "Attack"
    shot = generic in ("Attack", "Armed clash", "") and _against_protesters(reading, parts)
    if shot:
        return "Excessive force against protesters", False
    if generic == "Air/drone strike":
        generic = _of_no_plane(reading, nodes, parts)
    elif generic == "Armed clash" and _upon_civilians(reading, nodes, parts, facts):
        generic = "Attack"
    if generic and generic != "Attack":
        return generic, generic in ("Remote explosive/landmine/IED", "Air/drone strike", "Other")
    fired_near = weapon is not None and weapon.entry.name == "small arms"
    if any(_from_afar(reading, n) for n in nodes) and not _by_gunmen(parts) and not fired_near:
        return _distant(reading, nodes), True
    return _by_crowd(reading, _by_sides(parts, facts) if not generic else _shot(parts), parts), True


def _without_the_gathering_hit(reading: Reading, nodes: Sequence[Node], weapon: WeaponMention | None) -> Sequence[Node]:
    """Leave out the gathering during which a bomb went off or a shell fell: it was hit, and is no deed of its own."""
    struck = [n for n in nodes if n.trigger.type in HEAVY or n.trigger.type == "Remote explosive/landmine/IED"]
    if not struck or weapon is None or weapon.entry.name == "riot control":
        return nodes
    return [n for n in nodes if n.trigger.frame != "gather"]


_DROPPED = frozenset({"barrel bomb", "aerial bomb"})
"""Bombs that only aircraft drop, whatever noun of bombs follows ("barrel bomb attacks")."""

_FALLING_UPON = frozenset({"storm", "assault", "overrun", "ambush", "waylay", "incursion", "firing", "gunfire"})
"""Words of fighting that, where only civilians were hit, tell an attack on them ("gunmen ambushed a bus")."""


def _upon_civilians(reading: Reading, nodes: Sequence[Node], parts: Parts, facts: Sequence[TollFact]) -> bool:
    """Return whether what may be a fight killed or hurt civilians alone."""
    hit = {a.name for a in parts.targets} | {v.name for f in facts for v in f.victims}
    deeds = [n for n in nodes if not n.trigger.tells_toll]
    upon = bool(deeds) and all(
        reading.tokens[n.index].lemma in _FALLING_UPON or n.trigger.type != "Armed clash" for n in deeds
    )
    return upon and hit == {"Civilians"} and any(f.toll.best for f in facts)


BOMB_RANK = 2
"""Rank of the plain word "bomb" in ``weapons.toml``: a device on the ground, unless aircraft or shelling is told."""

_ONE_BOMB = frozenset({"a", "an", "another", "twin", "double", "'s", "’s"})
_BESIDE = ("outside", "near", "at", "inside", "beside")


def _planted(reading: Reading, nodes: Sequence[Node], parts: Parts) -> bool:
    """Return whether a "bombing" is a bomb that was laid: one of them, beside something, or done by no state."""
    named = [n for n in nodes if not n.trigger.tells_toll and n.trigger.type == "Air/drone strike"]
    if not named or any(not n.is_noun or reading.tokens[n.index].lemma != "bombing" for n in named):
        return False
    if parts.perpetrators:
        return all(a.kind in _NO_AIR_FORCE for a in parts.perpetrators)
    if any(n.clause.heads(OBLIQUE, "of") for n in named):
        return False
    if all(reading.tokens[n.index].tag == "NNS" for n in named):
        return True
    below = {reading.tokens[c].lower for n in named for c in reading.tree.subtree(n.index) if c < n.index}
    return bool(below & _ONE_BOMB) or any(n.clause.heads(OBLIQUE, *_BESIDE) for n in named)


_NO_AIR_FORCE = frozenset({"rebel group", "political militia", "identity militia"})


def _of_no_plane(reading: Reading, nodes: Sequence[Node], parts: Parts) -> str:
    """Return what a word of bombing means: a bomb that was laid, what fighters without aircraft did, or an air strike."""
    if _planted(reading, nodes, parts):
        return "Remote explosive/landmine/IED"
    return _bombed_from_the_ground(reading) if _by_those_without_planes(reading, nodes, parts) else "Air/drone strike"


def _by_those_without_planes(reading: Reading, nodes: Sequence[Node], parts: Parts) -> bool:
    """Return whether fighters without an air force are said to have bombed ("guerrillas bombed a pipeline")."""
    named = [n for n in nodes if not n.trigger.tells_toll and n.trigger.type == "Air/drone strike"]
    bombed = bool(named) and all(reading.tokens[n.index].lemma == "bomb" for n in named)
    return bombed and bool(parts.perpetrators) and all(a.kind in _NO_AIR_FORCE for a in parts.perpetrators)


def _bombed_from_the_ground(reading: Reading) -> str:
    """Return what "bombed" means of fighters: shelled, where reports come from Arabic, which has one word for both."""
    lands = {p.value.country for p in reading.place_at.values()}
    return "Shelling/artillery/missile attack" if lands & _OF_ONE_WORD else "Remote explosive/landmine/IED"


_OF_ONE_WORD = frozenset({"SY", "YE", "IQ", "LY", "SD", "PS", "LB", "IL"})
"""Lands whose reports are mostly turned from Arabic."""

_STRIKING = frozenset({"strike", "target", "hit"})


def _from_afar(reading: Reading, node: Node) -> bool:
    """Return whether a bare word of striking means a weapon of reach: not where "an attack" or "arrests" struck."""
    subjects = () if node.is_noun else node.clause.heads(SUBJECT)
    words = {reading.tokens[h].lemma for h in subjects}
    told = {t.type for w in words for t in reading.lexicon.triggers.get(w, ()) if t.pos == "noun" and (w,) in t.lemmas}
    return reading.tokens[node.index].lemma in _STRIKING and not (told & _AT_HAND or words & _BARE)


_BARE = frozenset({"attack", "assault"})
"""Deed-nouns that tell no means."""

_AT_HAND = frozenset({"Attack", "Armed clash", "Arrests", "Abduction/forced disappearance", "Other"})
"""Types of deed-nouns that need their doers there."""


def _rolled(reading: Reading, weapon: WeaponMention, nodes: Sequence[Node]) -> bool:
    """Return whether tanks took part in a deed that none of them is told to have fired in ("forty tanks entered X")."""
    if reading.tokens[weapon.last].lemma != "tank" or all(n.trigger.tells_toll for n in nodes):
        return False
    fired = any(n.trigger.frame == "hit" or reading.tokens[n.index].lemma in _FIRING for n in nodes)
    return not fired


_FIRING = frozenset({"open", "fire", "firing", "shoot", "launch", "gunfire", "use"})
"""Words by which a weapon is told to have fired."""


def _by_gunmen(parts: Parts) -> bool:
    """Return whether nobody but unnamed fighters did it: who "target" a judge shoot him."""
    return bool(parts.perpetrators) and all(a.generic and a.kind != "state forces" for a in parts.perpetrators)


def _distant(reading: Reading, nodes: Sequence[Node]) -> str:
    nouns = any(n.is_noun and reading.tokens[n.index].lemma == "strike" for n in nodes)
    return "Air/drone strike" if nouns else "Shelling/artillery/missile attack"


def _shot(parts: Parts) -> str:
    armed = [a for a in parts.targets if a.name != "Civilians"]
    return "Armed clash" if armed else "Attack"


def _by_means(nodes: Sequence[Node]) -> bool:
    return all(n.trigger.tells_toll or n.trigger.generic for n in nodes)


def _flown(parts: Parts, deeds: Sequence[Trigger]) -> bool:
    return _from_aircraft(parts) or any(t.type == "Air/drone strike" for t in deeds)


_CROWD_DEEDS = frozenset({"Armed clash", "Attack", "Looting/property destruction", "Mob violence"})


def _by_crowd(reading: Reading, found: str, parts: Parts) -> str:
    """Return the type of violence by unarmed people: a violent demonstration where they protest, else a mob's."""
    crowd = bool(parts.perpetrators) and all(a.name == "Civilians" for a in parts.perpetrators)
    if found == "Armed clash":
        met = bool({t.lemma for t in reading.tokens} & _SCUFFLES)
        crowd = crowd and met and all(a.name == "Civilians" for a in parts.targets)
    if found not in _CROWD_DEEDS or not crowd:
        return found
    words = _PROTESTERS - {"crowd"}
    protest = any(t.lower in words or t.lemma in words for t in reading.tokens)
    return "Violent demonstration" if protest else "Mob violence"


def _refined(reading: Reading, found: str, parts: Parts, facts: Sequence[TollFact], won_back: bool = False) -> str:
    if found == "Non-state actor overtakes territory" and (
        _state_side(reading, parts) or (won_back and not parts.perpetrators)
    ):
        return "Government regains territory"
    if found in ("Attack", "Armed clash") and _against_protesters(reading, parts) and not _brawl(reading, parts):
        return "Excessive force against protesters"
    if (
        found == "Looting/property destruction"
        and (riot := _by_crowd(reading, found, parts)) == "Violent demonstration"
    ):
        return riot
    bloodless = found in _BLOODLESS or (found == "Other" and bool(parts.perpetrators))
    if bloodless and any(f.kind == "killed" and f.toll.best for f in facts):
        return _by_crowd(reading, _by_sides(parts, facts), parts)
    if (
        found == "Arrests"
        and parts.perpetrators
        and all(a.name == "Unidentified armed group" for a in parts.perpetrators)
    ):
        return "Abduction/forced disappearance"
    armed = any(a.name != "Civilians" for a in parts.perpetrators)
    if found == "Peaceful protest" and armed and any(f.toll.best for f in facts):
        return "Excessive force against protesters"
    if found == "Protest with intervention" and facts:
        return "Excessive force against protesters"
    if found == "Armed clash" and _brawl(reading, parts):
        hurt = [v for f in facts for v in f.victims]
        police_only = bool(hurt) and all(v.name != "Civilians" for v in hurt)
        return "Excessive force against protesters" if facts and not police_only else "Violent demonstration"
    if found == "Arrests" and _against_protesters(reading, parts):
        return "Protest with intervention"
    return _by_crowd(reading, found, parts)


_BLOODLESS = frozenset({"Arrests", "Abduction/forced disappearance", "Looting/property destruction"})


def _won_back(reading: Reading, nodes: Sequence[Node]) -> bool:
    """Return whether a place is told as taken again or freed: by the state, where nobody is named."""
    return any(n.trigger.frame == "take" and reading.tokens[n.index].lemma in _WINNING_BACK for n in nodes)


_WINNING_BACK = frozenset({"retake", "recapture", "regain", "liberate", "reclaim", "recover"})


def _brawl(reading: Reading, parts: Parts) -> bool:
    """Return whether protesters and forces of order "clashed": both sides used force (ACLED, "Violent demonstration")."""
    sides = ({a.name for a in parts.perpetrators}, {a.name for a in parts.targets} - {"Civilians"})
    crowd = sides[0] == {"Civilians"} and bool(sides[1])
    crowd = crowd or (
        bool(sides[0]) and "Civilians" not in sides[0] and {a.name for a in parts.targets} == {"Civilians"}
    )
    words = {t.lemma for t in reading.tokens}
    return crowd and bool(words & _SCUFFLES) and bool(words & _PROTESTERS - {"crowd"})


_SCUFFLES = frozenset({"clash", "confrontation", "skirmish", "brawl", "scuffle"})
"""Words by which unarmed people are told to come to blows."""


def settle_type(draft: Draft) -> None:
    """Let what later tellings add settle the type: force that hurt protesters, raiders who killed civilians alone."""
    tellings = (draft, *draft.told_again)
    facts = [f for t in tellings for f in t.facts]
    if draft.type == "Protest with intervention" and any(f.toll.best for f in facts):
        draft.type = "Excessive force against protesters"
    killed = any(f.kind == "killed" and f.toll.best for f in facts)
    raid = _raided(draft) or (draft.type == "Other" and draft.tentative)
    if draft.type in ("Other", "Looting/property destruction") and raid and killed:
        draft.type = _by_sides(draft.parts, facts)
    if draft.type == "Armed clash":
        nodes = [(t.reading, n) for t in tellings for n in t.deeds]
        same = all(reading is draft.reading for reading, _ in nodes)
        if same and _upon_civilians(draft.reading, [n for _, n in nodes], draft.parts, facts):
            draft.type = "Attack"


def _raided(draft: Draft) -> bool:
    """Return whether looters or burners fell upon a place: what they killed there makes it an attack."""
    return any(draft.reading.tokens[n.index].lemma in ("raid", "attack", "storm", "invade") for n in draft.deeds)
