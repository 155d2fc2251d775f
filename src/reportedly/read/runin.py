"""Page furniture that scraping ran into a paragraph: a date and the title before it, tags and links after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.read.dates import FoundDate, date_at, skip_label, skip_time
from reportedly.read.lexicon import Outlet, outlets, tails
from reportedly.read.shape import MARGIN, TERMINALS, normal, trimmed

HEAD = 600
"""Characters searched for a run-in head: a date, an outlet and the longest titles fit twice over."""

MIN_TITLE_WORDS = 4
"""Words of a title that must return before they count as its repeat; fewer open a sentence by chance."""

TITLE_SHARE = 0.7
"""Share of the title's words that must return: scraped titles have a desk or an outlet at their end."""

_TOKEN = re.compile(r"\w+")
_GLUE = " \t.,:;|·•–—-،؛/" + MARGIN
_SHORT_URL = re.compile(
    r"(?:\(updated [^)]{4,30}\)\s*)?(?:Get short URL)(?:\s+\d{1,4}(?![\d-]))?(?:\s+\d{1,4}(?=\s+[A-Z]))?"
    r"|\(updated [^)]{4,30}\)"
)
_BY_OUTLET = re.compile(r"(?:title:|by\s+)", re.IGNORECASE)
_NAME = re.compile(r"\(?[^\W\d_][\w.'’&-]*(?:[ -][^\W\d_][\w.'’&-]*){0,3}\)?")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a paragraph's own words. Offsets are into the paragraph.

    Attributes:
        end: Where its own words begin.
        title: Start and end of the title, if it stands there.
        date: A date before the words.
        outlet: An outlet before the words.
    """

    end: int
    title: tuple[int, int] | None = None
    date: FoundDate | None = None
    outlet: Outlet | None = None


def head(text: str, title: str | None) -> Head:
    """Return what stands before the words of a paragraph: dates, labels, outlets, and ``title`` again."""
    sample = text[:HEAD]
    place, end = 0, 0
    found: tuple[int, int] | None = None
    day: FoundDate | None = None
    outlet: Outlet | None = None
    while True:
        place = _over_glue(sample, place)
        step = _date_step(sample, place)
        if step is not None:
            day, place = day or step[0], step[1]
            end = place
            continue
        furniture = _SHORT_URL.match(sample, place) or _BY_OUTLET.match(sample, place)
        if furniture and furniture.group().lower().strip() != "by":
            place = end = furniture.end()
            continue
        again = _title_at(sample, place, title) if title and found is None else None
        if again is not None:
            found, place = (place, again), again
            end = place
            continue
        named = _outlet_at(sample, place, found is not None)
        if named is None:
            break
        outlet, place = outlet or named[0], named[1]
    return Head(_over_glue(sample, end) if end else 0, found, day, outlet)


def _over_glue(text: str, place: int) -> int:
    while place < len(text) and text[place] in _GLUE:
        place += 1
    return place


def _date_step(text: str, place: int) -> tuple[FoundDate, int] | None:
    begin = skip_label(text, place)
    found = date_at(text, begin)
    if found is None or found.year is None:
        return None
    return found, skip_time(text, found.end)


def _title_at(text: str, place: int, title: str | None) -> int | None:
    """Return the end of ``title`` where it stands at ``place``, whole or without its last words."""
    wanted = normal(title or "").split()[:60]
    if len(wanted) < MIN_TITLE_WORDS:
        return None
    end, hits = place, 0
    for match in _TOKEN.finditer(text, place):
        if hits == len(wanted) or normal(match.group()) != wanted[hits]:
            break
        end, hits = match.end(), hits + 1
    if hits < max(MIN_TITLE_WORDS, TITLE_SHARE * len(wanted)):
        return None
    while end < len(text) and text[end] in "\"'”’»)":
        end += 1
    return end


def _outlet_at(text: str, place: int, after_title: bool) -> tuple[Outlet, int] | None:
    """Return an outlet that stands between title and date ("... monitor Reuters Saturday 18 Jun 2016")."""
    match = _NAME.match(text, place)
    if not match:
        return None
    words = match.group().split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        outlet = outlets().named(name)
        if outlet is None:
            continue
        after = _over_glue(text, place + len(name))
        if _date_step(text, after) is not None or (after_title and text[after : after + 1].isupper()):
            return outlet, after
    return None


def tail(text: str) -> int:
    """Return where run-in furniture begins at the end of a paragraph; ``len(text)`` without any."""
    begins = len(text)
    for entry in tails():
        window = max(0, len(text) - entry.within)
        for match in entry.pattern.finditer(text, window):
            if match.start() < begins and _stands_apart(text, match.start()):
                begins = match.start()
                break
    if begins == len(text) or begins == 0:
        return len(text)
    return trimmed(text, 0, _back_over_headlines(text, begins))[1] or len(text)


def _stands_apart(text: str, place: int) -> bool:
    """Tell whether no sentence runs into ``place``: what stands before ends one, or is written as headlines are."""
    before = text[:place].rstrip(MARGIN)
    if not before or before[-1] in TERMINALS + "\"'”’»)]}©":
        return True
    words: list[str] = _TOKEN.findall(before[-60:])[-4:]
    return sum(word[0].isupper() or word[0].isdigit() for word in words) * 2 > len(words)


def _back_over_headlines(text: str, place: int) -> int:
    """Return the end of the last sentence before ``place`` if nothing but headlines lies between."""
    stop = max((text.rfind(mark + " ", max(0, place - 800), place) for mark in TERMINALS), default=-1)
    if stop < 0:
        return place
    between = text[stop + 1 : place]
    words = [word for word in _TOKEN.findall(between) if len(word) > 3]
    if len(words) >= 5 and sum(word[0].isupper() or word[0].isdigit() for word in words) < 0.7 * len(words):
        return place
    if len(words) < 5 and len(between) > 60:
        return place
    return stop + 1 if len(words) >= 5 else place


def pieces(text: str, title: str | None) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a paragraph with what each is: ``head``, ``title``, ``text``, ``tail``."""
    opening = head(text, title)
    closing = tail(text)
    if closing <= opening.end:
        closing = len(text)
    if opening.title:
        yield from _nonblank(text, 0, opening.title[0], "head")
        yield from _nonblank(text, *opening.title, "title")
        yield from _nonblank(text, opening.title[1], opening.end, "head")
    else:
        yield from _nonblank(text, 0, opening.end, "head")
    yield from _nonblank(text, opening.end, closing, "text")
    yield from _nonblank(text, closing, len(text), "tail")


def _nonblank(text: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int, str]]:
    start, end = trimmed(text, start, end)
    if start < end and any(char.isalnum() for char in text[start:end]):
        yield start, end, kind
