"""Who is blamed, who owns up, and whom a statement puts behind a deed (codebook, ``perpetrator``, "Settled doubts")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.cues import Category, Found
from reportedly.coding.doers_of_it import doers_of_it
from reportedly.coding.guesses import doers_identified
from reportedly.coding.reading import Reading
from reportedly.coding.scope import Ranges, in_force, within
from reportedly.records import Stance

_BLAMEFUL: Final = frozenset({"responsible", "involved", "implicated", "guilty", "complicit"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Heads of those who blame (none where the clause names nobody) and of the accused."""

    subjects: tuple[int, ...]
    culprits: tuple[int, ...]


def accused_by(reading: Reading, found: Found) -> Blame | None:
    """Return who blames whom, or ``None`` where a verb of blame names no culprit."""
    tree, tokens, verb, cue = reading.tree, reading.tokens, found.first, found.cue
    clause = tree.clause(verb)
    if clause.negated or _to_come(reading, verb) or (cue.beside and not _beside(reading, found)):
        return None
    if _for_such_deeds(reading, verb) or any(tokens[h].lemma in _CONDUCT for h in clause.heads(OBLIQUE, "of")):
        return None
    subjects = clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT)
    if cue.culprit == "object":
        culprits = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
        if cue.stance is Stance.SPECULATES:
            culprits = tuple(h for h in culprits if h in reading.actor_head and not reading.actor_head[h].generic)
        else:
            culprits = culprits or _accused_of_deed(reading, verb)
        on = (*clause.heads(OBLIQUE, "on"), *_under(reading, culprits, "on")) if tokens[verb].lemma == "blame" else ()
        on = tuple(h for h in on if h not in reading.date_at)
        culprits = on or culprits
    else:
        culprits = clause.heads(OBLIQUE, cue.culprit) or _under(reading, clause.heads(OBJECT), cue.culprit)
    culprits = tuple(
        c
        for h in culprits
        for c in (
            (h,) if tokens[h].lemma not in reading.lexicon.deed_words or h in reading.actor_at else _whose(reading, h)
        )
    )
    if cue.culprit == "as" and not _of_attackers(reading, verb):
        return None
    if tokens[verb].lemma in _OF_DEEDS:
        culprits = tuple(h for h in culprits if h not in reading.weapon_at)
        if not _of_deed(reading, found):
            return None
    culprits = tuple(h for h in culprits if h not in reading.date_at)
    culprits = tuple(h for h in culprits if h not in subjects and not _refused(reading, h))
    return Blame(tuple(subjects), culprits) if culprits else None


_CONDUCT: Final = frozenset(
    "collaboration collusion spying espionage treason corruption blasphemy apostasy witchcraft sorcery adultery tie link "
    "membership propaganda theft smuggling violation breach obstruction interference meddling support bias hypocrisy "
    "inaction lie lying cowardice betrayal incompetence negligence".split()
)
"""What people are accused of that is no deed of a war by itself ("accused of collaboration with the government")."""


def _whose(reading: Reading, deed: int) -> tuple[int, ...]:
    """Return the actor whose deed a noun tells, where the deed itself is blamed ("blamed an Israeli air strike")."""
    return tuple(c for c in reading.tree.of(deed, "amod", "compound", "poss") if c in reading.actor_at)[:1]


def _for_such_deeds(reading: Reading, verb: int) -> bool:
    """Return whether blame is for deeds of a kind, and not for this one ("bandits are often blamed for such attacks")."""
    deeds = reading.tree.clause(verb).heads(OBLIQUE, "for", "of")
    return any(reading.tokens[c].lower in ("such", "similar") for h in deeds for c in reading.tree.children[h])


def _to_come(reading: Reading, verb: int) -> bool:
    """Return whether a verb tells of no blame yet: of blame aimed at or to come ("in order to accuse the army")."""
    if reading.tokens[verb].tag != "VB":
        return False
    words = {reading.tokens[c].lower for c in reading.tree.children[verb]}
    aimed = "to" in words and reading.tokens[verb].dep in ("acl", "advcl")
    return aimed or (reading.tree.clause(verb).modal in ("future", "conditional") and "later" not in words)


