"""Find what stands in quotation marks, and the short labels that an outlet will not own ("terrorists").

Marks are paired within a sentence; one without its fellow opens or ends speech that goes on beyond the sentence.
Apostrophes are no marks: a single mark opens after a space and closes before one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotations import Token
from reportedly.coding.distance_lexicon import DistanceLexicon
from reportedly.coding.reading import Reading

MOST_WORDS = 4
"""Words of a label, at most: of 41 stretches of five to seven words in 5,777 sentences, 39 were speech and 2 names."""

_PAIRS = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", "``": "''"}
_DOUBLE = frozenset('"“”„«»') | {"``", "''"}
MARKS = _DOUBLE | {"‘", "’", "'"}
_BEFORE = frozenset("([{-–—/|:")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: tokens of the marks, and the half-open range between them."""

    opening: int
    closing: int

    @property
    def inner(self) -> range:
        """The tokens between the marks."""
        return range(self.opening + 1, self.closing)


@dataclass(frozen=True, slots=True)
class Quotations:
    """The stretches of a sentence in quotation marks, and the tokens that are speech: long, or open at either end."""

    pairs: tuple[Quoted, ...]
    speech: frozenset[int]


def find_quotations(tokens: Sequence[Token]) -> Quotations:
    """Pair the quotation marks of a sentence."""
    pairs: list[Quoted] = []
    speech: set[int] = set()
    open_marks: dict[bool, int] = {}
    for token in tokens:
        if token.text not in MARKS:
            continue
        double = token.text in _DOUBLE
        begun = open_marks.get(double)
        if _opens(tokens, token.index) and (begun is None or not _closes(tokens, token.index)):
            open_marks[double] = token.index
        elif _closes(tokens, token.index) and begun is not None:
            pairs.append(Quoted(begun, token.index))
            del open_marks[double]
        elif double and _closes(tokens, token.index) and not pairs:
            speech.update(range(token.index))
    if True in open_marks:
        speech.update(range(open_marks[True] + 1, len(tokens)))
    for pair in pairs:
        if _words(tokens, pair) > MOST_WORDS or (
            len(pair.inner) > 1 and any(_is_finite(tokens, i) for i in pair.inner)
        ):
            speech.update(pair.inner)
    return Quotations(tuple(sorted(pairs, key=lambda p: p.opening)), frozenset(speech))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a mark can open: after a space or a bracket, right before a word."""
    if tokens[at].text in ("“", "„", "«", "‘"):
        return True
    if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end or tokens[at].text in ("”", "»", "’"):
        return False
    before = tokens[at - 1] if at else None
    return before is None or before.end < tokens[at].start or before.text in _BEFORE | MARKS


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a mark can close: right after a word or a stop."""
    if tokens[at].text in ("“", "„", "«", "‘") or at == 0:
        return tokens[at].text == "“" and at > 0
    return tokens[at].text in ("”", "»") or tokens[at - 1].end == tokens[at].start


def _words(tokens: Sequence[Token], pair: Quoted) -> int:
    """Return how many words stand between two marks; what a hyphen joins is one word."""
    return sum(i == pair.opening + 1 or tokens[i].start > tokens[i - 1].end for i in pair.inner)


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].tag in _FINITE and tokens[at].text == tokens[at].lower


def scare_quotes(reading: Reading, quotations: Quotations, lexicon: DistanceLexicon) -> Iterator[tuple[Quoted, int]]:
    """Yield the labels in quotation marks that an outlet will not own, each with the token after the noun it bears on."""
    for pair in quotations.pairs:
        if pair.opening in quotations.speech or not 0 < _words(reading.tokens, pair) <= MOST_WORDS:
            continue
        inner = [
            reading.tokens[i] for i in pair.inner if reading.tokens[i].pos != "PUNCT" or reading.tokens[i].text == "-"
        ]
        if _has_label(inner, lexicon) and _could_be_label(reading, inner) and not _is_uttered(reading, pair, lexicon):
            yield pair, bears_on(reading, pair)


def _has_label(inner: Sequence[Token], lexicon: DistanceLexicon) -> bool:
    """Return whether a stretch holds a label and no judgement; a capital counts only where it opens the sentence."""
    text = "".join(f"{' ' * (t.start > before)}{t.text}" for before, t in zip(_ends(inner), inner, strict=True))
    written = {*text.split(), *(t.lower if t.index == 1 else t.text for t in inner)}
    return not lexicon.labels.isdisjoint(written) and lexicon.judgement.isdisjoint(t.lower for t in inner)


def _ends(tokens: Sequence[Token]) -> list[int]:
    """Return for each token where the one before it ends."""
    return [tokens[0].start, *(t.end for t in tokens[:-1])] if tokens else []


def _could_be_label(reading: Reading, inner: Sequence[Token]) -> bool:
    """Return whether a stretch is a noun phrase or participle: no number, no preposition but "of", no object of its own."""
    if not inner or inner[0].tag in ("DT", "IN", "TO", "PRP", "PRP$", "VB", "CC", "UH", "MD"):
        return False
    if any(t.pos == "NUM" or t.index in reading.quantity_at or t.tag in ("PRP", "TO") for t in inner):
        return False
    if any(
        (t.tag == "IN" and t.lower != "of") or (t.dep == "dobj" and t.head in range(inner[0].index, t.index))
        for t in inner
    ):
        return False
    return len(inner) == 1 or inner[-1].pos in ("NOUN", "PROPN", "ADJ")


def _is_uttered(reading: Reading, pair: Quoted, lexicon: DistanceLexicon) -> bool:
    """Return whether a stretch is what somebody is said to call a thing, or right after a verb of utterance."""
    tokens = reading.tokens
    at = pair.opening - 1
    while at >= 0 and (
        tokens[at].tag in ("DT", "PRP$", "CC", ",") or tokens[at].pos == "ADJ" or tokens[at].lower == "as"
    ):
        at -= 1
    if at > 0 and tokens[at].lower in ("for", "to"):
        at -= 1
    before = tokens[at].lemma if at >= 0 else ""
    if before in lexicon.naming or before in lexicon.uttering:
        return True
    if before == "be" and tokens[at].pos == "AUX" and tokens[pair.opening + 1].pos != "VERB":
        return True
    if any(tokens[i].lower == "as" for i in range(max(0, pair.opening - 3), pair.opening)):
        return any(t.lemma in lexicon.naming for t in tokens[: pair.opening])
    outside = (tokens[tokens[i].head] for i in pair.inner if not pair.opening < tokens[i].head < pair.closing)
    return any(t.lemma in lexicon.naming and t.index < pair.opening and t.pos == "VERB" for t in outside)


def bears_on(reading: Reading, pair: Quoted) -> int:
    """Return the token after the noun that a quoted label belongs to: "terrorist" [rocket attacks]."""
    tokens = reading.tokens
    end = pair.closing + 1
    head = max((tokens[i].head for i in pair.inner), default=pair.closing)
    if head <= pair.closing or tokens[head].pos not in ("NOUN", "PROPN"):
        return end
    between = all(tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM") or tokens[i].tag == "HYPH" for i in range(end, head))
    return head + 1 if between else end
