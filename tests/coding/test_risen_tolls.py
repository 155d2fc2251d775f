"""A toll that rises tells its deed again: the last figure stands, and no deed is added; the reports are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder

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
