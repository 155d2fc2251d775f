"""Turn attributions into claims: which field of a mention each claimant vouches for (codebook, ``claims``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportedly.annotations import OBJECT, SUBJECT, ActorMention, DateExpression, PlaceMention
from reportedly.codebook import RANGE_VAGUE
from reportedly.coding.attributed import Attribution
from reportedly.coding.culprits import victims_within
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading, WeaponMention
from reportedly.coding.tolls import TollFact
from reportedly.coding.world import NOBODY
from reportedly.records import Claim, ClaimantKind, Party, Stance

DISTANT = frozenset({Stance.CLAIMS, Stance.BLAMES, Stance.SPECULATES, Stance.DENIES})
"""Stances that leave a culprit a claim: the outlet does not make the accusation its own (codebook, ``perpetrator``)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one telling gives by itself, before tellings are joined."""

    date: DateExpression | None
    place: PlaceMention | None
    weapon: WeaponMention | None
    perpetrators: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]


def told_by(draft: Draft) -> Told:
    """Return what a draft tells before others are joined to it."""
    parts = draft.parts
    return Told(draft.date, draft.place, draft.weapon, tuple(parts.perpetrators), tuple(parts.targets))


def covers(attribution: Attribution, draft: Draft) -> bool:
    """Return whether an attribution's scope holds the deed itself."""
    return any(attribution.holds(i) for n in draft.deeds for i in (n.index, n.predicate)) or (
        not draft.deeds and any(attribution.holds(f.index) for f in draft.facts)
    )


def own_deed(reading: Reading, attribution: Attribution, actor: ActorMention) -> bool:
    """Return whether the claimant tells its own deed: who did it, or the state whose army did."""
    claimant = attribution.claimant
    if claimant.actor_id is None:
        return False
    return claimant.actor_id == actor.actor_id or (
        reading.world.armies.get(claimant.actor_id, ("",))[0] == actor.actor_id
        and any(word in claimant.text.lower() for word in _MINISTRY)
    )


_MINISTRY: Final = ("minist", "وزار", "وزير")
"""What names of ministries and ministers hold, whose army's deeds are the state's own."""


Held = list[tuple[Attribution, ActorMention]]


def hold_back_culprits(draft: Draft) -> Held:
    """Take out of a draft the perpetrators that only a distant claim names, and return them with their claims."""
    held: Held = []
    for attribution in draft.attributions:
        if attribution.stance not in DISTANT or not covers(attribution, draft):
            continue
        hearsay = attribution.claimant.kind is ClaimantKind.UNNAMED
        for actor in list(draft.parts.perpetrators):
            told = attribution.holds(actor.head) and not own_deed(draft.reading, attribution, actor)
            # Nobody is named a culprit where unknown gunmen are said to have done it.
            unnamed = hearsay or (attribution.stance is Stance.CLAIMS and actor.name == NOBODY)
            if told and not (unnamed and actor.generic):
                held.append((attribution, actor))
                draft.parts.perpetrators.remove(actor)
    return held


def make_claim(
    field: str, value: str | None, reading: Reading, attribution: Attribution, party: Party | None = None
) -> Claim:
    """Return the claim that an attribution makes of one field."""
    stretches = attribution.ranges
    scope = reading.span(stretches[0][0], stretches[-1][1] - 1) if stretches else None
    return Claim(
        field,
        value,
        attribution.claimant,
        attribution.stance,
        attribution.span,
        attribution.cue_span,
        scope,
        attribution.via,
        attribution.distance,
        party,
    )


def _tolls(draft: Draft, attribution: Attribution) -> list[Claim]:
    """Return the claims of the tolls in an attribution's scope; "including three children" is no toll beside its whole."""
    told = [f for f in draft.facts if attribution.holds(f.index) or f.index == attribution.cue]
    whole = {f.kind for f in told if not f.subset}
    totals = {f.kind for f in told if f.total}
    told = [f for f in told if not (f.subset and f.kind in whole) and (f.total or f.kind not in totals)]
    told = [f for f in told if not _those_told_of(draft.reading, f)]
    return [make_claim(f.kind, _counted(f, attribution), draft.reading, attribution) for f in told]


