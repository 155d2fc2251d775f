"""Measure place keys, near spellings and lookups on UCDP's place names: the figures that the gazetteer's comments cite."""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from rapidfuzz.distance import Levenshtein

from common import data_file, options
from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace, load_gazetteer
from reportedly.annotate.gazetteer_records import distance_km
from reportedly.annotate.gazetteer_sources import read_dump
from reportedly.annotate.placenames import place_key, skeleton

NEAR_KM = 25.0
KIND = re.compile(r"(?i) (?:town|village|city|district|area|camp|neighbou?rhood|airbase|mountains?|farms?)$")


@dataclass(frozen=True, slots=True)
class Given:
    """A place of UCDP: its name without its kind, its point, and the coding's precision (1 the place itself)."""

    name: str
    point: GazetteerPlace
    exact: bool


def point(lat: float, lon: float) -> GazetteerPlace:
    return GazetteerPlace("", "", lat, lon, "SY", None, "P", "PPL", 0)


def read_given(path: Path) -> list[Given]:
    """Return the distinct places of UCDP that are coded to a town or village, sorted by name."""
    found: dict[tuple[str, float, float], Given] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            name = KIND.sub("", row["where_coordinates"].strip())
            lat, lon = float(row["latitude"]), float(row["longitude"])
            if float(row["where_prec"]) < 3:
                found[name, lat, lon] = Given(name, point(lat, lon), float(row["where_prec"]) == 1)
    return [found[key] for key in sorted(found)]


def lookup(gazetteer: Gazetteer, given: Given) -> str:
    """Return how a name is found: ``right``, ``among`` (another reading is nearer the front), ``wrong`` or ``none``."""
    hits = [p for p in gazetteer.lookup(given.name, "SY") if p.level in ("point", "area")]
    if not hits:
        return "none"
    near = [distance_km(p, given.point) <= NEAR_KM for p in hits]
    return "right" if near[0] else "among" if any(near) else "wrong"


def near_spellings(places: Path, given: Sequence[Given], gazetteer: Gazetteer) -> None:
    """Print, for each threshold of similarity, how many names without an exact entry come right and wrong."""
    by_skeleton: dict[str, list[tuple[str, GazetteerPlace]]] = {}
    for entry in read_dump(places, []):
        for key in sorted({place_key(name) for name in entry.names} - {""}):
            by_skeleton.setdefault(skeleton(key), []).append((key, entry.place))
    missing = [g for g in given if lookup(gazetteer, g) == "none"]
    print(f"{len(missing)} names that no entry has exactly; near spellings by least similarity of keys:")
    for threshold in (0.60, 0.66, 0.72, 0.78, 0.84):
        right = wrong = 0
        for item in missing:
            key = place_key(item.name)
            scored = [
                (Levenshtein.normalized_similarity(key, other), place)
                for other, place in by_skeleton.get(skeleton(key), ())
            ]
            best = max((score for score, _ in scored), default=0.0)
            if best >= threshold:
                near = any(distance_km(p, item.point) <= NEAR_KM for s, p in scored if s > best - 0.01)
                right, wrong = right + near, wrong + (not near)
        print(f"  {threshold:.2f}  right {right:4}  wrong {wrong:4}")


def false_matches(given: Sequence[Given], seed: int) -> None:
    """Print how often two names of places far apart share a strict key or a skeleton."""
    pairs = [random.Random(seed + n).sample(given, 2) for n in range(20_000)]
    far = [(a, b) for a, b in pairs if distance_km(a.point, b.point) > NEAR_KM]
    strict = sum(place_key(a.name) == place_key(b.name) for a, b in far)
    loose = sum(skeleton(place_key(a.name)) == skeleton(place_key(b.name)) for a, b in far)
    print(f"{len(far)} random pairs more than {NEAR_KM:.0f} km apart: same key {strict}, same skeleton {loose}")


def together(path: Path) -> None:
    """Print how far apart the places of one headline lie, against places drawn by chance."""
    rows: dict[str, list[GazetteerPlace]] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if float(row["where_prec"]) < 3 and row["source_headline"]:
                rows.setdefault(row["source_headline"], []).append(
                    point(float(row["latitude"]), float(row["longitude"]))
                )
    some = [distance_km(a, b) for group in rows.values() for a, b in pairwise(group)]
    some = sorted(d for d in some if d > 0.1)
    every = [p for group in rows.values() for p in group]
    chance = [distance_km(*random.Random(n).sample(every, 2)) for n in range(2_000)]
    print(f"km between places of one headline: median {median(some):.0f}, of chance pairs {median(chance):.0f}")
    for km in (20, 60, 120):
        mine = sum(d < km for d in some) / len(some)
        print(
            f"  within {km:3} km: {mine:.2f} of one headline, {sum(d < km for d in chance) / len(chance):.2f} by chance"
        )


def main() -> None:
    parser = options(__doc__ or "")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    ucdp = data_file(chosen.shared, "ucdp_ged_syria_2016_2019.csv.gz")
    places = chosen.places or data_file(chosen.shared, "SY.txt")
    gazetteer = load_gazetteer((places,))
    given = read_given(ucdp)
    kinds = [lookup(gazetteer, item) for item in given]
    print(f"{len(given)} places of UCDP, looked up by name alone (within {NEAR_KM:.0f} km of its point):")
    for kind in ("right", "among", "wrong", "none"):
        print(f"  {kind:<6} {kinds.count(kind):5}  {kinds.count(kind) / len(kinds):.3f}")
    near_spellings(places, given, gazetteer)
    false_matches(given, chosen.seed)
    together(ucdp)


if __name__ == "__main__":
    main()
