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
        ("استهدفت مسيّرة تابعة للدعم السريع سوقاً في الفاشر.", ["دعم السريع"], ["سوقاً"], None),
        ("أسفر قصف الدعم السريع على الفاشر عن مقتل ستة عمال.", ["الدعم السريع"], ["عمال"], 6),
        (
            "شنت القوات الأمريكية غارة ناجحة استهدفت قياديين في تنظيم داعش قرب حلب.",
            ["القوات الأمريكية"],
            ["قياديين في تنظيم داعش"],
            None,
        ),
        ("عثر الأهالي على جثث ثمانية أشخاص في درعا.", [], ["أشخاص"], 8),
        ("اقتحم مسلحون القرية ونهبوا المتاجر وقتلوا راعيا في درعا.", ["مسلحون"], ["راعيا"], 1),
        ("اغتيال النائب سامر عيدو بانفجار سيارة مفخخة في بيروت.", [], ["النائب"], 1),
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


def test_a_person_who_is_hit_in_a_joined_clause_is_hurt_by_the_doers_before(coder: Coder) -> None:
    mention = only(code(coder, "أطلق الجنود النار على الحاجز في درعا وأصابوا شابا."))
    assert (words(mention, Role.PERPETRATOR), words(mention, Role.TARGET)) == (["الجنود"], ["شابا"])
    assert mention.injured is not None
    assert mention.injured.best == 1


def test_a_raid_that_kills_is_no_mere_looting(coder: Coder) -> None:
    mention = only(code(coder, "اقتحم مسلحون القرية ونهبوا المتاجر وقتلوا راعيا في درعا."))
    assert mention.sub_event_type == "Attack"


@pytest.mark.parametrize(
    "text", ["دخلت الشرطة العسكرية بلدة طفس ضمن اتفاق.", "دخلت قافلة مساعدات بلدة مضايا.", "دخلت شاحنات من معبر نصيب."]
)
def test_what_enters_without_a_fight_takes_nothing(coder: Coder, text: str) -> None:
    assert not any("territory" in m.sub_event_type for m in code(coder, text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("أسقط المقاتلون طائرة مسيرة من طراز قديم في محافظة مأرب.", "محافظة مأرب"),
        ("صد المقاتلون هجوما للحوثيين في جبل هان، وتكبيدهم خسائر.", "جبل هان"),
        ("أطلق مسلحون النار على تاجر أمام منزله في درعا.", "درعا"),
    ],
)
def test_words_that_are_no_places(coder: Coder, text: str, place: str) -> None:
    found = code(coder, text)
    assert [m.place.name if m.place else None for m in found] == [place]


def test_who_mentioned_it_is_the_claimant(coder: Coder) -> None:
    mention = only(code(coder, "أفرجت جماعة الحوثي عن عشرة أسرى من جانب واحد في تعز، وفق ما ذكرت اللجنة الدولية."))
    assert [c.claimant.text for c in mention.claims if c.claimant.kind != "outlet"] == ["اللجنة الدولية"]


def test_hundreds_of_strikes_over_years_are_a_total(coder: Coder) -> None:
    mention = only(code(coder, "شنت إسرائيل خلال الأعوام الماضية مئات الضربات الجوية في سوريا."))
    assert mention.status == "aggregate"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("حماة: قُتل خمسة عناصر من لواء الباقر بانفجار لغم قرب بلدة عقيربات.", "Remote explosive/landmine/IED"),
        ("حماة::قُتل خمسة جنود جراء انفجار لغم في البادية بين محافظتي حمص والرقة.", "Remote explosive/landmine/IED"),
        (
            "أصيب طفلان جراء سقوط قذائف مدفعية على سرمين، تزامناً مع تحليق طيران استطلاع.",
            "Shelling/artillery/missile attack",
        ),
    ],
)
def test_what_killed_is_told_by_its_cause(coder: Coder, text: str, kind: str) -> None:
    assert only(code(coder, text)).sub_event_type == kind


def test_a_plural_in_the_accusative_is_whom_the_verb_hits(coder: Coder) -> None:
    mention = only(code(coder, "كان القصف عنيفا واستهدف المدنيين في حلب."))
    assert (words(mention, Role.PERPETRATOR), words(mention, Role.TARGET)) == ([], ["المدنيين"])


