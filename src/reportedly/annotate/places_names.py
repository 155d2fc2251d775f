"""Find the words of a parsed sentence that may name places, with the words around them that say how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.placenames import ARTICLES
from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotate.places_people import person_from, speaks
from reportedly.annotate.places_pieces import Cutter, Piece, any_near, slice_text, trimmed
from reportedly.annotations import Sentence, Token

_PLACED: Final = frozenset("in at near of".split())

TITLE_SHARE: Final = 0.8
"""Share of capitalised words of four letters or more from which a sentence is set in title case; one small word is
always allowed. A plain sentence of few words and many names stays below."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may name a place.

    Attributes:
        first: Index of the first token.
        last: Index of the last token.
        text: The words.
        hits: What the gazetteer has under them; empty for a name it does not know.
        whole: True if the run of capitalised words holds nothing but names and type words.
        title: True in a title-case sentence.
        organisation: True if the name is part of an organisation's, group's or person's name.
        facility: True if a word for a building follows inside the name (``Aleppo University``).
        loose: True if the entries are spelt only nearly like the name.
        small: True if a word for a building, street or square follows: no gazetteer has those by this name.
        person: True if the report gave the word as a person's last name.
    """

    first: int
    last: int
    text: str
    hits: tuple[GazetteerPlace, ...]
    whole: bool
    title: bool
    organisation: bool
    facility: bool
    loose: bool = False
    small: bool = False
    person: bool = False


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Tell whether nearly all longer words are capitalised, so that capitals say nothing."""
    long = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    small = sum(not word[0].isupper() for word in long)
    # Short sentences of names have a verb that no title would write small ("Gunmen raided Riyom in Plateau State.").
    if tokens[-1].text == "." and any(t.tag in ("VBD", "VBZ", "VBP") and t.text.islower() for t in tokens):
        return False
    return len(long) > 3 and small <= max(1, (1 - TITLE_SHARE) * len(long))


def _is_name_word(token: Token) -> bool:
    text = token.text
    if text[0].isupper():
        return token.lower not in words("breaker")
    head, _, tail = text.partition("-")
    return head in ARTICLES and tail[:1].isupper()


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token links two name words: a hyphen without spaces, or a free-standing article."""
    if not 0 < at < len(tokens) - 1:
        return False
    token, after = tokens[at], tokens[at + 1]
    if token.text in "-’'‘`":
        return tokens[at - 1].end == token.start and token.end == after.start
    if tokens[at - 1].text == after.text == "-" and tokens[at - 1].end == token.start and token.end == after.start:
        return token.text.isalpha()
    if token.lower in _OF and tokens[at - 1].text[0].isupper():
        follow = tokens[at + 2] if after.lower in ("los", "las", "la") and at + 2 < len(tokens) else after
        return follow.text[0].isupper() and tokens[at - 1].lower not in words("breaker")
    if token.lower in ("los", "las", "la") and tokens[at - 1].lower == "de":
        return after.text[0].isupper()
    return token.lower in _FREE_ARTICLES and after.text[0].isupper()


_OF: Final = frozenset({"de", "del", "do", "da", "dos"})
"""The "of" inside names of Romance languages (``Norte de Santander``)."""

_FREE_ARTICLES: Final = ARTICLES - {"the", "an", "as", "at", "us"}


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each run of name words."""
    start: int | None = None
    for at, token in enumerate(tokens):
        if _is_name_word(token) or (_joins(tokens, at) and (start is not None or token.text[0].isalpha())):
            start = at if start is None else start
            continue
        if start is not None:
            yield start, at - 1
        start = None
    if start is not None:
        yield start, len(tokens) - 1


def names_in(
    sentence: Sentence,
    spans: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    home: str | None,
    known_surnames: frozenset[str],
) -> list[Name]:
    """Return the possible names of places of a parsed sentence, in order; known ones and unknown ones.

    Args:
        sentence: With its tokens.
        spans: Its runs of name words.
        gazetteer: Where names are looked up.
        home: Country in which near spellings are looked for, if any.
        known_surnames: Last words of the persons whom the report names.
    """
    title = is_title_case(sentence.tokens)
    cutter = Cutter(sentence, gazetteer, None if title else home)
    found: list[Name] = []
    for run in spans:
        found.extend(_names_of_run(cutter, run, title, known_surnames, home))
    return found


def _of_a_town(cutter: Cutter, start: int, end: int) -> bool:
    """Tell whether a run that opens as groups do is the whole name of a settlement (``Lashkar Gah``)."""
    first, last, hits = cutter.exact(start, end)[0]
    return first == start and last > start and any(h.level == "point" for h in hits)


def _names_of_run(
    cutter: Cutter, run: tuple[int, int], title: bool, known_surnames: frozenset[str], home: str | None
) -> list[Name]:
    start, end = run
    sentence = cutter.sentence
    tokens = sentence.tokens
    group = tokens[start].lower in words("group_starter") and not _of_a_town(cutter, start, end)
    if group or any(t.lower in words("group_word") for t in tokens[start : end + 1]):
        return []
    if _of_an_age(tokens, start):
        return []
    exact = cutter.exact(start, end)
    end = _before_person(tokens, start, end, exact)
    exact = [piece for piece in exact if piece[0] <= end]
    listed = _listed(tokens, start, end)
    pieces = cutter.repaired(exact, listed)
    if listed and any(hits for _, _, hits in pieces):
        pieces = [p for piece in pieces for p in ([piece] if piece[2] else cutter.split(*piece[:2]))]
    elif not title:
        called = start > 1 and tokens[start - 1].lower == "of" and type_of(tokens[start - 2].lower) == "settlement"
        pieces = _unbroken(pieces, home, called)
    known = {(first, last) for first, last, hits in exact if hits}
    person = start == end and (tokens[start].text in known_surnames or speaks(tokens, start, end))
    whole = all(hits for _, _, hits in pieces)
    found: list[Name] = []
    for first, last, every in pieces:
        hits = every if not _of_feature(tokens, last, end) else tuple(h for h in every if h.country == home)
        span = (first, last) if hits else trimmed(sentence, first, last)
        if span is not None:
            near = bool(hits) and (first, last) not in known
            organised, facility, small = _part_of(tokens, span, run, title)
            text = slice_text(sentence, *span)
            found.append(Name(*span, text, hits, whole, title, organised, facility, near, small, person))
    return found


