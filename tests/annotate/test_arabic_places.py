from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.arabic import parse
from reportedly.annotate.arabic_places import find_arabic_places, guess_arabic_home
from reportedly.annotate.arabic_places_lexicon import ArabicPlaceCue, arabic_place_cues
from reportedly.annotate.arabic_places_names import names_of
from reportedly.annotate.arabic_text import form
from reportedly.annotate.gazetteer import Gazetteer, load_gazetteer
from reportedly.annotations import PlaceMention, Sentence

TAIL = "0\t\t\tAsia/Nowhere\t2020-01-01"


def row(number: int, name: str, also: str, point: tuple[float, float], code: str = "12") -> str:
    lat, lon = point
    return f"{number}\t{name}\t{name}\t{also}\t{lat}\t{lon}\tP\tPPL\tSY\t\t{code}\t\t\t\t{TAIL}"


DUMP = [
    row(9100001, "Tall Sakhra", "تل صخرة", (35.70, 36.60)),
    row(9100002, "Kafr Lawza", "كفر لوزة", (35.71, 36.62)),
    row(9100003, "Kafr Lawza", "كفر لوزة", (35.20, 36.90), "10"),
    row(9100004, "Marj Rumman", "مرج رمان", (35.69, 36.61)),
    row(9100005, "Az Ziyarah", "الزيارة", (35.66, 36.33), "10"),
    row(9100006, "Bisharqa", "بشرقة", (35.72, 36.63)),
    row(9100007, "Dimashta", "ديمشتا", (35.73, 36.64)),
    row(9100008, "Rihab", "رحاب", (35.74, 36.65)),
    row(9100009, "Khan Tumaysh", "", (35.75, 36.66)),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("dump") / "SY.txt"
    path.write_text("\n".join(DUMP) + "\n", encoding="utf-8")
    return load_gazetteer([path])


def places(world: Gazetteer, *texts: str, home: str | None = "SY") -> tuple[PlaceMention, ...]:
    found, at = [], 0
    names = names_of(world).begins_name
    for number, text in enumerate(texts):
        found.append(Sentence(number, 0, at, at + len(text), text, False, parse([(text, at)], names)[0]))
        at += len(text) + 1
    return tuple(m for row in find_arabic_places(found, world, home) for m in row)


def named(mentions: tuple[PlaceMention, ...], name: str) -> PlaceMention:
    return next(m for m in mentions if form(name) in form(m.span.text))


CUES = arabic_place_cues()


@pytest.mark.parametrize("cue", CUES, ids=[cue.kind for cue in CUES])
def test_lexicon_examples(world: Gazetteer, cue: ArabicPlaceCue) -> None:
    found = places(world, cue.example)
    texts = [m.span.text for m in found]
    if cue.expect:
        assert not named(found, cue.expect).modifies_actor
    if cue.expect_actor:
        assert named(found, cue.expect_actor).modifies_actor
    if cue.reject:
        assert cue.reject not in texts


@pytest.mark.parametrize("cue", CUES, ids=[cue.kind for cue in CUES])
def test_lexicon_counter_examples(world: Gazetteer, cue: ArabicPlaceCue) -> None:
    """A counter-example names no place, or a real one by other words: never the cue word itself."""
    for mention in places(world, cue.counter or ""):
        assert form(mention.span.text) not in cue.words or cue.kind in ("common", "not_name")


@pytest.mark.parametrize(
    ("text", "name", "entry", "precision", "relation"),
    [
        ("قصفت المدفعية قرية تل صخرة", "تل صخرة", ("Tall Sakhra", "Idlib"), 1, "in"),
        ("قصفت المدفعية محيط قرية تل صخرة", "تل صخرة", ("Tall Sakhra", "Idlib"), 2, "near"),
        ("سقطت قذيفة بالقرب من كفرلوزة بريف إدلب", "كفرلوزة", ("Kafr Lawza", "Idlib"), 2, "near"),
        ("استهدف القصف مدينة «مرج رمّان»", "مرج رمّان", ("Marj Rumman", "Idlib"), 1, "in"),
        ("قصف على بشرقه", "بشرقه", ("Bisharqa", "Idlib"), 1, "in"),
        ("دارت معارك في ديرالزور", "ديرالزور", ("Deir ez-Zor", "Deir ez-Zor"), 1, "in"),
        ("دارت معارك في محافظة دير الزور", "محافظة دير الزور", ("Deir ez-Zor", "Deir ez-Zor"), 3, "in"),
        ("انفجار بريف حلب الشمالي الغربي", "ريف حلب الشمالي الغربي", ("Aleppo", "Aleppo"), 3, "in"),
        ("غارات على الريف الغربي لحلب", "الريف الغربي لحلب", ("Aleppo", "Aleppo"), 3, "in"),
        ("اشتباكات جنوبي إدلب", "جنوبي إدلب", ("Idlib", "Idlib"), 3, "in"),
        ("قصف غرب مدينة إدلب", "إدلب", ("Idlib", "Idlib"), 2, "near"),
        ("أغلق مسلحون الطريق بين حلب وإدلب", "حلب", ("Aleppo", "Aleppo"), 2, "between"),
        ("اشتباكات على محور تل صخرة", "تل صخرة", ("Tall Sakhra", "Idlib"), 2, "near"),
        ("حريق في مخيم الياسمين بريف إدلب", "مخيم الياسمين", ("Idlib", "Idlib"), 3, "in"),
        ("غارة على قرية خان طميش", "خان طميش", ("Khan Tumaysh", "Idlib"), 1, "in"),
    ],
)
def test_one_place(
    world: Gazetteer, text: str, name: str, entry: tuple[str, str], precision: int, relation: str
) -> None:
    mention = named(places(world, text), name)
    assert mention.span.text == name
    assert (mention.value.gazetteer_name, mention.value.admin1) == entry
    assert (mention.value.precision, mention.relation) == (precision, relation)


def test_list_shares_generic_and_region(world: Gazetteer) -> None:
    found = places(world, "طال القصف قرى وبلدات تل صخرة وكفر لوزة ورحاب والزهيرية بريف إدلب الجنوبي")
    assert [m.span.text for m in found] == ["تل صخرة", "كفر لوزة", "رحاب", "الزهيرية", "ريف إدلب الجنوبي"]
    assert {m.value.admin1 for m in found} == {"Idlib"}
    assert {m.within for m in found[:4]} == {4}
    assert len({m.group for m in found[:4]}) == 1
    assert found[3].value.precision == 3


def test_unknown_village_keeps_its_name(world: Gazetteer) -> None:
    found = places(world, "قتل مدنيان في قرية أم الجداول بريف حماة الشرقي")
    assert (found[0].value.name, found[0].value.admin1, found[0].value.precision) == ("أم الجداول", "Hama", 3)


def test_dateline_and_heading(world: Gazetteer) -> None:
    assert named(places(world, "دمشق - سانا"), "دمشق").relation == "dateline"
    assert named(places(world, "إدلب – نورث برس"), "إدلب").modifies_actor
    assert named(places(world, "محافظة حلب: سقطت قذائف"), "حلب").relation == "setting"


def test_origin_is_no_place_of_the_event(world: Gazetteer) -> None:
    found = places(world, "اعتقل عناصر الأمن شابا من الرقة في مدينة حلب")
    assert named(found, "الرقة").relation == "from"
    assert named(found, "الرقة").modifies_actor
    assert not named(found, "حلب").modifies_actor


@pytest.mark.parametrize(
    "text",
    [
        "قال المرصد السوري لحقوق الإنسان ذلك",
        "أعلنت هيئة تحرير الشام العملية",
        "نقلت شبكة شام عن مصادرها",
        "ذكرت قناة حلب اليوم الخبر",
        "كانت الزيارة قصيرة وفتح الباب للحوار",
        "عاد الأهالي إلى القرية والمدينة",
    ],
)
def test_no_places(world: Gazetteer, text: str) -> None:
    assert not [m for m in places(world, text) if not m.modifies_actor]


@pytest.mark.parametrize(
    ("home", "text", "name", "admin1"),
    [
        ("IQ", "انفجرت عبوة في قضاء الحويجة بمحافظة كركوك", "الحويجة", "Kirkuk"),
        ("IQ", "هجوم في محافظة نينوى", "نينوى", "Nineveh"),
        ("YE", "معارك في محافظة مأرب", "مأرب", "Marib"),
        ("LY", "اشتباكات في مدينة الزاوية غربي ليبيا", "الزاوية", "Zawiya"),
        ("SD", "قصف مدينة الفاشر بولاية شمال دارفور", "الفاشر", "North Darfur"),
        ("PS", "غارة على خان يونس جنوب قطاع غزة", "خان يونس", "Gaza Strip"),
        ("LB", "غارة على بلدة ميس الجبل جنوبي لبنان", "ميس الجبل", "Nabatieh"),
        ("SO", "هجوم في مقديشو بالصومال", "مقديشو", "Banaadir"),
    ],
)
def test_other_lands_without_a_dump(world: Gazetteer, home: str, text: str, name: str, admin1: str) -> None:
    assert named(places(world, text, home=None), name).value.admin1 == admin1
    assert guess_arabic_home([text]) == home or home in ("IQ", "SO")


def test_spans_hold_the_words_as_written(world: Gazetteer) -> None:
    texts = ("سقطت قذائف على تـل صخرة وبالقرب من كفر لوزةَ", "وبلدتي رحاب ومرج رمان")
    whole = "\n".join(texts)
    for mention in places(world, *texts):
        assert whole[mention.span.start : mention.span.end] == mention.span.text


WORDS = st.sampled_from(
    "قصف في ريف إدلب و قرية تل صخرة حلب ، شمال من محيط بلدة الزيارة بين « » - سانا الفوج 46 كل".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14))
