"""An outlet's earlier report and its corrections: no claimants, and their tolls give way; all of it is invented."""

from __future__ import annotations

import pytest

from .conftest import Mentions, spoken, toll_range


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "An earlier report said 17 people were killed in the car bomb attack in Afrin on Tuesday. The correct figure is 14.",
            14,
        ),
        ("Earlier reports said 12 people were killed in an air strike on Tabqa, but medics said nine died.", 9),
        (
            "An attack on a bus near Mandera killed seven people. An earlier version of this story said that 10 had died.",
            7,
        ),
        (
            "Shelling of Kherson killed two people, the governor said, correcting an earlier statement that three had died.",
            2,
        ),
        ("An air strike on Idlib killed 12 people on Tuesday. The toll was later revised down to nine.", 9),
        ("An earlier report said 12 people were killed in an air strike on Tabqa on Tuesday.", 12),
    ],
)
def test_what_an_earlier_report_said_gives_way(mentions: Mentions, text: str, killed: int) -> None:
    (mention,) = mentions(text)
    assert toll_range(mention.killed) == (killed,) * 3
    assert not any("earlier" in c.claimant.text.lower() for c in mention.claims)
    assert all(c.value in (None, str(killed)) for c in mention.claims if c.field == "killed")


def test_somebody_elses_earlier_report_is_a_claimant(mentions: Mentions) -> None:
    (mention,) = mentions(
        "An earlier report by Amnesty said 12 people were killed in an air strike on Hajin on Tuesday."
    )
    assert [c.claimant.text for c in spoken(mention)] == ["An earlier report by Amnesty"]


@pytest.mark.parametrize("label", ["تصحيح", "تحديث", "استدراك"])
def test_a_label_before_a_colon_says_nothing(mentions: Mentions, label: str) -> None:
    (mention,) = mentions(f"{label}: قتل 9 أشخاص في غارة جوية على مدينة الرقة يوم الثلاثاء.")
    assert not spoken(mention)
