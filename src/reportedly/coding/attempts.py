"""Attempts that were met by force, and so were fights: "repelled an attempt to storm the post, killing four"."""

from __future__ import annotations

from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node


def fought_off(reading: Reading, attempt: int, node: Node) -> bool:
    """Return whether an attempt to break through was met with force, and so was a fight («صدت محاولة تسلل»)."""
    verb = reading.tree.governor(attempt)
    met = verb is not None and reading.tokens[verb].lemma in _MEETING
    broken = reading.tokens[node.index].lemma in _BREAKING_THROUGH
    return met and (broken or _cost_lives(reading, verb) or _inflicted(reading, verb))


def _inflicted(reading: Reading, verb: int | None) -> bool:
    """Return whether who foiled an attack struck those who made it ("foiled an attempt to attack X, inflicting losses")."""
    joined = [] if verb is None else reading.tree.subtree(verb)
    dealt = [
        c for c in joined if reading.tokens[c].lemma == "inflict" and reading.tokens[c].tag in ("VBD", "VBG", "VBN")
    ]
    return any(reading.tokens[o].lemma in _LOSSES for c in dealt for o in reading.tree.of(c, "dobj"))


_LOSSES = frozenset({"loss", "casualty", "dead"})


def _cost_lives(reading: Reading, verb: int | None) -> bool:
    """Return whether dead or hurt are counted below a verb ("foiled an attempt to attack a post, killing four")."""
    below = [] if verb is None else reading.tree.subtree(verb)
    return any(
        reading.tokens[i].lemma in ("kill", "wound", "injure")
        and any(c in reading.quantity_at for h in reading.tree.of(i, "dobj") for c in (h, *reading.tree.children[h]))
        for i in below
    )


_MEETING = frozenset({"repel", "repulse", "thwart", "foil", "frustrate", "confront", "counter", "face"})
_BREAKING_THROUGH = frozenset({"infiltration", "infiltrate", "incursion", "advance", "storming", "offensive"})
