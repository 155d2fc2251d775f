"""One incident for the eye: its fields with every rival telling, its reports, why they were joined, its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.checking.attributions import ordinal
from reportedly.checking.lines import Line, Paragraph, Piece, flow
from reportedly.incidents import IncidentField, Judgement, Link, Telling, Verdict
from reportedly.link import replacements, write_range
from reportedly.reckoning import SeriesCount
from reportedly.records import ClaimantKind
from reportedly.store import Change, ShownIncident, ShownMention, explained
from reportedly.summary import report_facts

LABEL = 13
"""Cells of the column of field names: the longest, ``perpetrator``, and two spaces."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """All that is shown of one incident.

    Attributes:
        shown: The incident.
        mentions: Its mentions, in the order in which they are numbered.
        links: Why they were joined.
        history: What became of it.
        judgements: What reviewers decided on its mentions.
        counts: Claims that it is one of a series, with what the store holds of it.
    """

    shown: ShownIncident
    mentions: tuple[ShownMention, ...]
    links: tuple[Link, ...]
    history: tuple[Change, ...]
    judgements: tuple[Judgement, ...]
    counts: tuple[SeriesCount, ...] = ()


def view_lines(exhibit: Exhibit, width: int) -> Iterator[Line]:
    """Yield the lines of the view, none wider than ``width`` cells."""
    numbers = {m.mention.mention_id: n for n, m in enumerate(exhibit.mentions, 1)}
    for paragraph in _paragraphs(exhibit, numbers):
        yield from flow(paragraph, width)


def _paragraphs(exhibit: Exhibit, numbers: dict[str, int]) -> Iterator[Paragraph]:
    yield from _heading(exhibit.shown)
    yield Paragraph(())
    published = {m.mention.mention_id: m.mention.report.published for m in exhibit.mentions}
    for field in exhibit.shown.incident.fields:
        if field.tellings or field.summary:
            tolls = field.tellings if field.field in ("killed", "injured") else ()
            since = {told: write_range(count.count) for told, count in replacements(tolls, published).items()}
            yield from _field(field, numbers, since)
    untold = [f.field for f in exhibit.shown.incident.fields if not f.tellings and not f.summary]
    if untold:
        yield _labelled("not told", (Piece(", ".join(untold), "dim"),))
    yield from _titled("Reports", [p for m in exhibit.mentions for p in _report(m, numbers)])
    yield from _titled("Why they were joined", [*_links(exhibit.links, numbers)])
    yield from _titled("Told as one of a series", [_count(count, numbers) for count in exhibit.counts])
    yield from _titled("Judgements", [_judgement(j, numbers) for j in exhibit.judgements])
    yield from _titled("History", [_change(c) for c in exhibit.history])


def _heading(shown: ShownIncident) -> Iterator[Paragraph]:
    incident = shown.incident
    grade = (Piece(f"Incident {incident.incident_id}", "bold"), Piece(f" · {incident.grade.value}: "))
    yield Paragraph((*grade, Piece(incident.reason, words=True)), hang="  ")
    value = {f.field: f.summary for f in incident.fields}
    day, deed = value.get("date") or "day not known", value.get("type") or "type left open"
    pieces = (Piece(day, words=True), Piece(" · "), Piece(deed, words=True), Piece(" · "))
    yield Paragraph((*pieces, *_place(shown, value.get("place"))), hang="  ")


def _place(shown: ShownIncident, name: str | None) -> Iterator[Piece]:
    around = ", ".join(part for part in (shown.admin1, shown.country) if part and part != name)
    yield Piece(name or around or "place not known", words=True)
    if name and around:
        yield Piece(f", {around}")
    if shown.lat is not None and shown.lon is not None:
        yield Piece(f" (precision {shown.precision}, {shown.lat:.4f} N {shown.lon:.4f} E)")


def _labelled(label: str, pieces: Sequence[Piece]) -> Paragraph:
    return Paragraph(tuple(pieces), first=f"  {label:<{LABEL}}", hang=" " * (LABEL + 2))


_WITHOUT: Final = {"killed": "(any killed)", "injured": "(any injured)"}
"""What a claim without a value is about, where not the whole event: who denies that anybody died gives no number."""


def _field(field: IncidentField, numbers: dict[str, int], since: dict[Telling, str]) -> Iterator[Paragraph]:
    """Yield a field with every telling; ``since`` holds what a later report says instead."""
    summary = Piece(field.summary or "left open", "bold" if field.summary else "magenta", words=True)
    yield _labelled(field.field, (summary, Piece(f" · {field.grade.value}: ", "dim"), Piece(field.reason, "dim", True)))
    by_value: dict[str | None, list[Telling]] = {}
    for told in field.tellings:
        by_value.setdefault(told.value, []).append(told)
    for value, tellings in by_value.items():
        unknown = all(t.claimant.kind is ClaimantKind.REVIEWER for t in tellings)
        pieces = [
            Piece(value or ("not known" if unknown else _WITHOUT.get(field.field, "(the whole event)")), words=True),
            Piece(" - "),
        ]
        for number, told in enumerate(tellings):
            pieces += [Piece("; ")] if number else []
            pieces += _telling(told, numbers)
            pieces += [Piece(", some of the victims", "dim")] if told.partial else []
            pieces += [Piece(f", told as {told.update.value}", "dim")] if told.update else []
            pieces += [Piece(f", since replaced by {since[told]}", "dim")] if told in since else []
        yield Paragraph(tuple(pieces), first=" " * (LABEL + 4), hang=" " * (LABEL + 6))


def _telling(told: Telling, numbers: dict[str, int]) -> Iterator[Piece]:
    own = told.claimant.kind is ClaimantKind.OUTLET
    yield Piece(told.claimant.text, "cyan", words=True)
    kind = "the outlet itself" if own else f"{told.claimant.kind.value}, {told.stance.value}"
    number = numbers.get(told.mention_id)
    yield Piece(f" ({kind})" + (f" [{number}]" if number else ""))


def _titled(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    if paragraphs:
        yield Paragraph(())
        yield Paragraph((Piece(title, "underline"),))
        yield from paragraphs


def _report(shown: ShownMention, numbers: dict[str, int]) -> Iterator[Paragraph]:
    mention = shown.mention
    pieces: list[Piece] = []
    for fact in (*report_facts(mention.report), f"mention {mention.mention_id}"):
        pieces += [Piece(" · "), Piece(fact, words=True)] if pieces else [Piece(fact, words=True)]
    yield Paragraph(tuple(pieces), first=f"  [{numbers[mention.mention_id]}] ", hang="      ")
    yield Paragraph((Piece(mention.quote.text, words=True),), first="      │ ", hang="      │ ", passage=True)


def _links(links: Sequence[Link], numbers: dict[str, int]) -> Iterator[Paragraph]:
    """Yield the strongest pairs that tie all mentions together, and a line on the others: the store has all of them."""
    home = {ident: ident for link in links for ident in (link.left, link.right)}
    ties: list[Link] = []
    others: list[Link] = []
    for link in sorted(links, key=lambda link: (-link.probability, numbers[link.left], numbers[link.right])):
        one, other = home[link.left], home[link.right]
        (others if one == other else ties).append(link)
        home = {ident: one if at == other else at for ident, at in home.items()}
    yield from (_link(link, numbers) for link in ties)
    if others:
        chances = [link.probability for link in others]
        count = f"{len(others)} more pair{'' if len(others) == 1 else 's'}"
        words = f"{count}, {min(chances):.0%} to {max(chances):.0%}; mentions are one where their pairs fit on average"
        yield Paragraph((Piece(words, "dim"),), "  ", "    ")


def _link(link: Link, numbers: dict[str, int]) -> Paragraph:
    pair = f"  [{numbers.get(link.left, '?')}] [{numbers.get(link.right, '?')}]  "
    words = (Piece(f"{link.probability:.0%}: "), Piece(explained(link), words=True))
    return Paragraph(words, first=pair, hang=" " * len(pair))


def _count(count: SeriesCount, numbers: dict[str, int]) -> Paragraph:
    """Return the claim, what the store holds of the series, and the gap."""
    series, held = count.series, count.held
    what = f"{ordinal(series.number)} “{series.what.text}”" + (f" in “{series.window.text}”" if series.window else "")
    number = numbers.get(count.mention.mention_id)
    who = f" - {count.claim.claimant.text} ({count.claim.stance.value})" + (f" [{number}]" if number else "")
    days = f"from {held.first} to {held.last}" if held.first else f"up to {held.last or 'now'}"
    near = f", {len(held.near)} of them in the province" if held.near else ""
    found = f": the store holds {len(held.incident_ids)} that may count, {days}{near}"
    gap = f"; at least {count.missing} not in the store" if count.missing else "; none is missing for sure"
    style = "magenta" if count.missing else ""
    return Paragraph((Piece(what, words=True), Piece(who, words=True), Piece(found), Piece(gap, style)), "  ", "    ")


def judged_field(judgement: Judgement) -> str:
    """Return what a judgement says of a field: the value set, or whose claim of it is rejected."""
    if judgement.field is None:
        return ""
    if judgement.verdict is Verdict.REJECT:
        return f" {judgement.field} by {judgement.value}"
    return f" {judgement.field} = {judgement.value or 'not known'}"


def _judgement(judgement: Judgement, numbers: dict[str, int]) -> Paragraph:
    concerned = " ".join(f"[{numbers[m]}]" for m in judgement.mentions if m in numbers)
    change = judged_field(judgement)
    words = f"{judgement.when:%Y-%m-%d %H:%M} {judgement.who}: {judgement.verdict.value}{change} {concerned}"
    why = f" ({judgement.why})" if judgement.why else ""
    return Paragraph((Piece(f"{words}{why}", words=True), Piece(f" id {judgement.judgement_id}", "dim")), "  ", "    ")


def _change(change: Change) -> Paragraph:
    what = {"made": "made", "changed": "lost mentions", "ended": "ended"}.get(change.change, change.change)
    former = f" from {change.former}" if change.former else ""
    count = f", {len(change.mention_ids)} mention{'' if len(change.mention_ids) == 1 else 's'}"
    words = f"{change.at[:16].replace('T', ' ')} {change.incident_id} {what}{former}{count}: {change.why}"
    return Paragraph((Piece(words, words=True),), "  ", "    ")
