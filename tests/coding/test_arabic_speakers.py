"""Arabic: who speaks of himself, whose forces are meant, and what is guessed of doers; the sentences are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Role

from .conftest import report_of


def code(coder: Coder, text: str) -> tuple[Mention, ...]:
    told = f"خبر من المراسل\n\n{text} وأضافت التفاصيل لاحقا."
    report = replace(report_of(told), language="ar", blocks=(Block(0, len(told), BlockKind.TEXT, "ar"),))
    return coder.code(report)


def sides(mention: Mention) -> list[tuple[str, str]]:
    return [(a.role.value, a.name) for a in mention.actors]


def claimed(mention: Mention) -> list[tuple[str, str | None, str]]:
    return [(c.field, c.value, c.stance.value) for c in mention.claims if c.field == "perpetrator"]


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        ("قال الجيش الإسرائيلي إنه استهدف مسلحين من حماس في مدينة رفح.", "Israel Defense Forces", "Hamas"),
        ("أعلنت حركة الشباب أنها قتلت جنودا كينيين في مدينة كيسمايو.", "Al-Shabaab", "Military Forces of Kenya"),
        (
            "قال الجيش السوداني إن طائراته قصفت قوات الدعم السريع في مدينة الفاشر.",
            "Air Force of Sudan",
            "Rapid Support Forces",
        ),
        (
            "قال الجيش السوداني إن قواته هاجمت قوات الدعم السريع في مدينة بارا.",
            "Military Forces of Sudan",
            "Rapid Support Forces",
        ),
        ("قصف الطيران المسير للدعم السريع مدنيين في مدينة مروي.", "Rapid Support Forces", "Civilians"),
    ],
)
def test_speakers_tell_what_they_and_theirs_did(coder: Coder, text: str, doer: str, hit: str) -> None:
    (mention,) = code(coder, text)
    assert sides(mention) == [("perpetrator", doer), ("target", hit)]


def test_the_noun_after_a_pronoun_of_nobody_acts(coder: Coder) -> None:
    (mention,) = code(coder, "ذكر مصدر طبي أنه قصف الجيش السوداني سوقا في مدينة نيالا.")
    assert ("perpetrator", "Military Forces of Sudan") in sides(mention)


@pytest.mark.parametrize(
    ("text", "guessed", "hit"),
    [
        ("قتل مسلحون يعتقد أنهم ينتمون إلى داعش ثلاثة رعاة في بادية تدمر.", "Islamic State", 3),
        ("خطف مسلحون يشتبه بأنهم من بوكو حرام تلميذات في مدينة مايدوغوري.", "Boko Haram", None),
        ("هاجم مسلحون يعتقد انتماؤهم لحركة الشباب قاعدة عسكرية في مدينة كيسمايو.", "Al-Shabaab", None),
        ("فتح مسلحون يرجح أنهم تابعون لداعش النار على مزارعين في مدينة خانقين.", "Islamic State", None),
        ("شن مسلحون يعتقد أنهم من داعش هجوما على حاجز في مدينة كركوك.", "Islamic State", None),
    ],
)
def test_gunmen_are_whose_they_are_thought_to_be_in_claims_alone(
    coder: Coder, text: str, guessed: str, hit: int | None
) -> None:
    (mention,) = code(coder, text)
    assert [a.name for a in mention.actors if a.role is Role.PERPETRATOR] == ["Unidentified armed group"]
    assert claimed(mention) == [("perpetrator", guessed, "speculates")]
    assert (mention.killed.best if mention.killed else None) == hit


@pytest.mark.parametrize(("word", "state"), [("روسية", "Russia"), ("تركية", "Turkey")])
def test_aircraft_are_whose_they_are_thought_to_be(coder: Coder, word: str, state: str) -> None:
    (mention,) = code(coder, f"شنت طائرات يعتقد أنها {word} غارات على بلدة كنصفرة، ما تسبب بمقتل مدنيين اثنين.")
    assert mention.sub_event_type == "Air/drone strike"
    assert not [a for a in mention.actors if a.role is Role.PERPETRATOR]
    assert claimed(mention) == [("perpetrator", state, "speculates")]
    assert [c.field for c in mention.claims if c.stance.value == "speculates"] == ["perpetrator"]


def test_a_spokesman_whose_name_is_a_common_word_announces_a_deed(coder: Coder) -> None:
    (mention,) = code(coder, "أعلن المتحدث العسكري لأنصار الله يحيى سريع استهداف سفينة في خليج عدن.")
    assert "يحيى سريع" in mention.claims[0].claimant.text


def test_who_is_accused_of_a_part_in_a_deed_is_blamed_for_it(coder: Coder) -> None:
    (mention,) = code(coder, "اتهم المحافظ قوات سوريا الديمقراطية بالضلوع في خطف ناشطين اثنين في القامشلي.")
    assert claimed(mention) == [("perpetrator", "Syrian Democratic Forces", "blames")]
