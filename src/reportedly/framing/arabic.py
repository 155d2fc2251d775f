"""Loaded words in Arabic namings: the words of ``resources/ar/framing.toml``, in a naming or right after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.annotate.arabic_actors_items import QUOTES, words_of
from reportedly.annotate.arabic_actors_lexicon import adjective_forms, key, stem
from reportedly.annotations import ActorMention
from reportedly.coding.reading import Reading
from reportedly.errors import LexiconError
from reportedly.framing.cues import Found
from reportedly.framing.lexicon import LoadedWord, Position, loaded_words
from reportedly.resources import load_toml

FILE = "ar/framing.toml"


@dataclass(frozen=True, slots=True)
class ArabicFraming:
    """The loaded words by their written words without the article."""

    words: Mapping[tuple[str, ...], LoadedWord]


@cache
def load_arabic_framing() -> ArabicFraming:
    """Return the loaded words of Arabic.

    Raises:
        LexiconError: The file is missing, or an entry lacks a field or has a value that is none.
    """
    found: dict[tuple[str, ...], LoadedWord] = {}
    for row in load_toml(FILE)["entry"]:
        for word, forms in loaded_words(row, FILE):
            for written in forms:
                shapes = [f for f, _ in adjective_forms(written)] if row.get("adjective") else [written]
                for shape in shapes:
                    words = tuple(stem(w) for w in shape.split())
                    if found.setdefault(words, word).word != word.word:
                        raise LexiconError(f"resources/{FILE}: {shape!r} stands in two entries")
    return ArabicFraming(found)


class ArabicCueReader:
    """Finds the loaded words of one Arabic sentence, once, and says which of them belong to a naming."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = [w for w in words_of(reading.tokens) if w.text not in QUOTES]
        self.found = list(self._find(load_arabic_framing()))

    def _find(self, lexicon: ArabicFraming) -> Iterator[Found]:
        texts = [stem(w.text) for w in self.words]
        at = 0
        while at < len(texts):
            used = next(
                (n for n in (3, 2, 1) if at + n <= len(texts) and tuple(texts[at : at + n]) in lexicon.words), 0
            )
            if used:
                word = lexicon.words[tuple(texts[at : at + used])]
                yield Found(word, self.words[at].token, self.words[at + used - 1].token)
            at += max(used, 1)

    def read(self, mention: ActorMention) -> tuple[int, int, tuple[Found, ...]]:
        """Return the first and last token of a naming with its loaded words, and those words in order."""
        kept = [found for found in self.found if self._belongs(found, mention)]
        first = min((f.first for f in kept), default=mention.first)
        last = max((f.last for f in kept), default=mention.last)
        return min(first, mention.first), max(last, mention.last), tuple(kept)

    def _belongs(self, found: Found, mention: ActorMention) -> bool:
        places = found.word.positions
        if mention.first <= found.first and found.last <= mention.last:
            return Position.OWNER not in places or self._owns(found, mention)
        if found.first > mention.last:
            return Position.BEFORE in places and self._near(mention.last, found.first) and self._describes(found)
        return Position.OF in places and self._near(found.last, mention.first)

    def _owns(self, found: Found, mention: ActorMention) -> bool:
        """Return whether a person's name owns forces: «قوات الأسد»."""
        nouns = {key(noun) for noun in found.word.owns}
        return any(stem(w.text) in nouns for w in self.words if mention.first <= w.token < found.first)

    def _near(self, first: int, second: int) -> bool:
        """Return whether no written word stands between two tokens."""
        return not any(first < w.token < second for w in self.words)

    def _describes(self, found: Found) -> bool:
        """Return whether a word after a naming is its adjective: it bears the article, as the naming does."""
        return self._written(found.first).startswith("ال") and found.first not in self.reading.actor_at

    def _written(self, token: int) -> str:
        return next((w.text for w in self.words if w.token == token), "")
