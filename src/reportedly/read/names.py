"""Lines that name an outlet which the lexicon lacks: by their words, by what stands around them, by their return."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportedly.read.datelines import dateline
from reportedly.read.lexicon import outlet_words
from reportedly.read.marks import Mark
from reportedly.read.outlet_names import WORD, is_capitalised, is_outlet_name, may_be_name
from reportedly.read.shape import Unit, word_count

TITLE_WORDS = 5
"""Words: subheads and picture captions are mostly shorter, headlines longer."""

FIRST_LINES = 3
"""Lines among which a name that returns must first stand: a promotion within an article does not."""

_BREAKS = frozenset({Mark.RELATED, Mark.TAIL, Mark.ALONE, Mark.SEPARATOR, Mark.SIGNOFF})
_WHO_WHEN = frozenset({Mark.DATE, Mark.BYLINE})


def unlisted_names(lines: Sequence[Unit], marks: Sequence[Mark]) -> Iterator[int]:
    """Yield the lines that name an outlet which the lexicon lacks, each where an outlet's name stands.

    A name stands between a report's title and its byline, date or text, or right above its title.
    """
    returning = _returning(lines, marks)
    for index, (unit, found) in enumerate(zip(lines, marks, strict=True)):
        if found is not Mark.HEADLINE or not may_be_name(unit.text):
            continue
        placed = _is_below_title(lines, marks, index) or _is_above_title(lines, marks, index)
        if index in returning or placed or _heads_page(lines, marks, index):
            yield index


def _heads_page(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether a name by its words is the page's first line, with the page's date or byline and the text below."""
    if index or any(char.isupper() for char in lines[0].text) or not is_outlet_name(lines[0].text):
        return False
    below = list(takewhile(lambda found: found is Mark.ALONE or found in _WHO_WHEN, marks[1:5]))
    after = 1 + len(below)
    return not _WHO_WHEN.isdisjoint(below) and after < len(lines) and marks[after] is Mark.PARAGRAPH


def _returning(lines: Sequence[Unit], marks: Sequence[Mark]) -> frozenset[int]:
    """Return the short lines that stand on the page more than once, each time by a title or after a break."""
    places: dict[str, list[int]] = {}
    for index, (unit, found) in enumerate(zip(lines, marks, strict=True)):
        if found is Mark.HEADLINE and may_be_name(unit.text):
            places.setdefault(unit.text.casefold(), []).append(index)
    return frozenset(
        index
        for indexes in places.values()
        if len(indexes) > 1
        and indexes[0] < FIRST_LINES
        and (
            all(_opens_text(lines, marks, index) for index in indexes)
            or all(_opens_title(lines, marks, index) for index in indexes)
        )
        for index in indexes
    )


def _opens_text(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether running text follows line ``index``, and a title, a break or nothing stands before it."""
    after = _after(marks, index)
    if after == len(lines) or marks[after] is not Mark.PARAGRAPH:
        return False
    return index == 0 or marks[index - 1] in _BREAKS or _is_title(lines, marks, index - 1)


def _opens_title(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether a title follows line ``index``, and running text follows that."""
    return index + 1 < len(lines) and _is_title(lines, marks, index + 1) and _leads(lines, marks, index + 1)


def _leads(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether running text follows line ``index``, bylines and dates apart."""
    after = _after(marks, index)
    return after < len(lines) and marks[after] is Mark.PARAGRAPH


def _after(marks: Sequence[Mark], index: int) -> int:
    """Return the line after ``index`` and the bylines and dates that follow it."""
    return index + 1 + sum(1 for _ in takewhile(_WHO_WHEN.__contains__, marks[index + 1 : index + 5]))


def _is_title(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether a line can be a report's title: long enough, and not running text."""
    text = lines[index].text
    asks = marks[index] is Mark.SHORT and text[-1:] in "?!؟"
    return (marks[index] is Mark.HEADLINE or asks) and word_count(text) >= TITLE_WORDS


def _is_below_title(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether a line between a title and a byline, or a name by its words between title and text, names one."""
    if index == 0 or not _is_title(lines, marks, index - 1) or not _leads(lines, marks, index):
        return False
    if is_outlet_name(lines[index].text):
        return True
    words = WORD.findall(lines[index].text)
    cased = any(char.isupper() for char in lines[index].text)
    # An author's name stands there too, but no byline follows it; a place is mostly one word.
    return marks[index + 1] is Mark.BYLINE and len(words) > 1 and (not cased or is_capitalised(words, outlet_words()))


def _is_above_title(lines: Sequence[Unit], marks: Sequence[Mark], index: int) -> bool:
    """Tell whether a name by its words stands above a title with a byline, a date or a dateline below it."""
    if not is_outlet_name(lines[index].text) or not _opens_title(lines, marks, index):
        return False
    below = index + 2
    return marks[below] in _WHO_WHEN or index == 0 or marks[index - 1] in _BREAKS or bool(dateline(lines[below].text))
