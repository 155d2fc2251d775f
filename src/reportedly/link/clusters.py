"""Constrained agglomerative clustering of scored pairs: best pair first, if their clusters fit on average.

The average over all pairs between two clusters keeps chains apart: a mention joins a cluster only if it fits its members
on the whole, and a pair that was never scored speaks against (its days or places do not meet). A group is what chains of
fitting pairs connect; no cluster reaches over two groups, so that a new mention touches only the groups that it fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from reportedly.link.constraints import Union

JOIN_AT: Final = 0.0
"""Bits: from even odds on, two clusters are one event; ``docs/linking.md`` has the figures for other thresholds."""

NOT_SCORED: Final = -12.0
"""Bits of a pair that ``blocking`` does not find: as much as the weakest that it keeps."""

Edge = tuple[int, int, float]
"""Two mentions by number, the smaller first, and their score in bits."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What clusters must keep to.

    Attributes:
        must: Pairs that meet whatever they score.
        cannot: Pairs that never meet, not even through others.
        report: A number for each mention's report: two of one report never meet, unless ``must`` joins them.
    """

    must: Sequence[tuple[int, int]]
    cannot: Sequence[tuple[int, int]]
    report: Sequence[int]


def groups(count: int, edges: Iterable[Edge], must: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return what fitting pairs and ``must`` connect, each sorted, by the smallest member.

    Args:
        count: Number of mentions.
        edges: The scored pairs.
        must: Pairs that meet whatever they score.
    """
    union: Union[int] = Union()
    for one, other, bits in edges:
        if bits >= JOIN_AT:
            union.join(one, other)
    for one, other in must:
        union.join(one, other)
    found: dict[int, list[int]] = {}
    for member in range(count):
        found.setdefault(union.find(member), []).append(member)
    return [found[root] for root in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Fit:
    """The scored pairs between two clusters: the best score, the sum and the number."""

    best: float = NOT_SCORED
    total: float = 0.0
    count: int = 0

    def plus(self, other: _Fit) -> _Fit:
        """Return the pairs of both; sums are rounded, so that the order of adding leaves no trace."""
        return _Fit(max(self.best, other.best), round(self.total + other.total, 6), self.count + other.count)


@dataclass(slots=True)
class _Cluster:
    """A cluster under way: its members and reports, with whom it may not meet, and how it fits its neighbours."""

    members: list[int]
    reports: set[int]
    foes: set[int] = field(default_factory=set)
    near: dict[int, _Fit] = field(default_factory=dict)


class _Merger:
    """Clusters of one group; each is named by its smallest member."""

    def __init__(self, members: Sequence[int], edges: Iterable[Edge], rules: Rules) -> None:
        union: Union[int] = Union()
        inside = set(members)
        for one, other in rules.must:
            if one in inside:
                union.join(one, other)
        self._clusters: dict[int, _Cluster] = {}
        for member in members:
            cluster = self._clusters.setdefault(union.find(member), _Cluster([], set()))
            cluster.members.append(member)
            cluster.reports.add(rules.report[member])
        for one, other in rules.cannot:
            if one in inside and other in inside:
                self._clusters[union.find(one)].foes.add(union.find(other))
                self._clusters[union.find(other)].foes.add(union.find(one))
        for one, other, bits in edges:
            left, right = union.find(one), union.find(other)
            if left != right:
                for here, there in ((left, right), (right, left)):
                    near = self._clusters[here].near
                    near[there] = near.get(there, _Fit()).plus(_Fit(bits, bits, 1))

    def _average(self, one: int, other: int) -> float:
        left, right = self._clusters[one], self._clusters[other]
        fit = left.near[other]
        pairs = len(left.members) * len(right.members)
        return round((fit.total + NOT_SCORED * (pairs - fit.count)) / pairs, 6)

    def _may_meet(self, one: int, other: int) -> bool:
        left, right = self._clusters[one], self._clusters[other]
        if other in left.foes or not left.reports.isdisjoint(right.reports):
            return False
        return self._average(one, other) >= JOIN_AT

    def _candidates(self, name: int) -> list[tuple[float, int, int]]:
        near = self._clusters[name].near
        return [
            (-fit.best, min(name, other), max(name, other))
            for other, fit in near.items()
            if fit.best >= JOIN_AT and self._may_meet(name, other)
        ]

    def _merge(self, low: int, high: int) -> None:
        kept, gone = self._clusters[low], self._clusters.pop(high)
        kept.members += gone.members
        kept.reports |= gone.reports
        for foe in gone.foes:
            self._clusters[foe].foes.discard(high)
            self._clusters[foe].foes.add(low)
        kept.foes |= gone.foes
        for other, fit in gone.near.items():
            if other != low:
                kept.near[other] = kept.near.get(other, _Fit()).plus(fit)
        kept.near.pop(high, None)
        for other, fit in kept.near.items():
            there = self._clusters[other].near
            there.pop(high, None)
            there[low] = fit

    def run(self) -> list[list[int]]:
        """Merge the clusters of the best pair that may meet until none is left; return the members, sorted."""
        heap = [c for name in self._clusters for c in self._candidates(name) if c[1] == name]
        heapify(heap)
        while heap:
            best, low, high = heappop(heap)
            if low not in self._clusters or high not in self._clusters or high not in self._clusters[low].near:
                continue
            if -best != self._clusters[low].near[high].best or not self._may_meet(low, high):
                continue
            self._merge(low, high)
            for candidate in self._candidates(low):
                heappush(heap, candidate)
        return [sorted(cluster.members) for cluster in self._clusters.values()]


def cluster(members: Sequence[Sequence[int]], edges: Iterable[Edge], rules: Rules) -> list[list[int]]:
    """Return the clusters of all groups, each sorted, by the smallest member.

    Args:
        members: The groups (``groups``).
        edges: All scored pairs; those between groups are left out.
        rules: What clusters must keep to; ``must`` and ``cannot`` do not clash (``constraints.check``).
    """
    home = {member: number for number, group in enumerate(members) for member in group}
    inside: dict[int, list[Edge]] = {}
    for edge in sorted(edges):
        if home[edge[0]] == home[edge[1]]:
            inside.setdefault(home[edge[0]], []).append(edge)
    ruled: Mapping[int, Rules] = _by_group(rules, home)
    found: list[list[int]] = []
    for number, group in enumerate(members):
        if len(group) == 1:
            found.append(list(group))
        else:
            found += _Merger(group, inside.get(number, ()), ruled.get(number, Rules((), (), rules.report))).run()
    return sorted(found)


def _by_group(rules: Rules, home: Mapping[int, int]) -> dict[int, Rules]:
    """Return the rules of each group that has any; a pair of two groups needs none."""
    must: dict[int, list[tuple[int, int]]] = {}
    cannot: dict[int, list[tuple[int, int]]] = {}
    for pairs, into in ((rules.must, must), (rules.cannot, cannot)):
        for one, other in sorted(pairs):
            if home[one] == home[other]:
                into.setdefault(home[one], []).append((one, other))
    return {number: Rules(must.get(number, ()), cannot.get(number, ()), rules.report) for number in {*must, *cannot}}
