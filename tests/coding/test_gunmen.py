"""Gunmen who shoot from vehicles are who did it, whatever the parser makes of the vehicle; the sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Mention, Role

from .conftest import toll_range

Only = Callable[[str], Mention]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Unidentified gunmen on a motorcycle shot dead a former opposition fighter in Tafas on Tuesday.", 1),
        ("Unknown gunmen riding a motorcycle shot dead a village mayor in Kano on Monday.", 1),
        ("Masked men on motorbikes gunned down a journalist in Karachi on Monday.", 1),
        ("Gunmen in a white car shot dead two policemen in Mosul on Monday.", 2),
        ("Assailants aboard a motorbike shot dead a schoolteacher near Pattani on Monday.", 1),
        ("Gunmen from a rival clan shot dead three herders in Wajir on Monday.", 3),
        ("Gunmen shot dead two policemen in Mosul on Monday.", 2),
    ],
)
def test_gunmen_are_the_perpetrators(only: Only, text: str, killed: int) -> None:
    mention = only(text)
    names = {role: [a.name for a in mention.actors if a.role is role] for role in (Role.PERPETRATOR, Role.TARGET)}
    assert names[Role.PERPETRATOR] == ["Unidentified armed group"]
    assert "Unidentified armed group" not in names[Role.TARGET]
    assert toll_range(mention.killed) == (killed, killed, killed)


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Two gunmen on a motorcycle shot and wounded a lawyer in Baghdad on Monday.", 1),
        ("Gunmen on a motorcycle opened fire on a man in Homs on Monday.", None),
    ],
)
def test_nor_are_they_hit_where_nobody_dies(only: Only, text: str, injured: int | None) -> None:
    mention = only(text)
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == ["Unidentified armed group"]
    assert (mention.killed, mention.injured and mention.injured.best) == (None, injured)
