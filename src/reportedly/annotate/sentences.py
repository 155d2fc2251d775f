"""Split a block into sentences before any parsing, so that only those that can hold an event are parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from reportedly.annotate.arabic_text import level

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt adm gov sen rep rev hon st no nos vs etc jan feb mar apr jun jul "
    "aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun brig pvt hq inc ltd co approx incl est fig km "
    "i.e e.g u.s u.k u.n a.m p.m al ph.d u.s.a u.a.e d.c أ.د ا.د م.د ق.م ب.م هـ.ش".split()
)
"""Words whose full stop does not end a sentence, in lower case without the stop."""

SENTENCE_ENDERS_ANYWAY = frozenset({"u.s", "u.k", "u.n", "a.m", "p.m", "u.s.a", "u.a.e", "d.c", "etc"})
"""Abbreviations that may also close a sentence: they do if a plain sentence opener follows."""

_BOUNDARY = re.compile(
    r"(?P<stop>[.!?…؟۔]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+|(?=[A-Z][a-z]+\s[a-z])|(?=[«“\"]?[\u0621-\u063a\u0641-\u064a]{3}))"
)
_WORD_BEFORE = re.compile(r"[\w.]+$")
_ARABIC_AFTER = re.compile(r"[«“\"]?(?P<word>[\u0621-\u065f]+)")
_ARABIC_OPENER = re.compile(
    "(?:[وف]|ال|ل)[\u0621-\u065f]{3}|(?:كما|حيث|بينما|لكن|إلى|هذا|هذه|من|في|قال|منذ|لم|لا|تم|قد)(?![\u0621-\u065f])"
)
"""How Arabic sentences mostly begin; the second half of a word that a dot parts mostly does not."""
_HEADING = re.compile(r"[\s\"'“‘«(#-]*(?:[\u0621-\u065f\d_”»\"]+\s){0,1}[\u0621-\u065f\d_”»\"]+$")
"""What stands before the two dots after an Arabic headline's first word or two, which are its place or its topic."""

LONGEST_HEADING = 40
"""Characters that are looked at for such a heading: no place's two words are longer."""
_OPENERS = (
    "The|A|An|In|On|At|He|She|It|They|We|But|And|According|Meanwhile|However|Several|Some|This|That|These|Those|Earlier"
)
_OPENER = re.compile(rf"(?:{_OPENERS})\b")
_STARTS = re.compile(r"[\"'“‘«(\[]*[A-Z0-9\u0600-\u06FF#•]")
_BREAK = re.compile(
    r"(?<!\s)\s*(?:[\r\n]+(?=\s*[^\sa-z])|•|\u2028|\u2029|\((?:[\w/. ]{0,30} )?[Pp]hotos?[^()\n]{0,40}\))\s*"
)
_GLUED = re.compile(
    r"^(?P<head>(?:(?:[A-Z0-9][\w’'.-]*|of|in|on|at|to|and|by|for|with|from|the|a|as|near|over|after|across|against)\s+){5,24}?)"
    rf"(?=(?:{_OPENERS}|About|More|At\sleast)\s(?:[\w’'.-]+\s){{0,3}}?[a-z]+\s[a-z]+\s[\w’'.-]+\s[a-z])"
)
"""A headline of at least five title-case words that scraping glued to the sentence after it."""

WRAPPED = 45
"""Characters: the lines of hard-wrapped text are at least so long (``read/shape.py``, ``WRAP``)."""

_LETTER = re.compile("[\u0621-\u064a]")
_RUNS_ON = re.compile('[\u0621-\u0652،؛”»"]$')

