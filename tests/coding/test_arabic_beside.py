"""Deeds that Arabic tells side by side («بالتزامن مع», «تزامن … مع»); the texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention

from .conftest import report_of


def code(coder: Coder, text: str) -> tuple[Mention, ...]:
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    return coder.code(report)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام بالمدفعية بلدة النيرب، بالتزامن مع غارات جوية على مدينة سراقب.",
        "قصفت قوات النظام بالمدفعية بلدة النيرب أمس. وتزامن القصف مع غارات على مدينة سراقب.",
        "قصفت قوات النظام بالمدفعية بلدة النيرب أمس. وجاء هذا القصف بالتزامن مع غارات على مدينة سراقب.",
        "قصفت قوات النظام بالمدفعية بلدة النيرب أمس. وتزامن استهداف النيرب مع غارات على مدينة سراقب.",
    ],
)
def test_a_deed_beside_another_is_a_row_of_its_own(coder: Coder, text: str) -> None:
    rows = [(m.sub_event_type, m.place.name if m.place else None) for m in code(coder, text)]
    assert rows == [("Shelling/artillery/missile attack", "النيرب"), ("Air/drone strike", "سراقب")]


@pytest.mark.parametrize(
    "text",
    ["انسحبت القوات من البلدة بالتزامن مع تحليق طائرات الاستطلاع.", "أعلن المجلس إجازة تزامنا مع عيد الفطر."],
)
def test_what_merely_went_on_at_that_time_is_no_deed(coder: Coder, text: str) -> None:
    assert code(coder, text) == ()
