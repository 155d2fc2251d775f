"""HTML pages: the article's text by trafilatura, and what the page's head says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.read.dates import parse_day
from reportedly.read.drafts import Given
from reportedly.read.lexicon import outlets
from reportedly.read.titles import cut


@dataclass(frozen=True, slots=True)
class Article:
    """The text taken out of a page, in which offsets count, and its head's metadata."""

    text: str
    given: Given


def article(markup: str, last_day: date) -> Article | None:
    """Return the article of an HTML page, or ``None`` if there is none.

    The head's day counts only up to ``last_day``. Comments are left out.
    """
    from trafilatura import bare_extraction  # heavy, and needed for HTML alone

    document = bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or isinstance(document, dict) or not (document.text or "").strip():
        return None
    published = parse_day(document.date) if document.date else None
    title = document.title.strip() if document.title else None
    proper = cut(title, ()) if title else None
    source = document.sitename.strip() if document.sitename else None
    known = outlets().named(source) if source else (proper.outlet if proper else None)
    return Article(
        document.text,
        Given(
            title=title[: proper.length] if title and proper and proper.length else title,
            source=known.name if known else source,
            published=published if published and published <= last_day else None,
            url=document.url or None,
        ),
    )
