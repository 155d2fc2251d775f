"""Cut a run of name words into known names, near spellings and unknown names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_records import distance_km
from reportedly.annotate.gazetteer_tables import country_names
from reportedly.annotate.placenames import ARTICLES, fold, is_attribute, is_generic
from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotations import Sentence, Token

MAX_NAME: Final = 6
"""Tokens in the longest name looked up (``Zaporizhzhia Nuclear Power Plant`` has four)."""

Piece = tuple[int, int, tuple[GazetteerPlace, ...]]
"""First and last token of a stretch, with the entries under its words."""

POSSESSIVE_MIN, POSSESSIVE_POPULATION = 5, 15_000
"""Letters and people: scraping loses apostrophes (``Aleppos outskirts``), which is undone for towns of note alone."""

WORLD_CITY: Final = 500_000
"""People from which a city abroad is known by its name alone beside another name (``Reuters Beirut``)."""

_POINTS: Final = frozenset("NE NW SE SW".split())

OWN_NAME: Final = 0.6
"""Share of equal letters from which a word is the entry's own name, not a short form of another."""

NEIGHBOURS_KM: Final = 25.0
"""Two known names side by side are a list that lost its comma if they lie this near, else one compound name: places of
one headline of UCDP lie so near five times as often as places drawn by chance (``benchmarks/places.py``)."""


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


@lru_cache(maxsize=8192)
def _empty(lower: str) -> bool:
    return (
        type_of(lower) is not None
        or any(lower in words(kind) for kind in ("direction", "organisation", "small", "epithet"))
        or lower in nationalities()
        or not lower[0].isalpha()
    )


def empty_word(token: Token) -> bool:
    """Tell whether a word of a run names nothing itself: a kind of place, a direction, a nationality, a hyphen."""
    return _empty(token.lower)


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Drop type words and hyphens from the ends of an unknown stretch."""
    while first <= last and empty_word(sentence.tokens[first]):
        first += 1
    while last >= first and empty_word(sentence.tokens[last]):
        last -= 1
    return (first, last) if first <= last else None


def _articled(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word opens with an article, as second words of names do (``Busra al-Harir``)."""
    return tokens[at].lower.partition("-")[0] in ARTICLES and "-" in tokens[at].text


