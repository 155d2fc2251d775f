from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.incidents import Grade, Incident, IncidentField
from reportedly.link import incident_id, incidents, link, summarise
from reportedly.records import Claim, Claimant, ClaimantKind, Mention, Party, Span, Stance

from .make import TALL, TALL_ARABIC, Told, make
from .strategies import told

HERALD, COURIER = "Example Herald", "Example Courier"
LONG = "Shells fell on the market of Tall Ahmar on Sunday morning and five people were killed near the old mill"


def field(incident: Incident, name: str) -> IncidentField:
    return next(f for f in incident.fields if f.field == name)


def claim(
    name: str, value: str | None, who: Claimant, stance: Stance = Stance.REPORTS, party: Party | None = None
) -> Claim:
    return Claim(name, value, who, stance, Span(0, 1, "x"), party=party)


def herald(**more: object) -> Told:
    return Told(**{"report": "h", "source": HERALD, "words": "five people died when shells hit the square", **more})  # type: ignore[arg-type]


def courier(**more: object) -> Told:
    return Told(**{"report": "c", "source": COURIER, "words": "a barrage on the town centre left several dead", **more})  # type: ignore[arg-type]


def of(*all_told: Told) -> Incident:
    return summarise([make(t) for t in all_told])


MONITOR = Claimant("Invented Rights Monitor", ClaimantKind.MONITOR)
ARMY = Claimant("the army", ClaimantKind.BELLIGERENT, "turkish-army")


def test_two_outlets_corroborate() -> None:
    found = of(herald(), courier())
    assert found.grade is Grade.CORROBORATED
    assert found.reason.startswith("2 independent sources")


def test_one_outlet_in_two_reports_is_one_source() -> None:
    assert of(herald(), herald(report="h2")).grade is Grade.SINGLE_SOURCE


def test_copies_are_one_source() -> None:
    assert of(herald(words=LONG), courier(words=LONG)).grade is Grade.SINGLE_SOURCE


def test_copies_are_told_by_the_reports_texts() -> None:
    one, two = make(herald()), make(courier())
    texts = {one.report.id: LONG, two.report.id: LONG + " by the river"}
    assert summarise([one, two], texts).grade is Grade.SINGLE_SOURCE


def test_short_reports_in_stock_phrases_that_count_other_dead_are_two_sources() -> None:
    two = of(herald(words=LONG, killed=(5, 5, 5)), courier(words=LONG, killed=(8, 8, 8)))
    assert two.grade is Grade.CORROBORATED
    assert of(herald(words=LONG, killed=(5, 5, 5)), courier(words=LONG)).grade is Grade.SINGLE_SOURCE


def test_what_an_outlet_copied_once_is_not_its_own_later_word() -> None:
    copy = courier(words=LONG, killed=(5, 5, 5), published="2031-05-06")
    later = courier(report="c2", words="Nine died at the mill", killed=(9, 9, 9), published="2031-05-09")
    found = of(herald(words=LONG, killed=(5, 5, 5), published="2031-05-05"), copy, later)
    assert [t.source for t in field(found, "killed").tellings if t.value == "5"] == [HERALD, HERALD]
    assert [t.source for t in field(found, "killed").tellings if t.value == "9"] == [COURIER]


def test_two_outlets_that_quote_one_monitor_are_one_source() -> None:
    quote = (claim("event", None, MONITOR),)
    assert of(herald(claims=quote), courier(claims=quote)).grade is Grade.SINGLE_SOURCE


def test_an_agency_is_one_source_under_all_its_names() -> None:
    assert of(herald(source="SANA"), courier(source="Syrian Arab News Agency")).grade is Grade.SINGLE_SOURCE


def test_an_outlets_own_people_are_the_outlet() -> None:
    own = (claim("event", None, Claimant("our correspondent", ClaimantKind.MEDIA)),)
    assert of(herald(), herald(report="h2", claims=own)).grade is Grade.SINGLE_SOURCE


def test_rival_culprits_are_never_averaged_away() -> None:
    found = of(herald(perpetrators=("Islamic State",)), courier(perpetrators=("Syrian Army",)))
    culprit = field(found, "perpetrator")
    assert culprit.summary is None
    assert culprit.grade is found.grade is Grade.CONTESTED
    assert "Islamic State" in culprit.reason
    assert "Syrian Army" in culprit.reason


