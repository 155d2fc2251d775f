"""Which countries a report's words name, and whose country it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer
from reportedly.annotate.gazetteer_tables import QUARTER, admin1_entries, country_names, extra_entries
from reportedly.annotate.placenames import fold
from reportedly.annotate.places_votes import VOTE_SHARE, Groups, votes

_WORD: Final = re.compile(r"\w[\w.'’`-]*")

ABROAD: Final = frozenset("US GB FR RU DE IT ES CN TR IR SA AE QA JP IN PK".split())
"""States that act in other people's wars: their names count for less than the name of the land they act in."""

GUESTS: Final = ABROAD | frozenset("IL RW UG ET KE ER".split())
"""States whose forces are told of in other countries so often that "Israeli jets" alone says nothing of where."""

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
    lands, peoples = _weights(tuple(texts))
    return {iso: lands.get(iso, 0.0) + peoples.get(iso, 0.0) for iso in {**lands, **peoples}}


def lands_named(texts: Iterable[str]) -> frozenset[str]:
    """Return the ISO codes of the lands that ``texts`` name, or whose people's or forces' home they are told to be in.

    A nationality counts, but for that of a state that fights abroad (``GUESTS``): its name says who acted.
    """
    lands, peoples = _weights(tuple(texts))
    return frozenset(lands) | (frozenset(peoples) - GUESTS)


@lru_cache(maxsize=4)
def _weights(texts: tuple[str, ...]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights of names of lands, and those of nationalities."""
    table, firsts = _table(), _first_words()
    weights: tuple[dict[str, float], dict[str, float]] = (defaultdict(float), defaultdict(float))
    for text in texts:
        pairs = [(word, m) for m in _WORD.finditer(text) for word in (_word(m.group()) or ".").split(" ")]
        tokens = [word for word, _ in pairs]
        at = 0
        while at < len(tokens):
            size = 0
            if tokens[at] in firsts or tokens[at][:-1] in firsts:
                entry, size = _longest(tokens, at, table)
                at_words = (pairs[at][1].start(), pairs[at + max(size, 1) - 1][1].end())
                backs = tokens[at + max(size, 1) : at + max(size, 1) + 1] in _BACKERS or _BACKED_BY.search(
                    text[: at_words[0]]
                )
                if (
                    entry is not None
                    and not backs
                    and (entry[1] != PROVINCE or land_around(text, *at_words) in (None, entry[0]))
                ):
                    weights[0 if entry[2] else 1][entry[0]] += entry[1]
            at += max(size, 1)
    return dict(weights[0]), dict(weights[1])


_BACKERS: Final = [[w] for w in ("backed", "sponsored", "supported", "aligned", "linked", "trained", "funded")]
_BACKED_BY: Final = re.compile(r"\b(?:backed|sponsored|supported|armed|funded|trained) by (?:the )?$")
"""What makes a state's name that of a backer abroad ("Rwanda-backed rebels", "rebels backed by Rwanda")."""


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(name for row in country_names() for name in row.aliases if name.isupper()) - {"US", "CAR", "SAR"}


_POSSESSIVE: Final = re.compile(r"['’`]s$")


def _word(word: str) -> str:
    """Fold a capitalised word; other words, and acronyms of no country (SANA, not Sanaa), come back empty."""
    word = _POSSESSIVE.sub("", word.rstrip(".'’`-"))
    tail = word.partition("-")[2]
    if word.isascii() and (
        not (word[:1].isupper() or tail[:1].isupper()) or (word.isupper() and len(word) < 6 and word not in _acronyms())
    ):
        return ""
    return fold(word)


_Entry = tuple[str, float, bool]


def _longest(tokens: list[str], at: int, table: Mapping[str, _Entry]) -> tuple[_Entry | None, int]:
    """Return the longest name that starts at ``at`` and how many words it takes; only peoples have a plural."""
    for size in range(min(LONGEST_NAME, len(tokens) - at), 0, -1):
        key = " ".join(tokens[at : at + size])
        entry = table.get(key)
        if entry is None and key.endswith("s"):
            entry = table.get(key[:-1])
            entry = entry if entry is not None and not entry[2] else None
        if entry is not None:
            return entry, size
    return None, 0


_SIDE: Final = r"(?:(?:north|south|east|west|centr|coast)[\w-]*\s+)*"
_INTO: Final = re.compile(
    rf"(?:\s*,\s*(?:in\s+)?|\s+in\s+)(?:the\s+)?{_SIDE}(?P<land>(?:[^\W\d_a-z][\w'’-]*\s*){{1,4}})"
)
_OWNER: Final = re.compile(
    rf"(?P<land>[^\W\d_a-z]\w+)(?:['’]s\s+{_SIDE}(?:(?:second|main|port|capital|city|town|province|of)\s+)*"
    r"|\s+(?:(?:second|main|port|coastal|capital)\s+)*(?:city|town|province|governorate)\s+of\s+)$"
)
OWNER_REACH: Final = 60
"""Characters before a name in which its country may own it ("Lebanon's second city of Tripoli")."""


def land_around(text: str, start: int, end: int) -> str | None:
    """Return the ISO code of the country that the words put a name into, or ``None`` (``X, northern Lebanon``).

    Args:
        text: A sentence.
        start: Offset of the name in it.
        end: Offset of its end.
    """
    table = _table()
    after = _INTO.match(text, end)
    owner = _OWNER.search(text[max(0, start - OWNER_REACH) : start])
    tokens = fold(after["land"]).split() if after else []
    entry = _longest(tokens, 0, table)[0] if tokens else None
    owning = table.get(fold(owner["land"])) if owner else None
    if entry is not None and entry[2]:
        return entry[0]
    return owning[0] if owning is not None else None


def guess_home_country(
    texts: Iterable[str], gazetteer: Gazetteer | None = None, groups: Groups | None = None
) -> str | None:
    """Return the ISO code of the country that ``texts`` are about, or ``None`` if nothing tells it.

    Args:
        texts: The report's title and text, in any number of pieces.
        gazetteer: If given, the towns named decide where no country is.
        groups: The armed groups named; they count beside towns.
    """
    pieces = list(texts)
    lands = lands_named(pieces)
    weights = {iso: weight for iso, weight in country_weights(pieces).items() if iso in lands}
    if max(weights.values(), default=0.0) < NAME and gazetteer is not None:
        groups = groups or Groups()
        told = votes(pieces, gazetteer, _table().keys() | {fold(name) for name in groups.names})
        for iso, weight in (*weights.items(), *groups.weights.items()):
            told[iso] = told.get(iso, 0.0) + weight
        total = sum(told.values())
        weights = {iso: vote for iso, vote in told.items() if vote > VOTE_SHARE * total} or weights
    return max(weights, key=lambda iso: (weights[iso], iso)) if weights else None
