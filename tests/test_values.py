from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.values import value


@value(frozen=True, slots=True)
class Pair:
    left: int
    right: str = "x"


def test_values_are_equal_and_hash_by_their_fields() -> None:
    assert Pair(1) == Pair(1, "x")
    assert Pair(1) != Pair(2)
    assert len({Pair(1), Pair(1), Pair(2)}) == 2
    assert replace(Pair(1), right="y") == Pair(1, "y")


def test_values_hold_their_fields_alone() -> None:
    assert not hasattr(Pair(1), "__dict__")


def test_what_is_written_to_is_no_value() -> None:
    with pytest.raises(TypeError, match="frozen"):
        value(frozen=False, slots=True)
