"""Questions, clauses of meanwhile, fires, and what was made where: invented sentences."""

from __future__ import annotations

import pytest

from .conftest import Mentions, toll_range


@pytest.mark.parametrize(
    "text",
    [
        "Did the army bomb the hospital in Nyala on Monday?",
        "هل قصف الجيش المستشفى في نيالا أمس؟",
        "هل يقصف الجيش التركي مدينة منبج؟",
    ],
)
def test_what_is_asked_is_not_told(mentions: Mentions, text: str) -> None:
    assert {m.status.value for m in mentions(text)} == {"hypothetical"}


@pytest.mark.parametrize(
    "text", ["Why did the army bomb the hospital in Nyala on Monday?", "لماذا قصف الجيش المستشفى في نيالا أمس؟"]
)
def test_why_it_was_done_takes_it_for_done(mentions: Mentions, text: str) -> None:
    assert {m.status.value for m in mentions(text)} == {"event"}


def test_meanwhile_others_did_another_deed(mentions: Mentions) -> None:
    first, second = mentions(
        "قتل طفل وأصيب سبعة مدنيين جراء قصف مدفعي من قوات النظام على مدينة سراقب، فيما استهدف الطيران الروسي مدينة أريحا."
    )
    assert (toll_range(first.killed), second.killed) == ((1, 1, 1), None)
    assert [[a.name for a in m.actors if a.role.value == "perpetrator"] for m in (first, second)] == [
        ["Syrian Army"],
        ["Russian Air Force"],
    ]


def test_fires_of_stoves_are_no_attacks(mentions: Mentions) -> None:
    assert mentions("سجلت مناطق الشمال حرائق عديدة، وأسفرت عن وفاة طفل وإصابة والديه بحروق في مدينة سراقب.") == ()
    assert mentions("قتل مدنيان بقصف على مدينة سراقب أشعل حرائق في السوق.") != ()


def test_where_a_plane_was_made_is_not_whose_it_is(mentions: Mentions) -> None:
    (mention,) = mentions("قصفت طائرة روسية الصنع مخيما قرب مدينة سراقب أمس.")
    assert [a.name for a in mention.actors if a.role.value == "perpetrator"] == []


def test_a_lost_space_after_what_makes_no_claimant(mentions: Mentions) -> None:
    (mention,) = mentions("قتلت الميليشيا شابا في منبج واتهمته بالانتماء لتنظيم داعش، مادفع عشيرته لإصدار بيان.")
    assert {c.claimant.text for c in mention.claims} == {"unknown outlet"}


def test_how_often_is_told_of_the_verb(mentions: Mentions) -> None:
    (mention,) = mentions("تشن قسد حملات اعتقال في مناطق سيطرتها بشكل متكرر.")
    assert mention.status.value == "aggregate"


def test_a_deed_told_to_have_been_done_before_is_another(mentions: Mentions) -> None:
    found = mentions(
        "قتل مدني اليوم بقصف مدفعي لقوات النظام على مدينة أريحا. "
        "وكانت قوات النظام قد استهدفت بالصواريخ صباح اليوم مدينة سراقب، ما أدى إلى مقتل عشرات المدنيين."
    )
    assert toll_range(found[0].killed) == (1, 1, 1)
    assert [m.place.name for m in found if m.place is not None] == ["أريحا", "سراقب"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("أدى استهداف الجيش قرب مدينة الموصل إلى مقتل جنديين.", "target"),
        ("أدى استهداف الجيش لمدينة الموصل إلى مقتل مدنيين اثنين.", "perpetrator"),
        ("قتل مدني جراء استهداف الجيش في مدينة الموصل.", "perpetrator"),
    ],
)
def test_whom_targeting_hit(mentions: Mentions, text: str, role: str) -> None:
    (mention,) = mentions(text)
    assert "Iraqi forces" in [a.name for a in mention.actors if a.role.value == role]
    other = {"target": "perpetrator", "perpetrator": "target"}[role]
    assert "Iraqi forces" not in [a.name for a in mention.actors if a.role.value == other]


def test_women_who_fight_are_no_warplanes(mentions: Mentions) -> None:
    (mention,) = mentions("مقتل ثلاث مقاتلات من قسد بقصف لمسيرة تركية في منبج.")
    assert [a.name for a in mention.actors if a.role.value == "target"] == ["Syrian Democratic Forces"]
    (mention,) = mentions("قصفت مقاتلات تركية مدينة منبج أمس.")
    assert [a.name for a in mention.actors if a.role.value == "perpetrator"] == ["Turkish Air Force"]


