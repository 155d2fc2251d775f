"""The cues of scope as data: words, part of speech, category, reach, and what looks like a cue and is none.

The form follows the ConText algorithm (Harkema, Dowling, Thornblade and Chapman 2009): a cue, the direction and extent of
its scope, what ends it, and pseudo-cues. ``resources/<language>/cues.toml`` holds attribution, ``status.toml`` the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reportedly.annotations import VERBAL, Token
from reportedly.errors import LexiconError
from reportedly.records import Stance
from reportedly.resources import load_toml


class Category(StrEnum):
    """What a cue says of the words in its scope."""

    ATTRIBUTION = "attribution"
    BLAME = "blame"
    ADMISSION = "admission"
    NEGATION = "negation"
    HYPOTHESIS = "hypothesis"
    AGGREGATE = "aggregate"
    BACKGROUND = "background"
    REFERENCE = "reference"
    PSEUDO = "pseudo"


class Part(StrEnum):
    """What a cue must be in its sentence: a part of speech, or a phrase whatever its parts."""

    VERB = "verb"
    PASSIVE = "passive"
    NOUN = "noun"
    ADVERB = "adverb"
    ADJECTIVE = "adjective"
    CONJUNCTION = "conjunction"
    AUXILIARY = "auxiliary"
    PREPOSITION = "preposition"
    PHRASE = "phrase"


SPEECH = frozenset({Category.ATTRIBUTION, Category.BLAME, Category.ADMISSION})
"""Categories of cues that put words in somebody's mouth."""

_REACHES_OF_SPEECH = {
    Part.VERB: "statement",
    Part.PASSIVE: "statement",
    Part.NOUN: "governed",
    Part.ADVERB: "clause",
    Part.PREPOSITION: "adjunct",
}
"""What each part of speech of such a cue reaches; ``attribution.py`` finds it."""

_REACHES_OF_STATUS = frozenset("complement clause governed noun region sentence point".split())
"""How far other cues may reach; ``scope.py`` says what each means in a tree."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One lexicon entry.

    Attributes:
        category: What it says of its scope.
        part: What its words must be.
        words: Lemmas, or words as written, each a sequence.
        reach: How far its scope goes.
        stance: For attribution: how the claimant stands to what is said.
        beside: Words of which one must hang below the cue ("held *responsible*").
        culprit: For blame: ``object``, or the preposition before the accused.
        markers: Prepositions after which what hangs from the cue is in scope too ("warned *of* an attack").
        clausal: True for a verb that speaks only with a clause or a quotation ("he went on", but "the fighting went on").
        example: A sentence with the scope in square brackets.
        counter: A sentence in which the words are no such cue, or empty.
    """

    category: Category
    part: Part
    words: tuple[tuple[str, ...], ...]
    reach: str
    stance: Stance = Stance.REPORTS
    beside: frozenset[str] = frozenset()
    culprit: str = ""
    markers: frozenset[str] = frozenset()
    clausal: bool = False
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a sentence: the entry, its first and last token."""

    cue: Cue
    first: int
    last: int


_NOUNS = frozenset({"NOUN", "PROPN"})


def _fits(tokens: Sequence[Token], index: int, cue: Cue) -> bool:
    """Return whether a token is what a cue must be.

    Participles before a noun ("alleged") are no verbs, nor is a capitalised word right after a name ("Rodi Said").
    """
    token = tokens[index]
    if cue.part in (Part.VERB, Part.PASSIVE):
        verbal = (token.pos in VERBAL or token.tag.startswith("VB")) and token.dep not in ("aux", "auxpass", "amod")
        return verbal and not (token.text.istitle() and _after_name(tokens, index))
    if cue.part is Part.NOUN:
        return token.pos in _NOUNS
    if cue.part is Part.ADJECTIVE:
        return token.dep in ("amod", "det")
    if cue.part is Part.CONJUNCTION:
        return token.dep in ("mark", "advmod")
    return token.dep == "aux" if cue.part is Part.AUXILIARY else True


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues of a language by their first word; finding them takes one look-up a token."""

    cues: tuple[Cue, ...]
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]

    def find(self, tokens: Sequence[Token]) -> tuple[Found, ...]:
        """Return the cues of a sentence in order, pseudo-cues and what they cover left out."""
        found: list[Found] = []
        covered: set[int] = set()
        for token in tokens:
            for words, cue in self._at(token):
                last = token.index if len(words) == 1 else _match(words, tokens, token.index)
                if last is None:
                    continue
                if cue.category is Category.PSEUDO:
                    covered.update(range(token.index, last + 1))
                elif _fits(tokens, last if cue.part is Part.NOUN else token.index, cue):
                    found.append(Found(cue, token.index, last))
        return tuple(f for f in found if f.first not in covered)

    def _at(self, token: Token) -> Sequence[tuple[tuple[str, ...], Cue]]:
        found = self.by_first.get(token.lemma, ())
        return found if token.lower == token.lemma else found + self.by_first.get(token.lower, ())

    def words(self, category: Category, *parts: Part) -> frozenset[str]:
        """Return the single words of a category's cues."""
        return frozenset(
            w[0] for c in self.cues if c.category is category and (not parts or c.part in parts) for w in c.words
        )


def _after_name(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a name of two words or more stands right before a token, in a sentence that is no headline."""
    before = tokens[max(0, index - 2) : index]
    if len(before) < 2 or not all(t.pos == "PROPN" and t.text[:1].isupper() for t in before):
        return False
    return any(t.text.islower() and t.pos in ("VERB", "NOUN") for t in tokens)


def _match(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> int | None:
    """Return the last token of a sequence of lemmas or words that starts at ``at``, or ``None``."""
    for word in words[1:]:
        at += 1
        if at >= len(tokens) or word not in (tokens[at].lemma, tokens[at].lower):
            return None
    return at


def _cue(entry: Mapping[str, Any], name: str) -> Cue:
    try:
        made = Cue(
            category=Category(entry["category"]),
            part=Part(entry["part"]),
            words=tuple(tuple(word.split()) for word in entry["words"]),
            reach=entry.get("reach", "point"),
            stance=Stance(entry.get("stance", "reports")),
            beside=frozenset(entry.get("beside", ())),
            culprit=entry.get("culprit", ""),
            markers=frozenset(entry.get("markers", ())),
            clausal=entry.get("clausal", False),
            example=entry["example"],
            counter=entry.get("counter", ""),
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"resources/{name}: bad cue {entry}: {error}") from error
    allowed = {_REACHES_OF_SPEECH.get(made.part, "")} if made.category in SPEECH else _REACHES_OF_STATUS
    if made.reach not in allowed:
        raise LexiconError(
            f"resources/{name}: a cue of {made.category} that is a {made.part} has no reach {made.reach!r}; "
            f"use {' or '.join(sorted(allowed))}"
        )
    return made


@cache
def load_cues(language: str = "en") -> CueIndex:
    """Return the cues of a language.

    Raises:
        LexiconError: A file is missing or malformed.
    """
    names = (f"{language}/cues.toml", f"{language}/status.toml")
    cues = tuple(_cue(entry, name) for name in names for entry in load_toml(name)["cue"])
    by_first: dict[str, list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
    for cue in cues:
        for words in cue.words:
            by_first[words[0]].append((words, cue))
    # The longest first, so that "as per" is found before "per".
    ordered = {w: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for w, found in by_first.items()}
    return CueIndex(cues, ordered)
