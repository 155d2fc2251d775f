from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.checking import legend, plain_text, report_lines
from reportedly.records import (
    ActorValue,
    DateValue,
    Mention,
    PlaceValue,
    Report,
    Role,
    Span,
    Status,
    Toll,
    Weapon,
)

from .make import block, claim, mention, own, passage_of, report, row, span

TEXT = (
    "Harbour hit\n"
    "On Monday shells fell on the old quay of Dayr Nasr, the harbour master said. Three sailors were killed, and nobody "
    "knows who fired, two doctors told the mayor's office.\n"
    "The sea stayed calm all day.\n"
    "The coast guard denied that its guns had fired."
)
TOLD = report(TEXT, 40)


def full(told: Report = TOLD) -> Mention:
    what = mention(told, "shells fell", [claim(told, "said", "shells fell on the old quay of Dayr Nasr")])
    doctors = claim(told, "told", "Three sailors were killed", "two doctors", "killed", "3")
    guard = claim(told, "denied", "its guns had fired", "The coast guard", "perpetrator", "Coast Guard")
    return replace(
        what,
        date=DateValue("2022-05-02", span(told, "Monday")),
        place=PlaceValue(
            "Dayr Nasr", span(told, "Dayr Nasr"), "99", "Dayr Naşr", "Homs", "SY", -34.71, 38.110049, precision=2
        ),
        actors=(ActorValue(Role.TARGET, "Civilians", "civilians", span(told, "sailors")),),
        killed=Toll(3, 3, 3, span(told, "Three sailors were killed")),
        weapon=Weapon("shells", span(told, "shells")),
        claims=(*what.claims, doctors, guard, own(told, "date", words="Monday")),
    )


ROWS = """
  when         “Monday”
  where        “Dayr Nasr” · gazetteer: Dayr Naşr 99
  who          claimed only, see below
  on whom      Civilians “sailors”
  killed       3 “Three sailors were killed”
  weapon       “shells”
  not told     injured

  event        ¹ reports: the harbour master (official, port)
  perpetrator  ³ Coast Guard, reports: The coast guard (official, port)
  killed       ² 3, reports: two doctors (official, port)
  the outlet itself: date"""

NARROW = """\
2022-05-02 · Dayr Nasr, Homs, SY (precision 2, 34.7100 S 38.1100 E)
  Explosions/Remote violence: Shelling/artillery/missile attack · event ·
    id 00ff

  │ On Monday ⟦¹*shells fell* on the old quay of Dayr Nasr¹⟧, the harbour master
  │ {¹said}. ⟦²Three sailors were killed²⟧, and nobody knows who fired, two
  │ doctors {²told} the mayor's office.
  │ …
  │ The coast guard {³denied} that ⟦³its guns had fired³⟧.
"""

WIDE = """\
2022-05-02 · Dayr Nasr, Homs, SY (precision 2, 34.7100 S 38.1100 E)
  Explosions/Remote violence: Shelling/artillery/missile attack · event · id 00ff

  │ On Monday ⟦¹*shells fell* on the old quay of Dayr Nasr¹⟧, the harbour master {¹said}. \
⟦²Three sailors were killed²⟧, and nobody knows
  │ who fired, two doctors {²told} the mayor's office.
  │ …
  │ The coast guard {³denied} that ⟦³its guns had fired³⟧.
"""


@pytest.mark.parametrize(("width", "shown"), [(80, NARROW), (140, WIDE)])
def test_a_block(width: int, shown: str) -> None:
    assert "\n".join(block(TOLD, full(), width)) == shown + ROWS


def test_a_block_in_ascii() -> None:
    lines = block(TOLD, full(), 80, True)
    assert passage_of(lines)[0] == "On Monday [1:*shells fell* on the old quay of Dayr Nasr:1], the harbour"
    assert row(lines, "where") == '"Dayr Nasr" - gazetteer: Dayr Naşr 99'
    assert "".join(lines).replace("ş", "s").isascii()


def test_what_is_not_known() -> None:
    told = report("Shells fell.")
    lines = block(told, replace(mention(told, "fell"), status=Status.AGGREGATE, status_cue=span(told, "Shells")))
    assert lines[0] == "day not told · place not told"
    assert (lines[1][-11:], lines[2]) == ("· aggregate", "    (“Shells”) · id 00ff")
    assert row(lines, "not told") == "when, where, who, on whom, killed, injured, weapon"
    assert lines[-1] == "  the outlet itself: all of it"


def test_places_without_words_or_gazetteer() -> None:
    told = report("Shells fell on Dayr Nasr.")
    what = mention(told, "fell")
    carried = replace(what, place=PlaceValue(None, None, country="SY"))
    assert row(block(told, carried), "where") == "carried over from the report's setting"
    unknown = replace(what, place=PlaceValue("Dayr Nasr", span(told, "Dayr Nasr"), admin1="Homs"))
    assert row(block(told, unknown), "where") == "“Dayr Nasr” · not in the gazetteer"
    assert block(told, unknown)[0] == "day not told · Dayr Nasr, Homs (precision 3)"


