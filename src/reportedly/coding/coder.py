"""Code one report: sentences to drafts, drafts to mentions. Pure, and the same for every language that gives clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly import edtf
from reportedly.annotations import DateExpression, Listing, PlaceMention
from reportedly.capitals import capitals
from reportedly.coding.another import FRESH
from reportedly.coding.attributed import Attribution
from reportedly.coding.attribution import find_attributions
from reportedly.coding.building import build
from reportedly.coding.civil_targets import name_civilians
from reportedly.coding.claims import claims_of_telling, hold_back_culprits, one_a_claimant, told_by
from reportedly.coding.disowned import disowned, leave_out_disowned
from reportedly.coding.draft import Draft
from reportedly.coding.drafts import drafts_of, listed_drafts
from reportedly.coding.former import without_former
from reportedly.coding.local_claimants import told_from
from reportedly.coding.marchers import name_marchers
from reportedly.coding.merging import join_tellings
from reportedly.coding.own_voice import outlet_claims, said_spans
from reportedly.coding.reading import Reading
from reportedly.coding.series_claims import series_claims
from reportedly.coding.speakers import carry_quotations, mark_distance, resolve
from reportedly.coding.spoken_of import attach
from reportedly.coding.status import Verdict
from reportedly.coding.typing import HEAVY, settle_type
from reportedly.records import Claim, Mention, PlaceValue, Report, Stance, Status

NO_LIST = Listing()

CARRY = 3
"""Sentences over which a paragraph's day or place carries to the next deed that names none."""


def _story_date(previous: Sequence[Draft], draft: Draft, days: set[str], listing: Listing) -> DateExpression | None:
    """Return the day carried over: the paragraph's, the list's, or the report's if it has told of one day only."""
    carried = None if FRESH.search(draft.reading.sentence.text[:60]) else _day_told(previous, draft, days, listing)
    return carried or (listing.day if draft.reading.sentence.block in listing.items else None)


def _day_told(previous: Sequence[Draft], draft: Draft, days: set[str], listing: Listing) -> DateExpression | None:
    here = draft.reading.sentence
    for earlier in reversed(previous):
        if earlier.reading.sentence.block != here.block and earlier.reading.sentence.block in listing.items:
            continue
        date = earlier.date
        if date is None or date.vague or date.edtf is None or date.kind not in ("day", "days"):
            continue
        near = here.index - earlier.reading.sentence.index <= CARRY and earlier.reading.sentence.block == here.block
        return date if near or len(days) == 1 else None
    return None


def _counted_from(date: DateExpression, told: DateExpression | None) -> DateExpression:
    """Return a day that hangs on another ("the next day", "back then") counted from the day last told."""
    bounds = edtf.bounds(told.edtf) if told is not None and told.edtf else None
    if date.offset is None or bounds is None or bounds[0] != bounds[1]:
        return date
    rough = "~" if date.approximate else ""
    return replace(date, edtf=edtf.shift(bounds[0], date.offset).isoformat() + rough, kind="day")


def _carried_place(
    previous: Sequence[Draft], seen: Sequence[tuple[int, int, PlaceMention]], draft: Draft
) -> PlaceMention | None:
    """Return the place carried over: that of the deed just told in the paragraph, else the last one named."""
    here = draft.reading.sentence
    tellings = [t for d in previous for t in (d, *d.told_again)]
    for earlier in sorted(tellings, key=lambda d: d.reading.sentence.index, reverse=True):
        gap = here.index - earlier.reading.sentence.index
        if gap < 0:
            continue
        same_block = earlier.reading.sentence.block == here.block
        if earlier.place is not None and earlier.place.level == "point" and (gap <= 1 or (same_block and gap <= CARRY)):
            return earlier.place
    points = [p for index, _, p in seen if index <= here.index and p.level == "point"]
    if points:
        return points[-1]
    wide = [p for index, _, p in seen if p.level in ("admin1", "area", "region")]
    return wide[0] if wide else None


