"""How well a value is borne out, and why: admitted, corroborated, single source or contested (after Airwars' ladder)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.incidents import Grade
from reportedly.link.kinship import kin_of, one_culprit
from reportedly.link.tellings import Told
from reportedly.link.tolls import Count, combine, count_of, latest, overtaken, with_room_for, write_range
from reportedly.records import Party, Stance


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade with its reason in words."""

    grade: Grade
    reason: str


def _names(items: set[str]) -> str:
    return ", ".join(sorted(items))


def denial(tellings: Sequence[Told]) -> Graded | None:
    """Return the grade of what somebody denies, ``None`` where nobody does."""
    who = {t.telling.claimant.text for t in tellings if t.telling.stance is Stance.DENIES or t.party is Party.DENIAL}
    return Graded(Grade.CONTESTED, f"denied by {_names(who)}") if who else None


def admission(tellings: Sequence[Told]) -> Graded | None:
    """Return the grade of what the doer itself owns up to, ``None`` where none does."""
    who = {t.telling.claimant.text for t in tellings if t.party is Party.ADMISSION}
    return Graded(Grade.ADMITTED, f"owned up to by {_names(who)}") if who else None


def by_sources(sources: set[str]) -> Graded:
    """Return the grade by the number of independent sources."""
    if len(sources) >= 2:
        return Graded(Grade.CORROBORATED, f"{len(sources)} independent sources: {_names(sources)}")
    return Graded(Grade.SINGLE_SOURCE, f"one source: {_names(sources)}" if sources else "nobody tells it")


def grade_value(tellings: Sequence[Told], value: str | None) -> Graded:
    """Grade a field whose summary is ``value`` by those who give just that value; who denies the event denies no place."""
    denied = denial([t for t in tellings if not t.of_event])
    if denied is not None:
        return denied
    return by_sources(
        {t.telling.source for t in tellings if t.telling.value == value and t.telling.stance is not Stance.DENIES}
    )


def camps(tellings: Sequence[Told]) -> tuple[tuple[str, ...], ...]:
    """Return the culprits that are told, those together that one telling can mean; more than one camp are rivals.

    Two named in one mention by one claimant are partners, not rivals.
    """
    together: dict[tuple[str, str], set[str]] = {}
    for told in tellings:
        if told.telling.value is not None and told.telling.stance is not Stance.DENIES:
            together.setdefault((told.telling.mention_id, told.telling.claimant.text), set()).add(told.telling.value)
    found: list[set[str]] = []
    for names in sorted((sorted(names) for names in together.values()), key=lambda names: (-len(names), names)):
        home = [
            camp for camp in found if any(one == other or one_culprit(one, other) for one in names for other in camp)
        ]
        merged = set(names).union(*home)
        found = [camp for camp in found if camp not in home] + [merged]
    return tuple(sorted(tuple(sorted(camp)) for camp in found))


def grade_culprits(tellings: Sequence[Told]) -> Graded:
    """Grade who did it: rivals and denials contest it, an admission settles it, else sources count."""
    rivals = camps(tellings)
    if len(rivals) > 1:
        told = "; ".join(f"{_names(set(camp))} (by {_names(_who(tellings, camp))})" for camp in rivals)
        return Graded(Grade.CONTESTED, f"rival culprits: {told}")
    named = [t.telling for t in tellings if t.telling.value is not None]
    # Who tells of gunmen bears out no group by its name.
    special = [t for t in named if not kin_of(t.value or "").covers]
    return denial(tellings) or admission(tellings) or by_sources({t.source for t in special or named})


def _who(tellings: Sequence[Told], camp: tuple[str, ...]) -> set[str]:
    told = (t.telling for t in tellings if t.telling.stance is not Stance.DENIES)
    return {t.claimant.text for t in told if t.value in camp}


def grade_toll(tellings: Sequence[Told], counts: Sequence[Count]) -> Graded:
    """Grade a toll: sources bear it out whose newest ranges have room for its best; ranges that never meet contest it.

    A toll that another source has since told as risen or revised contests nothing.
    """
    denied = denial(tellings)
    if denied is not None:
        return denied
    newest = latest(counts)
    whole = combine(newest)
    since = overtaken(newest)
    newest = tuple(c for c in newest if c not in since)
    agree = {c.source for c in with_room_for(whole[1], newest)} if whole else set()
    if len(newest) < 2 or len(agree) > 1:
        return by_sources(agree or {c.source for c in newest})
    told = "; ".join(f"{write_range(c.count)} ({c.source})" for c in newest)
    return Graded(Grade.CONTESTED, f"tolls that do not meet: {told}")


def counts_of(tellings: Sequence[Told], published: Mapping[str, date | None]) -> tuple[Count, ...]:
    """Return the tolls among tellings.

    Args:
        tellings: Of the field ``killed`` or ``injured``.
        published: The day of each mention's report, by mention id.
    """
    found = (count_of(told.telling, published) for told in tellings)
    return tuple(count for count in found if count is not None)
