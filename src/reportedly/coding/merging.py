"""Join the tellings of one deed within a report ("the strikes", "the attack", title and lead) into one mention."""

from __future__ import annotations

import re

from reportedly.annotations import ActorMention, PlaceMention
from reportedly.codebook import RANGE_BARE_PLURAL
from reportedly.coding.another import opens_another
from reportedly.coding.answers import answered
from reportedly.coding.draft import Draft, deed_nouns, own_version, turned
from reportedly.coding.status import Verdict
from reportedly.coding.tolls import TollFact
from reportedly.coding.world import World
from reportedly.coding.worth import call_context, call_course_of_war, call_total, worth_a_row
from reportedly.records import Stance, Status

JOIN_AT = 4
"""Evidence that two tellings are one deed; set on the seed and dev reports so that a same place and type suffice, or a
pointer back ("the attack") with a fitting type, but never a fitting type alone."""

REACH = 8
"""Sentences that a pointer back may span: farther ones pointed to something else in 9 of 10 dev cases read."""

RIVAL_REACH = 4
"""Sentences after which somebody's bare toll is still one of the deed told before ("The hospital put the dead at 28")."""

RAIDS = frozenset({"Other", "Arrests", "Abduction/forced disappearance"})
"""What a raid is called by its entering and by its outcome."""

BLOODLESS_TYPES = frozenset(
    {
        "Arrests",
        "Abduction/forced disappearance",
        "Agreement",
        "Other",
        "Looting/property destruction",
        "Peaceful protest",
    }
)
"""Types of deeds that a bare toll told before does not belong to."""

CALM_TYPES = frozenset({"Looting/property destruction", "Agreement", "Peaceful protest"})
"""Types that "the attack" does not point back to."""

EQUIVALENT = (
    frozenset({"Shelling/artillery/missile attack", "Air/drone strike"}),
    frozenset({"Arrests", "Abduction/forced disappearance"}),
    frozenset({"Armed clash", "Attack"}),
    frozenset({"Remote explosive/landmine/IED", "Suicide bomb"}),
    frozenset({"Attack", "Excessive force against protesters"}),
)


def same_place(one: PlaceMention, other: PlaceMention) -> bool | None:
    """Return True for one place, None where one may lie in the other, False for two."""
    a, b = one.value, other.value
    if None in (a.lat, b.lat):
        return bool(a.name and b.name and _key(a.name) == _key(b.name)) if one.level == other.level == "point" else None
    if a.name and b.name and _stand_in(one) and _stand_in(other) and _key(a.name) != _key(b.name):
        return False
    if a.admin1 == b.admin1 and {_key(str(a.gazetteer_name)), _key(str(b.gazetteer_name))} & {_key(str(a.admin1))}:
        return True if a.gazetteer_id == b.gazetteer_id else None
    if a.gazetteer_id is not None and a.gazetteer_id == b.gazetteer_id:
        return True
    if a.name and b.name and _key(a.name) == _key(b.name):
        return True
    coarse = {one.level, other.level} & {"admin1", "region", "country", "area"}
    if coarse and (a.admin1 == b.admin1 or "country" in (one.level, other.level) or None in (a.admin1, b.admin1)):
        return None
    near = a.lat is not None and b.lat is not None and a.lon is not None and b.lon is not None
    if near and abs((a.lat or 0) - (b.lat or 0)) < NEAR and abs((a.lon or 0) - (b.lon or 0)) < NEAR:
        return None
    return False


def _stand_in(place: PlaceMention) -> bool:
    """Return whether a village that no gazetteer holds has only the point of the area around it."""
    value = place.value
    known = _key(str(value.gazetteer_name)) == _key(str(value.name))
    return place.level == "point" and value.precision == STANDS_IN and not known


STANDS_IN = 3
"""Precision of a place whose own point nobody knows."""

