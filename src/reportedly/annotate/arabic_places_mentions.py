"""Turn resolved Arabic names into mentions, datelines and headings told apart from the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from reportedly.annotate.arabic_places_lexicon import is_cue, words
from reportedly.annotate.arabic_places_words import CLITICS
from reportedly.annotate.arabic_text import form
from reportedly.annotate.gazetteer import Gazetteer
from reportedly.annotate.places import is_region, mention_of, ring_province
from reportedly.annotate.places_belief import Found
from reportedly.annotations import PlaceMention, Sentence
from reportedly.records import Span

_MARK: Final = re.compile(r"\s*(?P<mark>[-–—ـ/|:(]+|\.{2,}|،)\s*")

AGENCY_REACH: Final = 30
"""Characters after a dateline's mark within which the agency's name stands."""


def mentions(
    sentences: Sequence[Sentence], every: Sequence[Found], gazetteer: Gazetteer, home: str | None
) -> tuple[tuple[PlaceMention, ...], ...]:
    """Return the mentions of each sentence, their ``within`` counted inside it.

    Args:
        sentences: All sentences of the report.
        every: The resolved names, in order.
        gazetteer: For the ring provinces of capitals.
        home: ISO code of the report's country, which names without an entry get.
    """
    rows: list[list[PlaceMention]] = [[] for _ in sentences]
    places: dict[int, int] = {}
    for index, found in enumerate(every):
        if not found.dropped:
            places[index] = len(rows[found.sentence])
            rows[found.sentence].append(_mention(sentences[found.sentence], found, gazetteer, home))
    for index, found in enumerate(every):
        if index in places and found.within in places:
            row = rows[found.sentence]
            row[places[index]] = replace(row[places[index]], within=places[found.within])
    return tuple(tuple(row) for row in rows)


def _mention(sentence: Sentence, found: Found, gazetteer: Gazetteer, home: str | None) -> PlaceMention:
    about = found.around
    entry = ring_province(found.entry, about, gazetteer)
    region = entry is not None and found.known and is_region(entry, about)
    first, last = found.name.first, found.name.last
    unknown_site = about.typed == "site" and (entry is None or not found.known)
    if region or unknown_site:
        first = min(first, about.first)
    if region:
        last = max(last, about.last)
    start, end = _bounds(sentence, found, first, last)
    span = Span(start, end, sentence.text[start - sentence.start : end - sentence.start])
    relation = _head_relation(sentence, found) or about.relation
    return mention_of(replace(found, entry=entry), (first, last), span, region, relation, home)


def _bounds(sentence: Sentence, found: Found, first: int, last: int) -> tuple[int, int]:
    """Return the offsets of a mention; a name's own start may lie inside a token that kept its clitic."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    form_ = sentence.tokens[first].form
    if form_[:1] in CLITICS and is_cue(form_[1:]) and not is_cue(form_):
        start += 1
    if first == found.name.first:
        token = sentence.tokens[first]
        inner = token.text.find(found.name.text.split()[0])
        start += max(inner, 0)
    return start, end


@cache
def _agencies() -> re.Pattern[str]:
    names = sorted(words("dateline_agency"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _head_relation(sentence: Sentence, found: Found) -> str | None:
    """Tell a heading (``ريف إدلب: …``) and a dateline (``دمشق - سانا``) from a place of the story."""
    tokens = sentence.tokens
    before = sentence.text[: tokens[found.around.first].start - sentence.start].strip(" \"'«“*•-–—")
    after = sentence.text[tokens[found.name.last].end - sentence.start :]
    mark = _MARK.match(after)
    if before:
        if len(before) >= AGENCY_REACH:
            return None
        agency = _agencies().search(form(before))
        short = agency is not None and before[-1] not in words("plain")
        outlet = short and re.search(r"[-–—/|:]\s*$", sentence.text[: tokens[found.name.first].start - sentence.start])
        return "dateline" if outlet else None
    if mark is None:
        return None
    tail = form(after[mark.end() : mark.end() + AGENCY_REACH])
    if mark["mark"] != "،" and _agencies().search(tail):
        return "dateline"
    return "setting" if mark["mark"].strip(":") == "" or (mark["mark"] in "-–—" and mark[0] != mark["mark"]) else None
