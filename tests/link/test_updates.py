"""Tolls told as risen, revised or corrected, and how they take the place of earlier ones; all of it is invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.incidents import Grade, Incident, IncidentField, Update
from reportedly.link import link, summarise
from reportedly.link.tellings import tells_some
from reportedly.link.tolls import Count, combine, latest, overtaken
from reportedly.link.updates import tells_revision
from reportedly.records import Claim, Claimant, ClaimantKind, Span, Stance
from reportedly.resources import load_toml

from .make import PROVINCE, Site, Told, make


def field(incident: Incident, name: str) -> IncidentField:
    return next(f for f in incident.fields if f.field == name)


def told(report: str, killed: int, published: str, **more: object) -> Told:
    words = f"{report} told of {killed} dead"
    given_ = {"report": report, "source": f"Example {report}", "words": words, "killed": (killed,) * 3}
    return Told(**{**given_, "published": published, **more})  # type: ignore[arg-type]


def killed(*tellings: Told) -> IncidentField:
    return field(summarise([make(t) for t in tellings]), "killed")


def count(best: int, source: str, day: int | None, update: Update | None = None) -> Count:
    return Count((best,) * 3, source, None if day is None else date(2031, 1, day), "m", update=update)


def test_the_best_follows_a_toll_told_as_risen() -> None:
    early = [told("Herald", 8, "2031-05-05"), told("Courier", 8, "2031-05-05"), told("Post", 9, "2031-05-05")]
    late = told("Gazette", 17, "2031-05-06", toll_words="death toll has risen to 17")
    found = killed(*early, late)
    assert found.summary == "17 [8, 17]"
    assert found.grade is Grade.SINGLE_SOURCE
    assert [t.update for t in found.tellings if t.value == "17"] == [Update.RISEN]


def test_the_best_follows_a_toll_told_as_revised() -> None:
    early = [told("Herald", 17, "2031-05-05"), told("Courier", 17, "2031-05-05")]
    assert (
        killed(*early, told("Post", 14, "2031-05-07", toll_words="toll was revised down to 14")).summary
        == "14 [14, 17]"
    )


def test_a_correction_on_the_line_above_counts() -> None:
    one, two = make(told("Herald", 17, "2031-05-05")), make(told("Post", 14, "2031-05-05", toll_words="14 people died"))
    texts = {one.report.id: "Some words", two.report.id: "14 people died\nCorrection: an invented note"}
    assert field(summarise([one, two], texts), "killed").summary == "14 [14, 17]"


def test_what_is_told_later_is_no_older_than_an_update() -> None:
    risen = told("Gazette", 17, "2031-05-06", toll_words="death toll has risen to 17")
    later = [told("Herald", 12, "2031-05-08"), told("Courier", 12, "2031-05-08")]
    assert killed(risen, *later).summary == "12 [12, 17]"


def test_what_a_party_to_the_war_revises_is_its_own_alone() -> None:
    army = Claimant("the army", ClaimantKind.BELLIGERENT, "an-army")
    said = (Claim("killed", "3", army, Stance.REPORTS, Span(0, 1, "x")),)
    others = [told("Herald", 17, "2031-05-05"), told("Courier", 17, "2031-05-05")]
    revised = told("Post", 3, "2031-05-07", toll_words="toll was revised down to 3", claims=said)
    assert killed(*others, revised).summary == "17 [3, 17]"


def test_a_revised_toll_of_one_day_and_source_is_the_later() -> None:
    assert combine(latest([count(17, "a", 1), count(14, "a", 1, Update.REVISED)])) == (14, 14, 14)


updates = st.sampled_from((None, Update.RISEN, Update.REVISED))
counts = st.lists(
    st.builds(count, st.integers(0, 9), st.sampled_from("abcde"), st.integers(1, 3) | st.none(), updates), max_size=6
)


@given(counts, st.randoms(use_true_random=False))
def test_an_update_never_overtakes_all_and_order_plays_no_part(all_told: list[Count], random: object) -> None:
    newest = latest(all_told)
    assert not newest or len(overtaken(newest)) < len(newest)
    shuffled = list(all_told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert combine(latest(shuffled)) == combine(newest)
    assert overtaken(tuple(reversed(newest))) == overtaken(newest)


def test_a_correction_joins_the_event_that_it_corrects() -> None:
    first = make(told("Herald", 20, "2031-05-05"))
    again = make(told("Post", 12, "2031-05-06", words="Twelve people, not 20, were killed in the raid"))
    plain = make(told("Post", 12, "2031-05-06", words="A raid took the lives of a dozen farmers there"))
    bits = {len(cluster) for cluster in link([first, again]).clusters}
    assert bits == {2}
    reasons = [r.words for pair in link([first, again]).links for r in pair.reasons]
    assert "killed: tolls differ, one told as revised, 12 and 20" in reasons
    assert "killed: tolls differ, 12 and 20" in [
        r.words for pair in link([first, plain]).links for r in pair.reasons
    ] or (len(link([first, plain]).clusters) == 2)


@pytest.mark.parametrize("language", ["english", "arabic"])
def test_examples_of_revised_words(language: str) -> None:
    raw = load_toml("link/revised.toml")[language]
    assert all(tells_revision(words.replace("[", "").replace("]", "")) for words in raw["examples"])
    assert not any(tells_revision(words) for words in raw["counters"])


@pytest.mark.parametrize(
    ("words", "some"),
    [
        ("Two children were killed", True),
        ("two young women", True),
        ("مقتل طفلين", True),
        ("toll in a strike on a children's hospital at 12", False),
        ("strike on a girls school killed nine", False),
        ("nine were killed at the women’s prison", False),
        ("قتل 9 في قصف مستشفى الأطفال", False),
        ("مقتل 9 في مدرسة للبنات", False),
        ("killed 20 people, two of them children", False),
        ("a man and two children were killed", False),
    ],
)
def test_only_the_head_noun_makes_a_toll_one_of_some(words: str, some: bool) -> None:
    assert tells_some(words) is some


def test_a_village_goes_before_the_province_that_others_tell() -> None:
    village = Site("Kharab Nuh", 36.2, 37.3, precision=3, gazetteer_name="Northern Province", gazetteer_id="4")
    arabic = Site("خراب نوح", 36.2, 37.3, precision=3, gazetteer_name="Northern Province", gazetteer_id="4")
    all_told = [told("Herald", 3, "2031-05-05", site=PROVINCE), told("Post", 3, "2031-05-05", site=PROVINCE)]
    found = summarise(
        [
            make(t)
            for t in (
                *all_told,
                told("Gazette", 3, "2031-05-05", site=village),
                told("Sun", 3, "2031-05-05", site=arabic),
            )
        ]
    )
    place = field(found, "place")
    assert place.summary == "Kharab Nuh"
    assert {t.value for t in place.tellings} == {"Kharab Nuh", "Northern Province"}


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Gov. Nadir Salim", "محافظ الشمال نادر سليم"),
        ("Nadir Salim, the regional governor", "حاكم المنطقة نادر سليم"),
        ("Mayor Nadir Salim", "رئيس البلدية نادر سليم"),
    ],
)
def test_an_official_named_in_two_scripts_is_one_source(latin: str, arabic: str) -> None:
    def said(name: str) -> tuple[Claim, ...]:
        return (Claim("event", None, Claimant(name, ClaimantKind.OFFICIAL), Stance.REPORTS, Span(0, 1, "x")),)

    two = [told("Herald", 3, "2031-05-05", claims=said(latin)), told("Post", 3, "2031-05-05", claims=said(arabic))]
    assert summarise([make(t) for t in two]).grade is Grade.SINGLE_SOURCE


def test_who_reviews_is_no_source() -> None:
    reviewer = Claimant("R. Reader", ClaimantKind.REVIEWER)
    own = (Claim("killed", "7", reviewer, Stance.CONFIRMS, Span(0, 1, "x")),)
    found = killed(told("Herald", 7, "2031-05-05", claims=own), told("Post", 7, "2031-05-05"))
    assert (found.summary, found.grade) == ("7", Grade.SINGLE_SOURCE)
    assert found.reason == "set by R. Reader; one source: Example Post"