def test_any_words_give_sound_mentions(world: Gazetteer, words: list[str]) -> None:
    text = " ".join(words)
    found = places(world, text)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.first <= mention.last
        assert mention.within is None or 0 <= mention.within < len(found)


def test_long_text_takes_linear_time(world: Gazetteer) -> None:
    text = "قصفت الطائرات قرى تل صخرة وكفر لوزة ورحاب بريف إدلب الجنوبي"
    places(world, text)
    start = time.perf_counter()
    places(world, *[text] * 40)
    assert time.perf_counter() - start < 3.0


def test_nearness_stays_with_the_name_that_has_it(world: Gazetteer) -> None:
    found = places(world, "قصفت المدفعية محيط بلدة تل صخرة، وقرية مرج رمان جنوبي إدلب.")
    assert [named(found, name).value.precision for name in ("تل صخرة", "مرج رمان")] == [2, 1]


def test_the_middle_of_a_town_is_in_it(world: Gazetteer) -> None:
    assert named(places(world, "انفجرت عبوة وسط مدينة تل صخرة."), "تل صخرة").relation == "in"


def test_a_list_goes_on_after_regions_in_each_other(world: Gazetteer) -> None:
    found = places(world, "قصفت المدفعية قريتي تل صخرة وبشرقة في جبل الزاوية جنوبي إدلب، ومحيط مرج رمان.")
    assert len({named(found, name).group for name in ("تل صخرة", "بشرقة", "مرج رمان")}) == 1


