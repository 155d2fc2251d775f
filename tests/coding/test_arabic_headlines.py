"""Posts and headlines in Arabic that tell a deed without a verb; invented sentences."""

from __future__ import annotations

import pytest

from reportedly.records import Mention, Role

from .conftest import Mentions, toll_range


def doers(mention: Mention) -> set[str]:
    """Return the neutral names of those who did it."""
    return {a.name for a in mention.actors if a.role is Role.PERPETRATOR}


@pytest.mark.parametrize(
    "text",
    [
        "سقوط قذائف صاروخية بالقرب من دوار الساعة في مدينة إعزاز.",
        "عاجل: سقوط قذائف هاون على أطراف مدينة إعزاز.",
        "سقوط صاروخ في باحة منزل بمدينة صعدة.",
    ],
)
def test_the_fall_of_shells_is_a_shelling(mentions: Mentions, text: str) -> None:
    (mention,) = mentions(text)
    assert mention.sub_event_type == "Shelling/artillery/missile attack"


@pytest.mark.parametrize("text", ["سقوط مدينة إعزاز كان مفاجئا.", "سقوط الحكومة في إعزاز."])
def test_the_fall_of_anything_else_is_none(mentions: Mentions, text: str) -> None:
    assert all(m.sub_event_type != "Shelling/artillery/missile attack" for m in mentions(text))


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("جرحى بقصف مدفعي على مدينة إعزاز.", None, (2, 3, None)),
        ("قتلى وجرحى بقصف مدفعي على مدينة إعزاز.", (1, 3, None), (1, 3, None)),
        ("مراسلنا: جرحى مدنيون بقصف مدفعي لقسد استهدف أطراف مدينة جرابلس.", None, (2, 3, None)),
    ],
)
def test_dead_and_wounded_that_head_a_line(
    mentions: Mentions, text: str, killed: tuple[int, ...] | None, injured: tuple[int, ...] | None
) -> None:
    (mention,) = mentions(text)
    assert (toll_range(mention.killed), toll_range(mention.injured)) == (killed, injured)


def test_names_that_a_slash_parts_are_one_side(mentions: Mentions) -> None:
    (mention,) = mentions("استهدفت ميليشيا PKK/PYD بالقذائف الصاروخية الأحياء السكنية في مدينة جرابلس.")
    assert doers(mention) == {"PKK"}
    assert not [a for a in mention.actors if a.role is Role.TARGET and a.name != "Civilians"]


def test_what_backs_the_doer_is_no_weapon(mentions: Mentions) -> None:
    (mention,) = mentions("Groups of SDF fighters, backed by US helicopters, raided the village of Zar on Monday.")
    assert mention.weapon is None
    assert mention.sub_event_type != "Air/drone strike"
