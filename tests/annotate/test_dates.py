from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import edtf
from reportedly.annotate.dates import find_dates, grammar, time_spans
from reportedly.annotate.phrases import Rule
from reportedly.annotations import DateExpression

PUBLISHED = date(2020, 4, 17)  # A Friday; the lexicon's examples are written for it.

RULES = grammar().rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTERS = [(rule, counter) for rule in RULES for counter in rule.counters]

WORDS = st.sampled_from(
    "on in the last next this past few two 3 16 31 2019 2020-04-16 April May March may Jan. Tuesday Fri Mondays and "
    "to - / , . 's morning night overnight early late mid ago later earlier before after week weeks days month years "
    "since from between of a day same that hours recently weekend summer 152015 16th 23:50 p.m. １６ ٣ ²".split()
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80)
DAYS = st.none() | st.dates()


def names(text: str) -> list[str]:
    return [found.rule.name for found in grammar().find(text)]


def only(text: str, published: date | None = PUBLISHED) -> DateExpression:
    (found,) = find_dates(text, 0, published)
    return found


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_every_lexicon_example_is_read(rule: Rule, example: str) -> None:
    marked, _, gives = example.partition(" -> ")
    text = marked.replace("[", "").replace("]", "")
    assert rule.name in names(text)
    found = [(one.span.text, one.edtf) for one in find_dates(text, 0, PUBLISHED)]
    span = re.search(r"\[(.*?)\]", marked)
    assert found == ([(span[1], None if gives == "none" else gives)] if span else [])


@pytest.mark.parametrize(("rule", "counter"), COUNTERS, ids=lambda value: getattr(value, "name", value))
def test_no_lexicon_rule_takes_its_counter_example(rule: Rule, counter: str) -> None:
    assert rule.name not in names(counter)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("On April 16", None, "XXXX-04-16"),
        ("on Thursday, April 16", None, "XXXX-04-16"),
        ("in August", None, "XXXX-08"),
        ("in April 2020", None, "2020-04"),
        ("yesterday", None, None),
        ("last week", None, None),
        ("on Tuesday", None, None),
        ("On April 18", PUBLISHED, "2020-04-18"),
        ("On April 19", PUBLISHED, "2019-04-19"),
        ("on 29 February", date(2021, 3, 1), "2020-02-29"),
        ("on December 31", date(2021, 1, 2), "2020-12-31"),
        ("on 31 December 2019", PUBLISHED, "2019-12-31"),
        ("on Tuesday", date(2020, 4, 14), "2020-04-14"),
        ("last Tuesday", date(2020, 4, 14), "2020-04-07"),
        ("at the weekend", date(2020, 4, 12), "2020-04-11/2020-04-12"),
        ("last September", date(2020, 9, 3), "2019-09"),
        ("in September", date(2020, 9, 3), "2020-09"),
        ("last month", date(2020, 1, 3), "2019-12"),
        ("on Sunday, 5 April", date(2022, 1, 1), "2020-04-05"),
    ],
)
def test_a_date_resolves_against_the_publication_date(text: str, published: date | None, expected: str | None) -> None:
    assert only(text, published).edtf == expected


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("over the past few days", True),
        ("in recent weeks", True),
        ("in the past several years", True),
        ("during the past two weeks", True),
        ("recently", True),
        ("in the past 24 hours", False),
        ("last week", False),
        ("last month", False),
        ("two days ago", False),
    ],
)
def test_only_windows_without_bounds_are_vague(text: str, *, vague: bool) -> None:
    assert only(text).vague is vague


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("the same day", 0),
        ("the next morning", 1),
        ("the previous night", -1),
        ("two days later", 2),
        ("a week earlier", -7),
    ],
)
def test_a_day_counted_from_another_carries_its_distance(text: str, offset: int) -> None:
    found = only(text)
    assert (found.kind, found.offset, found.relative) == ("anaphoric", offset, True)


def test_since_gives_an_open_start() -> None:
    assert (only("since Tuesday").since, only("since Tuesday").edtf) == (True, "2020-04-14/2020-04-17")
    assert only("since early 2019", None).edtf == "2019/.."
    assert not only("on Tuesday").since


def test_what_lies_ahead_is_marked() -> None:
    assert [only(text).future for text in ("tomorrow", "next Tuesday", "next month", "on Tuesday")] == [
        True,
        True,
        True,
        False,
    ]


def test_rough_dates_are_marked() -> None:
    assert [only(text).approximate for text in ("mid-January", "early 2019", "three weeks ago", "16 April")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the town",
        "The Sun and the Mirror said so",
        "Theresa May spoke",
        "the 4th Brigade and the 1st Coastal Division",
        "on the M4 near base 46",
        "Resolution 2254 and a ratio of 3/4",
        "a truce of two hours, once a week, daily",
        "an 11-year-old",
        "Meanwhile, earlier attacks went on",
    ],
)
def test_words_that_only_look_like_dates_give_none(text: str) -> None:
    assert find_dates(text, 0, PUBLISHED) == ()


def test_several_dates_of_a_sentence_stay_apart() -> None:
    found = find_dates("On April 15, 2020, three died, two on Tuesday and one on 2 May last year.", 100, PUBLISHED)
    assert [one.edtf for one in found] == ["2020-04-15", "2020-04-14", "2019-05-02"]
    assert found[0].span.start == 103


def test_durations_are_hidden_from_counts() -> None:
    text = "after 24 hours of fighting"
    assert [text[start:end] for start, end in time_spans(text)] == ["24 hours"]


@given(TEXTS, DAYS, st.integers(0, 10**6))
def test_any_text_gives_verbatim_ordered_spans_and_valid_edtf(text: str, published: date | None, offset: int) -> None:
    end = offset
    for found in find_dates(text, offset, published):
        assert end <= found.span.start < found.span.end
        assert text[found.span.start - offset : found.span.end - offset] == found.span.text
        assert found.edtf is None or edtf.is_valid(found.edtf), found
        end = found.span.end


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 3000))
def test_a_written_day_comes_back(published: date, back: int) -> None:
    day = edtf.shift(published, -back)
    text = f"on {day.day} {day:%B} {day.year}"
    assert only(text, published).edtf == day.isoformat()
    if back < 365:
        assert only(f"on {day:%B} {day.day}", published).edtf in (day.isoformat(), edtf.shift(day, 365).isoformat())


def test_long_text_takes_linear_time() -> None:
    text = "early late mid the in on last April 16 and to " * 20_000
    assert len(find_dates(text, 0, PUBLISHED)) == 20_000
