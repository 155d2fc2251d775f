"""The two sides of "fighting between A and B": trees that lose one of them or take "fighting" for a verb, put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotations import Token

_FIGHTS: Final = frozenset(
    "fighting clash battle combat firefight gunfight gunbattle skirmish shootout confrontation fire hostility".split()
)
"""Nouns of a fight, after which "between" names its sides."""

_PLACED: Final = frozenset({"between", "in", "near", "around", "at", "on", "along", "across"})
"""What follows "fighting" where it is the fight and not what somebody does."""


def mend_fight(tokens: list[Token], index: int) -> None:
    """Make "fighting" before a preposition a noun, and what stands on both sides of "between A and B" its two sides."""
    word, after = tokens[index], tokens[index + 1]
    if word.lower == "fighting" and word.tag == "VBG" and after.lower in _PLACED and _opens(tokens, index):
        verb = tokens[word.head]
        dep = (
            "nsubj"
            if word.dep == "advcl" and verb.index > index and not _subject(tokens, verb.index, index)
            else word.dep
        )
        tokens[index] = replace(word, lemma="fighting", pos="NOUN", tag="NN", dep="nsubj" if dep == "csubj" else dep)
    if after.lower == "between" and tokens[index].lemma in _FIGHTS and tokens[index].pos == "NOUN":
        _part_sides(tokens, index, after.index)


def mend_those_hit(tokens: list[Token], index: int) -> None:
    """Make "protesters" whom "fired at protesters marching to the palace" tells as fired at, read as who march."""
    verb = tokens[index]
    before = tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "pcomp" or before.lower not in ("at", "on", "against", "into"):
        return
    those = next((t for t in tokens if t.head == index and t.dep == "nsubj" and t.index > before.index), None)
    if those is not None and those.tag in ("NN", "NNS"):
        tokens[those.index] = replace(those, dep="pobj", head=before.index)
        tokens[index] = replace(verb, dep="acl", head=those.index)


def mend_series(tokens: list[Token], index: int) -> None:
    """Join "burned" to "sacked" in "Rebels sacked the town, burned the palace and killed two", read as loose from it."""
    verb = tokens[index]
    above = tokens[verb.head]
    if (
        verb.dep != "dep"
        or verb.tag != "VBD"
        or above.tag != "VBD"
        or above.index > index
        or tokens[index - 1].text != ","
    ):
        return
    owned = [t for t in tokens if t.head == index]
    if not any(t.dep.startswith("nsubj") for t in owned) and any(t.dep == "conj" and t.tag == "VBD" for t in owned):
        tokens[index] = replace(verb, dep="conj")


_UNITS: Final = frozenset({"mile", "kilometre", "kilometer", "km", "metre", "meter"})


def mend_distance(tokens: list[Token], index: int) -> None:
    """Part "missile" from the miles in "was hit by a missile 45 nautical miles off Nishtun", read as a kind of miles."""
    noun = tokens[index]
    unit = tokens[noun.head]
    if noun.dep not in ("nmod", "compound") or unit.lemma not in _UNITS or unit.index <= index or noun.pos != "NOUN":
        return
    if unit.dep not in ("pobj", "dobj", "nsubj") or tokens[index + 1].tag != "CD":
        return
    tokens[index] = replace(noun, dep=unit.dep, head=unit.head)
    tokens[unit.index] = replace(unit, dep="npadvmod", head=index)
    for token in tokens:
        if token.head == index and token.index > index and token.tag == "CD":
            tokens[token.index] = replace(token, head=unit.index)
        elif token.head == unit.index and token.index < index:
            tokens[token.index] = replace(token, head=index)


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a gerund opens its clause and nobody is named whose doing it is."""
    return index == 0 or tokens[index - 1].pos in ("PUNCT", "ADJ", "DET", "SCONJ", "CCONJ")


def _subject(tokens: Sequence[Token], verb: int, after: int) -> bool:
    """Return whether a verb has a subject that is no side of a fight told before it: one after a comma."""
    subjects = [t.index for t in tokens if t.head == verb and t.dep in ("nsubj", "nsubjpass") and t.index > after]
    return any(any(t.text == "," for t in tokens[after:subject]) for subject in subjects)


def _part_sides(tokens: list[Token], fight: int, between: int) -> None:
    first = next((t for t in tokens if t.head == between and t.dep == "pobj"), None)
    joint = next((t for t in tokens[between + 1 :] if t.lower == "and" or t.pos in ("VERB", "AUX")), None)
    if first is None or joint is None or joint.lower != "and" or not between + 1 < joint.index < len(tokens) - 1:
        return
    if joint.index < first.index:
        _split(tokens, between, joint, first)
    elif not any(t.head == first.index and t.dep == "conj" for t in tokens):
        _rejoin(tokens, fight, joint, first)


def _split(tokens: list[Token], between: int, joint: Token, last: Token) -> None:
    """Make "Hamas" a side of its own in "between Hamas and Israeli forces", read as a word before "forces"."""
    name = tokens[joint.index - 1]
    if name.pos != "PROPN" or joint.head not in range(between + 1, joint.index):
        return
    for token in tokens[between + 1 : last.index]:
        if token.index < name.index and not between < token.head < token.index:
            tokens[token.index] = replace(token, head=name.index)
        elif token.index > joint.index and token.head < joint.index:
            tokens[token.index] = replace(token, dep="amod", head=last.index)
    tokens[name.index] = replace(name, dep="pobj", head=between)
    tokens[joint.index] = replace(joint, dep="cc", head=name.index)
    tokens[last.index] = replace(last, dep="conj", head=name.index)


def _rejoin(tokens: list[Token], fight: int, joint: Token, first: Token) -> None:
    """Make "the army" a side in "fighting between rebels and the army left two dead", read as who left them."""
    verb = tokens[tokens[fight].head]
    other = next((t for t in tokens[joint.index + 1 :] if t.dep == "nsubj" and t.head == verb.index), None)
    if verb.index < joint.index or other is None or other.index > verb.index:
        return
    if any(t.pos in ("VERB", "PUNCT", "ADP") for t in tokens[joint.index + 1 : other.index]):
        return
    tokens[other.index] = replace(other, dep="conj", head=first.index)
    tokens[joint.index] = replace(joint, dep="cc", head=first.index)
    tokens[fight] = replace(tokens[fight], dep="nsubj")
