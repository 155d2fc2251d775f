from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.checking.lines import Piece
from reportedly.checking.marks import Mark, Tint, marked, merged
from reportedly.checking.notation import MarkKind, Notation, notation_for
from reportedly.checking.passages import Passage

from .make import report

TEXT = "The mayor said that the army said shells fell."
UNICODE, ASCII = notation_for("", False), notation_for("", True)
SCOPE, CUE, TRIGGER = MarkKind.SCOPE, MarkKind.CUE, MarkKind.TRIGGER


def mark(words: str, kind: MarkKind, *numbers: int, text: str = TEXT, last: bool = False) -> Mark:
    at = text.rindex(words) if last else text.index(words)
    return Mark(at, at + len(words), kind, numbers)


def shown(marks: Sequence[Mark], notation: Notation = UNICODE, text: str = TEXT) -> str:
    pieces = marked(report(text), Passage(0, len(text)), merged(marks), (), notation)
    return "".join(piece.text for piece in pieces)


def unmarked(line: str, notation: Notation) -> str:
    """Take out of a line what the notation writes into it."""
    digits = r"(?:\d+(?:,\d+)*)" if notation.ascii else "[⁰¹²³⁴⁵⁶⁷⁸⁹,]+"
    (scope, scope_end), (cue, cue_end) = notation.scope, notation.cue
    opening, closing = (f"{digits}:", f":{digits}") if notation.ascii else (digits, digits)
    for pattern in (
        f"(?:{re.escape(scope)}|{re.escape(cue)}){opening}",
        f"{closing}(?:{re.escape(scope_end)}|{re.escape(cue_end)})",
        re.escape(cue_end),
        re.escape(notation.trigger[0]),
    ):
        line = re.sub(pattern, "", line)
    return line


def test_nested_attributions() -> None:
    marks = [
        mark("said", CUE, 1),
        mark("the army said shells fell", SCOPE, 1),
        mark("said", CUE, 2, last=True),
        mark("shells fell", SCOPE, 2),
        mark("fell", TRIGGER),
    ]
    assert shown(marks) == "The mayor {¹said} that ⟦¹the army {²said} ⟦²shells *fell*²⟧¹⟧."
    assert shown(marks, ASCII) == "The mayor {1:said} that [1:the army {2:said} [2:shells *fell*:2]:1]."


def test_crossing_scopes_say_which_ends() -> None:
    marks = [mark("The mayor said that the army", SCOPE, 1), mark("the army said", SCOPE, 2)]
    assert shown(marks) == "⟦¹The mayor said that ⟦²the army¹⟧ said²⟧ shells fell."


def test_crossing_cues_say_which_ends() -> None:
    marks = [mark("mayor said that", CUE, 1), mark("that the", CUE, 2)]
    assert shown(marks) == "The {¹mayor said {²that¹} the} army said shells fell."


def test_the_same_words_share_a_mark() -> None:
    marks = [mark("said", CUE, 2), mark("said", CUE, 1), mark("said", SCOPE, 3), mark("said", TRIGGER)]
    assert shown(marks) == "The mayor ⟦³{¹,²*said*}³⟧ that the army said shells fell."


def test_one_mark_ends_before_the_next_begins() -> None:
    marks = [mark("The mayor ", SCOPE, 1), mark("said", CUE, 1)]
    assert shown(marks).startswith("⟦¹The mayor ¹⟧{¹said}")


def test_more_than_nine_claims() -> None:
    assert shown([mark("shells", SCOPE, 12)]).endswith("⟦¹²shells¹²⟧ fell.")


def test_styles_join() -> None:
    marks, tints = [mark("shells fell", SCOPE, 1), mark("fell", TRIGGER)], [Tint(4, 9, "underline")]
    tints.append(Tint(TEXT.index("fell"), len(TEXT), "underline"))
    pieces = marked(report(TEXT), Passage(0, len(TEXT)), marks, tints, UNICODE)
    styles = {piece.text: piece.style for piece in pieces if piece.words}
    assert (styles["mayor"], styles["fell"]) == ("underline", "underline bold magenta")


@st.composite
def marked_text(draw: st.DrawFn, letters: str) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.sampled_from(letters), min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    kinds = st.sampled_from(list(MarkKind))
    found = draw(st.lists(st.tuples(spans, kinds, st.integers(1, 30)), max_size=8))
    trigger = False
    marks = []
    for (start, end), kind, number in found:
        if kind is not TRIGGER:
            marks.append(Mark(start, end, kind, (number,)))
        elif not trigger:
            marks.append(Mark(start, end, kind))
            trigger = True
    return text, marks


@pytest.mark.parametrize("ascii_only", [False, True])
@given(marked_text("ab .قم\n*{[«1"))
def test_taking_the_marks_away_gives_back_the_text(ascii_only: bool, made: tuple[str, list[Mark]]) -> None:
    text, marks = made
    notation = notation_for(text, ascii_only)
    pieces = marked(report(text), Passage(0, len(text)), merged(marks), (), notation)
    assert "".join(piece.text for piece in pieces if piece.words) == text
    if not ascii_only:
        assert unmarked("".join(piece.text for piece in pieces), notation) == text


@given(marked_text("ab .\n*{["))
def test_plain_marks_come_off_a_text_without_digits(made: tuple[str, list[Mark]]) -> None:
    text, marks = made
    notation = notation_for(text, True)
    assert unmarked(shown(marks, notation, text), notation) == text


@given(marked_text("ab c"))
def test_each_mark_is_opened_and_closed_once(made: tuple[str, list[Mark]]) -> None:
    text, marks = made
    line = shown(marks, text=text)
    for kind, (left, right) in ((SCOPE, UNICODE.scope), (CUE, UNICODE.cue)):
        expected = len({(m.start, m.end) for m in marks if m.kind is kind})
        assert (line.count(left), line.count(right)) == (expected, expected)


def test_pieces_outside_the_marks_have_no_style() -> None:
    pieces = marked(report(TEXT), Passage(0, len(TEXT)), (), (), UNICODE)
    assert pieces == (Piece(TEXT, "", True),)
