"""What the towns named say of the country that a report is about, where no country is named."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.placenames import fold
from reportedly.annotate.places_lexicon import words

VOTE_SHARE: Final = 0.5
"""Share of the votes that the country of a text without any country's name must have: less is a guess."""

UNKNOWN_SIZE: Final = 500
"""People of a built-in town without a figure: GeoNames' table holds towns from this size on."""

READ_ALIKE: Final = 0.6
"""Share of equal letters from which a town's own name reads like the one written (Mokha, Mocha; not Ariha, Jericho)."""

OTHER_NAME_SHARE: Final = 0.3
"""Weight of a town that only bears the name among others; small, as exonyms of far towns are what misleads."""

LEAST_VOTE: Final = 0.5
"""Votes below which a country is not guessed: what one small town abroad gets that only bears the name among others."""

_CAPITAL: Final = r"(?:[a-z]{2}-)?[^\W\d_a-z][\w'’`-]*"
_PARTICLE: Final = r"(?:(?:es|as|ez|el|al|e|de|da|do|di|du|des|dos|la|le|les|las|los) )?"
_RUN: Final = re.compile(rf"\b{_CAPITAL}(?: {_PARTICLE}{_CAPITAL}){{0,2}}")
_ARTICLE: Final = re.compile(r"^(?:al|as|ash|ad|ar|at|an|az|el)[ -]")


@dataclass(frozen=True, slots=True)
class Groups:
    """What the armed groups that a report names say of its country.

    Attributes:
        weights: How strongly they point to each country, by ISO code.
        names: Their names as written, none of which is a town's here.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


@cache
def _no_towns() -> frozenset[str]:
    """Return lower-case words that stand with a capital without naming a town: days, months, first words, titles."""
    kinds = ("common", "not_place", "given_name", "breaker", "actor_head", "person", "organisation", "group_starter")
    return frozenset().union(*(words(kind) for kind in kinds))


def bare_name(name: str) -> str:
    """Return a folded name without the Arabic article."""
    return _ARTICLE.sub("", fold(name))


def votes(texts: Iterable[str], gazetteer: Gazetteer, known: Set[str]) -> dict[str, float]:
    """Return how strongly the towns that are named point to each country; a name of many countries says little.

    Args:
        texts: The report's pieces.
        gazetteer: Where names are looked up.
        known: Folded names of countries, peoples and provinces, which are counted elsewhere.
    """
    found: dict[str, float] = defaultdict(float)
    for text in texts:
        for match in _RUN.finditer(text):
            parts = match.group().split(" ")
            for size in range(len(parts), 0, -1):
                name = " ".join(parts[:size])
                after = parts[size].lower() if size < len(parts) else ""
                if after in words("organisation") or after in words("feature"):
                    break
                if (
                    bare_name(name) in known
                    or fold(name) in known
                    or (size == 1 and (len(name) < 4 or name.lower() in _no_towns()))
                ):
                    continue
                shares = _shares(name, gazetteer.named(name))
                for iso, share in shares.items():
                    found[iso] += share
                if shares:
                    break
    return {iso: vote for iso, vote in found.items() if vote >= LEAST_VOTE}


def _shares(name: str, entries: Iterable[GazetteerPlace]) -> dict[str, float]:
    """Divide a name's vote among its countries: much to the one whose town is large and written so itself."""
    best: dict[str, float] = {}
    hits = [hit for hit in entries if hit.country and hit.level != "country"]
    # A town that is written just so (Riyom) outvotes larger ones that are written nearly so (Riom).
    written = {hit.country for hit in hits if bare_name(hit.name) == bare_name(name)}
    for hit in hits:
        vote = _vote(name, hit) * (1.0 if not written or hit.country in written else OTHER_NAME_SHARE)
        best[hit.country] = max(best.get(hit.country, 0.0), vote)
    total = sum(vote * vote for vote in best.values())
    return {iso: max(best.values()) * vote * vote / total for iso, vote in sorted(best.items())}


def _vote(name: str, hit: GazetteerPlace) -> float:
    """Return the weight of one entry: a dump that the user gave says where they look."""
    written, own = bare_name(name), bare_name(hit.name)
    alike = Levenshtein.normalized_similarity(written, own)
    told = 1.0 if hit.source in ("table", "dump") else 0.2
    size = math.log10(max(hit.population, UNKNOWN_SIZE)) / 4
    return (told + size) * (alike if alike >= READ_ALIKE else OTHER_NAME_SHARE)
