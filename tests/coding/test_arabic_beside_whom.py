"""Beside whom a joined Arabic noun stands: both sides of a fight, and all who were hit; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Role, Status

from .conftest import report_of
from .test_arabic_roles import code, only


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        (
            "دارت اشتباكات عنيفة بين عناصر من قسد ومجموعات من الجيش الوطني في ريف منبج أمس.",
            {"Syrian Democratic Forces"},
            {"Syrian National Army"},
        ),
        (
            "اشتباكات عنيفة بين مسلحي حركة الشباب وقوات حكومية صومالية جنوب بلدة أفغوي.",
            {"Al-Shabaab"},
            {"Military Forces of Somalia"},
        ),
        (
            "اندلعت اشتباكات بين قوات الجيش الوطني من جهة ووحدات من الجيش السوري ومجموعات من تنظيم قسد من جهة أخرى.",
            {"Syrian National Army"},
            {"Syrian Army", "Syrian Democratic Forces"},
        ),
        (
            "اندلع قتال بين قوات الحكومة ورجال ميليشيا في كيدال.",
            {"Military Forces of Mali"},
            {"Unidentified armed group"},
        ),
    ],
)
def test_both_sides_of_a_fight_are_named(coder: Coder, text: str, doers: set[str], hit: set[str]) -> None:
    mention = only(code(coder, text))
    assert {a.name for a in mention.actors if a.role is Role.PERPETRATOR} == doers
    assert {a.name for a in mention.actors if a.role is Role.TARGET} == hit


def test_a_person_beside_some_of_an_army_is_counted(coder: Coder) -> None:
    mention = only(code(coder, "قتل ثلاثة جنود من الجيش ومدني في هجوم على حاجز في سرت."))
    assert mention.killed is not None
    assert mention.killed.best == 4
    assert {a.name for a in mention.actors if a.role is Role.TARGET} == {"Military Forces of Libya", "Civilians"}


@pytest.mark.parametrize(
    "text", ["Unknown gunmen clashed with a police patrol in Homs.", "اشتبك مسلحون مجهولون مع دورية للشرطة في حمص."]
)
def test_who_fights_has_a_side_and_takes_no_part_beside_it(coder: Coder, text: str) -> None:
    mention = only(coder.code(report_of(text)) if text.isascii() else code(coder, text))
    assert sorted(a.role for a in mention.actors) == [Role.PERPETRATOR, Role.TARGET]


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        ("وكان مجهولون قد اختطفوه الخميس الماضي أثناء عودته من عدن.", "Unidentified armed group", set()),
        ("وردت قسد بقصف بلدة الشدادي بقذائف الهاون.", "Syrian Democratic Forces", set()),
        ("وردت الشرطة بإطلاق النار على المحتجين في البصرة.", "Police Forces of Iraq", {"Civilians"}),
        (
            "أعدم مسلحو داعش رميا بالرصاص أربعة من أفراد الشرطة المحلية في الحويجة.",
            "Islamic State",
            {"Police Forces of Iraq"},
        ),
        ("قتل مسلحون طعنا بالسكاكين شابا في بنغازي.", "Unidentified armed group", {"Civilians"}),
    ],
)
def test_who_did_it_to_whom_whatever_stands_between(coder: Coder, text: str, doer: str, hit: set[str]) -> None:
    mention = only(code(coder, text))
    assert {a.name for a in mention.actors if a.role is Role.PERPETRATOR} == {doer}
    assert {a.name for a in mention.actors if a.role is Role.TARGET} == hit


def test_news_that_came_in_is_no_response(coder: Coder) -> None:
    assert code(coder, "وردت أنباء عن وصول وفد إلى تعز.") == ()


@pytest.mark.parametrize(
    "text", ["سيطر الجيش العراقي على ناحية القيارة.", "استعاد الجيش العراقي ناحية القيارة من داعش."]
)
def test_a_township_is_taken(coder: Coder, text: str) -> None:
    mention = only(code(coder, text))
    assert mention.sub_event_type == "Government regains territory"
    assert mention.place is not None
    assert mention.place.name == "القيارة"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "وقصفت المدفعية التركية قرى خربة زمالة وبئر حسو وكيفور بأكثر من 40 قذيفة.",
            ["خربة زمالة", "بئر حسو", "كيفور"],
        ),
        ("قصفت قسد بلدتي بقرص والطوب بقذائف الهاون.", ["بقرص", "الطوب"]),
        ("قصف الجيش قرى الخوين والطرق المؤدية إليها.", ["الخوين"]),
        ("سيطرت الفصائل على قرى علوش والحلونجي والمناطق المحيطة بها.", ["علوش", "الحلونجي"]),
    ],
)
def test_a_word_for_several_places_announces_their_names(coder: Coder, text: str, places: list[str]) -> None:
    found = code(coder, text)
    assert [m.place.name for m in found if m.place] == places
    assert {m.place.country for m in found if m.place} <= {None, "SY"}


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        ("تفجير حافلة لقوات النظام قرب دمشق.", set(), {"Syrian Army"}),
        ("استهداف تجمع للمسلحين قرب سرت.", set(), {"Unidentified armed group"}),
        ("قصف مدفعي لقوات النظام على بلدة كنصفرة قرب إدلب.", {"Syrian Army"}, set()),
        ("لقيت امرأة وابنتها حتفهما بسقوط قذيفة على منزلهما في تعز.", set(), {"Civilians"}),
        ("أكد المتحدث باسم الجيش الليبي سيطرة قواته على مطار طرابلس.", {"Military Forces of Libya"}, set()),
    ],
)
def test_whose_the_thing_was_that_was_hit(coder: Coder, text: str, doers: set[str], hit: set[str]) -> None:
    mention = only(code(coder, text))
    assert {a.name for a in mention.actors if a.role is Role.PERPETRATOR} == doers
    assert {a.name for a in mention.actors if a.role is Role.TARGET} == hit


def test_who_owns_up_in_a_statement_did_it(coder: Coder) -> None:
    mention = only(code(coder, "أصدرت هيئة تحرير الشام بيانا تبنت فيه تفجير حافلة لقوات النظام قرب دمشق."))
    assert {a.name for a in mention.actors if a.role is Role.PERPETRATOR} == {"Hayat Tahrir al-Sham"}
    assert [(c.field, c.value) for c in mention.claims] == [("perpetrator", "Hayat Tahrir al-Sham")]


@pytest.mark.parametrize(
    "text", ["توفي خمسة أطفال جراء سوء التغذية في مخيم زمزم.", "مات سبعة مهاجرين عطشا قرب الكفرة."]
)
def test_who_dies_of_hunger_or_thirst_is_no_event(coder: Coder, text: str) -> None:
    assert code(coder, text) == ()


def test_two_who_were_killed_are_counted_after_whose_they_are(coder: Coder) -> None:
    mention = only(code(coder, 'قالت مصادر إن عنصرين من "قسد" قتلا وأصيب آخران بهجوم لمجهولين في بلدة ذيبان.'))
    assert mention.killed is not None
    assert mention.injured is not None
    assert (mention.killed.best, mention.injured.best) == (2, 2)


def test_who_speaks_of_the_dead_reports_them(coder: Coder) -> None:
    mention = only(code(coder, "تحدثت مصادر عن مقتل طفلين جراء انفجار لغم في سرت."))
    assert mention.status is Status.EVENT
    assert [(c.field, c.claimant.text, c.stance) for c in mention.claims] == [("event", "مصادر", "reports")]


def test_in_a_village_is_no_village_of_that_spelling(coder: Coder) -> None:
    mention = only(code(coder, "قصفت المدفعية نقطة للجيش بقرية تل مضيق قرب حلب."))
    assert mention.place is not None
    assert mention.place.name == "تل مضيق"