NEAR = 0.06
"""Degrees, some six kilometres: a neighbourhood and its town."""


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9\u0600-\u06ff]", "", name.lower().removeprefix("the "))


def _types_fit(one: Draft, other: Draft) -> bool | None:
    if one.type == other.type == "Other":
        return bool(_lemmas(one) & _lemmas(other))
    if one.type == other.type or {one.type, other.type} <= RAIDS:
        return True
    if not one.deeds and other.deeds and other.type in BLOODLESS_TYPES and not _tolls_clash(one, other)[1]:
        return False
    if other.tentative and one.type in CALM_TYPES:
        return False
    if one.tentative or other.tentative or not other.deeds or not one.deeds:
        return None
    pair = {one.type, other.type}
    return None if any(pair <= group for group in EQUIVALENT) else False


def _share(one: list[ActorMention], other: list[ActorMention]) -> bool:
    return any(a.name == b.name for a in one for b in other if not a.generic and not b.generic)


_NOBODY = frozenset({"Unidentified armed group", "Civilians"})


def _clash(world: World, one: list[ActorMention], other: list[ActorMention], rivals: bool = False) -> bool:
    """Return whether two tellings name different actors; in the mouths of two claimants "the army" and "rebels" do too."""
    a, b = [x for x in one if not x.generic], [y for y in other if not y.generic]
    if rivals:
        a, b = [x for x in one if x.name not in _NOBODY], [y for y in other if y.name not in _NOBODY]
    if rivals and {x.kind for x in a} & {y.kind for y in b} and any(x.generic for x in (*a, *b)):
        return False
    return bool(a and b) and not any(world.related(x, y) for x in a for y in b)


def _rivals(earlier: Draft, later: Draft) -> bool:
    """Return whether two tellings are in the mouths of two claimants."""
    mine = {a.claimant.text for a in earlier.attributions if a.head is not None}
    theirs = {a.claimant.text for a in later.attributions if a.head is not None}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _toll(draft: Draft, kind: str) -> TollFact | None:
    return next((f for d in (draft, *draft.told_again) for f in d.facts if f.kind == kind and not f.subset), None)


def _may_be_one(one: TollFact, other: TollFact) -> bool:
    """Return whether two ranges overlap: "at least three" and "four"."""
    highs = [f.toll.high if f.toll.high is not None else max(one.toll.best, other.toll.best) for f in (one, other)]
    return max(one.toll.low, other.toll.low) <= min(highs) and None in (one.toll.high, other.toll.high)


def _tolls_clash(one: Draft, other: Draft) -> tuple[bool, bool]:
    """Return whether the tolls of two tellings forbid that they are one, and whether they speak for it."""
    clash = agree = False
    for kind in ("killed", "injured"):
        a, b = _toll(one, kind), _toll(other, kind)
        if a is None or b is None:
            continue
        if a.toll.best == b.toll.best:
            agree = True
        elif (b.toll.low, b.toll.best, b.toll.high) == RANGE_BARE_PLURAL and a.toll.best >= b.toll.low:
            continue  # "why so many civilians were killed"
        elif not (b.subset or b.total or other.definite or _may_be_one(a, b)) and min(a.toll.best, b.toll.best) > 0:
            clash = True
    return clash, agree


def _date_evidence(one: Draft, other: Draft) -> int | None:
    a, b = one.date, other.date
    if a is None or b is None or a.edtf is None or b.edtf is None or a.vague or b.vague:
        return 0
    if a.edtf == b.edtf:
        return 1
    return 0 if a.edtf.startswith(b.edtf) or b.edtf.startswith(a.edtf) or "/" in a.edtf + b.edtf else None


