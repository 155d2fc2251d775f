"""What each stretch of one report is: title, text, byline or clutter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.read.datelines import closing_outlet, dateline
from reportedly.read.dates import FoundDate, date_line
from reportedly.read.language import language_of
from reportedly.read.lexicon import outlets
from reportedly.read.marks import FURNITURE_MARKS, Mark, dated_outlet, is_credited, outlet_line, swallows
from reportedly.read.outlet_names import labelled_outlet
from reportedly.read.pages import Page
from reportedly.read.runin import head, pieces
from reportedly.read.shape import LONG_LINE, Unit, is_truncated, normal, word_count
from reportedly.read.titles import cut, is_doubled, repeats
from reportedly.records import Block, BlockKind

TITLE_WORDS = 4
"""Words: shorter lines above a report are sections of the site; a shorter title counts only without a longer one."""

SAME_OPENING = 60
"""Characters of bare words that two paragraphs share only if one repeats the other."""

ABOVE_TITLE = 120
"""Characters: a longer line above a title that a table gives may be the report's lead, a shorter one is a teaser."""

LIST_RUN = 4
"""Lines: so many headlines in a row after the last running text are a list of other reports."""

EMBED_REACH = 6
"""Lines between a post's author and its end marks."""

_PARTS = re.compile(r"\s*[,،|/·*_]\s*|\s[-–—]\s")
_WHO_WHEN = frozenset({Mark.OUTLET, Mark.DATE, Mark.BYLINE, Mark.SIGNOFF})


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of one report with what its own words say of it.

    Attributes:
        blocks: In order, without overlap.
        title: Its title.
        language: Language of most of its text.
        source: The outlet that its lines, title or dateline name.
        dates: Dates in places where a publication date stands, likeliest first.
    """

    blocks: tuple[Block, ...]
    title: str | None
    language: str
    source: str | None
    dates: tuple[FoundDate, ...]


@dataclass(slots=True)
class _Builder:
    """The state of one pass over a report's lines."""

    page: Page
    given: str | None
    stretches: list[tuple[int, int, BlockKind]] = field(default_factory=list)
    title: str | None = None
    names: list[tuple[int, str]] = field(default_factory=list)
    dates: list[tuple[int, FoundDate]] = field(default_factory=list)
    swallowing: bool = False
    begun: bool = False

    def add(self, start: int, end: int, kind: BlockKind) -> None:
        self.stretches.append((start, end, kind))

    def name(self, rank: int, name: str | None) -> None:
        if name is not None:
            self.names.append((rank, name))


def layout(page: Page, given: str | None = None, fallback: str = "en") -> Layout:
    """Return the layout of one report.

    Args:
        page: Its lines.
        given: A title that a table's column or HTML gives.
        fallback: Language where none can be told.
    """
    given = given[: cut(given, ()).length] or given if given else None
    build = _Builder(page, given, title=None)
    title_line = None if given and _begins_with(page, given) else _title_line(page, given)
    last = max((n for n, found in enumerate(page.marks) if found is Mark.PARAGRAPH), default=-1)
    clutter = _lists(page, last) | _posts(page) | _doubles(page)
    if given and title_line is not None and repeats(given, page.units[title_line].text):
        above = (n for n in range(title_line) if page.marks[n] is Mark.HEADLINE)
        clutter |= {n for n in above if len(page.units[n].text) <= ABOVE_TITLE}
    for index, unit in enumerate(page.units):
        if index == title_line:
            _add_title(build, index)
        elif index in clutter:
            build.add(unit.start, unit.end, BlockKind.CLUTTER)
        elif page.marks[index] is Mark.PARAGRAPH and not (build.swallowing and _asks(unit.text)):
            _add_paragraph(build, unit, index == last)
        else:
            _add_line(build, index)
    return _finished(build, fallback)


def _asks(text: str) -> bool:
    """Tell whether a line in a list of headlines ends as running text does only because it is a question or a cry."""
    return len(text) < LONG_LINE and text.rstrip("\"'”’») ")[-1:] in "?!؟！？"


def _finished(build: _Builder, fallback: str) -> Layout:
    told = "\n".join(
        unit.text[:1000]
        for unit, found in zip(build.page.units, build.page.marks, strict=True)
        if found is Mark.PARAGRAPH
    )
    language = language_of(told or " ".join(unit.text[:1000] for unit in build.page.units), fallback)
    texts = {unit.start: unit for unit in build.page.units}
    blocks = []
    unit = None
    for start, end, kind in build.stretches:
        unit = texts.get(start, unit)
        words = unit.text[start - unit.start : end - unit.start] if unit else ""
        blocks.append(Block(start, end, kind, language_of(words, language)))
    names = sorted(build.names, key=lambda pair: pair[0])
    dates = sorted(build.dates, key=lambda pair: pair[0])
    return Layout(
        tuple(blocks),
        build.title or build.given,
        language,
        names[0][1] if names else None,
        tuple(found for _, found in dates),
    )


