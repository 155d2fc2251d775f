"""One mention as a block to check by eye: heading, the report's words with marks, fields, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.checking.attributions import (
    Numbers,
    by_field,
    claim_marks,
    claim_pieces,
    is_own_voice,
    numbered,
    own_voice,
    quoted,
)
from reportedly.checking.lines import TIE, Line, Paragraph, Piece, flow
from reportedly.checking.marks import Mark, Tint, marked
from reportedly.checking.notation import MarkKind, Notation, notation_for
from reportedly.checking.passages import Passage, field_spans, passages_of, trimmed
from reportedly.records import Mention, PlaceValue, Report, Role, Span
from reportedly.summary import range_text, report_facts

LABEL = 13
"""Cells of the column of labels: "perpetrator" and a gap."""

_INDENT = "  "
_BAR = "  │ "
_SIDES = {Role.PERPETRATOR: "who", Role.TARGET: "on whom", Role.PARTICIPANT: "taking part"}


def report_block(report: Report, width: int, ascii_only: bool) -> Iterator[Line]:
    """Yield the heading of a report."""
    facts = [(Piece(fact, "underline", True),) for fact in report_facts(report)]
    notation = notation_for("", ascii_only)
    yield from _flowed([Paragraph(_dotted(facts), hang=_INDENT)], notation, width)


def mention_block(report: Report, mention: Mention, width: int, ascii_only: bool) -> Iterator[Line]:
    """Yield the lines of a mention, none wider than ``width`` cells.

    Args:
        report: The report that the mention is of, for its words.
        mention: The mention.
        width: Cells of a line.
        ascii_only: Whether the screen can print ASCII alone; the report's words stay what they are.
    """
    passages = passages_of(report, mention)
    held = "".join(report.slice(p.start, p.end) for p in passages)
    usual, notation = notation_for("", ascii_only), notation_for(held, ascii_only)
    numbers = numbered(mention.claims)
    paragraphs = [*_heading(mention), Paragraph(())]
    paragraphs += _words(report, mention, passages, numbers, notation)
    if notation != usual:
        paragraphs.append(_row("marked as", (Piece(", ".join(notation.meanings())),)))
    paragraphs += [Paragraph(()), *_fields(mention)]
    paragraphs += [Paragraph(()), *_claims(mention, numbers, notation)]
    yield from _flowed(paragraphs, notation, width)


def _flowed(paragraphs: Iterable[Paragraph], notation: Notation, width: int) -> Iterator[Line]:
    for paragraph in paragraphs:
        pieces = tuple(p if p.words else replace(p, text=notation.own(p.text)) for p in paragraph.pieces)
        first, hang = notation.own(paragraph.first), notation.own(paragraph.hang)
        yield from flow(replace(paragraph, pieces=pieces, first=first, hang=hang), width)


def _dotted(facts: Iterable[Iterable[Piece]]) -> tuple[Piece, ...]:
    """Return facts with a dot between each two."""
    return tuple(piece for n, fact in enumerate(facts) for piece in ((Piece(f"{TIE}· "),) if n else ()) + tuple(fact))


def _heading(mention: Mention) -> Iterator[Paragraph]:
    """Yield when and where, then what, as one line each where they fit."""
    day = Piece(mention.date.edtf if mention.date else "day not told", "bold")
    deed = Piece(f"{mention.event_type}: {mention.sub_event_type}", "bold")
    status: tuple[Piece, ...] = (Piece(mention.status.value),)
    if mention.status_cue is not None:
        status += (Piece(" ("), *quoted(mention.status_cue), Piece(")"))
    known_as = Piece(f"id{TIE}{mention.mention_id}", "dim")
    yield Paragraph(_dotted(((day,), _place(mention.place))), hang=_INDENT)
    yield Paragraph(_dotted(((deed,), status, (known_as,))), _INDENT, _INDENT * 2)


def _place(place: PlaceValue | None) -> tuple[Piece, ...]:
    if place is None:
        return (Piece("place not told", "bold"),)
    names = dict.fromkeys(name for name in (place.name, place.admin1, place.country) if name)
    how = ", ".join(filter(None, (f"precision{TIE}{place.precision}", _point(place))))
    return Piece(", ".join(names) or "place not known", "bold", True), Piece(f" ({how})")


def _point(place: PlaceValue) -> str:
    """Return degrees north or south and east or west; four decimals are ten metres, finer than any gazetteer."""
    if place.lat is None or place.lon is None:
        return ""
    north, east = "S" if place.lat < 0 else "N", "W" if place.lon < 0 else "E"
    return f"{abs(place.lat):.4f}{TIE}{north}{TIE}{abs(place.lon):.4f}{TIE}{east}"


def _words(
    report: Report, mention: Mention, passages: Iterable[Passage], numbers: Numbers, notation: Notation
) -> Iterator[Paragraph]:
    """Yield the passages behind a bar, with ``…`` where words of the report are left out between two."""
    trigger = trimmed(report, mention.trigger)
    marks = [*claim_marks(report, numbers), *([Mark(*trigger, MarkKind.TRIGGER)] if trigger else [])]
    tints = list(_tints(report, mention))
    for number, passage in enumerate(passages):
        if number:
            yield Paragraph((Piece("…"),) if passage.skips else (), _BAR, _BAR)
        yield Paragraph(marked(report, passage, marks, tints, notation), _BAR, _BAR, passage=True)


def _tints(report: Report, mention: Mention) -> Iterator[Tint]:
    """Yield the words that colour alone marks: fields, claimants, doubt and what decided the status."""
    claims = mention.claims
    doubts: list[Span | None] = [mention.status_cue, *(claim.distance for claim in claims)]
    people = [who.span for claim in claims for who in (claim.claimant, *claim.via)]
    styled = [(span, "underline") for span in field_spans(mention)]
    styled += [(span, "yellow") for span in doubts if span] + [(span, "green") for span in people if span]
    for span, style in styled:
        place = trimmed(report, span)
        if place:
            yield Tint(*place, style)


def _row(label: str, pieces: Iterable[Piece], number: str = "", deep: int = 0) -> Paragraph:
    """Return a row with a label; with a ``number`` the text hangs ``deep`` cells below it."""
    first = f"{_INDENT}{label:<{LABEL}}{f'{number:<{deep}}' if number else ''}"
    return Paragraph(tuple(pieces), first, " " * (len(_INDENT) + LABEL + deep))


def _fields(mention: Mention) -> Iterator[Paragraph]:
    """Yield a row for each value of each field, and a last one that names the fields without a value."""
    absent = []
    for label, values in _values(mention):
        for number, value in enumerate(values):
            yield _row("" if number else label, value)
        if not values:
            absent.append(label)
    if absent:
        yield _row("not told", (Piece(", ".join(absent)),))


def _values(mention: Mention) -> Iterator[tuple[str, list[tuple[Piece, ...]]]]:
    """Yield the label of each field with the values that it has."""
    weapon = mention.weapon
    yield "when", [quoted(mention.date.span)] if mention.date else []
    yield "where", [_where(mention.place)] if mention.place else []
    yield from _sides(mention)
    for label, toll in (("killed", mention.killed), ("injured", mention.injured)):
        yield label, [_value(range_text(toll), toll.span)] if toll else []
    yield "weapon", [_value(weapon.name, weapon.span)] if weapon else []


def _value(value: str, span: Span) -> tuple[Piece, ...]:
    """Return a value with its words; a value that is the words stands there once."""
    return quoted(span) if value == span.text else (Piece(value, "bold", True), Piece("  "), *quoted(span))


def _where(place: PlaceValue) -> tuple[Piece, ...]:
    """Return the words for a place and the entry of the gazetteer that gave its point."""
    words = quoted(place.span) if place.span else (Piece("carried over from the report's setting"),)
    if place.gazetteer_name is None:
        return (*words, Piece(f"{TIE}· not in the gazetteer")) if place.name else words
    number = f" {place.gazetteer_id}" if place.gazetteer_id else ""
    return (*words, Piece(f"{TIE}· gazetteer: "), Piece(place.gazetteer_name, words=True), Piece(number))


def _sides(mention: Mention) -> Iterator[tuple[str, list[tuple[Piece, ...]]]]:
    """Yield who did it to whom; where actors only take part, nobody is missing."""
    claimed = {claim.field for claim in mention.claims if not is_own_voice(claim)}
    taking_part = any(actor.role is Role.PARTICIPANT for actor in mention.actors)
    for role, label in _SIDES.items():
        values = [_value(actor.name, actor.span) for actor in mention.actors if actor.role is role]
        if not values and role.value in claimed:
            values = [(Piece("claimed only, see below"),)]
        if values or not (taking_part or role is Role.PARTICIPANT):
            yield label, values


def _claims(mention: Mention, numbers: Numbers, notation: Notation) -> Iterator[Paragraph]:
    """Yield a row for each claim, its field named once, and a last one for what the outlet itself vouches for."""
    deep = len(notation.number(len(numbers))) + 1
    before = ""
    for field, number, claim in by_field(mention.claims, numbers):
        yield _row("" if field == before else field, claim_pieces(claim), notation.number(number), deep)
        before = field
    if not mention.claims or any(is_own_voice(claim) for claim in mention.claims):
        yield Paragraph((Piece(f"the outlet itself: {own_voice(mention.claims)}"),), _INDENT, _INDENT * 2)
