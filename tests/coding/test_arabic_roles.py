"""Who did what to whom in Arabic sentences, and crowds that protest, by the clause alone; the sentences are invented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Role

from .conftest import report_of


def code(coder: Coder, text: str) -> tuple[Mention, ...]:
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    return coder.code(report)


def words(mention: Mention, *roles: Role) -> list[str]:
    return [a.span.text for a in mention.actors if a.role in roles]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("نفذ المعلمون اعتصاما أمام مبنى الوزارة.", ["المعلمون"]),
        ("خرج متظاهرون في مسيرة وسط المدينة.", ["متظاهرون"]),
        ("خرج السكان في مظاهرة في مدينة إدلب.", ["السكان"]),
        ("خرج المئات إلى الشوارع للتنديد بالقرار.", ["المئات"]),
        ("تجمع العشرات أمام المحكمة مطالبين بخفض الأسعار.", ["العشرات"]),
        ("شارك الآلاف في مسيرة احتجاجية في السويداء.", ["الآلاف"]),
        ("تدفق آلاف المتظاهرين إلى الساحة.", ["المتظاهرين"]),
        ("رفع محتجون لافتات تندد بالغلاء في دمشق.", ["محتجون"]),
        ("احتل محتجون مبنى البلدية في السويداء.", ["محتجون"]),
    ],
)
def test_a_crowd_that_gathers_is_a_protest(coder: Coder, text: str, who: list[str]) -> None:
    (mention,) = code(coder, text)
    assert mention.sub_event_type == "Peaceful protest"
    assert words(mention, Role.PARTICIPANT) == who
    assert not words(mention, Role.PERPETRATOR, Role.TARGET)


@pytest.mark.parametrize("text", ["وردد المتظاهرون هتافات ضد الوزير.", "وقال المتظاهرون إنهم يريدون العدالة."])
def test_what_the_protesters_go_on_to_do_is_no_second_protest(coder: Coder, text: str) -> None:
    assert code(coder, text) == ()


def only(mentions: Iterable[Mention]) -> Mention:
    (mention,) = mentions
    return mention


@pytest.mark.parametrize(
    ("text", "doers", "hit", "killed"),
    [
        ("استشهد فلسطيني برصاص الاحتلال في جنين.", ["الاحتلال"], ["فلسطيني"], 1),
        ("قتل عراقي بانفجار في بغداد.", [], ["عراقي"], 1),
        ("وقال مصدر إن شخصا قتل في انفجار سيارة مفخخة قرب حلب.", [], ["شخصا"], 1),
        ("قتل مسلحون يستقلون دراجة نارية مدنيا في بلدة طفس.", ["مسلحون"], ["مدنيا"], 1),
        ("اغتال مجهولون يركبون سيارة قاضيا في بلدة طفس.", ["مجهولون"], ["قاضيا"], 1),
        ("اعتقلت قوات النظام فلسطينيا في درعا.", ["قوات النظام"], ["فلسطينيا"], None),
        ("وقع هجوم نفذه مسلحون على حاجز في درعا.", ["مسلحون"], [], None),
        ("أعلنت الشرطة أن مسلحين مجهولين اختطفوا طبيبا في درعا.", ["مسلحين مجهولين"], ["طبيبا"], None),
        ("تعرض الجيش لهجوم انتحاري في حمص.", [], ["الجيش"], None),
        ("وجهت القوات الروسية عدة ضربات جوية إلى بلدة سرمين.", ["القوات الروسية"], [], None),
        ("قتل شاب عراقي الجنسية برصاص مجهولين في مدينة حلب.", ["مجهولين"], ["شاب عراقي"], 1),
        ("قتل مدني إثر قصف بقذائف ثقيلة لقوات النظام على قرية معربليت.", ["قوات النظام"], ["مدني"], 1),
        ("اعتقلت قوات النظام حازم الدروبي في درعا.", ["قوات النظام"], ["حازم الدروبي"], None),
        ("قتل سعيد حسن برصاص مجهولين في درعا.", ["مجهولين"], ["سعيد حسن"], 1),
        ("هاجم مسلحون الحاجز مستهدفين الجنود في درعا.", ["مسلحون"], ["الجنود"], None),
        ("قتل القيادي في حركة حماس حازم الدروبي بغارة على غزة.", [], ["القيادي في حركة حماس"], 1),
        ("قتل خمسة عمال بانفجار قرب تدمر.", [], ["عمال"], 5),
        (
            "خطف مسلحون من لواء السلطان مراد المواطن أمين خليل في عفرين.",
            ["مسلحون من لواء السلطان مراد"],
            ["المواطن"],
            None,
        ),
        ("اغتيال النائب سامر عيدو بانفجار سيارة مفخخة في بيروت.", [], [], 1),
    ],
)
def test_sides_and_dead(coder: Coder, text: str, doers: list[str], hit: list[str], killed: int | None) -> None:
    mention = only(code(coder, text))
    assert words(mention, Role.PERPETRATOR) == doers
    assert words(mention, Role.TARGET) == hit
    assert (mention.killed.best if mention.killed else None) == killed


def test_a_name_of_a_person_needs_a_victim_to_be_due(coder: Coder) -> None:
    mention = only(code(coder, "ألقت الشرطة القبض على أربعة مهربين في درعا."))
    assert mention.sub_event_type == "Arrests"
    assert words(mention, Role.PERPETRATOR, Role.TARGET) == ["الشرطة", "مهربين"]
