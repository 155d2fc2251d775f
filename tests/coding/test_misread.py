"""Bombs that were laid, old strikes recalled, strikes told by "which killed", sides of one name; invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Mention, Role, Status

from .conftest import Mentions, toll_range

Only = Callable[[str], Mention]
BOMB, AIR = "Remote explosive/landmine/IED", "Air/drone strike"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bombing outside a bank in the Afghan city of Kandahar on Thursday killed at least 21 people.", BOMB),
        ("A bombing near a checkpoint in Mogadishu killed four soldiers on Monday.", BOMB),
        ("A bombing in Quetta killed four people on Monday.", BOMB),
        ("Islamic State claimed responsibility for Thursday's bombing in Kandahar that killed nine people.", BOMB),
        ("Saudi bombing killed nine people in Sanaa on Monday.", AIR),
        ("The bombing of a hospital in Aleppo killed nine people on Monday.", AIR),
        ("A bombing by warplanes killed nine people in Idlib on Monday.", AIR),
        ("Israeli bombing of Rafah killed nine people on Sunday.", AIR),
    ],
)
def test_a_bombing_is_an_air_strike_only_where_somebody_flew(only: Only, text: str, kind: str) -> None:
    assert only(text).sub_event_type == kind


@pytest.mark.parametrize(
    "text",
    [
        "A year after a Russian air strike on a market in Idlib killed 13 people, relatives rallied there on Saturday.",
        "Two years after a bomb killed 13 people in Kabul, relatives marched through the city on Saturday.",
        "Ten years after soldiers shot dead nine students in Iguala, parents protested in Mexico City on Saturday.",
        "Months after a strike killed nine people in Goma, residents protested in the town on Saturday.",
    ],
)
def test_what_happened_a_year_before_is_background_without_todays_day(mentions: Mentions, text: str) -> None:
    old, new = mentions(text)
    assert (old.status, old.date) == (Status.BACKGROUND, None)
    assert (new.status, new.sub_event_type) == (Status.EVENT, "Peaceful protest")
    assert new.date is not None
    assert new.date.edtf == "2021-06-12"
    assert not set(new.quote.text.split()) & {"killed", "dead"}


def test_a_day_after_is_still_the_same_story(mentions: Mentions) -> None:
    found = mentions("Hours after a car bomb killed nine people in Mogadishu, police arrested two men in the city.")
    assert [m.status for m in found] == [Status.EVENT, Status.EVENT]


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("The deadliest was the strike on the market in Ariha on 3 May, which killed 13.", AIR, 13),
        ("The worst was the shelling of a camp near Goma on Monday, which killed nine.", "Shelling", 9),
        ("The strike on the market in Ariha, which killed 13, was the deadliest.", AIR, 13),
    ],
)
def test_which_killed_tells_of_the_strike(only: Only, text: str, kind: str, killed: int) -> None:
    mention = only(text)
    assert mention.sub_event_type.startswith(kind)
    assert toll_range(mention.killed) == (killed, killed, killed)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Clashes broke out between two armed groups in Zawiya on Saturday, killing one person.",
            ("Unidentified",) * 2,
        ),
        ("Two armed factions clashed in Zawiya on Monday, killing three people.", ("Unidentified",) * 2),
        ("Clashes between the army and M23 rebels near Goma killed nine people.", ("Military", "M23")),
    ],
)
def test_both_sides_of_a_clash_are_its_sides(only: Only, text: str, sides: tuple[str, str]) -> None:
    actors = only(text).actors
    found = [next(a.name for a in actors if a.role is role) for role in (Role.PERPETRATOR, Role.TARGET)]
    assert [name.startswith(side) for name, side in zip(found, sides, strict=True)] == [True, True]
    assert len(actors) == 2


@pytest.mark.parametrize("figure", ["99999999999999999999999999", "5,000,000,000"])
def test_a_figure_beyond_all_people_is_no_toll(only: Only, figure: str) -> None:
    assert only(f"A bomb killed {figure} people in Homs on Monday.").killed is None
