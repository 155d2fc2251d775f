"""Apply the judgements in force to the mentions as they are coded now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from reportedly.errors import JudgementError
from reportedly.incidents import Judgement, Verdict
from reportedly.records import Mention
from reportedly.store.codec import to_json, writable
from reportedly.store.database import Store
from reportedly.store.fields import claims_of, with_field, without_claim
from reportedly.store.judgements import Anchor, Anchored, in_force, read_judgements
from reportedly.store.mentions import CLAIM_COLUMNS, claim_values, read_mentions

SAME_QUOTE = 0.5
"""Share of two quotes that both hold, from which a mention with another trigger is the judged one, if its type is that."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Unfit:
    """A judgement that no longer fits what is coded, with the reason."""

    judgement: Judgement
    why: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the judgements in force come to.

    Attributes:
        must: Pairs of mentions that are one event.
        cannot: Pairs that are not.
        unfit: What could not be applied.
        tied: Mentions that a judgement joins or parts, or would if it fitted.
    """

    must: tuple[Pair, ...] = ()
    cannot: tuple[Pair, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    tied: frozenset[str] = frozenset()


def apply_judgements(store: Store, write: bool = True) -> Rulings:
    """Find what the judgements make of each mention.

    Args:
        store: The store.
        write: Also write it; to be called in a transaction.

    Returns:
        The pairs for linking, and the judgements that no longer fit.
    """
    working = _Working(store)
    for anchored in in_force(read_judgements(store)):
        working.apply(anchored)
    if write:
        working.write()
    pairs = tuple(sorted(working.must)), tuple(sorted(working.cannot))
    return Rulings(*pairs, tuple(working.unfit), frozenset(working.tied))


def actor_id(store: Store, name: str) -> str:
    """Return an actor's id by its neutral name: as the reports' actors have it, else made from the name."""
    found = store.row("SELECT min(actor_id) FROM mention_actors WHERE name = ?", (writable(name),))
    return str(found[0]) if found and found[0] else "-".join(name.lower().split())


class _Working:
    """The judgements applied so far."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.must: set[Pair] = set()
        self.cannot: set[Pair] = set()
        self.unfit: list[Unfit] = []
        self.tied: set[str] = set()
        self._verdicts: dict[str, str] = {}
        self._by: dict[str, list[str]] = defaultdict(list)
        self._mentions: dict[str, Mention] = {}
        self._set: dict[str, dict[str, str]] = defaultdict(dict)
        self._rejected: dict[tuple[str, int], str] = {}
        self._groups: dict[str, str] = {}

    def apply(self, anchored: Anchored) -> None:
        judgement = anchored.judgement
        found = {anchor.mention_id: find_mention(self.store, anchor) for anchor in anchored.anchors}
        lost = sorted(ident for ident, now in found.items() if now is None)
        if lost:
            self._refuse(judgement, f"no mention is coded any more where {', '.join(lost)} lay")
        now = sorted({ident for ident in found.values() if ident is not None})
        if judgement.verdict in (Verdict.JOIN, Verdict.PART):
            self.tied.update(now)
        try:
            applied = self._apply(judgement, now)
        except JudgementError as error:
            self._refuse(judgement, str(error))
            return
        for ident in now if applied else ():
            self._by[ident].append(judgement.judgement_id)

    def _apply(self, judgement: Judgement, now: list[str]) -> bool:
        if judgement.verdict is Verdict.REJECT and judgement.field is not None:
            for ident in now:
                self._reject_claim(ident, judgement)
        elif judgement.verdict in (Verdict.ACCEPT, Verdict.REJECT):
            self._verdicts.update(dict.fromkeys(now, judgement.verdict.value))
        elif judgement.verdict is Verdict.SET:
            for ident in now:
                self._set_field(ident, judgement)
        elif judgement.verdict is Verdict.JOIN:
            self._join(now)
        else:
            self._part(judgement, now)
        return bool(now)

    def _refuse(self, judgement: Judgement, why: str) -> None:
        self.unfit.append(Unfit(judgement, why))

    def _mention(self, ident: str) -> Mention:
        return self._mentions.get(ident) or next(read_mentions(self.store, [ident]))

    def _reject_claim(self, ident: str, judgement: Judgement) -> None:
        field, claimant = judgement.field or "", judgement.value or ""
        self._mentions[ident] = without_claim(self._mention(ident), field, claimant)
        coded = next(read_mentions(self.store, [ident]))
        rejected = claims_of(coded, field, claimant)
        for number, claim in enumerate(coded.claims):
            if claim in rejected:
                self._rejected[ident, number] = judgement.judgement_id

    def _set_field(self, ident: str, judgement: Judgement) -> None:
        mention = self._mention(ident)
        name, value = judgement.field or "", judgement.value
        self._mentions[ident] = with_field(mention, name, value, judgement.who, lambda n: actor_id(self.store, n))
        self._set[ident][name] = judgement.judgement_id

    def _root(self, ident: str) -> str:
        while (above := self._groups.get(ident, ident)) != ident:
            ident = above
        return ident

    def _join(self, now: Sequence[str]) -> None:
        roots = {self._root(ident) for ident in now}
        for one, other in sorted(self.cannot):
            if {self._root(one), self._root(other)} <= roots:
                raise JudgementError(f"{one} and {other} are held apart by an earlier judgement; undo that one first")
        for one, other in pairwise(now):
            self._groups[self._root(other)] = self._root(one)
            self.must.add((one, other))

    def _part(self, judgement: Judgement, now: Sequence[str]) -> None:
        if len(now) < len(judgement.mentions):
            raise JudgementError("some of the mentions to part are coded as one, or not at all")
        for one, other in combinations(now, 2):
            if self._root(one) == self._root(other):
                raise JudgementError(
                    f"{one} and {other} are held together by an earlier judgement; undo that one first"
                )
        self.cannot.update(combinations(now, 2))

    def write(self) -> None:
        self.store.write("DELETE FROM judged_mentions")
        self.store.write("DELETE FROM claims WHERE judgement_id IS NOT NULL")
        self.store.write("UPDATE claims SET rejected_by = NULL WHERE rejected_by IS NOT NULL")
        for ident, judgements in sorted(self._by.items()):
            mention = self._mentions.get(ident)
            record = to_json(mention, frozenset({"report"})) if mention else None
            cells = (ident, self._verdicts.get(ident), json.dumps(judgements), record)
            self.store.insert("judged_mentions", "mention_id verdict judgements record", cells)
            if mention:
                self._write_claims(mention)

        self.store.write_all(
            "UPDATE claims SET rejected_by = ? WHERE mention_id = ? AND position = ? AND judgement_id IS NULL",
            [(judgement, ident, number) for (ident, number), judgement in sorted(self._rejected.items())],
        )

    def _write_claims(self, mention: Mention) -> None:
        coded = next(read_mentions(self.store, [mention.mention_id])).claims
        rows = (
            (*claim_values(mention.mention_id, len(coded) + n, claim), self._set[mention.mention_id][claim.field])
            for n, claim in enumerate(c for c in mention.claims if c not in coded)
        )
        self.store.insert("claims", f"{CLAIM_COLUMNS} judgement_id", *rows)


