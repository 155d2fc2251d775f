"""What goes into the store comes out of it equal, whatever its text holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.incidents import Grade, Incident, IncidentField, Judgement, Link, Telling
from reportedly.records import (
    Block,
    Claim,
    Claimant,
    ClaimantKind,
    Mention,
    PlaceValue,
    Report,
    ReportRef,
    Span,
    Stance,
    Status,
)
from reportedly.store import (
    CodedReport,
    Provenance,
    Store,
    begin_run,
    open_store,
    read_reports,
    read_shown,
    store_chunk,
)
from reportedly.store.codec import from_json, to_json

TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(int, st.integers(0, 2**40))
st.register_type_strategy(float, st.floats(-180, 180))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
NO_RAISE = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("store") / "a.db", create=True) as opened:
        begin_run(opened, Provenance("1", "c", "l"), datetime(2021, 1, 1, tzinfo=UTC))
        yield opened


@NO_RAISE
@given(st.builds(Mention), st.builds(Link), st.builds(Incident), st.builds(Judgement))
def test_records_survive_json(mention: Mention, link: Link, incident: Incident, judgement: Judgement) -> None:
    assert from_json(Mention, to_json(mention)) == mention
    assert from_json(Link, to_json(link)) == link
    assert from_json(Incident, to_json(incident)) == incident
    assert from_json(Judgement, to_json(judgement)) == judgement
    to_json(mention).encode("utf-8")


@NO_RAISE
@given(st.data(), TEXT, st.builds(Report))
def test_reports_and_mentions_survive_the_store(store: Store, data: st.DataObject, text: str, drawn: Report) -> None:
    ident = f"report{len(list(store.rows('SELECT 1 FROM reports')))}"
    report = replace(drawn, id=ident, text=text, blocks=(data.draw(st.builds(Block)),))
    ref = ReportRef(*(getattr(report, n) for n in "id file part start end source title language published".split()))
    mention = replace(data.draw(st.builds(Mention)), mention_id=f"mention of {ident}", report=ref)
    store_chunk(store, [CodedReport(report, (mention,))], 1, "coder")
    assert list(read_reports(store, (ident,))) == [report]
    assert [s.mention for s in read_shown(store, mention_ids=[mention.mention_id])] == [mention]


def test_two_halves_of_a_character_stay_two() -> None:
    span = Span(0, 2, "\ud83d\ude00")
    assert from_json(Span, to_json(span)) == span


@pytest.mark.parametrize("text", ["\ud800 killed", "a\x00b", "", "قصف\u200f الجيش", "\ufeff"])
def test_odd_texts(store: Store, text: str) -> None:
    report = Report(f"odd {text!r}", "a\udcff.txt", 1, 0, len(text), text, (), source="\x00", title="\udfff")
    store_chunk(store, [CodedReport(report, ())], 1, "coder")
    assert list(read_reports(store, (report.id,))) == [report]
    row = store.row("SELECT text, file FROM reports WHERE report_id = ?", (report.id,))
    assert row is not None
    assert len(row[0]) == len(text)


def test_the_columns_are_for_people(store: Store) -> None:
    words = "Two were killed in Dayr Nasr."
    report = Report("people", "p.txt", 3, 0, len(words), words, (), "Harbour Wire", "Two dead")
    ref = ReportRef("people", "p.txt", 3, 0, len(words), "Harbour Wire", "Two dead", "en", None)
    span = Span(9, 15, "killed")
    officials = Claimant("officials", ClaimantKind.OFFICIAL, None, span)
    claim = Claim("killed", "2", officials, Stance.REPORTS, span)
    mention = Mention(
        "m-people", ref, Status.EVENT, "Battles", "Armed clash", span, span, claims=(claim,),
        place=PlaceValue("Dayr Nasr", None, lat=35.0, lon=36.0, precision=1),
    )  # fmt: skip
    store_chunk(store, [CodedReport(report, (mention,))], 1, "coder")
    flat = store.row("SELECT file, part, place, field, value, claimant FROM claims_flat WHERE mention_id = 'm-people'")
    assert flat == ("p.txt", 3, "Dayr Nasr", "killed", "2", "officials")
    found = store.rows(
        "SELECT report_id FROM reports JOIN reports_fts ON reports_fts.rowid = report_key WHERE reports_fts MATCH 'nasr'"
    )
    assert [row[0] for row in found] == ["people"]


def test_a_record_of_an_earlier_version_lacks_what_was_added_since() -> None:
    told = Telling("3", Claimant("Example News", ClaimantKind.OUTLET), Stance.ASSERTS, "m", "a")
    line = to_json(IncidentField("killed", "3", (told,), Grade.SINGLE_SOURCE, "one source"))
    older = line.replace(',"partial":false', "")
    assert older != line
    assert from_json(IncidentField, older).tellings == (told,)
