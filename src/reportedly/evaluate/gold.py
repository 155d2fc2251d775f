"""What a person coded: the shape of a gold file (``CODEBOOK.md``), one dataclass a kind of row.

A field for which several values are right holds all of them; a field that is not judged holds none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.records import Role, Stance, Status

NON_EVENTS = frozenset({Status.AGGREGATE, Status.BACKGROUND, Status.HYPOTHETICAL})
"""Statuses that the figure ``status`` is counted over (codebook, "Scoring")."""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report that was coded by hand.

    Attributes:
        id: Name that its rows refer to.
        language: ISO 639-1.
        source: Outlet.
        published: Day that relative dates resolve against.
        file: File name, or ``None`` where the gold speaks of the one page at hand.
        part: Row of a table, from 1.
        lines: First and last line on its page, from 1, both included.
    """

    id: str
    language: str
    source: str | None = None
    published: date | None = None
    file: str | None = None
    part: int | None = None
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place: ``lat`` and ``lon`` in degrees (WGS 84), ``admin1`` every governorate that is right."""

    name: str | None
    lat: float | None
    lon: float | None
    admin1: tuple[str, ...]
    country: str | None
    precisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoldToll:
    """A toll: each end of the range with every number that is right, ``None`` for open-ended."""

    low: tuple[int, ...]
    best: tuple[int, ...]
    high: tuple[int | None, ...]
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class GoldRole:
    """The actors of one role; each is the tuple of the names that are right for it."""

    role: Role
    actors: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim, with every field, claimant and stance that is right."""

    fields: tuple[str, ...]
    value: str | None
    claimants: tuple[str, ...]
    stances: tuple[Stance, ...]
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One row of gold.

    Attributes:
        id: Name of the row.
        report: Id of its report.
        statuses: Statuses that are right.
        quote: The words that tell it.
        sub_event_types: ACLED's names that are right.
        dates: EDTF dates that are right, ``None`` for no date; empty if the date is not judged.
        places: Places that are right, ``None`` for no place; empty if the place is not judged.
        roles: All three roles, or nothing if the row names no role and the actors are not judged.
        killed: Tolls that are right, ``None`` for no word on it.
        injured: Likewise.
        claims: What the report puts in someone's mouth.
        incident: Name shared by the rows that are one event in the world.
    """

    id: str
    report: str
    statuses: tuple[Status, ...]
    quote: str
    sub_event_types: tuple[str, ...]
    dates: tuple[str | None, ...] = ()
    places: tuple[GoldPlace | None, ...] = ()
    roles: tuple[GoldRole, ...] = ()
    killed: tuple[GoldToll | None, ...] = (None,)
    injured: tuple[GoldToll | None, ...] = (None,)
    claims: tuple[GoldClaim, ...] = ()
    incident: str | None = None

    @property
    def may_be_event(self) -> bool:
        """True if a row coded ``event`` is right."""
        return Status.EVENT in self.statuses

    @property
    def must_be_event(self) -> bool:
        """True if nothing but ``event`` is right, so that its absence is a miss."""
        return set(self.statuses) == {Status.EVENT}


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: ``file`` as named by the user, its reports and rows in order."""

    file: str
    reports: tuple[GoldReport, ...]
    events: tuple[GoldEvent, ...]

    def rows_of(self, report_id: str) -> tuple[GoldEvent, ...]:
        """Return the rows of one report, in order."""
        return tuple(event for event in self.events if event.report == report_id)
