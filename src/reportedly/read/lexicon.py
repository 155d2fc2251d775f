"""The reader's lexicons as frozen records: outlets, clutter, bylines, languages, words of dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from reportedly.errors import LexiconError
from reportedly.read.shape import normal
from reportedly.resources import load_toml

KINDS: Final = frozenset({"related", "tail", "alone", "embed", "caption", "separator", "byline", "signoff", "label"})
"""What a line of furniture can be (``clutter.toml``, ``bylines.toml``)."""


OPENING_KINDS: Final = frozenset({"related", "tail", "caption"})
"""Kinds whose phrases also open a line before a colon; a button's word there opens a headline ("Syria: ...")."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet's neutral name; ``photo`` if that name also stands under photographs."""

    name: str
    photo: bool


@dataclass(frozen=True, slots=True)
class OutletWords:
    """Words in the names of outlets (``outlets.toml``, ``outlet_words``)."""

    sure: frozenset[str]
    first: frozenset[str]
    weak: frozenset[str]
    press: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole-line phrases (normalised) and patterns of one kind of line.

    ``opens``: a phrase also counts before a colon, with what follows it ("Read also: ...").
    """

    kind: str
    opens: bool
    phrases: frozenset[str]
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Tail:
    """A marker of run-in page furniture, and the most characters that may follow it."""

    within: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Language:
    """How one language shows: by script, by letters within the script, by commonest words."""

    code: str
    script: str
    letters: frozenset[str]
    stopwords: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names of months and weekdays by number (January 1, Monday 0), and labels of publication dates.

    ``also_words`` are months whose lower case is a common word, ``hijri`` the months of the Hijri calendar, ``digests``
    words of the titles of digests.
    """

    months: tuple[tuple[str, int], ...]
    weekdays: tuple[tuple[str, int], ...]
    labels: tuple[str, ...]
    also_words: frozenset[str]
    hijri: tuple[tuple[str, int], ...]
    digests: frozenset[str]


def _compiled(name: str, patterns: list[str]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"resources/{name}: {error}") from error


def _groups(name: str) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = load_toml(name)["group"]
    for group in groups:
        if group["kind"] not in KINDS:
            raise LexiconError(f"resources/{name}: kind {group['kind']!r} is none of {sorted(KINDS)}")
    return groups


@cache
def line_phrases() -> tuple[Phrases, ...]:
    """Return the kinds of furniture lines, in the order in which they are tried."""
    found = []
    for name in ("read/clutter.toml", "read/bylines.toml"):
        for group in _groups(name):
            phrases = frozenset(map(normal, group.get("phrases", ())))
            found.append(
                Phrases(
                    group["kind"], group["kind"] in OPENING_KINDS, phrases, _compiled(name, group.get("patterns", []))
                )
            )
    return tuple(found)


@cache
def kickers() -> frozenset[str]:
    """Return the phrases (normalised) that before a colon open a headline of the report's own."""
    return frozenset(map(normal, load_toml("read/clutter.toml")["kickers"]))


@cache
def tails() -> tuple[Tail, ...]:
    """Return the markers of run-in furniture at the end of a line."""
    return tuple(
        Tail(entry["within"], re.compile("|".join(f"(?:{marker})" for marker in entry["markers"])))
        for entry in load_toml("read/clutter.toml")["tail"]
    )


class Outlets:
    """The known outlets by any of their spellings."""

    def __init__(self, entries: tuple[tuple[Outlet, tuple[str, ...]], ...]) -> None:
        self._by_name = {normal(name): outlet for outlet, names in entries for name in names}

    def named(self, text: str) -> Outlet | None:
        """Return the outlet that the whole of ``text`` names, margins, case and a leading article apart."""
        if len(text) > 60:
            return None
        key = normal(text)
        return self._by_name.get(key) or self._by_name.get(key.removeprefix("the "))


@cache
def outlets() -> Outlets:
    """Return the known outlets."""
    entries = []
    for group in load_toml("read/outlets.toml")["group"]:
        for row in group["outlets"]:
            entries.append((Outlet(row[0], bool(group.get("photo"))), tuple(row)))
    return Outlets(tuple(entries))


@cache
def outlet_words() -> OutletWords:
    """Return the words that show a line to name an outlet."""
    words = load_toml("read/outlets.toml")["outlet_words"]
    return OutletWords(*(frozenset(words[key]) for key in ("sure", "first", "weak", "press", "small")))


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that can be told apart."""
    return tuple(
        Language(
            entry["code"],
            entry.get("script", "LATIN"),
            frozenset(entry.get("letters", "")),
            frozenset(entry.get("stopwords", "").split()),
        )
        for entry in load_toml("read/languages.toml")["language"]
    )


@cache
def date_words() -> DateWords:
    """Return the words of dates, longest first."""
    words = load_toml("read/dates.toml")
    months = [(name, number) for number, row in enumerate(words["months"], 1) for name in row]
    weekdays = [(name, number) for number, row in enumerate(words["weekdays"]) for name in row]
    hijri = [(name, number) for number, row in enumerate(words["hijri_months"], 1) for name in row]
    return DateWords(
        tuple(sorted(months, key=lambda pair: -len(pair[0]))),
        tuple(sorted(weekdays, key=lambda pair: -len(pair[0]))),
        tuple(sorted(words["labels"], key=lambda label: -len(label))),
        frozenset(words["also_words"]),
        tuple(sorted(hijri, key=lambda pair: -len(pair[0]))),
        frozenset(words["digests"]),
    )
