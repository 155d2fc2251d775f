"""Datelines: the place, day and agency with which a report's first paragraph opens, and the agency it closes with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.read.dates import FoundDate, find_dates
from reportedly.read.lexicon import Outlet, outlets

OPENING = 110
"""Characters: the longest dateline (two places, a day, an agency) is shorter."""

_DASH = re.compile(r"\s*(?:[-–—]{1,2}|/\.?|:)\s*")
_BRACKET = re.compile(r"[(/\[]([^()\[\]/]{2,40})[)/\]]")
_BEFORE_DASH = re.compile(
    r"^(?P<place>[^-–—:()]{2,70}?)(?:[,،]\s*|\s*[-–—/]\s*)(?P<name>[^\s,،:()–—-][^,،:()–—-]{1,35}?)\s*[-–—/]+\s*(?=\S)"
)
_GLUED = re.compile(r"^(?P<place>[^\W\d_]+(?: [^\W\d_]+){0,2})\s?[-–—/]\s?(?P<name>[^\W\d_]+)(?=[\s:–—-])")
_CLOSING = re.compile(r"[.!?\"”]\s*(?:[-–—]{1,2}\s*|\(|/)?(?P<name>[A-Za-z][A-Za-z ]{1,30})\)?\s*$")
_SOURCE = re.compile(r"\(?(?:Source|المصدر)\s*[:：]?\s+(?P<name>[^().:;\n]{2,60}?)\)?\s*(?:Twitter|Facebook)?\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline names."""

    outlet: Outlet | None
    date: FoundDate | None


def dateline(text: str) -> Dateline | None:
    """Return the dateline with which ``text`` opens, if it names an agency before its dash."""
    opening = text[:OPENING]
    for bracket in _BRACKET.finditer(opening):
        outlet = outlets().named(bracket.group(1))
        dash = _DASH.match(opening, bracket.end())
        if outlet is None or not _is_place(opening[: bracket.start()]):
            continue
        if dash or bracket.group().startswith("/") or _opens_sentence(opening[bracket.end() :]):
            days = find_dates(opening[: bracket.start()])
            return Dateline(outlet, days[0] if days else None)
    for pattern in (_BEFORE_DASH, _GLUED):
        match = pattern.match(opening)
        outlet = outlets().named(match["name"]) if match else None
        if match and outlet is not None:
            days = find_dates(match["place"])
            return Dateline(outlet, days[0] if days else None)
    return None


def _is_place(text: str) -> bool:
    """Tell whether what stands before the agency can be places and a day: no long run of small words."""
    words = re.findall(r"[^\W\d_]+", text)
    small = sum(word.islower() for word in words)
    return len(words) <= 9 and small <= 2


def _opens_sentence(text: str) -> bool:
    return bool(re.match(r"\s+[^\W\d_]", text)) and not text.lstrip()[:1].islower()


def closing_outlet(text: str) -> Outlet | None:
    """Return the outlet that a report's last words credit: ``-AFP``, ``(Source: ...)``."""
    end = text[-120:]
    match = _CLOSING.search(end) or _SOURCE.search(end)
    return outlets().named(match["name"]) if match else None
