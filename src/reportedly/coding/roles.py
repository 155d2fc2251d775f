"""Who did it and to whom: actors in the arguments of a trigger (codebook, ``perpetrator``, ``target``, ``participant``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reportedly.annotations import (
    AGENT,
    MODIFIER,
    OBJECT,
    OBLIQUE,
    POSSESSOR,
    SUBJECT,
    ActorMention,
    Clause,
)
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import DO, HAPPEN, UNDERGO, Node
from reportedly.coding.world import CIVILIANS

TARGET_MARKERS = ("on", "against", "at", "into", "upon", "towards", "toward", "targeting", "with", "over")
_TARGET_OF = frozenset(
    "shelling bombardment bombing targeting killing arrest detention execution assassination abduction kidnapping death "
    "capture seizure looting rape murder massacre beheading ambush injury wounding liberation".split()
)
_SUFFERED_BY_POSSESSOR = frozenset(
    "killing arrest detention execution assassination abduction kidnapping death murder capture".split()
)


_KILLINGS = frozenset("killing execution assassination murder massacre beheading slaughter".split())
"""Nouns of killing that somebody does: "carried out executions of nine men", "the killing of nine men by soldiers"."""


@dataclass(slots=True)
class Parts:
    """The actors of a deed by role, gathered over its triggers; ``helpers`` are the perpetrators that only lent a hand."""

    perpetrators: list[ActorMention] = field(default_factory=list)
    targets: list[ActorMention] = field(default_factory=list)
    participants: list[ActorMention] = field(default_factory=list)
    helpers: list[ActorMention] = field(default_factory=list)

    def add(self, other: Parts) -> None:
        """Take over another trigger's actors."""
        for name in ("perpetrators", "targets", "participants", "helpers"):
            mine = getattr(self, name)
            mine.extend(a for a in getattr(other, name) if a not in mine)


def _named(reading: Reading, heads: Iterable[int]) -> list[ActorMention]:
    return list(dict.fromkeys(a for h in heads for a in reading.actors_of(h)))


def _noun_parts(reading: Reading, node: Node) -> Parts:
    clause, lemma = node.clause, reading.tokens[node.index].lemma
    parts = Parts(perpetrators=_named(reading, clause.heads(AGENT)))
    owners = _named(reading, clause.heads(POSSESSOR))
    modifiers = [a for a in _modifiers(reading, node) if not a.modifier]
    arms = [h for h in clause.heads(OBLIQUE, "with", "of") if _fires(reading, h)]
    of = _named(reading, [h for h in clause.heads(OBLIQUE, "of") if h not in arms])
    if node.trigger.frame == "meet":
        return _meeting(reading, node, [*owners, *modifiers, *of])
    if lemma in _SUFFERED_BY_POSSESSOR:
        parts.targets += owners + modifiers
    else:
        parts.perpetrators += owners + modifiers
    if of:
        armed = any(a.name != "Civilians" for a in of) and not (
            _owns_targeting(reading, node) or _owns_thing_hit(reading, node)
        )
        doer = lemma not in _TARGET_OF and armed and not parts.perpetrators
        (parts.perpetrators if doer else parts.targets).extend(of)
    parts.targets += _named(reading, [h for h in clause.heads(OBLIQUE, *TARGET_MARKERS) if h not in arms])
    parts.perpetrators += _named(reading, arms)
    parts.add(_carried_out(reading, node))
    if node.trigger.frame == "take" and not parts.perpetrators:
        parts.perpetrators += _boast(reading, node)
    if reading.sentence.language == "ar" and not parts.perpetrators and node.trigger.frame in ("act", "hit"):
        # «قصف من الفصائل»: whose fire it was.
        parts.perpetrators += [a for a in _named(reading, clause.heads(OBLIQUE, "from")) if a.name != "Civilians"]
    return parts


def _fires(reading: Reading, head: int) -> bool:
    """Return whether a noun is what a deed was done with, so that its owner did it («قصف بمسيرات تركية»)."""
    by = reading.tokens[reading.tokens[head].head].lower
    return head in reading.weapon_at and (by == "with" or reading.sentence.language == "ar")


_BOASTING = frozenset({"claim", "announce", "declare", "proclaim", "hail", "celebrate"})


