"""Count the people that a phrase names: a numeral, a plural, a pronoun (codebook, "Fields": ``killed``)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.annotations import ActorMention
from reportedly.codebook import RANGE_BARE_PLURAL, Range, sum_ranges
from reportedly.coding.reading import Reading

COUNTED_WITH = frozenset({"life", "soul"})

NOT_PEOPLE = frozenset(
    {"toll", "penalty", "sentence", "threat", "squad", "count", "rate", "number", "leg", "pride", "cell"}
)
_UNCOUNTED_PRONOUNS = frozenset(
    {"it", "they", "he", "she", "who", "which", "that", "this", "what", "whom", "them", "him", "her"}
)

_NOT_VICTIMS = frozenset({"injury", "death", "wounding", "killing", "damage", "destruction", "loss"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many people a phrase tells: the range, its first and last token, and the actors they belong to."""

    low: int
    best: int
    high: int | None
    first: int
    last: int
    vague: bool
    victims: tuple[ActorMention, ...] = ()

    @property
    def range(self) -> Range:
        """Low, best and high."""
        return self.low, self.best, self.high


def quantity_of(reading: Reading, head: int) -> Count | None:
    """Return the number that stands on a noun, if one does."""
    tree, tokens = reading.tree, reading.tokens
    inside = [
        head,
        *(
            c
            for c in tree.children[head]
            if tokens[c].dep in ("nummod", "amod", "det", "quantmod", "advmod", "nmod", "compound")
        ),
    ]
    for index in list(inside):
        inside += [
            c
            for c in tree.children[index]
            if c != head and tokens[c].dep in ("quantmod", "nummod", "advmod", "compound", "amod")
        ]
    for index in sorted(inside):
        quantity = reading.quantity_at.get(index)
        if quantity is not None and index not in reading.date_at:
            first = reading.token_at(quantity.span.start)
            last = max(head, reading.token_at(quantity.span.end - 1))
            vague = quantity.kind == "vague"
            return Count(quantity.low, quantity.best, quantity.high, min(first, head), last, vague)
    return None


def inner_head(reading: Reading, head: int) -> int | None:
    """Return the counted noun behind a counting one: "dozens of people", "a number of terrorists", "members of a family"."""
    for prep in reading.tree.of(head, "prep"):
        if reading.tokens[prep].lower == "of":
            return next(iter(reading.tree.of(prep, "pobj")), None)
    return None


def is_people(reading: Reading, head: int) -> bool:
    """Return whether a noun may be people."""
    token = reading.tokens[head]
    if reading.lexicon.is_noun("things", token.lemma) or token.lemma in NOT_PEOPLE:
        return False
    place = reading.place_at.get(head)
    if place is not None and not place.modifies_actor:
        return False
    actor = reading.actor_at.get(head)
    if reading.has_kind("person", head) or token.lemma in COUNTED_WITH or (actor is not None and actor.personal):
        return True
    if actor is not None and (actor.generic or quantity_of(reading, head) is not None):
        return True
    return head in reading.quantity_at and head not in reading.date_at