def find_mention(store: Store, anchor: Anchor) -> str | None:
    """Return the id of the current mention that an anchor means: the same, else the one that overlaps it best.

    A mention is another one's successor if the words that name the act overlap, or if the type is the same and the
    quotes share at least ``SAME_QUOTE`` of what they hold.
    """
    if store.row("SELECT 1 FROM mentions WHERE mention_id = ?", (anchor.mention_id,)):
        return anchor.mention_id
    rows = store.rows(
        "SELECT mention_id, trigger_start, trigger_end, quote_start, quote_end, sub_event_type, place "
        "FROM mentions WHERE report_id = ?",
        (_report_now(store, anchor.report_id),),
    )
    found = []
    for ident, start, end, first, last, kind, place in rows:
        trigger, quote = _shared(anchor.trigger, (start, end)), _shared(anchor.quote, (first, last))
        if trigger > 0 or (quote >= SAME_QUOTE and kind == anchor.sub_event_type):
            found.append((-trigger, -quote, kind != anchor.sub_event_type, place != anchor.place, ident))
    return min(found)[-1] if found else None


def _report_now(store: Store, report_id: str) -> str:
    """Return the report that has taken a report's place: the same words with newer metadata."""
    seen = {report_id}
    while (found := store.row("SELECT replaced_by FROM reports WHERE report_id = ?", (report_id,))) and found[0]:
        if found[0] in seen:
            break
        report_id = found[0]
        seen.add(report_id)
    return report_id


def _shared(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the share of two stretches that both hold, from 0 to 1."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    whole = max(one[1], other[1]) - min(one[0], other[0])
    return both / whole if both > 0 else 0.0
