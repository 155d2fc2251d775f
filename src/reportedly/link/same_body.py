"""One body under its longer and shorter names and in both languages ("the Sudan Doctors Network", "شبكة أطباء السودان")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from reportedly.link.constraints import Union
from reportedly.resources import load_toml
from reportedly.script_free import key

_WORD: Final = re.compile(r"[^\W\d_]+")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
_ARTICLE: Final = re.compile(r"^(?:و?ال|لل)(?=..)")


@cache
def _table() -> tuple[Mapping[str, str], frozenset[str], frozenset[str]]:
    """Return what each word of a body's name means, the words that mean nothing, and those of the press alone."""
    raw = load_toml("link/body_words.toml")
    meaning = {word: sense for sense, words in raw["words"].items() for word in words}
    return meaning, frozenset(raw["dropped"]), frozenset(raw["press"])


def words_of(name: str) -> frozenset[str]:
    """Return what the words of a name mean, in any order: a word of ``body_words.toml``, else a script-free key."""
    meaning, dropped, _ = _table()
    found = set()
    bares = [_ARTICLE.sub("", word) if _ARABIC.match(word) else word for word in _WORD.findall(name.casefold())]
    told = list(zip(_WORD.findall(name.casefold()), bares, strict=True))
    pairs = [" ".join(pair) for pair in pairwise(bares)]
    for at in [at for at, pair in enumerate(pairs) if pair in meaning]:
        # «رئيس البلدية»: two words that mean one.
        found.add(meaning[pairs[at]])
        told[at] = told[at + 1] = ("the", "the")
    for word, bare in told:
        if word not in dropped and bare not in dropped:
            found.add(meaning.get(word) or meaning.get(bare) or f"={key(bare) or bare}")
    return frozenset(found)


def _press_name(name: str) -> frozenset[str]:
    """Return the words of an outlet's name without "agency", "news" and the like, if any are left."""
    words = words_of(name)
    return words - _table()[2] or words


def same_bodies(claimants: Iterable[str], outlets: Iterable[str] = ()) -> Mapping[str, str]:
    """Return for each name the one that stands for its body: the first by the alphabet of those that mean one.

    A claimant is another's shorter name where all its words are among the other's, and among those of no third body; within
    one incident that is the safer reading. Outlets are one where nothing but words of the press sets them apart.

    Args:
        claimants: Names of those who tell of one incident.
        outlets: Names of its reports' outlets.
    """
    union: Union[str] = Union()
    told = {name: words_of(name) for name in sorted(set(claimants))}
    for name, words in told.items():
        longer = [other for other, wider in told.items() if words and other != name and words <= wider]
        nested = all(told[a] <= told[b] or told[b] <= told[a] for a in longer for b in longer)
        if longer and nested:
            union.join(name, longer[0])
    press = {name: _press_name(name) for name in sorted({*outlets, *told})}
    for name in sorted(set(outlets)):
        for other, words in press.items():
            if other != name and words and press[name] == words:
                union.join(name, other)
    return {name: union.find(name) for name in press}
