"""Give a joined verb of speaking back to the speaker above ("X denied that Y had shelled A and said that Z did").

A parser joins the second verb to the nearest one, inside what is said; its subject is then Y and its words X's denial.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from reportedly.annotations import Token, Tree
from reportedly.coding.lexicon import CoderLexicon

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_PAST: Final = frozenset({"VBD", "VBN"})
_SUBJECTS: Final = ("nsubj", "nsubjpass", "expl", "csubj")

_DOERS_OWN: Final = frozenset({"claim", "announce", "declare", "proclaim", "vow", "tell", "shout", "boast", "cry"})
"""What those who did a deed say themselves: "said that gunmen stormed the camp and claimed to be soldiers"."""


def rejoined(tree: Tree, lexicon: CoderLexicon) -> Tree:
    """Return a sentence's tree with each verb of speaking joined to the verb whose speaker it shares."""
    moved: dict[int, int] = {}
    for token in tree.tokens:
        if token.dep == "conj" and _speaks(tree, token, lexicon):
            upper = _upper(tree, token, lexicon)
            if upper is not None:
                moved[token.index] = upper
                moved.update(dict.fromkeys(_links(tree, token), upper))
    return _with_heads(tree, moved) if moved else tree


def _with_heads(tree: Tree, moved: Mapping[int, int]) -> Tree:
    tokens = tuple(replace(t, head=moved.get(t.index, t.head)) for t in tree.tokens)
    return Tree(replace(tree.sentence, tokens=tokens), tree.build)


def _links(tree: Tree, token: Token) -> list[int]:
    """Return the "and" or "but", and its comma, between a joined verb and what stands before it."""
    found: list[int] = []
    for at in range(tree.subtree(token.index)[0] - 1, token.head, -1):
        other = tree.tokens[at]
        if other.head != token.head or not (other.dep == "cc" or (found and other.dep == "punct")):
            break
        found.append(at)
    return found


def _speaks(tree: Tree, token: Token, lexicon: CoderLexicon) -> bool:
    """Return whether a verb says, answers or accuses; "told men to go" orders."""
    if token.tag not in _FINITE | _PAST or token.lemma not in lexicon.saying | lexicon.blaming:
        return False
    if tree.of(token.index, "aux", "auxpass", "xcomp"):
        return False
    return any(c > token.index for c in tree.of(token.index, "ccomp", "dobj", "prep"))


def _upper(tree: Tree, token: Token, lexicon: CoderLexicon) -> int | None:
    """Return the verb of speaking in whose statement a joined verb stands, if its speaker is whose words these are too."""
    lower = tree.tokens[token.head]
    while lower.dep == "conj" and lower.head < lower.index and not tree.of(lower.index, *_SUBJECTS):
        lower = tree.tokens[lower.head]
    while lower.dep == "conj" and lower.head < lower.index:
        lower = tree.tokens[lower.head]
    upper = tree.tokens[lower.head]
    known = lexicon.saying | lexicon.blaming
    if lower.dep != "ccomp" or lower.index < upper.index or upper.lemma not in known or token.index == upper.index:
        return None
    if tree.of(token.index, *_SUBJECTS):
        # After a comma somebody else speaks: "X said that A had fired, and Y said that B had".
        return upper.index if any(tree.tokens[i].dep == "punct" for i in _links(tree, token)) else None
    if not any(s < upper.index for s in tree.of(upper.index, *_SUBJECTS)) or not _tenses_meet(upper, token):
        return None
    before = tree.tokens[token.head]
    if _helped(tree, before.index):
        return upper.index
    own = before.lemma in known or token.lemma in _DOERS_OWN or _takes_blame(tree, token)
    return None if own else upper.index


def _tenses_meet(upper: Token, token: Token) -> bool:
    """Return whether two verbs share a tense: after "the army says that rebels shot a man", "denied" is the rebels'."""
    past = upper.tag in _PAST
    return token.tag in _PAST if past else token.tag in _FINITE - _PAST


def _helped(tree: Tree, index: int) -> bool:
    """Return whether a verb has an auxiliary that the verb joined to it does not share ("had shelled ... and said")."""
    return bool(tree.of(index, "aux", "auxpass")) or tree.tokens[index].lemma == "be"


def _takes_blame(tree: Tree, token: Token) -> bool:
    return any(tree.tokens[c].lemma in ("responsibility", "credit") for c in tree.of(token.index, "dobj"))
