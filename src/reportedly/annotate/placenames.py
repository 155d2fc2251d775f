"""Keys under which the many spellings of one place name meet.

The rules follow how Arabic, Kurdish and Turkish names are written in English, French and official
romanisations (BGN/PCGN, UNGEGN, IJMES, newsroom habit). A strict key joins spellings that differ by habit alone;
a skeleton, which keeps consonants only, joins those that differ by vowels and is safe only under a guard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e",
        "ħ": "h", "ɓ": "b", "ɗ": "d", "ŋ": "n", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي",
        "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None, "ء": None,
    }
)  # fmt: skip
"""Letters that Unicode decomposition leaves alone, and Arabic letters that scribes interchange."""

_SILENT: Final = re.compile("[\u0027\u0060\u00b4\u02b0-\u02ff\u2018-\u201b\u2032\u0300-\u036f\u064b-\u065f\u0670]+")
"""Apostrophes, hamza and ayn signs, combining marks: lost as often as kept."""

_WORD: Final = re.compile(r"\w+")

ARTICLES: Final = frozenset(
    "al el ul il ash esh as es us at et ad ed ud ar er ur az ez uz an en un ath eth adh edh ech the".split()
)
"""The Arabic article with its assimilated forms, and the English one."""

_WORDS: Final = {
    word: common
    for common, words in {
        "tal": "tell tall tel tal tala tili",
        "kafr": "kafr kafar kfar kefr kafer kefar kufr kfr",
        "ayn": "ayn ain ein eyn in aain aayn ayin",
        "dayr": "dayr deir der dair deyr dier deer",
        "shaykh": "shaykh sheikh cheikh shekh sheik shaikh sheyh seyh shayk",
        "um": "umm um oum om oumm",
        "abu": "abu abou abo bou bu ebu aboo",
        "jabal": "jabal jebel jabel djebel gebel jebal djabal gabal cebel jbeil",
        "khirba": "khirbat khirbet khirba kherbet khurbat kherba khirbe khirbit khribat khurba khribet kheurbet",
        "bayt": "bayt beit bet beyt bait beyt biet",
        "bir": "bir beer bi'r bair",
        "qala": "qalat qalaat kalaat qalet kalat qalaa",
        "bin": "bin ibn ben",
        "madina": "madinat madinah medina medinet madina",
        "saint": "saint st sankt",
        "tahta": "tahtani tahta tahtanah tahtaniyah tahtani",
        "fawqa": "fawqani fawqa foqani fouqani faouqani foqaniyah",
        "sagir": "saghir saghirah saghira sghir sughra saghireh zghir seghir sagira soghra",
        "jadid": "jadid jadeed jdeid jdeed jadidat jadida jadidah jdeidat jdeideh jdaidet judaydat judaydah jdaideh",
        "mara": "maarat maaret maarrat marrat maara maarra marat marata maarrata",
        "ruwaysa": "ruwaysat ruweiset rwaiset ruweisat roueisset rweiset",
        "nazla": "nazlet nazlat nazla nezlet",
        "tawil": "tawil taweel tawila taweela tawileh",
        "hawija": "hawijat hawijet hawija huwayjat hwaijet",
        "bab": "bab baab",
        "jisr": "jisr jesr jisir gisr",
        "karm": "karm karem kerm",
        "qasr": "qasr kasr qasir",
        "ras": "ras raas rass",
        "wadi": "wadi wady ouadi",
        "rasm": "rasm rasem resm",
        "mazraa": "mazraat mazraa mazrat mezraat mazraah",
        "kabir": "kabir kabirah kabira kbir kubra kebir kabireh kobra",
    }.items()
    for word in words.split()
}
"""Generic first words of names, in the spellings of different romanisations."""

_DIGRAPHS: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"tch|sch|sh|ch", "c"),
        (r"kh", "x"),
        (r"gh", "g"),
        (r"dj", "j"),
        (r"ph", "f"),
        (r"dh|zh", "d"),
        (r"th", "t"),
        (r"ck|q", "k"),
        (r"v", "w"),
        (r"eau|aou|aw(?![aeiou])|au|ow(?![aeiou])|oo|ou|o|uw(?=[aeiou])", "u"),
        (r"(?<=[b-df-hj-np-tvxz])w(?=[aei])", "u"),
        (r"(?:ay|ai|ei|ey)(?![aeiou])", "e"),
        (r"(?<=[aiu]n)e$", ""),
        (r"(?<=[a-z])(?:eh|ah|ih|e)$", "a"),
        (r"eu", "u"),
        (r"ee|ea|ie|iy|ii|yi|ij(?![aeiou])", "i"),
        (r"y(?![aeiu])", "i"),
        (r"([a-z])\1+", r"\1"),
        (r"e(?=.)", "i"),
        (r"iia|iya|ia", "ia"),
        (r"uu", "u"),
    )
)
"""Spelling habits, in the order in which they apply; each joins letters that the field swaps freely."""

_CONSTRUCT: Final = re.compile(r"(?<=[b-df-hj-np-tv-xz])(?:at|et|it|ah|eh)$")
"""The feminine ending before another word (``Maarrat al-…``), written with and without its t."""

_GLUED: Final = re.compile(r"^(?:[ae](?=([dnrstz])\1)|[ae]l(?=[b-df-hj-np-tv-z]\w{3}))")
"""An assimilated article written as part of its word (``Deir Ezzor``, ``Karam Alnozha``)."""

_VOWELS: Final = re.compile(r"(?<=.)[aeiuwyh]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` without case, accents, apostrophes or Arabic vowel signs; other marks become spaces."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
    return " ".join(_WORD.findall(_SILENT.sub("", folded)))


@lru_cache(maxsize=65536)
def _word_key(word: str) -> str:
    """Return one folded word in the common spelling."""
    if not word.isascii():
        return word[2:] if word.startswith("ال") and len(word) > 4 else word
    key = _WORDS.get(word, word)
    for pattern, replacement in _DIGRAPHS:
        key = pattern.sub(replacement, key)
    return key


def _spread(words: list[str]) -> list[str]:
    """Return ``words`` without articles, construct endings as before a pause."""
    kept = [word for word in words if word not in ARTICLES] or words
    kept[1:] = [_GLUED.sub("", word) for word in kept[1:]]
    return [_CONSTRUCT.sub("a", word) if word not in _WORDS else word for word in kept[:-1]] + kept[-1:]


def generic_key(name: str) -> str:
    """Return the key of a name's generic first word (``Tell``), empty if it has none or is nothing else."""
    words = [word for word in fold(name).split() if word not in ARTICLES]
    return _word_key(words[0]) if len(words) > 1 and words[0] in _WORDS else ""


