"""What a headline says by itself, read without the package, so that it can be held against what the package reads."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.evaluate import same_place_name

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()

_NUMBER = rf"(?<![\w.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{'|'.join(_WORDS)})(?![\w%]|[.,]\d)"

_KILL = (
    r"(?:kill(?:s|ed|ing)?|dead|die[sd]?|dying|deaths?|slain|martyr(?:ed|s)|murder(?:s|ed)?|execut(?:e|es|ed)|"
    r"lives|claims?\slives|fatalities)"
)

_HURT_TOO = re.compile(r"\W+(?:(?:and|or|&)\s+)?(?:wound|injur|hurt)", re.IGNORECASE)
"""What makes a number one of dead and wounded together, which is no toll of the dead."""

_WORD = r"(?:[^\W\d_][\w’'-]*)"

_BEFORE = re.compile(rf"(?P<n>{_NUMBER})(?:\s(?:of\s)?{_WORD}){{0,6}}?\s{_KILL}\b", re.IGNORECASE)
_AFTER = re.compile(rf"\b{_KILL}(?:\s{_WORD}){{0,5}}?\s(?P<n>{_NUMBER})", re.IGNORECASE)

_KIND_OF_PLACE = re.compile(
    r"\b(?:village|town|city|suburb|hill|neighbou?rhood|district|sub-?district|governorate|camp|area|farms?|mountain|"
    r"airport|airbase|base|province|field|dam|checkpoint|junction|border|valley|desert|northern|southern|eastern|"
    r"western|north|south|east|west|central|countryside)\b",
    re.IGNORECASE,
)


def _whole(text: str) -> int:
    low = text.lower()
    return _WORDS.index(low) + 1 if low in _WORDS else int(low.replace(",", ""))


def tolls(headline: str) -> frozenset[int]:
    """Return the numbers that stand within a few words of killing or dying, on either side."""
    found = (*_BEFORE.finditer(headline), *_AFTER.finditer(headline))
    return frozenset(_whole(match["n"]) for match in found if not _counts_wounded(headline, match))


def _counts_wounded(headline: str, match: re.Match[str]) -> bool:
    hurt = re.search(r"wound|injur|hurt", match[0], re.IGNORECASE)
    return bool(hurt or _HURT_TOO.match(headline, match.end()))


@lru_cache(maxsize=50_000)
def place_stem(name: str) -> str:
    """Return a place name of UCDP without its kind ("Gharanij village")."""
    return " ".join(_KIND_OF_PLACE.sub(" ", name).split())


def names_place(headline: str, place: str) -> bool:
    """True if the name of ``place``, in some spelling, stands in the headline."""
    stem = place_stem(place)
    if not stem or not stem[0].isalpha():
        return False
    words = re.findall(r"[^\W_][\w’'`-]*", headline)
    longest = len(stem.split()) + 1
    windows = (words[at : at + size] for size in range(1, longest + 1) for at in range(len(words) - size + 1))
    return any(window[0] != window[0].lower() and same_place_name(stem, " ".join(window)) for window in windows)
