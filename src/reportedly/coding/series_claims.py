"""Counts of a series as claims of field ``series``: number, window and what the series is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reportedly.coding.attributed import Attribution
from reportedly.coding.draft import Draft
from reportedly.coding.own_voice import UNKNOWN
from reportedly.coding.reading import Reading
from reportedly.coding.series import SeriesCount, find_series
from reportedly.records import Claim, Claimant, ClaimantKind, Series, Stance

REACH: Final = 2
"""Sentences between a deed and a count of its series ("It was the third in two weeks")."""


def series_claims(
    readings: Sequence[Reading], story: Sequence[Draft], found: Mapping[int, Sequence[Attribution]]
) -> dict[int, list[Claim]]:
    """Return the claims of field ``series`` for each deed, by ``id``: whoever says the sentence is the claimant."""
    claims: dict[int, list[Claim]] = {}
    for reading in readings:
        for count in find_series(reading):
            draft = _deed(reading, count, story)
            if draft is not None:
                claims.setdefault(id(draft), []).append(_claim(reading, count, found[reading.sentence.index]))
    return claims


def _deed(reading: Reading, count: SeriesCount, story: Sequence[Draft]) -> Draft | None:
    """Return the deed that is counted: the one that its noun tells, else the one just told."""
    near: tuple[int, Draft] | None = None
    token = reading.tokens[count.head]
    elided = count.what_first <= count.head <= count.what_last and token.tag in ("JJ", "NN", "CD", "RB")
    if token.lemma not in reading.lexicon.deed_words and not elided and token.lemma not in ("time", "incident", "case"):
        return None
    for draft in story:
        for telling in (draft, *draft.told_again):
            if telling.reading is reading and any(count.head in (n.index, n.predicate) for n in telling.nodes):
                return draft
            gap = reading.sentence.index - telling.reading.sentence.index
            if 0 <= gap <= REACH and not telling.reading.sentence.title and (near is None or gap < near[0]):
                near = (gap, draft)
    return None if near is None else near[1]


def _claim(reading: Reading, count: SeriesCount, said: Sequence[Attribution]) -> Claim:
    what = reading.span(count.what_first, count.what_last)
    window = None if count.window is None else reading.span(count.window[0], count.window[1] - 1)
    series = Series(count.number, what, window)
    speaker = next((a for a in reversed(said) if a.holds(count.head)), None)
    if speaker is None:
        outlet = Claimant(reading.report.source or UNKNOWN, ClaimantKind.OUTLET)
        return Claim("series", str(count.number), outlet, Stance.ASSERTS, count.span, series=series)
    scope = reading.span(speaker.ranges[0][0], speaker.ranges[-1][1] - 1)
    return Claim(
        "series",
        str(count.number),
        speaker.claimant,
        speaker.stance,
        count.span,
        speaker.cue_span,
        scope,
        speaker.via,
        series=series,
    )
