"""Trees that the parser gets wrong in one known way each, put right: the verb of a sentence read as part of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotations import Token

_AFTER_SHOT: Final = frozenset({"dead", "and", "at"})
"""What follows "shot" where it is a verb."""

_NAMING: Final = frozenset("call name dub title code give award grant hand offer pay tell teach deny".split())
"""Verbs whose passive participle keeps an object ("a man named Samir", "a unit given new guns")."""


def mend_tree(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return a sentence's tokens with its tree put right where one of the known faults shows."""
    mended = list(tokens)
    for index in range(len(mended) - 1):
        _verb_of_gunmen(mended, index)
        _dead_victims(mended, index)
        _participle_with_object(mended, index)
        _which_killed(mended, index)
        _story_after(mended, index)
        _when_of_a_deed(mended, index)
        _past_read_as_base(mended, index)
    return tuple(mended)


def _verb_of_gunmen(tokens: list[Token], index: int) -> None:
    """Make "shot" or "opened" the verb in "gunmen on a motorcycle shot dead a man", read as a "motorcycle shot"."""
    word, after, before = tokens[index], tokens[index + 1], tokens[index - 1]
    if word.lower == "shot" and not word.tag.startswith("VB") and after.lower in _AFTER_SHOT:
        noun = word
    elif word.lower == "opened" and word.dep == "amod" and after.lower == "fire" and word.head == after.index:
        noun = after
    else:
        return
    if not index or before.pos not in ("NOUN", "PROPN") or before.head not in (index, noun.index):
        return
    top = after if after.lower == "dead" and after.head != index else tokens[_top(tokens, index)]
    if top is not after and (top.pos != "NOUN" or top.index >= index):
        return
    for child in tokens:
        if child.index in (index, top.index, noun.index):
            continue
        if child.head == noun.index and child.index < index:
            tokens[child.index] = replace(child, head=before.index)
        elif child.head == noun.index or (child.head == top.index and (top is after or child.index > index)):
            tokens[child.index] = replace(child, head=index)
    tokens[before.index] = replace(before, dep=noun.dep, head=noun.head)
    _make_verb(tokens, index, top)
    if noun is after:
        tokens[after.index] = replace(after, dep="dobj", head=index)


def _make_verb(tokens: list[Token], index: int, top: Token) -> None:
    """Put a verb where ``top`` stood: "dead" becomes its complement, a noun its subject."""
    root = top.head == top.index
    lemma = "shoot" if tokens[index].lower == "shot" else "open"
    place = (top.dep, index if root else top.head)
    tokens[index] = replace(tokens[index], pos="VERB", tag="VBD", lemma=lemma, dep=place[0], head=place[1])
    tokens[top.index] = replace(tokens[top.index], dep="acomp" if top.index > index else "nsubj", head=index)


def _top(tokens: Sequence[Token], index: int) -> int:
    """Return the topmost token above one."""
    for _ in tokens:
        if tokens[index].head == index:
            break
        index = tokens[index].head
    return index


def _dead_victims(tokens: list[Token], index: int) -> None:
    """Make "dead" what "shot dead two men" tells of them, read as dead men who were shot."""
    verb, dead = tokens[index], tokens[index + 1]
    if verb.lemma == "shoot" and verb.tag.startswith("VB") and dead.lower == "dead" and dead.dep == "amod":
        tokens[dead.index] = replace(dead, dep="acomp", head=index)


def _participle_with_object(tokens: list[Token], index: int) -> None:
    """Make the verb in "men on motorbikes gunned down a man" one: a participle with an object of its own is none."""
    verb = tokens[index]
    if verb.dep != "acl" or verb.tag != "VBN" or verb.lemma in _NAMING:
        return
    owned = [t for t in tokens if t.head == index and t.index != index]
    if not any(t.dep == "dobj" for t in owned) or any(t.dep in ("agent", "aux", "auxpass") for t in owned):
        return
    top = tokens[verb.head]
    while top.head != top.index and top.dep in ("pobj", "prep", "conj", "appos"):
        top = tokens[top.head]
    if top.head != top.index or top.pos not in ("NOUN", "PROPN", "PRON") or top.index > index:
        return
    for child in tokens:
        if child.head == top.index and child.index > index:
            tokens[child.index] = replace(child, head=index)
    tokens[top.index] = replace(tokens[top.index], dep="nsubj", head=index)
    tokens[index] = replace(verb, dep="ROOT", tag="VBD", head=index)


