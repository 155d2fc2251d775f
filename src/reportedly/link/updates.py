"""Words by which a toll takes the place of an earlier one: told as risen, or as revised or corrected."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reportedly.incidents import Update
from reportedly.records import Mention, Toll
from reportedly.resources import load_toml

LINES_BEFORE: Final = 2
"""Lines above a toll's own in which a note of correction stands, blank ones left out: a headline and the note."""


def _near(raw: dict[str, dict[str, list[str]]], part: str) -> list[str]:
    """Return the patterns of a count word and a word of ``part``, in either order, up to fourteen words apart."""
    found = []
    for language in ("english", "arabic"):
        counts, words = ("|".join(raw[language][name]) for name in ("counts", part))
        found += [
            rf"(?:{counts})\W+(?:\w+\W+){{0,14}}?(?:{words})",
            rf"(?:{words})\W+(?:\w+\W+){{0,14}}?(?:{counts})",
        ]
    return found


@cache
def _risen() -> re.Pattern[str]:
    """Return the pattern of a toll told as grown."""
    return re.compile(rf"\b(?:{'|'.join(_near(load_toml('link/risen.toml'), 'growth'))})\b", re.IGNORECASE)


def _listed(part: str) -> list[str]:
    """Return the patterns of ``resources/link/revised.toml`` in both languages."""
    raw = load_toml("link/revised.toml")
    return [words for language in ("english", "arabic") for words in raw[language][part]]


@cache
def _own() -> re.Pattern[str]:
    """Return the pattern of a note on the outlet's own earlier report."""
    return re.compile(rf"\b(?:{'|'.join(_listed('own'))})\b", re.IGNORECASE)


@cache
def _grown() -> re.Pattern[str]:
    """Return the pattern of a toll told as grown, in stricter words: smoke that rose where people were killed is none."""
    raw, strict = load_toml("link/risen.toml"), load_toml("link/revised.toml")
    both = {name: {"counts": strict[name]["counts"], "growth": raw[name]["growth"]} for name in ("english", "arabic")}
    return re.compile(rf"\b(?:{'|'.join(_near(both, 'growth'))})\b", re.IGNORECASE)


@cache
def _revised() -> re.Pattern[str]:
    """Return the pattern of a toll told as revised, and of the notes that correct one."""
    found = [*_near(load_toml("link/revised.toml"), "revision"), *_listed("notes"), *_listed("own")]
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    """Return the pattern of a line or title that opens as a correction."""
    return re.compile(rf"^\W*(?:{'|'.join(_listed('openers'))})\b", re.IGNORECASE)


def tells_growth(text: str) -> bool:
    """Return whether words tell a toll as one that has grown (``resources/link/risen.toml``)."""
    return _risen().search(text) is not None


def tells_revision(text: str) -> bool:
    """Return whether words tell a toll as revised or corrected (``resources/link/revised.toml``)."""
    return _revised().search(text) is not None or _opener().match(text) is not None


def corrects(mention: Mention, toll: Toll) -> bool:
    """Return whether a mention's own words tell a toll as revised or corrected."""
    title = mention.report.title
    told = (mention.quote.text, toll.span.text)
    return any(tells_revision(words) for words in told) or (title is not None and _opener().match(title) is not None)


def update_of(mention: Mention, toll: Toll, text: str | None) -> Update | None:
    """Return how a report tells a toll as one that takes the place of an earlier one, ``None`` where it does not.

    Args:
        mention: The mention.
        toll: Its toll of killed or injured.
        text: The report's text, if it is at hand: a note of correction stands beside the quote.
    """
    at = toll.span.start - mention.report.start
    around = _around(text, at) if text else ()
    told = _sentence(text, at, toll) if text else toll.span.text
    if (
        corrects(mention, toll)
        or _revised().search(told)
        or any(_opener().match(line) or _own().search(line) for line in around)
    ):
        return Update.REVISED
    return Update.RISEN if _grown().search(told) else None


_END: Final = re.compile(r"[.!?؟۔](?=\s)|\n")
"""Where a sentence ends; an abbreviation ends one too many, which loses no more than a word of growth before it."""


def _sentence(text: str, at: int, toll: Toll) -> str:
    """Return the words from the beginning of a toll's sentence to the end of the toll."""
    if not 0 <= at < len(text):
        return toll.span.text
    begin = max((found.end() for found in _END.finditer(text, 0, at)), default=0)
    return text[begin : at + len(toll.span.text)]


def _around(text: str, at: int) -> tuple[str, ...]:
    """Return the lines above and below the one that holds a place of a text, and that line, blank ones left out."""
    if not 0 <= at < len(text):
        return ()
    before = [line for line in text[:at].split("\n")[:-1] if line.strip()][-LINES_BEFORE:]
    start = text.rfind("\n", 0, at) + 1
    after = [line for line in text[start:].split("\n") if line.strip()][:2]
    return (*before, *after)
