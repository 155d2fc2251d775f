from __future__ import annotations

import pytest

from reportedly.framing import Naming

from .make import namings


def named(text: str, actor: str) -> Naming:
    (naming,) = [n for n in namings(text) if n.actor == actor]
    return naming


def test_a_naming_has_its_words_where_they_stand() -> None:
    text = "On Friday the so-called Syrian Democratic Forces arrested six men in Raqqa."
    naming = named(text, "Syrian Democratic Forces")
    assert naming.words == "so-called Syrian Democratic Forces"
    assert text[naming.span.start : naming.span.end] == naming.words
    assert (naming.loaded, naming.loaded_words) == (True, ("so-called",))
    assert (naming.actor_id, naming.outlet, naming.file, naming.part) == (
        "syrian-democratic-forces",
        "Harbour Wire",
        "test.txt",
        1,
    )


@pytest.mark.parametrize("head", ["", "In Aleppo, ", "It was said that "])
def test_every_span_is_the_text_at_its_offsets(head: str) -> None:
    text = f"{head}Assad's murderous regime and its mercenaries bombed a brutal gang's den in Syria."
    for naming in namings(text):
        for span in (naming.span, *(cue.span for cue in naming.cues)):
            assert text[span.start : span.end] == span.text
        assert all(naming.span.start <= c.span.start and c.span.end <= naming.span.end for c in naming.cues)


def test_the_same_army_by_three_outlets() -> None:
    regime = named("Regime forces shelled a mill near Homs in Syria.", "Syrian Army")
    plain = named("The Syrian army shelled a mill near Homs.", "Syrian Army")
    praised = named("The heroic Syrian Arab Army shelled a mill near Homs.", "Syrian Army")
    assert [n.loaded_words for n in (regime, plain, praised)] == [("regime",), (), ("heroic",)]
    assert [c.tone for n in (regime, praised) for c in n.cues] == ["negative", "positive"]


@pytest.mark.parametrize(
    "text",
    [
        "The court heard that terrorist cases rose after the Syrian army shelled a mill.",
        "Anti-regime fighters shelled a mill near Homs in Syria.",
        "The Syrian army's brutal shelling of a mill near Homs was told.",
        "The de facto Daesh capital was bombed.",
        "A so-called safe zone near Homs was shelled by the Syrian army.",
    ],
)
def test_what_qualifies_another_thing_loads_no_naming(text: str) -> None:
    assert [n.loaded_words for n in namings(text) if n.loaded] == []


def test_a_deed_names_its_doer() -> None:
    (naming,) = namings("A terrorist attack hit a mill near Homs.")
    assert (naming.words, naming.loaded) == ("terrorist", True)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('The ministry said: "Terrorists shelled a mill near Homs in Syria."', True),
        ("The “terrorists” shelled a mill near Homs in Syria.", True),
        ("The 'terrorists' shelled a mill near Homs in Syria.", True),
        ("The terrorists shelled a mill, the ministry said on “Sunday”.", False),
        ("Syria's terrorists shelled a mill in Homs' fields.", False),
    ],
)
def test_words_in_quotation_marks_are_not_the_outlets(text: str, quoted: bool) -> None:
    assert [n.quoted for n in namings(text) if n.loaded] == [quoted]


def test_persons_are_not_listed() -> None:
    assert namings("Three farmers and the teacher Adam Bello were killed, residents said.") == []


def test_an_outlet_that_is_not_known() -> None:
    (naming,) = namings("Terrorists shelled a mill.", source=None)
    assert naming.outlet == "unknown outlet"
