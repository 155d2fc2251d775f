"""Hash signs of posts: the parser reads "bombed #Sarmin" as it reads "bombed Sarmin", and the signs come back after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotations import Token

_HASH = re.compile(r"(?<![^\s(\[{\"“‘«])#(?=[^\W\d_])")
"""The sign before a word; "#3" is a number."""

_TAGS = re.compile(r"(?:\s+#\w+){2,}\W*$")
"""Tags under a post, which belong to no clause."""

_ENDING = re.compile(r"(?<=[a-z])\|(?=[a-z]{1,4}\b)")
"""The bar between a tag and the ending that makes it an adjective: "#Israel|i"."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence as the parser shall read it.

    Attributes:
        written: The sentence as written.
        text: The same without hash signs.
        at: Where each character of ``text`` stands in ``written``; ``None`` where nothing was left out.
    """

    written: str
    text: str
    at: tuple[int, ...] | None = None

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of ``text`` as it stands in ``written``."""
        return (start, end) if self.at is None else (self.at[start], self.at[end - 1] + 1)

    def with_hashes(self, tokens: Sequence[Token], offset: int) -> tuple[Token, ...]:
        """Return the tokens with one for each hash sign, which hangs from the word after it.

        Args:
            tokens: The tokens of ``text``, in file offsets.
            offset: File offset of ``written``.
        """
        if self.at is None:
            return tuple(tokens)
        kept = set(self.at)
        signs = {offset + m.end() for m in _HASH.finditer(self.written) if m.start() not in kept}
        new: dict[int, int] = {}
        for token in tokens:
            new[token.index] = len(new) + sum(t.start in signs for t in tokens[: token.index + 1])
        found: list[Token] = []
        for token in tokens:
            if token.start in signs:
                sign, home = len(found), len(found) + 1
                found.append(Token(sign, token.start - 1, token.start, "#", "#", "SYM", "#", "punct", home, "#"))
            found.append(replace(token, index=new[token.index], head=new[token.head]))
        return tuple(found)


def without_hashes(text: str) -> Plain:
    """Return a sentence without the hash signs before its words."""
    if "#" not in text:
        return Plain(text, text)
    tags = _TAGS.search(text)
    end = tags.start() if tags else len(text)
    left_out = {m.start() for m in _HASH.finditer(text, 0, end)}
    if not left_out:
        return Plain(text, text)
    left_out |= {m.start() for m in _ENDING.finditer(text, 0, end)}
    at = tuple(i for i in range(len(text)) if i not in left_out)
    return Plain(text, "".join(text[i] for i in at), at)
