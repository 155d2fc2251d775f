"""The mention of an actor: what this package finds and what coders read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotate.actors_lexicon import ActorKind
from reportedly.records import Span


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as a sentence names it.

    Attributes:
        span: The words, without article and number.
        first: First token.
        last: Last token.
        head: Token that heads the words, for finding the mention among a clause's arguments.
        name: Neutral name.
        actor_id: Id in the lexicon, or a slug of the name.
        kind: ACLED's kind.
        generic: True where the name says no more than the role (Civilians, Unidentified armed group, bare "soldiers").
        label: True where the words are loaded ("terrorists", "occupation forces").
        personal: True for members or persons, False for the organisation.
        organisation_of_claims: True for who speaks and takes no part: monitors, media, ministries, witnesses.
        modifier: True for the X of ``X-held town``: no actor of the event.
        metonym: True for a capital or a country's bare name.
        weapon_owner: True where only the weapon is the actor's ("an Iranian drone").
        coreferent: True where the name comes from an earlier mention ("the group").
        carrier: Token of the noun that the actor owns or qualifies (positions, convoy, airstrikes), or ``None``.
        candidate: Neutral name of the armed group last named nearby, for a generic mention, or ``None``.
    """

    span: Span
    first: int
    last: int
    head: int
    name: str
    actor_id: str
    kind: ActorKind
    generic: bool = False
    label: bool = False
    personal: bool = False
    organisation_of_claims: bool = False
    modifier: bool = False
    metonym: bool = False
    weapon_owner: bool = False
    coreferent: bool = False
    carrier: int | None = None
    candidate: str | None = None
