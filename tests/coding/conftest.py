"""A coder with the built-in gazetteer alone, loaded once, and reports and readings made from a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from reportedly.annotate import english
from reportedly.annotate.actors import find_actors
from reportedly.annotate.clauses import build_clause
from reportedly.annotate.dates import find_dates
from reportedly.annotate.english import parse
from reportedly.annotate.places import find_places
from reportedly.annotate.quantities import find_quantities
from reportedly.annotations import Sentence, Tree
from reportedly.coding.reading import Annotations, Reading
from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Claim, ClaimantKind, Mention, Report, Span, Toll

PUBLISHED = date(2021, 6, 16)  # A Wednesday.

Mentions = Callable[[str], tuple[Mention, ...]]


@contextmanager
def fresh_lemmas() -> Iterator[None]:
    """Start with no lemma known, so that what other tests parsed cannot change what this one sees."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(english._pipeline()[-1], "_known", {})
        yield


@pytest.fixture(autouse=True)
def own_lemmas() -> Iterator[None]:
    """Give each test its own lemmas; test_determinism.py tests what a shared table does."""
    with fresh_lemmas():
        yield


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


def spoken(mention: Mention) -> tuple[Claim, ...]:
    """Return the claims of others than the outlet."""
    return tuple(c for c in mention.claims if c.claimant.kind is not ClaimantKind.OUTLET)


def report_of(text: str, published: date | None = PUBLISHED) -> Report:
    block = Block(0, len(text), BlockKind.TEXT, "en")
    return Report("test", "test.txt", 1, 0, len(text), text, (block,), published=published)


def story_of(title: str, *paragraphs: str) -> Report:
    """Return a report whose first line is its title; an empty title is left out."""
    lines = [(line, BlockKind.TEXT if n else BlockKind.TITLE) for n, line in enumerate((title, *paragraphs)) if line]
    blocks, at = [], 0
    for line, kind in lines:
        blocks.append(Block(at, at + len(line), kind, "en"))
        at += len(line) + 1
    text = "\n".join(line for line, _ in lines)
    return Report("story", "story.txt", 1, 0, len(text), text, tuple(blocks), title=title or None, published=PUBLISHED)


def reading_of(coder: Coder, text: str) -> Reading:
    """Return the reading of one sentence, whether or not the coder would think it worth parsing."""
    report = report_of(text)
    sentence = Sentence(0, 0, 0, len(text), text, False, parse([(text, 0)])[0])
    found = Annotations(
        actors=find_actors([sentence], coder.actors, None, PUBLISHED)[0],
        places=find_places((sentence,), coder.gazetteer, None)[0],
        dates=find_dates(text, 0, PUBLISHED),
        quantities=find_quantities(text, 0),
    )
    return Reading(report, Tree(sentence, build_clause), found, coder.lexicon)


def spans_of(mention: Mention) -> list[Span]:
    """Return every span of a mention."""
    place = mention.place.span if mention.place else None
    values = (mention.date, mention.killed, mention.injured, mention.weapon, *mention.actors, *mention.claims)
    spans = [mention.trigger, mention.quote, place, mention.status_cue]
    spans += [v.span for v in values if v is not None]
    spans += [c.claimant.span for c in mention.claims]
    return [s for s in spans if s is not None]


def toll_range(toll: Toll | None) -> tuple[int, int, int | None] | None:
    """Return a toll as low, best and high."""
    return (toll.low, toll.best, toll.high) if toll else None


@pytest.fixture(scope="session")
def mentions(coder: Coder) -> Mentions:
    return lambda text: coder.code(report_of(text))


@pytest.fixture(scope="session")
def only(coder: Coder) -> Callable[[str], Mention]:
    """Return a function that codes a text which tells one mention."""

    def code(text: str) -> Mention:
        found = coder.code(report_of(text))
        assert len(found) == 1, [(m.trigger.text, m.sub_event_type) for m in found]
        return found[0]

    return code
