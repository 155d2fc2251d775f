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


def score(
    profiles: Sequence[Profile], weights: Weights, fresh: frozenset[str] | None = None, threads: int | None = None
) -> list[Scored]:
    """Return the candidate pairs with their scores, by ``left`` and ``right``.

    Args:
        profiles: What mentions are compared by, in the order of their ids.
        weights: The weights.
        fresh: Ids of the mentions that every pair must hold one of; all by default.
        threads: Cores to use; all by default. The result is the same on any number.
    """
    from splink import DuckDBAPI, Linker

    if len(profiles) < 2:
        return []
    wanted = frozenset(p.mention_id for p in profiles) if fresh is None else fresh
    with _database(threads) as connection:
        _make_pairs(connection, profiles, wanted)
        api = DuckDBAPI(connection)
        linker = Linker(api.register("mentions"), settings(weights), log_level=None, validate_settings=False)
        linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
        found = linker.inference.predict(threshold_match_weight=WEAKEST, warning_mode="never")
        columns = ", ".join(f"round(mw_{c.name}, 4)" for c in comparisons())
        rows = connection.execute(f"SELECT id_l, id_r, {columns} FROM {found.physical_name} ORDER BY id_l, id_r")
        decoder = _decoder(weights)
        return [
            Scored(row[0], row[1], round(weights.prior + sum(row[2:]), 4), _names(row[2:], decoder))
            for row in rows.fetchall()
        ]


def _names(bits: Sequence[float], decoder: Sequence[dict[float, str | None]]) -> tuple[str | None, ...]:
    return tuple(known[weight] for weight, known in zip(bits, decoder, strict=True))
