"""The store: reports, runs, mentions, incidents and judgements in one SQLite file."""

from reportedly.store.database import Store, open_store
from reportedly.store.fields import CLAIMED, claims_of
from reportedly.store.held import HeldIncident, read_held
from reportedly.store.incident_history import Cause, Change, ended_by, explained, read_history, successors
from reportedly.store.incident_marks import LinkState, link_state, mark_changed, mark_stale
from reportedly.store.incidents import Told, save_incidents
from reportedly.store.judged import Pair, Rulings, Unfit, apply_judgements
from reportedly.store.judgements import (
    Decision,
    append_judgement,
    find_judgement,
    in_force,
    read_judgements,
    standing,
    verify,
)
from reportedly.store.link_weights import read_link_weights, write_link_weights
from reportedly.store.lock import writing
from reportedly.store.lookup import find, find_current, find_incident, incidents_of, mentions_of, places_named
from reportedly.store.pending import Part, pending_part
from reportedly.store.reports import (
    find_known,
    is_noted,
    lacks_what_is_known,
    needs_coding,
    read_reports,
    read_texts,
    stands_elsewhere,
)
from reportedly.store.runs import CodedReport, Provenance, begin_run, end_run, store_chunk
from reportedly.store.shown import (
    IncidentFilter,
    ShownIncident,
    ShownMention,
    read_incidents,
    read_links,
    read_shown,
)

__all__ = [
    "CLAIMED",
    "Cause",
    "Change",
    "CodedReport",
    "Decision",
    "HeldIncident",
    "IncidentFilter",
    "LinkState",
    "Pair",
    "Part",
    "Provenance",
    "Rulings",
    "ShownIncident",
    "ShownMention",
    "Store",
    "Told",
    "Unfit",
    "append_judgement",
    "apply_judgements",
    "begin_run",
    "claims_of",
    "end_run",
    "ended_by",
    "explained",
    "find",
    "find_current",
    "find_incident",
    "find_judgement",
    "find_known",
    "in_force",
    "incidents_of",
    "is_noted",
    "lacks_what_is_known",
    "link_state",
    "mark_changed",
    "mark_stale",
    "mentions_of",
    "needs_coding",
    "open_store",
    "pending_part",
    "places_named",
    "read_held",
    "read_history",
    "read_incidents",
    "read_judgements",
    "read_link_weights",
    "read_links",
    "read_reports",
    "read_shown",
    "read_texts",
    "save_incidents",
    "standing",
    "stands_elsewhere",
    "store_chunk",
    "successors",
    "verify",
    "write_link_weights",
    "writing",
]