def compare(earlier: Draft, later: Draft) -> int | None:
    """Return the evidence that two drafts tell one deed, or ``None`` if something forbids it."""
    types = _types_fit(earlier, later)
    risen = not later.deeds and bool(later.facts) and all(f.total for f in later.facts)
    # A toll that rises today may be of yesterday's deed.
    dates = _date_evidence(earlier, later)
    dates = 0 if dates is None and risen else dates
    clash, agree = _tolls_clash(earlier, later)
    patient = bool(_patients(earlier, False) & _patients(later, True))
    types = None if patient and types is False else types
    rival = not later.deeds and later.place is None and later.date is None and bool(later.attributions)
    if types is False or dates is None or turned(earlier, later) or (clash and not later.definite and not rival):
        return None
    # "The shelling that hit a hospital there on 12 June 2021 killed 15": not the one just told, of four dead.
    if _of_another_day(earlier, later) and not rival:
        return None
    if not _disputed(later) and _clash(
        earlier.reading.world, earlier.parts.perpetrators, later.parts.perpetrators, _rivals(earlier, later)
    ):
        return None
    if later.deeds and _clash(earlier.reading.world, earlier.parts.targets, later.parts.targets) and not later.definite:
        return None
    if _other_means(earlier, later):
        return None
    score = dates + (1 if types else 0) + (2 if agree else 0) + (3 if patient else 0)
    if earlier.place is not None and later.place is not None:
        same = _same_of_listed(earlier, later)
        if same is False and not _tells_where(later):
            return None
        score += 3 if same else 1
    score += _share(earlier.parts.perpetrators, later.parts.perpetrators)
    score += _share(earlier.parts.targets, later.parts.targets)
    score += _same_weapon(earlier, later) + _same_things(earlier, later)
    return score + _pointing(earlier, later)


def _of_another_day(earlier: Draft, later: Draft) -> bool:
    """Return whether a telling with a day of its own counts other dead than one without."""
    if earlier.date is not None or later.date is None or later.date.relative or later.date.kind != "day":
        return False
    counts = {f.toll.best for f in (_toll(earlier, "killed"), _toll(later, "killed")) if f is not None and f.toll.best}
    return len(counts) == 2


def _same_of_listed(earlier: Draft, later: Draft) -> bool | None:
    """Return how the places of two tellings compare; with the same toll, one of a list may be the place told before."""
    if earlier.place is None or later.place is None:
        return None
    same = same_place(earlier.place, later.place)
    if same is False and len(later.listed) > 1 and _tolls_clash(earlier, later) == (False, True):
        return any(bool(same_place(earlier.place, p)) for p in later.listed)
    return same


_CALM = frozenset({"Change to group/activity", "Agreement", "Headquarters or base established"})
"""Types that nobody dies of: a toll told after one is another deed's ("Eight soldiers surrendered and three were killed")."""


def _other_means(earlier: Draft, later: Draft) -> bool:
    """Return whether a toll told without a deed cannot be the earlier one's: of a calm deed, or by another weapon."""
    if later.deeds or not any(f.toll.best for f in later.facts):
        return False
    if earlier.type in _CALM:
        return True
    told = later.weapon.entry.type if later.weapon is not None else ""
    if earlier.weapon is not None:
        mine = earlier.weapon.entry
        other = mine.type != told and bool(mine.type or mine.name == "small arms")
    else:
        other = not earlier.deeds and bool(earlier.parts.perpetrators)  # "a sniper wounded a girl"
    kills = any(h in later.reading.weapon_at for n in later.nodes for h in n.clause.heads("subject"))
    return bool(told) and other and kills


def _tells_where(draft: Draft) -> bool:
    """Return whether a telling says where a fight already told rages ("the clashes are concentrated around the dam")."""
    lemmas = {draft.reading.tokens[n.support.predicate].lemma for n in draft.deeds if n.support is not None}
    if not draft.deeds or not draft.definite or not lemmas:
        return False
    return lemmas <= _RAGING or (lemmas <= _TAKING_PLACE and not draft.facts and not draft.date)


_RAGING = frozenset({"center", "centre", "focus", "concentrate"})
"""Verbs that place a fight already told."""

