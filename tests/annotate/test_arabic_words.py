"""Cutting Arabic words: what is written onto them comes off where a known word is left."""

from __future__ import annotations

import pytest

from reportedly.annotate.arabic_text import form
from reportedly.annotate.arabic_words import pieces


def cut(text: str) -> list[str]:
    return [p.form for p in pieces(form(text), lambda word: word in ("حلب", "بنش", "وادي"))]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("وقال", ["و", "قال"]),
        ("والقصف", ["و", "القصف"]),
        ("للجيش", ["ل", "الجيش"]),
        ("وللجيش", ["و", "ل", "الجيش"]),
        ("بالمدفعية", ["ب", "المدفعية"]),
        ("بقصف", ["ب", "قصف"]),
        ("وبقصف", ["و", "ب", "قصف"]),
        ("قواتها", ["قوات", "ها"]),
        ("مدينتهم", ["مدينة", "هم"]),
        ("قتلهم", ["قتل", "هم"]),
        ("سيقصف", ["س", "يقصف"]),
        ("بحلب", ["ب", "حلب"]),
        ("وحلب", ["و", "حلب"]),
    ],
)
def test_clitics_come_off(written: str, parts: list[str]) -> None:
    assert cut(written) == parts


@pytest.mark.parametrize(
    "written", ["وزير", "وكالة", "بلدة", "بيان", "فريق", "لقاء", "كتيبة", "بنش", "سلاح", "وادي", "فلسطين"]
)
def test_letters_of_a_word_stay(written: str) -> None:
    assert cut(written) == [form(written)]


def test_offsets_cover_the_word() -> None:
    found = pieces("وللجيش 12 قتيلا، (حلب)")
    assert [(p.start, p.end) for p in found[:3]] == [(0, 1), (1, 2), (3, 6)]
    assert [p.kind for p in found] == ["pro", "pro", "word", "num", "word", "punct", "punct", "word", "punct"]