def _those_told_of(reading: Reading, fact: TollFact) -> bool:
    """Return whether victims without a number are those told of before ("the demonstrators had been killed by X")."""
    vague = (fact.toll.low, fact.toll.best, fact.toll.high) == RANGE_VAGUE
    first = reading.tokens[reading.token_at(fact.toll.span.start)]
    return vague and first.lower in ("the", "they", "these", "those")


def _counted(fact: TollFact, attribution: Attribution) -> str | None:
    """Return a toll's number; who denies that civilians were killed gives none."""
    vague = (fact.toll.low, fact.toll.best, fact.toll.high) == RANGE_VAGUE
    return None if vague and attribution.stance is Stance.DENIES else str(fact.toll.best)


def claims_of_telling(draft: Draft, first: Told | None, held: Held) -> list[Claim]:
    """Return the claims that one telling of a mention makes.

    Args:
        draft: The telling.
        first: What the telling that founds the mention gives; ``None`` if this is the one.
        held: The culprits that were held back from it.
    """
    found: list[Claim] = []
    for attribution in draft.attributions:
        mine = [actor for a, actor in held if a is attribution]
        if attribution.culprits and not mine:
            continue
        if mine and attribution.stance is Stance.DENIES and first is not None:
            found.append(_event(draft, attribution))
        elif mine:
            found += [make_claim("perpetrator", a.name, draft.reading, attribution) for a in mine]
            added = () if first is None else _added(draft, first, attribution)
            found += [c for c in added if c.field != "perpetrator"]
            if first is None:
                found.append(_event(draft, attribution))
        elif covers(attribution, draft):
            found += [] if _passed_on(attribution, draft) else _deed_claims(draft, first, attribution)
        else:
            found += _tolls(draft, attribution)
    return found


def _own_denial(reading: Reading, attribution: Attribution) -> Claim:
    """Return the claim of who denies a deed of its own: of guilt alone ("denied responsibility for"), or of all of it."""
    if not _denies_guilt(reading, attribution):
        return make_claim("event", None, reading, attribution, Party.DENIAL)
    named = [] if attribution.head is None else reading.actors_of(attribution.head)
    return make_claim("perpetrator", named[0].name if named else None, reading, attribution, Party.DENIAL)


