"""The coder's lexicons as frozen dataclasses: triggers, nouns, weapons, light verbs, cues. One set per language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.codebook import SUB_EVENT_TYPES
from reportedly.coding.cues import Category, CueIndex, Part, load_cues
from reportedly.errors import LexiconError
from reportedly.resources import load_toml

FRAMES = frozenset("act hit undergo happen meet gather gather_meet take kill die injure both ruin".split())
TOLL_FRAMES = frozenset({"kill", "die", "injure", "both", "ruin"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One lexicon entry of ``triggers.toml``; the file's head says what each attribute means."""

    lemmas: tuple[tuple[str, ...], ...]
    pos: str
    frame: str
    type: str
    generic: bool = False
    weak: bool = False
    object: str = ""
    subject: str = ""
    beside: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    to: str = ""
    needs_support: bool = False
    armed_subject: bool = False
    example: str = ""
    counter: str = ""

    @property
    def tells_toll(self) -> bool:
        """True if it tells the dead, hurt or damage of a deed, and not the deed."""
        return self.frame in TOLL_FRAMES


@dataclass(frozen=True, slots=True)
class WeaponEntry:
    """A weapon's plain name, the sub-event type it gives to a generic deed, and its rank among several."""

    name: str
    type: str
    rank: int


@dataclass(frozen=True, slots=True)
class Domain:
    """Words of another field, and how many of them in a sentence make its violence a figure of speech or a mishap."""

    words: frozenset[str]
    least: int


_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sieve:
    """Tells, before any parsing, whether a sentence can hold an event or a claim about one.

    A word that always tells a deed suffices; a verb that does so only with certain objects needs one of them near.
    """

    alone: frozenset[str]
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def __call__(self, text: str) -> bool:
        """Return whether ``text`` is worth parsing."""
        words = {word.lower() for word in _WORDS.findall(text)}
        words |= {part for word in words if "-" in word for part in word.split("-")}
        if not words.isdisjoint(self.alone):
            return True
        return any(not words.isdisjoint(a) and not words.isdisjoint(b) for a, b in self.pairs)


@dataclass(frozen=True, slots=True)
class CoderLexicon:
    """All that the coder knows of one language's words."""

    triggers: Mapping[str, tuple[Trigger, ...]]
    deed_words: frozenset[str]
    bases: Mapping[str, str]
    nouns: Mapping[str, frozenset[str]]
    noun_phrases: Mapping[str, tuple[str, ...]]
    weapons: Mapping[tuple[str, ...], WeaponEntry]
    weapon_heads: Mapping[str, tuple[tuple[str, ...], ...]]
    do_verbs: frozenset[str]
    undergo_verbs: frozenset[str]
    happen_verbs: frozenset[str]
    cues: CueIndex
    saying: frozenset[str]
    blaming: frozenset[str]
    reference_verbs: frozenset[str]
    implicatives: frozenset[str]
    many: frozenset[str]
    not_claimants: frozenset[str]
    contrasts: frozenset[str]
    domains: Mapping[str, Domain]
    can_hold: Sieve
    can_speak: Sieve

    def tells(self, lemma: str, frame: str) -> bool:
        """Return whether a trigger that ends in ``lemma`` has the frame."""
        return any(t.frame == frame for t in self.triggers.get(lemma, ()))

    def is_noun(self, kind: str, lemma: str) -> bool:
        """Return whether a lemma belongs to a kind of noun in ``nouns.toml``."""
        return lemma in self.nouns.get(kind, frozenset())


def _as_tokens(lemma: str) -> list[tuple[str, ...]]:
    """Return a phrase as tokens: English cuts at hyphens, while an Arabic word of one token may stand for "sit-in"."""
    whole = [(lemma,)] if "-" in lemma and " " not in lemma else []
    return [tuple(re.split(r"[ -]", lemma)), *whole]


def _triggers(table: dict[str, Any], name: str) -> list[Trigger]:
    found = []
    for entry in table["trigger"]:
        if entry["frame"] not in FRAMES | {"gather"} or (entry["type"] and entry["type"] not in SUB_EVENT_TYPES):
            raise LexiconError(f"resources/{name}: bad frame or type in {entry}")
        found.append(
            Trigger(
                lemmas=tuple(words for lemma in entry["lemmas"] for words in _as_tokens(lemma)),
                pos=entry["pos"],
                frame=entry["frame"],
                type=entry["type"],
                generic=entry.get("generic", False),
                weak=entry.get("weak", False),
                object=entry.get("object", ""),
                subject=entry.get("subject", ""),
                beside=frozenset(entry.get("with", ())),
                without=frozenset(entry.get("without", ())),
                to=entry.get("to", ""),
                needs_support=entry.get("needs_support", False),
                armed_subject=entry.get("armed_subject", False),
                example=entry["example"],
                counter=entry.get("counter", ""),
            )
        )
    return found


