"""A trie over words that forgives lost apostrophes, hyphens and periods, and the ways of writing Arabic names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from reportedly.values import value

V = TypeVar("V")

_MARKS = re.compile("['’‘‛`´ʿʾʻʼ.·*]")
_SPLIT = re.compile(r"[^\w'’‘‛`´ʿʾʻʼ.·*]+")
ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ed", "er", "es", "esh", "et", "en", "ez"})
"""The Arabic article and its assimilated forms; before a hyphen they carry no meaning of their own."""
BARE_ARTICLES = frozenset({"al", "el"})
"""The forms that are no English word, and so are articles without a hyphen too."""

_PLAIN = frozenset("islamic national southern northern popular free first white red central arab civil".split())
"""First words that are common adjectives: a name of two words that begins so needs its second capital too."""

_CAMEL = re.compile(r"([-–‑/_]+|(?<=[a-z])(?=[A-Z]))")
"""Where the words of a hashtag part: ``SyrianRegime``, ``Burkina_Faso``."""

_DIGRAPHS = (
    ("sh", "x"),
    ("ch", "x"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics, apostrophes and periods."""
    plain = _MARKS.sub("", text).casefold().replace("ı", "i")
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """Return what transliterations of one Arabic word share: its consonants, with the first vowel as ``a``."""
    word = folded
    for written, single in _DIGRAPHS:
        word = word.replace(written, single)
    lead = "a" if word[:1] in "aeiou" else ""
    body = re.sub(r"[aeiouyw]+", " ", word)
    body = re.sub(r"([^ ])\1+", r"\1", body).replace(" ", "")
    if len(body) > 2:
        body = body.removesuffix("h").removesuffix("t")
    return lead + body


@value(frozen=True, slots=True)
class Piece:
    """A word as the trie sees it.

    Attributes:
        token: Index of its token.
        text: As written.
        keys: Folded forms under which it may be found: with and without a possessive ``s``.
        capital: True if its first letter is a capital.
        upper: True if all its letters are capitals.
        glued: True if a hyphen or slash stands before it.
        article: True for an Arabic article.
        barrier: True for punctuation that no name runs across.
        owned: The key with the possessive ``s`` joined, which is part of longer names alone (``People's Army``, no ``Hama's``).
    """

    token: int
    text: str
    keys: tuple[str, ...]
    capital: bool = False
    upper: bool = False
    glued: bool = False
    article: bool = False
    barrier: bool = False
    owned: str = ""


