"""Whether incidents are up to date, and which are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.store.database import Store


@dataclass(frozen=True, slots=True)
class LinkState:
    """Whether the incidents are those of the current mentions, and which linker made them.

    Attributes:
        stale: Mentions or judgements changed since.
        linker: Fingerprint of the linker; ``None`` where it has not yet seen all mentions together.
    """

    stale: bool
    linker: str | None


def link_state(store: Store) -> LinkState:
    """Return whether the incidents are up to date."""
    found = store.row("SELECT stale, linker FROM linking")
    return LinkState(bool(found[0]), found[1]) if found else LinkState(True, None)


def mark_stale(store: Store) -> None:
    """Write that mentions or judgements changed since the incidents were made; to be called in a transaction."""
    store.write("UPDATE linking SET stale = 1")


def write_state(store: Store, state: LinkState) -> None:
    """Write how up to date the incidents are; to be called in a transaction."""
    store.write("UPDATE linking SET stale = ?, linker = ?", (int(state.stale), state.linker))


def mark_changed(store: Store, mention_ids: Iterable[str]) -> None:
    """Mark the incidents of mentions as to be made anew; to be called in a transaction, before mentions go."""
    store.write_all(
        "UPDATE incidents SET digest = '' WHERE incident_id = "
        "(SELECT incident_id FROM incident_mentions WHERE mention_id = ?)",
        [(ident,) for ident in mention_ids],
    )
