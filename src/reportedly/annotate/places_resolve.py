"""Choose which entry each name means, by what the whole report says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_records import distance_km
from reportedly.annotate.gazetteer_tables import QUARTER
from reportedly.annotate.placenames import fold, place_key, skeleton
from reportedly.annotate.places_belief import TOWN, Found, Setting
from reportedly.annotate.places_context import Around
from reportedly.annotate.places_mend import follow, mend

HOME, NAMED, CONTAINED, SAME_SENTENCE, SAME_REPORT = 6.0, 2.0, 8.0, 3.0, 1.0
"""Weights, in the order that matters: a container in the words outweighs everything, the report's country outweighs
size, a neighbour in the sentence outweighs one in the report. Chosen by hand, and tried on the development gold."""

HEADING = 1.5
"""Weight of lying on the named side of the container: less than a named neighbour, more than the size of a village."""

LISTED = 2.0
"""Weight of lying beside what another name of the same list may mean: settles lists of which no name is sure."""

FAR = -1.5
"""Weight of lying far from every sure place of the report."""

NEAR_KM, FAR_KM, STRAY_KM = 20.0, 60.0, 120.0
"""Kilometres: neighbours told of in one sentence, places of one theatre, and what is no longer of the same theatre.
``benchmarks/places.py`` prints the spread of distances in UCDP's headlines that these follow."""

MANY = 24
"""Sure places, and readings of a list-mate, that are compared: keeps the work linear in a long report."""


@dataclass(slots=True)
class _Evidence:
    admin1: set[str] = field(default_factory=set)
    contained: set[str] = field(default_factory=set)
    anchors: list[GazetteerPlace] = field(default_factory=list)
    container: GazetteerPlace | None = None
    heading: str = ""
    shares: Mapping[str, float] = field(default_factory=dict)
    report: Sequence[GazetteerPlace] = ()
    mates: Sequence[Sequence[GazetteerPlace]] = ()


_MIDDLE = frozenset({"central", "downtown", "centre", "center"})
"""Parts of a town rather than of the province of its name, as "northern" is."""


def _level_fit(hit: GazetteerPlace, around: Around) -> float:
    """Return how well the level of an entry fits the words: a bare name is the town, ``X province`` is not."""
    if hit.level == "admin1":
        part = around.direction and around.heading not in _MIDDLE
        return 12.0 if around.typed in ("admin1", "countryside") or part else -2.5
    if hit.level == "admin2":
        return 1.0 if around.typed == "admin1" else -4.0
    if hit.level in ("region", "area", "road"):
        return 12.0 if hit.level == "region" and (around.direction or around.typed == "area") else 2.0
    return -2.0 if around.typed == "admin1" else 1.0


def _score(hit: GazetteerPlace, found: Found, setting: Setting, evidence: _Evidence) -> float:
    score = math.log10(hit.population + 10) * 0.8 + _level_fit(hit, found.around)
    abroad = HOME - 1.0 if setting.own(hit.country) else min(NAMED, setting.weights.get(hit.country, 0.0) * 0.3)
    score += HOME if hit.country == setting.home else abroad
    score += 6.0 if hit.level == "country" else 0.0
    score += 2.5 if hit.source == "table" and hit.feature_code != QUARTER else 0.0
    score += 2.0 * Levenshtein.normalized_similarity(fold(found.name.text), fold(hit.name))
    if hit.admin1 in evidence.contained:
        score += CONTAINED
    elif hit.admin1 in evidence.admin1:
        score += SAME_SENTENCE
    score += SAME_REPORT * 2 * evidence.shares.get(hit.admin1 or "", 0.0)
    score += HEADING if _on_side(hit, evidence) else 0.0
    return score + (_nearness(hit, evidence) if hit.level in ("point", "area") else 0.0)


