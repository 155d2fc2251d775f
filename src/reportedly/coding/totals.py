"""Which tolls sum up many events (codebook, ``aggregate``)."""

from __future__ import annotations

from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.coding.stretches import LONG_DATES, over_a_stretch, pointed_back_to
from reportedly.coding.tolls import TollFact
from reportedly.coding.triggers import Node
from reportedly.script_free import key

MASS_TOLL = 100
"""Dead from which a toll without place or day is a total over a war, not one event (the deadliest single events in
UCDP's Syrian data with more always name their place)."""


def is_total(draft: Draft) -> bool:
    """Return whether a bare toll sums up many events: of a long time, or large or vague and of no place and day."""
    dated = draft.date is not None and draft.date.kind == "day"
    if not draft.deeds and not dated and any(f.total and _counted_since(draft.reading, f) for f in draft.facts):
        return True
    if not draft.nodes and any(_claimed_since(draft.reading, f) for f in draft.facts):
        return True
    if draft.deeds and not draft.parts.perpetrators and draft.place is None and draft.date is None:
        # "The blast killed 125": of the blast told before.
        return any(f.toll.low >= MASS_TOLL for f in draft.facts) and not pointed_back_to(draft)
    if over_a_stretch(draft) and not _by_one_weapon(draft):
        return any(f.toll.low >= BARE_TOLL for f in draft.facts)
    if any(_single(draft, n) for n in draft.deeds) or _by_one_weapon(draft):
        return False
    if not draft.deeds and any(_adds(draft.reading, f) for f in draft.facts):
        return False
    long = draft.date is not None and (draft.date.vague or draft.date.kind in LONG_DATES)
    largest = max((f.toll.low for f in draft.facts), default=0)
    placed = draft.place is not None and draft.place.level == "point"
    bare = not (draft.deeds or draft.weapon or draft.parts.perpetrators)
    if bare and (long or (draft.date is not None and draft.date.kind == "week" and not placed)):
        if _periodic(draft.reading):
            return largest >= PERIODIC_TOLL
        # In one place, a month's toll that no count is cited for may be that of one massacre recalled.
        if not (_in_a_village(draft) and draft.date is not None and draft.date.kind == "month"):
            return largest >= BARE_TOLL
    if long and largest >= (MASS_TOLL if placed else LONG_TOLL):
        return True
    if draft.deeds or draft.date is not None or (draft.place is not None and draft.place.level == "point"):
        return False
    return largest >= MASS_TOLL and not pointed_back_to(draft)


def _counted_since(reading: Reading, fact: TollFact) -> bool:
    """Return whether a toll is what has added up since some day ("the death toll since January has reached 187")."""
    return any(reading.tokens[i].lower == "since" for i in reading.tree.subtree(fact.index))


def _claimed_since(reading: Reading, fact: TollFact) -> bool:
    """Return whether lives were claimed over a time ("landmines have claimed 22 lives since the beginning of the year")."""
    verb = reading.tree.governor(fact.index)
    since = (
        () if verb is None else [c for c in reading.tree.of(verb, "prep", "mark") if reading.tokens[c].lower == "since"]
    )
    return any(reading.tokens[c].dep == "prep" and not reading.tree.of(c, "pcomp") for c in since)


def of_a_year(draft: Draft) -> bool:
    """Return whether deeds without number are told of a year or longer ("attacks by drones in 2022")."""
    long = draft.date is not None and draft.date.kind in ("year", "years", "decade", "months") and not draft.facts
    return long and bool(draft.deeds) and all(draft.reading.tokens[n.index].tag == "NNS" for n in draft.deeds)


def _single(draft: Draft, node: Node) -> bool:
    """Return whether a deed-noun is one deed by its article ("in an attack")."""
    if node.trigger.frame == "take" and draft.place is not None:
        return True  # A place is taken once.
    articles = {draft.reading.tokens[c].lower for c in draft.reading.tree.of(node.index, "det")}
    return node.is_noun and bool(articles & {"a", "an"})


def _adds(reading: Reading, fact: TollFact) -> bool:
    """Return whether a toll is told on top of one told before ("More than 120 others were hurt")."""
    first, last = reading.token_at(fact.toll.span.start), reading.token_at(fact.toll.span.end - 1)
    return any(t.lower in ("others", "other") for t in reading.tokens[first : last + 2])


def _by_one_weapon(draft: Draft) -> bool:
    """Return whether one weapon in one place did it ("a truck bomb killed 160 in Kabul"), or a massacre was made there."""
    if draft.place is None or draft.place.level != "point":
        return False
    tokens = draft.reading.tokens
    if any(tokens[f.index].lemma in ("massacre", "slaughter") for f in draft.facts):
        return True
    articles = {tokens[c].lower for c in draft.reading.tree.of(draft.weapon.last, "det")} if draft.weapon else set()
    return bool(articles & {"a", "an"})


def _periodic(reading: Reading) -> bool:
    """Return whether the sentence cites what counts month by month ("in its monthly report")."""
    tokens, lexicon = reading.tokens, reading.lexicon
    heads = [tokens[t.head].lemma for t in tokens if lexicon.is_noun("period", t.lemma)]
    return any(lexicon.is_noun("count", lemma) for lemma in heads)


def _in_a_village(draft: Draft) -> bool:
    """Return whether a deed lies in a place that no province is named after."""
    place = draft.place.value if draft.place is not None and draft.place.level == "point" else None
    return place is not None and key(place.name or "") != key(place.admin1 or "")


PERIODIC_TOLL = 2
"""Dead or hurt of a month from which a monthly report's number is a total."""

BARE_TOLL = 10
"""Dead or hurt of whom no deed is told from which a toll over a month or more is a total: under it reports that have
lost the day still tell one event."""

LONG_TOLL = 20
"""Dead or hurt from which a toll over a month or more is taken for a total."""
