"""Count the dead and the hurt that a sentence tells (codebook, "Fields": ``killed``, ``injured``)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT, ActorMention
from reportedly.codebook import RANGE_BARE_PLURAL, RANGE_KILLED_AND_INJURED
from reportedly.coding.bare_tolls import bare_harmed
from reportedly.coding.counts import (
    NOT_PEOPLE,
    ONE_MORE,
    Count,
    count_of,
    count_of_dying,
    count_of_joined,
    count_of_killed,
    dying,
    is_people,
    of_those_just_named,
    quantity_of,
    sum_of,
    whole_heads,
)
from reportedly.coding.grievances import protest_above
from reportedly.coding.reading import Reading
from reportedly.coding.roles import reads_as_passive
from reportedly.coding.triggers import Node
from reportedly.records import Toll

KILLED, INJURED = "killed", "injured"

_DEAD = frozenset({"dead", "killed", "martyred", "deceased", "lifeless"})
_HURT = frozenset({"wounded", "injured", "hurt", "maimed", "hospitalized", "hospitalised"})


@dataclass(frozen=True, slots=True)
class TollFact:
    """One telling of dead or hurt: which, how many, in what words, of whom, by which trigger.

    Attributes:
        kind: ``killed`` or ``injured``.
        toll: The range and its words.
        victims: The actors that the victims belong to.
        index: Token of the trigger.
        subset: True if it tells a part of a toll told elsewhere ("two officers were among the dead").
        total: True if it updates a toll ("the death toll rose to nine").
    """

    kind: str
    toll: Toll
    victims: tuple[ActorMention, ...]
    index: int
    subset: bool = False
    total: bool = False


def victim_heads(reading: Reading, node: Node) -> list[int]:
    """Return the heads of the phrases that name the victims of a toll-telling trigger."""
    clause, frame = node.clause, node.trigger.frame
    if node.is_noun:
        heads = [*clause.heads(OBLIQUE, "of", "to", "among"), *_sufferers(reading, node)]
        heads += [a.head for a in clause.arguments if a.function == "possessor"]
        if reading.sentence.language == "ar":
            # «إصابة ثالث»: the third is who was hurt.
            heads += [c for c in reading.tree.of(node.index, "amod") if reading.tokens[c].lemma in ONE_MORE]
        return heads or _of_joined(reading, node)
    if frame == "die":
        return list(clause.heads(SUBJECT))
    suffered = clause.passive or reads_as_passive(reading, node)
    return list(clause.heads(SUBJECT) if suffered else clause.heads(OBJECT))


def _of_joined(reading: Reading, node: Node) -> list[int]:
    """Return who stands after the second of two nouns and belongs to both ("the killing and wounding of six guards")."""
    joined = [c for c in reading.tree.of(node.index, "conj") if c == node.index + 2 and not reading.is_verb(c)]
    return [h for c in joined for h in reading.tree.clause(c).heads(OBLIQUE, "of")]


_SUFFER = frozenset({"receive", "sustain", "suffer", "incur", "get", "embrace", "attain", "pay", "make"})


def _sufferers(reading: Reading, node: Node) -> list[int]:
    """Return who "received minor injuries"."""
    verb = reading.tree.governor(node.index)
    if (
        verb is None
        or reading.tokens[verb].lemma not in _SUFFER
        or node.index not in reading.tree.clause(verb).heads(OBJECT)
    ):
        return []
    return list(reading.tree.clause(verb).heads(SUBJECT))


def _kinds(node: Node) -> tuple[str, ...]:
    frame = node.trigger.frame
    if frame in ("kill", "die"):
        return (KILLED,)
    return (INJURED,) if frame == "injure" else ()


def _shared_with(reading: Reading, node: Node, nodes: list[Node]) -> bool:
    """Return whether the other kind of toll is told of the same people ("killed and injured several")."""
    mine = set(victim_heads(reading, node))
    own = node.is_noun and quantity_of(reading, node.index) is not None
    for other in nodes:
        different = _kinds(other) and _kinds(other) != _kinds(node)
        if own and quantity_of(reading, other.index) is not None:
            continue
        if (
            different
            and abs(other.index - node.index) == 2
            and reading.tokens[min(other.index, node.index) + 1].lower == "and"
        ):
            return True
        joined = reading.tokens[other.index].head == node.index or reading.tokens[node.index].head == other.index
        theirs = set(victim_heads(reading, other))
        if different and joined and (mine & theirs or not mine or not theirs) and _conjoined(reading, node, other):
            return True
    return False


def _conjoined(reading: Reading, one: Node, other: Node) -> bool:
    return "conj" in (reading.tokens[one.index].dep, reading.tokens[other.index].dep)


def _is_subset(reading: Reading, node: Node, heads: list[int]) -> bool:
    tokens, tree = reading.tokens, reading.tree
    if node.is_noun or tokens[node.index].dep in ("amod",):
        return any(
            tokens[a].dep == "prep" and tokens[a].lower in ("among", "amongst") for a in tree.ancestors(node.index)
        )
    above = [tokens[a] for a in tree.ancestors(node.index)[:3]]
    if any(t.dep == "prep" and t.lower in ("including",) for t in above):
        return True
    return any(tokens[tokens[h].head].lower in ("including",) for h in heads)


REVISES = frozenset({"revise", "lower", "reduce", "correct", "fall", "drop"})
"""Verbs by which a toll that is their subject replaces an earlier one; who "corrected the toll" gives a rival one."""

RISES = REVISES | frozenset("rise reach climb increase jump grow raise bring update go stand surge".split())
"""Verbs by which a toll replaces an earlier one; "put the toll at" gives a rival one."""


def _rising(reading: Reading, node: Node) -> int:
    """Return where the words of a toll begin that a verb before it tells as grown («ارتفع عدد القتلى إلى ستة»)."""
    verb = reading.tree.governor(node.index) if node.is_noun else None
    return node.first if verb is None or reading.tokens[verb].lemma not in RISES else min(verb, node.first)


def _fact(reading: Reading, node: Node, kind: str, count: Count, shared: bool) -> TollFact:
    first, last = min(count.first, node.first, _rising(reading, node)), max(count.last, node.index)
    low, best, high = count.low, count.best, count.high
    if shared and count.vague:
        low, best, high = RANGE_KILLED_AND_INJURED
    elif shared and high == best > 1 and (count.last > node.index or _either(reading, count.last, node.index)):
        # A sum of dead and hurt: at least one of each ("killed and wounded seven").
        low, best, high = 1, best // 2, best - 1
    subset = _is_subset(reading, node, [count.last]) or _known_victims(reading, count) or _of_known(reading, count)
    subset = subset and not of_those_just_named(reading, node.index, count)
    return TollFact(kind, Toll(low, best, high, reading.span(first, last)), count.victims, node.index, subset)


def _either(reading: Reading, first: int, last: int) -> bool:
    """Return whether people are counted together as dead or hurt («ثلاثون شخصا بين قتيل وجريح»)."""
    return any(t.lower == "either" and t.dep == "dep" for t in reading.tokens[first:last])


_SPOKEN_OF = frozenset({"of", "for", "about", "against", "without"})
"""Prepositions before a verb of harm that is spoken of, not told."""


def node_facts(reading: Reading, node: Node, nodes: list[Node]) -> list[TollFact]:
    """Return what one toll-telling trigger counts; nothing where it names no people."""
    kinds = _kinds(node)
    token = reading.tokens[node.index]
    shot = token.lower == "dead" and reading.tokens[token.head].lemma == "shoot"
    if shot or (token.dep == "pcomp" and reading.tokens[token.head].lower in _SPOKEN_OF):
        return []
    charged = token.dep == "pobj" and _charged(reading, token.head)
    # "marched in protest at the killing of two nurses"
    if charged or dying(reading, node.index) or protest_above(reading, node.index) is not None:
        return []
    if not kinds or (node.clause.negated and not node.is_noun):
        return _none_hurt(reading, node, kinds)
    heads = victim_heads(reading, node)
    heads = whole_heads(reading, [h for h in dict.fromkeys(heads) if h != node.index])
    told = (count_of(reading, h) or count_of_killed(reading, h) or count_of_dying(reading, h) for h in heads)
    counts = [c for c in told if c is not None]
    if reading.tokens[node.index].dep == "acl":
        counts = [c for c in counts if c.range != RANGE_BARE_PLURAL]
    if node.is_noun and (own := quantity_of(reading, node.index)) is not None:
        victims = tuple(v for c in counts for v in c.victims)
        # «5 جرحى من المدنيين»: of whom they are.
        victims = victims or tuple(a for h in node.clause.heads(OBLIQUE, "from") for a in reading.actors_of(h))
        counts = [replace(own, victims=victims)]
    if (joined := count_of_joined(reading, node.index)) is not None:
        counts = [joined]
    if not counts and (bare := bare_harmed(reading, node)) is not None:
        counts = [bare]
    if not counts and (headline := _adjective_count(reading, node.index)) is not None:
        counts = [headline]
    if not counts and node.clause.passive and not heads and (before := _count_before(reading, node.index)) is not None:
        counts = [before]
    if not counts and not node.is_noun and (after := _count_after(reading, node.index)) is not None:
        counts = [after]
    if not counts and (one := _one_told_before(reading, node, heads, nodes)) is not None:
        counts = [one]
    if not counts:
        return []
    shared = _shared_with(reading, node, nodes)
    return [_fact(reading, node, kind, sum_of(counts), shared) for kind in kinds]


def _one_told_before(reading: Reading, node: Node, heads: list[int], nodes: list[Node]) -> Count | None:
    """Return the one victim that a pronoun stands for ("attacked a lawyer, killing him"), told dead or hurt by no other verb."""
    if node.is_noun or any(_kinds(n) == _kinds(node) for n in nodes if n is not node):
        return None
    pronouns = [
        h for h in heads if reading.tokens[h].lower in ("him", "her", "them") and reading.tokens[h].dep == "dobj"
    ]
    if not pronouns:
        return None
    at = pronouns[0]
    if reading.tokens[at].lower != "them":
        return Count(1, 1, 1, at, at, False)
    if reading.tokens[at].form == "هما":
        return Count(2, 2, 2, at, at, False)
    told = _counted_above(reading, node.index)
    return replace(told, first=at, last=at) if told is not None else None


def _counted_above(reading: Reading, verb: int) -> Count | None:
    """Return the number of those that the verb joined before was done to ("abducted two doctors and killed them")."""
    token = reading.tokens[verb]
    if token.dep != "conj" or not reading.is_verb(token.head):
        return None
    counts = [quantity_of(reading, h) for h in reading.tree.clause(token.head).heads(OBJECT) if is_people(reading, h)]
    return counts[0] if len(counts) == 1 else None


def _charged(reading: Reading, preposition: int) -> bool:
    """Return whether a killing is what somebody is charged with («المتهم بقتل جاره»): it counts with no deed told beside it."""
    above = reading.tokens[reading.tokens[preposition].head]
    return reading.tokens[preposition].lower == "of" and above.lemma in (
        "accused",
        "accuse",
        "charge",
        "suspect",
        "convict",
    )


def _count_before(reading: Reading, index: int) -> Count | None:
    """Return the people counted right before a passive verb whose subject the parser lost (no comma before it)."""
    for at in range(index - 1, max(-1, index - LOST_REACH), -1):
        if reading.is_verb(at) and reading.tokens[at].pos != "AUX" and reading.tokens[at].lower != "including":
            return None
        inside_part = any(reading.tokens[a].lower in ("including", "among") for a in reading.tree.ancestors(at))
        if not inside_part and reading.tokens[at].pos in ("NOUN", "PROPN") and is_people(reading, at):
            return count_of(reading, at)
    return None


LOST_REACH = 10
"""Tokens from a lost subject to its verb, at most."""


def _count_after(reading: Reading, index: int) -> Count | None:
    """Return the bare number right after a verb, though the parser gave it to a later noun ("wounded 50 a monitor said")."""
    quantity = reading.quantity_at.get(index + 1)
    if quantity is None or index + 1 in reading.date_at:
        return None
    last = reading.token_at(quantity.span.end - 1)
    beyond = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if beyond is not None and beyond.pos not in ("DET", "PUNCT", "ADP", "CCONJ", "PRON", "SCONJ", "VERB"):
        return None
    vague = quantity.kind == "vague"
    return Count(quantity.low, quantity.best, quantity.high, index + 1, last, vague)


def _none_hurt(reading: Reading, node: Node, kinds: tuple[str, ...]) -> list[TollFact]:
    """Return the zero of "nobody was hurt", "did not injure anyone"; other negations count nothing."""
    heads = victim_heads(reading, node)
    if any(reading.tokens[h].lower in ("anyone", "anybody", "one") for h in heads):
        span = reading.span(min([node.first, *heads]), max([node.index, *heads]))
        return [TollFact(kind, Toll(0, 0, 0, span), (), node.index) for kind in kinds]
    return []


def adjective_facts(reading: Reading, taken: set[int]) -> list[TollFact]:
    """Return the tolls told by adjectives: "left three civilians dead and six others injured", "with four wounded"."""
    found = []
    for token in reading.tokens:
        lower = token.lower
        if (
            token.index in taken
            or lower not in _DEAD | _HURT
            or (token.pos in ("VERB",) and token.dep not in ("acl", "amod", "ccomp", "oprd", "conj"))
        ):
            continue
        kind = KILLED if lower in _DEAD else INJURED
        count = _adjective_count(reading, token.index)
        if count is None:
            continue
        span = reading.span(min(count.first, token.index), max(count.last, token.index))
        joined = [
            t for t in _joined_words(reading, token.index) if t in _DEAD | _HURT and (t in _DEAD) != (lower in _DEAD)
        ]
        low, best, high = RANGE_KILLED_AND_INJURED if joined and count.vague else count.range
        part = any(reading.tokens[a].lower in ("among", "amongst") for a in reading.tree.ancestors(token.index)[:3])
        found.append(TollFact(kind, Toll(low, best, high, span), count.victims, token.index, subset=part))
        if joined and count.vague:
            other = INJURED if kind == KILLED else KILLED
            found.append(TollFact(other, Toll(low, best, high, span), count.victims, token.index))
    return found


_PRONOUNCED = frozenset({"confirm", "declare", "pronounce", "find", "report", "presume", "leave"})


def _left_objects(reading: Reading, index: int) -> Count | None:
    """Return whom "left ... dead" counts, though the parser hung the adjective elsewhere."""
    for at in range(index - 1, max(-1, index - LEFT_REACH), -1):
        if reading.tokens[at].lemma == "leave" and reading.is_verb(at):
            objects = [h for c in reading.tree.of(at, "dobj") if c < index for h in reading.tree.conjuncts(c)]
            counts = [c for c in (count_of(reading, h) for h in objects) if c is not None]
            return sum_of(counts) if counts else None
    return None


LEFT_REACH = 8
"""Tokens between "leave" and its "dead", at most."""


def _joined_words(reading: Reading, index: int) -> list[str]:
    """Return the words joined to a token by "and", on either side."""
    found = [reading.tokens[c].lower for c in reading.tree.of(index, "conj")]
    if reading.tokens[index].dep == "conj":
        found.append(reading.tokens[reading.tokens[index].head].lower)
    return found


def _of_known(reading: Reading, count: Count) -> bool:
    """Return whether a number counts out of people told of before ("two of the wounded")."""
    for at in range(count.first, min(count.first + 4, len(reading.tokens))):
        after = [t.lower for t in reading.tokens[at + 1 : at + 3]]
        if at in reading.quantity_at and after in (["of", "the"], ["of", "them"], ["of", "whom"], ["of", "those"]):
            return after[1] != "the" or not _named_first(reading, at + 2)
    return False


def _named_first(reading: Reading, article: int) -> bool:
    """Return whether the people counted out of are named whole ("three of the leaders of the SDF"): no victims told before."""
    head = reading.tokens[article].head
    inside = [a for i in reading.noun_phrase(head) if (a := reading.actor_at.get(i)) is not None]
    return any(not a.generic and a.kind != "civilians" for a in inside)


def _known_victims(reading: Reading, count: Count) -> bool:
    """Return whether a count points back to victims told before ("the three students")."""
    first = reading.tokens[count.first]
    before = reading.tokens[count.first - 1] if count.first else first
    if count.range == RANGE_BARE_PLURAL:
        return first.lower in ("the", "these", "those", "his", "her", "their", "its")
    if not any(i in reading.quantity_at for i in range(count.first - 1, count.last + 1)):
        # "The judge and the clerk" are two, and are told for the first time.
        return False
    return count.high is not None and count.best > 1 and "the" in (first.lower, before.lower)


def _left_together(reading: Reading, index: int) -> Count | None:
    """Return all whom "left four civilians, including a child, and eight soldiers dead" tells, read as two clauses."""
    token = reading.tokens[index]
    verb = reading.tokens[token.head]
    if token.dep != "conj" or verb.lemma != "leave" or not reading.is_verb(verb.index):
        return None
    if any(
        reading.tokens[c].lower in _DEAD | _HURT for c in reading.tree.of(verb.index, "oprd", "acomp", "xcomp", "ccomp")
    ):
        return None
    first, last = reading.tree.of(verb.index, "dobj"), reading.tree.of(index, "nsubj")
    counts = [c for c in (count_of(reading, h) for h in (*first, *last)) if c is not None]
    below = {reading.tokens[i].lower for h in first for i in reading.tree.subtree(h)}
    whole = len(counts) == len(first) + len(last) > 1 and below.isdisjoint(_DEAD | _HURT)
    return sum_of(counts) if whole else None


def _adjective_count(reading: Reading, index: int) -> Count | None:
    tree, tokens = reading.tree, reading.tokens
    token = tokens[index]
    # Who kills "a cow" is not among the dead: of a verb with an object that is nobody, the subject counts nothing.
    for child in tree.of(index, "dobj") or tree.of(
        index, "nsubjpass", *(() if token.lemma == "assassinate" else ("nsubj",))
    ):
        heads = tree.conjuncts(child)
        counts = [c for c in (count_of(reading, h) for h in heads) if c is not None]
        if counts:
            return _left_together(reading, index) or sum_of(counts)
    number = quantity_of(reading, index)
    if number:
        return number
    if token.dep == "conj":
        return _left_objects(reading, index)
    head = token.head
    governor = tokens[head]
    if governor.lemma in _PRONOUNCED and reading.tree.clause(head).passive:
        counts = [c for c in (count_of(reading, h) for h in reading.tree.clause(head).heads(SUBJECT)) if c is not None]
        return sum_of(counts) if counts else None
    if governor.lemma == "leave" and token.dep in ("oprd", "acomp", "xcomp", "ccomp", "advcl", "dobj"):
        objects = [h for c in tree.of(head, "dobj") if c != index for h in tree.conjuncts(c)]
        counts = [c for c in (count_of(reading, h) for h in objects) if c is not None]
        return sum_of(counts) if counts else None
    if governor.lemma in ("lie", "be") and token.dep == "acomp" and head < index:
        counts = [c for c in (count_of(reading, h) for h in reading.tree.clause(head).heads(SUBJECT)) if c is not None]
        return sum_of(counts) if counts else None
    if (left := _whole_of_part(reading, index) or _left_objects(reading, index)) is not None:
        return left
    if (
        token.dep == "amod"
        and head < index
        and reading.tokens[head].pos == "NOUN"
        and reading.tokens[head - 1].lower != "the"
    ):
        return count_of(reading, head)
    if token.dep in ("acl", "amod") and not reading.is_verb(head) and tokens[head].lemma not in NOT_PEOPLE:
        if head in reading.quantity_at:
            return count_of(reading, head)
        previous = tokens[index - 1] if index else None
        if token.dep == "acl" or (previous is not None and reading.has_kind("person", previous.index)):
            return count_of(reading, head)
    return None


def _whole_of_part(reading: Reading, index: int) -> Count | None:
    """Return whom "left six people, including two children dead" counts: all, not the children that "dead" stands by."""
    for above in reading.tree.ancestors(index)[:5]:
        token = reading.tokens[above]
        if token.lower == "including":
            people = reading.tokens[token.head]
            left = people.dep == "dobj" and reading.tokens[people.head].lemma == "leave"
            return count_of(reading, people.index) if left else None
    return None
