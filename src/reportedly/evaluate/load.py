"""Read gold files and their actor names; every fault is a ``GoldError`` that names the file and the row."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportedly.codebook import SUB_EVENT_TYPES
from reportedly.errors import GoldError
from reportedly.evaluate.gold import Gold, GoldClaim, GoldEvent, GoldPlace, GoldReport, GoldRole, GoldToll
from reportedly.evaluate.nodes import Node, read_yaml
from reportedly.records import Role, Stance, Status

_OTHER_STANCES = {"accuses": Stance.BLAMES}
"""Stances that older gold writes, with the codebook's word for them ("accused ... -> blames")."""

_REPORT_KEYS = ("id", "source", "language", "title", "byline", "url", "published", "file", "part", "lines")
_ROLES = tuple(role.value for role in Role)
_EVENT_KEYS = (
    *("id", "report", "status", "quote", "sub_event_type", "event_type", "date", "place", *_ROLES),
    *("killed", "injured", "weapon", "claims", "incident", "note"),
)
_CLAIM_FIELDS = ("killed", "injured", "perpetrator", "target", "participant", "place", "date", "weapon", "event")


def _report(node: Node) -> GoldReport:
    node.only(*_REPORT_KEYS)
    lines = tuple(item.whole() for item in node.get("lines").items())
    if lines and (len(lines) != 2 or not 1 <= lines[0] <= lines[1]):
        raise node.get("lines").fault("expected [first, last], from 1")
    return GoldReport(
        id=node.get("id").text(),
        language=node.get("language").optional_text() or "en",
        source=node.get("source").optional_text(),
        published=node.get("published").optional_date(),
        file=node.get("file").optional_text(),
        part=node.get("part").optional_whole(),
        lines=(lines[0], lines[1]) if lines else None,
    )


def _choices(node: Node, known: Iterable[str]) -> tuple[str, ...]:
    """Return the allowed values of ``node``, each of which must be one of ``known``."""
    known = tuple(known)
    found = tuple(item.text() for item in node.allowed())
    for word in found:
        if word not in known:
            raise node.fault(f"{word!r} is none of {', '.join(known)}")
    if not found:
        raise node.fault("missing")
    return found


def _place(node: Node) -> GoldPlace | None:
    if node.value is None:
        return None
    node.only("name", "lat", "lon", "admin1", "admin1_alt", "country", "precision")
    lat, lon = node.get("lat").optional_number(), node.get("lon").optional_number()
    if (lat is None) != (lon is None):
        raise node.fault("lat and lon go together")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise node.fault(f"{lat}, {lon} is no point in degrees")
    admin1 = (*node.get("admin1").allowed(), *node.get("admin1_alt").allowed())
    precisions = tuple(item.whole() for item in node.get("precision").allowed() if item.value is not None)
    if any(precision not in (1, 2, 3) for precision in precisions):
        raise node.get("precision").fault("expected 1, 2 or 3")
    return GoldPlace(
        name=node.get("name").optional_text(),
        lat=lat,
        lon=lon,
        admin1=tuple(item.text() for item in admin1 if item.value is not None),
        country=node.get("country").optional_text(),
        precisions=precisions,
    )


def _toll(node: Node) -> GoldToll | None:
    if node.value is None:
        return None
    node.only("low", "best", "high", "quote")
    return GoldToll(
        low=tuple(item.whole() for item in node.get("low").allowed()),
        best=tuple(item.whole() for item in node.get("best").allowed()),
        high=tuple(item.optional_whole() for item in node.get("high").allowed()),
        quote=node.get("quote").optional_text(),
    )


def _roles(node: Node) -> tuple[GoldRole, ...]:
    if not any(node.has(role) for role in _ROLES):
        return ()
    return tuple(
        GoldRole(role, tuple(tuple(name.text() for name in item.allowed()) for item in _listed(node.get(role))))
        for role in Role
    )


def _listed(node: Node) -> tuple[Node, ...]:
    """Return the members of a list, a lone scalar as a list of one, null as none."""
    return () if node.value is None else node.allowed()


def _claim(node: Node) -> GoldClaim:
    node.only("field", "value", "claimant", "stance", "quote")
    stances = _choices(node.get("stance"), (*(stance.value for stance in Stance), *_OTHER_STANCES))
    value = node.get("value")
    return GoldClaim(
        fields=_choices(node.get("field"), _CLAIM_FIELDS),
        value=None if isinstance(value.value, list) else value.optional_text(),
        claimants=tuple(item.text() for item in node.get("claimant").allowed()),
        stances=tuple(_OTHER_STANCES[word] if word in _OTHER_STANCES else Stance(word) for word in stances),
        quote=node.get("quote").optional_text(),
    )


def _tolls(node: Node, key: str) -> tuple[GoldToll | None, ...]:
    return tuple(_toll(item) for item in node.get(key).allowed())


def _event(node: Node) -> GoldEvent:
    node.only(*_EVENT_KEYS)
    place = node.get("place")
    return GoldEvent(
        id=node.get("id").text(),
        report=node.get("report").text(),
        statuses=tuple(Status(word) for word in _choices(node.get("status"), (status.value for status in Status))),
        quote=node.get("quote").text(),
        sub_event_types=_choices(node.get("sub_event_type"), SUB_EVENT_TYPES),
        dates=tuple(item.optional_text() for item in node.get("date").allowed()) if node.has("date") else (),
        places=() if place.value is None else tuple(_place(item) for item in place.allowed()),
        roles=_roles(node),
        killed=_tolls(node, "killed"),
        injured=_tolls(node, "injured"),
        claims=tuple(_claim(item) for item in node.get("claims").items()),
        incident=node.get("incident").optional_text(),
    )


def _named(nodes: tuple[Node, ...], file: Path, kind: str) -> tuple[Node, ...]:
    """Return the rows with their ids for a place; an id may stand once."""
    seen: set[str] = set()
    named = []
    for node in nodes:
        name = node.get("id").text()
        if name in seen:
            raise GoldError(f"{file}: {kind} {name}: this id stands twice")
        seen.add(name)
        named.append(Node(node.value, f"{file}: {kind} {name}"))
    return tuple(named)


def load_gold(path: Path) -> Gold:
    """Return the gold file at ``path``.

    Each report has its own ``file``, a ``part`` of a table, or the ``lines`` of a page; any field of an event may be
    one value or the list of the values that are right.

    Raises:
        GoldError: Not readable, not YAML, or a row against the codebook; the message names file and row.
    """
    root = read_yaml(path)
    root.only("reports", "events")
    reports = tuple(_report(node) for node in _named(root.get("reports").items(), path, "report"))
    if not reports:
        raise GoldError(f"{path}: no reports")
    known = {report.id for report in reports}
    events = []
    for node in _named(root.get("events").items(), path, "event"):
        event = _event(node)
        if event.report not in known:
            raise node.fault(f"no report {event.report!r}")
        events.append(event)
    return Gold(str(path), reports, tuple(events))
