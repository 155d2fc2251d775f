from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.formats import as_json_line, as_row, csv_line
from reportedly.records import (
    ActorValue,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    PlaceValue,
    ReportRef,
    Role,
    Span,
    Stance,
    Status,
    Toll,
)
from reportedly.summary import LEGEND, claimants_text, date_text, fit, one_line, range_text, sides_text
from reportedly.tables import NARROW, head_line, layout_for, report_lines

SPAN = Span(0, 3, "hit")


def mention(
    place: str = "Dayr Nasr",
    claimants: tuple[tuple[str, str], ...] = (),
    actors: tuple[tuple[Role, str], ...] = (),
    title: str | None = "Shells on Dayr Nasr",
    status: Status = Status.EVENT,
) -> Mention:
    return Mention(
        mention_id="0",
        report=ReportRef("r", "page.txt", 2, 0, 9, "Harbour Wire", title, "en", date(2022, 5, 3)),
        status=status,
        event_type="Explosions/Remote violence",
        sub_event_type="Shelling/artillery/missile attack",
        trigger=SPAN,
        quote=SPAN,
        date=DateValue("2022-05-02", SPAN),
        place=PlaceValue(place, SPAN, precision=2),
        actors=tuple(ActorValue(role, name, "", SPAN) for role, name in actors),
        killed=Toll(3, 3, None, SPAN),
        claims=tuple(Claim(f, None, Claimant(c, ClaimantKind.SOURCE), Stance.REPORTS, SPAN) for f, c in claimants),
    )


def row(told: Mention, width: int) -> str:
    return list(report_lines([told], width))[-1].text


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2022-05-02", "2022-05-02"),
        ("2022-05-02/2022-05-09", "2022-05-02/09"),
        ("2022-05-30/2022-06-01", "2022-05-30/06-01"),
        ("XXXX-05-02/XXXX-05-04", "XXXX-05-02/04"),
        ("2021-12/2022-01", "2021-12/2022-01"),
        ("2022-03/2022-05", "2022-03/05"),
        ("2021-01/2021-03-17", "2021-01/03-17"),
        ("2021/2021-03", "2021/2021-03"),
        ("2021/2021-03-17", "2021/03-17"),
        ("2022-05-02/..", "2022-05-02/.."),
        ("../2022-05-02", "../2022-05-02"),
        ("2022-05-02/2022-05-02", "2022-05-02/2022-05-02"),
    ],
)
def test_dates(edtf: str, shown: str) -> None:
    assert date_text(edtf) == shown


def test_tolls() -> None:
    tolls = [None, Toll(3, 3, 3, SPAN), Toll(3, 3, None, SPAN), Toll(0, 10, 10, SPAN), Toll(0, 0, 0, SPAN)]
    assert [range_text(toll) for toll in tolls] == ["·", "3", "3+", "0-10", "0"]


@pytest.mark.parametrize("width", [30, 17])
def test_neither_side_hides_the_other(width: int) -> None:
    told = mention(
        actors=((Role.PERPETRATOR, "Northern Border Guard Brigade"), (Role.TARGET, "Civilians of all towns"))
    )
    shown = sides_text(told, width)
    assert cell_len(shown) <= width
    assert shown.startswith("North")
    assert "> Civ" in shown


def test_sides_not_named() -> None:
    assert sides_text(mention(), 20) == "?"
    assert sides_text(mention(actors=((Role.TARGET, "Civilians"),)), 20) == "? > Civilians"
    assert sides_text(mention(actors=((Role.PERPETRATOR, "Army"),)), 20) == "Army > ?"
    assert sides_text(mention(actors=((Role.PARTICIPANT, "Army"), (Role.PARTICIPANT, "Police"))), 20) == "Army, Police"


def test_a_denial_does_not_read_as_a_voucher() -> None:
    says = Claim("event", None, Claimant("two doctors", ClaimantKind.SOURCE), Stance.REPORTS, SPAN)
    denies = Claim("event", None, Claimant("the mayor", ClaimantKind.SOURCE), Stance.DENIES, SPAN)
    told = replace(mention(), claims=(denies, says, replace(denies, field="killed")))
    assert claimants_text(told, 60) == "denies: the mayor; two doctors; denies killed: the mayor"
    assert claimants_text(told, 32) == "denies: the mayor; two doctors"
    assert claimants_text(told, 14) == "denies: th… +1"


def test_who_says_so() -> None:
    claims = (("killed", "the mayor"), ("event", "two doctors"), ("injured", "the mayor"))
    assert claimants_text(mention(), 20) == "[outlet]"
    assert claimants_text(mention(claimants=claims), 60) == "the mayor (killed); two doctors; the mayor (injured)"
    assert claimants_text(mention(claimants=claims), 25) == "the mayor; two doctors"
    assert claimants_text(mention(claimants=claims), 14) == "the mayor +1"
    assert claimants_text(mention(claimants=claims), 9) == "the m… +1"


