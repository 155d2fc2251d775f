"""What became of incidents: made, joined, parted, changed, ended, each with when and why."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.incidents import Link
from reportedly.store.codec import writable
from reportedly.store.database import Row, Store

Members = Mapping[str, tuple[tuple[str, ...], tuple[Link, ...]]]
"""The mention ids and links of incidents."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What led to a change of incidents.

    Attributes:
        words: In words, for a reader.
        run_id: The run that linked.
        judgement_id: The judgement that was applied.
        instead_of: Incidents that may change; ``None`` if all may.
    """

    words: str
    run_id: int | None = None
    judgement_id: str | None = None
    instead_of: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One step in an incident's history.

    Attributes:
        at: UTC, ISO 8601.
        change: ``made``, ``joined``, ``parted``, ``changed`` (mentions are gone from it) or ``ended``.
        incident_id: The incident that came of it.
        former: The incident that its mentions were in; ``None`` for mentions that were in none.
        mention_ids: The mentions that this step concerns.
        why: In words.
    """

    at: str
    change: str
    incident_id: str
    former: str | None
    mention_ids: tuple[str, ...]
    why: str


def explained(link: Link) -> str:
    """Return why two mentions were joined, in words and weights: ``same day +4.1, 2 km apart +5.9``."""
    return ", ".join(f"{reason.words} {reason.weight:+.1f}" for reason in link.reasons)


def write_history(store: Store, made: Members, cause: Cause, when: datetime) -> None:
    """Write what a linking changes; to be called before the incidents are written.

    Args:
        store: The store, as it was before.
        made: The incidents as they will be.
        cause: What led to it.
        when: UTC.
    """
    old = _members(store, cause)
    new = {ident: members for ident, members in made.items() if ident not in old}
    rows = [*_changes(old, new, cause)]
    went = {former for _, _, former, _, _ in rows}
    rows += [("ended", i, i, (), cause.words) for i in sorted(set(old) - set(made) - went)]
    at = when.isoformat(timespec="seconds")
    store.insert(
        "incident_history",
        "at run_id judgement_id change incident_id from_incident mentions why",
        *(
            (at, cause.run_id, cause.judgement_id, change, ident, former, json.dumps(mentions), writable(why))
            for change, ident, former, mentions, why in rows
        ),
    )


def _members(store: Store, cause: Cause) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    sql = "SELECT i.incident_id, m.mention_id FROM incidents AS i LEFT JOIN incident_mentions AS m USING (incident_id)"
    ids: Sequence[object] = ()
    if cause.instead_of is not None:
        sql += " WHERE i.incident_id IN (SELECT value FROM json_each(?))"
        ids = (json.dumps(cause.instead_of),)
    for ident, mention in store.rows(sql, ids):
        found[ident].update([mention] if mention else [])
    return dict(found)


_Step = tuple[str, str, str | None, tuple[str, ...], str]


def _changes(old: Mapping[str, set[str]], new: Members, cause: Cause) -> Iterator[_Step]:
    home = {mention: ident for ident, mentions in old.items() for mention in mentions}
    for ident, (mentions, links) in sorted(new.items()):
        groups: dict[str | None, list[str]] = defaultdict(list)
        for mention in mentions:
            groups[home.get(mention)].append(mention)
        for former, group in sorted(groups.items(), key=lambda item: item[0] or ""):
            kept_whole = former is not None and old[former] <= set(group)
            change = "joined" if len(groups) > 1 else "changed"
            if former is None and len(groups) == 1:
                change = "made"
            elif former is not None and not kept_whole:
                change = "parted"
            why = _why(group, links) if change == "joined" and cause.judgement_id is None else ""
            yield change, ident, former, tuple(group), why or cause.words


def _why(group: Iterable[str], links: Iterable[Link]) -> str:
    """Return the reasons of the strongest link between a group of mentions and the others."""
    inside = set(group)
    across = [link for link in links if (link.left in inside) != (link.right in inside)]
    best = max(across, key=lambda link: (link.probability, link.left, link.right), default=None)
    return explained(best) if best else ""


def read_history(store: Store, incident_id: str) -> tuple[Change, ...]:
    """Return the steps that led to an incident and those that led away from it, oldest first."""
    rows = store.rows(
        "SELECT at, change, incident_id, from_incident, mentions, why FROM incident_history "
        "WHERE incident_id = ? OR from_incident = ? ORDER BY change_id",
        (incident_id, incident_id),
    )
    return tuple(_change(row) for row in rows)


def _change(row: Row) -> Change:
    return Change(row[0], row[1], row[2], row[3], tuple(json.loads(row[4])), row[5])


def successors(store: Store, incident_id: str) -> tuple[str, ...]:
    """Return the incidents of today that hold what an earlier incident held, sorted."""
    seen, todo, found = {incident_id}, [incident_id], set()
    while todo:
        ident = todo.pop()
        if store.row("SELECT 1 FROM incidents WHERE incident_id = ?", (ident,)):
            found.add(ident)
            continue
        rows = store.rows("SELECT DISTINCT incident_id FROM incident_history WHERE from_incident = ?", (ident,))
        fresh = {row[0] for row in rows} - seen
        seen |= fresh
        todo += sorted(fresh)
    return tuple(sorted(found))


def ended_by(store: Store, judgement_id: str) -> tuple[str, ...]:
    """Return the incidents that are no more since a judgement was applied, sorted."""
    rows = store.rows(
        "SELECT DISTINCT from_incident FROM incident_history WHERE judgement_id = ? AND from_incident IS NOT NULL "
        "AND from_incident NOT IN (SELECT incident_id FROM incidents) ORDER BY 1",
        (judgement_id,),
    )
    return tuple(row[0] for row in rows)
