"""The records that pass between stages: frozen, hashable, with ids made from content.

Offsets count Unicode code points of the text that ``Report.file`` decodes to (``DESIGN.md``, "The mention record").
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What kind of mention a row is (codebook, "What gets a row")."""

    EVENT = "event"
    AGGREGATE = "aggregate"
    BACKGROUND = "background"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Stance(StrEnum):
    """How a claimant stands to a value (codebook, "Fields", ``claims``)."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    CLAIMS = "claims"
    BLAMES = "blames"
    DENIES = "denies"
    SPECULATES = "speculates"
    CONFIRMS = "confirms"


class Role(StrEnum):
    """An actor's part in an event (codebook, "Fields")."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    PARTICIPANT = "participant"


class BlockKind(StrEnum):
    """What a stretch of a report is; only ``TITLE`` and ``TEXT`` are coded."""

    TITLE = "title"
    TEXT = "text"
    BYLINE = "byline"
    CLUTTER = "clutter"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets into a report's file text, with that text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of a report. ``start`` and ``end`` are offsets into the file text."""

    start: int
    end: int
    kind: BlockKind
    language: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article or statement by one outlet, with its text untouched.

    Attributes:
        id: Content hash.
        file: Path as the user named it, or ``<stdin>``.
        part: 1-based number of the report on its page, or of the row in its table.
        start: Offset of ``text`` in the file text (0 for a table row: there the field is the text).
        end: Offset of the end of ``text``.
        text: The words from ``start`` to ``end``, untouched.
        blocks: The paragraphs, in order, with clutter marked.
        source: Outlet, or ``None`` where nothing names it.
        title: Title, or ``None``. It need not occur in ``text`` when a table's own column gave it.
        language: ISO 639-1 code of most of the text.
        published: Publication day, or ``None`` where unknown.
        published_from: What gave ``published``: ``sidecar``, ``option``, ``document``, ``column``, or ``None``.
    """

    id: str
    file: str
    part: int
    start: int
    end: int
    text: str
    blocks: tuple[Block, ...]
    source: str | None = None
    title: str | None = None
    language: str = "en"
    published: date | None = None
    published_from: str | None = None
    url: str | None = None

    def slice(self, start: int, end: int) -> str:
        """Return the text between two file offsets."""
        return self.text[start - self.start : end - self.start]

    def span(self, start: int, end: int) -> Span:
        """Return the span between two file offsets."""
        return Span(start, end, self.slice(start, end))


@dataclass(frozen=True, slots=True)
class DateValue:
    """An EDTF (ISO 8601-2) date with the words it came from."""

    edtf: str
    span: Span


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A place as written, and where the gazetteer puts it.

    Attributes:
        name: As the report writes it; ``None`` if only a country or region is known.
        span: The words, or ``None`` where the place is carried over from the report's setting.
        gazetteer_id: Id in the gazetteer that gave the point.
        gazetteer_name: That entry's main name.
        admin1: Governorate or province, by its neutral name.
        country: ISO 3166-1 alpha-2.
        lat: Degrees north, WGS 84.
        lon: Degrees east, WGS 84.
        precision: 1 the place itself, 2 near it or on a road by it, 3 a region only (ACLED).
    """

    name: str | None
    span: Span | None
    gazetteer_id: str | None = None
    gazetteer_name: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int = 3


@dataclass(frozen=True, slots=True)
class ActorValue:
    """An actor in its role: the neutral name, and the words as written."""

    role: Role
    name: str
    actor_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Toll:
    """Killed or injured, as a range. ``high`` is ``None`` where open-ended (codebook, "Fields")."""

    low: int
    best: int
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Weapon:
    """The weapon or means, by its plain name."""

    name: str
    span: Span


class ClaimantKind(StrEnum):
    """What a claimant is."""

    OUTLET = "outlet"
    PERSON = "person"
    OFFICIAL = "official"
    BELLIGERENT = "belligerent"
    OPPOSITION = "opposition-side"
    GOVERNMENT = "government-side"
    LOCAL = "local"
    MONITOR = "monitor"
    MEDIA = "media"
    SOURCE = "source"
    UNNAMED = "unnamed"
    REVIEWER = "reviewer"


class Party(StrEnum):
    """What a claim is worth when the claimant is a party to the deed: it owns up to it, or denies it."""

    ADMISSION = "admission"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says so.

    Attributes:
        text: The words that name the claimant: ``unnamed`` where they name nobody, the outlet's name for the outlet.
        kind: What the claimant is.
        actor_id: The actor it is or speaks for, where the lexicon knows it.
        span: The words; for a pronoun those of the name that it stands for; ``None`` for the outlet and nobody.
    """

    text: str
    kind: ClaimantKind
    actor_id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """What a claim of field ``series`` counts: "the fifth such incident in the past few weeks".

    Attributes:
        number: Place in the series, from 1.
        what: What the series is of, as written.
        window: The stretch of time, as written, or ``None``.
    """

    number: int
    what: Span
    window: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One field's value as one claimant gives it.

    Attributes:
        field: ``event`` (the whole of it), ``killed``, ``injured``, ``perpetrator``, ``target``, ``place``, ``date``,
            ``weapon`` or ``series``.
        value: The value; ``None`` for the whole event.
        claimant: Who says so.
        stance: How.
        span: The quote: claimant and statement.
        cue: The words that put the statement in the claimant's mouth; ``None`` in the outlet's own voice.
        scope: What is said, from its first word to its last.
        via: Who relays the claimant, nearest first ("SANA quoted a military source as saying": SANA).
        distance: The words by which the outlet shows doubt of its own ("so-called", "provided no evidence").
        party: Set where the claimant is a party that owns up to the deed or denies it.
        series: Set for the field ``series`` alone.
    """

    field: str
    value: str | None
    claimant: Claimant
    stance: Stance
    span: Span
    cue: Span | None = None
    scope: Span | None = None
    via: tuple[Claimant, ...] = ()
    distance: Span | None = None
    party: Party | None = None
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class ReportRef:
    """What a mention says of its report."""

    id: str
    file: str
    part: int
    start: int
    end: int
    source: str | None
    title: str | None
    language: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one report tells it: one row (codebook, "What gets a row")."""

    mention_id: str
    report: ReportRef
    status: Status
    event_type: str
    sub_event_type: str
    trigger: Span
    quote: Span
    date: DateValue | None = None
    place: PlaceValue | None = None
    actors: tuple[ActorValue, ...] = ()
    killed: Toll | None = None
    injured: Toll | None = None
    weapon: Weapon | None = None
    claims: tuple[Claim, ...] = ()
    status_cue: Span | None = field(default=None)


def content_id(*parts: object) -> str:
    """Return a 16-digit hexadecimal id made from ``parts`` alone, the same on every machine."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
