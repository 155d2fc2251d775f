"""Incidents as a table of the terminal, as flat rows and as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len

from reportedly.codebook import Range
from reportedly.incidents import Grade, IncidentField, Telling
from reportedly.link import read_range
from reportedly.store import ShownIncident
from reportedly.summary import date_text, deed_name, fit, fit_isolated, isolated, one_line, two_sides

WIDE = 120
"""Columns of a screen from which all columns of the table stand at their length."""

SHORT_ID = 8
"""Digits of an incident's id that the table shows; the beginning of an id is enough to name it."""

_STYLES = {Grade.CONTESTED: "magenta", Grade.SINGLE_SOURCE: "dim"}

_GRADES = {Grade.CORROBORATED: "corrob.", Grade.SINGLE_SOURCE: "single"}

LEGEND = (
    "? not known   · not told   + or more   9 (2+): most say 9, the lowest 2   9± rivals lie around 9",
    "the last columns: reports, how well the event is borne out, id",
)
"""What the signs of the table mean."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of the table, with the Rich style for a screen."""

    text: str
    style: str = ""


def _widths(width: int) -> tuple[int, ...]:
    if width < WIDE:
        spare = max(0, width - 80)
        return 10, 11 + spare // 4, 11 + spare // 4, 12 + spare - 2 * (spare // 4), 4, 4, 3, 9, 8
    spare = width - WIDE
    return 13, 19 + spare // 3, 17 + spare // 6, 15 + spare - spare // 3 - spare // 6, 6, 6, 7, 13, 8


def _row(cells: Sequence[str], width: int) -> str:
    shown = []
    for cell, room in zip(cells, _widths(width), strict=True):
        cut = fit(one_line(cell), room)
        shown.append(isolated(cut) + " " * (room - cell_len(cut)))
    return fit_isolated(("  " if width >= WIDE else " ").join(shown).rstrip(), width)


def summary_of(shown: ShownIncident, field: str) -> str | None:
    """Return the value of an incident's field that a table shows."""
    return next((f.summary for f in shown.incident.fields if f.field == field), None)


def incident_lines(incidents: Iterable[ShownIncident], width: int) -> Iterator[TableLine]:
    """Yield the head of the table and a line for each incident, none wider than ``width`` cells from 80 on."""
    toll = ("Killed", "Hurt", "Reports") if width >= WIDE else ("Dead", "Hurt", "Rep")
    yield TableLine(_row(("Date", "Place", "What", "Who on whom", *toll, "Grade", "Id"), width), "bold")
    for shown in incidents:
        yield TableLine(_row(_cells(shown, width), width), _STYLES.get(shown.incident.grade, ""))


def _cells(shown: ShownIncident, width: int) -> tuple[str, ...]:
    value = {f.field: f.summary for f in shown.incident.fields}
    grade = shown.incident.grade
    doers, hit = value.get("perpetrator") or "", value.get("target") or ""
    return (
        date_text(value.get("date") or "?"),
        value.get("place") or shown.admin1 or "?",
        deed_name(value.get("type") or "?"),
        two_sides(doers, hit, _widths(width)[3]) if doers or hit else "?",
        _toll(value.get("killed"), _widths(width)[4]),
        _toll(value.get("injured"), _widths(width)[5]),
        str(shown.reports),
        grade.value if width >= WIDE else _GRADES.get(grade, grade.value),
        shown.incident.incident_id[:SHORT_ID],
    )


def _toll(summary: str | None, width: int) -> str:
    count = read_range(summary) if summary else None
    return toll_text(count, width) if count or not summary else summary


def toll_text(count: Range | None, width: int) -> str:
    """Return a toll for a narrow column: ``9 (2+)``, where that is too wide ``9±``, ``·`` where nobody tells one."""
    if count is None:
        return "·"
    low, best, high = count
    bounds = f"{low}+" if high is None else f"{low}-{high}"
    if low == best:
        return str(best) if high == best else bounds
    full = f"{best} ({bounds})"
    return full if len(full) <= width else f"{best}±"


COLUMNS = (
    "incident_id date place admin1 country lat lon precision event_type sub_event_type perpetrators targets "
    "killed_low killed_best killed_high injured_low injured_best injured_high weapon grade reason mentions reports sources"
).split()
"""Columns of the flat table, one row an incident."""


def incident_row(shown: ShownIncident) -> list[object]:
    """Return the cells of an incident in the order of ``COLUMNS``; absent values are ``None``."""
    value = {f.field: f.summary for f in shown.incident.fields}
    return [
        shown.incident.incident_id,
        value.get("date"),
        value.get("place"),
        shown.admin1,
        shown.country,
        shown.lat,
        shown.lon,
        shown.precision,
        shown.event_type,
        value.get("type"),
        value.get("perpetrator"),
        value.get("target"),
        *(read_range(value.get("killed") or "") or (None, None, None)),
        *(read_range(value.get("injured") or "") or (None, None, None)),
        value.get("weapon"),
        shown.incident.grade.value,
        shown.incident.reason,
        len(shown.incident.mention_ids),
        shown.reports,
        "; ".join(shown.sources),
    ]


def incident_record(shown: ShownIncident) -> dict[str, Any]:
    """Return an incident as plain JSON types, with every telling of every field."""
    incident = shown.incident
    return {
        "incident_id": incident.incident_id,
        "grade": incident.grade.value,
        "reason": incident.reason,
        "event_type": shown.event_type,
        "admin1": shown.admin1,
        "country": shown.country,
        "lat": shown.lat,
        "lon": shown.lon,
        "precision": shown.precision,
        "fields": [_field_record(f) for f in incident.fields],
        "reports": shown.reports,
        "sources": list(shown.sources),
        "mention_ids": list(incident.mention_ids),
    }


def _field_record(field: IncidentField) -> dict[str, Any]:
    return {
        "field": field.field,
        "summary": field.summary,
        "grade": field.grade.value,
        "reason": field.reason,
        "tellings": [_telling_record(t) for t in field.tellings],
    }


def _telling_record(told: Telling) -> dict[str, Any]:
    who = told.claimant
    return {
        "value": told.value,
        "claimant": {"text": who.text, "kind": who.kind.value, "actor_id": who.actor_id},
        "stance": told.stance.value,
        "mention_id": told.mention_id,
        "source": told.source,
        **({"partial": True} if told.partial else {}),
        **({"update": told.update.value} if told.update else {}),
    }
