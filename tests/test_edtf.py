from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import edtf


@pytest.mark.parametrize(
    "text",
    ["2020-04-16", "2020-04", "2020", "XXXX-04-16", "XXXX-02-29", "2020-04-XX", "198X", "2014-22", "2020~", "2020-04~",
     "2020-04-14/2020-04-16", "../2020", "2020/..", "/2020-04", "2020-04-14~/2020-04-17", "XXXX-04-15/XXXX-04-16"],
)  # fmt: skip
def test_valid(text: str) -> None:
    assert edtf.is_valid(text)


@pytest.mark.parametrize(
    "text",
    ["", "/", "../..", "2020-13", "2020-04-31", "2019-02-29", "2020-4-16", "2020-04-16/2020-04-15", "April", "2020-25",
     "2020-22-01", "2020-XX-05", "２０２０", "2020/2021/2022"],
)  # fmt: skip
def test_invalid(text: str) -> None:
    assert not edtf.is_valid(text)
    assert edtf.bounds(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-04-16", date(2020, 4, 16), date(2020, 4, 16)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("2020-04-14~/2020-04", date(2020, 4, 14), date(2020, 4, 30)),
    ],
)
def test_bounds(text: str, first: date, last: date) -> None:
    assert edtf.bounds(text) == (first, last)


@pytest.mark.parametrize("text", ["XXXX-04-16", "../2020", "2020/..", "XXXX"])
def test_open_and_yearless_dates_have_no_bounds(text: str) -> None:
    assert edtf.bounds(text) is None


@given(st.dates(max_value=date(9998, 12, 31)), st.integers(0, 5000))
def test_days_are_valid_and_their_own_bounds(first: date, more: int) -> None:
    last = min(edtf.shift(first, more), date(9998, 12, 31))
    assert edtf.bounds(edtf.days(first, last)) == (first, last)


@given(st.text(max_size=24) | st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}[~?]?/?", fullmatch=True))
def test_any_text_is_judged(text: str) -> None:
    limits = edtf.bounds(text)
    assert limits is None or (edtf.is_valid(text) and limits[0] <= limits[1])


def test_month_and_shift_stay_within_the_calendar() -> None:
    assert edtf.month(2020, 0) == "2019-12"
    assert edtf.month(1, -40) == "0001-01"
    assert edtf.shift(date.min, -5) == date.min
    assert edtf.shift(date.max, 5) == date.max
