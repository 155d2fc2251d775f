"""Commas that scraping or a headline left out between the dead and the hurt: "48 dead over 100 injured after a blast"."""

from __future__ import annotations

import re

_TOLL = r"(?:killed|dead|injured|wounded|hurt)"
_NUMBER = (
    r"(?:\d[\d,.]*|dozens|scores|hundreds|several|many|others|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|a dozen)"
)
_NEAR = r"(?:(?:over|at least|more than|about|nearly|some|around|up to|as many as) )?"
_END = r"(?=\W*$|[,.;:)]|\s+(?:in|as|after|when|at|near|by|on|during|from|following|amid|across|outside|since|and)\b)"
_GAP = re.compile(
    rf"(?<=\b)(?P<first>{_TOLL}) (?={_NEAR}{_NUMBER} (?:others? |people |more )?(?P<second>{_TOLL})\b{_END})", re.I
)

_DEAD = frozenset({"killed", "dead"})


def with_commas(text: str) -> str:
    """Return a sentence with a comma for the blank between two tolls, its length unchanged.

    "Killed 20 wounded prisoners" and two counts of the dead keep theirs.
    """

    def comma(gap: re.Match[str]) -> str:
        one, other = gap["first"].lower() in _DEAD, gap["second"].lower() in _DEAD
        return gap["first"] + ("," if one is not other else " ")

    return _GAP.sub(comma, text)
