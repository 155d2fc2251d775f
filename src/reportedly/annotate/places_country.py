"""Which countries a report's words name, and whose country it is about."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_tables import QUARTER, admin1_entries, country_names, extra_entries
from reportedly.annotate.placenames import fold

_WORD: Final = re.compile(r"\w[\w.'’`-]*")

ABROAD: Final = frozenset("US GB FR RU DE IT ES CN TR IR SA AE QA JP IN PK".split())
"""States that act in other people's wars: their names count for less than the name of the land they act in."""

NAME, ADJECTIVE, PROVINCE, ABROAD_SHARE = 1.0, 0.6, 1.2, 0.25
"""Weights of one mention: a province is the surest sign, a nationality says who acted rather than where. Chosen by
hand on Syrian articles, of which Russian, Turkish and American outlets name their own state more often than Syria."""

LONGEST_NAME: Final = 4
"""Words in the longest name of a country or province that is looked for."""


_PLAIN_WORDS: Final = frozenset(
    "north south east west central centre center northern southern eastern western littoral delta rivers plateau unity "
    "lakes coast coastal capital highlands islands valley gulf border river equator cross lake mountain upper lower".split()
)
"""Names of provinces that are plain words too ("the North" of Cameroon): alone they point to no country."""


@cache
def _table() -> dict[str, tuple[str, float, bool]]:
    """Return folded names of countries and provinces with country, weight, and whether it names the land itself."""
    found: dict[str, tuple[str, float, bool]] = {}
    shared: set[str] = set()
    for entry in (
        *admin1_entries(),
        *(e for e in extra_entries() if e.place.country and e.place.lat and e.place.feature_code != QUARTER),
    ):
        for name in entry.names:
            key = fold(name)
            if (
                len(key) > 3
                and key not in _PLAIN_WORDS
                and found.setdefault(key, (entry.place.country, PROVINCE, True))[0] != entry.place.country
            ):
                shared.add(key)
    for key in shared:
        del found[key]
    for row in country_names():
        share = ABROAD_SHARE if row.country in ABROAD else 1.0
        found.update({fold(name): (row.country, ADJECTIVE * share, False) for name in row.adjectives})
        found.update(
            {fold(name): (row.country, NAME * share, True) for name in row.aliases if name not in ("US", "CAR")}
        )
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split(" ", 1)[0] for key in _table())


def country_weights(texts: Iterable[str]) -> dict[str, float]:
    """Return how strongly the words of ``texts`` point to each country, by ISO code."""
    return dict(_weights(tuple(texts)))


@lru_cache(maxsize=4)
def _weights(texts: tuple[str, ...]) -> dict[str, float]:
    table, firsts = _table(), _first_words()
    weights: dict[str, float] = defaultdict(float)
    for text in texts:
        found = [_word(m.group()) for m in _WORD.finditer(text)]
        tokens = " ".join(word or "." for word in found).split(" ")
        at = 0
        while at < len(tokens):
            size = 0
            if tokens[at] in firsts or tokens[at][:-1] in firsts:
                size = _count(tokens, at, table, weights)
            at += max(size, 1)
    return dict(weights)


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(name for row in country_names() for name in row.aliases if name.isupper()) - {"US", "CAR", "SAR"}


def _word(word: str) -> str:
    """Fold a capitalised word; other words, and acronyms of no country (SANA, not Sanaa), come back empty."""
    word = word.rstrip(".'’`-")
    tail = word.partition("-")[2]
    if word.isascii() and (
        not (word[:1].isupper() or tail[:1].isupper()) or (word.isupper() and len(word) < 6 and word not in _acronyms())
    ):
        return ""
    return fold(word)


def _count(tokens: list[str], at: int, table: dict[str, tuple[str, float, bool]], weights: dict[str, float]) -> int:
    """Count the longest name that starts at ``at``; return how many words it takes."""
    for size in range(LONGEST_NAME, 0, -1):
        key = " ".join(tokens[at : at + size])
        entry = table.get(key) or (table.get(key[:-1]) if key.endswith("s") else None)
        if entry is not None:
            weights[entry[0]] += entry[1]
            return size
    return 0


_CAPITAL: Final = r"(?:[a-z]{2}-)?[^\W\d_a-z][\w'’`-]*"
_RUN: Final = re.compile(rf"\b{_CAPITAL}(?: {_CAPITAL}){{0,2}}")

VOTE_SHARE: Final = 0.5
"""Share of the votes that the country of a text without any country's name must have: less is a guess."""


def _votes(texts: Iterable[str], gazetteer: Gazetteer) -> dict[str, float]:
    """Return how strongly the towns that are named point to each country; a name of many countries says little."""
    votes: dict[str, float] = defaultdict(float)
    for text in texts:
        for match in _RUN.finditer(text):
            parts = match.group().split(" ")
            for size in range(len(parts), 0, -1):
                name = " ".join(parts[:size])
                hits = [p for p in gazetteer.named(name) if p.country and p.level != "country"]
                lands = {p.country for p in hits}
                if hits and (size > 1 or len(name) > 3) and not country_weights([name]):
                    for iso in sorted(lands):
                        votes[iso] += _vote([p for p in hits if p.country == iso]) / len(lands)
                    break
    return dict(votes)


def _vote(hits: list[GazetteerPlace]) -> float:
    """Return the weight of a name's entries in one country: a dump that the user gave says where they look."""
    told = any(p.source in ("table", "dump") for p in hits)
    return (1.0 if told else 0.2) + math.log10(max(p.population for p in hits) + 10) / 4


def guess_home_country(texts: Iterable[str], gazetteer: Gazetteer | None = None) -> str | None:
    """Return the ISO code of the country that ``texts`` are about, or ``None`` if nothing tells it.

    Args:
        texts: The report's title and text, in any number of pieces.
        gazetteer: If given, the towns named decide where no country is.
    """
    pieces = list(texts)
    weights = country_weights(pieces)
    if max(weights.values(), default=0.0) < NAME and gazetteer is not None:
        votes = _votes(pieces, gazetteer)
        total = sum(votes.values())
        weights = {iso: vote for iso, vote in votes.items() if vote > VOTE_SHARE * total} or weights
    return max(weights, key=lambda iso: (weights[iso], iso)) if weights else None
