"""Each naming of an actor in parsed sentences, with the loaded words in it or right at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.annotate.actors_lexicon import ActorKind, load_actors
from reportedly.annotate.actors_phrases import CARRIERS
from reportedly.annotate.places_country import guess_home_country
from reportedly.annotations import ActorMention
from reportedly.coding.reading import Reading
from reportedly.framing.arabic import ArabicCueReader
from reportedly.framing.cues import CueReader
from reportedly.framing.lexicon import FramingLexicon, Kind, LoadedWord, Tone
from reportedly.framing.quotes import quoted_ranges
from reportedly.records import Report, Span

UNKNOWN_OUTLET = "unknown outlet"
_CueReader = CueReader | ArabicCueReader
CIVILIANS = "civilians"
"""Id of those who do not fight: private persons, who are left out unless a label names them as a group."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One loaded word: the form that stands for it, what it does, which way it pulls, and the words as written."""

    word: str
    kind: Kind
    tone: Tone
    span: Span


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an outlet names an actor.

    Attributes:
        outlet: The report's source, or ``unknown outlet``.
        actor: Neutral name.
        actor_id: Its id.
        words: The words that name it, from the first loaded word right before it.
        loaded: True if any of them is loaded.
        cues: The loaded words in order.
        quoted: True if it stands in quotation marks: another's words, or the outlet's distance.
        speaker: True for an organisation that tells of events and takes no part (a monitor, an agency).
        candidate: Armed group last named nearby, where the words name none.
        span: ``words`` in file offsets.
        report_id: Id of the report.
        file: Its file.
        part: Its part of the page, or row of the table.
    """

    outlet: str
    actor: str
    actor_id: str
    words: str
    loaded: bool
    cues: tuple[Cue, ...]
    quoted: bool
    speaker: bool
    candidate: str | None
    span: Span
    report_id: str
    file: str
    part: int

    @property
    def loaded_words(self) -> tuple[str, ...]:
        """The loaded words, each by the form that stands for it."""
        return tuple(cue.word for cue in self.cues)


def namings_of(readings: Iterable[Reading], lexicon: FramingLexicon) -> Iterator[Naming]:
    """Yield the namings of actors in sentences, in the order of the text.

    Args:
        readings: Parsed sentences with their actors, such as ``Coder.readings`` gives.
        lexicon: From ``load_framing``, for English sentences; Arabic ones are read by the Arabic words.
    """
    for reading in readings:
        arabic = reading.sentence.language == "ar"
        cues: _CueReader = ArabicCueReader(reading) if arabic else CueReader(reading, lexicon)
        for mention in reading.actors:
            if _is_named(reading, mention):
                yield _naming(reading, mention, cues)


def _is_named(reading: Reading, mention: ActorMention) -> bool:
    """Leave out private persons, what "sources" in general say, and what qualifies a thing (``mercenary work``)."""
    if mention.actor_id == CIVILIANS:
        return mention.label
    if mention.label and mention.carrier is not None and mention.first == mention.last:
        carrier = reading.tokens[mention.carrier]
        if carrier.index > mention.last and carrier.lower not in _carriers():
            return False
    return not (mention.generic and mention.organisation_of_claims)


@cache
def _carriers() -> frozenset[str]:
    """Return the nouns for what an actor does, holds or sends, with the last word of those of several words."""
    lexicon = load_actors()
    words = frozenset[str]().union(*(lexicon.words(f"class {c}") for c in CARRIERS))
    return frozenset(word.rpartition(" ")[2] for word in words)


def _naming(reading: Reading, mention: ActorMention, reader: _CueReader) -> Naming:
    report = reading.report
    first, last, found = reader.read(mention)
    start, end = reading.tokens[first].start, reading.tokens[last].end
    if first == mention.first:
        start = mention.span.start
    if last == mention.last:
        end = mention.span.end
    cues = tuple(
        Cue(m.word.word, m.word.kind, m.word.tone, _between(reading, m.first, m.last))
        for m in found
        if not _plain_here(m.word, report)
    )
    span = report.span(start, end) if cues else mention.span
    return Naming(
        outlet=report.source or UNKNOWN_OUTLET,
        actor=mention.name,
        actor_id=mention.actor_id,
        words=span.text,
        loaded=bool(cues),
        cues=cues,
        quoted=_is_quoted(cues[0].span if cues else span, _quotes(report)),
        speaker=mention.kind == ActorKind.CIVILIANS and mention.organisation_of_claims,
        candidate=mention.candidate,
        span=span,
        report_id=report.id,
        file=report.file,
        part=report.part,
    )


def _between(reading: Reading, first: int, last: int) -> Span:
    return reading.report.span(reading.tokens[first].start, reading.tokens[last].end)


def _plain_here(word: LoadedWord, report: Report) -> bool:
    return bool(word.plain_in) and _country(report) in word.plain_in


def _is_quoted(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in ranges)


@lru_cache(maxsize=8)
def _country(report: Report) -> str | None:
    return guess_home_country((report.title or "", report.text))


@lru_cache(maxsize=8)
def _quotes(report: Report) -> tuple[tuple[int, int], ...]:
    return quoted_ranges(report)
