"""Choose which entry each name means, by what the whole report says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_records import distance_km
from reportedly.annotate.placenames import fold, place_key
from reportedly.annotate.places_context import Around
from reportedly.annotate.places_lexicon import words
from reportedly.annotate.places_names import Name

HOME, NAMED, CONTAINED, SAME_SENTENCE, SAME_REPORT = 6.0, 2.0, 8.0, 3.0, 1.0
"""Weights: a container in the words outweighs everything, the report's country outweighs size. Set on the places of
the development gold and UCDP's headlines; the order matters, the exact figures do not."""

HEADING = 1.5
"""Weight of lying on the named side of the container: less than a named neighbour, more than the size of a village."""

NEAR_KM, FAR_KM = 20.0, 60.0
"""Towns told of in one sentence mostly lie within 20 km of one another (median 14 in the development gold)."""

ABROAD_SIMILARITY = 0.6
"""Share of equal letters asked of names abroad: lets Kyiv and Kiev meet, keeps al-Naimi from Niamey."""

TOWN, CITY, WORLD_CITY = 2_000, 15_000, 300_000
"""People: a bare name is believed in the report's own country from ``CITY`` on, abroad from ``WORLD_CITY`` on."""


@dataclass(slots=True)
class Found:
    """A name under work: where it stands, what is around it, and in the end the entry it means."""

    sentence: int
    name: Name
    around: Around
    group: int | None = None
    within: int | None = None
    entry: GazetteerPlace | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """What the report as a whole says of places.

    Attributes:
        home: ISO code of the country it is about.
        weights: How strongly its words point to each country.
        common: Lower-case words of its text: a name that also stands there is an ordinary word.
        surnames: Last words of the persons' names in it.
    """

    home: str | None
    weights: Mapping[str, float]
    common: frozenset[str]
    surnames: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Evidence:
    admin1: set[str] = field(default_factory=set)
    contained: set[str] = field(default_factory=set)
    anchors: list[GazetteerPlace] = field(default_factory=list)
    container: GazetteerPlace | None = None
    heading: str = ""
    shares: Mapping[str, float] = field(default_factory=dict)


def _prominent(hit: GazetteerPlace, home: str | None, weights: Mapping[str, float]) -> bool:
    if hit.level == "admin1" and hit.country != home:
        return hit.country in weights
    if hit.level in ("country", "admin1") or (hit.source == "table" and hit.country in (home, "")):
        return hit.country == home or hit.level == "country" or hit.source == "table"
    return hit.population >= (CITY if hit.country == home else WORLD_CITY)


def _spelt_like(name: Name, hit: GazetteerPlace) -> bool:
    """Tell whether a name reads like a foreign entry's own name: keys join too much to be trusted world-wide."""
    return Levenshtein.normalized_similarity(fold(name.text), fold(hit.name)) >= ABROAD_SIMILARITY


def believable(found: Found, setting: Setting, listed: bool) -> tuple[GazetteerPlace, ...]:
    """Return the entries that a name may mean here; none if it is no place name in these words.

    Args:
        found: The name.
        setting: The report.
        listed: True if it stands in a list with another name that is surely a place.
    """
    name, around = found.name, found.around
    home = setting.home
    lands = {iso for iso, weight in setting.weights.items() if weight >= 1.0} | {home}
    hits = [h for h in name.hits if h.country in lands or _prominent(h, home, setting.weights)]
    if not hits and around.typed in ("settlement", "admin1"):
        hits = [h for h in name.hits if home is None or h.country in setting.weights]
    hits = [h for h in hits if h.country == home or h.source == "table" or h.level == "country" or _spelt_like(name, h)]
    hits = [h for h in hits if h.level != "admin2" or found.around.typed == "admin1"] or hits
    strong = around.strong or listed
    lower = name.text.lower()
    single = " " not in name.text and "-" not in name.text
    if single and (lower in words("common") or (lower in setting.common and name.text[0].isupper())):
        strong = around.typed in ("settlement", "part", "admin1", "countryside") or (
            around.strong and not name.title and lower not in setting.common and around.relation in ("in", "near")
            and any(h.country == home for h in hits)
        )  # fmt: skip
        return tuple(hits) if strong else ()
    if name.organisation and not name.facility:
        return tuple(h for h in hits if _prominent(h, home, setting.weights))
    if name.loose and not (around.typed or listed or around.relation in ("in", "near", "between", "road")):
        return ()
    if strong and (
        name.whole
        or name.title
        or around.typed
        or not single
        or any(_prominent(h, home, setting.weights) for h in hits)
    ):
        return tuple(hits)
    if name.loose:
        return ()
    bare_ok = name.whole and not name.title and len(place_key(name.text)) > 3 and name.first > 0
    return tuple(h for h in hits if _prominent(h, home, setting.weights) or (bare_ok and h.country == home))


