"""Read the words around an Arabic name: what kind of place they call it, how near, and whether it is a place here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reportedly.annotate.arabic_places_lexicon import (
    KEPT,
    TYPE_KINDS,
    direction_of,
    is_nation,
    last_words,
    type_of,
    words,
)
from reportedly.annotate.arabic_places_names import ArabicName
from reportedly.annotate.arabic_places_words import CLITICS, QUOTES, Word
from reportedly.annotate.places_context import Around
from reportedly.annotate.places_lexicon import words as english_words

SEAT: Final = 1_000_000
"""People: a city whose bare name stands for a government where it speaks."""

REACH: Final = 9
"""Words to the left that a place phrase may span (``في أقصى الريف الشمالي الشرقي لمحافظة X``)."""

ACTS: Final = frozenset(
    "shell shelling bomb bombing bombard bombardment strike target hit attack raid storm enter capture seize take control "
    "liberate besiege reach leave pound assault cover".split()
)
"""English senses of what is done to places."""

MOVES: Final = frozenset(
    "displace flee leave return withdraw evacuate expel retreat pull move deport arrive kidnap abduct".split()
)
"""English senses after which *from* tells where people left, not where they are at home."""

MOVE_REACH: Final = 4
"""Words before *from* in which such a verb stands."""

_WIDE: Final = ("admin1", "region", "country", "area", "road")
"""Levels of what has sides of its own: *south of* a town lies beside it."""

_TOWNS: Final = ("settlement", "site", "part")
"""Kinds of places that are small enough for their *middle* to be in them, and for what lies on a side of them to be near."""

_LONGEST_CUE: Final = 3
_ADJECTIVES: Final = frozenset("محلية بلدية جمهورية".split())
"""Words for a kind of place that are adjectives after a noun (مصادر محلية)."""

_EVERY: Final = frozenset({"كل", "كلا", "كلتا", "عدد", "العديد", "بعض"})
_MEASURE: Final = frozenset("كم كيلومتر كيلومترا كيلومترات كيلو مترا متر امتار ميل".split())


@dataclass(slots=True)
class Left:
    """What stands before a name, as far as it has been read."""

    typed: str | None = None
    kind: str = ""
    plural: bool = False
    building: bool = False
    direction: bool = False
    near: bool = False
    road: bool = False
    border: bool = False
    cue: str = ""
    cue_word: str = ""
    first: int = 0
    cue_at: int = -1
    heading: str = ""
    actor: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class ArabicAround:
    """What the words around a name say, in the resolver's terms and in those of this reader.

    Attributes:
        around: For the resolver; its ``first`` and ``last`` are indices of words.
        plural: True after a word for several places (قرى), which speaks for the whole list.
        building: True after a word for a street or building, which no gazetteer has.
        street: True after a word for a street or square, whose names say nothing of where it is.
        generic: Index of the first word of the phrase, the word for a kind of place included.
        bordered: True if a quotation mark stands right before the name.
        acted_on: True right after a word for shelling, storming, taking or the like.
    """

    around: Around
    plural: bool
    building: bool
    street: bool
    generic: int
    bordered: bool
    acted_on: bool


def _cue_before(found: Sequence[Word], at: int, kind: str) -> int:
    """Return how many words of a cue of one kind end at ``at``, 0 for none."""
    if found[at].form not in last_words(kind):
        return 0
    for size in range(_LONGEST_CUE, 0, -1):
        if at - size + 1 < 0:
            continue
        phrase = " ".join(w.form for w in found[at - size + 1 : at + 1])
        if phrase in words(kind):
            return size
    return 0


def _type_before(found: Sequence[Word], at: int) -> tuple[str, int]:
    """Return the cue kind of the type word that ends at ``at``, and how many words it takes."""
    if found[at].form in _ADJECTIVES and at and found[at - 1].known and found[at - 1].form not in words("in"):
        return "", 0
    if found[at].form not in last_words(*TYPE_KINDS):
        return "", 0
    for kind in TYPE_KINDS:
        size = _cue_before(found, at, kind)
        if size:
            return kind, size
    return "", 0


def look_left(found: Sequence[Word], first: int, floor: int = 0) -> Left:
    """Walk left over type words, directions and quotation marks to the preposition that governs the name.

    Args:
        found: The words of the sentence.
        first: First word of the name.
        floor: First word that may belong to its phrase: those before it are another name's.
    """
    left = Left(first=first)
    at = first - 1
    while at >= max(floor, first - REACH):
        step = _read(found, at, left)
        if step == 0:
            break
        at -= step
    return left


@lru_cache(maxsize=KEPT)
def _may_cue(word: str) -> bool:
    """Return whether a word may end a cue of place, road, nearness or border, or be a direction: most do not."""
    kinds = (("road",), ("near",), ("border",), ("between",), tuple(TYPE_KINDS))
    return direction_of(word) is not None or any(word in last_words(*kind) for kind in kinds)


def _read(found: Sequence[Word], at: int, left: Left) -> int:
    """Read the word at ``at`` into ``left``; return how many words it took, 0 where the phrase ends."""
    word = found[at].form
    if word in QUOTES or (word.startswith("ال") and is_nation(word) and at and type_of(found[at - 1].form)):
        return 1
    if not _may_cue(word):
        return _read_other(found, at, left)
    kind, size = _type_before(found, at)
    road, near = _cue_before(found, at, "road"), _cue_before(found, at, "near")
    border, between = _cue_before(found, at, "border"), _cue_before(found, at, "between")
    if kind and size >= near:
        return _read_type(left, kind, at, size)
    heading = direction_of(word)
    if heading is not None and not (word == "وسط" and left.typed in (None, *_TOWNS)):
        return _read_direction(found, at, left, heading)
    if near:
        left.near, left.cue = True, left.cue or "near"
        left.cue_at, left.first = at, min(left.first, at - near + 1)
        return near
    if road or border:
        left.road, left.border = left.road or road > 0, left.border or border > 0
        left.cue_at = at
        return max(road, border)
    if between:
        left.cue, left.cue_at = "between", at
        before = found[at - between] if at >= between else None
        left.road = before is not None and before.form in words("road") | {"الواصل", "الرابط"}
        return 0
    return _read_other(found, at, left)


def _read_type(left: Left, kind: str, at: int, size: int) -> int:
    """Read a word for a kind of place; the nearest decides, but a countryside around it stays one."""
    if left.typed is None:
        left.typed, left.kind = TYPE_KINDS[kind], kind
        left.plural = kind == "settlements"
        left.building = kind in ("building", "street")
    elif TYPE_KINDS[kind] == "countryside" and left.typed in ("settlement", "admin1"):
        left.typed = "countryside"
    elif TYPE_KINDS[kind] == "settlement" and kind == "settlements":
        left.plural = True
    left.first = at - size + 1
    return size


def _read_direction(found: Sequence[Word], at: int, left: Left, heading: str) -> int:
    """Read a direction: beside a town (``شمال مدينة X``), or a part of a province (``شمالي إدلب``)."""
    left.heading = f"{heading}{left.heading}" if heading not in left.heading else left.heading
    adjective = found[at].form.startswith("ال")
    if adjective and not _governs(found, at):
        return 0
    if left.typed in _TOWNS and not adjective:
        left.near = True
    else:
        left.direction = True
    left.first = at
    left.cue = left.cue or "in"
    return 1


def _governs(found: Sequence[Word], at: int) -> bool:
    """Tell whether a definite direction leads to the name (``الريف الشمالي لـ``), and does not end one before it."""
    after = found[at + 1].form if at + 1 < len(found) else ""
    return after in ("ل", "من") or (after.startswith("ال") and direction_of(after) is not None)


def _read_other(found: Sequence[Word], at: int, left: Left) -> int:
    """Read a word that is no part of a place phrase: a preposition, a word for people, a list's *and*."""
    word = found[at]
    before = found[at - 1].form if at else ""
    if word.form == "و" and left.typed and type_of(before) is not None:
        return 1
    if word.form == "من" and before in _EVERY:
        return 2
    if word.form in _EVERY and left.cue_at < 0:
        return 1
    if left.cue in ("near", "between") and word.form != "من":
        return 0
    if word.form in ("من", "عن") and (before in _MEASURE or is_beside(found, at)):
        left.near, left.cue, left.cue_at = True, "near", at
        return 0
    if word.form == "ل" and before and _definite_phrase(found, at - 1):
        left.cue_at = at
        return 1
    if word.form == "مع" and any(w.form in words("border") for w in found[max(0, at - 3) : at]):
        left.border, left.cue_at = True, at
        return 0
    left.cue_word = word.form
    left.cue_at = at
    for kind in ("from", "to", "in"):
        if _cue_before(found, at, kind):
            left.cue = left.cue if left.cue == "near" else kind
            left.plain = word.form in words("plain")
            break
    bare = word.form[2:] if word.form.startswith("ال") else word.form
    head = word.form in words("actor_head") or (bare in words("actor_head") and not left.cue and not left.typed)
    # «شرطة جنوب مدينة X»: what lies beside a town is none of its organs.
    left.actor = head and not left.near
    return 0


