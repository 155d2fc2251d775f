"""The rules of CODEBOOK, "Fields", for killed and injured, on Arabic sentences that deny harm or count in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind

from .conftest import report_of, toll_range

NONE = (0, 0, 0)
Range = tuple[int, int, int | None] | None


def tolls(coder: Coder, text: str) -> tuple[Range, Range]:
    """Return killed and injured of the one event of a sentence."""
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    (mention,) = coder.code(report)
    return toll_range(mention.killed), toll_range(mention.injured)


@pytest.mark.parametrize(
    "ending",
    [
        "دون وقوع خسائر بشرية",
        "من دون تسجيل إصابات",
        "دون أن يسفر ذلك عن أضرار بشرية",
        "ولم يسفر القصف عن وقوع إصابات",
        "ولم تسفر عن سقوط ضحايا",
    ],
)
def test_harm_that_is_denied_is_zero(coder: Coder, ending: str) -> None:
    assert tolls(coder, f"قصفت المدفعية بلدة سرمين {ending}.") == (NONE, NONE)


@pytest.mark.parametrize(
    "ending",
    [
        "دون ورود معلومات عن خسائر بشرية",
        "ولم ترد أنباء عن وقوع ضحايا",
        "دون معلومات عن حجم الخسائر",
        "واقتصرت الأضرار على الماديات",
    ],
)
def test_harm_that_is_unknown_or_to_things_is_absent(coder: Coder, ending: str) -> None:
    assert tolls(coder, f"قصفت المدفعية بلدة سرمين {ending}.") == (None, None)


def test_no_injured_beside_the_dead_says_nothing_of_the_dead(coder: Coder) -> None:
    assert tolls(coder, "قصفت المدفعية بلدة سرمين دون وقوع إصابات أخرى بعد مقتل مدني.")[0] != NONE


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("قُتل واحد وعشرون شخصاً في قصف على بلدة سرمين.", ((21, 21, 21), None)),
        ("أصيب خمسة وعشرون مدنياً في قصف على بلدة سرمين.", (None, (25, 25, 25))),
        ("قُتل مئة وخمسة وعشرون مدنياً في قصف على بلدة سرمين.", ((125, 125, 125), None)),
    ],
)
def test_a_number_of_several_words_counts_once(coder: Coder, text: str, counts: tuple[Range, Range]) -> None:
    assert tolls(coder, text) == counts
