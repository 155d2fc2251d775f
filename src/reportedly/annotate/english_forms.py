"""Parts of speech and lemmas of English tokens from the tagger's fine tags.

spaCy's own attribute ruler and lemmatizer do the same token by token and cost a third of the parse; here the coarse tag is
a table, and each lemma is looked up once for each word and tag.
"""

from __future__ import annotations

import re
from typing import Any

_POS = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "FW": "X",
    "HYPH": "PUNCT",
    "IN": "ADP",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "LS": "X",
    "MD": "AUX",
    "NN": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "NNS": "NOUN",
    "PDT": "DET",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "RP": "ADP",
    "TO": "PART",
    "UH": "INTJ",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "WDT": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "WRB": "SCONJ",
    "$": "SYM",
    "XX": "X",
    "_SP": "SPACE",
}
"""Coarse part of speech of each Penn Treebank tag (Universal Dependencies' conversion table for English)."""

_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_PRONOUN_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"})
_DEMONSTRATIVES = frozenset(
    {"this", "that", "these", "those", "both", "all", "some", "each", "either", "neither", "another"}
)


def coarse(tag: str, dep: str, lower: str) -> str:
    """Return the Universal Dependencies part of speech of a token."""
    if tag.startswith("VB") and (dep in _AUXILIARY or lower in _BE):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "DT" and dep in _PRONOUN_HEADS and lower in _DEMONSTRATIVES:
        return "PRON"
    if tag == "TO" and dep == "prep":
        return "ADP"
    return _POS.get(tag, "PUNCT")


_INFLECTED = frozenset({"NNS", "NNPS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS"})

_IRREGULAR = {
    **dict.fromkeys(_BE, "be"),
    **dict.fromkeys(("has", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing"), "do"),
    "them": "they",
    "him": "he",
    "her": "she",
    "us": "we",
    "me": "I",
    "n't": "not",
    "n’t": "not",
    "'ll": "will",
}


_SHORT_STEM = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
"""Stems that double their last consonant before -ed and -ing: "staged" is of "stage", for "stag" gives "stagged"."""


def _undoubled(lower: str, lemma: str) -> str:
    """Return the verb in -e where the rules took the ending off a stem that would have doubled its consonant."""
    ending = lower.removeprefix(lemma)
    return f"{lemma}e" if ending in ("ed", "es", "ing") and _SHORT_STEM.fullmatch(lemma) else lemma


class Lemmas:
    """Looks up lemmas through a spaCy lemmatizer, once for each word and tag."""

    def __init__(self, lemmatizer: Any) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[str, str, str], str] = {}

    def of(self, doc: Any, index: int, lower: str, tag: str, pos: str) -> str:
        """Return the lemma of a token of a spaCy document in lower case; the document is asked only the first time."""
        key = (lower, tag, pos)
        found = self._known.get(key)
        if found is None:
            found = _IRREGULAR.get(lower, lower) if pos in ("AUX", "PRON", "PART") else None
            if found is None and tag in _INFLECTED:
                token = doc[index]
                token.pos_ = "NOUN" if pos == "PROPN" else pos
                found = self._lemmatizer.rule_lemmatize(token)[0].lower()
                found = _undoubled(lower, found) if tag.startswith("VB") else found
            found = found or lower
            self._known[key] = found
        return found
