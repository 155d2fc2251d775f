from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from reportedly.annotate.actors import ActorKind, ActorMention, find_actors, load_actors
from reportedly.annotate.actors_lexicon import CLAIMANT_FILE, GROUP_FILES, NameEntry, slug
from reportedly.annotate.actors_trie import pieces_of
from reportedly.annotate.english import parse
from reportedly.annotations import Sentence
from reportedly.resources import load_toml


def mentions(text: str, home: str | None) -> tuple[ActorMention, ...]:
    tokens = parse([(text, 0)])[0]
    return find_actors([Sentence(0, 0, 0, len(text), text, False, tokens)], load_actors(), home)[0]


def names(text: str, home: str | None) -> set[str]:
    return {m.name for m in mentions(text, home)}


GROUPS = [
    (file, number)
    for file in (*GROUP_FILES, CLAIMANT_FILE)
    for number in range(len(load_toml(f"actors/{file}.toml")["group"]))
]


@pytest.mark.parametrize(("file", "number"), GROUPS)
def test_every_group_of_names_has_an_example_that_gives_them(file: str, number: int) -> None:
    group = load_toml(f"actors/{file}.toml")["group"][number]
    home = group.get("home") or next((c for a in group["actors"] for c in a.get("countries", ())), None)
    found = names(group["example"], home)
    assert set(group["expects"]) <= found
    if "counter" in group:
        assert not set(group["expects"]) & names(group["counter"], home)


@pytest.mark.parametrize("kind", sorted(load_toml("en/actors.toml")["class"]))
def test_every_class_of_words_has_an_example(kind: str) -> None:
    entry = load_toml("en/actors.toml")["class"][kind]
    assert entry["expects"] in names(entry["example"], None)
    if "counter" in entry:
        assert not mentions(entry["counter"], None)


@pytest.mark.parametrize("home", load_toml("actors/homes.toml")["home"], ids=lambda h: str(h["iso"]))
def test_every_reading_by_country_has_an_example(home: dict[str, Any]) -> None:
    for case in (home, *home.get("more", ())):
        assert case["expects"] in names(case["example"], home["iso"])


def test_every_alias_is_found_under_its_actor() -> None:
    lexicon = load_actors()
    for actor in lexicon.actors:
        for alias in actor.aliases:
            pieces = pieces_of(alias.split())
            starts = range(len(pieces))
            found = [m for at in starts if (m := lexicon.trie.match(pieces, at))]
            names = {v.actor.name for m in found for v in m.values if isinstance(v, NameEntry)}
            assert actor.name in names, (actor.name, alias, names)


def test_an_alias_belongs_to_one_actor_unless_country_or_year_tell_them_apart() -> None:
    owners: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for actor in load_actors().actors:
        for alias in set(actor.aliases):
            owners[alias].append((actor.name, actor.countries))
    for alias, found in owners.items():
        assert len({name for name, _ in found}) == len({c[:1] for _, c in found}) or len({n for n, _ in found}) == 1, (
            alias
        )


def test_names_have_slugs_kinds_and_known_countries() -> None:
    lexicon = load_actors()
    assert lexicon.get("syrian-army") is not None
    for actor in lexicon.actors:
        assert actor.actor_id == slug(actor.name)
        assert isinstance(actor.kind, ActorKind)
        assert all(lexicon.state(iso) for iso in actor.countries), actor
        assert actor.years is None or actor.years[0] <= actor.years[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jaish al Islam attacked.", "Jaysh al-Islam"),
        ("Jeish el-Islam attacked.", "Jaysh al-Islam"),
        ("Jaysh Al-Islam attacked.", "Jaysh al-Islam"),
        ("Hay’at Tahrir Ash-Sham attacked.", "Hayat Tahrir al-Sham"),
        ("Hayyat Tahreer al Sham attacked.", "Hayat Tahrir al-Sham"),
        ("Peoples Protection Units attacked.", "YPG"),
        ("The People’s Protection Units attacked.", "YPG"),
        ("The US led coalition attacked.", "Global Coalition against Daesh"),
        ("The U.S.-led Coalition attacked.", "Global Coalition against Daesh"),
        ("Syrias army attacked.", "Syrian Army"),
        ("ISIS’s fighters attacked.", "Islamic State"),
        ("IS fighters attacked.", "Islamic State"),
        ("Al Qaeda attacked.", "Al-Qaeda"),
        ("Asa'ib Ahl al-Haq attacked.", "Asaib Ahl al-Haq"),
    ],
)
def test_spellings(text: str, name: str) -> None:
    assert name in names(text, "SY")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HE IS IN THE TOWN TODAY WITH US", "Islamic State"),
        ("He told us so.", "United States"),
        ("It was a hamas-like dish.", "Hamas"),
    ],
)
def test_common_words_are_no_names(text: str, name: str) -> None:
    assert name not in names(text, "SY")


def test_one_short_name_two_countries() -> None:
    assert names("SNA troops fired.", "SO") == {"Military Forces of Somalia"}
    assert names("SNA fighters fired.", "SY") == {"Syrian National Army"}
    assert names("National Army units fired.", "LY") == {"Libyan National Army"}
