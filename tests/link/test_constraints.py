from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import LinkError
from reportedly.link.constraints import Ruling, check, clash, settle

names = st.sampled_from("abcdef")
rulings = st.lists(
    st.builds(Ruling, st.tuples(names, names).filter(lambda p: p[0] != p[1]), st.booleans()), max_size=12
)


@given(rulings)
def test_what_holds_never_clashes_and_nothing_is_lost(given_rulings: list[Ruling]) -> None:
    held = settle(given_rulings)
    assert clash(held.must, held.cannot) is None
    assert len(held.must) + len(held.cannot) + len(held.overruled) == len(given_rulings)


@given(rulings)
def test_the_last_ruling_always_holds(given_rulings: list[Ruling]) -> None:
    if given_rulings:
        last = given_rulings[-1]
        held = settle(given_rulings)
        assert last.pair in (held.must if last.joined else held.cannot)


def test_a_chain_of_joins_overrules_an_older_parting() -> None:
    held = settle([Ruling(("a", "c"), False), Ruling(("a", "b"), True), Ruling(("b", "c"), True)])
    assert held.must == (("a", "b"), ("b", "c"))
    assert held.overruled == (Ruling(("a", "c"), False),)


def test_a_contradiction_names_both_mentions() -> None:
    with pytest.raises(LinkError, match="mentions a and c: parted by one judgement, joined by others"):
        check([("a", "b"), ("b", "c")], [("a", "c")])
