"""What is to be linked anew: mentions in no incident, incidents that lost or changed one, and all that may join them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportedly.records import Mention, Status
from reportedly.store.database import Store
from reportedly.store.incidents import key_number
from reportedly.store.judged import Rulings
from reportedly.store.shown import read_shown


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the store that can be linked by itself.

    Attributes:
        incident_ids: Incidents to take apart, sorted.
        mention_ids: Their mentions, and those that are in none, sorted.
    """

    incident_ids: tuple[str, ...]
    mention_ids: tuple[str, ...]


def pending_part(store: Store, rulings: Rulings, asked: Callable[[Mention], Iterable[str]]) -> Part:
    """Return what a linking has to look at, so that the rest stays as it is.

    That is what changed, what a judgement ties, what is stored under a key that one of these asks for, and the groups of
    all of them: a group is what the linker may part in another way once one of its mentions changes.

    Args:
        store: The store, judgements applied.
        rulings: What the judgements come to.
        asked: Gives the keys that a mention asks for.
    """
    seeds = {row[0] for sql in (_LOOSE, _CHANGED) for row in store.rows(sql)} | rulings.tied
    events = (s.mention for s in read_shown(store, mention_ids=sorted(seeds)) if s.mention.status is Status.EVENT)
    keys = {key_number(key) for mention in events for key in asked(mention)}
    near = {row[0] for row in store.rows(_UNDER_KEYS, (json.dumps(sorted(keys)),))}
    incidents = tuple(row[0] for row in store.rows(_IN_GROUPS, (json.dumps(sorted(seeds | near)),)))
    members = {row[0] for row in store.rows(_MEMBERS, (json.dumps(incidents),))}
    return Part(incidents, tuple(sorted(seeds | members)))


_EVENT = "m.status = 'event' AND (j.verdict IS NULL OR j.verdict <> 'reject')"

_LOOSE = (
    "SELECT m.mention_id FROM mentions AS m LEFT JOIN judged_mentions AS j USING (mention_id) "
    f"LEFT JOIN incident_mentions AS im USING (mention_id) WHERE im.incident_id IS NULL AND (j.record IS NOT NULL OR {_EVENT})"
)

_CHANGED = "SELECT mention_id FROM incident_mentions JOIN incidents USING (incident_id) WHERE digest = ''"

_UNDER_KEYS = "SELECT DISTINCT mention_id FROM link_keys WHERE key IN (SELECT value FROM json_each(?))"

_IN_GROUPS = """
SELECT incident_id FROM incidents WHERE digest = '' OR link_group IN (
    SELECT link_group FROM incidents WHERE digest = '' UNION
    SELECT link_group FROM incidents JOIN incident_mentions USING (incident_id)
    WHERE mention_id IN (SELECT value FROM json_each(?)))
ORDER BY incident_id
"""

_MEMBERS = "SELECT mention_id FROM incident_mentions WHERE incident_id IN (SELECT value FROM json_each(?))"
