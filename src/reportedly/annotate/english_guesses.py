"""Mend sentences whose doers are told by a guess: "men believed to be rebels attacked" is read as "men believed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotations import Token

_GUESSED: Final = frozenset("believed thought suspected presumed understood alleged reported said".split())
_BEING: Final = frozenset("be belong come".split())
_BESIDE: Final = frozenset({",", '"', "“", "'", "‘", "("})
"""Signs between the noun and the guess: 'jets "believed to belong to X" struck'."""

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})


def mend_guess(tokens: list[Token], index: int) -> None:
    """Make a guess about a noun its attribute, and what the noun did the verb of the sentence."""
    noun = _guessed_noun(tokens, index)
    if noun is None:
        return
    verb = _told_of_it(tokens, index) or _taken_for_attribute(tokens, index)
    if verb is None:
        if tokens[index].dep == "acl":
            tokens[index] = replace(tokens[index], tag="VBN")
        return
    guess, top = tokens[index], tokens[verb]
    if top.head == index:
        dep, head = (guess.dep, verb) if guess.head == index else (guess.dep, guess.head)
        tokens[verb] = replace(top, dep=dep, head=head)
    passive = any(t.head == verb and t.dep == "auxpass" for t in tokens)
    for child in tokens:
        if child.head == index and child.index > verb:
            tokens[child.index] = replace(child, head=verb)
        elif child.head == verb and child.dep.startswith("nsubj") and index < child.index < verb:
            tokens[child.index] = replace(child, dep="attr", head=index + 2)
    tokens[noun] = replace(tokens[noun], dep="nsubjpass" if passive else "nsubj", head=verb)
    tokens[index] = replace(guess, tag="VBN", dep="acl", head=noun)


def _guessed_noun(tokens: Sequence[Token], index: int) -> int | None:
    """Return the noun before "believed to be", which no helper verb makes the verb of its clause."""
    after = [t.lower for t in tokens[index + 1 : index + 3]]
    if tokens[index].lower not in _GUESSED or after[:1] != ["to"] or after[1:] == [] or after[1] not in _BEING:
        return None
    if tokens[index + 2].dep.startswith("aux"):
        return None  # "strikes believed to be carried out"
    at = index - 1
    while at > 0 and (tokens[at].text in _BESIDE or tokens[at].dep in ("advmod", "quantmod")):
        at -= 1
    while tokens[index].dep != "acl" and tokens[at].head < at and tokens[at].dep in ("pobj", "prep", "compound"):
        at = tokens[at].head
    helped = any(t.head == index and t.dep in ("aux", "auxpass") and t.index < index for t in tokens)
    return at if at >= 0 and tokens[at].pos in ("NOUN", "PROPN", "NUM") and not helped else None


def _told_of_it(tokens: Sequence[Token], index: int) -> int | None:
    """Return the finite verb after a guess, in the same clause."""
    for token in tokens[index + 3 :]:
        if token.dep in ("relcl", "acl", "mark") or token.lower in ("who", "which", "that", "and", ";"):
            return None
        helped = any(t.head == token.index and t.dep in ("aux", "auxpass") and t.index > index for t in tokens)
        finite = token.tag in _FINITE or (token.tag == "VBN" and helped)
        if finite and token.dep not in ("aux", "auxpass") and token.pos in ("VERB", "AUX"):
            return token.index if token.head in (index, token.index) or tokens[index].head == token.index else None
    return None


def _taken_for_attribute(tokens: list[Token], index: int) -> int | None:
    """Return "bombed" of "planes believed to be Russian bombed Sarmin", read as a bombed town, made a verb."""
    verb = next((t for t in tokens[index + 3 :] if t.tag == "VBN" and t.dep == "amod"), None)
    before = tokens[verb.index - 1] if verb is not None else None
    if verb is None or before is None or before.pos not in ("ADJ", "PROPN", "NOUN") or before.index <= index + 2:
        return None
    town, being = tokens[verb.head], index + 2
    if town.index < verb.index or town.head != being or town.dep != "attr":
        return None
    for child in tokens[index + 3 :]:
        if (child.head == town.index and child.index < verb.index) or (
            child.head == verb.index and child.index < verb.index
        ):
            tokens[child.index] = replace(child, dep="acomp", head=being)
        elif child.head == being and child.index > town.index:
            tokens[child.index] = replace(child, head=verb.index)
    tokens[town.index] = replace(town, dep="dobj", head=verb.index)
    tokens[verb.index] = replace(verb, pos="VERB", tag="VBD", dep="ccomp", head=index)
    return verb.index
