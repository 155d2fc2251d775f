"""The comparisons of two mentions, as Splink's levels: pure functions that return SQL, run by ``scoring`` alone.

Of each comparison's levels the first that holds counts. Columns end in ``_l`` and ``_r``; ``columns`` makes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly.link.profiles import Dated, Spot

NAMESAKES_KM: Final = 25
"""Kilometres: places of one name farther apart are two (codebook, "Scoring": a place within 25 km is the same)."""

REGION_KM: Final = 60
"""Kilometres from the point of a district to what may lie in it; set by hand."""

ONE_NAME: Final = 0.8
"""Jaro-Winkler likeness of script-free keys from which on two spellings in one script are one name; set by eye on the
development articles, where quarters of one town that the gazetteer lacks lie below it."""

NEAR_COPY: Final = 0.6
"""Share of the shorter quote's rows of words that the other has, from which on one is a copy of the other; set by
hand."""

PHRASES: Final = 0.2
"""The same share, from which on the two have phrases in common; set by hand."""

FEWEST_ROWS: Final = 3
"""Rows of words (``profiles.SHINGLE``) below which a quote is too short to be compared by its words."""

SMALL: Final = {"killed": 1, "injured": 2}
"""People by which small tolls of one event differ between reports: the injured are counted later and less surely."""

TOLD_SOON: Final = 3
"""Days after the event within which a report that gives no day tells it, where it does not at once; set by hand."""

TOLD_LATE: Final = 5
"""Days after the event at which a report that gives no day may still tell it; set by hand."""


WIDELY: Final = 3
"""Times, and persons, by which two firm tolls of one event seldom differ; set by hand."""


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison.

    Attributes:
        name: Its key in the table of weights.
        sql: When it holds; ``ELSE`` where no level before does.
        empty: True where there is nothing to compare: such a level weighs nothing.
    """

    name: str
    sql: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field that two mentions are compared by, with its levels in the order in which they are tried."""

    name: str
    levels: tuple[Level, ...]


def gap(kind: str = "") -> str:
    """Return the SQL of the days between two stretches, 0 or less where they meet."""
    return f"(greatest(first{kind}_l, first{kind}_r) - least(last{kind}_l, last{kind}_r))"


def kilometres(left: str = "", right: str = "") -> str:
    """Return the SQL of the distance, by the equirectangular projection: under 1 in 1,000 off below 100 km.

    Args:
        left: What stands before the columns of one side (``l.``); without, they end in ``_l``.
        right: The same for the other side.
    """
    lat_l, lon_l = (f"{left}{name}" if left else f"{name}_l" for name in ("lat", "lon"))
    lat_r, lon_r = (f"{right}{name}" if right else f"{name}_r" for name in ("lat", "lon"))
    east = f"({lon_l} - {lon_r}) * cos(radians(({lat_l} + {lat_r}) / 2))"
    return f"(111.195 * sqrt(power({lat_l} - {lat_r}, 2) + power({east}, 2)))"


def either(condition: str) -> str:
    """Return the SQL of a condition on ``_l`` and ``_r`` or the same with sides changed."""
    other = condition.replace("_l", "_#").replace("_r", "_l").replace("_#", "_r")
    return f"(({condition}) OR ({other}))"


def date() -> Comparison:
    """Return the comparison of dates: days apart where both are exact, else whether the stretches meet."""
    told = f"dated_l = {Dated.TOLD} AND dated_r <= {Dated.SPAN}"
    dated = f"dated_l <= {Dated.SPAN} AND dated_r <= {Dated.SPAN}"
    exact = f"dated_l = {Dated.DAY} AND dated_r = {Dated.DAY}"
    both_told = f"dated_l = {Dated.TOLD} AND dated_r = {Dated.TOLD}"
    return Comparison(
        "date",
        (
            Level("same day", f"{exact} AND first_l = first_r"),
            Level("a day apart", f"{exact} AND abs(first_l - first_r) = 1"),
            Level("two or three days apart", f"{exact} AND abs(first_l - first_r) <= 3"),
            Level("days that meet", f"{dated} AND {gap()} <= 0 AND greatest(last_l - first_l, last_r - first_r) <= 7"),
            Level("weeks that meet", f"{dated} AND {gap()} <= 0"),
            Level("told at once", either(f"{told} AND first_l - last_r BETWEEN -1 AND 1")),
            Level("told within days", either(f"{told} AND first_l - first_r >= 0 AND first_l - last_r <= {TOLD_SOON}")),
            Level("told days later", either(f"{told} AND first_l - first_r >= 0 AND first_l - last_r <= {TOLD_LATE}")),
            Level("both told within a day", f"{both_told} AND abs(first_l - first_r) <= 1"),
            Level("both told within days", f"{both_told} AND abs(first_l - first_r) <= {TOLD_LATE}"),
            Level("same day of a year not told", f"{_yearless()} AND day_of_year_l = day_of_year_r"),
            Level("other day of a year not told", f"{_yearless()} AND day_of_year_l <> day_of_year_r"),
            Level("date not known", f"greatest(dated_l, dated_r) >= {Dated.YEARLESS}"),
            Level("days that do not meet", "ELSE"),
        ),
    )


def _yearless() -> str:
    return f"greatest(dated_l, dated_r) = {Dated.YEARLESS}"


def place() -> Comparison:
    """Return the comparison of places: name, distance, and whether one lies inside the other."""
    namesakes = "list_has_any(names_l, names_r)"
    near = f"(area_l = area_r OR {kilometres()} <= {NAMESAKES_KM})"
    points = f"spot_l = {Spot.POINT} AND spot_r = {Spot.POINT}"
    exact = f"{points} AND exact_l AND exact_r"
    region = f"spot_l = {Spot.REGION} AND spot_r <> {Spot.UNKNOWN} AND area_l = area_r"
    return Comparison(
        "place",
        (
            Level("same name, on no map", f"({_unmapped()}) AND {namesakes}"),
            Level("other names, on no map", f"({_unmapped()}) AND {_named_otherwise()}"),
            Level("a place not known", _unmapped()),
            Level("same region", f"spot_l = {Spot.REGION} AND spot_r = {Spot.REGION} AND {namesakes}"),
            Level("other part of one town", f"{namesakes} AND {near} AND {points} AND {_called_otherwise()}"),
            Level("same chief town", f"{namesakes} AND {near} AND (chief_l OR chief_r)"),
            Level("same place", f"{namesakes} AND {near}"),
            Level("near, other name", f"{exact} AND {_called_otherwise()} AND {kilometres()} <= 10"),
            Level("within 3 km", f"{points} AND {kilometres()} <= 3"),
            Level("within 10 km, one only near", f"{points} AND NOT (exact_l AND exact_r) AND {kilometres()} <= 10"),
            Level("within 10 km", f"{points} AND {kilometres()} <= 10"),
            Level("within 25 km", f"{points} AND {kilometres()} <= 25"),
            Level("one inside the other", either(f"{region} AND (whole_area_l OR {kilometres()} <= {REGION_KM})")),
            Level("one on no map, same region", either(f"spot_l = {Spot.NAMED} AND area_l = area_r")),
            Level("places apart", "ELSE"),
        ),
    )


def _unmapped() -> str:
    return f"spot_l = {Spot.UNKNOWN} OR spot_r = {Spot.UNKNOWN}"


def _named_otherwise() -> str:
    return f"called_l <> '' AND called_r <> '' AND {_called_otherwise()}"


def _called_otherwise() -> str:
    """Return the SQL of two names in one script that are unlike: quarters for which the gazetteer has the town alone."""
    return f"arabic_l = arabic_r AND jaro_winkler_similarity(called_l, called_r) < {ONE_NAME}"


def kind() -> Comparison:
    """Return the comparison of types within ACLED's hierarchy, and across it where reporters differ."""
    return Comparison(
        "type",
        (
            Level("same rare kind of deed", "sub_type_l = sub_type_r AND seldom_l"),
            Level("same kind of deed", "sub_type_l = sub_type_r"),
            Level("kinds told as one another", "alike_l & alike_r <> 0"),
            Level("other kind of deed", "ELSE"),
        ),
    )


