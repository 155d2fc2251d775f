"""Tell which triggers of a sentence tell one deed, and which lead to another."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotations import PlaceMention, Token
from reportedly.codebook import FROM_AFAR
from reportedly.coding.charges import charged
from reportedly.coding.reading import Reading
from reportedly.coding.status import Verdict
from reportedly.coding.triggers import Node
from reportedly.records import Status

OTHER_TIME = frozenset(
    {"after", "following", "since", "before", "despite", "until", "days after", "hours after", "coinciding"}
)
"""Prepositions and conjunctions that lead to another deed than the one of their clause."""

RAIDING = frozenset({"Other", "Arrests", "Abduction/forced disappearance", "Attack", "Armed clash", ""})
"""Types that one raid may pass through: entering, shooting, detaining."""


def path_between(reading: Reading, low: int, high: int) -> list[int] | None:
    """Return the tokens from ``low`` up to ``high`` (both included), or ``None`` if ``high`` is not above ``low``."""
    if low == high:
        return [low]
    above = reading.tree.ancestors(low)
    return [low, *above[: above.index(high) + 1]] if high in above else None


RESPONSES = frozenset({"response", "retaliation", "revenge", "reaction", "reprisal"})
"""Nouns that lead to the deed that was answered."""

CAUSES = frozenset({"after", "following"})
"""Of those, the ones that lead from a toll to its cause: "died after a mine went off"."""


def leads_elsewhere(reading: Reading, path: list[int], causes: bool = False) -> bool:
    """Return whether a way up the tree passes "after", "before", or a statement of someone else.

    Args:
        reading: The sentence.
        path: Tokens from low to high.
        causes: Let "after" pass, as from a toll to its cause, unless it is measured ("days after").
    """
    other_time = OTHER_TIME - CAUSES if causes else OTHER_TIME
    if path and (charged(reading, path[0]) or _right_after(reading, path[0], other_time)):
        return True
    return any(_turns_away(reading, index, path, causes) for index in path[:-1])


def _turns_away(reading: Reading, index: int, path: list[int], causes: bool) -> bool:
    """Return whether a token of a way up the tree leads to another deed."""
    tokens, tree = reading.tokens, reading.tree
    token = tokens[index]
    measured = any(tokens[c].pos == "NOUN" for c in tree.of(index, "npadvmod"))
    other_time = OTHER_TIME - CAUSES if causes and not measured else OTHER_TIME
    if token.dep == "prep" and token.lower in other_time and not _same_doers(reading, index):
        return True
    if token.lower in _AMID and token.dep == "prep" and _apart(reading, index):
        return True
    if token.lemma in RESPONSES or (token.lemma == "addition" and _added_elsewhere(reading, index, path)):
        return True
    if token.dep == "relcl":
        return _past_of_place(reading, index)
    marks = {tokens[c].lower for c in tree.of(index, "mark", "advmod", "prep")}
    if token.dep == "conj" and reading.is_verb(index):
        return _meanwhile(reading, index)
    if token.dep in ("advcl", "pcomp"):
        beside = bool(marks & _MEANWHILE) and _of_its_own(reading, index)
        return bool(marks & other_time) or beside or comes_as(reading, index)
    if token.dep in ("ccomp", "parataxis") and reading.is_verb(token.head) and not _in_which(reading, token.head):
        return not (causes and _beside_semicolon(reading, index, token.head))
    return False


def comes_as(reading: Reading, index: int) -> bool:
    """Return whether a token tells what goes on elsewhere ("the attack comes as troops are on the offensive in X")."""
    tokens = reading.tokens
    verb = tokens[index].head
    if tokens[verb].lemma != "come" or index <= verb + 1 or tokens[verb + 1].lower != "as":
        return False
    return any(tokens[s].lemma in reading.lexicon.deed_words for s in reading.tree.of(verb, "nsubj"))


def _past_of_place(reading: Reading, verb: int) -> bool:
    """Return whether a clause tells what a place has been through ("an area that has witnessed fighting")."""
    tokens, noun = reading.tokens, reading.tokens[verb].head
    of_place = noun in reading.place_at or reading.lexicon.is_noun("territory", tokens[noun].lemma)
    perfect = any(tokens[c].lower in ("has", "have") for c in reading.tree.of(verb, "aux"))
    dated = any(d.kind == "day" for i, d in reading.date_at.items() if i in reading.tree.subtree(verb))
    return of_place and perfect and not dated and tokens[verb].lemma not in _TAKING_LIVES


_TAKING_LIVES = frozenset({"leave", "kill", "claim", "cost"})


def _right_after(reading: Reading, noun: int, other_time: frozenset[str]) -> bool:
    """Return whether "after" stands before a deed's noun, wherever the parser hung it ("a day after the execution")."""
    tokens = reading.tokens
    if tokens[noun].pos != "NOUN":
        return False
    own = [c for c in reading.tree.of(noun, "det", "amod", "compound") if c < noun]
    before = min(own, default=noun) - 1
    loose = before >= 0 and tokens[before].dep in ("mark", "advmod")
    return loose and tokens[before].lower in other_time