def _boast(reading: Reading, node: Node) -> list[ActorMention]:
    """Return who claims or announces the capture of a place, which is its own ("Russia claimed the capture of X")."""
    verb = reading.tree.governor(node.index)
    if verb is None or reading.tokens[verb].lemma not in _BOASTING or reading.tokens[node.index].dep != "dobj":
        return []
    told = _named(reading, reading.tree.clause(verb).heads(SUBJECT))
    return [a for a in told if a.kind not in ("civilians", "outlet") and not a.organisation_of_claims]


def _owns_targeting(reading: Reading, node: Node) -> bool:
    """Return whether an Arabic noun of targeting has for owner a thing that is hit («استهداف مواقع الجيش»)."""
    if not reading.tokens[node.index].form.endswith("هداف"):
        return False
    return any(
        reading.has_kind(kind, h) for h in node.clause.heads(OBLIQUE, "of") for kind in ("territory", "convoy", "post")
    )


def _owns_thing_hit(reading: Reading, node: Node) -> bool:
    """Return whether an Arabic deed's noun owns a thing that somebody has («تفجير حافلة للجيش», «قصف تجمع للمسلحين»).

    Where the words say what was hit («قصف حواجز الجيش للبلدة»), the thing is where it came from.
    """
    if reading.sentence.language != "ar" or node.clause.heads(OBLIQUE, *TARGET_MARKERS):
        return False
    things = [h for h in node.clause.heads(OBLIQUE, "of") if h not in reading.actor_at and h not in reading.weapon_at]
    return any(reading.tokens[h].lemma in _THINGS_HIT for h in things)


_THINGS_HIT = frozenset(
    "bus car vehicle truck tank convoy column patrol gathering group position site post checkpoint headquarters house "
    "building depot warehouse tunnel boat ship camp base barracks fortification trench berm".split()
)
"""What belongs to those who are hit in it."""


def _carried_out(reading: Reading, node: Node) -> Parts:
    """Return the sides told in a clause about the deed: "an attack carried out by X on Y", «هجوم نفذه س على ص»."""
    parts = Parts()
    for told in reading.tree.of(node.index, "acl", "relcl"):
        clause = reading.tree.clause(told)
        laid = reading.tokens[told].lemma in _LAYING and reading.tokens[node.index].lemma == "ambush"
        if reading.tokens[told].lemma not in reading.lexicon.do_verbs and not laid:
            continue
        doers = list(clause.heads(AGENT))
        if clause.relation == "relcl" and clause.heads(OBJECT) and not clause.passive:
            doers += [h for h in clause.heads(SUBJECT) if h != node.index]
        parts.perpetrators += _named(reading, doers)
        parts.targets += _named(reading, clause.heads(OBLIQUE, "on", "against", "at", "upon"))
    return parts


_LAYING = frozenset({"set", "lay", "plan", "prepare"})
"""Verbs by which an ambush is done («كمين نصبه مسلحون»)."""


def _modifiers(reading: Reading, node: Node) -> list[ActorMention]:
    """Return actors before a deed-noun ("rebel attack", "a Russian air strike"), not those before its weapon alone."""
    found = []
    for argument in node.clause.arguments:
        if argument.function == MODIFIER:
            below = reading.tree.subtree(argument.head)
            found += [reading.actor_at[i] for i in below if i in reading.actor_at]
    # An Arabic noun has its doer after it: who stands before it is somebody else.
    inside = range(max(0, node.first - 3) if reading.sentence.language != "ar" else node.first, node.index + 1)
    found += [reading.actor_at[i] for i in inside if i in reading.actor_at and _adjacent(reading, i, node)]
    return [a for a in dict.fromkeys(found) if not a.organisation_of_claims]


def _adjacent(reading: Reading, index: int, node: Node) -> bool:
    last = reading.actor_at[index].last
    between = reading.tokens[last + 1 : node.first]
    return all(t.pos in ("ADJ", "NOUN", "NUM", "PUNCT", "PROPN", "PART") for t in between) and last < node.index + 1


