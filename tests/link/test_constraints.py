from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import LinkError
from reportedly.link.constraints import check, clash

names = st.sampled_from("abcdef")
chains = st.lists(st.tuples(names, names), max_size=8)


@given(chains, st.tuples(names, names))
def test_a_parting_clashes_where_a_chain_of_joins_leads_across(
    must: list[tuple[str, str]], cannot: tuple[str, str]
) -> None:
    reached = {cannot[0]}
    while grown := {end for pair in must if reached & set(pair) for end in pair} - reached:
        reached |= grown
    assert (clash(must, [cannot]) == cannot) == (cannot[1] in reached)


def test_a_contradiction_names_both_mentions() -> None:
    with pytest.raises(LinkError, match="mentions a and c: parted by one judgement, joined by others"):
        check([("a", "b"), ("b", "c")], [("a", "c")])
