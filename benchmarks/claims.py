"""Whose word the dev articles' mentions are: cues by type, claims a mention, claimants by kind; or a sample to read.

``--read N --seed S`` prints N claims drawn at random with the sentence, its cue and its scope marked, for judging claimant
and scope by hand.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from common import make_coder, options, read_articles
from reportedly.coding.coder import attributions_of
from reportedly.coding.cues import SPEECH, Part
from reportedly.pipeline import Coder
from reportedly.records import Claim, ClaimantKind, Mention, Report

OUTLET = ClaimantKind.OUTLET


def cue_types(coder: Coder, reports: Iterable[Report]) -> Counter[str]:
    """Return how many attributions the cues of each category and part of speech open; carried ones are counted apart."""
    counts: Counter[str] = Counter()
    for report in reports:
        readings = coder.readings(report)
        for reading, row in zip(readings, attributions_of(readings), strict=True):
            cues = {(f.first, f.cue.stance): f.cue for f in reading.cues if f.cue.category in SPEECH}
            for item in row:
                cue = cues.get((item.cue, item.stance))
                if item.cue_span.start != reading.tokens[item.cue].start:
                    counts["quotation carried on"] += 1
                elif cue is None:
                    counts["toll or colon"] += 1
                else:
                    passive = reading.is_verb(item.cue) and reading.tree.clause(item.cue).passive
                    verbal = cue.part in (Part.VERB, Part.PASSIVE)
                    part = cue.part.value if not verbal else "passive" if passive else "verb"
                    counts[f"{cue.category}: {part}"] += 1
    return counts


def print_table(coder: Coder, reports: list[Report]) -> None:
    """Print the tables."""
    for name, count in cue_types(coder, reports).most_common():
        print(f"{name:<28}{count:>7}")
    mentions = [m for coded in coder.code_all(reports) for m in coded.mentions]
    claims = [c for m in mentions for c in m.claims]
    others = [c for c in claims if c.claimant.kind is not OUTLET]
    covered = sum(any(c.claimant.kind is not OUTLET for c in m.claims) for m in mentions)
    print(f"\n{len(mentions)} mentions, {len(claims)} claims, {len(claims) / len(mentions):.2f} a mention")
    print(f"{len(others)} claims by others than the outlet, {len(others) / len(mentions):.2f} a mention")
    print(f"{covered / len(mentions):.3f} of mentions have one; via a relay {sum(bool(c.via) for c in others)}")
    marks = Counter(c.party.value for c in others if c.party) + Counter("distance" for c in others if c.distance)
    print(f"marks: {dict(sorted(marks.items()))}\n")
    for title, values in (
        ("kind", Counter(c.claimant.kind.value for c in claims)),
        ("stance", Counter(c.stance.value for c in claims)),
        ("field", Counter(c.field for c in claims)),
    ):
        for name, count in values.most_common():
            print(f"{title:<8}{name:<20}{count:>7}{count / len(claims):>8.3f}")
        print()


def _shown(report: Report, mention: Mention, claim: Claim) -> str:
    assert claim.cue is not None
    assert claim.scope is not None
    block = next(b for b in report.blocks if b.start <= claim.span.start < b.end)
    low = max(block.start, min(claim.span.start, claim.scope.start) - 160)
    high = min(block.end, max(claim.span.end, claim.scope.end) + 160)
    marks = [(claim.cue.start, "<"), (claim.cue.end, ">"), (claim.scope.start, "["), (claim.scope.end, "]")]
    text, at = "", low
    for offset, mark in sorted(marks):
        text += report.slice(at, offset) + mark
        at = offset
    text += report.slice(at, high)
    what = f"{claim.field}={claim.value}" if claim.value else claim.field
    via = "".join(f" via {c.text}" for c in claim.via)
    who = f"{claim.claimant.text!r} ({claim.claimant.kind.value}){via}"
    return f"{who} {claim.stance.value} {what} of {mention.trigger.text!r} {mention.sub_event_type}\n   {' '.join(text.split())}"


def print_sample(coder: Coder, reports: list[Report], number: int, seed: int) -> None:
    """Print claims drawn at random."""
    drawn = [
        (coded.report, m, c)
        for coded in coder.code_all(reports)
        for m in coded.mentions
        for c in m.claims
        if c.claimant.kind is not OUTLET and c.cue is not None and c.scope is not None
    ]
    random.Random(seed).shuffle(drawn)
    for position, (report, mention, claim) in enumerate(drawn[:number], start=1):
        print(f"{position}. {_shown(report, mention, claim)}\n")


def main() -> None:
    parser = options("Count claims and claimants in the dev articles, or draw a sample of claims to read.")
    parser.add_argument("--read", type=int, default=0, help="print so many claims drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="seed of the drawing")
    chosen = parser.parse_args()
    coder, reports = make_coder(chosen.shared, chosen.places), read_articles(chosen.shared)
    if chosen.read:
        print_sample(coder, reports, chosen.read, chosen.seed)
    else:
        print_table(coder, reports)


if __name__ == "__main__":
    main()
