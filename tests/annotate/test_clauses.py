from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate import english
from reportedly.annotate.clauses import build_clause
from reportedly.annotate.english import parse
from reportedly.annotations import AGENT, OBJECT, OBLIQUE, POSSESSOR, SUBJECT, Clause, Sentence, Tree

WORDS = st.sampled_from(
    "the a army rebels killed wounded who which that shelled attack on by of in was were have been to and , . after "
    "killing town hands at not never will could".split()
)


@pytest.fixture(autouse=True)
def own_lemmas() -> Iterator[None]:
    """Give each test its own lemmas, so that odd words of one cannot change another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(english._pipeline()[-1], "_known", {})
        yield


def tree_of(text: str) -> Tree:
    return Tree(Sentence(0, 0, 0, len(text), text, False, parse([(text, 0)])[0]), build_clause)


def clause_of(text: str, predicate: str) -> tuple[Tree, Clause]:
    tree = tree_of(text)
    index = next(t.index for t in tree.tokens if t.text == predicate)
    return tree, tree.clause(index)


def heads(text: str, predicate: str, function: str, *markers: str) -> list[str]:
    tree, clause = clause_of(text, predicate)
    return [tree.tokens[h].text for h in clause.heads(function, *markers)]


@pytest.mark.parametrize(
    ("text", "predicate", "function", "expected"),
    [
        ("Rebels attacked the village.", "attacked", SUBJECT, ["Rebels"]),
        ("Rebels attacked the village.", "attacked", OBJECT, ["village"]),
        ("Rebels and militiamen attacked the village.", "attacked", SUBJECT, ["Rebels", "militiamen"]),
        ("Rebels killed two farmers and a nurse.", "killed", OBJECT, ["farmers", "nurse"]),
        ("The village was attacked by rebels.", "attacked", SUBJECT, ["village"]),
        ("The village was attacked by rebels.", "attacked", AGENT, ["rebels"]),
        ("Two farmers died at the hands of rebels.", "died", AGENT, ["rebels"]),
        ("Rebels shot and killed a nurse.", "killed", SUBJECT, ["Rebels"]),
        ("Rebels stormed the camp, killing five.", "killing", SUBJECT, ["Rebels"]),
        ("Shells hit the camp, killing five.", "killing", SUBJECT, ["Shells"]),
        ("The rebels who attacked the village fled.", "attacked", SUBJECT, ["rebels"]),
        ("The men killed by rebels were farmers.", "killed", SUBJECT, ["men"]),
        ("The men killed by rebels were farmers.", "killed", AGENT, ["rebels"]),
        ("The attack by rebels on the village killed five.", "attack", AGENT, ["rebels"]),
        ("The rebels' attack killed five.", "attack", POSSESSOR, ["rebels"]),
        ("Rebels wanted to attack the village.", "attack", SUBJECT, ["Rebels"]),
        ("The shelling killed and injured several.", "killed", OBJECT, ["several"]),
    ],
)
def test_arguments(text: str, predicate: str, function: str, expected: list[str]) -> None:
    assert heads(text, predicate, function) == expected


@pytest.mark.parametrize(
    ("text", "predicate", "marker", "expected"),
    [
        ("Rebels fired rockets at the camp.", "fired", "at", ["camp"]),
        ("Rebels attacked the camp near Goma.", "attacked", "near", ["Goma"]),
        ("The attack on the village killed five.", "attack", "on", ["village"]),
        ("Clashes between soldiers and rebels erupted.", "Clashes", "between", ["soldiers", "rebels"]),
    ],
)
def test_obliques_keep_their_marker(text: str, predicate: str, marker: str, expected: list[str]) -> None:
    assert heads(text, predicate, OBLIQUE, marker) == expected


@pytest.mark.parametrize(
    ("text", "predicate", "form"),
    [
        ("Rebels attacked the village.", "attacked", set()),
        ("The village was attacked.", "attacked", {"passive"}),
        ("Rebels did not attack the village.", "attack", {"negated"}),
        ("Rebels never attacked the village.", "attacked", {"negated"}),
        ("Rebels will attack the village.", "attack", {"future"}),
        ("Rebels could attack the village.", "attack", {"conditional"}),
        ("Rebels came to attack the village.", "attack", {"purpose"}),
        ("Rebels had attacked the village.", "attacked", {"perfect"}),
        ("Rebels are attacking the village.", "attacking", {"progressive"}),
        ("The village had not been attacked.", "attacked", {"passive", "negated", "perfect"}),
    ],
)
def test_form(text: str, predicate: str, form: set[str]) -> None:
    _, clause = clause_of(text, predicate)
    flags = {name for name in ("nominal", "passive", "negated", "perfect", "progressive") if getattr(clause, name)}
    assert flags | ({clause.modal} - {""}) == form


def test_a_noun_is_a_nominal_clause_and_no_negates_it() -> None:
    _, clause = clause_of("No attack on the village took place.", "attack")
    assert clause.nominal
    assert clause.negated


def test_a_clause_knows_the_one_that_it_hangs_from() -> None:
    tree, clause = clause_of("The mayor said that rebels attacked the village.", "attacked")
    assert clause.relation == "ccomp"
    assert clause.parent is not None
    assert tree.tokens[clause.parent].text == "said"


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_any_predicate_of_any_text_gives_a_clause(text: str) -> None:
    tree = tree_of(text)
    for token in tree.tokens:
        clause = tree.clause(token.index)
        assert clause.predicate == token.index
        assert all(0 <= a.head < len(tree.tokens) for a in clause.arguments)
        assert clause is tree.clause(token.index)
