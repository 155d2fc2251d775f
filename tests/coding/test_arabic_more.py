"""Arabic ways of telling tolls, doers and sides of many wars, on invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Role, Status

from .conftest import report_of, toll_range

Range = tuple[int, int, int | None] | None


def rows(coder: Coder, text: str) -> tuple[Mention, ...]:
    return coder.code(replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),)))


def one(coder: Coder, text: str) -> Mention:
    (mention,) = rows(coder, text)
    return mention


def names(mention: Mention, role: Role) -> list[str]:
    return [a.name for a in mention.actors if a.role is role]


def tolls(mention: Mention) -> tuple[Range, Range]:
    return toll_range(mention.killed), toll_range(mention.injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("خطف مسلحون مهندسين اثنين وقتلوهما في مدينة تعز.", (2, 2, 2), None),
        ("خطف مسلحون أربعة رعاة وقتلوهم في مدينة تعز.", (4, 4, 4), None),
        ("وفاة ثلاثة من الجرحى متأثرين بإصابتهم في قصف على مدينة مأرب.", (3, 3, 3), None),
        ("توفي جريح متأثرا بإصابته في قصف على مدينة مأرب.", (1, 1, 1), None),
        ("انتشل مسعفون جثامين ستة قتلى من تحت الأنقاض في مدينة غزة.", (6, 6, 6), None),
        ("قتل قائد ميداني ومرافقه بغارة على سيارة في مدينة صيدا.", (2, 2, 2), None),
        ("مقتل قيادي في حركة حماس ونجله بغارة على سيارة في مدينة صيدا.", (2, 2, 2), None),
        ("مقتل قيادي في حركة حماس ومرافقيه بغارة على سيارة في مدينة صيدا.", (3, 4, None), None),
        ("أسفر هجوم على قرية قرب نيالا عن سقوط 30 شخصا بين قتيل وجريح.", (1, 15, 29), (1, 15, 29)),
        ("أصيب فلسطينيان برصاص الاحتلال في مدينة نابلس.", None, (2, 2, 2)),
        ("قال مصدر إن جنديين قتلا في هجوم قرب مدينة بيشاور.", (2, 2, 2), None),
    ],
)
def test_a_toll_in_pronouns_duals_and_companions(coder: Coder, text: str, killed: Range, injured: Range) -> None:
    assert tolls(one(coder, text)) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("قتل حرس الحدود الإسرائيلي فلسطينيا قرب مدينة جنين.", ["Israel Defense Forces"], ["Civilians"]),
        ("قتل الجيش الإسرائيلي فلسطينيين اثنين قرب مدينة جنين.", ["Israel Defense Forces"], ["Civilians"]),
        (
            "استشهد خمسة أشخاص جراء استهداف الاحتلال خيام النازحين في مدينة غزة.",
            ["Israel Defense Forces"],
            ["Civilians"],
        ),
        ("مقتل ضابط في تعز على يد مجهولين.", ["Unidentified armed group"], ["Military Forces of Yemen"]),
        ("مقتل جنديين من الجيش اليمني في تعز.", [], ["Military Forces of Yemen"]),
    ],
)
def test_who_did_it_to_whom(coder: Coder, text: str, doers: list[str], targets: list[str]) -> None:
    mention = one(coder, text)
    assert (names(mention, Role.PERPETRATOR), names(mention, Role.TARGET)) == (doers, targets)


def test_a_clause_about_raids_has_its_own_doer(coder: Coder) -> None:
    found = rows(coder, "نفذت إسرائيل 20 ضربة استهدفت خلالها إسرائيل مستودعات في مدينة حمص.")
    assert found
    assert not any("Israel" in name for m in found for name in names(m, Role.TARGET))


@pytest.mark.parametrize("told", ["تبنته حركة طالبان باكستان", "أعلنت حركة طالبان باكستان مسؤوليتها عنه"])
def test_who_claims_a_deed_in_a_clause_about_it(coder: Coder, told: str) -> None:
    text = f"خبر عاجل من باكستان\n\nقتل ثلاثة شرطيين الثلاثاء في تفجير {told} قرب سوق مزدحمة في مدينة بيشاور."
    mention = one(coder, text)
    assert names(mention, Role.PERPETRATOR) == ["Tehrik-i-Taliban Pakistan"]
    assert ("perpetrator", "claims") in {(c.field, c.stance.value) for c in mention.claims}


def test_the_trigger_is_the_whole_expression(coder: Coder) -> None:
    assert one(coder, "أصيب طفل بقصف مدفعي على مدينة تعز.").trigger.text == "قصف مدفعي"


@pytest.mark.parametrize("land", ["نيجيريا", "مالي", "ليبيا"])
def test_a_land_after_a_direction_is_no_victim(coder: Coder, land: str) -> None:
    mention = one(coder, f"قتل 20 مدنيا في هجوم لتنظيم الدولة على قرية نائية شمال شرقي {land}.")
    assert names(mention, Role.TARGET) == ["Civilians"]
    assert toll_range(mention.killed) == (20, 20, 20)


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("أعلنت كتائب القسام تدمير دبابة إسرائيلية قرب مدينة غزة.", ["Hamas"], ["Israel Defense Forces"]),
        (
            "أعلن الجيش السوداني قتل 15 عنصرا من الدعم السريع قرب نيالا.",
            ["Military Forces of Sudan"],
            ["Rapid Support Forces"],
        ),
        ("أعلن الجيش السوداني مقتل ثلاثة من جنوده قرب نيالا.", [], ["Military Forces of Sudan"]),
        ("أعلن الحوثيون أنهم أسقطوا طائرة مسيرة أمريكية قرب مأرب.", ["Ansar Allah"], ["United States military"]),
        ("أصيب مدنيان بقصف لداعش على مدينة الموصل.", ["Islamic State"], ["Civilians"]),
        ('أصيب مدنيان بقصف لـ "داعش" على مدينة الموصل.', ["Islamic State"], ["Civilians"]),
    ],
)
def test_deeds_that_fighters_announce_or_that_are_theirs(
    coder: Coder, text: str, doers: list[str], targets: list[str]
) -> None:
    mention = one(coder, text)
    assert (names(mention, Role.PERPETRATOR), names(mention, Role.TARGET)) == (doers, targets)


def test_words_broken_up_by_dots_are_read(coder: Coder) -> None:
    mention = one(coder, "طيران العد.و الصه.يوني يقص.ف مدينة صيدا.")
    assert names(mention, Role.PERPETRATOR) == ["Israeli Air Force"]
    assert mention.sub_event_type == "Air/drone strike"


@pytest.mark.parametrize(
    "text",
    [
        "شهدت الخرطوم مظاهرة فرقتها الشرطة.",
        "شهدت مدينة أم درمان مظاهرة حاشدة فرقتها الشرطة بالغاز المسيل للدموع.",
        "خرجت مظاهرة في الخرطوم فرقتها الشرطة.",
    ],
)
def test_a_protest_that_was_dispersed_is_one_row_in_its_city(coder: Coder, text: str) -> None:
    mention = one(coder, text)
    assert mention.sub_event_type == "Protest with intervention"
    assert names(mention, Role.PERPETRATOR) == ["Police Forces of Sudan"]
    assert mention.place is not None
    assert mention.place.name in ("الخرطوم", "أم درمان")


@pytest.mark.parametrize(
    "text",
    [
        "تشهد صنعاء مظاهرات احتجاجا على القصف.",
        "خرجت مظاهرة في صنعاء تنديدا بالقصف الإسرائيلي على غزة.",
        "تظاهر المئات في بيروت رفضا للغارات على الجنوب.",
        "نظم أهالي القرية وقفة احتجاجية على قصف المدرسة.",
        "خرج متظاهرون في الموصل احتجاجا على قصف المدينة الذي أدى إلى مقتل خمسة مدنيين.",
    ],
)
def test_what_people_protest_against_is_no_deed_of_theirs(coder: Coder, text: str) -> None:
    mention = one(coder, text)
    assert mention.sub_event_type == "Peaceful protest"
    assert mention.killed is None
    assert not names(mention, Role.PERPETRATOR)


def test_force_at_a_protest_is_still_told(coder: Coder) -> None:
    mention = one(coder, "قتل متظاهر برصاص الشرطة خلال مظاهرة احتجاجا على الغلاء في الناصرية.")
    assert mention.sub_event_type == "Excessive force against protesters"
    assert toll_range(mention.killed) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("قتل ثمانية جنود أتراك في كمين نصبه مسلحون من حزب العمال الكردستاني قرب هكاري.", ["PKK"], ["Turkish Army"]),
        ("اعتقلت قوات الاحتلال الإسرائيلي، مساء أمس، ستة مواطنين من نابلس.", ["Israel Defense Forces"], ["Civilians"]),
        ("داهمت القوات الأمريكية قرية قرب البوكمال واعتقلت شخصين.", ["United States military"], ["Civilians"]),
        (
            "أصيب مدنيان جراء قصف الطائرات الحربية للتحالف الدولي للأحياء السكنية في مدينة الرقة.",
            ["Global Coalition against Daesh"],
            ["Civilians"],
        ),
        ("قتل مسلحون مجهولون رئيس المجلس البلدي في مدينة صبراتة.", ["Unidentified armed group"], []),
    ],
)
def test_sides_that_words_between_part(coder: Coder, text: str, doers: list[str], targets: list[str]) -> None:
    mention = one(coder, text)
    assert (names(mention, Role.PERPETRATOR), names(mention, Role.TARGET)) == (doers, targets)


def test_a_movement_named_after_a_day_acts(coder: Coder) -> None:
    mention = one(coder, "سيطرت حركة 23 مارس على مدينة غوما بعد انسحاب الجيش.")
    assert names(mention, Role.PERPETRATOR) == ["M23"]
    assert mention.date is None


def test_who_was_subjected_to_a_shelling(coder: Coder) -> None:
    mention = one(coder, "تعرضت قافلة مساعدات تابعة لبرنامج الأغذية العالمي لقصف بطائرة مسيرة في مدينة نيالا.")
    assert mention.sub_event_type == "Air/drone strike"


@pytest.mark.parametrize(
    "text",
    [
        "صدم قطار شاحنة في محافظة المنيا ما أدى إلى مصرع خمسة أشخاص.",
        "نادرا ما تؤكد إسرائيل تنفيذ ضربات في سوريا.",
        "أقدمت امرأة على خنق جارتها في مدينة حلب.",
    ],
)
def test_mishaps_habits_and_private_crimes_are_no_events_of_war(coder: Coder, text: str) -> None:
    assert not [m for m in rows(coder, text) if m.status is Status.EVENT]


def test_the_accused_makes_no_claim(coder: Coder) -> None:
    text = "قتل أربعة جنود في تفجير انتحاري في مدينة عدن، وسط اتهامات لتنظيم القاعدة بالوقوف وراء الهجوم."
    assert "تنظيم القاعدة" not in {c.claimant.text for m in rows(coder, text) for c in m.claims}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل ثلاثة مدنيين في قصف على مدينة تعز، والقتلى هم: سالم العلي ومحمد الحسن وعلي الأحمد.", (3, 3, 3)),
        ("قتل أربعة أشخاص بقصف على مدينة تعز وهم: أب وأم وطفلان.", (4, 4, 4)),
    ],
)
def test_a_roll_of_the_dead_counts_nobody_again(coder: Coder, text: str, killed: Range) -> None:
    mention = one(coder, text)
    assert toll_range(mention.killed) == killed
    assert {c.claimant.kind.value for c in mention.claims} == {"outlet"}


def test_a_time_of_day_is_no_village(coder: Coder) -> None:
    places = [m.place.name for m in rows(coder, "أصيب طفل بقصف على مدينة إدلب، ظهر اليوم.") if m.place]
    assert places == ["إدلب"]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("قتل قيادي في تنظيم القاعدة بغارة لطائرة أميركية بدون طيار في مأرب.", "Air/drone strike", "غارة"),
        ("هاجمت روسيا محطات الكهرباء والغاز في منطقة أوديسا بأكثر من 70 مسيرة.", "Air/drone strike", "هاجمت"),
        ("أقدم العدو الإسرائيلي على تفجير منازل في مدينة صيدا.", "Looting/property destruction", "تفجير"),
        ("هز انفجاران العاصمة كابل، أسفرا عن مقتل سبعة.", "Remote explosive/landmine/IED", "انفجاران"),
    ],
)
def test_drones_blasts_and_their_words(coder: Coder, text: str, kind: str, trigger: str) -> None:
    mention = one(coder, text)
    assert (mention.sub_event_type, mention.trigger.text) == (kind, trigger)


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("قال بيان لوزارة الدفاع اليمنية إن", "بيان لوزارة الدفاع اليمنية"),
        ("ذكر بيان صادر عن وزارة الدفاع اليمنية أن", "بيان صادر عن وزارة الدفاع اليمنية"),
    ],
)
def test_a_statement_is_its_makers(coder: Coder, said: str, who: str) -> None:
    mention = one(coder, f"{said} خمسة جنود قتلوا في قصف على مدينة مأرب.")
    assert {(c.claimant.text, c.claimant.kind.value) for c in mention.claims} == {(who, "official")}


def test_men_have_an_owner_and_are_counted_once(coder: Coder) -> None:
    mention = one(coder, "مقتل ثلاثة عناصر لقسد بهجوم في الرقة.")
    assert tolls(mention)[0] == (3, 3, 3)
    assert names(mention, Role.TARGET) == ["Syrian Democratic Forces"]