def _meeting(reading: Reading, node: Node, named: list[ActorMention]) -> Parts:
    """Return both sides of a clash or a meeting: "between A and B", "A ... with B"."""
    clause = node.clause
    heads = list(clause.heads(OBLIQUE, "between", "among", "amongst"))
    sides = [_named(reading, [h]) for h in heads]
    opposed = _named(reading, clause.heads(OBLIQUE, "with", "against"))
    first = named + _named(reading, clause.heads(AGENT))
    if node.trigger.type != "Armed clash":
        return Parts(participants=[*first, *opposed, *(a for side in sides for a in side)])
    flat = _parted([side for side in sides if side])
    if len(flat) >= 2:
        return Parts(perpetrators=flat[0], targets=[a for side in flat[1:] for a in side])
    if flat and opposed:
        return Parts(perpetrators=flat[0], targets=opposed)
    if flat and heads:
        return Parts(perpetrators=flat[0][:1], targets=flat[0][1:] or _both_sides(reading, heads[0], flat[0]))
    return Parts(perpetrators=first + (flat[0] if flat else []), targets=opposed)


def _parted(sides: list[list[ActorMention]]) -> list[list[ActorMention]]:
    """Return two sides for two actors that share one noun ("between the army and Fano groups")."""
    return [[a] for a in sides[0]] if len(sides) == 1 and len(sides[0]) == BOTH else sides


BOTH = 2
"""Sides of a fight."""


def _both_sides(reading: Reading, head: int, side: list[ActorMention]) -> list[ActorMention]:
    """Return who is met by those of one plural name that clash among themselves ("between two armed groups")."""
    words = {reading.tokens[c].lower for c in reading.tree.of(head, "nummod", "amod", "det")}
    return side if reading.tokens[head].tag in ("NNS", "NNPS") and words & _AMONG_THEMSELVES else []


_AMONG_THEMSELVES = frozenset({"two", "three", "rival", "opposing", "warring", "both"})

_DONE_TO = frozenset({"Arrests", "Abduction/forced disappearance"})


def reads_as_passive(reading: Reading, node: Node) -> bool:
    """Return whether a transitive verb without object tells what its subject suffered ("Two men arrested in X")."""
    clause, trigger = node.clause, node.trigger
    if node.is_noun or clause.passive or clause.heads(OBJECT):
        return False
    if reading.sentence.language == "ar" and reading.tokens[node.index].lemma == "assassinate":
        return False  # The passive of «اغتال» is written otherwise («اغتيل»).
    suffered = trigger.frame in ("kill", "injure") or trigger.type in _DONE_TO
    return suffered and reading.tokens[node.index].tag in ("VBD", "VBN") and bool(clause.heads(SUBJECT))


def _verb_parts(reading: Reading, node: Node) -> Parts:
    clause, frame = node.clause, node.trigger.frame
    subjects, objects, agents = clause.heads(SUBJECT), clause.heads(OBJECT), clause.heads(AGENT)
    if clause.passive or reads_as_passive(reading, node):
        subjects, objects = agents, (*subjects, *objects)
    elif agents and not subjects:
        subjects = agents
    # Who finds the dead did not kill them.
    doers = _named(reading, subjects) if node.trigger.object != "body" or node.trigger.type == "Other" else []
    hit = _named(reading, objects)
    if not hit and node.trigger.type in _DONE_TO:
        hit = [a for h in objects for a in reading.victims_of(h)]
    towards = _named(reading, clause.heads(OBLIQUE, "on", "against", "at", "upon", "into", "towards"))
    if frame == "undergo":
        return Parts(perpetrators=_named(reading, [*agents, *clause.heads(OBLIQUE, "from", "by")]), targets=doers)
    if frame in ("gather", "gather_meet"):
        return Parts(participants=doers or hit)
    if frame == "meet":
        doers = [] if _as_fighting(reading, node.index) else doers
        opposed = _named(reading, [*clause.heads(OBLIQUE, "with", "against"), *_met_by_object(reading, objects)])
        if node.trigger.type == "Agreement":
            return Parts(participants=doers + opposed)
        return _fight(reading, subjects, doers, hit + opposed)
    if frame == "die":
        return Parts(targets=_named(reading, clause.heads(SUBJECT)), perpetrators=_named(reading, agents))
    if frame == "happen":
        return Parts(targets=towards + hit, perpetrators=_weapon_owner(reading, subjects))
    if frame == "take":
        return _taking(reading, node, doers, objects)
    if frame == "kill" and reading.tokens[node.index].lemma == "lose":
        # Who lost people is hit, where their own noun names no side ("the battalion lost nine men").
        sure = bool(doers) and not (doers[0].generic or doers[0].label or doers[0].coreferent)
        named = [a for a in hit if a.name != "Civilians" and not (a.generic and sure)]
        return Parts(targets=named or doers or hit)
    if node.trigger.type == "Headquarters or base established":
        return Parts(perpetrators=doers)
    doers = doers or _fire_of(reading, node)
    struck = reading.tokens[node.index].lemma in ("hit", "strike")
    ran_into = struck and any(_is_mine(reading, h) for h in objects)
    return Parts(targets=doers) if ran_into else Parts(doers, hit + [a for a in towards if a not in hit])


