"""Who did it and who was hit, in each shape that English gives a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Mention, Role

from .conftest import Mentions

Only = Callable[[str], Mention]

KENYA, SHABAAB = "Military Forces of Kenya", "Al-Shabaab"

SHAPES = {
    "active": "Al-Shabaab attacked Kenyan troops near Lamu on Monday.",
    "passive": "Kenyan troops were attacked by Al-Shabaab near Lamu on Monday.",
    "noun, by and on": "An attack by Al-Shabaab on Kenyan troops near Lamu on Monday killed three.",
    "noun, possessor": "Al-Shabaab's attack on Kenyan troops near Lamu on Monday killed three.",
    "carried out by": "An attack carried out by Al-Shabaab on Kenyan troops near Lamu on Monday killed three.",
    "subjected to": "Kenyan troops were subjected to an attack by Al-Shabaab near Lamu on Monday.",
    "carried out": "Al-Shabaab carried out an attack on Kenyan troops near Lamu on Monday.",
    "launched against": "Al-Shabaab launched an attack against Kenyan troops near Lamu on Monday.",
    "at the hands of": "Three Kenyan soldiers were killed at the hands of Al-Shabaab near Lamu on Monday.",
    "was targeted": "Kenyan troops were targeted by Al-Shabaab near Lamu on Monday.",
    "owner of the target": "Al-Shabaab fighters ambushed a Kenyan army convoy near Lamu on Monday.",
    "participle": "Fighters from Al-Shabaab stormed a base, killing three Kenyan soldiers near Lamu on Monday.",
    "relative": "Al-Shabaab, which attacked Kenyan troops near Lamu on Monday, took no prisoners.",
}

CLASHES = {
    "verb, with": "Kenyan troops clashed with Al-Shabaab near Lamu on Monday.",
    "verb, both subjects": "Kenyan troops and Al-Shabaab clashed near Lamu on Monday.",
    "verb, a noun shared": "Soldiers and Al-Shabaab fighters clashed near Lamu in Kenya on Monday.",
    "noun, between": "Clashes between Kenyan troops and Al-Shabaab broke out near Lamu on Monday.",
    "fought": "Kenyan troops fought Al-Shabaab near Lamu on Monday.",
}

ONE_SIDED = [
    (Role.TARGET, [KENYA], "A Kenyan army convoy was ambushed near Lamu on Monday."),
    (Role.TARGET, [KENYA], "Kenyan troops came under attack near Lamu on Monday."),
    (Role.TARGET, ["Israel Defense Forces"], "Israeli soldiers came under sniper fire in Jenin on Monday."),
    (Role.TARGET, ["Ansar Allah"], "A strike on a Houthi camp in Hajjah on Monday killed 12 fighters."),
    (Role.PERPETRATOR, ["Russian Armed Forces"], "Russian troops shelled a hospital in Kherson on Monday."),
    (Role.PERPETRATOR, ["Ansar Allah"], "A drone launched by the Houthis hit an oil tanker near Hodeidah on Monday."),
    (
        Role.PERPETRATOR,
        ["Saudi-led coalition"],
        "The bombs dropped by Saudi-led coalition aircraft hit a school in Saada on Monday.",
    ),
    (Role.PERPETRATOR, ["M23"], "M23 rebels attacked and captured Rutshuru on Monday."),
]

TWO_SIDED = [
    ("Boko Haram", "Military Forces of Nigeria", "Boko Haram attacked a base of the Nigerian army in Borno on Monday."),
    (
        "Turkish Army",
        "Syrian Democratic Forces",
        "Turkish shelling of SDF positions near Tell Rifaat on Monday wounded two fighters.",
    ),
    ("Israeli Air Force", "Hezbollah", "Israeli warplanes bombed a convoy of Hezbollah near Qusayr on Monday."),
    ("Israel Defense Forces", "Civilians", "A Palestinian was shot dead by Israeli forces in Nablus on Monday."),
    ("Taliban", "Police Forces of Afghanistan", "The Taliban, which attacked police in Ghazni on Monday, fled."),
    ("Russian Armed Forces", "Civilians", "Shelling by Russian forces killed two civilians in Kherson on Monday."),
    ("FARC", "Police Forces of Colombia", "Rebels of the FARC killed two policemen in Cauca on Monday."),
    ("Saudi-led coalition", "Ansar Allah", "The Houthis were bombed by the Saudi-led coalition in Hajjah on Monday."),
    ("JNIM", "Military Forces of Mali", "JNIM militants attacked a Malian army post in Boni on Monday."),
    ("Boko Haram", "Civilians", "Boko Haram abducted four farmers in Chibok on Monday."),
    (
        "Military Forces of Sudan",
        "Rapid Support Forces",
        "Fierce clashes between the army and the Rapid Support Forces erupted in Omdurman on Monday.",
    ),
]

TOGETHER = [
    (
        ["Russian Armed Forces", "Turkish Army"],
        "Russian and Turkish forces conducted a joint patrol near Kobani on Monday.",
    ),
    (
        ["Government of Ethiopia", "TPLF"],
        "The Ethiopian government and the TPLF signed a truce in Pretoria on Monday.",
    ),
    (["Civilians"], "Hundreds of residents demonstrated in Tripoli on Monday over power cuts."),
]


def names(mention: Mention, role: Role) -> list[str]:
    return sorted(a.name for a in mention.actors if a.role is role)


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_shapes_of_one_attack(only: Only, text: str) -> None:
    mention = only(text)
    assert names(mention, Role.PERPETRATOR) == [SHABAAB]
    assert names(mention, Role.TARGET) == [KENYA]


@pytest.mark.parametrize("text", CLASHES.values(), ids=CLASHES)
def test_both_sides_of_a_clash_are_named(only: Only, text: str) -> None:
    assert sorted(a.name for a in only(text).actors) == [SHABAAB, KENYA]


@pytest.mark.parametrize(("role", "expected", "text"), ONE_SIDED)
def test_one_side_alone(only: Only, role: Role, expected: list[str], text: str) -> None:
    assert names(only(text), role) == expected


@pytest.mark.parametrize(("doer", "hit", "text"), TWO_SIDED)
def test_doer_and_target(only: Only, doer: str, hit: str, text: str) -> None:
    mention = only(text)
    assert (names(mention, Role.PERPETRATOR), names(mention, Role.TARGET)) == ([doer], [hit])


@pytest.mark.parametrize(("expected", "text"), TOGETHER)
def test_deeds_without_sides_have_participants(only: Only, expected: list[str], text: str) -> None:
    mention = only(text)
    assert names(mention, Role.PARTICIPANT) == expected
    assert names(mention, Role.PERPETRATOR) == names(mention, Role.TARGET) == []


@pytest.mark.parametrize("text", [*SHAPES.values(), *CLASHES.values()])
def test_the_words_of_an_actor_are_verbatim(only: Only, text: str) -> None:
    assert all(text[a.span.start : a.span.end] == a.span.text for a in only(text).actors)


def test_a_former_member_of_a_force_is_a_civilian(only: Only) -> None:
    assert names(only("Gunmen killed a former member of Al-Shabaab near Lamu on Monday."), Role.TARGET) == ["Civilians"]


def test_a_member_of_a_force_is_none(only: Only) -> None:
    assert names(only("Gunmen killed a member of Al-Shabaab near Lamu on Monday."), Role.TARGET) == [SHABAAB]


def test_killing_and_abducting_are_two_deeds(mentions: Mentions) -> None:
    killed, taken = mentions("Gunmen killed two farmers and abducted three herders near Lamu on Monday.")
    assert (killed.sub_event_type, taken.sub_event_type) == ("Attack", "Abduction/forced disappearance")
    assert killed.killed is not None
    assert taken.killed is None


def test_the_finer_place_is_the_deed_s(only: Only) -> None:
    mention = only("In Homs, gunmen shot dead a teacher in Palmyra on Monday.")
    assert mention.place is not None
    assert mention.place.name == "Palmyra"


def test_the_rebel_coalition_is_not_the_one_that_bombs(only: Only) -> None:
    mention = only("The rebel coalition shelled a village near Homs in Syria on Monday.")
    assert names(mention, Role.PERPETRATOR) == ["Opposition factions"]


def test_the_coalition_is_the_one_of_the_war(only: Only) -> None:
    mention = only("The coalition bombed a village near Homs in Syria on Monday.")
    assert names(mention, Role.PERPETRATOR) == ["Global Coalition against Daesh"]


def test_a_bombardment_that_is_commenced_has_a_doer(only: Only) -> None:
    mention = only("An aerial bombardment was commenced by Kenyan troops near Lamu on Monday.")
    assert names(mention, Role.PERPETRATOR) == [KENYA]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab said it was behind an attack on Kenyan troops near Lamu in which four soldiers were killed on Monday.",
        "Al-Shabaab carried out executions of Kenyan soldiers near Lamu on Monday.",
    ],
)
def test_who_is_behind_a_deed_or_carries_out_killings_did_it(only: Only, text: str) -> None:
    assert names(only(text), Role.PERPETRATOR) == [SHABAAB]


def test_who_is_not_behind_an_attack_did_nothing(mentions: Mentions) -> None:
    found = mentions("Al-Shabaab said it was not behind an attack on Kenyan troops near Lamu on Monday.")
    assert all(SHABAAB not in names(m, Role.PERPETRATOR) for m in found)
