"""How far an Arabic negation reaches, habits, and pronouns that stand for nobody; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Status

from .test_arabic_speakers import code, sides


@pytest.mark.parametrize(
    "text",
    [
        "قصفت طائرات مجهولة مدينة مأرب ولم يقتل أو يجرح أي مدني.",
        "قصفت طائرات مجهولة مدينة مأرب ولم يصب أي مدني.",
        "قصفت طائرات مجهولة مدينة مأرب ولم تصب أو تقتل أي عائلة.",
    ],
)
def test_nobody_hurt_is_no_toll(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert not mention.injured or mention.injured.best == 0
    assert not mention.killed or mention.killed.best == 0
    assert "Civilians" not in [name for _, name in sides(mention)]


def test_killed_or_hurt_without_negation_counts(coder: Coder) -> None:
    (mention,) = code(coder, "قتل أو جرح سبعة مدنيين في انفجار بمدينة مأرب.")
    assert mention.killed is not None


@pytest.mark.parametrize(
    "habit", ["بين الحين والآخر", "من وقت لآخر", "بشكل شبه دائم", "بصورة متكررة", "أحيانا", "عادة"]
)
def test_what_is_done_now_and_then_is_a_habit(coder: Coder, habit: str) -> None:
    (mention,) = code(coder, f"تستهدف المدفعية التركية {habit} مواقع عسكرية في قضاء العمادية.")
    assert mention.status is Status.AGGREGATE


@pytest.mark.parametrize("manner", ["بشكل مكثف", "بصورة واسعة", "بشكل مفرط"])
def test_how_it_was_done_is_no_habit_and_no_doer(coder: Coder, manner: str) -> None:
    (mention,) = code(coder, f"أطلق الجنود النار {manner} على حافلة في مدينة تعز، ما أدى إلى مقتل طفل.")
    assert mention.status is Status.EVENT
    assert [role for role, _ in sides(mention)] == ["perpetrator", "target"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال مصدر إنه في أثناء المداهمة، اقتحمت قوات الدعم السريع منازل في قرية ود النورة.",
        "وأشارت المصادر إلى أنه خلال الحملة، اقتحمت قوات الدعم السريع منازل في قرية ود النورة.",
    ],
)
def test_a_pronoun_without_a_man_does_nothing(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert ("perpetrator", "Rapid Support Forces") in sides(mention)


def test_a_pronoun_with_a_man_is_the_doer(coder: Coder) -> None:
    (mention,) = code(coder, "وأعلن الجيش السوداني أنه قصف موقعا في قرية ود النورة.")
    assert ("perpetrator", "Military Forces of Sudan") in sides(mention)


@pytest.mark.parametrize(
    "text",
    [
        "تلقت القوات أوامر بقصف قرية الزرقاء.",
        "تحدث الوزير عن احتمال قصف قرية الزرقاء.",
        "أعلن الوزير نية بلاده تنفيذ هجوم على قرية الزرقاء.",
        "كشف الأمن عن مؤامرة لتفجير سوق قرية الزرقاء.",
        "قال الضابط إن الهدنة قللت من قدرة الحركة على قصف قرية الزرقاء.",
    ],
)
def test_orders_aims_and_ability_tell_no_deed(coder: Coder, text: str) -> None:
    assert [m for m in code(coder, text) if m.status is Status.EVENT] == []


def test_a_deed_beside_an_order_is_told(coder: Coder) -> None:
    (mention,) = code(coder, "أصدر القائد أوامر جديدة أمس، وقصفت قواته قرية الزرقاء.")
    assert mention.status is Status.EVENT
