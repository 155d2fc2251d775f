from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.phrases import Rule
from reportedly.annotate.quantities import find_quantities, grammar, with_duals

RULES = grammar("ar").rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTERS = [(rule, counter) for rule in RULES for counter in rule.counters]


def counts(text: str) -> list[tuple[str, int, int, int | None]]:
    return [(one.span.text, one.low, one.best, one.high) for one in find_quantities(text, 0, "ar")]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_every_lexicon_example_is_read(rule: Rule, example: str) -> None:
    marked, _, gives = example.partition(" -> ")
    text = marked.replace("[", "").replace("]", "")
    assert rule.name in [found.rule.name for found in grammar("ar").find(text)]
    found = [(span, f"{low} {best} {'-' if high is None else high}") for span, low, best, high in counts(text)]
    span = re.search(r"\[(.*?)\]", marked)
    assert found == ([(span[1], gives)] if span else [])


@pytest.mark.parametrize(("rule", "counter"), COUNTERS, ids=lambda value: getattr(value, "name", value))
def test_no_lexicon_rule_takes_its_counter_example(rule: Rule, counter: str) -> None:
    assert rule.name not in [found.rule.name for found in grammar("ar").find(counter)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ثلاثة", 3),
        ("ثماني", 8),
        ("أحد عشر", 11),
        ("اثنتا عشرة", 12),
        ("تسعة عشر", 19),
        ("واحد وعشرون", 21),
        ("خمسة وأربعين", 45),
        ("مئة", 100),
        ("مائتين وخمسين", 250),
        ("ثلاثمئة وخمسة عشر", 315),
        ("خمس مئة", 500),
        ("ألف", 1000),
        ("ألفين ومئة وثلاثة", 2103),
        ("ثلاثة آلاف", 3000),
        ("خمسة وعشرين ألفاً", 25_000),
        ("مئة ألف", 100_000),
        ("3 ملايين ومئتي ألف", 3_200_000),
        ("١٢٬٥٠٠", 12_500),
        ("1.5 مليون", 1_500_000),
    ],
)
def test_number_words_are_read(words: str, value: int) -> None:
    assert counts(f"فر {words} شخص") == [(words, value, value, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل تسعة، بينهم 2 من المسعفين", [("تسعة", 9, 9, 9), ("2", 2, 2, 2)]),
        ("مقتل خمسة جنود وثلاثة مدنيين", [("خمسة", 5, 5, 5), ("ثلاثة", 3, 3, 3)]),
        ("مقتل 3 وإصابة 10 آخرين", [("3", 3, 3, 3), ("10", 10, 10, 10)]),
        ("بأربع قذائف و20 صاروخا", [("أربع", 4, 4, 4), ("20", 20, 20, 20)]),
        ("مقتل عشرات المدنيين وإصابة المئات", [("عشرات", 10, 10, None), ("المئات", 100, 100, None)]),
        ("قتلى وجرحى دون إصابات بين المدنيين", [("دون", 0, 0, 0)]),
    ],
)
def test_counts_follow_the_codebook(text: str, expected: list[tuple[str, int, int, int | None]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "في 16 نيسان تحركت الفرقة 46",
        "عام 2015 أصدر المجلس القرار 2254",
        "يبلغ من العمر 15 عاماً",
        "الطفل سامر (12 عاماً) من ريف إدلب",
        "الساعة 8:05 صباحا ولمدة 24 ساعة وعلى بعد 6 كم",
        "107 مليارات دولار، بزيادة 40 في المئة",
        "عدة أيام وبضعة كيلومترات ومئات الأمتار",
        "في كل من حمص وحماة",
        "الطريق M4 ودبابة T-72 وطائرة ميغ 23",
        "الأحد والاثنين والثلاثاء والأربعاء والخميس",
        "شارع 30 وحي الكيلو 7",
    ],
)
def test_numbers_that_count_nobody_are_left_out(text: str) -> None:
    assert counts(text) == []


def test_kinds() -> None:
    text = "3 رجال، ما لا يقل عن 4 نساء، حتى 5 جنود، 6 إلى 7 قذائف، ما مجموعه 8 منازل، عدة جنود، دون إصابات"
    kinds = ["number", "at_least", "up_to", "range", "total", "vague", "none"]
    assert [one.kind for one in find_quantities(text, 0, "ar")] == kinds


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("قتل مدنيان بقصف", "مدنيان", ("مدنيان", 2, 2, 2, "number")),
        ("إصابة شخصين اثنين", "شخصين", ("شخصين اثنين", 2, 2, 2, "number")),
        ("مقتل ما لا يقل عن شخصين", "شخصين", ("ما لا يقل عن شخصين", 2, 2, None, "at_least")),
    ],
)
def test_a_dual_is_two(text: str, noun: str, expected: tuple[str, int, int, int | None, str]) -> None:
    at = text.index(noun)
    found = with_duals(text, 7, find_quantities(text, 7, "ar"), [(at, at + len(noun))])
    assert [(one.span.text, one.low, one.best, one.high, one.kind) for one in found] == [expected]
    assert text[found[0].span.start - 7 : found[0].span.end - 7] == expected[0]


WORDS = st.sampled_from(
    "ما لا يقل عن أكثر من نحو 3 12 150,000 1.5 مليون ألف آلاف اثنان عشرين مئة مائتين خمسة عشر عشرات مئات عدة بعض بضع "
    "لم أي دون إصابات بين و إلى - / , . % $ ( ) كم ساعة الفرقة قتلى شخص من أو 2019 046 واحد أحد آخرين آخر ٣ ² M4 على الأقل "
    "ال24 بثلاثة وأربعة للعشرات يبلغ العمر عاما مجموعه حتى الثلاثة".split()
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=6).map("".join) | st.text(max_size=80)


@given(TEXTS, st.integers(0, 10**6))
def test_any_text_gives_verbatim_ordered_spans_and_ranges(text: str, offset: int) -> None:
    end = offset
    for one in find_quantities(text, offset, "ar"):
        assert end <= one.span.start < one.span.end
        assert text[one.span.start - offset : one.span.end - offset] == one.span.text
        assert 0 <= one.low <= one.best
        assert one.high is None or one.best <= one.high
        end = one.span.end


def test_long_text_takes_linear_time() -> None:
    assert len(find_quantities("ما لا يقل عن 3 رجال وعدد من العشرة آلاف " * 10_000, 0, "ar")) > 10_000
