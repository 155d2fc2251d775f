"""The lexicon of ``resources/en/series.toml``: ordinals, the rules for counts of a series, stretches of time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.coding.wording import compile_phrases
from reportedly.errors import LexiconError
from reportedly.resources import load_toml

RULES = ("such", "row", "ever", "kind", "in a row", "window", "elided", "own", "time", "is the time")
"""The rules of ``series.py``: the file has one entry for each."""


@dataclass(frozen=True, slots=True)
class WindowEntry:
    """A way to name a stretch of time; ``clause`` is true where it runs to the end of the clause that it opens."""

    pattern: re.Pattern[str]
    clause: bool


@dataclass(frozen=True, slots=True)
class SeriesLexicon:
    """What shows that an ordinal counts a series.

    Attributes:
        values: What each ordinal word counts.
        tens: What the first half of a compound ordinal adds.
        ordinal: Finds ordinals, in words and in figures.
        rules: What each rule looks for; rules without phrases are left out.
        windows: Stretches of time.
        parts: Nouns that an ordinal numbers as a part, a rank or a name.
        deeds: Nouns that an owner's ordinal counts.
    """

    values: Mapping[str, int]
    tens: Mapping[str, int]
    ordinal: re.Pattern[str]
    rules: Mapping[str, re.Pattern[str]]
    windows: tuple[WindowEntry, ...]
    parts: frozenset[str]
    deeds: frozenset[str]

    def number(self, words: str) -> int:
        """Return what an ordinal that ``ordinal`` found counts."""
        figures = "".join(c for c in words if c.isdecimal())
        if figures:
            return int(figures)
        *tens, last = words.replace("-", " ").split()
        return self.values[last] + sum(self.tens[word] for word in tens)


@cache
def load_series(language: str = "en") -> SeriesLexicon:
    """Return the lexicon of a language.

    Raises:
        LexiconError: The file is missing or malformed, or a rule is missing or unknown.
    """
    name = f"{language}/series.toml"
    table = load_toml(name)
    if sorted(rule["name"] for rule in table["rule"]) != sorted(RULES):
        raise LexiconError(f"resources/{name}: needs the rules {', '.join(RULES)}, once each")
    lists = {**table["words"], "ordinal": table["ordinals"], "tens": table["tens"]}
    ordinals = (r"(?:{tens}(?: - |-| ))?{ordinal}", r"\d{1,3}(?:st|nd|rd|th)")
    return SeriesLexicon(
        values=table["ordinals"],
        tens=table["tens"],
        ordinal=compile_phrases(ordinals, lists),
        rules={r["name"]: compile_phrases(r["phrases"], lists) for r in table["rule"] if r["phrases"]},
        windows=tuple(
            WindowEntry(compile_phrases([phrase], lists), w.get("clause", False))
            for w in table["window"]
            for phrase in w["phrases"]
        ),
        parts=frozenset(word for part in table["part"] for word in part["words"]),
        deeds=frozenset(table["deeds"]["words"]),
    )
