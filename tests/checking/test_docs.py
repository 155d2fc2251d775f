"""The example of ``docs/record.md`` is what the coder and the view make of the report."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportedly.checking import plain_text, report_lines
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Report

ROOT = Path(__file__).parents[2]
PAGE = "examples/reports/page.txt"


def shown_block() -> list[str]:
    """Return the lines of the first mention of the page, 100 columns wide, as the command prints them."""
    options = ReadOptions(published=date(2021, 3, 16))
    told = next(item for item in read_paths([str(ROOT / PAGE)], options) if isinstance(item, Report))
    told = replace(told, file=PAGE)
    return [plain_text(line) for line in report_lines(told, Coder().code(told)[:1], 100)][1:]


def test_the_block_of_the_docs_is_what_the_view_prints() -> None:
    page = (ROOT / "docs/record.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    assert "\n".join(shown_block()) + "\n" == shown, "put the new block into docs/record.md"
