"""Find the phrases of a lexicon in a sentence's words, by token.

A phrase is a regular expression over the sentence's words in lower case, joined by single spaces: ``{name}`` stands for
any word of a named list, a hyphen inside a word also for a space or a hyphen of its own, so that ``so-called`` finds
``so called`` and a parser's ``so - called``. Phrases match whole words. Written without unbounded repeats, a search is
linear in the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.annotations import Token

_LIST = re.compile(r"\{([a-z_]+)\}")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


def compile_phrases(phrases: Iterable[str], lists: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Return a pattern for ``Wording.find`` that matches any of the phrases; a list's longer words win."""

    def words(name: str) -> str:
        return (
            "(?:" + "|".join(re.escape(w).replace(r"\-", "-").replace(r"\ ", " ") for w in _longest(lists[name])) + ")"
        )

    joined = "|".join(f"(?:{phrase})" for phrase in phrases)
    filled = _LIST.sub(lambda found: words(found[1]), joined)
    return re.compile(rf"(?<!\S)(?:{_HYPHEN.sub('(?: - |-| )', filled)})(?!\S)")


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


class Wording:
    """A sentence's words in lower case as one text, and the tokens that a match covers."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.starts: list[int] = []
        at = 0
        words = []
        for token in tokens:
            word = "_".join(token.lower.split()) or "_"
            self.starts.append(at)
            words.append(word)
            at += len(word) + 1
        self.text = " ".join(words)

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
        """Yield the first token of each match, the token after its last, and the match."""
        for match in pattern.finditer(self.text):
            yield (*self.tokens_of(match), match)

    def tokens_of(self, match: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """Return the tokens of a group of a match as a half-open range."""
        return self._token(match.start(group)), self._token(match.end(group) - 1) + 1

    def at(self, index: int, pattern: re.Pattern[str]) -> int | None:
        """Return the token after a match that starts at a token, or ``None``."""
        if index >= len(self.starts):
            return None
        match = pattern.match(self.text, self.starts[index])
        return self.tokens_of(match)[1] if match else None

    def _token(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)
