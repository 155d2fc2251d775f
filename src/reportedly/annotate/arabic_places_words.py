"""The words of an Arabic sentence as place names need them: one for each written word or what is written onto it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotate.arabic_places_lexicon import is_cue
from reportedly.annotations import Token
from reportedly.values import value

CLITICS: Final = frozenset("و ف ب ل ك".split())
"""Letters written onto the next word: and, in, to, as."""

LETTERS: Final = 3
"""Letters of a word that may hold a clitic and a cue."""

QUOTES: Final = frozenset("\"'«»“”„‘’()[]#")
"""Signs that stand around names."""


@value(frozen=True, slots=True)
class Word:
    """A word of a sentence.

    Attributes:
        form: Levelled, clitics off, the article on; the sign itself for punctuation.
        token: Index of its token.
        start: Offset into the file text.
        end: Offset of its end.
        joined: True if it is written onto the word before, without a gap.
        known: True if the analyser knows it as another word than a name.
        sense: English lemma of its sense, empty if unknown.
        verb: True if it is read as a verb.
        sign: True for punctuation.
    """

    form: str
    token: int
    start: int
    end: int
    joined: bool
    known: bool
    sense: str
    verb: bool
    sign: bool


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """Return the words of a sentence; an expression in one token gives its words, those left out give none.

    *And led to* (وأدى) levels to *valley* (وادي): the hamza as written tells them apart.
    """
    found: list[Word] = []
    end = -1
    for token in tokens:
        if token.end <= token.start:
            continue
        known, verb = token.pos not in ("PROPN", "X", ""), token.pos == "VERB"
        parts = token.form.split() or [token.text]
        at = token.start
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            stop = token.end if last else at + max(1, token.text[at - token.start :].find(" "))
            sense = token.lemma if last else ""
            spoken = _spoken(part, token.text)
            found.append(Word(spoken, token.index, at, stop, at == end, known, sense, verb, _is_sign(spoken)))
            end = stop
            at = stop + 1
    return _mended(found)


def _is_sign(form: str) -> bool:
    return not (form[:1].isalnum() or any(char.isalnum() for char in form))


def _spoken(form: str, text: str) -> str:
    """Return the verb of *and led to* where its letters read *valley* without their hamza."""
    return "ادي" if form == "وادي" and "أد" in text else form


_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "هن", "نا", "ي"})


def _whole(form: str) -> str:
    """Return a word whose possessor is cut off with its own ending (قريت, of قريته: قرية)."""
    return f"{form[:-1]}ة" if form.endswith("ت") else form


def _mended(found: Sequence[Word]) -> list[Word]:
    """Join what was cut inside a cue word (محوري), cut what was left on one (بريفي), and take pronouns off (قريتهم)."""
    result: list[Word] = []
    for word in found:
        if word.joined and word.form in _PRONOUNS and result and is_cue(whole := _whole(result[-1].form)):
            result.append(replace(result.pop(), form=whole, end=word.end))
        elif word.joined and result and is_cue(result[-1].form + word.form):
            before = result.pop()
            result.append(replace(before, form=before.form + word.form, end=word.end, known=True))
        elif not word.known and word.form[:1] in CLITICS and len(word.form) > LETTERS and is_cue(word.form[1:]):
            cut = word.start + 1
            result.append(replace(word, form=word.form[0], end=cut, known=True))
            result.append(replace(word, form=word.form[1:], start=cut, joined=True, known=True))
        else:
            result.append(word)
    return result
