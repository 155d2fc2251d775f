"""What is to be linked anew: mentions in no incident, incidents that lost or changed one, and all that lies near them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly import edtf
from reportedly.records import PlaceValue, Status
from reportedly.store.database import Row, Store
from reportedly.store.judged import Rulings
from reportedly.store.shown import read_shown

LONGEST = 400
"""Days of a mention's date that are looked at: of a longer one (a decade), nothing can be said to be near."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far apart two mentions can lie that a linker may join.

    Attributes:
        days: Between the nearest days that their dates can mean.
        degrees: Of latitude, and of longitude; a place known by its region alone is near all of its country.
    """

    days: int
    degrees: float


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the store that can be linked by itself.

    Attributes:
        incident_ids: Incidents to take apart, sorted.
        mention_ids: Their mentions, and those that are in none, sorted.
    """

    incident_ids: tuple[str, ...]
    mention_ids: tuple[str, ...]


def pending_part(store: Store, rulings: Rulings, reach: Reach) -> Part:
    """Return what a linking has to look at, so that the rest stays as it is.

    Args:
        store: The store, judgements applied.
        rulings: What the judgements come to: the mentions that they tie are looked at.
        reach: How far the linker reaches.
    """
    seeds = set(rulings.tied)
    seeds |= {row[0] for row in store.rows(_LOOSE)} | {row[0] for row in store.rows(_CHANGED)}
    near = seeds | _near(store, seeds, reach)
    rows = store.rows(
        "SELECT incident_id FROM incidents WHERE digest = '' UNION "
        "SELECT incident_id FROM incident_mentions WHERE mention_id IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (json.dumps(sorted(near)),),
    )
    incidents = tuple(row[0] for row in rows)
    members = store.rows(
        "SELECT mention_id FROM incident_mentions WHERE incident_id IN (SELECT value FROM json_each(?))",
        (json.dumps(incidents),),
    )
    return Part(incidents, tuple(sorted(seeds | {row[0] for row in members})))


_EVENT = "m.status = 'event' AND (j.verdict IS NULL OR j.verdict <> 'reject')"

_LOOSE = (
    "SELECT m.mention_id FROM mentions AS m LEFT JOIN judged_mentions AS j USING (mention_id) "
    f"LEFT JOIN incident_mentions AS im USING (mention_id) WHERE im.incident_id IS NULL AND (j.record IS NOT NULL OR {_EVENT})"
)

_CHANGED = "SELECT mention_id FROM incident_mentions JOIN incidents USING (incident_id) WHERE digest = ''"


def _near(store: Store, seeds: set[str], reach: Reach) -> set[str]:
    """Return the mentions that lie within reach of any of ``seeds``, in one pass over all."""
    rows = [
        *store.rows(
            "SELECT mention_id, date_first, date_last, latitude, longitude, place_precision, place, country "
            "FROM mentions LEFT JOIN judged_mentions AS j USING (mention_id) "
            "WHERE status = 'event' AND date_first IS NOT NULL AND j.record IS NULL"
        ),
        *_changed_by_judgement(store),
    ]
    by_day: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row[0] in seeds:
            for day in _days(row, reach.days):
                by_day[day].append(row)
    return {
        row[0]
        for row in rows
        if any(_beside(row, seed, reach.degrees) for day in _days(row, 0) for seed in by_day.get(day, ()))
    }


def _changed_by_judgement(store: Store) -> Iterator[Row]:
    """Yield what ``_near`` asks of the mentions of which a reviewer set a field."""
    ids = [row[0] for row in store.rows("SELECT mention_id FROM judged_mentions WHERE record IS NOT NULL")]
    for mention in (shown.mention for shown in read_shown(store, mention_ids=ids)):
        days = edtf.bounds(mention.date.edtf) if mention.date else None
        if days is not None and mention.status is Status.EVENT:
            where = mention.place or PlaceValue(None, None)
            point = (where.lat, where.lon, where.precision, where.name, where.country)
            yield mention.mention_id, *(day.isoformat() for day in days), *point


def _days(row: Sequence[str], more: int) -> Iterator[int]:
    first, last = date.fromisoformat(row[1]).toordinal(), date.fromisoformat(row[2]).toordinal()
    return iter(range(first - more, last + more + 1)) if last - first <= LONGEST else iter(())


def _beside(one: Row, other: Row, degrees: float) -> bool:
    *_, lat, lon, precision, place, country = one
    *_, lat2, lon2, precision2, place2, country2 = other
    if lat is None or lat2 is None:
        return place is not None and bool(place == place2)
    if 3 in (precision, precision2) and country == country2:
        return True
    return bool(abs(lat - lat2) <= degrees and abs(lon - lon2) <= degrees)
