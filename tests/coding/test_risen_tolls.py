"""A toll that rises tells its deed again: the last figure stands, and no deed is added; the reports are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Status

from .conftest import report_of
from .test_arabic_roles import code, only


@pytest.mark.parametrize(
    ("more", "killed", "injured"),
    [
        ("Rescuers recovered two more bodies, bringing the toll to six.", 6, None),
        ("Rescuers recovered two more bodies, bringing the toll to six dead and 11 wounded.", 6, 11),
        ("The toll later rose to six dead and 11 wounded.", 6, 11),
        ("The toll jumped because so many of the wounded died at home.", 4, None),
    ],
)
def test_what_brings_a_toll_to_a_figure_is_no_deed(coder: Coder, more: str, killed: int, injured: int | None) -> None:
    mention = only(coder.code(report_of(f"An Israeli strike hit a house in Tyre, killing four people. {more}")))
    assert mention.sub_event_type == "Air/drone strike"
    assert mention.killed is not None
    assert mention.killed.best == killed
    assert (mention.injured and mention.injured.best) == injured


@pytest.mark.parametrize(
    ("more", "injured"),
    [
        ("وارتفعت حصيلة القتلى إلى ستة.", None),
        ("وارتفعت الحصيلة إلى ستة قتلى و11 جريحا.", 11),
        ("وانتشلت الفرق جثتين إضافيتين لترتفع الحصيلة إلى 6 قتلى و11 جريحا.", 11),
    ],
)
def test_an_arabic_toll_rises_too(coder: Coder, more: str, injured: int | None) -> None:
    mention = only(code(coder, f"قتل أربعة أشخاص في قصف على سوق في تعز. {more}"))
    assert mention.killed is not None
    assert mention.killed.best == 6
    assert (mention.injured and mention.injured.best) == injured


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Manbij without any group claiming responsibility.",
        "انفجرت سيارة مفخخة في منبج دون أن تتبنى أي جهة التفجير.",
    ],
)
def test_nobody_claims_what_no_group_claimed(coder: Coder, text: str) -> None:
    mention = only(coder.code(report_of(text)) if text.isascii() else code(coder, text))
    assert {c.field for c in mention.claims} == {"event"}


@pytest.mark.parametrize(
    "text",
    [
        "Landmines have claimed the lives of 22 civilians in Hodeidah since the beginning of the year, the monitor said.",
        "قال المرصد إن الألغام أودت بحياة 22 مدنيا في الحديدة منذ مطلع العام الجاري.",
    ],
)
def test_lives_claimed_since_a_day_are_a_total(coder: Coder, text: str) -> None:
    mention = only(coder.code(report_of(text)) if text.isascii() else code(coder, text))
    assert mention.status is Status.AGGREGATE
    assert mention.killed is not None
    assert mention.killed.best == 22


def test_a_blast_that_claimed_lives_is_an_event(coder: Coder) -> None:
    mention = only(code(coder, "أودى انفجار لغم بحياة ثلاثة مدنيين في الحديدة."))
    assert mention.status is Status.EVENT
    assert mention.sub_event_type == "Remote explosive/landmine/IED"


def test_a_ceasefire_that_is_reached_is_an_agreement(coder: Coder) -> None:
    mention = only(code(coder, "أعلنت الحكومة والحركة التوصل إلى اتفاق لوقف إطلاق النار في طرابلس."))
    assert mention.sub_event_type == "Agreement"


def test_a_town_before_that_takes_no_that_into_its_name(coder: Coder) -> None:
    mention = only(
        code(coder, "أفاد مندوب الوكالة في صور أن الطيران الحربي أغار على منزل في بلدة دير قانون وقتل شخصين.")
    )
    assert mention.place is not None
    assert mention.place.name == "دير قانون"


def test_a_toll_that_rises_today_is_of_last_night(coder: Coder) -> None:
    text = (
        "أغارت الطائرات ليل أمس على منزل في الخيام ما أدى إلى سقوط 4 قتلى. "
        "وواصلت الفرق رفع الأنقاض حتى بعد ظهر اليوم لترتفع الحصيلة إلى 6 قتلى و11 جريحا."
    )
    mention = only(code(coder, text))
    assert mention.killed is not None
    assert mention.killed.best == 6
    assert mention.date is not None
    assert mention.date.span.text == "ليل أمس"


@pytest.mark.parametrize(
    "text",
    [
        "دمرت القوات الأمريكية أربع طائرات مسيرة للحوثيين فوق البحر الأحمر.",
        "US forces destroyed four Houthi drones over the Red Sea.",
    ],
)
def test_drones_that_forces_destroy_are_weapons_stopped(coder: Coder, text: str) -> None:
    mention = only(coder.code(report_of(text)) if text.isascii() else code(coder, text))
    assert mention.sub_event_type == "Disrupted weapons use"
