"""Aggregates as a table of the terminal, as flat rows and as records, each beside what the store holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.cells import cell_len

from reportedly.codebook import Range
from reportedly.formats import as_record
from reportedly.incident_tables import SHORT_ID, WIDE, TableLine, toll_text
from reportedly.reckoning import Aggregate, Held
from reportedly.records import Mention, Role, Toll
from reportedly.summary import (
    claimants_text,
    date_text,
    deed_name,
    fit,
    fit_isolated,
    isolated,
    one_line,
    place_text,
    range_text,
    sides_text,
)

LEGEND = (
    "? not known   · not told   + or more   Inc, Store: incidents of that time, place, kind and doer, and their tolls",
    "Lacks: killed and hurt that the store lacks at the least   last columns: who says so, id of the mention",
)
"""What the signs of the table mean."""


def _widths(width: int) -> tuple[int, ...]:
    if width < WIDE:
        spare = max(0, width - 80)
        return 10, 9 + spare // 4, 9 + spare // 4, 11 + spare // 2, 5, 5, 3, 5, 6, 0, 8
    spare = width - WIDE
    return (
        16,
        13 + spare // 4,
        14 + spare // 6,
        15 + spare // 3,
        6,
        6,
        4,
        8,
        9,
        9 + spare - spare // 4 - spare // 6 - spare // 3,
        8,
    )


def _row(cells: Sequence[str], width: int) -> str:
    shown = []
    for cell, room in zip(cells, _widths(width), strict=True):
        if room:
            cut = fit(one_line(cell), room)
            shown.append(isolated(cut) + " " * (room - cell_len(cut)))
    return fit_isolated(" ".join(shown).rstrip(), width)


def aggregate_lines(found: Iterable[Aggregate], width: int) -> Iterator[TableLine]:
    """Yield the head of the table and a line for each aggregate, none wider than ``width`` cells from 80 on."""
    head = ("Period", "Place", "What", "Who on whom", "Dead", "Hurt", "Inc", "Store", "Lacks", "Who says", "Id")
    yield TableLine(_row(head, width), "bold")
    for aggregate in found:
        lacks = bool(aggregate.missing_killed or aggregate.missing_injured)
        yield TableLine(_row(_cells(aggregate, width), width), "magenta" if lacks else "")


def _cells(aggregate: Aggregate, width: int) -> tuple[str, ...]:
    mention, held, widths = aggregate.shown.mention, aggregate.held, _widths(width)
    room = widths[7]
    return (
        date_text(mention.date.edtf) if mention.date else "?",
        place_text(mention),
        deed_name(mention.sub_event_type),
        sides_text(mention, widths[3]),
        range_text(mention.killed),
        range_text(mention.injured),
        str(len(held.incident_ids)) if held else "?",
        f"{_most(held.killed)}/{_most(held.injured)}" if held else fit("?", room),
        _lacks(aggregate),
        claimants_text(mention, widths[9]),
        mention.mention_id[:SHORT_ID],
    )


def _most(count: Range | None) -> str:
    return toll_text(count, 4)


def _lacks(aggregate: Aggregate) -> str:
    cells = ("·" if n is None else str(n) for n in (aggregate.missing_killed, aggregate.missing_injured))
    return "/".join(cells) if aggregate.held else "?"


COLUMNS = (
    "mention_id file part source published date date_first date_last place admin1 country event_type sub_event_type "
    "perpetrators targets killed_low killed_best killed_high injured_low injured_best injured_high claimants "
    "store_incidents store_killed_low store_killed_best store_killed_high store_injured_low store_injured_best "
    "store_injured_high missing_killed missing_injured quote"
).split()
"""Columns of the flat table, one row an aggregate."""


def aggregate_row(aggregate: Aggregate) -> list[object]:
    """Return the cells of an aggregate in the order of ``COLUMNS``; absent values are ``None``."""
    mention, held = aggregate.shown.mention, aggregate.held
    report, place = mention.report, mention.place
    return [
        mention.mention_id,
        report.file,
        report.part,
        report.source,
        report.published and report.published.isoformat(),
        mention.date and mention.date.edtf,
        *_days(held),
        place and (place.name or place.gazetteer_name),
        place and place.admin1,
        place and place.country,
        mention.event_type,
        mention.sub_event_type,
        _names(mention, Role.PERPETRATOR),
        _names(mention, Role.TARGET),
        *_toll(mention.killed),
        *_toll(mention.injured),
        "; ".join(sorted({c.claimant.text for c in mention.claims})),
        len(held.incident_ids) if held else None,
        *((held and held.killed) or (None, None, None)),
        *((held and held.injured) or (None, None, None)),
        aggregate.missing_killed,
        aggregate.missing_injured,
        mention.quote.text,
    ]


def _names(mention: Mention, role: Role) -> str:
    return "; ".join(dict.fromkeys(a.name for a in mention.actors if a.role is role))


def _toll(toll: Toll | None) -> tuple[int | None, ...]:
    return (None, None, None) if toll is None else (toll.low, toll.best, toll.high)


def _days(held: Held | None) -> tuple[str | None, ...]:
    return tuple(day.isoformat() if day else None for day in ((held.first, held.last) if held else (None, None)))


def aggregate_record(aggregate: Aggregate) -> dict[str, Any]:
    """Return an aggregate as plain JSON types: the mention's record, and what the store holds under ``store``."""
    held = aggregate.held
    first, last = _days(held)
    store = held and {
        "date_first": first,
        "date_last": last,
        "incident_ids": list(held.incident_ids),
        "killed": _range(held.killed),
        "injured": _range(held.injured),
        "missing_killed": aggregate.missing_killed,
        "missing_injured": aggregate.missing_injured,
    }
    return {**as_record(aggregate.shown.mention), "store": store}


def _range(count: Range | None) -> dict[str, int | None] | None:
    return None if count is None else dict(zip(("low", "best", "high"), count, strict=True))
