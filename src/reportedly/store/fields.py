"""Change a field of a mention as a reviewer says: the value, and a claim of the reviewer's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from reportedly import edtf
from reportedly.codebook import SUB_EVENT_TYPES, types_meant
from reportedly.errors import JudgementError
from reportedly.records import (
    ActorValue,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    PlaceValue,
    Role,
    Stance,
    Status,
    Toll,
    Weapon,
)
from reportedly.vouching import place_name, who_told

SETTABLE: Final = ("type", "status", "date", "place", "killed", "injured", *(role.value for role in Role), "weapon")
"""The fields that a judgement can set."""

ActorIds = Callable[[str], str]
"""Gives the id of an actor by its neutral name."""

CLAIMED: Final = ("event", *SETTABLE, "series")
"""The fields of which a judgement can reject what one claimant says."""

_TOLL = re.compile(r"(\d{1,9})(?:(\+)|\s*-\s*(\d{1,9}))?")
_PLACE = re.compile(
    r"(?P<name>[^@]+?)(?:\s*@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)"
    r"(?:\s*\((?P<admin1>[^,()]*),\s*(?P<country>[A-Z]{2})(?:,\s*(?P<id>[^,()\s]+))?\))?)?"
)
"""``Name``, ``Name @ 35.44, 36.65`` and, as a gazetteer completes it, ``Name @ 35.44, 36.65 (Idlib, SY, 169389)``."""


_HOW_TO_COUNT: Final = "write a count (3), a range (3-5) or an open one (3+)"


def with_field(mention: Mention, field: str, value: str | None, who: str, ids: ActorIds) -> Mention:
    """Return a mention with one field as a reviewer sets it; what others claim and what the report told stay as claims.

    A value that a reviewer sets has the mention's quote for its words: those that were judged. It replaces what a reviewer
    set for the field before; ``None`` claims that it is not known.

    Args:
        mention: The mention.
        field: One of ``SETTABLE``.
        value: EDTF for a date; ``3``, ``3-5`` or ``3+`` for a toll; for a place ``Name`` or ``Name @ lat, lon``, then perhaps
            ``(province, country, id)``; names
            parted by ``;`` for a role; ``None`` where it is not known.
        who: The reviewer.
        ids: Gives an actor's id.

    Raises:
        JudgementError: No such field, or a value that it cannot take.
    """
    if field not in SETTABLE:
        raise JudgementError(f"{field}: no field that can be set; write one of {', '.join(SETTABLE)}")
    if value is None and field in ("type", "status"):
        raise JudgementError(f"{field}: every mention has one; write a value")
    told = tuple(c for c in mention.claims if c.field != field or c.claimant.kind is not ClaimantKind.REVIEWER)
    own = _told_before(mention, field) if len(told) == len(mention.claims) else ()
    changed = _changed(mention, field, value, ids)
    reviewer = Claimant(who, ClaimantKind.REVIEWER)
    given = (None,) if value is None else _values(changed, field) or (value.strip(),)
    set_ = tuple(Claim(field, v, reviewer, Stance.CONFIRMS, mention.quote) for v in given)
    return replace(changed, claims=(*told, *own, *set_))


def without_claim(mention: Mention, field: str, claimant: str) -> Mention:
    """Return a mention without what one claimant is coded to say of a field; what the report itself holds stays.

    Raises:
        JudgementError: The claimant says nothing of the field by itself.
    """
    rejected = claims_of(mention, field, claimant)
    if not rejected:
        raise JudgementError(f"{mention.mention_id}: no claim of {field} by {claimant} is coded any more")
    return replace(mention, claims=tuple(c for c in mention.claims if c not in rejected))


def claims_of(mention: Mention, field: str, claimant: str) -> tuple[Claim, ...]:
    """Return what a claimant, by the words that name it, is coded to say of a field; a reviewer's own is no such claim."""
    name = " ".join(claimant.split()).casefold()
    return tuple(
        c
        for c in mention.claims
        if c.field == field
        and c.claimant.kind is not ClaimantKind.REVIEWER
        and " ".join(c.claimant.text.split()).casefold() == name
    )


def _values(mention: Mention, field: str) -> tuple[str, ...]:
    """Return what a mention holds for a field, as claims write it."""
    if field in ("killed", "injured"):
        toll = mention.killed if field == "killed" else mention.injured
        return () if toll is None else (_written(toll),)
    if field in set(Role):
        return tuple(a.name for a in mention.actors if a.role == field)
    place = mention.place
    found = {
        "type": mention.sub_event_type,
        "date": mention.date and mention.date.edtf,
        "place": place and place_name(place),
        "weapon": mention.weapon and mention.weapon.name,
    }.get(field)
    return (found,) if found else ()