_TAKING_PLACE = frozenset({"take", "occur", "happen", "begin", "start"})
"""Verbs by which a deed pointed back to is placed ("the encounter began when troops cordoned off the village of X")."""


_VAGUE_PATIENTS = frozenset(
    {"people", "person", "man", "woman", "member", "number", "other", "house", "area", "village", "town"}
)


def _patients(draft: Draft, definite: bool) -> set[str]:
    """Return the nouns that a deed was done to ("convoy"); if ``definite``, those pointed back to ("The convoy", "it")."""
    reading = draft.reading
    found: set[str] = set()
    for node in draft.deeds:
        clause = node.clause
        hit = clause.heads("oblique", "on", "against", "at", "of") if node.is_noun else clause.heads("object")
        for head in clause.heads("subject") if clause.passive else hit:
            token = reading.tokens[head]
            if token.lower in ("it", "they", "them"):
                above = [a for a in reading.tree.ancestors(node.index) if reading.is_verb(a)]
                subjects = [reading.tree.clause(a).heads("subject") for a in above]
                heads = next((s for s in subjects if s), ())
            else:
                heads = (head,)
            for noun in heads:
                pointed = any(reading.tokens[c].lower in ("the", "this", "that") for c in reading.tree.of(noun, "det"))
                if reading.tokens[noun].pos == "NOUN" and (pointed or not definite):
                    found.add(reading.tokens[noun].lemma)
    return found - _VAGUE_PATIENTS


def _pointing(earlier: Draft, later: Draft) -> int:
    """Return the evidence that lies in how a telling points back, and in how near it stands."""
    gap = later.reading.sentence.index - earlier.reading.sentence.index
    if opens_another(later.reading.sentence.text, bool(later.deeds)):
        return -3
    score = 0
    toll_only = not later.deeds and later.place is None
    rival = toll_only and bool(later.attributions) and later.date is None
    if (later.definite and gap <= REACH) or (toll_only and gap <= (RIVAL_REACH if rival else 2)):
        score += 3
    elif (
        later.deeds
        and later.place is None
        and not _lemmas(earlier) & _lemmas(later)
        and not _same_weapon(earlier, later)
    ):
        score -= 1
    score += later.place is None and later.date is None and gap <= 1
    # A lead that names no town, and the sentence after it that does ("a town in western Aleppo").
    vague = earlier.place is not None and earlier.place.level in ("admin1", "region") and bool(later.attributions)
    named = later.place is not None and (earlier.place is None or (vague and later.place.level == "point"))
    score += named and gap <= 1
    score += _definite_doer(later)
    if gap <= 1 or (earlier.reading.sentence.block == later.reading.sentence.block and gap <= 2):
        score += 1
    if earlier.reading.sentence.title or later.reading.sentence.title:
        score += 1
    return score


def _same_weapon(one: Draft, other: Draft) -> bool:
    return one.weapon is not None and other.weapon is not None and one.weapon.entry == other.weapon.entry


def _same_things(earlier: Draft, later: Draft) -> int:
    """Return the evidence that a deed pointed back to is told with a thing of the earlier telling ("... the convoy")."""
    if not later.definite:
        return 0
    reading = later.reading
    if deed_nouns(earlier) & deed_nouns(later):
        return 1
    below = {i for n in later.deeds for i in reading.tree.subtree(n.index)}
    named = {reading.tokens[i].lemma for i in below if reading.tokens[i].pos == "NOUN"}
    told = {t.lemma for d in (earlier, *earlier.told_again) for t in d.reading.tokens if t.pos == "NOUN"}
    things = {w for w in named & told if w not in _VAGUE_PATIENTS and w not in reading.lexicon.deed_words}
    return 1 if things and reading is not earlier.reading else 0


def _lemmas(draft: Draft) -> set[str]:
    return {t.reading.tokens[n.index].lemma for t in (draft, *draft.told_again) for n in t.deeds}


