"""Score what the system coded against gold, after the table "Scoring" of ``CODEBOOK.md``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.evaluate import fields
from reportedly.evaluate.assign import assign
from reportedly.evaluate.compare import agreement, same_place, same_type
from reportedly.evaluate.fields import Log
from reportedly.evaluate.gold import NON_EVENTS, Gold, GoldEvent
from reportedly.evaluate.names import ActorNames, load_actor_names
from reportedly.evaluate.scores import ReportScores, Scores, Tally
from reportedly.evaluate.texts import Extent, Region, SourceText, find_quote, find_report, home_of
from reportedly.records import Mention, Status


@dataclass(frozen=True, slots=True)
class LocatedEvent:
    """A gold row with every place at which its quote stands."""

    event: GoldEvent
    regions: tuple[Region, ...]

    def holds(self, offset: int) -> bool:
        """True if ``offset`` lies in the quote or its sentence."""
        return any(region.start <= offset < region.end for region in self.regions)

    def quotes(self, offset: int) -> bool:
        """True if ``offset`` lies in the quote itself."""
        return any(region.quote_start <= offset < region.quote_end for region in self.regions)


def _weight(row: LocatedEvent, mention: Mention, crowded: bool) -> int:
    """Return how well two rows fit, 0 where they must not be paired."""
    at = mention.trigger.start
    if not row.holds(at):
        return 0
    if crowded and not (same_type(row.event, mention) or same_place(row.event, mention)):
        return 0
    return agreement(row.event, mention, row.quotes(at))


def match_rows(gold: Sequence[LocatedEvent], mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Return pairs of indices into ``gold`` and ``mentions``, one to one, best total first.

    A trigger inside the quote or its sentence makes two rows a possible pair; where several gold rows share that
    sentence, type or place must agree as well.
    """
    crowded = [sum(row.holds(mention.trigger.start) for row in gold) > 1 for mention in mentions]
    return assign([[_weight(row, *pair) for pair in zip(mentions, crowded, strict=True)] for row in gold])


def _count_detection(
    log: Log, gold: Sequence[LocatedEvent], mentions: Sequence[Mention], pairs: Sequence[tuple[int, int]]
) -> None:
    """Count events found, missed and invented; a row that may also be another status is never a miss."""
    partner = {column: row for row, column in pairs}
    for column, mention in enumerate(mentions):
        if mention.status is not Status.EVENT:
            continue
        row = gold[partner[column]].event if column in partner else None
        right = row is not None and row.may_be_event
        log.tally.add("detection_precision", right)
        if not right:
            log.note("false alarm", row, mention, fields.status_words(row), fields.row_words(mention))
    found = {row: mentions[column] for row, column in pairs}
    for index, located in enumerate(gold):
        if not located.event.must_be_event:
            continue
        mention_found = found.get(index)
        right = mention_found is not None and mention_found.status is Status.EVENT
        log.tally.add("detection_recall", right)
        if not right:
            system = "nothing" if mention_found is None else f"called {mention_found.status}"
            log.note(
                "missed", located.event, mention_found, located.event.quote, system, located.regions[0].quote_start
            )


def _count_status(log: Log, event: GoldEvent, mention: Mention) -> None:
    if not set(event.statuses) <= NON_EVENTS:
        return
    right = mention.status in event.statuses
    log.tally.add("status", right)
    if not right:
        log.note("status", event, mention, fields.status_words(event), mention.status)


def _score_report(log: Log, gold: Sequence[LocatedEvent], mentions: Sequence[Mention], names: ActorNames) -> None:
    pairs = match_rows(gold, mentions)
    _count_detection(log, gold, mentions, pairs)
    for row, column in pairs:
        event, mention = gold[row].event, mentions[column]
        _count_status(log, event, mention)
        if event.may_be_event and mention.status is Status.EVENT:
            fields.count_values(log, event, mention)
            fields.count_actors(log, event, mention, names)
            fields.count_claims(log, event, mention)
    for mention in mentions:
        fields.count_verbatim(log, mention)


def _names(gold: Gold, actors: Path | None) -> ActorNames:
    beside = Path(gold.file).parent / "actors.csv"
    return load_actor_names(actors or (beside if beside.is_file() else None))


def _by_report(
    mentions: Sequence[Mention], extents: Sequence[Extent], judged: Sequence[Extent]
) -> tuple[tuple[Mention, ...], ...]:
    homes = [home_of(mention, extents) for mention in mentions]
    return tuple(
        tuple(mention for mention, home in zip(mentions, homes, strict=True) if home is extent) for extent in judged
    )


def score(
    gold: Gold,
    mentions: Sequence[Mention],
    texts: Sequence[SourceText],
    actors: Path | None = None,
    language: str | None = None,
) -> Scores:
    """Score mentions against gold.

    Args:
        gold: What people coded.
        mentions: What the system coded; those in files that the gold does not know are left out.
        texts: The texts that offsets count in.
        actors: Table of neutral names and their aliases; by default ``actors.csv`` beside the gold, if there is one.
        language: ISO 639-1 code of the gold reports to judge, all by default; rows in the others are left out.

    Returns:
        The figures, those of each report, and the disagreements.

    Raises:
        GoldError: No text for a report that is judged, a quote that is not verbatim, or an unusable table of actors.
    """
    names = _names(gold, actors)
    extents = [
        found
        for report in gold.reports
        if (found := find_report(gold, report, texts, required=language in (None, report.language)))
    ]
    judged = [extent for extent in extents if language in (None, extent.report.language)]
    total, reports, disagreements = Tally(), [], []
    for extent, rows in zip(judged, _by_report(mentions, extents, judged), strict=True):
        events = gold.rows_of(extent.report.id)
        located = [LocatedEvent(event, find_quote(gold, event, extent)) for event in events]
        log = Log(extent)
        _score_report(log, located, rows, names)
        total.merge(log.tally)
        reports.append(ReportScores(extent.report.id, log.tally.figures()))
        disagreements += log.disagreements
    return Scores(total.figures(), tuple(reports), tuple(disagreements))