def test_a_general_name_is_no_rival_of_a_special_one() -> None:
    found = of(herald(perpetrators=("Unidentified armed group",)), courier(perpetrators=("Hayat Tahrir al-Sham",)))
    assert field(found, "perpetrator").summary == "Hayat Tahrir al-Sham"
    # Who tells of gunmen alone bears out no name.
    assert field(found, "perpetrator").grade is Grade.SINGLE_SOURCE


def test_partners_in_one_telling_are_no_rivals() -> None:
    both = ("Russian Air Force", "Syrian Army")
    assert field(of(herald(perpetrators=both)), "perpetrator").summary == "Russian Air Force, Syrian Army"


def test_an_army_and_the_group_that_it_backs_are_rival_culprits() -> None:
    found = of(herald(perpetrators=("Turkish Army",)), courier(perpetrators=("Syrian National Army",)))
    assert field(found, "perpetrator").grade is Grade.CONTESTED


def test_a_denial_contests() -> None:
    denied = (claim("perpetrator", "Turkish Army", ARMY, Stance.DENIES, Party.DENIAL),)
    found = of(herald(perpetrators=("Turkish Army",)), courier(perpetrators=("Turkish Army",), claims=denied))
    assert field(found, "perpetrator").grade is Grade.CONTESTED
    assert field(found, "perpetrator").reason == "denied by the army"
    assert field(found, "perpetrator").summary == "Turkish Army"


def test_the_doers_own_word_admits() -> None:
    own = (claim("perpetrator", "Turkish Army", ARMY, Stance.CLAIMS, Party.ADMISSION),)
    found = of(herald(perpetrators=("Turkish Army",), claims=own))
    assert field(found, "perpetrator").grade is found.grade is Grade.ADMITTED


def test_a_toll_is_a_range_over_sources() -> None:
    found = of(herald(killed=(4, 4, 4)), courier(killed=(6, 6, 6)))
    assert field(found, "killed").summary == "4 [4, 6]"
    assert field(found, "killed").grade is Grade.CONTESTED


def test_a_later_toll_of_one_source_replaces_its_older() -> None:
    found = of(herald(killed=(4, 4, 4)), herald(report="h2", killed=(6, 6, 6), published="2031-05-06"))
    assert field(found, "killed").summary == "6"
    assert len(field(found, "killed").tellings) == 2


def test_a_toll_of_children_alone_is_partial() -> None:
    before = herald(killed=(20, 20, 20), toll_words="killed 20 people, two of them children", published="2031-05-05")
    later = herald(report="h2", killed=(2, 2, 2), toll_words="Two children were killed", published="2031-05-07")
    killed = field(of(before, later), "killed")
    assert killed.summary == "20"
    assert {t.value: t.partial for t in killed.tellings} == {"20": False, "2": True}


def test_two_names_of_victims_are_each_borne_out_by_their_own_sources() -> None:
    two = of(herald(targets=("Civilians",)), courier(targets=("Military Forces of Sudan",)))
    assert field(two, "target").grade is Grade.SINGLE_SOURCE
    same = of(herald(targets=("Civilians",)), courier(targets=("Civilians",)))
    assert field(same, "target").grade is Grade.CORROBORATED


def test_a_toll_is_vouched_for_by_who_says_it() -> None:
    ministry, army = (
        Claimant("the health ministry", ClaimantKind.OFFICIAL),
        Claimant("the army", ClaimantKind.BELLIGERENT),
    )
    words = "A raid killed nine, the health ministry said. The army said it had struck a depot."
    nine, depot = Span(0, 18, words[:18]), Span(66, 80, words[66:80])
    claims = (
        Claim("event", None, ministry, Stance.REPORTS, Span(0, 44, words[:44]), scope=nine),
        Claim("event", None, army, Stance.REPORTS, Span(46, 82, words[46:82]), scope=depot, party=Party.ADMISSION),
    )
    killed = field(of(herald(killed=(9, 9, 9), toll_words="A raid killed nine", claims=claims)), "killed")
    assert [t.claimant.text for t in killed.tellings] == ["the health ministry"]


def test_tolls_that_meet_corroborate() -> None:
    found = of(herald(killed=(4, 4, None)), courier(killed=(6, 6, 6)))
    assert field(found, "killed").grade is Grade.CORROBORATED


