from __future__ import annotations

import copy
from typing import Any

import pytest

from reportedly.codebook import SUB_EVENT_TYPES
from reportedly.errors import LexiconError
from reportedly.link import in_words, link, read_weights, shipped_weights
from reportedly.link.comparisons import comparisons
from reportedly.link.kinship import kin_of
from reportedly.link.weights import FILE
from reportedly.resources import load_csv, load_toml

from .make import Told, make


@pytest.fixture
def raw() -> dict[str, Any]:
    return copy.deepcopy(load_toml(FILE))


def test_every_level_has_a_weight_and_a_note(raw: dict[str, Any]) -> None:
    assert len(shipped_weights().levels) == sum(not level.empty for c in comparisons() for level in c.levels)
    assert all(row["note"] for name, rows in raw.items() if name != "prior" for row in rows)


def test_a_missing_level_is_named(raw: dict[str, Any]) -> None:
    raw["date"] = [row for row in raw["date"] if row["level"] != "same day"]
    with pytest.raises(LexiconError, match="mine: date, level 'same day': missing or unknown"):
        read_weights(raw, "mine")


def test_a_level_added_since_weighs_as_shipped(raw: dict[str, Any]) -> None:
    raw["date"] = [row for row in raw["date"] if row["level"] != "same day"]
    raw["prior"]["bits"] = -3.25
    found = read_weights(raw, "mine", shipped_weights().levels)
    assert found.prior == -3.25
    assert found.bits("date", "same day") == shipped_weights().bits("date", "same day")


def test_a_probability_that_is_none_is_named(raw: dict[str, Any]) -> None:
    raw["date"][0]["m"] = 1.5
    with pytest.raises(LexiconError, match="m and u lie between 0 and 1"):
        read_weights(raw, "mine")


def test_levels_that_weigh_the_same_are_refused(raw: dict[str, Any]) -> None:
    raw["type"][0] |= {"m": 0.2, "u": 0.1}
    raw["type"][1] |= {"m": 0.4, "u": 0.2}
    with pytest.raises(LexiconError, match="type: two levels weigh the same"):
        read_weights(raw, "mine")


def test_a_missing_prior_is_named(raw: dict[str, Any]) -> None:
    del raw["prior"]
    with pytest.raises(LexiconError, match="prior"):
        read_weights(raw, "mine")


def test_other_weights_link_otherwise(raw: dict[str, Any]) -> None:
    mentions = [make(Told(killed=(5, 5, 5))), make(Told(report="r2", killed=(5, 5, 5)))]
    raw["prior"]["bits"] = -30
    assert len(link(mentions).clusters) == 1
    assert len(link(mentions, weights=read_weights(raw, "mine")).clusters) == 2


def test_reasons_add_up_to_the_probability() -> None:
    found = link([make(Told(killed=(5, 5, 5))), make(Told(report="r2", killed=(5, 5, 5)))]).links[0]
    bits = sum(reason.weight for reason in found.reasons)
    assert found.probability == pytest.approx(1 / (1 + 2**-bits), abs=0.01)
    assert in_words(found.reasons).startswith("same day +2.3, same place +3.7")


def test_every_type_has_families_and_every_weapon_is_known() -> None:
    assert {row["sub_event_type"] for row in load_csv("link/types.csv")} == set(SUB_EVENT_TYPES)
    known = {row["weapon"] for row in load_csv("link/weapons.csv")}
    assert {raw["name"] for raw in load_toml("en/weapons.toml")["weapon"]} <= known


def test_names_of_general_actors_are_the_lexicons() -> None:
    for raw in load_toml("link/actors.toml")["general"]:
        assert kin_of(raw["name"]).covers
        assert raw.get("kinds") or raw.get("names")
