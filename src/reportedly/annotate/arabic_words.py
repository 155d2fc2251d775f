"""Cut Arabic text into words and split off what is written onto them: و ف ب ل ك س, the article of لل, pronouns.

A split is taken if what it leaves is a known word, the fewest letters split off first; a word that nobody knows loses
only what is never part of a name (والـ, بالـ, a joined و).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from reportedly.annotate.arabic_lexicon import Analysis, load_arabic
from reportedly.annotate.arabic_text import LETTERS, Levelled
from reportedly.values import value

_WORD = re.compile(
    rf"[{LETTERS}]+(?:\.(?:نت|كوم|اورغ|اورج)(?![{LETTERS}]))?|\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['’.-][^\W\d_]+)*|[^\w\s]|_|\w",
    re.UNICODE,
)

_LETTERS = re.compile(rf"[{LETTERS}]+")

_QUOTED = re.compile(r"\s?[\"“”«'’‘„]")

SUFFIXES = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ني", "ه", "ك")
"""Pronouns written onto nouns, verbs and prepositions, the longest first."""

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")

_SUFFIXED = frozenset({"noun", "adj", "verb", "prep", "agent", "quant"})
"""Categories that take a pronoun."""

MIN_REST = 3
"""Letters left of a word that nobody knows after a joined و: fewer are no word (وفد is one word)."""

KEPT_WORDS = 100_000
"""Splits kept: the vocabulary of some thousand reports."""


@value(frozen=True, slots=True)
class Piece:
    """A word or a part of one.

    Attributes:
        start: Offset into the levelled text.
        end: Offset of its end.
        form: The levelled word, the article on.
        kind: ``word``, ``pro`` (written before a word), ``enc`` (a pronoun after one), ``num``, ``latin`` or ``punct``.
        analyses: What it can be; empty for a word that nobody knows.
        definite: True with the article, or with a pronoun after it.
        senses: The English senses of its analyses.
        cats: Their categories.
    """

    start: int
    end: int
    form: str
    kind: str
    analyses: tuple[Analysis, ...] = ()
    definite: bool = False
    senses: frozenset[str] = frozenset()
    cats: frozenset[str] = frozenset()

    def can(self, *cats: str) -> bool:
        """Return whether it can be of one of the categories."""
        return not self.cats.isdisjoint(cats)


Part = tuple[str, str, int, int, bool]
"""A part of a word: its form, kind, offsets into the word, and whether it is definite."""

Names = Callable[[str], bool]
"""Tells whether a word begins a known name of a place or actor."""


def no_names(_: str) -> bool:
    """Know no names."""
    return False


def bare(word: str) -> str:
    """Return a word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def analyses_of(word: str) -> tuple[Analysis, ...]:
    """Return what a word, with or without the article, can be."""
    index = load_arabic().words
    found = index.get(word, ())
    if not found and word.startswith("ال") and len(word) > 3:
        found = tuple(
            a
            for a in index.get(word[2:], ())
            if a.cat in ("noun", "adj", "propn", "quant", "adv") and (a.number != "du" or a.closed)
        )
    return found


def _known(word: str) -> bool:
    lexicon = load_arabic()
    return bool(analyses_of(word)) or word in lexicon.phrases


def _before_suffix(word: str) -> Iterator[tuple[str, str]]:
    """Yield the words that a word and the pronoun on it can be, of those known to take one, for its longest pronoun."""
    for suffix in SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < 2:
            continue
        stem = word[: -len(suffix)]
        whole = stem[:-1] + "ة" if stem.endswith("ت") else stem + "ا" if stem.endswith("و") else stem
        if stem.endswith(("ائ", "اؤ")):
            # «أبنائه»: the hamza of «أبناء» before a pronoun.
            whole = stem[:-1] + "ء"
        found = False
        for core in dict.fromkeys((stem, whole)):
            cats = _SUFFIXED if suffix != "ني" else frozenset({"verb"})
            fits = any(a.cat in cats and not a.closed for a in analyses_of(core))
            # «ألقاها»: the article is none where the word can only be a verb.
            if fits and (not core.startswith("ال") or all(a.cat == "verb" for a in analyses_of(core))):
                found = True
                yield core, suffix
        if found:
            return


