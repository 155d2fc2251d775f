from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reportedly.annotate.actors import ActorMention, load_actors
from reportedly.annotate.arabic import parse
from reportedly.annotate.arabic_actors import find_arabic_actors
from reportedly.annotate.arabic_actors_items import words_of
from reportedly.annotate.arabic_actors_lexicon import is_actor_word, load_arabic_actors
from reportedly.annotations import Sentence
from reportedly.resources import load_csv, load_toml

LEXICON = load_toml("ar/actors.toml")
GROUPS = [*LEXICON["group"], *load_toml("ar/world_actors.toml")["group"]]


def report(
    text: str, home: str | None = "SY", day: date | None = None
) -> list[tuple[Sentence, tuple[ActorMention, ...]]]:
    """Return the sentences of a report, parted at full stops, with their mentions."""
    sentences, at = [], 0
    for number, words in enumerate(text.split(". ")):
        tokens = parse([(words, at)], is_actor_word)[0]
        sentences.append(Sentence(number, 0, at, at + len(words), words, False, tokens, "ar"))
        at += len(words) + 2
    return list(zip(sentences, find_arabic_actors(sentences, load_actors(), home, day), strict=True))


def mentions(text: str, home: str | None = "SY", day: date | None = None) -> list[ActorMention]:
    return [m for _, found in report(text, home, day) for m in found]


def names(text: str, home: str | None = "SY", day: date | None = None) -> list[str]:
    return [m.name for m in mentions(text, home, day)]


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: str(g["expects"][0]))
def test_every_group_of_names_has_an_example_that_gives_them(group: dict[str, Any]) -> None:
    assert set(group["expects"]) <= set(names(group["example"], group["home"]))
    if "counter" in group:
        assert not set(group["expects"]) & set(names(group["counter"], group["home"]))


@pytest.mark.parametrize("word", LEXICON["word"], ids=lambda w: str(w["english"][0]))
def test_every_word_has_an_example_that_gives_its_actor(word: dict[str, Any]) -> None:
    assert word["expects"] in names(word["example"], word["home"])
    if "counter" in word:
        assert word["expects"] not in names(word["counter"], word["home"])


def test_every_alias_is_found_under_its_actor() -> None:
    lexicon, missed = load_actors(), []
    for group in GROUPS:
        for raw in group["actors"]:
            wanted = {a.name for a in lexicon.actors if raw["name"] in (a.title, a.name)} or {raw["name"]}
            for alias in (*raw.get("aliases", ()), *raw.get("local", ())):
                home = next(iter(raw.get("home", ())), None) or _country(raw["name"])
                year = raw.get("years", [2019])[0]
                if not wanted & set(names(alias, home, date(max(year, 2000), 6, 1))):
                    missed.append((alias, raw["name"]))
    assert not missed


def _country(name: str) -> str | None:
    return next((a.countries[0] for a in load_actors().actors if name in (a.title, a.name) and a.countries), None)


@pytest.mark.parametrize("row", load_csv("ar/states.csv"), ids=lambda r: str(r["iso"]))
def test_every_state_has_an_army_by_its_adjective_or_its_name(row: dict[str, str]) -> None:
    state = load_actors().state(row["iso"])
    assert state is not None
    for adjective in filter(None, row["adjectives"].split("|")):
        first, _, rest = adjective.partition(" ")
        masculine = " ".join("ال" + w for w in adjective.split())
        feminine = " ".join(w for w in ("ال" + first + "ة", ("ال" + rest + "ة") if rest else "") if w)
        assert names(f"قصف الجيش {masculine} القرية", None) == [state.army.name]
        assert names(f"قصفت القوات {feminine} القرية", None) == [state.army.name]
    for noun in filter(None, row["nouns"].split("|")):
        assert state.army.name in names(f"انسحب جيش {noun}", None)


