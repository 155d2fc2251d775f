"""The dead and the hurt of a headline, with and without the comma between them."""

from __future__ import annotations

import pytest

from reportedly.annotate.lost_commas import with_commas

from .conftest import Mentions, toll_range

HEADLINES = (
    (
        "At least 48 people dead over 100 injured after truck bomb exploded in Qamishli.",
        (48, 48, None),
        (100, 100, None),
    ),
    ("25 civilians killed 80 injured in rocket attacks on Aleppo.", (25, 25, 25), (80, 80, 80)),
    ("Nine civilians killed dozens wounded in shelling of Douma.", (9, 9, 9), (12, 12, None)),
    ("12 dead, 30 injured in blast in Homs.", (12, 12, 12), (30, 30, 30)),
    ("12 dead 30 injured in blast in Homs.", (12, 12, 12), (30, 30, 30)),
)


@pytest.mark.parametrize(("text", "killed", "injured"), HEADLINES)
def test_each_number_keeps_its_word(mentions: Mentions, text: str, killed: object, injured: object) -> None:
    (mention,) = mentions(text)
    assert (toll_range(mention.killed), toll_range(mention.injured)) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    ["Rebels killed 20 wounded soldiers in Homs.", "Gunmen killed 12 people in Homs.", "Nine killed three killed"],
)
def test_other_words_get_no_comma(text: str) -> None:
    assert with_commas(text) == text
