"""Quotation marks: which stretches of a paragraph stand between them, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportedly.coding.reading import Reading

_MARK: Final = re.compile(
    r"(?P<open>[“«„]|(?<![\w.,!?])[‘](?=\w)|(?<!\w)'(?=\w[^']{12,}[,.!?]?'(?!\w)))|(?P<close>[”»]|(?<=[\w.,!?])[’'](?!\w))|(?P<open2>(?:(?<=[\s(\[—–-])|^)\"(?=\S))|(?P<close2>\")"
)
"""Quotation marks; a single one opens before a word and closes after one, where it is no apostrophe."""

_CLOSES: Final = {"“": "”", "„": "”", "«": "»", "‘": "’", "'": "'", '"': '"'}

SPEECH_WORDS: Final = 3
"""Words from which a quotation is speech; shorter ones in the dev articles are names and words of doubt in 9 of 10."""


@lru_cache(maxsize=512)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of what stands between quotation marks in a paragraph, the marks left out.

    A quotation that is not closed runs to the end, as in speech of several paragraphs.
    """
    found: list[tuple[int, int]] = []
    start, closer = None, ""
    for match in _MARK.finditer(text):
        mark = match[0]
        opens = match.lastgroup in ("open", "open2")
        if opens and (start is None or closer == _CLOSES[mark]):
            # A second opening mark shows that the first was never closed: marks get lost, and parity with them.
            start, closer = match.end(), _CLOSES[mark]
        elif start is not None and not opens and (mark == closer or (closer in "”»" and mark in "”»")):
            found.append((start, match.start()))
            start = None
    if start is not None and closer not in ("'", "’") and len(text) - start <= LONGEST_OPEN:
        found.append((start, len(text)))
    return tuple(f for f in found if f[1] - f[0] <= LONGEST)


LONGEST_OPEN: Final = 600
LONGEST: Final = 1500
"""Characters of a quotation that is not closed, and of any: longer ones in the dev articles are marks gone astray."""


@lru_cache(maxsize=512)
def _speech(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(s for s in quotations(text) if len(text[s[0] : s[1]].split(maxsplit=SPEECH_WORDS)) >= SPEECH_WORDS)


def _spans_of(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the file offsets of the speech in quotation marks that a sentence has part in; short names are left out."""
    block = reading.report.blocks[reading.sentence.block]
    spans = _speech(reading.report.slice(block.start, block.end))
    low, high = reading.sentence.start - block.start, reading.sentence.end - block.start
    first = max(0, bisect_right(spans, (low, low)) - 1)
    found = []
    for start, end in spans[first:]:
        if start >= high:
            break
        if end > low:
            found.append((start + block.start, end + block.start))
    return tuple(found)


def speech_in(reading: Reading) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """Return each stretch of speech that a sentence has part in: its file offsets, and its tokens here."""
    found = []
    for low, high in _spans_of(reading):
        inside = [t.index for t in reading.tokens if low <= t.start and t.end <= high]
        if inside:
            found.append(((low, high), (inside[0], inside[-1] + 1)))
    return tuple(found)
