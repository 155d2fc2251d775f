"""Score how mentions were joined into incidents: B-cubed, after Bagga and Baldwin (1998)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class BCubed:
    """The figures over all gold mentions, each from 0 to 1.

    Attributes:
        precision: Of what the system puts with a mention, the share that belongs there, on average.
        recall: Of what belongs with a mention, the share that the system puts there, on average.
        joined: Pairs of gold mentions of different incidents that the system joins, sorted.
        mentions: Number of gold mentions.
    """

    precision: float
    recall: float
    joined: tuple[tuple[str, str], ...]
    mentions: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 0.0 if both == 0 else 2 * self.precision * self.recall / both


def b_cubed(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> BCubed:
    """Compare two ways to put mentions together.

    Args:
        gold: The incident of each gold mention, by the mention's id.
        system: The cluster in which the system has it; a mention that it missed has none, and is alone.
    """
    homes: dict[str, Hashable] = {name: system.get(name, ("missed", name)) for name in gold}
    right: list[float] = []
    found: list[float] = []
    for name, incident in gold.items():
        together = [other for other in gold if homes[other] == homes[name]]
        belong = [other for other in gold if gold[other] == incident]
        shared = len(set(together) & set(belong))
        right.append(shared / len(together))
        found.append(shared / len(belong))
    wrong = sorted(
        (one, other)
        for one, other in combinations(sorted(gold), 2)
        if homes[one] == homes[other] and gold[one] != gold[other]
    )
    count = len(gold)
    if not count:
        return BCubed(0.0, 0.0, (), 0)
    return BCubed(sum(right) / count, sum(found) / count, tuple(wrong), count)