def _level_fit(hit: GazetteerPlace, around: Around) -> float:
    """Return how well the level of an entry fits the words: a bare name is the town, ``X province`` is not."""
    if hit.level == "admin1":
        return 12.0 if around.typed in ("admin1", "countryside") or around.direction else -2.5
    if hit.level == "admin2":
        return 1.0 if around.typed == "admin1" else -4.0
    if hit.level in ("region", "area", "road"):
        return 2.0
    return -2.0 if around.typed == "admin1" else 1.0


def _score(hit: GazetteerPlace, found: Found, setting: Setting, evidence: _Evidence) -> float:
    score = math.log10(hit.population + 10) * 0.8 + _level_fit(hit, found.around)
    score += HOME if hit.country == setting.home else min(NAMED, setting.weights.get(hit.country, 0.0) * 0.3)
    score += 6.0 if hit.level == "country" else 0.0
    score += 2.5 if hit.source == "table" else 0.0
    score += 2.0 * Levenshtein.normalized_similarity(fold(found.name.text), fold(hit.name))
    if hit.admin1 in evidence.contained:
        score += CONTAINED
    elif hit.admin1 in evidence.admin1:
        score += SAME_SENTENCE
    score += SAME_REPORT * 2 * evidence.shares.get(hit.admin1 or "", 0.0)
    score += HEADING if _on_side(hit, evidence) else 0.0
    if evidence.anchors and hit.level in ("point", "area"):
        nearest = min(distance_km(hit, other) for other in evidence.anchors)
        score += SAME_SENTENCE if nearest < NEAR_KM else SAME_REPORT if nearest < FAR_KM else 0.0
    return score


def _on_side(hit: GazetteerPlace, evidence: _Evidence) -> bool:
    """Tell whether an entry lies on the side of its container that the words name (``northern …``)."""
    middle = evidence.container
    if middle is None or middle.lat is None or middle.lon is None or hit.lat is None or hit.lon is None:
        return False
    sides = {"north": hit.lat > middle.lat, "south": hit.lat < middle.lat}
    sides |= {"east": hit.lon > middle.lon, "west": hit.lon < middle.lon}
    named = [true for side, true in sides.items() if side in evidence.heading]
    return bool(named) and all(named)


def choose(
    hits: Sequence[GazetteerPlace], found: Found, setting: Setting, evidence: _Evidence
) -> GazetteerPlace | None:
    """Return the best of ``hits``; ties go to the first id, so that runs agree."""
    return max(hits, key=lambda h: (round(_score(h, found, setting, evidence), 6), h.id), default=None)


def _evidence(found: Found, every: Sequence[Found], sure: Mapping[int, list[Found]]) -> _Evidence:
    """Gather provinces and sure places from the name's own words, its sentence, and the sentences beside it."""
    evidence = _Evidence()
    container = every[found.within] if found.within is not None else None
    if container is not None and container.entry is not None and container.entry.admin1:
        evidence.contained.add(container.entry.admin1)
        evidence.container, evidence.heading = container.entry, container.around.heading
    for number in (found.sentence - 1, found.sentence, found.sentence + 1):
        for other in sure.get(number, ()):
            if other is found or other.entry is None or place_key(other.name.text) == place_key(found.name.text):
                continue
            if other.entry.admin1 and (number == found.sentence or other.entry.level == "admin1"):
                evidence.admin1.add(other.entry.admin1)
            if other.entry.level in ("point", "area"):
                evidence.anchors.append(other.entry)
    return evidence


def _inside(hit: GazetteerPlace, container: GazetteerPlace, gazetteer: Gazetteer) -> bool:
    """Tell whether an entry can lie in a container: the province agrees, or the town is near."""
    if container.level == "country":
        return hit.country == container.country
    if container.level in ("admin1", "region"):
        return (
            container.admin1 is None
            or hit.admin1 is None
            or hit.admin1 == container.admin1
            or (_twins(hit, container) or gazetteer.touches(hit, container.admin1))
        )
    return distance_km(hit, container) < FAR_KM


