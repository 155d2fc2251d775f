"""From a phrase to the neutral actor: the rules by which composed names, bare roles and labels are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.actors_bare import BareRoles
from reportedly.annotate.actors_home import INTERVENERS
from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import Actor, ActorKind, ActorLexicon, State, make_actor, slug
from reportedly.annotate.actors_phrases import ACTORS, CARRIERS, Phrase
from reportedly.annotate.actors_reading import Reading, class_of, is_personal, short_name
from reportedly.annotate.actors_syntax import is_doer, is_patient, is_person, is_place, is_town, lead_of
from reportedly.annotations import Token

LINKED = frozenset({"linked", "affiliated", "aligned", "inspired", "related", "associated", "loyal", "allied"})
_HELD_BY_FIGHTERS = frozenset(
    "position positions post posts outpost outposts checkpoint checkpoints convoy convoys column columns barracks bunker "
    "bunkers trenches dugouts fortifications headquarters hideout hideouts stronghold strongholds patrol patrols".split()
)
"""What only the fighters of a people hold ("Kurdish positions")."""
_FAITHFUL = frozenset("christians muslims yazidis yezidis hindus sikhs copts jews buddhists ahmadis animists".split())
"""People named by their creed alone, who do not fight under that name."""
_TRIBE = ("tribesmen", "tribes", "clans")
_LEADERS = {"Global Coalition against Daesh": ("US",), "Saudi-led coalition": ("SA",), "NATO": ("US",)}
"""Who leads a country's coalition: ``US-led air strikes`` are the coalition's."""
_METONYM_FORCES = frozenset({"forces", "army", "troops", "military", "armed forces"})


_FROM_THE_AIR = frozenset({"IL", "US", "GB", "FR", "SA", "AE", "TR"})
"""States whose plain ``aggression`` outlets mean air raids by."""


_FALLING = frozenset("hit strike fall land rain pound crash smash slam tear pummel".split())
"""Verbs of bombs from the air: "Afghan bombs" that kill were laid in Afghanistan."""


def _flies(noun: Item) -> bool:
    """Return True for what only an air force does; an army's ``bombing`` may be shelling."""
    return "air" in noun.classes or ("airstrike" in noun.classes and noun.text.startswith(("air", "aerial", "barrel")))


def _state_kind(acting: list[Item]) -> tuple[str, list[Item]]:
    """Return the class of a state's nouns with the telling one last (``a unit of the forces``, ``police colonel``)."""
    if class_of(acting[-1]) == "member" and any(class_of(n) not in ("member", "government") for n in acting):
        acting = sorted(acting, key=lambda n: class_of(n) != "member")
    kinds = [class_of(n) for n in acting]
    kind = kinds[-1]
    if kind in ("soldier", "force") and "police" in kinds[:-1]:
        kind = "police"
    if "rebel" in kinds[:-1] and kind != "civil":
        kind = "rebel"
    return kind, acting


_BODIES_OF_TROOPS = frozenset({"unit", "units", "detachment", "detachments", "squad", "squads"})
"""Words for members that, of a state, are its army's ("an Israeli unit")."""


def _accused(token: Token, verb: Token) -> bool:
    """True for the capital in ``blamed Kyiv``, which stands for its government."""
    return token.dep == "dobj" and verb.lemma in ("blame", "accuse")


