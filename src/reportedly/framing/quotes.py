"""Where a report's words stand in quotation marks."""

from __future__ import annotations

import re

from reportedly.records import Report

LONGEST = 600
"""Characters between two marks that are taken as a pair: a longer stretch has lost one of its marks. The longest of 514
pairs in the dev articles has 482."""

_PAIRS = (
    re.compile(rf"“[^“”]{{1,{LONGEST}}}”"),
    re.compile(rf"«[^«»]{{1,{LONGEST}}}»"),
    re.compile(rf"(?<![\w\"])\"(?=\S)[^\"]{{1,{LONGEST}}}(?<=\S)\"(?!\w)"),
    re.compile(r"(?<!\w)‘(?=\w)[^‘’]{1,80}(?<=\S)’(?!\w)"),
    re.compile(r"(?<!\w)'(?=\w)[^']{1,80}(?<=\S)'(?!\w)"),
)
"""Single marks are also apostrophes; only short stretches between them are taken."""


def quoted_ranges(report: Report) -> tuple[tuple[int, int], ...]:
    """Return the file offsets of what stands in quotation marks, marks included, block by block, in order."""
    found = []
    for block in report.blocks:
        text = report.slice(block.start, block.end)
        found += [(block.start + m.start(), block.start + m.end()) for p in _PAIRS for m in p.finditer(text)]
    return tuple(sorted(found))
