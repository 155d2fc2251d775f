"""The rules of CODEBOOK, "Fields", for killed and injured, on Arabic sentences that deny harm or count in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind

from .conftest import report_of, toll_range

NONE = (0, 0, 0)
Range = tuple[int, int, int | None] | None


def tolls(coder: Coder, text: str) -> tuple[Range, Range]:
    """Return killed and injured of the one event of a sentence."""
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    (mention,) = coder.code(report)
    return toll_range(mention.killed), toll_range(mention.injured)


@pytest.mark.parametrize(
    "ending",
    [
        "دون وقوع خسائر بشرية",
        "من دون تسجيل إصابات",
        "دون أن يسفر ذلك عن أضرار بشرية",
        "ولم يسفر القصف عن وقوع إصابات",
        "ولم تسفر عن سقوط ضحايا",
    ],
)
def test_harm_that_is_denied_is_zero(coder: Coder, ending: str) -> None:
    assert tolls(coder, f"قصفت المدفعية بلدة سرمين {ending}.") == (NONE, NONE)


@pytest.mark.parametrize(
    "ending",
    [
        "دون ورود معلومات عن خسائر بشرية",
        "ولم ترد أنباء عن وقوع ضحايا",
        "ولم ترد أنباء عن سقوط قتلى أو جرحى",
        "دون ورود معلومات عن سقوط قتلى",
        "دون معلومات عن حجم الخسائر",
        "واقتصرت الأضرار على الماديات",
    ],
)
def test_harm_that_is_unknown_or_to_things_is_absent(coder: Coder, ending: str) -> None:
    assert tolls(coder, f"قصفت المدفعية بلدة سرمين {ending}.") == (None, None)


def test_no_injured_beside_the_dead_says_nothing_of_the_dead(coder: Coder) -> None:
    assert tolls(coder, "قصفت المدفعية بلدة سرمين دون وقوع إصابات أخرى بعد مقتل مدني.")[0] != NONE


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("قُتل واحد وعشرون شخصاً في قصف على بلدة سرمين.", ((21, 21, 21), None)),
        ("أصيب خمسة وعشرون مدنياً في قصف على بلدة سرمين.", (None, (25, 25, 25))),
        ("قُتل مئة وخمسة وعشرون مدنياً في قصف على بلدة سرمين.", ((125, 125, 125), None)),
    ],
)
def test_a_number_of_several_words_counts_once(coder: Coder, text: str, counts: tuple[Range, Range]) -> None:
    assert tolls(coder, text) == counts


BOTH = (1, 3, None)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أسفر انفجار لغم في بلدة سرمين عن مقتل وإصابة عدد من الجنود.", (BOTH, BOTH)),
        ("قُتل وأصيب عدد من العمال في قصف على بلدة سرمين.", (BOTH, BOTH)),
        ("قُتل وأصيب سبعة عمال في قصف على بلدة سرمين.", ((1, 3, 6), (1, 3, 6))),
        ("أدى قصف على بلدة سرمين إلى سقوط عشرات القتلى والجرحى.", (BOTH, BOTH)),
        ("قصفت المدفعية بلدة سرمين مخلفة 24 قتيلاً وعشرات الجرحى.", ((24, 24, 24), (10, 10, None))),
        ("قصفت المدفعية بلدة سرمين وخلف القصف قتلى وجرحى.", (BOTH, BOTH)),
        ("قصفت المدفعية بلدة سرمين ما أدى إلى وقوع جرحى.", (None, (2, 3, None))),
        ("قصفت المدفعية بلدة سرمين ونقل المسعفون الجرحى.", (None, None)),
    ],
)
def test_dead_and_hurt_told_together(coder: Coder, text: str, counts: tuple[Range, Range]) -> None:
    assert tolls(coder, text) == counts


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قُتل حازم الدروبي وزوجته في قصف على بلدة سرمين.", 2),
        ("قُتل علي سالم وثلاثة من أبنائه في قصف على بلدة سرمين.", 4),
        ("مقتل كل من حازم الدروبي وأبو عمر الشامي في قصف على بلدة سرمين.", 2),
        ("قُتل رجل وطفلاه في قصف على بلدة سرمين.", 3),
        ("قُتل رجل مسن وامرأة في قصف على بلدة سرمين.", 2),
        ("اغتال مسلحون القاضي والمحامي في بلدة سرمين.", 2),
        ("قُتل المدعو حازم الدروبي في قصف على بلدة سرمين.", 1),
    ],
)
def test_victims_that_are_named_or_described_are_counted(coder: Coder, text: str, killed: int) -> None:
    assert tolls(coder, text)[0] == (killed, killed, killed)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية بلدة سرمين وأدى القصف إلى مقتل طفل.",
        "استهدفت طائرة سيارة في سرمين وأدت الغارة إلى مقتل طفل.",
        "شن مسلحون هجوماً على حاجز في سرمين وأسفر الهجوم عن مقتل طفل.",
    ],
)
def test_a_deed_with_the_article_is_the_one_told_before_it(coder: Coder, text: str) -> None:
    assert tolls(coder, text) == ((1, 1, 1), None)


def test_dead_and_hurt_of_nothing_told_make_no_row(coder: Coder) -> None:
    text = "نفت الوزارة شائعات عن عنف وسقوط قتلى وحدوث نهب."
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    assert not [m for m in coder.code(report) if m.killed]


def test_a_killing_that_somebody_is_charged_with_is_no_toll_of_the_arrest(coder: Coder) -> None:
    assert tolls(coder, "اعتقلت الشرطة في سرمين رجلاً متهماً بقتل جاره حازم الدروبي.") == (None, None)


@pytest.mark.parametrize(
    ("ending", "killed", "injured"),
    [
        ("أدت إلى سقوط شهيد", (1, 1, 1), None),
        ("أدت إلى سقوط شهيد وجريحين", (1, 1, 1), (2, 2, 2)),
        ("أسفرت عن سقوط قتيل و5 جرحى من المدنيين", (1, 1, 1), (5, 5, 5)),
        ("خلفت أربعة قتلى وجريحا", (4, 4, 4), (1, 1, 1)),
        ("أدت إلى مقتل وجرح عدد من السكان", (1, 3, None), (1, 3, None)),
    ],
)
def test_one_dead_or_hurt_counts_one(coder: Coder, ending: str, killed: Range, injured: Range) -> None:
    assert tolls(coder, f"غارة جوية على بلدة الخيام {ending}.") == (killed, injured)


def test_a_dead_man_spoken_of_counts_nobody(coder: Coder) -> None:
    text = "شيع الأهالي شهيد المخيم في جنين."
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    assert coder.code(report) == ()


def test_one_more_counts_one(coder: Coder) -> None:
    assert tolls(coder, "أسفر القصف على بلدة الخيام عن مقتل شخصين وإصابة ثالث.") == ((2, 2, 2), (1, 1, 1))


@pytest.mark.parametrize("lost", ["فقد مدني حياته وأصيب 3 آخرون", "فقدت طفلة حياتها وأصيب 3 مدنيين"])
def test_who_lost_his_life_was_killed(coder: Coder, lost: str) -> None:
    assert tolls(coder, f"{lost} بقصف تركي على سيارة قرب بلدة سرمين.") == ((1, 1, 1), (3, 3, 3))


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت حصيلة قتلى تفجير الكنيسة في القاهرة إلى 22.",
        "ارتفع عدد قتلى الهجوم على الكنيسة في القاهرة إلى 22.",
    ],
)
def test_a_toll_that_a_deed_owns(coder: Coder, text: str) -> None:
    assert tolls(coder, text) == ((22, 22, 22), None)


def test_what_took_lives_claims_nothing(coder: Coder) -> None:
    text = "انفجر لغم من مخلفات الحوثيين بسيارة في حيس، مما أودى بحياة سائقها وطفليه."
    report = replace(report_of(text), language="ar", blocks=(Block(0, len(text), BlockKind.TEXT, "ar"),))
    (mention,) = coder.code(report)
    assert [c.claimant.kind for c in mention.claims] == ["outlet"]
    assert mention.killed is not None
    assert mention.killed.best == 3
