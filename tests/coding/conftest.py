"""A coder with the built-in gazetteer alone, loaded once, and reports made from a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Report

PUBLISHED = date(2021, 6, 16)  # A Wednesday.


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


def report_of(text: str, published: date | None = PUBLISHED) -> Report:
    block = Block(0, len(text), BlockKind.TEXT, "en")
    return Report("test", "test.txt", 1, 0, len(text), text, (block,), published=published)


@pytest.fixture(scope="session")
def mentions(coder: Coder) -> Callable[[str], tuple[Mention, ...]]:
    return lambda text: coder.code(report_of(text))