def _nearness(hit: GazetteerPlace, evidence: _Evidence) -> float:
    """Return what distances say for an entry: to the sentence's places, to its list's, to the report's."""
    score = 0.0
    if evidence.anchors:
        nearest = min(distance_km(hit, other) for other in evidence.anchors)
        score += SAME_SENTENCE if nearest < NEAR_KM else SAME_REPORT if nearest < FAR_KM else 0.0
    for mate in evidence.mates:
        nearest = min(distance_km(hit, other) for other in mate)
        score += LISTED if nearest < NEAR_KM else LISTED / 4 if nearest < FAR_KM else 0.0
    if evidence.report:
        nearest = min(distance_km(hit, other) for other in evidence.report)
        score += SAME_REPORT if nearest < FAR_KM else FAR if nearest > STRAY_KM else 0.0
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
    near = container is not None and container.around.near
    if container is not None and not near and container.entry is not None and container.entry.admin1:
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
    sure = _sure(every, offers, setting)
    shares, anchors = _shares(sure), _anchors(sure)
    mates = _mates(every, offers)
    by_key: dict[str, GazetteerPlace] = {}
    for at in sorted(range(len(every)), key=lambda n: every[n].within is None):
        found = every[at]
        evidence = _evidence(found, every, sure)
        evidence.shares = shares
        evidence.report = [a for a in anchors if place_key(a.name) != place_key(found.name.text)]
        evidence.mates = [offer for other, offer in mates.get((found.sentence, found.group), ()) if other != at]
        found.entry = choose(offers[at], found, setting, evidence)
        key = place_key(found.name.text)
        if found.entry is not None and found.entry.level == "point":
            found.entry = found.entry if evidence.contained else by_key.get(key, found.entry)
            by_key.setdefault(key, found.entry)
    _join_spellings(every, offers)
    areas = _Areas(every, anchors)
    for found in every:
        hits = mend(found, areas.of(found), setting, gazetteer)
        if hits:
            found.entry = choose(hits, found, setting, _evidence(found, every, {}))
    _beside(every)
    follow(every)
    _drop_strays(every, anchors)


BESIDE_TOKENS = 7
"""Tokens from a village to the town beside which the words put it ("X, ten kilometres south of Y")."""


def _beside(every: Sequence[Found]) -> None:
    """Take a village's far namesake from a name that the words put beside a town: it has the town's point, loosely."""
    for one, town in pairwise(every):
        entry, anchor = one.entry, town.entry
        told = one.sentence == town.sentence and town.around.near and town.name.first - one.name.last <= BESIDE_TOKENS
        if not told or entry is None or anchor is None or not one.known:
            continue
        village = entry.level == "point" and entry.population < TOWN and entry.source != "table"
        grouped = one.group is not None and one.group == town.group
        if village and not grouped and anchor.level == "point" and distance_km(entry, anchor) > STRAY_KM:
            one.entry, one.known = anchor, False


def _sure(
    every: Sequence[Found], offers: Sequence[tuple[GazetteerPlace, ...]], setting: Setting
) -> dict[int, list[Found]]:
    """Set and return, by sentence, the names that can mean one place of the report's country only."""
    sure: dict[int, list[Found]] = {}
    for found, hits in zip(every, offers, strict=True):
        first = choose(hits, found, setting, _Evidence())
        points = [h for h in hits if h.country == setting.home and h.level == "point"]
        if first is not None and (len(points) < 2 or first.population >= TOWN or first.level != "point"):
            found.entry = first
            if first.population >= TOWN or found.around.strong or first.level != "point":
                sure.setdefault(found.sentence, []).append(found)
    return sure


def _anchors(sure: Mapping[int, list[Found]]) -> list[GazetteerPlace]:
    """Return the report's sure points, the oftenest named first, datelines and origins left out."""
    points = [
        f.entry
        for row in sure.values()
        for f in row
        if f.entry is not None and f.entry.level in ("point", "area") and not f.around.actor
    ]
    counts = Counter(p.id for p in points)
    unique = {p.id: p for p in points}
    return [unique[place_id] for place_id, _ in counts.most_common(MANY)]


def _mates(
    every: Sequence[Found], offers: Sequence[tuple[GazetteerPlace, ...]]
) -> dict[tuple[int, int | None], list[tuple[int, tuple[GazetteerPlace, ...]]]]:
    """Return what the names of each list may mean, by sentence and list, with their places in ``every``."""
    mates: dict[tuple[int, int | None], list[tuple[int, tuple[GazetteerPlace, ...]]]] = {}
    for at, (found, hits) in enumerate(zip(every, offers, strict=True)):
        points = tuple(h for h in hits if h.level in ("point", "area"))[:MANY]
        if found.group is not None and points and len(mates.get((found.sentence, found.group), ())) < MANY:
            mates.setdefault((found.sentence, found.group), []).append((at, points))
    return mates


