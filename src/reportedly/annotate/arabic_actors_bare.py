"""Arabic roles without an owner (الجيش, الثوار, ثلاثة جنود, إرهابيون), read by the report's country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.actors_bare import BareRoles
from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import ActorLexicon, State
from reportedly.annotate.actors_phrases import ACTORS, Phrase
from reportedly.annotate.actors_reading import Reading, class_of, is_personal
from reportedly.annotate.actors_resolve import Resolver
from reportedly.annotate.actors_syntax import is_patient
from reportedly.annotate.arabic_actors_phrases import ArabicPhrase
from reportedly.annotations import Token

_ARMS = frozenset({"artillery", "tank", "tanks", "warship", "warships"})
_THEIRS = frozenset({"force", "forces", "troops", "army", "soldiers", "units"})
"""Words that with a pronoun mean the forces of who was named («قال الجيش إن قواته»)."""

_HAPPENING_IN = frozenset({"witness", "see", "know", "live", "wake", "undergo"})
"""Verbs of which a city is the subject when something happens in it."""

_COALITIONS = ("coalition", "coalitions")


class ArabicBareRoles(BareRoles):
    """Reads ownerless Arabic phrases for one report: the article and the pronoun stand on the noun."""

    def read(self, phrase: Phrase, tokens: Sequence[Token]) -> Reading | None:
        """Return who a phrase without any owner is about, or ``None``."""
        assert isinstance(phrase, ArabicPhrase)
        acting = [n for n in phrase.nouns if n.classes & ACTORS]
        if self.home and self.home.aggression and any(n.text == "aggression" for n in phrase.nouns):
            return Reading(self.lexicon.named(self.home.aggression), label=True)
        if not acting:
            return self._posts(phrase)
        kind = self._kind_of(acting)
        if kind != "government" and any(n.text in _COALITIONS for n in phrase.nouns):
            return self._coalition(phrase, True, ()) if phrase.definite else None
        hostile = self._hostile(phrase, acting, tokens)
        if hostile:
            return hostile
        if kind == "civil":
            return self._civil(phrase, acting[-1], tokens)
        if kind in ("force", "soldier", "air", "police"):
            return self._force(phrase, acting, kind, tokens)
        return self._fighting(phrase, acting, kind)

    @staticmethod
    def _kind_of(acting: Sequence[Item]) -> str:
        kind = class_of(acting[-1])
        before = [class_of(n) for n in acting[:-1]]
        if kind == "member" and before:
            kind = next((k for k in reversed(before) if k not in ("member", "government")), kind)
        if kind in ("force", "soldier", "member") and "police" in before:
            return "police"
        irregular = [k for k in before if k in ("fighter", "group", "label", "rebel")]
        return irregular[-1] if kind in ("force", "soldier") and irregular else kind

    def _certain(self, phrase: ArabicPhrase, acting: Sequence[Item]) -> bool:
        """Return whether the words mean somebody by themselves."""
        return len(acting) > 1 or acting[-1].text not in self.lexicon.words("weak")

    def _civil(self, phrase: Phrase, last: Item, tokens: Sequence[Token]) -> Reading | None:
        """Read civilians; a correspondent speaks unless something is done to him."""
        reading = super()._civil(phrase, last, tokens)
        if reading and last.text.startswith("correspondent") and not is_patient(tokens[last.last], tokens):
            return None if not reading.claims else reading
        return reading

    @staticmethod
    def _guessed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Return whether whose they are is guessed right after («طائرات يعتقد أنها»)."""
        after = next((t for t in tokens[phrase.last + 1 : phrase.last + 3] if t.pos != "PUNCT"), None)
        return after is not None and after.lemma == "believe"

    def _force(self, phrase: ArabicPhrase, acting: list[Item], kind: str, tokens: Sequence[Token]) -> Reading | None:
        if kind != "police" and self._guessed(phrase, tokens):
            return Reading(self.unidentified, generic=True, personal=is_personal(phrase)) if kind != "air" else None
        if acting[-1].text.startswith("sniper") and len(acting) == 1 and not phrase.possessed:
            # «قناص»: any side has them.
            return Reading(self.unidentified, generic=True, personal=is_personal(phrase))
        strong = self._certain(phrase, acting)
        if phrase.possessed and len(acting) == 1 and (acting[-1].text in _THEIRS or kind == "air"):
            return self._its(phrase, "air" if kind == "air" else "army", None)
        person = kind == "soldier" and not strong
        if acting[-1].text in _ARMS and tokens[phrase.root].dep != "nsubj":
            return None
        sure = strong and (phrase.definite or acting[-1].text.endswith("s"))
        if (kind == "air" and not (sure or phrase.possessed)) or (acting[-1].text == "force" and len(acting) == 1):
            return None
        reading = self._home_force(phrase, kind, strong or person, phrase.definite)
        if reading is not None and is_personal(phrase):
            reading = replace(reading, personal=True)
        return self._its(phrase, kind, reading) if phrase.possessed else reading

    def _fighting(self, phrase: ArabicPhrase, acting: list[Item], kind: str) -> Reading | None:
        """Fighters, groups, rebels and labels."""
        last, strong = acting[-1], self._certain(phrase, acting)
        if last.text == "brigade" and phrase.definite:
            return None
        if phrase.allied:
            return Reading(self.unidentified, generic=True, personal=is_personal(phrase), wants="proxies")
        if phrase.possessed and last.text in self.lexicon.words("proxy_nouns"):
            return Reading(self.unidentified, generic=True, personal=is_personal(phrase), wants="proxies")
        if phrase.possessed and kind in ("fighter", "member", "group"):
            return self._its(phrase, "", None)
        if kind == "rebel" or any("rebel" in n.classes for n in acting[:-1]):
            return self._rebel(phrase, last) if strong or phrase.definite else None
        if kind in ("government", "claimant", "member") or not (strong or phrase.definite):
            return None
        found = self._armed(phrase, acting, "" if strong else "!", phrase.definite)
        if found is not None and last.text.startswith("organization") and found.wants.startswith("group"):
            return replace(found, wants=found.wants.replace("group", "armed"))
        return found

    def _posts(self, phrase: Phrase) -> Reading | None:
        return None