def is_beside(found: Sequence[Word], at: int) -> bool:
    """Tell whether a direction stands before *from*, as in ``إلى الشمال من X``."""
    return at > 0 and direction_of(found[at - 1].form) is not None


def _definite_phrase(found: Sequence[Word], at: int) -> bool:
    """Tell whether a definite direction or countryside ends at ``at`` (``الريف الشمالي لـ``)."""
    return found[at].form.startswith("ال") and (
        direction_of(found[at].form) is not None or type_of(found[at].form) == "countryside"
    )


def _look_right(found: Sequence[Word], last: int) -> tuple[int, str]:
    """Return the last word of the name with the directions after it, and those directions in English."""
    heading = ""
    at = last + 1
    while at < len(found) and found[at].form in QUOTES - {"("} and last - at < 2:
        at += 1
    end = last
    while at < len(found) and found[at].form.startswith("ال") and (side := direction_of(found[at].form)) is not None:
        heading += side
        end = at
        at += 1
    return end, heading


def around(found: Sequence[Word], name: ArabicName, floor: int = 0) -> ArabicAround:
    """Return what the words around ``name`` say of it; those before ``floor`` belong to the name before it."""
    left = look_left(found, name.first, floor)
    if left.direction and left.typed is None and name.hits and not any(h.level in _WIDE for h in name.hits):
        left.direction, left.near, left.first = False, True, name.first
    if name.cut:
        left = _of_clitic(found[name.first].form[0], left)
    last, heading = _look_right(found, name.last)
    attributed = bool(heading) and (left.typed in ("countryside", "admin1", "area") or _bare_part(left, name))
    relation = _relation(left)
    actor = _is_actor(found, name, left)
    strong = bool(left.typed or left.direction or left.near or left.road or left.border or left.cue)
    read = Around(
        left.typed,
        left.direction or attributed,
        left.near or left.road or left.cue == "between",
        relation,
        strong,
        actor,
        left.first if left.typed in ("countryside", "admin1", "area") or left.direction else name.first,
        last if attributed else name.last,
        left.heading or heading,
        left.plain or left.near or left.cue_word in words("plain"),
    )
    before = found[name.first - 1] if name.first > 0 else None
    bordered = before is not None and before.form in QUOTES
    acted_on = before is not None and before.sense in ACTS
    return ArabicAround(read, left.plural, left.building, left.kind == "street", left.first, bordered, acted_on)