def _join_spellings(every: Sequence[Found], offers: Sequence[tuple[GazetteerPlace, ...]]) -> None:
    """Let one name spelt in two ways mean one place (``al-Shahil``, ``al-Shuhayil``): one that both can mean."""
    groups: dict[str, list[int]] = {}
    for at, found in enumerate(every):
        key = place_key(found.name.text)
        if found.entry is not None and found.entry.level == "point" and len(skeleton(key)) >= SHORT:
            groups.setdefault(skeleton(key), []).append(at)
    for row in groups.values():
        keys = {place_key(every[at].name.text) for at in row}
        if len(keys) < 2 or max(len(k) for k in keys) - min(len(k) for k in keys) > 2:
            continue
        votes = Counter(h for at in {place_key(every[n].name.text): n for n in row}.values() for h in offers[at])
        best = max(votes, key=lambda h: (votes[h], h.population, h.id), default=None)
        shared = best is not None and (votes[best] > 1 or best.population >= TOWN)
        for at in row if shared else ():
            if every[at].within is None or best in offers[at]:
                every[at].entry = best


SHORT = 2
"""Consonants: two names that share fewer than these are two names."""


class _Areas:
    """The area around a name, found once for each sentence."""

    def __init__(self, every: Sequence[Found], anchors: Sequence[GazetteerPlace]) -> None:
        self._every = every
        self._town = next((a for a in anchors if a.level == "point" and a.population >= MAIN_TOWN), None)
        self._rows: dict[int, list[Found]] = {}
        for found in every:
            self._rows.setdefault(found.sentence, []).append(found)

    def of(self, found: Found) -> tuple[GazetteerPlace | None, GazetteerPlace | None]:
        """Return what the words put around a name, and else the smallest area that its sentence or report names."""
        outer = self._every[found.within] if found.within is not None else None
        container = outer.entry if outer is not None and not outer.around.near else None
        here = [f.entry for f in self._rows[found.sentence] if f is not found and f.entry and not f.around.actor]
        here = [e for e in here if e.admin1 and e.level in ("admin1", "point", "area")]
        if found.around.typed == "part":
            towns = [e for e in here if e.level == "point" and e.population >= MAIN_TOWN]
            return container, next(iter(towns), None) or self._before(found) or self._town
        return container, next((e for e in here if e.level == "admin1"), here[0] if here else None)

    def _before(self, found: Found) -> GazetteerPlace | None:
        """Return the town last told of in the sentences right before: "the neighbourhoods X and Y in the city"."""
        for number in range(found.sentence - 1, found.sentence - 1 - BEFORE, -1):
            rows = self._rows.get(number, ())
            towns = [f.entry for f in rows if f.entry is not None and not f.around.actor and f.around.relation == "in"]
            towns = [e for e in towns if e.level == "point" and e.population >= MAIN_TOWN]
            if towns:
                return towns[-1]
        return None


BEFORE = 2
"""Sentences back in which the town of a quarter is looked for before the report's main one is taken."""

MAIN_TOWN = 20_000
"""People: a town with quarters of which reports tell."""


def _shares(sure: Mapping[int, list[Found]]) -> dict[str, float]:
    """Return how large a share of the report's sure places each province has."""
    named = [f.entry.admin1 for row in sure.values() for f in row if f.entry is not None and f.entry.admin1]
    return {admin1: count / len(named) for admin1, count in Counter(named).items()}


def _drop_strays(every: Sequence[Found], anchors: Sequence[GazetteerPlace]) -> None:
    """Mark weakly cued villages that lie far from all else in the report: they are words or persons."""
    for found in every:
        entry = found.entry
        if entry is None or entry.level != "point" or entry.population >= TOWN or entry.source == "table":
            continue
        others = [a for a in anchors if a.id != entry.id]
        weak = found.name.loose or not (found.around.typed or found.around.plain or found.group is not None)
        if weak and others and min(distance_km(entry, a) for a in others) > STRAY_KM:
            found.dropped = True