def _definite_doer(draft: Draft) -> bool:
    """Return whether the doer is pointed back to ("The units raided ...")."""
    reading = draft.reading
    for node in draft.deeds:
        for head in node.clause.heads("subject"):
            actor = reading.actor_at.get(head)
            named = actor is not None and not actor.generic
            if not named and any(
                reading.tokens[c].lower in ("the", "these", "those") for c in reading.tree.of(head, "det")
            ):
                return True
    return False


def _told_after(earlier: Draft, later: Draft) -> bool:
    """Return whether a toll is of what came before a deed of its sentence ("clashes broke out after a leader was killed")."""
    tree, tokens = later.reading.tree, later.reading.tokens
    clauses = [i for f in later.facts for i in (f.index, *tree.ancestors(f.index)) if tokens[i].dep == "advcl"]
    after = [i for i in clauses if any(tokens[c].lower == "after" for c in tree.of(i, "mark"))]
    return any(n.predicate in tree.ancestors(i) for i in after for n in earlier.deeds)


LOOK_BACK = 150
"""Drafts before a telling that it may tell again, so that a very long report costs no square of its length; no figure of
seed, dev or the invented reports changed by it."""


def antecedent(later: Draft, story: list[Draft]) -> Draft | None:
    """Return the draft of the story that ``later`` tells again, the best by evidence and of equals the latest."""
    best, best_score = None, JOIN_AT - 1
    alone = sum(d.verdict.status is Status.EVENT for d in story) == 1
    for earlier in story[-LOOK_BACK:]:
        if earlier.verdict.status is not later.verdict.status or earlier is later:
            continue
        own = own_version(earlier, later)
        if earlier.reading is later.reading and (later.deeds or _told_after(earlier, later)) and not own:
            continue
        score = compare(earlier, later)
        if score is not None and alone and (later.definite or not later.deeds):
            score += 1
        score = max(score or 0, JOIN_AT) if own else score
        if score is None or score < JOIN_AT or score < best_score:
            continue
        if score > best_score or not later.reading.sentence.title:
            best, best_score = earlier, score
    return best


def absorb(earlier: Draft, later: Draft) -> None:
    """Let a telling add what the mention lacked: place, date, sides, weapon, toll, a firmer type."""
    earlier.told_again.append(later)
    finer = later.place is not None and (earlier.place is None or _finer(later.place, earlier.place))
    if finer:
        earlier.place, earlier.place_reading = later.place, later.place_reading
    if earlier.date is None or (earlier.date.vague and later.date is not None):
        earlier.date = later.date
    if earlier.weapon is None or earlier.weapon.entry.type == "":
        earlier.weapon = later.weapon or earlier.weapon
    if earlier.tentative and later.type and later.deeds and not later.tentative:
        earlier.type, earlier.tentative = later.type, False
    told = earlier.parts.targets and own_version(earlier, later)
    if not _disputed(later) and not told and (later.definite or not later.deeds or _near_or_agreed(earlier, later)):
        _merge_sides(earlier, later)


def _near_or_agreed(earlier: Draft, later: Draft) -> bool:
    """Return whether a telling that points back by no word may still name the sides: next sentence, title, same toll."""
    gap = later.reading.sentence.index - earlier.reading.sentence.index
    return gap <= 1 or later.reading.sentence.title or _tolls_clash(earlier, later)[1]


def _disputed(draft: Draft) -> bool:
    return any(a.stance.value in ("claims", "blames", "speculates", "denies") for a in draft.attributions)