def _written(toll: Toll) -> str:
    """Return a toll as a reviewer writes it: ``3``, ``3-5``, ``3+``."""
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"


def _told_before(mention: Mention, field: str) -> tuple[Claim, ...]:
    """Return claims for what the report itself holds, so that it stays beside what a reviewer puts in its place.

    Those who tell it vouch for it (``vouching.who_told``), but nobody who denies the event, and else the outlet.
    """
    claimed = {c.value for c in mention.claims if c.field == field}
    outlet = Claimant(mention.report.source or mention.report.id, ClaimantKind.OUTLET)
    alone = Claim("event", None, outlet, Stance.ASSERTS, mention.quote)
    best = {"killed": mention.killed, "injured": mention.injured}.get(field)
    values = () if best is not None and str(best.best) in claimed else _values(mention, field)
    told = {
        v: [c for c in who_told(mention, field, v) if c is not None and c.stance is not Stance.DENIES] for v in values
    }
    return tuple(replace(c, field=field, value=v) for v in values if v not in claimed for c in told[v] or [alone])


def _changed(mention: Mention, field: str, value: str | None, ids: ActorIds) -> Mention:
    words = mention.quote
    if field in set(Role):
        others = tuple(a for a in mention.actors if a.role != field)
        names = [name.strip() for name in (value or "").split(";") if name.strip()]
        return replace(mention, actors=(*others, *(ActorValue(Role(field), n, ids(n), words) for n in names)))
    if field == "type":
        kind = _type(value or "")
        return replace(mention, sub_event_type=kind, event_type=SUB_EVENT_TYPES[kind])
    if field == "status":
        return replace(mention, status=_status(value or ""), status_cue=None)
    if field == "date":
        return replace(mention, date=None if value is None else DateValue(_date(value), words))
    if field == "place":
        return replace(mention, place=None if value is None else _place(value, mention))
    if field == "weapon":
        return replace(mention, weapon=None if value is None else Weapon(value, words))
    toll = None if value is None else _toll(field, value, mention)
    return replace(mention, killed=toll) if field == "killed" else replace(mention, injured=toll)


def _type(value: str) -> str:
    meant = [name for name in types_meant(value) if name in SUB_EVENT_TYPES]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise JudgementError(f"type {value}: may be several; write one of {', '.join(meant)}")
    raise JudgementError(f"type {value}: not one of ACLED's; write one of {', '.join(SUB_EVENT_TYPES)}")


def _status(value: str) -> Status:
    try:
        return Status(value.strip().lower())
    except ValueError:
        raise JudgementError(f"status {value}: write one of {', '.join(Status)}") from None


def _date(value: str) -> str:
    if not edtf.is_valid(value):
        raise JudgementError(f"date {value}: no EDTF date; write it as 2020-04-16, 2020-04 or 2020-04-16/2020-04-18")
    return value


def _place(value: str, mention: Mention) -> PlaceValue:
    found = _PLACE.fullmatch(value.strip())
    if found is None:
        raise JudgementError(f"place {value}: write Name, or Name @ 35.44, 36.65 in degrees")
    if found["lat"] is None:
        return PlaceValue(found["name"], mention.quote, country=mention.place.country if mention.place else None)
    lat, lon = float(found["lat"]), float(found["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise JudgementError(f"place {value}: {lat}, {lon} is no point in degrees north and east")
    country = found["country"] or (mention.place.country if mention.place else None)
    known = found["name"] if found["id"] else None
    admin1 = (found["admin1"] or "").strip() or None
    return PlaceValue(found["name"], mention.quote, found["id"], known, admin1, country, lat, lon, precision=1)


def _toll(field: str, value: str, mention: Mention) -> Toll:
    found = _TOLL.fullmatch(value.strip())
    low = int(found[1]) if found else 0
    high = None if found and found[2] else int(found[3]) if found and found[3] else low
    if re.match(r"\s*[-−]\s*\d", value):
        raise JudgementError(f"{field} {value.strip()}: no count is below 0; {_HOW_TO_COUNT}")
    if found is None or (high is not None and high < low):
        raise JudgementError(f"{field} {value}: {_HOW_TO_COUNT}")
    # The middle of a range is its best estimate (codebook, "Fields").
    return Toll(low, low if high is None else (low + high) // 2, high, mention.quote)