def _by_last_word(triggers: Iterable[Trigger]) -> dict[str, tuple[Trigger, ...]]:
    index: dict[str, list[Trigger]] = defaultdict(list)
    for trigger in triggers:
        for lemma in trigger.lemmas:
            if trigger not in index[lemma[-1]]:
                index[lemma[-1]].append(trigger)
    return {word: tuple(entries) for word, entries in index.items()}


def _deed_words(triggers: Iterable[Trigger]) -> frozenset[str]:
    """Return the last words of triggers, less the everyday verbs that tell a deed of protesters alone ("head", "go")."""
    return frozenset(lemma[-1] for t in triggers if t.subject != "protesters" for lemma in t.lemmas)


_IRREGULAR = {
    "shoot": ("shot",),
    "fight": ("fought",),
    "blow": ("blew", "blown"),
    "strike": ("struck", "stricken"),
    "take": ("took", "taken"),
    "steal": ("stole", "stolen"),
    "slay": ("slain", "slew"),
    "meet": ("met",),
    "send": ("sent",),
    "throw": ("threw", "thrown"),
    "fall": ("fell", "fallen"),
    "die": ("dying",),
    "break": ("broke", "broken"),
    "build": ("built",),
    "withdraw": ("withdrew", "withdrawn"),
    "hold": ("held",),
    "beat": ("beaten",),
    "lay": ("laid",),
    "find": ("found",),
    "lead": ("led",),
    "gas": ("gassed", "gassing"),
    "set": ("setting",),
    "retake": ("retook", "retaken"),
    "overrun": ("overran",),
    "overthrow": ("overthrew", "overthrown"),
    "lose": ("lost",),
    "leave": ("left",),
    "give": ("gave", "given"),
    "win": ("won",),
    "drive": ("drove", "driven"),
    "bring": ("brought",),
    "catch": ("caught",),
    "hang": ("hung",),
    "run": ("ran",),
    "sink": ("sank", "sunk"),
    "sit": ("sat",),
    "sweep": ("swept",),
    "tear": ("tore", "torn"),
    "burn": ("burnt",),
    "flee": ("fled",),
    "fly": ("flew", "flown"),
    "go": ("went", "gone"),
    "bind": ("bound",),
    "keep": ("kept",),
    "make": ("made",),
    "come": ("came",),
    "draw": ("drew", "drawn"),
    "rise": ("rose", "risen"),
    "spread": ("spreading",),
    "dig": ("dug",),
}


def _forms(word: str) -> set[str]:
    """Return the inflected forms of an English verb or noun, regular ones by rule."""
    stem = word[:-1] if word.endswith("e") else word
    forms = {word, word + "s", stem + "ed", stem + "ing", word + "es", *_IRREGULAR.get(word, ())}
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if re.fullmatch(r".*[^aeiou][aeiou][bdgmnprt]", word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms


def _all_forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in _forms(word.split()[-1]))


TOLL_WORDS = {"responsibility", "lives", "toll", "martyrs", "casualties", "fatalities", "wounded"}
"""Words that tell a toll or an owning up though they are no triggers, or triggers under another lemma."""

SHORT = 3
"""Letters of a last part, as in "sit-in", that says nothing alone: there the first part does."""


def _sieve(triggers: Iterable[Trigger], nouns: Mapping[str, Any], cues: CueIndex) -> Sieve:
    alone = {w[0] for c in cues.cues if c.category is Category.BLAME and not c.beside for w in c.words} | TOLL_WORDS
    pairs: dict[frozenset[str], set[str]] = defaultdict(set)
    pairs[frozenset({"life", "soul", "souls"})] |= _all_forms(("claim", "take", "lose", "cost"))
    for trigger in triggers:
        words = {lemma[-1] if len(lemma[-1]) > SHORT else lemma[0] for lemma in trigger.lemmas}
        if trigger.subject == "explosive":
            alone |= {lemma[-1] for lemma in trigger.lemmas}
            continue
        kinds = [kind for kind in (trigger.object, trigger.subject) if kind in nouns and kind != "person"]
        needed = trigger.beside | {word for kind in kinds for word in nouns[kind]["words"]}
        needed |= {phrase.split()[-1] for kind in kinds for phrase in nouns[kind].get("phrases", ())}
        if trigger.needs_support or not needed or trigger.object == "person":
            alone |= words
        elif trigger.object == "territory":
            # What is taken may be a place by its name alone ("Rebels overran Goma").
            alone |= words - _EVERYDAY
            pairs[frozenset(needed)] |= words & _EVERYDAY
        else:
            pairs[frozenset(needed)] |= words
    return Sieve(
        alone=_all_forms(alone),
        pairs=tuple((_all_forms(pairs[needed]), _all_forms(needed)) for needed in sorted(pairs, key=sorted)),
    )


