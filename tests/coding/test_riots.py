"""What a crowd that protests burns or breaks is part of its protest; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Role

from .conftest import report_of
from .test_arabic_roles import code, only


@pytest.mark.parametrize(
    "text",
    [
        "Protesters blocked the coastal road and burned tyres in Janzour.",
        "Demonstrators set fire to tyres and blocked a road in Basra.",
        "Hundreds of people protested in Nairobi on Tuesday, burning tyres and blocking roads.",
        "أغلق عشرات المحتجين الطريق الساحلي وأشعلوا إطارات السيارات.",
    ],
)
def test_one_crowd_has_one_riot(coder: Coder, text: str) -> None:
    mention = only(coder.code(report_of(text)) if text.isascii() else code(coder, text))
    assert mention.sub_event_type == "Violent demonstration"
    assert {(a.role, a.name) for a in mention.actors} == {(Role.PARTICIPANT, "Civilians")}


def test_what_soldiers_burn_elsewhere_is_no_riot(coder: Coder) -> None:
    found = coder.code(report_of("Protesters marched in Basra and soldiers burned houses in Amarah."))
    assert [m.sub_event_type for m in found] == ["Peaceful protest", "Looting/property destruction"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Clashes broke out between protesters and police in Bizerte, injuring six policemen.",
            "Violent demonstration",
        ),
        ("Gunmen stopped a bus near Kaya and killed 11 passengers.", "Attack"),
    ],
)
def test_the_hurt_and_dead_tell_the_type(coder: Coder, text: str, kind: str) -> None:
    assert only(coder.code(report_of(text))).sub_event_type == kind
