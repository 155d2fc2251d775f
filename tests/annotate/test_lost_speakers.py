"""Commas lost before the speaker that ends a sentence; invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.english import parse
from reportedly.annotate.lost_speakers import with_comma_before_speaker


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed four people in the old town on Sunday|a monitoring group and a medical source said.",
        "Jets carried out ten raids to repel the assault|the Lakeside Observatory for Human Rights said.",
        "The blast left a small crater in the pavement|a correspondent reported on Friday.",
        "At least nine people were killed and dozens wounded|a war monitor has said.",
        "Another hospital was put out of service on Tuesday|observatory chief Dano Marek said.",
        "The group also lost three fighters there|it added.",
        "A mortar round wounded six shoppers near the bridge|local media reported.",
        "Air strikes killed at least 20 fighters near the border|an organisation monitoring the conflict said.",
        "Two soldiers died when their car hit a mine|the Lakeside Human Rights Watchdog (LHRW) said.",
        "The army shelled two villages east of the river|an official from the rebel group said.",
    ],
)
def test_a_comma_stands_before_the_speaker(text: str) -> None:
    bare = text.replace("|", " ")
    assert with_comma_before_speaker(bare) == text.replace("|", ",")


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman for the regional governor said.",
        "No casualties were reported.",
        "The source said that no casualties were reported.",
        "Residents who had fled from the fighting said.",
        "People in the camp who met the officials said.",
        "Shelling killed four people, a monitoring group said.",
        "Nobody could tell what had happened to the monitor said.",
        "He asked for the names of those whom the police reported.",
    ],
)
def test_no_comma_stands_elsewhere(text: str) -> None:
    assert with_comma_before_speaker(text) == text


def test_the_speaker_is_the_subject_of_the_saying() -> None:
    text = "Insurgents began an offensive to gain control of the city of Lutra a monitor and rebels said on Thursday."
    (tokens,) = parse([(text, 0)])
    said = next(t for t in tokens if t.text == "said")
    began = next(t for t in tokens if t.text == "began")
    assert tokens[began.head] is said
    assert [t.text for t in tokens if t.head == said.index and t.dep == "nsubj"] in (["monitor"], ["rebels"])


@given(st.text(max_size=120))
def test_the_length_never_changes(text: str) -> None:
    changed = with_comma_before_speaker(text)
    assert len(changed) == len(text)
    assert changed.replace(",", " ") == text.replace(",", " ")