def test_tens_of_strikes_on_one_town_are_one_event(coder: Coder) -> None:
    mention = only(code(coder, "شنت الطائرات الروسية أمس عشرات الغارات على مدينة حلب."))
    assert mention.status == "event"


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("اغتال مسلحون يستقلون دراجة نارية مدير مدرسة في درعا.", ["مسلحون"], ["مدير"]),
        ("خطف مسلحون يرتدون زياً عسكرياً ثلاثة أطباء في السويداء.", ["مسلحون"], ["أطباء"]),
        ("قُتل مسلحون يتبعون لتنظيم محلي في غارة على الرقة.", [], ["مسلحون"]),
        ("قتل مدنيان اثنان في غارة للتحالف على الرقة.", ["تحالف"], ["مدنيان"]),
    ],
)
def test_a_clause_about_the_subject_keeps_its_own(
    coder: Coder, text: str, perpetrator: list[str], target: list[str]
) -> None:
    mention = only(code(coder, text))
    assert (words(mention, Role.PERPETRATOR), words(mention, Role.TARGET)) == (perpetrator, target)


@pytest.mark.parametrize(
    ("whose", "name"),
    [
        ("الأمريكي", "United States military"),
        ("السعودي", "Saudi-led coalition"),
        ("الأمريكي السعودي", "Saudi-led coalition"),
    ],
)
def test_the_aggression_of_another_state_is_that_states(coder: Coder, whose: str, name: str) -> None:
    mention = only(code(coder, f"قُتل ثلاثة مدنيين في غارة للعدوان {whose} على مدينة صعدة."))
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == [name]


def test_a_day_behind_a_dash_claims_nothing(coder: Coder) -> None:
    mention = only(code(coder, "عثر الأهالي على جثة شاب مقتولاً على طريق إعزاز - جارز، بعد فقدانه يوم أمس."))
    assert {c.claimant.kind for c in mention.claims} == {"outlet"}


@pytest.mark.parametrize(
    "who",
    [
        "صحفياً",
        "صحافية",
        "رجلاً مسناً",
        "قساً",
        "أوروبياً",
        "أستاذاً جامعياً",
        "الأمين العام للحزب",
        "راعي أغنام",
        "صاحب متجر",
        "شاعراً",
    ],
)
def test_one_man_or_woman_of_any_calling_is_one_civilian(coder: Coder, who: str) -> None:
    mention = only(code(coder, f"اغتال مسلحون مجهولون {who} في مدينة عدن."))
    assert [a.name for a in mention.actors if a.role is Role.TARGET] == ["Civilians"]
    assert mention.killed is not None
    assert (mention.killed.low, mention.killed.best, mention.killed.high) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "target", "killed"),
    [
        ("قالت الشرطة إن جندياً أميركياً قتل وأصيب 10 آخرون في هجوم انتحاري في ديالى.", ["جندياً أميركياً"], 1),
        ("كان 42 جندياً باكستانياً قد قتلوا في هجوم انتحاري في بيشاور.", ["جندياً باكستانياً"], 42),
    ],
)
def test_who_was_killed_stands_before_the_verb(coder: Coder, text: str, target: list[str], killed: int) -> None:
    mention = only(code(coder, text))
    assert words(mention, Role.TARGET) == target
    assert mention.killed is not None
    assert mention.killed.best == killed


@pytest.mark.parametrize(
    ("text", "who", "claimant"),
    [
        ("تعرضت قاعدة للجيش في غاو أمس إلى هجوم انتحاري نسب إلى المتمردين الطوارق.", "Tuareg militia", ""),
        ("قتل شرطيان في مقديشو في هجوم نسبته السلطات إلى حركة الشباب.", "Al-Shabaab", "السلطات"),
        ("قتل شرطيان في مقديشو في هجوم ألقت الحكومة باللوم فيه على حركة الشباب.", "Al-Shabaab", "الحكومة"),
    ],
)
def test_whom_a_deed_is_laid_to(coder: Coder, text: str, who: str, claimant: str) -> None:
    mention = only(code(coder, text))
    blamed = [(c.value, c.claimant.text) for c in mention.claims if c.field == "perpetrator"]
    assert blamed == [(who, claimant)] or (not claimant and [b for b, _ in blamed] == [who])