def count_of(reading: Reading, head: int) -> Count | None:
    """Return how many people a noun phrase counts, or ``None`` if it counts none."""
    token = reading.tokens[head]
    if token.pos == "PRON" or token.lower in _UNCOUNTED_PRONOUNS:
        return count_of_pronoun(reading, head)
    if token.lemma in ONE_MORE and head not in reading.date_at and not reading.tree.of(head, "prep"):
        return Count(1, 1, 1, head, head, False)
    if token.lemma in _NOT_VICTIMS or any(
        t.pos == "noun" and not t.tells_toll for t in reading.lexicon.triggers.get(token.lemma, ())
    ):
        return None
    inner = inner_head(reading, head)
    people = is_people(reading, head if inner is None else inner)
    people = people or (inner is not None and is_people(reading, head))
    number = quantity_of(reading, head)
    counted_dead = token.lower == "more" or reading.has_kind("body", head) or _harmed_by_number(reading, head)
    people = people or (number is not None and inner is None and counted_dead)
    if number is None and inner is not None and reading.tokens[head].lemma in ("body", "corpse", "remains"):
        number = quantity_of(reading, inner)
    if not people and not (number and is_bare_number(reading, head)):
        return None
    victims = tuple(reading.victims_of(head))
    if number:
        last = max(number.last, inner if inner is not None and inner - head < 4 else number.last)
        return replace(number, victims=victims, last=last)
    before = number_before(reading, head)
    if before is not None:
        return replace(before, victims=victims)
    if any(reading.tokens[c].text[:1].isdigit() for c in reading.tree.of(head, "nummod")):
        return None  # A figure that no reader of counts takes for people counts nobody.
    first = min(
        [
            head,
            *(c for c in reading.tree.children[head] if reading.tokens[c].dep in ("det", "amod", "compound", "poss")),
        ]
    )
    if inner is not None and token.lemma in ("number", "group", "lot", "majority", "handful"):
        return Count(*RANGE_BARE_PLURAL, first, inner, True, victims)
    if token.tag in ("NNS", "NNPS") or token.lower in ("people", "police", "others", "many", "some", "dead"):
        return Count(*RANGE_BARE_PLURAL, first, head, True, victims)
    if token.lower in ("personnel", "staff", "crew", "family", "population", "group", "army", "force"):
        inside = reading.quantity_at.get(inner) if inner is not None else None
        return Count(inside.low, inside.best, inside.high, first, inner or head, False, victims) if inside else None
    if any(reading.tokens[c].lower == "no" for c in reading.tree.of(head, "det")):
        return Count(0, 0, 0, first, head, False, victims)
    return Count(1, 1, 1, first, head, False, victims)


def count_of_joined(reading: Reading, verb: int) -> Count | None:
    """Return the number that a second verb of harm has of its own ("27 people were killed and more than 100 hurt")."""
    token = reading.tokens[verb]
    if token.dep != "conj" or not reading.is_verb(verb) or not reading.is_verb(token.head):
        return None
    own = [c for c in reading.tree.of(verb, "nummod") if c == verb - 1 and c in reading.quantity_at]
    return quantity_of(reading, verb) if own else None


ONE_MORE = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
"""Words for one more of those told before ("two were killed and a third wounded")."""


def of_those_just_named(reading: Reading, verb: int, count: Count) -> bool:
    """Return whether "them" are people just named and not hurt before ("fired on workers, killing six of them")."""
    of_them = [t.lower for t in reading.tokens[count.first + 1 : count.first + 3]] == ["of", "them"]
    before = reading.tokens[:verb]
    told = any(t.lemma in ("kill", "die", "wound", "injure", "dead", "abduct", "kidnap") for t in before)
    actors = [reading.actor_at.get(t.index) for t in before if t.tag == "NNS"]
    people = any(a is not None and a.kind == "civilians" for a in actors)
    return of_them and people and not told and reading.tokens[verb].tag == "VBG"


def count_of_killed(reading: Reading, head: int) -> Count | None:
    """Return how many a noun counts of which nothing is known but that it was killed or hurt ("killed an oncologist").

    Its ending tells that it is a person's (``nouns.toml``, "person_endings").
    """
    token, lexicon = reading.tokens[head], reading.lexicon
    endings = tuple(lexicon.nouns.get("person_endings", ()))
    known = head in reading.place_at or head in reading.weapon_at or head in reading.date_at or head in reading.actor_at
    if token.tag not in ("NN", "NNS") or known or not token.lemma.endswith(endings) or len(token.lemma) < LEAST_NAMED:
        return None
    nouns = ("no_person", "things")
    if (
        token.lemma in NOT_PEOPLE
        or token.lemma in lexicon.deed_words
        or any(lexicon.is_noun(k, token.lemma) for k in nouns)
    ):
        return None
    victims = (reading.civilian(head),)
    number = quantity_of(reading, head)
    if number is not None:
        return replace(number, victims=victims)
    low, best, high = RANGE_BARE_PLURAL if token.tag == "NNS" else (1, 1, 1)
    return Count(low, best, high, head, head, token.tag == "NNS", victims)


