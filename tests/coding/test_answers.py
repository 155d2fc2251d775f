"""What a party says to a deed just told is a claim on it; a deed at another place is a row of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Mention, Stance

from .conftest import Mentions, spoken, toll_range

Only = Callable[[str], Mention]

STRIKE = "A Turkish air strike on a clinic in Marka killed four nurses on Monday, medics said. "


@pytest.mark.parametrize(
    ("answer", "claimant", "stance"),
    [
        ("The Turkish army denied targeting the clinic.", "The Turkish army", Stance.DENIES),
        ("The Turkish army denied that it had bombed the clinic.", "The Turkish army", Stance.DENIES),
        ("The Turkish military said it was targeting a command post.", "The Turkish military", Stance.REPORTS),
    ],
)
def test_an_answer_makes_no_row(only: Only, answer: str, claimant: str, stance: Stance) -> None:
    mention = only(STRIKE + answer)
    assert ("event", claimant, stance) in {(c.field, c.claimant.text, c.stance) for c in spoken(mention)}


@pytest.mark.parametrize(
    "other",
    [
        "The Turkish army denied that it had shelled the town of Baidoa.",
        "The Kenyan army said it had attacked a camp of rebels.",
    ],
)
def test_another_deed_stands_alone(mentions: Mentions, other: str) -> None:
    assert len(mentions(STRIKE + other)) == 2


def test_what_was_used_is_a_claim_of_the_weapon(only: Only) -> None:
    mention = only("Rival militias clashed in Marka on Monday. A resident said the fighters had used mortars.")
    assert ("weapon", "A resident") in {(c.field, c.claimant.text) for c in spoken(mention)}


def test_a_denial_of_a_foe_s_deed_is_one_of_the_event(only: Only) -> None:
    mention = only(STRIKE + "Rebel sources denied that the clinic was hit by Turkish jets.")
    denied = {(c.field, c.claimant.text) for c in spoken(mention) if c.stance is Stance.DENIES}
    assert denied == {("event", "Rebel sources")}


def test_a_doer_s_denial_at_the_end_of_a_report_answers_its_deed(mentions: Mentions) -> None:
    text = (
        "RSF artillery shelled Zamzam camp on Monday, killing 12 people. Hundreds of families fled on foot. The market has "
        "been shut for weeks. Aid groups ran out of flour. Clinics lack medicine. The RSF denied that it targeted the camp."
    )
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == (12, 12, 12)
    assert ("event", "The RSF", Stance.DENIES) in {(c.field, c.claimant.text, c.stance) for c in mention.claims}
