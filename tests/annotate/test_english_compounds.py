"""Words that the parser ties to the noun after them: invented sentences."""

from __future__ import annotations

import pytest

from reportedly.annotate.english import parse
from reportedly.annotations import Token


def tokens_of(text: str) -> dict[str, Token]:
    return {t.text: t for t in parse([(text, 0)])[0]}


@pytest.mark.parametrize(
    "text",
    [
        "Police baton-charged relatives in Quetta on Sunday.",
        "Police baton-charged relatives of missing persons in Quetta on Sunday.",
        "In Quetta, police baton-charged and fired tear gas at relatives of missing persons on Sunday.",
    ],
)
def test_police_do_what_a_hyphened_verb_tells(text: str) -> None:
    found = tokens_of(text)
    police = found.get("Police") or found["police"]
    assert (police.dep, police.head) == ("nsubj", found["charged"].index)


def test_participle_before_its_noun_stays() -> None:
    found = tokens_of("The army bombed rebel-held villages near Homs.")
    assert found["held"].dep == "amod"


def test_gerund_has_its_object() -> None:
    found = tokens_of(
        "Residents said fighters had gone from house to house on Monday, looting shops and taking away men."
    )
    assert (found["shops"].dep, found["shops"].head) == ("dobj", found["looting"].index)
    assert found["looting"].head == found["gone"].index


def test_villagers_are_taken_hostage() -> None:
    found = tokens_of(
        "In March, militants stopped a train in the hills and took dozens of passengers hostage; six were killed."
    )
    assert found["hostage"].head == found["took"].index
    assert found["passengers"].dep == "pobj"


def test_to_take_prisoner_is_to_capture() -> None:
    assert tokens_of("Soldiers took at least 20 rebels prisoner in Djibo on Monday.")["took"].lemma == "capture"
    assert tokens_of("He took the prisoner a meal in his cell.")["took"].lemma == "take"


@pytest.mark.parametrize(
    "text", ["Heavy shelling hit the town of Bint Jbeil.", "Artillery shelling struck the town of Marea."]
)
def test_shelling_is_what_hit(text: str) -> None:
    found = tokens_of(text)
    assert (found["shelling"].dep, found["shelling"].pos) == ("nsubj", "NOUN")
