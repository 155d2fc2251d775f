"""What is guessed of somebody right after his noun («مسلحون يعتقد أنهم من تنظيم كذا هاجموا», «طائرات يرجح أنها روسية»).

It is read as English has it, "gunmen believed to belong to": beside the noun, so that the sentence goes on without it.
"""

from __future__ import annotations

from typing import Final

from reportedly.annotate.arabic_chunks import Phrase
from reportedly.annotate.arabic_kinds import DOERS, arms, peoples, persons
from reportedly.annotate.arabic_nodes import Node, left_out
from reportedly.annotate.arabic_state import State
from reportedly.annotate.arabic_words import Piece

_GUESSING: Final = frozenset({"believe", "suspect", "think", "suggest"})
"""Senses of the verbs of guessing, in the present and nobody's."""

_BELONGING: Final = frozenset({"belong", "follow", "affiliated", "loyal", "affiliation", "backing", "loyalty"})
"""Words that say whose somebody is."""

_COMMAS: Final = frozenset({"،", ","})


def guess(s: State, at: int) -> int | None:
    """Read a guess about the noun before the verb at a unit; return the unit to go on from, ``None`` if it is none."""
    noun = _guessed_of(s, at)
    if noun is None:
        return None
    here = at + 1
    if s.chunks.cat(here) == "prep" and s.units[here].first.form in ("ب", "في"):
        here += 1
    said = _said(s, here)
    if said is None:
        return None
    start, whose, end = said
    verb = s.put(at)
    verb.lemma, verb.lower, verb.tag = "believe", "believed", "VBN"
    verb.hang(noun, "acl")
    for unit in range(at + 1, start):
        s.put(unit).hang(verb, "mark")
    _being(s, verb, (start, whose, end))
    if s.comma and s.chunks.cat(end) == "punct" and s.units[end].first.form in _COMMAS:
        s.put(end).hang(verb, "punct")
        end += 1
    s.comma = False
    return end


def _guessed_of(s: State, at: int) -> Node | None:
    """Return the indefinite noun of a doer, person or weapon that a verb of guessing stands after, or ``None``."""
    analysis = s.units[at].analysis
    nobody = analysis.tense == "present" and analysis.number == "sg" and not analysis.feminine
    if analysis.sense not in _GUESSING or not nobody or s.last is None:
        return None
    before = s.units[at - 1]
    if before.cat not in ("noun", "adj", "propn", "num") and before.first.form not in _COMMAS:
        return None
    kinds = DOERS | persons() | arms()
    nouns = [n for n in s.last.chain if n.pos == "NOUN" and n.lemma in kinds]
    return next((n for n in reversed(nouns) if not n.definite), None)


def _said(s: State, at: int) -> tuple[int, Phrase | None, int] | None:
    """Return where what is guessed begins, the phrase of whose he is, and where it ends; ``None`` where it is not told so."""
    unit = s.units[at] if at < len(s.units) else None
    if unit is None:
        return None
    if unit.cat == "comp" and unit.pieces[-1].form.endswith(("ه", "ها", "هم", "هما")):
        return _told_of(s, at + 1)
    if unit.sense in _BELONGING and s.chunks.cat(at + 1) == "enc":
        whose = _governed(s, at + 2)
        return (at, whose, whose.next) if whose is not None else None
    return None


def _nation(piece: Piece) -> str:
    """Return the English adjective of a state that a word can be («روسية»)."""
    return next((a.sense for a in piece.analyses if a.sense in peoples()), "")


def _told_of(s: State, at: int) -> tuple[int, Phrase | None, int] | None:
    """Return the same of what follows «أنهم»."""
    while s.chunks.cat(at) == "be":
        at += 1
    unit = s.units[at] if at < len(s.units) else None
    if unit is None:
        return None
    if unit.cat == "prep" or unit.sense in _BELONGING:
        whose = _governed(s, at if unit.cat == "prep" else at + 1)
        return (at, whose, whose.next) if whose is not None else None
    if unit.sense in peoples() or unit.cat == "propn" or (unit.cat == "adj" and not unit.definite):
        return at, None, at + 1
    phrase = s.chunks.read(at) if s.chunks.opens(at) is not None else None
    if phrase is None or phrase.head.lemma not in DOERS:
        return None
    whose = _governed(s, phrase.next)
    return at, phrase, whose.next if whose is not None else phrase.next


def _governed(s: State, at: int) -> Phrase | None:
    """Return the phrase after من, إلى, ل or ب, or right there («يتبعون تنظيم كذا»)."""
    if s.chunks.cat(at) == "prep":
        if s.units[at].pieces[-1].form not in ("من", "الي", "ل", "ب", "علي"):
            return None
        at += 1
    return s.chunks.read(at) if s.chunks.opens(at) is not None else None


def _being(s: State, verb: Node, said: tuple[int, Phrase | None, int]) -> None:
    """Put what is guessed below its verb, as "to be X", "to be from X" or "to belong to X"."""
    start, whose, end = said
    first = s.units[start]
    if first.sense in _BELONGING:
        being = s.put(start)
        being.lemma = being.lower = "belong"
        being.pos, being.tag = "VERB", "VB"
        start += 1
    else:
        being = left_out(first.first.start, "be", "VERB", "VB")
        s.nodes.append(being)
    being.hang(verb, "xcomp")
    while start < end and s.units[start].cat == "enc":
        s.put(start).hang(being, "dep")
        start += 1
    upper, dep = being, "attr" if whose is not None else "acomp"
    while start < end:
        if s.units[start].cat == "prep":
            upper, dep = s.put(start), "pobj"
            upper.hang(being, "prep")
            start += 1
            continue
        phrase = s.chunks.read(start) if whose is not None and s.chunks.opens(start) is not None else None
        if phrase is None:
            one = s.put(start)
            one.lower = _nation(s.units[start].first) or one.lower
            one.hang(upper, dep)
            start += 1
            continue
        phrase.head.hang(upper, dep)
        s.nodes += phrase.nodes
        start = phrase.next
