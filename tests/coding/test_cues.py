"""Every cue of the lexicons by its own example and counter-example, and how cues are found in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.coding.attributed import Attribution
from reportedly.coding.attribution import find_attributions
from reportedly.coding.cues import SPEECH, Category, Cue, load_cues
from reportedly.coding.reading import Reading
from reportedly.errors import LexiconError
from reportedly.pipeline import Coder
from reportedly.records import Status
from reportedly.resources import load_toml

from .conftest import reading_of, report_of

CUES = load_cues().cues
STATUS_OF = {
    Category.HYPOTHESIS: Status.HYPOTHETICAL,
    Category.AGGREGATE: Status.AGGREGATE,
    Category.BACKGROUND: Status.BACKGROUND,
    Category.NEGATION: Status.DENIED,
}


def named(cues: list[Cue]) -> list[Any]:
    return [pytest.param(c, id=f"{c.category}-{c.part}-{' '.join(c.words[0])}") for c in cues]


SPOKEN = [c for c in CUES if c.category in SPEECH]
OF_STATUS = [c for c in CUES if c.category not in SPEECH and c.category is not Category.PSEUDO]


def words_of(cue: Cue) -> set[str]:
    return {words[0] for words in cue.words}


def of_cue(reading: Reading, cue: Cue) -> list[Attribution]:
    """Return the attributions of a sentence that one of the entry's words opens."""
    tokens = reading.tokens
    return [a for a in find_attributions(reading) if {tokens[a.cue].lemma, tokens[a.cue].lower} & words_of(cue)]


def in_brackets(example: str) -> set[str]:
    """Return the words in square brackets."""
    inside = [part.split("]")[0] for part in example.split("[")[1:]]
    return {word.strip(".,") for part in inside for word in part.split()}


@pytest.mark.parametrize("cue", named(SPOKEN))
def test_the_scope_of_an_example_is_what_stands_in_brackets(coder: Coder, cue: Cue) -> None:
    reading = reading_of(coder, cue.example.replace("[", "").replace("]", ""))
    (found,) = of_cue(reading, cue)
    held = {t.text for t in reading.tokens if found.holds(t.index) and t.pos != "PUNCT"}
    assert held == in_brackets(cue.example)
    assert found.stance is cue.stance
    assert bool(found.culprits) == (cue.category in (Category.BLAME, Category.ADMISSION))
    assert found.admission == (cue.category is Category.ADMISSION)


@pytest.mark.parametrize("cue", named([c for c in SPOKEN if c.counter]))
def test_a_counter_example_attributes_nothing(coder: Coder, cue: Cue) -> None:
    assert of_cue(reading_of(coder, cue.counter), cue) == []


@pytest.mark.parametrize("cue", named(OF_STATUS))
def test_the_example_of_a_cue_of_status_tells_no_event(coder: Coder, cue: Cue) -> None:
    assert any(found.cue == cue for found in reading_of(coder, cue.example).cues)
    found = coder.code(report_of(cue.example))
    assert {m.status for m in found} <= ({STATUS_OF[cue.category]} if cue.category in STATUS_OF else set())


@pytest.mark.parametrize("cue", named([c for c in OF_STATUS if c.counter]))
def test_its_counter_example_tells_one(coder: Coder, cue: Cue) -> None:
    found = coder.code(report_of(cue.counter))
    assert found
    assert {m.status for m in found} == {Status.EVENT}


@pytest.mark.parametrize("cue", named([c for c in CUES if c.category is Category.PSEUDO]))
def test_a_pseudo_cue_hides_what_it_covers(coder: Coder, cue: Cue) -> None:
    reading = reading_of(coder, cue.example)
    assert reading.cues == ()
    assert {m.status for m in coder.code(report_of(cue.example))} == {Status.EVENT}


@pytest.mark.parametrize(("table", "status"), [("implicative", Status.EVENT), ("many", Status.AGGREGATE)])
def test_the_lists_of_words_do_what_they_are_for(coder: Coder, table: str, status: Status) -> None:
    entry = load_toml("en/status.toml")[table]
    assert [m.status for m in coder.code(report_of(entry["example"]))] == [status]
    assert status not in [m.status for m in coder.code(report_of(entry["counter"]))]


def test_a_word_of_contrast_ends_what_is_said(coder: Coder) -> None:
    reading = reading_of(coder, load_toml("en/cues.toml")["contrast"]["example"])
    activists = find_attributions(reading)[0]
    assert not any(activists.holds(t.index) for t in reading.tokens if t.text == "nine")


def test_plans_and_laws_are_no_claimants(coder: Coder) -> None:
    text = f"The troops {load_toml('en/cues.toml')['not_claimants']['example']} on Monday."
    assert find_attributions(reading_of(coder, text)) == []


def test_a_bad_cue_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = {"cue": [{"category": "attribution", "part": "verb", "words": ["say"], "reach": "far", "example": "x"}]}
    monkeypatch.setattr("reportedly.coding.cues.load_toml", lambda name: bad)
    load_cues.cache_clear()
    with pytest.raises(LexiconError, match="has no reach"):
        load_cues()
    load_cues.cache_clear()
