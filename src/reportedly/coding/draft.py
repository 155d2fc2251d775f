"""A mention in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.annotations import DateExpression, PlaceMention
from reportedly.coding.attributed import Attribution
from reportedly.coding.reading import Reading, WeaponMention
from reportedly.coding.roles import Parts
from reportedly.coding.shares import Share
from reportedly.coding.status import Verdict
from reportedly.coding.tolls import TollFact
from reportedly.coding.triggers import Node
from reportedly.records import Status


@dataclass(slots=True)
class Draft:
    """A mention in the making: the deed as one sentence tells it, and what later sentences add."""

    reading: Reading
    nodes: list[Node]
    facts: list[TollFact] = field(default_factory=list)
    type: str = ""
    tentative: bool = False
    parts: Parts = field(default_factory=Parts)
    weapon: WeaponMention | None = None
    place: PlaceMention | None = None
    place_reading: Reading | None = None
    listed: tuple[PlaceMention, ...] = ()
    date: DateExpression | None = None
    verdict: Verdict = field(default_factory=lambda: Verdict(Status.EVENT))
    definite: bool = False
    attributions: list[Attribution] = field(default_factory=list)
    told_again: list[Draft] = field(default_factory=list)
    trigger: int = 0
    inherited_date: bool = False
    shares: tuple[Share, ...] = ()

    @property
    def tokens(self) -> set[int]:
        """Token indices of the triggers."""
        return {n.index for n in self.nodes} | {f.index for f in self.facts}

    @property
    def deeds(self) -> list[Node]:
        """The triggers that tell the deed itself."""
        return [n for n in self.nodes if not n.trigger.tells_toll]


_ANY_DEED = frozenset({"attack", "assault", "strike", "airstrike", "raid", "operation", "bombing", "shelling", "clash"})
"""Nouns that deeds of any report are told by, which point to none of them."""


def deed_nouns(draft: Draft) -> set[str]:
    """Return the nouns by which a deed is told ("an ambush ... the ambush"), those of any deed left out."""
    tellings = (draft, *draft.told_again)
    return {t.reading.tokens[n.index].lemma for t in tellings for n in t.deeds if n.is_noun} - _ANY_DEED


def turned(earlier: Draft, later: Draft) -> bool:
    """Return whether a telling turns an attack on civilians around: it tells what was done to those who made it."""
    attackers = {a.name for a in earlier.parts.perpetrators}
    wronged = {a.name for a in earlier.parts.targets}
    doers = {a.name for a in later.parts.perpetrators}
    if _later_deed(later) and doers and attackers and doers.isdisjoint(attackers):
        return True
    if not attackers or wronged - {"Civilians"} or not (wronged or later.deeds):
        return False
    hit = {a.name for a in (*later.parts.targets, *(v for f in later.facts for v in f.victims))}
    return bool(doers) and doers.isdisjoint(attackers) and bool(hit) and hit <= attackers


def _later_deed(draft: Draft) -> bool:
    """Return whether a telling says that it came later ("Security forces later killed eight attackers")."""
    tokens = draft.reading.tokens
    below = {tokens[c].lower for n in draft.nodes for c in draft.reading.tree.of(n.predicate, "advmod")}
    return bool(below & {"later", "afterwards", "afterward", "subsequently", "then"})


def _undergone(draft: Draft) -> bool:
    """Return whether a telling says what "had been hit", by nobody named: it speaks of a strike told before."""
    reading = draft.reading
    helpers = [{reading.tokens[c].lower for c in reading.tree.children[n.index]} for n in draft.nodes]
    only = any(t.lower == "only" for t in reading.tokens)  # "only military sites were targeted"
    passive = all(n.clause.passive for n in draft.nodes)
    return passive and (only or all({"had", "been"} <= words for words in helpers))


_STRIKING = frozenset("hit strike target bomb attack raid shell destroy eliminate neutralise neutralize".split())
_STRUCK = frozenset({"Shelling/artillery/missile attack", "Air/drone strike", "Attack", "Armed clash"})

OWN_REACH = 2
"""Sentences after which a doer's own word on its deed still speaks of the deed told before."""


def own_version(earlier: Draft, later: Draft) -> bool:
    """Return whether the doer of a deed tells it in its own words ("the army said it had struck a command centre")."""
    reading = later.reading
    gap = reading.sentence.index - earlier.reading.sentence.index
    if later.facts or later.place is not None or later.date is not None or not 0 <= gap <= OWN_REACH:
        return False
    if not later.nodes or any(reading.tokens[n.index].lemma not in _STRIKING or n.is_noun for n in later.nodes):
        return False
    if earlier.type not in _STRUCK:
        return False
    if _undergone(later):
        return not later.parts.perpetrators and bool(later.attributions)
    world, doers = reading.world, earlier.parts.perpetrators
    speakers = [reading.actor_at[a.head] for a in later.attributions if a.head in reading.actor_at]
    told = later.parts.perpetrators or speakers
    return all(any(world.related(one, doer) for doer in doers) for one in told) and any(
        world.related(speaker, doer) for speaker in speakers for doer in doers
    )


def nearest(reading: Reading, index: int, drafts: list[Draft]) -> Draft | None:
    """Return the draft whose trigger is first met on the way up from a token, then below it, then before it."""
    owners = {i: d for d in drafts for n in d.nodes for i in (n.index, n.predicate)}
    owners |= {n.index: d for d in drafts for n in d.nodes}
    owners |= {f.index: d for d in drafts for f in d.facts if f.index not in owners}
    path = [index, *reading.tree.ancestors(index)]
    for position, here in enumerate(path):
        if here in owners:
            return owners[here]
        below = [c for c in reading.tree.children[here] if position == 0 or c != path[position - 1]]
        for child in below:
            if child in owners and reading.tokens[child].dep not in ("relcl", "ccomp"):
                return owners[child]
            for grandchild in reading.tree.children[child] if position else ():
                if grandchild in owners and reading.tokens[child].dep in ("prep", "agent"):
                    return owners[grandchild]
    return None