def test_who_sees_a_deed_reports_it_on_its_day(mentions: Mentions) -> None:
    (mention,) = mentions("وكان المرصد السوري، قد رصد في 4 تشرين الأول 2022، طائرة تركية قصفت مدينة منبج.")
    assert mention.date is not None
    assert mention.date.edtf == "2022-10-04"
    (mention,) = mentions("رصد المرصد السوري أمس طائرة تركية قصفت مدينة منبج.")
    assert "المرصد السوري" in {c.claimant.text for c in mention.claims if c.field == "event"}


def test_how_long_a_war_has_lasted_dates_no_strike(mentions: Mentions) -> None:
    (mention, *_) = mentions("قصفت الطائرات الروسية مدينة سراقب، وذلك استمرارا لحربها المستمرة منذ 12 عاما.")
    assert mention.date is None


def test_attacks_that_were_answered_lend_no_doer(mentions: Mentions) -> None:
    first, *_ = mentions(
        "قال المرصد إن فصائل «الفتح المبين» استهدفت مدينة سراقب بقذائف. "
        "ويأتي قصف الفصائل رداً على الهجمات المكثفة التي تشنها قوات النظام ضد المناطق الخارجة عن سيطرتها."
    )
    assert [a.name for a in first.actors if a.role.value == "perpetrator"] == ["Al-Fath al-Mubin Operations Room"]


def test_dead_of_a_day_told_later_are_not_todays(mentions: Mentions) -> None:
    today, before = mentions(
        "قُتل أربعة مدنيين بقصف صاروخي على مدينة عفرين. "
        "ويذكر القصف الذي استهدف مستشفى في مدينة عفرين في 12 من حزيران 2021 والذي راح ضحيته 15 قتيلا."
    )
    assert (today.date, toll_range(today.killed), toll_range(before.killed)) == (None, (4, 4, 4), (15, 15, 15))


@pytest.mark.parametrize("site", ["مواقع", "نقاط", "مقرات", "تجمعات", "حواجز", "تحصينات"])
def test_sites_that_were_hit_name_no_doer(mentions: Mentions, site: str) -> None:
    (mention,) = mentions(f"كما استهدفت {site} قوات النظام في مدينة سراقب بالمدفعية.")
    assert [(a.role.value, a.name) for a in mention.actors] == [("target", "Syrian Army")]


def test_a_place_after_and_is_of_the_verb_after_it(mentions: Mentions) -> None:
    found = mentions("نفذت الطائرات غارات على مدينة أريحا، وفي مدينة سراقب قصفت المدفعية منزلا.")
    assert [m.place.name for m in found if m.place is not None] == ["أريحا", "سراقب"]


def test_what_a_front_saw_after_a_comma(mentions: Mentions) -> None:
    (mention,) = mentions("شهدت جبهة مدينة سراقب، اشتباكات عنيفة بين الجيش الوطني وقوات النظام أمس.")
    assert {a.name for a in mention.actors} == {"Syrian National Army", "Syrian Army"}


def test_a_nation_before_the_vicinity_is_no_village_of_a_list(mentions: Mentions) -> None:
    found = mentions("استهدفت الطائرات الروسية محيط وأطراف مدينة سراقب ومدينة أريحا.")
    assert [m.place.name for m in found if m.place is not None] == ["سراقب", "أريحا"]


def test_a_list_goes_on_after_in_addition_to(mentions: Mentions) -> None:
    found = mentions("قصفت المدفعية مدينة سراقب، إضافة إلى مدينة أريحا.")
    assert [m.place.name for m in found if m.place is not None] == ["سراقب", "أريحا"]


def test_a_house_is_no_village_of_a_list(mentions: Mentions) -> None:
    found = mentions("قصفت الطائرات أطراف مدينة سراقب ومنزلا في المدينة.")
    assert {m.place.name for m in found if m.place is not None} == {"سراقب"}


def test_militias_beside_forces_shell_too(mentions: Mentions) -> None:
    (mention,) = mentions("استهدفت قوات النظام والميليشيات الإيرانية مدينة سراقب بقذائف المدفعية.")
    assert [a.name for a in mention.actors if a.role.value == "perpetrator"] == ["Syrian Army", "Iran-backed militias"]


def test_two_who_answer_do_so_together(mentions: Mentions) -> None:
    (mention,) = mentions("وردت مدفعية الجيش التركي وفصائل الجيش الوطني باستهداف مواقع قسد في مدينة منبج.")
    assert {a.name for a in mention.actors if a.role.value == "target"} == {"Syrian Democratic Forces"}


def test_riot_police_make_no_riot(mentions: Mentions) -> None:
    found = mentions("وتدخل عناصر مكافحة الشغب لتفريق المتظاهرين وأطلقوا الغاز المسيل للدموع في مدينة صفاقس.")
    assert {m.sub_event_type for m in found} == {"Protest with intervention"}
