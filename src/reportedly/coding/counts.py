"""Count the people that a phrase names: a numeral, a plural, a pronoun (codebook, "Fields": ``killed``)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.annotations import ActorMention
from reportedly.codebook import RANGE_BARE_PLURAL, Range, sum_ranges
from reportedly.coding.reading import Reading

COUNTED_WITH = frozenset({"life", "soul"})

NOT_PEOPLE = frozenset({"toll", "penalty", "sentence", "threat", "squad", "count", "rate", "number", "leg", "pride"})
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


def is_thing(reading: Reading, head: int) -> bool:
    """Return whether a noun is a thing, which is not counted with the dead."""
    return reading.lexicon.is_noun("things", reading.tokens[head].lemma)


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
    if token.lemma in _NOT_VICTIMS or any(
        t.pos == "noun" and not t.tells_toll for t in reading.lexicon.triggers.get(token.lemma, ())
    ):
        return None
    inner = inner_head(reading, head)
    people = is_people(reading, head if inner is None else inner)
    people = people or (inner is not None and is_people(reading, head) and not is_thing(reading, inner))
    number = quantity_of(reading, head)
    if number is None and inner is not None and reading.tokens[head].lemma in ("body", "corpse", "remains"):
        number = quantity_of(reading, inner)
    if not people and not (number and is_bare_number(reading, head)):
        return None
    victims = tuple(reading.actors_of(head))
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
    if any(not c.vague for c in counts[:1]):
        counts = [c for n, c in enumerate(counts) if n == 0 or not (c.vague and c.range == RANGE_BARE_PLURAL)]
    return Count(
        *sum_ranges(c.range for c in counts),
        min(c.first for c in counts),
        max(c.last for c in counts),
        all(c.vague for c in counts),
        tuple(dict.fromkeys(v for c in counts for v in c.victims)),
    )
