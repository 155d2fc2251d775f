"""Mentions in the store: the current coding of each report, and what earlier runs had coded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from reportedly import edtf
from reportedly.records import Claim, Mention, Toll
from reportedly.store.codec import from_json, to_json, writable
from reportedly.store.database import Row, Store
from reportedly.store.incident_marks import mark_changed
from reportedly.store.reports import ref_of

_REPORT = frozenset({"report"})

_COLUMNS = (
    "mention_id report_id run_id status event_type sub_event_type trigger_text trigger_start trigger_end quote "
    "quote_start quote_end date date_first date_last place gazetteer_id gazetteer_name admin1 country latitude longitude "
    "place_precision killed_low killed_best killed_high injured_low injured_best injured_high weapon record"
)

_ACTOR_COLUMNS = "mention_id position role name actor_id text start_offset end_offset"


CLAIM_COLUMNS = (
    "mention_id position field value claimant claimant_kind claimant_actor_id stance quote start_offset end_offset cue "
    "scope via distance party series_number"
)

ORDER = "r.file, r.part, r.start_offset, m.report_id, m.trigger_start, m.sub_event_type, m.mention_id"
"""The order of mentions wherever they are read: the same whatever the order in which they came."""


def put_mentions(store: Store, report_id: str, mentions: Sequence[Mention], run_id: int) -> bool:
    """Make ``mentions`` the current ones of a report; what they change or miss goes to the history.

    Returns:
        Whether anything changed.
    """
    rows = store.rows("SELECT mention_id, record FROM mentions WHERE report_id = ?", (writable(report_id),))
    old: dict[str, str] = {row[0]: row[1] for row in rows}
    # Two rows of one id would be one event told twice by the same words: the first is kept.
    new = {m.mention_id: m for m in reversed(mentions)}
    records = {ident: to_json(m, _REPORT) for ident, m in new.items()}
    gone = sorted(ident for ident in old if records.get(ident) != old[ident])
    _to_history(store, gone, run_id)
    mark_changed(store, gone)
    store.write_all("DELETE FROM mentions WHERE mention_id = ?", [(i,) for i in gone if i not in new])
    _replace(store, [new[i] for i in gone if i in new], run_id)
    added = [m for m in reversed(new.values()) if m.mention_id not in old]
    store.insert("mentions", _COLUMNS, *(_values(m, run_id) for m in added))
    _put_parts(store, added)
    return bool(gone or added)


def _to_history(store: Store, mention_ids: Sequence[str], run_id: int) -> None:
    store.write_all(
        "INSERT INTO mention_history (mention_id, report_id, run_id, superseded_by_run, record) "
        "SELECT mention_id, report_id, run_id, ?, record FROM mentions WHERE mention_id = ?",
        [(run_id, ident) for ident in mention_ids],
    )


def _replace(store: Store, mentions: Sequence[Mention], run_id: int) -> None:
    """Write mentions over their older selves; links and incidents that hold them stay until the next linking."""
    names = _COLUMNS.split()
    changes = ", ".join(f"{name} = ?" for name in names)
    ids = [(m.mention_id,) for m in mentions]
    store.write_all("DELETE FROM mention_actors WHERE mention_id = ?", ids)
    store.write_all("DELETE FROM claims WHERE mention_id = ?", ids)
    store.write_all(
        f"UPDATE mentions SET {changes} WHERE mention_id = ?", [(*_values(m, run_id), m.mention_id) for m in mentions]
    )
    _put_parts(store, mentions)


def _put_parts(store: Store, mentions: Iterable[Mention]) -> None:
    mentions = tuple(mentions)
    store.insert("mention_actors", _ACTOR_COLUMNS, *(row for m in mentions for row in _actor_rows(m)))
    store.insert(
        "claims",
        CLAIM_COLUMNS,
        *(claim_values(m.mention_id, number, c) for m in mentions for number, c in enumerate(m.claims)),
    )


def _text(value: str | None) -> str | None:
    return None if value is None else writable(value)


def _toll(toll: Toll | None) -> Row:
    return (None, None, None) if toll is None else (toll.low, toll.best, toll.high)


def _actor_rows(mention: Mention) -> Iterator[Row]:
    for number, actor in enumerate(mention.actors):
        words = (writable(actor.name), writable(actor.actor_id), writable(actor.span.text))
        yield mention.mention_id, number, actor.role.value, *words, actor.span.start, actor.span.end


def claim_values(mention_id: str, position: int, claim: Claim) -> Row:
    """Return the cells of a claim in the order of the table's columns, from ``mention_id`` on."""
    who = claim.claimant
    return (
        mention_id,
        position,
        claim.field,
        _text(claim.value),
        writable(who.text),
        who.kind.value,
        who.actor_id,
        claim.stance.value,
        writable(claim.span.text),
        claim.span.start,
        claim.span.end,
        writable(claim.cue.text) if claim.cue else None,
        writable(claim.scope.text) if claim.scope else None,
        writable("; ".join(c.text for c in claim.via)) if claim.via else None,
        writable(claim.distance.text) if claim.distance else None,
        claim.party.value if claim.party else None,
        claim.series.number if claim.series else None,
    )


def _values(mention: Mention, run_id: int) -> Row:
    place, day = mention.place, mention.date
    bounds = edtf.bounds(day.edtf) if day else None
    where = (
        (place.name, place.gazetteer_id, place.gazetteer_name, place.admin1, place.country) if place else (None,) * 5
    )
    return (
        mention.mention_id,
        writable(mention.report.id),
        run_id,
        mention.status.value,
        writable(mention.event_type),
        writable(mention.sub_event_type),
        writable(mention.trigger.text),
        mention.trigger.start,
        mention.trigger.end,
        writable(mention.quote.text),
        mention.quote.start,
        mention.quote.end,
        _text(day.edtf) if day else None,
        *((bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)),
        *(_text(value) for value in where),
        *((place.lat, place.lon, place.precision) if place else (None, None, None)),
        *_toll(mention.killed),
        *_toll(mention.injured),
        writable(mention.weapon.name) if mention.weapon else None,
        to_json(mention, _REPORT),
    )


def read_mentions(store: Store, mention_ids: Sequence[str] | None = None) -> Iterator[Mention]:
    """Yield current mentions as coded, report by report; all of them, or those asked for."""
    sql = f"SELECT m.record, m.report_id, r.record FROM mentions AS m JOIN reports AS r USING (report_id) {{}} ORDER BY {ORDER}"
    if mention_ids is None:
        yield from _mentions(store.rows(sql.format("")))
        return
    with_ids = sql.format("WHERE m.mention_id IN (SELECT value FROM json_each(?))")
    yield from _mentions(store.rows(with_ids, (json.dumps(list(mention_ids)),)))


def _mentions(rows: Iterable[Row]) -> Iterator[Mention]:
    seen, ref = None, None
    for record, report_id, report in rows:
        if report_id != seen:
            seen, ref = report_id, ref_of(report)
        yield from_json(Mention, record, report=ref)
