"""One deed told twice is one mention; two places, another incident or another day are two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Mention

from .conftest import Mentions, report_of, spoken, story_of, toll_range

Only = Callable[[str], Mention]

TOLD_TWICE = [
    "A car bomb exploded in Baidoa on Sunday. The explosion killed four soldiers.",
    "A car bomb exploded in Baidoa on Sunday.\nThe blast killed four soldiers and wounded nine.",
    "Gunmen attacked a village near Beni on Sunday. The attack left four people dead.",
    "Rebels attacked Bambari on Sunday. The president condemned the attack. Four people were killed in the attack.",
]

TOLD_APART = [
    (
        ["Zamfara", "Katsina"],
        "Gunmen killed three farmers near Zamfara on Sunday. In another incident, gunmen killed two farmers in Katsina.",
    ),
    (
        ["Goma", "Bukavu"],
        "Gunmen attacked a checkpoint in Goma on Sunday, killing two soldiers. "
        "In a separate attack, gunmen killed a driver in Bukavu on Monday.",
    ),
    (["Quetta", "Lahore"], "A bomb exploded in Quetta on Sunday. A bomb exploded in Lahore on Monday."),
    (["Omdurman", "Nyala"], "Clashes broke out in Omdurman on Sunday. Clashes broke out in Nyala on Monday."),
    (["Marib", "Taiz"], "Rebels shelled the city of Marib on Monday. The city of Taiz was shelled on Monday."),
    (
        ["Loikaw", "Hpakant"],
        "Army helicopters bombed the town of Loikaw on Monday. Army helicopters bombed the town of Hpakant on Tuesday.",
    ),
]


def places(found: tuple[Mention, ...]) -> list[str | None]:
    return [m.place.name if m.place else None for m in found]


@pytest.mark.parametrize("text", TOLD_TWICE)
def test_a_deed_pointed_back_to_is_one_mention(only: Only, text: str) -> None:
    mention = only(text)
    assert toll_range(mention.killed) == (4, 4, 4)
    assert mention.date is not None
    assert mention.date.edtf == "2021-06-13"


@pytest.mark.parametrize(("expected", "text"), TOLD_APART)
def test_two_deeds_are_two_mentions(mentions: Mentions, expected: list[str], text: str) -> None:
    assert places(mentions(text)) == expected


def test_rival_tolls_stand_as_claims_on_one_mention(only: Only) -> None:
    mention = only(
        "A rocket hit a market in Taiz on Sunday. The ministry said nine people were killed. "
        "Residents said 14 people were killed."
    )
    assert toll_range(mention.killed) == (9, 9, 9)
    assert {(c.claimant.text, c.value) for c in spoken(mention) if c.field == "killed"} == {
        ("The ministry", "9"),
        ("Residents", "14"),
    }


def test_title_and_lead_are_one_mention(coder: Coder) -> None:
    report = story_of(
        "Car Bomb Kills Four Soldiers in Baidoa",
        "A car bomb exploded near a checkpoint in Baidoa on Sunday, killing four soldiers, police said.",
        "The wounded were taken to hospital.",
    )
    (mention,) = coder.code(report)
    assert toll_range(mention.killed) == (4, 4, 4)
    assert mention.trigger.start > report.blocks[0].end


def test_a_title_alone_is_coded(coder: Coder) -> None:
    (mention,) = coder.code(story_of("Suicide Bomber Kills Nine at Mosque in Kunduz"))
    assert mention.sub_event_type == "Suicide bomb"
    assert toll_range(mention.killed) == (9, 9, 9)


def test_the_toll_of_a_list_of_villages_stands_on_the_first(mentions: Mentions) -> None:
    found = mentions(
        "Government forces shelled the villages of Kansafra, Al-Bara and Fleifel in Idlib on Sunday, killing two farmers."
    )
    assert places(found) == ["Kansafra", "Al-Bara", "Fleifel"]
    assert [toll_range(m.killed) for m in found] == [(2, 2, 2), None, None]
    assert len({m.sub_event_type for m in found}) == 1
    assert len({m.mention_id for m in found}) == len(found)


def test_blame_further_down_belongs_to_the_deed_told(coder: Coder) -> None:
    (mention,) = coder.code(
        report_of("A bomb exploded in Kabul on Monday. Shops were closed. Officials blamed the Taliban for the attack.")
    )
    assert [(c.field, c.value) for c in spoken(mention)] == [("perpetrator", "Taliban")]
