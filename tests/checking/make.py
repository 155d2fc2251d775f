"""Hand-made reports and mentions: spans are found by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reportedly.checking import plain_text
from reportedly.checking.block import mention_block
from reportedly.records import (
    Block,
    BlockKind,
    Claim,
    Claimant,
    ClaimantKind,
    Mention,
    Report,
    ReportRef,
    Span,
    Stance,
    Status,
)


def report(text: str, start: int = 0, language: str = "en") -> Report:
    """Return a report whose blocks are its lines; ``start`` is its offset in the file."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    blocks = tuple(Block(start + m.start(), start + m.end(), BlockKind.TEXT, language) for m in lines)
    return Report(
        "r",
        "page.txt",
        2,
        start,
        start + len(text),
        text,
        blocks,
        "Harbour Wire",
        "Shells on the quay",
        language,
        date(2022, 5, 3),
    )


def span(told: Report, words: str) -> Span:
    """Return the span of the first occurrence of ``words``."""
    at = told.start + told.text.index(words)
    return told.span(at, at + len(words))


def claim(
    told: Report,
    cue: str | None,
    scope: str,
    who: str = "the harbour master",
    field: str = "event",
    value: str | None = None,
) -> Claim:
    claimant = Claimant(who, ClaimantKind.OFFICIAL, "port")
    cue_span = span(told, cue) if cue is not None else None
    return Claim(field, value, claimant, Stance.REPORTS, span(told, scope), cue_span, span(told, scope))


def own(told: Report, field: str = "event", value: str | None = None, words: str | None = None) -> Claim:
    """Return a claim in the outlet's own voice."""
    outlet = Claimant("Harbour Wire", ClaimantKind.OUTLET)
    return Claim(field, value, outlet, Stance.ASSERTS, span(told, words or told.text.split()[0]))


def mention(told: Report, trigger: str, claims: Sequence[Claim] = ()) -> Mention:
    ref = ReportRef(
        told.id,
        told.file,
        told.part,
        told.start,
        told.end,
        told.source,
        told.title,
        told.language,
        told.published,
    )
    return Mention(
        mention_id="00ff",
        report=ref,
        status=Status.EVENT,
        event_type="Explosions/Remote violence",
        sub_event_type="Shelling/artillery/missile attack",
        trigger=span(told, trigger),
        quote=span(told, trigger),
        claims=tuple(claims),
    )


def block(told: Report, what: Mention, width: int = 80, ascii_only: bool = False) -> list[str]:
    """Return the lines of a mention's block."""
    return [plain_text(line) for line in mention_block(told, what, width, ascii_only)]


def passage_of(lines: Sequence[str]) -> list[str]:
    """Return the lines of the words without the bar."""
    return [line[4:] for line in lines if line.startswith(("  │", "  |"))]


def row(lines: Sequence[str], label: str) -> str:
    """Return the text of a row, its further lines joined to the first."""
    at = next(n for n, line in enumerate(lines) if line.startswith(f"  {label} "))
    found = [lines[at][15:]]
    for line in lines[at + 1 :]:
        if not line.startswith(" " * 15):
            break
        found.append(line.strip())
    return " ".join(found)
