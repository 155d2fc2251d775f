"""Turn attributions into claims: which field of a mention each claimant vouches for (codebook, ``claims``)."""

from __future__ import annotations

from reportedly.annotations import ActorMention
from reportedly.coding.attribution import Attribution
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.records import Claim, Stance

DISTANT = frozenset({Stance.CLAIMS, Stance.BLAMES, Stance.SPECULATES, Stance.DENIES})
"""Stances that leave a culprit a claim: the outlet does not make the accusation its own (codebook, ``perpetrator``)."""


def covers(attribution: Attribution, draft: Draft) -> bool:
    """Return whether an attribution's scope holds the deed itself."""
    return any(i in attribution.scope for n in draft.deeds for i in (n.index, n.predicate)) or (
        not draft.deeds and any(f.index in attribution.scope for f in draft.facts)
    )


def own_deed(attribution: Attribution, actor: ActorMention) -> bool:
    """Return whether the claimant tells its own deed."""
    return attribution.claimant.actor_id is not None and attribution.claimant.actor_id == actor.actor_id


def hold_back_culprits(draft: Draft) -> list[tuple[Attribution, ActorMention]]:
    """Take out of a draft the perpetrators that only a distant claim names, and return them with their claims."""
    held: list[tuple[Attribution, ActorMention]] = []
    for attribution, _ in draft.attributions:
        if attribution.stance not in DISTANT or not covers(attribution, draft):
            continue
        for actor in list(draft.parts.perpetrators):
            if actor.head in attribution.scope and not own_deed(attribution, actor):
                held.append((attribution, actor))
                draft.parts.perpetrators.remove(actor)
    return held


def _claim(field: str, value: str | None, attribution: Attribution) -> Claim:
    return Claim(field, value, attribution.claimant, attribution.stance, attribution.span)


def _tolls(draft: Draft, attribution: Attribution) -> list[Claim]:
    return [
        _claim(f.kind, str(f.toll.best), attribution)
        for f in draft.facts
        if f.index in attribution.scope or f.index == attribution.cue
    ]


def claims_of_telling(draft: Draft, first: bool, held: list[tuple[Attribution, ActorMention]]) -> list[Claim]:
    """Return the claims that one telling of a mention makes; ``first`` if it is the one that founds the mention."""
    found: list[Claim] = []
    for attribution, _ in draft.attributions:
        if attribution.culprits:
            continue
        mine = [actor for a, actor in held if a is attribution]
        if mine:
            found += [_claim("perpetrator", actor.name, attribution) for actor in mine]
            if first:
                found.append(_claim("event", None, attribution))
        elif covers(attribution, draft):
            found += _deed_claims(draft, first, attribution)
        else:
            found += _tolls(draft, attribution)
    return found


def _deed_claims(draft: Draft, first: bool, attribution: Attribution) -> list[Claim]:
    tolls = _tolls(draft, attribution)
    if first and draft.deeds:
        return [_claim("event", None, attribution)]
    if tolls:
        return tolls
    if not first and draft.parts.perpetrators and _passive_culprit(draft):
        return [_claim("perpetrator", a.name, attribution) for a in draft.parts.perpetrators]
    if not first and draft.place is not None and draft.definite:
        return [_claim("place", draft.place.value.name, attribution)]
    return [_claim("event", None, attribution)]


def _passive_culprit(draft: Draft) -> bool:
    """Return whether a telling is about who did it: "the shelling was carried out by ..."."""
    return draft.definite and any(n.support is not None and n.support.passive for n in draft.deeds)


def culprit_claims(reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return the perpetrator claims of a blame or an owning up."""
    names = [a.name for head in attribution.culprits for a in reading.actors_of(head)]
    names = names or ([] if not attribution.admission else [attribution.claimant.text])
    names = names or [_words(reading, h) for h in attribution.culprits if reading.tokens[h].pos != "PRON"]
    if attribution.stance is Stance.DENIES and not names:
        return [_claim("event", None, attribution)]
    return [_claim("perpetrator", name, attribution) for name in dict.fromkeys(names)]


def _words(reading: Reading, head: int) -> str:
    """Return a culprit whom no lexicon knows in the words of the report."""
    inside = reading.noun_phrase(head)
    return reading.span(inside[0], inside[-1]).text


_ACCUSING = frozenset({"accusation", "blame", "involvement", "responsibility", "responsible", "role", "involve"})


def answer_claim(reading: Reading, attribution: Attribution) -> Claim:
    """Return the claim of a denial or confirmation that names no deed: of the culprit, or of the whole event."""
    words = {reading.tokens[i].lemma for i in attribution.scope}
    return _claim("perpetrator" if words & _ACCUSING else "event", None, attribution)
