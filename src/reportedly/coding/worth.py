"""Which drafts say enough to be a mention, and which are totals or context rather than events."""

from __future__ import annotations

from reportedly.codebook import RANGE_BARE_PLURAL
from reportedly.coding.asserted import asserted
from reportedly.coding.bare_tolls import bare_people
from reportedly.coding.charges import alleged
from reportedly.coding.draft import Draft
from reportedly.coding.status import Verdict
from reportedly.coding.stretches import LONG_DATES
from reportedly.coding.triggers import Node
from reportedly.records import Status

VAGUE_MANY = (10, 12, 20, 100, 1000)
"""Low ends of "tens", "dozens", "scores", "hundreds", "thousands" (codebook)."""


def call_total(draft: Draft) -> None:
    """Make a bare "dozens were killed" of no place and day a total."""
    if draft.deeds or draft.date is not None or draft.place is not None or draft.verdict.status is not Status.EVENT:
        return
    vague = next((f for f in draft.facts if f.toll.high is None and f.toll.low in VAGUE_MANY), None)
    if vague is not None:
        draft.verdict = Verdict(Status.AGGREGATE, vague.toll.span)


def call_context(draft: Draft) -> None:
    """Make one killing named in passing background: "since the assassination of the minister", without place or day."""
    reading = draft.reading
    if draft.verdict.status is not Status.EVENT or not draft.nodes or any(asserted(reading, n) for n in draft.nodes):
        return
    below = {i for n in draft.nodes for i in reading.tree.subtree(n.index)}
    placed = any(i in reading.place_at and not reading.place_at[i].modifies_actor for i in below)
    counted = any(i in reading.quantity_at for i in below) or any(f.toll.best != 1 for f in draft.facts)
    passing = all(n.is_noun and reading.tokens[n.index].dep == "pobj" for n in draft.nodes)
    if passing and not (placed or counted or below & set(reading.date_at)):
        draft.verdict = Verdict(Status.BACKGROUND)


_WARLIKE = frozenset(
    {
        "Armed clash",
        "Attack",
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Non-state actor overtakes territory",
        "Government regains territory",
    }
)

LEAD = 2
"""Sentences of a report that tell its news; what they place in a whole country is no context."""


def call_course_of_war(story: list[Draft]) -> None:
    """Make background of fighting in a whole country, without toll or day, that a report tells beside its events.

    "Russia began its campaign in Syria in 2015" is old history without a place of its own (codebook, ``status``).
    """
    told = [d for d in story if d.verdict.status is Status.EVENT]
    if not any(d.facts or (d.place is not None and d.place.level == "point") for d in told):
        return
    for draft in told:
        wide = draft.place is not None and draft.place.level in ("country", "region")
        day = draft.date is not None and draft.date.kind not in LONG_DATES
        news = draft.reading.sentence.title or draft.reading.sentence.index < LEAD or bool(draft.told_again)
        if wide and not day and not news and not draft.facts and draft.type in _WARLIKE:
            draft.verdict = Verdict(Status.BACKGROUND)


def _tells(draft: Draft, node: Node) -> bool:
    """Return whether a trigger tells its deed as having happened; "22 people killed in raids" does by its toll."""
    if node.trigger.frame == "ruin" and draft.deeds:
        return False
    if asserted(draft.reading, node):
        return True
    token = draft.reading.tokens[node.index]
    counted = any(f.index == node.index and not f.subset for f in draft.facts)
    return counted and (node.is_noun or (token.dep == "acl" and token.tag == "VBN"))


def _crowd_told(draft: Draft, node: Node) -> bool:
    """Return whether a protest is told as having taken place: by a verb with its crowd, or by "broke out", "was held"."""
    if node.is_noun:
        return node.support is not None and bool(node.lends)
    return any(draft.reading.has_kind("crowd", h) for h in node.clause.heads("subject"))


def _counted(draft: Draft, node: Node) -> bool:
    """Return whether a verb counts whom it was done to, though no noun says who they are ("six others were abducted")."""
    taken = node.trigger.type in ("Abduction/forced disappearance", "Arrests")
    if node.is_noun or not (taken or node.trigger.object == "person"):
        return False
    heads = node.clause.heads("subject") if node.clause.passive else node.clause.heads("object")
    return any(c in draft.reading.quantity_at for h in heads for c in draft.reading.tree.of(h, "nummod"))


def _goes_on(draft: Draft) -> bool:
    """Return whether "the protesters" do no more than go on with a protest told before ("the protesters sang")."""
    if draft.place is not None or draft.date is not None or not draft.deeds:
        return False
    tree, tokens = draft.reading.tree, draft.reading.tokens
    return all(
        n.trigger.subject == "protesters"
        and any(tokens[d].lower == "the" for h in n.clause.heads("subject") for d in tree.of(h, "det"))
        and not any(tree.of(h, "nummod") for h in n.clause.heads("subject"))
        for n in draft.deeds
    )


def _told_in_full(draft: Draft) -> bool:
    """Return whether what is condemned is told whole: with its dead, its place and its day."""
    dead = any(f.kind == "killed" and f.toll.best and not f.subset for f in draft.facts)
    placed = draft.place is not None and draft.place.level not in ("country", "area")
    return dead and placed and draft.date is not None and draft.date.kind == "day"


def worth_a_row(draft: Draft) -> bool:
    """Return whether a draft that joins no other says enough to be a mention: a side, a toll or a place with a deed."""
    if (draft.verdict.referred and not _told_in_full(draft)) or (_goes_on(draft) and not draft.facts):
        return False
    if draft.nodes and all(alleged(draft.reading, n.index) for n in draft.nodes):
        return False
    passing = not draft.verdict.referred and not any(_tells(draft, n) for n in draft.nodes)
    if draft.nodes and passing and not any(f.total for f in draft.facts):
        return False
    if (
        draft.nodes
        and all(bare_people(draft.reading, n) for n in draft.nodes)
        and all(f.toll.high is None and f.toll.best == RANGE_BARE_PLURAL[1] for f in draft.facts)
    ):
        # "There were dead and wounded": of what, nobody says.
        return False
    sides = draft.parts.perpetrators or draft.parts.targets or draft.parts.participants
    if not draft.deeds and not any(n.trigger.tells_toll for n in draft.nodes):
        whole = any(not f.subset for f in draft.facts)
        return bool(whole and (draft.place or draft.date or sides))
    if not draft.deeds and not draft.facts:
        return bool(draft.place and draft.place.level == "point" and (draft.parts.perpetrators or draft.weapon))
    if all(f.subset or f.toll.best == 0 for f in draft.facts) and not draft.deeds:
        return False
    if draft.type == "Disrupted weapons use" and not draft.parts.perpetrators and draft.place is None:
        return False
    gathered = draft.type in ("Peaceful protest", "Violent demonstration")
    gathered = gathered and bool(draft.place or draft.date or any(_crowd_told(draft, n) for n in draft.deeds))
    counted = any(_counted(draft, n) for n in draft.deeds)
    return bool(sides or counted or draft.facts or gathered or (draft.deeds and (draft.place or draft.weapon)))
