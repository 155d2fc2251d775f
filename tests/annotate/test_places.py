from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.english import parse
from reportedly.annotate.gazetteer import Gazetteer, load_gazetteer
from reportedly.annotate.places import PlaceMention, find_places, guess_home_country
from reportedly.annotate.places_lexicon import PlaceCue, place_cues
from reportedly.annotations import Sentence, Token


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return load_gazetteer()


def sentences(*texts: str) -> tuple[Sentence, ...]:
    found, at = [], 0
    for number, text in enumerate(texts):
        found.append(Sentence(number, 0, at, at + len(text), text, False, parse([(text, at)])[0]))
        at += len(text) + 1
    return tuple(found)


def places(world: Gazetteer, *texts: str, home: str | None = "SY") -> tuple[PlaceMention, ...]:
    rows = find_places(sentences(*texts), world, home)
    return tuple(mention for row in rows for mention in row)


def named(mentions: tuple[PlaceMention, ...], name: str) -> PlaceMention:
    return next(m for m in mentions if name in m.span.text)


CUES = place_cues()


@pytest.mark.parametrize("cue", CUES, ids=[cue.kind for cue in CUES])
def test_lexicon_examples(world: Gazetteer, cue: PlaceCue) -> None:
    found = places(world, cue.example)
    if cue.expect:
        assert not named(found, cue.expect).modifies_actor
    if cue.expect_actor:
        assert named(found, cue.expect_actor).modifies_actor


@pytest.mark.parametrize("cue", [c for c in CUES if c.counter], ids=lambda c: c.kind)
def test_lexicon_counter_examples(world: Gazetteer, cue: PlaceCue) -> None:
    """A counter-example either names no place, or one that is used the other way round than in the example."""
    for mention in places(world, cue.counter or ""):
        if cue.expect_actor:
            assert not mention.modifies_actor
        assert mention.span.text not in ("March", "Ramadan", "Nice", "Reading", "Nearly")


@pytest.mark.parametrize(
    ("text", "name", "precision", "level"),
    [
        ("A car bomb went off in Aleppo on Friday.", "Aleppo", 1, "point"),
        ("A car bomb went off in Aleppo province on Friday.", "Aleppo province", 3, "admin1"),
        ("Jets struck southern Idlib at dawn.", "southern Idlib", 3, "admin1"),
        ("Jets struck the southern Idlib countryside at dawn.", "Idlib", 3, "admin1"),
        ("Shells fell in Idlib city at dawn.", "Idlib", 1, "point"),
        ("A patrol was hit near Manbij.", "Manbij", 2, "point"),
        ("A drone fell on the outskirts of Salamiyah.", "Salamiyah", 2, "point"),
        ("Militants fired rockets from positions east of Homs.", "Homs", 2, "point"),
        ("A mine hit a bus on the Palmyra road.", "Palmyra", 2, "point"),
        ("Two officers died in northern Syria.", "northern Syria", 3, "region"),
        ("A tank was hit in the countryside of Damascus.", "Damascus", 3, "admin1"),
    ],
)
def test_precision(world: Gazetteer, text: str, name: str, precision: int, level: str) -> None:
    found = named(places(world, text), name)
    assert (found.value.precision, found.level) == (precision, level)


def test_damascus_countryside_is_its_own_province(world: Gazetteer) -> None:
    assert named(places(world, "Shells hit the Damascus countryside."), "Damascus").value.admin1 == "Rural Damascus"


def test_between_is_one_place_of_two_names(world: Gazetteer) -> None:
    found = places(world, "A truck was ambushed on the road between Palmyra and Homs.")
    assert [(m.relation, m.value.precision) for m in found] == [("between", 2), ("between", 2)]
    assert found[0].group == found[1].group is not None


def test_list_without_commas(world: Gazetteer) -> None:
    found = places(world, "Helicopters attacked gatherings in Saraqib Ariha Salamiyah and Manbij.")
    assert [m.span.text for m in found] == ["Saraqib", "Ariha", "Salamiyah", "Manbij"]
    assert len({m.group for m in found}) == 1


def test_container_settles_and_is_linked(world: Gazetteer) -> None:
    found = places(world, "Shells hit the town of Ariha in southern Idlib.")
    town = named(found, "Ariha")
    assert town.within is not None
    assert found[town.within].span.text == "southern Idlib"
    assert town.value.admin1 == "Idlib"


