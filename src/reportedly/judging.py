"""A reviewer's judgement: found, appended, applied, and the incidents that it concerns linked anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.errors import JudgementError
from reportedly.incidents import Judgement, Verdict
from reportedly.linking import Linker, neutral_actor
from reportedly.records import ClaimantKind, Mention, Role, Status
from reportedly.runs import relink
from reportedly.store import (
    Cause,
    Decision,
    Store,
    append_judgement,
    apply_judgements,
    claims_of,
    ended_by,
    find_current,
    find_judgement,
    incidents_of,
    mark_changed,
    mark_stale,
    mentions_of,
    read_judgements,
    read_shown,
    standing,
    successors,
    verify,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reviewer asks for.

    Attributes:
        verdict: What is decided.
        ids: Ids of mentions or of incidents, which stand for all their mentions; of a judgement, for ``UNDO``.
        who: The reviewer, as they sign.
        why: The reviewer's reason.
        field: Field that ``SET`` changes; of ``REJECT`` the one of which a claim is rejected, ``None`` for whole mentions.
        value: Its new value, ``None`` where it is not known; of ``REJECT`` the claimant, by its words or a part of them.
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
        came_apart: Incidents that held the mentions before and whose other mentions are now elsewhere, with what they became.
        ended: Other incidents that the judgement ended, with what they became.
        former: Ids that were given of incidents that are no more, with the one that held their mentions.
    """

    judgements: tuple[Judgement, ...]
    incident_ids: tuple[str, ...]
    came_apart: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ended: tuple[tuple[str, tuple[str, ...]], ...] = ()
    former: tuple[tuple[str, str], ...] = ()


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
    if not asked.who.strip() or not asked.who.isprintable():
        raise JudgementError(f"--who {asked.who!r}: sign with a name; a judgement is kept for good")
    verify(store)
    decisions = _decisions(store, asked)
    former = _former(store, asked)
    touched = _touched(store, decisions)
    before = incidents_of(store, touched)
    with store.transaction():
        made = tuple(append_judgement(store, decision, now()) for decision in decisions)
        _refuse_unfit(store, made)
        mark_changed(store, touched)
        mark_stale(store)
    relink(store, linker, Cause(_words(asked), judgement_id=made[-1].judgement_id), now())
    after = incidents_of(store, touched)
    became = ((ident, successors(store, ident)) for ident in before if ident not in after)
    apart = tuple((ident, parts) for ident, parts in became if len(parts) > 1)
    others = (ident for ident in ended_by(store, made[-1].judgement_id) if ident not in before)
    ended = tuple((ident, successors(store, ident)) for ident in others)
    return Judged(made, after, apart, ended, former)


