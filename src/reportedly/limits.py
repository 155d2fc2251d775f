"""What no report is: text that would hold up the rest of a run, or that no parser can take."""

from __future__ import annotations

import re

from reportedly.errors import Problem
from reportedly.records import Report

LONGEST_LINE = 1_000_000
"""Characters of the longest line that is coded: some 150,000 words, a novel; spaCy takes no longer text either."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character (a lone surrogate), which a JSON file can hold and no encoding can write."""


def unfit(report: Report) -> Problem | None:
    """Return why a report is not to be coded, or ``None``.

    The line is known only where the report begins with its file.
    """
    if len(report.text) > LONGEST_LINE:
        for number, line in enumerate(report.text.split("\n"), 1):
            if len(line) > LONGEST_LINE:
                place = number if report.start == 0 and report.part == 1 else None
                message = f"part {report.part}: a line of {len(line)} characters is no report, left out; cut it up"
                return Problem(report.file, place, message)
    if not report.text.isascii() and _HALF.search(report.text):
        message = f"part {report.part}: holds half of a character (a lone surrogate), left out; mend its encoding"
        return Problem(report.file, None, message)
    return None
