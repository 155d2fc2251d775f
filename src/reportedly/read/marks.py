"""What each line of a page looks like on its own, before its neighbours are asked."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from reportedly.read.dates import FoundDate, date_line
from reportedly.read.lexicon import Outlet, kickers, line_phrases, outlets
from reportedly.read.outlet_names import is_outlet_name
from reportedly.read.shape import Unit, ends_sentence, is_paragraph, normal, word_count

FURNITURE = 200
"""Characters: no button, tag line, credit or heading is longer (of 550 news pages)."""


class Mark(StrEnum):
    """What a line looks like on its own."""

    RELATED = "related"
    TAIL = "tail"
    ALONE = "alone"
    EMBED = "embed"
    CAPTION = "caption"
    SEPARATOR = "separator"
    BYLINE = "byline"
    SIGNOFF = "signoff"
    LABEL = "label"
    OUTLET = "outlet"
    DATE = "date"
    HEADLINE = "headline"
    SHORT = "short"
    PARAGRAPH = "paragraph"


FURNITURE_MARKS = frozenset({Mark.RELATED, Mark.TAIL, Mark.ALONE, Mark.EMBED, Mark.CAPTION, Mark.SEPARATOR})
"""Marks of lines that are clutter wherever they stand."""

_SEGMENT = re.compile(
    r"\s*[|/•·]\s*|\s+[-–—]{1,2}\s+|[–—]|(?<=[^\W\d_])-(?=[^\W\d_])|(?<=[\u0621-\u064a])-\s(?=[\u0621-\u064a])|[()]"
)
_CREDIT = re.compile(r"(?:[(\[](?P<names>[^()\[\]]{2,60})[)\]]|\s?[-–—|]\s?(?P<name>[^-–—|()]{2,30}))\W{0,2}$")
_INLINE = re.compile(r"^\W{0,4}([^:：»]{2,60}?)\s*(?:[:：»]|(?<=[\u0600-\u06ff])\s?(?:\.{2,4}|…))\s*(?=\S)")
_AND_DAY = re.compile(r"\s*[,،|/·•]\s*|\s[-–—]\s")
_RUNS_ON = (",", "،", ";", "؛", ":", "：")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


def mark(unit: Unit) -> Mark:
    """Return what ``unit`` looks like on its own."""
    if len(unit.text) > 4 * FURNITURE:
        return Mark.PARAGRAPH
    return _mark(unit.text, unit.heading > 0)


@lru_cache(maxsize=8192)
def _mark(text: str, heading: bool) -> Mark:
    """Return the mark of a line that can be furniture; cached, since a site's furniture returns on every page."""
    if len(text) <= FURNITURE:
        furniture = _furniture(text)
        if furniture is not None:
            return furniture
        if date_line(text) is not None or dated_outlet(text) is not None:
            return Mark.DATE
        if outlet_line(text) is not None:
            return Mark.OUTLET
    elif _furniture(text) is Mark.TAIL:
        return Mark.TAIL
    if heading:
        return Mark.HEADLINE
    if is_paragraph(text):
        return Mark.PARAGRAPH
    return Mark.SHORT if ends_sentence(text) or text.endswith(_RUNS_ON) else Mark.HEADLINE


def _furniture(line: str) -> Mark | None:
    text = line.replace("\u00a0", " ")
    key = normal(text)
    opening = _opening(text)
    bare = _EDGE.sub("", text)
    for entry in line_phrases():
        if key and key in entry.phrases:
            return Mark(entry.kind)
        if opening and entry.opens and opening in entry.phrases:
            return Mark(entry.kind)
        if entry.pattern and (entry.pattern.search(text) or (bare and entry.pattern.fullmatch(bare))):
            return Mark(entry.kind)
    return None


def _opening(text: str) -> str | None:
    """Return the words before a line's colon, unless they are a kicker of the report's own ("Breaking: ...")."""
    inline = _INLINE.match(text)
    opening = normal(inline.group(1)) if inline else None
    return None if opening in kickers() else opening


def swallows(unit: Unit, found: Mark) -> bool:
    """Tell whether the short lines after ``unit`` belong to it: a bare heading, and no "Read also: headline"."""
    if found not in (Mark.RELATED, Mark.TAIL):
        return False
    inline = _INLINE.match(unit.text)
    return inline is None or found is Mark.TAIL


def is_credited(text: str) -> bool:
    """Tell whether a line closes with the outlet that a photograph's caption credits: "(Reuters)", "- North Press"."""
    if len(text) > FURNITURE or word_count(text) < 3:
        return False
    bracket = _CREDIT.search(text)
    if bracket is None:
        return False
    return any(
        outlets().named(part) is not None for part in _SEGMENT.split(bracket["names"] or bracket["name"]) if part
    )


def dated_outlet(text: str) -> tuple[str, FoundDate] | None:
    """Return the outlet and the day of a line that names both: "The Maple Post, 5 March 2024"."""
    found = _AND_DAY.search(text) if len(text) <= 90 else None
    if found is None:
        return None
    for name, day in ((text[: found.start()], text[found.end() :]), (text[found.end() :], text[: found.start()])):
        known, dated = outlets().named(name), date_line(day)
        if dated is not None and (known is not None or is_outlet_name(name.strip())):
            return (known.name if known else name.strip()), dated
    return None


def outlet_line(text: str) -> Outlet | None:
    """Return the outlet that a line names: alone, or as one part of a place-and-desk line ("Town / Agency")."""
    alone = outlets().named(text)
    if alone is not None:
        return alone
    if len(text) > 80 or word_count(text) > 9 or ends_sentence(text):
        return None
    parts = [part for part in _SEGMENT.split(text.strip("*•-–— ")) if part]
    if not 2 <= len(parts) <= 4 or max(map(word_count, parts)) > 4:
        return None
    return next((outlet for part in parts if (outlet := outlets().named(part)) is not None), None)
