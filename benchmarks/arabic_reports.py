"""Arabic news texts as the coder reads them, drawn at random, for reading by hand.

The texts are those of ``multi_source_dev.jsonl`` that come from news sites. Each is printed with the lines that count as
the report, and every row found: status, type, trigger, day, place, actors, tolls, and who says what.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from common import data_file, day, make_coder, options
from reportedly.errors import Problem
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import BlockKind, ClaimantKind, Mention, Report

SOCIAL = ("x.com", "twitter", "facebook", "t.me", "youtube", "telegram")


def news(shared: Path) -> list[dict[str, str]]:
    """Return the rows of Arabic news sites, in the order of the file."""
    with data_file(shared, "multi_source_dev.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [r for r in rows if r["lang"] == "ar" and not any(site in r["url"] for site in SOCIAL)]


def reports_of(row: dict[str, str], folder: Path) -> Iterator[Report]:
    """Yield the reports of a row, read as a file of its own; published on its day, else on the incident's."""
    path = folder / "text.txt"
    path.write_text(f"{row['title'] or ''}\n\n{row['text']}", encoding="utf-8")
    published: date | None = day(row["pub"] or "") or day(row["date"])
    for item in read_paths([str(path)], ReadOptions()):
        if not isinstance(item, Problem):
            yield replace(item, published=item.published or published)


def toll(mention: Mention) -> str:
    """Return the tolls of a row, low-best-high."""
    found = {"killed": mention.killed, "injured": mention.injured}
    return " ".join(f"{k} {t.low}-{t.best}-{t.high}" for k, t in found.items() if t is not None)


def show(coder: Coder, report: Report) -> None:
    """Print a report and its rows."""
    for block in report.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.TEXT):
            print(f"  [{block.kind.value}] {report.slice(block.start, block.end)}")
    for m in coder.code(report):
        place = (m.place.name, m.place.gazetteer_name, m.place.precision) if m.place else None
        actors = [(a.role.value, a.name, a.span.text) for a in m.actors]
        print(f"  >> {m.status.value} | {m.sub_event_type} | «{m.trigger.text}» | {m.date.edtf if m.date else None}")
        print(f"     {place} {actors} {toll(m)} {m.weapon.name if m.weapon else ''}")
        for claim in m.claims:
            if claim.claimant.kind is not ClaimantKind.OUTLET:
                print(f"     {claim.field}={claim.value} {claim.stance.value} «{claim.claimant.text}»")


def main() -> None:
    """Print the sample."""
    import tempfile

    parser = options(__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=60)
    args = parser.parse_args()
    rows = news(args.shared)
    coder = make_coder(args.shared, args.places)
    chosen = random.Random(args.seed).sample(rows, min(args.n, len(rows)))
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(chosen, 1):
            print(f"\n######## {number} {row['source']}")
            for report in reports_of(row, Path(folder)):
                show(coder, report)


if __name__ == "__main__":
    main()