def blamed_deed(reading: Reading, found: Found) -> bool:
    """Return whether a participle of blame hangs from the deed ("an ambush blamed on X", "a raid attributed to X")."""
    head = reading.tokens[reading.tokens[found.first].head]
    return head.lemma in reading.lexicon.deed_words and reading.tokens[found.first].lemma in ("blame", *_OF_DEEDS)


def _under(reading: Reading, heads: tuple[int, ...], marker: str) -> tuple[int, ...]:
    """Return what a preposition brings to the object of a verb of blame ("blamed the attack *on X*")."""
    return tuple(h for o in heads for h in reading.tree.clause(o).heads(OBLIQUE, marker))


_ATTACKERS: Final = frozenset(
    "attacker assailant gunman raider perpetrator culprit killer kidnapper abductor bomber assassin".split()
)


def _of_attackers(reading: Reading, verb: int) -> bool:
    """Return whether those identified are the doers ("identified the attackers as ..."), not the dead."""
    clause, token = reading.tree.clause(verb), reading.tokens[verb]
    those = [*clause.heads(OBJECT), *(clause.heads(SUBJECT) if clause.passive else ())]
    those += [token.head] if token.dep in ("acl", "relcl") else []
    return any(reading.tokens[h].lemma in _ATTACKERS for h in those)


_OF_DEEDS: Final = frozenset({"attribute", "ascribe"})


def _of_deed(reading: Reading, found: Found) -> bool:
    """Return whether what is attributed is a deed ("attributed the raid to smugglers"), not a design or a poem."""
    clause = reading.tree.clause(found.first)
    things = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    deeds = reading.lexicon.deed_words
    if blamed_deed(reading, found):
        return True
    return any(
        reading.tokens[t].lemma in deeds or reading.tokens[t].lower in ("it", "this", "them", "which", "these")
        for t in things
    )


def _accused_of_deed(reading: Reading, verb: int) -> tuple[int, ...]:
    """Return the subject of the small clause under a verb of blame ("held [the army responsible]")."""
    tree = reading.tree
    below = tree.of(verb, "ccomp", "xcomp")
    return tuple(s for c in below for s in tree.of(c, "nsubj"))


def _beside(reading: Reading, found: Found) -> bool:
    low, high = reading.geometry.left[found.first], reading.geometry.right[found.first] + 1
    return any(t.lower in found.cue.beside for t in reading.tokens[low:high])


def of_responsibility(reading: Reading, found: Found) -> bool:
    """Return whether a verb speaks of responsibility for a deed, whoever takes it."""
    clause = reading.tree.clause(found.first)
    things = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    return any(reading.tokens[o].lower in found.cue.beside for o in things)


def owns_up(reading: Reading, found: Found) -> tuple[int, ...]:
    """Return who claims responsibility or credit; nobody for "no group has claimed responsibility"."""
    tree, tokens, verb = reading.tree, reading.tokens, found.first
    clause = tree.clause(verb)
    objects = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    owned = not found.cue.beside or any(tokens[o].lower in found.cue.beside for o in objects)
    others = [o for o in (*objects, *tree.of(verb, "dep")) if tokens[o].pos == "NOUN" and tokens[o].lemma.isascii()]
    others = [o for o in others if tokens[o].lower not in found.cue.beside]
    if others and not any(tokens[o].lemma in reading.lexicon.deed_words or tokens[o].lemma in _DEEDS for o in others):
        return ()
    if any(tokens[o].lemma in _VICTIMS | {"life", "martyr"} or reading.has_kind("person", o) for o in others):
        return ()  # "a blast claiming four lives"
    participle = tokens[verb].dep == "acl" and tokens[verb].lemma == "claim" and clause.passive
    if not owned and not participle:
        return ()
    subjects = clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT)
    deed = any(tokens[o].lemma in reading.lexicon.deed_words for o in objects)
    if not found.cue.beside and tokens[verb].lemma == "claim" and tokens[verb].dep != "acl" and not deed:
        return ()
    nobody = any(_refused(reading, s) or _whoever(reading, s) for s in subjects) or _without(reading, verb)
    return () if clause.negated or nobody or clause.modal in ("future", "conditional") else tuple(subjects)


def _whoever(reading: Reading, index: int) -> bool:
    """Return whether a noun names nobody in particular («أي جهة», "any group")."""
    return any(reading.tokens[c].lower == "any" for c in reading.tree.of(index, "det", "nummod", "quantmod"))


