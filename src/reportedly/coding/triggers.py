"""Find the words of a sentence that tell an event, by the trigger lexicon and the clause they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotations import AGENT, MODIFIER, OBJECT, OBLIQUE, POSSESSOR, SUBJECT, Clause
from reportedly.coding.lexicon import Trigger
from reportedly.coding.no_deeds import by_law, for_something_else, met_a_mine, on_an_idea, stopped
from reportedly.coding.reading import Reading

DO, UNDERGO, HAPPEN = "do", "undergo", "happen"


@dataclass(frozen=True, slots=True)
class Node:
    """A trigger in a sentence.

    Attributes:
        first: First token of the trigger words.
        index: Its head token, the last of the words.
        trigger: The lexicon entry.
        clause: The clause that it is the predicate of.
        support: For a noun, the verb that lends it subject and object ("carried out a raid"), or ``None``.
        lends: What that verb does: ``do``, ``undergo``, ``happen`` or empty.
    """

    first: int
    index: int
    trigger: Trigger
    clause: Clause
    support: Clause | None = None
    lends: str = ""

    @property
    def is_noun(self) -> bool:
        """True for a deed told by a noun."""
        return self.clause.nominal

    @property
    def predicate(self) -> int:
        """The verb of the clause in which the deed is told: its own, or the one that supports it."""
        return self.support.predicate if self.support else self.index


def _support(reading: Reading, index: int) -> tuple[Clause | None, str]:
    """Return the verb that lends a deed-noun its arguments, and in what manner."""
    tree, tokens, lexicon = reading.tree, reading.tokens, reading.lexicon
    verb = tree.governor(index)
    if verb is None:
        return None, ""
    clause = tree.clause(verb)
    lemma = tokens[verb].lemma
    heads = set(_carriers(reading, index))
    if (
        lemma == "be"
        and heads & set(clause.heads(OBJECT))
        and any(reading.tokens[h].lemma in _SUFFERERS for h in heads)
    ):
        return clause, UNDERGO
    told = _behind(reading, clause, index, heads) or _marched(reading, clause, index, heads)
    told = told or _in_protest(reading, clause, index)
    if told is not None:
        return clause, told
    existing = (lemma == "be" and tree.of(verb, "expl")) or lemma in _WITNESSED
    existing = existing or (lemma in ("hear", "report") and not clause.passive and tokens[index].lemma in _HEARD)
    if existing and heads & set(clause.heads(OBJECT)):
        return clause, HAPPEN
    if heads & set(clause.heads(OBJECT)):
        if clause.passive:
            return clause, DO
        if lemma in lexicon.undergo_verbs:
            return clause, UNDERGO
        return (clause, DO) if lemma in lexicon.do_verbs else (None, "")
    if heads & set(clause.heads(SUBJECT)):
        if lemma == "be" and any(tokens[h].lemma in _COMMENTS for h in clause.heads(OBJECT)):
            return None, ""
        if clause.passive and lemma in lexicon.do_verbs:
            return clause, DO
        begun = lemma in lexicon.do_verbs and not clause.heads(OBJECT)
        return (clause, HAPPEN) if lemma in lexicon.happen_verbs or begun else (None, "")
    oblique = {a.marker for a in clause.arguments if a.function == OBLIQUE and a.head in heads}
    lends = _lent_obliquely(reading, clause, oblique)
    return (clause, lends) if lends else (None, "")


_COMMENTS = frozenset(
    "effort attempt response reaction result part sign message way example crime mistake warning violation proof test "
    "tactic strategy policy step setback reminder consequence reprisal retaliation revenge".split()
)
"""What a deed told before is called by who comments on it ("the bombing was an effort to ...")."""


def _lent_obliquely(reading: Reading, clause: Clause, markers: set[str]) -> str:
    """Return what a verb lends to the deed-noun after one of its prepositions."""
    lemma = reading.tokens[clause.predicate].lemma
    if lemma in _CONSISTING and markers & {"in", "of"}:
        return HAPPEN
    if lemma in _ESCAPING and "from" in markers:
        return UNDERGO
    if lemma in reading.lexicon.undergo_verbs and markers & {"under", "to", "in"}:
        return UNDERGO
    if "with" in markers and any(reading.actors_of(h) for h in clause.heads(SUBJECT)):
        return DO
    return DO if markers & _ANSWERS.get(lemma, frozenset()) else ""


def _behind(reading: Reading, clause: Clause, index: int, heads: set[int]) -> str | None:
    """Return how a deed not told before is laid to a subject ("it was behind an attack on a base")."""
    told = {reading.tokens[c].lower for c in reading.tree.of(index, "det", "poss")}
    pointed = bool(told & {"the", "this", "that", "these", "those", "its"})
    behind = reading.tokens[clause.predicate].lemma == "be" and bool(heads & set(clause.heads(OBLIQUE, "behind")))
    return DO if behind and not (pointed or clause.negated or clause.modal) else None


def _marched(reading: Reading, clause: Clause, index: int, heads: set[int]) -> str | None:
    """Return how a verb of motion tells a gathering: "came out in a march", "a march set out"."""
    if reading.tokens[clause.predicate].lemma not in _SETTING_OUT:
        return None
    if not reading.lexicon.tells(reading.tokens[index].lemma, "gather"):
        return None
    if reading.tokens[clause.predicate].lemma == "turn" and clause.heads(OBJECT):
        return None
    if heads & set(clause.heads(SUBJECT)):
        return HAPPEN
    return DO if heads & set(clause.heads(OBLIQUE, "in", "for", "on", "to", "into")) else None


def _in_protest(reading: Reading, clause: Clause, index: int) -> str | None:
    """Return that a crowd is said to have done something in protest («أغلق التجار محالهم احتجاجا على القرار»)."""
    token = reading.tokens[index]
    if token.form != "احتجاجا" or token.dep not in ("dep", "appos", "npadvmod", "dobj"):
        return None
    verb = reading.lexicon.triggers.get(reading.tokens[clause.predicate].lemma, ())
    other = any(t.pos == "verb" and t.frame != "gather" for t in verb)
    return DO if not other and any(reading.has_kind("crowd", h) for h in clause.heads(SUBJECT)) else None


_ANSWERS = {
    **dict.fromkeys(("engage", "take", "participate", "share"), frozenset({"in", "with"})),
    **dict.fromkeys(("respond", "retaliate", "reply"), frozenset({"in", "with", "through", "via", "by"})),
}
"""Verbs whose subject did the deed named after these prepositions ("took part in", "responded with")."""

_SETTING_OUT = frozenset(
    {"come", "go", "set", "head", "move", "pass", "tour", "roam", "walk", "march", "enter", "join", "turn"}
)
"""Verbs of motion by which a march is held ("set out on a march", "a march went through the town")."""

_CONSISTING = frozenset({"represent", "consist"})
"""Verbs that say what an incident was («تمثل الحادث بإطلاق صواريخ»)."""

_ESCAPING = frozenset({"survive", "escape"})
"""Verbs whose subject came away alive from a deed («نجا من تفجير»)."""

_SUFFERERS = frozenset({"target", "victim", "subject", "object"})
"""Nouns by which a subject is said to suffer: "was the target of an attack"."""

_WITNESSED = frozenset({"see", "witness", "experience"})
"""Verbs whose object is what took place: "the week saw three raids"."""


_HEARD = frozenset({"gunfire", "explosion", "blast", "shelling", "detonation", "firing"})
"""Deeds that are heard: "residents reported heavy gunfire"."""


def _carriers(reading: Reading, index: int) -> list[int]:
    """Return the deed-noun and the nouns that merely count or class it ("a series of attacks", "attacks and raids")."""
    found = [index]
    tokens = reading.tokens
    while True:
        token = tokens[found[-1]]
        if token.dep == "pobj" and tokens[token.head].lower in ("of", "in") and token.head != token.index:
            found.append(tokens[token.head].head)
        elif token.dep in ("conj", "compound", "appos") and not reading.is_verb(token.head):
            found.append(token.head)
        else:
            return found


def _argument_heads(clause: Clause) -> dict[str, list[int]]:
    objects = list(clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT))
    subjects = list(clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT))
    return {"object": objects, "subject": subjects}


def _near(reading: Reading, index: int, clause: Clause) -> set[str]:
    """Return the words that stand right with a predicate: particles, objects, obliques, modifiers, its governor."""
    tree, tokens = reading.tree, reading.tokens
    # Of a joined verb («خرج ... وأطلقت») the words say nothing of this one.
    near = {tokens[c].lower for c in tree.children[index] if tokens[c].dep != "conj" or not reading.is_verb(c)}
    for argument in clause.arguments:
        of_whole = tokens[argument.head].lemma == "part" and any(
            tokens[c].lower == "of" for c in tree.children[argument.head]
        )  # "took part of the town", but "took part in the talks"
        if (argument.function in (OBJECT, OBLIQUE, MODIFIER, POSSESSOR) or clause.passive) and not of_whole:
            near |= {tokens[argument.head].lower, tokens[argument.head].lemma}
    if clause.nominal:
        governor = tree.governor(index)
        near |= {tokens[governor].lemma} if governor is not None else set()
    return near


_ONLY_PLACES = frozenset({"recapture", "retake", "liberate", "overrun", "regain", "conquer"})
"""Verbs whose object is a place even if no gazetteer knows it ("retook Khanasser")."""


_BUSINESS = frozenset(
    "record recording film book transfer plea business sponsorship publishing television rental".split()
)


def _of_business(reading: Reading, head: int) -> bool:
    """Return whether a deal is one of business ("a record deal")."""
    return any(reading.tokens[c].lemma in _BUSINESS for c in reading.tree.of(head, "compound", "amod"))


def _place_meant_by_it(reading: Reading, verb: int, objects: list[int]) -> list[int]:
    """Return what "it" is in "stormed the town and seized it": the one thing that the verb before was done to."""
    token = reading.tokens[verb]
    pronoun = any(reading.tokens[h].lower == "it" for h in objects)
    if not pronoun or token.dep != "conj" or not reading.is_verb(token.head):
        return []
    before = reading.tree.clause(token.head).heads(OBJECT)
    return list(before) if len(before) == 1 else []


def _object_fits(reading: Reading, trigger: Trigger, clause: Clause) -> bool:
    heads = _argument_heads(clause)
    objects = heads["object"]
    if trigger.object == "territory":
        objects = [*objects, *clause.heads(OBLIQUE, "on", "onto", "towards", "toward", "from", "into", "of", "out of")]
        if trigger.pos == "noun":
            objects = [*objects, *clause.heads(POSSESSOR)]
    objects = [*objects, *_place_meant_by_it(reading, clause.predicate, objects)]
    if reading.tokens[clause.predicate].lemma in ("advance", "push") and trigger.pos == "verb":
        return any(i in reading.place_at for i in reading.tree.subtree(clause.predicate)) or any(
            reading.has_kind("territory", h) for h in objects
        )
    if trigger.object == "agreement":
        objects = [h for h in (*objects, *clause.heads(OBLIQUE, "to", "on")) if not _of_business(reading, h)]
    if clause.nominal:
        objects = [*objects, *clause.heads(OBLIQUE, "of")]
    if trigger.frame == "take" and not clause.nominal and reading.tokens[clause.predicate].lemma in _ONLY_PLACES:
        return any(reading.has_kind("territory", h) or reading.is_person_name(h) for h in objects)
    if trigger.object == "person":
        return any(reading.has_kind("person", h) and h not in reading.place_at for h in objects)
    return any(reading.has_kind(trigger.object, h) for h in objects)


def _armed(reading: Reading, heads: list[int]) -> bool:
    found = [a for h in heads for a in reading.actors_of(h)]
    forces = any(reading.lexicon.is_noun("military", reading.tokens[h].lemma) for h in heads)
    return forces or any(a.kind != "civilians" for a in found)


_DEADLY = frozenset({"kill", "wound", "injure", "claim"})


def _kills(reading: Reading, clause: Clause) -> bool:
    """Return whether a clause says of a deed-noun that it killed ("the strike on the market, which killed 13")."""
    told = reading.tree.of(clause.predicate, "relcl") if clause.nominal else ()
    return any(reading.tokens[c].lemma in _DEADLY for c in told)


def _of_the_dead(reading: Reading, index: int) -> bool:
    """Return whether a deed-noun is what somebody is said to have been killed in ("killed a commander in a strike")."""
    prep = reading.tokens[reading.tokens[index].head]
    inside = reading.tokens[index].dep == "pobj" and prep.lower in ("in", "by", "during")
    if not inside or reading.tokens[prep.head].lemma not in _DEADLY or not reading.is_verb(prep.head):
        return False
    victims = (*reading.tree.clause(prep.head).heads(SUBJECT), *reading.tree.clause(prep.head).heads(OBJECT))
    nobody = any(
        reading.tokens[c].lower in ("no", "not") for h in (prep.head, *victims) for c in reading.tree.children[h]
    )
    return not nobody


def _acts_on_world(reading: Reading, clause: Clause, support: Clause | None) -> bool:
    """Return whether a weak trigger has an actor, a weapon or a place among its arguments."""
    for here in (clause, support):
        for argument in here.arguments if here else ():
            if reading.actors_of(argument.head) or argument.head in reading.weapon_at:
                return True
            place = reading.place_at.get(argument.head)
            if place and not place.modifies_actor and argument.function in (OBJECT, OBLIQUE, SUBJECT):
                return True
            if argument.function == OBJECT and reading.has_kind("person", argument.head):
                return True
    return False


def _takes_place(reading: Reading, trigger: Trigger, clause: Clause) -> bool:
    """Return whether a noun of taking has a named place after its kind ("the capture of the town of X")."""
    if trigger.frame != "take" or not clause.nominal:
        return False
    inside = [i for h in clause.heads(OBLIQUE, "of") for i in reading.noun_phrase(h)]
    return any((place := reading.place_at.get(i)) is not None and not place.modifies_actor for i in inside)


def _fits(reading: Reading, trigger: Trigger, index: int, first: int) -> Node | None:
    clause = reading.tree.clause(index)
    support, lends = _support(reading, index) if clause.nominal else (None, "")
    if clause.nominal and ((trigger.generic and _in_title(reading, index)) or met_a_mine(reading, trigger, support)):
        return None
    if trigger.beside and not trigger.beside & _near(reading, index, clause):
        return None
    if trigger.without and trigger.without & _near(reading, index, clause):
        return None
    if trigger.object and not _object_fits(reading, trigger, clause):
        return None
    heads = _argument_heads(clause)
    if trigger.weak and not clause.nominal and _withstands(reading, index, heads["object"]):
        return None
    spoken = not clause.nominal and _spoken(reading, index, clause, heads)
    if trigger.frame in ("hit", "act") and (spoken or on_an_idea(reading, clause, support)):
        return None
    if trigger.subject and not any(reading.has_kind(trigger.subject, h) for h in heads["subject"] or heads["object"]):
        return None
    if trigger.to and not any(reading.has_kind(trigger.to, h) for h in clause.heads(OBLIQUE, "to", "into")):
        return None
    unarmed = trigger.armed_subject and not _armed(reading, heads["subject"])
    if unarmed or (stopped(reading, index) if clause.nominal else by_law(reading, index, heads)):
        return None
    if (trigger.needs_support and not support) or for_something_else(reading, trigger, clause):
        return None
    if trigger.frame == "take" and support and reading.tokens[support.predicate].lemma in ("attempt", "try"):
        # «حاولوا السيطرة على البلدة»: what was tried was not taken.
        return None
    acts = bool(support and lends) or _kills(reading, clause) or _acts_on_world(reading, clause, support)
    acts = acts or (clause.nominal and _of_the_dead(reading, index))
    if trigger.weak and not acts and not _takes_place(reading, trigger, clause):
        return None
    return Node(first, index, trigger, clause, support, lends)


def _spoken(reading: Reading, index: int, clause: Clause, heads: dict[str, list[int]]) -> bool:
    """Return whether nobody struck: a storm or a fear did ("a storm hit Oman"), or words ("attacked the council, saying")."""
    ends = [*heads["subject"], *heads["object"]]
    if any(reading.lexicon.is_noun("nature", reading.tokens[h].lemma) for h in ends):
        return True
    if reading.tokens[index].lemma != "attack" or _armed_or_weapon(reading, clause, heads["subject"]):
        return False
    below = [*reading.tree.of(index, "advcl"), *reading.tree.of(index, "conj")]
    return any(reading.tokens[c].lemma in _IN_WORDS for c in below)


def _armed_or_weapon(reading: Reading, clause: Clause, subjects: list[int]) -> bool:
    forces = ("state forces", "rebel group", "political militia", "identity militia", "external forces")
    doers = [a for h in subjects for a in reading.actors_of(h)]
    return any(a.kind in forces for a in doers) or any(a.head in reading.weapon_at for a in clause.arguments)


_IN_WORDS = frozenset({"say", "accuse", "describe", "criticise", "criticize", "call", "tell", "consider"})
"""Verbs that tell with what words a politician attacked."""

_OFFICES = frozenset(
    {"commander", "chief", "head", "director", "room", "centre", "center", "command", "officer", "branch"}
)


def _in_title(reading: Reading, index: int) -> bool:
    """Return whether a generic deed-noun belongs to an office ("head of operations", «غرفة عمليات»)."""
    preposition = reading.tokens[reading.tokens[index].head]
    return preposition.lower == "of" and reading.tokens[preposition.head].lemma in _OFFICES


def _withstands(reading: Reading, index: int, objects: list[int]) -> bool:
    """Return whether a verb tells how a deed was met ("repelled an attack"): then the noun tells it."""
    if reading.tokens[index].lemma not in reading.lexicon.undergo_verbs:
        return False
    return any(
        t.pos == "noun" and t.type != "Other"
        for h in objects
        for t in reading.lexicon.triggers.get(reading.tokens[h].lemma, ())
    )


_DEED_NOUNS = frozenset(
    {"campaign", "wave", "series", "spree", "incident", "attempt", "scene", "site", "toll", "casualty"}
)


def _names_deed(reading: Reading, head: int) -> bool:
    """Return whether the noun that a trigger modifies is a deed too ("bomb attack"), and not a thing ("raid shelter")."""
    token = reading.tokens[head]
    return token.lemma in reading.lexicon.deed_words or token.lemma in _DEED_NOUNS or reading.is_verb(head)


def _candidates(reading: Reading, index: int) -> list[tuple[Trigger, int]]:
    token, triggers = reading.tokens[index], reading.lexicon.triggers
    lemma, lower = token.lemma, token.lower
    base = reading.lexicon.bases.get(lower, lower)
    if lemma not in triggers and lower not in triggers and base not in triggers:
        return []
    if token.pos == "PROPN" and index in reading.date_at:
        return []
    known = [word for word in dict.fromkeys((lemma, lower, base)) if word in triggers]
    if token.dep == "compound" and not reading.is_verb(index) and not _names_deed(reading, token.head):
        return []
    found: list[tuple[Trigger, int]] = []
    for word in known:
        for trigger in triggers[word]:
            verb = reading.is_verb(index) and token.dep not in ("amod", "compound", "nmod")
            if (trigger.pos == "verb") != verb:
                continue
            ending = [lemma for lemma in trigger.lemmas if lemma[-1] == word]
            starts = [index if len(lemma) == 1 else reading.match_back(lemma, index) for lemma in ending]
            fitting = [start for start in starts if start is not None]
            if fitting:
                found.append((trigger, min(fitting)))
    return found


def _rank(node: Node) -> tuple[int, int, int]:
    trigger = node.trigger
    constraints = bool(trigger.object) + 2 * bool(trigger.beside) + bool(trigger.subject) + trigger.armed_subject
    constraints += trigger.subject == "protesters"
    return (node.index - node.first, constraints + trigger.tells_toll * bool(trigger.type), not trigger.generic)


def find_nodes(reading: Reading) -> list[Node]:
    """Return the triggers of a sentence in order, the best entry for each word; longer phrases beat shorter ones."""
    found: list[Node] = []
    taken: set[int] = set()
    if reading.figurative():
        return []
    for index in range(len(reading.tokens) - 1, -1, -1):
        candidates = [] if index in taken else _candidates(reading, index)
        if not candidates or _part_of_name(reading, index):
            continue
        fitting = [_fits(reading, trigger, index, first) for trigger, first in candidates]
        nodes = [node for node in fitting if node is not None]
        if nodes:
            best = max(nodes, key=_rank)
            taken |= set(range(best.first, best.index + 1))
            found.append(best)
    return found[::-1]


def _part_of_name(reading: Reading, index: int) -> bool:
    """Return whether a word belongs to the name of an actor or place ("Operation Inherent Resolve", "Battle Creek")."""
    weapon = reading.weapon_at.get(index)
    if (
        weapon is not None
        and index != weapon.last
        and reading.tokens[weapon.last].lemma not in reading.lexicon.deed_words
    ):
        return True
    actor = reading.actor_at.get(index)
    if actor is not None and index != actor.head and not actor.generic and actor.last - actor.first:
        return reading.tokens[index].pos == "PROPN"
    return index in reading.place_at
