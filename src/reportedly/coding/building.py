"""Make mention records from drafts: carry dates and places over, sum tolls, choose the words to quote."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.annotations import ActorMention
from reportedly.codebook import event_type_of
from reportedly.coding.claims import covers
from reportedly.coding.draft import Draft
from reportedly.coding.tolls import TollFact
from reportedly.records import (
    ActorValue,
    Claim,
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
    Weapon,
    content_id,
)


def _ref(report: Report) -> ReportRef:
    return ReportRef(
        report.id,
        report.file,
        report.part,
        report.start,
        report.end,
        report.source,
        report.title,
        report.language,
        report.published,
    )


def toll_of(tellings: Iterable[Draft], kind: str) -> Toll | None:
    """Return a mention's toll: parts told in one sentence add up, a retelling does not, an update replaces.

    A total ("the death toll rose to nine") wins over what was told before; parts of a toll ("two of them officers")
    and repetitions are not added.
    """
    chosen: list[TollFact] = []
    tellings = tuple(tellings)
    wholly = any(a.stance is Stance.DENIES and covers(a, t) for t in tellings[:1] for a in t.attributions)
    told = [(t, [f for f in t.facts if f.kind == kind and (wholly or not _denied(t, f))]) for t in tellings]
    some = any(f.toll.best for _, facts in told for f in facts)
    whole = any(not f.subset for _, facts in told for f in facts)
    for telling, every in told:
        facts = _in_one_voice(telling, [f for f in every if (f.toll.best or not some) and not (f.subset and whole)])
        totals = [f for f in facts if f.total]
        if totals:
            chosen = totals[:1]
        elif (facts and not chosen) or (facts and _firmer(facts, chosen)):
            chosen = facts
        elif facts and _other_side(tellings[0], telling, facts, chosen):
            chosen = [*chosen, *facts]
    if not chosen:
        return None
    chosen = _distinct(chosen)
    tolls = [f.toll for f in chosen]
    high = None if any(t.high is None for t in tolls) else sum(t.high or 0 for t in tolls)
    return Toll(sum(t.low for t in tolls), sum(t.best for t in tolls), high, tolls[0].span)


def _denied(telling: Draft, fact: TollFact) -> bool:
    """Return whether a toll is told only as what somebody denies ("it said it shelled X but denied that anyone died")."""
    return any(a.stance is Stance.DENIES and a.holds(fact.index) for a in telling.attributions)


def _in_one_voice(telling: Draft, facts: list[TollFact]) -> list[TollFact]:
    """Keep the tolls of whoever gives the first: two speakers' tolls in one sentence are rivals, not parts of a sum."""

    def voice(fact: TollFact) -> str | None:
        inner = [a for a in telling.attributions if a.holds(fact.index)]
        nearest = min(inner, key=lambda a: sum(end - start for start, end in a.ranges), default=None)
        return None if nearest is None else nearest.claimant.text

    return [f for f in facts if voice(f) == voice(facts[0])]


def _other_side(first: Draft, later: Draft, facts: list[TollFact], chosen: list[TollFact]) -> bool:
    """Return whether a fight pointed back to cost its other side too ("killed three rebels. A soldier died in the clash")."""
    if first.type != "Armed clash" or not later.definite or any(a.stance is Stance.CLAIMS for a in later.attributions):
        return False
    sides = ({a.name for a in first.parts.perpetrators}, {a.name for a in first.parts.targets})
    told, fresh = ({v.name for f in group for v in f.victims} for group in (chosen, facts))
    return bool(told and fresh) and any(told <= mine and fresh <= other for mine, other in (sides, sides[::-1]))


def _firmer(facts: list[TollFact], chosen: list[TollFact]) -> bool:
    """Return whether a number replaces a vague word for the same toll ("several" by "five")."""
    vague = all(f.toll.high is None and f.toll.low in (1, 2) for f in chosen)
    return vague and any(f.toll.high is not None for f in facts)


def _distinct(facts: list[TollFact]) -> list[TollFact]:
    found: list[TollFact] = []
    for fact in facts:
        overlaps = any(fact.toll.span.start < f.toll.span.end and f.toll.span.start < fact.toll.span.end for f in found)
        if not overlaps and not any(_said_again(fact, f) for f in found):
            found.append(fact)
    return found


def _said_again(later: TollFact, earlier: TollFact) -> bool:
    """Return whether a sentence gives one toll twice, as headlines that run into their text do."""
    same = {v.name for v in later.victims} == {v.name for v in earlier.victims}
    return same and later.toll.best == earlier.toll.best >= REPEATED