def _core(word: str, at: int, cost: int) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """Yield the ways to read a word from offset ``at`` on, with their costs."""
    rest = word[at:]
    if _known(rest):
        yield cost, ((rest, "word", at, len(word), rest.startswith("ال")),)
    for core, suffix in _before_suffix(rest):
        cut = len(word) - len(suffix)
        yield cost + 1, ((core, "word", at, cut, True), (suffix, "enc", cut, len(word), True))


def _readings(word: str) -> Iterator[tuple[int, tuple[Part, ...]]]:
    yield from _core(word, 0, 0)
    heads: list[tuple[int, tuple[Part, ...]]] = [(0, ())]
    if word[0] in _CONJUNCTIONS and len(word) > 2:
        heads.append((1, ((word[0], "pro", 0, 1, False),)))
        yield from ((c, (*heads[1][1], *parts)) for c, parts in _core(word, 1, 1))
    for at, before in heads:
        rest = word[at:]
        if rest.startswith("لل") and len(rest) > 3:
            tail = "ال" + rest[2:]
            if _known(tail):
                yield at + 1, (*before, ("ل", "pro", at, at + 1, False), (tail, "word", at + 2, len(word), True))
        elif rest[:1] in _PREPOSITIONS and len(rest) > 2:
            for cost, parts in _core(word, at + 1, at + 1):
                nominal = any(
                    a.cat in ("noun", "adj", "quant", "det", "num", "propn") for a in analyses_of(parts[0][0])
                )
                verbal = rest[0] == "ل" and any(a.tense == "present" for a in analyses_of(parts[0][0]))
                if nominal or verbal or parts[0][0].startswith("ان"):
                    yield cost, (*before, (rest[0], "pro", at, at + 1, False), *parts)
        elif rest[:1] == "س" and len(rest) > 3:
            for cost, parts in _core(word, at + 1, at + 1):
                if any(a.tense == "present" for a in analyses_of(parts[0][0])):
                    yield cost, (*before, ("س", "pro", at, at + 1, False), *parts)


def _unknown(word: str, names: Names) -> tuple[Part, ...]:
    """Split a word that nobody knows: what is written before the article, a joined و, a preposition before a name."""
    if names(word):
        return ((word, "word", 0, len(word), word.startswith("ال")),)
    parts: list[Part] = []
    at = 0
    after = word[1:]
    if word[0] == "و" and len(after) >= MIN_REST and (len(after) > MIN_REST or names(after)):
        parts.append(("و", "pro", 0, 1, False))
        at = 1
    elif word[0] == "ف" and (after.startswith("ال") or names(after)):
        parts.append(("ف", "pro", 0, 1, False))
        at = 1
    rest = word[at:]
    if rest.startswith("ما") and any(a.cat == "verb" and a.tense == "past" for a in analyses_of(rest[2:])):
        # «ماأدى»: the space lost.
        return (*parts, ("ما", "word", at, at + 2, False), (rest[2:], "word", at + 2, len(word), False))
    if rest.startswith("لل") and len(rest) > 4:
        parts.append(("ل", "pro", at, at + 1, False))
        return (*parts, ("ال" + rest[2:], "word", at + 2, len(word), True))
    if rest[:1] in _PREPOSITIONS and len(rest) > MIN_REST and not names(rest):
        inner = rest[1:]
        if (inner.startswith("ال") and len(inner) > 4) or names(inner):
            parts.append((rest[0], "pro", at, at + 1, False))
            at += 1
    rest = word[at:]
    return (*parts, (rest, "word", at, len(word), rest.startswith("ال")))


def _owned(parts: tuple[Part, ...]) -> bool:
    """Return whether a word is a common noun with *his* on it («منزله»), though a town may be spelt so."""
    if len(parts) != 2 or parts[1][:2] != ("ه", "enc"):
        return False
    return any(a.cat == "noun" and not a.masdar for a in analyses_of(parts[0][0]))


