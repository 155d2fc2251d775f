"""Sentences whose verb the parser takes for part of a name: the tree is put right; the sentences are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.clauses import build_clause
from reportedly.annotate.english import parse
from reportedly.annotate.english_mends import mend_tree
from reportedly.annotations import Sentence, Token, Tree, circle


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


@given(
    st.lists(
        st.sampled_from(
            "gunmen believed to be rebels killed people , strikes suspected carried out by the army in Sarmin were "
            "shot dead who which said that and men thought belong # Idlib bombed opened fire".split()
        ),
        min_size=1,
        max_size=14,
    )
)
def test_mends_leave_a_tree(words: list[str]) -> None:
    (tokens,) = parse([(" ".join(words), 0)])
    assert circle(tokens) is None


def test_strikes_believed_to_be_carried_out_keep_their_tree() -> None:
    (tokens,) = parse([("Nine died in raids believed to be carried out by the army on Sarmin.", 0)])
    assert circle(tokens) is None
    assert next(t for t in tokens if t.text == "died").dep == "ROOT"


def test_a_circle_of_heads_is_opened() -> None:
    tokens = [replace(t, head=h) for t, h in zip(tree("Rebels killed two."), (1, 2, 1, 1), strict=True)]
    assert circle(tokens) is not None
    opened = Tree(Sentence(0, 0, 0, 18, "Rebels killed two.", False, tuple(tokens)), build_clause)
    assert circle(opened.tokens) is None
    assert len(opened.ancestors(0)) < len(tokens)


LOST_COMMAS = (
    ("Warplanes bombed the town of Saraqib killing five civilians.", "killing", "bombed"),
    ("A barrel bomb hit a market in Douma wounding 12 people.", "wounding", "hit"),
    ("Jets struck Maaret al-Numan leaving six dead.", "leaving", "struck"),
    ("Army units hit a depot in the countryside of Daraa killing and injuring several men.", "killing", "hit"),
)


@pytest.mark.parametrize(("text", "toll", "deed"), LOST_COMMAS)
def test_a_toll_hangs_from_its_deed_where_the_comma_is_lost(text: str, toll: str, deed: str) -> None:
    tokens = tree(text)
    found = next(t for t in tokens if t.text == toll)
    assert (found.dep, tokens[found.head].text) == ("advcl", deed)


def test_what_is_reported_of_an_army_is_no_lost_comma() -> None:
    tokens = tree("Diplomats spread lies about the army killing Syrians.")
    assert next(t for t in tokens if t.text == "killing").dep == "pcomp"
