"""What reviewers joined and parted: which pairs must meet, which never may, and whether the two contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
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


def among(
    must: Iterable[Pair], cannot: Iterable[Pair], live: Collection[str]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return what joins and partings come to for the mentions that are linked.

    A join or parting holds for all that it reaches, also through a mention that a reviewer rejected since.

    Args:
        must: Pairs that are one event.
        cannot: Pairs that are not.
        live: Ids of the mentions to link.
    """
    union: Union[str] = Union()
    joined = sorted(must)
    for one, other in joined:
        union.join(one, other)
    sets: dict[str, list[str]] = {}
    for member in sorted({i for pair in joined for i in pair} | {i for pair in cannot for i in pair}):
        if member in live:
            sets.setdefault(union.find(member), []).append(member)
    together = tuple(pair for members in sets.values() for pair in pairwise(members))
    apart = {(union.find(one), union.find(other)) for one, other in cannot}
    return tuple(sorted(together)), tuple(sorted((sets[a][0], sets[b][0]) for a, b in apart if a in sets and b in sets))
