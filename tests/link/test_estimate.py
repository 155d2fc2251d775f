"""Weights estimated on keyed mentions; every place and report is invented."""

from __future__ import annotations

import tomllib
from random import Random

import pytest

from reportedly.link import estimate, link, read_weights, shipped_weights, write_weights
from reportedly.link.comparisons import comparisons
from reportedly.records import Mention

from .make import FAR, NEARBY, TALL, Told, make


def corpus(events: int) -> tuple[list[Mention], dict[str, str]]:
    """Return reports, two an event, whose weapon tells events apart and whose place does not."""
    mentions, keys = [], {}
    for number in range(events):
        for outlet in ("a", "b"):
            weapon = ("airstrike", "artillery", "drone", "mortar")[number % 4]
            told = make(Told(f"{outlet}{number}", f"2031-05-{number // 4 + 1:02d}", TALL, weapon=weapon))
            mentions.append(told)
            keys[told.mention_id] = f"event {number}"
    return mentions, keys


def test_what_tells_events_apart_weighs_more_and_what_does_not_weighs_less() -> None:
    start = shipped_weights()
    found = estimate(*corpus(100), start)
    assert found.weights.bits("weapon", "same") > start.bits("weapon", "same")
    assert found.weights.bits("place", "same place") < start.bits("place", "same place")
    assert found.weights.prior == start.prior


def test_a_level_that_no_keyed_pair_holds_keeps_its_weight() -> None:
    start = shipped_weights()
    found = estimate(*corpus(40), start)
    assert found.weights.bits("place", "within 10 km") == pytest.approx(start.bits("place", "within 10 km"), abs=0.01)
    assert ("place", "within 10 km") not in found.seen


def test_few_pairs_move_little() -> None:
    start = shipped_weights()
    moved = [
        abs(estimate(*corpus(events), start).weights.bits("weapon", "same") - start.bits("weapon", "same"))
        for events in (4, 40, 100)
    ]
    assert moved == sorted(moved)
    assert moved[0] < 0.1


def test_the_order_of_mentions_changes_nothing() -> None:
    mentions, keys = corpus(20)
    shuffled = Random(5).sample(mentions, len(mentions))
    assert estimate(shuffled, keys, shipped_weights()) == estimate(mentions, keys, shipped_weights(), threads=1)


def test_estimated_weights_are_written_and_read() -> None:
    mentions, keys = corpus(30)
    found = estimate(mentions, keys, shipped_weights())
    again = read_weights(tomllib.loads(write_weights(found.weights, {})), "a test")
    assert set(again.in_bits) == set(found.weights.in_bits)
    for key, bits in found.weights.in_bits.items():
        assert again.in_bits[key] == pytest.approx(bits, abs=0.001)
    assert link(mentions, weights=again).clusters == link(mentions, weights=found.weights).clusters


def test_no_two_levels_of_a_comparison_weigh_the_same() -> None:
    """Made so that several levels are seen alike often."""
    mentions = [
        make(Told(f"{n}", "2031-05-04", site, killed=(n, n, n))) for n, site in enumerate((TALL, NEARBY, FAR) * 4)
    ]
    found = estimate(mentions, {m.mention_id: str(n % 2) for n, m in enumerate(mentions)}, shipped_weights())
    for comparison in comparisons():
        bits = [found.weights.bits(comparison.name, level.name) for level in comparison.levels if not level.empty]
        assert len(set(bits)) == len(bits)
