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

OPENING: Final = 60
"""Characters of a sentence in which such words stand."""


def opens_another(sentence: str) -> bool:
    """Return whether a sentence opens a deed beside the one told before."""
    opening = sentence[:OPENING]
    return FRESH.search(opening) is not None or ALSO.search(opening) is not None
