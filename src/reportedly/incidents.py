"""The records of what comes after coding: links between mentions, incidents, and a reviewer's judgements.

Words are those of ``DESIGN.md``, "Words"; the records of one report alone are in ``records``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportedly.records import Claimant, Stance


class Grade(StrEnum):
    """How well a value is borne out, after Airwars' ladder in neutral words."""

    ADMITTED = "admitted"
    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single source"
    CONTESTED = "contested"


class Update(StrEnum):
    """How a toll is told that takes the place of an earlier one."""

    RISEN = "risen"
    REVISED = "revised"


class Verdict(StrEnum):
    """What a judgement decides."""

    ACCEPT = "accept"
    REJECT = "reject"
    SET = "set"
    JOIN = "join"
    PART = "part"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison of two mentions.

    Attributes:
        comparison: What was compared: ``date``, ``place``, ``type``, ``perpetrator``, ``target``, ``killed``,
            ``injured``, ``weapon``, ``wording``, ``order``, ``site``, ``hour``; ``prior`` for what any two candidates start from.
        words: The outcome for a reader: ``same day``, ``2 km apart``, ``tolls differ``.
        weight: Base-2 logarithm of the Bayes factor; below zero it speaks against the two being one event.
    """

    comparison: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that were compared, ``left`` before ``right``.

    Attributes:
        left: A mention's id.
        right: Another's.
        probability: That both tell one event, from 0 to 1.
        reasons: The comparisons, in a fixed order; their weights and the prior's give the probability.
    """

    left: str
    right: str
    probability: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking gives.

    Attributes:
        clusters: The mention ids of each incident, sorted; every mention of status ``event`` is in one cluster.
        links: The compared pairs inside the clusters, by ``left`` and ``right``.
        groups: What fitting pairs connect, each a cluster or several, sorted. New mentions can change the clusters of
            those groups alone that they fit; whoever adds mentions later keeps them.
    """

    clusters: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """A value of a field as one mention's claimant gives it.

    Attributes:
        value: The value, as a claim writes it.
        claimant: Who says so.
        stance: How.
        mention_id: The mention that holds it.
        source: Key of the independent source: reprints and one agency's copies share one.
        partial: True for a toll told of some of the victims alone ("two children were killed").
        update: Set for a toll that is told as risen ("the death toll rose to 12") or as revised or corrected.
    """

    value: str | None
    claimant: Claimant
    stance: Stance
    mention_id: str
    source: str
    partial: bool = False
    update: Update | None = None


@dataclass(frozen=True, slots=True)
class IncidentField:
    """One field of an incident: the summary, and every value with who gives it.

    Attributes:
        field: ``type``, ``date``, ``place``, ``killed``, ``injured``, ``perpetrator``, ``target``, ``weapon``.
        summary: The value that a table shows; ``None`` where nothing is known or rivals forbid a choice.
        tellings: All values, in the order of ``mention_id``, claimant and value.
        grade: How well it is borne out.
        reason: Why that grade, in words.
    """

    field: str
    summary: str | None
    tellings: tuple[Telling, ...]
    grade: Grade
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """The mentions that are held to be one event in the world.

    Attributes:
        incident_id: Stays the same while its mentions do.
        mention_ids: Sorted.
        fields: In the order of ``IncidentField.field``.
        grade: That of the event itself.
        reason: Why that grade.
    """

    incident_id: str
    mention_ids: tuple[str, ...]
    fields: tuple[IncidentField, ...]
    grade: Grade
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer decided: appended, never overwritten.

    Attributes:
        judgement_id: Hash of all that follows, ``previous`` included, so that none can be changed unseen.
        previous: Id of the judgement before, or ``None`` for the first.
        who: The reviewer, as they sign.
        when: UTC.
        why: The reviewer's reason, or ``None``.
        verdict: What is decided.
        mentions: Ids of the mentions that it concerns, sorted.
        field: Field that ``SET`` changes; of ``REJECT`` the one of which a claim is rejected, ``None`` for whole mentions.
        value: Its new value; ``None`` says that it is not known. Of ``REJECT`` whose claim it is.
        undoes: Judgement that ``UNDO`` takes back.
    """

    judgement_id: str
    previous: str | None
    who: str
    when: datetime
    why: str | None
    verdict: Verdict
    mentions: tuple[str, ...]
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
