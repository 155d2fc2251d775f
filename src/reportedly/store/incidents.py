"""Write incidents: only those that changed, with what became of the earlier ones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from reportedly import edtf
from reportedly.codebook import SUB_EVENT_TYPES, Range
from reportedly.incidents import Incident, Link
from reportedly.records import Mention, PlaceValue, content_id
from reportedly.store.codec import as_bytes, to_json, writable
from reportedly.store.database import Row, Store
from reportedly.store.incident_history import Cause, write_history
from reportedly.store.incident_marks import LinkState, write_state

_COLUMNS = (
    "incident_id event_type sub_event_type date date_first date_last place admin1 country latitude longitude "
    "place_precision killed killed_low killed_best killed_high injured injured_low injured_best injured_high perpetrator "
    "target weapon grade reason link_group digest record"
)

_TELLING_COLUMNS = (
    "incident_id field position value claimant claimant_kind claimant_actor_id stance mention_id independent_source "
    "partial toll_update"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An incident with what it was made of.

    Attributes:
        incident: The incident.
        mentions: Its mentions, judgements applied.
        links: The compared pairs among them.
        group: Name of what must be linked anew as a whole once one of these mentions changes.
        keys: For each mention, the keys under which a new one finds it.
        tolls: Low, best and high of ``killed`` and ``injured``, where they are known; ``None`` is open-ended.
    """

    incident: Incident
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    group: str
    keys: tuple[tuple[str, ...], ...] = ()
    tolls: Mapping[str, Range] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Hash of all that is stored of it."""
        places = [to_json(m.place) for m in self.mentions if m.place]
        return content_id(to_json(self.incident), self.group, *places, *map(to_json, self.links))


def key_number(key: str) -> int:
    """Return a key as the whole number that stands for it in the store; that two share one does no harm."""
    return int.from_bytes(hashlib.sha256(as_bytes(key)).digest()[:8], "big", signed=True)


def save_incidents(
    store: Store, made: Sequence[Told], cause: Cause, when: datetime, state: LinkState
) -> tuple[int, int]:
    """Make ``made`` the incidents, in one transaction; one that is as it was is not touched.

    Args:
        store: The store.
        made: All incidents, or those that take the place of ``cause.instead_of``.
        cause: What led to it.
        when: UTC.
        state: How up to date the incidents then are.

    Returns:
        How many incidents are new, and how many are gone.

    Raises:
        StoreError: The disk is full; the store stays as it was.
    """
    with store.transaction():
        old = _digests(store, cause)
        digests = {told.incident.incident_id: told.digest for told in made}
        write_history(store, {t.incident.incident_id: (t.incident.mention_ids, t.links) for t in made}, cause, when)
        if cause.instead_of is None:
            store.write("DELETE FROM link_keys")
        outdated = sorted(ident for ident, digest in old.items() if digests.get(ident) != digest)
        store.write_all("DELETE FROM incidents WHERE incident_id = ?", [(ident,) for ident in outdated])
        for told in made:
            if old.get(told.incident.incident_id) != digests[told.incident.incident_id]:
                _put(store, told, digests[told.incident.incident_id])
                _put_keys(store, told)
            elif cause.instead_of is None:
                _put_keys(store, told)
        write_state(store, state)
    return len(set(digests) - set(old)), len(set(old) - set(digests))


def _digests(store: Store, cause: Cause) -> dict[str, str]:
    if cause.instead_of is None:
        rows = store.rows("SELECT incident_id, digest FROM incidents")
    else:
        ids = (json.dumps(cause.instead_of),)
        rows = store.rows(
            "SELECT incident_id, digest FROM incidents WHERE incident_id IN (SELECT value FROM json_each(?))", ids
        )
    return {row[0]: row[1] for row in rows}


def _put(store: Store, told: Told, digest: str) -> None:
    incident = told.incident
    ident = incident.incident_id
    store.insert("incidents", _COLUMNS, _values(told, digest))
    store.insert("incident_mentions", "mention_id incident_id", *((m, ident) for m in incident.mention_ids))
    store.insert(
        "incident_fields",
        "incident_id field position summary grade reason",
        *(
            (ident, f.field, n, _text(f.summary), f.grade.value, writable(f.reason))
            for n, f in enumerate(incident.fields)
        ),
    )
    store.insert("tellings", _TELLING_COLUMNS, *_tellings(incident))
    store.insert(
        "links",
        "left_mention right_mention incident_id probability",
        *((link.left, link.right, ident, link.probability) for link in told.links),
    )
    store.insert(
        "link_reasons",
        "left_mention right_mention position comparison words weight",
        *(
            (link.left, link.right, n, reason.comparison, writable(reason.words), reason.weight)
            for link in told.links
            for n, reason in enumerate(link.reasons)
        ),
    )


def _put_keys(store: Store, told: Told) -> None:
    rows = ((key_number(key), m.mention_id) for m, keys in zip(told.mentions, told.keys, strict=True) for key in keys)
    store.write_all("INSERT OR IGNORE INTO link_keys (key, mention_id) VALUES (?, ?)", rows)


def _text(value: str | None) -> str | None:
    return None if value is None else writable(value)


def _tellings(incident: Incident) -> Iterable[Row]:
    for own in incident.fields:
        for number, told in enumerate(own.tellings):
            who = (writable(told.claimant.text), told.claimant.kind.value, told.claimant.actor_id)
            value = _text(told.value)
            source = (told.stance.value, told.mention_id, writable(told.source), int(told.partial), told.update)
            yield incident.incident_id, own.field, number, value, *who, *source


def _values(told: Told, digest: str) -> Row:
    incident = told.incident
    shown = {f.field: _text(f.summary) for f in incident.fields}
    place, kind = _point(told, shown.get("place")), shown.get("type")
    bounds = _bounds(told, shown.get("date"))
    where = (place.lat, place.lon, place.precision) if place else (None, None, None)
    return (
        incident.incident_id,
        SUB_EVENT_TYPES.get(kind) if kind else None,
        kind,
        shown.get("date"),
        *((bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)),
        shown.get("place"),
        *(_text(value) for value in ((place.admin1, place.country) if place else (None, None))),
        *where,
        *(
            cell
            for name in ("killed", "injured")
            for cell in (shown.get(name), *told.tolls.get(name, (None, None, None)))
        ),
        *(shown.get(name) for name in ("perpetrator", "target", "weapon")),
        incident.grade.value,
        writable(incident.reason),
        told.group,
        digest,
        to_json(incident),
    )


def _point(told: Told, shown: str | None) -> PlaceValue | None:
    """Return the place whose point stands for the incident: by the shown name first, then the most precise."""
    places = [
        (m.place.name != shown, m.place.lat is None, m.place.precision, m.mention_id, m.place)
        for m in told.mentions
        if m.place
    ]
    return min(places, key=lambda found: found[:4])[4] if places else None


def _bounds(told: Told, shown: str | None) -> tuple[date, date] | None:
    """Return the first and last day that the incident can have: of the shown date, else of what its mentions say."""
    own = edtf.bounds(shown) if shown else None
    if own is not None:
        return own
    found = [b for m in told.mentions if m.date and (b := edtf.bounds(m.date.edtf))]
    return (min(b[0] for b in found), max(b[1] for b in found)) if found else None
