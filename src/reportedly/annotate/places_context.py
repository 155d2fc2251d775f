"""Read the words around a name: what kind of place they call it, how near, and whether it is a place here at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotate.places_names import Name
from reportedly.annotate.places_pieces import nationalities
from reportedly.annotations import Token

REACH: Final = 8
"""Tokens to the left that a place phrase may span (``in the far northern countryside of the province of X``)."""

_SKIPPED: Final = frozenset(
    "the a an of # 's ’s ' - , held controlled run occupied besieged nearby strategic key far "
    "and part parts residential populated small large main".split()
)
_LETTERS: Final = frozenset("NSEW")
"""Directions of posts: "killed in N Aleppo"."""

_EDGE: Final = frozenset("outskirts vicinity edge edges surroundings environs perimeter entrance entrances".split())
_PLAIN: Final = frozenset("in at near outside inside into between".split())
_MEASURE: Final = frozenset("km kilometers kilometres miles kilometer mile".split())
_SEATED: Final = frozenset("government regime authorities administration".split())
_ORIGINS: Final = frozenset("direction airspace".split())
_BETWEEN_WORDS: Final = frozenset({"between"})


@dataclass(frozen=True, slots=True)
class Around:
    """What the words around a name say of it.

    Attributes:
        typed: Kind of the nearest type word, or ``None``.
        direction: True where a direction is an attribute of the name (``northern Idlib``, ``Aleppo's western …``).
        near: True where the words put the event beside the place, not in it.
        relation: ``in``, ``near``, ``road``, ``from``, ``to``, ``between``, ``border`` or ``other``.
        strong: True if words mark the name as a place.
        actor: True if the name stands for, or describes, an actor.
        first: First token of the name with its adjoining attributes.
        last: Last token of the same.
        heading: The direction word, if ``direction``.
        plain: True where ``in``, ``at``, ``near`` or a verb of taking stands right before the phrase: the surest cue.
    """

    typed: str | None
    direction: bool
    near: bool
    relation: str
    strong: bool
    actor: bool
    first: int
    last: int
    heading: str = ""
    plain: bool = False


@dataclass(slots=True)
class _Left:
    typed: str | None = None
    direction: bool = False
    near: bool = False
    road: bool = False
    border: bool = False
    cue: str = ""
    first: int = 0
    cue_at: int = -1
    heading: str = ""
    origin: bool = False


def _cue_of(word: str) -> str:
    if word in _BETWEEN_WORDS:
        return "between"
    return next((kind for kind in ("near", "from", "to") if word in words(kind)), "in" if word in words("in") else "")


def _direction_left(left: _Left, tokens: Sequence[Token], at: int, of_seen: bool) -> None:
    """Read a direction word: beside the place (``north of X``), or a part of it (``northern X``)."""
    beside = not tokens[at].lower.endswith("ern") and (
        at < 2 or tokens[at - 1].lower != "the" or tokens[at - 2].lower == "to"
    )
    if of_seen and left.typed in (None, "settlement") and not left.direction and beside:
        left.near = True
    elif left.typed not in ("settlement", "part", "site"):
        left.direction = left.direction or not left.near
        left.heading = left.heading or tokens[at].lower
    left.first = left.first if of_seen else at


def _near_left(left: _Left, tokens: Sequence[Token], at: int) -> bool:
    """Read a word of nearness; return whether the phrase ends there."""
    word = tokens[at].lower
    inside = word == "around" and at > 1 and tokens[at - 1].lower == "and" and tokens[at - 2].lower == "in"
    left.near = left.near or not inside
    left.cue_at = at
    left.cue = left.cue or ("in" if inside else "near")
    return word not in _EDGE and word not in _MEASURE


def _look_left(tokens: Sequence[Token], first: int) -> _Left:
    """Walk left over type words, directions and articles to the preposition that governs the name."""
    left = _Left(first=first)
    of_seen = False
    for at in range(first - 1, max(first - 1 - REACH, -1), -1):
        word = tokens[at].lower
        if word in words("direction") or tokens[at].text in _LETTERS:
            _direction_left(left, tokens, at, of_seen)
        elif word in words("road") or word in words("border"):
            left.road = left.road or word in words("road")
            left.border = left.border or word in words("border")
        elif word in words("near") and (
            word in _EDGE or word in _MEASURE or word not in words("in") or word == "around"
        ):
            if _near_left(left, tokens, at):
                break
        elif type_of(word):
            if of_seen and _named_part(tokens, at):
                left.cue, left.cue_at = "in", at
                break
            left.typed = left.typed or type_of(word)
        elif word in _SKIPPED or word in nationalities() or word in words("epithet"):
            of_seen = of_seen or word == "of"
            if _ends_phrase(left, tokens, at, first):
                break
        else:
            left.border = left.border or (word == "with" and at > 0 and tokens[at - 1].lower in words("border"))
            left.origin = of_seen and word in _ORIGINS
            taken = word in words("taken") or left.border
            left.cue = left.cue or ("in" if taken else _cue_of(word))
            left.cue_at = at
            break
    if not left.cue and of_seen and (left.typed or left.direction or left.near):
        left.cue = "in"
    return left


def _named_part(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a kind of place has a name of its own before it (``the X district of Y``)."""
    before = tokens[at - 1] if at else None
    return (
        before is not None
        and before.text[0].isupper()
        and before.lower not in words("direction")
        and before.lower not in nationalities()
        and not type_of(before.lower)
        and before.lower not in words("breaker")
    )


def _ends_phrase(left: _Left, tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a comma or ``and`` closes the phrase; a type word before it still names it (``his town, X``)."""
    word = tokens[at].lower
    before = tokens[at - 1].lower if at else ""
    if word == "," and at == first - 1 and type_of(before) == "settlement":
        left.typed = left.typed or "settlement"
    return word == "," or (word == "and" and before not in words("direction"))


def _look_right(tokens: Sequence[Token], last: int) -> tuple[str | None, bool, int, bool]:
    """Return the type word after a name, whether a direction stands there, the last token, and if a road follows."""
    at = last + 1
    direction = False
    possessive = at < len(tokens) and tokens[at].lower in ("'s", "’s", "s")
    if possessive:
        at += 1
    while at < len(tokens) and (tokens[at].lower in words("direction") or tokens[at].lower in ("and", "-")):
        if tokens[at].lower == "and" and not direction:
            break
        direction = direction or tokens[at].lower in words("direction")
        at += 1
    if at < len(tokens) - 1 and tokens[at].lower in words("before_type") and type_of(tokens[at + 1].lower) == "site":
        at += 1
    if at >= len(tokens):
        return None, False, last, False
    word = tokens[at].lower
    road = word in words("road") or (
        word == "international" and at + 1 < len(tokens) and tokens[at + 1].lower in words("road")
    )
    if word in ("city", "town") and at + 1 < len(tokens) and type_of(tokens[at + 1].lower) == "countryside":
        return "countryside", direction, at + 1, False
    kind = type_of(word)
    if direction and kind == "settlement":
        return None, True, at - 1, False
    if possessive and not direction and kind not in ("countryside", "admin1"):
        return None, False, last, False
    if kind is None:
        return None, direction and possessive, last, road
    return kind, direction, at, road


def _called(tokens: Sequence[Token], last: int) -> str | None:
    """Return what an apposition calls a place: "X, a small town near Y"."""
    after = tokens[last + 1 : last + 3 + CALLED_REACH]
    if [t.lower for t in after[:2]] not in ([",", "a"], [",", "an"]):
        return None
    words_to_noun = takewhile(lambda t: t.pos not in ("VERB", "ADP", "PUNCT") or t.text == "-", after[2:])
    kinds = (type_of(t.lower) for t in words_to_noun)
    return next((kind for kind in kinds if kind in ("settlement", "part", "site")), None)


CALLED_REACH: Final = 4
"""Words of such an apposition up to its noun, at most: "a mostly Druze farming village"."""


def _edge_after(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether the outskirts of the name are meant (``Aleppo's outskirts``, ``Homs outskirts``)."""
    after = [t.lower for t in tokens[last + 1 : last + 4]]
    after = after[1:] if after[:1] and after[0] in ("'s", "’s", "s", "'") else after
    return bool(after) and (
        after[0] in _EDGE or (after[0] in words("direction") and after[1:2] != [] and after[1] in _EDGE)
    )


def _head_lemma(tokens: Sequence[Token], name: Name) -> tuple[Token, Token]:
    """Return the token of the name that hangs outside it, and its head."""
    inside = range(name.first, name.last + 1)
    top = next((tokens[i] for i in reversed(inside) if tokens[i].head not in inside), tokens[name.last])
    return top, tokens[top.head]


_OF_TOWNS: Final = frozenset({"day", "funeral", "vigil", "memorial", "rally", "protest", "march", "festival", "fair"})
"""What a town's people hold in it, and no government elsewhere ("Kharkiv held a day of mourning")."""


def _is_actor(tokens: Sequence[Token], name: Name, left: _Left, typed_after: str | None) -> bool:
    """Tell whether the name stands for people: a government, a force, where somebody comes from."""
    if left.origin:
        return True
    if name.organisation and not (name.facility and left.cue in ("in", "near")):
        return True
    after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
    follow = tokens[name.last + 2].lower if name.last + 2 < len(tokens) else ""
    if after in words("actor_head") or (after in ("'s", "’s") and follow in words("actor_head")):
        return True
    if after in ("-", "–") and follow in words("led_by"):
        return True
    top, head = _head_lemma(tokens, name)
    if left.cue == "from":
        source = tokens[tokens[left.cue_at].head] if left.cue_at >= 0 else head
        return source.lower in words("person") or source.lemma in words("person") or source.pos == "PROPN"
    if left.typed or typed_after:
        return False
    if left.cue == "in" and left.cue_at > 0 and tokens[left.cue_at - 1].lower in _SEATED and not left.direction:
        return tokens[left.cue_at].lower == "in"
    state = bool(name.hits) and (name.hits[0].level == "country" or any(h.population > 1_000_000 for h in name.hits))
    if not state:
        return False
    if top.dep in ("nsubj", "agent", "conj") and left.cue == "" and head.lemma in words("speech"):
        return not any(t.dep == "dobj" and t.head == head.index and t.lemma in _OF_TOWNS for t in tokens)
    country = name.hits[0].level == "country" and not left.border
    previous = tokens[left.cue_at].lower if left.cue_at >= 0 else ""
    acts = top.dep in ("nsubj", "dobj", "dative") and head.pos in ("VERB", "AUX")
    return country and ((acts and left.cue == "") or previous in ("by", "with", "against", "between", "and", "for"))


def around(tokens: Sequence[Token], name: Name) -> Around:
    """Return what the words around ``name`` say of it."""
    left = _look_left(tokens, name.first)
    after, right_direction, last, road_after = _look_right(tokens, name.last)
    typed = after if after in ("countryside", "admin1") else left.typed or after or _called(tokens, name.last)
    road = left.road or road_after
    near = left.near or road or left.cue == "between" or _edge_after(tokens, name.last)
    near = near or (after == "area" and tokens[last].lower == "area")
    relation = "other"
    if left.border:
        relation = "border"
    elif road and left.cue != "between":
        relation = "road"
    elif near and left.cue != "between":
        relation = "near"
    elif left.cue:
        relation = left.cue
    plain_and = left.cue_at >= 0 and tokens[left.cue_at].lower in (
        "and",
        "of",
        "that",
        "including",
        "against",
        "through",
        "on",
    )
    strong = bool(typed or left.direction or near or (left.cue and not plain_and))
    actor = _is_actor(tokens, name, left, after)
    return Around(
        typed, left.direction or right_direction, near, relation, strong, actor,
        left.first, last if typed == after and after else name.last,
        left.heading or (tokens[name.last + 2].lower if right_direction and name.last + 2 < len(tokens) else ""),
        left.cue_at >= 0 and (tokens[left.cue_at].lower in _PLAIN or tokens[left.cue_at].lower in words("taken")),
    )  # fmt: skip
