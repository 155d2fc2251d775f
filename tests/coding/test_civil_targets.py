"""Houses, buses and villages that are hit are civilians'; a vicinity, a base and a town that fighters hold are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Mention, Role

Only = Callable[[str], Mention]


def targets(mention: Mention) -> list[str]:
    return [a.name for a in mention.actors if a.role is Role.TARGET]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the village of Kafr Batikh near Idlib in Syria on Monday.",
        "Militants began shelling houses near Goma on Monday.",
        "An air strike on a market in Ariha in Syria sparked a fire on Monday.",
        "Gunmen attacked a bus near Goma on Monday.",
        "Gunmen attacked the village of Kibati near Goma on Monday.",
    ],
)
def test_what_civilians_use_is_theirs(only: Only, text: str) -> None:
    assert targets(only(text)) == ["Civilians"]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the vicinity of Kafr Batikh village near Idlib in Syria on Monday.",
        "Jets bombed a rebel-held town near Idlib in Syria on Monday.",
        "Rebels attacked the town of Sake near Goma on Monday.",
        "A drone hit a bunker near Goma on Monday.",
    ],
)
def test_other_places_are_nobody_s(only: Only, text: str) -> None:
    assert "Civilians" not in targets(only(text))


def test_a_bus_that_gunmen_attack_is_no_side_of_a_clash(only: Only) -> None:
    assert only("Gunmen attacked a bus near Goma on Monday.").sub_event_type == "Attack"


def test_nobody_hurt_is_nobody_hit(only: Only) -> None:
    mention = only("US strikes killed two ISIS members near Idlib in Syria. No civilians were wounded in the strikes.")
    assert targets(mention) == ["Islamic State"]
