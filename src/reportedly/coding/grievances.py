"""What a gathering is about: the shelling, killing or arrests that people protest against, which it does not tell as news."""

from __future__ import annotations

from typing import Final

from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node

_AGAINST: Final = frozenset({"against", "on", "at", "over", "about", "to"})
"""Prepositions that bring the grievance of a protest («وقفة احتجاجية على قصف»)."""

_GATHERINGS: Final = frozenset({"protest", "demonstration", "march", "rally", "sit-in", "vigil", "strike", "stand"})
"""Gatherings, by noun; what is told in or during one is no grievance."""

_STANCES: Final = frozenset(
    "denunciation condemnation rejection solidarity outrage anger protest opposition indignation disapproval".split()
)
"""What people gather in: whatever hangs from it they speak of."""

_PROTESTING: Final = frozenset({"protest", "demonstrate", "rally", "march", "gather", "strike"})


def grievance(reading: Reading, node: Node) -> int | None:
    """Return the word of protest under which a deed's noun stands ("marched in protest at the killing"), if any."""
    told = node.is_noun or reading.tokens[node.index].dep in ("relcl", "acl")
    return protest_above(reading, node.index) if told and node.trigger.frame != "gather" else None


def protest_above(reading: Reading, index: int) -> int | None:
    """Return the word of protest that a word stands under, in a clause about the grievance or in its phrase."""
    tokens = reading.tokens
    below = index
    for above in reading.tree.ancestors(index):
        token = tokens[above]
        described = reading.is_verb(above) and token.dep in ("relcl", "acl")
        if token.pos == "ADP" or described:
            below = above
            continue
        by = tokens[below].lower if tokens[below].pos == "ADP" else ""
        if token.lemma in _STANCES and by and _people_gather(reading, above):
            return above
        if token.lemma in _GATHERINGS and by in _AGAINST and not reading.is_verb(above):
            return above
        if reading.is_verb(above):
            return above if token.lemma in _PROTESTING and by in _AGAINST - {"on", "at", "to"} else None
        below = above
    return None


def _people_gather(reading: Reading, index: int) -> bool:
    """Return whether a word of outrage stands in a sentence about a gathering, above it or beside it."""
    tree = reading.tree
    around = [*tree.ancestors(index), *(c for a in tree.ancestors(index)[:2] for c in tree.children[a])]
    lemmas = {reading.tokens[i].lemma for i in (index, *around)}
    gathers = any(t.frame == "gather" for lemma in lemmas for t in reading.lexicon.triggers.get(lemma, ()))
    return gathers or bool(lemmas & (_GATHERINGS | _PROTESTING))