def test_the_outlet_does_not_crowd_who_says_so() -> None:
    outlet = Claim("event", None, Claimant("Harbour Wire", ClaimantKind.OUTLET), Stance.ASSERTS, SPAN)
    mayor = Claim("killed", "3", Claimant("the mayor", ClaimantKind.OFFICIAL), Stance.REPORTS, SPAN)
    told = replace(mention(), claims=(outlet, replace(outlet, field="killed", value="3")))
    assert claimants_text(told, 40) == "[outlet]"
    told = replace(told, claims=(outlet, mayor))
    assert claimants_text(told, 40) == "the mayor (killed)"
    assert claimants_text(told, 9) == "the mayor"


def test_a_row_holds_every_field() -> None:
    told = mention(claimants=(("event", "the mayor"),), actors=((Role.PERPETRATOR, "Army"), (Role.TARGET, "Civilians")))
    words = ("2022-05-02", "~Dayr Nasr", "Shelling/missile", "Army > Civilians", "3+", "·", "the mayor", "Harbour Wire")
    cells = [part.strip() for part in row(told, 140).split("  ") if part.strip()]
    assert cells == list(words)
    assert "hyp: Shelling/missile" in row(mention(status=Status.HYPOTHETICAL), 140)


def test_narrow_leaves_the_source_to_the_heading() -> None:
    heading, line = list(report_lines([mention()], 80))[1:]
    assert "Harbour Wire" in heading.text
    assert "Harbour" not in line.text
    assert layout_for(NARROW - 1).source == 0 < layout_for(NARROW).source


@pytest.mark.parametrize("width", [80, 81, 100, 119, 120, 140, 141, 200, 300])
def test_columns_fill_the_width(width: int) -> None:
    layout = layout_for(width)
    shown = [cells for cells in layout.widths if cells]
    assert sum(shown) + layout.gap * (len(shown) - 1) == width
    assert min(shown) >= 5


def test_right_to_left_words_keep_the_columns() -> None:
    arabic, latin = mention(place="دير نصر"), mention(place="Dayr Na")
    for width in (80, 140):
        plain, isolated = row(latin, width), row(arabic, width)
        assert isolated.count("\u2068") == isolated.count("\u2069") == 1
        assert cell_len(isolated) == cell_len(plain)
        assert isolated.split("\u2069")[1].strip() == plain.split("Dayr Na")[1].strip()


@pytest.mark.parametrize("width", [20, 40, 60, 80, 140])
def test_a_line_that_is_cut_leaves_no_isolate_open(width: int) -> None:
    told = mention(place="قُتِلَ رجلٌ في دير نصر", title="سقطت ثلاث قذائف على السوق الشعبي في البلدة القديمة " * 3)
    for line in report_lines([told], width):
        assert line.text.count("\u2068") == line.text.count("\u2069")
        assert cell_len(line.text) <= width


@given(st.text(alphabet="قتل رجَُِّلًـ\u0651e\u0301", max_size=40), st.integers(2, 30))
def test_no_cut_falls_between_a_letter_and_its_signs(text: str, width: int) -> None:
    line = one_line(text)
    cut = fit(line, width)
    if cut != line:
        kept = cut.removesuffix("…")
        assert line.startswith(kept)
        assert not kept or not unicodedata.combining(line[len(kept)])


def test_records_hold_no_isolates() -> None:
    told = mention(place="دير نصر", title="قصف البلدة")
    assert not {"\u2066", "\u2067", "\u2068", "\u2069"} & set(as_json_line(told) + csv_line(as_row(told)))


def test_a_report_cannot_steer_the_terminal() -> None:
    told = mention(place="Dayr\x1b[2J\n\u202eNasr\u2028x", title="One\r\ntwo\t" + "long " * 80)
    lines = list(report_lines([told], 80))
    assert len(lines) == 3
    for line in lines:
        assert not set(line.text) & {"\x1b", "\n", "\r", "\t", "\u202e", "\u2028"}
    assert lines[1].text.endswith("…")


@given(st.text(), st.integers(0, 60))
def test_fit_never_overflows(text: str, width: int) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert cell_len(fit(line, width)) <= width


@given(st.text(), st.text(), st.text(), st.integers(80, 200))
def test_any_words_stay_on_one_line(place: str, claimant: str, actor: str, width: int) -> None:
    told = mention(place, (("event", claimant), ("killed", actor)), ((Role.PERPETRATOR, actor),), claimant)
    lines = list(report_lines([told, told], width))
    assert len(lines) == 4
    for line in lines:
        assert cell_len(line.text) <= width
        assert len(line.text.splitlines()) <= 1


def test_head_and_legend_fit() -> None:
    assert cell_len(head_line(80).text) <= 80
    assert all(cell_len(line) <= 80 for line in LEGEND)
    assert list(report_lines([], 80)) == []
