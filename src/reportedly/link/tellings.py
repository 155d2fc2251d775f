"""Every value of every field of an incident, with who gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from reportedly.incidents import Telling, Update
from reportedly.link.sources import Sources
from reportedly.link.tolls import as_range, claimed, write_range
from reportedly.link.updates import tells_revision, update_of
from reportedly.records import Claim, Claimant, ClaimantKind, Mention, Party, PlaceValue, Role, Stance
from reportedly.resources import load_toml
from reportedly.script_free import key
from reportedly.vouching import TOLLS, of_region, place_name, who_told

FIELDS: Final = ("type", "date", "place", "killed", "injured", "perpetrator", "target", "weapon")
"""The fields of an incident, in the order in which they are told."""

_END_OF_LATIN: Final = "\u0250"
"""First letter after the Latin ones, extensions included."""


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with what grading needs besides.

    Attributes:
        telling: The telling.
        party: Set where the claimant is a party that owns up to the deed or denies it.
        of_event: True for what the mention holds, vouched for or denied with the whole event rather than by itself.
    """

    telling: Telling
    party: Party | None = None
    of_event: bool = False


def with_written_places(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions, a place that some write in Latin letters called so in all of them, as most write it.

    Gazetteers transliterate ("Ma‘arratmişrīn"), and reports seldom do ("Maarrat Misrin"). A place that is only near or
    inside the named one has another name of its own and has no say. A village that no gazetteer has is met by its name.
    """
    written: dict[str, Counter[str]] = {}
    for place in (m.place for m in mentions):
        known = _known_by(place)
        if place and known and place.name and place.name[0] < _END_OF_LATIN:
            written.setdefault(known, Counter())[place.name] += 1
    shown = {known: min(names, key=lambda name: (-names[name], name)) for known, names in written.items()}
    return tuple(_called(m, shown) for m in mentions)


def _known_by(place: PlaceValue | None) -> str | None:
    """Return what a place itself is known by: its gazetteer id, else the province that it is in and its script-free name."""
    if place is None:
        return None
    if place.precision == 3 and place.name and not of_region(place):
        return f"{place.country}|{place.admin1}|{key(place.name)}"
    return place.gazetteer_id if place.precision == 1 else None


def _called(mention: Mention, shown: Mapping[str, str]) -> Mention:
    place = mention.place
    if place is None:
        return mention
    if place.precision == 3 and (name := shown.get(_known_by(place) or "")) is not None:
        return replace(mention, place=replace(place, name=name))
    name = shown.get(place.gazetteer_id or "")
    return mention if name is None else replace(mention, place=replace(place, gazetteer_name=name))


def around_others(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the names of provinces and districts in which another mention places the event more closely."""
    places = [m.place for m in mentions if m.place is not None]
    inside = {(p.country, p.admin1) for p in places if not of_region(p)}
    around = (place_name(p) for p in places if of_region(p) and (p.country, p.admin1) in inside)
    return frozenset(name for name in around if name)


def outlet(mention: Mention) -> Claimant:
    """Return the claimant of what a report tells by itself."""
    return Claimant(mention.report.source or mention.report.id, ClaimantKind.OUTLET)


def own_values(mention: Mention, field: str) -> tuple[str, ...]:
    """Return what the mention itself holds for a field, sorted."""
    if field in TOLLS:
        toll = mention.killed if field == "killed" else mention.injured
        return () if toll is None else (write_range(as_range(toll)),)
    if field in (Role.PERPETRATOR, Role.TARGET):
        return tuple(sorted({a.name for a in mention.actors if a.role == field}))
    if field == "type":
        return (mention.sub_event_type,)
    if field == "date":
        return () if mention.date is None else (mention.date.edtf,)
    if field == "weapon":
        return () if mention.weapon is None else (mention.weapon.name,)
    value = None if mention.place is None else place_name(mention.place)
    return () if value is None else (value,)


def _claim_value(mention: Mention, claim: Claim) -> str | None:
    if claim.field not in TOLLS or claim.stance is Stance.DENIES:
        return claim.value
    count = claimed(mention, claim)
    return None if count is None else write_range(count)


@cache
def _some() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words for some of the victims, and of those for all of them (``link/parts.toml``).

    The first finds the word and what stands before it: a hospital for children, or what lies there, counts none of them.
    """
    raw = load_toml("link/parts.toml")
    some, all_of_them, named, before, within = (
        "|".join(raw[part]) for part in ("words", "unless", "named", "named_before", "within")
    )
    start = rf"(?P<no>\b(?:{within})\s+(?:\w+\s+){{0,2}}|\b\w{{0,2}}(?:{before})\s+)?"
    head = rf"\b(?:ل|لل|ال)?(?:{some})\b(?!['’]|\s+(?:{named})s?\b)"
    return re.compile(start + head, re.IGNORECASE), re.compile(rf"\b(?:{all_of_them})\b", re.IGNORECASE)


def tells_some(words: str) -> bool:
    """Return whether the words of a toll count some of the victims alone: by its head noun, no "children's hospital"."""
    some, all_of_them = _some()
    counted = any(found["no"] is None for found in some.finditer(words))
    return counted and all_of_them.search(words) is None


def _of_some(mention: Mention, field: str, value: str | None) -> bool:
    """Return whether a mention's own toll is told of some of the victims alone ("two children were killed")."""
    toll = {"killed": mention.killed, "injured": mention.injured}.get(field)
    return toll is not None and value == write_range(as_range(toll)) and tells_some(toll.span.text)


def _update(
    mention: Mention, field: str, value: str | None, claim: Claim | None, texts: Mapping[str, str]
) -> Update | None:
    """Return how a toll is told to take the place of an earlier one: the mention's own, or one that somebody revises."""
    toll = {"killed": mention.killed, "injured": mention.injured}.get(field)
    if toll is None or value is None:
        return None
    if value == write_range(as_range(toll)):
        return update_of(mention, toll, texts.get(mention.report.id))
    revised = claim is not None and claim.field == field and tells_revision(claim.span.text)
    return Update.REVISED if revised else None


def _telling(mention: Mention, field: str, value: str | None, claim: Claim | None, sources: Sources) -> Told:
    stance = Stance.ASSERTS if claim is None else claim.stance
    claimant = outlet(mention) if claim is None else claim.claimant
    source = sources.of(mention, claim, field)
    update = _update(mention, field, value, claim, sources.texts)
    telling = Telling(value, claimant, stance, mention.mention_id, source, _of_some(mention, field, value), update)
    of_event = claim is None or claim.field != field
    return Told(telling, None if claim is None else claim.party, of_event)


def _of_field(mention: Mention, field: str, sources: Sources) -> Iterator[Told]:
    claims = [c for c in mention.claims if c.field == field]
    given: set[str | None] = set()
    for claim in claims:
        value = _claim_value(mention, claim)
        if value is not None or claim.stance is Stance.DENIES or claim.claimant.kind is ClaimantKind.REVIEWER:
            given.add(value)
            yield _telling(mention, field, value, claim, sources)
    for value in own_values(mention, field):
        if value not in given:
            for speaker in who_told(mention, field, value):
                yield _telling(mention, field, value, speaker, sources)


def _order(told: Told) -> tuple[str, str, str, str]:
    telling = told.telling
    return telling.mention_id, telling.claimant.text, telling.value or "", telling.stance


def tellings(mentions: tuple[Mention, ...], field: str, sources: Sources) -> tuple[Told, ...]:
    """Return every value of a field with its claimant, in the order of mention, claimant and value."""
    found = {told for mention in mentions for told in _of_field(mention, field, sources)}
    return tuple(sorted(found, key=lambda told: (*_order(told), str(told.party), told.telling.source)))


def event_tellings(mentions: tuple[Mention, ...], sources: Sources) -> tuple[Told, ...]:
    """Return who tells of the event at all, and who denies it, in the same order."""
    found = set()
    for mention in mentions:
        claims: tuple[Claim | None, ...] = tuple(c for c in mention.claims if c.field == "event")
        found |= {_telling(mention, "event", None, claim, sources) for claim in (claims or (None,))}
    return tuple(sorted(found, key=lambda told: (*_order(told), str(told.party), told.telling.source)))
