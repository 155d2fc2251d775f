"""Digests: a day told in one item says nothing of the next, and the heading's day holds for all; invented texts."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder

from .conftest import story_of

ITEMS = ("- Gunmen shot dead a trader in Kampala on Friday.", "- Shelling killed two farmers in Entebbe.")


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("What happened in the south", None),
        ("Round-up for Saturday 5 June 2021", "2021-06-05"),
        ("Daily summary, 16 June 2021", "2021-06-16"),
        ("Report of 5 June 2021 and of 6 June 2021", None),
        ("The minister toured Busia on 5 June 2021", None),
    ],
)
def test_days_of_items(coder: Coder, heading: str, other: str | None) -> None:
    mentions = coder.code(story_of(heading, *ITEMS))
    days = {m.place.name: m.date and m.date.edtf for m in mentions if m.place}
    assert days == {"Kampala": "2021-06-11", "Entebbe": other}


def test_paragraphs_that_are_no_items_share_their_day(coder: Coder) -> None:
    mentions = coder.code(story_of("", *(item.removeprefix("- ") for item in ITEMS)))
    assert [m.date and m.date.edtf for m in mentions] == ["2021-06-11", "2021-06-11"]


def test_an_item_without_its_mark_is_an_item_of_a_digest(coder: Coder) -> None:
    unmarked = "Police arrested two men in Jinja."
    mentions = coder.code(story_of("Round-up for Saturday 5 June 2021", ITEMS[0], unmarked, ITEMS[1]))
    assert [m.date and m.date.edtf for m in mentions] == ["2021-06-11", "2021-06-05", "2021-06-05"]


def test_items_that_open_with_their_place_take_the_heading_s_day(coder: Coder) -> None:
    items = ("Central: Gunmen shot dead a trader in Kampala.", "Lake Region: Shelling killed two farmers in Entebbe.")
    mentions = coder.code(story_of("DAILY SECURITY DIGEST – UGANDA – 16 June 2021", *items))
    assert [m.date and m.date.edtf for m in mentions] == ["2021-06-16", "2021-06-16"]
