"""Pages of Arabic news sites: titles, outlets, dates, furniture and lists of other headlines."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from read.make import page, read_text, words
from reportedly.annotate.sentences import split_sentences
from reportedly.records import BlockKind, Report

TITLE = "مقتل حارسين بانفجار لغم قرب قصر الورد"
BODY = (
    "قُتل حارسان وأصيب ثالث بانفجار لغم أرضي على الطريق الشرقي قرب بلدة قصر الورد، بحسب ما قال مسؤول محلي أمس الأحد.",
    "وأضاف المسؤول أن فرق الإسعاف نقلت المصابين إلى المشفى الوطني في المدينة، وأن الطريق أُغلق حتى المساء بعد الحادثة.",
)
OTHER = (
    "الجيش يرسل تعزيزات إلى الشمال",
    "توقيف أربعة أشخاص في مداهمة مزرعة",
    "وزير الصحة يفتتح مشفى في الميناء القديم",
)


def one(folder: Path, *lines: str) -> Report:
    (report,) = read_text(folder, page(*lines))
    return report


@pytest.mark.parametrize(
    "first", [f"{TITLE} {TITLE} {TITLE}", f"{TITLE} - نورث برس {TITLE} - نورث برس {TITLE[:20]}", TITLE]
)
def test_a_title_told_three_times_is_one(tmp_path: Path, first: str) -> None:
    report = one(tmp_path, first, TITLE, *BODY)
    assert words(report, BlockKind.TITLE) == [TITLE]
    assert words(report, BlockKind.TEXT) == list(BODY)


@pytest.mark.parametrize(
    "heading",
    [
        "مقالات متعلقة", "مقالات مشابهة", "أخبار ذات صلة", "فيديوات متعلقة", "من الممكن أن يعجبك", "اقرأ أيضاً",
        "السابق", "التالي", "اخترنا لك", "آخر ما نشر من القسم", "الأكثر قراءة", "قد يهمك أيضاً",
    ],
)  # fmt: skip
def test_headlines_after_a_heading_are_clutter(tmp_path: Path, heading: str) -> None:
    report = one(tmp_path, TITLE, *BODY, heading, *OTHER)
    assert set(OTHER) <= set(words(report, BlockKind.CLUTTER))
    assert words(report, BlockKind.TEXT) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "الوسوم:", "شارك", "مشاركة", "التعليقات على مقتل حارسين بانفجار لغم مغلقة", "80 زيارة", "تابعونا على تلغرام",
        "يستخدم هذا الموقع ملفات تعريف الارتباط", "متابعة أخبار النهر على تلغرام https://example.org/nahr",
        "اقرأ أيضاً.. الجيش يدخل الحي الشمالي", "منذ 3 ساعات", "ساعة واحدة مضت", "جميع الحقوق محفوظة",
    ],
)  # fmt: skip
def test_furniture_is_clutter(tmp_path: Path, line: str) -> None:
    report = one(tmp_path, TITLE, *BODY, line)
    assert line in words(report, BlockKind.CLUTTER)
    assert report.published is None


@pytest.mark.parametrize("line", ["إعداد: سامر العلي – تحرير: ليلى أحمد", "بقلم سامر العلي", "كتبت: ليلى أحمد"])
def test_bylines(tmp_path: Path, line: str) -> None:
    assert line in words(one(tmp_path, TITLE, *BODY, line), BlockKind.BYLINE)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("إدلب – نورث برس", "North Press"),
        ("إدلب- نورث برس", "North Press"),
        ("دير الزور-سانا", "SANA"),
        ("عفرين/ الأناضول", "Anadolu Agency"),
        ("نداء بوست - إدلب - سامر العلي", "NedaPost"),
        ("بلدي نيوز - (سامر العلي)", "Baladi News"),
    ],
)
def test_an_outlet_is_read_from_a_line_of_place_and_desk(tmp_path: Path, line: str, source: str) -> None:
    report = one(tmp_path, TITLE, line, *BODY)
    assert report.source == source
    assert words(report, BlockKind.TEXT) == list(BODY)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأحد, يناير 22, 2023", date(2023, 1, 22)),
        ("2021/10/16", date(2021, 10, 16)),
        ("22 كانون الثاني 2023", date(2023, 1, 22)),
        ("٢٢ كانون الثاني/يناير ٢٠٢٣", date(2023, 1, 22)),
        ("الخميس 3/ شباط/ 2022", date(2022, 2, 3)),
        ("5 غشت 2020", date(2020, 8, 5)),
        ("نشر في: 3 أوت 2021", date(2021, 8, 3)),
        ("15 رمضان 1440هـ", date(2019, 5, 20)),
        ("السبت 13 رمضان 1440هـ الموافق 18 مايو 2019م", date(2019, 5, 18)),
        ("13 رمضان 1440 هـ - 18 مايو 2019 م", date(2019, 5, 18)),
        ("تاريخ النشر: 1440/9/15 هـ", date(2019, 5, 20)),
        ("آخر تحديث: 21.06.2023 | 21:18 دمشق", date(2023, 6, 21)),
    ],
)
def test_publication_days(tmp_path: Path, line: str, day: date) -> None:
    report = one(tmp_path, TITLE, line, *BODY)
    assert report.published == day
    assert line in words(report, BlockKind.BYLINE)


def test_an_outlet_at_the_head_of_a_page_is_no_title(tmp_path: Path) -> None:
    report = one(tmp_path, "وكالة السهول للأنباء", "السبت، 17 كانون الأول 2022", *BODY)
    assert (report.title, report.source) == (None, "وكالة السهول للأنباء")


def test_an_address_does_not_make_a_line_english(tmp_path: Path) -> None:
    line = "بيان المجلس كاملا على الرابط https://example.org/statements/2020/04/a-long-address-in-latin-letters"
    report = one(tmp_path, TITLE, *BODY, line + " وفيه أسماء القتلى.")
    assert {block.language for block in report.blocks} == {"ar"}


def test_a_megabyte_on_one_line_takes_linear_time(tmp_path: Path) -> None:
    began = time.perf_counter()
    report = one(tmp_path, f"{BODY[0]} " * 8_000)
    found = sum(len(split_sentences(report.slice(block.start, block.end))) for block in report.blocks)
    assert len(report.text) > 800_000
    assert found >= 8_000
    assert time.perf_counter() - began < 10
