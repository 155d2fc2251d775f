"""Totals and counts that reports give, held against the incidents of the store: what it lacks at the least.

An aggregate ("34 civilians were killed in May") and a count of a series ("the fifth such attack in two weeks") are no
incidents. Every incident that they may count is set against them, so that a gap is a lower bound: at least so many
deaths, or so many deeds, are told of and not in the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, hypot, radians
from typing import Final

from reportedly import edtf, script_free
from reportedly.annotate.dates import find_dates
from reportedly.codebook import Range
from reportedly.link import kinds_alike, one_culprit, read_range
from reportedly.records import Claim, Mention, PlaceValue, Role, Series, Status, Toll
from reportedly.store import HeldIncident, ShownMention, Store, read_held, read_shown

REACH_KM: Final = 25.0
"""Kilometres round a named point within which a total may count an incident (codebook, "Scoring": places)."""

KILOMETRES_A_DEGREE: Final = 111.195


@dataclass(frozen=True, slots=True)
class Held:
    """The incidents of the store that a total or a count may mean.

    Attributes:
        first: First day of the stretch of time; ``None`` where it is open.
        last: Last day.
        incident_ids: The incidents, sorted.
        near: Those of them in the province of the place.
        killed: Their killed in all, low, best and high (``None`` is open-ended); ``None`` where none tells a number.
        injured: Likewise.
    """

    first: date | None
    last: date | None
    incident_ids: tuple[str, ...]
    near: tuple[str, ...]
    killed: Range | None
    injured: Range | None


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A total or habit that a report tells.

    Attributes:
        shown: The mention.
        held: What the store has of its time, place, kind and doer; ``None`` where the report tells no time.
        missing_killed: How many killed the store lacks at the least; ``None`` where that cannot be told.
        missing_injured: Likewise.
    """

    shown: ShownMention
    held: Held | None
    missing_killed: int | None
    missing_injured: int | None


@dataclass(frozen=True, slots=True)
class SeriesCount:
    """A claim that an incident is one of a series.

    Attributes:
        mention: The mention that holds the claim.
        claim: The claim.
        series: What it counts.
        held: What the store has of the series.
        missing: How many incidents of the series the store lacks at the least.
    """

    mention: Mention
    claim: Claim
    series: Series
    held: Held
    missing: int


def aggregates(store: Store) -> Iterator[Aggregate]:
    """Yield the aggregates of the store, report by report, each with what the store holds."""
    for shown in read_shown(store):
        mention = shown.mention
        if mention.status is Status.AGGREGATE:
            bounds = edtf.bounds(mention.date.edtf) if mention.date else None
            held = _held(store, mention, *bounds) if bounds else None
            killed, injured = (held.killed, held.injured) if held else (None, None)
            lacks = (_lacking(mention.killed, held, killed), _lacking(mention.injured, held, injured))
            yield Aggregate(shown, held, *lacks)


def _lacking(told: Toll | None, held: Held | None, count: Range | None) -> int | None:
    """Return by how much the lowest that is told is above the highest that is held."""
    if told is None or held is None or (count is not None and count[2] is None):
        return None
    most = 0 if count is None else count[2] or 0
    return max(0, told.low - most)


def series_counts(store: Store, mentions: Iterable[Mention]) -> Iterator[SeriesCount]:
    """Yield the counts of a series that are claimed in the mentions of one incident, in their order."""
    for mention in mentions:
        for claim in mention.claims:
            if claim.series is not None:
                held = _held(store, mention, *_stretch(mention, claim.series))
                yield SeriesCount(
                    mention, claim, claim.series, held, max(0, claim.series.number - len(held.incident_ids))
                )


def _stretch(mention: Mention, series: Series) -> tuple[date | None, date | None]:
    """Return the days that a series runs over, up to the incident's own; the first is ``None`` where none is told."""
    bounds = edtf.bounds(mention.date.edtf) if mention.date else None
    last = bounds[1] if bounds else mention.report.published
    told = series.window.text if series.window else ""
    for words in (told, f"in {told}", f"in the past {told}"):
        found = [d for d in find_dates(words, 0, mention.report.published or last) if d.edtf]
        window = edtf.bounds(found[0].edtf or "") if found else None
        if window is not None and (last is None or window[0] <= last):
            return window[0], min(window[1], last or window[1])
    return None, last


def _held(store: Store, mention: Mention, first: date | None, last: date | None) -> Held:
    place = mention.place
    country = place.country if place else None
    doers = tuple(a.name for a in mention.actors if a.role is Role.PERPETRATOR)
    kinds = kinds_alike(mention.sub_event_type)
    series = mention.status is Status.EVENT
    found = [
        held
        for held in read_held(store, first, last, country, kinds)
        if _may_be_by(held, doers) and (series or place is None or _may_be_in(held, place))
    ]
    near = [h.incident_id for h in found if place and place.admin1 and h.admin1 in (None, place.admin1)]
    return Held(
        first,
        last,
        tuple(h.incident_id for h in found),
        tuple(near),
        _sum(h.killed for h in found),
        _sum(h.injured for h in found),
    )


def _may_be_by(held: HeldIncident, doers: tuple[str, ...]) -> bool:
    """Return whether an incident's doers can be those of a total; where either names none, they can."""
    pairs = ((one, other) for one in doers for other in held.perpetrators)
    return not doers or not held.perpetrators or any(one == other or one_culprit(one, other) for one, other in pairs)


def _may_be_in(held: HeldIncident, place: PlaceValue) -> bool:
    """Return whether an incident can lie in a total's place: in its province, and near its point if it has one."""
    if place.admin1 and held.admin1 and place.admin1 != held.admin1:
        return False
    whole = script_free.key(place.gazetteer_name or "") in ("", script_free.key(place.admin1 or ""))
    if place.precision == 3 or whole or None in (place.lat, place.lon, held.lat, held.lon):
        return True
    return _kilometres(place, held) <= REACH_KM


def _kilometres(place: PlaceValue, held: HeldIncident) -> float:
    lat, lon, other, away = (value or 0.0 for value in (place.lat, place.lon, held.lat, held.lon))
    return KILOMETRES_A_DEGREE * hypot(lat - other, (lon - away) * cos(radians((lat + other) / 2)))


def _sum(tolls: Iterable[str | None]) -> Range | None:
    counts = [count for text in tolls if text and (count := read_range(text)) is not None]
    if not counts:
        return None
    highs = [high for _, _, high in counts if high is not None]
    open_ended = len(highs) < len(counts)
    return sum(low for low, _, _ in counts), sum(best for _, best, _ in counts), None if open_ended else sum(highs)
