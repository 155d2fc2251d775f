"""A run into a store on one screen: read -> code -> store -> link -> store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Protocol

from reportedly.codebook import Range
from reportedly.incidents import Incident, Link
from reportedly.link import read_range
from reportedly.link.constraints import among
from reportedly.linking import Linker
from reportedly.pipeline import CHUNK, Coded
from reportedly.records import Mention, Report, Status
from reportedly.store import (
    Cause,
    CodedReport,
    LinkState,
    Provenance,
    Rulings,
    Store,
    Told,
    Unfit,
    apply_judgements,
    begin_run,
    end_run,
    find_known,
    is_noted,
    lacks_what_is_known,
    link_state,
    needs_coding,
    pending_part,
    read_shown,
    read_texts,
    save_incidents,
    stands_elsewhere,
    store_chunk,
)


class ReportCoder(Protocol):
    """Codes reports, each on its own, in order; ``pipeline.Coder`` is one."""

    def code_all(self, reports: Iterable[Report]) -> Iterator[Coded]:
        """Yield each report with its mentions."""


class Watch:
    """Hears how far a run is; this one keeps still."""

    def coding(self, reports: Iterable[Report]) -> AbstractContextManager[Iterable[Report]]:
        """Give back the reports that will be coded."""
        return nullcontext(reports)

    def stored(self, coded: Coded) -> None:
        """Hear of a report that is now in the store."""

    def linking(self) -> AbstractContextManager[None]:
        """Hear that mentions are being linked."""
        return nullcontext()


def utc_now() -> datetime:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Tools:
    """What a run works with.

    Attributes:
        provenance: What codes the reports.
        coder: Makes the coder; called only if there is something to code.
        linker: Links and sums up.
        now: Gives the time in UTC.
    """

    provenance: Provenance
    coder: Callable[[], ReportCoder]
    linker: Linker
    now: Callable[[], datetime] = utc_now


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        new: Reports that the store did not have.
        recoded: Reports that were coded anew, by a newer coder or as they read otherwise.
        known: Reports that the store had, coded by this coder.
        edited: Files of those new reports where the store had read other words in the same place of the same file.
        kept: Reports that came without an outlet or a day that the store has for them: the store's stay.
        mentions: Mentions in the store, without those that reviewers rejected.
        incidents: Incidents in the store.
        made: Incidents that are new.
        gone: Incidents that are no more.
        unfit: Judgements that no longer fit.
    """

    new: int = 0
    recoded: int = 0
    known: int = 0
    edited: list[str] = field(default_factory=list)
    kept: int = 0
    mentions: int = 0
    incidents: int = 0
    made: int = 0
    gone: int = 0
    unfit: tuple[Unfit, ...] = ()


