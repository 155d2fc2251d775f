"""Find the words of a parsed sentence that may name places, with the words around them that say how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_tables import country_names
from reportedly.annotate.placenames import ARTICLES, fold, is_generic
from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotations import Sentence, Token

MAX_NAME: Final = 6
"""Tokens in the longest name looked up (``Zaporizhzhia Nuclear Power Plant`` has four)."""

Piece = tuple[int, int, tuple[GazetteerPlace, ...]]
"""First and last token of a stretch, with the entries under its words."""

POSSESSIVE_MIN, POSSESSIVE_POPULATION = 5, 15_000
"""Letters and people: scraping loses apostrophes (``Aleppos outskirts``), which is undone for towns of note alone."""

TITLE_SHARE: Final = 0.65
"""Share of capitalised words of four letters or more above which a sentence is set in title case."""


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


@cache
def nationalities() -> frozenset[str]:
    """Return the adjectives of nationality in lower case."""
    return frozenset(name.lower() for row in country_names() for name in row.adjectives)


@cache
def _country_aliases() -> dict[str, str]:
    return {fold(name): row.country for row in country_names() for name in row.aliases if not name.isupper()}


@cache
def _country_acronyms() -> dict[str, str]:
    return {name: row.country for row in country_names() for name in row.aliases if name.isupper()}


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Tell whether nearly all longer words are capitalised, so that capitals say nothing."""
    long = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= TITLE_SHARE * len(long)


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
    return token.lower in ARTICLES - {"the", "an", "as", "at", "us"} and after.text[0].isupper()


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


def slice_text(sentence: Sentence, first: int, last: int) -> str:
    """Return the words between two tokens, both included."""
    return sentence.text[sentence.tokens[first].start - sentence.start : sentence.tokens[last].end - sentence.start]


