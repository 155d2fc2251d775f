"""Write mention records as JSON lines (``DESIGN.md``, "The mention record") and as a flat CSV table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from reportedly.records import Claim, Claimant, ClaimantKind, Mention, PlaceValue, Span, Toll


def _span(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": span.text, "start": span.start, "end": span.end}


def _toll(toll: Toll | None) -> dict[str, Any] | None:
    return None if toll is None else {"low": toll.low, "best": toll.best, "high": toll.high, **_span(toll.span)}


def _place(place: PlaceValue | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "gazetteer_id": place.gazetteer_id,
        "gazetteer_name": place.gazetteer_name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        **_span(place.span),
    }


def _claimant(claimant: Claimant) -> dict[str, Any]:
    return {"text": claimant.text, "kind": claimant.kind.value, "actor_id": claimant.actor_id}


def _claim(claim: Claim) -> dict[str, Any]:
    """Return a claim; keys after ``end`` stand only where they say something."""
    record = {
        "field": claim.field,
        "value": claim.value,
        "claimant": _claimant(claim.claimant),
        "stance": claim.stance.value,
        **_span(claim.span),
    }
    if claim.cue is not None:
        record["cue"] = _span(claim.cue)
    if claim.scope is not None:
        record["scope"] = _span(claim.scope)
    if claim.via:
        record["via"] = [_claimant(c) for c in claim.via]
    if claim.distance is not None:
        record["distance"] = _span(claim.distance)
    if claim.party is not None:
        record["party"] = claim.party.value
    if claim.series is not None:
        window = _span(claim.series.window) if claim.series.window else None
        record["series"] = {"number": claim.series.number, "what": _span(claim.series.what), "window": window}
    return record


def as_record(mention: Mention) -> dict[str, Any]:
    """Return the mention record as plain JSON types, keys in the order of ``DESIGN.md``."""
    report = mention.report
    return {
        "mention_id": mention.mention_id,
        "report": {
            "id": report.id,
            "file": report.file,
            "part": report.part,
            "start": report.start,
            "end": report.end,
            "source": report.source,
            "title": report.title,
            "language": report.language,
            "published": report.published.isoformat() if report.published else None,
        },
        "status": mention.status.value,
        "status_cue": _span(mention.status_cue) if mention.status_cue else None,
        "event_type": mention.event_type,
        "sub_event_type": mention.sub_event_type,
        "trigger": _span(mention.trigger),
        "quote": _span(mention.quote),
        "date": {"edtf": mention.date.edtf, **_span(mention.date.span)} if mention.date else None,
        "place": _place(mention.place),
        "actors": [
            {"role": a.role.value, "name": a.name, "actor_id": a.actor_id, **_span(a.span)} for a in mention.actors
        ],
        "killed": _toll(mention.killed),
        "injured": _toll(mention.injured),
        "weapon": {"name": mention.weapon.name, **_span(mention.weapon.span)} if mention.weapon else None,
        "claims": [_claim(c) for c in mention.claims],
    }


def as_json_line(mention: Mention) -> str:
    """Return the mention record on one line of JSON."""
    return json.dumps(as_record(mention), ensure_ascii=False)


COLUMNS = (
    "mention_id file part source published status event_type sub_event_type date place admin1 country lat lon precision "
    "perpetrators targets participants killed_low killed_best killed_high injured_low injured_best injured_high weapon "
    "claims quote quote_start quote_end"
).split()
"""Columns of the flat table, one row a mention."""


def _names(mention: Mention, role: str) -> str:
    return "; ".join(a.name for a in mention.actors if a.role.value == role)


def _range(toll: Toll | None) -> list[object]:
    return [None, None, None] if toll is None else [toll.low, toll.best, toll.high]


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> object:
    """Keep a spreadsheet from running a report's words as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _claim_text(claim: Claim) -> str:
    """Return a claim on one line: field, value, stance, claimant and what marks it."""
    value = f"={claim.value}" if claim.value else ""
    via = "".join(f" via {c.text}" for c in claim.via)
    marks = f" ({claim.party.value})" if claim.party else ""
    marks += f" (distance: {claim.distance.text})" if claim.distance else ""
    return f"{claim.field}{value} {claim.stance.value} by {claim.claimant.text}{via}{marks}"


def as_row(mention: Mention) -> list[object]:
    """Return the cells of a mention in the order of ``COLUMNS``; absent values are ``None``."""
    place, report = mention.place, mention.report
    claims = "; ".join(_claim_text(c) for c in mention.claims if c.claimant.kind is not ClaimantKind.OUTLET)
    cells: list[object] = [
        mention.mention_id,
        report.file,
        report.part,
        report.source,
        report.published,
        mention.status.value,
        mention.event_type,
        mention.sub_event_type,
        mention.date.edtf if mention.date else None,
        place.name if place else None,
        place.admin1 if place else None,
        place.country if place else None,
        place.lat if place else None,
        place.lon if place else None,
        place.precision if place else None,
        _names(mention, "perpetrator"),
        _names(mention, "target"),
        _names(mention, "participant"),
        *_range(mention.killed),
        *_range(mention.injured),
        mention.weapon.name if mention.weapon else None,
        claims,
        mention.quote.text,
        mention.quote.start,
        mention.quote.end,
    ]
    return [safe_cell(cell) for cell in cells]


def csv_line(cells: Sequence[object]) -> str:
    """Return cells as one row of CSV without its line end; a cell with a line break is quoted."""
    buffer = io.StringIO()
    # Python 3.11 and 3.12 quote only the line breaks that the line end holds.
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n")