def _added_elsewhere(reading: Reading, addition: int, path: list[int]) -> bool:
    """Return whether a deed is told besides one of another place ("killed two in A in addition to wounding six in B")."""
    here = places_under(reading, addition, set())
    there = places_under(reading, path[-1], {addition})
    there = there or places_under(reading, reading.tokens[path[-1]].head, {addition})
    return bool(here and there and not here & there)


_AMID = frozenset({"amid", "amidst"})


def _apart(reading: Reading, marker: int) -> bool:
    """Return whether what a preposition or a clause adds is told of another place than what it hangs from."""
    here, there = places_under(reading, marker, set()), places_under(reading, reading.tokens[marker].head, {marker})
    return bool(here and there and not here & there)


_MEANWHILE = frozenset({"while", "whereas", "whilst"})


def _meanwhile(reading: Reading, verb: int) -> bool:
    """Return whether a verb is joined as told of others elsewhere («قتل طفل بقصف إدلب، فيما استهدف الطيران قاح»)."""
    marks = {reading.tokens[c].lower for c in reading.tree.of(verb, "mark")}
    if not marks & _MEANWHILE or not reading.tree.of(verb, "nsubj", "nsubjpass"):
        return False
    inside = set(reading.tree.subtree(verb))
    told = [(p.first in inside, p.value.name) for p in reading.places if not p.modifies_actor]
    here, there = ({name for mine, name in told if mine is own} for own in (True, False))
    return bool(here and there and not here & there)


