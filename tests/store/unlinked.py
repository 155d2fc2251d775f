"""A linker that joins what a reviewer has joined, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.incidents import Grade, Incident, IncidentField, Linked, Telling
from reportedly.linking import Pairs
from reportedly.records import Claimant, ClaimantKind, Mention, Role, Stance, Toll, content_id


class Unlinked:
    """Joins what a reviewer has joined, and nothing else."""

    fingerprint = "unlinked-1"

    def stored_under(self, mention: Mention) -> Iterable[str]:
        """Return no key."""
        return ()

    def asks_for(self, mention: Mention) -> Iterable[str]:
        """Return no key."""
        return ()

    def link(self, mentions: Sequence[Mention], must: Pairs, cannot: Pairs) -> Linked:
        """Return a cluster for each mention, those of ``must`` together."""
        cluster = {m.mention_id: {m.mention_id} for m in mentions}
        for one, other in must:
            joined = cluster[one] | cluster[other]
            cluster.update(dict.fromkeys(joined, joined))
        return Linked(tuple(sorted({tuple(sorted(members)) for members in cluster.values()})), ())

    def incident(self, mentions: Sequence[Mention], texts: Mapping[str, str]) -> Incident:
        """Return the values of the first mention that has each, and who gives them."""
        ids = tuple(sorted(m.mention_id for m in mentions))
        fields = tuple(_field(name, sorted(mentions, key=lambda m: m.mention_id)) for name in FIELDS)
        grade, reason = _grade(len({m.report.source or m.report.id for m in mentions}))
        return Incident(content_id(*ids), ids, fields, grade, reason)


FIELDS = ("type", "date", "place", "killed", "injured", "perpetrator", "target", "weapon")


def _grade(sources: int) -> tuple[Grade, str]:
    if sources > 1:
        return Grade.CORROBORATED, f"{sources} outlets"
    return Grade.SINGLE_SOURCE, "1 outlet"


def _field(name: str, mentions: Sequence[Mention]) -> IncidentField:
    tellings = tuple(t for m in mentions for t in _tellings(name, m))
    own = next((t.value for t in reversed(tellings) if t.claimant.kind is ClaimantKind.REVIEWER), None)
    summary = own or next((value for m in mentions if (value := _value(name, m))), None)
    grade, reason = _grade(len({t.source for t in tellings}))
    return IncidentField(name, summary, tellings, grade, reason)


def _tellings(name: str, mention: Mention) -> Sequence[Telling]:
    source, ident = mention.report.source or mention.report.id, mention.mention_id
    found = [Telling(c.value, c.claimant, c.stance, ident, source) for c in mention.claims if c.field == name]
    value = _value(name, mention)
    if value and value not in {t.value for t in found}:
        outlet = Claimant(mention.report.source or "unknown outlet", ClaimantKind.OUTLET)
        found.append(Telling(value, outlet, Stance.ASSERTS, ident, source))
    return found


def _value(name: str, mention: Mention) -> str | None:
    if name in set(Role):
        return "; ".join(a.name for a in mention.actors if a.role == name) or None
    values = {
        "type": mention.sub_event_type,
        "date": mention.date.edtf if mention.date else None,
        "place": (mention.place.name or mention.place.admin1) if mention.place else None,
        "killed": _range(mention.killed),
        "injured": _range(mention.injured),
        "weapon": mention.weapon.name if mention.weapon else None,
    }
    return values[name]


def _range(toll: Toll | None) -> str | None:
    if toll is None:
        return None
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.best) if toll.low == toll.high else f"{toll.low}-{toll.high}"
