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
from reportedly.annotate.places_country import ABROAD, ABROAD_SHARE, ADJECTIVE, GUESTS, LONGEST_NAME, NAME, PROVINCE

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
    # «بئر حسو» is a well, and no town of Mali: what opens names tells no land.
    for key in shared | (found.keys() & {arabic_key(word) for word in words("name_head")}):
        del found[key]
    for town, iso in towns().items():
        found.setdefault(arabic_key(town), (iso, NAME * (ABROAD_SHARE if iso in ABROAD else 1.0)))
    for row in country_names():
        share = ABROAD_SHARE if row.country in ABROAD else 1.0
        found.update({arabic_key(name): (row.country, NAME * share) for name in row.aliases if is_arabic(name)})
    return found


@cache
def _countries() -> dict[str, str]:
    """Return keys of the countries' own names."""
    return {arabic_key(name): row.country for row in country_names() for name in row.aliases if is_arabic(name)}


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
    lands, peoples = _weights(tuple(texts))
    return {iso: lands.get(iso, 0.0) + peoples.get(iso, 0.0) for iso in {**lands, **peoples}}


def arabic_lands_named(texts: Iterable[str]) -> frozenset[str]:
    """Return the ISO codes of the lands that Arabic ``texts`` name; a nationality counts, but for those of ``GUESTS``."""
    lands, peoples = _weights(tuple(texts))
    return frozenset(lands) | (frozenset(peoples) - GUESTS)


@lru_cache(maxsize=4)
def _weights(texts: tuple[str, ...]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights of names of lands, and those of nationalities."""
    weights: tuple[dict[str, float], dict[str, float]] = (defaultdict(float), defaultdict(float))
    for text in texts:
        spans = list(_WORD.finditer(text))
        found = [arabic_key(match.group()) for match in spans]
        at = 0
        while at < len(found):
            entry, size = _count(found, at)
            if entry is not None and (entry[1] != PROVINCE or _stays(text[spans[at + size - 1].end() :], entry[0])):
                weights[0 if entry[2] else 1][entry[0]] += entry[1]
            at += max(size, 1)
    return dict(weights[0]), dict(weights[1])


@lru_cache(maxsize=KEPT)
def _may_tell(word: str) -> bool:
    """Return whether a name of a country may begin with a word, or the word be a nationality: most are neither."""
    for first in _readings(word):
        bare = first.removeprefix("ال")
        people = {bare, bare.removesuffix("ا")}
        if first in _openings() or not people.isdisjoint(nations()) or not people.isdisjoint(nations(guarded=True)):
            return True
    return False


_INTO: Final = re.compile(
    rf"\s*(?:[،,]\s*)?(?:في\s+)?(?:(?:ب|في )?(?:أقصى|شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي)\s+)*"
    rf"(?P<land>[{LETTERS}]+)"
)


def arabic_land_after(text: str) -> str | None:
    """Return the ISO code of the country that ``text``, what follows a place's name, puts it into, or ``None``.

    That is a country's name («طرابلس شمالي لبنان») or the nationality that agrees with a town («طرابلس اللبنانية»).
    """
    match = _INTO.match(text)
    if match is None:
        return None
    for word in _readings(arabic_key(match["land"])):
        if word in _countries():
            return _countries()[word]
        if word.startswith("ال") and word.endswith(("ية", "يه")):
            return nations().get(word.removeprefix("ال"))
    return None


def _stays(after: str, country: str) -> bool:
    """Tell whether what follows a province's name does not put it into another country."""
    return arabic_land_after(after) in (None, country)


def _count(found: list[str], at: int) -> tuple[tuple[str, float, bool] | None, int]:
    """Read the longest name that starts at ``at`` of the keys of words.

    Returns:
        The country, its weight and whether the land itself is named; how many words that takes.
    """
    if not _may_tell(found[at]):
        return None, 0
    table = _table()
    cued = at > 0 and found[at - 1] in words_of_kinds("plain", "from", "to")
    for first in _readings(found[at]):
        if not cued and (first in words("common") or len(first) < SURE_LETTERS):
            continue
        for size in range(LONGEST_NAME if first in _openings() else 0, 0, -1):
            entry = table.get(first + "".join(found[at + 1 : at + size]))
            if entry is not None and at + size <= len(found):
                return (*entry, True), size
        word = first.removeprefix("ال")
        iso = nations().get(word) or nations().get(word.removesuffix("ا"))
        own = at > 0 and any(w.removeprefix("ال") in _organs() for w in _readings(found[at - 1]))
        if own and iso is None:
            iso = nations(guarded=True).get(word) or nations(guarded=True).get(word.removesuffix("ا"))
        if iso is not None:
            return (iso, (NAME if own else ADJECTIVE) * (ABROAD_SHARE if iso in ABROAD else 1.0), False), 1
    return None, 0


def guess_arabic_home(texts: Iterable[str]) -> str | None:
    """Return the ISO code of the country that Arabic ``texts`` are about, or ``None`` if no word tells it."""
    pieces = list(texts)
    lands = arabic_lands_named(pieces)
    weights = {iso: weight for iso, weight in arabic_country_weights(pieces).items() if iso in lands}
    return max(weights, key=lambda iso: (weights[iso], iso)) if weights else None
