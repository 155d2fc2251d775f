"""Split a page into the reports that it holds.

A new report is looked for where running text begins again after other lines. Each sign that a report begins there
(``Signs``) has a weight; the weights say which signs suffice together, and were set so that the 550 single news pages
and the 39 single reports of the development data stay whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportedly.read.datelines import dateline
from reportedly.read.language import script
from reportedly.read.lexicon import outlets
from reportedly.read.marks import FURNITURE_MARKS, Mark, mark, outlet_line
from reportedly.read.names import TITLE_WORDS, unlisted_names
from reportedly.read.shape import Unit, word_count
from reportedly.read.titles import is_doubled

ENOUGH = 3
"""Weight that splits, if an outlet, a title label or a change of script is among the signs."""

ENOUGH_SOFT = 4
"""Weight that splits without them: inline lists of headlines and subheads reach 3."""

SETTLED = 150
"""Characters of one paragraph in another script that are no mere quotation."""

RULE = 8
"""Characters of a rule across the page; shorter ones (``---``, ``* * *``) stand between sections of one report."""

_BREAKS = frozenset({Mark.RELATED, Mark.TAIL, Mark.SEPARATOR})
_HEADER = frozenset({Mark.OUTLET, Mark.DATE, Mark.BYLINE, Mark.LABEL})


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page with their marks, in order."""

    units: tuple[Unit, ...]
    marks: tuple[Mark, ...]

    def part(self, first: int, end: int) -> Page:
        """Return the lines from number ``first`` to before ``end``."""
        return Page(self.units[first:end], self.marks[first:end])


def page_of(lines: Sequence[Unit]) -> Page:
    """Return the page of ``lines``, each marked, the page's own doubled title and outlets without an entry seen."""
    marks = [mark(unit) for unit in lines]
    for index, unit in enumerate(lines[:3]):
        others = tuple(other.text for other in lines[index + 1 : index + 6] if word_count(other.text) >= TITLE_WORDS)
        if marks[index] in (Mark.PARAGRAPH, Mark.SHORT, Mark.CAPTION) and is_doubled(unit.text, others):
            marks[index] = Mark.HEADLINE
    for index in list(unlisted_names(lines, marks)):
        marks[index] = Mark.OUTLET
    return Page(tuple(lines), tuple(marks))


def split(page: Page) -> list[Page]:
    """Return the parts of ``page``, one for each report; together they hold every line."""
    starts = [0]
    gap = _usual_gap(page)
    told, listed = _lengths(page, Mark.PARAGRAPH), _lengths(page, Mark.HEADLINE, Mark.CAPTION)
    for first, text in _openings(page):
        current = starts[-1]
        own = told[max(first, current)] - told[current]
        # A list of headlines with a longer one among them is no report that another could follow.
        if own == 0 or own < listed[max(first, current + 1)] - listed[current + 1]:
            continue
        begin = _split_at(page, (current, first, text), gap)
        if begin is not None:
            starts.append(begin)
    return [page.part(first, end) for first, end in pairwise([*starts, len(page.units)])]


def _lengths(page: Page, *kinds: Mark) -> list[int]:
    """Return, for each line number, the characters in lines of ``kinds`` before it."""
    counted = (len(unit.text) if found in kinds else 0 for unit, found in zip(page.units, page.marks, strict=True))
    return list(accumulate(counted, initial=0))


def _usual_gap(page: Page) -> int:
    gaps = Counter(unit.gap for unit in page.units[1:])
    return max(1, gaps.most_common(1)[0][0]) if gaps else 1


def _openings(page: Page) -> Iterator[tuple[int, int]]:
    """Yield, for each paragraph after other lines or a wide gap, the first of these lines and the paragraph."""
    first = 0
    for index, found in enumerate(page.marks):
        if found is Mark.PARAGRAPH:
            if index and (first < index or page.units[index].gap > 1):
                yield first, index
            first = index + 1


def _split_at(page: Page, place: tuple[int, int, int], gap: int) -> int | None:
    """Return the line with which a new report begins before paragraph ``place[2]``, if one does."""
    current, first, text = place
    header = _after_break(page, first, text)
    changed = _script_changes(page, current, first, text)
    begin = _begin(page, header, text, changed)
    signs = page.marks[begin:text]
    untitled = not any(_is_title(page.units[n]) for n in range(begin, text) if page.marks[n] is Mark.HEADLINE)
    closed = Mark.SIGNOFF in page.marks[first:begin]
    if untitled and header == first and not (changed or closed or Mark.LABEL in signs):
        return None
    weight, hard = _header_weight(page, current, (begin, text))
    weight += 1 if header > first else 0
    weight += 1 if any(page.units[n].gap > gap for n in range(header, begin + 1)) else 0
    weight += 2 if any(_is_rule(page, n) for n in range(first, begin)) else 0
    weight += 0 if not closed else 3 if _signs_off(page) else 1
    if changed and (len(signs) or header > first or page.units[begin].gap > gap):
        weight, hard = weight + 2, True
    return begin if weight >= (ENOUGH if hard else ENOUGH_SOFT) else None


