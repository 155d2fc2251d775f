"""Cut Arabic text for the phrase grammar: level its letters, split off what is written onto the words a lexicon knows.

The pieces hold levelled words and the offsets of the text as written, so that what is found needs no mapping back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from reportedly.annotate.arabic_text import LETTERS, level
from reportedly.annotate.arabic_text import form as levelled_form
from reportedly.annotate.phrases import MOST_WORDS, Found, Grammar, Join, Piece, shape

_LEXEME: Final = re.compile(
    rf"""(?P<ISODATE>\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
      | (?P<NUMDATE>\d{{1,2}}(?P<sep>[./\\-])\d{{1,2}}(?P=sep)\d{{4}}(?!\d)
                    |\d{{4}}(?P<sep2>[./\\-])\d{{1,2}}(?P=sep2)\d{{1,2}}(?!\d))
      | (?P<TIME>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d))
      | (?P<OTHER>\d*[A-Za-z]+-?\d\w*|\d+[A-Za-z]\w*)
      | (?P<NUMBER>\d{{1,3}}(?:,\d{{3}})+(?!\d|[.,]\d)|\d+(?!\d|[.,]\d))
      | (?P<DECIMAL>\d+[.,]\d+(?!\d|[.,]\d))
      | (?P<FIGURES>\d[\d.,]*)
      | (?P<WORD>[{LETTERS}]+|[^\W\d_{LETTERS}]+)
      | (?P<LOW>[\w])
      | (?P<HYPH>(?<=\w)[-‐‑–—](?=\w))
      | (?P<DASH>[-‐‑–—]+)
      | (?P<BREAK>\n[^\S\n]*\n)
      | (?P<MARK>[^\w\s])""",
    re.VERBOSE,
)
"""As in English, but that figures stand against letters (و5, الـ24) and words are of one script."""

_CONJUNCTIONS: Final = "وف"
_PREPOSITIONS: Final = "بلك"
_PROCLITICS: Final = frozenset("وفبلك")
_ARTICLE: Final = "ال"

_TATWEEL: Final = "\u0640"

_DUALS: Final = (("ين", ""), ("ان", ""), ("تين", "ة"), ("تان", "ة"))
"""Endings of the dual, and what the singular ends in instead."""

_HIJRI_YEARS: Final = range(1300, 1500)
"""Years that no report can mean in the Gregorian calendar."""

_LATIN: Final = frozenset({"WORD", "LATIN"})
"""Classes of a word of another script, and more than a word has that is not in the lexicon."""

Row = tuple[int, int, str, frozenset[str], int | None]
"""What a piece is made of: offsets, the levelled form, its classes and value."""

Cut = tuple[Row, ...]
"""The parts of a word, with offsets into it."""


class ArabicGrammar(Grammar):
    """The word classes and rules of an Arabic lexicon.

    A word of the lexicon may be several: *كانون الثاني* is one piece. Proclitics (و ف ب ل ك) are pieces of their own where
    the rest is a word of the lexicon; a word of the lexicon with the article is of class ``DEF`` besides its own; the dual
    of a ``UNIT`` is the unit and a piece of class ``DUAL``, whose value is 2.
    """

    def __init__(self, name: str, join: Join, joined: tuple[str, ...], joining: frozenset[str]) -> None:
        """Compile the lexicon; see ``Grammar``.

        Args:
            name: Path below ``resources/``.
            join: Joins neighbouring pieces before the search.
            joined: One text for each set of classes that a joined piece can have.
            joining: Classes of the pieces that a joined one can begin with: without any, nothing is joined.
        """
        self._joining = joining
        self._cuts: dict[str, tuple[Cut, bool, bool]] = {}
        self._several: dict[str, list[tuple[str, ...]]] = {}
        super().__init__(name, join, joined)

    def _key(self, word: str) -> str:
        key = levelled_form(word)
        if " " in key:
            parts = tuple(key.split())
            known = self._several.setdefault(parts[0], [])
            if parts not in known:
                known.append(parts)
                known.sort(key=len, reverse=True)
        return key

    def _variants(self) -> Iterable[str]:
        for word in self._classes:
            yield word
            yield _ARTICLE + word
            yield word[:-1] + "تين" if word.endswith("ة") else word + "ين"
            yield _ARTICLE + (word[:-1] + "تين" if word.endswith("ة") else word + "ين")
        yield from ("و", "ف", "ب", "ل", "ك", "ال", "وال", "1/1/1440", "1440", "1444/1/1", "1.2.3", "x")

    def _bare(self, word: str) -> tuple[str, frozenset[str]] | None:
        """Return a word of the lexicon and its classes, the article taken off where it is not the word's own."""
        article = word.startswith(_ARTICLE) and len(word) > 3
        known, inner = self._knows(word), article and self._knows(word[2:])
        own = self._classes.get(word, frozenset()) | ({"DEF"} if article and word not in self._values else set())
        if inner and (not known or word not in self._values):
            return word[2:], own | self._classes.get(word[2:], frozenset())
        return (word, own) if known else None

    def _knows(self, word: str) -> bool:
        return word in self._classes or word in self._several

    def _dual(self, word: str) -> tuple[str, str] | None:
        """Return the singular and the ending of the dual of a unit."""
        core = word[2:] if word.startswith(_ARTICLE) else word
        for ending, singular in reversed(_DUALS):
            if core.endswith(ending) and "UNIT" in self._classes.get(core[: -len(ending)] + singular, ()):
                return core[: -len(ending)] + singular, ending[-2:]
        return None

    def _rest(self, word: str, at: int) -> Cut | None:
        """Return the parts of a word from ``at`` on, if the lexicon knows it."""
        rest = word[at:]
        if (found := self._bare(rest)) is not None:
            core, classes = found
            return ((at, len(word), rest, classes | {"WORD"}, self._values.get(core)),)
        if (dual := self._dual(rest)) is None:
            return None
        core, ending = dual
        classes = self._classes[core] | {"WORD"} | ({"DEF"} if rest.startswith(_ARTICLE) else set())
        end = len(word) - len(ending)
        return (at, end, core, classes, self._values.get(core)), (end, len(word), ending, frozenset({"DUAL"}), 2)

    def _clitic(self, word: str, at: int) -> Row:
        return at, at + 1, word[at], self._classes.get(word[at], frozenset()) | {"WORD", "PRO"}, None

    def _split(self, word: str) -> Cut:
        """Return the parts of a word: the fewest letters that leave a word of the lexicon are split off."""
        if word in _PROCLITICS:
            return (self._clitic(word, 0),)
        heads = [0, 1] if word[0] in _CONJUNCTIONS and len(word) > 2 else [0]
        for at in heads:
            if (found := self._rest(word, at)) is not None:
                return (*(self._clitic(word, i) for i in range(at)), *found)
        for at in heads:
            if word[at] not in _PREPOSITIONS or len(word) < at + 3:
                continue
            # «لل» stands for «ل» and the article.
            joined = word[at : at + 2] == "لل"
            after = self._rest("ال" + word[at + 2 :], 0) if joined else self._rest(word, at + 1)
            if after is not None:
                shift = at if joined else 0
                moved = tuple(
                    (max(s + shift, at + 1), e + shift, form, classes, value) for s, e, form, classes, value in after
                )
                return (*(self._clitic(word, i) for i in range(at + 1)), *moved)
        return ((0, len(word), word, _LATIN if word[0] < "\u0600" else frozenset({"WORD"}), None),)

    def _cut(self, text: str) -> tuple[Piece, ...]:
        return tuple(self._together([Piece(*row) for row in self._rows(text)[0]]))

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the matches in ``text``, as in English; most sentences hold none, and cost no pieces."""
        rows, joins = self._rows(text)
        blank = self._codes[frozenset()]
        if not joins and self._starting.keys().isdisjoint([self._codes.get(row[3], blank) for row in rows]):
            return ()
        cut = tuple([Piece(*row) for row in rows])
        if joins:
            cut = tuple(self._together(cut))
            cut = cut if self._join is None else self._join(cut)
        return self._matches(cut)

    def _rows(self, text: str) -> tuple[list[Row], bool]:
        """Return what the pieces of a text are made of, and whether any may be joined with its neighbours."""
        levelled = level(text)
        starts, ends, glued, joins = levelled.starts, levelled.ends, -1, False
        rows: list[Row] = []
        cuts = self._cuts
        for kind, at, end, word in _lexemes(levelled.text):
            if kind != "WORD":
                row = self._figure(kind, word, glued == at)
                joins = joins or not row[3].isdisjoint(self._joining)
                rows.append((starts[at], ends[end - 1], *row[2:]))
                continue
            known = cuts.get(word)
            if known is None:
                known = self._known_cut(word)
            parts, joining, plain = known
            joins = joins or joining
            # A figure right after a word that is no clitic belongs to a name: نبأ24.
            glued = end if plain else -1
            for first, last, part, classes, value in parts:
                rows.append((starts[at + first], ends[at + last - 1], part, classes, value))
        return [_stretched(row, text) for row in rows] if _TATWEEL in text else rows, joins

    def _known_cut(self, word: str) -> tuple[Cut, bool, bool]:
        """Return the parts of a word, whether any may be joined with its neighbours, and if its end is no word of the lexicon."""
        parts = self._split(word)
        joining = any(part[2] in self._several or not part[3].isdisjoint(self._joining) for part in parts)
        known = parts, joining, parts[-1][3] <= _LATIN
        if len(self._cuts) < MOST_WORDS:
            self._cuts[word] = known
        return known

    @staticmethod
    def _figure(kind: str, word: str, glued: bool) -> Row:
        """Return a figure or a mark; one that is glued to a word is no figure."""
        if kind == "NUMBER" and glued:
            return 0, 0, word, frozenset({"OTHER"}), None
        classes, value = shape(kind, word)
        if kind == "NUMDATE":
            classes |= {"HIJRIDATE"} if hijri_year(word) else set()
        elif value is not None and len(word) == 4 and value in _HIJRI_YEARS:
            classes |= {"HIJRIYEAR"}
        return 0, 0, word, classes, value

    def _together(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """Make one piece of the words of an expression that the lexicon has."""
        at = 0
        while at < len(pieces):
            words = self._several.get(pieces[at].text)
            fitting = next((w for w in words or () if tuple(p.text for p in pieces[at : at + len(w)]) == w), None)
            if fitting is None:
                yield pieces[at]
                at += 1
                continue
            last = pieces[at + len(fitting) - 1]
            key = " ".join(fitting)
            yield Piece(pieces[at].start, last.end, key, self._classes[key] | {"WORD"}, self._values.get(key))
            at += len(fitting)


def _stretched(row: Row, text: str) -> Row:
    """Return a piece with the tatweel that follows it: هـ."""
    end = row[1]
    while end < len(text) and text[end] == _TATWEEL:
        end += 1
    return (row[0], end, *row[2:])


@lru_cache(maxsize=256)
def _lexemes(text: str) -> tuple[tuple[str, int, int, str], ...]:
    """Return kind, offsets and words of the lexemes of a levelled text: dates and counts ask one after the other."""
    return tuple([(m.lastgroup or "OTHER", m.start(), m.end(), m[0]) for m in _LEXEME.finditer(text)])


def hijri_year(figures: str) -> bool:
    """Return whether the year of a date in figures can only be of the Hijri calendar."""
    return any(len(part) == 4 and int(part) in _HIJRI_YEARS for part in re.split(r"[./\\-]", figures))
