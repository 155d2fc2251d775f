"""What reviewers joined and parted: which pairs must meet, which never may, and which of two that clash holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.errors import LinkError

Pair = tuple[str, str]
"""Ids of two mentions."""

_Key = TypeVar("_Key", str, int)


class Union(Generic[_Key]):
    """Sets that grow together (union-find); each is named by its smallest member."""

    def __init__(self) -> None:
        self._above: dict[_Key, _Key] = {}

    def find(self, member: _Key) -> _Key:
        """Return the name of the set that holds ``member``, alone if nothing joined it."""
        root = member
        while (above := self._above.get(root, root)) != root:
            root = above
        while (above := self._above.get(member, member)) != root and above != member:
            self._above[member], member = root, above
        return root

    def join(self, one: _Key, other: _Key) -> None:
        """Make the sets of two members one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low


@dataclass(frozen=True, slots=True)
class Ruling:
    """A reviewer's word on two mentions.

    Attributes:
        pair: Their ids.
        joined: True if they tell one event, False if they do not.
    """

    pair: Pair
    joined: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Rulings that hold together, and those that later ones overrule.

    Attributes:
        must: Pairs that must meet.
        cannot: Pairs that may not.
        overruled: Rulings that clash with later ones, in the order given.
    """

    must: tuple[Pair, ...]
    cannot: tuple[Pair, ...]
    overruled: tuple[Ruling, ...]


def settle(rulings: Sequence[Ruling]) -> Settled:
    """Return the rulings that hold: of those that cannot hold together, the later.

    Args:
        rulings: In the order in which they were given.
    """
    held: list[Ruling] = []
    overruled: list[Ruling] = []
    for ruling in reversed(rulings):
        trial = [*held, ruling]
        if clash([r.pair for r in trial if r.joined], [r.pair for r in trial if not r.joined]) is None:
            held.append(ruling)
        else:
            overruled.append(ruling)
    held.reverse()
    overruled.reverse()
    return Settled(
        tuple(r.pair for r in held if r.joined), tuple(r.pair for r in held if not r.joined), tuple(overruled)
    )


def clash(must: Iterable[Pair], cannot: Iterable[Pair]) -> Pair | None:
    """Return the first pair that may not meet though a chain of pairs that must leads from one to the other."""
    union: Union[str] = Union()
    for one, other in must:
        union.join(one, other)
    return next((pair for pair in cannot if union.find(pair[0]) == union.find(pair[1])), None)


def check(must: Sequence[Pair], cannot: Sequence[Pair]) -> None:
    """Refuse pairs that contradict each other; ``settle`` gives pairs that do not.

    Raises:
        LinkError: Some pair may not meet though others join it; the message names both mentions.
    """
    pair = clash(must, cannot)
    if pair is not None:
        raise LinkError(
            f"mentions {pair[0]} and {pair[1]}: parted by one judgement, joined by others; take one of them back"
        )