@pytest.mark.parametrize(
    ("text", "doer", "killed"),
    [
        ("خطفهم مقاتلو الطوارق في كيدال.", "مقاتلو الطوارق", None),
        ("خطف مسلحون طبيباً وقتلوه في عدن.", "مسلحون", 1),
        ("خطف مسلحون طبيبين وقتلوهما في عدن.", "مسلحون", 2),
        ("اغتالت وحدة إسرائيلية خاصة ناشطاً في جنين.", "وحدة إسرائيلية", 1),
    ],
)
def test_who_did_it_is_no_victim(coder: Coder, text: str, doer: str, killed: int | None) -> None:
    mention = only(code(coder, text))
    assert words(mention, Role.PERPETRATOR) == [doer]
    assert (mention.killed.best if mention.killed else None) == killed


@pytest.mark.parametrize(
    ("text", "doer", "target"),
    [
        ("مقتل مدني جراء استهداف منزل في قرية الدابس بصاروخ مصدره قسد.", ["قسد"], ["مدني"]),
        ("سقطت قذائف مصدرها قوات النظام على بلدة سرمين.", ["قوات النظام"], []),
        ("تعرضت بلدة سرمين لقصف صاروخي مصدره الجيش التركي.", ["الجيش التركي"], []),
        ("استشهاد شاب جراء استهداف قوات الاحتلال الإسرائيلي منزله في رفح.", ["قوات الاحتلال الإسرائيلي"], ["شاب"]),
    ],
)
def test_where_fire_comes_from_and_what_a_strike_hit(
    coder: Coder, text: str, doer: list[str], target: list[str]
) -> None:
    mention = only(code(coder, text))
    assert (words(mention, Role.PERPETRATOR), words(mention, Role.TARGET)) == (doer, target)


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة رجلا متهما باغتصاب طفلة في عدن.",
        "اعتقلت الشرطة رجلا بتهمة قتل تاجر في عدن.",
        "اعتقلت الشرطة رجلا بتهمة الاغتصاب في عدن.",
        "اعتقلت الشرطة رجلا على خلفية اغتصاب طفلة في عدن.",
    ],
)
def test_what_somebody_is_arrested_for_is_not_done_by_the_police(coder: Coder, text: str) -> None:
    mention = only(code(coder, text))
    assert (mention.sub_event_type, mention.killed) == ("Arrests", None)


def test_two_armies_that_exchange_fire_are_two_sides(coder: Coder) -> None:
    mention = only(code(coder, "تبادل الجيشان الباكستاني والأفغاني إطلاق النار قرب معبر طورخم."))
    sides = {a.name for a in mention.actors}
    assert (mention.sub_event_type, sides) == (
        "Armed clash",
        {"Military Forces of Pakistan", "Military Forces of Afghanistan"},
    )


def test_a_call_to_bring_down_a_government_is_no_clash(coder: Coder) -> None:
    found = code(
        coder, "خرج المئات في مظاهرة في الخرطوم تطالب بإسقاط الحكومة، وأطلقت الشرطة الغاز المسيل للدموع لتفريقهم."
    )
    assert [m.sub_event_type for m in found] == ["Peaceful protest", "Protest with intervention"]


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت قرية تل رمان في سوريا لقصف بمسيرات تركية.",
        "تعرضت قرية تل رمان في سوريا لقصف بمسيرة تركية.",
        "قتل ثلاثة مدنيين بطائرات مسيرة تركية في تل رمان في سوريا.",
    ],
)
def test_whose_drones_it_was_done_with_did_it(coder: Coder, text: str) -> None:
    (row,) = code(coder, text)
    by_role = {role: {a.name for a in row.actors if a.role is role} for role in Role}
    assert by_role[Role.PERPETRATOR] == {"Turkish Army"}
    assert "Turkish Army" not in by_role[Role.TARGET]


def test_also_opens_one_more_deed(coder: Coder) -> None:
    rows = code(coder, "قصفت مدفعية الجيش بلدة سرمين في سوريا أمس. كما قصفت الطريق الواصل بين بنش وتفتناز.")
    assert len({r.place.name for r in rows if r.place is not None}) > 1
