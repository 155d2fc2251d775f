"""Hash signs of posts: words are read as without them, and every token keeps its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.english import parse
from reportedly.annotate.hashtags import without_hashes


def test_the_parser_reads_tagged_words_as_words() -> None:
    text = "#Israel|i warplanes bombed the town of #Darkush."
    (tokens,) = parse([(text, 7)])
    assert [text[t.start - 7 : t.end - 7] for t in tokens[:3]] == ["#", "Israel|i", "warplanes"]
    assert [t.lower for t in tokens[:2]] == ["#", "israeli"]
    bombed, planes = (next(t for t in tokens if t.text == word) for word in ("bombed", "warplanes"))
    assert (planes.dep, planes.head) == ("nsubj", bombed.index)


@pytest.mark.parametrize("text", ["Clashes in Sarmin #Syria #AFP", "Gate #3 burns", "a#b", "&#39;", "\x1b#A", "|#A"])
def test_signs_that_open_no_word_of_the_sentence_stay(text: str) -> None:
    assert without_hashes(text).text == text


@given(st.lists(st.sampled_from(["#Sarmin", "was", "shelled", "#3", "|", "by", "#army", ",", "."]), max_size=12))
def test_tokens_stand_in_order_and_cover_what_is_written(words: list[str]) -> None:
    text = " ".join(words)
    (tokens,) = parse([(text, 0)])
    assert "".join(text[t.start : t.end] for t in tokens) == text.replace(" ", "")
    assert [t.index for t in tokens] == list(range(len(tokens)))
    assert all(0 <= t.head < len(tokens) for t in tokens)
