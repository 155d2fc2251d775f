"""Page furniture that scraping ran into a paragraph: a date and the title before it, tags and links after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.read.dates import FoundDate, date_at, skip_label, skip_time
from reportedly.read.inserts import inserts
from reportedly.read.lexicon import Outlet, outlets, tails
from reportedly.read.runin_lexicon import runin
from reportedly.read.shape import MARGIN, TERMINALS, is_truncated, normal, trimmed, word_count

HEAD = 600
"""Characters searched for a run-in head: a date, an outlet and the longest titles fit twice over."""

BYLINE = 120
"""Characters between "by" and the title in a scraped head: three or four names fit."""

MIN_TITLE_WORDS = 4
"""Words of a title that must return before they count as its repeat; fewer open a sentence by chance."""

TITLE_SHARE = 0.7
"""Share of the title's words that must return: scraped titles have a desk or an outlet at their end."""

CAPTION = 400
"""Characters: no caption of a scraped report is longer."""

DESK_WORDS = 8
"""Words of desk, writer and place before a date in a scraped head."""

MOST_NAMES = 9
"""Words of three writers' names; a sentence without one small letter at a word's head is no longer either."""

_TOKEN = re.compile(r"\w+")
_DASH = re.compile(r"\s?[-–—|]\s")
_CLOCK = re.compile(
    r"\s*(?:at )?(?:(?:[01]\d|2[0-3])[0-5]\d ?(?:[AP]M\b|(?:UTC|GMT|KSA)\b(?:[+-]\d{1,2})?)|(?<=at )(?:[01]\d|2[0-3])[0-5]\d\b"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?!00)[0-5]\d(?= [A-Z0-9]))"
)
_AGENCY = re.compile(r"[A-Z][\w/]+(?: [A-Z]\w+)?")
_BLANKS = re.compile(r"\S+")
_NO_DESK = frozenset("on in by at since until from after before the a an and of for as during to".split())
_NAMES = re.compile(
    r"(?:(?:[A-Z][a-z’'-]+(?:[A-Z][a-z’'-]+)?|[A-Z]\.?|al-[A-Z][a-z]+|and|bin|de|van|von|el|al) ){1,9}"
    r"[A-Z][a-zA-Z’'-]+\. (?=[\"“‘]?[A-Z0-9])"
)
_GLUE = " \t.,:;|·•–—-،؛/" + MARGIN
_BYLINE = re.compile(r"(?:title:|by\s)\s*", re.IGNORECASE)
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


@dataclass(slots=True)
class _Reading:
    """How far the head of a paragraph has been read."""

    sample: str
    title: str | None
    place: int = 0
    end: int = 0
    found: tuple[int, int] | None = None
    date: FoundDate | None = None
    outlet: Outlet | None = None
    named: bool = False

    def step(self) -> bool:
        """Read on by one date, label, outlet or title; return False where the paragraph's own words begin."""
        self.place = _over_glue(self.sample, self.place)
        return self._date() or self._furniture() or self._title() or self._outlet() or self._opening()

    def _date(self) -> bool:
        step = _date_step(self.sample, self.place)
        if step is None:
            return False
        self.date, self.place = self.date or step[0], step[1]
        self.end = self.place
        return True

    def _furniture(self) -> bool:
        for entry in runin().heads:
            match = entry.pattern.match(self.sample, self.place) if self.end or not entry.after_head else None
            if match is not None:
                named = (outlets().named(name) for name in _AGENCY.findall(match.group()))
                self.outlet = self.outlet or next((outlet for outlet in named if outlet), None)
                self.place = self.end = match.end()
                return True
        return False

    def _opening(self) -> bool:
        """Read over a caption, the desk before a date, the writers' names, or a city in capitals."""
        caption = _caption_end(self.sample, self.place)
        if caption:
            self.place = self.end = caption
            return True
        desk = _desk_end(self.sample, self.place) if self.date is None else 0
        if desk:
            self.place = desk
            return True
        if not self.end:
            return False
        city = runin().city.match(self.sample, self.place)
        if city is not None:
            self.place = self.end = city.end()
            return True
        names = _NAMES.match(self.sample, self.place) if not self.named and (self.found or self.date) else None
        if names is None or not 2 <= len(names.group().split()) <= MOST_NAMES:
            return False
        self.named, self.place, self.end = True, names.end(), names.end()
        return True

    def _title(self) -> bool:
        if not self.title or self.found is not None:
            return False
        starts = [self.place]
        byline = _BYLINE.match(self.sample, self.place)
        if byline:
            words = _TOKEN.finditer(self.sample, byline.end(), byline.end() + BYLINE)
            starts += [word.start() for word in words]
        for start in starts:
            again = next((end for each in _spellings(self.title) if (end := _title_at(self.sample, start, each))), None)
            if again is not None:
                self.found, self.place, self.end = (start, again), again, again
                return True
        return False

    def _outlet(self) -> bool:
        named = _outlet_at(self.sample, self.place, self.found is not None)
        if named is None:
            return False
        self.outlet, self.place = self.outlet or named[0], named[1]
        return True