def test_every_claim_is_kept() -> None:
    said = (claim("killed", "9", MONITOR), claim("killed", "4", Claimant("a medic", ClaimantKind.LOCAL)))
    values = {(t.value, t.claimant.text) for t in field(of(herald(killed=(4, 4, 4), claims=said)), "killed").tellings}
    assert values == {("9", "Invented Rights Monitor"), ("4", "a medic")}


def test_the_narrower_date_stands_where_as_many_tell_it() -> None:
    assert field(of(herald(day="2031-05"), courier(day="2031-05-04")), "date").summary == "2031-05-04"


def test_an_incidents_id_hangs_on_its_mentions_alone() -> None:
    one, two = make(herald()), make(courier())
    assert summarise([one, two]).incident_id == incident_id([two.mention_id, one.mention_id])
    assert summarise([one]).incident_id != summarise([one, two]).incident_id


@settings(max_examples=40, deadline=None)
@given(st.lists(told, min_size=1, max_size=6, unique=True), st.integers(0, 9))
def test_the_order_of_mentions_changes_nothing(all_told: list[Told], seed: int) -> None:
    mentions: list[Mention] = [make(t) for t in all_told]
    shuffled = list(mentions)
    Random(seed).shuffle(shuffled)
    assert summarise(shuffled) == summarise(mentions)


def test_each_cluster_is_an_incident() -> None:
    mentions = [make(herald()), make(courier()), make(herald(report="x", day="2031-09-09", published="2031-09-09"))]
    found = incidents(link(mentions), mentions)
    assert sorted(len(i.mention_ids) for i in found) == [1, 2]
    assert [i.incident_id for i in found] == sorted(i.incident_id for i in found)


def test_two_claimants_of_one_report_can_name_rivals() -> None:
    one = claim("perpetrator", "Russia", Claimant("local sources", ClaimantKind.LOCAL))
    other = claim("perpetrator", "Syrian Air Force", Claimant("others", ClaimantKind.LOCAL), Stance.BLAMES)
    culprit = field(of(herald(claims=(one, other))), "perpetrator")
    assert (culprit.summary, culprit.grade) == (None, Grade.CONTESTED)


def test_what_a_reviewer_sets_holds_over_what_is_told() -> None:
    own = claim("killed", "7", Claimant("R. Reader", ClaimantKind.REVIEWER), Stance.CONFIRMS)
    assert field(of(herald(killed=(5, 5, 5), claims=(own,)), courier(killed=(5, 5, 5))), "killed").summary == "7"


def test_sources_are_named_as_they_are_written() -> None:
    assert HERALD in of(herald(), courier()).reason


@pytest.mark.parametrize(
    "name", ["a military source", "Officials", "two defence officials", "مصدر عسكري", "المصادر", "المرصد"]
)
def test_an_official_without_a_name_is_no_source_of_its_own(name: str) -> None:
    who = Claimant(name, ClaimantKind.OFFICIAL)
    found = of(herald(claims=(claim("event", None, who),)), herald(report="h2"))
    assert found.reason == f"one source: {HERALD}"


@pytest.mark.parametrize(
    "name", ["Karam Example, a health official", "Example Governor", "شبكة المثال", 'مسؤول "جمعية المثال"']
)
def test_an_official_with_a_name_is_a_source_of_its_own(name: str) -> None:
    who = Claimant(name, ClaimantKind.OFFICIAL)
    found = of(herald(claims=(claim("event", None, who),)), herald(report="h2"))
    assert found.grade is Grade.CORROBORATED


def test_a_place_is_called_as_most_reports_write_it() -> None:
    written = replace(TALL, gazetteer_name="Tall Aḩmar")
    arabic = replace(TALL_ARABIC, gazetteer_name="Tall Aḩmar")
    other = replace(TALL, name="Tel Ahmar", gazetteer_name="Tall Aḩmar")
    found = of(
        herald(site=written), courier(site=other), herald(report="h2", site=written), courier(report="c2", site=arabic)
    )
    assert field(found, "place").summary == "Tall Ahmar"
    assert field(found, "place").reason.startswith("2 independent sources")


