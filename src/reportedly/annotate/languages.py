"""Which parser reads which sentence: a report may hold English and Arabic, each sentence read as its own language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.annotate import arabic, english
from reportedly.annotate.arabic_expressions import Longest, no_longest
from reportedly.annotate.arabic_words import Names, no_names
from reportedly.annotate.quantities import find_quantities, with_duals
from reportedly.annotate.sentences import split_sentences
from reportedly.annotations import Quantity, Sentence, Token
from reportedly.records import BlockKind, Report, Span

CODED_LANGUAGES = ("en", "ar")
"""Languages with a clause builder and lexicons of their own."""

_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-z]")


def language_of_sentence(text: str, block: str) -> str:
    """Return the language of a sentence: its block's, unless most of its letters are of the other script."""
    if block not in CODED_LANGUAGES:
        return block
    arabic_letters, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if arabic_letters == latin:
        return block
    return "ar" if arabic_letters > latin else "en"


def sentences_of(report: Report) -> list[Sentence]:
    """Return the unparsed sentences of a report's blocks in the languages that are coded."""
    found: list[Sentence] = []
    for number, block in enumerate(report.blocks):
        if block.kind not in (BlockKind.TITLE, BlockKind.TEXT) or block.language not in CODED_LANGUAGES:
            continue
        text = report.slice(block.start, block.end)
        for start, end in split_sentences(text):
            words = text[start:end]
            found.append(
                Sentence(
                    index=len(found),
                    block=number,
                    start=block.start + start,
                    end=block.start + end,
                    text=words,
                    title=block.kind is BlockKind.TITLE,
                    language=language_of_sentence(words, block.language),
                )
            )
    return found


def words_of(sentence: Sentence) -> str:
    """Return the English words of a sentence, or the senses of its Arabic words: what sieves look at."""
    return arabic.gloss(sentence.text) if sentence.language == "ar" else sentence.text


def parse(
    sentences: Iterable[Sentence], names: Names = no_names, longest: Longest = no_longest
) -> list[tuple[Token, ...]]:
    """Return the tokens of each sentence, by its own language's parser.

    Args:
        sentences: Sentences in English or Arabic.
        names: Tells Arabic words that begin known names.
        longest: Tells how many Arabic words from one on are a known name of a place.
    """
    chosen = list(sentences)
    parsed = iter(english.parse((s.text, s.start) for s in chosen if s.language != "ar"))
    return [arabic.parse_one(s.text, s.start, names, longest) if s.language == "ar" else next(parsed) for s in chosen]


def quantities_of(sentence: Sentence) -> tuple[Quantity, ...]:
    """Return the counts of a sentence, in order, with the duals and the single victims of its Arabic nouns."""
    found = find_quantities(sentence.text, sentence.start, sentence.language)
    if sentence.language != "ar":
        return found
    nouns = [(start - sentence.start, end - sentence.start) for start, end in arabic.duals(sentence.tokens)]
    counted = with_duals(sentence.text, sentence.start, found, nouns)
    ones = [
        Quantity(Span(start, end, sentence.text[start - sentence.start : end - sentence.start]), 1, 1, 1, "number")
        for start, end in arabic.lone_victims(sentence.tokens)
        if not any(q.span.start < end and start < q.span.end for q in counted)
    ]
    return tuple(sorted([*counted, *ones], key=lambda one: one.span.start))


def only(sentences: Sequence[Sentence], language: str) -> tuple[Sentence, ...]:
    """Return the sentences with the trees of other languages taken off, so that each annotator reads its own."""
    return tuple(s if (s.language == "ar") == (language == "ar") else replace(s, tokens=()) for s in sentences)
