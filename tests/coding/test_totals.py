"""Tolls of a month are totals, a deed's own toll is not; days behind a documented deed are its; invented sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, Mention, Status

from .conftest import report_of

Only = Callable[[str], Mention]


def code_arabic(coder: Coder, text: str) -> Mention:
    report = replace(report_of(text), language="ar")
    return coder.code(replace(report, blocks=tuple(Block(b.start, b.end, b.kind, "ar") for b in report.blocks)))[0]


@pytest.mark.parametrize(
    "text",
    [
        "In May, 34 civilians were killed in Daraa, Terrace Monitor said in its monthly report.",
        "In May, 34 civilians were killed in Daraa, Terrace Monitor said.",
        "At least 15 people were killed in North Kivu in May.",
        "Lookout said 34 civilians, including nine children, were killed in Daraa last month.",
        "Last week, 17 soldiers were killed in Mali, the army said.",
        "In 2013, 27 people were killed in Homs.",
        "Four civilians were killed in Daraa in May, Lookout said in its monthly report.",
        "Lookout documented 21 assassinations in Daraa in May.",
    ],
)
def test_a_bare_toll_of_a_long_time_is_a_total(only: Only, text: str) -> None:
    assert only(text).status is Status.AGGREGATE


@pytest.mark.parametrize(
    "text",
    [
        "In May, a car bomb killed 34 civilians in Daraa.",
        "A landmine killed 14 civilians in Daraa in May.",
        "In May 2021, gunmen killed 12 villagers in Gwoza in Nigeria.",
        "A soldier was killed in May in Daraa.",
        "In January, more than 50 people were killed in Bukuyum in Nigeria.",
        "On Monday, 34 civilians were killed in Daraa.",
        "Nine people were killed in Homs on 3 May, Lookout said in its monthly report.",
    ],
)
def test_a_deed_of_its_own_stays_an_event(only: Only, text: str) -> None:
    assert only(text).status is Status.EVENT


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قتل 34 مدنيا في درعا في أيار، بحسب الشبكة.", Status.AGGREGATE),
        ("وثقت شبكة حوران مقتل 34 مدنيا في محافظة درعا خلال شهر أيار الماضي.", Status.AGGREGATE),
        ("قتل 17 جنديا في مالي الأسبوع الماضي.", Status.AGGREGATE),
        ("قتل 34 مدنيا بانفجار سيارة مفخخة في درعا في أيار.", Status.EVENT),
        ("قتل 34 مدنيا في درعا أمس.", Status.EVENT),
    ],
)
def test_arabic_totals(coder: Coder, text: str, status: Status) -> None:
    assert code_arabic(coder, text).status is status


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lookout documented the killing of 11 civilians in an air strike on the market of Taiz today.", "2021-06-16"),
        ("Lookout documented the killing of 11 civilians on Friday.", "2021-06-11"),
        ("The observatory recorded the death of two children in shelling of Taiz yesterday.", "2021-06-15"),
        ("The monitor reported the killing of three people in Goma on Monday.", "2021-06-14"),
        ("Medics confirmed the death of four people in a strike on Rafah on Monday.", "2021-06-14"),
        ("The network documented the arrest of nine men by the army in Homs on Sunday.", "2021-06-13"),
        ("Activists reported shelling of Sarmin on Sunday.", "2021-06-13"),
        ("Lookout said on Saturday that 11 civilians were killed in a strike on Taiz.", None),
    ],
)
def test_a_day_behind_a_documented_deed_is_the_deeds(only: Only, text: str, day: str | None) -> None:
    date = only(text).date
    assert (date and date.edtf) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وثقت شبكة حوران مقتل ثلاثة مدنيين خلال شهر أيار الماضي.", "2021-05"),
        ("وثقت شبكة حوران مقتل ثلاثة مدنيين في درعا اليوم.", "2021-06-16"),
    ],
)
def test_a_day_behind_a_documented_deed_in_arabic(coder: Coder, text: str, day: str) -> None:
    date = code_arabic(coder, text).date
    assert date is not None
    assert date.edtf == day
