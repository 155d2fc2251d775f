from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.actors import ActorKind, ActorMention, find_actors, home_of, load_actors
from reportedly.annotate.english import parse
from reportedly.annotations import Sentence


def sentences(*texts: str, parsed: bool = True) -> list[Sentence]:
    found, at = [], 0
    for index, text in enumerate(texts):
        tokens = parse([(text, at)])[0] if parsed else ()
        found.append(Sentence(index, 0, at, at + len(text), text, False, tokens))
        at += len(text) + 1
    return found


def found(*texts: str, home: str | None = "SY") -> list[ActorMention]:
    """The mentions of the last sentence."""
    return list(find_actors(sentences(*texts), load_actors(), home)[-1])


def named(*texts: str, home: str | None = "SY") -> list[str]:
    return [m.name for m in found(*texts, home=home)]


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("Turkish-backed factions shelled the farm.", "SY", ["Turkish-backed forces"]),
        ("Turkish proxies looted the farm.", "SY", ["Turkish-backed forces"]),
        ("Iranian-backed militias dug in.", "SY", ["Iran-backed militias"]),
        ("Pro-Iran militias dug in.", "IQ", ["Iran-backed militias"]),
        ("Pro-Iranian militias dug in.", "IQ", ["Iran-backed militias"]),
        ("Pro-government fighters dug in.", "SY", ["Pro-government forces"]),
        ("Regime-backed militiamen dug in.", "SY", ["Pro-government forces"]),
        ("Regime warplanes circled.", "SY", ["Syrian Air Force"]),
        ("The Syrian air force struck.", "SY", ["Syrian Air Force"]),
        ("Regime forces advanced.", "SY", ["Syrian Army"]),
        ("Assad's troops advanced.", "SY", ["Syrian Army"]),
        ("Russian jets circled.", "SY", ["Russian Air Force"]),
        ("Government forces advanced.", "ET", ["Military Forces of Ethiopia"]),
        ("The army advanced.", "ML", ["Military Forces of Mali"]),
        ("Ethiopian troops advanced.", "ET", ["Military Forces of Ethiopia"]),
        ("Coalition forces advanced.", "YE", ["Saudi-led coalition"]),
        ("Rebels advanced.", "SY", ["Opposition factions"]),
        ("Local gunmen opened fire.", "SY", ["Unidentified armed group"]),
        ("Unknown militants opened fire.", "SY", ["Unidentified armed group"]),
        ("Kurdish-led forces advanced.", "SY", ["Syrian Democratic Forces"]),
        ("Kurdish fighters advanced.", "SY", ["Kurdish armed groups"]),
        ("Al-Qaeda-linked militants advanced.", "SY", ["Al-Qaeda"]),
        ("US occupation forces withdrew.", "SY", ["United States military"]),
        ("Daesh terrorists withdrew.", "SY", ["Islamic State"]),
        ("Soldiers of the 9th Division withdrew.", "SY", ["Syrian Army"]),
        ("Palestinian gunmen fired.", "PS", ["Palestinian armed groups"]),
        ("Tuareg rebels fired.", "ML", ["Tuareg militia"]),
        ("Lebanese soldiers withdrew.", "LB", ["Lebanese Army"]),
        ("Syrian refugees fled.", "LB", ["Civilians"]),
        ("A journalist and two nurses died.", "SY", ["Civilians", "Civilians"]),
        ("Russian and Turkish forces met.", "SY", ["Russian Armed Forces", "Turkish Army"]),
        ("Regime and Russian warplanes circled.", "SY", ["Syrian Air Force", "Russian Air Force"]),
    ],
)
def test_composed_names(text: str, home: str, expected: list[str]) -> None:
    assert named(text, home=home) == expected


def test_words_and_head_of_a_mention() -> None:
    text = "Three members of the Turkish-backed Green Valley Brigade (GVB) died."
    (mention,) = found(text)
    assert mention.span.text == "members of the Turkish-backed Green Valley Brigade (GVB)"
    assert text[mention.span.start : mention.span.end] == mention.span.text
    tokens = parse([(text, 0)])[0]
    assert tokens[mention.head].text == "members"
    assert (mention.name, mention.personal, mention.kind) == ("Green Valley Brigade", True, ActorKind.REBEL)


def test_an_abbreviation_in_brackets_holds_for_the_rest_of_the_report() -> None:
    assert named("The Green Valley Brigade (GVB) attacked a post.", "GVB fighters withdrew.") == [
        "Green Valley Brigade"
    ]
    assert named("The Sahel Defence Front (SDF) attacked.", "The SDF withdrew.") == ["Sahel Defence Front"]


def test_what_an_actor_owns_is_its_carrier() -> None:
    text = "A blast hit SDF positions and a U.S. convoy."
    tokens = parse([(text, 0)])[0]
    carriers = [(m.name, tokens[m.carrier].text if m.carrier is not None else None) for m in found(text)]
    assert carriers == [("Syrian Democratic Forces", "positions"), ("United States military", "convoy")]


