"""Find mentions and incidents by their ids, by the beginning of one, or by an incident's former id."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.errors import StoreError
from reportedly.records import PlaceValue
from reportedly.store.codec import from_json
from reportedly.store.database import Store
from reportedly.store.incident_history import successors

SHORTEST = 4
"""Letters of an id that may stand for it, if no other begins so."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an id means.

    Attributes:
        mention_ids: The mention, or those of the incident, sorted.
        incident_id: The incident; ``None`` where the id is a mention's.
        former: True for an incident that is no more and whose id leads to the one that holds its mentions now.
    """

    mention_ids: tuple[str, ...]
    incident_id: str | None = None
    former: bool = False


def find(store: Store, word: str) -> Found:
    """Return the mention or incident that an id means.

    Raises:
        StoreError: None, or several, have that id; the message says what became of a former incident.
    """
    word = word.strip().lower()
    mentions, incidents = _ids(store, "mention_id", "mentions", word), _ids(store, "incident_id", "incidents", word)
    if len(mentions) + len(incidents) > 1:
        raise StoreError(f"{store.path}: {word}: several ids begin so: {', '.join([*incidents, *mentions][:4])}")
    if mentions:
        return Found(tuple(mentions))
    if incidents:
        return Found(mentions_of(store, incidents), incidents[0])
    now = tuple(sorted({ident for former in _former(store, word) for ident in successors(store, former)}))
    if len(now) == 1:
        return Found(mentions_of(store, now), now[0], former=True)
    if now:
        raise StoreError(f"{store.path}: {word}: this incident was parted; it is now {', '.join(now)}")
    if _former(store, word):
        raise StoreError(f"{store.path}: {word}: this incident is no more: its reports are rejected, or tell no event")
    if len(word) < SHORTEST:
        raise StoreError(f"{store.path}: {word!r}: too short for an id; write {SHORTEST} digits of it at least")
    raise StoreError(f"{store.path}: {word}: no incident or mention has this id; `reportedly incidents` lists them")


def _former(store: Store, word: str) -> list[str]:
    """Return the ids of incidents that are no more and begin so."""
    if len(word) < SHORTEST:
        return []
    sql = "SELECT DISTINCT from_incident FROM incident_history WHERE substr(from_incident, 1, ?) = ?"
    return [row[0] for row in store.rows(sql, (len(word), word))]


def find_current(store: Store, word: str) -> Found:
    """Return the mention or incident that an id means to whoever judges: of a former incident the mentions that it held.

    Raises:
        StoreError: As for ``find``; or nothing is left of what the former incident held.
    """
    found = find(store, word)
    if not found.former:
        return found
    own = tuple(ident for ident in former_mentions(store, word) if ident in found.mention_ids)
    if not own:
        raise StoreError(f"{store.path}: {word}: a former incident, of which nothing is left; name mentions instead")
    return Found(own, found.incident_id, former=True)


def former_mentions(store: Store, word: str) -> tuple[str, ...]:
    """Return the mentions that left incidents which are no more and begin so, sorted."""
    rows = store.rows(
        "SELECT mentions FROM incident_history WHERE from_incident IN (SELECT value FROM json_each(?))",
        (json.dumps(_former(store, word.strip().lower())),),
    )
    return tuple(sorted({ident for (mentions,) in rows for ident in json.loads(mentions)}))


def find_incident(store: Store, word: str) -> str:
    """Return the incident that an id means, be it a mention's or a former incident's.

    Raises:
        StoreError: None, or several; or a mention that is in no incident.
    """
    found = find(store, word)
    if found.incident_id is not None:
        return found.incident_id
    homes = incidents_of(store, found.mention_ids)
    if not homes:
        raise StoreError(f"{store.path}: {word}: this mention is in no incident: it is no event, or it is rejected")
    return homes[0]


def _ids(store: Store, column: str, table: str, word: str) -> list[str]:
    if store.row(f"SELECT 1 FROM {table} WHERE {column} = ?", (word,)):
        return [word]
    if len(word) < SHORTEST:
        return []
    rows = store.rows(f"SELECT {column} FROM {table} WHERE substr({column}, 1, ?) = ? LIMIT 5", (len(word), word))
    return sorted(row[0] for row in rows)


def mentions_of(store: Store, incident_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the mentions of incidents, sorted."""
    rows = store.rows(
        "SELECT mention_id FROM incident_mentions WHERE incident_id IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (json.dumps(list(incident_ids)),),
    )
    return tuple(row[0] for row in rows)


def incidents_of(store: Store, mention_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the incidents that hold any of these mentions, sorted."""
    rows = store.rows(
        "SELECT DISTINCT incident_id FROM incident_mentions WHERE mention_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY 1",
        (json.dumps(list(mention_ids)),),
    )
    return tuple(row[0] for row in rows)


def places_named(store: Store, name: str) -> tuple[PlaceValue, ...]:
    """Return the places of a name, as reports or a gazetteer write it, that mentions of the store lie at, each once."""
    rows = store.rows(
        "SELECT DISTINCT json_extract(record, '$.place') FROM mentions WHERE place = ? OR gazetteer_name = ? ORDER BY 1",
        (name, name),
    )
    found = (replace(from_json(PlaceValue, row[0]), span=None) for row in rows)
    return tuple(dict.fromkeys(found))
