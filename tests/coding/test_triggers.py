"""Every entry of the trigger lexicon finds itself in its example, and its counter-example tells no event by it."""

from __future__ import annotations

import pytest

from reportedly.coding.lexicon import Trigger, load_lexicon
from reportedly.coding.triggers import find_nodes
from reportedly.pipeline import Coder
from reportedly.records import Status

from .conftest import Mentions, report_of

TRIGGERS = sorted({t for found in load_lexicon().triggers.values() for t in found}, key=lambda t: (t.lemmas, t.type))


def found_in(coder: Coder, text: str, trigger: Trigger) -> bool:
    return any(n.trigger == trigger for r in coder.readings(report_of(text)) for n in find_nodes(r))


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda t: f"{t.pos}-{'-'.join(t.lemmas[0])}-{t.frame}")
def test_example_is_found(coder: Coder, trigger: Trigger) -> None:
    assert found_in(coder, trigger.example, trigger)


@pytest.mark.parametrize("trigger", [t for t in TRIGGERS if t.counter], ids=lambda t: f"{t.pos}-{t.counter}")
def test_counter_example_tells_no_event(coder: Coder, trigger: Trigger) -> None:
    events = [m for m in coder.code(report_of(trigger.counter)) if m.status is Status.EVENT]
    assert not (found_in(coder, trigger.counter, trigger) and events)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels recaptured Goma on Monday.",
        "Rebels retook Goma on Monday.",
        "Rebels overran Goma on Monday.",
        "The army entered Palmyra on Monday.",
        "Rebels liberated Homs on Monday.",
    ],
)
def test_a_place_taken_may_be_told_by_its_name_alone(mentions: Mentions, text: str) -> None:
    assert len(mentions(text)) == 1
