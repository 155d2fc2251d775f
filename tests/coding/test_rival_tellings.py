"""Who else says what of a deed told before: rival tolls, rival culprits, and answers; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention

from .conftest import Mentions, spoken

SOLHAN = "At least 40 people were killed in an attack on the village of Solhan in Burkina Faso on Friday. "
BAKERY = "A rocket hit a bakery in Taiz in Yemen on Sunday, killing four people. "


def told(mention: Mention) -> set[tuple[str, str, str, str | None]]:
    """Return who, how, of what and with which value, for the claims of others than the outlet."""
    return {(c.claimant.text, c.stance.value, c.field, c.value) for c in spoken(mention)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Local sources put the toll at more than 100.", ("Local sources", "reports", "killed", "100")),
        ("The toll was given as 51 by the mayor.", ("the mayor", "reports", "killed", "51")),
        ("A count by the opposition put the dead at 60.", ("the opposition", "reports", "killed", "60")),
    ],
)
def test_a_rival_toll_is_its_counters(mentions: Mentions, text: str, claim: tuple[str, str, str, str]) -> None:
    (row,) = mentions(SOLHAN + text)
    assert told(row) == {claim}


def test_two_counts_in_one_sentence_have_two_claimants(mentions: Mentions) -> None:
    (row,) = mentions(
        SOLHAN + "A hospital source put the death toll at 52, and a count by the opposition put the dead at 60."
    )
    assert told(row) == {
        ("A hospital source", "reports", "killed", "52"),
        ("the opposition", "reports", "killed", "60"),
    }


def test_the_toll_of_a_war_is_no_event(mentions: Mentions) -> None:
    assert mentions("The war has raged for a year. The UN puts the toll at 2,900.") == ()


def test_who_speaks_before_a_semicolon_tells_what_stands_there(mentions: Mentions) -> None:
    (row,) = mentions(
        "Two died in a shooting in Kano on Monday, according to a councillor; a count by the opposition put the dead at nine."
    )
    assert told(row) == {
        ("a councillor", "reports", "event", None),
        ("the opposition", "reports", "killed", "9"),
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Houthis said government troops had fired it.",
            ("The Houthis", "reports", "perpetrator", "Military Forces of Yemen"),
        ),
        ("The army said it came from Houthi positions.", ("The army", "reports", "perpetrator", "Ansar Allah")),
        ("The Houthis denied they had fired it.", ("The Houthis", "denies", "event", None)),
        ("The Houthis said the army could fire it again.", None),
        ("Residents said children found it.", None),
    ],
)
def test_who_did_it(mentions: Mentions, text: str, claim: tuple[str, str, str, str | None] | None) -> None:
    (row,) = mentions(BAKERY + text)
    assert {c for c in told(row) if c[2] in ("perpetrator", "event")} == ({claim} if claim else set())


def test_who_planted_a_bomb_can_be_denied(mentions: Mentions) -> None:
    (row,) = mentions(
        "A bomb killed four soldiers near Marib in Yemen on Sunday. The Houthis denied they had planted it."
    )
    assert told(row) == {("The Houthis", "denies", "perpetrator", "Ansar Allah")}


def test_the_army_is_not_the_residents_before_it(mentions: Mentions) -> None:
    (row,) = mentions(
        "Residents said soldiers shot dead 20 villagers near Gao on Friday. The army denied the accusation."
    )
    kinds = {c.claimant.text: c.claimant.kind.value for c in spoken(row)}
    assert kinds["Residents"] == "local"
    assert kinds["The army"] != "local"


def test_those_told_of_before_are_no_new_toll(mentions: Mentions) -> None:
    row = mentions(
        "Six protesters were killed at a rally in Quetta on Saturday. Police said the demonstrators were killed by gunmen."
    )[0]
    assert "killed" not in {field for _, _, field, _ in told(row)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents accused the army of shelling Lutra in Syria saying it killed a woman there.", {"Residents"}),
        ("A source said a man was shot by police in Gao in Mali adding that two more were hurt.", {"A source"}),
        ("Nine people were killed in strikes on Idlib in Syria on Sunday saying that two more had been hurt.", set()),
    ],
)
def test_who_goes_on_speaking(mentions: Mentions, text: str, speaker: set[str]) -> None:
    assert {c.claimant.text for row in mentions(text) for c in spoken(row)} == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two men in Gao in Mali on Monday. The army declined to confirm the attack.",
        "Gunmen killed two men in Gao in Mali on Monday. It was difficult to confirm the attack.",
        "Gunmen killed two men in Gao in Mali on Monday. The monitor was not in a position to confirm the attack.",
    ],
)
def test_who_does_not_confirm_says_nothing(mentions: Mentions, text: str) -> None:
    (row,) = mentions(text)
    assert spoken(row) == ()


@pytest.mark.parametrize(
    ("answer", "denies"),
    [
        ("Ukraine's General Staff denied there were any military targets nearby.", False),
        ("Moscow denied there was any strike.", True),
        ("Moscow denied there were casualties.", True),
    ],
)
def test_who_denies_what_else_was_there_denies_no_deed(mentions: Mentions, answer: str, denies: bool) -> None:
    rows = mentions(f"Nine people were killed in a Russian missile strike on Kryvyi Rih in Ukraine on Monday. {answer}")
    assert any(c.stance.value == "denies" for c in spoken(rows[0])) is denies
