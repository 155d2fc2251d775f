"""The Arabic words with their senses: every written form of the entries of ``resources/ar``, by levelled spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportedly.annotate.arabic_text import form
from reportedly.errors import LexiconError
from reportedly.resources import load_csv, load_toml

PAST_ENDINGS = ("", "ت", "ا", "تا", "وا", "ن", "نا", "تم")
PRESENT_PREFIXES = "يتن"
PRESENT_ENDINGS = ("", "ون", "وا", "ان", "ين", "ن")

CATEGORIES = frozenset(
    "prep agent cited including cc comp rel result also as sub neg aux already be det quant pron adv".split()
)
"""Kinds of closed-class word; ``particles.toml`` says what each is for."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a written form can be.

    Attributes:
        sense: English lemma, or several words for an expression.
        cat: ``verb``, ``noun``, ``adj``, ``propn``, ``adv`` or one of ``CATEGORIES``.
        tense: ``past``, ``present`` or ``participle`` for verbs.
        voice: ``active``, ``passive`` (so written), ``either`` (the spelling does not tell) or ``undergo``.
        number: ``sg``, ``du`` or ``pl``; ``pl`` of a verb means that its subject stands before it or nowhere.
        feminine: True if the form is feminine.
        masdar: True for the noun of a verb.
        objects: Prepositions whose noun is the English object.
        closed: True for a form that no noun may follow as its owner (مدنيون, قتيلان).
        future: True for a negation of the future.
        verb: For the noun of a verb, that verb's sense.
    """

    sense: str
    cat: str
    tense: str = ""
    voice: str = "active"
    number: str = "sg"
    feminine: bool = False
    masdar: bool = False
    objects: frozenset[str] = frozenset()
    closed: bool = False
    future: bool = False
    verb: str = ""


Index = Mapping[str, tuple[Analysis, ...]]


Phrase = tuple[tuple[str, ...], Analysis]
"""The words of an expression and what it is."""


@dataclass(frozen=True, slots=True)
class ArabicLexicon:
    """All entries by spelling.

    Attributes:
        words: Single words.
        phrases: Expressions by their first word, the longest first; each a tuple of words with its analysis.
        parted: Expressions whose subject may stand after the first word («أطلق مسلحون النار»), by that word.
    """

    words: Index
    phrases: Mapping[str, tuple[Phrase, ...]]
    parted: Mapping[str, tuple[Phrase, ...]]


def _past(base: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the past forms of a verb from its third person masculine singular: spelling, number, feminine."""
    weak = base[-1] in "يا" and len(base) > 2
    stem = base[:-1] if weak else base
    for ending in PAST_ENDINGS:
        number = "pl" if ending in ("وا", "ن", "نا", "تم") else "du" if ending in ("ا", "تا") else "sg"
        feminine = ending.startswith("ت") and ending != "تم"
        if not weak or ending == "":
            yield base + ending, number, feminine
        elif ending in ("ت", "تا", "وا"):
            yield stem + ending, number, feminine
        else:
            yield (stem + "ي" if base[-1] == "ي" else stem + "و") + ending, number, feminine
    if weak and base[-1] == "ي":
        # «لقيت», of «لقي»: the writing does not part it from «رمى».
        yield from ((base + "ت", "sg", True), (base + "تا", "du", True))


