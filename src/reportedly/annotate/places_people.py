"""Tell persons' names from places: surnames are the commonest namesakes of villages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from reportedly.annotate.places_lexicon import words
from reportedly.annotations import Token

MIN_SURNAME: Final = 4
"""Letters: shorter words of a person's name (``bin``, ``Al``) are no surname to remember."""

OLDEST: Final = 110
"""Years: a number between commas after a name, up to this, is an age."""

_ARTICLES: Final = frozenset("the a an its their his her".split())


@cache
def _titles() -> frozenset[str]:
    return words("person_title") | {f"{word}." for word in words("person_title")}


def _title(token: Token) -> bool:
    return token.lower in _titles()


def _aged(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether an age between commas follows (``Name Surname, 34, …``)."""
    after = tokens[end + 1 : end + 4]
    shape = len(after) == 3 and after[0].text == "," and after[2].text in (",", ")", "-")
    return shape and after[1].text.isascii() and after[1].text.isdigit() and int(after[1].text) <= OLDEST


def _described(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether an office follows (``Name Surname, the director of …``), its comma lost or not."""
    at = end + 1
    marked = at < len(tokens) and tokens[at].text in (",", "(")
    at += marked
    marked = marked or (at < len(tokens) and tokens[at].lower in _ARTICLES)
    for token in tokens[at : at + 4]:
        if token.text[0].isupper() or token.lower in words("in") - {"of"}:
            return False
        if _title(token):
            return marked or token.lower in words("person_office")
    return False


def speaks(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a verb of saying stands right beside the name."""
    after = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    before = tokens[start - 1].lower if start else ""
    return after in words("said") or before in words("said") - {"says"}


def person_from(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return the token at which a person's name begins in a run of name words, ``None`` where nothing tells of one.

    Args:
        tokens: Of the sentence.
        start: First token of the run.
        end: Its last token.
    """
    if start > 1 and tokens[start - 1].lower == "old" and tokens[start - 2].text == "-":
        return start
    if start and _title(tokens[start - 1]) and not tokens[start - 1].text.isupper():
        return start
    for at in range(start, end):
        if _title(tokens[at]) or (at == start and tokens[at].lower in words("given_name")):
            return at
    if start < end and (speaks(tokens, start, end) or _described(tokens, end)):
        return start
    return start if _aged(tokens, end) else None


def surnames(sentences: Iterable[tuple[Sequence[Token], Iterable[tuple[int, int]]]]) -> frozenset[str]:
    """Return the last words of persons' names, as written: a report gives the surname alone from then on.

    Args:
        sentences: Tokens of each sentence, with the first and last index of its runs of name words.
    """
    found = set()
    for tokens, spans in sentences:
        for start, end in spans:
            first = person_from(tokens, start, end)
            if first is not None and first < end and len(tokens[end].text) >= MIN_SURNAME:
                found.add(tokens[end].text)
    return frozenset(found)
