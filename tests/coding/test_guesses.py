"""A doer told by a guess stands in the claims alone (codebook, ``perpetrator``), and the deed keeps who did it."""

from __future__ import annotations

import pytest

from reportedly.records import Role, Stance

from .conftest import Mentions, spoken

BY_NOBODY = (
    ("Gunmen believed to be members of Boko Haram killed 12 people in Gamboru on Monday.", "Boko Haram"),
    ("Gunmen killed 12 people in Gamboru. The attackers are believed to be members of Boko Haram.", "Boko Haram"),
    ("Twelve people were killed in Gamboru on Monday by gunmen thought to be from Boko Haram.", "Boko Haram"),
    ("Warplanes believed to be Russian bombed the village of Sarmin on Monday.", "Russia"),
)


@pytest.mark.parametrize(("text", "culprit"), BY_NOBODY)
def test_a_guess_is_a_claim_of_nobody_named(mentions: Mentions, text: str, culprit: str) -> None:
    (mention,) = mentions(text)
    assert [(c.claimant.text, c.stance, c.field, c.value) for c in spoken(mention)] == [
        ("unnamed", Stance.SPECULATES, "perpetrator", culprit)
    ]
    assert culprit not in {a.name for a in mention.actors if a.role is Role.PERPETRATOR}


SAID = (
    ("The attackers were Boko Haram fighters, police said.", "police", Stance.REPORTS),
    ("Residents believe the attackers were Boko Haram fighters.", "Residents", Stance.SPECULATES),
    ("Residents said they believed the gunmen belonged to Boko Haram.", "Residents", Stance.SPECULATES),
)


@pytest.mark.parametrize(("sentence", "who", "stance"), SAID)
def test_who_says_who_the_attackers_were_names_a_culprit(
    mentions: Mentions, sentence: str, who: str, stance: Stance
) -> None:
    (mention,) = mentions(f"Gunmen killed 12 people in Gamboru on Monday. {sentence}")
    assert [(c.claimant.text, c.stance, c.field, c.value) for c in spoken(mention)] == [
        (who, stance, "perpetrator", "Boko Haram")
    ]


def test_a_guess_about_the_arrested_names_no_culprit(mentions: Mentions) -> None:
    (mention,) = mentions("Two men believed to be members of Boko Haram were arrested in Gamboru on Monday.")
    assert not [c for c in mention.claims if c.field == "perpetrator"]