_TOLLS: Final = frozenset("kill wound injure leave claim".split())
_DEEDS: Final = frozenset(
    "strike airstrike attack raid shelling bombing bombardment blast explosion ambush assault shooting massacre".split()
)
"""Nouns of deeds, of which a clause with ``which`` tells the toll whatever place or day stands between."""

_LOOSE: Final = frozenset({"pobj", "prep", "appos", "conj", "npadvmod", "nummod", "compound"})


def _which_killed(tokens: list[Token], index: int) -> None:
    """Hang "which killed 13" on the strike in "the strike on the market in X on 3 May, which killed 13", not on its place."""
    verb = tokens[index]
    if verb.dep != "relcl" or verb.lemma not in _TOLLS or index < 3:
        return
    which, comma = tokens[index - 1], tokens[index - 2]
    if which.lower != "which" or comma.text != "," or tokens[verb.head].lemma in _DEEDS:
        return
    above = tokens[verb.head]
    while above.dep in _LOOSE and above.head != above.index:
        above = tokens[above.head]
        if above.lemma in _DEEDS:
            tokens[index] = replace(verb, head=above.index)
            return
    told = [t for t in tokens if t.head == above.index and t.dep in ("attr", "dobj") and t.index < index]
    if above.pos in ("VERB", "AUX") and told and told[-1].lemma in _DEEDS:
        tokens[index] = replace(verb, head=told[-1].index)


def _story_after(tokens: list[Token], index: int) -> None:
    """Make "gathered" the main verb in "A year after a strike killed 13 people, families gathered", not "killed"."""
    verb = tokens[index]
    if verb.dep != "relcl" or not verb.tag.startswith("VB"):
        return
    owned = [t for t in tokens if t.head == index and t.index < index]
    subjects = [t for t in owned if t.dep == "nsubj" and t.tag.startswith("N")]
    top = tokens[_top(tokens, index)]
    marked = any(t.head == top.index and t.dep == "mark" and t.lower == "after" for t in tokens)
    if not subjects or not marked or top.index > subjects[0].index or any(t.tag in ("WDT", "WP") for t in owned):
        return
    first = min(t.index for t in tokens if _below(tokens, t.index, subjects[0].index))
    if first < 1 or tokens[first - 1].text != ",":
        return
    tokens[index] = replace(verb, dep="ROOT", head=index)
    tokens[top.index] = replace(top, dep="advcl", head=index)


def _below(tokens: Sequence[Token], index: int, above: int) -> bool:
    """Tell whether a token hangs, at any depth, from another."""
    for _ in tokens:
        if index == above:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False


def _when_of_a_deed(tokens: list[Token], index: int) -> None:
    """Make what "killed ... and 20 others injured on Friday when a jet bombed it" tells the deed's when, no word on Friday."""
    verb = tokens[index]
    if verb.dep != "relcl" or verb.pos not in ("VERB", "AUX"):
        return
    first = min((t.index for t in tokens if t.head == index and t.index != index), default=index)
    if tokens[first].lower != "when" or tokens[first].index > index:
        return
    above = tokens[verb.head]
    while above.head != above.index and above.pos not in ("VERB", "AUX"):
        above = tokens[above.head]
    if above.pos in ("VERB", "AUX") and above.index < first:
        tokens[index] = replace(verb, dep="advcl", head=above.index)


_PASTS: Final = {
    "retook": "retake",
    "overtook": "overtake",
    "undertook": "undertake",
    "withstood": "withstand",
    "overran": "overrun",
    "overthrew": "overthrow",
    "outran": "outrun",
    "outfought": "outfight",
    "rewon": "rewin",
    "reentered": "reenter",
}
"""Past forms of rare verbs that taggers take for the base form or a noun ("the army retook the town")."""


def _past_read_as_base(tokens: list[Token], index: int) -> None:
    """Make a past form that reads as a base form the past of its verb."""
    word = tokens[index]
    lemma = _PASTS.get(word.lower)
    if lemma is not None and not any(t.dep == "aux" and t.head == index for t in tokens):
        tokens[index] = replace(word, lemma=lemma, pos="VERB", tag="VBD" if word.tag != "VBN" else "VBN")
