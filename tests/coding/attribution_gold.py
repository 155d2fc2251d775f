"""The invented sentences of ``attributions.yaml`` and whether the coder's attributions of one agree with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from reportedly.coding.attributed import Attribution
from reportedly.coding.coder import attributions_of
from reportedly.coding.reading import Reading
from reportedly.pipeline import Coder
from reportedly.records import Claimant

from .conftest import report_of

FILE = Path(__file__).with_name("attributions.yaml")

COVERED = 0.75
"""Share of a statement's words that a scope must hold to be right, one of ``outside`` may not reach: two careful readers
of these sentences differ by an adverb or a date at the edge of a scope, seldom by a clause."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One attribution as the file gives it; ``names`` are the words that may name the claimant."""

    names: tuple[str, ...]
    stance: str
    scope: str
    via: str | None
    culprit: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry of the file."""

    id: str
    kind: str
    text: str
    stated: tuple[Stated, ...]
    outside: tuple[str, ...]


def load() -> tuple[Sentence, ...]:
    """Return the entries of the file."""
    return tuple(_sentence(row) for row in yaml.safe_load(FILE.read_text(encoding="utf-8")))


def _sentence(row: dict[str, object]) -> Sentence:
    given = row["attributions"]
    assert isinstance(given, list)
    stated = tuple(
        Stated(
            tuple(a[k] for k in ("claimant", "means") if a.get(k)),
            a["stance"],
            a["scope"],
            a.get("via"),
            a.get("culprit"),
        )
        for a in given
    )
    outside = row.get("outside", [])
    assert isinstance(outside, list)
    return Sentence(str(row["id"]), str(row["kind"]), str(row["text"]), stated, tuple(outside))


Found = tuple[Reading, Attribution]


def found_in(coder: Coder, sentence: Sentence) -> list[Found]:
    """Return the coder's attributions of an entry with the sentence that each stands in."""
    readings = coder.readings(report_of(sentence.text), everything=True)
    return [(r, a) for r, row in zip(readings, attributions_of(readings), strict=True) for a in row]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _held(found: Found, start: int, end: int) -> float:
    """Return the share of the words between two offsets that a scope holds."""
    reading, attribution = found
    tokens = [t for t in reading.tokens if start <= t.start < end and t.text[:1].isalnum()]
    return sum(attribution.holds(t.index) for t in tokens) / len(tokens) if tokens else 0.0


def same_scope(found: Found, text: str, words: str) -> bool:
    """Return whether a scope holds enough of a stretch of the text."""
    at = text.find(words)
    return _held(found, at, at + len(words)) >= COVERED


def same_claimant(claimant: Claimant, names: Sequence[str]) -> bool:
    """Return whether a claimant shares a word of meaning with one of the names."""
    mine = set(_words(claimant.text)) - {"the", "a", "an", "of"}
    return any(mine & (set(_words(name)) - {"the", "a", "an", "of"}) for name in names)


def agrees(found: Found, text: str, stated: Stated) -> bool:
    """Return whether claimant, stance and scope are those of the file."""
    return (
        same_claimant(found[1].claimant, stated.names)
        and found[1].stance.value == stated.stance
        and same_scope(found, text, stated.scope)
    )


def faults(found: list[Found], sentence: Sentence) -> list[str]:
    """Return in words what is wrong with the attributions of an entry; nothing where all is right."""
    wrong = []
    free = list(found)
    for stated in sentence.stated:
        match = next((f for f in free if agrees(f, sentence.text, stated)), None)
        if match is None:
            wrong.append(f"missing: {stated.names[0]} {stated.stance}: {stated.scope}")
            continue
        if match in free and sum(agrees(match, sentence.text, s) for s in sentence.stated) < 2:
            free.remove(match)
        if stated.via and not any(same_claimant(v, (stated.via,)) for v in match[1].via):
            wrong.append(f"via {stated.via} missing")
    matched = [f for f in free if any(agrees(f, sentence.text, s) for s in sentence.stated)]
    wrong += [
        f"extra: {a.claimant.text} {a.stance.value} ({a.cue_span.text})" for r, a in free if (r, a) not in matched
    ]
    for words in sentence.outside:
        if any(same_scope(f, sentence.text, words) for f in found):
            wrong.append(f"reaches too far: {words}")
    return wrong
