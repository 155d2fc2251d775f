"""The Arabic sense lexicon: well formed, unambiguous where it says so, and in the words that the English coder knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from reportedly.annotate.arabic import parse_one
from reportedly.annotate.arabic_lexicon import load_arabic
from reportedly.annotate.arabic_text import form
from reportedly.codebook import SUB_EVENT_TYPES
from reportedly.resources import load_toml

VERBS: list[dict[str, Any]] = load_toml("ar/verbs.toml")["verb"]
NOUNS: list[dict[str, Any]] = load_toml("ar/nouns.toml")["noun"]
PHRASES: list[dict[str, Any]] = load_toml("ar/phrases.toml")["phrase"]

KEYS = {
    "verb": "sense past present stems forms participles masdar masdar_plural noun passive voice object to_person also",
    "noun": "sense forms plural sound feminine pos also",
    "phrase": "sense words pos present number object owner gap also",
}
POS = {"noun", "adj", "adv", "propn", "verb", "prep"}
PREPOSITIONS = {"عن", "علي", "الي", "ب", "ل", "من", "في"}
MIN_KNOWN_VERBS = 0.65
"""Share of verb senses that an English lexicon names: 0.67 when measured; the rest are words that tell no event."""
MIN_READ = 0.95
"""Share of the entries whose example the analyser reads in the sense of the entry."""


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from (("verb", e) for e in VERBS)
    yield from (("noun", e) for e in NOUNS)
    yield from (("phrase", e) for e in PHRASES)


def _written(kind: str, entry: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield part of speech, spelling and sense of what an entry lists."""
    if kind == "verb":
        for key in ("past", "passive", "forms", "participles"):
            yield from (("verb", form(w), entry["sense"]) for w in entry.get(key, ()))
        for key in ("masdar", "masdar_plural"):
            yield from (("noun", form(w), entry["noun"]) for w in entry.get(key, ()))
        return
    for key in ("forms", "plural", "words"):
        yield from ((entry.get("pos", "noun"), form(w), entry["sense"]) for w in entry.get(key, ()))


def _english() -> set[str]:
    """Return the lemmas that an English lexicon names."""
    found: set[str] = set()
    for trigger in load_toml("en/triggers.toml")["trigger"]:
        found |= set(trigger["lemmas"]) | set(trigger.get("with", ()))
    for name in ("cues", "status"):
        body = load_toml(f"en/{name}.toml")
        found |= {w for cue in body["cue"] for w in (*cue["words"], *cue.get("beside", ()))}
    found |= {w for body in load_toml("en/light_verbs.toml").values() for w in body["verbs"]}
    found |= set(load_toml("en/status.toml")["implicative"]["words"])
    for body in load_toml("en/nouns.toml").values():
        found |= set(body["words"]) | set(body.get("phrases", ()))
    return found | {w for e in load_toml("en/weapons.toml")["weapon"] for w in e["words"]}


def _senses() -> set[str]:
    return {e["sense"] for _, e in _entries()} | {e["noun"] for e in VERBS if "noun" in e}


def test_entries_have_known_keys() -> None:
    for kind, entry in _entries():
        assert set(entry) <= {*KEYS[kind].split(), "example", "counter"}, entry
        assert entry["sense"], entry
        assert entry["example"], entry
        assert entry.get("pos", "noun") in POS, entry
        assert {form(p) for p in entry.get("object", ())} <= PREPOSITIONS, entry
        assert ("masdar" in entry or "masdar_plural" in entry) == ("noun" in entry), entry


def test_a_spelling_has_one_sense_unless_marked() -> None:
    found: dict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
    for kind, entry in _entries():
        for pos, spelling, sense in _written(kind, entry):
            found[pos, spelling].append((sense, entry.get("also", False)))
    twice = {
        key: entries
        for key, entries in found.items()
        if any(sense != entries[0][0] and not also for sense, also in entries[1:])
    }
    assert not twice


def test_the_example_has_a_form_of_the_entry() -> None:
    for kind, entry in _entries():
        words = form(entry["example"]).replace("ة", "ت")
        joined = words.replace("وال", " و ال").replace("لل", "ل ال")
        bases = [spelling for _, spelling, _ in _written(kind, entry)]
        bases += [form(w)[1:] for w in entry.get("present", ())]
        assert any(all(_within(part, words, joined) for part in base.split()) for base in bases), entry


def _within(part: str, *texts: str) -> bool:
    stem = part.replace("ة", "ت")
    return any(s and s in text for text in texts for s in (stem, stem[:-1] if stem[-1] in "يا" else stem))


def test_every_sub_event_type_has_words() -> None:
    senses = _senses()
    told = {t["type"] for t in load_toml("en/triggers.toml")["trigger"] if senses & set(t["lemmas"])}
    told |= {w["type"] for w in load_toml("en/weapons.toml")["weapon"] if senses & set(w["words"])}
    settled = {"Excessive force against protesters"}  # told by a deed done to protesters, in English too
    assert set(SUB_EVENT_TYPES) - told - settled == set()


def test_senses_are_words_of_the_english_lexicons() -> None:
    english = _english()
    first = [e["sense"] for e in VERBS if not e.get("also")]
    known = [s for s in first if s in english or s.split()[0] in english]
    assert len(known) / len(first) >= MIN_KNOWN_VERBS


@pytest.mark.parametrize(
    ("word", "sense", "cat"),
    [
        ("قصفت", "shell", "verb"),
        ("اصيب", "injure", "verb"),
        ("استعيدت", "retake", "verb"),
        ("بدات", "start", "verb"),
        ("مشيرا", "indicate", "verb"),
        ("اشتباكات", "clash", "noun"),
        ("مدنيين", "civilian", "noun"),
        ("قتلي", "dead", "noun"),
        ("مدفعي", "artillery", "adj"),
    ],
)
def test_forms_have_their_senses(word: str, sense: str, cat: str) -> None:
    assert (sense, cat) in {(a.sense, a.cat) for a in load_arabic().words[word]}


def test_examples_are_read_in_the_sense_of_the_entry() -> None:
    missed = []
    entries = [(kind, e) for kind, e in _entries() if not e.get("also")]
    for kind, entry in entries:
        wanted = {entry["sense"].split()[0 if "verb" in (kind, entry.get("pos")) else -1]}
        wanted |= {entry["noun"].split()[-1]} if "noun" in entry else set()
        if wanted.isdisjoint(token.lemma for token in parse_one(entry["example"], 0)):
            missed.append((entry["sense"], entry["example"]))
    assert len(missed) <= (1 - MIN_READ) * len(entries), missed
