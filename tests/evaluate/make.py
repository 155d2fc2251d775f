"""Mentions and texts made by hand, and the perfect mentions of a gold file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.codebook import event_type_of
from reportedly.evaluate import Gold, GoldEvent, GoldReport, GoldToll, SourceText
from reportedly.evaluate.texts import Extent, find_report
from reportedly.records import (
    ActorValue,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    PlaceValue,
    ReportRef,
    Span,
    Stance,
    Status,
    Toll,
)


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def mention(text: str, trigger: str, file: str = "a.txt", kind: str = "Armed clash", after: int = 0) -> Mention:
    found = span(text, trigger, after)
    return Mention(
        mention_id=f"{file}-{found.start}-{kind}",
        report=ReportRef("r", file, 1, 0, len(text), None, None, "en", None),
        status=Status.EVENT,
        event_type=event_type_of(kind),
        sub_event_type=kind,
        trigger=found,
        quote=found,
    )


def claim(text: str, words: str, who: str, field: str = "event", stance: Stance = Stance.REPORTS) -> Claim:
    kind = ClaimantKind.UNNAMED if who == "unnamed" else ClaimantKind.PERSON
    return Claim(field, None, Claimant(who, kind), stance, span(text, words))


def _toll(allowed: Sequence[GoldToll | None], at: Span) -> Toll | None:
    toll = allowed[0]
    return None if toll is None else Toll(toll.low[0], toll.best[0], toll.high[0], at)


def _place(event: GoldEvent, at: Span) -> PlaceValue | None:
    place = event.places[0] if event.places else None
    if place is None:
        return None
    admin1 = place.admin1[0] if place.admin1 else None
    return PlaceValue(place.name, at, None, None, admin1, place.country, place.lat, place.lon, place.precisions[0])


def _perfect(event: GoldEvent, extent: Extent, report: GoldReport) -> Mention:
    text = extent.source.text
    quote = span(text, event.quote, extent.start)
    word = event.quote.split()[0]
    made = mention(text, word, extent.source.file, event.sub_event_types[0], quote.start)
    date = event.dates[0] if event.dates else None
    part = report.part or 1
    return replace(
        made,
        mention_id=event.id,
        report=replace(made.report, part=part, start=extent.start, end=extent.end),
        status=event.statuses[0],
        quote=quote,
        date=None if date is None else DateValue(date, quote),
        place=_place(event, quote),
        actors=tuple(ActorValue(role.role, actor[0], "id", quote) for role in event.roles for actor in role.actors),
        killed=_toll(event.killed, quote),
        injured=_toll(event.injured, quote),
        claims=tuple(
            Claim(
                item.fields[0],
                item.value,
                Claimant(item.claimants[0], ClaimantKind.PERSON),
                item.stances[0],
                span(text, item.quote or event.quote, extent.start),
            )
            for item in event.claims
        ),
    )


def perfect_mentions(gold: Gold, texts: Sequence[SourceText]) -> tuple[Mention, ...]:
    """What a system that agrees with the gold in everything would code."""
    made = []
    for report in gold.reports:
        extent = find_report(gold, report, texts)
        assert extent is not None
        made += [_perfect(event, extent, report) for event in gold.rows_of(report.id)]
    return tuple(made)