@dataclass(slots=True)
class _Run:
    """A run at work; it is written into the store with the first thing that it brings."""

    store: Store
    tools: Tools
    watch: Watch
    summary: Summary = field(default_factory=Summary)
    copies: list[CodedReport] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    _number: int | None = None

    @property
    def number(self) -> int:
        if self._number is None:
            self._number = begin_run(self.store, self.tools.provenance, self.tools.now())
        return self._number

    def to_code(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports that are to be coded; the others are counted, and their files noted."""
        for report in reports:
            known = find_known(self.store, report.id)
            if known is None and lacks_what_is_known(self.store, report):
                self.summary.kept += 1
                continue
            if needs_coding(report, known, self.tools.provenance.coder):
                yield report
                continue
            self.summary.known += 1
            if not is_noted(self.store, report):
                self.copies.append(CodedReport(report))

    def code(self, reports: Iterable[Report]) -> None:
        """Code reports and store them, chunk by chunk."""
        waiting = self.to_code(reports)
        first = next(waiting, None)
        if first is not None:
            coder = self.tools.coder()
            chunk: list[Coded] = []
            with self.watch.coding(chain([first], waiting)) as watched:
                for coded in coder.code_all(watched):
                    chunk.append(coded)
                    if len(chunk) == CHUNK:
                        self.keep(chunk)
                        chunk = []
                self.keep(chunk)
        self.keep(())

    def keep(self, chunk: Sequence[Coded]) -> None:
        """Store a chunk in one transaction; only then is it said to be stored."""
        rows = [*self.copies, *(CodedReport(c.report, c.mentions) for c in chunk)]
        had = {c.report.id for c in chunk if find_known(self.store, c.report.id)}
        fresh = (c.report for c in chunk if c.report.id not in had | self.seen)
        self.summary.edited += [r.file for r in fresh if stands_elsewhere(self.store, r) not in (None, *self.seen)]
        if rows:
            store_chunk(self.store, rows, self.number, self.tools.provenance.coder)
        self.copies.clear()
        for coded in chunk:
            again = coded.report.id in self.seen
            self.summary.known += again
            self.summary.recoded += not again and coded.report.id in had
            self.summary.new += not again and coded.report.id not in had
            self.seen.add(coded.report.id)
            self.watch.stored(coded)

    def link(self) -> None:
        """Link all mentions if they, the judgements or the linker changed since they last were."""
        state = link_state(self.store)
        linker = self.tools.linker
        if state.stale or state.linker != linker.fingerprint:
            with self.watch.linking():
                cause = Cause("linked", run_id=self.number)
                outcome = relink(self.store, linker, cause, self.tools.now())
            self.summary.made, self.summary.gone = outcome.made, outcome.gone
            self.summary.unfit = outcome.rulings.unfit
        else:
            self.summary.unfit = apply_judgements(self.store, write=False).unfit

    def end(self) -> Summary:
        """Write the end of the run; return what it did."""
        if self._number is not None:
            end_run(self.store, self._number, self.tools.now())
        self.summary.mentions = _count(self.store, "mentions LEFT JOIN judged_mentions AS j USING (mention_id) ", True)
        self.summary.incidents = _count(self.store, "incidents", False)
        return self.summary


def _count(store: Store, tables: str, judged: bool) -> int:
    where = "WHERE j.verdict IS NULL OR j.verdict <> 'reject'" if judged else ""
    found = store.row(f"SELECT count(*) FROM {tables} {where}")
    return int(found[0]) if found else 0


def run_into(store: Store, reports: Iterable[Report], tools: Tools, watch: Watch | None = None) -> Summary:
    """Code the reports that a store does not have, store them, and link what it then holds.

    A run that ends early, however it ends, keeps every chunk that it stored; the next one goes on from there.

    Args:
        store: The store; the caller holds the right to write into it (``store.writing``).
        reports: The reports, as they are read.
        tools: What to work with.
        watch: Hears how far the run is.

    Raises:
        StoreError: The disk is full; the store is whole.
    """
    run = _Run(store, tools, watch or Watch())
    run.code(reports)
    run.link()
    return run.end()


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a linking changed."""

    made: int
    gone: int
    rulings: Rulings


def relink(store: Store, linker: Linker, cause: Cause, when: datetime) -> Relinked:
    """Link what changed with all that may join it, judgements applied, and store the incidents.

    Everything is linked where the incidents are another linker's.

    Raises:
        StoreError: The disk is full; the store is whole, and its incidents are those of before.
    """
    with store.transaction():
        rulings = apply_judgements(store)
    some = None
    if link_state(store).linker == linker.fingerprint:
        part = pending_part(store, rulings, linker.asks_for)
        some, cause = part.mention_ids, replace(cause, instead_of=part.incident_ids)
    mentions = [s.mention for s in read_shown(store, mention_ids=some) if s.mention.status is Status.EVENT]
    told = _told(store, linker, mentions, rulings)
    made, gone = save_incidents(store, told, cause, when, LinkState(False, linker.fingerprint))
    return Relinked(made, gone, rulings)


def _told(store: Store, linker: Linker, mentions: Iterable[Mention], rulings: Rulings) -> list[Told]:
    by_id = {m.mention_id: m for m in sorted(mentions, key=lambda m: m.mention_id)}
    must, cannot = among(rulings.must, rulings.cannot, by_id)
    linked = linker.link(tuple(by_id.values()), must, cannot)
    home = {ident: number for number, cluster in enumerate(linked.clusters) for ident in cluster}
    group = {ident: members[0] for members in (*linked.clusters, *linked.groups) for ident in members}
    links: dict[int, list[Link]] = defaultdict(list)
    for link in linked.links:
        links[home[link.left]].append(link)
    made = []
    for number, cluster in enumerate(linked.clusters):
        members = tuple(by_id[ident] for ident in sorted(cluster))
        reports = {m.report.id for m in members}
        texts = read_texts(store, reports) if len(reports) > 1 else {}
        keys = tuple(tuple(linker.stored_under(m)) for m in members)
        incident = linker.incident(members, texts)
        made.append(Told(incident, members, tuple(links[number]), group[cluster[0]], keys, _tolls(incident)))
    return made


def _tolls(incident: Incident) -> dict[str, Range]:
    found = {f.field: read_range(f.summary) for f in incident.fields if f.field in ("killed", "injured") and f.summary}
    return {field: count for field, count in found.items() if count is not None}