def _merge_sides(earlier: Draft, later: Draft) -> None:
    for name in ("perpetrators", "targets", "participants"):
        mine, theirs = getattr(earlier.parts, name), getattr(later.parts, name)
        if name == "targets":
            # The attackers' own dead do not make them whom they attacked.
            theirs = [a for a in theirs if a.name not in {d.name for d in earlier.parts.perpetrators}]
        known = {a.name for a in mine}
        generic = all(a.generic and a.name != "Civilians" for a in mine)
        named = [a for a in theirs if not a.generic]
        if mine and generic and named:
            setattr(earlier.parts, name, named)
        elif not mine or name == "targets":
            mine.extend(
                a for a in theirs if a.name not in known and (not a.generic or not mine or a.name == "Civilians")
            )


def _finer(one: PlaceMention, other: PlaceMention) -> bool:
    order = {"point": 0, "area": 1, "admin1": 2, "region": 3, "country": 4}
    return order.get(one.level, 3) < order.get(other.level, 3)


def join_tellings(drafts: list[Draft]) -> list[Draft]:
    """Return the mentions of a report.

    Titles are read last, so that the fuller telling in the text stays the main one; a title that sums up what the
    text tells in its own words makes no row beside it.
    """
    story: list[Draft] = []
    summing = not all(d.reading.sentence.title for d in drafts)  # A headline alone sums up nothing.
    for draft in sorted(drafts, key=lambda d: (d.reading.sentence.title, d.reading.sentence.index, d.trigger)):
        if story and _carries_on_total(story[-1], draft):
            draft.verdict = Verdict(Status.AGGREGATE, story[-1].verdict.cue)
        if story and _adds_the_hurt(story[-1], draft):
            draft.verdict = Verdict(Status.EVENT)
        if draft.verdict.status is Status.EVENT and (earlier := antecedent(draft, story)) is not None:
            if (
                len(draft.listed) > 1
                and not earlier.facts
                and (earlier.place is None or earlier.place.level != "point")
            ):
                story[story.index(earlier)] = draft
                absorb(draft, earlier)
            else:
                if draft.reading.sentence.title and len(story) > 1:
                    draft.facts = [f for f in draft.facts if _toll(earlier, f.kind) is not None]
                absorb(earlier, draft)
        elif draft.verdict.status is Status.EVENT and (asked := answered(draft, story)) is not None:
            asked.told_again.append(draft)
        elif summing and draft.reading.sentence.title and any(d.verdict.status is Status.EVENT for d in story):
            continue
        elif worth_a_row(draft):
            call_total(draft)
            call_context(draft)
            story.append(draft)
    call_course_of_war(story)
    return story


def _adds_the_hurt(earlier: Draft, later: Draft) -> bool:
    """Return whether a large bare toll is the other half, or a rival, of the one just told ("More than 220 were wounded")."""
    bare = later.verdict.status is Status.AGGREGATE and later.place is None and later.date is None and not later.deeds
    near = later.reading.sentence.index - earlier.reading.sentence.index == 1
    if not (bare and near) or earlier.verdict.status is not Status.EVENT or not later.facts:
        return False
    told = [f for t in (earlier, *earlier.told_again) for f in t.facts]
    mine, theirs = {f.kind for f in told if f.toll.best}, {f.kind for f in later.facts}
    large = max((f.toll.best for f in told), default=0) >= MANY
    rival = theirs == {"killed"} and "killed" in mine and any(a.stance is Stance.CLAIMS for a in later.attributions)
    return large and (rival or (theirs == {"injured"} and mine == {"killed"}))


MANY = 10
"""Dead from which an event may have hurt a hundred."""


def _carries_on_total(earlier: Draft, later: Draft) -> bool:
    """Return whether a telling goes on about the many deeds told just before ("These attacks left 25 dead")."""
    if (
        earlier.verdict.status is not Status.AGGREGATE
        or later.verdict.status is not Status.EVENT
        or later.date is not None
    ):
        return False
    plural = all(later.reading.tokens[n.index].tag in ("NNS", "NNPS") for n in later.deeds)
    near = later.reading.sentence.index - earlier.reading.sentence.index <= 1
    return bool(later.deeds) and plural and later.definite and near and _types_fit(earlier, later) is not False
