"""Mentions made up for the tests of linking; every place, number and person is invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reportedly.codebook import event_type_of
from reportedly.records import (
    ActorValue,
    Claim,
    DateValue,
    Mention,
    PlaceValue,
    ReportRef,
    Role,
    Span,
    Status,
    Toll,
    Weapon,
    content_id,
)

NOWHERE = Span(0, 0, "")


@dataclass(frozen=True, slots=True)
class Site:
    """An invented place."""

    name: str
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = "Northern Province"
    precision: int = 1
    gazetteer_id: str | None = None
    gazetteer_name: str | None = None
    mapped: bool = True


TALL = Site("Tall Ahmar", 36.0, 37.0, gazetteer_id="1")
TALL_ARABIC = Site("تل أحمر", 36.0, 37.0, gazetteer_id="1")
NEARBY = Site("Kafr Said", 36.02, 37.01, gazetteer_id="2")
FAR = Site("Bir Darwish", 36.6, 37.9, gazetteer_id="3")
PROVINCE = Site("Northern Province", 36.2, 37.3, precision=3, gazetteer_id="4")
UNMAPPED = Site("Kharab Nuh", admin1=None, precision=3, mapped=False)
COUNTRY = Site("the country", admin1=None, precision=3)


@dataclass(frozen=True, slots=True)
class Told:
    """What an invented report tells."""

    report: str = "r1"
    day: str | None = "2031-05-04"
    site: Site | None = TALL
    sub_type: str = "Air/drone strike"
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    killed: tuple[int, int, int | None] | None = None
    injured: tuple[int, int, int | None] | None = None
    weapon: str | None = None
    words: str = ""
    language: str = "en"
    published: str | None = "2031-05-05"
    source: str | None = None
    status: Status = Status.EVENT
    claims: tuple[Claim, ...] = ()
    number: int = 0
    title: str | None = field(default=None)
    toll_words: str = ""


def _place(site: Site | None) -> PlaceValue | None:
    if site is None:
        return None
    known = (site.gazetteer_name or site.name) if site.mapped else None
    return PlaceValue(
        site.name, NOWHERE, site.gazetteer_id, known, site.admin1, "XX", site.lat, site.lon, site.precision
    )


def _toll(toll: tuple[int, int, int | None] | None, words: str = "") -> Toll | None:
    return None if toll is None else Toll(*toll, Span(0, len(words), words))


def make(told: Told) -> Mention:
    """Return the mention of what is told; its id is made from all of it."""
    published = date.fromisoformat(told.published) if told.published else None
    ref = ReportRef(
        f"report-{told.report}", "invented.txt", 1, 0, 100, told.source, told.title, told.language, published
    )
    roles = ((Role.PERPETRATOR, told.perpetrators), (Role.TARGET, told.targets))
    return Mention(
        mention_id=content_id(told),
        report=ref,
        status=told.status,
        event_type=event_type_of(told.sub_type),
        sub_event_type=told.sub_type,
        trigger=NOWHERE,
        quote=Span(0, len(told.words), told.words),
        date=DateValue(told.day, NOWHERE) if told.day else None,
        place=_place(told.site),
        actors=tuple(ActorValue(role, name, name.lower(), NOWHERE) for role, names in roles for name in names),
        killed=_toll(told.killed, told.toll_words),
        injured=_toll(told.injured),
        weapon=Weapon(told.weapon, NOWHERE) if told.weapon else None,
        claims=told.claims,
    )
