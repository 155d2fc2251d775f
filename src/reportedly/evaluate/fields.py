"""Count what is right in a pair of rows, and note what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.evaluate.assign import assign
from reportedly.evaluate.claims import match_claims
from reportedly.evaluate.compare import same_date, same_place, same_precision, same_toll, same_type
from reportedly.evaluate.gold import GoldClaim, GoldEvent, GoldPlace, GoldToll
from reportedly.evaluate.names import ActorNames
from reportedly.evaluate.scores import Disagreement, Tally
from reportedly.evaluate.texts import Extent
from reportedly.records import Claim, Mention, PlaceValue, Span, Toll


class Log:
    """The tally of one report and its disagreements."""

    def __init__(self, extent: Extent) -> None:
        self.extent = extent
        self.tally = Tally()
        self.disagreements: list[Disagreement] = []

    def note(
        self, kind: str, event: GoldEvent | None, mention: Mention | None, gold: str, system: str, offset: int = 0
    ) -> None:
        """Keep one disagreement; the sentence is that of the mention's trigger, or at ``offset`` without one."""
        at = mention.trigger.start if mention else offset
        self.disagreements.append(
            Disagreement(
                kind=kind,
                report=self.extent.report.id,
                gold_id=event.id if event else None,
                mention_id=mention.mention_id if mention else None,
                gold=gold,
                system=system,
                sentence=self.extent.sentence_at(at),
                file=self.extent.source.file,
                offset=at,
            )
        )

    def judge(self, name: str, right: bool | None, event: GoldEvent, mention: Mention, words: tuple[str, str]) -> None:
        """Count one figure, unless it is not judged, and note it where it is wrong; ``words`` are both sides'."""
        if right is None:
            return
        self.tally.add(name, right)
        if not right:
            self.note(name, event, mention, *words)


def status_words(event: GoldEvent | None) -> str:
    """Return the statuses of a gold row for reading."""
    return "nothing" if event is None else " or ".join(event.statuses)


def row_words(mention: Mention) -> str:
    """Return a system row for reading: trigger, type, date and place."""
    date = mention.date.edtf if mention.date else "-"
    return f"{mention.trigger.text!r} {mention.sub_event_type}, {date}, {_place_words(mention.place)}"


def _place_words(place: PlaceValue | GoldPlace | None) -> str:
    if place is None:
        return "-"
    admin1 = place.admin1 if isinstance(place, PlaceValue) else " or ".join(place.admin1)
    point = "" if place.lat is None or place.lon is None else f" {place.lat:.3f},{place.lon:.3f}"
    return f"{place.name or '-'} ({admin1 or '-'}, {place.country or '-'}){point}"


def _toll_words(toll: Toll | GoldToll | None) -> str:
    if toll is None:
        return "-"
    ends: list[str] = []
    for end in (toll.low, toll.best, toll.high):
        ends.append("|".join(map(str, end)) if isinstance(end, tuple) else str(end))
    quote = toll.span.text if isinstance(toll, Toll) else toll.quote
    return f"{', '.join(ends).replace('None', 'null')} ({quote})"


def _or(words: Sequence[str]) -> str:
    return " or ".join(words)


def count_values(log: Log, event: GoldEvent, mention: Mention) -> None:
    """Count type, date, place, precision and tolls of a matched event row."""
    log.judge("type", same_type(event, mention), event, mention, (_or(event.sub_event_types), mention.sub_event_type))
    dates = [date or "null" for date in event.dates]
    system_date = f"{mention.date.edtf} ({mention.date.span.text})" if mention.date else "null"
    log.judge("date", same_date(event, mention), event, mention, (_or(dates), system_date))
    place = (_or([_place_words(item) for item in event.places]), _place_words(mention.place))
    log.judge("place", same_place(event, mention), event, mention, place)
    precisions = [str(number) for item in event.places if item for number in item.precisions]
    system_precision = str(mention.place.precision) if mention.place else "-"
    log.judge("precision", same_precision(event, mention), event, mention, (_or(precisions), system_precision))
    _count_toll(log, "killed", event, mention)
    _count_toll(log, "injured", event, mention)


def _count_toll(log: Log, name: str, event: GoldEvent, mention: Mention) -> None:
    allowed, toll = (event.killed, mention.killed) if name == "killed" else (event.injured, mention.injured)
    right = same_toll(allowed, toll)
    log.judge(name, right, event, mention, (_or([_toll_words(item) for item in allowed]), _toll_words(toll)))
    if None not in allowed:
        log.tally.add(f"{name}_given", right)


def count_actors(log: Log, event: GoldEvent, mention: Mention, names: ActorNames) -> None:
    """Count actors by role over neutral names; a row whose gold names no role at all is not judged."""
    for role in event.roles:
        gold = list(dict.fromkeys(tuple(names.neutral(name) for name in actor) for actor in role.actors))
        written = {names.neutral(actor.name): actor for actor in mention.actors if actor.role is role.role}
        system = list(written)
        pairs = assign([[int(name in actor) for name in system] for actor in gold])
        log.tally.hits("actors", len(pairs), len(gold), len(system))
        for index in sorted(set(range(len(gold))) - {row for row, _ in pairs}):
            log.note(f"{role.role} missing", event, mention, _or(gold[index]), _or(system) or "-")
        for index in sorted(set(range(len(system))) - {column for _, column in pairs}):
            extra = f"{system[index]} ({written[system[index]].span.text})"
            log.note(f"{role.role} extra", event, mention, ", ".join(map(_or, gold)) or "-", extra)


def _gold_claim_words(claim: GoldClaim) -> str:
    return f"{_or(claim.fields)}={claim.value} by {_or(claim.claimants)!r}, {_or(claim.stances)} ({claim.quote})"


def _claim_words(claim: Claim) -> str:
    return f"{claim.field}={claim.value} by {claim.claimant.text!r}, {claim.stance} ({claim.span.text})"


def count_claims(log: Log, event: GoldEvent, mention: Mention) -> None:
    """Count claims over field, claimant and stance, and the stance of those that fit but for it."""
    found = match_claims(event.claims, mention.claims)
    hits = len(found.pairs)
    log.tally.hits("claims", hits, hits + len(found.missing), hits + len(found.extra))
    for gold_claim in found.missing:
        log.note("claim missing", event, mention, _gold_claim_words(gold_claim), "-")
    for claim in found.extra:
        log.note("claim extra", event, mention, "-", _claim_words(claim))
    for gold_claim, claim in found.stance_pairs:
        right = claim.stance in gold_claim.stances
        log.tally.add("stance", right)
        if not right:
            log.note("claim stance", event, mention, _gold_claim_words(gold_claim), _claim_words(claim))


def spans_of(mention: Mention) -> Iterator[Span]:
    """Yield every span that a mention rests on."""
    values = (mention.date, mention.place, *mention.actors, mention.killed, mention.injured, mention.weapon)
    carried = (value.span for value in values if value is not None)
    claims = (span for claim in mention.claims for span in (claim.span, claim.claimant.span))
    for span in (mention.trigger, mention.quote, *carried, *claims, mention.status_cue):
        if span is not None:
            yield span


def count_verbatim(log: Log, mention: Mention) -> None:
    """Count the spans that are verbatim at their offsets."""
    text = log.extent.source.text
    for span in spans_of(mention):
        there = 0 <= span.start <= span.end <= len(text) and text[span.start : span.end] == span.text
        log.tally.add("verbatim", there)
        if not there:
            log.note("not verbatim", None, mention, repr(text[span.start : span.end]), repr(span.text))
