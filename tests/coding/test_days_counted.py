"""Days that hang on another day of the report: "the next day", "back then", "a week earlier"."""

from __future__ import annotations

import pytest

from .conftest import Mentions

FIRST = "A bomb killed two men in Kaduna on 3 May 2021."


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("Back then, gunmen attacked a checkpoint in Zaria.", "2021-05-03"),
        ("The next day gunmen attacked a checkpoint in Zaria.", "2021-05-04"),
        ("Two days later, gunmen attacked a checkpoint in Zaria.", "2021-05-05"),
        ("A week earlier, gunmen had attacked a checkpoint in Zaria.", "2021-04-26~"),
    ],
)
def test_it_is_counted_from_the_day_last_told(mentions: Mentions, second: str, day: str) -> None:
    found = mentions(f"{FIRST} {second}")
    assert [m.date.edtf for m in found if m.date] == ["2021-05-03", day]


def test_the_day_after_a_counted_day_is_counted_from_it(mentions: Mentions) -> None:
    text = f"{FIRST} The next day gunmen attacked a checkpoint in Zaria. The following day soldiers shelled Jos."
    assert [m.date.edtf for m in mentions(text) if m.date] == ["2021-05-03", "2021-05-04", "2021-05-05"]


@pytest.mark.parametrize("first", ["", "Clashes went on in Kaduna throughout May 2021. "])
def test_without_a_day_to_count_from_the_date_is_not_known(mentions: Mentions, first: str) -> None:
    last = mentions(f"{first}The next day gunmen attacked a checkpoint in Zaria.")[-1]
    assert last.date is None
