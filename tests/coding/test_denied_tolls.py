"""Tolls and guilt that somebody denies, media that relay what they were told, and totals of separate attacks."""

from __future__ import annotations

import pytest

from reportedly.records import Party, Role, Stance, Status

from .conftest import Mentions, spoken, toll_range


def test_a_toll_only_denied_is_no_toll(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The Rapid Support Forces said it shelled army positions in El Fasher on Saturday but denied that any civilians "
        "were killed."
    )
    assert mention.killed is None
    denied = [c for c in mention.claims if c.stance is Stance.DENIES]
    assert [(c.field, c.value) for c in denied] == [("killed", None)]


def test_a_toll_that_one_tells_and_another_denies(mentions: Mentions) -> None:
    (mention,) = mentions(
        "Israeli warplanes bombed Hodeidah on Saturday, killing nine civilians, the Houthi health ministry said. Israel "
        "said it struck a military target and denied that civilians were killed."
    )
    assert toll_range(mention.killed) == (9, 9, 9)
    said = [(c.field, c.value, c.claimant.text, c.stance, c.party) for c in spoken(mention)]
    assert ("event", None, "Israel", Stance.REPORTS, Party.ADMISSION) in said
    assert ("killed", None, "Israel", Stance.DENIES, None) in said


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A total of 61 people were killed in three separate attacks in El Fasher, Kutum and Nyala.", Status.AGGREGATE),
        ("Three people were killed in two separate attacks in Diyala province on Monday.", Status.AGGREGATE),
        ("Two separate explosions hit a market in Kabul on Monday, killing four people.", Status.EVENT),
    ],
)
def test_attacks_that_are_said_to_be_separate(mentions: Mentions, text: str, status: Status) -> None:
    assert [m.status for m in mentions(text)] == [status]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The RSF denied responsibility for the shelling of El Fasher on Monday, which killed nine people.",
            ("perpetrator", "Rapid Support Forces"),
        ),
        (
            "The Sudanese army denied carrying out the drone strike on the market in Kutum, which killed 25 people.",
            ("perpetrator", "Military Forces of Sudan"),
        ),
        (
            "A drone strike killed 25 people in Kutum on Monday. The army denied any role in the attack.",
            ("perpetrator", "Military Forces of Sudan"),
        ),
        ("The RSF denied shelling the market of El Fasher on Monday.", ("event", None)),
        (
            "نفت قوات الدعم السريع مسؤوليتها عن قصف سوق الفاشر أمس الذي أوقع تسعة قتلى.",
            ("perpetrator", "Rapid Support Forces"),
        ),
    ],
)
def test_who_denies_guilt_is_no_perpetrator(mentions: Mentions, text: str, claim: tuple[str, str | None]) -> None:
    (mention,) = mentions(text)
    assert [a for a in mention.actors if a.role is Role.PERPETRATOR] == []
    assert [(c.field, c.value) for c in mention.claims if c.stance is Stance.DENIES] == [claim]


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("Residents told AFP that shelling killed 25 people in El Fasher on Saturday.", ["AFP"]),
        ("Shelling killed 25 people in El Fasher, according to witnesses who spoke to Reuters.", ["Reuters"]),
        ("Gunmen killed nine people in Zurmi on Monday, police told reporters.", []),
        ("قال شاهد لوكالة فرانس برس إن مسلحين قتلوا تسعة أشخاص في زرمي أمس.", ["وكالة فرانس برس"]),
    ],
)
def test_whom_a_witness_told_relays_it(mentions: Mentions, text: str, media: list[str]) -> None:
    (mention,) = mentions(text)
    assert [[v.text for v in c.via] for c in spoken(mention)] == [media]


def test_who_denies_any_strike_answers_for_one_that_others_tell(mentions: Mentions) -> None:
    (mention,) = mentions("The coalition denied carrying out any strike in Hajin on Friday.")
    assert mention.status is Status.EVENT
    assert Stance.DENIES in {c.stance for c in mention.claims}
