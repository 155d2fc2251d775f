"""Code random articles and print them sentence by sentence, for a person to read and find what is wrong in kind."""

from __future__ import annotations

import random
from collections.abc import Iterator

from common import make_coder, options, read_articles
from reportedly.evaluate.texts import split_sentences
from reportedly.records import Mention, Report, Toll


def _toll(toll: Toll | None) -> str | None:
    return None if toll is None else f"{toll.low}-{toll.best}-{toll.high} ({toll.span.text})"


def _place(mention: Mention) -> str | None:
    place = mention.place
    if place is None:
        return None
    point = "" if place.lat is None or place.lon is None else f" {place.lat:.2f},{place.lon:.2f}"
    return f"{place.name} [{place.gazetteer_name}, {place.admin1}, {place.country}{point}] p{place.precision}"


def fields(mention: Mention) -> Iterator[str]:
    """Yield one line for each field that a mention has."""
    cue = f" ({mention.status_cue.text})" if mention.status_cue else ""
    yield f"> {mention.trigger.text!r}: {mention.sub_event_type}, {mention.status}{cue}"
    date = mention.date
    weapon = mention.weapon
    values = (
        ("date", f"{date.edtf} ({date.span.text})" if date else None),
        ("place", _place(mention)),
        ("killed", _toll(mention.killed)),
        ("injured", _toll(mention.injured)),
        ("weapon", f"{weapon.name} ({weapon.span.text})" if weapon else None),
    )
    yield from (f"    {name}: {value}" for name, value in values if value)
    yield from (f"    {actor.role}: {actor.name} ({actor.span.text})" for actor in mention.actors)
    for claim in mention.claims:
        who = f"{claim.claimant.text} [{claim.claimant.kind}]"
        yield f"    claim: {claim.field}={claim.value} by {who}, {claim.stance}"


def listing(report: Report, mentions: tuple[Mention, ...]) -> Iterator[str]:
    """Yield the report's sentences, each followed by the mentions whose trigger it holds."""
    yield f"=== row {report.part} {report.source} {report.published}: {report.title}"
    for start, end in split_sentences(report.text, 0, len(report.text)):
        sentence = " ".join(report.text[start:end].split())
        if sentence:
            yield f"| {sentence}"
        for mention in mentions:
            if start <= mention.trigger.start < end:
                yield from (f"  {line}" for line in fields(mention))


def main() -> None:
    parser = options("Code random articles of the development set and print every sentence with what was coded.")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--n", type=int, default=50)
    chosen = parser.parse_args()
    reports = read_articles(chosen.shared)
    coder = make_coder(chosen.shared, chosen.places)
    for report in random.Random(chosen.seed).sample(reports, min(chosen.n, len(reports))):
        print("\n".join(listing(report, coder.code(report))), end="\n\n")


if __name__ == "__main__":
    main()
