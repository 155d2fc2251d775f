"""Which deed a statement in another sentence speaks of: blame, owning up, denial, and what somebody adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.coding.another import FRESH
from reportedly.coding.attributed import Attribution
from reportedly.coding.claims import answer_claim, culprit_claims, victim_claims
from reportedly.coding.cues import Category
from reportedly.coding.draft import Draft
from reportedly.coding.merging import same_place
from reportedly.coding.reading import Reading
from reportedly.coding.scope import holds, in_force
from reportedly.records import Claim, ClaimantKind, Stance, Status

REACH: Final = 4
"""Sentences between a deed and who speaks of it ("Kurdish sources blame X", two sentences on)."""

_POINTING: Final = frozenset({"the", "this", "these", "those", "that", "its", "their"})

_AFTERMATH: Final = frozenset(
    "attacker assailant gunman raider shooter victim body corpse deceased dead wounded casualty survivor hostage captive "
    "abductee bomber perpetrator incident event accident scene toll rescue blast explosion device shrapnel".split()
)
"""Nouns that with "the" point to the deed just told, its doers or its victims, whatever its type."""


def attach(
    readings: Sequence[Reading], story: Sequence[Draft], found: dict[int, list[Attribution]]
) -> dict[int, list[Claim]]:
    """Return the claims on each deed (by ``id``) that come from sentences about it; owning up also names its doer."""
    claims: dict[int, list[Claim]] = {}
    told = {t.reading.sentence.index for d in story for t in (d, *d.told_again)}
    for reading in readings:
        for attribution in found[reading.sentence.index]:
            draft = _deed(reading, attribution, story)
            if draft is None or _elsewhere(reading, attribution, draft):
                continue
            if attribution.culprits:
                if _fits(reading, attribution, draft):
                    claims.setdefault(id(draft), []).extend(culprit_claims(reading, attribution))
                    _owned(reading, attribution, draft)
            elif (reading.sentence.index not in told or _answers_here(reading, attribution)) and _about(
                reading, attribution, draft
            ):
                made = victim_claims(reading, attribution) or [answer_claim(reading, attribution)]
                claims.setdefault(id(draft), []).extend(made)
    return claims


def _answers_here(reading: Reading, attribution: Attribution) -> bool:
    """Return whether somebody denies or confirms what the sentence itself tells ("..., and the army denied it")."""
    if attribution.stance not in (Stance.DENIES, Stance.CONFIRMS):
        return False
    held = [t for t in reading.tokens if attribution.holds(t.index) and t.pos != "PUNCT"]
    told_to = {i for t in held if t.lower == "to" and t.dep == "prep" for i in reading.tree.subtree(t.index)}
    held = [t for t in held if t.index not in told_to]
    named = all(t.pos in ("PRON", "DET", "NOUN") or t.lower in ("that", "which") for t in held)
    return bool(held) and named and len(held) <= SHORT_ANSWER


SHORT_ANSWER: Final = 2
"""Words of an answer that names the deed by "it" or "the attack" alone."""


def _elsewhere(reading: Reading, attribution: Attribution, draft: Draft) -> bool:
    """Return whether a statement in another sentence is about another deed: by its words, or by the place it names."""
    if any(t.reading is reading for t in (draft, *draft.told_again)):
        return False
    words = reading.span(attribution.ranges[0][0], attribution.ranges[-1][1] - 1).text if attribution.ranges else ""
    if FRESH.search(words):
        return True
    named = [p for p in reading.places if p.level == "point" and attribution.holds(p.last) and not p.modifies_actor]
    here = [t.place for t in (draft, *draft.told_again) if t.place is not None]
    return bool(named and here) and all(same_place(a, b) is False for a in named for b in here)


def _owned(reading: Reading, attribution: Attribution, draft: Draft) -> None:
    if attribution.admission and not draft.parts.perpetrators:
        draft.parts.perpetrators = [a for h in attribution.culprits for a in reading.actors_of(h)]


def _deed(reading: Reading, attribution: Attribution, story: Sequence[Draft]) -> Draft | None:
    """Return the deed spoken of: of those told here or shortly before, the one that shares most with what is said."""
    index = reading.sentence.index
    words = {t.lemma for t in reading.tokens if attribution.holds(t.index) and t.pos in ("NOUN", "PROPN")}
    best: tuple[int, int, Draft] | None = None
    for number, draft in enumerate(story):
        if draft.verdict.status is not Status.EVENT and draft.verdict.status is not Status.AGGREGATE:
            continue
        for telling in (draft, *draft.told_again):
            gap = index - telling.reading.sentence.index
            if telling.reading.sentence.title or not 0 <= gap <= REACH:
                continue
            score = 3 * min(len(words & _nouns(telling)), 2) + 2 * min(len(words & _all_nouns(telling)), 2) - gap
            score += bool(draft.facts) + (number == 0)
            if best is None or (score, number) > best[:2]:
                best = (score, number, draft)
    return None if best is None else best[2]


def _nouns(draft: Draft) -> set[str]:
    """Return the nouns of what was hit, with what and where, by which a later sentence points back."""
    reading = draft.reading
    heads = {a.head for n in draft.deeds for c in (n.clause, n.support) if c for a in c.arguments}
    heads |= {draft.place.last} if draft.place is not None and draft.place_reading is reading else set()
    heads |= {n.index for n in draft.deeds if n.is_noun}
    return {reading.tokens[h].lemma for h in heads if reading.tokens[h].pos in ("NOUN", "PROPN")} - {"people", "person"}


def _all_nouns(draft: Draft) -> set[str]:
    return {t.lemma for t in draft.reading.tokens if t.pos == "NOUN"}


def _fits(reading: Reading, attribution: Attribution, draft: Draft) -> bool:
    """Return whether blame is for the deed: "for the attack" is, "of violating the truce" is for something else."""
    if attribution.stance is not Stance.BLAMES:
        return True
    tokens = reading.tokens
    accused = [t.index for t in tokens if t.dep == "pcomp" and t.tag == "VBG" and attribution.holds(t.index)]
    if not accused:
        return True
    tellings = (draft, *draft.told_again)
    here = any(t.reading is reading for t in tellings)
    told = {t.reading.tokens[n.index].lemma for t in tellings for n in (t.nodes if here else t.deeds)}
    told |= {t.reading.tokens[t.weapon.last].lemma for t in tellings if here and t.weapon is not None}
    done = {tokens[i].lemma for i in accused} | {tokens[c].lemma for i in accused for c in reading.tree.of(i, "dobj")}
    if here:
        done |= {tokens[i].lemma for a in accused for i in reading.tree.subtree(a)}
    return bool(done & (told | _ANY_DEED))


_ANY_DEED: Final = frozenset(
    {"carry", "conduct", "stage", "target", "perpetrate", "commit", "orchestrate", "attack", "do"}
)


def _about(reading: Reading, attribution: Attribution, draft: Draft) -> bool:
    """Return whether a statement answers or adds to a deed, and does not tell of plans or of something else."""
    if attribution.stance in (Stance.DENIES, Stance.CONFIRMS):
        return not _of_something_there(reading, attribution)
    if attribution.claimant.kind is ClaimantKind.UNNAMED or draft.verdict.status is not Status.EVENT:
        return False
    held = [t.index for t in reading.tokens if attribution.holds(t.index)]
    if not any(_past(reading, i) for i in held):
        return False
    return any(_points_back(reading, i, draft) or _witnessed(reading, i, attribution) for i in held)


def _of_something_there(reading: Reading, attribution: Attribution) -> bool:
    """Return whether somebody answers what else there was, and not the deed ("denied there were any troops nearby")."""
    for token in reading.tokens:
        if token.dep == "expl" and attribution.holds(token.index):
            words = {reading.tokens[i].lemma for i in reading.tree.of(token.head, "attr", "nsubj", "dobj")} - {"target"}
            return words.isdisjoint(reading.lexicon.deed_words | _AFTERMATH)
    return False


_WITNESSES: Final = frozenset({ClaimantKind.LOCAL, ClaimantKind.PERSON})


def _witnessed(reading: Reading, index: int, attribution: Attribution) -> bool:
    """Return whether somebody on the spot tells in quotation marks what "they" did, the doers of the deed just told."""
    token = reading.tokens[index]
    doing = token.lower == "they" and token.dep == "nsubj" and _past(reading, token.head)
    return doing and attribution.claimant.kind in _WITNESSES and holds(reading.quoted, index)


def _past(reading: Reading, index: int) -> bool:
    """Return whether a verb tells something done: in a past tense and under no cue of plan or fear."""
    if not reading.is_verb(index) or in_force(reading, Category.HYPOTHESIS, index):
        return False
    helpers = {reading.tokens[c].tag for c in reading.tree.of(index, "aux", "auxpass")}
    return reading.tokens[index].tag == "VBD" or "VBD" in helpers


def _points_back(reading: Reading, index: int, draft: Draft) -> bool:
    """Return whether a noun with "the" is the deed, its weapon, what it hit, or those who did or suffered it."""
    token = reading.tokens[index]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    pointed = {reading.tokens[c].lower for c in reading.tree.of(index, "det", "poss")} & _POINTING
    if not pointed:
        return False
    if token.lemma in _AFTERMATH or token.lemma in _nouns(draft):
        return True
    actor = reading.actor_at.get(index)
    names = {a.name for a in (*draft.parts.perpetrators, *draft.parts.targets)}
    return actor is not None and actor.name in names