@dataclass(slots=True)
class _Node(Generic[V]):
    children: dict[str, _Node[V]] = field(default_factory=dict)
    values: list[tuple[V, bool, bool, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """Values found on the pieces from ``first`` to ``last``, both inclusive."""

    first: int
    last: int
    values: tuple[V, ...]


def _words(name: str) -> list[str]:
    return [w for w in _SPLIT.split(name) if fold(w)]


class Trie(Generic[V]):
    """Names and what they stand for. Matching walks each piece a bounded number of steps: linear in the text."""

    def __init__(self) -> None:
        self._exact: _Node[V] = _Node()
        self._loose: _Node[V] = _Node()

    def add(self, name: str, value: V, *, loose: bool = False, any_case: bool = False) -> None:
        """Add a name.

        Args:
            name: As commonly written.
            value: What it stands for.
            loose: Also match other transliterations of the words (names of two words or more).
            any_case: Match whatever the case; otherwise a capital, or an acronym's capitals, must be there.
        """
        words = _words(name)
        keys = [fold(w) for w in words]
        if len(keys) > 1:
            keys = [k for k in keys if k not in BARE_ARTICLES and not (k in ARTICLES and f"{k}-" in name.casefold())]
        if not keys:
            return
        bare = [w for w in words if fold(w) == keys[0]]
        letters = [c for c in bare[0] if c.isalpha()]
        acronym = all(c.isupper() for c in letters) or (len(letters) <= MIXED and any(c.isupper() for c in letters[1:]))
        upper = not any_case and len(keys) == 1 and len(letters) > 1 and acronym
        capital = not any_case and bare[0][:1].isupper()
        tail = capital and len(keys) == 2 and keys[0] in _PLAIN and words[-1][:1].isupper()
        self._put(self._exact, keys, (value, capital, upper, tail))
        if loose and len(keys) > 1:
            self._put(self._loose, [skeleton(k) for k in keys], (value, True, False, False))

    @staticmethod
    def _put(node: _Node[V], keys: Sequence[str], item: tuple[V, bool, bool, bool]) -> None:
        for key in keys:
            node = node.children.setdefault(key, _Node())
        if item not in node.values:
            node.values.append(item)

    def match(
        self, pieces: Sequence[Piece], start: int, allowed: Callable[[V], bool] = lambda _: True
    ) -> Match[V] | None:
        """Return the longest name of an allowed value that begins at piece ``start``, or ``None``."""
        first = pieces[start]
        if first.barrier or first.article:
            return None
        best = self._walk(self._exact, pieces, start, allowed)
        if first.capital:
            loose = self._walk(self._loose, pieces, start, allowed)
            if loose and (best is None or loose.last > best.last):
                return loose
        return best

    def _walk(
        self, root: _Node[V], pieces: Sequence[Piece], start: int, allowed: Callable[[V], bool]
    ) -> Match[V] | None:
        loose = root is self._loose
        nodes, at, best = [root], start, None
        first = pieces[start]
        owned = root.children.get(first.owned) if first.owned else None
        while at < len(pieces) and not pieces[at].barrier:
            piece = pieces[at]
            if piece.article and at > start:
                at += 1
                continue
            if loose and not piece.capital:
                break
            keys = [skeleton(k) for k in piece.keys] if loose else piece.keys
            nodes = [n.children[k] for n in nodes for k in dict.fromkeys(keys) if k in n.children]
            if not nodes:
                break
            values = tuple(
                v
                for n in nodes
                if n is not owned
                for v, capital, upper, tail in n.values
                if _cased(first, capital, upper) and (piece.capital or not tail) and allowed(v)
            )
            if values:
                best = Match(start, at, tuple(dict.fromkeys(values)))
            at += 1
        return best


MIXED = 6
"""Letters of an acronym with small ones among them, at most ("LeT", which is not "let")."""


def _cased(piece: Piece, capital: bool, upper: bool) -> bool:
    if upper:
        return piece.upper or any(c.isupper() for c in piece.text[1:])
    return piece.capital or not capital


_QUOTES = frozenset(('"', "“", "”", "‘", "’", "'", "`", "``", "''", "«", "»"))
_DASHES = re.compile(r"([-–‑/]+)")
_APOSTROPHES = ("'s", "’s", "‘s", "'", "’")


def pieces_of(texts: Sequence[str]) -> list[Piece]:
    """Return the pieces of a sentence's token texts: hyphened words parted, possessives joined, articles marked."""
    found: list[Piece] = []
    glue = False
    for index, text in enumerate(texts):
        tag = index > 0 and texts[index - 1] == "#"
        after = texts[index + 1][:1] if index + 1 < len(texts) else ""
        if text.isalnum() and not tag:
            found.append(_piece(index, text, glue, False, after))
            glue = False
        elif text in _APOSTROPHES and found and not found[-1].barrier:
            found[-1] = _possessed(found[-1], text)
        elif not fold(text.strip('-–‑/_"“”«»')) or not any(c.isalnum() for c in text):
            if _DASHES.fullmatch(text):
                glue = True
            elif text not in _QUOTES:
                found.append(Piece(index, text, (text,), barrier=True))
                glue = False
        else:
            parts = _CAMEL.split(text) if tag else _DASHES.split(text)
            glue = _part(found, index, parts, glue, "" if tag else after)
    return found


def _part(found: list[Piece], index: int, parts: list[str], glue: bool, after: str) -> bool:
    """Add the words of one token; return whether it ends in a hyphen."""
    joined = any(p for p in parts[1::2] if not p.startswith("_"))
    for number, part in enumerate(parts):
        if number % 2:
            glue = joined
        elif any(c.isalnum() for c in part):
            found.append(_piece(index, part, glue, joined and number + 1 < len(parts), after))
            glue = False
    return glue


@lru_cache(maxsize=65536)
def _forms(part: str) -> tuple[tuple[str, ...], bool, bool]:
    """Return a word's keys, and whether it begins with a capital and is in capitals."""
    base = re.sub(r"['’]s$", "", part)
    key = fold(part)
    keys = [fold(base), key]
    capital = part[:1].isupper()
    if capital and len(key) > 3 and key.endswith("s"):
        keys.append(key[:-1])
    letters = [c for c in base if c.isalpha()]
    upper = bool(letters) and all(c.isupper() for c in letters[: max(2, len(letters) - 1)])
    return tuple(dict.fromkeys(keys)), capital, upper


def _piece(index: int, part: str, glue: bool, hyphen_after: bool, after: str) -> Piece:
    keys, capital, upper = _forms(part)
    key = fold(part)
    article = (key in ARTICLES and hyphen_after) or (
        key in BARE_ARTICLES and (hyphen_after or after.isupper() or after in "-")
    )
    return Piece(index, part, keys, capital, upper, glue, article)


def _possessed(piece: Piece, mark: str) -> Piece:
    owned = f"{piece.keys[0]}s" if len(mark) > 1 else ""
    keys = (*piece.keys, owned) if owned else piece.keys
    owned = "" if owned in piece.keys else owned
    return Piece(piece.token, piece.text, keys, piece.capital, piece.upper, piece.glued, piece.article, owned=owned)
