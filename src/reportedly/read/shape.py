"""The shape of text: margins, lines and paragraphs, what looks like a headline and what like a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MARGIN = (
    " \t\r\n\f\v\u0085\u00a0\u2028\u2029\u3000\ufeff\u2060\u00ad"
    + "".join(map(chr, range(0x2000, 0x2010)))
    + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Blank and invisible characters that are never part of a block's edge."""

TERMINALS = ".!?؟。।။።۔!?"
"""Marks that end a sentence in the scripts of ``languages.toml``."""

_CLOSERS = "\"'”’»)]›"
_ELLIPSIS = ("…", "...", "..", "[…]", "[...]", "…]")
_LINE = re.compile(r"[^\r\n]+")
_FOLD = re.compile(r"[\u0640\u064b-\u0652\u0670]")
_WORDS = re.compile(r"\w+")
_SAME = str.maketrans("“”„«»‘’`´–—أإآىة", '"' * 5 + "'" * 4 + "--" + "ااايه")

PARAGRAPH = 60
"""Characters: a line this long that ends like a sentence is running text; related headlines have no full stop."""

LONG_LINE = 180
"""Characters: running text even without a full stop; of 550 news pages, no list of headlines has a longer one."""

WRAP = (45, 130)
"""Characters: the lines of hard-wrapped text (mail, agency dumps) lie between these lengths."""

WRAP_RAGGED = 30
"""Characters: how much shorter than the longest a wrapped line can be (a long word moved to the next line)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or the lines of one hard-wrapped paragraph. Offsets leave the margins out.

    Attributes:
        first: 1-based number of its first line.
        last: 1-based number of its last line.
        start: Offset of its first character.
        end: Offset after its last character.
        text: Its words.
        gap: Blank lines before it.
        heading: Number of ``#`` before a Markdown heading, else 0.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    gap: int
    heading: int = 0


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``start`` and ``end`` moved inwards over blank and invisible characters."""
    while start < end and text[start] in MARGIN:
        start += 1
    while end > start and text[end - 1] in MARGIN:
        end -= 1
    return start, end


def normal(text: str) -> str:
    """Return the words alone, case and spelling variants folded, so that two tellings of a name compare equal."""
    folded = _FOLD.sub("", unicodedata.normalize("NFKC", text)).casefold().translate(_SAME)
    return " ".join(_WORDS.findall(folded))


def same_length_fold(text: str) -> str:
    """Return ``text`` with quotes and letter variants folded, character by character, so that offsets hold."""
    folded = text.translate(_SAME)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else folded


def word_count(text: str) -> int:
    """Return the number of words in ``text``."""
    return len(_WORDS.findall(text))


def is_truncated(text: str) -> bool:
    """Tell whether ``text`` was cut off with an ellipsis, as lists of headlines and previews are."""
    return text.rstrip(_CLOSERS + MARGIN).endswith(_ELLIPSIS) or text.endswith(_ELLIPSIS)


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence does."""
    bare = text.rstrip(_CLOSERS + MARGIN)
    return bool(bare) and bare[-1] in TERMINALS and not is_truncated(text)


def is_paragraph(text: str) -> bool:
    """Tell whether ``text`` is running text, and no headline, caption or button."""
    if is_truncated(text):
        return len(text) >= 2 * LONG_LINE
    return len(text) >= LONG_LINE or (len(text) >= PARAGRAPH and ends_sentence(text))


def units(text: str) -> list[Unit]:
    """Return the lines of ``text``, wrapped paragraphs joined, blank lines counted as gaps.

    Lines end at LF, CR LF or CR; every offset points into ``text`` as it is.
    """
    found: list[Unit] = []
    group: list[Unit] = []
    for unit in _lines(text):
        if unit.gap and group:
            found.extend(_joined(text, group))
            group = []
        group.append(unit)
    found.extend(_joined(text, group))
    return found


def _lines(text: str) -> Iterator[Unit]:
    number, filled, before = 1, 0, 0
    for match in _LINE.finditer(text):
        breaks = text[before : match.start()]
        number += breaks.count("\n") + breaks.count("\r") - breaks.count("\r\n")
        before = match.end()
        start, end = trimmed(text, match.start(), match.end())
        if start == end:
            if "\f" not in match.group():
                continue
            start, end = match.start(), match.end()
        heading = _heading(text, start, end)
        inner = trimmed(text, start + heading, end)[0] if heading else start
        yield Unit(number, number, inner, end, text[inner:end], number - filled - 1, heading)
        filled = number


def _heading(text: str, start: int, end: int) -> int:
    hashes = 0
    while hashes < 7 and start + hashes < end and text[start + hashes] == "#":
        hashes += 1
    follows = start + hashes < end and text[start + hashes] in " \t"
    return hashes if 0 < hashes < 7 and follows else 0


def _joined(text: str, group: list[Unit]) -> list[Unit]:
    if len(group) < 2 or not _is_wrapped(group):
        return group
    first, last = group[0], group[-1]
    return [Unit(first.first, last.last, first.start, last.end, text[first.start : last.end], first.gap)]


def _is_wrapped(group: list[Unit]) -> bool:
    full = group[:-1]
    lengths = [len(unit.text) for unit in full]
    longest = max(lengths)
    if any(unit.heading for unit in group) or not WRAP[0] <= min(lengths) <= longest <= WRAP[1]:
        return False
    if len(group[-1].text) > longest + WRAP_RAGGED or longest - min(lengths) > WRAP_RAGGED:
        return False
    stops = sum(ends_sentence(unit.text) for unit in full)
    return stops * 2 < len(full) and _runs_on(group)


def _runs_on(group: list[Unit]) -> bool:
    cased = any(char.isupper() for char in group[0].text)
    if not cased:
        return len(group) > 2 and ends_sentence(group[-1].text)
    lower = sum(unit.text[0].islower() or unit.text[0].isdigit() for unit in group[1:])
    return lower * 3 >= len(group) - 1