def _present(base: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the present forms from the third person masculine singular (يقصف)."""
    stem = base[1:]
    weak = stem[-1] in "يوا" and len(stem) > 2
    for prefix in PRESENT_PREFIXES:
        for ending in PRESENT_ENDINGS if prefix != "ن" else ("",):
            number = "pl" if ending in ("ون", "وا", "ن") else "du" if ending == "ان" else "sg"
            cut = stem[:-1] if weak and ending in ("ون", "وا", "ين") else stem
            yield prefix + cut + ending, number, prefix == "ت"
        if weak:
            yield prefix + stem[:-1], "sg", prefix == "ت"


def _present_base(past: str) -> str:
    return "ي" + (past[1:] if past.startswith("ا") and len(past) > 3 else past)


def _verb(entry: dict[str, Any]) -> Iterator[tuple[str, Analysis]]:
    sense = entry["sense"]
    objects = frozenset(form(p) for p in entry.get("object", ()))
    plain = Analysis(sense, "verb", "past", entry.get("voice", "either"), objects=objects)
    pasts = [form(p) for p in entry["past"]]
    presents = [form(p) for p in entry.get("present", ())] or [_present_base(p) for p in pasts]
    written = "active" if "passive" in entry and plain.voice == "either" else plain.voice
    for past in pasts:
        for spelling, number, feminine in _past(past):
            yield spelling, replace(plain, voice=written, number=number, feminine=feminine)
    # «تبناه»: the last letter of «تبنى» before a pronoun.
    yield from ((p[:-1] + "ا", replace(plain, voice="active")) for p in pasts if p.endswith("ي") and len(p) > WEAK)
    for extra in (*entry.get("stems", ()), *entry.get("forms", ())):
        for ending in ("", "ت", "نا", "تم"):
            yield form(extra) + ending, replace(plain, number="pl" if ending else "sg")
    for spelling in (form(p) for p in entry.get("participles", ())):
        number = "pl" if spelling.endswith("ين") else "sg"
        feminine = spelling.endswith("ة")
        yield spelling, replace(plain, tense="participle", voice="active", number=number, feminine=feminine)
    for passive in entry.get("passive", ()):
        for spelling, number, feminine in _past(form(passive)):
            yield spelling, replace(plain, voice="passive", number=number, feminine=feminine)
    for present in presents:
        for spelling, number, feminine in _present(present):
            yield spelling, replace(plain, tense="present", number=number, feminine=feminine)
    if "noun" in entry:
        masdar = Analysis(entry["noun"], "noun", masdar=True, objects=objects, verb=sense)
        for spelling in entry.get("masdar", ()):
            yield from _noun_forms(form(spelling), masdar)
        for spelling in entry.get("masdar_plural", ()):
            yield form(spelling), replace(masdar, number="pl")


def _noun_forms(base: str, plain: Analysis) -> Iterator[tuple[str, Analysis]]:
    """Yield a singular with its accusative and its dual."""
    plain = replace(plain, feminine=base.endswith("ة"))
    yield base, plain
    stem = base[:-1] + "ت" if base.endswith("ة") else base
    if not base.endswith(("ة", "ا", "اء")):
        yield base + "ا", replace(plain, closed=True)
    for ending in ("ان", "ين"):
        if plain.cat in ("noun", "adj"):
            yield stem + ending, replace(plain, number="du", closed=True)
    for ending in ("ا", "ي"):
        if base.endswith("ة") or (plain.cat == "noun" and not plain.masdar):
            yield stem + ending, replace(plain, number="du")


def _noun(entry: dict[str, Any]) -> Iterator[tuple[str, Analysis]]:
    plain = Analysis(entry["sense"], entry.get("pos", "noun"))
    singulars = {form(spelling) for spelling in entry.get("forms", ())}
    for spelling in entry.get("forms", ()):
        base = form(spelling)
        # «راعي» is one shepherd, though «راع» is too.
        yield from (made for made in _noun_forms(base, plain) if made[0] == base or made[0] not in singulars)
        if entry.get("feminine") or (plain.cat == "adj" and not base.endswith("ة")):
            yield from _noun_forms(base + "ة", plain)
        if entry.get("sound") == "m" or (plain.cat == "adj" and entry.get("sound") != "f"):
            yield base + "ون", replace(plain, number="pl", closed=True)
            yield base + "ين", replace(plain, number="pl", closed=True)
            yield base + "ي", replace(plain, number="pl")
            yield base + "و", replace(plain, number="pl")
        if entry.get("sound") == "f" or entry.get("feminine") or plain.cat == "adj":
            stem = base[:-1] if base.endswith("ة") else base
            yield stem + "ات", replace(plain, number="pl", feminine=True)
    for spelling in entry.get("plural", ()):
        base = form(spelling)
        # «جثامين» is no sound plural, and takes an owner.
        sound = base.endswith(("ون", "ين")) and (base[:-2] in singulars or not singulars)
        closed = sound and entry.get("pos", "noun") == "noun"
        yield base, replace(plain, number="pl", closed=closed)
        if not base.endswith(("ون", "ين", "ات", "ا", "ة", "اء")) and len(base) > 3:
            yield base + "ا", replace(plain, number="pl", closed=True)


def _particle(entry: dict[str, Any], name: str) -> Iterator[tuple[str, Analysis]]:
    if entry["cat"] not in CATEGORIES:
        raise LexiconError(f"resources/{name}: no category {entry['cat']!r} in {entry}")
    for spelling in entry["words"]:
        yield form(spelling), Analysis(entry["sense"], entry["cat"], future=entry.get("future", False))


def _phrase(entry: dict[str, Any]) -> Iterator[tuple[str, Analysis]]:
    cat = entry.get("pos", "noun")
    objects = frozenset(form(p) for p in entry.get("object", ()))
    for spelling in entry["words"]:
        words = form(spelling)
        first, _, rest = words.partition(" ")
        if cat != "verb":
            feminine = first.endswith(("ة", "ات"))
            number = "pl" if first.endswith("ات") else entry.get("number", "sg")
            # A noun with its adjective takes no owner after it.
            closed = cat == "noun" and not entry.get("owner", False)
            plain = Analysis(entry["sense"], cat, number=number, feminine=feminine, objects=objects, closed=closed)
            yield words, plain
            if cat == "noun":
                yield from _phrase_cases(words.split(), plain)
            continue
        plain = Analysis(entry["sense"], "verb", "past", objects=objects)
        presents = [form(p) for p in entry.get("present", ())] or [_present_base(first)]
        for inflected, number, feminine in _past(first):
            yield f"{inflected} {rest}".strip(), replace(plain, number=number, feminine=feminine)
        for inflected, number, feminine in (i for p in presents for i in _present(p.partition(" ")[0])):
            yield f"{inflected} {rest}".strip(), replace(plain, tense="present", number=number, feminine=feminine)


def _phrase_cases(words: list[str], plain: Analysis) -> Iterator[tuple[str, Analysis]]:
    """Yield the accusative and the dual of a noun with its adjective («هجوما بريا», «عبوتين ناسفتين»)."""
    if len(words) != TWO or words[1].startswith("ال") or plain.number == "pl":
        return
    if not any(w.endswith(("ة", "ا", "ء", "ات")) for w in words):
        yield " ".join(w + "ا" for w in words), plain
    for ending in ("ان", "ين"):
        stems = [w[:-1] + "ت" if w.endswith("ة") else w for w in words]
        yield " ".join(s + ending for s in stems), replace(plain, number="du", closed=True)


def _general(row: dict[str, str]) -> Iterator[tuple[str, Analysis]]:
    """Yield the forms of the everyday words of one sense, which tell no event and only need their part of speech."""
    for word in row["words"].split():
        past, _, present = word.partition("/")
        if row["pos"] == "verb":
            yield from _verb({"sense": row["sense"], "past": [past], "present": [present], "voice": "active"})
            continue
        plural = word.endswith(("ات", "ون", "ين")) and row["pos"] == "noun"
        yield from _noun({"sense": row["sense"], "pos": row["pos"], "plural" if plural else "forms": [word]})


WEAK = 3
"""Letters of a verb in -ى whose form before a pronoun can be no other word, more than."""

TWO = 2
"""Words of an expression that is a noun with its adjective."""


def _lands() -> Iterator[tuple[str, Analysis]]:
    """Yield the names of states in one word («نيجيريا»), which are spelt like an accusative adjective of their people."""
    for row in load_csv("ar/states.csv"):
        for spelling in row["nouns"].split("|"):
            if spelling and " " not in spelling and not spelling.startswith("ال"):
                yield form(spelling), Analysis("", "propn")


def _indexed(pairs: Iterable[tuple[str, Analysis]], gaps: Iterable[tuple[str, Analysis]]) -> ArabicLexicon:
    words: dict[str, dict[Analysis, None]] = defaultdict(dict)
    phrases: dict[str, dict[tuple[tuple[str, ...], Analysis], None]] = defaultdict(dict)
    for spelling, analysis in pairs:
        parts = tuple(spelling.split())
        if len(parts) == 1:
            words[parts[0]].setdefault(analysis)
        else:
            phrases[parts[0]].setdefault((parts, analysis))
    parted: dict[str, list[Phrase]] = defaultdict(list)
    for spelling, analysis in gaps:
        parts = tuple(spelling.split())
        parted[parts[0]].append((parts, analysis))
    ordered = {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()}
    return ArabicLexicon({k: tuple(v) for k, v in words.items()}, ordered, {k: tuple(v) for k, v in parted.items()})


@cache
def load_arabic() -> ArabicLexicon:
    """Return the Arabic lexicon with every written form.

    Raises:
        LexiconError: A file is missing or malformed.
    """
    pairs: list[tuple[str, Analysis]] = []
    gaps: list[tuple[str, Analysis]] = []
    try:
        for entry in load_toml("ar/particles.toml")["particle"]:
            pairs.extend(_particle(entry, "ar/particles.toml"))
        for entry in load_toml("ar/names.toml")["name"]:
            pairs.extend((form(word), Analysis("", "propn")) for word in entry["words"])
        pairs.extend(_lands())
        for entry in load_toml("ar/verbs.toml")["verb"]:
            pairs.extend(_verb(entry))
        for entry in load_toml("ar/nouns.toml")["noun"]:
            pairs.extend(_noun(entry))
        for entry in load_toml("ar/phrases.toml")["phrase"]:
            forms = list(_phrase(entry))
            pairs.extend(forms)
            gaps.extend(forms if entry.get("gap") else ())
        # Everyday words come last, and only where no entry has their spelling.
        known = {spelling for spelling, _ in pairs}
        general = [made for row in load_csv("ar/general.csv") for made in _general(row)]
        pairs.extend((spelling, analysis) for spelling, analysis in general if spelling not in known)
    except KeyError as error:
        raise LexiconError(f"resources/ar: an entry lacks {error}") from error
    return _indexed(pairs, gaps)
