"""Stretches of time in a sentence, and which of them a noun is counted in (``resources/en/series.toml``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.coding.reading import Reading
from reportedly.coding.series_lexicon import SeriesLexicon, WindowEntry
from reportedly.coding.wording import Wording

REACH = 18
"""Tokens from a noun to the stretch of time that it is counted in, at most: 14 is the most in 40 counts of 5,777 sentences."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time: its first token, preposition included, what is kept of it, and the token after it."""

    first: int
    kept: tuple[int, int]
    end: int


class Windows:
    """A sentence's stretches of time by first token, of two from one token the longer."""

    def __init__(self, reading: Reading, words: Wording, lexicon: SeriesLexicon, ordinals: Iterable[int]) -> None:
        self._reading = reading
        self._ordinals = frozenset(ordinals)
        self.headline = _is_headline(reading)
        found = (w for entry in lexicon.windows for w in _windows(reading, words, entry))
        self.at = {w.first: w for w in sorted(found, key=lambda w: w.end)}

    def is_ordinal(self, at: int) -> bool:
        """Return whether an ordinal begins at a token."""
        return at in self._ordinals

    def after(self, head: int) -> Window | None:
        """Return the first stretch of time that a noun is counted in: no verb of another clause stands between."""
        tokens = self._reading.tokens
        linked = False
        for at in range(head + 1, min(len(tokens), head + 1 + REACH)):
            if at in self.at:
                return self.at[at]
            if tokens[at].lower in ("that", "which", "who", "to", "where"):
                linked = True
            elif self._parts(at) or not (linked or self._is_participle(head, at) or not self._is_finite(at)):
                return None
        return None

    def _parts(self, at: int) -> bool:
        """Return whether a token parts a noun from what follows."""
        return at in self._ordinals or self._reading.tokens[at].lower in (",", ";", ":", "|", "(", ".", "but")

    def _is_finite(self, at: int) -> bool:
        """Return whether a token is a finite verb; one with a capital, which taggers take for a verb ("IS"), is a name."""
        token = self._reading.tokens[at]
        return token.tag in ("VBD", "VBZ", "VBP", "MD") and (token.text == token.lower or self.headline)

    def _is_participle(self, head: int, at: int) -> bool:
        """Return whether a past form right after a noun is a participle: "fifth journalist killed this year"."""
        token = self._reading.tokens[at]
        bare = at == head + 1 and token.tag == "VBD" and not self._reading.tree.of(at, "dobj")
        return bare and token.lower.endswith(("ed", "ot", "ain", "en")) and token.lower not in ("died", "exploded")


def _windows(reading: Reading, words: Wording, entry: WindowEntry) -> Iterator[Window]:
    for first, end, match in words.find(entry.pattern):
        if not entry.clause:
            kept = words.tokens_of(match, "inner") if "inner" in match.groupdict() else (first, end)
            yield Window(first, kept, end)
        elif (last := _clause_end(reading, first)) > end:
            yield Window(first, (first, last), last)


def _clause_end(reading: Reading, first: int) -> int:
    """Return where a clause that "since" opens ends: with what hangs from it, at the next comma at the latest."""
    tokens = reading.tokens
    below = set(reading.tree.subtree(tokens[first].head if tokens[first].dep == "mark" else first))
    at = first + 1
    while at < len(tokens) and at in below and (tokens[at].pos != "PUNCT" or tokens[at].tag == "HYPH"):
        at += 1
    return at


def _is_headline(reading: Reading) -> bool:
    """Return whether a sentence writes most of its words with a capital, so that capitals show no names."""
    words = [t for t in reading.tokens if len(t.text) > 3 and t.text.isalpha()]
    return reading.sentence.title or sum(t.text[0].isupper() for t in words) * 3 > len(words) * 2
