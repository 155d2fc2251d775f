"""Everyday Arabic words, which tell no event: read as what they are, and never as what the coder looks for."""

from __future__ import annotations

from reportedly.annotate.arabic import parse_one
from reportedly.annotate.arabic_lexicon import load_arabic
from reportedly.annotate.arabic_text import form
from reportedly.resources import load_csv, load_toml

ROWS = load_csv("ar/general.csv")
MIN_READ = 0.9
"""Share of the rows whose example is read in the row's sense; others stand in a lexicon too, in a sense of their own."""


def test_each_row_is_a_part_of_speech_with_words_and_an_example() -> None:
    for row in ROWS:
        assert row["pos"] in ("verb", "noun", "adj"), row
        assert row["sense"], row
        assert row["example"], row
        assert all((row["pos"] == "verb") == ("/" in word) for word in row["words"].split()), row


def test_no_row_has_the_sense_of_a_deed() -> None:
    deeds = {lemma for t in load_toml("en/triggers.toml")["trigger"] for lemma in t["lemmas"]}
    assert not deeds & {row["sense"] for row in ROWS}


def test_the_example_is_read_in_the_sense_of_the_row() -> None:
    missed = [
        row["example"]
        for row in ROWS
        if row["sense"].split()[0] not in {t.lemma for t in parse_one(row["example"], 0)}
        and row["sense"] not in {t.lemma for t in parse_one(row["example"], 0)}
    ]
    assert len(missed) <= (1 - MIN_READ) * len(ROWS), missed


def test_an_everyday_word_never_adds_to_a_spelling_of_the_other_lexicons() -> None:
    words = load_arabic().words
    assert {a.sense for a in words[form("قصفت")]} == {"shell"}
    assert {(a.sense, a.cat) for a in words[form("بارز")]} == {("prominent", "adj")}