def dying(reading: Reading, head: int) -> bool:
    """Return whether the wounded are told as having died («وفاة جريح», «توفي اثنان من الجرحى»)."""
    tokens, token = reading.tokens, reading.tokens[head]
    if reading.sentence.language != "ar" or token.lemma not in _WOUNDED or token.pos != "NOUN":
        return False
    above = tokens[token.head]
    if token.dep == "pobj" and above.lower in ("of", "from"):
        above = tokens[above.head]
        if above.dep in ("nsubj", "nsubjpass") and above.pos in ("NUM", "NOUN"):
            above = tokens[above.head]
    return above.lemma == "death" or (reading.is_verb(above.index) and above.lemma == "die")


def count_of_dying(reading: Reading, head: int) -> Count | None:
    """Return how many of the wounded died."""
    if not dying(reading, head):
        return None
    number = quantity_of(reading, head)
    return number or (Count(1, 1, 1, head, head, False) if reading.tokens[head].tag == "NN" else None)


_WOUNDED = frozenset({"wounded", "injured"})

LEAST_NAMED = 5
"""Letters of such a noun, at least: shorter ones with these endings are seldom persons."""

_INANIMATE = ("things", "territory", "arms", "convoy", "post", "property", "missile", "agreement", "road")


def _harmed_by_number(reading: Reading, head: int) -> bool:
    """Return whether a noun in no lexicon, with a number, is what a verb hurts or kills: only the living are ("two novices")."""
    token, verb = reading.tokens[head], reading.tokens[reading.tokens[head].head]
    if token.tag != "NNS" or head in reading.date_at or not reading.tree.of(head, "nummod"):
        return False
    harmed = verb.lemma in _HARMING and token.dep in ("dobj", "nsubjpass") and reading.is_verb(verb.index)
    return harmed and not any(reading.has_kind(kind, head) for kind in _INANIMATE)


_HARMING = frozenset({"wound", "injure", "hurt", "maim", "kill", "slay", "murder", "behead", "slaughter"})
"""Verbs whose object lives."""


_COUNTING = frozenset({"number", "total", "tally", "count", "toll"})


def counting_noun(reading: Reading, index: int) -> int | None:
    """Return the noun of a count that a participle belongs to ("the number of aid workers killed this year")."""
    tokens = reading.tokens
    if tokens[index].dep != "acl":
        return None
    people = tokens[tokens[index].head]
    if people.lemma == "number":
        return people.index  # "the number killed"
    noun = tokens[tokens[people.head].head]
    counted = people.dep == "pobj" and tokens[people.head].lower == "of" and noun.lemma in _COUNTING
    return noun.index if counted else None


def number_before(reading: Reading, head: int) -> Count | None:
    """Return the number right before a plural noun phrase, which a parser may have hung on a date ("Monday 22 rebels")."""
    if reading.tokens[head].tag not in ("NNS", "NNPS"):
        return None
    first = head
    while first > 0 and reading.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ") and first - 1 not in reading.date_at:
        first -= 1
    quantity = reading.quantity_at.get(first - 1) if first else None
    if quantity is None or first - 1 in reading.date_at:
        return None
    start = reading.token_at(quantity.span.start)
    return Count(quantity.low, quantity.best, quantity.high, start, head, quantity.kind == "vague")


def count_of_pronoun(reading: Reading, head: int) -> Count | None:
    """Return the count of a pronoun that gives one: "he", "two of them"."""
    lower = reading.tokens[head].lower
    number = quantity_of(reading, head)
    if number:
        return replace(number, victims=tuple(reading.actors_of(head)))
    if lower in ("others", "some", "many", "several"):
        return Count(*RANGE_BARE_PLURAL, head, head, True)
    if lower in ("one", "another", "someone", "somebody"):
        return Count(1, 1, 1, head, head, False)
    if lower in ("none", "nobody"):
        return Count(0, 0, 0, head, head, False)
    return None


def is_bare_number(reading: Reading, head: int) -> bool:
    """Return whether a number stands for the people it counts ("killed nine")."""
    token = reading.tokens[head]
    return head in reading.quantity_at and (token.pos in ("NUM", "PRON", "NOUN", "ADJ", "PROPN"))


