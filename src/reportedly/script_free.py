"""Keys by which one name meets itself across scripts and romanisations: كفر نبل, *Kafr Nabl*, *Kafranbel*.

A key is what the writings share: the consonants, in classes. Short vowels are missing in Arabic, long ones are spelt in
several ways, the article, the feminine ending and doubled letters come and go. What a key joins too much is told apart
by ``likeness``. The classes follow BGN/PCGN, UNGEGN, French, Turkish and newsroom spelling; ``benchmarks/script_free.py``
measures them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import JaroWinkler, Levenshtein

VOWEL: Final = "a"
"""Stands for a vowel, ain or hamza at the beginning of a word: elsewhere they are left out."""

_ARABIC: Final = str.maketrans(
    {
        "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "c", "ح": "h", "ه": "h", "خ": "x", "د": "d",
        "ض": "d", "ذ": "d", "ر": "r", "ز": "z", "ظ": "z", "ژ": "j", "س": "s", "ص": "s", "ش": "c", "غ": "g", "گ": "g",
        "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "ک": "k", "ل": "l", "م": "m", "ن": "n", "و": "w", "ي": "y", "ى": "y",
        "ی": "y", "ا": "a", "ٱ": "a", "ع": "a", "ة": "a", "ء": None, "ـ": None, "ھ": "h", "ہ": "h", "ە": "a", "ۀ": "a",
    }
)  # fmt: skip

_LATIN: Final = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "a", "œ": "o", "ə": "a", "ħ": "h",
        "ɓ": "b", "ɗ": "d", "ŋ": "n", "ʿ": None, "ʾ": None, "'": None, "`": None, "’": None, "‘": None, "ʻ": None,
        "ʼ": None, "´": None, "′": None, "ˈ": None,
    }
)  # fmt: skip
"""Letters that Unicode decomposition leaves alone, and the signs of ain and hamza."""

_MARKS: Final = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f]+")
_WORD: Final = re.compile(r"[\u0620-\u06ff]+|[^\W_\u0620-\u06ff]+")

ARTICLES: Final = frozenset(
    "al el ul il ash esh as es us at et ad ed ud ar er ur az ez uz an en un ath eth adh edh ech the".split()
)
"""The Arabic article with its assimilated forms, and the English one."""

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|sch|sh|ch", "C"),
        (r"kh|x", "X"),
        (r"gh", "G"),
        (r"dj|dzh", "J"),
        (r"ph|v", "F"),
        (r"dh|zh", "D"),
        (r"th", "T"),
        (r"ck|c|q", "K"),
        (r"p", "B"),
        (r"^(?:ou|oo|u)(?=[aei])", "W"),
        (r"^i(?=[aeou])", "Y"),
    )
)
"""Ways to write one sound in Latin letters, in the order in which they apply; capitals are settled."""

_GLUED: Final = re.compile(r"^(?:[aeu](?=([dnrstz])\1)|[ae](?=(?:sh|ch)(?:sh|ch))|[ae]l(?=[b-df-hj-np-tv-z]\w{3}))")
"""An article written as part of its word: *Ezzor*, *Alhasakah*."""

_GLUED_ARABIC: Final = re.compile(r"(?<=^[\u0620-\u064a]{3})ال(?=[\u0620-\u064a]{3})")
"""The article inside two words written as one: ديرالزور."""

_FOREIGN: Final = ((re.compile("^دج(?!اج)(?=[اويى])"), "ج"), (re.compile("^تش(?=[اويى])"), "چ"))
"""Two letters by which Arabic begins foreign names with one sound: دجيبو (*Djibo*), تشاد (*Chad*); not دجلة, دجاج, تشرين."""

_TRIBE: Final = re.compile("^البو(?=..)")
"""The *Al Bu* of tribes' names, which others write *Abu*, at the beginning of a word."""

_FEMININE: Final = re.compile(r"(?<=[b-df-hj-np-tv-z])[aei]t$|(?<=[aeiou])at$")
"""The feminine ending before another word, which Arabic writes as ة."""

_INNER: Final = re.compile(r"(?<=.)[aeiouwy]+")
_DOUBLED: Final = re.compile(r"(.)\1+")

_SAME: Final = {
    **dict.fromkeys("tall tell tel tal til talat tallat تل تلة تله".split(), "tl"),
    **dict.fromkeys("ibn bin ben ابن بن".split(), "bn"),
    **dict.fromkeys("abu abou abo bou bu ebu abi aboo ابو ابي ابا بو".split(), "ab"),
    **dict.fromkeys("umm um oum om oumm ام".split(), "am"),
    **dict.fromkeys("ayn ain ein eyn aain عين".split(), "an"),
    **dict.fromkeys("wadi wady ouadi oued wad واد وادي".split(), "wd"),
    **dict.fromkeys("bani beni banu بني بنو".split(), "bn"),
    **dict.fromkeys("st saint sankt مار".split(), "mr"),
}
"""Words of kinship and landscape whose spellings differ by more than the classes forgive."""

