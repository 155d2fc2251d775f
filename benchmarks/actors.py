"""Measure actors: how many of the gold's a sentence's mentions hold, and how right the coder's roles are.

Recall of names counts the actors that the gold gives a row and that ``find_actors`` finds in the quote's sentence or the
one before or after (a role may be told there). The second table codes the invented sentences and counts roles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from common import ROOT, make_coder, make_report, options
from reportedly.annotations import ActorMention
from reportedly.coding.reading import Reading
from reportedly.errors import Problem
from reportedly.evaluate import ActorNames, Gold, GoldEvent, SourceText, load_actor_names, load_gold
from reportedly.evaluate.texts import find_quote, find_report
from reportedly.pipeline import Coder
from reportedly.read import ReadOptions, read_paths
from reportedly.records import Report, Role
from sentences import Tally, compare, load, load_aliases

GOLD = (
    ("seed.yaml", "000_ef2179ba170a4ab1.txt", "reports.csv"),
    ("dev.yaml", "dev", "dev/reports.csv"),
)
"""Gold files with their texts and sidecars, below ``gold/`` and ``reports/``."""


def found_near(readings: list[Reading], start: int, end: int) -> list[ActorMention]:
    """Return the mentions of the sentences that touch a stretch, and of their neighbours."""
    touched = [i for i, r in enumerate(readings) if r.sentence.start < end and r.sentence.end > start]
    wanted = {j for i in touched for j in (i - 1, i, i + 1)}
    return [a for j in sorted(wanted) if 0 <= j < len(readings) for a in readings[j].actors]


def missed(event: GoldEvent, near: list[ActorMention], names: ActorNames) -> tuple[int, list[str]]:
    """Return how many actors a row has, and those that no mention names."""
    have = {names.neutral(m.name) for m in near}
    actors = [a for role in event.roles for a in role.actors]
    return len(actors), ["/".join(a) for a in actors if not {names.neutral(n) for n in a} & have]


def readings_of(coder: Coder, reports: list[Report], file: str) -> list[Reading]:
    """Return the parsed sentences of every report of a file."""
    return [r for report in reports if Path(report.file).name == file for r in coder.readings(report)]


def recall(coder: Coder, shared: Path, names: ActorNames, show: bool) -> None:
    """Print the recall of names in the gold's sentences."""
    for gold_file, texts, sidecar in GOLD:
        path = shared / "gold" / gold_file
        if not path.is_file():
            print(f"skipped: {path} is not there")
            continue
        gold = load_gold(path)
        options_ = ReadOptions(metadata=shared / "reports" / sidecar)
        read = read_paths([str(shared / "reports" / texts)], options_)
        reports = [r for r in read if not isinstance(r, Problem) and r.language == "en"]
        right, total, misses = gold_recall(coder, gold, reports, names)
        print(f"{gold_file:10} names found near the quote: {right} of {total} ({right / max(total, 1):.3f})")
        print("  missed most: " + ", ".join(f"{name} {n}" for name, n in misses.most_common(None if show else 6)))


def gold_recall(coder: Coder, gold: Gold, reports: list[Report], names: ActorNames) -> tuple[int, int, Counter[str]]:
    """Return the actors found, all actors, and the missed ones of one gold file."""
    files = {report.file for report in reports}
    sources = [SourceText(Path(f).name, Path(f).read_text("utf-8")) for f in sorted(files)]
    right = total = 0
    misses: Counter[str] = Counter()
    cached: defaultdict[str, list[Reading]] = defaultdict(list)
    for event in gold.events:
        row = next(r for r in gold.reports if r.id == event.report)
        extent = find_report(gold, row, sources, required=False) if row.language == "en" else None
        if extent is None or not event.roles:
            continue
        file = extent.source.file
        cached[file] = cached[file] or readings_of(coder, reports, file)
        near = [
            m for region in find_quote(gold, event, extent) for m in found_near(cached[file], region.start, region.end)
        ]
        count, lost = missed(event, near, names)
        total, right = total + count, right + count - len(lost)
        misses.update(lost)
    return right, total, misses


def roles(coder: Coder, file: Path, shared: Path, show: bool) -> None:
    """Print precision and recall of roles over the invented sentences."""
    texts = load(file)
    tally = Tally(aliases=load_aliases(shared / "gold" / "actors.csv"))
    reports = [make_report(t.id, t.text, None, t.published) for t in texts]
    for text, coded in zip(texts, coder.code_all(reports), strict=True):
        compare(text, coded.mentions, tally)
    for name in (*Role, "actors"):
        right, surplus, lost = (c[str(name)] for c in (tally.right, tally.surplus, tally.missing))
        print(f"{name:12} precision {right / max(right + surplus, 1):.3f}  recall {right / max(right + lost, 1):.3f}")
    if show:
        for item in tally.disagreements:
            if item.kind in tuple(Role):
                print(f"{item.kind} {item.text.text}\n    gold: {item.gold}\n    coded: {item.found}")


def main() -> None:
    """Print both tables."""
    parser = options(__doc__ or "")
    parser.add_argument("--file", type=Path, default=ROOT / "tests" / "coding" / "sentences.yaml")
    parser.add_argument("--errors", action="store_true", help="list what was missed")
    arguments = parser.parse_args()
    coder = make_coder(arguments.shared, arguments.places)
    names = load_actor_names(arguments.shared / "gold" / "actors.csv")
    recall(coder, arguments.shared, names, arguments.errors)
    roles(coder, arguments.file, arguments.shared, arguments.errors)


if __name__ == "__main__":
    main()
