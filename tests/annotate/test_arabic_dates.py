from __future__ import annotations

import re
from datetime import date

import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from reportedly import edtf
from reportedly.annotate.dates import find_dates, grammar
from reportedly.annotate.phrases import Rule
from reportedly.annotations import DateExpression

PUBLISHED = date(2020, 4, 17)  # A Friday; the lexicon's examples are written for it.

RULES = grammar("ar").rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTERS = [(rule, counter) for rule in RULES for counter in rule.counters]


def names(text: str) -> list[str]:
    return [found.rule.name for found in grammar("ar").find(text)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_every_lexicon_example_is_read(rule: Rule, example: str) -> None:
    marked, _, gives = example.partition(" -> ")
    text = marked.replace("[", "").replace("]", "")
    assert rule.name in names(text)
    found = [(one.span.text, one.edtf) for one in find_dates(text, 0, PUBLISHED, "ar")]
    span = re.search(r"\[(.*?)\]", marked)
    assert found == ([(span[1], None if gives == "none" else gives)] if span else [])


@pytest.mark.parametrize(("rule", "counter"), COUNTERS, ids=lambda value: getattr(value, "name", value))
def test_no_lexicon_rule_takes_its_counter_example(rule: Rule, counter: str) -> None:
    assert rule.name not in names(counter)


def only(text: str, published: date | None = PUBLISHED) -> DateExpression:
    (found,) = find_dates(text, 0, published, "ar")
    return found


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("في 16 نيسان", None, "XXXX-04-16"),
        ("يوم الخميس 16 نيسان", None, "XXXX-04-16"),
        ("في آب", None, "XXXX-08"),
        ("أمس", None, None),
        ("الأسبوع الماضي", None, None),
        ("15 رمضان", None, None),
        ("15 رمضان 1440هـ", None, "2019-05-20"),
        ("في 18 نيسان", PUBLISHED, "2020-04-18"),
        ("في 19 نيسان", PUBLISHED, "2019-04-19"),
        ("في 29 شباط", date(2021, 3, 1), "2020-02-29"),
        ("الثلاثاء", date(2020, 4, 14), "2020-04-14"),
        ("الثلاثاء الماضي", date(2020, 4, 14), "2020-04-07"),
        ("أمس الثلاثاء", date(2020, 4, 15), "2020-04-14"),
        ("أيلول الماضي", date(2020, 9, 3), "2019-09"),
        ("30 نيسان المقبل", PUBLISHED, "2020-04-30"),
        ("2 كانون الثاني المقبل", PUBLISHED, "2021-01-02"),
    ],
)
def test_a_date_resolves_against_the_publication_date(text: str, published: date | None, expected: str | None) -> None:
    found = find_dates(text, 0, published, "ar")
    assert [one.edtf for one in found] == ([] if text == "15 رمضان" else [expected])


@pytest.mark.parametrize(
    ("text", "kind", "flags"),
    [
        ("منذ أيام", "window", {"vague", "relative"}),
        ("في الآونة الأخيرة", "window", {"vague", "relative"}),
        ("خلال الساعات الـ24 الماضية", "window", {"relative"}),
        ("قبل يومين", "day", {"relative"}),
        ("الأسبوع الماضي", "week", {"relative"}),
        ("مطلع الشهر", "month", {"relative", "approximate"}),
        ("منتصف آذار", "month", {"approximate"}),
        ("غداً", "day", {"relative", "future"}),
        ("15 رمضان 1440هـ", "day", {"approximate"}),
        ("منذ الثلاثاء", "day", {"relative", "since"}),
        ("عند الفجر", "time", set()),
    ],
)
def test_kinds_and_flags_are_those_of_english(text: str, kind: str, flags: set[str]) -> None:
    found = only(text)
    assert found.kind == kind
    assert {name for name in ("vague", "approximate", "relative", "future", "since") if getattr(found, name)} == flags


@pytest.mark.parametrize(
    ("text", "offset"), [("اليوم نفسه", 0), ("في اليوم التالي", 1), ("بعد يومين", 2), ("قبلها بأسبوع", -7)]
)
def test_a_day_counted_from_another_carries_its_distance(text: str, offset: int) -> None:
    found = only(text)
    assert (found.kind, found.offset) == ("anaphoric", offset)


@pytest.mark.parametrize(
    "text",
    [
        "ثورة 25 يناير وشارع 6 أكتوبر وحركة 14 آذار",
        "استمر لمدة ساعتين",
        "خلال ساعتين",
        "هدنة في أيام العيد",
        "مارس الجنود ضغوطا",
        "فجر المهاجم نفسه",
        "الأمين العام السابق للحزب",
        "أحد عشر رجلا",
        "القرار 2254 والفوج 46",
        "قال أب لثلاثة أطفال",
    ],
)
def test_words_that_only_look_like_dates_give_none(text: str) -> None:
    assert find_dates(text, 0, PUBLISHED, "ar") == ()


def test_spans_are_those_of_the_text_as_written() -> None:
    text = "قُتِلَ رجلٌ فَجْرَ الأَحَـــد، وجُرح آخر يوم ٣ آذار/مارس ٢٠١٩م."
    found = find_dates(text, 50, PUBLISHED, "ar")
    assert [one.edtf for one in found] == ["2020-04-12", "2019-03-03"]
    assert all(text[one.span.start - 50 : one.span.end - 50] == one.span.text for one in found)
    assert found[0].span.text == "فَجْرَ الأَحَـــد"


WORDS = st.sampled_from(
    "في خلال منذ قبل بعد من إلى و بين يوم اليوم أمس الأول أول غدا فجر صباح مساء ليلة منتصف الليل الأحد الاثنين الثلاثاء "
    "الماضي المقبل الجاري الماضية شهر عام الأسبوع أيام يومين ثلاثة ساعات 3 16 31 2019 24 ال24 كانون الثاني آب/أغسطس "
    "نيسان رمضان 1440هـ 15/9/1440 16/4/2020 2020-04-16 هذا نفسه التالي عدة الخامس والعشرين ، ( ) - / آب مارس 11:30 ـ".split()
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=6).map("".join) | st.text(max_size=80)


@given(TEXTS, st.none() | st.dates(), st.integers(0, 10**6))
def test_any_text_gives_verbatim_ordered_spans_and_valid_edtf(text: str, published: date | None, offset: int) -> None:
    end = offset
    for found in find_dates(text, offset, published, "ar"):
        assert end <= found.span.start < found.span.end
        assert text[found.span.start - offset : found.span.end - offset] == found.span.text
        assert found.edtf is None or edtf.is_valid(found.edtf), found
        end = found.span.end


LEVANT = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")
EGYPT = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر".split("|")


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_a_written_day_comes_back(day: date) -> None:
    for names_of in (LEVANT, EGYPT):
        month = names_of[day.month - 1]
        assert only(f"في {day.day} {month} {day.year}").edtf == day.isoformat()
        assert only(f"بتاريخ {day.day} {month}/{LEVANT[day.month - 1]} {day.year}").edtf == day.isoformat()


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2070, 1, 1)))
def test_a_hijri_day_comes_back(day: date) -> None:
    hijri = Gregorian.fromdate(day).to_hijri()
    assert only(f"{hijri.day}/{hijri.month}/{hijri.year} هـ").edtf == day.isoformat()


def test_long_text_takes_linear_time() -> None:
    assert len(find_dates("قبل منذ في منتصف مساء 16 نيسان و" * 20_000, 0, PUBLISHED, "ar")) == 20_000