def _hits(text: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Return what a name may mean; a country's name means the country alone, ``Syrias`` too."""
    lower = text.lower().strip("-’'")
    if lower in words("not_place") or lower in nationalities() or len(text) < 2 or text.isdigit():
        return ()
    folded = fold(text)
    iso = _country_acronyms().get(text) or _country_aliases().get(folded)
    name = text
    if iso is None and folded.endswith("s") and len(folded) >= POSSESSIVE_MIN:
        iso, name = _country_aliases().get(folded[:-1]), text[:-1]
    if iso is not None:
        return tuple(p for p in gazetteer.named(name) if p.level == "country" and p.country == iso)[:1]
    hits = tuple(p for p in gazetteer.named(text) if p.level != "country" or len(text) > POSSESSIVE_MIN)
    if hits or not lower.endswith("s") or len(lower) <= POSSESSIVE_MIN:
        return hits
    return tuple(p for p in gazetteer.named(text[:-1]) if p.source == "table" or p.population > POSSESSIVE_POPULATION)


def _tail(tokens: Sequence[Token], end: int) -> list[int]:
    """Return ends of names that run on in lower case (``Jenin refugee camp``, ``Omar oil field``), longest first."""
    at, found = end + 1, []
    while at < len(tokens) and at <= end + 3:
        lower = tokens[at].text
        if type_of(lower) == "part":
            found.append(at)
        elif lower not in words("before_type"):
            break
        at += 1
    return found[::-1]


def _match(sentence: Sentence, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, tuple[GazetteerPlace, ...]]:
    """Return the end of the longest name from ``start`` and its entries; no entries if there is none."""
    tokens = sentence.tokens
    if type_of(tokens[start].lower) and start == end:
        return start, ()
    inside = range(min(end, start + MAX_NAME - 1), start - 1, -1)
    for last in [*(_tail(tokens, end) if end - start < MAX_NAME else []), *inside]:
        if tokens[last].text in "-’'‘`" or tokens[start].text == "-":
            continue
        if last > start and tokens[last].lower in ARTICLES:
            continue
        if last == start and (tokens[start].lower in words("direction") or type_of(tokens[start].lower)):
            continue
        if start == last and "-" not in tokens[start].text and _generic(tokens[start]):
            continue
        hits = _hits(slice_text(sentence, start, last), gazetteer)
        if hits:
            return last, hits
    return start, ()


def _pieces(sentence: Sentence, start: int, end: int, gazetteer: Gazetteer) -> list[Piece]:
    """Cut a run into known names and the stretches between them."""
    found: list[Piece] = []
    at = start
    loose: int | None = None
    while at <= end:
        last, hits = _match(sentence, at, end, gazetteer)
        if hits:
            if loose is not None:
                found.append((loose, at - 1, ()))
            found.append((at, last, hits))
            loose = None
        elif loose is None and not _empty_word(sentence.tokens[at]):
            loose = at
        at = last + 1
    if loose is not None:
        found.append((loose, end, ()))
    return found


def _empty_word(token: Token) -> bool:
    """Tell whether a word of a run names nothing itself: a kind of place, a direction, a nationality, a hyphen."""
    lower = token.lower
    return (
        type_of(lower) is not None
        or lower in words("direction")
        or lower in nationalities()
        or lower in words("organisation")
        or not lower[0].isalpha()
        or lower in ("greater", "rural", "old", "city")
    )


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Drop type words and hyphens from the ends of an unknown stretch."""
    while first <= last and _empty_word(sentence.tokens[first]):
        first += 1
    while last >= first and _empty_word(sentence.tokens[last]):
        last -= 1
    return (first, last) if first <= last else None


def names_in(sentence: Sentence, gazetteer: Gazetteer, home: str | None) -> list[Name]:
    """Return the possible names of places of a parsed sentence, in order; known ones and unknown ones.

    Args:
        sentence: With its tokens.
        gazetteer: Where names are looked up.
        home: Country in which near spellings are looked for, if any.
    """
    title = is_title_case(sentence.tokens)
    finder = _Finder(sentence, gazetteer, None if title else home)
    return [name for run in runs(sentence.tokens) for name in _names_of_run(finder, run, title)]


@dataclass(frozen=True, slots=True)
class _Finder:
    sentence: Sentence
    gazetteer: Gazetteer
    home: str | None

    def near(self, first: int, last: int) -> tuple[GazetteerPlace, ...]:
        """Return towns of the home country spelt nearly like these words."""
        if self.home is None or all(_empty_word(t) for t in self.sentence.tokens[first : last + 1]):
            return ()
        text = slice_text(self.sentence, first, last)
        if text.lower() in words("not_place") or text.isupper():
            return ()
        return tuple(p for p in self.gazetteer.lookup_loose(text, self.home) if p.level == "point")

    def repaired(self, pieces: list[Piece], end: int) -> list[Piece]:
        """Join a generic first word to what follows it, and look for near spellings of unknown stretches."""
        tokens, done = self.sentence.tokens, list[Piece]()
        at = 0
        while at < len(pieces):
            first, last, hits = pieces[at]
            follow = pieces[at + 1] if at + 1 < len(pieces) else None
            if first == last and follow and _generic(tokens[first]) and follow[0] == last + 1:
                done.append((first, follow[1], self.near(first, follow[1])))
                at += 2
                continue
            if (
                hits
                and first == last
                and follow
                and follow[0] == last + 1
                and (not follow[2] or _articled(tokens, follow))
            ):
                whole = self.near(first, follow[1])
                if whole:
                    done.append((first, follow[1], whole))
                    at += 2
                    continue
            done.extend([(first, last, hits)] if hits else self.tiled(first, last))
            at += 1
        return done

    def tiled(self, first: int, last: int) -> list[Piece]:
        """Return an unknown stretch as one near spelling, as a row of them, or as it is."""
        whole = self.near(first, last)
        if whole or first == last:
            return [(first, last, whole)]
        row = [(at, at, self.near(at, at)) for at in range(first, last + 1)]
        return row if all(hits for _, _, hits in row) else [(first, last, ())]


def _articled(tokens: Sequence[Token], piece: Piece) -> bool:
    """Tell whether a stretch opens with an article, as second words of names do (``Busra al-Harir``)."""
    return tokens[piece[0]].lower.partition("-")[0] in ARTICLES


def _generic(token: Token) -> bool:
    """Tell whether a word opens many names (``Tell``, ``Kafr``) and alone is hardly ever the name meant."""
    return is_generic(token.text)


def _names_of_run(finder: _Finder, run: tuple[int, int], title: bool) -> list[Name]:
    start, end = run
    sentence = finder.sentence
    tokens = sentence.tokens
    exact = _pieces(sentence, start, end, finder.gazetteer)
    pieces = finder.repaired(exact, end)
    known = {(first, last) for first, last, hits in exact if hits}
    group = tokens[start].lower in words("group_starter") or any(
        t.lower in words("group_word") for t in tokens[start : end + 1]
    )
    person = _is_person(sentence, run, exact)
    if group or person:
        return []
    whole = all(hits for _, _, hits in pieces)
    found: list[Name] = []
    for first, last, hits in pieces:
        span = (first, last) if hits else _trimmed(sentence, first, last)
        if span is None:
            continue
        after = {t.lower for t in tokens[span[1] + 1 : min(end, span[1] + (1 if title else 3)) + 1]}
        organised = bool(after & words("organisation")) or _under_organisation(tokens, span[0], start)
        facility = bool(after & words("facility")) or (
            span[1] == end and end + 1 < len(tokens) and tokens[end + 1].lower in words("facility")
        )
        text = slice_text(sentence, *span)
        near = bool(hits) and (first, last) not in known
        found.append(Name(*span, text, hits, whole, title, organised, facility, near))
    return found


def _is_person(sentence: Sentence, run: tuple[int, int], pieces: Sequence[Piece]) -> bool:
    """Tell whether a run reads as a person: it opens with a given name or title, and is no place as a whole."""
    start, end = run
    tokens = sentence.tokens
    before = tokens[start - 1].lower if start else ""
    if before in words("person_starter") and before not in ("general", "major", "chief", "foreign", "king", "san"):
        return True
    if tokens[start].lower not in words("person_starter"):
        return False
    known = pieces[0][2] if pieces and pieces[0][0] == start and len(pieces) == 1 else ()
    return not (known and pieces[0][1] > start) and end > start


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
