"""A report before its metadata are settled, and what a document or a table says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reportedly.read.blocks import layout
from reportedly.read.dates import FoundDate, digest_day, parse_day, settle
from reportedly.read.options import ReadOptions
from reportedly.read.pages import Page, page_of, split
from reportedly.read.shape import units
from reportedly.records import Block

_URL_DAY = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Given:
    """What a table row or an HTML head says of a report; ``None`` where it says nothing."""

    title: str | None = None
    source: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    row_id: str | None = None
    from_column: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as its file gives it. ``given`` comes from a table or HTML, the rest from the words."""

    file: str
    part: int
    start: int
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    source: str | None
    language: str
    published: date | None
    given: Given


def page_drafts(file: str, text: str, options: ReadOptions, given: Given | None = None) -> list[Draft]:
    """Return the reports of a page, split; none if it has no words."""
    given = given or Given()
    pages = split(page_of(units(text)))
    pages = [page for page in pages if any(char.isalnum() for unit in page.units for char in unit.text)]
    return [
        _draft(file, (part, text), page, options, given if len(pages) == 1 else Given(url=given.url))
        for part, page in enumerate(pages, 1)
    ]


def row_draft(place: tuple[str, int], text: str, given: Given, options: ReadOptions) -> Draft:
    """Return the one report of a table's row; ``place`` is the file and the row's number from 1."""
    file, part = place
    draft = _draft(file, (part, text), page_of(units(text)), options, given)
    return Draft(file, part, 0, text, draft.blocks, draft.title, draft.source, draft.language, draft.published, given)


def _draft(file: str, place: tuple[int, str], page: Page, options: ReadOptions, given: Given) -> Draft:
    part, text = place
    told = layout(page, given.title)
    start = page.units[0].start if page.units else 0
    end = page.units[-1].end if page.units else len(text)
    words = text[start:end]
    digest = digest_day(given.title or told.title or "")
    dates = told.dates if digest is None else (*told.dates, digest)
    published = _published(dates, words, options) if given.published is None else None
    return Draft(file, part, start, words, told.blocks, told.title, told.source, told.language, published, given)


def _published(dates: tuple[FoundDate, ...], words: str, options: ReadOptions) -> date | None:
    days = (settle(found, words[:20_000], options.last_day) for found in dates)
    return next((day for day in days if day is not None), None)


def url_day(url: str | None, last_day: date) -> date | None:
    """Return the day that a web address holds in its path (``/2021/05/03/``)."""
    if not url:
        return None
    match = _URL_DAY.search(url[:300])
    day = parse_day(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}") if match else None
    return day if day and day <= last_day else None
