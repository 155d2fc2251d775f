"""Who was hit where the words name only what civilians live in, meet in or travel by (codebook, ``target``)."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT, ActorMention
from reportedly.codebook import FROM_AFAR
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node
from reportedly.coding.world import NOBODY
from reportedly.records import Status

_VIOLENT = FROM_AFAR | {"Attack", "Armed clash", "Remote explosive/landmine/IED", "Suicide bomb", "Grenade"}
_RAIDING = frozenset({"raid", "attack", "storm", "invade"})
_OF_A_PEOPLE = frozenset({"identity militia", "rioters", "civilians"})
_PROPERTY = frozenset({"Looting/property destruction", "Mob violence"})
_ARMED_USE = frozenset(
    "military army militant rebel militia police security held controlled fortified abandoned empty".split()
)
"""Words that say that a house or a village was not civilians' ("a rebel-held town", "an abandoned school")."""


def name_civilians(draft: Draft) -> None:
    """Give a violent event whose words name nobody hit the civilians whose houses, buses or villages were hit."""
    if draft.verdict.status is not Status.EVENT or draft.parts.targets or draft.parts.participants:
        return
    if draft.type not in _VIOLENT | _PROPERTY:
        return
    for telling in (draft, *draft.told_again):
        # «قصف قرى وبلدات» names front lines in Arabic reports: whom it hit they do not tell.
        whole = telling.reading.sentence.language != "ar" and (draft.type in FROM_AFAR or _raiders(draft))
        found = [a for n in telling.nodes for a in _civilians(telling.reading, n, whole)]
        if found:
            draft.parts.targets = found[:1]
            if draft.tentative and draft.type == "Armed clash":
                draft.type = "Attack"
            return


def _raiders(draft: Draft) -> bool:
    """Return whether bandits, settlers or a people's militia fell upon a place: they "attacked the village"'s people.

    Rebels and armies that attack a town attack whoever holds it.
    """
    doers = draft.parts.perpetrators
    stateless = bool(doers) and all(_bandit(a) or a.kind in _OF_A_PEOPLE for a in doers)
    lemmas = {t.reading.tokens[n.index].lemma for t in (draft, *draft.told_again) for n in t.deeds}
    return stateless and draft.tentative and bool(lemmas & _RAIDING)


def _bandit(doer: ActorMention) -> bool:
    return doer.name == NOBODY and not any(word in doer.span.text.lower() for word in ("rebel", "insurgent"))


def _civilians(reading: Reading, node: Node, whole: bool) -> Iterable[ActorMention]:
    for head in _hit(reading, node):
        if reading.actors_of(head) or _armed_use(reading, head):
            continue
        civil = reading.has_kind("civil", head)
        dwelt = whole and reading.has_kind("dwelt", head) and not reading.weapon_at.get(head)
        if civil or dwelt:
            yield reading.civilian(head)


def _hit(reading: Reading, node: Node) -> list[int]:
    """Return the heads of what a trigger says was hit: by a verb its object, by a noun what "on" or "of" brings."""
    clause = node.clause
    at = clause.heads(OBLIQUE, "on", "at", "against", "into", "upon")
    if node.is_noun:
        support = node.support.heads(OBLIQUE, "on", "at", "against") if node.support else ()
        return [*at, *clause.heads(OBLIQUE, "of"), *support]
    return [*(clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)), *at]


def _armed_use(reading: Reading, head: int) -> bool:
    below = reading.tree.subtree(head)
    near = [i for i in below if head - REACH <= i < head]
    return any(reading.tokens[i].lower in _ARMED_USE or i in reading.actor_at for i in near)


REACH = 4
"""Tokens before a noun that may say whose it is."""
