"""Decide which names are places at all in these words, and what each may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import Levenshtein

from reportedly.annotate.gazetteer import GazetteerPlace
from reportedly.annotate.gazetteer_tables import QUARTER
from reportedly.annotate.placenames import fold, place_key
from reportedly.annotate.places_context import Around
from reportedly.annotate.places_lexicon import words
from reportedly.annotate.places_names import Name
from reportedly.annotate.places_votes import bare_name

ABROAD_SIMILARITY: Final = 0.6
"""Share of equal letters asked of names abroad: lets Kyiv and Kiev meet, keeps al-Naimi from Niamey."""

UNNAMED_SIMILARITY: Final = 0.85
"""The same where the report names nothing else of that country: keeps a girl called Jiyan from Ji'an."""

TOWN = 2_000
"""People: an entry of this size is the sure meaning of its name in the report's country."""

CITY, WORLD_CITY = 15_000, 300_000
"""People: a bare name is believed in the report's own country from ``CITY`` on, abroad from ``WORLD_CITY`` on."""


@dataclass(slots=True)
class Found:
    """A name under work: where it stands, what is around it, and in the end the entry it means.

    Attributes:
        sentence: Number of its sentence.
        name: The words.
        around: What the words beside it say.
        group: Number of its list in the sentence.
        within: Index of the name that contains it, among all of the report.
        entry: What it means.
        known: False where the entry is only the area around it.
        dropped: True where the report as a whole says that it is no place.
        land: ISO code of the country that the words put it into, if one of its entries lies there.
        inside: True where an address goes on with what it lies in ("in Wakwelo, Bokkos district").
        nounlike: False where the tagger reads its one word as no noun.
    """

    sentence: int
    name: Name
    around: Around
    group: int | None = None
    within: int | None = None
    entry: GazetteerPlace | None = None
    known: bool = True
    land: str | None = None
    inside: bool = False
    nounlike: bool = True
    dropped: bool = False


def settle_land(found: Found, land: str | None) -> None:
    """Leave a name only the entries in the country that the words put it into, if there are any."""
    hits = tuple(h for h in found.name.hits if h.country == land)
    if hits and land is not None:
        found.land, found.name = land, replace(found.name, hits=hits)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the report as a whole says of places.

    Attributes:
        home: ISO code of the country it is about.
        weights: How strongly its words point to each country.
        common: Lower-case words of its text: a name that also stands there is an ordinary word.
        surnames: Last words of the persons' names in it.
        groups: Bare names of the armed groups in it.
        listed: True where a sentence opens with a known place and a colon or dash, as the items of a digest do.
        told: True where its words name its country, so that "the capital" is that country's.
    """

    home: str | None
    weights: Mapping[str, float]
    common: frozenset[str]
    surnames: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    listed: bool = False
    told: bool = False

    def own(self, country: str) -> bool:
        """Tell whether a country is the report's, or shares its war's ground with it."""
        return country == self.home or country == _SISTERS.get(self.home or "")


_SISTERS: Final = {"IL": "PS", "PS": "IL", "RU": "UA", "UA": "RU"}
"""Lands of one theatre: a report about the one names villages of the other as freely."""


AIR_BASE: Final = "AIRB"
"""Code of the airports of ``places/extra.csv``, known world-wide by their names."""


def prominent(hit: GazetteerPlace, home: str | None, weights: Mapping[str, float]) -> bool:
    """Tell whether an entry is so well known that its bare name means it."""
    if hit.level == "admin1" and hit.country != home:
        return hit.country in weights
    if hit.feature_code == QUARTER:
        return False
    if hit.source == "table" and hit.feature_code == AIR_BASE:
        return True
    if hit.level in ("country", "admin1") or (hit.source == "table" and hit.country in (home, "")):
        return hit.country == home or hit.level == "country" or hit.source == "table"
    return hit.population >= (CITY if hit.country == home else WORLD_CITY)


def _spelt_like(name: Name, hit: GazetteerPlace, setting: Setting) -> bool:
    """Tell whether a name reads like a foreign entry's own name: keys join too much to be trusted world-wide."""
    least = ABROAD_SIMILARITY if hit.country in setting.weights else UNNAMED_SIMILARITY
    return Levenshtein.normalized_similarity(fold(name.text), fold(hit.name)) >= least


_SMALLER = ("settlement", "part", "site")
_MARKED = ("settlement", "part", "site", "admin1", "countryside", "area")
"""Kinds of type words after which even an ordinary word, or a person's, is the name of a place."""


def _possible(found: Found, setting: Setting) -> list[GazetteerPlace]:
    """Return the entries of a name that this report can mean at all: its own lands', and great ones abroad."""
    name, home = found.name, setting.home
    lands = {iso for iso, weight in setting.weights.items() if weight >= 1.0} | {found.land or home}
    hits = [h for h in name.hits if setting.own(h.country) or h.country in lands or prominent(h, home, setting.weights)]
    if not hits and found.around.typed in ("settlement", "admin1"):
        hits = [h for h in name.hits if home is None or h.country in setting.weights]
    if not hits and found.around.plain and " " in name.text and len({h.country for h in name.hits}) == 1:
        hits = [h for h in name.hits if _spelt_like(name, h, setting)]  # One town of that long name in the world.
    hits = [
        h
        for h in hits
        if setting.own(h.country) or h.source == "table" or h.level == "country" or _spelt_like(name, h, setting)
    ]
    if found.around.typed in _SMALLER:
        hits = [h for h in hits if h.country == home or h.level != "admin1"]
    if name.text.isupper() and len(name.text) > 1:
        hits = [h for h in hits if prominent(h, home, setting.weights)]
    return [h for h in hits if h.level != "admin2" or found.around.typed == "admin1"] or hits


def _ordinary(found: Found, setting: Setting) -> bool:
    """Tell whether a single word is an ordinary one: listed, used in lower case, or read so by the tagger."""
    name = found.name
    lower = name.text.lower()
    if " " in name.text or "-" in name.text:
        return False
    return lower in words("common") or lower in words("given_name") or lower in setting.common or not found.nounlike


def believable(found: Found, setting: Setting, listed: bool) -> tuple[GazetteerPlace, ...]:
    """Return the entries that a name may mean here; none if it is no place name in these words.

    Args:
        found: The name.
        setting: The report.
        listed: True if it stands in a list with another name that is surely a place.
    """
    name, around = found.name, found.around
    home = setting.home
    if bare_name(name.text) in setting.groups and not around.plain and around.typed not in ("settlement", "admin1"):
        return ()
    hits = _possible(found, setting)
    great = tuple(h for h in hits if prominent(h, home, setting.weights))
    if name.person and around.typed not in _MARKED and not around.plain:
        return () if name.text in setting.surnames else great
    if _ordinary(found, setting):
        lower = name.text.lower()
        placed = around.relation in ("in", "near") and not name.title and lower not in setting.common
        marked = around.typed in _MARKED or (around.strong and placed and any(setting.own(h.country) for h in hits))
        return tuple(hits) if marked and not name.small else ()
    if name.small or (name.organisation and not name.facility):
        return great
    if name.loose:
        firm = around.typed in _MARKED or around.plain or listed
        return tuple(hits) if firm else ()
    if listed or (around.strong and (name.whole or name.title or around.typed or " " in name.text or great)):
        return tuple(hits)
    bare_ok = name.whole and not name.title and len(place_key(name.text)) > 3 and name.first > 0
    return tuple(h for h in hits if h in great or (bare_ok and setting.own(h.country)))
