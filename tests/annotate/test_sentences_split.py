from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.sentences import ABBREVIATIONS, MAX_SENTENCE, SENTENCE_ENDERS_ANYWAY, split_sentences

ALPHABET = st.sampled_from(
    [*"aAbZ .!?…؟۔\"'”)(]•\n\r\t\u2028:;,-0'قم😀", "U.S. ", "Gen. ", " The ", "(Photo) ", "said. "]
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels fired. Troops fled.", ["Rebels fired.", "Troops fled."]),
        ("Who fired? Nobody knows!", ["Who fired?", "Nobody knows!"]),
        ("Gen. Okello fled. He is in Juba.", ["Gen. Okello fled.", "He is in Juba."]),
        ("J. Okello fled to Juba.", ["J. Okello fled to Juba."]),
        ("The U.S. Navy struck. The strike hit Saada.", ["The U.S. Navy struck.", "The strike hit Saada."]),
        ("Raids were led by the U.S. The army agreed.", ["Raids were led by the U.S.", "The army agreed."]),
        ("It fell at 5 a.m. The mosque burned.", ["It fell at 5 a.m.", "The mosque burned."]),
        ("It fell at 5 a.m. on Friday.", ["It fell at 5 a.m. on Friday."]),
        ("Shells of 2.5 kg fell on St. Paul.", ["Shells of 2.5 kg fell on St. Paul."]),
        ('"We fled." The mayor wept.', ['"We fled."', "The mayor wept."]),
        ("Rebels fired.\nTroops fled", ["Rebels fired.", "Troops fled"]),
        ("Rebels fired at the\nbridge in Goma.", ["Rebels fired at the\nbridge in Goma."]),
        ("• Two dead in Goma • One dead in Beni", ["Two dead in Goma", "One dead in Beni"]),
        ("Rebels fired.The army fled to Goma.", ["Rebels fired.", "The army fled to Goma."]),
        ("هرب الجنود؟ نعم.", ["هرب الجنود؟", "نعم."]),
        ("قتل ثلاثة مدنيين.وأصيب أربعة.", ["قتل ثلاثة مدنيين.", "وأصيب أربعة."]),
        ("قصـ.ـف على البلدة واستش.هاد رجل.", ["قصـ.ـف على البلدة واستش.هاد رجل."]),
        (
            "قال د. سامر إنهم فروا؛ ثم عادوا. وسأل: لماذا؟ لا جواب.",
            ["قال د. سامر إنهم فروا؛ ثم عادوا.", "وسأل: لماذا؟", "لا جواب."],
        ),
        ("وصل أ.د. محمود بعد 1.5 ساعة. وغادر.", ["وصل أ.د. محمود بعد 1.5 ساعة.", "وغادر."]),
        ("«لن نرحل.» وأضاف المختار: “نبقى.” ثم صمت.", ["«لن نرحل.»", "وأضاف المختار: “نبقى.”", "ثم صمت."]),
        ("سقطت قذيفة على السوق\nفر السكان", ["سقطت قذيفة على السوق", "فر السكان"]),
        (
            "سقطت ثلاث قذائف على السوق الشعبي في وسط المدينة القديمة\nففر السكان منها. وعادوا.",
            ["سقطت ثلاث قذائف على السوق الشعبي في وسط المدينة القديمة\nففر السكان منها.", "وعادوا."],
        ),
        ("الرقة.. قتلى في انفجار", ["الرقة.. قتلى في انفجار"]),
        ("ريف دمشق.. قتلى في انفجار.. والجيش ينفي", ["ريف دمشق.. قتلى في انفجار..", "والجيش ينفي"]),
        ("بعد قصف السوق الكبير.. مقتل رجل", ["بعد قصف السوق الكبير..", "مقتل رجل"]),
        ("Two died. قتل اثنان في حلب. Three fled.", ["Two died.", "قتل اثنان في حلب.", "Three fled."]),
        ("", []),
        (" \n\t ", []),
        ("...", ["..."]),
    ],
)
def test_examples(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_headline_glued_to_its_story_is_parted() -> None:
    text = "Rebels Seize Northern Town of Bambari The rebels said in a statement that they took the town on Monday."
    assert split(text) == [
        "Rebels Seize Northern Town of Bambari",
        "The rebels said in a statement that they took the town on Monday.",
    ]


@pytest.mark.parametrize("word", sorted(ABBREVIATIONS - SENTENCE_ENDERS_ANYWAY))
def test_a_stop_of_an_abbreviation_does_not_split(word: str) -> None:
    assert len(split(f"They met {word}. Okello in Juba.")) == 1


@pytest.mark.parametrize("text", ["word " * 2000, "x" * 5000, "a. " * 3000, "Word " * 2000])
def test_no_sentence_is_longer_than_the_limit(text: str) -> None:
    assert max(end - start for start, end in split_sentences(text)) <= MAX_SENTENCE


@given(st.text(max_size=300) | st.lists(ALPHABET, max_size=80).map("".join))
def test_sentences_are_in_order_trimmed_and_lose_no_letter(text: str) -> None:
    pairs = split_sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in pairs)
    assert all(one[1] <= two[0] for one, two in pairwise(pairs))
    assert all(text[start:end] == text[start:end].strip() for start, end in pairs)


@given(st.text(alphabet="abcXYZ .!?\n", max_size=200))
def test_every_letter_of_plain_text_is_in_a_sentence(text: str) -> None:
    kept = "".join(text[start:end] for start, end in split_sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_time_grows_with_the_text() -> None:
    text = "The rebels fired at the bridge in Goma on Monday, a witness said. " * 4000
    started = time.perf_counter()
    assert len(split_sentences(text)) == 4000
    assert time.perf_counter() - started < 5
