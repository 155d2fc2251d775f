"""Every value of every field of an incident, with who gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from reportedly.incidents import Telling
from reportedly.link.sources import Sources
from reportedly.link.tolls import as_range, claimed, write_range
from reportedly.records import Claim, Claimant, ClaimantKind, Mention, Party, Role, Stance
from reportedly.resources import load_toml
from reportedly.vouching import TOLLS, who_told

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
    inside the named one has another name of its own and has no say.
    """
    written: dict[str, Counter[str]] = {}
    for place in (m.place for m in mentions):
        if place and place.gazetteer_id and place.name and place.precision == 1 and place.name[0] < _END_OF_LATIN:
            written.setdefault(place.gazetteer_id, Counter())[place.name] += 1
    shown = {i: min(names, key=lambda name: (-names[name], name)) for i, names in written.items()}
    return tuple(_called(m, shown.get(m.place.gazetteer_id or "")) if m.place else m for m in mentions)


def _called(mention: Mention, name: str | None) -> Mention:
    if name is None or mention.place is None:
        return mention
    return replace(mention, place=replace(mention.place, gazetteer_name=name))


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
    place = mention.place
    value = None if place is None else place.gazetteer_name or place.name or place.admin1
    return () if value is None else (value,)


def _claim_value(mention: Mention, claim: Claim) -> str | None:
    if claim.field not in TOLLS or claim.stance is Stance.DENIES:
        return claim.value
    count = claimed(mention, claim)
    return None if count is None else write_range(count)


@cache
def _some() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words for some of the victims, and of those for all of them (``link/parts.toml``)."""
    raw = load_toml("link/parts.toml")
    some, all_of_them = (rf"\b(?:{'|'.join(raw[part])})\b" for part in ("words", "unless"))
    return re.compile(some, re.IGNORECASE), re.compile(all_of_them, re.IGNORECASE)


def _of_some(mention: Mention, field: str, value: str | None) -> bool:
    """Return whether a mention's own toll is told of some of the victims alone ("two children were killed")."""
    toll = {"killed": mention.killed, "injured": mention.injured}.get(field)
    some, all_of_them = _some()
    words = "" if toll is None or value != write_range(as_range(toll)) else toll.span.text
    return some.search(words) is not None and all_of_them.search(words) is None


def _telling(mention: Mention, field: str, value: str | None, claim: Claim | None, sources: Sources) -> Told:
    stance = Stance.ASSERTS if claim is None else claim.stance
    claimant = outlet(mention) if claim is None else claim.claimant
    source = sources.of(mention, claim, field)
    telling = Telling(value, claimant, stance, mention.mention_id, source, _of_some(mention, field, value))
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
