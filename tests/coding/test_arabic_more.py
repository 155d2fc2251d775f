"""Arabic ways of telling tolls, doers and sides of many wars, on invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Role

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
