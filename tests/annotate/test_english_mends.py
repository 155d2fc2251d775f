"""Sentences whose verb the parser takes for part of a name: the tree is put right; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.annotate.english import parse
from reportedly.annotate.english_mends import mend_tree
from reportedly.annotations import Token


def tree(text: str) -> tuple[Token, ...]:
    return parse([(text, 0)])[0]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "other"),
    [
        ("Gunmen on a motorcycle shot dead a mayor in Kano.", "shot", "Gunmen", "mayor"),
        ("Unknown gunmen riding a motorcycle shot dead a mayor.", "shot", "gunmen", "mayor"),
        ("Two gunmen on a motorcycle shot and wounded a lawyer.", "shot", "gunmen", "and"),
        ("Masked men on motorbikes gunned down a journalist in Karachi.", "gunned", "men", "journalist"),
        ("Gunmen on a motorcycle opened fire on a man in Homs.", "opened", "Gunmen", "fire"),
        ("Gunmen on a motorcycle shot at a commander in Nawa, killing him.", "shot", "Gunmen", "at"),
    ],
)
def test_the_verb_of_gunmen_is_the_root(text: str, verb: str, subject: str, other: str) -> None:
    tokens = tree(text)
    at = {t.text: t for t in tokens}
    assert (at[verb].dep, at[verb].tag) == ("ROOT", "VBD")
    assert (at[subject].dep, at[subject].head) == ("nsubj", at[verb].index)
    assert at[other].head == at[verb].index


@pytest.mark.parametrize(
    "text",
    [
        "A fighter named Samir killed two soldiers in Homs.",
        "A man shot dead by gunmen in Daraa was a former fighter.",
        "The shot at the convoy missed.",
        "A warning shot was fired.",
        "A unit given new rifles left Homs.",
        "Shot dead.",
        "Dead.",
    ],
)
def test_other_sentences_stay_and_every_tree_is_one(text: str) -> None:
    tokens = tree(text)
    assert mend_tree(tokens) == tokens
    roots = [t for t in tokens if t.head == t.index]
    assert len(roots) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Eight civilians were killed and 20 others injured on Friday when a Russian warplane bombed a market in Ariha.",
        "Two guards were killed on Friday, when a warplane bombed a depot.",
    ],
)
def test_a_clause_with_when_hangs_on_the_verb(text: str) -> None:
    at = {t.text: t for t in tree(text)}
    assert (at["bombed"].dep, at["bombed"].head) == ("advcl", at["killed"].index)


@pytest.mark.parametrize(("text", "word", "lemma"), [("The army retook the town of Lalibela.", "retook", "retake")])
def test_past_forms_are_no_base_forms(text: str, word: str, lemma: str) -> None:
    at = {t.text: t for t in tree(text)}
    assert (at[word].lemma, at[word].tag, at[word].pos) == (lemma, "VBD", "VERB")