def sum_of(counts: list[Count]) -> Count:
    """Add up joined counts; a bare plural after a number shares it ("12 aid workers and drivers")."""
    if any(not c.vague and c.range != (1, 1, 1) for c in counts[:1]):
        counts = [c for n, c in enumerate(counts) if n == 0 or not (c.vague and c.range == RANGE_BARE_PLURAL)]
    return Count(
        *sum_ranges(c.range for c in counts),
        min(c.first for c in counts),
        max(c.last for c in counts),
        all(c.vague for c in counts),
        tuple(dict.fromkeys(v for c in counts for v in c.victims)),
    )


def _spelt_out(reading: Reading, heads: list[int]) -> bool:
    """Return whether what follows a count tells the same people one by one ("two people, a woman and her son, were hurt")."""
    whole = quantity_of(reading, heads[0]) if len(heads) > 1 else None
    if whole is None or whole.vague:
        return False
    if reading.tokens[heads[0]].lemma not in _ANYBODY and not _closed(reading, heads[-1]):
        return False
    between = {t.text for t in reading.tokens[whole.last + 1 : heads[1]]}
    return bool(PART_MARKS & between) and sum(_one_by_one(reading, h) for h in heads[1:]) == whole.best


_ANYBODY = frozenset(
    "people person civilian victim other member child teenager sibling relative resident villager individual employee".split()
)
"""Nouns of people that finer ones spell out; "three men, two women and a boy" are six."""


def _closed(reading: Reading, head: int) -> bool:
    """Return whether a comma closes what spells out a count before its verb ("three soldiers, two X and a Y, were killed")."""
    last = max(i for i in reading.tree.subtree(head) if reading.tokens[i].text not in PART_MARKS)
    after = reading.tokens[last + 1 : last + 3]
    return len(after) > 1 and after[0].text in PART_MARKS and after[1].pos in ("AUX", "VERB")


def _one_by_one(reading: Reading, head: int) -> int:
    """Return how many a noun of an enumeration counts; one without a number is one."""
    count = quantity_of(reading, head)
    return count.best if count is not None else int(reading.tokens[head].tag in ("NN", "NNP"))


def _name_of_the_last(reading: Reading, heads: list[int], at: int) -> bool:
    """Return whether a name between commas is that of the person before it ("killed a mayor, Abel Gona, and two guards")."""
    tokens, head, before = reading.tokens, heads[at], reading.tokens[heads[at - 1]]
    if (
        not at
        or not reading.is_person_name(head)
        or before.tag != "NN"
        or quantity_of(reading, before.index) is not None
    ):
        return False
    between = tokens[before.index + 1 : head]
    after = tokens[head + 1].text if head + 1 < len(tokens) else "."
    named = all(t.text[:1].isupper() for t in between[1:])
    return bool(between) and between[0].text == "," and named and after in (",", ".", ";", ")")


def whole_heads(reading: Reading, heads: list[int]) -> list[int]:
    """Return the counted nouns without those that count a part: "14 people, among them two nuns", "a nun among them"."""
    tokens, tree = reading.tokens, reading.tree
    heads = [h for at, h in enumerate(heads) if not _name_of_the_last(reading, heads, at)]
    if _spelt_out(reading, heads):
        return heads[:1]
    for head in heads[:-1]:
        among = [c for c in tree.of(head, "prep") if tokens[c].lower in ("among", "amongst") and c > head]
        if any(tokens[o].lower in ("them", "whom") for c in among for o in tree.of(c, "pobj")):
            part = next((h for h in heads if h > among[0]), None)
            return [h for h in heads if h != part]
    for head in heads[1:]:
        among = [c for c in tree.of(head, "prep") if tokens[c].lower in ("among", "amongst")]
        if not any(tokens[o].lower in ("them", "whom", "those") for c in among for o in tree.of(c, "pobj")):
            continue
        low, high = (among[0] - 1, among[0]) if among[0] < head else (heads[0], head)
        comma = next((t.index for t in tokens[low:high] if t.text in PART_MARKS), None)
        return heads if comma is None else [h for h in heads if h < comma]
    return heads


PART_MARKS = frozenset({",", ";", "-", "–", "—", "("})
"""What parts the count of all from that of some."""
