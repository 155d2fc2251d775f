from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.checking.passages import Passage, passages_of, trimmed
from reportedly.records import Report, Series, Span

from .make import claim, mention, report, span

TEXT = (
    "Shells fell on the quay. The sea was calm. Nobody was hurt.\n"
    "A ship left. The harbour master said so, e.g. on Monday."
)


def words(told: Report, found: tuple[Passage, ...]) -> list[tuple[str, bool]]:
    return [(told.slice(passage.start, passage.end), passage.skips) for passage in found]


@pytest.mark.parametrize("start", [0, 500])
def test_whole_sentences_and_no_more(start: int) -> None:
    told = report(TEXT, start)
    what = mention(told, "fell", [claim(told, "said", "so")])
    assert words(told, passages_of(told, what)) == [
        ("Shells fell on the quay.", False),
        ("The harbour master said so, e.g. on Monday.", True),
    ]


def test_neighbours_are_one_passage_and_a_paragraph_begins_another() -> None:
    told = report(TEXT)
    what = mention(told, "calm", [claim(told, "hurt", "A ship left")])
    assert words(told, passages_of(told, what)) == [
        ("The sea was calm. Nobody was hurt.", False),
        ("A ship left.", False),
    ]


def test_the_words_of_a_series_and_of_who_relays_are_shown() -> None:
    told = report(TEXT)
    made = claim(told, None, "fell")
    series = replace(made, series=Series(2, span(told, "calm"), span(told, "Monday")))
    relayed = replace(made, via=(replace(made.claimant, span=span(told, "ship")),))
    assert "sea was calm" in words(told, passages_of(told, mention(told, "fell", [series])))[0][0]
    assert words(told, passages_of(told, mention(told, "fell", [relayed])))[-1] == ("A ship left.", True)


def test_a_span_over_a_paragraph_is_shown_whole() -> None:
    told = report(TEXT)
    what = mention(told, "fell", [claim(told, "said", "hurt.\nA ship")])
    assert (
        words(told, passages_of(told, what))[1][0] == "Nobody was hurt.\nA ship left. " + TEXT.rpartition("left. ")[2]
    )


def test_a_span_outside_every_block_is_shown() -> None:
    told = replace(report(TEXT), blocks=())
    assert words(told, passages_of(told, mention(told, "fell"))) == [("fell", False)]


def test_spans_are_trimmed_and_kept_inside_the_report() -> None:
    told = report("  quay \n", 10)
    assert trimmed(told, Span(0, 99, "")) == (12, 16)
    assert trimmed(told, Span(10, 12, "")) is None
    assert trimmed(told, Span(0, 5, "")) is None


@given(st.text(st.sampled_from("ab. \nA"), min_size=1), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80))))
def test_every_span_lies_in_one_passage(text: str, pairs: list[tuple[int, int]]) -> None:
    told = report(text, 7)
    spans = [told.span(7 + min(pair), 7 + min(max(pair), len(text))) for pair in pairs if min(pair) < len(text)]
    claims = [replace(claim(told, None, text), span=found, scope=found) for found in spans]
    what = replace(mention(told, text[0]), claims=tuple(claims))
    passages = passages_of(told, what)
    assert all(a.end <= b.start for a, b in pairwise(passages))
    for place in filter(None, (trimmed(told, found) for found in spans)):
        assert sum(p.start <= place[0] and place[1] <= p.end for p in passages) == 1