def test_unknown_village_takes_its_province(world: Gazetteer) -> None:
    town = named(places(world, "A mine killed a shepherd in the village of Qwlzbrta in Raqqa province."), "Qwlzbrta")
    assert town.value.name == "Qwlzbrta"
    assert (town.value.admin1, town.value.precision) == ("Raqqa", 3)
    assert town.value.lat is not None


def test_unknown_neighbourhood_takes_its_city(world: Gazetteer) -> None:
    part = named(places(world, "A shell landed in the Qwlzbrta neighborhood in Homs city."), "Qwlzbrta")
    assert part.value.gazetteer_name == "Homs"
    assert part.value.precision == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Damascus government rejected the plan.", "Damascus"),
        ("A fighter from Homs was buried.", "Homs"),
        ("The Manbij Military Council denied the report.", "Manbij"),
        ("Turkey shelled farms.", "Turkey"),
        ("Militants backed by Turkey fled.", "Turkey"),
        ("The Raqqa-born commander was killed.", "Raqqa"),
        ("BEIRUT (AFP) - Two people died.", "BEIRUT"),
    ],
)
def test_names_of_actors_are_flagged(world: Gazetteer, text: str, name: str) -> None:
    assert all(m.modifies_actor for m in places(world, text) if name in m.span.text)


@pytest.mark.parametrize(
    "text",
    [
        "Rami Abdel Rahman told the agency.",
        "Abu al-Walid of Ahrar al-Sham was killed.",
        "Police Say Young Man Hit By Mobile Crane In March",
        "The Islamic State of Iraq and the Levant claimed it.",
        "Car bombs exploded and Cars burned.",
        "Hassan and Salma read Nice books.",
    ],
)
def test_what_is_no_place(world: Gazetteer, text: str) -> None:
    assert [m.span.text for m in places(world, text) if not m.modifies_actor] == []


def test_setting_before_a_colon(world: Gazetteer) -> None:
    found = places(world, "Idlib province: two shells fell on Ariha.")
    assert found[0].relation == "setting"


def test_same_spelling_same_place_later(world: Gazetteer) -> None:
    found = places(world, "Shells hit Ariha in Idlib.", "Residents of Ariha fled.", "It was calm in Ariha by night.")
    assert len({m.value.gazetteer_id for m in found if m.span.text == "Ariha"}) == 1


@pytest.mark.parametrize(
    ("text", "name", "admin1", "country"),
    [
        ("Russian missiles struck Kramatorsk in Donetsk region of Ukraine.", "Kramatorsk", "Donetsk", "UA"),
        ("Gunmen killed nine people in Bama, Borno state, Nigeria.", "Bama", "Borno", "NG"),
        ("Houthi shells hit a market in Taiz, Yemen.", "Taiz", "Taiz", "YE"),
        ("The RSF shelled a camp near El Fasher in North Darfur, Sudan.", "El Fasher", "North Darfur", "SD"),
        ("An air raid hit Myitkyina in Kachin state, Myanmar.", "Myitkyina", "Kachin", "MM"),
    ],
)
def test_other_wars(world: Gazetteer, text: str, name: str, admin1: str, country: str) -> None:
    value = named(places(world, text, home=None), name).value
    assert (value.admin1, value.country) == (admin1, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Syrian troops and Russian jets struck Idlib.", "SY"),
        ("The Saudi-led coalition bombed Saada in Yemen.", "YE"),
        ("Russia hit Kherson; Ukrainian forces fired back.", "UA"),
        ("SANA said nothing of it.", None),
        ("Clashes in Kobani.", "SY"),
    ],
)
def test_home_country(text: str, country: str | None) -> None:
    assert guess_home_country([text]) == country


@pytest.mark.parametrize(
    "text",
    [
        "A shell hit the Tarsha mosque in Homs.",
        "Gunmen opened fire at the Sabeel roundabout in Homs.",
        "Two people died in the Zuhour wedding hall in Homs.",
        "A resident, Salim Saraqib, was killed in Homs.",
        "Col. Joe Ariha, a spokesman, told reporters in Homs about the raid.",
        "Shadi Saraqib, 34, was shot in Homs.",
        "Tarek Manbij said that shells hit Homs.",
    ],
)
def test_small_features_and_persons_leave_the_town(world: Gazetteer, text: str) -> None:
    assert [m.span.text for m in places(world, text) if not m.modifies_actor] == ["Homs"]


