"""Read back mention records, one JSON object a line, as ``reportedly code --format jsonl`` prints them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from reportedly.errors import GoldError
from reportedly.records import (
    ActorValue,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    PlaceValue,
    ReportRef,
    Role,
    Span,
    Stance,
    Status,
    Toll,
    Weapon,
)

_Value = TypeVar("_Value")
_Json = dict[str, Any]

_PLACE_KEYS = ("name", "gazetteer_id", "gazetteer_name", "admin1", "country", "lat", "lon", "precision")


def _span(row: _Json) -> Span:
    return Span(int(row["start"]), int(row["end"]), str(row["text"]))


def _optional_span(row: _Json | None) -> Span | None:
    return _span(row) if row and row.get("start") is not None else None


def _optional(row: _Json | None, make: Callable[[_Json], _Value]) -> _Value | None:
    return None if row is None else make(row)


def _report(row: _Json) -> ReportRef:
    published = row.get("published")
    return ReportRef(
        id=row["id"],
        file=row["file"],
        part=int(row["part"]),
        start=int(row["start"]),
        end=int(row["end"]),
        source=row.get("source"),
        title=row.get("title"),
        language=row["language"],
        published=None if published is None else date.fromisoformat(published),
    )


def _claim(row: _Json) -> Claim:
    who = row["claimant"]
    known = who.get("kind") in set(ClaimantKind)
    kind = ClaimantKind(who["kind"]) if known else ClaimantKind.SOURCE
    claimant = Claimant(who["text"], kind, who.get("actor_id"), _optional_span(who))
    return Claim(row["field"], row.get("value"), claimant, Stance(row["stance"]), _span(row))


def _toll(row: _Json) -> Toll:
    return Toll(row["low"], row["best"], row.get("high"), _span(row))


def _place(row: _Json) -> PlaceValue:
    values: dict[str, Any] = {key: row.get(key) for key in _PLACE_KEYS}
    return PlaceValue(span=_optional_span(row), **values)


def _mention(row: _Json) -> Mention:
    return Mention(
        mention_id=row["mention_id"],
        report=_report(row["report"]),
        status=Status(row["status"]),
        event_type=row["event_type"],
        sub_event_type=row["sub_event_type"],
        trigger=_span(row["trigger"]),
        quote=_span(row["quote"]),
        date=_optional(row.get("date"), lambda value: DateValue(value["edtf"], _span(value))),
        place=_optional(row.get("place"), _place),
        actors=tuple(
            ActorValue(Role(actor["role"]), actor["name"], actor["actor_id"], _span(actor)) for actor in row["actors"]
        ),
        killed=_optional(row.get("killed"), _toll),
        injured=_optional(row.get("injured"), _toll),
        weapon=_optional(row.get("weapon"), lambda value: Weapon(value["name"], _span(value))),
        claims=tuple(_claim(claim) for claim in row["claims"]),
        status_cue=_optional_span(row.get("status_cue")),
    )


def load_mentions(path: Path) -> tuple[Mention, ...]:
    """Return the mentions of a JSON Lines file, blank lines left out.

    Raises:
        GoldError: Not readable, or a line that is no mention record; the message names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error
    mentions = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            mentions.append(_mention(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GoldError(f"{path}:{number}: no mention record: {type(error).__name__} {error}") from error
    return tuple(mentions)
