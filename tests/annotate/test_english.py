from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate import english
from reportedly.annotate.english import MAX_TOKENS, annotate, parse, sentences_of
from reportedly.annotate.english_forms import coarse
from reportedly.records import Block, BlockKind, Report


@pytest.fixture(autouse=True)
def own_lemmas() -> Iterator[None]:
    """Give each test its own lemmas, so that odd words of one cannot change another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(english._pipeline()[-1], "_known", {})
        yield


def report_of(*lines: tuple[str, BlockKind, str]) -> Report:
    blocks, at = [], 0
    for text, kind, language in lines:
        blocks.append(Block(at, at + len(text), kind, language))
        at += len(text) + 1
    whole = "\n".join(text for text, _, _ in lines)
    return Report("r", "r.txt", 1, 0, len(whole), whole, tuple(blocks))


REPORT = report_of(
    ("Rebels Shell Town", BlockKind.TITLE, "en"),
    ("By Our Correspondent", BlockKind.BYLINE, "en"),
    ("Rebels shelled the town. Two people died.", BlockKind.TEXT, "en"),
    ("قصف الثوار المدينة.", BlockKind.TEXT, "ar"),
    ("Related news: army parade.", BlockKind.CLUTTER, "en"),
)


def test_titles_and_text_of_the_language_alone_are_read() -> None:
    found = sentences_of(REPORT)
    assert [s.text for s in found] == ["Rebels Shell Town", "Rebels shelled the town.", "Two people died."]
    assert [s.title for s in found] == [True, False, False]
    assert [s.block for s in found] == [0, 2, 2]
    assert [s.index for s in found] == [0, 1, 2]
    assert all(REPORT.text[s.start : s.end] == s.text for s in found)
    assert [s.text for s in sentences_of(REPORT, "ar")] == ["قصف الثوار المدينة."]


def test_only_chosen_sentences_are_parsed() -> None:
    found = annotate(REPORT, lambda text: "died" in text)
    assert [bool(s.tokens) for s in found] == [False, False, True]
    assert all(REPORT.text[t.start : t.end] == t.text for s in found for t in s.tokens)


@pytest.mark.parametrize("name", ["al-Enkawi", "Maaret-al-Numan", "ash-Shaddadi", "El-Geneina"])
def test_names_with_an_arabic_article_stay_whole(name: str) -> None:
    (tokens,) = parse([(f"Rebels shelled {name} on Monday.", 0)])
    assert name in [t.text for t in tokens]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Rebels were shelling the town.", "shelling", "shell"),
        ("Two people died in the town.", "died", "die"),
        ("Troops fought rebels in the town.", "fought", "fight"),
        ("The army struck three villages.", "villages", "village"),
        ("The army had shelled the town.", "had", "have"),
        ("Teachers staged a march in the town.", "staged", "stage"),
        ("Soldiers raped two women in the town.", "raped", "rape"),
        ("The army routed rebels near the town.", "routed", "rout"),
        ("The convoy stopped in the town.", "stopped", "stop"),
    ],
)
def test_lemmas(text: str, word: str, lemma: str) -> None:
    (tokens,) = parse([(text, 0)])
    assert [t.lemma for t in tokens if t.text == word] == [lemma]


@pytest.mark.parametrize(
    ("tag", "dep", "lower", "expected"),
    [
        ("VBD", "ROOT", "fired", "VERB"),
        ("VBD", "auxpass", "was", "AUX"),
        ("VBZ", "ROOT", "is", "AUX"),
        ("IN", "mark", "that", "SCONJ"),
        ("IN", "prep", "in", "ADP"),
        ("DT", "nsubj", "some", "PRON"),
        ("DT", "det", "some", "DET"),
        ("TO", "aux", "to", "PART"),
        ("NNP", "pobj", "goma", "PROPN"),
        (".", "punct", ".", "PUNCT"),
    ],
)
def test_coarse_parts_of_speech(tag: str, dep: str, lower: str, expected: str) -> None:
    assert coarse(tag, dep, lower) == expected


def test_offsets_count_from_the_given_one() -> None:
    (tokens,) = parse([("Rebels fired.", 100)])
    assert [(t.start, t.end) for t in tokens] == [(100, 106), (107, 112), (112, 113)]


def test_a_very_long_sentence_is_parsed_in_part() -> None:
    (tokens,) = parse([("shot " * (MAX_TOKENS + 50), 0)])
    assert len(tokens) == MAX_TOKENS


def test_nothing_gives_nothing() -> None:
    assert parse([]) == []
    assert parse([("", 5)]) == [()]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4), st.integers(0, 1000))
def test_tokens_are_verbatim_and_form_a_tree(texts: list[str], offset: int) -> None:
    for text, tokens in zip(texts, parse((text, offset) for text in texts), strict=True):
        assert all(text[t.start - offset : t.end - offset] == t.text for t in tokens)
        assert all(0 <= t.head < len(tokens) for t in tokens)
        assert [t.index for t in tokens] == list(range(len(tokens)))
        assert "".join("".join(t.text for t in tokens).split()) == "".join(text.split())
