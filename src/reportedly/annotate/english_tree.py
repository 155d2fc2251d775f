"""What the mends of English trees share: verbs that tell tolls, and ways up a tree under repair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.annotations import Token

TOLLS: Final = frozenset("kill wound injure leave claim".split())
"""Verbs that tell of dead or hurt."""


def top_of(tokens: Sequence[Token], index: int) -> int:
    """Return the topmost token above one."""
    for _ in tokens:
        if tokens[index].head == index:
            break
        index = tokens[index].head
    return index


def below(tokens: Sequence[Token], index: int, above: int) -> bool:
    """Tell whether a token hangs, at any depth, from another."""
    for _ in tokens:
        if index == above:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False