def _begins_with(page: Page, given: str) -> bool:
    """Tell whether the report's first words are the given title, so that no line above them is taken for it."""
    return page.marks[:1] == (Mark.PARAGRAPH,) and head(page.units[0].text, given).title is not None


def _title_line(page: Page, given: str | None) -> int | None:
    """Return the line that holds the title: the first that reads as a headline above the running text.

    Where a table's column gives the title, a few words or a photograph's caption are none.

    Under a list of other headlines it is the last, unless the page's own first line names its outlet or is doubled.
    """
    again = _given_again(page, given) if given else None
    if again is not None:
        return again
    listed = _list_above(page)
    if listed and 0 not in listed and not _is_page_title(page, given):
        return max(listed)
    text = page.marks.index(Mark.PARAGRAPH) if Mark.PARAGRAPH in page.marks else len(page.marks)
    if Mark.LABEL in page.marks[:text]:
        return page.marks.index(Mark.LABEL)
    short = None
    for index, found in enumerate(page.marks[:text]):
        if given and is_credited(page.units[index].text):
            continue
        if found is Mark.HEADLINE or (
            found is Mark.SHORT and short is None and index == 0 and not _is_item(page, index)
        ):
            if word_count(page.units[index].text) >= TITLE_WORDS or page.units[index].heading:
                return index
            short = index if short is None else short
        if found is Mark.RELATED and index:
            break
    return None if given else short


def _is_item(page: Page, index: int) -> bool:
    """Tell whether a line opens with a bullet: an item of a digest, not its title."""
    return _ITEM.match(page.units[index].text) is not None


_ITEM = re.compile(r"\s*(?:[•●▪▫◾◼◆■‣⁃○◦►▶➤➡\ufe0f]|[-–—*]\s)")


def _given_again(page: Page, given: str) -> int | None:
    """Return the line above the running text that is the given title again."""
    text = page.marks.index(Mark.PARAGRAPH) if Mark.PARAGRAPH in page.marks else len(page.marks)
    lines = (n for n in range(text) if page.marks[n] is Mark.HEADLINE)
    return next((n for n in lines if repeats(given, page.units[n].text) and not is_truncated(page.units[n].text)), None)


def _is_page_title(page: Page, given: str | None) -> bool:
    line = page.units[0].text
    if given and repeats(given, line):
        return True
    others = tuple(unit.text for unit in page.units[1:6])
    return cut(line, ()).outlet is not None or is_doubled(line, others)


def _add_title(build: _Builder, index: int) -> None:
    unit = build.page.units[index]
    following = tuple(other.text for other in build.page.units[index + 1 : index + 6])
    begin = unit.text.index(":") + 1 if build.page.marks[index] is Mark.LABEL and ":" in unit.text else 0
    while begin and begin < len(unit.text) and unit.text[begin].isspace():
        begin += 1
    proper = cut(unit.text[begin:], following)
    length = begin + (proper.length or len(unit.text) - begin)
    build.title = unit.text[begin:length]
    build.swallowing = False
    build.add(unit.start + begin, unit.start + length, BlockKind.TITLE)
    rest = unit.text[length:]
    if rest.strip():
        build.add(unit.start + length + len(rest) - len(rest.lstrip()), unit.end, BlockKind.CLUTTER)
    if proper.outlet is not None:
        build.name(1, proper.outlet.name)


def _add_line(build: _Builder, index: int) -> None:
    """Add a line that is neither title nor running text."""
    unit, found = build.page.units[index], build.page.marks[index]
    kind = BlockKind.TEXT
    if found in FURNITURE_MARKS:
        heads_list = swallows(unit, found) and (build.begun or found is Mark.RELATED)
        build.swallowing = build.swallowing or heads_list
        kind = BlockKind.CLUTTER
    elif found in _WHO_WHEN:
        kind = BlockKind.CLUTTER if build.swallowing else BlockKind.BYLINE
        _note(build, index)
    elif build.swallowing or _is_repeat(build, unit.text) or _is_aside(build, unit, found):
        kind = BlockKind.CLUTTER
    build.add(unit.start, unit.end, kind)


def _note(build: _Builder, index: int) -> None:
    """Keep the outlet or the day that a line names, the lines above the text before those below it."""
    unit, found = build.page.units[index], build.page.marks[index]
    late = 6 if build.begun or build.swallowing else 0
    if found is Mark.DATE:
        both = dated_outlet(unit.text)
        day = date_line(unit.text) or (both[1] if both else None)
        if day is not None and not build.swallowing:
            build.dates.append((1 + late, day))
            named = (outlets().named(part) for part in _PARTS.split(unit.text))
            build.name(1 + late, next((outlet.name for outlet in named if outlet), both[0] if both else None))
    elif found is Mark.OUTLET:
        outlet = outlet_line(unit.text)
        if not build.swallowing:
            build.name(late, outlet.name if outlet else unit.text)
    elif found is Mark.SIGNOFF:
        credited = closing_outlet("." + unit.text)
        build.name(8 if late else 4, credited.name if credited else labelled_outlet(unit.text))