def _denies_guilt(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a denial is of having done what was done, so that the deed itself stands."""
    if attribution.cue is None:
        return False
    below = reading.tree.of(attribution.cue, "dobj", "xcomp", "ccomp", "pcomp")
    lemmas = {reading.tokens[i].lemma for i in below}
    behind = any(reading.tokens[c].lower == "behind" for i in below for c in reading.tree.of(i, "prep", "advmod"))
    return behind or not lemmas.isdisjoint(_ACCUSING | _DOING)


_DOING: Final = frozenset(
    "carry perpetrate conduct commit stage mount part link hand connection plant lay throw orchestrate".split()
)
"""Words by which a party denies, beside those of ``_ACCUSING``, that a deed was its own ("denied carrying out the strike")."""


def _passed_on(attribution: Attribution, draft: Draft) -> bool:
    """Return whether somebody nearer tells the deed and this claimant only relays it."""
    return any(attribution.claimant in a.via and covers(a, draft) for a in draft.attributions if a is not attribution)


_PARTIES: Final = frozenset({ClaimantKind.BELLIGERENT, ClaimantKind.OFFICIAL})
"""Kinds of claimant that may own up to a deed: "Israel said it struck" is as much its own word as its army's."""


def _event(draft: Draft, attribution: Attribution) -> Claim:
    """Return the claim of the whole event, marked where the claimant is the one who did it."""
    doers = draft.parts.perpetrators
    party = None
    if any(own_deed(draft.reading, attribution, a) for a in doers) and attribution.claimant.kind in _PARTIES:
        party = Party.DENIAL if attribution.stance is Stance.DENIES else Party.ADMISSION
    return make_claim("event", None, draft.reading, attribution, party)


def _deed_claims(draft: Draft, first: Told | None, attribution: Attribution) -> list[Claim]:
    """Return the claims of an attribution that holds the deed: of all of it, or of what a retelling adds."""
    if attribution.stance is Stance.DENIES and _denies_guilt(draft.reading, attribution):
        return [_own_denial(draft.reading, attribution)]
    if first is None and (draft.deeds or draft.parts.perpetrators):
        return [_event(draft, attribution)]
    tolls = _tolls(draft, attribution)
    added = [] if first is None else [*victim_claims(draft.reading, attribution), *_added(draft, first, attribution)]
    return [*tolls, *added] or [_event(draft, attribution)]


def _added(draft: Draft, first: Told, attribution: Attribution) -> list[Claim]:
    """Return the claims of what a retelling gives that the first telling left open."""
    reading = draft.reading
    found: list[tuple[str, str | None]] = []
    if attribution.stance is Stance.DENIES:
        return []
    fresh = _fresh(draft.parts.perpetrators, first.perpetrators, attribution) if draft.deeds else []
    found += [("perpetrator", a.name) for a in fresh if not own_deed(reading, attribution, a)]
    if attribution.stance in DISTANT and draft.weapon is not None and attribution.holds(draft.weapon.last):
        other = first.weapon is None or first.weapon.entry.name != draft.weapon.entry.name
        found += [("weapon", draft.weapon.entry.name)] if other and draft.weapon.entry.type else []
    if not draft.definite:
        return [make_claim(field, value, reading, attribution) for field, value in found]
    if draft.place is not None and draft.place.level == "point" and attribution.holds(draft.place.last) and not found:
        known = None if first.place is None else first.place.value.name
        found += [("place", draft.place.value.name)] if known != draft.place.value.name else []
    if draft.date is not None and draft.date.edtf and first.date is None and _within(reading, draft.date, attribution):
        found.append(("date", draft.date.edtf))
    return [make_claim(field, value, reading, attribution) for field, value in found]


def victim_claims(reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return the claims of who the victims were."""
    heads = victims_within(reading, attribution.ranges)
    names = dict.fromkeys(a.name for h in heads for a in reading.actors_of(h))
    return [make_claim("target", name, reading, attribution) for name in names]


def _within(reading: Reading, date: DateExpression, attribution: Attribution) -> bool:
    return any(attribution.holds(i) for i, d in reading.date_at.items() if d is date)


def _fresh(mine: Sequence[ActorMention], known: Sequence[ActorMention], attribution: Attribution) -> list[ActorMention]:
    names = {a.name for a in known}
    return [a for a in mine if not a.generic and a.name not in names and attribution.holds(a.head)]


def culprit_claims(reading: Reading, attribution: Attribution) -> list[Claim]:
    """Return the perpetrator claims of a blame or an owning up."""
    names = [a.name for head in attribution.culprits for a in _accused(reading, head, attribution)]
    names = names or ([] if not attribution.admission else [attribution.claimant.text])
    somebody = (h for h in attribution.culprits if reading.tokens[h].pos != "PRON" and _may_act(reading, h))
    names = names or [_words(reading, h) for h in somebody]
    own = any(own_deed(reading, attribution, a) for h in attribution.culprits for a in reading.actors_of(h))
    if own and attribution.stance is Stance.REPORTS:
        # Who says that it did it owns up, whatever the verb (codebook, "Settled doubts").
        attribution = replace(attribution, stance=Stance.CLAIMS)
    denied = attribution.stance is Stance.DENIES
    if denied and not names:
        return [make_claim("event", None, reading, attribution, _party(attribution, reading))]
    party = _party(attribution, reading)
    return [make_claim("perpetrator", name, reading, attribution, party) for name in dict.fromkeys(names)]


def _may_act(reading: Reading, head: int) -> bool:
    """Return whether a culprit in no lexicon may be somebody: no "feud" or "failure" that is blamed for a deed."""
    return reading.tokens[head].lemma not in _CAUSES


_CAUSES: Final = frozenset(
    "feud dispute conflict rivalry row tension quarrel lack failure negligence error mistake malfunction fault weather fog "
    "accident explosion blast strike shelling mine rocket missile drone bomb fire policy decision violence war competition "
    "vendetta revenge struggle turf argument neglect leak circuit speed overcrowding crisis siege blockade".split()
)
"""What a deed is put down to that is nobody."""


def _accused(reading: Reading, head: int, attribution: Attribution) -> list[ActorMention]:
    """Return the actors that a culprit's words name; of a state and what it is called ("Russia, the main backer of Y"), it."""
    first = reading.actor_at.get(reading.noun_phrase(head)[0])
    if attribution.stance is Stance.BLAMES and first is not None and first.metonym and first.last < head:
        return [first]
    return reading.actors_of(head)


def _party(attribution: Attribution, reading: Reading) -> Party | None:
    """Return whether an attribution owns up to the claimant's own deed or denies it."""
    if attribution.admission:
        return Party.ADMISSION
    own = any(own_deed(reading, attribution, a) for h in attribution.culprits for a in reading.actors_of(h))
    belligerent = attribution.claimant.kind is ClaimantKind.BELLIGERENT and not attribution.culprits
    if attribution.stance is Stance.DENIES and (own or (belligerent and _of_own_deed(reading, attribution))):
        return Party.DENIAL
    return Party.ADMISSION if own and attribution.stance in (Stance.CLAIMS, Stance.CONFIRMS) else None


_OWN: Final = frozenset({"it", "its", "they", "their", "them", "we", "our", "responsibility", "involvement", "role"})


def _of_own_deed(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a denial speaks of what the claimant itself did ("it had shelled", "any role in", "the attack")."""
    held = [t for t in reading.tokens if attribution.holds(t.index)]
    return any(t.lower in _OWN for t in held) or not any(reading.is_verb(t.index) for t in held)


def _words(reading: Reading, head: int) -> str:
    """Return a culprit whom no lexicon knows in the words of the report; "Russian" as the state."""
    nation = reading.world.nations.get(reading.tokens[head].lower)
    if nation is not None:
        return nation
    inside = reading.noun_phrase(head)
    return reading.span(inside[0], inside[-1]).text


_ACCUSING = frozenset({"accusation", "blame", "involvement", "responsibility", "responsible", "role", "involve"})


_USING: Final = frozenset({"use", "drop", "employ", "place", "plant", "hide", "conceal", "rig", "pack"})
"""Verbs that say what a deed was done with: "they had used mortars", "the bomb was hidden in a cart"."""


def _used(reading: Reading, attribution: Attribution) -> WeaponMention | None:
    """Return the weapon that a statement says was used, where that is all it says."""
    verbs = [t for t in reading.tokens if t.pos == "VERB" and attribution.holds(t.index)]
    for token in verbs:
        if token.lemma in _USING and len(verbs) == 1:
            clause = reading.tree.clause(token.index)
            things = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
            found = [reading.weapon_at[h] for h in things if h in reading.weapon_at]
            if found and not clause.negated:
                return found[0]
    return None


def answer_claim(reading: Reading, attribution: Attribution) -> Claim:
    """Return the claim of a statement about a deed told elsewhere: of the culprit where it speaks of guilt, else of all."""
    weapon = _used(reading, attribution)
    if weapon is not None and attribution.stance is not Stance.DENIES:
        return make_claim("weapon", weapon.entry.name, reading, attribution)
    if attribution.stance is Stance.DENIES and _denies_guilt(reading, attribution):
        return _own_denial(reading, attribution)
    words = {t.lemma for t in reading.tokens if attribution.holds(t.index)}
    field = "perpetrator" if words & _ACCUSING else "event"
    return make_claim(field, None, reading, attribution, _party(attribution, reading))


def one_a_claimant(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims without those that repeat what the same claimant says before in the same stance.

    Who "said they believed" a thing speculates: what the same words are taken for besides is left out.
    """
    guessed = {(_what(c), c.span.end) for c in claims if c.stance is Stance.SPECULATES}
    seen: set[tuple[tuple[str, str | None, str], Stance]] = set()
    kept = []
    for claim in claims:
        key = (_what(claim), claim.stance)
        surer = claim.stance is Stance.REPORTS and (_what(claim), claim.span.end) in guessed
        if key not in seen and not surer:
            seen.add(key)
            kept.append(claim)
    return kept


def _what(claim: Claim) -> tuple[str, str | None, str]:
    return claim.field, claim.value, claim.claimant.actor_id or claim.claimant.text.casefold()