_HALVES: Final = frozenset({"sur", "norte", "sul", "oriental", "occidental"})
"""Second words of provinces that share a name ("Maguindanao del Sur", "Negros Occidental")."""


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts the runs of one sentence.

    Attributes:
        sentence: With its tokens.
        gazetteer: Where names are looked up.
        home: Country in which near spellings are looked for, if any.
    """

    sentence: Sentence
    gazetteer: Gazetteer
    home: str | None

    def _tail(self, end: int) -> list[int]:
        """Return ends of names that run on in lower case (``Jenin refugee camp``), longest first."""
        tokens, at, found = self.sentence.tokens, end + 1, list[int]()
        while at < len(tokens) and at <= end + 3:
            lower = tokens[at].text
            if type_of(lower) in ("part", "site") or lower in words("small"):
                found.append(at)
            elif lower not in words("before_type"):
                break
            at += 1
        return found[::-1]

    def _match(self, start: int, end: int) -> tuple[int, tuple[GazetteerPlace, ...]]:
        """Return the end of the longest name from ``start`` and its entries; no entries if there is none."""
        tokens = self.sentence.tokens
        if tokens[start].text == "-" or tokens[start].text in _POINTS:
            return start, ()
        inside = range(min(end, start + MAX_NAME - 1), start - 1, -1)
        for last in [*(self._tail(end) if end - start < MAX_NAME else []), *inside]:
            if tokens[last].text in "-’'‘`" or (last > start and tokens[last].lower in ARTICLES):
                continue
            if last == start and (empty_word(tokens[start]) or is_generic(tokens[start].text)):
                continue
            text = slice_text(self.sentence, start, last)
            hits = _hits(text, self.gazetteer) or (
                _hits(text[:-1], self.gazetteer) if last > end and text[-1] == "s" else ()
            )
            if hits:
                return max(last, self._with_attribute(last, end)), hits
        return start, ()

    def _with_attribute(self, last: int, end: int) -> int:
        """Return the end of a name with the attribute that tells it from its twin (``X al-Gharbiyah``)."""
        tokens = self.sentence.tokens
        while last < end and is_attribute(tokens[last + 1].text):
            last += 1
        of = 1 if last + 2 <= end and tokens[last + 1].lower in ("del", "do") else 0
        if last + of < end and tokens[last + of + 1].lower in _HALVES:
            return last + of + 1
        return last

    def exact(self, start: int, end: int) -> list[Piece]:
        """Cut a run into known names and the stretches between them."""
        found: list[Piece] = []
        at = start
        loose: int | None = None
        while at <= end:
            attribute = at > start and is_attribute(self.sentence.tokens[at].text)
            last, hits = (at, ()) if attribute else self._match(at, end)
            if hits:
                if loose is not None:
                    found.append((loose, at - 1, ()))
                found.append((at, last, hits))
                loose = None
            elif loose is None and not empty_word(self.sentence.tokens[at]):
                loose = at
            at = last + 1
        if loose is not None:
            found.append((loose, end, ()))
        return found

    def near(self, first: int, last: int) -> tuple[GazetteerPlace, ...]:
        """Return towns of the home country spelt nearly like these words."""
        if self.home is None or all(empty_word(t) for t in self.sentence.tokens[first : last + 1]):
            return ()
        text = slice_text(self.sentence, first, last)
        if text.lower() in words("not_place") or text.isupper():
            return ()
        return tuple(p for p in self.gazetteer.lookup_loose(text, self.home) if p.level == "point")

    def repaired(self, pieces: list[Piece], listed: bool) -> list[Piece]:
        """Join first words to what follows them, and look for near spellings of unknown stretches.

        Args:
            pieces: The run as cut by ``exact``.
            listed: True where words call the run a list.
        """
        tokens, done = self.sentence.tokens, list[Piece]()
        one = bool(pieces) and self._one_settlement(pieces[0][0], pieces[-1][1])
        pieces = self._strangers_joined(pieces, one) if not listed and (one or self.home is not None) else pieces
        at = 0
        while at < len(pieces):
            first, last, hits = pieces[at]
            follow = pieces[at + 1] if at + 1 < len(pieces) else None
            joined = self._joined(pieces[at], follow, listed) if follow and follow[0] == last + 1 else None
            if joined is not None:
                done.append(joined)
                at += 2
                continue
            done.extend(
                [(first, last, hits)] if hits else self._tiled(*(trimmed(self.sentence, first, last) or (1, 0)))
            )
            at += 1
        return [(first, last, hits) for first, last, hits in done if not all(map(empty_word, tokens[first : last + 1]))]

    def _joined(self, piece: Piece, follow: Piece, listed: bool) -> Piece | None:
        """Return two stretches as one compound name, or ``None`` where they are two."""
        first, last, hits = piece
        tokens = self.sentence.tokens
        if first == last and is_generic(tokens[first].text):
            return first, follow[1], self.near(first, follow[1])
        if not hits or first != last or (follow[2] and not _articled(tokens, follow[0])):
            return None
        whole = self.near(first, follow[1]) if follow[1] - first < MAX_NAME else ()
        if whole:
            return first, follow[1], whole
        if not follow[2] and not listed and not any(_itself(slice_text(self.sentence, first, last), h) for h in hits):
            return first, follow[1], ()
        single = follow[0] == follow[1] and _articled(tokens, follow[0]) and not _articled(tokens, first)
        if not single or any_near(hits, follow[2]):
            return None
        return first, follow[1], () if follow[2] else hits

    def _one_settlement(self, first: int, last: int) -> bool:
        """Tell whether words call a run one settlement (``the village of Dorowa Babuje``, ``Dorowa Babuje village``)."""
        tokens = self.sentence.tokens
        before = [t.lower for t in tokens[max(first - 2, 0) : first]]
        after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
        named = before[-1:] == ["of"] and type_of(before[0]) == "settlement" and before[0] not in words("plural_type")
        return named or (type_of(after) == "settlement" and after not in words("plural_type"))

    def _strange(self, piece: Piece, one: bool = False) -> bool:
        """Tell whether a stretch names nothing in the home country, nor a country, nor a large city abroad.

        Of what words call one settlement, a part may also be spelt nearly like a place at home.
        """
        text, hits = slice_text(self.sentence, piece[0], piece[1]), piece[2]
        home = (h for h in hits if h.country == self.home)
        if any(h.level != "point" or h.source == "table" for h in hits) or any(not one or _same(text, h) for h in home):
            return False
        return not any(h.population > WORLD_CITY and _itself(text, h) for h in hits)

    def _strangers_joined(self, pieces: list[Piece], one: bool = False) -> list[Piece]:
        """Join neighbours that all name nothing at home: one village that no gazetteer has (``Kin Ma``)."""
        done: list[Piece] = []
        for piece in pieces:
            before = done[-1] if done else None
            if (
                before is not None
                and before[1] + 1 == piece[0]
                and self._strange(before, one)
                and self._strange(piece, one)
            ):
                first, last = before[0], piece[1]
                if last - first < MAX_NAME:
                    done[-1] = (first, last, self.near(first, last))
                    continue
            done.append(piece)
        return done

    def _tiled(self, first: int, last: int) -> list[Piece]:
        """Return an unknown stretch as one near spelling, as a row of them, or as its units."""
        whole = self.near(first, last)
        if whole or first >= last:
            return [(first, last, whole)] if first <= last else []
        units = self._units(first, last)
        row = [(one, other, self.near(one, other)) for one, other in units]
        return row if sum(bool(hits) for _, _, hits in row) * 2 > len(row) else [(first, last, ())]

    def _units(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the names that a stretch without commas may hold: generic words and articles bind to what follows."""
        tokens, found = self.sentence.tokens, list[tuple[int, int]]()
        start = first
        for at in range(first, last + 1):
            follow = tokens[at + 1] if at < last else None
            binds = is_generic(tokens[at].text) or tokens[at].text in "-’'‘`" or tokens[at].lower in ARTICLES
            if follow is not None and (binds or follow.text in "-’'‘`" or is_attribute(follow.text)):
                continue
            found.append((start, at))
            start = at + 1
        if start <= last:
            found.append((start, last))
        return found

    def split(self, first: int, last: int) -> list[Piece]:
        """Return the units of a stretch that stands in a list, each with its near spellings."""
        return [(one, other, self.near(one, other)) for one, other in self._units(first, last)]


def _itself(text: str, hit: GazetteerPlace) -> bool:
    """Tell whether a word is a place of note by its own name, so that what follows it need not belong to it."""
    noted = hit.source == "table" or hit.level != "point" or hit.population > POSSESSIVE_POPULATION
    return noted and (hit.source == "table" or _same(text, hit))


def _same(text: str, hit: GazetteerPlace) -> bool:
    """Tell whether an entry is spelt as the text is, or nearly."""
    return Levenshtein.normalized_similarity(fold(text), fold(hit.name)) > OWN_NAME


def any_near(some: Sequence[GazetteerPlace], others: Sequence[GazetteerPlace]) -> bool:
    """Tell whether an entry of one name lies beside one of another."""
    return any(distance_km(one, other) < NEIGHBOURS_KM for one in some for other in others)
