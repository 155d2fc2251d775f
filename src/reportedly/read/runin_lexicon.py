"""The lexicon of run-in furniture (``runin.toml``) as frozen records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import LexiconError
from reportedly.resources import load_toml

NAME = "read/runin.toml"


@dataclass(frozen=True, slots=True)
class HeadStep:
    """Furniture in a paragraph's head; ``after_head``: only where a date, a title or an outlet stands before it."""

    after_head: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Insert:
    """Furniture between sentences, in the pattern's group ``cut``; ``dateline``: it is a byline, else clutter."""

    dateline: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class RunIn:
    """All run-in furniture.

    Attributes:
        heads: Steps of a paragraph's head.
        inserts: Furniture between sentences.
        credit: A photograph's credit in brackets.
        tags: The word before a row of tags.
        sentence_words: Words of sentences that stand in no tag.
        city: A city in capitals that opens a report, or a town in capitals with its country.
    """

    heads: tuple[HeadStep, ...]
    inserts: tuple[Insert, ...]
    credit: re.Pattern[str]
    tags: re.Pattern[str]
    sentence_words: frozenset[str]
    city: re.Pattern[str]


@cache
def runin() -> RunIn:
    """Return the lexicon.

    Raises:
        LexiconError: A pattern is malformed.
    """
    table = load_toml(NAME)
    try:
        return RunIn(
            tuple(HeadStep(entry["after_head"], _any(entry["patterns"])) for entry in table["head"]),
            tuple(
                Insert(entry["dateline"], re.compile(pattern))
                for entry in table["insert"]
                for pattern in entry["patterns"]
            ),
            re.compile(table["caption"]["credit"]),
            re.compile(table["tags"]["marker"]),
            frozenset(table["tags"]["words"]),
            _city(table["city"]),
        )
    except re.error as error:
        raise LexiconError(f"resources/{NAME}: {error}") from error


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _city(table: dict[str, Any]) -> re.Pattern[str]:
    names, countries, openers = (
        "|".join(re.escape(name) for name in sorted(table[key], key=len, reverse=True))
        for key in ("names", "countries", "openers")
    )
    opens = r"(?=\s+(?:[\"'“‘]?[A-Z][a-z]|[AI] |\d))"
    known = rf"(?:{names})(?:,?\s+(?:{countries}))?{opens}"
    other = rf"[A-Z]{{4,}}(?:[ -][A-Z]{{2,}}){{0,2}},?\s+(?:{countries})(?=\s+(?:(?:{openers})\b|\d))"
    return re.compile(f"(?:{known}|{other})")