@pytest.mark.parametrize(
    "text", ["An ISIS-held town burnt.", "A Turkish-occupied village burnt.", "A rebel-held suburb burnt."]
)
def test_who_holds_a_place_is_marked_as_modifier(text: str) -> None:
    assert [m.modifier for m in found(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A Russian-made rocket fell.",
        "Snow fell in Turkey.",
        "The village lies near Idlib, Syria.",
        "The ceasefire regime held.",
        "ROME, Italy (Wire) - Snow fell.",
    ],
)
def test_no_actors(text: str) -> None:
    assert found(text) == []


def test_the_group_and_the_militants_point_back() -> None:
    before = "Hurras al-Din claimed the blast."
    for text in ("The group said no more.", "The militants then fled.", "The terrorist organization said no more."):
        (mention,) = found(before, text)
        assert (mention.name, mention.coreferent) == ("Hurras al-Din", True)


def test_proxies_belong_to_the_state_before() -> None:
    assert named("Turkish forces and their proxies shelled a farm.") == ["Turkish Army", "Turkish-backed forces"]


def test_the_coalition_is_the_body_of_that_title() -> None:
    assert named("The Syrian National Coalition met.", "The coalition said no more.") == ["Syrian National Coalition"]
    assert named("A bridge fell.", "The coalition said no more.") == ["Global Coalition against Daesh"]


def test_unparsed_sentences_give_nothing_but_are_remembered() -> None:
    first = sentences("Hurras al-Din has many foes.", parsed=False)
    second = sentences("Hurras al-Din has many foes.", "The militants then fled.")[1]
    none, (mention,) = find_actors([*first, second], load_actors(), "SY")
    assert none == ()
    assert mention.name == "Hurras al-Din"


def test_labels_without_a_name_stay_unidentified_and_keep_their_words() -> None:
    (mention,) = found("Terrorists fired at the road.")
    assert (mention.name, mention.label, mention.generic) == ("Unidentified armed group", True, True)
    assert mention.span.text == "Terrorists"


def test_soldiers_belong_to_the_state_that_the_report_named() -> None:
    assert named("Gunmen ambushed a Lebanese Army patrol.", "Two soldiers were killed.", home="SY") == ["Lebanese Army"]
    assert named("A mine went off.", "Two soldiers were killed.", home="SY") == ["Syrian Army"]


def test_who_speaks_is_no_party() -> None:
    flags = {
        m.name: m.organisation_of_claims
        for m in found(
            "The Syrian Observatory for Human Rights and the Turkish defence ministry said that ISIS cells hid."
        )
    }
    assert flags == {"Syrian Observatory for Human Rights": True, "Turkey": True, "Islamic State": False}


def test_protesters_and_rioters_keep_their_kind() -> None:
    kinds = [m.kind for m in found("Protesters and rioters met.")]
    assert kinds == [ActorKind.PROTESTERS, ActorKind.RIOTERS]


def test_foreign_armies_are_external() -> None:
    kinds = {m.name: m.kind for m in found("Turkish troops and Syrian troops met.")}
    assert kinds == {"Turkish Army": ActorKind.EXTERNAL, "Syrian Army": ActorKind.STATE}


def test_a_weapon_has_an_owner() -> None:
    (mention,) = found("It was an Iranian drone.")
    assert (mention.name, mention.weapon_owner) == ("Iran", True)


def test_the_country_of_a_report_is_the_one_it_names_most() -> None:
    lexicon = load_actors()
    assert home_of(sentences("The army of Chad left Chad.", "A UK-based monitor said so."), lexicon) == "TD"
    assert home_of(sentences("Nothing happened."), lexicon) is None
    assert home_of([], lexicon) is None


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            [
                "the",
                "-",
                "Turkish",
                "backed",
                "(",
                ")",
                "SDF",
                "al-",
                "’s",
                "of",
                "forces",
                "regime",
                "and",
                "pro",
                "ISIS",
                "held",
                "4th",
                "Brigade",
                "Liwa",
                "US",
                "\u200f",
                "𝔘",
                "commander",
                "anti",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_any_text_gives_spans_that_are_its_own_words(text: str) -> None:
    for mode in (True, False):
        parsed = sentences(text, parsed=mode)
        for group in (find_actors(parsed, load_actors(), "SY"), find_actors(parsed, load_actors(), None)):
            for mention in group[0]:
                assert text[mention.span.start : mention.span.end] == mention.span.text != ""
                assert mention.first <= mention.head <= mention.last


def test_the_same_text_gives_the_same_mentions() -> None:
    parsed = sentences("Rebels of Liwa al-Haqq and the 1st Coastal Division fled from Russian jets.")
    assert find_actors(parsed, load_actors(), None) == find_actors(parsed, load_actors(), None)
