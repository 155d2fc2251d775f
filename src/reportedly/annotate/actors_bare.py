"""Roles without an owner (``the army``, ``rebels``, ``3 soldiers``, ``terrorists``), read by the report's country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import Actor, ActorKind, ActorLexicon, State, make_actor
from reportedly.annotate.actors_phrases import ACTORS, CARRIERS, Phrase
from reportedly.annotate.actors_reading import Reading, class_of, is_personal
from reportedly.annotate.actors_syntax import is_definite, is_doer, is_noun, is_patient, is_person, possessor, says
from reportedly.annotations import Token

SHARED = frozenset("SY LY YE SD IQ PS UA".split())
"""Countries where several sides, or foreign armies, keep bases of their own: "a military post" may be anyone's."""
RIVAL_SKIES = frozenset("LY YE".split())
"""Countries over which rival governments or foreign air forces fly, so that bare "warplanes" name nobody."""
_IRREGULAR = frozenset({"fighter", "group", "label", "rebel"})
_OF_A_PEOPLE = frozenset({"ethnic", "minority"})
"""Words before rebels who fight for a people of their own, and are not "the rebels" of the country."""

_REBELLIOUS = ("rebel", "rebels", "opposition", "insurgent", "islamist", "jihadist")
_COALITIONS = ("coalition", "coalitions", "alliance", "alliances")
"""The plurals are what a lost apostrophe leaves ("the Coalitions airstrikes")."""
_SINGLE = ("group", "organization", "organisation", "movement", "network")
"""Words by which a report also calls a monitor or an outlet."""
_BELTED = frozenset("himself herself themselves vest vests belt detonated detonating explosives suicide blew".split())
"""Words beside which a "bomber" is a person with a bomb and no aircraft."""
_ADJECTIVES = ("terrorist", "takfiri", "radical", "extremist")