def _bare_part(left: Left, name: ArabicName) -> bool:
    """Tell whether a direction after a bare name makes a part of a province of it (``دير الزور الشرقي``)."""
    return left.typed is None and any(h.level == "admin1" for h in name.hits)


def _of_clitic(letter: str, left: Left) -> Left:
    """Return what a clitic that is still on the name says: only it governs the name."""
    if letter in ("ب", "ل"):
        return Left(cue="in", cue_word=letter, plain=True, first=left.first)
    return left if letter in CLITICS and not left.actor else Left(first=left.first)


def _relation(left: Left) -> str:
    if left.border:
        return "border"
    if left.road and left.cue != "between":
        return "road"
    if left.near and left.cue != "between":
        return "near"
    return left.cue or ("in" if left.typed or left.direction else "other")


_COMING: Final = frozenset({"return", "arrival", "arrive", "come", "coming", "come back", "way"})
"""Senses of nouns of a journey, whose start is not where its traveller was met."""


def _is_actor(found: Sequence[Word], name: ArabicName, left: Left) -> bool:
    """Tell whether the name stands for people: a government, a force, where somebody comes from."""
    after = found[name.last + 1].form if name.last + 1 < len(found) else ""
    if left.actor or after in words("after_actor"):
        return True
    if left.cue == "from":
        people = found[max(0, left.cue_at - 2) : left.cue_at]
        if any(w.sense in _COMING and not w.verb for w in people):
            return True  # «أثناء عودته من عدن»: where he was no more.
        if any(w.sense in MOVES for w in found[max(0, left.cue_at - MOVE_REACH) : left.cue_at]):
            return False
        return any(w.form in words("person") or w.form.removeprefix("ال") in words("person") for w in people)
    if left.typed or left.direction or left.near or left.border or left.cue in ("in", "to"):
        return False
    if any(h.level == "country" for h in name.hits):
        return not is_nation(after)
    beside = [*found[max(0, name.first - 1) : name.first], *found[name.last + 1 : name.last + 2]]
    speaks = any(w.verb and w.sense in english_words("speech") for w in beside)
    return speaks and any(h.population > SEAT for h in name.hits)
