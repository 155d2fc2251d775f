"""What a mention holds is called, and who vouches for it: of those who tell of the event, the ones who say just that."""

from __future__ import annotations

from typing import Final

from reportedly.records import Claim, Mention, Party, PlaceValue, Role, Span, Stance
from reportedly.script_free import key

TOLLS: Final = ("killed", "injured")


def of_region(place: PlaceValue) -> bool:
    """Return whether a place is told as a province or district alone, and no village of its own name in it."""
    around = key(place.gazetteer_name or place.admin1 or "")
    return place.precision == 3 and (not place.name or not around or around in key(place.name))


def place_name(place: PlaceValue) -> str | None:
    """Return what a place is called: a village that no gazetteer has by its own name, not by its province's."""
    if place.precision == 3 and not of_region(place):
        return place.name
    return place.gazetteer_name or place.name or place.admin1


def _speakers(mention: Mention) -> tuple[Claim | None, ...]:
    """Return who vouches for what a mention holds: those who tell of the whole event, else the outlet.

    Where a report tells of the event only that it is denied, nobody vouches for it, and those who deny it stand here.
    """
    told = tuple(c for c in mention.claims if c.field == "event")
    return tuple(c for c in told if c.stance is not Stance.DENIES) or told or (None,)


def _spans(mention: Mention, field: str, value: str) -> tuple[Span, ...]:
    """Return where a report tells a value that one speaker may give and another not; none for what all speak of."""
    if field in TOLLS:
        toll = mention.killed if field == "killed" else mention.injured
        return () if toll is None else (toll.span,)
    if field == "weapon":
        return () if mention.weapon is None else (mention.weapon.span,)
    return tuple(a.span for a in mention.actors if a.role == field and a.name == value)


def who_told(mention: Mention, field: str, value: str) -> tuple[Claim | None, ...]:
    """Return who vouches for one value: of several speakers those who say it, where any of them does.

    Who owns up to the deed names the doer whatever the words ("Israel said it struck a military target").
    """
    speakers = _speakers(mention)
    spans = _spans(mention, field, value)
    said = tuple(c for c in speakers if c is not None and any(_says(c, span) for span in spans))
    owning = (c for c in speakers if c is not None and c.party is Party.ADMISSION and field == Role.PERPETRATOR)
    return tuple(dict.fromkeys((*said, *owning))) if said else speakers


def _says(claim: Claim, span: Span) -> bool:
    return claim.scope is not None and claim.scope.start <= span.start and span.end <= claim.scope.end
