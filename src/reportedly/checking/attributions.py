"""The claims of a mention as a person checks them: numbered by their marks, and told one to a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.checking.lines import TIE, Piece
from reportedly.checking.marks import Mark, merged
from reportedly.checking.notation import MarkKind
from reportedly.checking.passages import trimmed
from reportedly.records import Claim, Claimant, ClaimantKind, Report, Series, Span, Stance

FIELDS = ("event", "perpetrator", "target", "killed", "injured", "weapon", "place", "date", "series")
"""The fields of claims in the order in which they are shown."""

Numbers = dict[tuple[Span | None, Span], int]
"""The number of each attribution: claims that share a cue and a scope share the number."""


def is_own_voice(claim: Claim) -> bool:
    """Return whether the outlet itself vouches for the field and nothing more is to be said."""
    plain = claim.cue is None and claim.distance is None and claim.party is None and claim.series is None
    return plain and not claim.via and claim.claimant.kind is ClaimantKind.OUTLET and claim.stance is Stance.ASSERTS


def _key(claim: Claim) -> tuple[Span | None, Span]:
    """Return what an attribution is known by; the quote stands in for a scope that is not known."""
    return claim.cue, claim.scope or claim.span


def numbered(claims: Iterable[Claim]) -> Numbers:
    """Return numbers from 1 for the attributions, in the order in which their words stand in the report."""

    def place(key: tuple[Span | None, Span]) -> tuple[int, int, int]:
        cue, scope = key
        return min(scope.start, cue.start if cue else scope.start), scope.start, scope.end

    keys = dict.fromkeys(_key(claim) for claim in claims if not is_own_voice(claim))
    return {key: number for number, key in enumerate(sorted(keys, key=place), 1)}


def claim_marks(report: Report, numbers: Numbers) -> tuple[Mark, ...]:
    """Return the marks of all cues and scopes."""
    found: list[Mark] = []
    for (cue, scope), number in numbers.items():
        for span, kind in ((cue, MarkKind.CUE), (scope, MarkKind.SCOPE)):
            place = trimmed(report, span) if span else None
            if place:
                found.append(Mark(*place, kind, (number,)))
    return merged(found)


def by_field(claims: Iterable[Claim], numbers: Numbers) -> Iterator[tuple[str, int, Claim]]:
    """Yield the claims that are not the outlet's own voice with field and number, grouped by field."""
    others = [claim for claim in claims if not is_own_voice(claim)]
    names = [*FIELDS, *dict.fromkeys(claim.field for claim in others if claim.field not in FIELDS)]
    for claim in sorted(others, key=lambda claim: (names.index(claim.field), numbers[_key(claim)])):
        yield claim.field, numbers[_key(claim)], claim


def quoted(span: Span) -> tuple[Piece, ...]:
    """Return a report's words in quotation marks."""
    return Piece("“"), Piece(span.text, words=True), Piece("”")


def ordinal(number: int) -> str:
    """Return ``1st``, ``2nd``, ``3rd``, ``11th``."""
    suffix = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _series(series: Series) -> Iterator[Piece]:
    yield Piece(f"{ordinal(series.number)} ")
    yield from quoted(series.what)
    if series.window is not None:
        yield Piece(" in ")
        yield from quoted(series.window)


def _claimant(claimant: Claimant) -> Iterator[Piece]:
    """Yield the words for a claimant with what it is and whom it speaks for, as far as they say more."""
    facts = [claimant.kind.value] if claimant.kind.value != claimant.text else []
    facts += [claimant.actor_id] if claimant.actor_id else []
    yield Piece(claimant.text or claimant.kind.value, "bold", True)
    if facts:
        yield Piece(f" ({', '.join(facts)})")


def claim_pieces(claim: Claim) -> Iterator[Piece]:
    """Yield one claim: value, stance, claimant, who relays it, and what marks it out."""
    if claim.series is not None:
        yield from _series(claim.series)
        yield Piece(", ")
    elif claim.value is not None:
        yield Piece(claim.value, "bold", True)
        yield Piece(", ")
    yield Piece(f"{claim.stance.value}: ")
    yield from _claimant(claim.claimant)
    for relay in claim.via:
        yield Piece(f"{TIE}· via ")
        yield from _claimant(relay)
    if claim.party is not None:
        yield Piece(f"{TIE}· {claim.party.value}", "bold")
    if claim.distance is not None:
        yield Piece(f"{TIE}· distance: ")
        yield from quoted(claim.distance)


def own_voice(claims: Sequence[Claim]) -> str:
    """Return what the outlet vouches for, with its value where somebody gives another."""
    if not claims:
        return "all of it"
    own = [claim for claim in claims if is_own_voice(claim)]
    rival = {c.field for c in own for other in claims if other.field == c.field and other.value != c.value}
    told = (f"{c.field} {c.value}" if c.value and c.field in rival else c.field for c in own)
    return ", ".join(dict.fromkeys(told))