def _is_repeat(build: _Builder, text: str) -> bool:
    """Tell whether a line is the title again; one that goes on where the title was cut off tells more."""
    titles = [title for title in (build.title, build.given) if title]
    goes_on = any(is_truncated(title) and len(text) > len(title) for title in titles)
    return not goes_on and any(repeats(title, text) for title in titles)


def _is_aside(build: _Builder, unit: Unit, found: Mark) -> bool:
    """Tell whether a line is a caption with its credit, or a section or place of the site above the text."""
    if found is not Mark.HEADLINE:
        return False
    if is_credited(unit.text) and (build.begun or build.title or build.given):
        return True
    return word_count(unit.text) <= 2 and not build.begun


def _add_paragraph(build: _Builder, unit: Unit, last: bool) -> None:
    build.swallowing = False
    text = unit.text
    if not build.begun:
        line = dateline(text)
        if line is not None:
            build.name(3, line.outlet.name if line.outlet else None)
            if line.date is not None:
                build.dates.append((3, line.date))
    if last:
        credited = closing_outlet(text)
        build.name(7, credited.name if credited else None)
    stretches = list(pieces(text, build.title or build.given)) if not build.begun or last else [(0, len(text), "text")]
    if build.begun:
        stretches = [(start, end, "text" if kind in ("head", "title") else kind) for start, end, kind in stretches]
    else:
        opening = head(text, build.title or build.given)
        build.name(2, opening.outlet.name if opening.outlet else None)
        if opening.date is not None:
            build.dates.append((2, opening.date))
    for start, end, kind in stretches:
        _add_piece(build, unit, (start, end), kind)
    build.begun = True


def _add_piece(build: _Builder, unit: Unit, place: tuple[int, int], kind: str) -> None:
    block = {"head": BlockKind.BYLINE, "dateline": BlockKind.BYLINE, "text": BlockKind.TEXT}.get(
        kind, BlockKind.CLUTTER
    )
    if kind == "title" and build.title is None:
        block = BlockKind.TITLE
        build.title = build.given or unit.text[place[0] : place[1]]
    build.add(unit.start + place[0], unit.start + place[1], block)


def _lists(page: Page, last: int) -> set[int]:
    """Return the headlines of other reports that stand above or below the text without a heading of their own."""
    return _list_above(page) | _list_below(page, last)


def _list_above(page: Page) -> set[int]:
    text = next((n for n, found in enumerate(page.marks) if found is Mark.PARAGRAPH), 0)
    told = [n for n in range(1, text) if page.marks[n] is Mark.HEADLINE and word_count(page.units[n].text) > 2]
    repeated = [n for n in told if repeats(page.units[0].text, page.units[n].text)]
    return set(told) if len(told) - len(repeated) > LIST_RUN else set()


def _list_below(page: Page, last: int) -> set[int]:
    if last < 1 or page.units[last].text.endswith((":", "：")):
        return set()
    after = [n for n in range(last + 1, len(page.units)) if page.marks[n] is Mark.HEADLINE]
    told = [n for n in after if page.units[n].text[:1] not in "•-*–·" and word_count(page.units[n].text) > 2]
    cut_off = sum(is_truncated(page.units[n].text) for n in told)
    tagged = len(told) >= 2 and len(after) > LIST_RUN and max(word_count(page.units[n].text) for n in told) > LIST_RUN
    if tagged and after == list(range(last + 1, last + 1 + len(after))):
        return set(after)
    if len(told) >= LIST_RUN or (len(told) >= 2 and cut_off * 2 > len(told)):
        return set(told)
    return set()


def _posts(page: Page) -> set[int]:
    """Return the lines of embedded posts, from the author's line to the end marks."""
    embeds = [n for n, found in enumerate(page.marks) if found is Mark.EMBED]
    return {
        n
        for first, last in pairwise(embeds)
        if last - first <= EMBED_REACH and "@" in page.units[first].text and "@" not in page.units[last].text
        for n in range(first, last + 1)
    }


def _doubles(page: Page) -> set[int]:
    """Return the paragraphs that repeat another, whole or cut short; of two, the longer stays."""
    kept: dict[str, int] = {}
    doubles: set[int] = set()
    for index, found in enumerate(page.marks):
        if found not in (Mark.PARAGRAPH, Mark.HEADLINE, Mark.SHORT):
            continue
        words = normal(page.units[index].text[:4000])
        key = words[:SAME_OPENING]
        if len(key) < SAME_OPENING:
            continue
        other = kept.setdefault(key, index)
        if other == index:
            continue
        known = normal(page.units[other].text[:4000])
        if known.startswith(words):
            doubles.add(index)
        elif words.startswith(known):
            doubles.add(other)
            kept[key] = index
    return doubles