def _fire_of(reading: Reading, node: Node) -> list[ActorMention]:
    """Return whose fire people fell to ("eight were killed in rebel fire on the city")."""
    if node.trigger.frame not in ("kill", "injure", "both"):
        return []
    fires = [h for h in node.clause.heads(OBLIQUE, "in", "under", "from") if reading.tokens[h].lemma in _FIRE]
    owners = [c for h in fires for c in reading.tree.of(h, "compound", "amod", "poss") if c in reading.actor_at]
    return [a for a in _named(reading, owners) if a.name != "Civilians"]


_FIRE = frozenset({"fire", "shellfire", "gunfire", "crossfire"})


def _is_mine(reading: Reading, index: int) -> bool:
    """Return whether a token is a device that who "hits" it falls victim to ("a truck hit a landmine")."""
    weapon = reading.weapon_at.get(index)
    return weapon is not None and weapon.entry.type == "Remote explosive/landmine/IED"


def _as_fighting(reading: Reading, index: int) -> bool:
    """Return whether "fighting" after a preposition is the noun that a parser took for a verb ("fled as fighting neared")."""
    token = reading.tokens[index]
    opened = reading.tokens[token.head].lower in ("as", "amid", "despite", "because")
    return token.lower == "fighting" and token.dep == "pcomp" and opened


def _met_by_object(reading: Reading, objects: Iterable[int]) -> list[int]:
    """Return whom a noun of fire names beside it ("exchanged fire with soldiers")."""
    preps = [p for h in objects for p in reading.tree.of(h, "prep") if reading.tokens[p].lower in ("with", "against")]
    return [o for p in preps for o in reading.tree.of(p, "pobj")]


def _taking(reading: Reading, node: Node, doers: list[ActorMention], objects: Iterable[int]) -> Parts:
    """Return who took a place from whom: "X took it from Y", "it fell to X", "Y lost it to X"."""
    clause, lemma = node.clause, reading.tokens[node.index].lemma
    if lemma in _TAKEN_FROM:
        lost_by = doers if lemma != "fall" else []
        return Parts(perpetrators=_named(reading, clause.heads(OBLIQUE, "to", "into")), targets=lost_by)
    lost_by = _named(reading, clause.heads(OBLIQUE, "from"))
    return Parts(perpetrators=doers, targets=lost_by + _held(reading, objects, [*doers, *lost_by]))


_TAKEN_FROM = frozenset({"fall", "lose", "cede"})
"""Verbs of places taken that name the taker after "to" ("the town fell to the rebels", "the army lost it to them")."""


def _fight(
    reading: Reading, subjects: tuple[int, ...], doers: list[ActorMention], opposed: list[ActorMention]
) -> Parts:
    """Return both sides of a verb of fighting: "X fought Y", "X and Y clashed"."""
    both = [[a] for a in doers] if len(doers) == BOTH else [_named(reading, [h]) for h in subjects]
    if len(both) > 1 and not opposed:
        return Parts(perpetrators=both[0], targets=[a for side in both[1:] for a in side])
    if len(subjects) == 1 and not opposed:
        return Parts(perpetrators=doers, targets=_both_sides(reading, subjects[0], doers))
    return Parts(perpetrators=doers, targets=opposed)


def _held(reading: Reading, objects: Iterable[int], told: list[ActorMention]) -> list[ActorMention]:
    """Return whom a place that is taken is named by: people, or of a post, where nobody lost it, whose it was."""
    heads = list(objects)
    posts = [h for h in heads if reading.has_kind("post", h)] if len(told) == 1 else []
    owners = [a for a in _named(reading, posts) if not any(reading.world.related(a, t) for t in told)]
    return list(dict.fromkeys([*(a for a in _named(reading, heads) if a.personal), *owners]))


