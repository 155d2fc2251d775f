"""How long linking takes and how much memory: mentions made by a seeded generator, in reports of three each."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reportedly.codebook import event_type_of
from reportedly.link import Known, index_keys, link, link_new, lookup_keys, profile
from reportedly.records import (
    ActorValue,
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

FIRST = date(2011, 1, 1)
TYPES = ("Air/drone strike", "Shelling/artillery/missile attack", "Armed clash", "Attack", "Arrests")
DOERS = ("Syrian Army", "Russian Air Force", "Syrian Democratic Forces", "Islamic State", "Unidentified armed group")
WEAPONS = ("airstrike", "artillery", "drone", "mortar", None)
WORDS = ("shells", "fell", "on", "houses", "near", "the", "mill", "and", "market", "at", "dawn", "killing", "people")
EVENTS_A_DAY = 36
WINDOW = 100
"""Events before and after which a report may tell one: about three days."""
REPORTS_LATER = 1000
ROWS_A_REPORT = 3


@dataclass(frozen=True, slots=True)
class Site:
    """An invented village."""

    name: str
    lat: float
    lon: float
    admin1: str


def sites(random: Random, count: int) -> list[Site]:
    """Return invented villages in 14 provinces, denser round some towns."""
    found = []
    for number in range(count):
        province = random.randrange(14)
        lat, lon = 32.5 + province % 4 * 1.2, 36.0 + province // 4 * 1.6
        name = "".join(random.choice(("ka", "fr", "no", "ta", "lu", "mi", "ra", "sha")) for _ in range(4)).title()
        found.append(Site(f"{name}{number}", random.gauss(lat, 0.4), random.gauss(lon, 0.5), f"Province {province}"))
    return found


@dataclass(frozen=True, slots=True)
class Event:
    """What happens, and how many are killed."""

    day: date
    site: Site
    kind: str
    doer: str
    killed: int


def events(random: Random, count: int, places: list[Site]) -> list[Event]:
    """Return ``EVENTS_A_DAY`` from day to day; some villages see many, most few."""
    found = []
    weights = [1 / (rank + 20) for rank in range(len(places))]
    for site in random.choices(places, weights, k=count):
        day = FIRST + timedelta(days=random.randrange(max(30, count // EVENTS_A_DAY)))
        found.append(Event(day, site, random.choice(TYPES), random.choice(DOERS), random.randrange(12)))
    return found


def _told(random: Random, event: Event, number: int) -> Mention:
    """Return one telling of an event: days and tolls slip, and one in ten knows the province alone."""
    span = Span(0, 0, "")
    slip = random.choice((0, 0, 0, 0, 1, -1))
    day = event.day + timedelta(days=slip)
    vague = random.random() < 0.1
    words = " ".join(random.choice(WORDS) for _ in range(12))
    report = content_id("report", number // ROWS_A_REPORT)
    published = event.day + timedelta(days=random.randrange(3))
    killed = max(0, event.killed + random.choice((0, 0, 0, 1, -1)))
    name = event.site.admin1 if vague else event.site.name
    return Mention(
        mention_id=content_id("mention", number),
        report=ReportRef(report, "generated", number, 0, 1, f"Outlet {number % 97}", None, "en", published),
        status=Status.EVENT,
        event_type=event_type_of(event.kind),
        sub_event_type=event.kind,
        trigger=span,
        quote=Span(0, len(words), words),
        date=None if random.random() < 0.15 else DateValue(day.isoformat(), span),
        place=PlaceValue(
            name, span, name, name, event.site.admin1, "SY", event.site.lat, event.site.lon, 3 if vague else 1
        ),
        actors=(ActorValue(Role.PERPETRATOR, event.doer, event.doer, span),),
        killed=None if random.random() < 0.4 else Toll(killed, killed, killed, span),
        weapon=Weapon(weapon, span) if (weapon := random.choice(WEAPONS)) else None,
    )


def generate(count: int, seed: int) -> list[Mention]:
    """Return ``count`` mentions of two thirds as many events, in the order of days, as reports come in."""
    random = Random(seed)
    happened = sorted(events(random, count * 2 // 3, sites(random, 4000)), key=lambda event: event.day)
    last = len(happened) - 1
    told = (min(last, max(0, number * 2 // 3 + random.randrange(-WINDOW, WINDOW))) for number in range(count))
    return [_told(random, happened[at], number) for number, at in enumerate(told)]


def peak_gib() -> float:
    """Return the most memory that the process has held, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def linking(count: int, seed: int, threads: int) -> float:
    """Link ``count`` mentions; print and return the seconds."""
    mentions = generate(count, seed)
    start = time.perf_counter()
    found = link(mentions, threads=threads)
    taken = time.perf_counter() - start
    print(f"{count} mentions: {taken:.1f} s, {len(found.clusters)} incidents, peak {peak_gib():.2f} GiB")
    return taken


def adding(count: int, seed: int, threads: int) -> float:
    """Add ``REPORTS_LATER`` reports to ``count`` linked mentions, found by their keys; print and return the seconds."""
    more = REPORTS_LATER * ROWS_A_REPORT
    mentions = generate(count + more, seed)
    old, new = mentions[:count], mentions[count:]
    linked = link(old, threads=threads)
    stored: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(old):
        for key in index_keys(profile(mention)):
            stored[key].append(number)
    group_of = {i: group for group in linked.groups for i in group}
    by_id = {m.mention_id: m for m in old}
    start = time.perf_counter()
    asked = {key for m in new for key in lookup_keys(profile(m))}
    near = {old[number].mention_id for key in asked for number in stored.get(key, ())}
    groups = {group_of[i] for i in near}
    known = Known(tuple(by_id[i] for group in groups for i in group), tuple(groups))
    found = link_new(known, new, threads=threads)
    taken = time.perf_counter() - start
    touched = sum(map(len, found.clusters))
    print(
        f"{REPORTS_LATER} reports more: {taken:.2f} s, {len(known.mentions)} mentions read, {touched} clustered again"
    )
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", choices=("all", "once", "twice", "later"), default="all")
    given = parser.parse_args()
    if given.only in ("all", "once"):
        once = linking(given.mentions, given.seed, given.threads)
    if given.only in ("all", "twice"):
        twice = linking(2 * given.mentions, given.seed, given.threads)
    if given.only in ("all", "later"):
        later = adding(given.mentions, given.seed, given.threads)
    if given.only == "all":
        print(f"twice as many: {twice / once:.2f} times as long; adding: 1/{once / later:.0f} of linking all")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
