"""Seconds that cues, scopes and attributions take in one ever longer sentence: linear if each doubling takes twice as long.

The sentence is made by joining parsed copies of one with three cues, each copy hanging from the one before: the parser
itself is cut off at ``english.MAX_TOKENS`` and is not measured here.
"""

from __future__ import annotations

import time
from dataclasses import replace

from reportedly.annotate.clauses import build_clause
from reportedly.annotate.english import parse
from reportedly.annotations import Sentence, Token, Tree
from reportedly.coding.attribution import find_attributions
from reportedly.coding.lexicon import load_lexicon
from reportedly.coding.reading import Annotations, Reading
from reportedly.records import Block, BlockKind, Report

TEXT = "The army said that rebels had reportedly shelled a port, and according to a medic nine guards could die there. "
SIZES = (625, 1250, 2500, 5000)


def _joined(copies: int) -> tuple[Token, ...]:
    tokens: list[Token] = []
    (one,) = parse([(TEXT.strip(), 0)])
    root = next(t.index for t in one if t.head == t.index)
    for copy in range(copies):
        first, offset = len(tokens), copy * len(TEXT)
        for token in one:
            head = first + token.head if token.index != root or not copy else first - len(one) + root
            dep = "conj" if token.index == root and copy else token.dep
            moved = replace(token, index=first + token.index, start=token.start + offset, end=token.end + offset)
            tokens.append(replace(moved, head=head, dep=dep))
    return tuple(tokens)


def seconds(words: int) -> tuple[int, int, float]:
    """Return words, cues and seconds of a sentence of about so many words."""
    tokens = _joined(words // 20)
    text = (TEXT * (words // 20)).rstrip()
    report = Report("x", "x", 1, 0, len(text), text, (Block(0, len(text), BlockKind.TEXT, "en"),))
    sentence = Sentence(0, 0, 0, len(text), text, False, tokens)
    reading = Reading(report, Tree(sentence, build_clause), Annotations(), load_lexicon("en"))
    start = time.perf_counter()
    found = len(reading.cues) + 0 * len(reading.scopes) + 0 * len(find_attributions(reading))
    return len(tokens), found, time.perf_counter() - start


def main() -> None:
    seconds(SIZES[0])
    before = None
    for words, cues, taken in map(seconds, SIZES):
        ratio = "" if before is None else f"   {taken / before:.1f} times the one before"
        print(f"{words:>6} tokens {cues:>5} cues {taken:>8.3f} s{ratio}")
        before = taken


if __name__ == "__main__":
    main()