_EVERYDAY = frozenset("take clear recover free gain establish assume impose extend leave give make have hold".split())
"""Verbs of taking places that tell of much else: a sentence with one is parsed only with a noun for a place near it."""


def _speech_sieve(cues: CueIndex) -> Sieve:
    """Return the sieve for sentences in which somebody may answer for an event told beside them."""
    spoken = (Category.BLAME, Category.ADMISSION)
    words = {w[0] for c in cues.cues if c.category in spoken and not c.beside for w in c.words}
    guessed = (_all_forms(_GUESSING), _all_forms(DOERS | {"drone", "jet", "warplane", "aircraft"}))
    return Sieve(_all_forms(words | SPEECH_VERBS) | SPEECH_WORDS, (guessed,))


_GUESSING = frozenset({"believe", "think", "suspect", "presume"})
DOERS = frozenset(
    "attacker assailant gunman gunmen raider perpetrator culprit killer kidnapper abductor bomber assassin bandit "
    "militant fighter insurgent rebel shooter intruder".split()
)
"""Nouns for those who did it, whoever they are."""


SPEECH_VERBS = frozenset(
    "say tell add claim deny reject dismiss dispute confirm report announce quote insist correct revise".split()
)
"""The verbs of saying that open nine of ten statements of the dev articles: a sentence with none is not parsed for them."""

SPEECH_WORDS = frozenset(
    "said told spoke losses according denied evidence unverified independently third fourth fifth sixth seventh eighth ninth "
    "tenth".split()
)
"""Irregular forms, words of doubt about a statement, and ordinals, with which a sentence may count a series."""


@cache
def load_lexicon(language: str = "en") -> CoderLexicon:
    """Return the coder's lexicon of a language.

    Raises:
        LexiconError: A file is missing or malformed.
    """
    name = f"{language}/triggers.toml"
    table, nouns = load_toml(name), load_toml(f"{language}/nouns.toml")
    weapons, light = load_toml(f"{language}/weapons.toml"), load_toml(f"{language}/light_verbs.toml")
    cues, status = load_cues(language), load_toml(f"{language}/status.toml")
    triggers = _triggers(table, name)
    entries = {
        tuple(re.split(r"[ -]", word.lower())): WeaponEntry(e["name"], e["type"], e["rank"])
        for e in weapons["weapon"]
        for word in e["words"]
    }
    heads: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in entries:
        heads[words[-1]].append(words)
    return CoderLexicon(
        triggers=_by_last_word(triggers),
        deed_words=_deed_words(triggers),
        bases={form: lemma[-1] for t in triggers for lemma in t.lemmas for form in sorted(_forms(lemma[-1]))},
        nouns={kind: frozenset(body["words"]) for kind, body in nouns.items()},
        noun_phrases={kind: tuple(body.get("phrases", ())) for kind, body in nouns.items()},
        weapons=entries,
        weapon_heads={k: tuple(sorted(v, key=len, reverse=True)) for k, v in heads.items()},
        do_verbs=frozenset(light["do"]["verbs"]),
        undergo_verbs=frozenset(light["undergo"]["verbs"]),
        happen_verbs=frozenset(light["happen"]["verbs"]),
        cues=cues,
        saying=cues.words(Category.ATTRIBUTION, Part.VERB),
        blaming=cues.words(Category.BLAME),
        reference_verbs=cues.words(Category.REFERENCE),
        implicatives=frozenset(status["implicative"]["words"]),
        many=frozenset(status["many"]["words"]),
        not_claimants=frozenset(load_toml(f"{language}/cues.toml")["not_claimants"]["words"]),
        contrasts=frozenset(load_toml(f"{language}/cues.toml")["contrast"]["words"]),
        domains={
            name: Domain(frozenset(body["words"]), body["least"])
            for name, body in load_toml(f"{language}/domains.toml").items()
        },
        can_hold=_sieve(triggers, nouns, cues),
        can_speak=_speech_sieve(cues),
    )
