"""Undo the capitals of headlines before parsing: a tagger takes "Army Shells Town" for three names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reportedly.resources import load_toml

_WORD = re.compile(r"[^\W\d_][\w'’-]*")

TITLE_CASE = 0.6
"""Share of capitalised words from which a line of four words or more is a title-case headline: ordinary sentences of
the dev articles stay under 0.5, title-case headlines above 0.7."""

MIN_WORDS = 4


@cache
def _common() -> frozenset[str]:
    """Return the words that are no names: the deeds, people and things of the lexicons, and the headline words."""
    table = load_toml("en/headlines.toml")
    words = set(table["words"])
    for entry in load_toml("en/triggers.toml")["trigger"]:
        words |= {part for lemma in entry["lemmas"] for part in lemma.split()}
    for body in load_toml("en/nouns.toml").values():
        words |= {word for phrase in body["words"] for word in phrase.split()}
    return frozenset(words)


@cache
def _is_common(word: str) -> bool:
    known = _common()
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e", re.sub(r"(.)\1(?:ed|ing)$", r"\1", word)}
    stems |= {re.sub(r"ie[sd]$", "y", word)}
    return not stems.isdisjoint(known)


def plain_case(text: str) -> str:
    """Return ``text`` with the common words of a title-case headline in lower case, its length unchanged.

    In other text "IS" is put as a name, and only a capitalised "Killed" or "Wounded" in mid-sentence is lowered.
    """
    words = _WORD.findall(text)
    if len(words) < MIN_WORDS:
        return text
    if "IS" in words and not text.isupper():
        text = _ISLAMIC_STATE.sub("EU", text)
    capital = sum(word[0].isupper() for word in words) / len(words)
    if capital >= TITLE_CASE:
        return _lowered(text, _is_common)
    return _lowered(text, _TOLL_WORDS.__contains__) if capital < 1 else text


_ISLAMIC_STATE = re.compile(r"\bIS\b")
"""The group's short name, which a tagger takes for a verb; another name of two letters stands in for it."""

_TOLL_WORDS = frozenset({"killed", "wounded", "injured", "dead", "died"})


def _lowered(text: str, is_common: Callable[[str], bool]) -> str:
    def lower(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if match.start() == 0 or not word[0].isupper() or len(low) != len(word):
            return word
        if word.isupper() and len(word) > 1 and len(word) < MIN_WORDS + 1:
            return word
        return low if is_common(low) else word

    return _WORD.sub(lower, text)
