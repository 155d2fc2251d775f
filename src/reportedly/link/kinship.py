"""How actors' names hang together: parents, sponsors, organs of one state, and general names that may mean many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly.resources import lexicon_names, load_csv, load_toml

_SKIPPED: Final = frozenset({"actors/homes.toml", "actors/claimants.toml"})
"""Files beside the actors' own: readings by country, and those who only tell."""


_ARMED: Final = frozenset({"rebel", "political", "identity"})
"""Kinds of armed groups that are no organ of a state."""


@dataclass(frozen=True, slots=True)
class Kin:
    """What an actor's neutral name is compared by.

    Attributes:
        kin: Itself, what it is part of, who backs it, and the state whose organ any of them is.
        covers: Marks of those whom it may mean, for a general name ("militants"); empty for all others.
        marks: Marks by which a general name may mean it.
    """

    kin: frozenset[str]
    covers: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Ties:
    """The lexicons' ties, by neutral name."""

    above: dict[str, set[str]]
    kinds: dict[str, set[str]]
    covers: dict[str, frozenset[str]]


def _state_ties() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the state above each organ, and the kind of each organ."""
    above: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    for row in load_csv("actors/states.csv"):
        of = row["of"] or row["name"]
        organs = (
            row["army"] or f"Military Forces of {of}",
            row["air"] or f"Air Force of {of}",
            row["government"] or f"Government of {of}",
            f"Police Forces of {of}",
        )
        for organ in organs:
            above.setdefault(organ, set()).add(f"state {row['iso']}")
            kinds.setdefault(organ, set()).add("state")
    return above, kinds


@cache
def _ties() -> _Ties:
    above, kinds = _state_ties()
    for file in lexicon_names():
        if not file.startswith("actors/") or not file.endswith(".toml") or file in _SKIPPED:
            continue
        for group in load_toml(file)["group"]:
            for raw in group["actors"]:
                name = raw.get("neutral", raw["name"])
                above.setdefault(name, set()).update({*raw.get("parents", ()), *raw.get("sponsors", ())} - {name})
                kinds.setdefault(name, set()).add(raw["kind"])
    covers = {
        raw["name"]: frozenset(
            {*(f"kind {kind}" for kind in raw.get("kinds", ())), *(f"name {name}" for name in raw.get("names", ()))}
        )
        for raw in load_toml("link/actors.toml")["general"]
    }
    return _Ties(above, kinds, covers)


@cache
def kin_of(name: str) -> Kin:
    """Return what the actor of a neutral name is compared by; an unknown name is kin to itself alone.

    Raises:
        LexiconError: A lexicon of actors is missing or malformed.
    """
    ties = _ties()
    found, front = {name}, [name]
    while front:
        fresh = ties.above.get(front.pop(), set()) - found
        found |= fresh
        front.extend(fresh)
    marks = {f"name {name}", *(f"kind {kind}" for kind in ties.kinds.get(name, ()))}
    return Kin(frozenset(found), ties.covers.get(name, frozenset()), frozenset(marks))


@cache
def kin_of_all(names: frozenset[str]) -> Kin:
    """Return what a set of actors is compared by: all that any of them is."""
    return _joined(kin_of(name) for name in names)


def _joined(kin: Iterable[Kin]) -> Kin:
    each = tuple(kin)
    return Kin(
        frozenset().union(*(k.kin for k in each)),
        frozenset().union(*(k.covers for k in each)),
        frozenset().union(*(k.marks for k in each)),
    )


def one_culprit(one: str, other: str) -> bool:
    """Return whether two names can mean one doer: part and whole, general and special, organs of one state.

    A group and the army that backs it are two, and so are the organs of two states, whoever backs whom.
    """
    mine, theirs = _own_states(one), _own_states(other)
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    left, right = kin_of(one), kin_of(other)
    if one in right.kin or other in left.kin:
        return not _backed(one, other) and not _backed(other, one)
    if not left.covers.isdisjoint(right.marks) or not right.covers.isdisjoint(left.marks):
        return True
    states = {name for name in left.kin & right.kin if name.startswith("state ")}
    return bool(states) and _ARMED.isdisjoint(_ties().kinds.get(one, set()) | _ties().kinds.get(other, set()))


def _own_states(name: str) -> frozenset[str]:
    """Return the states whose organ an actor is by itself."""
    ties = _ties()
    organ = "state" in ties.kinds.get(name, set())
    return frozenset(above for above in ties.above.get(name, set()) if organ and above.startswith("state "))


def _backed(group: str, sponsor: str) -> bool:
    """Return whether an armed group stands below a state's organ as its sponsor."""
    kinds = _ties().kinds
    return not _ARMED.isdisjoint(kinds.get(group, set())) and "state" in kinds.get(sponsor, set())
