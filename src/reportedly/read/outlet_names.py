"""Whether the words of a short line name an outlet, known or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read.lexicon import OutletWords, outlet_words, outlets
from reportedly.read.shape import ends_sentence, word_count

NAME = 45
"""Characters: longer lines tell something; the longest of 600 outlets' names in the lexicon has 44."""

NAME_WORDS = 6
"""Words, by the same count."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|&")
_NO_NAME = re.compile(r"[:：;,،؛«»\"“”(){}\[\]#@…|]|['’]s\b")

_LABEL = re.compile(
    r"^\W{0,3}(?:source|outlet|publisher|published by|publication|المصدر|الناشر|الصحيفة|الوكالة|القناة)"
    r"\s*[:：]\s*(?P<name>.+?)\W{0,2}$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "agencies agency media various local sources source social network networks own internet unknown web wires wire staff "
    "وكالات الوكالات وسائل متابعات مواقع مصادر محلية خاص صحف تواصل اجتماعي انترنت إنترنت".split()
)
"""Words that, alone, name no outlet after "Source:"."""


def labelled_outlet(text: str) -> str | None:
    """Return the outlet that a line labels as such: "Source: Larch Valley Observer", «المصدر: وكالة الأرز»."""
    match = _LABEL.match(text)
    if match is None or not may_be_name(match["name"]):
        return None
    name = match["name"].strip()
    known = outlets().named(name)
    words = WORD.findall(name)
    if known is not None:
        return known.name
    if not words or all(word.casefold() in _NOBODY for word in words):
        return None
    cased = any(char.isupper() for char in name)
    return name if (is_capitalised(words, outlet_words()) if cased or name.isascii() else len(words) > 1) else None


def is_outlet_name(text: str) -> bool:
    """Tell whether the words of a short line show it to name an outlet: "River Post", "مرصد النهر"."""
    if not may_be_name(text):
        return False
    words, known = WORD.findall(text), outlet_words()
    if not any(char.isupper() for char in text):
        return _is_caseless_name(words, known)
    kinds = [word for word in words if word.casefold() in known.sure]
    return bool(kinds) and len(words) > 1 and is_capitalised(words, known)


def may_be_name(text: str) -> bool:
    """Tell whether a line is as short as a name, and no sentence, list or quotation."""
    return (
        len(text) <= NAME
        and 1 <= word_count(text) <= NAME_WORDS
        and not ends_sentence(text)
        and _NO_NAME.search(text) is None
    )


def is_capitalised(words: Sequence[str], known: OutletWords) -> bool:
    """Tell whether ``words`` are written as a name is, beyond the first, which every line writes so."""
    return all(word[0].isupper() or word[0].isdigit() or word in known.small for word in words)


def _is_caseless_name(words: Sequence[str], known: OutletWords) -> bool:
    """Tell whether words without capitals (Arabic script) name an outlet: its kind first, and no verb after it."""
    if not 2 <= len(words) <= NAME_WORDS or any(char.isdigit() for word in words for char in word):
        return False
    if words[0] in known.weak:
        return len(words) > 2 and any(word in known.press for word in words[1:])
    # Verbs of the present begin with these two letters; in an outlet's name such a word is a place with an article.
    return words[0] in known.first and not any(word[0] in "يت" and len(word) > 3 for word in words[1:])
