"""What somebody is arrested for is no deed of those who arrest; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Role

from .conftest import Mentions


@pytest.mark.parametrize(
    "grounds",
    [
        "a man over the rape of a girl",
        "a man for the rape of a girl",
        "a man on suspicion of rape",
        "a teacher accused of the rape of two pupils",
        "a man wanted for the bombing of a market",
    ],
)
def test_grounds_of_an_arrest(mentions: Mentions, grounds: str) -> None:
    (mention,) = mentions(f"Police arrested {grounds} in Aden.")
    assert (mention.sub_event_type, mention.killed) == ("Arrests", None)
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == ["Police Forces of Yemen"]


@pytest.mark.parametrize("whom", ["two men in connection with", "a suspect in"])
def test_a_killing_by_others_has_a_row_without_the_police(mentions: Mentions, whom: str) -> None:
    text = f"Police arrested {whom} the killing of a trader in Aden."
    found = {m.sub_event_type: m for m in mentions(text)}
    assert sorted(found) == ["Arrests", "Attack"]
    assert not [a for a in found["Attack"].actors if a.role is Role.PERPETRATOR]


def test_a_raid_on_the_house_of_an_accused_is_no_rape(mentions: Mentions) -> None:
    found = mentions("Soldiers raided the house of a man accused of rape in Aden on Monday.")
    assert "Sexual violence" not in {m.sub_event_type for m in found}
