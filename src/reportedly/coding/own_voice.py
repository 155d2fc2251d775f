"""What nobody is named for: claims of the outlet itself, kind ``outlet``, stance ``asserts``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.coding.attributed import Attribution
from reportedly.coding.claims import covers
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.records import Claim, Claimant, ClaimantKind, Mention, Role, Span, Stance

UNKNOWN = "unknown outlet"
"""Name of an outlet that nothing names."""


def _outlet(mention: Mention) -> Claimant:
    return Claimant(mention.report.source or UNKNOWN, ClaimantKind.OUTLET)


def _in_own_voice(draft: Draft) -> bool:
    """Return whether a telling of the deed is in nobody's mouth."""
    return not any(covers(a, draft) for a in draft.attributions)


def _values(mention: Mention) -> list[tuple[str, str | None, Span]]:
    """Return the fields of a mention with value and words."""
    found: list[tuple[str, str | None, Span]] = []
    for field, toll in (("killed", mention.killed), ("injured", mention.injured)):
        found += [(field, str(toll.best), toll.span)] if toll else []
    for actor in mention.actors:
        if actor.role is not Role.PARTICIPANT:
            found.append((actor.role.value, actor.name, actor.span))
    if mention.weapon is not None:
        found.append(("weapon", mention.weapon.name, mention.weapon.span))
    if mention.place is not None and mention.place.span is not None:
        found.append(("place", mention.place.name, mention.place.span))
    if mention.date is not None:
        found.append(("date", mention.date.edtf, mention.date.span))
    return found


def said_spans(found: Iterable[tuple[Reading, Iterable[Attribution]]]) -> list[tuple[int, int]]:
    """Return the file offsets of all that a report puts in somebody's mouth."""
    return [
        (reading.tokens[start].start, reading.tokens[end - 1].end)
        for reading, row in found
        for attribution in row
        for start, end in attribution.ranges
    ]


def outlet_claims(
    mention: Mention, draft: Draft, claims: Sequence[Claim], said: Sequence[tuple[int, int]]
) -> list[Claim]:
    """Return the outlet's own claims of a mention.

    One of the whole event where any telling is in nobody's mouth: it stands for every field that has no claim of its own.
    Where others tell the event, one for each field whose words stand outside what they say.

    Args:
        mention: The mention, built.
        draft: Its draft with all tellings.
        claims: What others are named for.
        said: Offsets of all that the report puts in somebody's mouth.
    """
    tellings = (draft, *draft.told_again)
    outlet = _outlet(mention)
    if any(_in_own_voice(t) for t in tellings):
        return [Claim("event", None, outlet, Stance.ASSERTS, mention.quote)]
    told = {c.field for c in claims}
    names = [c.claimant.span for c in claims if c.claimant.span is not None]
    return [
        Claim(field, value, outlet, Stance.ASSERTS, span)
        for field, value, span in _values(mention)
        if field not in told
        and not any(start <= span.start and span.end <= end for start, end in said)
        and not any(name.start <= span.start and span.end <= name.end for name in names)
    ]