MAX_SENTENCE = 1500
"""Characters: a longer "sentence" is a list or has lost its stops (none of 8,000 dev sentences is longer), so it is cut."""


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40]
    if not following:
        return True
    if not match["gap"] and (after := _ARABIC_AFTER.match(following)) is not None:
        return _is_glued_stop(text, match, after["word"])
    if match["stop"] != ".":
        return bool(_STARTS.match(following))
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before.group().lower() if before else ""
    if ")" in match["close"] and "." in word and all(len(letter) == 1 for letter in word.split(".")):
        return False  # «المواطن (ح.ع.)»: initials between brackets.
    if word in ABBREVIATIONS and not match["close"]:
        return word in SENTENCE_ENDERS_ANYWAY and bool(_OPENER.match(following))
    if len(word) == 1 and word.isalpha() and not match["close"]:
        return False
    if not match["gap"]:
        return len(word) > 3 and word.isalpha()
    return bool(_STARTS.match(following))


def _is_glued_stop(text: str, match: re.Match[str], after: str) -> bool:
    """Tell whether a stop with an Arabic word right after it ends a sentence: it may also be put into a word."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before.group() if before else ""
    if match["stop"] != "." or match["close"]:
        return True
    if _ARABIC_OPENER.match(after) is None:
        return False
    return len(word) > 3 and word.isalpha() and "." in level(f"{word}.{after}").text


def _is_heading(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether two dots part an Arabic headline's place or topic from the rest: *الرقة.. قتلى في انفجار*."""
    if match["stop"] != ".." or match.start() - begin > LONGEST_HEADING:
        return False
    return _HEADING.match(text[begin : match.start()]) is not None and bool(_ARABIC_AFTER.match(text, match.end()))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match["stop"] == ".." and _is_heading(text, begin, match):
            continue
        if _ends_sentence(text, match) if match.end() < end else True:
            yield begin, match.end("close")
            begin = match.end()
    if begin < end:
        yield begin, end


def _is_wrap(text: str, match: re.Match[str]) -> bool:
    """Tell whether a line end only wraps an Arabic paragraph: a full line without a stop, and a letter after it.

    A block holds several lines only where the reader found them to be one paragraph; script without capitals says no more.
    """
    if match.group().strip(" ") not in ("\n", "\r\n", "\r") or match.start() < WRAPPED:
        return False
    before = text[match.start() - WRAPPED : match.start()]
    return "\n" not in before and _RUNS_ON.search(before) is not None and bool(_LETTER.match(text, match.end()))


BULLETS = frozenset("•●▪▫◾◼◆■□‣⁃○◦►▶➤➡→·\ufe0f")
"""Marks before the items of a list; a dash or a star is one where a blank follows."""


def _is_mark(text: str, at: int) -> bool:
    """Tell whether a character opens an item of a list and is no word of it: a bullet, a picture, a dash."""
    char = text[at]
    if char in "-–—*":
        return text[at + 1 : at + 2].isspace()
    return char in BULLETS or (char > "\u2000" and category(char) == "So")


def opens_item(text: str) -> bool:
    """Tell whether a paragraph opens with the mark of a list's item."""
    rest = text.lstrip()
    return bool(rest) and _is_mark(rest, 0)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or _is_mark(text, start)):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        at = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        at = at if at > 0 else start + MAX_SENTENCE
        yield start, at
        start = at
    yield start, end


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ``(start, end)`` offsets of the sentences of ``text``, trimmed, in order.

    Full stops of abbreviations and initials do not split; bullets and line ends do; a headline glued to the first
    sentence of a story is split from it.
    """
    found: list[tuple[int, int]] = []
    start = 0
    marks = (m for m in _BREAK.finditer(text) if not _is_wrap(text, m))
    breaks = [*((m.start(), m.end()) for m in marks), (len(text), len(text))]
    for stop, after in breaks:
        for piece in _pieces(text, start, stop):
            begin, end = _trim(text, *piece)
            glued = _GLUED.match(text[begin : min(end, begin + 400)])
            if glued:
                found.append(_trim(text, begin, begin + glued.end("head")))
                begin += glued.end("head")
            found.extend(_trim(text, *cut) for cut in _cut(text, begin, end))
        start = after
    return tuple(pair for pair in found if pair[0] < pair[1])