def _is_rule(page: Page, index: int) -> bool:
    """Tell whether a line is a rule across the page or a report's number: three stars part mere sections."""
    text = page.units[index].text
    return page.marks[index] is Mark.SEPARATOR and (len(text) >= RULE or any(char.isdigit() for char in text))


def _signs_off(page: Page) -> bool:
    """Tell whether the page's last words are a sign-off, so that each of its reports may have one."""
    last = next((found for found in reversed(page.marks) if found not in FURNITURE_MARKS), None)
    return last is Mark.SIGNOFF


def _after_break(page: Page, first: int, text: int) -> int:
    """Return the line after the last heading of a list or rule between ``first`` and ``text``."""
    breaks = [n for n in range(first, text) if page.marks[n] in _BREAKS]
    return breaks[-1] + 1 if breaks else first


def _begin(page: Page, header: int, text: int, changed: bool) -> int:
    """Return the line with which the header of the report at ``text`` begins: its title, or what stands for one."""
    anchors = [n for n in range(max(header, text - 6), text) if page.marks[n] in _HEADER]
    if changed:
        fresh = script(page.units[text].text)
        lines = [n for n in range(header, text) if page.marks[n] is Mark.HEADLINE or n in anchors]
        same = [n for n in lines if script(page.units[n].text) == fresh]
        if same:
            return same[0]
    if not anchors:
        return text - 1 if text > header and page.marks[text - 1] is Mark.HEADLINE else text
    first = anchors[0]
    while first > header and first - 1 in anchors:
        first -= 1
    titled = first > header and page.marks[first - 1] is Mark.HEADLINE
    return first - 1 if titled else first


def _header_weight(page: Page, current: int, header: tuple[int, int]) -> tuple[int, bool]:
    """Return the weight of the signs in a header, and whether a hard one is among them."""
    begin, text = header
    marks = page.marks[begin:text]
    earlier = _first_header(page, current)
    hard = False
    weight = int(any(page.marks[n] is Mark.HEADLINE and _is_title(page.units[n]) for n in range(begin, text)))
    if Mark.OUTLET in marks:
        unit = page.units[begin + marks.index(Mark.OUTLET)]
        own = _outlet_weight(unit.text) + (1 if Mark.OUTLET in earlier else 0)
        weight, hard = weight + min(own, 2), own > 0
    if Mark.LABEL in marks:
        weight, hard = weight + 3, True
    for sign in (Mark.DATE, Mark.BYLINE):
        if sign in marks:
            weight += 3 if sign in earlier else 1
    if dateline(page.units[text].text):
        weight += 3 if _opens_with_dateline(page, current) else 1
    return weight, hard


def _is_title(unit: Unit) -> bool:
    return word_count(unit.text) >= TITLE_WORDS or unit.heading == 1


def _outlet_weight(text: str) -> int:
    """Return 2 for an outlet's own line, 1 for a desk line or an unknown name, 0 for what credits a photograph."""
    alone = outlets().named(text)
    if text[:1] in "([":
        return 0
    if alone is not None:
        return 0 if alone.photo else 2
    return 0 if outlet_line(text) is not None else 1


def _first_header(page: Page, current: int) -> tuple[Mark, ...]:
    end = current
    while end < len(page.marks) and page.marks[end] is not Mark.PARAGRAPH:
        end += 1
    return page.marks[current:end]


def _opens_with_dateline(page: Page, current: int) -> bool:
    text = next((n for n in range(current, len(page.marks)) if page.marks[n] is Mark.PARAGRAPH), None)
    return text is not None and dateline(page.units[text].text) is not None


def _script_changes(page: Page, current: int, first: int, text: int) -> bool:
    """Tell whether the running text from ``text`` on is in another script than that before ``first``, and stays so."""
    fresh = script(page.units[text].text)
    before = next((n for n in range(first - 1, current - 1, -1) if page.marks[n] is Mark.PARAGRAPH), None)
    if fresh is None or before is None or script(page.units[before].text) in (None, fresh):
        return False
    following = next((n for n in range(text + 1, len(page.marks)) if page.marks[n] is Mark.PARAGRAPH), None)
    if following is None:
        return len(page.units[text].text) >= SETTLED
    return script(page.units[following].text) == fresh
