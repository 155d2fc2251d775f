"""The weights that a store is linked by, as TOML."""

from __future__ import annotations

from reportedly.store.database import Store


def read_link_weights(store: Store) -> str | None:
    """Return the store's own weights, ``None`` where it is linked by the shipped ones."""
    found = store.row("SELECT weights FROM link_weights")
    return None if found is None else str(found[0])


def write_link_weights(store: Store, weights: str | None) -> None:
    """Set the store's own weights, ``None`` for the shipped ones; what is linked changes with the next linking."""
    with store.transaction():
        store.write("DELETE FROM link_weights")
        if weights is not None:
            store.write("INSERT INTO link_weights (one, weights) VALUES (1, ?)", (weights,))
