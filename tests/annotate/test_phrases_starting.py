"""The rules that are tried at a word: leaving out those that cannot begin there loses no phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.annotate import dates, quantities
from reportedly.annotate.phrases import Grammar


def _texts(grammar: Grammar) -> list[str]:
    return [
        text.replace("[", "").replace("]", "") for rule in grammar.rules for text in (*rule.examples, *rule.counters)
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("make", [dates.grammar, quantities.grammar], ids=["dates", "quantities"])
def test_trying_every_rule_at_every_word_finds_no_more(
    make: Callable[[str], Grammar], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    grammar: Grammar = make(language)
    texts = _texts(grammar)
    found = [grammar.find(text) for text in texts]
    monkeypatch.setattr(grammar, "_starting", dict.fromkeys(grammar._codes.values(), grammar.rules))
    assert [grammar.find(text) for text in texts] == found


@pytest.mark.parametrize("make", [dates.grammar, quantities.grammar], ids=["dates", "quantities"])
def test_most_words_begin_few_rules(make: Callable[[str], Grammar]) -> None:
    starting = make("ar")._starting
    assert max(map(len, starting.values())) < len(make("ar").rules)