def _sentence_area(found: Found, every: Sequence[Found]) -> GazetteerPlace | None:
    """Return the province, or the town, that the sentence names first: the smallest area known around the name."""
    here = [
        f.entry for f in every if f.sentence == found.sentence and f is not found and f.entry and not f.around.actor
    ]
    here = [e for e in here if e.admin1 and e.level in ("admin1", "point", "area")]
    return next((e for e in here if e.level == "admin1"), here[0] if here else None)


_TWINS = frozenset({"Damascus", "Rural Damascus"})


def _twins(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Tell whether two provinces are a capital and the ring around it, which reports do not keep apart."""
    return {one.admin1, other.admin1} <= _TWINS


def resolve(
    every: Sequence[Found], offers: Sequence[tuple[GazetteerPlace, ...]], setting: Setting, gazetteer: Gazetteer
) -> None:
    """Set the entry of each name: first the sure ones, then the others by what lies around them.

    Args:
        every: All names of the report, in order; ``within`` and ``group`` set.
        offers: What each may mean; unknown names have none.
        setting: The report.
        gazetteer: For near spellings of unknown names.
    """
    sure: dict[int, list[Found]] = {}
    for found, hits in zip(every, offers, strict=True):
        first = choose(hits, found, setting, _Evidence())
        points = [h for h in hits if h.country == setting.home and h.level == "point"]
        if first is not None and (len(points) < 2 or first.population >= TOWN or first.level != "point"):
            found.entry = first
            sure.setdefault(found.sentence, []).append(found)
    by_key: dict[str, GazetteerPlace] = {}
    shares = _shares(sure)
    for found, hits in sorted(zip(every, offers, strict=True), key=lambda pair: pair[0].within is None):
        evidence = _evidence(found, every, sure)
        evidence.shares = shares
        found.entry = choose(hits, found, setting, evidence)
        key = place_key(found.name.text)
        if found.entry is not None and found.entry.level == "point":
            found.entry = found.entry if evidence.contained else by_key.get(key, found.entry)
            by_key.setdefault(key, found.entry)
    for found in every:
        _mend(found, every, setting, gazetteer)
    _follow(every)


def _as_region(found: Found) -> bool:
    """Tell whether the words make a region of the name, whatever it meant elsewhere."""
    return found.around.direction or found.around.typed in ("admin1", "countryside")


def _shares(sure: Mapping[int, list[Found]]) -> dict[str, float]:
    """Return how large a share of the report's sure places each province has."""
    named = [f.entry.admin1 for row in sure.values() for f in row if f.entry is not None and f.entry.admin1]
    return {admin1: count / len(named) for admin1, count in Counter(named).items()}


def _follow(every: Sequence[Found]) -> None:
    """Let a name mean what it meant where the report said in which town or province it lies."""
    told = {place_key(f.name.text): f for f in reversed(every) if f.within is not None and f.entry is not None}
    for found in every:
        first = told.get(place_key(found.name.text))
        if first is None or found.within is not None or (found.entry and found.entry.level not in ("point", "admin1")):
            continue
        if first.entry is not None and (not first.known or first.entry.level == "point") and not _as_region(found):
            found.entry, found.known = first.entry, first.known
            typed = found.around.typed or first.around.typed
            found.around = replace(found.around, typed=typed if typed == "part" else found.around.typed)


def _mend(found: Found, every: Sequence[Found], setting: Setting, gazetteer: Gazetteer) -> None:
    """Give a name that the gazetteer lacks there a near spelling inside its container, or the container itself."""
    container = every[found.within].entry if found.within is not None else None
    entry = found.entry
    if entry is not None and (container is None or entry.level != "point" or _inside(entry, container, gazetteer)):
        return
    if entry is not None and (entry.population >= CITY or entry.source == "table") and found.around.typed != "part":
        return
    container = container or _sentence_area(found, every)
    country = container.country if container is not None and container.country else setting.home
    near = gazetteer.lookup_loose(found.name.text, country) if country else ()
    near = tuple(h for h in near if h.level == "point" and (container is None or _inside(h, container, gazetteer)))
    if near and found.around.typed not in ("part",):
        found.entry = choose(near, found, setting, _evidence(found, every, {}))
    elif container is not None:
        found.entry, found.known = _area_of(container, found, gazetteer), False
    elif found.entry is None:
        found.known = False


def _area_of(container: GazetteerPlace, found: Found, gazetteer: Gazetteer) -> GazetteerPlace:
    """Return what gives an unknown name its point: the town for a part of it, else the province."""
    if found.around.typed == "part" or container.admin1 is None or container.level == "admin1":
        return container
    return gazetteer.admin1_of(container.country, container.admin1) or container
