"""Every loaded word is found in its own example, there and nowhere else, and not in its counter-example."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reportedly import resources
from reportedly.errors import LexiconError
from reportedly.framing import load_framing
from reportedly.resources import load_toml

from .make import namings

ENTRIES: list[dict[str, Any]] = load_toml("en/framing.toml")["entry"]
PLAIN: list[dict[str, Any]] = load_toml("en/framing.toml")["plain"]


def marked(example: str) -> tuple[str, set[tuple[int, str]]]:
    """Return an example without its brackets, and each bracketed stretch with its offset in that text."""
    text, spans = "", set()
    for number, piece in enumerate(re.split(r"[\[\]]", example)):
        if number % 2:
            spans.add((len(text), piece))
        text += piece
    return text, spans


def forms_of(row: dict[str, Any]) -> list[str]:
    return [form for group in row["words"] for form in group.split("|")]


def loaded_by(row: dict[str, Any], text: str) -> list[str]:
    """Return the loaded words of one entry that a text has."""
    words = {group.split("|")[0] for group in row["words"]}
    found = [cue for naming in namings(text) for cue in naming.cues]
    return [c.word for c in found if c.word in words or (row.get("leaders") and c.kind == row["kind"])]


@pytest.mark.parametrize("row", ENTRIES, ids=lambda row: str(row["words"][0]))
def test_an_entry_holds_in_its_example_and_not_in_its_counter_example(row: dict[str, Any]) -> None:
    text, spans = marked(row["example"])
    found = {(cue.span.start, cue.span.text) for naming in namings(text) for cue in naming.cues}
    assert found == spans
    assert loaded_by(row, text)
    assert not loaded_by(row, row["counter"])


@pytest.mark.parametrize("row", PLAIN, ids=lambda row: str(row["words"][0]))
def test_a_plain_word_is_never_loaded(row: dict[str, Any]) -> None:
    found = namings(row["example"])
    assert found
    assert not any(naming.loaded for naming in found)
    assert not set(row["words"]) & {form for entry in ENTRIES for form in forms_of(entry)}
    assert row["why"]


def test_no_form_belongs_to_two_words() -> None:
    forms = [form.casefold() for row in ENTRIES for form in forms_of(row)]
    assert len(forms) == len(set(forms))


def test_both_tones_and_every_kind_have_entries() -> None:
    words = load_framing().words
    assert {word.tone for word in words} == {"negative", "positive"}
    assert len({word.kind for word in words}) == 12
    assert len(ENTRIES) >= 60


def test_leaders_are_those_of_the_states() -> None:
    words = {word.word for word in load_framing().words if word.kind == "possessive"}
    assert {"Putin", "Assad", "Netanyahu"} <= words
    assert "Bashar al-Assad" not in words


@pytest.mark.parametrize(
    "entry", ['words = ["mud"]', 'words = ["mud"]\nkind = "x"\ntone = "negative"\nstands = ["head"]']
)
def test_a_malformed_entry_is_named(entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"[[entry]]\n{entry}\n"
    read = resources.read_text
    monkeypatch.setattr(resources, "read_text", lambda name: text if name.endswith("xx/framing.toml") else read(name))
    with pytest.raises(LexiconError, match=r"resources/xx/framing\.toml: entry \['mud'\]"):
        load_framing.__wrapped__("xx")
    resources.load_toml.cache_clear()
