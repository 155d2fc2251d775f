"""Arabic wordings of wars elsewhere; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Role, Status

from .test_arabic_speakers import code, sides


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الدفاع القضاء على 50 مسلحا من حركة الشباب في مدينة جوهر.",
        "أعلن مصدر أمني القضاء على خمسين إرهابيا في مدينة جوهر.",
    ],
)
def test_fighters_wiped_out_are_killed(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert mention.killed is not None
    assert mention.killed.best == 50


@pytest.mark.parametrize(
    "text",
    ["قال المجلس إن القضاء على الفساد أولوية في مدينة تبسة.", "وصلت الدورية بحجة القضاء على خلايا داعش في مدينة هجين."],
)
def test_an_aim_kills_nobody(coder: Coder, text: str) -> None:
    assert not [m for m in code(coder, text) if m.killed]


def test_a_settler_who_runs_somebody_over_attacks(coder: Coder) -> None:
    (mention,) = code(coder, "دهس مستوطن طفلا فلسطينيا قرب بلدة حوارة.")
    assert sides(mention) == [("perpetrator", "Israeli settlers"), ("target", "Civilians")]
    assert not code(coder, "دهست شاحنة طفلا قرب بلدة حوارة.")


def test_who_came_on_a_motorcycle_killed(coder: Coder) -> None:
    (mention,) = code(coder, "اغتال مسلحون مجهولون على متن دراجة نارية ضابطا في الشرطة بمدينة عدن.")
    assert mention.killed is not None
    assert mention.killed.best == 1
    assert sides(mention) == [("perpetrator", "Unidentified armed group"), ("target", "Police Forces of Yemen")]


def test_a_threatened_attack_is_still_to_come(coder: Coder) -> None:
    (mention,) = code(coder, "هدد قائد قوات الدعم السريع بشن هجوم على مدينة الأبيض.")
    assert mention.status is Status.HYPOTHETICAL


def test_a_first_total_of_separate_attacks_is_no_event_beside_them(coder: Coder) -> None:
    found = code(
        coder,
        "شهدت محافظة تعز أمس ثلاث هجمات متفرقة، إذ قصفت مليشيا الحوثي حي الروضة بالمدفعية، وقنص حوثيون امرأة في مديرية مقبنة.",
    )
    assert [m.status.value for m in found] == ["aggregate", "event", "event"]
    assert [m.place.name for m in found if m.place] == ["محافظة تعز", "الروضة", "مقبنة"]


def test_an_aircraft_with_a_number_is_no_count(coder: Coder) -> None:
    (mention,) = code(
        coder, "أعلنت الخلية تنفيذ ضربة جوية بطائرات F16 استهدفت وكرا في وادي الشاي، أسفرت عن قتل ثلاثة إرهابيين."
    )
    assert mention.killed is not None
    assert mention.killed.best == 3


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("جاء في بيان لحركة 23 مارس أن مقاتليها سيطروا على بلدة كيتشانغا.", "M23"),
        ("قتلت امرأة في انفجار قنبلة يدوية ألقاها مجهولون على منزل في مدينة الحسكة.", "Unidentified armed group"),
        ("أعلن المتحدث العسكري لأنصار الله استهداف سفينة في خليج عدن.", "Ansar Allah"),
        ("اقتاد مسلحون حوثيون تاجرا إلى مكان مجهول في مدينة ذمار.", "Ansar Allah"),
    ],
)
def test_doers_told_by_what_they_say_threw_or_took(coder: Coder, text: str, doer: str) -> None:
    (mention,) = code(coder, text)
    assert ("perpetrator", doer) in sides(mention)


@pytest.mark.parametrize(
    "text",
    [
        "أعلن المتحدث باسم الجيش استهداف دوريته في مدينة العريش بعبوة ناسفة.",
        "أعلن المتحدث باسم الدفاع المدني استهداف منزل في مدينة خان يونس.",
    ],
)
def test_who_tells_of_his_own_losses_did_not_do_it(coder: Coder, text: str) -> None:
    (mention,) = code(coder, text)
    assert not [s for s in sides(mention) if s[0] == "perpetrator"]


def test_words_after_a_text_that_came_are_its_own(coder: Coder) -> None:
    (mention,) = code(coder, "جاء في بيان لحركة 23 مارس أن مقاتليها سيطروا على بلدة كيتشانغا.")
    assert [c.claimant.text for c in mention.claims] == ["بيان لحركة 23 مارس"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصفت قوات الدعم السريع قرية ود النورة.", "ود النورة"),
        ("أعلن الجيش اللبناني توقيف المواطن (ح.ع.) في منطقة الهرمل.", "الهرمل"),
    ],
)
def test_names_of_villages_and_initials_of_men(coder: Coder, text: str, place: str) -> None:
    (mention,) = code(coder, text)
    assert mention.place is not None
    assert mention.place.name == place


def test_a_town_that_is_spelt_like_a_verb_destroys_nothing(coder: Coder) -> None:
    (mention,) = code(coder, "ارتفع عدد ضحايا الهجوم على قاعدة تدمر إلى ثلاثة قتلى، بعد وفاة جندي متأثرا بجراحه.")
    assert mention.killed is not None
    assert mention.killed.best == 3


def test_attackers_are_not_who_tells_of_them(coder: Coder) -> None:
    found = code(
        coder,
        "قتلت قوات الدعم السريع 12 مدنيا في قرية ود النورة، حسب لجان المقاومة. وقالت اللجان إن المهاجمين نهبوا المنازل.",
    )
    assert {a.name for m in found for a in m.actors if a.role is Role.PERPETRATOR} == {"Rapid Support Forces"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلق مجهولون الرصاص على سيارة محامية في مدينة بنغازي، ما أدى إلى وفاتها على الفور.", "killed"),
        ("دهس مستوطن طفلا فلسطينيا قرب بلدة حوارة، ما أدى إلى إصابته بكسور.", "injured"),
    ],
)
def test_what_a_deed_led_to_befell_one(coder: Coder, text: str, kind: str) -> None:
    (mention,) = code(coder, text)
    toll = getattr(mention, kind)
    assert toll is not None
    assert toll.best == 1


def test_a_movement_blames_a_land_that_stands_right_after_it(coder: Coder) -> None:
    (mention,) = code(coder, "حملت حركة حماس إسرائيل مسؤولية قصف مستشفى في مدينة غزة أمس.")
    (claim,) = (c for c in mention.claims if c.field == "perpetrator")
    assert (claim.claimant.text, claim.value) == ("حركة حماس", "Israel")


def test_a_mock_raid_hits_nobody(coder: Coder) -> None:
    assert not [m for m in code(coder, "نفذ الطيران غارة وهمية فوق بيروت.") if m.sub_event_type == "Air/drone strike"]


def test_a_drone_that_struck_may_be_guessed_somebodys(coder: Coder) -> None:
    (mention,) = code(coder, "قتل قيادي في تنظيم القاعدة بضربة من طائرة مسيرة يرجح أنها أمريكية في محافظة مأرب.")
    assert [(c.value, c.stance.value) for c in mention.claims if c.field == "perpetrator"] == [
        ("United States", "speculates")
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال شهود عيان لبي بي سي إن طائرة حربية ألقت قنبلتين على سوق مدينة نيالا.", "شهود عيان"),
        ("قالت القناة 12 الإسرائيلية إن صاروخا أطلق من لبنان سقط قرب كريات شمونة دون إصابات.", "القناة 12 الإسرائيلية"),
    ],
)
def test_speakers_beside_an_outlet_or_a_number(coder: Coder, text: str, who: str) -> None:
    (mention,) = code(coder, text)
    assert mention.claims[0].claimant.text == who


def test_hundreds_of_settlers_storm(coder: Coder) -> None:
    (mention,) = code(coder, "اقتحم مئات المستوطنين بلدة بورين قرب نابلس.")
    assert ("perpetrator", "Israeli settlers") in sides(mention)


def test_a_town_of_a_land_that_the_report_names_is_believed(coder: Coder) -> None:
    (mention,) = code(coder, "أطلق حزب الله صواريخ على كريات شمونة شمالي إسرائيل.")
    assert mention.place is not None
    assert mention.place.name == "كريات شمونة"