_NEAR: Final = str.maketrans({"h": None, "z": "d"})
"""What the middle key leaves out of the narrow one: h, which romanisations drop, and swap for ain; dh, z and d are one."""

_WIDE: Final = str.maketrans({"x": "k", "g": "k", "j": "k", "c": "s", "t": "d"})
"""Sounds that whole regions read as one another: Egyptian g, Gulf g, French ch, th as s or t, Kurdish k for kh."""


_HAMZA: Final = re.compile(r"(?<![\u0620-\u06ff])[أإآ](?=ل)")
"""An alef that no article begins with: ألفا, ألمانيا."""


def _folded(name: str) -> str:
    name = _HAMZA.sub("\u0621\u0627", name)
    text = unicodedata.normalize("NFKD", name.casefold()).translate(_LATIN)
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"


def _words(name: str) -> list[str]:
    """Return the folded words without articles; a name that is only an article keeps it."""
    found: list[str] = []
    for word in _WORD.findall(_folded(name)):
        if _is_arabic(word):
            bare = word[2:] if word.startswith("ال") and len(word) > 3 else word
            found.extend(_GLUED_ARABIC.sub(" ", _TRIBE.sub("ابو ", word) if _TRIBE.match(word) else bare).split())
        else:
            found.append(word)
    kept = [w for w in found if w not in ARTICLES] or found
    return [w if _is_arabic(w) else _GLUED.sub("", w) for w in kept]


def _consonants(word: str, last: bool) -> str:
    """Return the consonant classes of one word, a vowel before them kept as ``VOWEL``."""
    if word in _SAME:
        return _SAME[word]
    if _is_arabic(word):
        for pattern, sound in _FOREIGN:
            word = pattern.sub(sound, word)
        sounds = word.translate(_ARABIC)
        sounds = sounds[:-1] if len(sounds) > 2 and word[-1] in "هھہ" else sounds
    else:
        sounds = word if last else _FEMININE.sub("", word)
        for pattern, sound in _SOUNDS:
            sounds = pattern.sub(sound, sounds)
        sounds = sounds.lower()
        sounds = sounds[:-1] if len(sounds) > 2 and sounds.endswith("h") else sounds
    bare = _INNER.sub("", sounds)
    bare = VOWEL + bare[1:] if bare[:1] in set("aeiou") else bare
    return _DOUBLED.sub(r"\1", bare)


@lru_cache(maxsize=65536)
def keys(name: str) -> tuple[str, str, str]:
    """Return the keys of a name from narrow to wide: names whose middle keys meet have meeting wide ones.

    Args:
        name: A place or a person, in Arabic or Latin letters; letters of other scripts stand for themselves.

    Returns:
        The narrow key keeps h and tells d from z; the middle one is ``key``; the wide one joins what regions swap (g, j
        and k; sh and s; t and d). All are empty where the name holds no letter or digit.
    """
    words = _words(name)
    parts = [_consonants(word, at == len(words) - 1) for at, word in enumerate(words)]
    narrow = "".join(parts)
    middle = _DOUBLED.sub(r"\1", "".join(_middle(part) for part in parts))
    return narrow, middle, _DOUBLED.sub(r"\1", middle.translate(_WIDE))


def _middle(part: str) -> str:
    """Return a word's narrow key without h; one before all else stays as the vowel that may stand there instead."""
    first = VOWEL if part[:1] == "h" else ""
    return _DOUBLED.sub(r"\1", (first + part).translate(_NEAR))


def key(name: str) -> str:
    """Return the script-free key of a name: equal for one name in Arabic and in its Latin spellings, most times.

    Args:
        name: A place or a person, in Arabic or Latin letters.
    """
    return keys(name)[1]


def likeness(one: str, other: str) -> float:
    """Return how likely two writings are one name, 0 to 1; 1 where the narrow keys are equal and neither is short.

    Names in one script are compared letter by letter as well, so that vowels count where both write them.

    Args:
        one: A name.
        other: Another.
    """
    first, second = keys(one), keys(other)
    if not first[0] or not second[0]:
        return 0.0
    score = 0.7 * JaroWinkler.normalized_similarity(first[0], second[0])
    score += 0.3 * Levenshtein.normalized_similarity(first[2], second[2])
    shorter = min(len(first[0]), len(second[0]))
    score *= 1.0 if shorter > 2 else 0.85
    left, right = _words(one), _words(other)
    if _is_arabic(left[0]) == _is_arabic(right[0]):
        score = (score + Levenshtein.normalized_similarity(" ".join(left), " ".join(right))) / 2
    return round(score, 4)
