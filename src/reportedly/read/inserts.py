"""Page furniture that scraping ran in between a paragraph's sentences: captions, credits, tags, a repeated lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.read.runin_lexicon import runin
from reportedly.read.shape import TERMINALS

REACH = 2500
"""Characters from a paragraph's own beginning: photographs and tags of 381 scraped reports stand in the first 2,000."""

LEAD = 40
"""Characters of a lead that must return at once before it counts as repeated."""

LONGEST_LEAD = 600
"""Characters: the longest lead that a page repeats is shorter."""

TAG_WORDS = 25
"""Words: no row of tags is longer."""

_TOKEN = re.compile(r"[^\s\"'“”‘’(),;:]+")
_CLOSERS = "\"'”’»)] "


def inserts(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the furniture between ``start`` and ``end`` in order, as start, end and ``insert`` or ``dateline``."""
    last = start
    for begin, stop, kind in sorted(_candidates(text, start, min(end, start + REACH))):
        if begin >= last and stop < end and _after_sentence(text, last, begin):
            yield begin, stop, kind
            last = stop


def _candidates(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    yield from _repeated_lead(text, start, end)
    for entry in runin().inserts:
        for match in entry.pattern.finditer(text, start, end):
            stop = match.start("cut") + len(match["cut"].rstrip())
            yield match.start("cut"), stop, "dateline" if entry.dateline else "insert"
    for match in runin().tags.finditer(text, start, end):
        yield match.start(), _tags_end(text, match.end(), end), "insert"


def _after_sentence(text: str, last: int, place: int) -> bool:
    """Tell whether a sentence, or what was cut out before, ends right before ``place``."""
    before = text[max(last, place - 8) : place].rstrip(_CLOSERS)
    return not text[last:place].strip() or before[-1:] in TERMINALS


def _repeated_lead(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the lead if it stands twice, one right after the other: the second copy is the report's own."""
    key = text[start : start + LEAD]
    again = text.find(key, start + LEAD, min(end, start + LONGEST_LEAD + LEAD))
    if len(key) < LEAD or again < 0:
        return
    lead = text[start:again].rstrip(_CLOSERS + TERMINALS)
    if text.startswith(lead, again) and len(lead) < end - again:
        yield start, again, "insert"


def _tags_end(text: str, start: int, end: int) -> int:
    """Return the end of a row of tags: before the capital that opens the sentence after them."""
    words, opening, follows = runin().sentence_words, start, True
    for count, token in enumerate(_TOKEN.finditer(text, start, end)):
        word = token.group()
        if count == TAG_WORDS:
            return _trimmed(text, start, start)
        if word.casefold() in words:
            return _trimmed(text, start, token.start() if word[0].isupper() else opening)
        # Of capitals in a row none can be told from the sentence's own, so that all stay with it.
        capital = word[0].isupper() or word[0].isdigit()
        opening = token.start() if capital and not follows else opening
        follows = capital
    return _trimmed(text, start, start)


def _trimmed(text: str, start: int, place: int) -> int:
    """Return ``place`` moved back over blanks and opening quotes, but not before the marker's own end."""
    while place >= start and text[place - 1] in " \t\n\"“‘'(":
        place -= 1
    return place
