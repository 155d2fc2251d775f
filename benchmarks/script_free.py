"""How often the script-free keys of one place's Arabic and Latin names meet, and how often those of two places do.

Pairs are all Arabic with all Latin names of one entry of a GeoNames dump, and of one area of OCHA's table. Two places are
drawn at random, and again among those within 50 km of each other; a match of two that bear one name is none of the key's.
"""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from common import data_file, options
from reportedly.annotate.gazetteer_sources import useful_names
from reportedly.annotate.placenames import arabic_key, is_arabic, place_key
from reportedly.script_free import keys, likeness

NEAR_KM = 50.0
DRAWN = 20_000
LIKE = (0.85, 0.9, 0.95)
TRANSLATED = 0.3
"""Likeness of consonants below which a Latin name is another name or a translation (*Damascus*), not a spelling."""

ARABIC_ONLY = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ ـ")


@dataclass(frozen=True)
class Place:
    lat: float
    lon: float
    arabic: tuple[str, ...]
    latin: tuple[str, ...]


def from_dump(path: Path) -> Iterator[Place]:
    """Yield the populated places of a dump that have names in both scripts; Kurdish ones in Arabic letters are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 15 or cells[6] != "P":
            continue
        names = [cells[1], *useful_names(cells[3].split(","))]
        arabic = tuple(dict.fromkeys(n for n in names if set(n) <= ARABIC_ONLY))
        latin = tuple(dict.fromkeys(n for n in names if not is_arabic(n)))
        if arabic and latin:
            yield Place(float(cells[4]), float(cells[5]), arabic, latin)


def from_table(path: Path) -> Iterator[Place]:
    """Yield the areas of OCHA's table."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["name_ar"] and row["name_en"] and row["lat"]:
                yield Place(float(row["lat"]), float(row["lon"]), (row["name_ar"],), (row["name_en"],))


def km(one: Place, other: Place) -> float:
    """Return the distance of two places, near enough for a threshold."""
    high = math.radians((one.lat + other.lat) / 2)
    return 111.2 * math.hypot(one.lat - other.lat, (one.lon - other.lon) * math.cos(high))


def drawn(places: Sequence[Place], near: bool, seed: int = 7) -> list[tuple[Place, Place]]:
    """Return pairs of different places, of any distance or within ``NEAR_KM``, that share no name."""
    draw = random.Random(seed)
    found: list[tuple[Place, Place]] = []
    while len(found) < DRAWN:
        one, other = draw.choice(places), draw.choice(places)
        if one is other or (near and km(one, other) > NEAR_KM):
            continue
        same = {arabic_key(n) for n in one.arabic} & {arabic_key(n) for n in other.arabic}
        same |= {place_key(n) for n in one.latin} & {place_key(n) for n in other.latin}
        if not same:
            found.append((one, other))
    return found


Meets = Callable[[str, str], bool]


def share(pairs: Sequence[tuple[str, str]], meets: Meets) -> float:
    """Return the share of pairs that meet, in per cent."""
    return 100 * sum(meets(a, b) for a, b in pairs) / max(len(pairs), 1)


def main() -> None:
    """Print the table."""
    args = options(__doc__ or "").parse_args()
    dump = list(from_dump(args.places or data_file(args.shared, "SY.txt")))
    table = list(from_table(data_file(args.shared, "ocha_syr_adm1-3_neighbourhoods.csv")))
    every = [(a, b) for p in dump for a in p.arabic for b in p.latin]
    spelt = [(a, b) for a, b in every if Levenshtein.normalized_similarity(keys(a)[2], keys(b)[2]) > TRANSLATED]
    first = [(p.arabic[0], p.latin[0]) for p in dump]
    ocha = [(p.arabic[0], p.latin[0]) for p in table]
    far = [(a.arabic[0], b.latin[0]) for a, b in drawn(dump, near=False)]
    near = [(a.arabic[0], b.latin[0]) for a, b in drawn(dump, near=True)]
    tests: dict[str, Meets] = {
        "narrow key": lambda a, b: keys(a)[0] == keys(b)[0],
        "key": lambda a, b: keys(a)[1] == keys(b)[1],
        "wide key": lambda a, b: keys(a)[2] == keys(b)[2],
    }
    for least in LIKE:
        tests[f"likeness {least}"] = lambda a, b, least=least: likeness(a, b) >= least  # type: ignore[misc]
    sets = {"all pairs": every, "spellings": spelt, "main pair": first, "OCHA": ocha, "random": far, "< 50 km": near}
    print(f"{len(dump)} places of the dump, {len(table)} areas of OCHA; per cent that meet")
    print("".join([f"{'':14}", *(f"{name:>12}" for name in sets)]))
    print("".join([f"{'pairs':14}", *(f"{len(pairs):>12}" for pairs in sets.values())]))
    for label, meets in tests.items():
        print("".join([f"{label:14}", *(f"{share(pairs, meets):12.2f}" for pairs in sets.values())]))
    print("\nrandom, < 50 km: of two places that share no name in either script; every meeting is a wrong one")


if __name__ == "__main__":
    main()
