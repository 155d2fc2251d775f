"""Words that the parser ties to the noun after them, put right: "baton-charged", "looting shops", "villagers hostage"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotations import Token

_PEOPLE: Final = frozenset({"hostage", "captive", "prisoner"})
"""What somebody is taken or held as, a noun in the singular beside the noun of those who are taken."""

_REACH: Final = 12
"""Words between the verb and "hostage", set by hand: a clause of more ("took … from … in …") ends in a comma first."""

_HOLDING: Final = frozenset({"take", "hold", "keep"})


def mend_compounds(tokens: list[Token], index: int) -> None:
    """Put right the word at an index where it is tied to the noun after it."""
    _hyphened_verb(tokens, index)
    _gerund_before_object(tokens, index)
    _deed_before_verb(tokens, index)
    _taken_captive(tokens, index)


def _hyphened_verb(tokens: list[Token], index: int) -> None:
    """Make "police" the doer in "police baton-charged", read as a word before "baton" or as one more adverb."""
    hyphen, verb = tokens[index], tokens[index + 1]
    if hyphen.text != "-" or index < 2 or verb.head == index or verb.tag not in ("VBD", "VBN"):
        return
    means, noun = tokens[index - 1], tokens[index - 2]
    joined = means.end == hyphen.start and hyphen.end == verb.start
    if joined and verb.dep == "amod" and verb.head > verb.index:
        _verb_before_root(tokens, noun, means, verb)
        return
    loose = noun.head in (means.index, verb.index) and noun.dep in ("compound", "npadvmod", "nmod")
    if not joined or means.pos != "NOUN" or noun.pos not in ("NOUN", "PROPN") or not loose:
        return
    if any(t.head == verb.index and t.dep == "nsubj" and t.index not in (means.index, noun.index) for t in tokens):
        return
    for child in tokens[: means.index]:
        if child.head == means.index:
            tokens[child.index] = replace(child, head=noun.index)
    tokens[noun.index] = replace(noun, dep="nsubj", head=verb.index)
    tokens[means.index] = replace(means, dep="npadvmod", head=verb.index)
    tokens[verb.index] = replace(verb, tag="VBD")


def _verb_before_root(tokens: list[Token], noun: Token, means: Token, verb: Token) -> None:
    """Put the verb of "Police baton-charged relatives of the missing" on top, read as a noun phrase without one."""
    top = tokens[verb.head]
    verbless = top.dep == "ROOT" and top.pos == "NOUN" and noun.dep in ("compound", "nmod") and noun.head == top.index
    if not verbless or any(t.head == top.index and t.tag in ("VBD", "VBZ", "VBP") for t in tokens):
        return
    for child in tokens:
        if child.head == top.index and (child.index < noun.index or child.dep == "punct" or child.lower in _WHEN):
            tokens[child.index] = replace(child, head=verb.index)
    tokens[noun.index] = replace(noun, dep="nsubj", head=verb.index)
    tokens[means.index] = replace(means, dep="npadvmod", head=verb.index)
    tokens[verb.index] = replace(verb, tag="VBD", pos="VERB", dep="ROOT", head=verb.index)
    tokens[top.index] = replace(top, dep="dobj", head=verb.index)


_WHEN: Final = frozenset({"on", "in", "at", "near", "during", "after", "with", "using"})
"""Prepositions of what is told of the deed and not of those it was done to."""


def _gerund_before_object(tokens: list[Token], index: int) -> None:
    """Make "shops" what "men went from house to house, looting shops" tells as looted, read as a kind of shops."""
    verb, noun = tokens[index], tokens[index + 1]
    tied = verb.tag == "VBG" and verb.dep in ("compound", "amod") and verb.head == noun.index
    if not tied or not index or tokens[index - 1].text != "," or noun.tag != "NNS":
        return
    above = tokens[noun.head]
    if above.index >= index or above.pos != "VERB" or noun.dep not in ("advcl", "dobj", "conj", "dep"):
        return
    if any(t.head == noun.index and t.index < index for t in tokens):
        return
    for child in tokens[noun.index + 1 :]:
        if child.head == noun.index and child.dep in ("conj", "cc", "advcl", "punct"):
            tokens[child.index] = replace(child, head=index)
    tokens[index] = replace(verb, dep="advcl", head=above.index)
    tokens[noun.index] = replace(noun, dep="dobj", head=index)


_STRIKING: Final = frozenset({"shelling", "bombing", "shooting", "looting", "fighting", "infighting"})


def _deed_before_verb(tokens: list[Token], index: int) -> None:
    """Make "shelling" what hit in "Heavy shelling hit the town", read as how something heavy did."""
    deed, verb = tokens[index], tokens[index + 1]
    if deed.lower not in _STRIKING or deed.dep not in ("advmod", "amod") or deed.head != verb.index or not index:
        return
    before = tokens[index - 1]
    owned = [t for t in tokens if t.head == verb.index and t.dep.startswith("nsubj") and t.index != before.index]
    if verb.tag not in ("VBD", "VBZ", "VBP") or owned or before.pos not in ("ADJ", "NOUN", "PROPN"):
        return
    if before.head not in (verb.index, index):
        return
    tokens[index] = replace(deed, lemma=deed.lower, pos="NOUN", tag="NN", dep="nsubj")
    tokens[before.index] = replace(before, dep="amod" if before.pos == "ADJ" else "compound", head=index)
    for child in tokens[: before.index]:
        if child.head == before.index and child.dep in ("amod", "det", "compound"):
            tokens[child.index] = replace(child, head=index)


def _taken_captive(tokens: list[Token], index: int) -> None:
    """Make "villagers" whom "took 20 villagers hostage" tells as taken, read as a word before "hostage".

    To take prisoner is to capture, a deed of war and no abduction.
    """
    word = tokens[index]
    if word.lower not in _PEOPLE or not index:
        return
    verb = _taking(tokens, index)
    if verb is None:
        return
    those = tokens[index - 1]
    if those.dep == "compound" and those.head == index:
        for child in tokens[verb.index + 1 : those.index]:
            if child.head == index:
                tokens[child.index] = replace(child, head=those.index)
        tokens[those.index] = replace(those, dep="dobj" if word.dep != "pobj" else "pobj", head=word.head)
    for child in tokens[verb.index + 1 : index]:
        if child.dep.startswith("nsubj") and child.head == index:
            tokens[child.index] = replace(child, dep="dobj", head=verb.index)
    for child in tokens[index + 1 :]:
        if child.head == index:
            tokens[child.index] = replace(child, head=verb.index)
    tokens[index] = replace(word, pos="NOUN", tag="NN", lemma=word.lower, dep="advmod", head=verb.index)
    if word.lower == "prisoner":
        tokens[verb.index] = replace(verb, lemma="capture")


def _taking(tokens: Sequence[Token], index: int) -> Token | None:
    """Return the verb that the noun before a word is taken or held by: no verb, stop or article lies between."""
    for token in reversed(tokens[:index]):
        if token.lemma in _HOLDING and token.pos == "VERB":
            return token if token.index < index - 1 and tokens[index - 1].pos in ("NOUN", "PROPN", "PRON") else None
        if token.pos in ("VERB", "AUX", "PUNCT") or index - token.index > _REACH:
            return None
    return None
