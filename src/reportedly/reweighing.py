"""The weights of a store: shown, estimated anew on what reviewers or a table say of its mentions, and changed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from reportedly.errors import LinkError
from reportedly.link import SHIPPED_WEIGHTS, Estimate, estimate, write_weights
from reportedly.linking import SplinkLinker, parsed_weights
from reportedly.resources import read_text
from reportedly.runs import Relinked, relink
from reportedly.store import (
    Cause,
    Store,
    apply_judgements,
    mark_stale,
    read_link_weights,
    read_shown,
    write_link_weights,
)


def linker_of(store: Store) -> SplinkLinker:
    """Return the linker of a store, by its own weights if it has any."""
    return SplinkLinker(read_link_weights(store))


def table_of(store: Store) -> str:
    """Return the weights that a store is linked by, as TOML with notes."""
    return read_link_weights(store) or read_text(SHIPPED_WEIGHTS)


def judged_keys(store: Store) -> dict[str, str]:
    """Return the incident of each mention that a reviewer accepted, joined or parted, by mention id."""
    tied = apply_judgements(store, write=False).tied
    return {
        shown.mention.mention_id: shown.incident_id
        for shown in read_shown(store)
        if shown.incident_id and (shown.verdict == "accept" or shown.mention.mention_id in tied)
    }


def read_keys(path: Path) -> dict[str, str]:
    """Return the key of each mention of a CSV with the columns ``mention_id`` and ``key``.

    Raises:
        LinkError: The file cannot be read or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"mention_id", "key"} <= set(rows.fieldnames or ()):
                raise LinkError(f"{path}: no columns mention_id and key")
            return {row["mention_id"]: row["key"] for row in rows if row["mention_id"] and row["key"]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LinkError(f"{path}: cannot be read: {error}") from error


def estimated(store: Store, keys: Mapping[str, str]) -> Estimate:
    """Return weights estimated on the keyed mentions of a store, from those that it is linked by.

    Raises:
        LinkError: No two keyed mentions are candidates for one event.
    """
    found = estimate((shown.mention for shown in read_shown(store)), keys, linker_of(store).weights)
    if not found.pairs.one or not found.pairs.two:
        pairs = f"{found.pairs.one} pairs of one event and {found.pairs.two} of two"
        hint = "both are needed: accept, join and part more, or give --keys"
        raise LinkError(f"{store.path}: {len(keys)} keyed mentions have {pairs} near each other; {hint}")
    return found


def estimate_table(found: Estimate) -> str:
    """Return estimated weights as TOML; each note tells the pairs behind it."""
    notes = {key: f"; {seen.one} pairs of one event, {seen.two} of two" for key, seen in found.seen.items()}
    return write_weights(found.weights, notes)


def read_table(path: Path) -> str:
    """Return a TOML table of weights as it is written.

    Raises:
        LinkError: The file cannot be read.
        LexiconError: The table is malformed; the message names the file.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LinkError(f"{path}: cannot be read: {error}") from error
    parsed_weights(text, str(path))
    return text


def use_weights(store: Store, table: str | None, now: Callable[[], datetime]) -> Relinked:
    """Set the weights of a store and link everything by them.

    Args:
        store: The store; the caller holds the right to write into it (``store.writing``).
        table: A TOML table of weights; ``None`` for the shipped ones.
        now: Gives the time in UTC.

    Raises:
        LexiconError: The table is malformed; the store stays as it was.
        StoreError: The disk is full; the store is whole.
    """
    linker = SplinkLinker(table)
    write_link_weights(store, table)
    with store.transaction():
        mark_stale(store)
    return relink(store, linker, Cause("linked by other weights"), now())
