"""Find the words of an Arabic sentence that are names in the gazetteer: the longest first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reportedly.annotate.arabic_places_lexicon import KEPT, direction_of, type_of, words, words_of_kinds
from reportedly.annotate.arabic_places_words import CLITICS, QUOTES, Word
from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.placenames import arabic_key
from reportedly.annotate.places_belief import CITY
from reportedly.script_free import keys as free_keys
from reportedly.script_free import likeness

LONGEST: Final = 6
"""Words of the longest name that is looked for."""

SHORTEST: Final = 2
"""Letters of the shortest name (إب, طي)."""

SHORT_WORD: Final = 4
"""Letters of a first word that seldom is a whole name where another unknown word follows (عيل بور)."""

SOUNDS_LIKE: Final = 0.8
"""Likeness asked of an entry's main name where only another of its names has the key."""

SHORTEST_FREE: Final = 3
"""Consonants of the shortest name that may be found by its sound without a place around it."""

GLUE: Final = frozenset("وفبل")
"""Clitics that a name may still carry where the analyser does not know it; كـ is never written onto one."""


@dataclass(frozen=True, slots=True)
class ArabicName:
    """Words that may name a place.

    Attributes:
        first: Index of its first word.
        last: Index of its last word.
        cut: Letters of the first word that are clitics, which the analyser left on it.
        hits: What the gazetteer has under it.
        loose: True if the entries are named only nearly so: article added or left out, or found by sound.
    """

    first: int
    last: int
    cut: int
    hits: tuple[GazetteerPlace, ...]
    loose: bool = False


class ArabicNames:
    """The Arabic names of a gazetteer, for reading text. Loaded on first use."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Read the names of ``gazetteer``."""
        self._gazetteer = gazetteer
        self._keys = gazetteer.arabic_names
        self._firsts = gazetteer.arabic_first_words
        self._opens = lru_cache(maxsize=KEPT)(self._find_opening)
        self._at = lru_cache(maxsize=KEPT)(self._find_key)
        self._sounding = lru_cache(maxsize=KEPT)(self._find_by_sound)

    def begins_name(self, word: str) -> bool:
        """Tell whether a word is the first of a known name, so that its first letter is no clitic (بنش, وادي)."""
        return arabic_key(word) in self._firsts

    def _find_opening(self, first: str) -> bool:
        """Tell whether any key begins with a word, its article written or not."""
        return any(any(self._at(arabic_key(word))) for word in (first, _toggled(first)))

    def longest(self, forms: Sequence[str], at: int) -> int:
        """Return how many levelled words from one on are a known name, 0 if none or if the first tells a kind of place."""
        if not self._opens(forms[at]) or type_of(forms[at]) not in (None, "site"):
            return 0
        best = 0
        key = ""
        for last in range(at, min(len(forms), at + LONGEST)):
            key += arabic_key(forms[last])
            exact, more = self._at(key)
            best = last - at + 1 if exact else best
            if not more:
                break
        return best

    def _find_key(self, key: str) -> tuple[bool, bool]:
        """Return whether a key is a name, and whether longer ones begin with it."""
        at = bisect_left(self._keys, key)
        exact = at < len(self._keys) and self._keys[at] == key
        at += exact
        return exact, at < len(self._keys) and self._keys[at].startswith(key)

    def match(self, found: Sequence[Word], at: int) -> ArabicName | None:
        """Return the longest known name that begins at a word; the article may be written or not."""
        word = found[at]
        if word.sign or word.form.isascii():
            return None
        if word.form in CLITICS and at + 1 < len(found) and type_of(found[at + 1].form) not in (None, "site"):
            return None  # «بقرية تل مضيق»: in the village, and no village of that name.
        if word.form in CLITICS and at + 1 < len(found) and found[at + 1].joined:
            joined = self._longest(found, at, word.form + found[at + 1].form, 2, 0)
            apart = self._longest(found, at + 1, found[at + 1].form, 1, 0)
            return None if joined is None or (apart is not None and _better(apart, joined)) else joined
        best = self._longest(found, at, word.form, 1, 0)
        glued = word.form[0] in GLUE and not (at and type_of(found[at - 1].form) == "settlement")
        if best is None and glued and not word.known and len(word.form) > SHORTEST:
            rest = "ال" + word.form[2:] if word.form.startswith("لل") else word.form[1:]
            best = self._longest(found, at, rest, 1, 1)
            best = None if best is not None and best.last == at and len(rest) <= SHORTEST else best
        return best

    def _longest(self, found: Sequence[Word], at: int, first: str, size: int, cut: int) -> ArabicName | None:
        best: ArabicName | None = None
        if not self._opens(first):
            return None
        for toggled in (first, _toggled(first)):
            if toggled != first and found[at].known:
                break
            key = ""
            for last in range(at + size - 1, min(len(found), at + LONGEST)):
                form = first if last < at + size else found[last].form
                if last >= at + size and (found[last].sign or _breaks(found, last)):
                    break
                key += arabic_key(toggled if last < at + size else form)
                exact, more = self._at(key)
                longer = exact and len(key) >= SHORTEST and (best is None or last > best.last)
                alone = longer and last < at + size
                plain = alone and (_is_generic(first) or first in _closed() or _heads_name(found, last, first))
                if longer and not plain:
                    hits = self._gazetteer.named_arabic(key)
                    best = ArabicName(at, last, cut, hits, toggled != first) if hits else best
                if not more:
                    break
        return best

    def by_sound(self, name: str, country: str) -> tuple[GazetteerPlace, ...]:
        """Return the entries of ``country`` that sound like an Arabic name, the nearest in sound only.

        Cities and the project's own entries are left out: their Arabic names are known, which would have been found.
        """
        return self._sounding(name, country)

    def _find_by_sound(self, name: str, country: str) -> tuple[GazetteerPlace, ...]:
        narrow = free_keys(name)[0]
        found = self._gazetteer.lookup_script_free(name, country)
        hits = [p for p in found if p.level == "point" and p.population < CITY and p.source != "table"]
        nearest = [p for p in hits if free_keys(p.name)[0] == narrow]
        return tuple(nearest or [p for p in hits if likeness(name, p.name) >= SOUNDS_LIKE])