@pytest.mark.parametrize("text", ["قصفت الطائرات القرى المذكورة.", "قصفت الطائرات قرية واستمرت ساعات."])
def test_what_points_back_or_tells_a_deed_is_no_name(world: Gazetteer, text: str) -> None:
    assert places(world, text) == ()


def test_a_nationality_after_a_place_word_is_no_place(world: Gazetteer) -> None:
    found = places(world, "وقع انفجار في العاصمة الصومالية مقديشو.", home="SO")
    assert [(m.span.text, m.relation) for m in found] == [("مقديشو", "in")]


def test_what_lies_beside_a_town_is_none_of_its_organs(world: Gazetteer) -> None:
    found = places(world, "انفجرت عبوة في مدرعة شرطة جنوب مدينة تل صخرة.")
    assert not named(found, "تل صخرة").modifies_actor


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("قتل ثلاثة جنود ماليين في كمين.", "ML"),
        ("تواجه البلدة أزمة مالية.", None),
        ("انفجرت سيارة في الفلوجة.", "IQ"),
        ("أصيب جندي بلغم في جبال القصرين التونسية.", "TN"),
    ],
)
def test_a_state_s_forces_and_towns_tell_the_country(text: str, home: str | None) -> None:
    assert guess_arabic_home([text]) == home


def test_a_letter_after_a_place_word_belongs_to_the_name(world: Gazetteer) -> None:
    assert named(places(world, "هاجم مسلحون بلدة بوني.", home="ML"), "بوني").value.country == "ML"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل رجل في قريته خربة لوزة جنوب البلدة.", "خربة لوزة"),
        ("أصيب طفلان في بلدتهم كفر لوزة أمس.", "كفر لوزة"),
        ("قتل رجل في خربة رمان أمس.", "خربة رمان"),
    ],
)
def test_a_village_of_somebody_is_named_whole(world: Gazetteer, text: str, name: str) -> None:
    assert [m.span.text for m in places(world, text)] == [name]