def _unbroken(pieces: list[Piece], home: str | None, called: bool) -> list[Piece]:
    """Return a run as one unknown name where one word alone of it is known, and only abroad ("Let Yet Kone", Koné).

    Args:
        pieces: The names that a gazetteer makes of the run.
        home: The country of the report.
        called: True where words before call the whole a town ("the town of Adan Yabaal").
    """
    if len(pieces) != 2 or bool(pieces[0][2]) == bool(pieces[1][2]):
        return pieces
    at, end, hits = pieces[0] if pieces[0][2] else pieces[1]
    abroad = at == end and all(h.country != home and (called or h.population < CITY) for h in hits)
    abroad = abroad and (called or not pieces[0][2])
    return [(pieces[0][0], pieces[1][1], ())] if abroad else pieces


CITY: Final = 100_000
"""People of a town whose name is its own wherever a report is from."""


def _of_an_age(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether an age stands right before a name: it is a person's (``the 11-year-old Samir Nasr``)."""
    before = " ".join(t.lower for t in tokens[max(0, start - 5) : start])
    return bool(re.search(r"\byear(?: ?- ?| )old$", before))


def _before_person(tokens: Sequence[Token], start: int, end: int, pieces: Sequence[Piece]) -> int:
    """Return the end of a run without the person's name that it holds; a known name of two words is no person."""
    person = person_from(tokens, start, end)
    if person is None and start < end and tokens[start].lower in words("kunya"):
        cued = start > 0 and (tokens[start - 1].lower in _PLACED or type_of(tokens[start - 1].lower))
        person = None if cued or (end + 1 < len(tokens) and type_of(tokens[end + 1].lower)) else start
    if person is None:
        return end
    titled = start > 0 and tokens[start - 1].lower.rstrip(".") in words("person_title")
    places = [p for p in pieces if p[2] and p[0] <= person < p[1]] or _neighbours(pieces)
    return end if places and not titled else person - 1


def _neighbours(pieces: Sequence[Piece]) -> bool:
    """Tell whether a run is nothing but villages beside one another: a list that lost its commas."""
    known = [hits for _, _, hits in pieces if hits]
    return len(known) > 1 and len(known) == len(pieces) and all(any_near(a, b) for a, b in pairwise(known))


def _listed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether words call a run a list of places (``the villages of A B and C``, ``A B C areas``)."""
    after = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    before = {t.lower for t in tokens[max(start - 2, 0) : start]}
    if after == "and" and start > 1 and tokens[start - 1].lower == "of" and _one_of_its_kind(tokens[start - 2].lower):
        return False
    return after in words("plural_type") or bool(before & words("plural_type")) or after == "and"


def _one_of_its_kind(word: str) -> bool:
    """Tell whether a word is "village" and not "villages": one name follows it."""
    return type_of(word) == "settlement" and word not in words("plural_type")


def _part_of(
    tokens: Sequence[Token], span: tuple[int, int], run: tuple[int, int], title: bool
) -> tuple[bool, bool, bool]:
    """Tell whether a name is part of an organisation's name, of a building's, and of one too small to have a point."""
    end = run[1]
    after = [t.lower for t in tokens[span[1] + 1 : min(end, span[1] + (1 if title else 3)) + 1]]
    if span[1] == end and end + 1 < len(tokens):
        after.append(tokens[end + 1].lower)
        facility = after[-1] in words("facility")
    else:
        facility = bool(set(after) & words("facility"))
    inner = [t for t in after if t != "-"]
    small = bool(inner) and inner[0] in words("small")
    inside = set(after[:3]) if span[1] < end and type_of(after[0]) != "admin1" else set[str]()
    organised = bool(inside & words("organisation"))
    return organised or _under_organisation(tokens, span[0], run[0]), facility, small


def _of_feature(tokens: Sequence[Token], last: int, end: int) -> bool:
    """Tell whether a name is a mountain's, river's or pass's own, which no far town's is ("the Mandara Mountains")."""
    return last < end and tokens[last + 1].lower in words("feature")


def _under_organisation(tokens: Sequence[Token], first: int, start: int) -> bool:
    """Tell whether the name hangs from an organisation's head (``Government of X``, ``Islamic State of X and Y``)."""
    if any(t.lower in words("organisation") for t in tokens[start:first]):
        return tokens[start].lower not in words("direction")
    at = start - 1
    while at > 0 and (
        tokens[at].lower in ("the", "and") or tokens[at].text[0].isupper() or tokens[at].lower in ("of", "for", "in")
    ):
        islamic_in = tokens[at].lower == "in" and tokens[at - 1].lower == "state"
        if (tokens[at].lower in ("of", "for") or islamic_in) and tokens[at - 1].text[0].isupper():
            head = tokens[at - 1].lower
            islamic = head == "state" and tokens[max(at - 2, 0)].lower == "islamic"
            return islamic or (head in words("organisation") and head not in ("state", "office", "post", "court"))
        at -= 1
    return False
