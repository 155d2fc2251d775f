"""What the coder knows of actors beyond their names: sides, kin, armies, and those whom nobody names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportedly.annotations import ActorMention

CIVILIANS = "Civilians"
"""Neutral name of people of no armed side (``actors.csv``)."""

NOBODY = "Unidentified armed group"
"""Neutral name of armed people whom nobody names."""


@dataclass(frozen=True, slots=True)
class World:
    """What the coder may know of actors beyond their names.

    Attributes:
        home_side: Ids of the actors that fight for the state of the report's country.
        side_of: Gives the same of the country with an ISO code.
        kin: For an actor's id, what it shares with others that may stand for it: parents, sponsors, its state.
        nations: The name of the state that an adjective speaks of ("Russian").
        armies: For a government's id, the id and the name of its army.
    """

    home_side: frozenset[str] = frozenset()
    side_of: Callable[[str], frozenset[str]] = lambda _: frozenset()
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nations: Mapping[str, str] = field(default_factory=dict)
    armies: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def related(self, one: ActorMention, other: ActorMention) -> bool:
        """Return whether two actors may be one under two names: an army and its air force, a group and its parent."""
        if one.name == other.name:
            return True
        a = self.kin.get(one.actor_id, frozenset()) | {one.name}
        return not a.isdisjoint(self.kin.get(other.actor_id, frozenset()) | {other.name})
