"""The loaded words of a language, from ``resources/<language>/framing.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reportedly.annotate.actors_trie import Trie, fold
from reportedly.errors import LexiconError
from reportedly.resources import load_csv, load_toml


class Kind(StrEnum):
    """What a loaded word does to the actor that it names."""

    DELEGITIMISING = "delegitimising"
    CRIMINALISING = "criminalising"
    DEHUMANISING = "dehumanising"
    HOSTILE = "hostile"
    DEPENDENCE = "dependence"
    IDEOLOGICAL = "ideological"
    SECTARIAN = "sectarian"
    TREASON = "treason"
    CONFLATING = "conflating"
    DOUBT = "doubt"
    POSSESSIVE = "possessive"
    LEGITIMISING = "legitimising"


class Tone(StrEnum):
    """Which way a loaded word pulls."""

    NEGATIVE = "negative"
    POSITIVE = "positive"


class Position(StrEnum):
    """Where a loaded word stands: it names (``head``), qualifies (``before``), owns (``owner``), heads an ``of`` (``of``)."""

    HEAD = "head"
    BEFORE = "before"
    OWNER = "owner"
    OF = "of"


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """One loaded word.

    Attributes:
        word: The form that stands for all of its forms in counts.
        kind: What it does to the actor.
        tone: Which way it pulls.
        positions: Where it may stand.
        owns: For an owner: the nouns of which one must follow within the naming.
        unless_next: Words right after it that make it another thing (``regime change``).
        lower: Counts only where its first letter is small: with a capital it belongs to a name.
        plain_in: ISO 3166-1 alpha-2 of countries whose reports use it as the plain word.
    """

    word: str
    kind: Kind
    tone: Tone
    positions: frozenset[Position]
    owns: frozenset[str] = frozenset()
    unless_next: frozenset[str] = frozenset()
    lower: bool = False
    plain_in: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FramingLexicon:
    """The loaded words of one language, matched on tokens as the actor lexicon's names are."""

    words: tuple[LoadedWord, ...]
    trie: Trie[LoadedWord]


def _leaders() -> tuple[str, ...]:
    """Return the heads of state whose names stand for their states in ``resources/actors/states.csv``.

    Names of one cell that hold the first one, such as ``Assad|Bashar al-Assad``, are forms of one.
    """
    persons: list[list[str]] = []
    for row in load_csv("actors/states.csv"):
        of_state: list[list[str]] = []
        for name in filter(None, row["leaders"].split("|")):
            same = next((p for p in of_state if fold(p[0]) in fold(name)), None)
            if same:
                same.append(name)
            else:
                of_state.append([name])
        persons += of_state
    return tuple("|".join(person) for person in persons)


def loaded_words(row: dict[str, Any], file: str) -> list[tuple[LoadedWord, tuple[str, ...]]]:
    """Return the words of one entry of a file, each with its forms.

    Raises:
        LexiconError: The entry lacks a field or has a value that is none.
    """
    try:
        groups = [*row["words"], *(_leaders() if row.get("leaders") else ())]
        kind, tone = Kind(row["kind"]), Tone(row["tone"])
        positions = frozenset(Position(p) for p in row["stands"])
    except (KeyError, ValueError) as error:
        raise LexiconError(f"resources/{file}: entry {row.get('words')}: {error}") from error
    owns, unless_next, plain_in = (frozenset(row.get(f, ())) for f in ("owns", "unless_next", "plain_in"))
    found = []
    for group in groups:
        forms = tuple(group.split("|"))
        word = LoadedWord(forms[0], kind, tone, positions, owns, unless_next, bool(row.get("lower")), plain_in)
        found.append((word, forms))
    return found


@cache
def load_framing(language: str = "en") -> FramingLexicon:
    """Return the loaded words of a language.

    Raises:
        LexiconError: The file is missing, or an entry lacks a field or has a value that is none.
    """
    file = f"{language}/framing.toml"
    listed = [pair for row in load_toml(file)["entry"] for pair in loaded_words(row, file)]
    trie: Trie[LoadedWord] = Trie()
    for word, forms in listed:
        for form in forms:
            trie.add(form, word, any_case=not form[:1].isupper())
    return FramingLexicon(tuple(word for word, _ in listed), trie)