def test_surname_of_a_person_named_before_is_no_place(world: Gazetteer) -> None:
    found = places(world, "The farmer Nabil Manbij lost his son in Homs.", "Manbij told a reporter about the shelling.")
    assert [m.span.text for m in found] == ["Homs"]


def test_quarter_lies_in_the_town_around_it(world: Gazetteer) -> None:
    found = places(world, "Mortars hit the Hamdaniya neighborhood of Aleppo.", "Two people died in Hamdaniya.")
    quarter = [m for m in found if m.span.text == "Hamdaniya"]
    assert {(m.value.admin1, m.value.precision) for m in quarter} == {("Aleppo", 1)}


def test_greater_of_two_towns_has_the_quarter(world: Gazetteer) -> None:
    found = places(world, "Shells hit the al-Thawra district of Omdurman.", home="SD")
    assert named(found, "Thawra").value.country == "SD"


def test_mountains_and_passes_are_no_far_towns(world: Gazetteer) -> None:
    found = places(
        world, "Clashes broke out in the Mandara Mountains.", "A convoy was hit in the Bolan Pass.", home=None
    )
    assert [(m.span.text, m.value.gazetteer_id) for m in found] == [("Mandara", None), ("Bolan", None)]
    assert guess_home_country(["Clashes broke out in the Mandara Mountains."], world) is None


def test_quarter_that_no_gazetteer_has_takes_the_town_of_the_report(world: Gazetteer) -> None:
    found = places(world, "Rockets fell on Homs on Friday.", "The Qwlzbrta district was hit twice.")
    assert named(found, "Qwlzbrta").value.gazetteer_name == "Homs"


def test_list_takes_the_plural_that_follows_it(world: Gazetteer) -> None:
    found = places(world, "Patrols were seen on the border of Raqqa and Deir ez-Zor provinces.")
    assert [(m.level, m.value.precision) for m in found] == [("admin1", 3), ("admin1", 3)]


def test_list_with_an_unknown_name(world: Gazetteer) -> None:
    found = places(world, "Jets struck the villages of Saraqib, Kafr Qwlzbrta and Ariha in Idlib.")
    assert [m.span.text for m in found if m.group is not None] == ["Saraqib", "Kafr Qwlzbrta", "Ariha"]


def test_list_by_repeated_nouns(world: Gazetteer) -> None:
    found = places(world, "Raids hit the area, including the city of Douma and the town of Irbin, east of Damascus.")
    assert named(found, "Douma").group == named(found, "Irbin").group is not None
    assert named(found, "Damascus").value.precision == 2


def test_home_is_guessed_from_towns_where_no_country_is_named(world: Gazetteer) -> None:
    assert guess_home_country(["Shells hit Salamiyah and Saraqib."]) is None
    assert guess_home_country(["Shells hit Salamiyah and Saraqib."], world) == "SY"


def test_plain_sentence_of_many_names_is_not_title_case(world: Gazetteer) -> None:
    found = places(world, "Bandits abducted students in Qwlzbrta, Kaduna State, Nigeria.", home="NG")
    assert named(found, "Qwlzbrta").value.admin1 == "Kaduna"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("An air raid hit Pinlebu in Myanmar.", "Pinlebu", "MM"),
        ("Shells fell on the Nuseirat refugee camp in the Gaza Strip.", "Nuseirat", "PS"),
        ("Troops fought M23 in Bunagana in DR Congo.", "Bunagana", "CD"),
        ("Al-Shabaab stormed a base in Bulo Marer, Somalia.", "Bulo Marer", "SO"),
        ("Gunmen attacked Sevare in Mali.", "Sevare", "ML"),
        ("Rockets hit Khiam in southern Lebanon.", "Khiam", "LB"),
    ],
)
def test_towns_of_wars_that_the_city_table_lacks(world: Gazetteer, text: str, name: str, country: str) -> None:
    value = named(places(world, text, home=None), name).value
    assert (value.country, value.precision) == (country, 1)


def test_unparsed_sentences_give_no_places_but_help(world: Gazetteer) -> None:
    text = "Iraqi units entered Nineveh and Anbar in Iraq."
    first = Sentence(0, 0, 0, len(text), text, False)
    second = sentences("A bomb went off in Hit.")[0]
    rows = find_places((first, second), world, None)
    assert rows[0] == ()


