"""ACLED's event types with their definitions, and the figures that vague words take.

Sources: ACLED Codebook (event and sub-event types); ``CODEBOOK.md`` of the project for the rest.
"""

from __future__ import annotations

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


def event_type_of(sub_event_type: str) -> str:
    """Return the event type above a sub-event type.

    Raises:
        KeyError: Not one of ACLED's 25.
    """
    return SUB_EVENT_TYPES[sub_event_type]