def actors(role: str) -> Comparison:
    """Return the comparison of perpetrators or targets: names, parents and sponsors, general names, sides."""

    def meet(left: str, right: str) -> str:
        return f"list_has_any({role}{left}_l, {role}{right}_r)"

    return Comparison(
        role,
        (
            Level("not told", f"{role}_l IS NULL OR {role}_r IS NULL", empty=True),
            Level("same, a general name", f"{meet('', '')} AND len({role}_covers_l) > 0 AND len({role}_covers_r) > 0"),
            Level("same", meet("", "")),
            Level("one part of the other", either(meet("_kin", ""))),
            Level("one may mean the other", either(meet("_covers", "_marks"))),
            Level("same side", meet("_kin", "_kin")),
            Level("differ", "ELSE"),
        ),
    )


def toll(field: str) -> Comparison:
    """Return the comparison of killed or injured: ranges, where a big number that agrees says more than a small one."""
    best, low, high = (f"{field}_{side}" for side in ("best", "low", "high"))
    sure = _firm(best, low)
    firm = f"{sure} AND {best}_l = {best}_r"
    least, most = f"least({best}_l, {best}_r)", f"greatest({best}_l, {best}_r)"
    meet = (
        f"{low}_l <= {high}_r AND {low}_r <= {high}_l AND ({low}_l < {best}_l OR {low}_r < {best}_r "
        f"OR greatest({best}_l, {best}_r) <= 2 * least({best}_l, {best}_r))"
    )
    close = f"abs({best}_l - {best}_r) <= greatest({SMALL[field]}, 0.3 * greatest({best}_l, {best}_r))"
    return Comparison(
        field,
        (
            Level("not told", f"{best}_l IS NULL AND {best}_r IS NULL", empty=True),
            Level("told by one alone", f"{best}_l IS NULL OR {best}_r IS NULL"),
            Level("same, five or more", f"{firm} AND {best}_l >= 5"),
            Level("same, two to four", f"{firm} AND {best}_l >= 2"),
            Level("same, one", f"{firm} AND {best}_l = 1"),
            Level("same, none", f"{firm}"),
            Level("ranges meet", f"{low}_l < {high}_l AND {meet} OR {low}_r < {high}_r AND {meet}"),
            Level("differ, on other days", f"{sure} AND {best}_l <> {best}_r AND {_other_days()}"),
            Level("differ, the higher told as risen", f"{either(f'risen_l AND {best}_l > {best}_r')} AND {sure}"),
            Level("differ, one told as revised", f"(revised_l OR revised_r) AND {best}_l <> {best}_r AND {sure}"),
            Level("close", close),
            Level("differ widely", f"{sure} AND {most} >= {WIDELY} * {least} AND {most} - {least} >= {WIDELY}"),
            Level("differ", "ELSE"),
        ),
    )