def fake(text: str) -> Sentence:
    tokens: list[Token] = []
    at = 0
    for word in text.split(" "):
        if word:
            tokens.append(
                Token(len(tokens), at, at + len(word), word, word.lower(), "PROPN", "NNP", "dep", 0, word.lower())
            )
        at += len(word) + 1
    return Sentence(0, 0, 0, len(text), text, False, tuple(tokens))


WORDS = st.sampled_from(
    "in near the of and , - 's Aleppo Homs Tell al-Bab Kafr Abu northern province city road "
    "between Syria Army \u0301 ’ X".split()
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked the settlement of Mevo Dotan on Monday.", "Mevo Dotan"),
        ("Bandits raided Ruwan Jema village at dawn.", "Ruwan Jema"),
        ("A gang torched a clinic in the Croix-des-Bouquets district.", "Croix-des-Bouquets"),
    ],
)
def test_a_name_of_two_words_is_no_two_towns_abroad(world: Gazetteer, text: str, expected: str) -> None:
    assert expected in [m.span.text for m in places(world, text, home="NG")]


def test_where_a_strike_came_from_is_no_place_of_it(world: Gazetteer) -> None:
    text = "Jets struck posts in Homs from the direction of north Lebanon."
    assert named(places(world, text), "Lebanon").modifies_actor
    assert not named(places(world, text), "Homs").modifies_actor


def test_a_village_beside_a_town_is_not_its_far_namesake(world: Gazetteer) -> None:
    village, town = places(world, "A mine went off near the village of Ariha, south of Qamishli.")
    assert (village.span.text, town.span.text) == ("Ariha", "Qamishli")
    assert (village.value.lat, village.value.precision) == (town.value.lat, 3)


def test_a_name_after_an_age_is_a_person(world: Gazetteer) -> None:
    found = places(world, "Three people, including 12-year-old Manbij Salim Manbij, were killed in Homs.")
    assert [m.span.text for m in found] == ["Homs"]


def test_two_towns_of_the_country_stay_two(world: Gazetteer) -> None:
    found = [m.span.text for m in places(world, "Shells hit the cities of Homs Hama and Aleppo.")]
    assert found[:2] == ["Homs", "Hama"]


def test_a_township_after_a_comma_holds_the_village(world: Gazetteer) -> None:
    text = "Troops burned houses in Kin Ma village, Kanbalu Township, on Monday."
    village, township = places(world, text, home="MM")
    assert (village.span.text, township.span.text) == ("Kin Ma", "Kanbalu")
    assert village.within == 1
    assert village.group is None or village.group != township.group


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.one_of(WORDS, st.text(min_size=1, max_size=6).filter(str.strip)), min_size=1, max_size=14))
def test_odd_text_never_raises_and_spans_are_verbatim(world: Gazetteer, words: list[str]) -> None:
    sentence = fake(" ".join(words))
    if not sentence.tokens:
        return
    rows = find_places((sentence,), world, "SY")
    assert rows == find_places((sentence,), world, "SY")
    for mention in rows[0]:
        assert sentence.text[mention.span.start : mention.span.end] == mention.span.text
        assert 0 <= mention.first <= mention.last < len(sentence.tokens)
        assert mention.value.precision in (1, 2, 3)
        assert mention.within is None or 0 <= mention.within < len(rows[0])


def test_long_text_takes_linear_time(world: Gazetteer) -> None:
    sentence = fake("Shells hit Ariha and Tell Aleppo al-Bab " * 60)
    start = time.perf_counter()
    find_places((sentence,) * 5, world, "SY")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jets bombed Saraqib city, S. Idlib, killing two.", {"Saraqib": 1, "S. Idlib": 3}),
        ("A man was killed in N Aleppo on Monday.", {"N Aleppo": 3}),
        (
            "Four were wounded in airstrikes on Mseifrat, eastern Aleppo, on Monday.",
            {"Mseifrat": 3, "eastern Aleppo": 3},
        ),
    ],
)
def test_directions_of_posts_are_read_as_the_words_are(world: Gazetteer, text: str, names: dict[str, int]) -> None:
    assert {m.value.name: m.value.precision for m in places(world, text)} == names
