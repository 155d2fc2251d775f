from __future__ import annotations

from typing import Any

import pytest

from reportedly.annotate import phrases
from reportedly.annotate.phrases import Grammar
from reportedly.errors import LexiconError

WORDS = {"COLOUR": {"red": 1, "blue": 2}, "NAME": ["Rose"]}


def grammar(monkeypatch: pytest.MonkeyPatch, *match: str, **changes: Any) -> Grammar:
    rule = {"name": "one", "make": "thing", "match": list(match), "examples": []}
    data = {"words": WORDS, "macros": {"very": "(very|{most})?", "most": "most"}, "rule": [rule], **changes}
    monkeypatch.setattr(phrases, "load_toml", lambda name: data)
    return Grammar("xx/test.toml")


def found(made: Grammar, text: str) -> list[str]:
    return [text[one.start : one.end] for one in made.find(text)]


def test_a_phrase_is_words_classes_and_macros(monkeypatch: pytest.MonkeyPatch) -> None:
    made = grammar(monkeypatch, "{very} shade:COLOUR (?! WORD)", "NAME&CAP", "COLOUR&~CAP COLOUR&CAP")
    assert found(made, "A very red, most Blue; Rose and rose, red Blue x") == [
        "very red",
        "most Blue",
        "Rose",
        "red Blue",
    ]
    (one,) = made.find("very blue")
    assert (one.value("shade"), one.piece("none"), one.value("none"), one.before) == (2, None, None, None)


def test_the_longest_match_wins_then_the_first_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [
        {"name": name, "make": "thing", "match": [match], "examples": []}
        for name, match in (("short", "red"), ("long", "red blue"), ("same", "red blue"))
    ]
    made = grammar(monkeypatch, rule=rules)
    assert [one.rule.name for one in made.find("red blue red")] == ["long", "short"]


@pytest.mark.parametrize(
    ("match", "said"),
    [
        ("SHAPE", "no word class 'SHAPE'"),
        ("(red", "unterminated"),
        ("red?", "matches nothing"),
        ("NAME&HYPH", "nothing can be"),
    ],
)
def test_a_bad_phrase_is_named(monkeypatch: pytest.MonkeyPatch, match: str, said: str) -> None:
    with pytest.raises(LexiconError, match=r"resources/xx/test\.toml") as raised:
        grammar(monkeypatch, match)
    assert said in str(raised.value)


def test_a_word_has_one_value(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LexiconError, match="'red' has two values"):
        grammar(monkeypatch, "red", words={"COLOUR": {"red": 1}, "SIGNAL": {"red": 3}})


def test_a_rule_without_examples_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LexiconError, match="lacks 'examples'"):
        grammar(monkeypatch, rule=[{"name": "one", "make": "thing", "match": ["red"]}])


def test_pieces_keep_their_offsets(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "In 1,250 of 12-year-olds’s\n\n T-72 é٣ 5.2 16th p.m. ²"
    made = grammar(monkeypatch, "red")
    pieces = made.pieces(text)
    assert all(text[one.start : one.end] == one.text for one in pieces)
    assert [one.value for one in pieces if one.value is not None] == [1250, 12, 72, 16]
