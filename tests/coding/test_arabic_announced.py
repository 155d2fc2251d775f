"""Arabic: deeds that somebody announces by a noun as its own, and the dead who are mourned; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder

from .test_arabic_speakers import code, sides


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "أكد الجيش السوداني استعادة السيطرة على مدينة بارا.",
            "Government regains territory",
            "Military Forces of Sudan",
        ),
        (
            "أعلن الجيش السوداني استعادته السيطرة على مدينة بارا.",
            "Government regains territory",
            "Military Forces of Sudan",
        ),
        (
            "أعلنت قوات الدعم السريع السيطرة على مدينة بارا.",
            "Non-state actor overtakes territory",
            "Rapid Support Forces",
        ),
        (
            "أكدت حركة حماس استهدافها تجمعا للجنود في مدينة رفح.",
            "Shelling/artillery/missile attack",
            "Hamas",
        ),
        ("أعلن الجيش الإسرائيلي اغتياله قياديا في مدينة صور.", "Attack", "Israel Defense Forces"),
    ],
)
def test_who_announces_its_own_deed_did_it(coder: Coder, text: str, kind: str, doer: str) -> None:
    (mention,) = code(coder, text)
    assert mention.sub_event_type == kind
    assert ("perpetrator", doer) in sides(mention)


def test_its_own_dead_are_no_deed_of_an_army(coder: Coder) -> None:
    (mention,) = code(coder, "أعلن الجيش الإسرائيلي مقتل جنديه في مدينة رفح.")
    assert not [s for s in sides(mention) if s[0] == "perpetrator"]


@pytest.mark.parametrize(
    "text",
    [
        "شيع الأهالي شابا قتل برصاص الاحتلال في بلدة قباطية.",
        "نعت الحركة أحد قادتها الذي اغتالته طائرة إسرائيلية في مدينة صيدا.",
    ],
)
def test_those_mourned_fell_where_it_is_told(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert mention.killed is not None
    assert mention.killed.best == 1
    assert mention.place is not None