def _weapon_owner(reading: Reading, subjects: Iterable[int]) -> list[ActorMention]:
    return _named(reading, subjects)


def _support_parts(reading: Reading, node: Node) -> Parts:
    support: Clause | None = node.support
    if support is None:
        return Parts()
    subjects = [h for h in support.heads(SUBJECT) if h != node.index]
    objects = [h for h in support.heads(OBJECT) if h != node.index]
    if support.passive:
        subjects, objects = list(support.heads(AGENT)), []
    towards = _named(reading, support.heads(OBLIQUE, "on", "against", "at", "upon"))
    meets = node.trigger.frame in ("meet", "gather") and node.trigger.type != "Armed clash"
    if node.lends == DO:
        doers = _named(reading, [h for h in subjects if h != node.index and node.index not in reading.tree.subtree(h)])
        return Parts(participants=doers + towards) if meets else Parts(perpetrators=doers, targets=towards)
    if node.lends == UNDERGO:
        by = [*support.heads(AGENT), *support.heads(OBLIQUE, "by", "from")]
        suffers = [h for h in support.heads(SUBJECT) if h != node.index]
        hit = list(dict.fromkeys(a for h in suffers for a in reading.victims_of(h)))
        return Parts(perpetrators=_named(reading, by), targets=hit)
    if node.trigger.frame == "meet" and not meets:
        return _meeting(reading, replace(node, clause=support), [])
    if node.lends == HAPPEN and not meets:
        agents = list(support.heads(AGENT))
        return Parts(perpetrators=_named(reading, agents), targets=_named(reading, objects) + towards)
    return Parts()


_SUPPORTED = frozenset({"support", "back", "accompany", "assist", "aid", "cover", "join", "help"})
_SUPPORT = frozenset(
    {"support", "help", "backing", "assistance", "cover", "aid", "participation", "cooperation", "coordination"}
)


def _supporters(reading: Reading, node: Node) -> list[ActorMention]:
    """Return who lent the doers a hand in the deed: "troops, supported by X, stormed", "raided with the support of X".

    "X-backed" says whose side a force is on, not who took part: it names no supporter here.
    """
    tree, tokens = reading.tree, reading.tokens
    clause = node.support or node.clause
    verb = clause.predicate
    heads: list[int] = []
    for doer in (verb, *clause.heads(SUBJECT), *clause.heads(AGENT)):
        for participle in tree.of(doer, "acl", "advcl"):
            if tokens[participle].lemma in _SUPPORTED and tokens[participle].tag == "VBN":
                heads += tree.clause(participle).heads(AGENT)
    for helped in (*clause.heads(OBLIQUE, "with", "in", "under"), *node.clause.heads(OBLIQUE, "with", "in", "under")):
        if tokens[helped].lemma in _SUPPORT:
            heads += tree.clause(helped).heads(OBLIQUE, "of", "from", "with")
            heads += [c for c in tree.of(helped, "compound", "amod", "poss") if c in reading.actor_at]
    heads += clause.heads(OBLIQUE, "alongside")
    return [a for a in _named(reading, heads) if a.name != "Civilians"]


_LAUNCHED = frozenset(
    {"detonate", "plant", "lay", "leave", "drop", "fire", "launch", "set", "place", "operate", "throw"}
)


def _senders(reading: Reading, node: Node) -> list[ActorMention]:
    """Return who sent or laid the weapon that the deed was done with ("a mine laid by X", "a motorcycle detonated by X")."""
    tree, tokens = reading.tree, reading.tokens
    clause = node.clause
    arabic = reading.sentence.language == "ar"
    near = ("in", "by", "from", *(("of", "with") if arabic else ()))
    heads = (*clause.heads(SUBJECT), *clause.heads(AGENT), *clause.heads(OBLIQUE, *near))
    weapons = [h for h in heads if h in reading.weapon_at]
    sent = [c for w in weapons for c in tree.of(w, "acl") if tokens[c].lemma in _LAUNCHED and tokens[c].tag == "VBN"]
    by = [h for c in sent for h in tree.clause(c).heads(AGENT)]
    if arabic:
        # «قنبلة ألقاها مجهولون»
        told = [c for w in weapons for c in tree.of(w, "relcl") if tokens[c].lemma in _LAUNCHED]
        by += [h for c in told if not tree.clause(c).passive for h in tree.clause(c).heads(SUBJECT)]
        if clause.passive and not by:
            # «قتلوا بطائرات مسيرة أوكرانية»: whose aircraft it was; arms may be of another's make.
            flown = (h for h in clause.heads(OBLIQUE, "with") if h in reading.weapon_at)
            by = [h for h in flown if reading.weapon_at[h].entry.type == "Air/drone strike"]
    return [a for a in _named(reading, by) if a.name != "Civilians"]


