"""Which language a stretch of text is in: by script first, then by marking letters or commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from reportedly.read.lexicon import Language, languages

SAMPLE = 2000
"""Characters looked at: enough for every language's commonest words, and the same cost for any length."""

_WORD = re.compile(r"[^\W\d_]+")

_ADDRESS = re.compile(r"\bhttps?://\S+")
"""A page's address is in Latin letters in whatever language."""

MIN_HITS = 3
"""Commonest words that must occur, two more than the report's own language has: names of places hold one or two."""

MARKING_SHARE = 0.02
"""Share of a language's marking letters in its text; a foreign name within the main language stays below it."""


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str:
    name = unicodedata.name(char, "").split(" ", 1)[0]
    return "HIRAGANA" if name == "KATAKANA" else name


def script(text: str) -> str | None:
    """Return the script of most letters of ``text`` (``LATIN``, ``ARABIC``, ...), or ``None`` without letters."""
    counts = Counter(_script_of(char) for char in text[:SAMPLE] if char.isalpha())
    counts.pop("", None)
    if not counts:
        return None
    if counts["HIRAGANA"] and counts["HIRAGANA"] + counts["CJK"] > sum(counts.values()) / 2:
        return "HIRAGANA"
    return max(sorted(counts), key=counts.__getitem__)


@cache
def _of_script(name: str) -> tuple[Language, ...]:
    return tuple(language for language in languages() if language.script == name)


def language_of(text: str, fallback: str = "en") -> str:
    """Return the ISO 639 code of ``text``'s language, ``fallback`` if it cannot be told."""
    return _language_of(text[:SAMPLE], fallback)


@lru_cache(maxsize=1024)
def _language_of(sample: str, fallback: str) -> str:
    sample = _ADDRESS.sub(" ", sample) if "://" in sample else sample
    name = script(sample)
    if name is None:
        return fallback
    candidates = _of_script(name)
    if not candidates:
        return "und"
    if name == "LATIN":
        return _by_words(sample, candidates, fallback)
    letters = Counter(sample)
    total = sum(count for char, count in letters.items() if char.isalpha())
    shares = {entry.code: sum(letters[char] for char in entry.letters) / total for entry in candidates}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= MARKING_SHARE:
        return best
    return next(entry.code for entry in candidates if not entry.letters)


def _by_words(sample: str, candidates: tuple[Language, ...], fallback: str) -> str:
    words = _WORD.findall(sample.lower())
    hits = {entry.code: sum(word in entry.stopwords for word in words) for entry in candidates}
    best = max(hits, key=hits.__getitem__)
    known = any(entry.code == fallback for entry in candidates)
    if hits[best] < max(MIN_HITS, hits.get(fallback, 0) + 2) or hits[best] * 10 < len(words):
        return fallback if known else "en"
    return best
