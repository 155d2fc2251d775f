"""What the parse tree says of an actor's words: definite, speaking, a place, a noun of its own."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import ActorLexicon
from reportedly.annotate.actors_phrases import Phrase
from reportedly.annotations import Token

_TOWNS = frozenset(
    "capital city town central eastern western northern southern north south east west northeast "
    "northwest southeast southwest downtown greater rural".split()
)
_DATELINE = ("(", "–", "—", "-", ".", ":")
"""What follows the country in a dateline or at the end of an address."""
_LOCATIVE = frozenset(
    "in from to into across near inside outside throughout around within at toward towards through via over onto off "
    "between along of".split()
)
_MODIFIERS = ("compound", "amod", "nmod")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")


def is_noun(item: Item, tokens: Sequence[Token]) -> bool:
    """Return True where the words are a noun of their own and modify no other."""
    if not tokens:
        return True
    token = tokens[item.last]
    if is_title(token, tokens):
        return True
    return (token.pos in ("NOUN", "PROPN", "X") or token.dep in _ARGUMENTS) and token.dep not in _MODIFIERS


def is_title(token: Token, tokens: Sequence[Token]) -> bool:
    """Return True for ``lawmaker`` in ``lawmaker Sara Obeid``: a singular before a person's name."""
    governor = tokens[token.head]
    named = governor.pos == "PROPN" and governor.index > token.index and governor.text[:1].isupper()
    return token.dep in _MODIFIERS and named and token.tag == "NN" and not governor.text.isupper()


def is_doer(token: Token, tokens: Sequence[Token], verbs: frozenset[str]) -> bool:
    """Return True for the subject of an active verb of ``verbs``, and for who such a thing was done by."""
    lead = lead_of(token, tokens)
    verb = tokens[lead.head]
    if lead.dep == "pobj" and verb.lower == "by":
        return tokens[verb.head].lemma in verbs
    return lead.dep == "nsubj" and verb.lemma in verbs


def is_patient(token: Token, tokens: Sequence[Token]) -> bool:
    """Return True for a direct object, the subject of a passive, and the ``X`` of ``the killing of X``."""
    lead = lead_of(token, tokens)
    if lead.dep == "pobj":
        return tokens[lead.head].lower in ("of", "against", "at", "on")
    return lead.dep in ("dobj", "nsubjpass")


def is_person(phrase: Phrase, item: Item, tokens: Sequence[Token]) -> bool:
    """Return False for a person's word that modifies another noun (``child labour``), save ``civilian``."""
    if not tokens or not phrase.nouns or phrase.nouns[-1] is not item or item.text in ("civilian", "civilians"):
        return True
    token = tokens[item.last]
    if token.dep == "poss" or token.dep not in _MODIFIERS or token.head <= token.index:
        return True
    return is_title(token, tokens)


def is_definite(phrase: Phrase, tokens: Sequence[Token], lexicon: ActorLexicon) -> bool:
    """Return True for a phrase after ``the``, ``these``, ``its``."""
    if not tokens:
        return False
    before = phrase.first - 1
    return before >= 0 and tokens[before].lower in lexicon.words("definite") | {"its", "his", "their", "these"}


def possessor(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Return True for a phrase after ``its`` or ``their``."""
    return bool(tokens) and phrase.first > 0 and tokens[phrase.first - 1].lower in ("its", "their")


def says(item: Item, tokens: Sequence[Token], lexicon: ActorLexicon) -> bool:
    """Return True for the subject of a verb of saying, and after ``according to``."""
    if not tokens:
        return False
    token = tokens[item.last]
    governor = tokens[token.head]
    return (token.dep == "nsubj" and governor.lemma in lexicon.words("say_verbs")) or (
        token.dep == "pobj" and governor.lower == "to" and tokens[governor.head].lower == "according"
    )


def lead_of(token: Token, tokens: Sequence[Token]) -> Token:
    """Return the first of the nouns that a noun is joined to."""
    here = token
    for _ in range(len(tokens)):
        if here.dep != "conj":
            break
        here = tokens[here.head]
    return here


def is_town(owner: Item, tokens: Sequence[Token]) -> bool:
    """Return True for ``the capital Damascus``, which is the town."""
    return owner.first > 0 and tokens[owner.first - 1].lower in _TOWNS


def is_place(owner: Item, tokens: Sequence[Token]) -> bool:
    """Return True for ``Idlib, Syria`` and ``in Russia and Turkey``, which name places."""
    if owner.first >= 2 and tokens[owner.first - 1].text == "," and tokens[owner.last].dep in ("appos", "conj"):
        here = tokens[owner.last]
        for _ in range(3):
            here = tokens[here.head]
            if here.dep == "pobj":
                return tokens[here.head].lower in _LOCATIVE
    if owner.first >= 1 and tokens[owner.first - 1].lower in _TOWNS:
        return True
    if owner.first >= 2 and tokens[owner.first - 1].text == "," and tokens[owner.first - 2].text[:1].isupper():
        after = tokens[owner.last + 1].text if owner.last + 1 < len(tokens) else "."
        if tokens[owner.last].dep in ("appos", "ROOT", "dep") or after in _DATELINE:
            return True
    here = tokens[owner.last]
    governor = tokens[here.head]
    if here.dep == "pobj" and tokens[governor.head].lemma in ("border", "frontier", "crossing"):
        return True
    for _ in range(4):
        if here.dep not in ("conj", "appos"):
            break
        here = tokens[here.head]
    return here.dep == "pobj" and tokens[here.head].lower in _LOCATIVE - {"between", "of"}