class ArabicResolver(Resolver):
    """Reads Arabic phrases for one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None) -> None:
        super().__init__(lexicon, home)
        self.bare = ArabicBareRoles(lexicon, home)

    def _means_state(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Return whether a government is meant: «نظام التشغيل» is a system."""
        definite = isinstance(phrase, ArabicPhrase) and (phrase.definite or phrase.possessed)
        return (len(phrase.nouns) > 1 or definite) and super()._means_state(phrase, tokens)

    @staticmethod
    def _ceasefire(phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """No Arabic truce is called a regime."""
        return False

    def _state_alone(self, owner: Item, state: State, tokens: Sequence[Token]) -> Reading | None:
        """Read a state's bare name; a heading, a dateline and a border say where."""
        token = tokens[owner.first]
        near = {t.lemma for t in tokens[max(0, owner.first - 4) : owner.first]}
        joined = owner.first > 0 and tokens[owner.first - 1].form == "و"
        if (token.dep in ("ROOT", "dep", "appos") and not joined) or near & {"border", "crossing", "frontier"}:
            return None
        if owner.form == "metonym" and token.dep == "nsubj" and tokens[token.head].lemma in _HAPPENING_IN:
            # «شهدت بغداد مظاهرات»: the city.
            return None
        return super()._state_alone(owner, state, tokens)

    def _irregulars(self, state: State, kind: str, word: str, governed: bool, phrase: Phrase) -> Reading | None:
        """Read a state's irregulars; the gangs of an occupation are its army."""
        occupation = any(n.text == "occupation" for n in phrase.nouns)
        if occupation and word not in self.lexicon.words("proxy_nouns"):
            return Reading(state.army, label=True, personal=is_personal(phrase))
        return super()._irregulars(state, kind, word, governed, phrase)

    def _of_state(self, phrase: Phrase, owner: Item, state: State, tokens: Sequence[Token]) -> Reading | None:
        """Read a state's organ; a source in its army, and a spokesman of it, speak for the army."""
        nouns = phrase.all_nouns
        if nouns and class_of(nouns[-1]) == "claimant" and any("force" in n.classes for n in nouns[:-1]):
            return Reading(state.army, personal=True, claims=True)
        if len(nouns) == 1 and nouns[0].text == "government":
            return Reading(state.government)
        return super()._of_state(phrase, owner, state, tokens)
