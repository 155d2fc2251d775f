"""Datelines that the reader set apart from a report's text: they say which land it is about, and nothing else of it."""

from __future__ import annotations

import re
from typing import Final

from reportedly.records import BlockKind, Report

_CITY: Final = re.compile(r"^\W*(?:[^\W\d_a-z]|[ .'’-]){3,}, ?[A-Z]")
"""A city in capitals and its land ("SOKOTO, Nigeria, 12 August 2023 (Reuters) -"); writers' names are in small letters."""

LONGEST: Final = 120
"""Characters of a dateline, at most: city, land, day and agency."""


def datelines(report: Report) -> list[str]:
    """Return the lines that open a report with the city and the land that it was filed from."""
    lines = (report.slice(b.start, b.end) for b in report.blocks if b.kind in _APART)
    return [line for line in lines if len(line) <= LONGEST and _CITY.match(line)]


_APART: Final = frozenset({BlockKind.BYLINE, BlockKind.CLUTTER})
