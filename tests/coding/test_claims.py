"""Who vouches for what: joined verbs of speaking, rival tolls, and answers given to the deed that they are about."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Stance

from .conftest import Mentions, reading_of, spoken


def claims_of(mentions: Mentions, text: str) -> list[tuple[str, str | None, str, Stance]]:
    """Return what others than the outlet claim in a text, mention by mention."""
    return [(c.field, c.value, c.claimant.text, c.stance) for m in mentions(text) for c in spoken(m)]


JOINED = [
    (
        "A Houthi military spokesman denied that the group had shelled Taiz on Monday and said that coalition forces had "
        "fired the shells that killed three children.",
        [
            ("event", None, "A Houthi military spokesman", Stance.DENIES),
            ("event", None, "A Houthi military spokesman", Stance.REPORTS),
        ],
    ),
    (
        "Police said gunmen had stormed a bank in Zaria on Monday and blamed the attack on Ansaru.",
        [("event", None, "Police", Stance.REPORTS), ("perpetrator", "Ansaru", "Police", Stance.BLAMES)],
    ),
    (
        "The army denied that it had bombed a market in Nyala on Monday and accused the RSF of shelling it.",
        [
            ("event", None, "The army", Stance.DENIES),
            ("perpetrator", "Rapid Support Forces", "The army", Stance.BLAMES),
        ],
    ),
    (
        "The mayor said that two guards were killed in Herat on Monday but added that the attackers shot five drivers.",
        [
            ("killed", "2", "The mayor", Stance.REPORTS),
            ("event", None, "The mayor", Stance.REPORTS),
        ],
    ),
]


@pytest.mark.parametrize(("text", "claims"), JOINED)
def test_a_joined_verb_of_speaking_is_the_upper_speaker_s(
    mentions: Mentions, text: str, claims: list[tuple[str, str | None, str, Stance]]
) -> None:
    assert claims_of(mentions, text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Police said that gunmen attacked a camp near Bunia on Monday and claimed that they were soldiers.",
        "The daily reported that the ministry denied the raid on Kano and said that the army attacked no one.",
        "The army says that rebels attacked a camp near Bunia on Monday and said that they had shot the guards.",
        "Police said the fighters had told drivers to leave and told guards to run.",
    ],
)
def test_what_a_doer_said_besides_stays_the_doer_s(coder: Coder, text: str) -> None:
    tokens = reading_of(coder, text).tokens
    assert [t.text for t in tokens if t.dep == "conj" and tokens[t.head].dep == "ROOT"] == []


def test_a_claim_quotes_the_whole_name_and_the_statement(mentions: Mentions) -> None:
    (mention,) = mentions("The mayor of the port town of Kismayo said that a bomb killed two guards on Monday.")
    (claim,) = spoken(mention)
    assert claim.span is not None
    assert claim.span.text == "The mayor of the port town of Kismayo said that a bomb killed two guards on Monday"
