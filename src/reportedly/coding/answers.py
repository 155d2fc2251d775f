"""Tell a party's answer about a deed just told from a deed of its own ("The army denied that it had hit the clinic")."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.attributed import Attribution
from reportedly.coding.draft import Draft
from reportedly.records import ClaimantKind, Stance, Status

REACH = 3
"""Sentences between a deed and the answer to it."""

FAR = 12
"""Sentences between a deed and the denial of whom the report names as its doer: parties are heard at the end of it."""

_AIMING = frozenset({"target", "hit", "strike", "attack", "bomb", "shell", "aim"})
"""What a party says that it did, by way of an answer: "it said it was targeting a command post"."""

_CALM = frozenset({"Other", "Agreement", "Peaceful protest", "Headquarters or base established", ""})


def answered(later: Draft, story: Sequence[Draft]) -> Draft | None:
    """Return the deed told shortly before that a party's words answer, or ``None`` where they tell a deed of their own."""
    voices = [a for a in later.attributions if a.head is not None and _held(a, later)]
    if later.place is not None or _dated(later, voices) or later.facts or later.reading.sentence.title:
        return None
    denied = any(a.stance is Stance.DENIES for a in voices)
    if not denied and not any(_speaks_of_itself(a, later) for a in voices):
        return None
    best: tuple[int, Draft] | None = None
    for number, earlier in enumerate(story):
        gap = later.reading.sentence.index - earlier.reading.sentence.index
        reach = FAR if denied and _names_a_denier(earlier, voices) else REACH
        told = 0 < gap <= reach and earlier.verdict.status is Status.EVENT and earlier.type not in _CALM
        if not told or _by_others(earlier, later):
            continue
        # What a report opens with, and what killed, is what parties are asked about.
        score = bool(earlier.facts) + (number == 0) - gap
        if best is None or score >= best[0]:
            best = (score, earlier)
    return None if best is None else best[1]


def _names_a_denier(earlier: Draft, voices: Sequence[Attribution]) -> bool:
    """Return whether the doer of a deed is one of those who speak."""
    speakers = {a.claimant.actor_id for a in voices if a.claimant.actor_id is not None}
    return any(a.actor_id in speakers for a in earlier.parts.perpetrators)


def _dated(draft: Draft, voices: Sequence[Attribution]) -> bool:
    """Return whether a deed has a day of its own, and not that of the statement ("In a statement on Monday, X denied")."""
    if draft.date is None:
        return False
    tokens = [i for i, date in draft.reading.date_at.items() if date is draft.date]
    return not voices or any(a.holds(i) for a in voices for i in tokens)


def _held(attribution: Attribution, draft: Draft) -> bool:
    return any(attribution.holds(n.index) for n in draft.deeds)


def _speaks_of_itself(attribution: Attribution, draft: Draft) -> bool:
    """Return whether a fighting side says what its own strike was aimed at."""
    own = attribution.claimant.actor_id is not None and any(
        a.actor_id == attribution.claimant.actor_id for a in draft.parts.perpetrators
    )
    aiming = {draft.reading.tokens[n.index].lemma for n in draft.deeds} <= _AIMING
    return own and aiming and attribution.claimant.kind is ClaimantKind.BELLIGERENT


def _by_others(earlier: Draft, later: Draft) -> bool:
    """Return whether the two name doers that are not of one side."""
    deniers = [
        a.head for a in later.attributions if a.stance is Stance.DENIES and a.head is not None and _held(a, later)
    ]
    accused = [actor for head in deniers for actor in later.reading.actors_of(head)]
    mine = [a for a in (*later.parts.perpetrators, *accused) if not a.generic]
    theirs = [a for a in earlier.parts.perpetrators if not a.generic]
    world = later.reading.world
    return bool(mine and theirs) and not any(world.related(a, b) for a in mine for b in theirs)
