"""Decide which Arabic names are places in their words, and what each may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportedly.annotate.arabic_places_context import ArabicAround
from reportedly.annotate.arabic_places_lexicon import is_nation, type_of, words
from reportedly.annotate.arabic_places_names import SHORTEST_FREE, consonants
from reportedly.annotate.arabic_places_words import Word
from reportedly.annotate.arabic_words import analyses_of
from reportedly.annotate.gazetteer import GazetteerPlace
from reportedly.annotate.places_belief import CITY, Found, Setting, prominent

MARKED: Final = ("settlement", "part", "site", "admin1", "countryside", "area")
"""Kinds of type words after which even an ordinary word is the name of a place."""

SMALLER: Final = ("settlement", "part", "site")

LIST: Final = 2
"""Sure places that make a place of whatever is listed with them."""

GREAT_CITY: Final = 1_000_000
"""People: a city whose bare name is believed in any report."""

SHORT_ABROAD: Final = 3
"""Letters of names that abroad are too short to be told from other words."""

SURE_WEIGHT: Final = 1.0
"""Weight of a country's names in the report from which its villages are believed too."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name under work with what only Arabic needs to know of it.

    Attributes:
        found: What the resolver works on.
        read: What the words around it say.
        first: Index of its first word.
        words: Its words.
    """

    found: Found
    read: ArabicAround
    first: int
    words: tuple[Word, ...]


def possible(found: Found, setting: Setting) -> tuple[GazetteerPlace, ...]:
    """Return the entries of a name that this report can mean at all: its own lands', and great ones abroad."""
    home, typed = setting.home, found.around.typed
    lands = {iso for iso, weight in setting.weights.items() if weight >= SURE_WEIGHT} | {home, found.land or home}
    hits = [h for h in found.name.hits if h.country in lands or prominent(h, home, setting.weights)]
    if not hits and typed in ("settlement", "admin1"):
        hits = [h for h in found.name.hits if home is None or h.country in setting.weights] or _abroad(found)
    if not hits and not typed and any(h.country in setting.weights for h in found.name.hits):
        # «صواريخ على كريات شمونة» in a report that speaks of Israel: a town of a land that the report names.
        hits = _abroad(found)
    if typed in SMALLER:
        hits = [h for h in hits if h.country == home or h.level != "admin1"]
    elif any(h.level == "country" for h in hits):
        hits = [h for h in hits if h.level != "point" or h.population >= CITY]
    return tuple(h for h in hits if h.level != "admin2" or typed == "admin1") or tuple(hits)


def _abroad(found: Found) -> list[GazetteerPlace]:
    """Return the towns of a name that only one country has, though the report names it nowhere."""
    lands = {h.country for h in found.name.hits}
    return [h for h in found.name.hits if h.population >= KNOWN_TOWN] if len(lands) == 1 else []


KNOWN_TOWN: Final = 20_000
"""People: a town that is known abroad by a name that no other country has."""


def ordinary(candidate: Candidate) -> bool:
    """Tell whether a name is an ordinary word too: listed, or known to the analyser as another word."""
    if len(candidate.words) > 1:
        return candidate.found.name.loose
    word = candidate.words[0]
    return word.form in words("common") or word.known or is_nation(word.form)


def believable(candidate: Candidate, setting: Setting, listed: bool) -> tuple[GazetteerPlace, ...]:
    """Return the entries that a name may mean here; none if it is no place name in these words.

    Args:
        candidate: The name.
        setting: The report.
        listed: True if it stands in a list with another name that is surely a place.
    """
    found, read = candidate.found, candidate.read
    around, home = found.around, setting.home
    hits = possible(found, setting)
    great = tuple(h for h in hits if _great(h, candidate, setting))
    half = len(candidate.words) == 1 and candidate.words[0].form in KUNYA
    if read.street or half or (_possessed(candidate) and not around.typed):
        return ()
    if read.building:
        return tuple(h for h in great if h.level == "point" and h.country == home)
    if found.name.loose and _too_loose(candidate, listed):
        return ()
    if around.typed in MARKED:
        return hits
    if found.name.loose:
        return hits if listed or (around.near and not candidate.words[0].known) else ()
    if ordinary(candidate):
        cued = listed or around.near or around.direction or _located(candidate)
        named = candidate.words[0].form not in words("common") and not is_nation(candidate.words[0].form)
        home_great = any(h.country == home or h.level == "country" for h in great)
        if not listed and found.within is None:
            # «أدى إلى إدانة»: abroad an ordinary word is no town.
            hits = tuple(h for h in hits if h.country == home or h in great)
        return hits if cued or (great and named) or (home_great and around.plain) else ()
    if around.actor and not around.strong:
        return great
    headed = type_of(candidate.words[0].form) == "site" or candidate.words[0].form in words("name_head")
    home_hits = tuple(h for h in hits if h.country == home)
    abroad = all(h.country in setting.weights and h.population >= KNOWN_TOWN for h in hits) and not found.name.loose
    if listed or (around.strong and (home_hits or great or abroad)):
        return hits
    if headed and len(candidate.words) > 1 and home_hits:
        return hits
    if home_hits and (read.bordered or read.acted_on or found.within is not None):
        return hits
    return great


KUNYA: Final = frozenset({"ام", "ابو", "بو", "بني", "ابن"})
"""Words that are only the first half of a name («أم ولد»)."""


def _possessed(candidate: Candidate) -> bool:
    """Tell whether a name is also a common noun with *his* or *her* («ابنه»)."""
    noun, *rest = (w.form for w in candidate.words)
    return rest in (["ه"], ["ها"], ["هم"]) and any(a.cat == "noun" for a in analyses_of(noun))


def _too_loose(candidate: Candidate, listed: bool) -> bool:
    """Tell whether an entry that is only spelt or sounds like the name must not be taken for it."""
    found = candidate.found
    if found.around.typed == "site":
        return True
    marked = listed or found.within is not None or found.around.typed in SMALLER
    least = 0 if found.within is not None and found.around.typed in SMALLER else SHORTEST_FREE + (not marked)
    return consonants(found.name.text) < least


def _great(hit: GazetteerPlace, candidate: Candidate, setting: Setting) -> bool:
    """Tell whether an entry is so well known that its bare name means it; abroad only countries and great cities are."""
    if not prominent(hit, setting.home, setting.weights):
        return False
    abroad = hit.country not in (setting.home, "") and hit.level != "country"
    long = len(candidate.found.name.text) > SHORT_ABROAD
    return not abroad or (long and (candidate.found.around.strong or hit.population >= GREAT_CITY))


def _located(candidate: Candidate) -> bool:
    """Tell whether a place that holds it follows, which makes a place of an ordinary word after *in*."""
    return candidate.found.within is not None and candidate.found.around.plain


def unknown_place(candidate: Candidate, mates: int) -> bool:
    """Tell whether words mark a name as a place though no gazetteer has it.

    Args:
        candidate: The name.
        mates: How many others of its list are surely places.
    """
    found = candidate.found
    if found.around.actor or candidate.read.building:
        return False
    if candidate.words[0].form in words("numbered"):
        return found.within is not None or found.around.near or found.group is not None
    return found.around.typed in SMALLER or mates >= LIST