class Resolver:
    """Reads phrases for one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None) -> None:
        self.lexicon = lexicon
        self.home = home
        self.bare = BareRoles(lexicon, home)
        self.civilians = lexicon.named("Civilians")
        self.unidentified = lexicon.named("Unidentified armed group")

    def read(self, phrase: Phrase, tokens: Sequence[Token]) -> Reading | None:
        """Return who the phrase is about, or ``None`` where it is about nobody."""
        if phrase.backers:
            return self._backed(phrase)
        owner = phrase.owner
        if owner is None:
            if phrase.nouns and "government" in phrase.nouns[0].classes and self._means_state(phrase, tokens):
                return self._of_home(phrase, tokens)
            return self.bare.read(phrase, tokens)
        if owner.kind == "name" and owner.actor:
            return self._named(phrase, owner.actor, tokens)
        if owner.kind == "unit":
            army = self.home.army if self.home else self.lexicon.named("Government forces")
            return Reading(army, generic=self.home is None, personal=is_personal(phrase))
        if owner.kind == "ethnic":
            return self._ethnic(phrase, owner, tokens)
        if owner.state is None:
            return None
        if phrase.modifier:
            return Reading(owner.state.army)
        return self._of_state(phrase, owner, owner.state, tokens)

    # Named actors

    def _speaks(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """True for offices and sources, and for an actor's officials and activists save where something hits them."""
        last = phrase.nouns[-1] if phrase.nouns else None
        if last is None or not (class_of(last) == "claimant" or last.text in self.lexicon.words("tellers")):
            return False
        if last.text not in self.lexicon.words("speaking_persons") or not tokens:
            return True
        return not is_patient(tokens[last.last], tokens)

    def _named(self, phrase: Phrase, actor: Actor, tokens: Sequence[Token]) -> Reading | None:
        words = {n.text for n in phrase.nouns}
        if words & self.lexicon.words("families"):
            return Reading(self.civilians, generic=True, personal=True)
        claims = actor.claimant or self._speaks(phrase, tokens)
        label = any("label" in n.classes for n in (*phrase.nouns, *phrase.before))
        state = self.lexicon.state(next(iter(actor.countries), None))
        last = phrase.nouns[-1] if phrase.nouns else None
        if state and last and actor.name == state.army.name and _flies(last):
            return Reading(state.air)
        return Reading(actor, label=label, personal=is_personal(phrase), claims=claims)

    # Backed, led, pro

    def _backed(self, phrase: Phrase) -> Reading | None:
        backer, how = phrase.backers[-1]
        if phrase.owner and phrase.owner.kind in ("name", "unit"):
            return self.read(replace(phrase, backers=()), ())
        classes = {class_of(n) for n in phrase.nouns}
        if "civil" in classes and how != "loyal":
            return Reading(self.civilians, generic=True, personal=True)
        state, text = self._backing_state(backer), backer.text
        personal = is_personal(phrase)
        label = any("label" in n.classes for n in phrase.nouns)
        if backer.kind == "word" and backer.classes & {"rebel"}:
            return Reading(self.bare.rebels(), generic=True, personal=personal, claims="claimant" in classes)
        if how == "led":
            return self._led(phrase, backer, state)
        if backer.actor:
            # "Pro-Iranian militias" are Iran's own militias, which are backed already.
            near = how in LINKED or "-backed" in backer.actor.name
            actor = backer.actor if near else make_actor(f"{backer.actor.name}-backed forces", ActorKind.REBEL)
            return Reading(actor, personal=personal, label=label)
        if state is None:
            return Reading(self.unidentified, generic=True, personal=personal) if phrase.nouns and text else None
        if "government" in classes and how != "pro" and not classes & {"force", "fighter", "group"}:
            return self._of_home(phrase, ())
        claims = classes <= {"claimant"} and bool(classes)
        own = backer.kind == "word" or backer.form == "leader" or self._at_home(state)
        own = own and "rebel" not in classes
        return Reading(self._proxies(state, own), personal=personal, label=label, claims=claims)

    def proxies_of(self, state: State) -> Actor:
        """Return the neutral name of those whom a state backs."""
        return self._proxies(state, self._at_home(state))

    def _at_home(self, state: State) -> bool:
        """True where a state's allies are its own militias, not those that it keeps abroad."""
        return self.home is not None and state.iso == self.home.iso and not state.proxies

    def _backing_state(self, backer: Item) -> State | None:
        if backer.state:
            return backer.state
        if backer.text == "regime" and self.home and self.home.regime:
            return self.lexicon.state(self.home.regime)
        return self.home if backer.classes & {"government", "label"} else None

    def _proxies(self, state: State, own: bool) -> Actor:
        if own:
            return self.lexicon.named("Pro-government forces")
        name = state.proxies or f"{short_name(state)}-backed forces"
        return self.lexicon.get(slug(name)) or make_actor(name, ActorKind.REBEL)

    def _led(self, phrase: Phrase, backer: Item, state: State | None) -> Reading | None:
        personal = is_personal(phrase)
        if backer.kind == "ethnic" and backer.text.startswith("kurd") and self.home and self.home.kurdish_led:
            return Reading(self.lexicon.named(self.home.kurdish_led), personal=personal)
        if state and any(n.text in ("coalition", "alliance") for n in phrase.nouns):
            if state.iso == "US":
                return Reading(self.lexicon.named("Global Coalition against Daesh"), personal=personal)
            return Reading(make_actor(f"{short_name(state)}-led coalition", ActorKind.EXTERNAL), personal=personal)
        if state and phrase.nouns:
            flown = any(n.classes & {"airstrike", "air"} for n in phrase.nouns)
            if flown and self.home and self.home.coalition and state.iso in _LEADERS.get(self.home.coalition, ()):
                return Reading(self.lexicon.named(self.home.coalition))
            return Reading(state.army, personal=personal)
        return Reading(self.unidentified, generic=True, personal=personal) if phrase.nouns else None

    # Peoples

    def _ethnic(self, phrase: Phrase, owner: Item, tokens: Sequence[Token]) -> Reading | None:
        classes = {class_of(n) for n in phrase.all_nouns if not n.classes <= CARRIERS}
        armed = classes & {"force", "fighter", "group", "soldier", "rebel", "label", "member", "police"}
        if "civil" in classes and not armed:
            return self._civilians(owner, phrase.all_nouns[-1], tokens)
        kurdish = owner.text.startswith("kurd")
        armed = armed or {n.text for n in phrase.all_nouns} & _HELD_BY_FIGHTERS
        if owner.text in ("sunni", "arab", "christian") and armed:
            insurgent = "rebel" in classes or any(n.text.startswith("insurgent") for n in phrase.nouns)
            return Reading(
                self.bare.rebels() if insurgent else self.unidentified, generic=True, personal=is_personal(phrase)
            )
        if not armed and "claimant" not in classes:
            if any(i.text in _TRIBE for i in phrase.items):
                return Reading(make_actor("Tribal fighters", ActorKind.IDENTITY), personal=True)
            if not phrase.all_nouns and owner.text in _FAITHFUL:
                return Reading(self.bare.civilians, generic=True, personal=True)
            return None
        if kurdish:
            actor = self.lexicon.named("Kurdish armed groups")
        elif owner.text.startswith(("shi", "shia")) and self.home and self.home.iso in ("SY", "IQ"):
            actor = self.lexicon.named("Iran-backed militias")
        else:
            base = (
                "Tribal"
                if owner.text in ("tribal", "clan", "clans", "tribe", "tribes", "communal", "tribesmen")
                else owner.text.title()
            )
            actor = make_actor("Tribal fighters" if base == "Tribal" else f"{base} militia", ActorKind.IDENTITY)
        return Reading(actor, personal=is_personal(phrase), claims=not armed)

    # States

    def _of_home(self, phrase: Phrase, tokens: Sequence[Token]) -> Reading | None:
        home = self._ruled(phrase)
        if home is None:
            nouns = [n for n in phrase.all_nouns if n.classes & ACTORS]
            if len(nouns) < 2:
                return None
            return Reading(self.lexicon.named("Government forces"), generic=True, personal=is_personal(phrase))
        owner = Item("state", phrase.first, phrase.first, "", state=home, form="adjective")
        return self._of_state(phrase, owner, home, tokens)

    def _ruled(self, phrase: Phrase) -> State | None:
        """Return whose government is meant: ``the regime`` is a neighbour's in reports about some countries."""
        regime = any(i.text == "regime" for i in phrase.items)
        return (self.lexicon.state(self.home.regime) if self.home and regime else None) or self.home

    def _of_state(self, phrase: Phrase, owner: Item, state: State, tokens: Sequence[Token]) -> Reading | None:
        nouns = phrase.all_nouns
        if not nouns:
            return self._state_alone(owner, state, tokens)
        acting = [
            n
            for n in nouns
            if n.classes & ACTORS
            and not (n.classes & CARRIERS and n is nouns[-1] and len(nouns) > 1 and not n.classes & {"force", "air"})
        ]
        if not acting:
            where = owner.form == "noun" and state == self.home and state.iso not in INTERVENERS
            return None if owner.form == "metonym" or where else self._carried(phrase, state, nouns[-1], tokens)
        kind, acting = _state_kind(acting)
        word = acting[-1].text
        if owner.form == "metonym" and (kind not in ("government", "claimant") and word not in _METONYM_FORCES):
            return None
        governed = any("government" in n.classes for n in acting[:-1]) or any(
            i.text in ("government", "regime") for i in phrase.items[:-1]
        )
        if nouns[-1].classes & CARRIERS and nouns[-1] not in acting and kind == "government":
            return self._carried(phrase, state, nouns[-1], tokens)
        if word in ("remnants", "holdouts") and governed and state.militias:
            return Reading(self.lexicon.named(state.militias), label=True, personal=True)
        if kind in ("soldier", "force", "air", "police", "member"):
            label = any("label" in n.classes and n.text not in ("resistance",) for n in acting)
            return self._armed_organ(state, kind, label, phrase, governed)
        if kind == "claimant":
            claims = self._speaks(phrase, tokens)
            return Reading(state.government, claims=claims, personal=word.endswith(("officials", "official")))
        if kind == "government":
            return self._government(state, tokens, len(nouns) == 1)
        if kind == "civil":
            person = is_person(phrase, acting[-1], tokens)
            return self._civilians(owner, acting[-1], tokens) if person else None
        return self._irregulars(state, kind, word, governed or owner.form == "leader", phrase)

    @staticmethod
    def _armed_organ(state: State, kind: str, label: bool, phrase: Phrase, governed: bool) -> Reading | None:
        personal = is_personal(phrase)
        if kind == "air":
            return Reading(state.air, label=label)
        if kind == "police":
            return Reading(state.police, personal=personal)
        if kind == "member" and not governed and not any(n.text in _BODIES_OF_TROOPS for n in phrase.all_nouns):
            return None
        return Reading(state.army, personal=personal or kind == "member", label=label)

    def _civilians(self, owner: Item, last: Item, tokens: Sequence[Token]) -> Reading:
        """A people's own; ``herdsmen`` of a people who do violence are its militia."""
        rough = self.lexicon.words("herders") | self.lexicon.words("clansmen")
        herders = bool(tokens) and last.text in rough and owner.kind == "ethnic"
        if herders and is_doer(tokens[last.last], tokens, self.lexicon.words("violent_verbs")):
            return Reading(make_actor(f"{owner.text.title()} militia", ActorKind.IDENTITY), personal=True)
        return Reading(self.civilians, generic=True, personal=True)

    def _irregulars(self, state: State, kind: str, word: str, governed: bool, phrase: Phrase) -> Reading | None:
        personal = is_personal(phrase)
        if state.mercenaries and word.startswith("mercenar"):
            return Reading(self.lexicon.named(state.mercenaries), label=True, personal=personal)
        if word in self.lexicon.words("proxy_nouns"):
            return Reading(
                self.proxies_of(state),
                label=kind == "label",
                personal=personal,
            )
        if kind == "label":
            return self._labelled(state, word, personal)
        if word in ("militia", "militias", "loyalists", "loyalist", "paramilitaries", "militiamen"):
            if state.militias:
                return Reading(self.lexicon.named(state.militias), personal=personal)
            if governed:
                return Reading(state.army, personal=personal, label=True)
            return Reading(make_actor(f"{state.adjective} militias", ActorKind.POLITICAL), personal=personal)
        if kind == "rebel" or word in ("insurgents", "guerrillas"):
            actor = (
                self.lexicon.named(state.rebels)
                if state.rebels
                else make_actor(f"{state.adjective} rebels", ActorKind.REBEL)
            )
            return Reading(actor, generic=True, personal=personal)
        if governed:
            return Reading(state.army, personal=personal)
        if state.iso == "PS":
            return Reading(self.lexicon.named("Palestinian armed groups"), personal=personal)
        if kind == "group" and word in self.lexicon.words("weak"):
            return None
        return Reading(self.unidentified, generic=True, personal=personal)

    def _labelled(self, state: State, word: str, personal: bool) -> Reading:
        """A state's name before a loaded word: ``American illegals`` are its army, ``Omani terrorists`` nobody's."""
        if word.startswith("resist") and state.resistance:
            return Reading(self.lexicon.named(state.resistance), personal=personal)
        if word == "agents":
            return Reading(state.government, label=True, personal=True)
        if word.startswith(("terror", "takfir", "resist", "patriot", "hero")):
            return Reading(self.unidentified, generic=True, label=True, personal=word.endswith("s"))
        people = word in ("illegals", "invaders", "occupiers", "savages", "thugs")
        return Reading(state.army, label=True, personal=people)

    def _carried(self, phrase: Phrase, state: State, noun: Item, tokens: Sequence[Token]) -> Reading | None:
        if noun.text == "bombs" and _FALLING.isdisjoint(t.lemma for t in tokens[phrase.last :]):
            return None
        if "aggression" in noun.text and self.home and self.home.aggression and state.iso in ("SA", "AE"):
            return Reading(self.lexicon.named(self.home.aggression), label=True)
        if "airstrike" in noun.classes:
            return Reading(state.army if noun.text == "aggression" and state.iso not in _FROM_THE_AIR else state.air)
        if "drone" in noun.classes:
            return Reading(state.government if state.iso == "IR" else state.army, weapon_owner=True)
        if "attack" in noun.classes:
            return Reading(state.army)
        if "diplomacy" in noun.classes:
            return Reading(state.government)
        military = any(i.text in ("military", "army", "occupation", "forces") for i in phrase.items)
        driven = noun.text in ("vehicle", "vehicles") and state.iso == "PS"  # A state with no army drives none.
        if (driven or noun.text in self.lexicon.words("civil_holding")) and not military:
            return None
        return Reading(state.army)

    def _government(self, state: State, tokens: Sequence[Token], alone: bool) -> Reading:
        words = {t.lower for t in tokens}
        ground = words & self.lexicon.words("ground_words")
        if alone and ground and not words & self.lexicon.words("air_words"):
            return Reading(state.army, metonym=True)
        return Reading(state.government)

    def _means_state(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        word = phrase.nouns[0]
        if len(phrase.nouns) > 1 or word.text in ("government", "regime", "authorities"):
            before = tokens[phrase.first - 1].lower if 0 < phrase.first <= len(tokens) else ""
            return before not in ("ceasefire", "sanctions", "new", "local") and not self._ceasefire(phrase, tokens)
        return False

    @staticmethod
    def _ceasefire(phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """``the ceasefire regime`` is a state of affairs."""
        return (
            bool(tokens)
            and phrase.first > 0
            and tokens[phrase.first - 1].lower in ("fire", "cessation", "truce", "silence", "visa", "legal")
        )

    def _state_alone(self, owner: Item, state: State, tokens: Sequence[Token]) -> Reading | None:
        if not tokens or owner.form == "leader":
            return None
        if owner.form == "plural":
            return self._people(owner, state, tokens)
        if owner.form == "adjective":
            return self._one_of_people(owner, tokens)
        labels = owner.last + 1 < len(tokens) and tokens[owner.last + 1].text == ":"
        if labels and owner.first == 1 and tokens[0].text == "#":
            return None
        if owner.first == 0 and labels:
            return Reading(state.government, metonym=True, claims=True)
        token = tokens[owner.last]
        governor = tokens[token.head]
        if token.dep in ("nsubj", "dobj", "appos", "conj", "ROOT") or (
            token.dep == "pobj" and governor.lower in ("by", "against", "with", "between", "and")
        ):
            if (
                self._heads_a_line(owner, tokens)
                or is_place(owner, tokens)
                or (
                    owner.form == "metonym"
                    and not _accused(token, governor)
                    and (token.dep != "nsubj" or is_town(owner, tokens))
                )
            ):
                return None
            if is_doer(token, tokens, self.lexicon.words("military_verbs")) or self._struck(token, tokens):
                air = {t.lower for t in tokens} & self.lexicon.words("air_words")
                return Reading(state.air if air or state.iso == "IL" else state.army, metonym=True)
            return Reading(state.government, metonym=True)
        return None

    @staticmethod
    def _heads_a_line(owner: Item, tokens: Sequence[Token]) -> bool:
        """True for ``Chad: two die in blast`` and ``#Chad``, which say where."""
        if tokens[owner.last].dep not in ("ROOT", "dep", "appos"):
            return False
        after = tokens[owner.last + 1].text if owner.last + 1 < len(tokens) else ""
        return after in (":", "|", "-", "–") or (owner.first > 0 and tokens[owner.first - 1].text == "#")

    def _struck(self, token: Token, tokens: Sequence[Token]) -> bool:
        """True for ``a strike by Chad``."""
        lead = lead_of(token, tokens)
        by = tokens[lead.head]
        if lead.dep != "pobj" or by.lower != "by":
            return False
        deed = tokens[by.head].lower
        return deed in self.lexicon.words("class attack") or deed in self.lexicon.words("class airstrike")

    def _people(self, owner: Item, state: State, tokens: Sequence[Token]) -> Reading:
        """``The Russians advanced`` is their army; other people of a nation are civilians (a victim, a crowd)."""
        token = tokens[owner.last]
        before = tokens[owner.first - 1].lower if owner.first else ""
        fights = is_doer(token, tokens, self.lexicon.words("military_verbs") | self.lexicon.words("people_fight"))
        if fights and (before == "the" or (state.iso not in ("PS", "IL") and not self._counted(owner, tokens))):
            return Reading(state.army, metonym=True, personal=True)
        return Reading(self.civilians, generic=True, personal=True)

    @staticmethod
    def _counted(owner: Item, tokens: Sequence[Token]) -> bool:
        """True for ``two Turks``, who are persons."""
        return owner.first > 0 and (tokens[owner.first - 1].pos == "NUM" or tokens[owner.first - 1].tag == "CD")

    def _one_of_people(self, owner: Item, tokens: Sequence[Token]) -> Reading | None:
        """``an Egyptian``, ``two Lebanese``: a person."""
        token = tokens[owner.last]
        before = tokens[owner.first - 1] if owner.first else None
        single = before is not None and (before.lower in ("a", "an", "another", "one") or before.pos == "NUM")
        if single and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") and token.head != owner.last + 1:
            return Reading(self.civilians, generic=True, personal=True)
        return None
