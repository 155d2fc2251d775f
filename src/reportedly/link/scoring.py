"""The one place that runs SQL: mentions into DuckDB, candidates from ``blocking``, scores from Splink."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reportedly.link import blocking
from reportedly.link.columns import table
from reportedly.link.comparisons import Comparison, Level, comparisons
from reportedly.link.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from reportedly.link.profiles import Profile

WEAKEST: Final = -12.0
"""Bits: a pair scored lower is kept as not scored, which clusters take for a contradiction all the same."""

MEMORY: Final = "3GB"
"""What DuckDB may hold before it writes to disk: with Python's own, linking stays within 4 GB."""


# Splink warns of comparisons whose every level weighs something; without a handler that would reach standard error.
logging.getLogger("splink").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Scored:
    """Two mentions, by their places among the profiles, with the levels that held.

    Attributes:
        left: Place of the first.
        right: Place of the second, after ``left``.
        bits: Base-2 logarithm of the odds that both tell one event, the prior's included.
        levels: Name of the level of each comparison that has something to compare, by the comparison's place.
    """

    left: int
    right: int
    bits: float
    levels: tuple[str | None, ...]


def _level(level: Level, comparison: Comparison, weights: Weights) -> dict[str, Any]:
    if level.empty:
        return {"sql_condition": level.sql, "label_for_charts": level.name, "is_null_level": True}
    weight = weights.levels[comparison.name, level.name]
    return {
        "sql_condition": level.sql,
        "label_for_charts": level.name,
        "m_probability": weight.m,
        "u_probability": weight.u,
    }


def settings(weights: Weights) -> dict[str, Any]:
    """Return Splink's settings: the comparisons with their weights; candidates come from ``blocking``."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "linker_uid": "reportedly",
        "probability_two_random_records_match": 1 / (1 + 2**-weights.prior),
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [
            {"output_column_name": c.name, "comparison_levels": [_level(level, c, weights) for level in c.levels]}
            for c in comparisons()
        ],
    }


@contextmanager
def _database(threads: int | None) -> Iterator[duckdb.DuckDBPyConnection]:
    import duckdb

    config: dict[str, Any] = {"memory_limit": MEMORY}
    if threads is not None:
        config["threads"] = threads
    connection = duckdb.connect(config=config)
    try:
        yield connection
    finally:
        connection.close()


def _make_pairs(connection: duckdb.DuckDBPyConnection, profiles: Sequence[Profile], fresh: frozenset[str]) -> None:
    connection.register("given", table(profiles, fresh))
    connection.execute("CREATE TABLE mentions AS SELECT * FROM given")
    connection.unregister("given")
    for name, sql in (
        ("buckets", blocking.buckets()),
        ("cells", blocking.cells()),
        ("areas", blocking.areas()),
        ("strong", blocking.strong_keys()),
        ("pairs", blocking.pairs()),
    ):
        connection.execute(f"CREATE TABLE {name} AS {sql}")
    for name in ("buckets", "cells", "areas", "strong"):
        connection.execute(f"DROP TABLE {name}")


def _decoder(weights: Weights) -> tuple[dict[float, str | None], ...]:
    """Return for each comparison which level a weight stands for; ``make_weights`` keeps them apart."""
    return tuple(
        {weights.bits(c.name, level.name): None if level.empty else level.name for level in c.levels}
        for c in comparisons()
    )


class Scores:
    """The scored pairs of some mentions, in the database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, table_name: str, weights: Weights) -> None:
        self._connection = connection
        self._weights = weights
        columns = [f"mw_{c.name}" for c in comparisons()]
        rounded = ", ".join(f"round({name}, 4) AS {name}" for name in columns)
        total = " + ".join(columns)
        connection.execute(f"CREATE TABLE rounded AS SELECT id_l, id_r, {rounded} FROM {table_name}")
        connection.execute(f"CREATE TABLE scored AS SELECT *, round({weights.prior} + {total}, 4) AS bits FROM rounded")

    def at_least(self, bits: float) -> list[tuple[int, int, float]]:
        """Return the pairs that score so much or more, by their places."""
        sql = "SELECT id_l, id_r, bits FROM scored WHERE bits >= ? ORDER BY id_l, id_r"
        found: list[tuple[int, int, float]] = self._connection.execute(sql, [bits]).fetchall()
        return found

    def patterns(self) -> list[tuple[tuple[str | None, ...], int]]:
        """Return how many pairs hold each combination of levels, by the comparisons' places."""
        columns = ", ".join(f"mw_{c.name}" for c in comparisons())
        rows = self._connection.execute(f"SELECT count(*), {columns} FROM scored GROUP BY ALL ORDER BY ALL").fetchall()
        decoder = _decoder(self._weights)
        return [(_names(row[1:], decoder), row[0]) for row in rows]

    def within(self, groups: Sequence[Sequence[int]]) -> list[Scored]:
        """Return the pairs of which both mentions are in one group, by their places, with the levels that held."""
        import pyarrow as pa

        members = [(member, number) for number, group in enumerate(groups) if len(group) > 1 for member in group]
        kinds = pa.schema([("id", pa.int32()), ("home", pa.int32())])
        homes = pa.table({"id": [m for m, _ in members], "home": [n for _, n in members]}, schema=kinds)
        self._connection.register("homes", homes)
        columns = ", ".join(f"mw_{c.name}" for c in comparisons())
        rows = self._connection.execute(
            f"SELECT id_l, id_r, bits, {columns} FROM scored JOIN homes AS l ON l.id = id_l JOIN homes AS r ON r.id = id_r "
            "WHERE l.home = r.home ORDER BY id_l, id_r"
        ).fetchall()
        self._connection.unregister("homes")
        decoder = _decoder(self._weights)
        return [Scored(row[0], row[1], row[2], _names(row[3:], decoder)) for row in rows]


@contextmanager
def scored(
    profiles: Sequence[Profile], weights: Weights, fresh: frozenset[str] | None = None, threads: int | None = None
) -> Iterator[Scores]:
    """Score the candidate pairs and keep them in the database as long as the context lasts.

    Args:
        profiles: What mentions are compared by, in the order of their ids; at least one.
        weights: The weights.
        fresh: Ids of the mentions that every pair must hold one of; all by default.
        threads: Cores to use; all by default. The scores are the same on any number.
    """
    from splink import DuckDBAPI, Linker

    wanted = frozenset(p.mention_id for p in profiles) if fresh is None else fresh
    with _database(threads) as connection:
        _make_pairs(connection, profiles, wanted)
        api = DuckDBAPI(connection)
        linker = Linker(api.register("mentions"), settings(weights), log_level=None, validate_settings=False)
        linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
        found = linker.inference.predict(threshold_match_weight=WEAKEST, warning_mode="never")
        yield Scores(connection, found.physical_name, weights)


def score(profiles: Sequence[Profile], weights: Weights, threads: int | None = None) -> list[Scored]:
    """Return all candidate pairs with their scores, by ``left`` and ``right``.

    Args:
        profiles: What mentions are compared by, in the order of their ids.
        weights: The weights.
        threads: Cores to use; all by default.
    """
    if len(profiles) < 2:
        return []
    with scored(profiles, weights, threads=threads) as scores:
        return scores.within([range(len(profiles))])


def _names(bits: Sequence[float], decoder: Sequence[dict[float, str | None]]) -> tuple[str | None, ...]:
    return tuple(known[weight] for weight, known in zip(bits, decoder, strict=True))
