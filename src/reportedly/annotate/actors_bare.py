"""Roles without an owner (``the army``, ``rebels``, ``3 soldiers``, ``terrorists``), read by the report's country."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import Actor, ActorKind, ActorLexicon, State, make_actor
from reportedly.annotate.actors_phrases import ACTORS, CARRIERS, Phrase
from reportedly.annotate.actors_reading import Reading, class_of, is_personal
from reportedly.annotate.actors_syntax import is_definite, is_noun, is_person, says
from reportedly.annotations import Token

_SINGLE = ("group", "organization", "organisation", "movement", "network")
"""Words by which a report also calls a monitor or an outlet."""
_ADJECTIVES = ("terrorist", "takfiri", "radical", "extremist")


class BareRoles:
    """Reads ownerless phrases for one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None) -> None:
        self.lexicon = lexicon
        self.home = home
        self.civilians = lexicon.named("Civilians")
        self.unidentified = lexicon.named("Unidentified armed group")

    def rebels(self) -> Actor:
        """Return who rebels are in the report's country."""
        if self.home and self.home.rebels:
            return self.lexicon.named(self.home.rebels)
        return self.unidentified

    def read(self, phrase: Phrase, tokens: Sequence[Token]) -> Reading | None:
        """Return who a phrase without any owner is about, or ``None``."""
        acting = [n for n in phrase.nouns if n.classes & ACTORS]
        if not acting:
            return None
        last = acting[-1]
        kind = class_of(last)
        definite = is_definite(phrase, tokens, self.lexicon)
        noun = is_noun(last, tokens)
        if kind != "government" and any(n.text in ("coalition", "alliance") for n in phrase.nouns):
            return self._coalition(phrase, definite)
        strong = len(acting) > 1 or last.text not in self.lexicon.words("weak")
        strong = strong or (noun and last.text in self.lexicon.words("weak_person"))
        if kind == "civil":
            return self._civil(phrase, last, tokens) if strong else None
        if kind in ("force", "soldier", "air", "police"):
            return self._home_force(phrase, kind, strong, definite and noun)
        if kind == "rebel" or any("rebel" in n.classes for n in acting[:-1]):
            return self._rebel(phrase, last) if strong or definite or noun else None
        if kind in ("government", "claimant", "member") or not (strong or (definite and noun)):
            return None
        if last.text in _ADJECTIVES and not (noun or phrase.nouns[-1].classes & CARRIERS):
            return None
        return self._armed(phrase, acting, kind, "" if strong else "!", definite)

    def _civil(self, phrase: Phrase, last: Item, tokens: Sequence[Token]) -> Reading | None:
        if not is_person(phrase, last, tokens):
            return None
        return Reading(self._crowd(last.text), generic=True, personal=True, claims=says(last, tokens, self.lexicon))

    def _armed(self, phrase: Phrase, acting: list[Item], kind: str, must: str, definite: bool) -> Reading | None:
        """Fighters, groups and labels: by what the report named before where they are definite, else unidentified."""
        word = acting[-1].text
        label = any("label" in n.classes for n in acting)
        if word in ("patriots", "heroes"):
            return Reading(self.civilians, generic=True, label=True, personal=True)
        if "separatist" in word and self.home and self.home.separatists:
            return Reading(self.lexicon.named(self.home.separatists), generic=True, personal=True)
        unknown = any(i.text in self.lexicon.words("unknown") for i in phrase.items)
        wants = ""
        if definite and not unknown:
            wants = ("group" if word in _SINGLE else "armed") + must
            if any(i.text in self.lexicon.words("proxy_nouns") for i in phrase.items):
                wants = "proxies" + must
        if must and not wants:
            return None
        return Reading(self.unidentified, generic=True, label=label, personal=is_personal(phrase), wants=wants)

    def _crowd(self, word: str) -> Actor:
        """Protesters and rioters are Civilians by name, and of ACLED's own kinds."""
        tail = word.rpartition(" ")[2]
        if tail in ("protesters", "protester", "protestors", "protestor", "demonstrators", "demonstrator", "marchers"):
            return make_actor(self.civilians.name, ActorKind.PROTESTERS)
        if tail in ("rioters", "rioter", "mob"):
            return make_actor(self.civilians.name, ActorKind.RIOTERS)
        return self.civilians

    def _rebel(self, phrase: Phrase, last: Item) -> Reading:
        return Reading(
            self.rebels(),
            generic=True,
            personal=is_personal(phrase) or last.text in ("rebels", "rebel"),
            claims=any("claimant" in n.classes for n in phrase.nouns),
            wants="" if self.home and self.home.rebels else "armed",
        )

    def _coalition(self, phrase: Phrase, definite: bool) -> Reading | None:
        if self.home and self.home.coalition:
            wants = "coalition" if definite else ""
            return Reading(self.lexicon.named(self.home.coalition), personal=is_personal(phrase), wants=wants)
        return Reading(self.unidentified, generic=True, wants="group!") if definite else None

    def _home_force(self, phrase: Phrase, kind: str, strong: bool, definite: bool) -> Reading | None:
        personal = is_personal(phrase)
        if not strong:
            return Reading(self.unidentified, generic=True, personal=personal, wants="force!") if definite else None
        if any(i.text in ("unknown", "unidentified") for i in phrase.items):
            return Reading(self.unidentified, generic=True, personal=personal)
        if self.home is None:
            return Reading(self.lexicon.named("Government forces"), generic=True, personal=personal, wants="force")
        flown = kind == "force" and "airstrike" in phrase.nouns[-1].classes
        actor = {"air": self.home.air, "police": self.home.police}.get("air" if flown else kind, self.home.army)
        wants = "force" if kind in ("soldier", "air") else ""
        return Reading(actor, generic=True, personal=personal, wants=wants)
