"""Arabic words of violence that tell none, and lone men who do it; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Status

from .test_arabic_speakers import code, sides


@pytest.mark.parametrize(
    "text",
    [
        "فجر اللاعب مفاجأة في بطولة تونس.",
        "فجر القرار موجة من الغضب في مدينة تعز.",
        "حذر الوزير من انفجار الأوضاع في مدينة تعز.",
        "يتواصل الهجوم على الحريات في مدينة تونس.",
        "قال النائب إن الاعتداء على الدستور في مدينة تونس مرفوض.",
        "إن استهداف الوحدة الوطنية في مدينة طرابلس جريمة.",
        "شن النائب هجوما على سياسة الحكومة في مدينة بيروت.",
    ],
)
def test_quarrels_and_ideas_are_hit_by_words_alone(coder: Coder, text: str) -> None:
    assert code(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("فجر مسلحون جسرا في مدينة تعز.", "Remote explosive/landmine/IED"),
        ("استهدف مسلحون وحدة عسكرية في مدينة طرابلس.", "Armed clash"),
        ("شن مسلحون هجوما على مقر الحكومة في مدينة عدن.", "Armed clash"),
    ],
)
def test_things_and_men_are_hit_by_arms(coder: Coder, text: str, kind: str) -> None:
    (mention,) = code(coder, text)
    assert mention.sub_event_type == kind


def test_who_pretends_does_not_protest(coder: Coder) -> None:
    assert code(coder, "تظاهر اللص بأنه حارس في مدينة تونس.") == ()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل مسلح عشرين مجندا في مدينة كركوك.", 20),
        ("قتل انتحاري عشرين مجندا في مدينة كركوك.", 20),
        ("قتل مسلح ثلاثة من رجال الشرطة في مدينة كركوك.", 3),
    ],
)
def test_a_lone_man_kills_those_counted_after_him(coder: Coder, text: str, killed: int) -> None:
    (mention,) = code(coder, text)
    assert mention.killed is not None
    assert mention.killed.best == killed
    assert ("perpetrator", "Unidentified armed group") in sides(mention)
    assert ("target", "Unidentified armed group") not in sides(mention)


def test_a_lone_man_alone_is_killed(coder: Coder) -> None:
    (mention,) = code(coder, "قتل مسلح في مدينة كركوك.")
    assert sides(mention) == [("target", "Unidentified armed group")]


@pytest.mark.parametrize(
    "text",
    [
        "الانتحاريان فجرا نفسيهما قرب مركز شرطة في مدينة كركوك.",
        "فجر استشهادي نفسه في مدينة كركوك.",
        "قتل مفجر انتحاري عشرين مجندا في مدينة كركوك.",
    ],
)
def test_who_blows_himself_up_is_named(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert mention.sub_event_type == "Suicide bomb"
    assert ("perpetrator", "Unidentified armed group") in sides(mention)


def test_dawn_stays_dawn(coder: Coder) -> None:
    (mention,) = code(coder, "قصف الجيش السوداني قرية ود النورة فجرا.")
    assert mention.sub_event_type == "Shelling/artillery/missile attack"


def test_who_is_pointed_out_as_the_doer_did_it(coder: Coder) -> None:
    (mention,) = code(coder, "قالت الحكومة إن قبائل عربية هي التي هاجمت قرية ود النورة.")
    assert ("perpetrator", "Tribal fighters") in sides(mention)


def test_a_woman_of_office_is_counted(coder: Coder) -> None:
    (mention,) = code(coder, "قتلت رئيسة المجلس المحلي وسائقها في غارة على مدينة كركوك.")
    assert mention.killed is not None
    assert mention.killed.best == 2


def test_a_settler_hurts_those_of_a_people(coder: Coder) -> None:
    (mention,) = code(coder, "أصاب مستوطن أربعة فلسطينيين في مدينة نابلس.")
    assert mention.injured is not None
    assert mention.injured.best == 4


def test_a_name_is_no_march(coder: Coder) -> None:
    found = code(coder, "أدى القصف إلى إصابة امرأتين هما سعاد الأحمد وسارا حاج حسين من أهالي قرية النورة.")
    assert "Peaceful protest" not in [m.sub_event_type for m in found]


def test_what_a_campaign_aims_at_is_not_taken(coder: Coder) -> None:
    found = code(
        coder,
        "استهدفت الميليشيات مسجدا في مدينة تعز بقذائف الهاون ضمن الحملة التي تشنها الميليشيات للسيطرة على المدينة.",
    )
    events = [m.sub_event_type for m in found if m.status is Status.EVENT]
    assert events == ["Shelling/artillery/missile attack"]


def test_two_towns_shelled_in_one_sentence_are_two_rows(coder: Coder) -> None:
    found = code(
        coder,
        "استهدف الجيش السوداني بلدة النيلة بقصف مدفعي، ما أدى لإصابة امرأة، واستهدف بقذائف الدبابات بلدة الكدرو دون وقوع إصابات.",
    )
    assert [(m.place.name if m.place else None, m.injured.best if m.injured else None) for m in found] == [
        ("النيلة", 1),
        ("الكدرو", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش بلدة النيلة، واستهدفت بالقذائف المنازل السكنية في بلدة الكدرو.",
        "وعمليات قصف تستهدف منازل المدنيين في بلدة الكدرو.",
    ],
)
def test_civilians_whose_homes_are_hit_did_it_not(coder: Coder, text: str) -> None:
    assert ("perpetrator", "Civilians") not in [side for m in code(coder, text) for side in sides(m)]


@pytest.mark.parametrize(
    "text",
    [
        "وقع انفجار في مدينة عدن راح ضحيته سبعة عمال.",
        "شهدت مدينة عدن هجمات راح ضحيتها سبعة عمال.",
        "وقع انفجار في مدينة عدن ذهب ضحيته سبعة عمال.",
    ],
)
def test_those_who_fall_victim_are_killed(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert mention.killed is not None
    assert mention.killed.best == 7


def test_a_sniper_of_nobody_is_unidentified(coder: Coder) -> None:
    (mention,) = code(coder, "أصيب طفل برصاص قناص في مدينة تعز.")
    assert ("perpetrator", "Unidentified armed group") in sides(mention)
    (mention,) = code(coder, "أصاب قناص حوثي طفلا في مدينة تعز.")
    assert ("perpetrator", "Ansar Allah") in sides(mention)


def test_men_raid_and_planes_bomb(coder: Coder) -> None:
    (mention,) = code(coder, "أغار مسلحون على قرية ود النورة.")
    assert mention.sub_event_type == "Armed clash"
    (mention,) = code(coder, "أغارت طائرات حربية على قرية ود النورة.")
    assert mention.sub_event_type == "Air/drone strike"
