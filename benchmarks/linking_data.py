"""The reports that linking is measured on, coded once: pages, hand-coded reports, texts with an incident's key."""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from datetime import date
from math import cos, hypot, radians
from pathlib import Path

from common import data_file, dump_of, make_coder
from reportedly import edtf
from reportedly.errors import Problem
from reportedly.pipeline import Coder
from reportedly.provenance import provenance
from reportedly.read import ReadOptions, read_paths
from reportedly.read.options import ColumnNames
from reportedly.records import Mention, Report, Status, content_id
from reportedly.resources import code_fingerprint
from reportedly.script_free import key

SAME_KM = 25.0
"""Kilometres within which two keys may tell one event (issue 4)."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports with their mentions."""

    reports: tuple[Report, ...]
    mentions: tuple[Mention, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The texts by report id."""
        return {r.id: r.text for r in self.reports}


def _code(coder: Coder, paths: list[Path], options: ReadOptions) -> Corpus:
    reports = [item for item in read_paths([str(p) for p in paths], options) if not isinstance(item, Problem)]
    coded = list(coder.code_all(reports))
    return Corpus(tuple(c.report for c in coded), tuple(m for c in coded for m in c.mentions))


def sources(shared: Path, name: str) -> tuple[list[Path], ReadOptions]:
    """Return the files of a corpus (``seed``, ``dev`` or ``keys``) and how they are read."""
    reports = shared / "reports"
    if name == "seed":
        return sorted(reports.glob("000_*.txt")), ReadOptions(metadata=reports / "reports.csv")
    if name == "dev":
        return sorted((reports / "dev").glob("*.txt")), ReadOptions(metadata=reports / "dev" / "reports.csv")
    names = ColumnNames(published="pub")
    return [data_file(shared, "multi_source_dev.jsonl")], ReadOptions(columns=names)


def corpora(shared: Path, places: Path | None, cache: Path | None) -> dict[str, Corpus]:
    """Return the three corpora; ``cache`` is a folder outside the tree that keeps what this very code coded."""
    found: dict[str, Corpus] = {}
    coder: Coder | None = None
    stamp = _stamp(dump_of(shared, places)) if cache else ""
    for name in ("seed", "dev", "keys"):
        kept = cache / f"linking_{name}_{stamp}.pickle" if cache else None
        if kept is not None and kept.is_file():
            found[name] = pickle.loads(kept.read_bytes())
            continue
        coder = coder or make_coder(shared, places)
        found[name] = _code(coder, *sources(shared, name))
        if kept is not None:
            kept.write_bytes(pickle.dumps(found[name]))
    return found


def _stamp(dump: Path) -> str:
    """Return a name for what code, words and places make of a text: a figure must not rest on another code's rows."""
    made = provenance((dump,) if dump.is_file() else ())
    return content_id(code_fingerprint("read"), made.coder)


@dataclass(frozen=True, slots=True)
class Key:
    """What an investigator says of a text's incident, by the text's row.

    Attributes:
        incident: Key that the texts of one incident share.
        day: Its day.
        lat: Degrees north, or ``None``.
        lon: Degrees east, or ``None``.
        names: Script-free keys of the words of its place.
        place: Script-free keys of the words of the place itself, without what it lies in; by language.
        arabic: True for a text in Arabic.
        text: The text.
    """

    incident: str
    day: date
    lat: float | None
    lon: float | None
    names: frozenset[str]
    arabic: bool
    text: str
    place: tuple[frozenset[str], ...] = ()


def read_keys(shared: Path) -> list[Key]:
    """Return the keys of the texts, in the order of the file."""
    found = []
    for line in data_file(shared, "multi_source_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = f"{row['location_en']} {row['location_ar']}".replace(",", " ").split()
        found.append(
            Key(
                incident=row["incident"],
                day=date.fromisoformat(row["date"]),
                lat=float(row["lat"]) if row["lat"] else None,
                lon=float(row["lon"]) if row["lon"] else None,
                names=frozenset(key(word) for word in words) - {""},
                arabic=row["lang"] == "ar",
                text=row["text"],
                place=(_itself(row["location_en"]), _itself(row["location_ar"])),
            )
        )
    return found


def _itself(location: str) -> frozenset[str]:
    """Return the keys of the words before the first comma: "Al-Atareb, west of Aleppo"."""
    return frozenset(key(word) for word in location.replace("،", ",").split(",")[0].split()) - {""}


def one_place(one: Key, other: Key) -> bool:
    """Return whether in one language all words of one key's place are among those of the other's location."""
    pairs = zip(one.place, other.place, strict=True)
    return any(here and there and (here <= other.names or there <= one.names) for here, there in pairs)


def kilometres(one: Key, other: Key) -> float | None:
    """Return the distance between two keys' points, ``None`` where one has none."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return 111.195 * hypot(one.lat - other.lat, east)


def days_apart(one: Key, other: Key) -> int:
    """Return the days between two keys."""
    return abs((one.day - other.day).days)


def dated_near(mention: Mention, truth: Key, days: int = 2) -> bool:
    """True for an event dated within so many days of its text's key."""
    bounds = edtf.bounds(mention.date.edtf) if mention.date else None
    if mention.status is not Status.EVENT or bounds is None:
        return False
    return all(abs((side - truth.day).days) <= days for side in bounds)