def _somewhere_else(draft: Draft) -> bool:
    """Return whether the words put the deed in a place that they do not name ("in an eastern province")."""
    reading = draft.reading
    for node in draft.nodes:
        for clause in (node.clause, node.support):
            for head in clause.heads("oblique", "in", "at") if clause else ():
                articles = {reading.tokens[c].lower for c in reading.tree.of(head, "det")}
                if articles & {"a", "an", "another"} and reading.lexicon.is_noun(
                    "territory", reading.tokens[head].lemma
                ):
                    return True
    return False


def _under_a_name(draft: Draft, listing: Listing) -> bool:
    """Return whether a list's item has a head of its own that no gazetteer knows ("- Hays: a mine killed a shepherd")."""
    sentence = draft.reading.sentence
    head = _ITEM_HEAD.match(sentence.text) if sentence.block in listing.items else None
    if head is None:
        return False
    last = draft.reading.token_at(sentence.start + head.end("name") - 1)
    return not any(i in draft.reading.place_at or i in draft.reading.actor_at for i in range(last + 1))


_ITEM_HEAD = re.compile(r"\W*(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}):\s")


def _new_story(previous: Sequence[Draft], draft: Draft) -> bool:
    """Return whether a deed opens a paragraph with a day of its own after another day's: its place is not that one's."""
    if draft.date is None or draft.inherited_date or draft.date.edtf is None or not previous:
        return False
    last = previous[-1]
    other_day = last.date is not None and last.date.edtf != draft.date.edtf
    return other_day and last.reading.sentence.block != draft.reading.sentence.block


def _places_seen(readings: Sequence[Reading], home: str | None) -> list[tuple[int, int, PlaceMention]]:
    return [
        (r.sentence.index, r.sentence.block, p)
        for r in readings
        for p in r.places
        if not p.modifies_actor and p.relation not in ("from", "to") and not (home and _abroad(p, home))
    ]


def _abroad(place: PlaceMention, home: str) -> bool:
    """Return whether another land's capital is only named beside ("the government, Moscow and the coalition")."""
    value = place.value
    capital = value.country is not None and capitals().get(value.country) == value.gazetteer_name
    return place.relation == "other" and value.country not in (None, home) and capital


def _located(draft: Draft, place: PlaceMention, seen: Sequence[tuple[int, int, PlaceMention]]) -> PlaceMention:
    """Return a place that no gazetteer holds with the smallest known area around it: the paragraph's, at precision 3."""
    if place.value.lat is not None or place.value.name is None:
        return place
    here = draft.reading.sentence
    told = [t.place for t in draft.told_again if t.place is not None]
    near = [
        p for index, block, p in seen if block == here.block and index <= here.index and here.index - index <= CARRY
    ]
    around = [p.value for p in (*told, *reversed(near)) if p.value.lat is not None]
    if not around:
        return place
    area = around[0]
    value = replace(place.value, lat=area.lat, lon=area.lon, admin1=area.admin1, country=area.country, precision=3)
    return replace(place, value=value)


def _carry_over(story: list[Draft], readings: Sequence[Reading], listing: Listing, home: str | None) -> None:
    """Give events without a day or place of their own those of the telling around them."""
    seen = _places_seen(readings, home)
    days: set[str] = set()
    previous: list[Draft] = []
    for draft in story:
        if draft.verdict.status is not Status.EVENT:
            if draft.verdict.status is Status.AGGREGATE and draft.date is not None and draft.date.kind == "day":
                previous.append(draft)
            continue
        if draft.date is not None and draft.date.kind == "anaphoric":
            draft.date = _counted_from(draft.date, _day_told(previous, draft, days, listing))
        if draft.date is None:
            carried = _story_date(previous, draft, days, listing)
            draft.date, draft.inherited_date = carried, carried is not None
        elif draft.date.edtf and not draft.date.vague:
            # A toll that rose on another day makes the day of what follows unsure.
            told = [draft.date, *(d.date for d in draft.told_again if d.date is not None)]
            days |= {date.edtf for date in told if date.edtf and not date.vague}
        elsewhere = _somewhere_else(draft)
        if draft.place is None and not elsewhere:
            draft.place = told_from(draft, people_only=True)
        elsewhere = elsewhere or _under_a_name(draft, listing)
        if draft.place is None and not elsewhere and not _new_story(previous, draft):
            draft.place = _carried_place(previous, seen, draft) or told_from(draft, people_only=False)
        if draft.place is not None:
            draft.place = _located(draft, draft.place, seen)
            draft.listed = tuple(_located(draft, p, seen) for p in draft.listed)
        previous.append(draft)


