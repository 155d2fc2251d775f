"""Figures of speech, plans, anniversaries and whom Arabic sentences leave unnamed; the sentences are invented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Role, Status

from .conftest import report_of


def code(coder: Coder, text: str) -> tuple[Mention, ...]:
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    return coder.code(report)


def only(mentions: Iterable[Mention]) -> Mention:
    (mention,) = mentions
    return mention


def names(mention: Mention, role: Role) -> list[str]:
    return [a.name for a in mention.actors if a.role is role]


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت الوزيرة حركة حماس قائلة إنها لا تريد السلام.",
        "العاصفة التي تضرب اليابان منذ أسبوع تهدد بأزمة.",
        "ضرب زلزال قوي شمال المغرب.",
        "أصاب القادة قلق بالغ من الحكومة الإسرائيلية.",
        "دفع تخوف الحكومة العراقية من الصفقة إلى إدانة علنية.",
        "حاول المقاتلون السيطرة على بلدة بعقوبة لكنهم فشلوا.",
        "وقال المتظاهرون إنهم توجهوا إلى القصر.",
        "توفي ثلاثة أطفال غرقا في نهر الفرات.",
    ],
)
def test_nobody_struck(coder: Coder, text: str) -> None:
    assert code(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("شكل أهالي المفقودين سلسلة بشرية أمام السفارة.", "Peaceful protest", ["أهالي"]),
        ("انخرط الآلاف في مسيرة صامتة وسط صنعاء.", "Peaceful protest", ["الآلاف"]),
        ("أقدم شاب على إحراق نفسه أمام مبنى المحافظة.", "Peaceful protest", ["شاب"]),
        ("أضرب المعلمون في البصرة عن العمل أمس.", "Peaceful protest", ["المعلمون"]),
        ("خرج الأهالي في أم درمان متظاهرين ضد الغلاء.", "Peaceful protest", ["الأهالي"]),
        ("قام المحتجون بنصب خيامهم قرب البرلمان في بغداد.", "Peaceful protest", ["المحتجون"]),
        ("انضم نحو ستة آلاف مواطن إلى الوقفة على الكورنيش.", "Peaceful protest", ["مواطن"]),
        ("هتف آلاف المصلين ضد الحكومة بعد الصلاة.", "Peaceful protest", ["المصلين"]),
        ("امتنع التجار عن فتح محالهم في نابلس احتجاجا على الضرائب.", "Peaceful protest", ["التجار"]),
        ("شارك العشرات في وقفة تضامنية مع الأسرى أمام المقر.", "Peaceful protest", ["العشرات"]),
    ],
)
def test_crowds_in_protest(coder: Coder, text: str, kind: str, who: list[str]) -> None:
    mention = only(code(coder, text))
    assert mention.sub_event_type == kind
    assert [a.span.text for a in mention.actors if a.role is Role.PARTICIPANT] == who
    assert not names(mention, Role.TARGET)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("أقيم الحفل في الذكرى الثانية لاغتيال النائب بتفجير استهدف موكبه في بيروت.", Status.BACKGROUND),
        ("بعد عام على مقتل القيادي بغارة في بيروت، لا يزال التحقيق مستمرا.", Status.BACKGROUND),
        ("كانت الخلية تستهدف تفجير مقر البرلمان في تونس.", Status.HYPOTHETICAL),
        ("خطف مسلحون خمسة أشخاص في ما يسمى مثلث الموت.", Status.EVENT),
    ],
)
def test_what_kind_of_telling(coder: Coder, text: str, status: Status) -> None:
    assert {m.status for m in code(coder, text)} <= {status}


@pytest.mark.parametrize(
    ("text", "kind", "hit"),
    [
        ("جرح وزير الدفاع في تفجير سيارة مفخخة في بيروت.", "Remote explosive/landmine/IED", ["Civilians"]),
        ("نجا مدير المصرف من انفجار عبوة ناسفة في وسط بغداد.", "Remote explosive/landmine/IED", ["Civilians"]),
        ("سقطت قذيفة على حفل زفاف في الفلوجة.", "Shelling/artillery/missile attack", ["Civilians"]),
        ("تعرضت مروحية أميركية لهجوم بنيران أرضية في بغداد.", "Armed clash", ["United States military"]),
        ("توغلت قوات إسرائيلية تعززها 40 دبابة في نابلس.", "Armed clash", []),
        ("فتحت دبابات روسية النار على سكان في غوري.", "Shelling/artillery/missile attack", ["Civilians"]),
        ("تعرض معتقلون لاعتداءات طالت ناشطين في غزة.", "Attack", ["Civilians"]),
    ],
)
def test_who_was_hit_and_how(coder: Coder, text: str, kind: str, hit: list[str]) -> None:
    mention = only(code(coder, text))
    assert mention.sub_event_type == kind
    assert names(mention, Role.TARGET) == hit


def test_men_after_a_second_feminine_verb_are_its_victims(coder: Coder) -> None:
    mention = only(code(coder, "أطلقت القوات الإسرائيلية صاروخا على مدرسة فقتلت معلما وأصابت ثلاثة طلاب."))
    assert [t.best for t in (mention.killed, mention.injured) if t is not None] == [1, 3]


def test_a_correction_denies_its_own_noun_alone(coder: Coder) -> None:
    mention = only(code(coder, "نفذ التحالف ضربات جوية استهدفت عناصر طالبان وليس جنودا باكستانيين."))
    assert mention.status is Status.EVENT
    assert names(mention, Role.TARGET) == ["Taliban"]


def test_a_topic_between_commas_is_taken_up_by_its_verb(coder: Coder) -> None:
    text = "أعلنت الشرطة أن أمجد وهبة، المدير الإقليمي للشركة، خطف في وسط المدينة من قبل أربعة مسلحين."
    mention = only(code(coder, text))
    assert mention.sub_event_type == "Abduction/forced disappearance"
    assert names(mention, Role.PERPETRATOR) == ["Unidentified armed group"]


def test_the_arrest_of_a_killer_is_no_killing(coder: Coder) -> None:
    mentions = code(coder, "ألقت الشرطة القبض على منفذ جريمة اغتيال الشيخ في النجف.")
    assert [m.sub_event_type for m in mentions if m.status is Status.EVENT] == ["Arrests"]


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        (
            "اندلعت اشتباكات بين قوات النظام وفصائل الجيش الوطني على محور مارع شمال حلب.",
            ["Syrian Army"],
            ["Syrian National Army"],
        ),
        (
            "أصيب مدني إثر استهداف قوات النظام وروسيا بصاروخ سيارة على أطراف قرية كفرنوران.",
            ["Syrian Army", "Russian Armed Forces"],
            ["Civilians"],
        ),
        (
            "أعلنت فصائل المعارضة عن استهداف مواقع قوات النظام في قرية بسرطون غرب حلب.",
            ["Opposition factions"],
            ["Syrian Army"],
        ),
        (
            "تقصف فصائل موالية لإيران وقوات النظام الأحياء المحاصرة في درعا.",
            ["Iran-backed militias", "Syrian Army"],
            [],
        ),
        (
            "قتل خمسة جنود من الجيش خلال معارك مع الدعم السريع شمال الخرطوم بحري.",
            ["Rapid Support Forces"],
            ["Military Forces of Sudan"],
        ),
    ],
)
def test_both_sides(coder: Coder, text: str, doers: list[str], hit: list[str]) -> None:
    mention = only(code(coder, text))
    assert names(mention, Role.PERPETRATOR) == doers
    assert names(mention, Role.TARGET) == hit


def test_the_units_are_those_that_acted(coder: Coder) -> None:
    text = (
        "داهمت وحدات من قوى الأمن الداخلي حي ميسلون في الرقة لملاحقة خلايا تنظيم الدولة. "
        "وقال ناشطون إن الوحدات الأمنية داهمت قرية شرق الرقة."
    )
    assert {a.name for m in code(coder, text) for a in m.actors if a.role is Role.PERPETRATOR} == {"Asayish"}


@pytest.mark.parametrize(
    "text",
    [
        "طال القصف محيط بلدة البارة تزامنا مع تحليق للطائرات الحربية دون تنفيذ أي غارات.",
        "قصفت المدفعية بلدة البارة دون شن أي غارات جوية.",
    ],
)
def test_a_weapon_not_used_types_nothing(coder: Coder, text: str) -> None:
    assert only(m for m in code(coder, text) if m.status is Status.EVENT).weapon is not None
    assert {m.weapon.name for m in code(coder, text) if m.weapon} <= {"shell", "artillery"}


@pytest.mark.parametrize(
    ("text", "kind", "doers", "hit"),
    [
        (
            "أصيب سبعة جنود في هجوم شنه مسلحو جماعة الحوثي على مواقع عسكرية جنوب مأرب.",
            "Armed clash",
            ["Ansar Allah"],
            ["Military Forces of Yemen"],
        ),
        (
            "وقع الهجوم الذي شنه مسلحو جماعة الحوثي على مواقع الجيش جنوب مأرب أمس.",
            "Armed clash",
            ["Ansar Allah"],
            ["Military Forces of Yemen"],
        ),
        (
            "مقتل القيادي في حزب الله بغارة إسرائيلية استهدفت سيارته في بلدة الخيام.",
            "Air/drone strike",
            ["Israeli Air Force"],
            ["Hezbollah"],
        ),
        (
            "وقع قصف من قسد على مواقع الجيش الوطني في جرابلس أمس.",
            "Shelling/artillery/missile attack",
            ["Syrian Democratic Forces"],
            ["Syrian National Army"],
        ),
        (
            "صدت القوات المشتركة محاولة تسلل للحوثيين في الحديدة.",
            "Armed clash",
            ["Ansar Allah"],
            ["National Resistance Forces"],
        ),
        ("ألقى مجهول قنبلة يدوية على منزل في البصرة.", "Grenade", [], ["Civilians"]),
        ("أوقف الجيش اللبناني ستة مطلوبين في بعلبك.", "Arrests", ["Lebanese Army"], []),
        (
            "اختطف مسلحون مجهولون مدير المستشفى في زليتن.",
            "Abduction/forced disappearance",
            ["Unidentified armed group"],
            ["Civilians"],
        ),
    ],
)
def test_doers_of_many_wars(coder: Coder, text: str, kind: str, doers: list[str], hit: list[str]) -> None:
    mention = only(code(coder, text))
    assert (mention.status, mention.sub_event_type) == (Status.EVENT, kind)
    assert names(mention, Role.PERPETRATOR) == doers
    assert names(mention, Role.TARGET) == hit


def test_a_deed_whose_blame_is_denied_is_told(coder: Coder) -> None:
    text = "نفت قوات الدعم السريع مسؤوليتها عن قصف مستشفى في أم درمان أودى بحياة ستة أشخاص."
    mention = only(code(coder, text))
    assert mention.killed is not None
    assert [(c.stance.value, c.claimant.text) for c in mention.claims if c.claimant.text] == [
        ("denies", "قوات الدعم السريع")
    ]