CASES = [
    ("قتل عنصران من قوات الحكومة السورية", "عنصران من قوات الحكومة السورية", "Syrian Army", "عنصران"),
    ("قصفت قوات النظام السوري القرية", "قوات النظام السوري", "Syrian Army", "قوات"),
    ("قتل ثلاثة جنود أتراك", "جنود أتراك", "Turkish Army", "جنود"),
    ("اعتقل قيادي في هيئة تحرير الشام", "قيادي في هيئة تحرير الشام", "Hayat Tahrir al-Sham", "قيادي"),
    ("قصفت الفصائل المدعومة من تركيا القرية", "الفصائل المدعومة من تركيا", "Turkish-backed forces", "الفصائل"),
    ("دخلت ميليشيات تابعة لإيران القرية", "ميليشيات تابعة لإيران", "Iran-backed militias", "ميليشيات"),
    ("قصفت الطائرات الحربية الروسية القرية", "الطائرات الحربية الروسية", "Russian Air Force", "الطائرات الحربية"),
]


@pytest.mark.parametrize(("text", "span", "name", "head"), CASES)
def test_a_phrase_is_headed_by_its_first_noun(text: str, span: str, name: str, head: str) -> None:
    [(sentence, found)] = report(text)
    assert [(m.span.text, m.name) for m in found] == [(span, name)]
    assert head.startswith(sentence.tokens[found[0].head].text)
    assert text[found[0].span.start : found[0].span.end] == span


CARRIED = [
    ("قصفت المدفعية مواقع قوات الحكومة", "مواقع", "Syrian Army"),
    ("دخل رتل للجيش التركي", "رتل", "Turkish Army"),
    ("انفجرت سيارة لقسد", "سيارة", "Syrian Democratic Forces"),
    ("قتل رجل بقصف تركي", "قصف", "Turkish Army"),
    ("مرت دورية أمريكية", "دورية", "United States military"),
    ("دمر القصف نقاطا عسكرية تابعة لقوات النظام", "نقاطا", "Syrian Army"),
]


@pytest.mark.parametrize(("text", "carrier", "name"), CARRIED)
def test_a_noun_that_an_actor_owns_carries_it(text: str, carrier: str, name: str) -> None:
    [(sentence, found)] = report(text)
    mention = next(m for m in found if m.name == name)
    assert mention.carrier is not None
    assert sentence.tokens[mention.carrier].text == carrier
    assert carrier not in mention.span.text


def test_the_owner_of_a_weapon_is_marked() -> None:
    assert [m.weapon_owner for m in mentions("استهدفت طائرة مسيرة تركية سيارة") if m.name == "Turkish Army"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "قصف الطيران مناطق سيطرة قسد",
        "وصل النازحون إلى مناطق قسد",
        "قصف القرى الخاضعة لسيطرة قسد في منطقة خاضعة لسيطرة قسد",
    ],
)
def test_who_holds_the_land_does_nothing(text: str) -> None:
    assert [m.modifier for m in mentions(text) if m.name == "Syrian Democratic Forces"][-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نهب مرتزقة الاحتلال التركي القرية", "Turkish-backed forces"),
        ("قصف الاحتلال التركي القرية", "Turkish Army"),
        ("اقتحمت ميليشيات الأسد القرية", "Pro-government forces"),
        ("هاجم الإرهابيون القرية", "Unidentified armed group"),
    ],
)
def test_loaded_words_are_labels_of_the_neutral_actor(text: str, name: str) -> None:
    assert next((m.name, m.label) for m in mentions(text)) == (name, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("هاجم تنظيم الدولة حاجزا. وانسحب التنظيم", "Islamic State"),
        ("قصفت هيئة تحرير الشام ثكنة. وقالت الهيئة ذلك", "Hayat Tahrir al-Sham"),
        ("قصفت حركة طالبان ثكنة. ونفت الحركة ذلك", "Taliban"),
        ("انتشرت القوات التركية والفصائل الموالية لها", "Turkish-backed forces"),
    ],
)
def test_a_definite_noun_points_to_who_was_named(text: str, name: str) -> None:
    last = mentions(text)[-1]
    assert (last.name, last.coreferent) == (name, True)


