"""Trees of headlines, whose commas stand for "and" and whose verbs look like nouns, put right."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.annotate.english_tree import TOLLS, below
from reportedly.annotations import Token

_MEETING: Final = frozenset("clash fight battle trade exchange skirmish".split())
_PEOPLE: Final = frozenset(
    "leader member commander suspect militant fighter gunman man activist journalist official spy cell operative".split()
)


def mend_headlines(tokens: list[Token], index: int) -> None:
    """Put right what goes wrong at a token of a headline."""
    _two_sides(tokens, index)
    _arresting(tokens, index)
    _after_a_comma(tokens, index)


def _two_sides(tokens: list[Token], index: int) -> None:
    """Join the army to the rebels in "Army, rebels clash near X", read as a word aside."""
    first = tokens[index]
    verb = tokens[first.head]
    if index or first.dep != "dep" or verb.lemma not in _MEETING or tokens[index + 1].text != ",":
        return
    other = next((t for t in tokens[index + 2 : verb.index] if t.head == verb.index and t.dep == "nsubj"), None)
    if other is not None and other.index == verb.index - 1:
        tokens[index] = replace(first, dep="nsubj")
        tokens[other.index] = replace(other, dep="conj", head=index)


def _arresting(tokens: list[Token], index: int) -> None:
    """Make "arrest" the verb of "X and Y arrest Z leader in A", read as a noun before or beside the leader."""
    word = tokens[index]
    if word.lower != "arrest" or word.tag != "NN" or not index or any(t.tag.startswith("VB") for t in tokens):
        return
    whom = next((t for t in tokens[index + 1 : index + 6] if t.lemma in _PEOPLE), None)
    if whom is None or not (word.head == whom.index or (whom.head == index and whom.dep == "appos")):
        return
    doers = [t for t in tokens[:index] if t.head in (index, whom.index) and t.dep in ("compound", "nmod", "amod")]
    if not doers:
        return
    tokens[index] = replace(word, pos="VERB", tag="VBP", dep="ROOT", head=index)
    tokens[whom.index] = replace(whom, dep="dobj", head=index)
    for doer in doers[:-1]:
        tokens[doer.index] = replace(doer, dep="compound", head=doers[-1].index)
    tokens[doers[-1].index] = replace(doers[-1], dep="nsubj", head=index)


def _after_a_comma(tokens: list[Token], index: int) -> None:
    """Make two tellings of "Guard killed in X, shelling kills four in Y", read as one within the other."""
    verb = tokens[index]
    top = tokens[verb.head]
    told = verb.tag in ("VBZ", "VBD") and verb.dep == "advcl" and top.dep == "ROOT" and top.index < index
    if not told or verb.lemma not in TOLLS or top.lemma not in TOLLS:
        return
    own = [t for t in tokens if t.head == index]
    subject = next((t for t in own if t.dep == "nsubj" and t.index < index), None)
    if subject is None or any(t.dep in ("mark", "advmod", "aux") for t in own):
        return
    start = min(t.index for t in tokens if below(tokens, t.index, subject.index))
    if start and tokens[start - 1].text == ",":
        tokens[index] = replace(verb, dep="parataxis")
