"""What the benchmarks share: where the data lie, and reports made from rows of tables."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from reportedly.errors import Problem
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Block, BlockKind, Report, content_id

ROOT = Path(__file__).resolve().parents[1]


def options(description: str) -> argparse.ArgumentParser:
    """Return a parser with the options that every benchmark has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with data/ and reports/")
    parser.add_argument("--places", type=Path, help="GeoNames country dump; SY.txt of the shared data by default")
    return parser


def data_file(shared: Path, name: str) -> Path:
    """Return a file of the shared data; without it the benchmark has nothing to do and ends well."""
    path = shared / "data" / name
    if not path.is_file():
        print(f"skipped: {path} is not there (--shared FOLDER names another place)")
        sys.exit(0)
    return path


def dump_of(shared: Path, places: Path | None) -> Path:
    """Return the path of the country dump, whether it is there or not."""
    return places or shared / "data" / "SY.txt"


def make_coder(shared: Path, places: Path | None) -> Coder:
    """Return the coder with its gazetteer."""
    dump = dump_of(shared, places)
    return Coder(places=(dump,) if dump.is_file() else ())


def day(text: str) -> date | None:
    """Return an ISO day, ``None`` where there is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def make_report(name: str, text: str, source: str | None, published: date | None) -> Report:
    """Return a report of one text, a block a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), BlockKind.TEXT, "en"))
        start += len(line) + 1
    return Report(
        id=content_id(name, text),
        file=name,
        part=1,
        start=0,
        end=len(text),
        text=text,
        blocks=tuple(blocks),
        source=source,
        published=published,
        published_from="column" if published else None,
    )


def read_articles(shared: Path) -> list[Report]:
    """Return the development articles as the package reads them, in the order of the file."""
    found = read_paths([str(data_file(shared, "syria_articles_dev.csv"))], ReadOptions())
    return [item for item in found if not isinstance(item, Problem)]
