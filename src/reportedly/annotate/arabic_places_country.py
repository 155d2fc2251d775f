"""Which countries the words of Arabic text name, and whose country it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from reportedly.annotate.arabic_places_lexicon import KEPT, nations, towns, words, words_of_kinds
from reportedly.annotate.arabic_text import LETTERS
from reportedly.annotate.gazetteer_tables import QUARTER, admin1_entries, country_names, extra_entries
from reportedly.annotate.placenames import arabic_key, is_arabic
from reportedly.annotate.places_country import ABROAD, ABROAD_SHARE, ADJECTIVE, LONGEST_NAME, NAME, PROVINCE

SURE_LETTERS: Final = 3
"""Letters of a word that tells a country without *in* before it (حلب, مصر; not إب)."""

_WORD: Final = re.compile(rf"[{LETTERS}\u064b-\u0652\u0640]+")


@cache
def _table() -> dict[str, tuple[str, float]]:
    """Return keys of countries and provinces with the country and the weight of one mention."""
    found: dict[str, tuple[str, float]] = {}
    shared: set[str] = set()
    regions = (
        e for e in extra_entries() if e.place.country and e.place.feature_code not in (QUARTER, "RD", "STM", "SEA")
    )
    for entry in (*admin1_entries(), *regions):
        for key in map(arabic_key, filter(is_arabic, entry.names)):
            if len(key) > 2 and found.setdefault(key, (entry.place.country, PROVINCE))[0] != entry.place.country:
                shared.add(key)
    for key in shared:
        del found[key]
    for town, iso in towns().items():
        found.setdefault(arabic_key(town), (iso, NAME * (ABROAD_SHARE if iso in ABROAD else 1.0)))
    for row in country_names():
        share = ABROAD_SHARE if row.country in ABROAD else 1.0
        found.update({arabic_key(name): (row.country, NAME * share) for name in row.aliases if is_arabic(name)})
    return found


@cache
def _openings() -> frozenset[str]:
    """Return all beginnings of the keys: with other letters no name begins."""
    return frozenset(key[:end] for key in _table() for end in range(len(key) + 1))


@cache
def _organs() -> frozenset[str]:
    """Return the keys of words for a state's own forces and lands: whose they are tells where they act."""
    return frozenset(map(arabic_key, words("organ")))


def _readings(word: str) -> Iterator[str]:
    """Yield a word as written, and without what may be written onto it."""
    yield word
    for cut in (1, 2):
        if len(word) - cut > 2 and all(letter in "وفبلك" for letter in word[:cut]):
            yield "ال" + word[cut + 1 :] if word[cut - 1 : cut + 1] == "لل" else word[cut:]


def arabic_country_weights(texts: Iterable[str]) -> dict[str, float]:
    """Return how strongly the Arabic words of ``texts`` point to each country, by ISO code."""
    return dict(_weights(tuple(texts)))


@lru_cache(maxsize=4)
def _weights(texts: tuple[str, ...]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for text in texts:
        found = [arabic_key(word) for word in _WORD.findall(text)]
        at = 0
        while at < len(found):
            at += max(_count(found, at, weights), 1)
    return dict(weights)


@lru_cache(maxsize=KEPT)
def _may_tell(word: str) -> bool:
    """Return whether a name of a country may begin with a word, or the word be a nationality: most are neither."""
    for first in _readings(word):
        bare = first.removeprefix("ال")
        people = {bare, bare.removesuffix("ا")}
        if first in _openings() or not people.isdisjoint(nations()) or not people.isdisjoint(nations(guarded=True)):
            return True
    return False


def _count(found: list[str], at: int, weights: dict[str, float]) -> int:
    """Count the longest name that starts at ``at`` of the keys of words; return how many words it takes."""
    if not _may_tell(found[at]):
        return 0
    table = _table()
    cued = at > 0 and found[at - 1] in words_of_kinds("plain", "from", "to")
    for first in _readings(found[at]):
        if not cued and (first in words("common") or len(first) < SURE_LETTERS):
            continue
        for size in range(LONGEST_NAME if first in _openings() else 0, 0, -1):
            entry = table.get(first + "".join(found[at + 1 : at + size]))
            if entry is not None and at + size <= len(found):
                weights[entry[0]] += entry[1]
                return size
        word = first.removeprefix("ال")
        iso = nations().get(word) or nations().get(word.removesuffix("ا"))
        own = at > 0 and any(w.removeprefix("ال") in _organs() for w in _readings(found[at - 1]))
        if own and iso is None:
            iso = nations(guarded=True).get(word) or nations(guarded=True).get(word.removesuffix("ا"))
        if iso is not None:
            weights[iso] += (NAME if own else ADJECTIVE) * (ABROAD_SHARE if iso in ABROAD else 1.0)
            return 1
    return 0


def guess_arabic_home(texts: Iterable[str]) -> str | None:
    """Return the ISO code of the country that Arabic ``texts`` are about, or ``None`` if no word tells it."""
    weights = arabic_country_weights(texts)
    return max(weights, key=lambda iso: (weights[iso], iso)) if weights else None
