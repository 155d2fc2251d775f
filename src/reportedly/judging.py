"""A reviewer's judgement: found, appended, applied, and the incidents that it concerns linked anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.errors import JudgementError
from reportedly.incidents import Judgement, Verdict
from reportedly.linking import Linker
from reportedly.records import Mention
from reportedly.runs import relink
from reportedly.store import (
    Cause,
    Decision,
    Store,
    append_judgement,
    apply_judgements,
    find,
    find_judgement,
    incidents_of,
    mark_changed,
    mark_stale,
    mentions_of,
    read_shown,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reviewer asks for.

    Attributes:
        verdict: What is decided.
        ids: Ids of mentions or of incidents, which stand for all their mentions; of a judgement, for ``UNDO``.
        who: The reviewer, as they sign.
        why: The reviewer's reason.
        field: Field that ``SET`` changes.
        value: Its new value; ``None`` says that it is not known.
    """

    verdict: Verdict
    ids: tuple[str, ...]
    who: str
    why: str | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it.

    Attributes:
        judgements: What was appended.
        incident_ids: The incidents that hold the mentions now, sorted.
    """

    judgements: tuple[Judgement, ...]
    incident_ids: tuple[str, ...]


def judge(store: Store, asked: Asked, linker: Linker, now: Callable[[], datetime]) -> Judged:
    """Append a judgement and apply it.

    Args:
        store: The store; the caller holds the right to write into it (``store.writing``).
        asked: What is asked for.
        linker: Links and sums up.
        now: Gives the time in UTC.

    Raises:
        StoreError: An id that means nothing.
        JudgementError: A value that a field cannot take, or a judgement that goes against one in force.
    """
    decisions = _decisions(store, asked)
    touched = _touched(store, decisions)
    with store.transaction():
        made = tuple(append_judgement(store, decision, now()) for decision in decisions)
        _refuse_unfit(store, made)
        mark_changed(store, touched)
        mark_stale(store)
    relink(store, linker, Cause(_words(asked), judgement_id=made[-1].judgement_id), now())
    return Judged(made, incidents_of(store, touched))


def _words(asked: Asked) -> str:
    why = f": {asked.why}" if asked.why else ""
    return f"{asked.verdict.value} by {asked.who}{why}"


def _refuse_unfit(store: Store, made: Sequence[Judgement]) -> None:
    """Refuse a judgement that cannot be applied: the transaction takes it back."""
    new = {judgement.judgement_id for judgement in made}
    for unfit in apply_judgements(store).unfit:
        if unfit.judgement.judgement_id in new:
            raise JudgementError(f"{store.path}: not written: {unfit.why}")


def _mentions(store: Store, ids: Sequence[str]) -> tuple[Mention, ...]:
    return tuple(shown.mention for shown in read_shown(store, rejected=True, mention_ids=ids))


def _decisions(store: Store, asked: Asked) -> tuple[Decision, ...]:
    if not asked.ids:
        raise JudgementError(f"{asked.verdict.value}: name a mention or an incident")
    if asked.verdict is Verdict.UNDO:
        found = [find_judgement(store, word).judgement_id for word in asked.ids]
        return tuple(Decision(Verdict.UNDO, asked.who, asked.why, undoes=ident) for ident in found)
    ids = tuple(dict.fromkeys(ident for word in asked.ids for ident in find(store, word).mention_ids))
    if asked.verdict is Verdict.PART:
        groups = _parted(store, ids)
    elif asked.verdict is Verdict.JOIN and len(ids) < 2:
        raise JudgementError("join: name two mentions or incidents at least")
    else:
        groups = (ids,)
    return tuple(
        Decision(asked.verdict, asked.who, asked.why, _mentions(store, group), asked.field, asked.value)
        for group in groups
    )


def _parted(store: Store, ids: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what to part: the mentions from one another, a lone one from each other mention of its incident."""
    if len(ids) > 1:
        return (ids,)
    others = [ident for ident in mentions_of(store, incidents_of(store, ids)) if ident not in ids]
    if not others:
        raise JudgementError(f"part: {ids[0]} is alone in its incident already")
    return tuple((ids[0], other) for other in others)


def _touched(store: Store, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Return the mentions that the decisions concern; of one that undoes, those of the judgement that it takes back."""
    found = {mention.mention_id for decision in decisions for mention in decision.mentions}
    for decision in decisions:
        if decision.undoes is not None:
            found.update(find_judgement(store, decision.undoes).mentions)
    return tuple(sorted(found))
