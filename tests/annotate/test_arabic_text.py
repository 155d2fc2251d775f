"""Levelling Arabic letters: what writers vary is one, and every offset leads back to the words as written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.arabic_text import form, level
from reportedly.resources import load_toml

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىئؤةـ.* \u064b\u064e\u0650\u0651\u200f٣۴5،«»", max_size=60)


@pytest.mark.parametrize(
    ("written", "levelled"),
    [
        ("قُتِلَ", "قتل"),
        ("أُصيبَ", "اصيب"),
        ("إدلب", "ادلب"),
        ("مستشفى", "مستشفي"),
        ("قصـــف", "قصف"),
        ("قصـ.ـف", "قصف"),
        ("داعـ ـش", "داعش"),
        ("استشـ ـهدوا", "استشهدوا"),
        ("ق.ت.ل", "قتل"),
        ("قت.ل", "قتل"),
        ("العد.وان الإسرا.ئيلي", "العدوان الاسرائيلي"),
        ("والصه.يونية", "والصهيونية"),
        ("التفـ*ـجير", "التفجير"),
        ("١٢ و۱۳", "12 و13"),
        ("کردستان", "كردستان"),
        ("\u200fحلب\u200e", "حلب"),
        ("ﻗﺼﻒ", "قصف"),
        ("ﻻ", "لا"),
    ],
)
def test_variants_meet(written: str, levelled: str) -> None:
    assert form(written) == levelled


@pytest.mark.parametrize("written", ["د.محمد", "حلب.ثم قصفوا", "حلب.قصف", "المدينة. وقال", "3.5 كم"])
def test_stops_that_part_words_stay(written: str) -> None:
    assert "." in form(written)


def test_span_takes_the_signs_on_a_letter() -> None:
    text = "ثمّ قُتِلَ."
    levelled = level(text)
    at = levelled.text.index("قتل")
    start, end = levelled.span(at, at + 3)
    assert text[start:end] == "قُتِلَ"


@given(ARABIC)
def test_offsets_lie_in_the_text_and_rise(text: str) -> None:
    levelled = level(text)
    assert len(levelled.text) == len(levelled.starts) == len(levelled.ends)
    for start, end in zip(levelled.starts, levelled.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(levelled.starts) == sorted(levelled.starts)


@given(ARABIC)
def test_levelling_twice_changes_nothing_but_stops(text: str) -> None:
    once = form(text)
    assert form(once).replace(".", "").replace("*", "") == once.replace(".", "").replace("*", "")


@pytest.mark.parametrize("entry", load_toml("ar/dodged.toml")["word"], ids=lambda e: str(e["words"][0]))
def test_every_list_of_words_that_are_broken_up_has_an_example(entry: dict[str, Any]) -> None:
    assert "." not in form(entry["example"])
    assert form(entry.get("counter", ".")).count(".") == 1
