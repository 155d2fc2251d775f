"""Arabic words that open a sentence before a comma and are no subject; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder

from .test_arabic_speakers import code, sides


@pytest.mark.parametrize(
    "opener",
    [
        "وفي تطور آخر",
        "وفي تطور لاحق",
        "وفي وقت سابق",
        "عسكريا",
        "ميدانيا",
        "جنوبا",
        "بموازاة ذلك",
        "وفي حادث منفصل",
        "من ناحية أخرى",
    ],
)
def test_who_acts_stands_after_the_opener(coder: Coder, opener: str) -> None:
    (mention,) = code(coder, f"{opener}، شنت الطائرات الروسية غارات على بلدة كفرنبل.")
    assert sides(mention) == [("perpetrator", "Russian Air Force")]


@pytest.mark.parametrize("opener", ["وفي وقت سابق", "جنوبا", "وفي بيان لاحق"])
def test_an_opener_says_nothing(coder: Coder, opener: str) -> None:
    (mention,) = code(coder, f"{opener}، قال مصدر محلي إن الطائرات الروسية قصفت بلدة كفرنبل.")
    assert [c.claimant.text for c in mention.claims] == ["مصدر محلي"]


@pytest.mark.parametrize(
    "text",
    [
        "مسلحون مجهولون، هاجموا حاجزا في بلدة كفرنبل.",
        "غارات جوية روسية، استهدفت حاجزا في بلدة كفرنبل.",
    ],
)
def test_men_and_deeds_before_a_comma_are_still_the_subject(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert "perpetrator" in [role for role, _ in sides(mention)]
