"""Put words that a tagger knows for those that it misreads, at the same length, before parsing."""

from __future__ import annotations

import re
from functools import cache

from reportedly.errors import LexiconError
from reportedly.resources import load_toml

STAND_INS = "en/stand_ins.toml"


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["find"]), row["put"]) for row in load_toml(STAND_INS)["stand_in"])


def with_stand_ins(text: str) -> str:
    """Return ``text`` as the parser shall read it, its length unchanged.

    Raises:
        LexiconError: An entry stands in for words of another length.
    """
    for pattern, put in _pairs():
        if pattern.search(text):
            text = pattern.sub(_checked(put, pattern, text), text)
    return text


def _checked(put: str, pattern: re.Pattern[str], text: str) -> str:
    for found in pattern.findall(text):
        if len(found) != len(put):
            raise LexiconError(f"resources/{STAND_INS}: {put!r} is not as long as {found!r}")
    return put
