"""Who is called what, who fled, whence a traveller came, whose ministry speaks, in Arabic: invented sentences."""

from __future__ import annotations

import pytest

from .conftest import Mentions, toll_range


def names(mention: object, role: str) -> list[str]:
    return [a.name for a in mention.actors if a.role.value == role]  # type: ignore[attr-defined]


def test_a_victims_name_is_no_claim(mentions: Mentions) -> None:
    (mention,) = mentions("قُتل شيخ عشيرة بارز يدعى حسن علي برصاص مسلحين في بيدوا مساء الأحد.")
    assert (mention.sub_event_type, toll_range(mention.killed)) == ("Attack", (1, 1, 1))
    assert names(mention, "perpetrator") == ["Unidentified armed group"]


def test_who_claims_is_no_name(mentions: Mentions) -> None:
    (mention,) = mentions("قُتل شاب في بيدوا، وقال رجل يدعي أنه شاهد إن مسلحين قتلوه.")
    assert toll_range(mention.killed) == (1, 1, 1)


@pytest.mark.parametrize("after", ["ولاذ المهاجمون بالفرار", "وفر المهاجمون", "وتوارى المهاجمون عن الأنظار"])
def test_attackers_who_flee_are_no_targets(mentions: Mentions, after: str) -> None:
    (mention,) = mentions(f"قُتل تاجر برصاص مسلحين في بيدوا مساء الأحد، {after}.")
    assert (mention.sub_event_type, names(mention, "target")) == ("Attack", ["Civilians"])


def test_a_journey_started_elsewhere(mentions: Mentions) -> None:
    (mention,) = mentions("اختطف مجهولون تاجرا قرب لحج يوم الخميس أثناء عودته من عدن.")
    assert mention.place is not None
    assert mention.place.gazetteer_name == "Laḩij"


def test_a_verb_is_no_town_of_a_list(mentions: Mentions) -> None:
    found = mentions("عُثر على جثة شاب في محافظة لحج، وكان مجهولون قد اختطفوه الخميس الماضي.")
    assert all(m.place is not None and m.place.name != "كان" for m in found)


def test_a_ministry_tells_its_own_armys_deed(mentions: Mentions) -> None:
    (mention,) = mentions("أعلنت وزارة الدفاع الصومالية أن قوات الجيش قتلت 30 عنصرا من حركة الشباب قرب بيدوا أمس.")
    assert names(mention, "perpetrator") == ["Military Forces of Somalia"]
    assert [(c.field, c.stance.value) for c in mention.claims] == [("event", "claims")]


def test_flares_are_no_bombs(mentions: Mentions) -> None:
    assert mentions("ألقت الطائرات قنابل ضوئية فوق بلدة ميس الجبل أمس.") == ()
    (mention,) = mentions("ألقت الطائرات قنابل على بلدة ميس الجبل أمس.")
    assert mention.sub_event_type == "Air/drone strike"


def test_what_a_town_is_subject_to_is_not_in_its_name(mentions: Mentions) -> None:
    found = mentions("قصفت قسد بلدتي بقرص والطوب الخاضعتين لسيطرة النظام بقذائف الهاون.")
    assert [m.place.name for m in found if m.place is not None] == ["بقرص", "الطوب"]