@pytest.mark.parametrize(
    ("text", "home", "name"),
    [
        ("اقتحمت قوات الاحتلال المخيم", "PS", "Israel Defense Forces"),
        ("اقتحمت قوات الاحتلال المخيم", None, "Israel Defense Forces"),
        ("قصف الجيش القرية", "IQ", "Iraqi forces"),
        ("أعلن الجيش الوطني ذلك", "LY", "Libyan National Army"),
        ("أعلن الجيش الوطني ذلك", "SY", "Syrian National Army"),
        ("قصف التحالف القرية", "YE", "Saudi-led coalition"),
        ("قصف التحالف القرية", "SY", "Global Coalition against Daesh"),
    ],
)
def test_bare_roles_are_read_by_the_country(text: str, home: str | None, name: str) -> None:
    assert name in names(text, home)


@pytest.mark.parametrize(
    ("day", "name"), [(date(2020, 5, 1), "Hayat Tahrir al-Sham"), (date(2025, 5, 1), "Syrian government")]
)
def test_a_name_means_who_bore_it_that_year(day: date, name: str) -> None:
    assert names("اعتقل الأمن العام رجلا", "SY", day)[0] == name


def test_states_joined_by_and_share_the_noun() -> None:
    assert names("انسحبت القوات الروسية والتركية") == ["Russian Armed Forces", "Turkish Army"]
    assert names("قصفت قوات النظام وروسيا القرية")[:2] == ["Syrian Army", "Russian Armed Forces"]


def test_a_second_name_in_quotation_marks_is_the_same_mention() -> None:
    assert names('قصفت قوات سوريا الديمقراطية "قسد" القرية') == ["Syrian Democratic Forces"]


def test_monitors_and_ministries_only_speak() -> None:
    found = mentions("قال المرصد السوري لحقوق الإنسان ووزارة الدفاع الروسية ذلك")
    assert [(m.name, m.organisation_of_claims) for m in found] == [
        ("Syrian Observatory for Human Rights", True),
        ("Russia", True),
    ]


def test_words_that_are_also_adjectives_name_nobody_after_another_noun() -> None:
    assert not mentions("وقع هجوم إرهابي وتصعيد عسكري ونزاع مسلح")


def test_no_width_words_and_bound_pronouns_are_passed_over() -> None:
    tokens = parse([("قوات النظام لها", 0)])[0]
    assert [w.text for w in words_of(tokens)] == ["قوات", "النظام", "ل", "ها"]


def test_sentences_without_tokens_give_no_mentions() -> None:
    assert find_arabic_actors([Sentence(0, 0, 0, 4, "قسد", False, (), "ar")], load_actors()) == ((),)


def test_the_lexicon_loads_once() -> None:
    assert load_arabic_actors() is load_arabic_actors()


def test_a_backed_army_stays_the_army() -> None:
    assert names("قصفت القوات الحكومية المدعومة من روسيا القرية")[0] == "Syrian Army"
    assert names("قصفت المعارضة السورية المدعومة من تركيا القرية")[0] == "Turkish-backed forces"


def test_an_abbreviation_in_latin_letters_is_a_name() -> None:
    assert names("داهمت دورية تابعة لميليشيا PKK المنزل")[0] == "PKK"


def test_peoples_after_a_number_are_persons() -> None:
    assert [(m.name, m.personal) for m in mentions("قتل 13 عراقيا", "IQ")] == [("Civilians", True)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل 12 جندياً تركياً في الكمين.", "Turkish Army"),
        ("قتل 12 جنديا ماليا في الكمين.", "Military Forces of Mali"),
        ("قصف الجيش الاحتلال الأميركي المدينة.", "United States military"),
        ("اغتيل مختار القرية ليلا.", "Civilians"),
    ],
)
def test_words_that_are_more_than_they_look(text: str, name: str) -> None:
    assert names(text) == [name]


def test_mercenaries_with_a_pronoun_are_the_owner_s() -> None:
    assert names("قصف الجيش التركي ومرتزقته القرية.") == ["Turkish Army", "Turkish-backed forces"]
