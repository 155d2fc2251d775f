from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evaluate.clusters import b_cubed

ways = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), max_size=8)


@given(ways)
def test_the_same_clusters_score_full(gold: dict[str, int]) -> None:
    found = b_cubed(gold, gold)
    assert found.f1 == pytest.approx(1.0 if gold else 0.0)
    assert found.joined == ()


@given(ways, ways)
def test_figures_lie_between_nought_and_one(gold: dict[str, int], system: dict[str, int]) -> None:
    found = b_cubed(gold, system)
    assert 0 <= found.precision <= 1
    assert 0 <= found.recall <= 1


def test_a_worked_example() -> None:
    gold = {"a": 1, "b": 1, "c": 2, "d": 2}
    found = b_cubed(gold, {"a": 1, "b": 1, "c": 1})
    assert found.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert found.recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert found.joined == (("a", "c"), ("b", "c"))