def _without(reading: Reading, verb: int) -> bool:
    """Return whether "without" holds a verb («دون أن تتبنى») or who did not do it ("without any group claiming")."""
    if any(reading.tokens[c].lower == "without" for c in reading.tree.of(verb, "mark")):
        return True
    before = [t.lower for t in reading.tokens[max(0, verb - WITHOUT_REACH) : verb]]
    return reading.tokens[verb].tag == "VBG" and "without" in before and "," not in before[before.index("without") :]


WITHOUT_REACH = 5
"""Words from "without" to its participle, at most: who did not do it stands between."""


_DEEDS: Final = frozenset({"operation", "deed", "act", "incident", "death", "target", "responsibility", "destruction"})
"""Nouns besides the triggers that stand for what somebody owns up to."""


@dataclass(frozen=True, slots=True)
class Guilt:
    """Heads of those whom a statement puts behind a deed, or says were not behind it (``denied``)."""

    culprits: tuple[int, ...] = ()
    denied: bool = False


def culprits_within(reading: Reading, ranges: Ranges) -> Guilt:
    """Return who a statement says is behind a deed: "X was behind the attack", "was responsible", "the drone was Russian".

    What is supposed ("whether X was behind it", "may be responsible") accuses nobody.
    """
    tree, tokens = reading.tree, reading.tokens
    found: list[int] = []
    denied = False
    for verb in within(reading.guilt_verbs, ranges):
        if tokens[verb].lemma == "lie":
            continue
        clause = tree.clause(verb)
        if clause.modal in ("future", "conditional") or in_force(reading, Category.HYPOTHESIS, verb):
            continue
        if tokens[verb].dep == "ccomp" and any(tokens[s].lower in ("who", "what") for s in clause.heads(SUBJECT)):
            continue  # "could not say who was responsible"
        refused = any(_refused(reading, s) for s in clause.heads(SUBJECT))
        before = len(found)
        if tokens[verb].lemma == "involve":
            found += clause.heads(SUBJECT) if tree.of(verb, "auxpass") and not refused else ()
            denied = denied or (clause.negated and len(found) > before)
            continue
        behind = [c for c in tree.of(verb, "prep") if tokens[c].lower == "behind"]
        guilty = [c for c in tree.of(verb, "acomp") if tokens[c].lemma in _BLAMEFUL]
        if behind or guilty:
            found += clause.heads(SUBJECT) if not refused else ()
            denied = denied or (clause.negated and len(found) > before)
            continue
        weapon = any(
            s in reading.weapon_at or tokens[s].lemma in reading.lexicon.deed_words for s in tree.of(verb, "nsubj")
        )
        found += doers_identified(reading, verb)
        nation = [c for c in tree.of(verb, "acomp", "attr") if tokens[c].text[:1].isupper() or c in reading.actor_at]
        found += nation if weapon and not clause.negated else []
    if not found:
        doers, refused = doers_of_it(reading, ranges)
        return Guilt(doers, refused)
    return Guilt(tuple(dict.fromkeys(found)), denied)


def _refused(reading: Reading, head: int) -> bool:
    """Return whether a subject is nobody: "no group", "neither side", "none"."""
    words = [reading.tokens[i].lower for i in (head, *reading.tree.children[head])]
    return any(w in ("no", "nobody", "none", "neither", "nor") for w in words)


_VICTIMS: Final = frozenset(
    {"dead", "victim", "casualty", "wounded", "injured", "deceased", "fatality", "body", "killed"}
)


def victims_within(reading: Reading, ranges: Ranges) -> tuple[int, ...]:
    """Return whom a statement calls the dead or the victims ("the rest of the dead were fighters of X")."""
    tree, tokens = reading.tree, reading.tokens
    found: list[int] = []
    for verb in within(reading.guilt_verbs, ranges):
        if tokens[verb].lemma != "be":
            continue
        subjects = tree.of(verb, "nsubj")
        inner = [o for s in subjects for p in tree.of(s, "prep") for o in tree.of(p, "pobj")]
        if any(tokens[s].lemma in _VICTIMS for s in (*subjects, *inner)):
            found += [c for c in tree.of(verb, "attr") if c in reading.actor_at]
    return tuple(found)
