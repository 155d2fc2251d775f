"""What reviewers joined and parted: which pairs must meet, which never may, and whether the two contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def clash(must: Iterable[tuple[_Key, _Key]], cannot: Iterable[tuple[_Key, _Key]]) -> tuple[_Key, _Key] | None:
    """Return the first pair that may not meet though a chain of pairs that must leads from one to the other."""
    union: Union[_Key] = Union()
    for one, other in must:
        union.join(one, other)
    return next((pair for pair in cannot if union.find(pair[0]) == union.find(pair[1])), None)


def check(must: Sequence[Pair], cannot: Sequence[Pair]) -> None:
    """Refuse pairs that contradict each other.

    Raises:
        LinkError: Some pair may not meet though others join it; the message names both mentions.
    """
    pair = clash(must, cannot)
    if pair is not None:
        raise LinkError(
            f"mentions {pair[0]} and {pair[1]}: parted by one judgement, joined by others; take one of them back"
        )
