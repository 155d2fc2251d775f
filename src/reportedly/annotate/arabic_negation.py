"""What an Arabic negation does to the words after it: the short form of a verb, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.arabic_lexicon import Analysis
from reportedly.annotate.arabic_nodes import left_out
from reportedly.annotate.arabic_state import State
from reportedly.annotate.arabic_words import Piece, analyses_of

SHORT = 3
"""Letters of a verb that lost its long vowel, at least («يصب»)."""


def lengthen(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the verbs read that «لم» shortens («لم يصب أحد»: يصاب)."""
    found = list(pieces)
    for at in range(1, len(found)):
        piece = found[at]
        if found[at - 1].form != "لم" or piece.kind != "word" or piece.analyses or len(piece.form) < SHORT:
            continue
        analyses = _whole(piece.form)
        if analyses:
            senses, cats = frozenset(a.sense for a in analyses), frozenset(a.cat for a in analyses)
            found[at] = replace(piece, analyses=analyses, senses=senses, cats=cats)
    return found


def _whole(form: str) -> tuple[Analysis, ...]:
    """Return what a present verb is once its long vowel is put back."""
    for vowel in "اوي":
        told = tuple(a for a in analyses_of(form[:-1] + vowel + form[-1]) if a.cat == "be" or a.tense == "present")
        if told:
            return told
    return ()


def reach_over_or(s: State) -> None:
    """Let what negates a verb negate the one joined to it by «أو» («لم يقتل أو يجرح أحد»)."""
    for clause in s.clauses:
        verb, upper = clause.verb, clause.verb.head
        if verb.dep != "conj" or upper is None or upper.pos != "VERB":
            continue
        at, above = s.nodes.index(verb), s.nodes.index(upper)
        between = s.nodes[above + 1 : at]
        own = any(n.head is verb and n.dep == "neg" for n in s.nodes)
        if not own and any(n.form == "او" for n in between) and _negated(s, upper):
            no = left_out(verb.start, "not", "PART", "RB")
            no.hang(verb, "neg")
            s.nodes.insert(at, no)


def _negated(s: State, verb: object) -> bool:
    return any(n.head is verb and n.dep == "neg" for n in s.nodes)