def consonants(name: str) -> int:
    """Return how many consonants a name has: with few, its sound says little."""
    return len(free_keys(name)[1])


@lru_cache(maxsize=4)
def names_of(gazetteer: Gazetteer) -> ArabicNames:
    """Return the Arabic names of a gazetteer, read once."""
    return ArabicNames(gazetteer)


def _closed() -> frozenset[str]:
    return words_of_kinds(
        "in", "plain", "from", "to", "near", "between", "road", "border", "not_name", "person", "actor_head"
    )


def _is_generic(word: str) -> bool:
    """Tell whether a word alone is a kind of place or a direction, whatever villages are called so."""
    bare = word.removeprefix("ال")
    return direction_of(word) is not None or type_of(word) is not None or type_of(bare) is not None


def _heads_name(found: Sequence[Word], at: int, word: str) -> bool:
    """Tell whether a word that opens names (خربة، تل) has its name after it, so that it is none alone."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or after.sign or after.verb or after.form in _closed() or after.form in words("name_head"):
        return False
    return word in words("name_head") and direction_of(after.form) is None and not after.form.startswith("ال")


def _better(apart: ArabicName, joined: ArabicName) -> bool:
    """Tell whether a name without the clitic before it explains more than one that takes it in (بدير الزور)."""
    return apart.last > joined.last or (joined.loose and not apart.loose)


def _toggled(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else f"ال{word}"


def _breaks(found: Sequence[Word], at: int) -> bool:
    """Tell whether a word cannot be inside a name: a clitic that is a word of its own, or «أن» after a town («في صور أن»)."""
    if found[at].sense == "that":
        return True
    return found[at].form in CLITICS and at + 1 < len(found) and found[at + 1].joined


def unknown_name(found: Sequence[Word], at: int) -> int | None:
    """Return the last word of the name that begins after a word for a kind of place, ``None`` if none does.

    A name is one word, or one that needs another (*تل*, *أم*) with it, or one with an attribute (*الكبير*).
    """
    word = found[at]
    if word.form in words("numbered") and at + 1 < len(found) and found[at + 1].form.isdigit():
        return at + 1
    if not _may_name(word) or (word.known and not _named_in_text(word)):
        return None
    follow = found[at + 1] if at + 1 < len(found) else None
    if word.known and word.form not in words("name_head") and follow is not None and _describes(follow):
        return None
    last = at
    while last + 1 < len(found) and last - at < 2 and found[last].form in words("name_head"):
        if not _may_name(found[last + 1]) or found[last + 1].joined:
            break
        last += 1
    if last == at and word.form in words("name_head") and word.known:
        return None
    follow = found[last + 1] if last + 1 < len(found) else None
    if follow is not None and not follow.known and not follow.sign and _may_name(follow) and not follow.joined:
        attribute = follow.form.startswith("ال") and direction_of(follow.form) is None
        foreign = last == at and len(word.form) <= SHORT_WORD and not word.known and not word.form.startswith("ال")
        last += (attribute and found[last].form not in words("name_head")) or (foreign and not attribute)
    return last


def _describes(follow: Word) -> bool:
    """Tell whether a word goes on with an institution's name (مديرية الدفاع المدني), and is none of a direction's."""
    return follow.known and follow.form.startswith("ال") and direction_of(follow.form) is None


_DEED: Final = re.compile(r"(?:است\w{2,3}|ا\wت\w{2}|ان\w{3})ت")
"""Forms of a past verb with a feminine ending, which no lexicon lists in full (اقتصرت, استمرت, انطلقت)."""


def _may_name(word: Word) -> bool:
    return not (word.verb or word.sign) and _may_be_name(word.form)


@lru_cache(maxsize=KEPT)
def _may_be_name(form: str) -> bool:
    return not (
        form.isascii()
        or _DEED.fullmatch(form) is not None
        or form[0].isdigit()
        or form in CLITICS
        or form in QUOTES
        or (len(form) <= SHORTEST and form not in words("name_head"))
        or (form.startswith("ال") and type_of(form[2:]) is not None)
        or form in words("not_name")
        or form in words_of_kinds("in", "from", "to", "near", "between", "road")
        or type_of(form) in ("settlement", "admin1", "countryside", "area", "part")
        or direction_of(form) is not None
    )


def _named_in_text(word: Word) -> bool:
    """Tell whether a word that is known as another may yet be a name: it has the article, or heads names."""
    return word.form.startswith("ال") or word.form in words("name_head")