def _told_meanwhile(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether one of two triggers is the verb of such a clause and the other stands outside it."""
    for verb, beside in ((one, other), (other, one)):
        joined = not verb.is_noun and reading.tokens[verb.index].dep == "conj" and _meanwhile(reading, verb.index)
        if joined and verb.index not in (beside.index, *reading.tree.ancestors(beside.index)):
            return True
    return False


def _of_its_own(reading: Reading, verb: int) -> bool:
    """Return whether a clause tells of others elsewhere ("a drone hit A, while a missile hit a school in B")."""
    return bool(reading.tree.of(verb, "nsubj", "nsubjpass")) and _apart(reading, verb)


def _beside_semicolon(reading: Reading, index: int, head: int) -> bool:
    """Return whether a semicolon, and no verb of saying, joins a deed and its toll ("Jets bombed X; 65 people died")."""
    low, high = sorted((index, head))
    parted = any(low < mark < high for mark in reading.semicolons)
    return parted and reading.tokens[head].lemma not in reading.lexicon.saying


def _in_which(reading: Reading, saying: int) -> bool:
    """Return whether a verb of saying tells what a deed did ("a strike in which residents said nine people died")."""
    tree, tokens = reading.tree, reading.tokens
    preps = [c for c in tree.of(saying, "prep") if tokens[c].lower in ("in", "during")]
    which = any(tokens[o].lower == "which" for c in preps for o in tree.of(c, "pobj"))
    return which and tokens[saying].dep == "relcl"


def _same_doers(reading: Reading, prep: int) -> bool:
    """Return whether "after" opens a participle of the same doers: "seized four men after storming the village"."""
    inner = reading.tree.of(prep, "pcomp")
    return any(reading.tokens[c].tag == "VBG" and not reading.tree.of(c, "nsubj") for c in inner)


def _brought_on(reading: Reading, path: list[int], low: Node, one: Node, other: Node) -> bool:
    """Return whether an "after" clause tells how the same fight began ("clashes erupted after rebels raided a post")."""
    after = [i for i in path[:-1] if any(reading.tokens[c].lower == "after" for c in reading.tree.of(i, "mark"))]
    fights = {one.trigger.type, other.trigger.type} <= {"Armed clash", "", "Other"}
    return bool(after) and fights and not places_under(reading, low.predicate, set())


def told_beside(reading: Reading, path: list[int]) -> bool:
    """Return whether a way up leads out of a "while" clause that tells of another place, or of another such deed.

    "A strike hit a depot in A while another killed two in B"; but not "rebels held the town while jets bombed it".
    """
    tree, tokens = reading.tree, reading.tokens
    for index in path[:-1]:
        token = tokens[index]
        while_clause = token.dep == "advcl" and any(tokens[c].lower == "while" for c in tree.of(index, "mark"))
        subjects = tree.of(index, "nsubj", "nsubjpass") if while_clause else []
        if not subjects or (index != path[0] and reading.lexicon.tells(token.lemma, "ruin")):
            continue  # What was destroyed meanwhile is no deed of its own that the dead could be of.
        deeds = [s for s in subjects if tokens[s].lemma in reading.lexicon.deed_words or s in reading.weapon_at]
        said = {tokens[c].lower for s in deeds for c in tree.of(s, "det", "amod")}
        here, there = places_under(reading, index, set()), places_under(reading, path[-1], {index})
        if said & _FURTHER or (here and there and not here & there):
            return True
    return False


_FURTHER = frozenset({"another", "other", "second", "third", "separate", "different"})
"""Words before a deed-noun that make it one more."""


def _same_deed(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether two deed-triggers of a sentence tell one deed."""
    tokens = reading.tokens
    if _pointed_back(reading, one, other):
        return True
    if _set_free(reading, one, other) or _told_meanwhile(reading, one, other):
        return False
    if _at_a_protest(reading, one, other) or _at_a_protest(reading, other, one):
        return True
    for low, high in ((one, other), (other, one)):
        for top in {high.index, high.predicate}:
            path = path_between(reading, low.index, top)
            if path is None:
                path = path_between(reading, low.predicate, top)
            if path is None:
                continue
            if leads_elsewhere(reading, path) and not _brought_on(reading, path, low, one, other):
                return False
            if told_beside(reading, path):
                return False
            joined = any(tokens[i].dep == "conj" and reading.is_verb(i) for i in path[:-1])
            relative = any(tokens[i].dep == "relcl" for i in path[:-1])
            if joined:
                return _joined(reading, high, low)
            if relative:
                return _compatible(one, other) or _broken_up(tokens, low, high)
            if of_one_hit(reading, path):
                return False
            calm = {one.trigger.type, other.trigger.type} & BLOODLESS
            under = low.is_noun or tokens[low.index].dep in ("advcl", "xcomp", "acl")
            return _compatible(one, other) or (under and not calm)
    return _brothers(reading, one, other)


def _broken_up(tokens: Sequence[Token], low: Node, high: Node) -> bool:
    """Return whether a clause about a gathering tells who dispersed it ("a protest which police dispersed")."""
    breaks = low.trigger.type == "Protest with intervention" and high.trigger.frame == "gather"
    return breaks and tokens[low.index].dep == "relcl" and tokens[low.index].head == high.index


def _at_a_protest(reading: Reading, force: Node, protest: Node) -> bool:
    """Return whether a protest only tells where force was used ("shot and killed six people during protests in X")."""
    tokens = reading.tokens
    during = tokens[tokens[protest.index].head]
    gathered = protest.is_noun and protest.trigger.frame == "gather" and tokens[protest.index].dep == "pobj"
    if not gathered or during.lower not in ("during", "at") or force.trigger.type not in _FORCE or force.is_noun:
        return False
    path = path_between(reading, during.head, force.index)
    return path is not None and all(tokens[i].dep == "conj" for i in path[:-1])


_FORCE = frozenset({"Attack", "Excessive force against protesters", "Arrests", "Protest with intervention"})


def of_one_hit(reading: Reading, path: list[int]) -> bool:
    """Return whether a way up leads out of what a person is known for ("a commander credited with ... in the battle")."""
    tokens = reading.tokens
    known = [i for i in path[:-1] if tokens[i].dep == "acl" and tokens[i].lemma in _KNOWN_FOR]
    return any(reading.has_kind("person", tokens[i].head) for i in known)


_KNOWN_FOR = frozenset({"credit", "know", "remember", "accuse", "want", "convict", "charge", "suspect", "jail"})


FREEING = frozenset({"release", "free", "rescue", "swap"})
"""Verbs of letting go somebody held."""


def _set_free(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether one trigger frees whom the other had seized ("released three soldiers whom it had kidnapped")."""
    lemmas = [reading.tokens[n.index].lemma in FREEING for n in (one, other)]
    seized = {"Arrests", "Abduction/forced disappearance"} & {one.trigger.type, other.trigger.type}
    return bool(seized) and lemmas[0] != lemmas[1]


def _pointed_back(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether the later of two triggers is the earlier deed with an article ("shelled it, and the shelling killed")."""
    first, later = (one, other) if one.index < other.index else (other, one)
    same = first.trigger.type in ("", later.trigger.type) or later.trigger.generic or not later.trigger.type
    if not later.is_noun or not same or not _compatible(first, later) or reading.tokens[later.index].dep != "nsubj":
        return False
    articles = {reading.tokens[c].lower for c in reading.tree.of(later.index, "det")}
    below = list(reading.tree.of(later.index, "amod", "relcl", "acl", "poss"))
    below += [p for p in reading.tree.of(later.index, "prep") if reading.tokens[p].lower not in ("to", "about")]
    return bool(articles & {"the", "this", "that", "these", "those"}) and not below


def _brothers(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether two triggers under one verb tell one deed ("the strike ... in the attack")."""
    if not (one.is_noun or other.is_noun) or not _compatible(one, other):
        return False
    if one.predicate == other.predicate and one.support and other.support:
        return True
    governors = (reading.tree.governor(one.index), reading.tree.governor(other.index))
    if governors[0] is None or governors[0] != governors[1]:
        return False
    paths = (path_between(reading, one.index, governors[0]), path_between(reading, other.index, governors[0]))
    if any(path is None or leads_elsewhere(reading, path) for path in paths):
        return False
    verbs = [n for n in (one, other) if reading.tokens[n.predicate].dep == "conj" and reading.is_verb(n.predicate)]
    return not any(_told_apart(reading, n, other if n is one else one) for n in verbs)


def _told_apart(reading: Reading, verb: Node, other: Node) -> bool:
    """Return whether a joined verb tells a deed of its own: with its own subject, at a place that is not the other's."""
    here = places_under(reading, verb.predicate, {other.predicate, other.index})
    there = places_under(reading, other.index, {verb.predicate})
    above = reading.tree.governor(other.index) if other.is_noun else None
    if not there and above is not None and reading.tokens[above].lemma == reading.tokens[verb.index].lemma:
        # "targeted A with artillery fire and targeted B with rockets": the fire was on A.
        there = places_under(reading, above, {verb.predicate})
    return bool(here and there and not here & there)


def _of_two_kinds(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether of two verbs one bombards from afar and the other is done by hand ("shelled X and arrested five")."""
    for afar, near in ((one, other), (other, one)):
        if afar.trigger.type in FROM_AFAR and not near.is_noun:
            by_hand = near.trigger.type in ("Arrests", "Abduction/forced disappearance")
            return by_hand or reading.tokens[near.index].lemma in _PILLAGING
    return False


_PILLAGING = frozenset({"loot", "plunder", "pillage", "ransack", "steal", "confiscate", "rob"})


def _joined(reading: Reading, high: Node, low: Node) -> bool:
    """Return whether two verbs joined by "and" tell one deed: they share the doer, fit in type, and part no places."""
    own = list(reading.tree.of(low.predicate, "nsubj", "nsubjpass"))
    if own or not _compatible(high, low) or _of_two_kinds(reading, high, low):
        return False
    places = [places_under(reading, n.predicate, {high.predicate, low.predicate}) for n in (high, low)]
    return not (places[0] and places[1])


def places_under(reading: Reading, top: int, stop: set[int]) -> set[str]:
    """Return the place names below a token of the tree, outside the branches that start at ``stop``."""
    found, stack = set(), [top]
    while stack:
        here = stack.pop()
        place = reading.place_at.get(here)
        if place and not place.modifies_actor and place.level == "point" and not _beside_another(reading, place):
            found.add(place.span.text)
        below = (c for c in reading.tree.children[here] if c not in stop and not _while_joined(reading, c))
        stack.extend(c for c in below if not (reading.tokens[c].dep == "acl" and reading.tokens[c].lemma in STATIONED))
    return found


def _while_joined(reading: Reading, index: int) -> bool:
    """Return whether an Arabic clause of meanwhile is joined here, told of others elsewhere («فيما استهدف …»)."""
    if reading.tokens[index].dep != "conj":
        return False
    return any(reading.tokens[c].lower in _MEANWHILE for c in reading.tree.of(index, "mark"))


STATIONED = frozenset({"station", "base", "deploy", "position", "garrison", "quarter"})
"""Participles of where the doers are kept, which is not where the deed was."""


def _beside_another(reading: Reading, place: PlaceMention) -> bool:
    """Return whether a town only tells where the village right before it lies ("Qalqas, to the south of Hebron")."""
    return place.relation == "near" and any(0 < place.first - p.last <= BESIDE_REACH for p in reading.places)


BESIDE_REACH = 7
"""Tokens from a village to the town beside which the words put it."""


_RIOTING = frozenset({"Looting/property destruction", "Mob violence"})
"""What a crowd does in one riot ("burned tyres and threw stones")."""


def _compatible(one: Node, other: Node) -> bool:
    a, b = one.trigger, other.trigger
    if a.type == b.type or not a.type or not b.type:
        return True
    if {a.type, b.type} <= RAIDING or {a.type, b.type} <= _RIOTING:
        return True
    if {a.type, b.type} & _RIOTING and "gather" in (a.frame, b.frame):
        return True
    if "Armed clash" in (a.type, b.type) and "take" in (a.frame, b.frame):
        return True
    violent = {a.type, b.type}.isdisjoint(
        {"Other", "Agreement", "Headquarters or base established", "Peaceful protest"}
    )
    return (a.generic or b.generic) and violent and "territory" not in a.type + b.type


def clusters(reading: Reading, nodes: list[Node], verdicts: dict[int, Verdict]) -> list[list[Node]]:
    """Group the triggers of a sentence by the deed that they tell."""
    groups: list[list[Node]] = []
    for node in nodes:
        mine = verdicts[node.index].status
        free = node.is_noun and (mine is not Status.DENIED or reading.sentence.language != "ar")
        alike = [g for g in groups if verdicts[g[0].index].status is mine or free or _aimed_at(reading, g[0], node)]
        if mine is Status.BACKGROUND:
            # Who gathers to mark a massacre commits none.
            alike = [g for g in alike if all(n.trigger.frame != "gather" for n in g)]
        alike = [g for g in alike if not any(_taken_besides(reading, n) for n in (node, *g))]
        home = next((g for g in alike if any(_same_deed(reading, n, node) for n in g)), None)
        if home is None:
            groups.append([node])
        else:
            home.append(node)
    return groups


def _taken_besides(reading: Reading, node: Node) -> bool:
    """Return whether a trigger tells who was taken besides the dead ("twelve were shot dead and eight abducted")."""
    token = reading.tokens[node.index]
    if token.dep != "conj" or node.trigger.type not in ("Arrests", "Abduction/forced disappearance"):
        return False
    own = reading.tree.of(node.index, "nsubj", "nsubjpass")
    return reading.tokens[token.head].lemma in _KILLING and any(h in reading.quantity_at for h in own)


_KILLING = frozenset(
    {"kill", "shoot", "murder", "behead", "slaughter", "execute", "massacre", "hack", "wound", "injure"}
)


def _aimed_at(reading: Reading, deed: Node, aim: Node) -> bool:
    """Return whether a deed is told with its aim, of one type ("fired tear gas to disperse the protesters")."""
    below = reading.tokens[aim.index]
    return aim.trigger.type == deed.trigger.type != "" and below.dep in ("xcomp", "advcl") and below.head == deed.index


BLOODLESS = frozenset({"Agreement", "Headquarters or base established", "Change to group/activity"})
"""Types that no toll belongs to: the dead of "they agreed a truce after battles that killed 35" are the battles'."""
