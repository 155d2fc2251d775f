"""Titles, bylines, clutter and text of one report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from read.make import ARABIC, BODY, OTHER, page, read_text, words
from reportedly.read import ReadOptions
from reportedly.read.drafts import Given, row_draft
from reportedly.records import BlockKind, Report

TITLE = "Mine kills two soldiers near Qasr al-Ward"


def one(folder: Path, text: str, options: ReadOptions | None = None) -> Report:
    (report,) = read_text(folder, text, options)
    return report


@pytest.mark.parametrize(
    "first",
    [
        TITLE,
        f"{TITLE} {TITLE} {TITLE}",
        f"{TITLE} - Sudan Tribune {TITLE} - Sudan Tribune {TITLE[:30]}",
        f"{TITLE} - Region - World - Sudan Tribune",
        f"{TITLE} | Sudan Tribune",
        f"# {TITLE}",
    ],
)
def test_title_once(tmp_path: Path, first: str) -> None:
    report = one(tmp_path, page(first, TITLE, *BODY))
    assert words(report, BlockKind.TITLE) == [TITLE]
    assert report.title == TITLE
    assert TITLE in words(report, BlockKind.CLUTTER)
    assert words(report, BlockKind.TEXT) == list(BODY)


def test_unknown_outlet_in_a_doubled_title(tmp_path: Path) -> None:
    report = one(tmp_path, page(f"{TITLE} - River Post {TITLE} - River Post", *BODY))
    assert (report.title, report.source) == (TITLE, "River Post")


@pytest.mark.parametrize(
    "heading", ["Prev Post", "Read Next", "Other news", "Related", "مقالات ذات صلة", "Читайте также"]
)
def test_headlines_after_a_heading_are_clutter(tmp_path: Path, heading: str) -> None:
    lines = (
        "Army sends more troops north",
        "Four held in raid on farm",
        "Where is the missing mayor of the old river port town today?",
    )
    report = one(tmp_path, page(TITLE, *BODY, heading, *lines))
    assert set(lines) <= set(words(report, BlockKind.CLUTTER))
    assert words(report, BlockKind.TEXT) == list(BODY)


def test_text_that_resumes_is_text(tmp_path: Path) -> None:
    report = one(tmp_path, page(TITLE, "Related News", "Army sends more troops north", *BODY))
    assert words(report, BlockKind.TEXT) == list(BODY)


def test_list_without_heading(tmp_path: Path) -> None:
    lines = [f"Army sends {n} more tanks to the…" for n in range(4)]
    report = one(tmp_path, page(TITLE, *BODY, *lines))
    assert words(report, BlockKind.TEXT) == list(BODY)


def test_list_of_the_reports_own_stays(tmp_path: Path) -> None:
    names = [
        "Ali Omar, killed in the market",
        "Omar Hasan, killed at home",
        "Sara Ali, hurt at home",
        "Adam Ali, hurt there",
    ]
    report = one(
        tmp_path, page(TITLE, BODY[0], "The mayor named the dead and the wounded of the day as follows:", *names)
    )
    assert set(names) <= set(words(report, BlockKind.TEXT)) or words(report, BlockKind.TEXT)[0] == BODY[0]


@pytest.mark.parametrize(
    "line",
    [
        "(Photo: River Post)",
        "Embedded video",
        "12 people are talking about this",
        "Image: a truck burns",
        "Share",
        "0 Comments",
    ],
)
def test_furniture_is_clutter(tmp_path: Path, line: str) -> None:
    report = one(tmp_path, page(TITLE, BODY[0], line, BODY[1]))
    assert line in words(report, BlockKind.CLUTTER)
    assert words(report, BlockKind.TEXT) == list(BODY)


@pytest.mark.parametrize(
    "line", ["Breaking: Three killed in Aden", "Syria: Two soldiers killed by mine", "عاجل: مقتل جنديين بانفجار لغم"]
)
def test_kickers_are_no_clutter(tmp_path: Path, line: str) -> None:
    assert words(one(tmp_path, page(line, *BODY)), BlockKind.TITLE) == [line]


@pytest.mark.parametrize("line", ["By Jane Doe", "— Jane Doe & Ali Omar", "إعداد: ليلى سامر", "3 May 2021"])
def test_bylines(tmp_path: Path, line: str) -> None:
    assert line in words(one(tmp_path, page(TITLE, line, *BODY)), BlockKind.BYLINE)


def test_repeated_paragraph_counts_once(tmp_path: Path) -> None:
    report = one(tmp_path, page(TITLE, BODY[0][:90] + "…", *BODY, BODY[0]))
    assert words(report, BlockKind.TEXT) == list(BODY)


def test_hard_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    wrapped = BODY[0].replace(" on the road", "\non the road") + "\n"
    text = TITLE + "\n\n" + wrapped + "\n" + OTHER[0] + "\n"
    assert words(one(tmp_path, text), BlockKind.TEXT) == [wrapped.strip(), OTHER[0]]


def test_languages_of_blocks(tmp_path: Path) -> None:
    report = one(tmp_path, page(TITLE, *BODY, ARABIC[0], *OTHER))
    assert [block.language for block in report.blocks] == ["en", "en", "en", "ar", "en", "en"]


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Wed 05 May 2021", date(2021, 5, 5)),
        ("Published June 1 2021", date(2021, 6, 1)),
        ("Last updated at Jul 152021", date(2021, 7, 15)),
        ("05.10.2021(updated 1935 05.10.2021) Get short URL 101", date(2021, 10, 5)),
        ("01-10-2021", date(2021, 10, 1)),
        ("Posted on May 3 2021 by Jane Doe", date(2021, 5, 3)),
        ("World River Valley Military 07-08-2021 0147 PM", date(2021, 8, 7)),
        ("Print this page Tuesday 20 July 2021 16:45", date(2021, 7, 20)),
    ],
)
def test_run_in_head(tmp_path: Path, lead: str, day: date) -> None:
    text = f"{TITLE}\n\n{lead} {TITLE}. {BODY[0]} {BODY[1]}\n"
    report = one(tmp_path, text)
    assert words(report, BlockKind.TITLE) == [TITLE]
    assert words(report, BlockKind.TEXT) == [" ".join(BODY)]
    assert (report.published, report.published_from) == (day, "document")


def test_run_in_inserts(tmp_path: Path) -> None:
    caption = "A soldier walks by a burnt bus in the old market of Tell Rumman (AFP photo) BEIRUT"
    tags = "Tags River Army water supply"
    lead = "Two soldiers died on the road to Qasr al-Ward on Monday"
    text = f"{TITLE}\n\nMay 3 2021 {caption} {lead}. {lead}. {tags} {BODY[0]} {BODY[1]}\n"
    report = one(tmp_path, text)
    assert words(report, BlockKind.BYLINE) == [f"May 3 2021 {caption}"]
    assert words(report, BlockKind.CLUTTER) == [f"{lead}.", tags]
    assert words(report, BlockKind.TEXT) == [f"{lead}.", " ".join(BODY)]


@pytest.mark.parametrize(
    "opening",
    [
        "Syrian Army Units Moved North On 3 May 2021. ",
        "SANA said. ",
        "NATO Secretary General spoke. ",
        "The Hama Post fell. ",
    ],
)
def test_sentences_are_no_head(tmp_path: Path, opening: str) -> None:
    report = one(tmp_path, page(TITLE, f"{opening}{BODY[0]}", BODY[1]))
    assert words(report, BlockKind.TEXT) == [opening + BODY[0], BODY[1]]


def test_cut_off_title_hides_no_text(tmp_path: Path) -> None:
    whole = "Two soldiers were killed when a mine exploded under their truck on the road to Qasr al-Ward, officials say"
    report = one(tmp_path, page(whole[:80] + "...", whole))
    assert whole in words(report, BlockKind.TEXT)


def test_caption_with_a_credit_is_clutter(tmp_path: Path) -> None:
    caption = "A burnt truck on the road to the village (Reuters / Jane Doe)"
    report = one(tmp_path, page(TITLE, caption, *BODY))
    assert words(report, BlockKind.CLUTTER) == [caption]


def test_lines_above_a_given_title_are_clutter() -> None:
    text = page("Fuel prices rise again in the river towns", TITLE, *BODY)
    draft = row_draft(("a.csv", 1), text, Given(title=f"{TITLE} | River Post", from_column=True), ReadOptions())
    kinds = [block.kind for block in draft.blocks]
    assert kinds == [BlockKind.CLUTTER, BlockKind.TITLE, BlockKind.TEXT, BlockKind.TEXT]


def test_sentence_that_begins_as_the_title_stays_whole() -> None:
    text = f"{TITLE} on Monday, officials said. {BODY[0]}"
    draft = row_draft(("a.csv", 1), text, Given(title=TITLE, from_column=True), ReadOptions())
    assert [(block.start, block.kind) for block in draft.blocks] == [(0, BlockKind.TEXT)]


def test_no_clock(tmp_path: Path) -> None:
    assert one(tmp_path, page(TITLE, "3 May 2090", *BODY)).published == date(2090, 5, 3)


def test_run_in_tail(tmp_path: Path) -> None:
    tail = "Related Army Enters Town After Long Siege Four Held Tags Army River Copyright 2021 River Post. Home About"
    report = one(tmp_path, f"{TITLE}\n\n{BODY[0]} {BODY[1]} {tail}\n")
    assert words(report, BlockKind.TEXT) == [" ".join(BODY)]
    assert words(report, BlockKind.CLUTTER) == [tail]


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("KHARTOUM, May 3 (Reuters) - ", "Reuters"),
        ("Aleppo, SANA- ", "SANA"),
        ("ERBIL (Kurdistan 24) – ", "Kurdistan 24"),
        ("The market (Reuters) and the port were hit. ", None),
    ],
)
def test_source_from_dateline(tmp_path: Path, opening: str, source: str | None) -> None:
    assert one(tmp_path, page(TITLE, opening + BODY[0], BODY[1])).source == source


@pytest.mark.parametrize(
    ("line", "rest", "day"),
    [
        ("22 February، 2023", "", date(2023, 2, 22)),
        ("الأحد, يناير 22, 2023", "", date(2023, 1, 22)),
        ("Sunday, 22 January", " He was held in 2023.", date(2023, 1, 22)),
        ("Sunday, 22 January", " He was held in 2021.", None),
        ("Sunday, 22 January", " He was held in 2017 and 2023.", None),
        ("22 January", " He was held in 2023.", None),
        ("3 May 2090", "", None),
        ("03/04/2021", "", None),
        ("23/04/2021", "", date(2021, 4, 23)),
    ],
)
def test_publication_day(tmp_path: Path, line: str, rest: str, day: date | None) -> None:
    report = one(tmp_path, page(TITLE, line, BODY[0] + rest, BODY[1]), ReadOptions(today=date(2026, 1, 1)))
    assert report.published == day
    assert report.published_from == ("document" if day else None)


def test_day_of_an_event_is_no_publication_day(tmp_path: Path) -> None:
    assert one(tmp_path, page(TITLE, "On 3 May 2021 " + BODY[0], BODY[1])).published is None
