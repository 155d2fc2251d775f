"""The example of ``docs/record.md``: a claimed toll, a rival one and rival culprits, coded by hand as a coder should."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportedly.checking import plain_text, report_lines
from reportedly.read import ReadOptions, read_paths
from reportedly.records import (
    ActorValue,
    Claim,
    Claimant,
    ClaimantKind,
    DateValue,
    Mention,
    PlaceValue,
    Report,
    Role,
    Stance,
    Toll,
    Weapon,
)

from .make import mention, own, span

ROOT = Path(__file__).parents[2]
FACTIONS = Claimant("opposition sources", ClaimantKind.OPPOSITION, "opposition-factions")
LOYAL = Claimant("Pro-government sources", ClaimantKind.GOVERNMENT, "pro-government-forces")
LOCAL = Claimant("Local sources", ClaimantKind.LOCAL)
NINE = "At least nine civilians were killed when a vegetable market was hit"
DEPOT = "the strikes destroyed an ammunition depot and that up to 15 militants of Hayat Tahrir al-Sham were killed"


def said(told: Report, who: Claimant, stance: Stance, words: tuple[str, str], value: tuple[str, str | None]) -> Claim:
    """Return a claim of ``(field, value)`` whose cue and scope are ``words``."""
    cue, scope = (span(told, part) for part in words)
    return Claim(*value, who, stance, scope, cue, scope)


def example(told: Report) -> Mention:
    others = replace(LOCAL, text="others")
    claims = (
        own(told, words="On March 14, warplanes bombed the town of Maarrat Misrin"),
        said(told, FACTIONS, Stance.REPORTS, ("according to", NINE), ("killed", "9")),
        said(told, LOYAL, Stance.CLAIMS, ("claimed", DEPOT), ("killed", "15")),
        said(
            told,
            LOCAL,
            Stance.REPORTS,
            ("said", "the aircraft were Russian"),
            ("perpetrator", "Russian Air Force"),
        ),
        said(told, others, Stance.BLAMES, ("blamed", "the Syrian Air Force"), ("perpetrator", "Syrian Air Force")),
    )
    point = PlaceValue(
        "Maarrat Misrin", span(told, "Maarrat Misrin"), "167605", "Ma‘arratmişrīn", "Idlib", "SY", 36.0115, 36.6718, 1
    )
    return replace(
        mention(told, "bombed", claims),
        mention_id="42f93b6d36f1dc45",
        sub_event_type="Air/drone strike",
        date=DateValue("2021-03-14", span(told, "March 14")),
        place=point,
        actors=(ActorValue(Role.TARGET, "Civilians", "civilians", span(told, "civilians")),),
        killed=Toll(9, 9, None, span(told, "At least nine civilians were killed")),
        weapon=Weapon("aircraft", span(told, "warplanes")),
    )


def test_the_block_of_the_docs_is_what_the_view_prints() -> None:
    found = read_paths([str(ROOT / "examples/reports/page.txt")], ReadOptions(published=date(2021, 3, 16)))
    told = next(item for item in found if isinstance(item, Report))
    told = replace(told, file="examples/reports/page.txt")
    printed = [plain_text(line) for line in report_lines(told, [example(told)], 100)]
    page = (ROOT / "docs/record.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    assert "\n".join(printed[1:]) + "\n" == shown, "put the new block into docs/record.md"