def test_actors_that_only_take_part() -> None:
    told = report("The coast guard and two sailors met.")
    actors = (
        ActorValue(Role.PARTICIPANT, "Coast Guard", "", span(told, "coast guard")),
        ActorValue(Role.PARTICIPANT, "Civilians", "", span(told, "two sailors")),
    )
    lines = block(told, replace(mention(told, "met"), actors=actors))
    assert row(lines, "taking part") == "Coast Guard “coast guard” Civilians “two sailors”"
    assert "who" not in row(lines, "not told")


def test_signs_in_the_words_are_told_from_marks() -> None:
    told = report("Shells **fell** on the quay.")
    lines = block(told, mention(told, "fell"))
    assert passage_of(lines) == ["Shells **‡fell‡** on the quay."]
    assert row(lines, "marked as").startswith("‡the deed‡, {¹cue}")


def test_arabic_words_keep_their_order_and_their_lines() -> None:
    text = "قال مصدر عسكري إن ثلاثة جنود قتلوا في قصف على البلدة مساء أمس الأحد وأصيب خمسة آخرون بجروح متفاوتة."
    told = report(text, language="ar")
    made = claim(told, "قال", "ثلاثة جنود قتلوا", "مصدر عسكري", "killed", "3")
    lines = block(told, mention(told, "قصف", [made]), 60)
    words = passage_of(lines)
    assert len(words) > 1
    assert all(line[0] == "\u2067" and line[-1] == "\u2069" for line in words)
    assert " ".join(line[1:-1] for line in words).startswith("{¹قال} مصدر عسكري إن ⟦¹ثلاثة جنود قتلوا¹⟧ في *قصف*")
    assert row(lines, "killed") == "¹ 3, reports: \u2068مصدر عسكري\u2069 (official, port)"


def test_a_report_cannot_steer_the_terminal() -> None:
    text = "Shells\x1b[2J fell\u202e on \x9b31m the\r quay\u2028 at\x07 dawn."
    told = replace(report(text), source="A\x1b[31mB", title="One\r\ntwo\u202e")
    made = claim(told, "fell", "quay\u2028 at", "the\x1b]0;mayor\n", value="x\x1b[0m")
    lines = [plain_text(line) for line in report_lines(told, [mention(told, "Shells", [made])], 80)]
    for line in lines:
        assert not set(line) & set("\x1b\x9b\r\n\x07\u202e\u2028")
    assert passage_of(lines) == ["*Shells* [2J {¹fell} on 31m the ⟦¹quay at¹⟧ dawn."]


def test_the_heading_of_a_report_comes_once() -> None:
    lines = [plain_text(line) for line in report_lines(TOLD, [full(), full()], 80)]
    heading = "page.txt part 2 · Harbour Wire · 2022-05-03 · Shells on the quay"
    assert (lines[:3], lines.count(heading)) == (["", heading, ""], 1)
    assert list(report_lines(TOLD, [], 80)) == []


SIGNS = re.compile("⟦[⁰¹²³⁴-⁹,]+|[⁰¹²³⁴-⁹,]+⟧|{[⁰¹²³⁴-⁹,]+|[⁰¹²³⁴-⁹,]*}|[*\u2066\u2067\u2069]")


@st.composite
def attributed(draw: st.DrawFn) -> tuple[Report, Mention]:
    """Draw one long sentence of words of two scripts with claims anywhere in it."""
    words = draw(
        st.lists(st.sampled_from(["shells", "fell", "a", "قصف", "on", "«quay»", "3"]), min_size=1, max_size=40)
    )
    told = report("x" + " ".join(words), draw(st.integers(0, 9)))
    edges = st.integers(told.start, told.end)
    pairs = st.tuples(edges, edges).filter(lambda pair: told.text[pair[0] - told.start : pair[1] - told.start].strip())
    base = claim(told, None, "x")
    claims = [
        replace(base, field=field, cue=told.span(*cue), scope=told.span(*scope))
        for field, cue, scope in draw(
            st.lists(st.tuples(st.sampled_from(["event", "killed"]), pairs, pairs), max_size=5)
        )
    ]
    trigger = draw(pairs)
    return told, replace(mention(told, "x", claims), trigger=told.span(*trigger))


@given(attributed(), st.sampled_from([80, 140]))
def test_taking_the_marks_away_gives_back_the_words(made: tuple[Report, Mention], width: int) -> None:
    told, what = made
    lines = block(told, what, width)
    assert all(cell_len(line) <= width for line in lines)
    assert SIGNS.sub("", " ".join(passage_of(lines))) == told.text


@given(st.text(min_size=1), st.text(), st.integers(2, 200), st.booleans())
def test_any_words_stay_inside_the_screen(text: str, who: str, width: int, ascii_only: bool) -> None:
    told = report(text)
    made = claim(told, text, text, who, value=who)
    what = replace(mention(told, text, [made]), place=PlaceValue(who, Span(0, len(text), text)))
    for line in report_lines(told, [what], width, ascii_only):
        assert cell_len(plain_text(line)) <= width
        assert len(plain_text(line).splitlines()) <= 1


def test_the_legend_fits() -> None:
    assert all(cell_len(line) <= 80 for line in (*legend(), *legend(True)))
