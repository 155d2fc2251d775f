from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.evaluate.assign import assign


def test_best_total_first() -> None:
    assert assign([[10, 9], [9, 1]]) == ((0, 1), (1, 0))


def test_nothing_to_pair() -> None:
    assert assign([]) == ()
    assert assign([[]]) == ()
    assert assign([[0, 0]]) == ()


def best_by_trying(weights: list[list[int]]) -> int:
    rows, columns = len(weights), len(weights[0])
    small, large = sorted((rows, columns))
    totals = []
    for order in permutations(range(large), small):
        pairs = [(index, at) if rows == small else (at, index) for index, at in enumerate(order)]
        totals.append(sum(weights[row][column] for row, column in pairs))
    return max(totals)


@given(
    st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.sampled_from([0, 0, 1, 2, 5, 1001]), min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    )
)
def test_as_good_as_trying_all(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    assert sum(weights[row][column] for row, column in pairs) == best_by_trying(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert pairs == assign(weights)
