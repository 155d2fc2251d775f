"""What readers see: mentions with judgements applied, and incidents, filtered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly import script_free
from reportedly.incidents import Grade, Incident, Link, Reason
from reportedly.records import Mention
from reportedly.store.codec import from_json
from reportedly.store.database import Row, Store
from reportedly.store.mentions import ORDER
from reportedly.store.reports import ref_of


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A mention as readers see it.

    Attributes:
        mention: The mention, with the fields that reviewers set.
        incident_id: Its incident; ``None`` for what is no event, for what is rejected and before linking.
        verdict: ``accept`` or ``reject``, where a reviewer said so.
        judgements: Ids of the judgements that concern it, in order.
    """

    mention: Mention
    incident_id: str | None
    verdict: str | None
    judgements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """An incident with what a table shows beside its fields.

    Attributes:
        incident: The incident.
        event_type: ACLED's event type above its sub-event type.
        admin1: Province of the place.
        country: ISO 3166-1 alpha-2.
        lat: Degrees north, WGS 84.
        lon: Degrees east, WGS 84.
        precision: Of the place, 1 to 3.
        reports: How many reports tell it.
        sources: The outlets that tell it, sorted.
    """

    incident: Incident
    event_type: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    reports: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents are asked for; what is ``None`` is not asked.

    Attributes:
        first: Those that may have happened on this day or later.
        last: Those that may have happened on this day or before.
        place: Part of a place's or province's name, or the name in another script or spelling.
        type: Part of the name of an event type or sub-event type.
        types: These event types or sub-event types alone.
        actor: Part of an actor's name, or its id, in any role and any telling.
        actors: Neutral names of actors that are meant as well.
        grade: The grade of the event.
        incident_ids: These alone.
    """

    first: date | None = None
    last: date | None = None
    place: str | None = None
    type: str | None = None
    actor: str | None = None
    grade: Grade | None = None
    incident_ids: tuple[str, ...] | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


def read_shown(
    store: Store, rejected: bool = False, mention_ids: Sequence[str] | None = None
) -> Iterator[ShownMention]:
    """Yield the current mentions as readers see them, report by report, always in the same order.

    Args:
        store: The store.
        rejected: Also those that a reviewer rejected.
        mention_ids: These alone.
    """
    wanted: list[str] = []
    values: tuple[str, ...] = ()
    if not rejected:
        wanted.append("(j.verdict IS NULL OR j.verdict <> 'reject')")
    if mention_ids is not None:
        wanted.append("m.mention_id IN (SELECT value FROM json_each(?))")
        values = (json.dumps(list(mention_ids)),)
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    rows = store.rows(
        "SELECT coalesce(j.record, m.record), m.report_id, r.record, im.incident_id, j.verdict, j.judgements "
        "FROM mentions AS m JOIN reports AS r USING (report_id) LEFT JOIN judged_mentions AS j USING (mention_id) "
        f"LEFT JOIN incident_mentions AS im USING (mention_id) {where} ORDER BY {ORDER}",
        values,
    )
    seen, ref = None, None
    for record, report_id, report, incident_id, verdict, judgements in rows:
        if report_id != seen:
            seen, ref = report_id, ref_of(report)
        mention = from_json(Mention, record, report=ref)
        yield ShownMention(mention, incident_id, verdict, tuple(json.loads(judgements)) if judgements else ())


_INCIDENTS = """
SELECT i.record, i.event_type, i.admin1, i.country, i.latitude, i.longitude, i.place_precision,
    (SELECT count(DISTINCT m.report_id) FROM incident_mentions AS im JOIN mentions AS m USING (mention_id)
        WHERE im.incident_id = i.incident_id),
    (SELECT json_group_array(source) FROM (SELECT DISTINCT r.source FROM incident_mentions AS im
        JOIN mentions AS m USING (mention_id) JOIN reports AS r USING (report_id)
        WHERE im.incident_id = i.incident_id AND r.source IS NOT NULL ORDER BY r.source))