def head(text: str, title: str | None) -> Head:
    """Return what stands before the words of a paragraph: dates, labels, outlets, and ``title`` again."""
    reading = _Reading(text[:HEAD], title)
    while reading.step():
        pass
    end = _over_glue(reading.sample, reading.end) if reading.end else 0
    return Head(end, reading.found, reading.date, reading.outlet)


def _caption_end(text: str, place: int) -> int:
    """Return the end of a caption at ``place`` that closes with a photograph's credit and ends no sentence, or 0."""
    credit = runin().credit.search(text, place, place + CAPTION)
    if credit is None or any(mark in text[place : credit.start()] for mark in TERMINALS):
        return 0
    after = _over_glue(text, credit.end())
    return after if text[after : after + 1].isupper() or text[after : after + 1] in "\"“‘'" else 0


def _desk_end(text: str, place: int) -> int:
    """Return where the date begins after a desk's or writer's words in capitals from ``place`` on, 0 if none."""
    for count, token in enumerate(_BLANKS.finditer(text, place)):
        word = token.group()
        if count and _date_step(text, token.start()) is not None:
            return token.start()
        named = word.lstrip("(")[:1].isupper() and word.casefold() not in _NO_DESK and word[-1] not in TERMINALS
        if count == DESK_WORDS or not (named or (word.isdecimal() and len(word) == 4)):
            return 0
    return 0


def _over_glue(text: str, place: int) -> int:
    while place < len(text) and text[place] in _GLUE:
        place += 1
    return place


def _date_step(text: str, place: int) -> tuple[FoundDate, int] | None:
    begin = skip_label(text, place)
    found = date_at(text, begin)
    if found is None or found.year is None:
        return None
    after = skip_time(text, found.end)
    clock = _CLOCK.match(text, after)
    return found, clock.end() if clock else after


def _spellings(title: str) -> list[str]:
    """Return a title, and what stands before each dash in it: an outlet's name may follow one.

    None of a title that was cut off: the text may go on where it ends.
    """
    parts = [title, *(title[: dash.start()] for dash in _DASH.finditer(title[:HEAD]))]
    if any(map(is_truncated, parts)):
        return []
    return [part for part in parts if part is title or word_count(part) > MIN_TITLE_WORDS]


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
    # A sentence may begin with the title's words and go on.
    return None if text[end : end + 1] == " " and text[end + 1 : end + 2].islower() else end


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
    before = text[max(0, place - 90) : place].rstrip(MARGIN)
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
    """Yield the stretches of a paragraph with what each is.

    That is ``head``, ``title``, ``caption``, ``text``, ``insert``, ``dateline`` or ``tail``.
    """
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
    place = opening.end
    for start, end, kind in inserts(text, opening.end, closing):
        yield from _nonblank(text, place, start, "text")
        yield from _nonblank(text, start, end, kind)
        place = end
    yield from _nonblank(text, place, closing, "text")
    yield from _nonblank(text, closing, len(text), "tail")


def _nonblank(text: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int, str]]:
    start, end = trimmed(text, start, end)
    if start < end and any(char.isalnum() for char in text[start:end]):
        yield start, end, kind
