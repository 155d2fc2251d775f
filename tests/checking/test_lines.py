from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.checking.lines import TIE, Paragraph, Piece, flow, plain_text
from reportedly.summary import one_line

ARABIC = "قال مصدر عسكري إن الجيش قصف البلدة"


def shown(paragraph: Paragraph, width: int) -> list[str]:
    return [plain_text(line) for line in flow(paragraph, width)]


def test_lines_hang_below_the_first() -> None:
    paragraph = Paragraph((Piece("two shells fell on the quay"),), "killed  ", "        ")
    assert shown(paragraph, 22) == ["killed  two shells", "        fell on the", "        quay"]


def test_signs_stay_at_their_words() -> None:
    pieces = (Piece("two "), Piece("⟦¹"), Piece("shells fell", words=True), Piece("¹⟧"), Piece("."))
    assert shown(Paragraph(pieces), 10) == ["two", "⟦¹shells", "fell¹⟧."]


def test_ties_hold_and_print_as_spaces() -> None:
    assert shown(Paragraph((Piece(f"at 34{TIE}N 36{TIE}E now"),)), 8) == ["at 34 N", "36 E now"]


def test_long_words_are_cut() -> None:
    assert shown(Paragraph((Piece("abc" * 5, words=True),)), 8) == ["abcabcab", "cabcabc"]
    assert shown(Paragraph((Piece("港" * 6, words=True),)), 9) == ["港港港港", "港港"]


def test_one_piece_a_style() -> None:
    line = next(flow(Paragraph((Piece("two shells", "bold", True), Piece(" fell"))), 40))
    assert line == (Piece("two shells", "bold", True), Piece(" fell"))


def test_control_and_direction_characters_go() -> None:
    text = "a\x1b[2Jb\u202ec\u2068d\x07e\u2028f\x9bg\rh\ud800"
    (line,) = shown(Paragraph((Piece(text, words=True), Piece("\x1b]0;x\x07"))), 80)
    assert line == "a [2Jbcd e f g h ]0;x"


def test_an_empty_paragraph_is_a_line() -> None:
    assert shown(Paragraph(()), 80) == [""]
    assert shown(Paragraph((), "  │ "), 80) == ["  │"]


def test_a_passage_read_from_the_right_is_isolated_line_by_line() -> None:
    lines = shown(Paragraph((Piece(ARABIC, words=True),), "| ", "| ", passage=True), 20)
    assert len(lines) > 1
    for line in lines:
        assert line.startswith("| \u2067")
        assert line.endswith("\u2069")
        assert cell_len(line) <= 20


def test_a_passage_read_from_the_left_stays_so_where_a_line_begins_with_arabic() -> None:
    lines = shown(Paragraph((Piece(f"He wrote {ARABIC}", words=True),), passage=True), 9)
    assert lines[0] == "He wrote"
    assert all(line[0] == "\u2066" and line[-1] == "\u2069" for line in lines[1:])


def test_quoted_words_stand_by_themselves() -> None:
    pieces = (Piece("Army “"), Piece("جيش", words=True), Piece("” · 3"))
    assert shown(Paragraph(pieces), 40) == ["Army “\u2068جيش\u2069” · 3"]


PIECES = st.lists(st.builds(Piece, st.text(max_size=40), st.sampled_from(["", "bold"]), st.booleans()), max_size=6)


@given(PIECES, st.integers(2, 160), st.booleans(), st.sampled_from(["", "  │ ", "  killed       "]))
def test_no_line_is_wider_than_the_screen(pieces: list[Piece], width: int, passage: bool, first: str) -> None:
    for line in flow(Paragraph(tuple(pieces), first, first, passage), width):
        assert cell_len(plain_text(line)) <= width
        assert len(plain_text(line).splitlines()) <= 1


@pytest.mark.parametrize("passage", [True, False])
@given(st.text(), st.integers(2, 160))
def test_all_words_are_there_in_order(passage: bool, text: str, width: int) -> None:
    lines = flow(Paragraph((Piece(text, words=True),), "> ", "> ", passage), width)
    found = "".join(piece.text for line in lines for piece in line if piece.words)
    assert found.replace(" ", "") == one_line(text).replace(" ", "")
