from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.phrases import Rule
from reportedly.annotate.quantities import (
    find_quantities,
    grammar,
)
from reportedly.codebook import RANGE_BARE_PLURAL, Range, add_ranges, sum_ranges

RULES = grammar().rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTERS = [(rule, counter) for rule in RULES for counter in rule.counters]

WORDS = st.sampled_from(
    "at least up to more than about 3 12 150,000 1.5 million two twenty hundred thousand and a an dozen dozens several "
    "few some no none both another between - / , . % $ ( ) km hours Brigade Idlib people killed of or 2019 046 2.3k "
    "half couple one zero 12345678901234567890 ٣ ² T-72 122mm aged total rose from fewer".split()
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80)


def counts(text: str) -> list[tuple[str, int, int, int | None]]:
    return [(one.span.text, one.low, one.best, one.high) for one in find_quantities(text, 0)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_every_lexicon_example_is_read(rule: Rule, example: str) -> None:
    marked, _, gives = example.partition(" -> ")
    text = marked.replace("[", "").replace("]", "")
    assert rule.name in [found.rule.name for found in grammar().find(text)]
    found = [(span, f"{low} {best} {'-' if high is None else high}") for span, low, best, high in counts(text)]
    span = re.search(r"\[(.*?)\]", marked)
    assert found == ([(span[1], gives)] if span else [])


@pytest.mark.parametrize(("rule", "counter"), COUNTERS, ids=lambda value: getattr(value, "name", value))
def test_no_lexicon_rule_takes_its_counter_example(rule: Rule, counter: str) -> None:
    assert rule.name not in [found.rule.name for found in grammar().find(counter)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killing nine, among them 2 medics", [("nine", 9, 9, 9), ("2", 2, 2, 2)]),
        ("up to forty hurt", [("up to forty", 0, 40, 40)]),
        ("two thousand three hundred and four men", [("two thousand three hundred and four", 2304, 2304, 2304)]),
        ("57 (fifty-seven) men", [("57 (fifty-seven)", 57, 57, 57)]),
        ("Blast Kills 7 In Mogadishu", [("7", 7, 7, 7)]),
        ("In Kidal 3 Malian soldiers fell", [("3", 3, 3, 3)]),
        ("hundreds of thousands fled", [("hundreds of thousands", 100_000, 100_000, None)]),
        ("one and a half million people", [("one and a half million", 1_500_000, 1_500_000, 1_500_000)]),
        ("0 dead", [("0", 0, 0, 0)]),
        ("a couple of dozen men", [("a couple of dozen", 24, 24, 24)]),
    ],
)
def test_counts_follow_the_codebook(text: str, expected: list[tuple[str, int, int, int | None]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On April 16 the 46th Division moved",
        "In 2015 the Council passed Resolution 2254",
        "Street 48, Base 46, Channel 4 and Rashideen 4 in Aleppo",
        "T-72 and F-16, M4, 2A4 and KUB-BLA, 122mm",
        "a 12-year-old, aged 12, children under 18",
        "at 8:05 a.m. for 24 hours, 6 kilometers off",
        "$107 billion or 107.1 billion dollars, 40% more",
        "no longer, no doubt, one another, both sides",
        "Salma, 34, and Tariq (19) spoke",
        "several days and a few kilometers",
    ],
)
def test_numbers_that_count_nobody_are_left_out(text: str) -> None:
    assert find_quantities(text, 0) == ()


def test_kinds() -> None:
    text = "3 men, at least 4, up to 5, 6 to 7, a total of 8, several, no casualties"
    assert [one.kind for one in find_quantities(text, 0)] == [
        "number",
        "at_least",
        "up_to",
        "range",
        "total",
        "vague",
        "none",
    ]


@given(TEXTS, st.integers(0, 10**6))
def test_any_text_gives_verbatim_ordered_spans_and_ranges(text: str, offset: int) -> None:
    end = offset
    for one in find_quantities(text, offset):
        assert end <= one.span.start < one.span.end
        assert text[one.span.start - offset : one.span.end - offset] == one.span.text
        assert 0 <= one.low <= one.best
        assert one.high is None or one.best <= one.high
        end = one.span.end


RANGES = st.lists(st.integers(0, 10**6), min_size=3, max_size=3).map(sorted)
OPEN_RANGES: st.SearchStrategy[Range] = st.builds(
    lambda sides, *, is_open: (sides[0], sides[1], None if is_open else sides[2]), RANGES, is_open=st.booleans()
)


@given(OPEN_RANGES, OPEN_RANGES)
def test_sums_are_ranges(first: Range, second: Range) -> None:
    low, best, high = add_ranges(first, second)
    assert low <= best
    assert high is None or best <= high
    assert add_ranges(first, second) == add_ranges(second, first)
    assert (add_ranges(first, second)[2] is None) == (None in (first[2], second[2]))


@given(st.lists(OPEN_RANGES, max_size=5))
def test_a_sum_does_not_hang_on_order(ranges: list[Range]) -> None:
    assert sum_ranges(ranges) == sum_ranges(reversed(ranges))


def test_sum_of_two_sides() -> None:
    first, second = find_quantities("at least 5 soldiers and 8 civilians", 0)
    assert sum_ranges((q.low, q.best, q.high) for q in (first, second)) == (13, 13, None)
    assert RANGE_BARE_PLURAL == (2, 3, None)


def test_long_text_takes_linear_time() -> None:
    assert len(find_quantities("at least up to 3 men and several of the ten thousand " * 10_000, 0)) > 10_000