def test_a_place_that_no_report_writes_in_latin_letters_keeps_its_gazetteers_name() -> None:
    arabic = replace(TALL_ARABIC, gazetteer_name="Tall Aḩmar")
    assert field(of(herald(site=arabic)), "place").summary == "Tall Aḩmar"


RSF = Claimant("the Example Front", ClaimantKind.BELLIGERENT, "example-front")


def test_who_reports_a_denial_accuses_nobody() -> None:
    denied = claim("event", None, RSF, Stance.DENIES, Party.DENIAL)
    found = of(herald(perpetrators=("Example Front",), claims=(denied,)))
    assert field(found, "perpetrator").summary is None
    assert field(found, "perpetrator").grade is Grade.CONTESTED
    assert field(found, "place").summary == "Tall Ahmar"
    assert field(found, "place").grade is Grade.SINGLE_SOURCE


def test_a_denial_bears_out_neither_culprit_nor_toll() -> None:
    denied = claim("event", None, RSF, Stance.DENIES, Party.DENIAL)
    accuser = courier(perpetrators=("Example Front",), killed=(3, 3, 3))
    found = of(herald(perpetrators=("Example Front",), killed=(3, 3, 3), claims=(denied,)), accuser)
    culprits = field(found, "perpetrator")
    assert {t.source for t in culprits.tellings if t.stance is not Stance.DENIES} == {COURIER}
    assert field(found, "killed").reason == "denied by the Example Front"
    assert found.grade is Grade.CONTESTED


def test_a_report_with_its_source_and_in_its_own_voice_is_one_source() -> None:
    own = Claimant(HERALD, ClaimantKind.OUTLET)
    found = of(herald(claims=(claim("event", None, own, Stance.ASSERTS), claim("event", None, MONITOR))))
    assert found.reason == f"one source: {MONITOR.text}"


def test_a_report_that_quotes_two_has_two_sources() -> None:
    other = Claimant("Invented Hospital Union", ClaimantKind.MONITOR)
    assert of(herald(claims=(claim("event", None, MONITOR), claim("event", None, other)))).grade is Grade.CORROBORATED


def test_a_known_source_is_not_met_by_a_name_that_only_lacks_its_vowels() -> None:
    found = of(herald(source="A Post"))
    assert found.reason == "one source: A Post"


def test_a_known_source_is_met_in_two_scripts() -> None:
    found = of(herald(source="SANA"), courier(source="وكالة سانا"))
    assert found.grade is Grade.SINGLE_SOURCE


def test_what_a_reviewer_sets_as_not_known_is_not_known() -> None:
    nobody = claim("killed", None, Claimant("R. Reader", ClaimantKind.REVIEWER), Stance.CONFIRMS)
    told = claim("killed", "3", MONITOR)
    found = of(herald(claims=(told, nobody)), courier(killed=(3, 3, 3)))
    assert field(found, "killed").summary is None
    assert {t.value for t in field(found, "killed").tellings} == {None, "3"}


def test_what_a_reviewer_sets_holds_and_what_was_told_stays() -> None:
    reviewer = Claimant("R. Reader", ClaimantKind.REVIEWER)
    own = (claim("killed", "3", MONITOR), claim("killed", "5", reviewer, Stance.CONFIRMS))
    found = of(herald(killed=(5, 5, 5), claims=own))
    assert field(found, "killed").summary == "5"
    assert {(t.value, t.claimant.text) for t in field(found, "killed").tellings} == {
        ("3", MONITOR.text),
        ("5", "R. Reader"),
    }


def test_a_body_of_which_a_place_has_one_is_one_source_in_two_languages() -> None:
    english = Claimant("the Gaza health ministry", ClaimantKind.OFFICIAL)
    arabic = Claimant("وزارة الصحة", ClaimantKind.OFFICIAL)
    found = of(herald(claims=(claim("event", None, english),)), courier(claims=(claim("event", None, arabic),)))
    assert found.reason == "one source: the health ministry"


def test_the_ministries_of_defence_of_two_states_are_two() -> None:
    one, other = (
        Claimant(f"the {state} defence ministry", ClaimantKind.OFFICIAL) for state in ("Ruritanian", "Freedonian")
    )
    told = (herald(claims=(claim("event", None, one),)), courier(claims=(claim("event", None, other),)))
    assert of(*told).grade is Grade.CORROBORATED
