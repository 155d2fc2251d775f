"""Who takes part in Arabic protests, and how crowds protest; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder

from .test_arabic_speakers import code, sides


@pytest.mark.parametrize(
    "text",
    [
        "خرجت مظاهرة في مدينة عدن، ورفع المتظاهرون لافتات.",
        "خرجت مظاهرة في مدينة عدن. ورفع المتظاهرون لافتات تندد بالغلاء.",
        "خرجت مظاهرة في مدينة عدن بسبب ما وصفه المحتجون بتأخر الرواتب.",
    ],
)
def test_protesters_named_beside_a_march_took_part_in_it(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert sides(mention) == [("participant", "Civilians")]


def test_rioters_named_beside_a_riot_did_it(coder: Coder) -> None:
    (mention,) = code(coder, "اندلعت أعمال شغب في مدينة صفاقس خلال مسيرة لمحتجين غاضبين.")
    assert sides(mention) == [("perpetrator", "Civilians")]


def test_a_march_without_protesters_names_nobody(coder: Coder) -> None:
    (mention,) = code(coder, "خرجت مظاهرة في مدينة عدن. وأغلقت المحال أبوابها.")
    assert sides(mention) == []


@pytest.mark.parametrize(
    "text",
    [
        "خرج الآلاف في مدينة صنعاء تنديدا بالغلاء.",
        "خرج المئات في مدينة صنعاء تضامنا مع العمال.",
        "ردد مئات المصلين هتافات ضد المجلس في مدينة صنعاء.",
        "وشكل عدة مئات من المتظاهرين في هدوء سلسلة بشرية في مدينة صنعاء.",
        "تظاهر عشرات من أعضاء النقابة أمام مقر البرلمان في مدينة صنعاء ضد القانون البرلماني.",
    ],
)
def test_a_crowd_protests(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert mention.sub_event_type == "Peaceful protest"
    assert sides(mention) == [("participant", "Civilians")]


@pytest.mark.parametrize("text", ["خرج المئات في مدينة صنعاء من دار السينما.", "خرج الوزير في زيارة إلى مدينة صنعاء."])
def test_who_merely_comes_out_does_not(coder: Coder, text: str) -> None:
    assert code(coder, text) == ()
