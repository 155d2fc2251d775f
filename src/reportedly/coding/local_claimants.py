"""Where a deed without a place of its own took place by who tells it: "Goma residents said", "Peshawar police said"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.annotations import PlaceMention
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading

_PEOPLE: Final = frozenset("resident witness eyewitness villager local inhabitant neighbour neighbor elder".split())
"""Those who tell what they saw where they live."""

_AUTHORITIES: Final = frozenset(
    "police policeman mayor governor council municipality hospital clinic morgue medic doctor nurse paramedic "
    "prosecutor sheriff commissioner activist".split()
)
"""Those whose beat is one town or district."""

_MANY_PLACES: Final = frozenset({"country", "region"})


def told_from(draft: Draft, people_only: bool) -> PlaceMention | None:
    """Return the place that local claimants of a deed are named by, near which it happened.

    Args:
        draft: The deed.
        people_only: Take the word of those who live there alone, and not of a town's officials.
    """
    words = _PEOPLE if people_only else _PEOPLE | _AUTHORITIES
    for telling in (draft, *draft.told_again):
        for attribution in telling.attributions:
            head = attribution.head
            if head is None or telling.reading.tokens[head].lemma not in words:
                continue
            place = _named_by(telling.reading, head)
            if place is not None:
                return replace(place, value=replace(place.value, precision=max(2, place.value.precision or 2)))
    return None


def _named_by(reading: Reading, head: int) -> PlaceMention | None:
    """Return the one place in a claimant's name, and not what it is an exile of or far from."""
    inside = set(reading.tree.subtree(head))
    found = [p for p in reading.places if p.last in inside and p.level not in _MANY_PLACES and p.value.gazetteer_id]
    spans = {p.value.gazetteer_id for p in found}
    return found[0] if len(spans) == 1 else None
