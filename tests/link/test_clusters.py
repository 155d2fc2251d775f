from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.clusters import JOIN_AT, NOT_SCORED, Edge, Rules, cluster, groups
from reportedly.link.constraints import clash

COUNT = 12
numbers = st.integers(0, COUNT - 1)
pairs = st.tuples(numbers, numbers).filter(lambda p: p[0] < p[1])
scores = st.sampled_from((-9.0, -3.5, -0.1, 0.0, 0.4, 2.0, 7.25))
edge_sets = st.dictionaries(pairs, scores, max_size=40).map(lambda d: [(*p, bits) for p, bits in sorted(d.items())])
reports = st.lists(st.integers(0, 6), min_size=COUNT, max_size=COUNT)


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    """Rules that do not contradict each other."""
    must, cannot = draw(st.lists(pairs, max_size=4)), draw(st.lists(pairs, max_size=4))
    held = [pair for pair in cannot if clash(must, [pair]) is None]
    return Rules(must, held, draw(reports))


def run(edges: list[Edge], given_rules: Rules) -> list[list[int]]:
    return cluster(groups(COUNT, edges, given_rules.must), edges, given_rules)


def free(count: int = COUNT) -> Rules:
    return Rules((), (), list(range(count)))


def must_closure(must: list[tuple[int, int]]) -> set[frozenset[int]]:
    """Pairs that a chain of ``must`` joins."""
    return {frozenset(p) for group in groups(COUNT, [], must) for p in combinations(group, 2)}


@given(edge_sets, rules())
def test_every_mention_is_in_one_cluster(edges: list[Edge], given_rules: Rules) -> None:
    assert sorted(m for c in run(edges, given_rules) for m in c) == list(range(COUNT))


@given(edge_sets, rules())
def test_what_must_meet_meets_and_what_cannot_does_not(edges: list[Edge], given_rules: Rules) -> None:
    home = {m: n for n, c in enumerate(run(edges, given_rules)) for m in c}
    assert all(home[a] == home[b] for a, b in given_rules.must)
    assert all(home[a] != home[b] for a, b in given_rules.cannot)


@given(edge_sets, rules())
def test_two_of_one_report_meet_only_where_a_reviewer_joins_them(edges: list[Edge], given_rules: Rules) -> None:
    allowed = must_closure(list(given_rules.must))
    for members in run(edges, given_rules):
        for one, other in combinations(members, 2):
            if given_rules.report[one] == given_rules.report[other]:
                assert frozenset((one, other)) in allowed


@given(edge_sets, rules(), st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(edges: list[Edge], given_rules: Rules, random: object) -> None:
    shuffled = list(edges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert run(shuffled, given_rules) == run(edges, given_rules)


@given(edge_sets, rules())
def test_no_cluster_reaches_over_two_groups(edges: list[Edge], given_rules: Rules) -> None:
    home = {m: n for n, g in enumerate(groups(COUNT, edges, given_rules.must)) for m in g}
    assert all(len({home[m] for m in c}) == 1 for c in run(edges, given_rules))


@given(edge_sets)
def test_clusters_fit_on_average(edges: list[Edge]) -> None:
    scored = {(a, b): bits for a, b, bits in edges}
    for members in run(edges, free()):
        if len(members) == 2:
            assert scored[members[0], members[1]] >= JOIN_AT
        if len(members) > 2:
            inside = [scored.get(p, NOT_SCORED) for p in combinations(members, 2)]
            assert sum(inside) / len(inside) >= JOIN_AT - 1e-6


def test_a_chain_does_not_join_its_ends() -> None:
    edges = [(0, 1, 1.0), (1, 2, 1.0)]
    assert cluster(groups(3, edges, ()), edges, free(3)) == [[0, 1], [2]]


def test_the_best_pair_is_joined_first() -> None:
    edges = [(0, 1, 1.0), (1, 2, 5.0), (0, 2, -9.0)]
    assert cluster(groups(3, edges, ()), edges, free(3)) == [[0], [1, 2]]


def test_a_parting_holds_through_others() -> None:
    edges = [(0, 1, 9.0), (1, 2, 9.0), (0, 2, 9.0)]
    found = cluster(groups(3, edges, ()), edges, Rules((), ((0, 2),), [0, 1, 2]))
    assert not any({0, 2} <= set(c) for c in found)


def test_a_join_holds_without_any_score_and_within_a_report() -> None:
    assert cluster(groups(3, [], ((0, 2),)), [], Rules(((0, 2),), (), [7, 8, 7])) == [[0, 2], [1]]