def is_generic(word: str) -> bool:
    """Tell whether a word is a generic first word of names, such as ``Tell``, ``Kafr`` or ``Khirbet``."""
    return fold(word) in _WORDS


_ATTRIBUTES: Final = frozenset(
    _word_key(word)
    for word in "gharbi gharbiyah gharbiya gharbieh sharqi sharqiyah sharqiya sharqieh shamali shamaliyah shamaliya "
    "janubi janoubi janubiyah janoubiyah qibli qibliyah kabir kabirah kabireh saghir saghirah saghireh sughra kubra "
    "fawqani fawqaniyah foqani tahtani tahtaniyah jadid jadidah jadideh jadeed qadim qadimah wusta wastani wustani "
    "wastaniyah garbi garbiyah".split()
)
"""Second words of names that tell a place from its twin: western, eastern, great, small, upper, lower, new, old."""


def is_attribute(word: str) -> bool:
    """Tell whether a word is an attribute with its article, as in ``Busra al-Gharbiyah``."""
    parts = fold(word).split()
    return len(parts) == 2 and parts[0] in ARTICLES and _word_key(parts[1]) in _ATTRIBUTES


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Return the strict key of a place name: equal for spellings that differ by habit alone.

    Args:
        name: A name in Latin or Arabic script; other scripts are folded for case and accents only.

    Returns:
        Lower-case words without spaces; empty if the name holds no letter or digit.
    """
    words = fold(name).split()
    if len(words) == 1:
        return _word_key(words[0])
    return "".join(_word_key(word) for word in _spread(words))


def is_arabic(name: str) -> bool:
    """Tell whether a name is written in Arabic letters."""
    return any("\u0620" <= char <= "\u06d3" for char in name)


_KIN: Final = {"ابي": "ابو", "ابا": "ابو", "بن": "ابن", "بنو": "بني"}
"""Words of names that Arabic inflects, or writes in two ways, on one form."""

_JOINED_KIN: Final = re.compile("^الب(?=و.)")
"""The *Al Bu* of tribes' names, which others write *Abu*."""


@lru_cache(maxsize=65536)
def arabic_key(name: str) -> str:
    """Return the key of an Arabic name as reports write it: without signs and gaps, the article kept.

    The article tells the town of al-Bab from any door, so that running text needs it; ``place_key`` leaves it out.
    """
    words = [_KIN.get(word, word) for word in fold(name).split()]
    return _JOINED_KIN.sub("اب", "".join(words))


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """Return the consonants of a strict key, its first vowel kept as ``a``: a key for guarded matching."""
    if not key.isascii():
        return key
    bare = _VOWELS.sub("", key)
    bare = "a" + bare[1:] if bare[:1] in {"a", "e", "i", "u"} else bare
    return re.sub(r"(.)\1+", r"\1", bare.replace("g", "k").replace("z", "s"))


def unglued(name: str) -> str | None:
    """Return the name without an article written as part of its first word (``Alhasakah``), else ``None``."""
    found = re.match(r"(?i)(?:al|el)(?=[b-df-hj-np-tv-z]\w{3})", name)
    return name[found.end() :] if found else None
