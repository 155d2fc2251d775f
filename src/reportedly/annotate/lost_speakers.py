"""Commas that scraping left out before who says it, at the end: "killed four people on Sunday a monitoring group said"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reportedly.resources import load_toml

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_END: Final = re.compile(
    r" (?:(?:has|have|had) )?(?:said|says|say|reported|added|announced|confirmed|stated)"
    rf"(?: (?:late |early )?(?:on )?{_DAY})?(?: in a (?:brief |written )?(?:statement|report))?[.\"”']*\s*$"
)
_WORD: Final = re.compile(r"\S+")

_ARTICLES: Final = frozenset({"a", "an", "the", "its", "one", "another"})
_PRONOUNS: Final = frozenset({"it", "he", "she", "they"})
_WITHIN: Final = frozenset({"of", "for", "in", "from", "at"})
"""Prepositions inside the name of a speaker ("a source in the hospital")."""

_WATCHING: Final = frozenset({"monitoring", "tracking", "watching", "covering"})
"""Participles after it ("an organisation monitoring the conflict")."""

MOST_WATCHED: Final = 5
"""Words of what it watches, at most."""

_OPEN: Final = frozenset(
    "and or but nor of for in from at on to by with without into onto over under near after before since until as than "
    "because if when while where who which that what whom whose whether why how a an the its their his her this these "
    "those no not is are was were be been being has have had will would could should may might can also".split()
)
"""Words after which no clause can end, so that what follows is no new speaker."""

_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})

_QUOTES: Final = ('"', "”", "'", "’")
"""Closing marks, which part the speaker from what is said as well as a comma does."""

_TITLES: Final = frozenset(
    "spokesman spokeswoman spokesperson director chief head minister president general colonel commander activist "
    "correspondent secretary official governor mayor lawmaker doctor journalist".split()
)

_BODIES: Final = frozenset({"group", "organisation", "organization", "source", "body", "letter", "report", "dispatch"})
_MASS: Final = frozenset({"police", "media", "television", "radio"})
"""Speakers that need no article."""

_ACRONYM: Final = re.compile(r"\([A-Z]{2,}\)")

_DEEDS_IN_ING: Final = frozenset(
    {"shelling", "fighting", "bombing", "shooting", "stabbing", "killing", "building", "morning"}
)

LEAST_BEFORE: Final = 5
"""Words before the speaker: fewer are no clause that somebody else could have said."""

MOST_IN_NAME: Final = 12
"""Words of a speaker's name, at most."""


@cache
def _speakers() -> frozenset[str]:
    return frozenset(w for kind in load_toml("en/claimants.toml")["kind"] for w in kind["words"])


def with_comma_before_speaker(text: str) -> str:
    """Return a sentence with a comma for the blank before the speaker that ends it, its length unchanged.

    A sentence that has a comma of its own anywhere has lost none.
    """
    end = None if "," in text else _END.search(text)
    if end is None:
        return text
    words = [(m.start(), m.group()) for m in _WORD.finditer(text, 0, end.start())]
    first = _first_of_name([word for _, word in words])
    if first is None or first < LEAST_BEFORE or not _may_end(words[first - 1][1]):
        return text
    if any(word in _RELATIVE for _, word in words[first - 3 : first]) or words[first - 1][1].endswith(_QUOTES):
        return text
    at = words[first][0] - 1
    return f"{text[:at]},{text[at + 1 :]}"


def _first_of_name(words: list[str]) -> int | None:
    """Return where the speaker's name begins whose last word ends ``words``, or ``None`` if no speaker ends them."""
    if not words:
        return None
    end = len(words) - 1
    while end > 1 and _ACRONYM.fullmatch(words[end]):
        end -= 1
    for at in range(end - 1, max(end - MOST_WATCHED, 1), -1):
        if words[at] in _WATCHING and words[at + 1] in _ARTICLES:
            end = at - 1
            break
    last = words[end]
    if last in _PRONOUNS:
        return end
    if _named(last):
        return _start(words, end)
    known = _speakers() | _BODIES
    plain = last.lower()
    if plain in known - _MASS and not plain.endswith("s"):
        return _with_article(words, end)
    return _start(words, end) if plain in known or plain.removesuffix("s") in known else None


def _with_article(words: list[str], last: int) -> int | None:
    """Return where "a war monitor" begins: one speaker needs an article, close before."""
    for at in range(last - 1, max(-1, last - 1 - MOST_BETWEEN), -1):
        if words[at] in _ARTICLES:
            return _start(words, at) if at > 1 and words[at - 1] in _WITHIN | {"and"} else at
        named = words[at] in ("for", "of") and _named(words[at + 1])
        if (words[at].lower() in _OPEN and not named) or _DAYS.fullmatch(words[at]):
            break
    return None


MOST_BETWEEN: Final = 7
"""Words back from a speaker to its article, at most: "the Britain-based Syrian Observatory for Human Rights monitor"."""


def _start(words: list[str], last: int) -> int | None:
    """Return where the noun phrase that ends at ``last`` begins, and those that it hangs from or is joined to."""
    at = last
    while at > 0 and last - at < MOST_IN_NAME:
        before = words[at - 1]
        if words[at] in _ARTICLES or not _inside(words[at], before):
            break
        at -= 1
    if at > 1 and (words[at - 1] in _WITHIN or words[at - 1] == "and") and last - at < MOST_IN_NAME:
        further = _start(words, at - 2)
        person = further is not None and (words[further] in _ARTICLES or words[further] in _TITLES)
        return further if person else at
    return at


def _inside(word: str, before: str) -> bool:
    """Return whether a word belongs to the name that goes on with the next one."""
    if before in _ARTICLES:
        return True
    if before.lower() in _OPEN or _DAYS.fullmatch(before):
        return False
    return (
        _named(before)
        or before in _TITLES
        or before.lower() in _speakers()
        or before.endswith("-based")
        or before in _ADJECTIVES
    )


_DAYS: Final = re.compile(rf"{_DAY}|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber")

_ADJECTIVES: Final = frozenset(
    "state official local security medical opposition monitoring civil defence defense senior top military health rescue "
    "human foreign interior "
    "presidential military diplomatic judicial tribal humanitarian information regional provincial other same".split()
)
"""Words that stand before the noun for a speaker."""


def _named(word: str) -> bool:
    return (word[:1].isupper() and not _DAYS.fullmatch(word)) or word.startswith(("al-", "el-"))


def _may_end(word: str) -> bool:
    """Return whether a clause can end with a word."""
    plain = word.strip("\"”'").lower()
    if not plain or plain in _OPEN or word[-1] in ",;:—–-":
        return False
    return not plain.endswith("ing") or plain in _DEEDS_IN_ING