@lru_cache(maxsize=KEPT_WORDS)
def _split(word: str, names: Names) -> tuple[Part, ...]:
    if len(word) == 1:
        return ((word, "word", 0, 1, False),)
    readings = list(_readings(word))
    if not readings and word.endswith("ه"):
        # The ta marbuta is often written as ha.
        meant = _readings(word[:-1] + "ة")
        readings = [(cost, (*parts[:-1], (parts[-1][0][:-1] + "ه", *parts[-1][1:]))) for cost, parts in meant]
    if names(word) and not any(cost == 0 or _owned(parts) for cost, parts in readings):
        return ((word, "word", 0, len(word), word.startswith("ال")),)
    if not readings:
        return _unknown(word, names)
    return min(readings, key=lambda r: (r[0], len(r[1])))[1]


Kinds = tuple[tuple[Analysis, ...], bool, frozenset[str], frozenset[str]]
"""What a part of a word can be, whether it is definite, the senses and the categories that it can have."""

Cut = tuple[tuple[str, str, int, int, Kinds], ...]
"""The parts of a word: form, kind, offsets, what it can be."""


_NO_KINDS: Kinds = ((), False, frozenset(), frozenset())


def _joined(word: str, names: Names) -> Cut:
    """Return the parts of a word whose first letter is a joined و."""
    rest = tuple((f, k, a + 1, b + 1, kinds) for f, k, a, b, kinds in _pieces_of(word[1:], names))
    return (("و", "pro", 0, 1, _NO_KINDS), *rest)


def _owned_nouns(word: str) -> tuple[Analysis, ...]:
    """Return the nouns that a word in ta marbuta is before a pronoun."""
    return tuple(a for a in analyses_of(word) if a.cat == "noun" and not a.closed)


@lru_cache(maxsize=KEPT_WORDS)
def _pieces_of(word: str, names: Names) -> Cut:
    found = []
    parts = _split(word, names)
    for number, (form, kind, first, end, definite) in enumerate(parts):
        analyses = analyses_of(form) if kind == "word" else ()
        if analyses and form.endswith("ت") and number + 1 < len(parts) and parts[number + 1][1] == "enc":
            # «قادته»: his leaders, or led him.
            analyses = tuple(dict.fromkeys((*analyses, *_owned_nouns(form[:-1] + "ة"))))
        if not analyses and kind == "word" and form.endswith("ه"):
            analyses = tuple(a for a in analyses_of(form[:-1] + "ة") if a.cat in ("noun", "adj"))
        kinds = analyses, definite, frozenset(a.sense for a in analyses), frozenset(a.cat for a in analyses)
        found.append((form, kind, first, end, kinds))
    return tuple(found)


def arabic_words(text: str) -> list[str]:
    """Return the words in Arabic letters of a levelled text, uncut."""
    return _LETTERS.findall(text)


def pieces(text: str, names: Names = no_names, written: Levelled | None = None) -> list[Piece]:
    """Return the pieces of a levelled text, in order.

    Args:
        text: Levelled text.
        names: Tells words that begin known names, so that «بحلب» is cut and «بنش» is not.
        written: The text that it was levelled from: a hamza after و shows a joined word («وأدى», not «وادي»).
    """
    found: list[Piece] = []
    for match in _WORD.finditer(text):
        word, at = match[0], match.start()
        first = word[0]
        if "\u0621" <= first <= "\u06ff" and first.isalpha():
            joined = written is not None and first == "و" and len(word) > 2 and written.hamza(at + 1)
            cut = _joined(word, names) if joined else _pieces_of(word, names)
            if word in _PREPOSITIONS and _QUOTED.match(text, match.end()):
                # «لـ"قسد"»: written apart from what it stands before.
                cut = ((word, "pro", 0, 1, _NO_KINDS),)
            for form, kind, start, end, kinds in cut:
                found.append(Piece(at + start, at + end, form, kind, *kinds))
        else:
            kind = "num" if first.isdigit() else "latin" if first.isalpha() else "punct"
            found.append(Piece(at, match.end(), word, kind))
    return found
