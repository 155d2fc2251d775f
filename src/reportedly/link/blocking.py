"""Which pairs of mentions are worth scoring, as SQL over the table ``mentions`` that ``columns`` makes.

Three ways lead to a pair: days and places that meet; a region and what may lie in it; and, where a date or a place is
not known, strong evidence alone (one toll at one place, one wording). Each pair is found once.
"""

from __future__ import annotations

from typing import Final

from reportedly.link.comparisons import TOLD_LATE, kilometres
from reportedly.link.profiles import Dated, Spot

BUCKET_DAYS: Final = 4
"""Days in a bucket of time: with stretches of 4 days, most mentions stand in two buckets."""

DAYS_APART: Final = 3
"""Days: of 101 pairs of mentions of one key with days, none gave days 2 or 3 apart (``resources/link/weights.toml``)."""

CELL_DEGREES: Final = 0.25
"""Side of a cell, about 28 km from south to north."""

REACH_KM: Final = 25
"""Kilometres apart at which two named points may still be one place (codebook, "Scoring")."""

WIDEST_CELL: Final = 2.0
"""Degrees of longitude at most that ``REACH_KM`` is taken for, so that near the poles no mention fills a ring of cells."""

FEWEST_HURT: Final = 3
"""Killed and injured together from which on a toll is looked for without a date; set by hand: one or two hurt is common."""


def _days() -> tuple[str, str]:
    """Return the SQL of the first and last day that a mention looks for others in: ``DAYS_APART`` in all."""
    late = f"CASE WHEN dated = {Dated.TOLD} THEN {TOLD_LATE - 2} ELSE 0 END"
    return f"(first - 1 - {late})", f"(last + {DAYS_APART - 1})"


def _bucket(day: str) -> str:
    return f"CAST(floor({day} / {float(BUCKET_DAYS)}) AS INTEGER)"


def _cell(degrees: str) -> str:
    return f"CAST(floor(({degrees}) / {CELL_DEGREES}) AS INTEGER)"


def buckets() -> str:
    """Return the SQL of the table ``buckets``: a row for each mention that has days, with its first and last bucket."""
    first, last = _days()
    half_lat = f"{REACH_KM / 2 / 111.195:.4f}"
    half_lon = f"least({WIDEST_CELL}, {half_lat} / greatest(0.01, cos(radians(lat))))"
    return f"""
        SELECT id, report, fresh, families, area, spot, dated, first, last, lat, lon,
            {_bucket(first)} AS t0, {_bucket(last)} AS t1,
            {_cell(f"lat - {half_lat}")} AS y0, {_cell(f"lat + {half_lat}")} AS y1,
            {_cell(f"lon - {half_lon}")} AS x0, {_cell(f"lon + {half_lon}")} AS x1
        FROM mentions WHERE dated <= {Dated.TOLD}
    """


def cells() -> str:
    """Return the SQL of the table ``cells``: a row for each bucket and cell that a point looks for others in."""
    return f"""
        SELECT * FROM (
            SELECT *, unnest(generate_series(y0, y1)) AS y
            FROM (SELECT *, unnest(generate_series(t0, t1)) AS t FROM buckets WHERE spot = {Spot.POINT})
        ) CROSS JOIN LATERAL (SELECT unnest(generate_series(x0, x1)) AS x)
    """


def areas() -> str:
    """Return the SQL of the table ``areas``: a row for each bucket of a mention whose governorate is known."""
    return "SELECT *, unnest(generate_series(t0, t1)) AS t FROM buckets WHERE area IS NOT NULL"


def _worth() -> str:
    """Return the SQL of what every pair must meet: two reports, one family of deeds, days that can meet."""
    apart = "greatest(l.first, r.first) - least(l.last, r.last)"
    slack = f"CASE WHEN {Dated.TOLD} IN (l.dated, r.dated) THEN {TOLD_LATE} ELSE {DAYS_APART} END"
    return f"(l.fresh OR r.fresh) AND l.report <> r.report AND (l.families & r.families) <> 0 AND {apart} <= {slack}"


def near_pairs() -> str:
    """Return the SQL of the pairs of points close in time and space; only in the first bucket and cell of both."""
    return f"""
        SELECT l.id AS id_l, r.id AS id_r FROM cells AS l JOIN cells AS r
        ON l.t = r.t AND l.y = r.y AND l.x = r.x AND l.id < r.id
        WHERE l.t = greatest(l.t0, r.t0) AND l.y = greatest(l.y0, r.y0) AND l.x = greatest(l.x0, r.x0) AND {_worth()}
        AND {kilometres("l.", "r.")} <= {REACH_KM}
    """


def region_pairs() -> str:
    """Return the SQL of the pairs in one governorate of which one, at least, is placed no better than that."""
    vague = f"(SELECT * FROM areas WHERE spot <> {Spot.POINT})"
    return f"""
        SELECT least(l.id, r.id) AS id_l, greatest(l.id, r.id) AS id_r FROM {vague} AS l JOIN areas AS r
        ON l.t = r.t AND l.area = r.area
        WHERE (r.spot = {Spot.POINT} OR l.id < r.id) AND l.t = greatest(l.t0, r.t0) AND {_worth()}
    """


def strong_keys() -> str:
    """Return the SQL of the table ``strong``: keys by which mentions meet whose date or place is not known.

    ``vague`` is true where the key may join: of two mentions with days and points, other ways decide.
    """
    unsure = f"(dated >= {Dated.YEARLESS} OR spot = {Spot.UNKNOWN})"
    hurt = "coalesce(killed_best, 0) + coalesce(injured_best, 0)"
    toll = "coalesce(killed_best, -1), '|', coalesce(injured_best, -1)"
    some = f"{hurt} >= {FEWEST_HURT}"
    shared = "id, report, fresh, families"
    return f"""
        SELECT {shared}, {unsure} AS vague, unnest(rare) AS key FROM mentions
        UNION ALL
        SELECT {shared}, {unsure}, concat('place|', unnest(names), '|', {toll}) FROM mentions WHERE {some}
        UNION ALL
        SELECT {shared}, {unsure}, concat('day|', unnest(names), '|', day_of_year) FROM mentions
        WHERE day_of_year IS NOT NULL AND dated IN ({Dated.DAY}, {Dated.YEARLESS})
        UNION ALL
        SELECT {shared}, {unsure}, concat('toll|', first, '|', {toll}) FROM mentions
        WHERE dated = {Dated.DAY} AND {some}
    """


def strong_pairs() -> str:
    """Return the SQL of the pairs that one of ``strong_keys`` joins."""
    return """
        SELECT DISTINCT least(l.id, r.id) AS id_l, greatest(l.id, r.id) AS id_r
        FROM (SELECT * FROM strong WHERE vague) AS l JOIN strong AS r ON l.key = r.key
        WHERE (NOT r.vague OR l.id < r.id) AND (l.fresh OR r.fresh) AND l.report <> r.report
        AND (l.families & r.families) <> 0
    """


def pairs() -> str:
    """Return the SQL of all pairs, in the shape in which Splink takes them.

    No pair is found in two ways: the first takes two points with days, the second a region with days, the last a mention
    without days or place.
    """
    return f"""
        SELECT '0' AS match_key, id_l AS join_key_l, id_r AS join_key_r
        FROM ({near_pairs()} UNION ALL {region_pairs()} UNION ALL {strong_pairs()})
    """
