"""Which loaded words stand in a naming or right at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.actors_trie import pieces_of
from reportedly.annotations import NOMINAL, ActorMention, Token
from reportedly.coding.reading import Reading
from reportedly.framing.lexicon import FramingLexicon, LoadedWord, Position

REACH = 4
"""Words that may stand between a loaded word and the naming that it qualifies. Of 1,558 loaded words in the dev articles
none stood more than one word off."""

_UNDONE = frozenset({"anti", "counter", "non", "ex", "former"})
"""Before a loaded word these turn it to another actor or another time: ``anti-terrorist police``."""
_BETWEEN = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "NUM", "X"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_JOINTS = frozenset({",", "and", "&"})
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "those", "its", "their"})


@dataclass(frozen=True, slots=True)
class Found:
    """A loaded word on the tokens from ``first`` to ``last``, both inclusive."""

    word: LoadedWord
    first: int
    last: int


class CueReader:
    """Finds the loaded words of one sentence, once, and says which of them belong to a naming."""

    def __init__(self, reading: Reading, lexicon: FramingLexicon) -> None:
        self.tokens = reading.tokens
        self.actor_at = reading.actor_at
        self.pieces = pieces_of([t.text for t in reading.tokens])
        self.found = self._find(lexicon)

    def read(self, mention: ActorMention) -> tuple[int, int, tuple[Found, ...]]:
        """Return the first and last token of a naming with its loaded words, and those words in order."""
        kept = [found for found in self.found if self._belongs(found, mention)]
        first = min((f.first for f in kept), default=mention.first)
        last = max((f.last for f in kept), default=mention.last)
        return min(first, mention.first), max(last, mention.last), tuple(kept)

    def _find(self, lexicon: FramingLexicon) -> list[Found]:
        found: list[Found] = []
        at = 0
        while at < len(self.pieces):
            match = lexicon.trie.match(self.pieces, at)
            if match is None:
                at += 1
                continue
            tokens = (self.pieces[at].token, self.pieces[match.last].token)
            found += [Found(w, *tokens) for w in match.values if self._counts(w, at, match.last)]
            at = match.last + 1
        return found

    def _counts(self, word: LoadedWord, first: int, last: int) -> bool:
        """Return whether the words are the loaded ones at all, whoever they may name."""
        piece = self.pieces[first]
        after = self.pieces[last + 1] if last + 1 < len(self.pieces) else None
        named = piece.capital and (piece.token > 0 or (after is not None and after.capital))
        if (word.lower and named) or (first > 0 and self.pieces[first - 1].keys[0] in _UNDONE):
            return False
        return after is None or after.keys[0] not in word.unless_next

    def _belongs(self, found: Found, mention: ActorMention) -> bool:
        places = found.word.positions
        if mention.first <= found.last and found.first <= mention.last:
            if Position.HEAD in places:
                return True
            before = Position.BEFORE in places and self._qualifies(found, mention)
            return before or (Position.OWNER in places and self._owns(found, mention))
        if found.last < mention.first:
            return self._left(found, mention)
        return Position.HEAD in places and self._follows(found, mention)

    def _qualifies(self, found: Found, mention: ActorMention) -> bool:
        """Return whether a word qualifies the naming, and not a noun after it (``the de facto Daesh capital``)."""
        at = found.last
        for _ in range(REACH):
            head = self.tokens[at].head
            if head > mention.last:
                return self.tokens[head].pos not in NOMINAL
            if head == at or head >= mention.first:
                return True
            at = head
        return True

    def _owns(self, found: Found, mention: ActorMention) -> bool:
        after = (t.lower for t in self.tokens[found.last + 1 : mention.last + 1])
        return any(word in found.word.owns for word in after)

    def _left(self, found: Found, mention: ActorMention) -> bool:
        """Return whether the words stand left of a naming and belong to it: ``brutal X``, ``butchers of the X``."""
        between = self.tokens[found.last + 1 : mention.first]
        places = found.word.positions
        if any(i in self.actor_at for i in range(found.first, mention.first)) or len(between) > REACH:
            return False
        if Position.OF in places and between and between[0].lower == "of":
            return all(t.lower in _ARTICLES or not t.text.isalnum() for t in between[1:])
        return Position.BEFORE in places and self._attributes(between) and self._qualifies(found, mention)

    def _attributes(self, between: Sequence[Token]) -> bool:
        """Return whether nothing but attributes and quotation marks stand between a loaded word and the naming."""
        for number, token in enumerate(between):
            attribute = token.pos in _BETWEEN or token.tag in _PARTICIPLES
            mark = not token.text.isalnum() and token.text not in (",", ".", ";", ":", "(", ")")
            joint = token.lower in _JOINTS and number + 1 < len(between) and between[number + 1].pos == "ADJ"
            if not (attribute or mark or joint):
                return False
        return True

    def _follows(self, found: Found, mention: ActorMention) -> bool:
        """Return whether the words are the noun that a name qualifies (``Wagner butchers``), not one that it owns."""
        between = self.tokens[mention.last + 1 : found.first]
        if len(between) > 1 or any(t.pos != "NOUN" for t in between) or found.first in self.actor_at:
            return False
        head = self.tokens[mention.head]
        return head.dep in ("compound", "amod", "nmod") and found.first <= head.head <= found.last