FROM incidents AS i
"""

_OF_INCIDENT = "FROM incident_mentions AS im JOIN mentions AS m USING (mention_id) WHERE im.incident_id = i.incident_id"


def read_incidents(store: Store, wanted: IncidentFilter = IncidentFilter()) -> Iterator[ShownIncident]:
    """Yield incidents by date, place and id; those without a date come last."""
    where, values = _conditions(store, wanted)
    order = "ORDER BY i.date_first IS NULL, i.date_first, i.date_last, i.place, i.incident_id"
    for row in store.rows(f"{_INCIDENTS} {where} {order}", values):
        yield _incident(row)


def _incident(row: Row) -> ShownIncident:
    record, event_type, admin1, country, lat, lon, precision, reports, sources = row
    incident = from_json(Incident, record)
    return ShownIncident(
        incident, event_type, admin1, country, lat, lon, precision, reports, tuple(json.loads(sources))
    )


def _conditions(store: Store, wanted: IncidentFilter) -> tuple[str, list[object]]:
    found: list[tuple[str, tuple[object, ...]]] = []
    if wanted.first:
        found.append(("i.date_last >= ?", (wanted.first.isoformat(),)))
    if wanted.last:
        found.append(("i.date_first <= ?", (wanted.last.isoformat(),)))
    if wanted.grade:
        found.append(("i.grade = ?", (wanted.grade.value,)))
    if wanted.incident_ids is not None:
        found.append(("i.incident_id IN (SELECT value FROM json_each(?))", (json.dumps(wanted.incident_ids),)))
    if wanted.type:
        found.append((f"({_like('i.event_type')} OR {_like('i.sub_event_type')})", (_part(wanted.type),) * 2))
    if wanted.types:
        named = "IN (SELECT value FROM json_each(?))"
        found.append((f"(i.event_type {named} OR i.sub_event_type {named})", (json.dumps(wanted.types),) * 2))
    if wanted.place:
        found.append(_place(store, wanted.place))
    if wanted.actor:
        found.append(_actor(wanted.actor, json.dumps(wanted.actors)))
    where = " AND ".join(sql for sql, _ in found)
    return f"WHERE {where}" if where else "", [value for _, values in found for value in values]


def _like(column: str) -> str:
    return f"{column} LIKE ? ESCAPE '\\'"


def _part(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _place(store: Store, words: str) -> tuple[str, tuple[object, ...]]:
    """Return the condition on a place: part of a name, or a name that another script or spelling writes like it."""
    key = script_free.key(words)
    columns = ("m.place", "m.gazetteer_name", "m.admin1")
    names = {name for row in store.rows("SELECT DISTINCT place, gazetteer_name, admin1 FROM mentions") for name in row}
    alike = json.dumps(sorted(name for name in names if name and key and script_free.key(name) == key))
    parts = " OR ".join(f"{_like(column)} OR {column} IN (SELECT value FROM json_each(?))" for column in columns)
    inside = f"EXISTS (SELECT 1 {_OF_INCIDENT} AND ({parts}))"
    return f"({_like('i.place')} OR {inside})", (_part(words), *(_part(words), alike) * 3)


def _actor(words: str, names: str) -> tuple[str, tuple[object, ...]]:
    """Return the condition on an actor: part of a name, an id, or one of ``names`` (JSON)."""
    named = "IN (SELECT value FROM json_each(?))"
    coded = (
        "SELECT 1 FROM incident_mentions AS im JOIN mention_actors AS a USING (mention_id) "
        f"WHERE im.incident_id = i.incident_id AND ({_like('a.name')} OR a.actor_id = ? OR a.name {named})"
    )
    told = (
        "SELECT 1 FROM tellings AS t WHERE t.incident_id = i.incident_id "
        f"AND t.field IN ('perpetrator', 'target') AND ({_like('t.value')} OR t.value {named})"
    )
    return f"(EXISTS ({coded}) OR EXISTS ({told}))", (_part(words), words, names, _part(words), names)


def read_links(store: Store, incident_id: str) -> tuple[Link, ...]:
    """Return the compared pairs of an incident, by their ids."""
    reasons: dict[tuple[str, str], list[Reason]] = {}
    for left, right, comparison, words, weight in store.rows(
        "SELECT r.left_mention, r.right_mention, r.comparison, r.words, r.weight FROM link_reasons AS r "
        "JOIN links USING (left_mention, right_mention) WHERE incident_id = ? ORDER BY 1, 2, r.position",
        (incident_id,),
    ):
        reasons.setdefault((left, right), []).append(Reason(comparison, words, weight))
    rows = store.rows(
        "SELECT left_mention, right_mention, probability FROM links WHERE incident_id = ? ORDER BY 1, 2", (incident_id,)
    )
    return tuple(Link(left, right, chance, tuple(reasons.get((left, right), ()))) for left, right, chance in rows)
