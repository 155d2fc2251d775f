"""ACLED's event types with their definitions, and the figures that vague words take.

Sources: ACLED Codebook (event and sub-event types); ``CODEBOOK.md`` of the project for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from types import MappingProxyType
from typing import Final

EVENT_TYPES: Final = MappingProxyType(
    {
        "Battles": (
            "Armed clash",
            "Government regains territory",
            "Non-state actor overtakes territory",
        ),
        "Protests": (
            "Excessive force against protesters",
            "Protest with intervention",
            "Peaceful protest",
        ),
        "Riots": ("Violent demonstration", "Mob violence"),
        "Explosions/Remote violence": (
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade",
        ),
        "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
        "Strategic developments": (
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        ),
    }
)
"""ACLED's 6 event types and their 25 sub-event types."""

SUB_EVENT_TYPES: Final = MappingProxyType({sub: event for event, subs in EVENT_TYPES.items() for sub in subs})
"""Each sub-event type with the event type above it."""


FROM_AFAR: Final = frozenset({"Shelling/artillery/missile attack", "Air/drone strike"})
"""Deeds done from a distance, by guns or from the air."""

SHORT_TYPES: Final = MappingProxyType(
    {
        "Government regains territory": "Government gain",
        "Non-state actor overtakes territory": "Non-state gain",
        "Excessive force against protesters": "Force on protest",
        "Protest with intervention": "Protest stopped",
        "Violent demonstration": "Riot",
        "Air/drone strike": "Air strike",
        "Shelling/artillery/missile attack": "Shelling/missile",
        "Remote explosive/landmine/IED": "Mine/IED",
        "Abduction/forced disappearance": "Abduction",
        "Change to group/activity": "Group change",
        "Headquarters or base established": "New base",
        "Looting/property destruction": "Looting/burning",
        "Non-violent transfer of territory": "Transfer",
        "Disrupted weapons use": "Weapons stopped",
    }
)
"""What tables call the sub-event types whose names are too long for a column."""


def types_meant(words: str) -> tuple[str, ...]:
    """Return the event types and sub-event types that words mean, sorted: the one of that name, else those that hold all of them.

    Args:
        words: A name, what a table calls it, or parts of either, in any case ("air strike").
    """
    wanted = " ".join(words.split()).casefold()
    names = {name: (name, SHORT_TYPES.get(name, name)) for name in (*EVENT_TYPES, *SUB_EVENT_TYPES)}
    exact = [name for name, called in names.items() if wanted in (c.casefold() for c in called)]
    parts = re.findall(r"[^\W_]+", wanted)
    held = [n for n, called in names.items() if parts and any(all(p in c.casefold() for p in parts) for c in called)]
    return tuple(sorted(exact or held))


def event_type_of(sub_event_type: str) -> str:
    """Return the event type above a sub-event type.

    Raises:
        KeyError: Not one of ACLED's 25.
    """
    return SUB_EVENT_TYPES[sub_event_type]


Range = tuple[int, int, int | None]
"""Low, best and high of a count; ``None`` is open-ended."""

RANGE_BARE_PLURAL: Final[Range] = (2, 3, None)
"""What a plural without a number takes (codebook, "Fields")."""

RANGE_VAGUE: Final[Range] = (2, 3, None)
"""What "several", "some" and "a few" take (codebook, "Fields")."""

RANGE_KILLED_AND_INJURED: Final[Range] = (1, 3, None)
"""What each of the two takes in "killed and injured several" (codebook, "Fields")."""


VAGUE_COUNTS: Final = frozenset({RANGE_VAGUE, RANGE_KILLED_AND_INJURED, *((n, n, None) for n in (10, 12, 20, 100))})
"""Counts of vague words: "several", "tens", "dozens", "scores", "hundreds" (codebook, "Fields")."""


def add_ranges(first: Range, second: Range) -> Range:
    """Return the sum of two counts of different people: sums of the sides; an open side stays open."""
    high = None if first[2] is None or second[2] is None else first[2] + second[2]
    return first[0] + second[0], first[1] + second[1], high


def sum_ranges(ranges: Iterable[Range]) -> Range:
    """Return the sum of counts of different people; of none, nought."""
    nought: Range = (0, 0, 0)
    return reduce(add_ranges, ranges, nought)
