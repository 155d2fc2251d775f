"""Profiles as the columns of one table, in the types that the SQL of ``blocking`` and ``comparisons`` asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from reportedly.link.comparisons import FEWEST_ROWS
from reportedly.link.kinship import kin_of_all

if TYPE_CHECKING:
    import pyarrow

    from reportedly.link.profiles import Profile

RARE: Final = 3
"""Rows of words of each quote that it is looked for by: chosen so that of two quotes with 0.6 of all rows in common, about 0.94
share one of three (1 - 0.4 ** 3)."""

_PARTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "when": (("dated", "int8"), ("first", "int32"), ("last", "int32"), ("day_of_year", "int16")),
    "where": (
        ("spot", "int8"), ("lat", "float64"), ("lon", "float64"), ("exact", "bool_"), ("area", "string"),
        ("whole_area", "bool_"), ("called", "string"), ("arabic", "bool_"), ("chief", "bool_"),
    ),
    "deed": (("sub_type", "int8"), ("families", "int32"), ("alike", "int32"), ("seldom", "bool_")),
    "": (("weapon", "string"), ("means", "int32"), ("language", "string"), ("sites", "int64"), ("hour", "int8"),
        ("another", "bool_"), ("second", "bool_"), ("risen", "bool_"), ("revised", "bool_")),
}  # fmt: skip
"""Columns that are fields of a profile's parts, and its own, with Arrow's types."""


class _Numbers:
    """Small numbers for words, so that lists of them are compared fast; which is which changes no outcome."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._lists: dict[frozenset[str], list[int]] = {}

    def of(self, words: frozenset[str]) -> list[int]:
        """Return the numbers of a set of words."""
        found = self._lists.get(words)
        if found is None:
            found = sorted(self._known.setdefault(word, len(self._known)) for word in sorted(words))
            self._lists[words] = found
        return found


def _actor_columns(role: str, sets: Sequence[frozenset[str]], numbers: _Numbers) -> dict[str, list[Any]]:
    kin = [kin_of_all(names) if names else None for names in sets]
    return {
        role: [numbers.of(names) if names else None for names in sets],
        f"{role}_kin": [k and numbers.of(k.kin) for k in kin],
        f"{role}_covers": [k and numbers.of(k.covers) for k in kin],
        f"{role}_marks": [k and numbers.of(k.marks) for k in kin],
    }


def _toll_columns(field: str, tolls: Sequence[tuple[int, int, int] | None]) -> dict[str, list[int | None]]:
    sides = ("low", "best", "high")
    return {f"{field}_{side}": [t and t[n] for t in tolls] for n, side in enumerate(sides)}


def table(profiles: Sequence[Profile], fresh: frozenset[str]) -> pyarrow.Table:
    """Return the table ``mentions``: ``id`` is a profile's place, ``report`` a number for its report.

    Args:
        profiles: In the order of their ids.
        fresh: Ids of the mentions whose pairs are wanted.
    """
    import pyarrow as pa

    reports: dict[str, int] = {}
    numbers = _Numbers()
    columns: dict[str, Any] = {
        "id": pa.array(range(len(profiles)), pa.int32()),
        "report": pa.array([reports.setdefault(p.report_id, len(reports)) for p in profiles], pa.int32()),
        "fresh": pa.array([p.mention_id in fresh for p in profiles], pa.bool_()),
        "names": pa.array([p.where.names for p in profiles], pa.list_(pa.string())),
        "words": pa.array([p.words for p in profiles], pa.list_(pa.uint32())),
        "rare": pa.array([rare_words(p) for p in profiles], pa.list_(pa.string())),
    }
    for part, kinds in _PARTS.items():
        found = [getattr(p, part) for p in profiles] if part else profiles
        for name, kind in kinds:
            columns[name] = pa.array([getattr(p, name) for p in found], getattr(pa, kind)())
    actors = _actor_columns("perpetrator", [p.perpetrators for p in profiles], numbers)
    actors |= _actor_columns("target", [p.targets for p in profiles], numbers)
    for name, values in actors.items():
        columns[name] = pa.array(values, pa.list_(pa.int32()))
    tolls = _toll_columns("killed", [p.killed for p in profiles])
    tolls |= _toll_columns("injured", [p.injured for p in profiles])
    for name, counts in tolls.items():
        columns[name] = pa.array(counts, pa.int64())
    return pa.table(columns)


def rare_words(profile: Profile) -> list[str]:
    """Return the keys of a quote's smallest checksums: a sample that does not depend on what else there is."""
    if len(profile.words) < FEWEST_ROWS:
        return []
    return [f"words|{word}" for word in profile.words[:RARE]]
