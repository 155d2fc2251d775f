"""How often each outcome of a comparison holds for pairs of one key and of two, on texts that an investigator keyed.

The ``note`` of each row of ``resources/link/weights.toml`` has these figures. Of a pair of texts with one key, the most
deadly pair of mentions counts whose days and places fit the key; pairs of two keys near in time and space are left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log2
from pathlib import Path

from common import options
from linking_data import Corpus, Key, corpora, days_apart, kilometres, read_keys
from reportedly.link import linkable, shipped_weights
from reportedly.link.comparisons import comparisons
from reportedly.link.profiles import Dated, Profile, profiles
from reportedly.link.scoring import Scored, score

KEEP_ALL = 30.0
"""Bits of the prior with which no candidate pair falls below what scoring keeps."""

UNSURE_KM = 40.0
"""Kilometres up to which two keys of about one day may tell one event all the same."""


def fits_day(profile: Profile, truth: Key) -> bool | None:
    """Return whether a mention's day fits its text's key, ``None`` where it has none."""
    when = profile.when
    if when.first is not None:
        return abs(when.first - truth.day.toordinal()) <= (2 if when.dated < Dated.TOLD else 6)
    if when.day_of_year is not None:
        return abs(when.day_of_year - (truth.day.month * 100 + truth.day.day)) <= 2
    return None


def fits_place(profile: Profile, truth: Key) -> bool | None:
    """Return whether a mention's place fits its text's key, ``None`` where that cannot be told."""
    where = profile.where
    if truth.lat is not None and where.lat is not None and where.exact:
        point = Key("", truth.day, where.lat, where.lon, frozenset(), False, "")
        return (kilometres(truth, point) or 0.0) <= 25
    return True if where.called and where.called in truth.names else None


def _hurt(profile: Profile) -> int:
    return sum(toll[1] for toll in (profile.killed, profile.injured) if toll)


def count(corpus: Corpus, keys: list[Key]) -> tuple[list[Scored], list[Scored]]:
    """Return the candidate pairs of one key, one for each pair of texts, and those of two keys."""
    mentions = linkable(corpus.mentions)
    row_of = [m.report.part - 1 for m in mentions]
    found = profiles(mentions)
    same: dict[tuple[int, int], tuple[int, Scored]] = {}
    other: list[Scored] = []
    for pair in score(found, replace(shipped_weights(), prior=KEEP_ALL)):
        rows = row_of[pair.left], row_of[pair.right]
        one, two = keys[rows[0]], keys[rows[1]]
        sides = ((found[pair.left], one), (found[pair.right], two))
        if one.incident == two.incident:
            fits = [fit(p, k) for p, k in sides for fit in (fits_day, fits_place)]
            hurt = sum(_hurt(p) for p, _ in sides)
            if False not in fits and fits.count(True) >= 2 and hurt > same.get(rows, (-1, pair))[0]:
                same[rows] = hurt, pair
        elif (kilometres(one, two) or 0.0) > UNSURE_KM or days_apart(one, two) > 2:
            other.append(pair)
    return [pair for _, pair in same.values()], other


def main() -> None:
    parser = options(__doc__ or "")
    parser.add_argument("--cache", type=Path, help="folder outside the tree that keeps what was coded")
    given = parser.parse_args()
    corpus = corpora(given.shared, given.places, given.cache)["keys"]
    same, other = count(corpus, read_keys(given.shared))
    for at, comparison in enumerate(comparisons()):
        held = Counter(pair.levels[at] for pair in same)
        chance = Counter(pair.levels[at] for pair in other)
        levels = [level.name for level in comparison.levels if not level.empty]
        all_held, all_chance = sum(held[n] for n in levels), sum(chance[n] for n in levels)
        for name in levels:
            m = (held[name] + 0.5) / (all_held + 0.5 * len(levels))
            u = (chance[name] + 0.5) / (all_chance + 0.5 * len(levels))
            counts = f"{held[name]} of {all_held} pairs of one key, {chance[name]} of {all_chance} of two"
            print(f"{comparison.name:12} {name:36} {counts}: {log2(m / u):+.1f}")


if __name__ == "__main__":
    main()
