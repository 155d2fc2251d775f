"""Mentions into clusters: all at once, or some new ones into what is linked already, with the same outcome."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from reportedly.incidents import Link, Linked
from reportedly.link import clusters
from reportedly.link.constraints import Pair, among, check
from reportedly.link.profiles import Profile, profiles
from reportedly.link.reasons import reasons
from reportedly.link.scoring import Scored, scored
from reportedly.link.weights import Weights, shipped_weights
from reportedly.records import Mention, Status

FEW: Final = 4
"""Known mentions for each new one up to which all are scored at once: a first pass over the new pairs alone
would save less than it costs; set by hand."""


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Collect garbage less often while linking: rows are many, and none of them is garbage for long."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def linkable(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions that are events, each id once, by id: the only ones that are linked."""
    events = {m.mention_id: m for m in mentions if m.status is Status.EVENT}
    return tuple(events[mention_id] for mention_id in sorted(events))


@dataclass(frozen=True, slots=True)
class _Work:
    """Profiles by id, with what reviewers said of them by number."""

    profiles: tuple[Profile, ...]
    rules: clusters.Rules


def _work(mentions: Sequence[Mention], must: Sequence[Pair], cannot: Sequence[Pair]) -> _Work:
    check(must, cannot)
    found = profiles(mentions)
    number = {p.mention_id: n for n, p in enumerate(found)}
    must, cannot = among(must, cannot, number)
    reports: dict[str, int] = {}
    return _Work(
        found,
        clusters.Rules(
            _numbered(must, number),
            _numbered(cannot, number),
            [reports.setdefault(p.report_id, len(reports)) for p in found],
        ),
    )


def _numbered(pairs: Iterable[Pair], number: dict[str, int]) -> list[tuple[int, int]]:
    """Return pairs by number; one that names a mention which is not linked here says nothing of the others."""
    known = {(number[one], number[other]) for one, other in pairs if one in number and other in number}
    return sorted({(min(pair), max(pair)) for pair in known if pair[0] != pair[1]})


def _linked(work: _Work, weights: Weights, threads: int | None) -> Linked:
    if not work.profiles:
        return Linked((), (), ())
    with scored(work.profiles, weights, threads=threads) as scores:
        parts = clusters.groups(len(work.profiles), scores.at_least(clusters.JOIN_AT), work.rules.must)
        inside = scores.within(parts)
    found = clusters.cluster(parts, [(s.left, s.right, s.bits) for s in inside], work.rules)
    home = {member: n for n, members in enumerate(found) for member in members}
    ids = [p.mention_id for p in work.profiles]
    return Linked(
        clusters=tuple(tuple(ids[member] for member in members) for members in found),
        links=tuple(_link(s, work.profiles, weights) for s in inside if home[s.left] == home[s.right]),
        groups=tuple(tuple(ids[member] for member in members) for members in parts),
    )


def _link(scored: Scored, found: Sequence[Profile], weights: Weights) -> Link:
    one, other = found[scored.left], found[scored.right]
    return Link(
        left=one.mention_id,
        right=other.mention_id,
        probability=round(1 / (1 + 2**-scored.bits), 6),
        reasons=reasons(scored.levels, one, other, weights),
    )


def link(
    mentions: Iterable[Mention],
    must: Sequence[Pair] = (),
    cannot: Sequence[Pair] = (),
    weights: Weights | None = None,
    threads: int | None = None,
) -> Linked:
    """Return mentions linked into clusters; the same for any order of input and any number of cores.

    Args:
        mentions: Those of status ``event`` are linked, the others left out.
        must: Pairs of ids that meet whatever they score (a reviewer's joins).
        cannot: Pairs of ids that never meet, not even through others (a reviewer's partings).
        weights: The weights; the shipped ones by default.
        threads: Cores to use; all by default.

    Raises:
        LinkError: ``must`` and ``cannot`` contradict each other.
    """
    weights = weights or shipped_weights()
    with _fewer_collections():
        return _linked(_work(linkable(mentions), must, cannot), weights, threads)


@dataclass(frozen=True, slots=True)
class Known:
    """What is linked already and may be near new mentions.

    Attributes:
        mentions: Those whose ``index_keys`` meet a ``lookup_keys`` of a new one, those that a reviewer joined with a new
            one, and the rest of their groups; more do no harm.
        groups: The groups of ``Linked.groups`` that hold them.
    """

    mentions: tuple[Mention, ...]
    groups: tuple[tuple[str, ...], ...]


def link_new(
    known: Known,
    new: Iterable[Mention],
    must: Sequence[Pair] = (),
    cannot: Sequence[Pair] = (),
    weights: Weights | None = None,
    threads: int | None = None,
) -> Linked:
    """Return the clusters that new mentions make or change; all others stay as ``link`` of all would have them.

    Args:
        known: What is linked already and may be near the new ones, by the same weights and rulings.
        new: Mentions to add.
        must: All pairs that meet whatever they score.
        cannot: All pairs that never meet.
        weights: The weights; the shipped ones by default.
        threads: Cores to use; all by default.

    Returns:
        Clusters, links and groups of the new mentions and of all mentions in the groups that these touch. They replace
        what those mentions were in; what is not named keeps its incident.

    Raises:
        LinkError: ``must`` and ``cannot`` contradict each other.
    """
    check(must, cannot)
    weights = weights or shipped_weights()
    fresh = frozenset(m.mention_id for m in linkable(new))
    everything = linkable((*known.mentions, *new))
    with _fewer_collections():
        if len(known.mentions) > FEW * len(fresh):
            fitting = _fitting(everything, fresh, weights, threads)
            must, cannot = among(must, cannot, {m.mention_id for m in everything})
            fitting |= {i for pair in must if not fresh.isdisjoint(pair) for i in pair}
            inside = {i for group in known.groups if not fitting.isdisjoint(group) for i in group} | fresh
            everything = tuple(m for m in everything if m.mention_id in inside)
        found = _linked(_work(everything, must, cannot), weights, threads)
    return _only(found, {i for group in found.groups if not fresh.isdisjoint(group) for i in group})


def _fitting(mentions: Sequence[Mention], fresh: frozenset[str], weights: Weights, threads: int | None) -> set[str]:
    """Return the mentions that fit a new one, new ones included."""
    found = profiles(mentions)
    if not found:
        return set()
    with scored(found, weights, fresh, threads) as scores:
        return {found[n].mention_id for left, right, _ in scores.at_least(clusters.JOIN_AT) for n in (left, right)}


def _only(linked: Linked, wanted: set[str]) -> Linked:
    """Return what concerns some mentions."""
    return Linked(
        clusters=tuple(c for c in linked.clusters if c[0] in wanted),
        links=tuple(one for one in linked.links if one.left in wanted),
        groups=tuple(g for g in linked.groups if g[0] in wanted),
    )
