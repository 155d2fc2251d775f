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


RAID = "Gunmen killed 20 people in Kaura on Monday, police said. "

RIVALS = [
    ("A resident, Musa Bello, told AFP he had counted 26 bodies.", "26", "A resident, Musa Bello"),
    ("The hospital said it had received 12 bodies.", "12", "The hospital"),
    ('"We buried 31 people this morning," a trader, Sani Garba, said.', "31", "a trader, Sani Garba"),
    ("The hospital later corrected the toll to 17.", "17", "The hospital"),
    ("The army spoke of four dead.", "4", "The army"),
    ("The army confirmed the attack but gave a lower toll of six.", "6", "The army"),
    ("The prosecutor's office put the number of dead at five.", "5", "The prosecutor's office"),
    ("The council put its losses at 12.", "12", "The council"),
]


@pytest.mark.parametrize(("rival", "killed", "claimant"), RIVALS)
def test_a_rival_toll_is_a_claim_on_the_deed(mentions: Mentions, rival: str, killed: str, claimant: str) -> None:
    (mention,) = mentions(RAID + rival)
    assert mention.killed is not None
    assert mention.killed.best == 20
    assert [(c.value, c.claimant.text) for c in spoken(mention) if c.field == "killed"] == [(killed, claimant)]


def test_bodies_that_somebody_counted_make_no_deed(mentions: Mentions) -> None:
    assert mentions("The coroner of Kaura said on Monday that he had counted 26 bodies.") == ()


ANSWERED = [
    ("Rebels shelled Bucha on Monday, state media said, a charge that the governor denied.", "the governor"),
    (
        "Rebels killed nine people in Bucha on Monday, medics said, a figure the county governor disputed.",
        "the county governor",
    ),
    (
        "The camp at Bucha was shelled on Monday. In a statement on Tuesday, the RSF denied that it targeted the camp.",
        "the RSF",
    ),
]


@pytest.mark.parametrize(("text", "claimant"), ANSWERED)
def test_a_denial_is_a_claim_on_the_deed(mentions: Mentions, text: str, claimant: str) -> None:
    (mention,) = mentions(text)
    assert claimant in {c.claimant.text for c in spoken(mention) if c.stance is Stance.DENIES}


def test_a_confirmation_to_a_paper_is_a_claim_on_the_deed(mentions: Mentions) -> None:
    (mention,) = mentions(
        RAID + "The governor confirmed the attack to this newspaper but said eight people lost their lives."
    )
    said = {(c.claimant.text, c.field, c.stance) for c in spoken(mention)}
    assert {("The governor", "event", Stance.CONFIRMS), ("The governor", "killed", Stance.REPORTS)} <= said


def test_who_owns_up_to_the_ambush_means_the_one_told(mentions: Mentions) -> None:
    ambushed, bombed = mentions(
        "Five soldiers were killed in an ambush near Djibo on Saturday. An official said that air strikes killed 20 fighters "
        "as they fled. JNIM claimed responsibility for the ambush."
    )
    assert ("JNIM", Stance.CLAIMS) in {(c.claimant.text, c.stance) for c in spoken(ambushed)}
    assert "JNIM" not in {c.claimant.text for c in spoken(bombed)}


def test_what_they_did_in_a_witness_s_words_is_a_claim_on_the_deed(mentions: Mentions) -> None:
    (mention,) = mentions(RAID + '"They fired at everything that moved," a nurse said.')
    assert ("event", "a nurse") in {(c.field, c.claimant.text) for c in spoken(mention)}


@pytest.mark.parametrize("text", ["No injuries were reported.", "According to the latest update, nine houses burned."])
def test_what_nobody_said_is_no_claim(mentions: Mentions, text: str) -> None:
    (mention,) = mentions("Gunmen killed 20 people in Kaura on Monday. " + text)
    assert spoken(mention) == ()


SPEAKERS = [
    (
        "A drone hit a bus in Bucha on Monday, killing four people, the governor, Ivan Koval, wrote on Telegram.",
        "the governor",
    ),
    ("Witnesses described how gunmen shot 12 farmers in Maradun on Monday.", "Witnesses"),
    (
        "An elder, Abdi Noor, said by telephone that an air strike had killed two men in Aden on Monday.",
        "An elder, Abdi Noor",
    ),
    ("The army said rebels shelled Aden on Monday, and Oman said the army fired first.", "The army"),
]


@pytest.mark.parametrize(("text", "claimant"), SPEAKERS)
def test_who_tells_the_deed(mentions: Mentions, text: str, claimant: str) -> None:
    (mention,) = mentions(text)
    (claim,) = spoken(mention)
    assert claim.claimant.text == claimant
    assert claim.span is not None
    assert "Oman" not in claim.span.text


BLAMES = [
    (
        "Nine people were killed in Aden on Monday, said the doctors' union, which blamed the RSF.",
        ["the doctors' union"],
    ),
    ("A mine killed nine people in Aden on Monday. No one has been held responsible.", []),
    ("Gunmen shot nine people in Aden on Monday in order to accuse the army.", []),
    ("Nine people were shot in Aden on Monday. The council will blame the army for the killings.", []),
    (
        "Nine people were shot in Aden on Monday. The council would later blame the army for the killings.",
        ["The council"],
    ),
]


@pytest.mark.parametrize(("text", "blamers"), BLAMES)
def test_who_blames(mentions: Mentions, text: str, blamers: list[str]) -> None:
    (mention,) = mentions(text)
    assert [c.claimant.text for c in spoken(mention) if c.stance is Stance.BLAMES] == blamers


def test_the_real_figure_is_a_rival_toll(mentions: Mentions) -> None:
    (mention,) = mentions(RAID + "A ministry spokesman said the real figure was three.")
    assert ("killed", "3") in {(c.field, c.value) for c in spoken(mention)}
