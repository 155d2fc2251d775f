"""Who says what: claimant, stance and field of the claims, and the cue lexicon's own examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Claim, Mention, Stance

from .conftest import Mentions, spoken

Only = Callable[[str], Mention]

WHOLE = {"event"}
TOLL = {"event", "killed"}
"""A claim of the whole sentence may stand as one of its toll (codebook, "Settled doubts")."""

CULPRIT = {"perpetrator"}

CLAIMS: list[tuple[str, str, Stance, set[str]]] = [
    (
        "The interior ministry said that four soldiers were killed by a mine near Timbuktu on Monday.",
        "The interior ministry",
        Stance.REPORTS,
        TOLL,
    ),
    (
        "Four soldiers were killed by a mine near Timbuktu on Monday, the interior ministry said.",
        "the interior ministry",
        Stance.REPORTS,
        TOLL,
    ),
    (
        "Four soldiers were killed by a mine near Timbuktu on Monday, said the interior ministry.",
        "the interior ministry",
        Stance.REPORTS,
        TOLL,
    ),
    (
        "According to hospital sources, rebels shelled Taiz on Monday.",
        "hospital sources",
        Stance.REPORTS,
        WHOLE,
    ),
    ("Rebels shelled Taiz on Monday, according to hospital sources.", "hospital sources", Stance.REPORTS, WHOLE),
    ("Rebels, according to hospital sources, shelled Taiz on Monday.", "hospital sources", Stance.REPORTS, WHOLE),
    (
        "Two guards were killed, as per the governor, when gunmen attacked a mine near Yirgou on Monday.",
        "the governor",
        Stance.REPORTS,
        TOLL,
    ),
    (
        "The military said in a statement that troops killed 12 insurgents in Borno on Monday.",
        "The military",
        Stance.REPORTS,
        TOLL,
    ),
    (
        '"Rebels attacked our convoy near Goma on Monday," the spokesman said.',
        "the spokesman",
        Stance.REPORTS,
        WHOLE,
    ),
    (
        '"Rebels attacked our convoy near Goma on Monday," said army spokesman Guillaume Ndjike.',
        "army spokesman Guillaume Ndjike",
        Stance.REPORTS,
        WHOLE,
    ),
    (
        "SOHR activists reported that a drone struck a car in Idlib on Monday, killing two.",
        "SOHR activists",
        Stance.REPORTS,
        WHOLE,
    ),
    (
        "A monitoring group documented that helicopters dropped barrel bombs on Daraa on Monday.",
        "A monitoring group",
        Stance.REPORTS,
        WHOLE,
    ),
    ("Amaq claimed that its fighters attacked a convoy near Palmyra on Monday.", "Amaq", Stance.CLAIMS, WHOLE),
    (
        "The rebel group announced that it had captured the town of Bambari on Monday.",
        "The rebel group",
        Stance.CLAIMS,
        WHOLE,
    ),
    (
        "The army confirmed that rebels had captured Bambari on Monday.",
        "The army",
        Stance.CONFIRMS,
        WHOLE,
    ),
    ("The army denied that it had shelled the camp near Kalma.", "The army", Stance.DENIES, WHOLE),
    (
        "Russian forces shelled Nikopol on Monday. Moscow denied the attack.",
        "Moscow",
        Stance.DENIES,
        WHOLE,
    ),
    ("Gunmen reportedly kidnapped two nuns in Jos on Monday.", "unnamed", Stance.REPORTS, WHOLE),
    ("Gunmen allegedly kidnapped two nuns in Jos on Monday.", "unnamed", Stance.CLAIMS, WHOLE),
    ("It is reported that gunmen kidnapped two nuns in Jos on Monday.", "unnamed", Stance.REPORTS, WHOLE),
    ("Gunmen are believed to have kidnapped two nuns in Jos on Monday.", "unnamed", Stance.SPECULATES, WHOLE),
    (
        "Shells hit Sloviansk on Monday. The mayor put the death toll at nine.",
        "The mayor",
        Stance.REPORTS,
        {"killed"},
    ),
    (
        "A bomb exploded in Kabul on Monday. The Islamic State claimed responsibility for the attack.",
        "The Islamic State",
        Stance.CLAIMS,
        CULPRIT,
    ),
    (
        "A bomb exploded in Kabul on Monday. Officials blamed the Taliban for the attack.",
        "Officials",
        Stance.BLAMES,
        CULPRIT,
    ),
    (
        "Shells hit a market in Ariha on Monday. Activists held the army responsible for the attack.",
        "Activists",
        Stance.BLAMES,
        CULPRIT,
    ),
    (
        "Shells hit a school in Nikopol on Monday. Ukraine accused Russia of the shelling.",
        "Ukraine",
        Stance.BLAMES,
        CULPRIT,
    ),
    (
        "Residents believe that militiamen burned houses in Bunia on Monday.",
        "Residents",
        Stance.SPECULATES,
        CULPRIT | WHOLE,
    ),
    (
        "Witnesses claimed that soldiers looted shops in Axum on Monday.",
        "Witnesses",
        Stance.CLAIMS,
        CULPRIT | WHOLE,
    ),
]

HELD_BACK = [
    ("Boko Haram", "Police suspect that Boko Haram kidnapped the girls in Damasak on Monday."),
    ("Military Forces of Ethiopia", "Witnesses claimed that soldiers looted shops in Axum on Monday."),
    ("Taliban", "A bomb exploded in Kabul on Monday. Officials blamed the Taliban for the attack."),
]

OWNED = [
    ("Islamic State", "A bomb exploded in Kabul on Monday. The Islamic State claimed responsibility for the attack."),
    ("Al-Shabaab", "Gunmen attacked a hotel in Mogadishu on Monday. Al-Shabaab said it carried out the attack."),
]

NOBODY = [
    "A bomb exploded in Kabul on Monday. No group has claimed responsibility.",
    "A bomb exploded in Kabul on Monday. Nobody claimed responsibility for the attack.",
    "A bomb exploded in Kabul on Monday.",
    "The blast in Kabul on Monday claimed three lives.",
]

PRONOUNS = [
    (
        "The army",
        "4",
        "The army said rebels attacked a base near Goma on Monday. It said four soldiers were killed.",
    ),
    (
        "The Observatory",
        "2",
        "The Observatory said that rockets hit Kafr Nabl on Monday. It added that two children were killed.",
    ),
]


def claims(mention: Mention, claimant: str) -> list[Claim]:
    return [c for c in spoken(mention) if c.claimant.text == claimant]


@pytest.mark.parametrize(("text", "claimant", "stance", "fields"), CLAIMS)
def test_claimant_stance_and_field(only: Only, text: str, claimant: str, stance: Stance, fields: set[str]) -> None:
    mention = only(text)
    found = claims(mention, claimant)
    assert found == list(spoken(mention))
    assert {c.stance for c in found} == {stance}
    assert {c.field for c in found} <= fields


@pytest.mark.parametrize("text", [text for text, *_ in CLAIMS])
def test_claim_and_claimant_are_verbatim(only: Only, text: str) -> None:
    for claim in spoken(only(text)):
        assert text[claim.span.start : claim.span.end] == claim.span.text
        if claim.claimant.span is not None:
            assert text[claim.claimant.span.start : claim.claimant.span.end] == claim.claimant.text


@pytest.mark.parametrize(("culprit", "text"), HELD_BACK)
def test_a_culprit_told_with_distance_is_a_claim_alone(only: Only, culprit: str, text: str) -> None:
    mention = only(text)
    assert culprit not in {a.name for a in mention.actors}
    assert culprit in {c.value for c in spoken(mention) if c.field == "perpetrator"}


@pytest.mark.parametrize(("owner", "text"), OWNED)
def test_an_owner_up_is_the_perpetrator(only: Only, owner: str, text: str) -> None:
    mention = only(text)
    assert owner in {a.name for a in mention.actors}
    assert {c.stance for c in spoken(mention)} <= {Stance.CLAIMS, Stance.REPORTS}


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_makes_no_claim(only: Only, text: str) -> None:
    assert spoken(only(text)) == ()


@pytest.mark.parametrize(("claimant", "killed", "text"), PRONOUNS)
def test_a_pronoun_stands_for_the_claimant_before(only: Only, claimant: str, killed: str, text: str) -> None:
    found = [c for c in spoken(only(text)) if c.field == "killed"]
    assert [(c.claimant.text, c.value) for c in found] == [(claimant, killed)]


@pytest.mark.parametrize(
    "text",
    [
        "Local residents told Reuters that gunmen attacked Bunia on Monday.",
        "Rebels attacked a convoy near Goma on Monday. An army spokesman told AFP that two drivers were killed.",
    ],
)
def test_who_is_told_is_no_claimant(only: Only, text: str) -> None:
    found = spoken(only(text))
    assert found
    assert all(c.claimant.text not in ("Reuters", "AFP") for c in found)


def test_who_tells_its_own_deed_keeps_it(mentions: Mentions) -> None:
    (mention,) = mentions("The Islamic State claimed responsibility for an attack on a convoy near Palmyra on Monday.")
    assert [a.name for a in mention.actors] == ["Islamic State"]
