"""Titles: where one ends in a doubled line, which outlet its tail names, and which later lines repeat it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from reportedly.read.lexicon import Outlet, outlets
from reportedly.read.shape import normal, same_length_fold, trimmed, word_count

_SEPARATOR = re.compile(r"\s+(?:[-–—|•·>»]|::|//)\s+|\s*\|\s*|\s+-(?=\S)|\s*[–—]\s+")

DOUBLED = 1200
"""Characters: a line of repeated titles is not longer (scrapers cut it at 300 to 500)."""

NEAR = 90
"""Likeness in percent (``rapidfuzz.fuzz.ratio`` of the bare words) above which two lines are one title."""

SAME = 0.8
"""Share of the shorter stretch that must return: a date or a name that returns doubles no title."""

MIN_REPEAT = 12
"""Characters of an opening that must return within a line before it counts as doubled."""


@dataclass(frozen=True, slots=True)
class TitleCut:
    """Length of the title proper within its line, and the outlet that the line's tail names."""

    length: int
    outlet: Outlet | None


def cut(line: str, others: tuple[str, ...]) -> TitleCut:
    """Return how much of ``line`` is the title proper, ``others`` being the next lines, one of which may be it."""
    if len(line) > DOUBLED:
        return TitleCut(0, None)
    folded = same_length_fold(line)
    length = _repeated(folded)
    tail = _tail(line[:length], length < len(line))
    outlet = tail.outlet if tail else None
    for other in others:
        if MIN_REPEAT <= len(other) < len(line) and folded.startswith(same_length_fold(other)):
            return TitleCut(min(len(other), length), outlet or _named_after(line[len(other) : length]))
    return tail or TitleCut(length, None)


def is_doubled(line: str, others: tuple[str, ...]) -> bool:
    """Tell whether ``line`` is a page title as scrapers leave it: doubled within, or opening with a next line."""
    if len(line) > DOUBLED:
        return False
    folded = same_length_fold(line)
    again = (MIN_REPEAT <= len(other) < len(line) and folded.startswith(same_length_fold(other)) for other in others)
    return _repeated(folded) < len(line) or any(again)


def _repeated(folded: str) -> int:
    size = min(24, len(folded) // 2)
    if size < MIN_REPEAT:
        return len(folded)
    again = folded.find(folded[:size], size)
    if again < 0 or _in_common(folded, again) < SAME * min(again, len(folded) - again):
        return len(folded)
    return trimmed(folded, 0, again)[1]


def _in_common(text: str, again: int) -> int:
    """Return how many characters from ``again`` on are those that ``text`` begins with."""
    pairs = zip(text, text[again:], strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one != other), len(text) - again)


def _tail(line: str, doubled: bool) -> TitleCut | None:
    """Return the cut before `` - Desk - Outlet`` at the end of ``line``; if ``doubled``, of an unknown outlet too."""
    marks = list(_SEPARATOR.finditer(line))
    if not marks or marks[0].start() == 0:
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    parts = [line[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    first = next((n for n in range(len(parts) - 1, -1, -1) if outlets().named(parts[n])), None)
    if first is None or len(parts) - 1 - first > 3:
        return _unknown_tail(line, marks[-1], parts[-1]) if doubled else None
    outlet = outlets().named(parts[first])
    while first > 0 and word_count(parts[first - 1]) <= 2 and marks[first - 1].start() > len(line) // 3:
        first -= 1
    return TitleCut(marks[first].start(), outlet)


def _unknown_tail(line: str, mark: re.Match[str], name: str) -> TitleCut | None:
    short = word_count(name) <= 6 and word_count(line[: mark.start()]) >= 5
    return TitleCut(mark.start(), Outlet(name, False)) if short and mark.group().strip() in "-–—" else None


def _named_after(rest: str) -> Outlet | None:
    return outlets().named(_SEPARATOR.sub(" ", rest, count=1)) if rest.strip() else None


def repeats(title: str, line: str) -> bool:
    """Tell whether ``line`` is ``title`` again: the same, cut short, with a tail, or nearly the same."""
    mine, its = normal(title), normal(line)
    if not mine or not its or len(line) > DOUBLED:
        return False
    if mine == its:
        return True
    short, long = sorted((mine, its), key=len)
    if len(short) >= 20 and long.startswith(short) and len(short) * 2 >= len(mine):
        return True
    return len(short) * 3 >= len(long) * 2 and len(short) >= MIN_REPEAT and fuzz.ratio(mine, its) >= NEAR
