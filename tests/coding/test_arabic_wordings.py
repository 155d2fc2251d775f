"""Arabic wordings of wars elsewhere; the sentences are invented."""

from __future__ import annotations

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Status

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