def _former(store: Store, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return the ids of former incidents among those given, with the incident that holds their mentions now."""
    words = () if asked.verdict is Verdict.UNDO else tuple(part for word in asked.ids for part in word.split("+"))
    found = ((word, find_current(store, word)) for word in words)
    return tuple((word, f.incident_id) for word, f in found if f.former and f.incident_id)


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
        return tuple(Decision(Verdict.UNDO, asked.who, asked.why, undoes=_undoable(store, word)) for word in asked.ids)
    if asked.verdict is Verdict.PART and any("+" in word for word in asked.ids):
        return _split(store, asked)
    ids = _ids(store, asked.ids)
    if asked.verdict is Verdict.REJECT and asked.field is not None:
        return _claim(store, asked, ids)
    if asked.verdict in (Verdict.JOIN, Verdict.PART):
        _refuse_no_events(store, asked, ids)
    if asked.verdict is Verdict.PART:
        groups = _parted(store, ids)
    elif asked.verdict is Verdict.JOIN and len(ids) < 2:
        raise JudgementError("join: name two mentions or incidents at least")
    else:
        groups = (ids,)
    return tuple(
        Decision(asked.verdict, asked.who, asked.why, _mentions(store, group), asked.field, _neutral(asked))
        for group in groups
    )


def _claim(store: Store, asked: Asked, ids: Sequence[str]) -> tuple[Decision, ...]:
    """Return the decision to reject what one claimant is coded to say of a field."""
    field, words = asked.field or "", " ".join((asked.value or "").split()).casefold()
    mentions = _mentions(store, ids)
    own = (c for m in mentions for c in m.claims if c.claimant.kind is not ClaimantKind.REVIEWER)
    names: dict[str, dict[str, str]] = {}
    for claim in own:
        names.setdefault(claim.field, {}).setdefault(claim.claimant.text.casefold(), claim.claimant.text)
    told = names.get(field, {})
    meant = [told[words]] if words in told else sorted(name for key, name in told.items() if words and words in key)
    if len(meant) != 1:
        raise JudgementError(f"{store.path}: reject {field} {asked.value}: {_no_claim(names, field, words, meant)}")
    concerned = tuple(m for m in mentions if claims_of(m, field, meant[0]))
    return (Decision(Verdict.REJECT, asked.who, asked.why, concerned, field, meant[0]),)


def _no_claim(names: dict[str, dict[str, str]], field: str, words: str, meant: Sequence[str]) -> str:
    """Return why no claim, or none by itself, is meant, and what can be written instead."""
    if meant:
        return f"several claimants are called so; write one of {'; '.join(meant)}"
    if any(words in name for name in names.get("event", {})):
        return f"this claimant tells it with the whole event; write event instead of {field}"
    told = sorted(names.get(field, {}).values())
    return f"nobody of that name claims it; {'claimed by ' + '; '.join(told) if told else f'no claim of {field} is coded here'}"


def _neutral(asked: Asked) -> str | None:
    """Return the value to set, actors by their neutral names: "RSF" as the reports' "Rapid Support Forces"."""
    if asked.value is None or asked.field not in set(Role):
        return asked.value
    return "; ".join(neutral_actor(name) or name.strip() for name in asked.value.split(";"))


def _ids(store: Store, words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the mentions that words mean, each once."""
    return tuple(dict.fromkeys(ident for word in words for ident in find_current(store, word).mention_ids))


def _split(store: Store, asked: Asked) -> tuple[Decision, ...]:
    """Return the decisions of ``part A+B C``: what ``+`` ties is one event, and no event with the others.

    One that a join holds to others stands for them all. A lone group is parted from the other mentions of its incidents.
    """
    groups = [_ids(store, word.split("+")) for word in asked.ids]
    named = {ident for group in groups for ident in group}
    _refuse_no_events(store, asked, sorted(named))
    joins = [(Verdict.JOIN, group) for group in groups if len(group) > 1]
    if len(groups) > 1:
        parts = [(Verdict.PART, tuple(group[0] for group in groups))]
    else:
        others = [i for i in mentions_of(store, incidents_of(store, groups[0])) if i not in named]
        parts = [(Verdict.PART, (groups[0][0], other)) for other in others]
    if not parts:
        raise JudgementError("part: these mentions have an incident of their own already")
    return tuple(Decision(v, asked.who, asked.why, _mentions(store, ids)) for v, ids in (*joins, *parts))


def _undoable(store: Store, word: str) -> str:
    """Return the id of a judgement that is in force."""
    found = find_judgement(store, word)
    if found.judgement_id not in {j.judgement_id for j in standing(read_judgements(store))}:
        raise JudgementError(f"{store.path}: {word}: this judgement is taken back already")
    return found.judgement_id


def _refuse_no_events(store: Store, asked: Asked, ids: Sequence[str]) -> None:
    """Refuse to join or part what is no event: it is in no incident."""
    for mention in _mentions(store, ids):
        if mention.status is not Status.EVENT:
            hint = f"{mention.mention_id} is no event ({mention.status.value}); set its status to event first"
            raise JudgementError(f"{store.path}: {asked.verdict.value}: {hint}")


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
    todo = [decision.undoes for decision in decisions]
    while todo:
        ident = todo.pop()
        if ident is not None:
            undone = find_judgement(store, ident)
            found.update(undone.mentions)
            todo.append(undone.undoes)
    return tuple(sorted(found))