def attributions_of(readings: Sequence[Reading]) -> list[list[Attribution]]:
    """Return who says what in each sentence of a report, pronouns and quotations carried over."""
    carried = carry_quotations(readings, [without_former(r, find_attributions(r)) for r in readings])
    return mark_distance(readings, resolve(carried))


def _leave_open_if_disputed(draft: Draft, claims: Sequence[Claim]) -> None:
    """Take out a doer guessed from a bare noun ("warplanes") where rival culprits are claimed (codebook, ``perpetrator``)."""
    rivals = {c.value for c in claims if c.field == "perpetrator" and c.stance is not Stance.DENIES}
    if len(rivals) > 1:
        draft.parts.perpetrators = [a for a in draft.parts.perpetrators if not a.span.text.islower()]


def _of_share(claims: Sequence[Claim], event: Draft, number: int) -> list[Claim]:
    """Return the claims of a toll told place by place, with what they give for a later place."""
    tolls = {f.kind: str(f.toll.best) for f in event.facts} if number else {}
    return [replace(c, value=tolls[c.field]) for c in claims if c.field in tolls]


def code_readings(
    report: Report, readings: Sequence[Reading], home: PlaceValue | None, listing: Listing = NO_LIST
) -> tuple[Mention, ...]:
    """Return the mentions of a report in the order of their triggers.

    Args:
        report: The report.
        readings: Its parsed sentences with what annotation found in them, in order.
        home: The report's country at precision 3, for deeds without a place; ``None`` where unknown.
        listing: How it is a list.
    """
    attributions = {r.sentence.index: a for r, a in zip(readings, attributions_of(readings), strict=True)}
    drafts: list[Draft] = []
    for reading in readings:
        for draft in drafts_of(reading):
            draft.attributions = attributions[reading.sentence.index]
            drafts.append(draft)
    for draft in drafts:
        start = draft.reading.sentence.start
        if draft.verdict.status is Status.EVENT and any(low <= start < high for low, high in listing.parts):
            draft.verdict = Verdict(Status.AGGREGATE)
    held = {id(d): hold_back_culprits(d) for d in drafts}
    told = {id(d): told_by(d) for d in drafts}
    denied = {id(d): disowned(d) for d in drafts}
    named = {id(d): frozenset(p.name for p in d.parts.perpetrators) for d in drafts}
    story = join_tellings(drafts)
    story.sort(key=lambda d: (d.reading.sentence.index, d.trigger))
    _carry_over(story, readings, listing, home.country if home else None)
    for draft in story:
        name_civilians(draft)
        name_marchers(draft, readings)
        settle_type(draft)
    said = said_spans((r, attributions[r.sentence.index]) for r in readings)
    spoken = attach(readings, story, attributions)
    series = series_claims(readings, story, attributions)
    mentions: list[Mention] = []
    for draft in story:
        claims = claims_of_telling(draft, None, held[id(draft)])
        for telling in draft.told_again:
            claims += claims_of_telling(telling, told[id(draft)], held[id(telling)])
        claims = one_a_claimant([*claims, *spoken.get(id(draft), []), *series.get(id(draft), [])])
        if draft.type in HEAVY:
            claims = [c for c in claims if (c.field, c.value) != ("perpetrator", "Civilians")]
        _leave_open_if_disputed(draft, claims)
        leave_out_disowned(draft, denied, named)
        events = listed_drafts(draft) if draft.verdict.status is Status.EVENT else [draft]
        for number, event in enumerate(events):
            told_of_all = [c for c in claims if number == 0 or c.field == "event"] + _of_share(claims, event, number)
            mention = build(report, event, told_of_all, home)
            own = outlet_claims(mention, draft, mention.claims, said)
            mentions.append(replace(mention, claims=(*mention.claims, *own)))
    return tuple(sorted(mentions, key=lambda m: (m.trigger.start, m.sub_event_type, m.mention_id)))
