"""Words that the tagger misreads give the tree of those that stand in for them."""

from __future__ import annotations

import pytest

from reportedly.annotate.clauses import build_clause
from reportedly.annotate.english import parse
from reportedly.annotate.stand_ins import STAND_INS, with_stand_ins
from reportedly.annotations import OBJECT, SUBJECT, Sentence, Token, Tree
from reportedly.resources import load_toml

ROWS = load_toml(STAND_INS)["stand_in"]


@pytest.mark.parametrize("row", ROWS, ids=[row["put"] for row in ROWS])
def test_each_entry_changes_its_example_alone(row: dict[str, str]) -> None:
    changed = with_stand_ins(row["example"])
    assert row["put"] in changed
    assert len(changed) == len(row["example"])
    assert with_stand_ins(row["counter"]) == row["counter"]


def arguments(text: str, verb: str) -> tuple[list[str], list[str]]:
    tokens = parse([(text, 0)])[0]
    tree = Tree(Sentence(0, 0, 0, len(text), text, False, tokens), build_clause)
    clause = tree.clause(next(t.index for t in tokens if t.lower == verb))
    return [tokens[h].text for h in clause.heads(SUBJECT)], [tokens[h].text for h in clause.heads(OBJECT)]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Gunmen on a scooter shot dead a prosecutor near the court.", "shot", (["Gunmen"], ["prosecutor"])),
        ("The army and allied militias killed nine men.", "killed", (["militias"], ["men"])),
    ],
)
def test_doer_and_object_are_read_rightly(text: str, verb: str, expected: tuple[list[str], list[str]]) -> None:
    assert arguments(text, verb) == expected


def head_of(tokens: tuple[Token, ...], word: str) -> int:
    return next(t.head for t in tokens if t.text == word)


@pytest.mark.parametrize(
    "dateline",
    ["MARKA, Somaland (AGP) — ", "EL MARKA, Somaland - ", "MARKA, Wednesday, August 7, 2024 (AGP) – ", "Marka, AGP- "],
)
def test_a_dateline_is_no_part_of_the_sentence_after_it(dateline: str) -> None:
    (tokens,) = parse([(dateline + "Militia fighters stormed a clinic and killed two nurses.", 0)])
    start = next(t.index for t in tokens if t.text == "Militia")
    assert all((t.head < start) == (t.index < start) for t in tokens)
    assert head_of(tokens, "fighters") == next(t.index for t in tokens if t.text == "stormed")


def test_a_dash_after_a_name_in_a_sentence_opens_none() -> None:
    (tokens,) = parse([("ISIS - the group that held the town - shelled the bridge.", 0)])
    assert sum(t.head == t.index for t in tokens) == 1
