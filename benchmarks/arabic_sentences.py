"""Arabic news sentences judged for ASSAULT and PROTEST: what the coder calls so, and whom it names as source and target.

A sentence counts as ASSAULT if a mention that it holds is of a violent sub-event type, as PROTEST if of a protest or riot;
mentions that the words plan, deny or only describe do not count. ``--read N --seed S`` prints N sentences that came out
wrong, with what was found.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from common import options
from reportedly.annotate.arabic_text import form
from reportedly.codebook import SUB_EVENT_TYPES
from reportedly.pipeline import Coder
from reportedly.records import Block, BlockKind, Mention, Report, Role, Status

VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
ALSO_VIOLENT = frozenset({"Excessive force against protesters", "Violent demonstration", "Mob violence"})
PROTESTS = frozenset({"Protests", "Riots"})
TOLD = frozenset({Status.EVENT, Status.AGGREGATE})
LABELS = ("yes", "difficult no", "easy no", "ambiguous")


def report_of(text: str, number: int) -> Report:
    """Return a report that is one sentence."""
    block = Block(0, len(text), BlockKind.TEXT, "ar")
    return Report(f"s{number}", "sentences", number, 0, len(text), text, (block,), language="ar")


def told(mentions: Iterable[Mention], question: str) -> bool:
    """Return whether a sentence's mentions answer the question with yes."""
    types = {m.sub_event_type for m in mentions if m.status in TOLD}
    if question == "assault":
        return any(SUB_EVENT_TYPES[t] in VIOLENT or t in ALSO_VIOLENT for t in types)
    return any(SUB_EVENT_TYPES[t] in PROTESTS for t in types)


def words(text: str) -> list[str]:
    """Return the levelled words of a text."""
    return re.findall(r"\w+", form(text))


def overlap(found: Sequence[str], gold: Sequence[str]) -> float:
    """Return the F1 of two lists of words; 1 if both are empty."""
    if not found or not gold:
        return float(not found and not gold)
    common = sum((Counter(found) & Counter(gold)).values())
    return 2 * common / (len(found) + len(gold))


def actor_words(mentions: Iterable[Mention], roles: frozenset[Role]) -> list[str]:
    """Return the words of the actors that have one of the roles."""
    spans = {a.span.start: a.span.text for m in mentions for a in m.actors if a.role in roles}
    return [w for start in sorted(spans) for w in words(spans[start])]


SIDES = {
    "source": ("source_actor", frozenset({Role.PERPETRATOR, Role.PARTICIPANT})),
    "target": ("target_actor", frozenset({Role.TARGET})),
}


def side_score(mentions: Sequence[Mention], spans: Sequence[dict[str, list[str]]], side: str) -> float | None:
    """Return the best overlap with any coder's words for a side; ``None`` where no coder names it."""
    key, roles = SIDES[side]
    golds = [[w for part in s[key] for w in words(part)] for s in spans if s[key]]
    if not golds:
        return None
    found = actor_words(mentions, roles)
    return max(overlap(found, gold) for gold in golds)


def code(coder: Coder, texts: Sequence[str]) -> list[tuple[Mention, ...]]:
    """Return the mentions of each sentence."""
    return [c.mentions for c in coder.code_all(report_of(t, n) for n, t in enumerate(texts))]


def judged(coder: Coder, folder: Path, question: str, read: int, seed: int) -> None:
    """Print the share of sentences of each label that are called an event of the kind."""
    with (folder / f"{question}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    coded = code(coder, [r["text"] for r in rows])
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    wrong = []
    for row, mentions in zip(rows, coded, strict=True):
        answer = told(mentions, question)
        counts[row["label"]][answer] += 1
        if row["label"] != "ambiguous" and answer != (row["label"] == "yes"):
            wrong.append((row, mentions))
    for label in LABELS:
        total = sum(counts[label].values())
        print(f"{question:<10}{label:<14}{total:>6}{counts[label][True] / total:>9.3f}")
    random.Random(seed).shuffle(wrong)
    for row, mentions in wrong[:read]:
        print(f"\n[{row['label']}] {row['text']}")
        for m in mentions:
            print(f"    {m.status.value} {m.sub_event_type} «{m.trigger.text}»")


def spanned(coder: Coder, folder: Path, question: str, read: int, seed: int) -> dict[str, list[float]]:
    """Print the mean overlap of source and target words over the sentences with spans."""
    rows = json.loads((folder / f"{question}_spans.json").read_text(encoding="utf-8"))
    coded = code(coder, [r["text"] for r in rows])
    scores: dict[str, list[float]] = {side: [] for side in SIDES}
    wrong = []
    for row, mentions in zip(rows, coded, strict=True):
        for side, values in scores.items():
            score = side_score(mentions, row["spans"], side)
            if score is not None:
                values.append(score)
                if score < POOR:
                    wrong.append((side, row, mentions))
    for side, values in scores.items():
        print(f"{question:<10}{side + ' words':<14}{len(values):>6}{sum(values) / max(1, len(values)):>9.3f}")
    random.Random(seed).shuffle(wrong)
    for side, row, mentions in wrong[:read]:
        key = SIDES[side][0]
        print(f"\n[{side}: {[' '.join(s[key]) for s in row['spans']]}] {row['text']}")
        for m in mentions:
            print(f"    {m.sub_event_type} «{m.trigger.text}» {[(a.role.value, a.span.text) for a in m.actors]}")
    return scores


POOR = 0.5
"""Overlap below which a sentence is shown as wrong."""


def main() -> None:
    """Print the table."""
    parser = options(__doc__)
    parser.add_argument("--read", type=int, default=0, help="print so many wrong sentences of each part")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    folder = args.shared / "data" / "arabic_sentences_dev"
    if not folder.is_dir():
        print(f"skipped: no {folder}")
        return
    # The sentences are of the whole world: a country dump would make every place its own.
    coder = Coder()
    print(f"{'question':<10}{'label':<14}{'n':>6}{'share':>9}")
    both: dict[str, list[float]] = {side: [] for side in SIDES}
    for question in ("assault", "protest"):
        judged(coder, folder, question, args.read, args.seed)
        for side, values in spanned(coder, folder, question, args.read, args.seed).items():
            both[side] += values
    for side, values in both.items():
        print(f"{'both':<10}{side + ' words':<14}{len(values):>6}{sum(values) / len(values):>9.3f}")


if __name__ == "__main__":
    main()
