"""Questions, clauses of meanwhile, fires, and what was made where: invented sentences."""

from __future__ import annotations

import pytest

from .conftest import Mentions, toll_range


@pytest.mark.parametrize(
    "text",
    [
        "Did the army bomb the hospital in Nyala on Monday?",
        "هل قصف الجيش المستشفى في نيالا أمس؟",
        "هل يقصف الجيش التركي مدينة منبج؟",
    ],
)
def test_what_is_asked_is_not_told(mentions: Mentions, text: str) -> None:
    assert {m.status.value for m in mentions(text)} == {"hypothetical"}


@pytest.mark.parametrize(
    "text", ["Why did the army bomb the hospital in Nyala on Monday?", "لماذا قصف الجيش المستشفى في نيالا أمس؟"]
)
def test_why_it_was_done_takes_it_for_done(mentions: Mentions, text: str) -> None:
    assert {m.status.value for m in mentions(text)} == {"event"}


def test_meanwhile_others_did_another_deed(mentions: Mentions) -> None:
    first, second = mentions(
        "قتل طفل وأصيب سبعة مدنيين جراء قصف مدفعي من قوات النظام على مدينة سراقب، فيما استهدف الطيران الروسي مدينة أريحا."
    )
    assert (toll_range(first.killed), second.killed) == ((1, 1, 1), None)
    assert [[a.name for a in m.actors if a.role.value == "perpetrator"] for m in (first, second)] == [
        ["Syrian Army"],
        ["Russian Air Force"],
    ]


def test_fires_of_stoves_are_no_attacks(mentions: Mentions) -> None:
    assert mentions("سجلت مناطق الشمال حرائق عديدة، وأسفرت عن وفاة طفل وإصابة والديه بحروق في مدينة سراقب.") == ()
    assert mentions("قتل مدنيان بقصف على مدينة سراقب أشعل حرائق في السوق.") != ()


def test_where_a_plane_was_made_is_not_whose_it_is(mentions: Mentions) -> None:
    (mention,) = mentions("قصفت طائرة روسية الصنع مخيما قرب مدينة سراقب أمس.")
    assert [a.name for a in mention.actors if a.role.value == "perpetrator"] == []


def test_a_lost_space_after_what_makes_no_claimant(mentions: Mentions) -> None:
    (mention,) = mentions("قتلت الميليشيا شابا في منبج واتهمته بالانتماء لتنظيم داعش، مادفع عشيرته لإصدار بيان.")
    assert {c.claimant.text for c in mention.claims} == {"unknown outlet"}


def test_how_often_is_told_of_the_verb(mentions: Mentions) -> None:
    (mention,) = mentions("تشن قسد حملات اعتقال في مناطق سيطرتها بشكل متكرر.")
    assert mention.status.value == "aggregate"
