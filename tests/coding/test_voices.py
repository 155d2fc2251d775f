"""Rival voices: denials stay denials, hearsay stays somebody's, and the outlet vouches for its own words alone."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.coding.attribution import find_attributions
from reportedly.coding.claimants import kinds
from reportedly.pipeline import Coder
from reportedly.records import ClaimantKind, Mention, Party, Stance, Status
from reportedly.resources import load_toml

from .conftest import Mentions, reading_of, report_of, spoken

BOMB = "A bomb killed nine people in Aden on 3 March 2021. "

Said = tuple[str, str | None, str, Stance, Party | None]


def said(mention: Mention) -> list[Said]:
    return [(c.field, c.value, c.claimant.text, c.stance, c.party) for c in spoken(mention)]


ANSWERS: list[tuple[str, list[Said]]] = [
    (
        "FARC dissidents said they were not responsible.",
        [("perpetrator", "FARC dissidents", "FARC dissidents", Stance.DENIES, Party.DENIAL)],
    ),
    (
        "The army said the ELN was not behind the attack.",
        [("perpetrator", "ELN", "The army", Stance.DENIES, None)],
    ),
    (
        "The Taliban denied that Islamic State was behind it.",
        [("perpetrator", "Islamic State", "The Taliban", Stance.DENIES, None)],
    ),
    ("The UN blamed the attack on the Taliban.", [("perpetrator", "Taliban", "The UN", Stance.BLAMES, None)]),
    ("The rebels said the army lied.", [("event", None, "The rebels", Stance.DENIES, None)]),
    ("It was unclear whether the Taliban was responsible, officials said.", []),
    ("Boko Haram claimed responsibility for a separate attack in Maiduguri.", []),
]


@pytest.mark.parametrize(("answer", "claims"), ANSWERS)
def test_who_answers_for_a_deed(mentions: Mentions, answer: str, claims: list[Said]) -> None:
    mention, *others = mentions(BOMB + answer)
    assert len(others) == ("separate" in answer)
    assert said(mention) == claims
    assert [c.claimant.kind for c in mention.claims][-1] is ClaimantKind.OUTLET


def test_a_denial_in_the_same_sentence_stands_beside_the_claim(mentions: Mentions) -> None:
    (mention,) = mentions("Rebels killed nine people in Bucha on Monday, residents said, and the army denied it.")
    assert [(c.claimant.text, c.stance) for c in spoken(mention)] == [
        ("residents", Stance.REPORTS),
        ("the army", Stance.DENIES),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The army said it had no evidence that rebels bombed the hospital in Aden.",
        "The army did not deny that it bombed the hospital in Aden.",
        "There is no evidence that rebels attacked the port of Aden.",
    ],
)
def test_what_nobody_asserts_is_no_event(mentions: Mentions, text: str) -> None:
    assert Status.EVENT not in [m.status for m in mentions(text)]


def test_two_versions_of_a_deed_are_both_kept(mentions: Mentions) -> None:
    found = mentions(
        "Rebels say the army shelled Aden on 3 March 2021. The army says rebels shelled Aden on 3 March 2021."
    )
    assert [c.claimant.text for m in found for c in spoken(m)] == ["Rebels", "The army"]


def test_two_tolls_in_one_sentence_are_not_added(mentions: Mentions) -> None:
    (mention,) = mentions(
        "The mayor's office, which had said ten died, said nine people were killed in a strike in Kharkiv on Monday."
    )
    assert mention.killed is not None
    assert mention.killed.best < 19


@pytest.mark.parametrize(
    "text",
    [
        "The UN says the army killed nine people in Aden on Monday.",
        "Rebels shelled the town of Taiz on Monday.",
        "A drone hit a market in El Fasher on 14 Oct, activists said. Witnesses said that two drones had hit the building.",
        BOMB + "According to a medic, two children were among the dead.",
    ],
)
def test_every_field_has_a_claimant(mentions: Mentions, text: str) -> None:
    for mention in mentions(text):
        told = {c.field for c in mention.claims}
        given = {"killed"} if mention.killed else set()
        given |= {a.role.value for a in mention.actors} | ({"weapon"} if mention.weapon else set())
        assert "event" in told or given <= told


def kinds_of_the_lexicon() -> list[Any]:
    return [pytest.param(entry, id=entry["kind"]) for entry in load_toml("en/claimants.toml")["kind"]]


@pytest.mark.parametrize("entry", kinds_of_the_lexicon())
def test_the_kind_of_a_claimant(coder: Coder, entry: dict[str, Any]) -> None:
    example, counter = (
        find_attributions(reading_of(coder, f"{entry[key]} said that gunmen shelled the port of Aden on Monday."))
        for key in ("example", "counter")
    )
    assert example[0].claimant.kind.value == entry["kind"]
    assert all(a.claimant.kind.value != entry["kind"] for a in counter)


def test_every_word_gives_one_kind() -> None:
    words = [w for entry in load_toml("en/claimants.toml")["kind"] for w in entry["words"]]
    assert len(words) == len(set(words)) == len(kinds())


def test_a_label_of_a_headline_is_no_claimant(coder: Coder) -> None:
    (mention,) = coder.code(report_of("Drone strike injures nine civilians in Marka on Monday - UPDATE"))
    assert not spoken(mention)
