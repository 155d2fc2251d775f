"""Pages with several reports are split; ordinary articles stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from read.make import ARABIC, BODY, OTHER, page, read, read_text, words
from reportedly.records import BlockKind

CUT = (
    "Mine kills two soldiers near Qasr al-Ward",
    "South Front",
    *BODY,
    "Related News",
    "Shells hit the market of Tell Rumman",
    "South Front",
    *OTHER,
    "%d bloggers like this:",
)


def test_outlet_lines_and_clutter_split(tmp_path: Path) -> None:
    first, second = read_text(tmp_path, page(*CUT))
    assert (first.part, first.title, first.source) == (1, CUT[0], "South Front")
    assert (second.part, second.title, second.source) == (2, CUT[5], "South Front")
    assert words(first, BlockKind.TEXT) == list(BODY)
    assert words(second, BlockKind.TEXT) == list(OTHER)
    assert first.end <= second.start


def test_outlet_line_without_title_splits_after_a_break(tmp_path: Path) -> None:
    reports = read_text(tmp_path, page("A title of some length here", *BODY, "Related News", "Radio Dabanga", *OTHER))
    assert [report.source for report in reports] == [None, "Radio Dabanga"]
    assert reports[1].title is None


def test_unknown_outlet_that_returns_splits(tmp_path: Path) -> None:
    text = page(
        "Mine kills two soldiers near the village", "River Post", *BODY,
        "Shells hit the market on Friday morning", "River Post", *OTHER,
    )  # fmt: skip
    assert [report.source for report in read_text(tmp_path, text)] == ["River Post", "River Post"]


def test_change_of_script_splits(tmp_path: Path) -> None:
    text = (
        page(*BODY)
        + "\n\n"
        + page("مقتل جنديين بانفجار لغم قرب قصر الورد", *ARABIC, "مقالات متعلقة")
        + page("Shells hit the market of Tell Rumman", *OTHER)
    )
    reports = read_text(tmp_path, text)
    assert [report.language for report in reports] == ["en", "ar", "en"]
    assert reports[1].title == "مقتل جنديين بانفجار لغم قرب قصر الورد"
    assert "مقالات متعلقة" in words(reports[1], BlockKind.CLUTTER)


@pytest.mark.parametrize(
    ("head", "second"),
    [
        (("By Jane Doe",), ("By Ali Omar",)),
        (("3 May 2021",), ("4 May 2021",)),
    ],
)
def test_titles_with_bylines_or_dates_split(tmp_path: Path, head: tuple[str], second: tuple[str]) -> None:
    text = page(
        "Mine kills two soldiers near village", *head, *BODY, "Shells hit the market on Friday", *second, *OTHER
    )
    assert len(read_text(tmp_path, text)) == 2


def test_datelines_split(tmp_path: Path) -> None:
    text = page(
        "Mine kills two soldiers near village", "KHARTOUM, May 3 (AFP) - " + BODY[0], BODY[1],
        "Shells hit the market on Friday", "NYALA, May 4 (AFP) - " + OTHER[0], OTHER[1],
    )  # fmt: skip
    reports = read_text(tmp_path, text)
    assert [report.source for report in reports] == ["AFP", "AFP"]


def test_title_labels_split(tmp_path: Path) -> None:
    text = page("Title: Mine kills two soldiers", *BODY, "Title: Shells hit the market", *OTHER)
    assert [report.title for report in read_text(tmp_path, text)] == [
        "Mine kills two soldiers",
        "Shells hit the market",
    ]


@pytest.mark.parametrize("rule", ["==========", "Document 2 of 2", "Source: Ukrinform"])
def test_rules_and_sign_offs_split(tmp_path: Path, rule: str) -> None:
    text = page("Mine kills two soldiers near village", *BODY, rule, "Shells hit the market on Friday", *OTHER, rule)
    assert len(read_text(tmp_path, text)) == 2


def test_agency_copy_without_titles_splits(tmp_path: Path) -> None:
    sign = "(Reporting by Jane Doe; Editing by A. Writer)"
    text = page(
        "KYIV, May 4 (Reuters) - " + BODY[0], BODY[1], sign, "NYALA, May 5 (Reuters) - " + OTHER[0], OTHER[1], sign
    )
    assert [report.source for report in read_text(tmp_path, text)] == ["Reuters", "Reuters"]


@pytest.mark.parametrize(
    "between",
    [
        ("Read also", "Army sends more troops to the northern front line"),
        ("READ MORE: Army sends more troops to the northern front line",),
        ("Advertisement",),
        ("Smoke rises over the market in May", "Reuters"),
        ("Related News", "Army sends more troops north", "Talks resume in the capital"),
        ("What happened on the road",),
        ("* * *",),
        ("* * *", "What we know about the attack so far"),
        (ARABIC[0],),
        ("River Watch @riverwatch", "a truck burns", "Embedded video"),
        ("Share", "Tweet", "WhatsApp"),
        ("By Friday the road was open again",),
        ("Sudan Tribune",),
        ("(Al Jazeera)",),
    ],
)
def test_one_article_stays_whole(tmp_path: Path, between: tuple[str, ...]) -> None:
    text = page("Mine kills two soldiers near Qasr al-Ward", *BODY, *between, *OTHER)
    (report,) = read_text(tmp_path, text)
    assert report.part == 1
    assert set(BODY + OTHER) <= set(words(report, BlockKind.TEXT))


def test_standfirst_before_the_outlet_is_no_report(tmp_path: Path) -> None:
    text = page("Mine kills two soldiers near village", BODY[0], "ANF", "QASR", "Thursday, 4 May 2021, 15:01", *OTHER)
    assert len(read_text(tmp_path, text)) == 1


def test_promotion_that_returns_is_no_outlet(tmp_path: Path) -> None:
    promo = ("Read more", "Our morning briefing")
    assert (
        len(read_text(tmp_path, page("Mine kills two soldiers near village", *BODY, *promo, *OTHER, *promo, *BODY)))
        == 1
    )


def test_interview_stays_whole(tmp_path: Path) -> None:
    turns = [line for n in range(4) for line in ("Interviewer", f"{n} {BODY[0]}", "The minister", f"{n} {OTHER[0]}")]
    assert len(read_text(tmp_path, page("The minister speaks about the war", *turns))) == 1


def test_seed_page() -> None:
    yaml = pytest.importorskip("yaml")
    shared = Path(__file__).parents[3] / "shared"
    if not (shared / "gold" / "seed.yaml").exists():
        pytest.skip("shared data absent")
    path = shared / "reports" / "000_ef2179ba170a4ab1.txt"
    reports, problems = read(path)
    assert not problems
    text = path.read_text(encoding="utf-8")
    gold = yaml.safe_load((shared / "gold" / "seed.yaml").read_text(encoding="utf-8"))
    spans = [entry["lines"] for entry in gold["reports"]]
    assert len(reports) == len(spans) == 7
    for report, (first, last) in zip(reports, spans, strict=True):
        begin = text[: report.start].count("\n") + 1
        end = text[: report.end].count("\n") + 1
        assert begin <= first <= last <= end + 1
        assert text[report.start : report.end] == report.text
    for folder in sorted((shared / "reports" / "dev").glob("*.txt")):
        assert len(read(folder)[0]) == 1, folder


def test_unknown_outlets_below_titles(tmp_path: Path) -> None:
    text = page(
        "Mine kills two soldiers near the village", "Kingfisher Frontline", "By Jane Doe", *BODY,
        "Read also: Five questions about the road", "Share on Facebook | Share on Twitter | Print", "2 Comments",
        "Shells hit the market on Friday morning", "Kingfisher Frontline", "By Jane Doe", *OTHER,
        "RELATED NEWS", "Fuel prices rise again", "Dust storm due on Friday",
        "Army says that it hit a depot of gunmen", "Blue Lantern", "By Ali Omar", *BODY,
    )  # fmt: skip
    reports = read_text(tmp_path, text)
    assert [report.source for report in reports] == ["Kingfisher Frontline", "Kingfisher Frontline", "Blue Lantern"]
    assert [report.title for report in reports] == [
        "Mine kills two soldiers near the village",
        "Shells hit the market on Friday morning",
        "Army says that it hit a depot of gunmen",
    ]
    assert all("By " in words(report, BlockKind.BYLINE)[1] for report in reports)


@pytest.mark.parametrize("names", [("River Post", "River Post"), ("River Post", "Hill Country News")])
@pytest.mark.parametrize("byline", [("By Jane Doe",), ("3 May 2021",), ("By Jane Doe", "3 May 2021")])
def test_outlet_above_title(tmp_path: Path, names: tuple[str, str], byline: tuple[str, ...]) -> None:
    titles = ("Mine kills two soldiers near the village", "Shells hit the market on Friday morning")
    first, second = read_text(tmp_path, page(names[0], titles[0], *byline, *BODY, names[1], titles[1], *byline, *OTHER))
    assert (first.source, second.source) == names
    assert (first.title, second.title) == titles
    assert words(second, BlockKind.TEXT) == list(OTHER)


@pytest.mark.parametrize("name", ["مرصد السهول الحرة", "وكالة النهر", "مركز الوادي الإعلامي"])
def test_arabic_outlet_below_title(tmp_path: Path, name: str) -> None:
    title = "مقتل جنديين بانفجار لغم قرب قصر الورد"
    _, second = read_text(tmp_path, page("Mine kills two soldiers near the village", *BODY, title, name, *ARABIC))
    assert (second.title, second.source) == (title, name)
    assert name in words(second, BlockKind.BYLINE)
    assert words(second, BlockKind.TEXT) == list(ARABIC)


@pytest.mark.parametrize(
    "line", ["Jane Doe", "Hama", "Two More Held", "Media blackout in town", "مركز صحي يخرج عن الخدمة"]
)
def test_other_short_lines_name_no_outlet(tmp_path: Path, line: str) -> None:
    (report,) = read_text(tmp_path, page("Mine kills two soldiers near the village", line, *BODY, line, *OTHER))
    assert report.source is None
