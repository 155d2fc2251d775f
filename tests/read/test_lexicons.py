"""Every lexicon entry's examples hold, and its counter-examples do not."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.read.datelines import dateline
from reportedly.read.dates import digest_day, find_dates
from reportedly.read.inserts import inserts
from reportedly.read.language import language_of
from reportedly.read.lexicon import outlets, tails
from reportedly.read.marks import Mark, mark, outlet_line
from reportedly.read.outlet_names import is_outlet_name
from reportedly.read.runin import head, tail
from reportedly.read.shape import Unit
from reportedly.resources import load_toml


def marked(text: str) -> Mark:
    return mark(Unit(1, 1, 0, len(text), text, 0))


def entries(name: str, table: str, field: str) -> list[Any]:
    return [(entry, text) for entry in load_toml(name)[table] for text in entry.get(field, ())]


@pytest.mark.parametrize(("group", "text"), entries("read/clutter.toml", "group", "examples"))
def test_clutter_examples(group: dict[str, Any], text: str) -> None:
    assert marked(text) == group["kind"]


@pytest.mark.parametrize(("group", "text"), entries("read/clutter.toml", "group", "counters"))
def test_clutter_counters(group: dict[str, Any], text: str) -> None:
    assert marked(text) in (Mark.HEADLINE, Mark.SHORT, Mark.PARAGRAPH)


@pytest.mark.parametrize(("group", "text"), entries("read/bylines.toml", "group", "examples"))
def test_byline_examples(group: dict[str, Any], text: str) -> None:
    assert marked(text) == group["kind"]


@pytest.mark.parametrize(("group", "text"), entries("read/bylines.toml", "group", "counters"))
def test_byline_counters(group: dict[str, Any], text: str) -> None:
    assert marked(text) in (Mark.HEADLINE, Mark.SHORT, Mark.PARAGRAPH)


@pytest.mark.parametrize(("entry", "text"), entries("read/clutter.toml", "tail", "examples"))
def test_tail_examples(entry: dict[str, Any], text: str) -> None:
    assert tail(text) < len(text)
    assert text[: tail(text)].endswith(".")


@pytest.mark.parametrize(("entry", "text"), entries("read/clutter.toml", "tail", "counters"))
def test_tail_counters(entry: dict[str, Any], text: str) -> None:
    assert tail(text) == len(text)


def test_tail_markers_are_short_enough_to_search() -> None:
    assert all(entry.within <= 2000 for entry in tails())


@pytest.mark.parametrize(("group", "text"), entries("read/outlets.toml", "group", "examples"))
def test_outlet_examples(group: dict[str, Any], text: str) -> None:
    found = outlet_line(text)
    assert found is not None
    assert found.photo is bool(group.get("photo"))


@pytest.mark.parametrize(("group", "text"), entries("read/outlets.toml", "group", "counters"))
def test_outlet_counters(group: dict[str, Any], text: str) -> None:
    assert outlet_line(text) is None


def test_no_spelling_names_two_outlets() -> None:
    names: dict[str, str] = {}
    for group in load_toml("read/outlets.toml")["group"]:
        for row in group["outlets"]:
            for spelling in row:
                known = outlets().named(spelling)
                assert known is not None, spelling
                assert names.setdefault(spelling, row[0]) == row[0] == known.name, spelling


@pytest.mark.parametrize("text", load_toml("read/outlets.toml")["dateline"][0]["examples"])
def test_dateline_examples(text: str) -> None:
    assert dateline(text) is not None


@pytest.mark.parametrize("text", load_toml("read/outlets.toml")["dateline"][0]["counters"])
def test_dateline_counters(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(("text", "day"), load_toml("read/dates.toml")["examples"])
def test_date_examples(text: str, day: str) -> None:
    found = find_dates(text)
    assert len(found) == 1
    year = "XXXX" if found[0].year is None else str(found[0].year)
    assert f"{year}-{found[0].month:02}-{found[0].day:02}" == day


@pytest.mark.parametrize("text", load_toml("read/dates.toml")["counters"])
def test_date_counters(text: str) -> None:
    assert not find_dates(text)


@pytest.mark.parametrize(("entry", "text"), entries("read/languages.toml", "language", "examples"))
def test_language_examples(entry: dict[str, Any], text: str) -> None:
    assert language_of(text) == entry["code"]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        *entries("read/runin.toml", "head", "examples"),
        *((None, text) for table in ("caption", "city") for text in load_toml("read/runin.toml")[table]["examples"]),
    ],
)
def test_head_examples(entry: dict[str, Any] | None, text: str) -> None:
    before, after = text.split("|")
    assert (before + after)[head(before + after, None).end :] == after


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        *entries("read/runin.toml", "head", "counters"),
        *((None, text) for table in ("caption", "city") for text in load_toml("read/runin.toml")[table]["counters"]),
    ],
)
def test_head_counters(entry: dict[str, Any] | None, text: str) -> None:
    assert text[head(text, None).end :] == text.removeprefix("May 3 2021 ")


def insert_entries(field: str) -> list[str]:
    tables = [*load_toml("read/runin.toml")["insert"], load_toml("read/runin.toml")["tags"]]
    return [text for table in tables for text in table[field]]


@pytest.mark.parametrize("text", insert_entries("examples"))
def test_insert_examples(text: str) -> None:
    bare = text.replace("[", "").replace("]", "")
    cuts = [(start, end) for start, end, _ in inserts(bare, 0, len(bare))]
    assert (text.index("["), text.index("]") - 1) in cuts


@pytest.mark.parametrize("text", insert_entries("counters"))
def test_insert_counters(text: str) -> None:
    assert not list(inserts(text, 0, len(text)))


@pytest.mark.parametrize("text", load_toml("read/outlets.toml")["outlet_words"]["examples"])
def test_outlet_words(text: str) -> None:
    assert is_outlet_name(text)


@pytest.mark.parametrize("text", load_toml("read/outlets.toml")["outlet_words"]["counters"])
def test_outlet_words_counters(text: str) -> None:
    assert not is_outlet_name(text)


@pytest.mark.parametrize(("title", "day"), load_toml("read/dates.toml")["digest_examples"])
def test_digest_examples(title: str, day: str) -> None:
    found = digest_day(title)
    assert found is not None
    assert str(found.value) == day


@pytest.mark.parametrize("title", load_toml("read/dates.toml")["digest_counters"])
def test_digest_counters(title: str) -> None:
    assert digest_day(title) is None