def weapon() -> Comparison:
    """Return the comparison of weapons by name and by kind."""
    return Comparison(
        "weapon",
        (
            Level("not told", "weapon_l IS NULL OR weapon_r IS NULL", empty=True),
            Level("same", "weapon_l = weapon_r"),
            Level("same kind", "means_l & means_r <> 0"),
            Level("differ", "ELSE"),
        ),
    )


def wording() -> Comparison:
    """Return the comparison of the quotes' words, within a language: reprints, and victims' names."""
    fewest = "least(len(words_l), len(words_r))"
    share = f"len(list_intersect(words_l, words_r)) / {fewest}"
    return Comparison(
        "wording",
        (
            Level("not comparable", f"language_l <> language_r OR {fewest} < {FEWEST_ROWS}", empty=True),
            Level("near-identical words, other day or place", f"{share} >= {NEAR_COPY} AND {_elsewhere()}"),
            Level("near-identical words, other toll", f"{share} >= {NEAR_COPY} AND {_other_toll()}"),
            Level("near-identical words", f"{share} >= {NEAR_COPY}"),
            Level("phrases in common", f"{share} >= {PHRASES} AND NOT {_elsewhere()} AND NOT {_other_toll()}"),
            Level("other words", "ELSE"),
        ),
    )


def _elsewhere() -> str:
    """Return the SQL of reports that name other days or places: in like words, two posts made by one template."""
    points = f"spot_l = {Spot.POINT} AND spot_r = {Spot.POINT} AND exact_l AND exact_r"
    return f"({_other_days()} OR {points} AND NOT list_has_any(names_l, names_r) OR ({_unmapped()}) AND {_named_otherwise()})"


def _other_toll() -> str:
    """Return the SQL of reports with other firm tolls: in like words, an update or another post made by one template."""
    tolls = (f"{_firm(f'{field}_best', f'{field}_low')} AND {field}_best_l <> {field}_best_r" for field in SMALL)
    return f"({' OR '.join(f'coalesce({toll}, FALSE)' for toll in tolls)})"


def _other_days() -> str:
    return f"(dated_l = {Dated.DAY} AND dated_r = {Dated.DAY} AND first_l <> first_r)"


def _firm(best: str, low: str) -> str:
    return f"{low}_l = {best}_l AND {low}_r = {best}_r"


def site() -> Comparison:
    """Return the comparison of what was hit within a town: a market and a mosque of one day are seldom one deed."""
    return Comparison(
        "site",
        (
            Level("not told", "sites_l = 0 OR sites_r = 0", empty=True),
            Level("same", "sites_l & sites_r <> 0"),
            Level("differ", "ELSE"),
        ),
    )


def hour() -> Comparison:
    """Return the comparison of parts of the day, where both are told and the day is one."""
    apart = "abs(hour_l - hour_r)"
    return Comparison(
        "hour",
        (
            Level("not told", f"hour_l IS NULL OR hour_r IS NULL OR {_other_days()}", empty=True),
            Level("same", "hour_l = hour_r"),
            Level("next", f"{apart} = 1 OR {apart} = 5"),
            Level("differ", "ELSE"),
        ),
    )


def order() -> Comparison:
    """Return the comparison of words that tell a deed as one more of its kind ("a second car bomb").

    The second of a day is told apart by its site where both name it.
    """
    return Comparison(
        "order",
        (
            Level("not told", "NOT another_l AND NOT another_r", empty=True),
            Level("both told as another deed", "another_l AND another_r"),
            Level("one told as the second of a day", "(second_l OR second_r) AND sites_l & sites_r = 0"),
            Level("one told as another deed", "ELSE"),
        ),
    )


@cache
def comparisons() -> tuple[Comparison, ...]:
    """Return all comparisons, in the order in which reasons are told."""
    return (
        date(),
        place(),
        kind(),
        actors("perpetrator"),
        actors("target"),
        toll("killed"),
        toll("injured"),
        weapon(),
        wording(),
        order(),
        site(),
        hour(),
    )
