from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportedly.codebook import Range
from reportedly.incidents import Telling
from reportedly.link.tolls import Count, claimed, combine, latest, meet, read_range, replacements, write_range
from reportedly.records import Claim, Claimant, ClaimantKind, Span, Stance

from .make import Told, make


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, best, high = sorted(draw(st.tuples(*(st.integers(0, 300),) * 3)))
    return low, best, draw(st.sampled_from((high, None)))


days = st.dates(date(2031, 1, 1), date(2031, 1, 9)) | st.none()
counts = st.lists(st.builds(Count, ranges(), st.sampled_from("abc"), days, st.sampled_from(("m1", "m2"))), max_size=8)


@given(ranges())
def test_what_is_written_is_read_back(count: Range) -> None:
    assert read_range(write_range(count)) == count


@given(counts)
def test_the_summary_lies_within_what_is_told(told: list[Count]) -> None:
    found = combine(latest(told))
    if not told:
        assert found is None
        return
    assert found is not None
    low, best, high = found
    assert low <= best
    assert high is None or best <= high
    assert best in {c.count[1] for c in told}


@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(told: list[Count], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert combine(latest(shuffled)) == combine(latest(told))


@given(counts)
def test_each_source_counts_once(told: list[Count]) -> None:
    assert [c.source for c in latest(told)] == sorted({c.source for c in told})


@given(ranges(), ranges())
def test_meeting_is_mutual_and_a_range_meets_itself(one: Range, other: Range) -> None:
    assert meet(one, other) == meet(other, one)
    assert meet(one, one)


def count(best: int, source: str, day: int) -> Count:
    return Count((best, best, best), source, date(2031, 1, day), "m")


def test_an_update_replaces_what_its_source_said_before() -> None:
    told = latest([count(3, "a", 1), count(7, "a", 2), count(5, "b", 1)])
    assert combine(told) == (5, 5, 7)


def test_the_best_is_what_most_sources_say() -> None:
    assert combine([count(3, "a", 1), count(3, "b", 1), count(40, "c", 1)]) == (3, 3, 40)


def test_an_open_end_stays_open() -> None:
    assert combine([Count((5, 5, None), "a", None, "m"), count(7, "b", 1)]) == (5, 7, None)


def claim(value: str, stance: Stance = Stance.REPORTS) -> Claim:
    return Claim("killed", value, Claimant("a medic", ClaimantKind.LOCAL), stance, Span(0, 1, "x"))


def test_a_part_of_a_toll_is_not_told_as_a_toll() -> None:
    mention = make(Told(killed=(6, 6, 6)))
    assert claimed(mention, claim("2")) is None
    assert claimed(mention, claim("9")) == (9, 9, 9)
    assert claimed(mention, claim("6")) == (6, 6, 6)
    assert claimed(mention, claim("9", Stance.DENIES)) is None


def test_a_claims_number_takes_the_mentions_range() -> None:
    assert claimed(make(Told(killed=(6, 6, None))), claim("6")) == (6, 6, None)
    assert claimed(make(Told()), claim("6")) == (6, 6, 6)
    assert claimed(make(Told()), claim("many")) is None


def said(told: Range, day: int) -> Count:
    return Count(told, "a", date(2031, 1, day), "m")


def test_a_vague_word_takes_no_number_back() -> None:
    dozens, several = (12, 12, None), (2, 3, None)
    assert combine(latest([said((31, 31, 31), 1), said(dozens, 2)])) == (31, 31, 31)
    assert combine(latest([said(several, 1), said(dozens, 2)])) == dozens
    assert combine(latest([said((7, 7, 7), 1), said(dozens, 2)])) == dozens
    assert combine(latest([said((31, 31, 31), 1), said((14, 14, None), 2)])) == (14, 14, None)
    assert combine(latest([said((31, 31, 31), 1), said(dozens, 2), said((33, 33, 33), 3)])) == (33, 33, 33)


def test_the_best_is_what_most_ranges_have_room_for() -> None:
    ranges = [(9, 9, 9), (14, 14, None), (40, 45, 50), (0, 60, 60)]
    assert combine([Count(r, name, None, "m") for r, name in zip(ranges, "abcd", strict=True)]) == (0, 45, None)
    assert combine(
        [Count(r, name, None, "m") for r, name in zip([(12, 12, None), (31, 31, 31)], "ab", strict=True)]
    ) == (
        12,
        31,
        None,
    )


def test_at_least_the_same_number_takes_it_not_back() -> None:
    assert combine(latest([said((25, 25, 25), 1), said((25, 25, None), 2)])) == (25, 25, 25)


def test_some_of_the_victims_take_back_no_number_for_all() -> None:
    children = Count((2, 2, 2), "a", date(2031, 1, 5), "m", partial=True)
    assert combine(latest([said((20, 20, 20), 1), children])) == (20, 20, 20)
    assert combine(latest([said((20, 20, 20), 1), Count((2, 2, 2), "b", None, "n", partial=True)])) == (20, 20, 20)
    assert combine(latest([children])) == (2, 2, 2)
    assert combine(latest([said((1, 1, 1), 1), children])) == (2, 2, 2)


def test_what_a_source_has_replaced_is_known() -> None:
    def told(value: str, source: str, mention: str) -> Telling:
        return Telling(value, Claimant("Example News", ClaimantKind.OUTLET), Stance.ASSERTS, mention, source)

    old, new, other = told("3", "a", "m1"), told("7", "a", "m2"), told("5", "b", "m1")
    days = {"m1": date(2031, 1, 1), "m2": date(2031, 1, 2)}
    assert {t: c.count for t, c in replacements([old, new, other], days).items()} == {old: (7, 7, 7)}
    assert not replacements([old, new, other], {"m1": date(2031, 1, 1), "m2": None})
