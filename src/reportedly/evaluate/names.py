"""When two names mean the same: actors by a table of aliases, places by spelling, claimants by their words."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportedly.errors import GoldError

_ARTICLES = re.compile(r"\b(?:al|ar|as|ash|at|az|ad|an|el|ed|es|esh|et|ez|er|en)[-\s'’]|^(?:the|la|le|los|las)\s")
"""Arabic articles as they are romanised, and the leading articles of other languages."""

_ARABIC_ARTICLE = re.compile(r"\b[وف]?(?:[بك]?ال|لل)(?=\w{2})|\b[وف](?=\w{4})")
"""Article and glued particles of an Arabic word, dropped so that the same word compares equal."""

_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""})
"""Letters that Arabic spelling uses for each other."""

_ADMIN_WORDS = re.compile(
    r"\b(?:governorate|province|state|region|oblast|district|county|department|countryside|muhafazat|محافظه)\b"
)

_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or its his her their our some any this that these those who which "
    "في من على عن الى ان او و ل ب".split()
)
"""Words that two claimants may share without being the same."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return ``text`` in lower case, without diacritics and apostrophes, with one Arabic spelling."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[’'‘`ʿʾ´.]", "", bare).translate(_ARABIC_LETTERS).strip()


@lru_cache(maxsize=20_000)
def _place_key(name: str) -> str:
    """Return a place name without articles, signs, doubled letters and the many spellings of its ending."""
    plain = _ADMIN_WORDS.sub(" ", fold(name))
    plain = _ARTICLES.sub(" ", plain)
    plain = re.sub(r"\b(?:ال)(?=\w{2})", "", plain)
    words = []
    for word in re.findall(r"\w+", plain):
        shorter = re.sub(r"(?:ah|eh|e)$", "a", word)
        words.append(re.sub(r"(\w)\1", r"\1", shorter.replace("ou", "u").replace("oo", "u").replace("ee", "i")))
    return "".join(words)


def _consonants(key: str) -> str:
    return re.sub(r"[aeiouywhأاويه]", "", key)


def same_place_name(one: str | None, other: str | None) -> bool:
    """True if two spellings are likely one place name.

    Equal but for articles and endings, or with the same first letter and the same consonants where there are at least
    three (two, as in Hama and Homs, or Douma and Dama, decide nothing).
    """
    if not one or not other:
        return False
    first, second = _place_key(one), _place_key(other)
    if not first or not second:
        return False
    bones = _consonants(first)
    return first == second or (len(bones) >= 3 and first[0] == second[0] and bones == _consonants(second))


@dataclass(frozen=True, slots=True)
class ActorAlias:
    """One spelling of an actor, folded, and the neutral name it stands for."""

    key: str
    name: str


def _actor_key(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^the\s+", "", fold(name)))


class ActorNames:
    """The neutral names that a scorer knows, with their aliases."""

    def __init__(self, aliases: tuple[ActorAlias, ...] = ()) -> None:
        self._names: dict[str, str] = {}
        for alias in aliases:
            self._names.setdefault(alias.key, alias.name)

    def neutral(self, name: str) -> str:
        """Return the neutral name behind ``name``, or ``name`` folded where the table does not know it."""
        key = _actor_key(name)
        return self._names.get(key, key)


def load_actor_names(path: Path | None) -> ActorNames:
    """Return the table of a CSV with the columns ``name`` and ``aliases`` (separated by ``|``).

    Names come before aliases: a name that is also another's alias stands for itself.

    Args:
        path: The file, or ``None`` for no aliases.

    Raises:
        GoldError: Not readable, or without these columns.
    """
    if path is None:
        return ActorNames()
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GoldError(f"{path}: cannot be read as a table of actors: {error}") from error
    for number, row in enumerate(rows, 2):
        if not row.get("name") or row.get("aliases") is None:
            raise GoldError(f"{path}:{number}: expected the columns name and aliases")
    names = [ActorAlias(_actor_key(row["name"]), row["name"]) for row in rows]
    aliases = [
        ActorAlias(_actor_key(alias), row["name"])
        for row in rows
        for alias in row["aliases"].split("|")
        if alias.strip()
    ]
    return ActorNames((*names, *aliases))


@lru_cache(maxsize=20_000)
def claimant_words(text: str) -> frozenset[str]:
    """Return the content words of a claimant, folded, articles and other function words dropped."""
    plain = _ARABIC_ARTICLE.sub("", fold(text))
    words = frozenset(re.findall(r"\w+", plain))
    return (words - _FUNCTION_WORDS) or words


def shared_claimant(one: str, other: str) -> int:
    """Return how many content words two claimants share; both ``unnamed`` share one (codebook, "Scoring")."""
    return len(claimant_words(one) & claimant_words(other))
