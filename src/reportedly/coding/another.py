"""Words that open one more deed like the one before: "another attack", "elsewhere", «كما قصفت»."""

from __future__ import annotations

import re
from typing import Final

FRESH = re.compile(
    r"\b(?:(?:another|a\s+second|a\s+third|a\s+different|a\s+similar)\s+(?:[\w-]+\s+){0,2}?(?:incident|attack|strike|air|raid|bomb|"
    r"blast|explosion|operation|development|shelling|clash|case|assault|ambush|protest|statement|report)\w*|separate(?:ly)?|"
    r"elsewhere|furthermore|moreover|additionally|other\s+incidents?|earlier\s+attack|meanwhile|in\s+turn|likewise)\b",
    re.IGNORECASE,
)
"""Words that open a new deed like the one before."""

ALSO = re.compile(
    r"^\W*و?(?:كما|كذلك|من جهة أخرى|من ناحية أخرى|إلى ذلك|في سياق (?:آخر|منفصل|متصل)|في المقابل)\s|\bأيضا"
)
"""Arabic words that open one more deed, of the same day."""

SAME_DAY = re.compile(
    r"\b(?:the|that)\s+(?:very\s+)?same\s+(?:day|night|evening|morning|afternoon)\b(?!\s+(?:that|as|when|in which))"
    r"|(?:اليوم|الليلة|المساء|الصباح)\s+(?:نفسه|نفسها|ذاته|ذاتها)\b|نفس\s+(?:اليوم|الليلة)\b",
    re.IGNORECASE,
)
"""Words that put one more deed on the day of the one told before: of that deed itself nobody would say them."""

HAD = re.compile(r"^\W*(?:و|ف)?كان(?:ت|وا)?\s(?:\S+\s){0,8}?قد\s")
"""«وكانت القوات قد استهدفت …»: a deed before the one just told."""

OPENING: Final = 60
"""Characters of a sentence in which such words stand."""


def opens_another(sentence: str, deed: bool = False) -> bool:
    """Return whether a sentence opens a deed beside the one told before.

    Args:
        sentence: Its words.
        deed: True if it tells a deed and not a toll alone: then "the same day" and a pluperfect make it one more.
    """
    opening = sentence[:OPENING]
    if deed and (SAME_DAY.search(sentence) or HAD.search(sentence)):
        return True
    return FRESH.search(opening) is not None or ALSO.search(opening) is not None
