"""Why two mentions are linked, in words and numbers: each comparison that has something to compare, with its weight."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, radians, sqrt
from typing import Final

from reportedly.incidents import Reason
from reportedly.link.comparisons import comparisons
from reportedly.link.profiles import OPEN_HIGH, Profile
from reportedly.link.weights import Weights

PRIOR: Final = "prior"
"""Name of the reason that every pair has: how rare it is that two candidates tell one event."""


def distance(one: Profile, other: Profile) -> float | None:
    """Return the kilometres between two mentions' points, ``None`` where one has none."""
    if one.where.lat is None or one.where.lon is None or other.where.lat is None or other.where.lon is None:
        return None
    east = (one.where.lon - other.where.lon) * cos(radians((one.where.lat + other.where.lat) / 2))
    return 111.195 * sqrt((one.where.lat - other.where.lat) ** 2 + east**2)


def _date(level: str, one: Profile, other: Profile) -> str:
    if one.when.first is None or other.when.first is None:
        return level
    days = abs(one.when.first - other.when.first)
    return f"{days} days apart" if level in ("two or three days apart", "days that do not meet") else level


def _place(level: str, one: Profile, other: Profile) -> str:
    away = distance(one, other)
    if away is None or not level.startswith(("within", "near", "places apart")):
        return level
    return f"{away:.0f} km apart" if away >= 0.5 else "under 1 km apart"


def _type(level: str, one: Profile, other: Profile) -> str:
    return level


def _actors(role: str) -> Callable[[str, Profile, Profile], str]:
    words = {
        "same": f"{role} alike",
        "same, a general name": f"{role} alike, a general name",
        "same side": f"{role}s of one side",
        "differ": f"{role}s differ",
    }

    def tell(level: str, one: Profile, other: Profile) -> str:
        return words.get(level, f"{role}s: {level}")

    return tell


def _range(toll: tuple[int, int, int] | None) -> str:
    if toll is None:
        return "not told"
    low, best, high = toll
    if low == best == high:
        return str(best)
    return f"{low} or more" if high >= OPEN_HIGH else f"{low} to {high}"


_TOLLS: Final = {
    "ranges meet": "ranges meet",
    "close": "tolls close",
    "differ": "tolls differ",
    "differ widely": "tolls differ widely",
    "differ, the higher told as risen": "the higher toll told as risen",
    "differ, one told as revised": "tolls differ, one told as revised",
    "differ, on other days": "tolls differ on other days",
}


def _toll(field: str) -> Callable[[str, Profile, Profile], str]:
    def tell(level: str, one: Profile, other: Profile) -> str:
        tolls = (one.killed, other.killed) if field == "killed" else (one.injured, other.injured)
        if level == "told by one alone":
            return f"{field}: told by one alone"
        left, right = sorted(_range(toll) for toll in tolls)
        told = left if left == right else f"{left} and {right}"
        word = _TOLLS.get(level, "same toll")
        return f"{field}: {word}, {told}"

    return tell


def _weapon(level: str, one: Profile, other: Profile) -> str:
    return {"same": "weapon alike", "same kind": "weapons of one kind"}.get(level, "weapons differ")


def _site(level: str, one: Profile, other: Profile) -> str:
    return "same site" if level == "same" else "sites differ"


def _hour(level: str, one: Profile, other: Profile) -> str:
    return {"same": "same part of the day", "next": "parts of the day that meet"}.get(level, "parts of the day differ")


_TELL: Final = {
    "date": _date,
    "place": _place,
    "type": _type,
    "perpetrator": _actors("perpetrator"),
    "target": _actors("target"),
    "killed": _toll("killed"),
    "injured": _toll("injured"),
    "weapon": _weapon,
    "wording": _type,
    "order": _type,
    "site": _site,
    "hour": _hour,
}


@lru_cache(maxsize=65536)
def _reason(comparison: str, words: str, bits: float) -> Reason:
    """Return one reason for all pairs that have it."""
    return Reason(comparison, words, round(bits, 1))


def reasons(levels: tuple[str | None, ...], one: Profile, other: Profile, weights: Weights) -> tuple[Reason, ...]:
    """Return the reasons of a scored pair, the prior's last; their weights add up to its score.

    Args:
        levels: The level of each comparison that held, ``None`` for one with nothing to compare.
        one: A profile.
        other: The other; sides do not matter.
        weights: Those that the pair was scored with.
    """
    told = [
        _reason(c.name, _TELL[c.name](level, one, other), weights.bits(c.name, level))
        for c, level in zip(comparisons(), levels, strict=True)
        if level is not None
    ]
    return (*told, _reason(PRIOR, "any two candidates", weights.prior))


def in_words(found: tuple[Reason, ...]) -> str:
    """Return reasons as one line: ``same day +4.1, 2 km apart +5.9, killed: tolls differ, 1 and 3 -0.7``."""
    return ", ".join(f"{reason.words} {reason.weight:+.1f}" for reason in found)
