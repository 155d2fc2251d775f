"""Invented reports, a coder that codes them by a rule of one line, a linker that joins by day and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from reportedly.incidents import Link, Linked, Reason
from reportedly.pipeline import Coded
from reportedly.records import (
    ActorValue,
    Block,
    BlockKind,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    PlaceValue,
    Report,
    ReportRef,
    Role,
    Span,
    Stance,
    Status,
    Toll,
    content_id,
)
from reportedly.runs import Summary, Tools, run_into
from reportedly.store import Provenance, Store, open_store, read_incidents, read_shown

from .unlinked import Unlinked

NOON = datetime(2021, 3, 20, 12, tzinfo=UTC)
PLACES = ("Dayr Nasr", "Tall Hadid", "خربة النهر", "Qasr Zayd")

_LINE = re.compile(r"On (?P<day>\S+) (?P<killed>\d+) people were killed (?P<at>at|near) (?P<place>[^.]+)\.")


def report(number: int, text: str | None = None, file: str | None = None, source: str = "Harbour Wire") -> Report:
    """Return an invented report; its day, toll and place follow from ``number``."""
    place, day = PLACES[number % 4], f"2021-03-{number % 9 + 1:02d}"
    words = text or f"Notice {number}. On {day} {number % 5} people were killed at {place}. The market was shut."
    ident = content_id(words, source)
    block = Block(0, len(words), BlockKind.TEXT, "en")
    name = file or f"r{number:04d}.txt"
    return Report(ident, name, 1, 0, len(words), words, (block,), source, f"Title {number}", published=date(2021, 3, 9))


def mention(told: Report, found: re.Match[str], status: Status = Status.EVENT) -> Mention:
    ref = ReportRef(
        told.id, told.file, told.part, told.start, told.end, told.source, told.title, told.language, told.published
    )
    words = {name: Span(found.start(name), found.end(name), found[name]) for name in ("day", "killed", "place", "at")}
    quote = Span(found.start(), found.end(), found[0])
    killed = int(found["killed"])
    return Mention(
        mention_id=content_id(told.id, *found.span("killed"), "Attack", found["place"]),
        report=ref,
        status=status,
        event_type="Violence against civilians",
        sub_event_type="Attack",
        trigger=words["killed"],
        quote=quote,
        date=DateValue(found["day"], words["day"]),
        place=_place(found, words["place"]),
        actors=(ActorValue(Role.TARGET, "Civilians", "civilians", quote),),
        killed=Toll(killed, killed, killed, words["killed"]),
        claims=(Claim("killed", str(killed), Claimant("officials", ClaimantKind.OFFICIAL), Stance.REPORTS, quote),),
    )


def _place(found: re.Match[str], span: Span) -> PlaceValue:
    lat = 35.5 + PLACES.index(found["place"]) / 10
    return PlaceValue(found["place"], span, "17", found["place"], "Idlib", "SY", lat, 36.5, 1)


class FakeCoder:
    """Codes a mention for each line of ``report``'s kind; ``shift`` moves the trigger as a newer coder might."""

    def __init__(self, shift: bool = False, deaf: bool = False) -> None:
        self.shift, self.deaf, self.coded = shift, deaf, 0

    def code_all(self, reports: Iterable[Report]) -> Iterator[Coded]:
        for told in reports:
            self.coded += 1
            found = () if self.deaf else tuple(mention(told, match) for match in _LINE.finditer(told.text))
            yield Coded(told, tuple(map(self._shifted, found)))

    def _shifted(self, told: Mention) -> Mention:
        if not self.shift:
            return told
        start, end = told.trigger.start, told.trigger.end + 7
        trigger = Span(start, end, told.trigger.text + " people")
        return replace(told, mention_id=content_id(told.report.id, start, end, "newer"), trigger=trigger)


class DayLinker(Unlinked):
    """Joins the mentions of one day and place, but for those that are held apart."""

    fingerprint = "days-1"

    def __init__(self, all_: bool = False) -> None:
        self.all, self.seen = all_, 0

    def stored_under(self, mention: Mention) -> Iterable[str]:
        """Return the day and place; one key for everything has all of the store linked each time."""
        day, place = mention.date, mention.place
        return ("all" if self.all else f"{day.edtf if day else None} {place.name if place else None}",)

    asks_for = stored_under

    def link(
        self, mentions: Sequence[Mention], must: Sequence[tuple[str, str]], cannot: Sequence[tuple[str, str]]
    ) -> Linked:
        self.seen += len(mentions)
        apart = {ident for pair in cannot for ident in pair}
        groups: dict[tuple[str, str], list[str]] = {}
        for m in mentions:
            alone = m.mention_id if m.mention_id in apart else ""
            key = f"{m.date.edtf if m.date else m.mention_id} {alone}", (m.place.name or "") if m.place else ""
            groups.setdefault(key, []).append(m.mention_id)
        extra = [(one, other) for members in groups.values() for one in members[:1] for other in members[1:]]
        clusters = super().link(mentions, [*must, *extra], ()).clusters
        reasons = (Reason("date", "same day", 4.1), Reason("place", "same place", 5.9))
        links = tuple(Link(c[0], other, 0.99, reasons) for c in clusters for other in c[1:])
        return Linked(clusters, links)


def tools(coder: FakeCoder | None = None, lexicons: str = "1", linker: DayLinker | None = None) -> Tools:
    made = coder or FakeCoder()
    return Tools(Provenance("1", "code", lexicons), lambda: made, linker or DayLinker(), lambda: NOON)


def run(path: Path, reports: Iterable[Report], with_: Tools | None = None) -> Summary:
    with open_store(path, create=True) as store:
        return run_into(store, reports, with_ or tools())


TABLES = {
    "reports": "report_id, file, part, source, title, text, sha256, record, blocks, content, coder, replaced_by",
    "report_files": "report_id, file, part, start_offset",
    "mentions": "mention_id, report_id, record, place, date_first, killed_best",
    "mention_actors": "mention_id, position, name",
    "claims": "mention_id, position, field, value, claimant, judgement_id",
    "incidents": "*",
    "incident_mentions": "*",
    "incident_fields": "*",
    "links": "*",
    "link_reasons": "*",
    "linking": "*",
    "reports_fts": "title, text",
}


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a store holds but for the numbers and times of runs, and the order in which rows came."""
    found = {table: sorted(store.rows(f"SELECT {columns} FROM {table}"), key=repr) for table, columns in TABLES.items()}
    found["shown"] = list(map(repr, read_shown(store)))  # type: ignore[arg-type]
    found["incidents shown"] = list(map(repr, read_incidents(store)))  # type: ignore[arg-type]
    return found


def content_at(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with open_store(path) as store:
        return content(store)
