"""Code UCDP's single-source headlines that name a toll, and hold toll and place against what UCDP's experts gave."""

from __future__ import annotations

import csv
import gzip
import html
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import data_file, day, make_coder, make_report, options
from headline_facts import names_place, tolls
from reportedly.evaluate import distance_km
from reportedly.evaluate.compare import NEAR_KM
from reportedly.pipeline import Coder
from reportedly.records import Mention, Status


@dataclass(frozen=True, slots=True)
class Row:
    """One event of UCDP: its headline, what the experts gave, and what the headline itself gives of it."""

    headline: str
    source: str
    published: str
    best: int
    place: str
    lat: float
    lon: float
    gives_toll: bool
    gives_place: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the package made of a row."""

    row: Row
    mentions: tuple[Mention, ...]
    toll: bool
    place: bool


def _row(cells: dict[str, str]) -> Row | None:
    headline = html.unescape(cells["source_headline"]).strip()
    found = tolls(headline)
    if float(cells["number_of_sources"] or 0) != 1 or not found:
        return None
    best = int(float(cells["best"]))
    return Row(
        headline=headline,
        source=cells["source_office"],
        published=cells["source_date"],
        best=best,
        place=cells["where_coordinates"],
        lat=float(cells["latitude"]),
        lon=float(cells["longitude"]),
        gives_toll=found == {best},
        gives_place=float(cells["where_prec"]) < 3 and names_place(headline, cells["where_coordinates"]),
    )


def read_rows(path: Path) -> list[Row]:
    """Return the single-source rows whose headline names a toll, in the order of the file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        return [row for cells in csv.DictReader(stream) if (row := _row(cells))]


def _near(row: Row, mention: Mention) -> bool:
    place = mention.place
    if place is None or place.lat is None or place.lon is None:
        return False
    return distance_km(row.lat, row.lon, place.lat, place.lon) <= NEAR_KM


def judge(row: Row, mentions: tuple[Mention, ...]) -> Verdict:
    """Return whether some event that was coded has the toll, and some event the place: a headline may tell several."""
    events = [mention for mention in mentions if mention.status in (Status.EVENT, Status.AGGREGATE)]
    toll = any(mention.killed is not None and mention.killed.best == row.best for mention in events)
    return Verdict(row, mentions, toll, any(_near(row, mention) for mention in events))


def code_rows(coder: Coder, rows: Sequence[Row]) -> list[Verdict]:
    """Code each headline once, however many events UCDP made of it."""
    headlines = {(row.headline, row.published): row for row in rows}
    reports = [make_report("headline", row.headline, row.source, day(row.published)) for row in headlines.values()]
    mentions = (coded.mentions for coded in coder.code_all(reports))
    found = dict(zip(headlines, mentions, strict=True))
    return [judge(row, found[row.headline, row.published]) for row in rows]


def _line(name: str, right: Iterable[bool]) -> str:
    found = list(right)
    share = f"{sum(found) / len(found):.3f}" if found else "-"
    return f"{name:<46}{share:>7}{sum(found):>8}{len(found):>8}"


def table(verdicts: Sequence[Verdict]) -> str:
    """Return the figures as a plain text table."""
    both = [item for item in verdicts if item.row.gives_toll and item.row.gives_place]
    return "\n".join(
        (
            f"{'UCDP single-source headlines that name a toll':<46}{'share':>7}{'right':>8}{'rows':>8}",
            _line("killed.best equals UCDP's best", (item.toll for item in verdicts)),
            _line(
                "  where the headline gives that number alone", (item.toll for item in verdicts if item.row.gives_toll)
            ),
            _line(f"place within {NEAR_KM:.0f} km", (item.place for item in verdicts)),
            _line("  where it names what UCDP places within 25 km", (i.place for i in verdicts if i.row.gives_place)),
            _line("both, where the headline gives both", (item.toll and item.place for item in both)),
        )
    )


def _mention_line(mention: Mention) -> str:
    killed = f"{mention.killed.low}-{mention.killed.best}-{mention.killed.high}" if mention.killed else "-"
    place = mention.place
    where = "-" if place is None else f"{place.name} ({place.admin1}) {place.lat},{place.lon}"
    kind = f"{mention.status} {mention.sub_event_type}"
    return f"    {mention.trigger.text!r} {kind}; killed {killed}; {where}"


def listing(verdicts: Sequence[Verdict], count: int, seed: int) -> str:
    """Return ``count`` rows, drawn by ``seed``, in which what the headline gives was not found."""
    wrong = [
        item
        for item in verdicts
        if (item.row.gives_toll and not item.toll) or (item.row.gives_place and not item.place)
    ]
    lines = []
    for item in random.Random(seed).sample(wrong, min(count, len(wrong))):
        row = item.row
        faults = [
            f"toll {row.best}" * (row.gives_toll and not item.toll),
            f"place {row.place} {row.lat:.3f},{row.lon:.3f}" * (row.gives_place and not item.place),
        ]
        lines += [f"{row.published}  {row.headline}", f"    wanted: {'; '.join(filter(None, faults))}"]
        lines += [_mention_line(mention) for mention in item.mentions] or ["    nothing coded"]
    return "\n".join(lines)


def main() -> None:
    parser = options("Code UCDP's single-source headlines that name a toll; print how often toll and place are right.")
    parser.add_argument("--sample", type=int, help="code this many rows, drawn by --seed, instead of all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--errors", type=int, default=0, help="list this many rows that went wrong")
    chosen = parser.parse_args()
    rows = read_rows(data_file(chosen.shared, "ucdp_ged_syria_2016_2019.csv.gz"))
    if chosen.sample is not None and chosen.sample < len(rows):
        rows = random.Random(chosen.seed).sample(rows, chosen.sample)
    verdicts = code_rows(make_coder(chosen.shared, chosen.places), rows)
    print(table(verdicts))
    if chosen.errors:
        print(listing(verdicts, chosen.errors, chosen.seed))


if __name__ == "__main__":
    main()