def _kind(acting: Sequence[Item]) -> str:
    """Return the class of a phrase of several nouns: ``militia forces`` fight, ``police reservists`` are police."""
    kind = class_of(acting[-1])
    before = [class_of(n) for n in acting[:-1]]
    if kind in ("force", "soldier") and "police" in before:
        return "police"
    irregular = [c for c, n in zip(before, acting, strict=False) if c in _IRREGULAR and "paramilit" not in n.text]
    if kind in ("force", "soldier") and irregular:
        return irregular[-1]
    return kind


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
        if self.home and self.home.aggression and any(n.text.endswith("aggression") for n in phrase.nouns):
            return Reading(self.lexicon.named(self.home.aggression), label=True)
        if not acting:
            return self._posts(phrase)
        kind, definite = _kind(acting), is_definite(phrase, tokens, self.lexicon)
        if kind != "government" and any(n.text in _COALITIONS for n in phrase.nouns):
            return self._coalition(phrase, definite, tokens)
        hostile = self._hostile(phrase, acting, tokens)
        if hostile:
            return hostile
        strong = self._strong(phrase, acting, tokens)
        if kind == "civil":
            return self._civil(phrase, acting[-1], tokens) if strong else None
        if kind == "air" and "civil" in {class_of(n) for n in acting[:-1]}:
            return None
        if acting[-1].text in ("bomber", "bombers") and not _BELTED.isdisjoint(t.lower for t in tokens):
            return Reading(self.unidentified, generic=True, personal=True)
        if kind in ("force", "soldier", "air", "police"):
            return self._forces(phrase, acting[-1], kind, strong, tokens)
        return self._irregular(phrase, acting, kind, strong, tokens)

    def _strong(self, phrase: Phrase, acting: list[Item], tokens: Sequence[Token]) -> bool:
        """True where the words mean somebody by themselves."""
        last = acting[-1]
        if len(acting) > 1 or last.text not in self.lexicon.words("weak"):
            return True
        post = last.text == "military" and "holding" in phrase.nouns[-1].classes
        if post and self.home and self.home.iso not in SHARED:
            return True
        return is_noun(last, tokens) and last.text in self.lexicon.words("weak_person")

    def _forces(self, phrase: Phrase, last: Item, kind: str, strong: bool, tokens: Sequence[Token]) -> Reading | None:
        """Armies, soldiers, aircraft and police: of whom ``its`` points to, else of the report's country."""
        if kind != "police" and self._guessed(phrase, tokens):
            unknown = Reading(self.unidentified, generic=True, personal=is_personal(phrase))
            return None if kind == "air" else unknown
        if self._ranked(last, tokens) and self.home:
            return Reading(self.home.army, generic=True, personal=True, wants="force")
        after = tokens[phrase.last + 1].lower if phrase.last + 1 < len(tokens) else ""
        bare = len(phrase.items) == 1 and after != "of"
        if kind == "air" and bare and self.home and self.home.iso in RIVAL_SKIES:
            return Reading(self.unidentified, generic=True, personal=is_personal(phrase), wants="force!")
        definite = is_definite(phrase, tokens, self.lexicon) and is_noun(last, tokens)
        reading = self._home_force(phrase, kind, strong, definite)
        its = possessor(phrase, tokens) and last.text != "intelligence"
        return self._its(phrase, kind, reading) if its else reading

    def _irregular(
        self, phrase: Phrase, acting: list[Item], kind: str, strong: bool, tokens: Sequence[Token]
    ) -> Reading | None:
        """Fighters, groups, rebels and labels."""
        last = acting[-1]
        definite, noun = is_definite(phrase, tokens, self.lexicon), is_noun(last, tokens)
        fights = kind in ("fighter", "member") and last.text not in self.lexicon.words("proxy_nouns")
        if fights and possessor(phrase, tokens):
            return self._its(phrase, "", None)
        if kind == "rebel" or any("rebel" in n.classes for n in acting[:-1]):
            return self._rebel(phrase, last, tokens) if strong or definite or noun else None
        if kind == "claimant" and any(n.text in ("army", "military", "police") for n in acting[:-1]):
            return self._home_force(
                phrase, "police" if acting[0].text == "police" else "force", strong=True, definite=True
            )
        if kind in ("government", "claimant", "member") or not (strong or (definite and noun)):
            return None
        if last.text in _ADJECTIVES and not (noun or phrase.nouns[-1].classes & CARRIERS):
            return None
        meant = definite and (noun or last is phrase.nouns[-1])
        return self._armed(phrase, acting, "" if strong else "!", meant)

    @staticmethod
    def _guessed(phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """True for ``jets believed to be``: whose they are is told as a guess, so not the home army's."""
        words = (t.lower for t in tokens[phrase.last + 1 : phrase.last + 3] if t.pos != "PUNCT" and t.text != '"')
        after = next(words, "")
        return after in ("believed", "thought", "presumed", "suspected", "alleged")

    def _ranked(self, last: Item, tokens: Sequence[Token]) -> bool:
        """True for ``Colonel`` in ``killed Colonel Adam Bello``."""
        if not tokens or last.text not in self.lexicon.words("ranks"):
            return False
        token = tokens[last.last]
        return tokens[token.head].pos == "PROPN" and token.head > last.last and is_patient(tokens[token.head], tokens)

    def _posts(self, phrase: Phrase) -> Reading | None:
        """``a military base``: the country's army keeps it, where one army alone is at home."""
        kept = phrase.nouns and phrase.nouns[0].text.startswith(("military ", "army "))
        if not kept or self.home is None or self.home.iso in SHARED:
            return None
        return Reading(self.home.army, generic=True)

    def _its(self, phrase: Phrase, organ: str, reading: Reading | None) -> Reading:
        """``its aircraft``: whose they are, the words before tell."""
        if reading is None:
            return Reading(self.unidentified, generic=True, personal=is_personal(phrase), wants="owner!", organ=organ)
        return replace(reading, wants="owner" if not reading.wants.endswith("!") else "owner!", organ=organ)

    def _hostile(self, phrase: Phrase, acting: list[Item], tokens: Sequence[Token]) -> Reading | None:
        """``the occupation``, ``the enemy``, ``the aggression``, ``the coup militia``: known by the country's war."""
        word = acting[0].text
        if self.home and self.home.coup and word.startswith("coup "):
            return Reading(self.lexicon.named(self.home.coup), label=True, personal=is_personal(phrase))
        if self.home and self.home.resistance and word.startswith("resistance"):
            actor = self.lexicon.named(self.home.resistance)
            bare = len(acting) == 1 and word == "resistance"
            return None if bare and not self._acts(acting[0], tokens) else Reading(actor, personal=is_personal(phrase))
        if self.home and self.home.coalition and "crusader" in word:
            return Reading(self.lexicon.named(self.home.coalition), label=True)
        stem = word.partition(" ")[0]
        if stem not in self.lexicon.words("hostile"):
            return None
        alone = len(phrase.nouns) == 1 and word in ("occupation", "enemy")
        if alone and not self._acts(acting[0], tokens):
            return None
        organ = "air" if any(n.classes & {"air", "airstrike"} for n in phrase.nouns) else "army"
        foe = self.lexicon.state(self.home.occupier) if self.home else None
        if foe:
            actor = foe.air if organ == "air" else foe.army
            return Reading(actor, label=True, personal=is_personal(phrase), wants="occupier", organ=organ)
        must = "!" if alone else ""
        return Reading(
            self.unidentified,
            generic=True,
            label=True,
            personal=is_personal(phrase),
            wants=f"occupier{must}",
            organ=organ,
        )

    @staticmethod
    def _acts(item: Item, tokens: Sequence[Token]) -> bool:
        """True where ``the occupation`` does something or owns something: the word is no event there."""
        after = tokens[item.last + 1] if item.last + 1 < len(tokens) else None
        # An *of* that Arabic leaves out may belong to the deed («استهداف الاحتلال المخيم»).
        if not tokens or (after and after.lower == "of" and (after.start < after.end or after.head == item.last)):
            return False
        token = tokens[item.last]
        agent = token.dep == "pobj" and tokens[token.head].lower in ("by", "against", "from")
        return (
            agent
            or token.dep in ("nsubj", "poss", "compound", "amod")
            or (token.dep == "dobj" and item.text == "enemy")
        )

    def _civil(self, phrase: Phrase, last: Item, tokens: Sequence[Token]) -> Reading | None:
        if not is_person(phrase, last, tokens):
            return None
        before = tokens[phrase.first - 1].lower if tokens and phrase.first else ""
        if tokens and (last.glued or tokens[last.last].text.lower().startswith(("al-", "el-"))) and last.capital:
            return None
        if last.text == "men" and before in ("his", "its", "their"):
            return None
        texts = {i.text for i in phrase.items}
        if last.text in self.lexicon.words("anyone"):
            hidden = bool(texts & self.lexicon.words("hidden")) and not (
                tokens and is_patient(tokens[last.last], tokens) and not texts & {"armed", "masked", "hooded"}
            )
            if hidden or self._violent(last, tokens):
                return Reading(self.unidentified, generic=True, personal=True)
        unseen = texts & self.lexicon.words("hidden") or last.text in self.lexicon.words("herders")
        if unseen and self._violent(last, tokens):
            return Reading(self.unidentified, generic=True, personal=True)
        return Reading(self._crowd(last.text), generic=True, personal=True, claims=says(last, tokens, self.lexicon))

    def _violent(self, last: Item, tokens: Sequence[Token]) -> bool:
        return bool(tokens) and is_doer(tokens[last.last], tokens, self.lexicon.words("violent_verbs"))

    def _armed(self, phrase: Phrase, acting: list[Item], must: str, definite: bool) -> Reading | None:
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

    def _rebel(self, phrase: Phrase, last: Item, tokens: Sequence[Token] = ()) -> Reading:
        before = {t.lower for t in tokens[max(0, phrase.first - 1) : phrase.last]}
        return Reading(
            self.rebels() if before.isdisjoint(_OF_A_PEOPLE) else self.unidentified,
            generic=True,
            personal=is_personal(phrase) or last.text in ("rebels", "rebel"),
            claims=any("claimant" in n.classes for n in phrase.nouns),
            wants="" if self.home and self.home.rebels else "armed",
        )

    def _coalition(self, phrase: Phrase, definite: bool, tokens: Sequence[Token]) -> Reading | None:
        """``the coalition`` is the one of the country's war; ``a coalition of groups`` is who it is made of."""
        noun = next(n for n in phrase.nouns if n.text in _COALITIONS)
        after = tokens[noun.last + 1].lower if noun.last + 1 < len(tokens) else ""
        if after in ("of", "between", "among"):
            return None
        alone = noun is phrase.nouns[-1]
        before = tokens[phrase.first - 1].lower if tokens and phrase.first else ""
        if before in ("rebel", "opposition") or any(i.text in _REBELLIOUS for i in phrase.items):
            return self._rebel_coalition()
        indefinite = alone and before in ("a", "an", "another", "new", "this")
        if self.home and self.home.coalition and noun.text.startswith("coalition") and not indefinite:
            wants = "coalition" if definite else ""
            return Reading(self.lexicon.named(self.home.coalition), personal=is_personal(phrase), wants=wants)
        armed = len([n for n in phrase.nouns if n.classes & ACTORS]) > 1 or any(
            i.text in ("jihadist", "islamist", "militant", "rebel", "armed", "extremist") for i in phrase.items
        )
        if indefinite:
            return Reading(self.unidentified, generic=True) if armed else None
        return Reading(self.unidentified, generic=True, wants="group!") if definite else None

    def _rebel_coalition(self) -> Reading:
        """Return who ``the rebel coalition`` is: the rebels of the country's war, not those who bomb it."""
        rebels = self.home.rebels if self.home else ""
        return Reading(self.lexicon.named(rebels) if rebels else self.unidentified, generic=True)

    def _home_force(self, phrase: Phrase, kind: str, strong: bool, definite: bool) -> Reading | None:
        personal = is_personal(phrase)
        if not strong:
            return Reading(self.unidentified, generic=True, personal=personal, wants="force!") if definite else None
        if any(i.text in ("unknown", "unidentified") for i in phrase.items):
            return Reading(self.unidentified, generic=True, personal=personal)
        if self.home is None:
            return Reading(self.lexicon.named("Government forces"), generic=True, personal=personal, wants="force")
        flown = kind == "force" and "airstrike" in phrase.nouns[-1].classes
        home = self.lexicon.state(self.home.armed_by) if kind != "police" else None
        home = home or self.home
        actor = {"air": home.air, "police": home.police}.get("air" if flown else kind, home.army)
        wants = "force" if kind in ("soldier", "air") else ""
        return Reading(actor, generic=True, personal=personal, wants=wants)
