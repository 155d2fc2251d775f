"""The mentions of a cluster into one incident: each field's summary, every rival value, and a grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly import edtf
from reportedly.incidents import Grade, Incident, IncidentField, Linked
from reportedly.link.grades import (
    Graded,
    admission,
    by_sources,
    camps,
    counts_of,
    denial,
    grade_culprits,
    grade_toll,
    grade_value,
)
from reportedly.link.kinship import kin_of, one_culprit
from reportedly.link.sources import find_sources
from reportedly.link.tellings import FIELDS, Told, around_others, event_tellings, tellings, with_written_places
from reportedly.link.tolls import combine, latest, read_range, write_range
from reportedly.records import ClaimantKind, Mention, Stance, content_id


def incident_id(mention_ids: Iterable[str]) -> str:
    """Return the id of the incident of these mentions: it changes with them and with nothing else."""
    return content_id("incident", *sorted(mention_ids))


@dataclass(frozen=True, slots=True)
class _Field:
    """A field under way: its tellings, the day of each mention's report, and values that say less than others do."""

    name: str
    told: tuple[Told, ...]
    published: Mapping[str, date | None]
    vague: frozenset[str] = frozenset()


def _votes(told: Sequence[Told]) -> Counter[str]:
    """Return how many independent sources give each value; a denial gives none, save where nobody else gives any."""
    given = {(t.telling.value, t.telling.source, t.telling.stance is Stance.DENIES) for t in told}
    told_of = {(value, source) for value, source, denied in given if value is not None and not denied}
    denied = {(value, source) for value, source, _ in given if value is not None}
    return Counter(value for value, _ in (told_of or denied))


def _most_told(told: Sequence[Told]) -> str | None:
    """Return the value that most sources give; of equals the first by the alphabet, so that order plays no part."""
    votes = _votes(told)
    return min(votes, key=lambda value: (-votes[value], value)) if votes else None


def _date(told: Sequence[Told]) -> str | None:
    """Return the date that most sources give; of equals the narrower, then the earlier."""
    votes = _votes(told)

    def rank(value: str) -> tuple[int, int, str]:
        bounds = edtf.bounds(value)
        width = (bounds[1] - bounds[0]).days if bounds else 10**6
        return -votes[value], width, value

    return min(votes, key=rank) if votes else None


def _culprit(told: Sequence[Told]) -> str | None:
    """Return who did it where nobody names a rival: of names for one doer the most special, of partners all."""
    found = camps(told)
    if len(found) != 1:
        return None
    votes = _votes(told)
    special = [name for name in found[0] if not any(name != other and _says_more(other, name) for other in found[0])]
    return ", ".join(sorted(special or found[0], key=lambda name: (-votes[name], name)))


def _says_more(one: str, other: str) -> bool:
    """Return whether one name is special where the other is general: a part of it, or one whom it may mean."""
    left, right = kin_of(one), kin_of(other)
    return other in left.kin or (not right.covers.isdisjoint(left.marks) and not left.covers)


def _summed(field: _Field) -> tuple[str | None, Graded]:
    if field.name in ("killed", "injured"):
        counts = counts_of(field.told, field.published)
        count = combine(latest(counts))
        return (None if count is None else write_range(count)), grade_toll(field.told, counts)
    if field.name == "perpetrator":
        return _culprit(field.told), grade_culprits(field.told)
    if field.name == "target":
        return _all_told(field.told), _grade_any(field.told)
    if field.name == "date":
        value = _date(field.told)
    else:
        value = _most_told([t for t in field.told if t.telling.value not in field.vague]) or _most_told(field.told)
    return value, grade_value(field.told, value)


def _all_told(told: Sequence[Told]) -> str | None:
    """Return all who were hit, those first that most sources name: tellings of one attack name different victims."""
    votes = _votes(told)
    return ", ".join(sorted(votes, key=lambda name: (-votes[name], name))) or None


def _grade_any(told: Sequence[Told]) -> Graded:
    """Grade who was hit: borne out where each is, by two sources that may mean the same ("farmers", "civilians")."""
    named = [t.telling for t in told if t.telling.value is not None and t.telling.stance is not Stance.DENIES]
    sources = {t.source for t in named}
    behind: dict[str, set[str]] = {}
    for one in sorted({t.value for t in named if t.value is not None}):
        behind[one] = {t.source for t in named if t.value == one or one_culprit(one, t.value or "")}
    lone = [f"{name} (by {', '.join(sorted(behind[name]))})" for name in behind if len(behind[name]) < 2]
    if len(sources) < 2 or not lone:
        return denial(told) or by_sources(sources)
    return denial(told) or Graded(Grade.SINGLE_SOURCE, f"one source for {'; '.join(lone)}")