REPEATED = 5
"""Dead or hurt from which two equal tolls of one deed in a sentence are one."""


def _actors(draft: Draft) -> tuple[ActorValue, ...]:
    found: dict[tuple[Role, str], ActorValue] = {}
    sides: tuple[tuple[Role, list[ActorMention]], ...] = (
        (Role.PERPETRATOR, draft.parts.perpetrators),
        (Role.TARGET, draft.parts.targets),
        (Role.PARTICIPANT, draft.parts.participants),
    )
    perpetrators = {a.name for a in draft.parts.perpetrators}
    opposed = perpetrators | {a.name for a in draft.parts.targets} if draft.type == "Armed clash" else set()
    for role, actors in sides:
        for actor in actors:
            if role is Role.TARGET and actor.name in perpetrators and not actor.generic:
                continue
            if role is Role.PARTICIPANT and actor.name in opposed:
                # "clashed with a patrol": who has a side takes no part beside it (codebook, "Fields").
                continue
            found.setdefault((role, actor.name), ActorValue(role, actor.name, actor.actor_id, actor.span))
    return tuple(found.values())


def _trigger_span(draft: Draft) -> Span:
    node = next((n for n in draft.nodes if n.index == draft.trigger), None)
    first = node.first if node else draft.trigger
    tokens = draft.reading.tokens
    if tokens[first].start == tokens[draft.trigger].end and first and tokens[first - 1].head == first:
        # «أقدم على تفجير منازل»: the words of the deed stand on the token that its English head hangs over.
        return draft.reading.span(first - 1, draft.trigger)
    if draft.reading.sentence.language == "ar" and first and first == draft.trigger:
        # «قصف مدفعي»: one expression, whose second word the English head is.
        before = tokens[first - 1]
        joined = before.dep == "compound" and before.head == first and before.pos == tokens[first].pos == "NOUN"
        first -= joined and before.start < before.end
    return draft.reading.span(first, draft.trigger)


def _quote(draft: Draft) -> Span:
    """Return the shortest stretch that still names the act: the trigger with its nearest arguments and its toll."""
    reading = draft.reading
    marks = {draft.trigger}
    for node in draft.nodes:
        marks |= {node.first, node.index, node.predicate}
        for clause in (node.clause, node.support):
            heads = [a.head for a in clause.arguments if a.function in ("subject", "object", "agent")] if clause else []
            for head in heads:
                if reading.tokens[head].dep not in ("relcl",):
                    marks |= {i for i in reading.noun_phrase(head) if abs(i - draft.trigger) < QUOTE_REACH}
    if draft.place is not None and draft.place_reading is reading:
        marks |= {draft.place.first, draft.place.last}
    return reading.span(min(marks), max(marks))


QUOTE_REACH = 25
"""Tokens: arguments farther from the trigger are not quoted with it."""


def _place(draft: Draft, fallback: PlaceValue | None) -> PlaceValue | None:
    return draft.place.value if draft.place is not None else fallback


def _date(draft: Draft) -> DateValue | None:
    date = draft.date
    if date is None or date.edtf is None or date.vague:
        return None
    return DateValue(date.edtf, date.span)


def build(report: Report, draft: Draft, claims: Iterable[Claim], home: PlaceValue | None) -> Mention:
    """Return the mention record of a draft with all its tellings.

    Args:
        report: Its report.
        draft: The draft, what it lacked carried over.
        claims: Its claims.
        home: The country at precision 3, for a deed whose words name no place.
    """
    trigger = _trigger_span(draft)
    tellings = (draft, *draft.told_again)
    place = _place(draft, home)
    weapon = draft.weapon
    weapon_reading = next((t.reading for t in tellings if weapon is not None and weapon in t.reading.weapons), None)
    return Mention(
        mention_id=content_id(report.id, trigger.start, trigger.end, draft.type, place.name if place else None),
        report=_ref(report),
        status=draft.verdict.status,
        event_type=event_type_of(draft.type),
        sub_event_type=draft.type,
        trigger=trigger,
        quote=_quote(draft),
        date=_date(draft),
        place=place,
        actors=_actors(draft),
        killed=toll_of(tellings, "killed"),
        injured=toll_of(tellings, "injured"),
        weapon=Weapon(weapon.entry.name, weapon_reading.span(weapon.first, weapon.last))
        if weapon is not None and weapon_reading is not None
        else None,
        claims=tuple(dict.fromkeys(claims)),
        status_cue=draft.verdict.cue if draft.verdict.status is not Status.EVENT else None,
    )
