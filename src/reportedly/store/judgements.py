"""Judgements: appended, chained by their hashes, each with an anchor in the report for every mention it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.errors import JudgementError
from reportedly.incidents import Judgement, Verdict
from reportedly.records import Mention, content_id
from reportedly.store.codec import from_json, to_json, writable
from reportedly.store.database import Row, Store

_COLUMNS = "judgement_id previous who at why verdict mentions field value undoes record"

_ANCHOR_COLUMNS = (
    "judgement_id mention_id report_id trigger_start trigger_end quote_start quote_end sub_event_type place"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judged mention lay, by which it is found again when a newer coder gives it another id.

    Attributes:
        mention_id: Its id when it was judged.
        report_id: Its report.
        trigger: Start and end of the word that names the act.
        quote: Start and end of the words that tell it.
        sub_event_type: Its type.
        place: The place's name.
    """

    mention_id: str
    report_id: str
    trigger: tuple[int, ...]
    quote: tuple[int, ...]
    sub_event_type: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Anchored:
    """A judgement with its anchors, in the order of its mentions."""

    judgement: Judgement
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decides, before it has a place in the chain.

    Attributes:
        verdict: What is decided.
        who: The reviewer, as they sign.
        why: The reviewer's reason.
        mentions: The mentions that it concerns, as they are shown now.
        field: Field that ``SET`` changes.
        value: Its new value; ``None`` says that it is not known.
        undoes: Judgement that ``UNDO`` takes back.
    """

    verdict: Verdict
    who: str
    why: str | None = None
    mentions: tuple[Mention, ...] = ()
    field: str | None = None
    value: str | None = None
    undoes: str | None = None


def anchor_of(mention: Mention) -> Anchor:
    """Return the anchor of a mention."""
    return Anchor(
        mention.mention_id,
        mention.report.id,
        (mention.trigger.start, mention.trigger.end),
        (mention.quote.start, mention.quote.end),
        mention.sub_event_type,
        writable(mention.place.name) if mention.place and mention.place.name else None,
    )


def _id_of(judgement: Judgement, anchors: tuple[Anchor, ...]) -> str:
    """Return the hash of a judgement: of all its fields but the id, that of the one before among them, and its anchors."""
    return content_id(to_json(Anchored(replace(judgement, judgement_id=""), anchors)))


def append_judgement(store: Store, decision: Decision, when: datetime) -> Judgement:
    """Write a judgement behind the last one; to be called in a transaction.

    Args:
        store: The store.
        decision: What is decided.
        when: UTC.
    """
    last = store.row("SELECT judgement_id FROM judgements ORDER BY number DESC LIMIT 1")
    anchors = tuple(anchor_of(m) for m in sorted(decision.mentions, key=lambda m: m.mention_id))
    judgement = Judgement(
        judgement_id="",
        previous=last[0] if last else None,
        who=decision.who,
        when=when,
        why=decision.why,
        verdict=decision.verdict,
        mentions=tuple(a.mention_id for a in anchors),
        field=decision.field,
        value=decision.value,
        undoes=decision.undoes,
    )
    judgement = replace(judgement, judgement_id=_id_of(judgement, anchors))
    _put(store, judgement, anchors)
    return judgement


def _cells(judgement: Judgement) -> Row:
    words = (judgement.field, judgement.value)
    return (
        judgement.judgement_id,
        judgement.previous,
        writable(judgement.who),
        judgement.when.isoformat(timespec="seconds"),
        None if judgement.why is None else writable(judgement.why),
        judgement.verdict.value,
        " ".join(judgement.mentions),
        *(None if word is None else writable(word) for word in words),
        judgement.undoes,
        to_json(judgement),
    )


def _put(store: Store, judgement: Judgement, anchors: tuple[Anchor, ...]) -> None:
    store.insert("judgements", _COLUMNS, _cells(judgement))
    rows = (
        (judgement.judgement_id, a.mention_id, a.report_id, *a.trigger, *a.quote, a.sub_event_type, a.place)
        for a in anchors
    )
    store.insert("judgement_anchors", _ANCHOR_COLUMNS, *rows)


def read_judgements(store: Store) -> tuple[Anchored, ...]:
    """Return all judgements in the order in which they were made."""
    anchors = _anchors(store)
    found = (from_json(Judgement, record) for (record,) in store.rows("SELECT record FROM judgements ORDER BY number"))
    return tuple(Anchored(j, anchors.get(j.judgement_id, ())) for j in found)


def find_judgement(store: Store, word: str) -> Judgement:
    """Return the judgement that an id or the beginning of one means.

    Raises:
        JudgementError: None, or several.
    """
    judgements = [a.judgement for a in read_judgements(store) if a.judgement.judgement_id.startswith(word)]
    if len(judgements) != 1 or not word:
        many = "several judgements begin so" if judgements else "no judgement has this id"
        raise JudgementError(f"{store.path}: {word}: {many}")
    return judgements[0]


def _anchors(store: Store) -> dict[str, tuple[Anchor, ...]]:
    found: dict[str, tuple[Anchor, ...]] = {}
    columns = ", ".join(_ANCHOR_COLUMNS.split())
    for ident, mention, report, start, end, first, last, kind, place in store.rows(
        f"SELECT {columns} FROM judgement_anchors ORDER BY judgement_id, mention_id"
    ):
        anchor = Anchor(mention, report, (start, end), (first, last), kind, place)
        found[ident] = (*found.get(ident, ()), anchor)
    return found


def verify(store: Store) -> str | None:
    """Check the chain of judgements: that none was changed, put in or taken out.

    Returns:
        Id of the last judgement, which, kept elsewhere, also shows whether later ones were taken off; ``None`` if there
        is no judgement.

    Raises:
        JudgementError: The chain is broken; the message names the first judgement at fault.
    """
    previous = None
    anchors = _anchors(store)
    columns = ", ".join(_COLUMNS.split())
    for number, *cells in store.rows(f"SELECT number, {columns} FROM judgements ORDER BY number"):
        judgement = _readable(cells[-1])
        own = anchors.pop(str(cells[0]), ())
        whole = judgement is not None and tuple(cells) == _cells(judgement)
        if judgement is None or not whole or judgement.judgement_id != _id_of(judgement, own):
            raise JudgementError(f"{store.path}: judgement {number} ({cells[0]}) was changed after it was made")
        if judgement.previous != previous:
            raise JudgementError(f"{store.path}: before judgement {number} ({cells[0]}) one was put in or taken out")
        previous = judgement.judgement_id
    if anchors:
        raise JudgementError(f"{store.path}: anchors of a judgement that is not there: {min(anchors)}")
    return previous


def _readable(record: str) -> Judgement | None:
    try:
        return from_json(Judgement, record)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def standing(judgements: tuple[Anchored, ...]) -> tuple[Judgement, ...]:
    """Return the judgements that are not taken back, in order, those that take others back among them."""
    undone: set[str] = set()
    for judgement in (a.judgement for a in reversed(judgements)):
        if judgement.verdict is Verdict.UNDO and judgement.judgement_id not in undone and judgement.undoes:
            undone.add(judgement.undoes)
    return tuple(a.judgement for a in judgements if a.judgement.judgement_id not in undone)


def in_force(judgements: tuple[Anchored, ...]) -> tuple[Anchored, ...]:
    """Return the judgements that are not taken back, in order; one whose undoing was itself undone is back in force."""
    stands = {j.judgement_id for j in standing(judgements) if j.verdict is not Verdict.UNDO}
    return tuple(a for a in judgements if a.judgement.judgement_id in stands)