def _reviewers(told: Sequence[Told]) -> tuple[str | None, tuple[str, ...]] | None:
    """Return what a reviewer set and its values one by one; ``None`` where none did.

    A reviewer's word holds over all that is told, and stands beside it.
    """
    own = [t.telling for t in told if t.telling.claimant.kind is ClaimantKind.REVIEWER]
    if not own:
        return None
    last = own[-1]
    together = [t.value for t in own if (t.mention_id, t.claimant) == (last.mention_id, last.claimant) and t.value]
    return ", ".join(together) or None, tuple(together)


def _field(field: _Field) -> IncidentField:
    others = tuple(t for t in field.told if t.telling.claimant.kind is not ClaimantKind.REVIEWER)
    summary, graded = _summed(replace(field, told=others))
    own = _reviewers(field.told)
    if own is not None:
        summary, graded = own[0], _grade_reviewed(field.told, own[1])
    return IncidentField(field.name, summary, tuple(t.telling for t in field.told), graded.grade, graded.reason)


def _grade_reviewed(told: Sequence[Told], values: tuple[str, ...]) -> Graded:
    """Grade what a reviewer set by the sources that say the same: who reviews is none of them."""
    who = ", ".join(sorted({t.telling.claimant.text for t in told if t.telling.claimant.kind is ClaimantKind.REVIEWER}))
    others = [t for t in told if t.telling.claimant.kind is not ClaimantKind.REVIEWER]
    denied = denial([t for t in others if not t.of_event])
    same = {
        t.telling.source
        for t in others
        if t.telling.stance is not Stance.DENIES and any(_alike(t.telling.value, value) for value in values)
    }
    graded = denied or by_sources(same)
    return Graded(graded.grade, f"set by {who}; {graded.reason}" if values else f"set as not known by {who}")


def _alike(one: str | None, other: str) -> bool:
    """Return whether a value says what a reviewer set, however a toll is written."""
    left, right = read_range(one or ""), read_range(other)
    return one == other or (left is not None and left == right)


def _grade_event(told: Sequence[Told], culprits: IncidentField) -> Graded:
    """Grade the event: a denial of it or rival culprits contest it; else its doer's word, else its sources."""
    if culprits.grade is Grade.CONTESTED:
        return denial(told) or Graded(Grade.CONTESTED, culprits.reason)
    if culprits.grade is Grade.ADMITTED:
        return denial(told) or Graded(Grade.ADMITTED, culprits.reason)
    sources = {t.telling.source for t in told if t.telling.stance is not Stance.DENIES}
    return denial(told) or admission(told) or by_sources(sources)


def summarise(mentions: Sequence[Mention], texts: Mapping[str, str] | None = None) -> Incident:
    """Return the incident of the mentions of one cluster; the same for any order.

    Args:
        mentions: At least one.
        texts: The reports' texts by report id, to tell copies; without, their quotes are compared.
    """
    members = with_written_places(tuple(sorted(mentions, key=lambda m: m.mention_id)))
    sources = find_sources(members, texts or {})
    published = {m.mention_id: m.report.published for m in members}
    vague = {"place": around_others(members)}
    fields = tuple(
        _field(_Field(name, tellings(members, name, sources), published, vague.get(name, frozenset())))
        for name in FIELDS
    )
    graded = _grade_event(event_tellings(members, sources), fields[FIELDS.index("perpetrator")])
    ids = tuple(m.mention_id for m in members)
    return Incident(incident_id(ids), ids, fields, graded.grade, graded.reason)


def incidents(
    linked: Linked, mentions: Iterable[Mention], texts: Mapping[str, str] | None = None
) -> tuple[Incident, ...]:
    """Return the incidents of all clusters, by id.

    Args:
        linked: What ``link`` or ``link_new`` gives.
        mentions: The mentions of its clusters; others are left out.
        texts: The reports' texts by report id, to tell copies.
    """
    by_id = {m.mention_id: m for m in mentions}
    found = (summarise([by_id[i] for i in cluster], texts) for cluster in linked.clusters)
    return tuple(sorted(found, key=lambda incident: incident.incident_id))