def _fired_from(reading: Reading, node: Node) -> list[ActorMention]:
    """Return whose positions shells came from ("rockets were fired from RSF positions", "shelling from army posts")."""
    if reading.sentence.language == "ar" or node.trigger.frame not in ("act", "hit"):
        return []
    clauses = [node.clause, *([node.support] if node.support else [])]
    posts = [h for c in clauses for h in c.heads(OBLIQUE, "from") if reading.has_kind("post", h)]
    return [a for a in _named(reading, posts) if a.name != "Civilians"]


def _unnamed_crowd(reading: Reading, node: Node) -> list[ActorMention]:
    """Return the people that gather, whom no lexicon of actors knows ("hundreds", "party members")."""
    clause = node.support or node.clause
    heads = [h for h in clause.heads(SUBJECT) if reading.has_kind("crowd", h) and h != node.index]
    heads = [
        h for h in heads if h not in reading.place_at and not reading.lexicon.tells(reading.tokens[h].lemma, "gather")
    ]
    return [reading.civilian(h) for h in heads if h not in reading.actor_at and not reading.has_kind("armed", h)]


def _at_the_hands_of(reading: Reading, node: Node) -> list[ActorMention]:
    """Return who is named as the doer of a killing in words of its own («مقتل ضابط على يد مجهولين»), not as the noun's owner."""
    if reading.sentence.language != "ar":
        return []
    tree, tokens = reading.tree, reading.tokens
    told = [c for c in tree.of(node.index, "prep") if tokens[c].lower == "by" and tokens[c].start < tokens[c].end]
    return _named(reading, [o for c in told if tokens[c].text.startswith(_HANDS) for o in tree.of(c, "pobj")])


_HANDS = ("على ", "من ", "بيد ", "بأيدي ")
"""First words of the expressions that name a doer («على يد», «من قبل»)."""


def parts_of(reading: Reading, node: Node) -> Parts:
    """Return the actors of one trigger by role."""
    if node.trigger.frame in ("injure", "kill", "both") and node.is_noun:
        done = reading.tokens[node.index].lemma in _KILLINGS and reading.sentence.language != "ar"
        doers = _named(reading, node.clause.heads(AGENT)) or _support_parts(reading, node).perpetrators if done else []
        doers = doers or _at_the_hands_of(reading, node)
        return Parts(perpetrators=doers, targets=_named(reading, node.clause.heads(OBLIQUE, "of", "to", "among")))
    parts = _noun_parts(reading, node) if node.is_noun else _verb_parts(reading, node)
    if node.is_noun:
        parts.add(_support_parts(reading, node))
    if parts.perpetrators:
        parts.helpers = _supporters(reading, node)
        parts.perpetrators += [a for a in parts.helpers if a not in parts.perpetrators]
    else:
        parts.perpetrators = _senders(reading, node) or _fired_from(reading, node)
    if not node.is_noun and reading.tokens[node.index].lemma in _AIMED and reading.tokens[node.index].tag != "VBG":
        parts.perpetrators = [a for a in parts.perpetrators if a.name != CIVILIANS]
    if node.trigger.frame == "gather":
        parts.participants += [a for a in parts.perpetrators if a not in parts.participants]
        parts.participants = parts.participants or _unnamed_crowd(reading, node)
        parts.perpetrators = []
        # A gathering hits nobody: "a vigil with the detainees", "a march against the council".
        parts.targets = [] if node.is_noun else parts.targets
    return parts


_AIMED = frozenset({"target", "shell", "bombard", "bomb"})
"""What civilians do to nobody: a reading that says so took their houses for the doers."""
