from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.headlines import plain_case
from reportedly.resources import load_toml

CAPITALS = st.sampled_from(
    "Army Shells Town KILLED İstanbul ẞtraße ŉ ﬁre Two Goma al-Bab UN U.N. in of 12 – قتل".split()
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Army Shells Rebel Positions in Goma", "Army shells rebel positions in Goma"),
        ("Four Soldiers Killed in Baidoa Car Bomb", "Four soldiers killed in Baidoa car bomb"),
        ("UN Condemns Attack on Convoy in Mali", "UN Condemns attack on convoy in Mali"),
        ("ISIS Claims Suicide Attack in Kabul", "ISIS claims suicide attack in Kabul"),
    ],
)
def test_common_words_of_a_headline_are_lowered(text: str, expected: str) -> None:
    assert plain_case(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Army Shells Town",
        "The army shelled a town near Goma on Monday.",
        "A report by Human Rights Watch accused the army of shelling towns.",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert plain_case(text) == text


def test_a_capitalised_toll_word_in_running_text_is_lowered() -> None:
    text = "The blast in Goma Killed two men and Wounded a child."
    assert plain_case(text) == "The blast in Goma killed two men and wounded a child."


def test_lexicon_example_and_counter_example() -> None:
    table = load_toml("en/headlines.toml")
    assert plain_case(table["example"]) != table["example"]
    assert plain_case(table["counter"]) == table["counter"]


@given(st.text(max_size=200) | st.lists(CAPITALS, max_size=20).map(" ".join))
def test_only_case_changes_and_never_the_length(text: str) -> None:
    found = plain_case(text)
    assert len(found) == len(text)
    assert found.casefold() == text.casefold()
    assert plain_case(text) == found
