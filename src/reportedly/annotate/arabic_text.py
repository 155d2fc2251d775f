"""Arabic letters on one form, with the offset of each in the text as written.

What varies between writers is levelled: vowel signs, tatweel, the forms of alef and ya, Persian letters and digits,
bidirectional marks, and the dots and gaps put into words to slip past moderation. The form is for looking up; every
span comes from the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.resources import load_toml

LETTERS = "\u0621-\u064a\u0671-\u06d3\u06fa-\u06fc"
"""The letters of Arabic script, for a character class."""

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)
"""Vowel and recitation signs, bidirectional and zero-width marks."""

_LEVEL = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك",
        "ھ": "ه", "ہ": "ه", "ۀ": "ه", "ە": "ه", "ۃ": "ة", "ڤ": "ف", "چ": "ج", "گ": "ك", "پ": "ب", "ژ": "ز",
        "٪": "%", "٫": ".", "٬": ",", "\u2028": "\n", "\u2029": "\n", "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip
"""Letters that writers use for one another, on one. Hamza on waw and ya and the ta marbuta are kept."""

_LEVEL.update({ord(zero) + n: str(n) for zero in "\u0660\u06f0" for n in range(10)})

_ODD = re.compile(rf"\u0640|{_MARKS.pattern}|[\ufb50-\ufdff\ufe70-\ufefc]|(?![0-9\u0660-\u0669\u06f0-\u06f9])\d")
"""What is left out, or stands for several letters, or for a digit of a seldom script."""

_HAMZA = re.compile("[أإآ]")
_MAY_DODGE = re.compile("[\u0640.*_•]")

_SPLIT = re.compile(
    rf"(?<=[{LETTERS}])(?:\u0640+[\s.·•*_/-]{{0,2}}\u0640+|\u0640+[.·•*_/-]|[.·•*_/-]\u0640+|\u0640+|[·•*_])(?=[{LETTERS}])"
)
"""What parts the letters of one word: tatweel, alone or around a dot or a gap, and signs that stand in no word."""

_DOTTED = re.compile(rf"(?<![{LETTERS}.])(?:[{LETTERS}]{{1,8}}\.){{1,4}}[{LETTERS}]{{1,8}}(?![{LETTERS}.])")
_PART = 5
"""Letters of a part at most, of a word that no list has."""
_NOT_PARTS = frozenset("د ا م أ ص ق ت ه ب ثم في من عن ان لا ما قد كل هو هي لم لن إن أن أو او كي حي أي يا".split())
"""Abbreviations (*Dr.*, *p.*, *AD*) and short words, which a lost space sets against a full stop: no parts of a word."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A text on one form.

    Attributes:
        text: The levelled text.
        starts: For each of its characters, the offset in the text as written.
        ends: For each of its characters, the offset after it and the signs that hang on it.
        hamzas: Its characters that were written as an alef with hamza.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    hamzas: frozenset[int] = frozenset()

    def hamza(self, at: int) -> bool:
        """Return whether a character of the levelled text was written as an alef with hamza."""
        return at in self.hamzas

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets as written of a stretch of the levelled text; an empty stretch stays empty."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def _dodged(text: str) -> set[int]:
    """Return the offsets of what parts the letters of one word."""
    gone = {i for match in _SPLIT.finditer(text) for i in range(match.start(), match.end())}
    for match in _DOTTED.finditer(text):
        parts = match[0].split(".")
        short = [p for p in parts if len(p) <= 2]
        spelled = len(parts) > 2 and all(len(p) == 1 for p in parts)
        brief = max(map(len, parts)) <= _PART and _NOT_PARTS.isdisjoint(short) and len(short) * 2 >= len(parts)
        if spelled or brief or _filtered(match[0].replace(".", "")):
            gone |= {match.start() + i for i, char in enumerate(match[0]) if char == "."}
    return gone


@cache
def _filtered_words() -> re.Pattern[str]:
    """Return the words that writers break up, with what may be written onto them."""
    stems = (w.translate(_LEVEL) for entry in load_toml("ar/dodged.toml")["word"] for w in entry["words"])
    return re.compile(
        rf"[وف]?[بكل]?(?:ال|لل|ي|ت|س)?(?:{'|'.join(sorted(stems, key=len, reverse=True))})(?:ه|ها|هم|ين|ون|ان|ات|ي|ية|ة|ت|ا|وا)?"
    )


def _filtered(word: str) -> bool:
    """Return whether a word without its dots is one that platforms filter («العد.وان»); a lost space joins no such word."""
    return bool(_filtered_words().fullmatch(word.translate(_LEVEL)))


def level(text: str) -> Levelled:
    """Return ``text`` on one form, with offsets."""
    return _kept_level(text) if len(text) <= LONGEST_KEPT else _level(text)


LONGEST_KEPT = 2000
"""Longest text, in characters, whose form is kept: far above any sentence, so that memory stays small."""


@lru_cache(maxsize=1024)
def _kept_level(text: str) -> Levelled:
    """Keep the sentences of a chunk of reports: the analyser, dates and counts all ask for them."""
    return _level(text)


def _level(text: str) -> Levelled:
    gone = _dodged(text) if _MAY_DODGE.search(text) else set()
    odd = {match.start() for match in _ODD.finditer(text)}
    if not gone and not odd:
        hamzas = frozenset(match.start() for match in _HAMZA.finditer(text))
        return Levelled(text.translate(_LEVEL), range(len(text)), range(1, len(text) + 1), hamzas)
    return _levelled_oddly(text, sorted(gone | odd), gone)


def _levelled_oddly(text: str, places: list[int], gone: set[int]) -> Levelled:
    """Return a text on one form in which some characters are left out or stand for several."""
    plain = text.translate(_LEVEL)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for at in [*places, len(text)]:
        chars.append(plain[done:at])
        starts += range(done, at)
        ends += range(done + 1, at + 1)
        done = at + 1
        if at == len(text) or at in gone or text[at] == "\u0640":
            continue
        if _MARKS.match(text, at):
            if ends and ends[-1] == at:
                ends[-1] = at + 1
            continue
        letters = _plain(text[at])
        chars.append(letters)
        starts += [at] * len(letters)
        ends += [at + 1] * len(letters)
    hamzas = frozenset(n for n, at in enumerate(starts) if text[at] in "أإآ")
    return Levelled("".join(chars), tuple(starts), tuple(ends), hamzas)


def _plain(char: str) -> str:
    """Return the letters or the digit that one character of another form stands for."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return unicodedata.normalize("NFKC", char).translate(_LEVEL)


def form(text: str) -> str:
    """Return a word or name on the form that lexicons and gazetteers are looked up by."""
    return level(text).text
