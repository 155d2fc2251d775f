"""One sentence with everything annotated in it, indexed by token, as the coder reads it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from reportedly.annotations import (
    VERBAL,
    ActorMention,
    DateExpression,
    PlaceMention,
    Quantity,
    Token,
    Tree,
)
from reportedly.coding.cues import Found
from reportedly.coding.lexicon import CoderLexicon, WeaponEntry
from reportedly.coding.passing import in_a_work, in_passing, seat_of_speaker
from reportedly.coding.quotations import speech_in
from reportedly.coding.scope import Geometry, Ranges, Scope, normal, scopes_of
from reportedly.coding.speech_joins import rejoined
from reportedly.coding.statements import contrasts, enclosers, telling_counts, withheld
from reportedly.coding.world import CIVILIANS, NOBODY, World
from reportedly.records import Report, Span

ARMED_GROUPS = ("rebel group", "political militia", "identity militia")
"""Kinds of actor whose spokesmen speak of their fighters."""

Spanned = TypeVar("Spanned", Quantity, DateExpression)

INSIDE_NOUN_PHRASE = frozenset("compound amod nmod poss prep pobj appos nummod det quantmod flat npadvmod".split())
"""Relations that keep to a noun phrase; relative clauses and participles lead out of it."""

OWNER_MARKERS = frozenset({"of", "from", "for", "belonging", "to", "among", "in", "by", "within", "inside"})
"""Prepositions after which a noun phrase names whose thing or people it tells of ("positions of the army")."""


@dataclass(frozen=True, slots=True)
class WeaponMention:
    """A weapon word in a sentence."""

    first: int
    last: int
    entry: WeaponEntry


@dataclass(frozen=True, slots=True)
class Annotations:
    """What annotation found in one sentence."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()


_QUANTITIES = frozenset(
    "number dozen score hundred thousand series group several part tonne ton kilogram kilo kilogramme quantity amount batch "
    "barrel load cache couple pair".split()
)
"""Nouns that only count or measure what follows "of"."""

_SERVED = frozenset(
    {"member", "fighter", "soldier", "officer", "militant", "commander", "policeman", "rebel", "official"}
)

_PLAYED = ("sport", "screen")
_ELSEWHERE = ("talk", "drill", "mock", "exercise")
"""Fields of ``domains.toml`` whose deeds are none of a war."""

_KIN = frozenset("family tribe clan community congregation minority sect household caste".split())

_PICTURES = frozenset({"footage", "video", "image", "imagery", "picture", "photo", "photograph", "film"})

_DUG = frozenset(
    "gold coal copper cobalt coltan diamond salt silver uranium artisanal iron jade ruby tin zinc emerald".split()
)
"""What is dug from mines that do not explode."""

_STORED = frozenset("diesel fuel water oil petrol gasoline septic storage think fish kerosene".split())
"""What tanks hold that do not fire."""

_RANKS = frozenset({"youth", "man", "boy", "supporter", "loyalist"})
"""Nouns of people who, "of" an armed group, belong to it."""

_TOLD = frozenset({"killed", "dead", "wounded", "injured", "died", "gunmen", "bomb", "explosion"})
"""Words of violence done: a sentence that has one means it."""

CROWD = 10
"""Persons who are a crowd: the codebook's figure for "tens"."""


def _part_of_place(actor: ActorMention, places: Iterable[PlaceMention]) -> bool:
    """Return whether an actor's name is the end of a place's ("Ain al-Assad")."""
    return any(p.first < actor.first and actor.last <= p.last and not p.modifies_actor for p in places)


def _disguise(tree: Tree, head: int) -> bool:
    """Return whether a noun is only what the doers were dressed up as ("commandos disguised as medics")."""
    prep = tree.tokens[tree.tokens[head].head]
    return prep.lower in ("as", "in") and tree.tokens[prep.head].lemma in _DRESSING and prep.dep == "prep"


_DRESSING = frozenset({"disguise", "dress", "pose", "masquerade", "clothe"})


class Reading:
    """A parsed sentence, its annotations by token, and the questions that the coder asks of it."""

    def __init__(
        self,
        report: Report,
        tree: Tree,
        found: Annotations,
        lexicon: CoderLexicon,
        world: World | None = None,
    ) -> None:
        self.world = world or World()
        self.report = report
        tree = rejoined(tree, lexicon) if tree.sentence.language == "en" else tree
        self.tree = tree
        self.sentence = tree.sentence
        self.tokens: tuple[Token, ...] = tree.tokens
        self.lexicon = lexicon
        self.actors = tuple(
            a for a in found.actors if not _part_of_place(a, found.places) and not _disguise(tree, a.head)
        )
        seats = {i for a in self.actors if a.metonym for i in range(a.first, a.last + 1)}
        seats |= {p.first for p in found.places if seat_of_speaker(tree, p, self.actors)}
        fighters = {i for a in self.actors if a.kind == "identity militia" for i in range(a.first, a.last + 1)}
        seats |= {p.first for p in found.places if p.relation == "between" and p.first in fighters}
        # A capital that stands for its government ("Washington added") is no place of an event.
        passing = [p for p in found.places if tree.sentence.language == "en" and in_passing(tree, p)]
        self.places = tuple(
            replace(p, modifies_actor=True) if p.first in seats or p in passing else p for p in found.places
        )
        self.places = tuple(p for p in self.places if not self._of_deeds_alone(p))
        self.dates = found.dates
        self._starts = [t.start for t in self.tokens]
        self.actor_at = {i: a for a in self.actors for i in range(a.first, a.last + 1)}
        self.actor_head = {a.head: a for a in self.actors}
        self.place_at = {i: p for p in self.places for i in range(p.first, p.last + 1)}
        self.quantity_at = self._by_token(found.quantities)
        self.date_at = self._by_token(found.dates)
        self.weapons = tuple(self._find_weapons())
        self.weapon_at = {i: w for w in self.weapons for i in range(w.first, w.last + 1)}

    def _of_deeds_alone(self, place: PlaceMention) -> bool:
        """Return whether an unknown name is two words of fire and deeds in capitals ("in Rocket Fire in X")."""
        known = str(place.value.gazetteer_name).lower() == place.span.text.lower()
        if known or place.first == place.last:
            return False
        lemmas = {self.tokens[i].lemma for i in range(place.first, place.last + 1)}
        return all(w in self.lexicon.weapon_heads or w in self.lexicon.deed_words or w == "fire" for w in lemmas)

    def _by_token(self, found: Iterable[Spanned]) -> dict[int, Spanned]:
        index: dict[int, Spanned] = {}
        for item in found:
            for i in range(self.token_at(item.span.start), len(self.tokens)):
                if self.tokens[i].start >= item.span.end:
                    break
                if self.tokens[i].end > item.span.start:
                    index[i] = item
        return index

    @cached_property
    def geometry(self) -> Geometry:
        """The edges of its subtrees and the regions that barriers part it into."""
        return Geometry(self)

    @cached_property
    def cues(self) -> tuple[Found, ...]:
        """The cues of attribution and status in it."""
        return self.lexicon.cues.find(self.tokens)

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes of its cues of status."""
        return scopes_of(self)

    @cached_property
    def telling(self) -> list[int]:
        """How many tokens before each one tell something."""
        return telling_counts(self)

    @cached_property
    def speech(self) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
        """The speech in quotation marks that it has part in: file offsets of the whole, and its tokens here."""
        return speech_in(self)

    @cached_property
    def quoted(self) -> Ranges:
        """The stretches of it that stand in quotation marks."""
        return normal(stretch for _, stretch in self.speech)

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(t.lower for t in self.tokens)

    @cached_property
    def withheld(self) -> tuple[int, ...]:
        """The clauses that tell what a speaker held back ("but provided no evidence")."""
        return withheld(self)

    @cached_property
    def semicolons(self) -> tuple[int, ...]:
        """Its semicolons."""
        return tuple(t.index for t in self.tokens if t.text == ";")

    @cached_property
    def enclosers(self) -> tuple[int, ...]:
        """Its brackets and spaced dashes."""
        return enclosers(self)

    @cached_property
    def agents(self) -> tuple[int, ...]:
        """The "by" of its passives."""
        return tuple(t.index for t in self.tokens if t.dep == "agent")

    @cached_property
    def guilt_verbs(self) -> tuple[int, ...]:
        """The verbs that may say who was behind a deed, or that a report is false: "be", "belong", "involve", "lie"."""
        return tuple(
            t.index for t in self.tokens if t.lemma in ("be", "belong", "involve", "lie") and self.is_verb(t.index)
        )

    @cached_property
    def contrasts(self) -> tuple[int, ...]:
        """The clauses that set one speaker against another ("while the army put the toll at 11")."""
        return contrasts(self)

    def token_at(self, offset: int) -> int:
        """Return the index of the token at or before a file offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _find_weapons(self) -> Iterable[WeaponMention]:
        taken: set[int] = set()
        for i in range(len(self.tokens) - 1, -1, -1):
            if i in taken:
                continue
            for key in dict.fromkeys((self.tokens[i].lemma, self.tokens[i].lower)):
                for words in self.lexicon.weapon_heads.get(key, ()):
                    first = self.match_back(words, i)
                    if first is not None and not (taken & set(range(first, i + 1))) and not self._no_weapon(i):
                        taken |= set(range(first, i + 1))
                        yield WeaponMention(first, i, self.lexicon.weapons[words])
                        break

    def _no_weapon(self, index: int) -> bool:
        """Return whether a "mine" is one that gold or coal is dug from, or a drone one that filmed ("drone footage")."""
        before = self.tokens[index - 1].lower if index else ""
        after = self.tokens[index + 1].lemma if index + 1 < len(self.tokens) else ""
        if after in _PICTURES:
            return True
        return (self.tokens[index].lemma == "mine" and before in _DUG) or (
            self.tokens[index].lemma == "tank" and before in _STORED
        )

    def match_back(self, words: tuple[str, ...], last: int) -> int | None:
        """Return the first token of a phrase of lemmas that ends at token ``last``, hyphens skipped, or ``None``."""
        at = last
        for position in range(len(words) - 1, -1, -1):
            while position < len(words) - 1 and at >= 0 and self.tokens[at].text in ("-", "–"):
                at -= 1
            if at < 0 or words[position] not in (self.tokens[at].lemma, self.tokens[at].lower):
                return None
            if position:
                at -= 1
        return at

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, inclusive."""
        return self.report.span(self.tokens[first].start, self.tokens[last].end)

    def noun_phrase(self, head: int) -> list[int]:
        """Return the tokens of a noun phrase without what is joined to its head, relative clauses and participles."""
        found, stack = [], [head]
        while stack:
            here = stack.pop()
            found.append(here)
            for child in self.tree.children[here]:
                dep = self.tokens[child].dep
                inner = dep in INSIDE_NOUN_PHRASE or (dep == "conj" and here != head)
                if inner and not (dep == "prep" and self.tokens[child].lower not in OWNER_MARKERS):
                    stack.append(child)
        return sorted(found)

    def actors_of(self, head: int) -> list[ActorMention]:
        """Return the actors that a noun phrase names: its own head's, or those it belongs to."""
        if self.tokens[head].pos == "PRON" and (speaker := self._speaker(head)) is not None:
            head = speaker
            if (army := self._of_its_ministry(speaker)) is not None:
                return [army]
            spoken_for = self.actor_at.get(speaker)
            if spoken_for is not None and spoken_for.organisation_of_claims and spoken_for.kind in ARMED_GROUPS:
                return [spoken_for]  # "the rebels' spokesman said that they had shelled"
        if self._served_before(head):
            return [self.civilian(head)]
        if (ours := self._our_own(head)) is not None:
            return [ours]
        own = self.actor_head.get(head) or self.actor_at.get(head)
        if own is not None and own.name == CIVILIANS and self._bears_arms(head):
            own = replace(own, name=NOBODY, actor_id="unidentified-armed-group", kind="rebel group")
        if own and not own.modifier and not own.organisation_of_claims and not own.generic:
            return [*self._joined_adjectives(head, own), own]
        inside = [self.actor_head[i] for i in self.noun_phrase(head) if i in self.actor_head]
        inside += [self.actor_at[i] for i in self.noun_phrase(head) if i in self.actor_at]
        found = [a for a in dict.fromkeys(inside) if not a.modifier and not a.organisation_of_claims]
        named = [a for a in found if not a.generic]
        if named and own is not None and own.name == "Civilians":
            ranks = [a for a in named if self._in_ranks(head, a)]
            return ranks or [own]
        return named or found

    def _bears_arms(self, head: int) -> bool:
        """Return whether people are told to be armed ("armed youth"), and so are no civilians."""
        return any(self.tokens[c].lower == "armed" for c in self.tree.of(head, "amod", "compound"))

    def _of_its_ministry(self, head: int) -> ActorMention | None:
        """Return the army whose deeds a ministry of defence calls its own ("the Turkish defence ministry said it had hit")."""
        here = self.actor_at.get(head)
        if here is None or not here.organisation_of_claims:
            return None
        army = self.world.armies.get(here.actor_id)
        inside = {self.tokens[i].lower for i in self.noun_phrase(head)}
        if army is None or self.tokens[head].lemma != "ministry" or inside.isdisjoint({"defence", "defense"}):
            return None
        return replace(here, actor_id=army[0], name=army[1], organisation_of_claims=False, head=head)

    def _in_ranks(self, head: int, group: ActorMention) -> bool:
        """Return whether young men "of" an armed group are its own ("armed youth of the White Army")."""
        of = [o for p in self.tree.of(head, "prep") if self.tokens[p].lower == "of" for o in self.tree.of(p, "pobj")]
        armed = group.kind not in ("civilians", "protesters") and group.head in of
        return armed and self.tokens[head].lemma in _RANKS

    def _our_own(self, head: int) -> ActorMention | None:
        """Return the actor who calls a force its own in its statement ("our fighters killed nine, said the JNIM")."""
        here = self.actor_at.get(head)
        if here is None or not here.generic:
            return None
        for owner in self.tree.of(head, "poss"):
            speaker = self._speaker(owner) if self.tokens[owner].lower in ("our", "his", "her") else None
            inside = () if speaker is None else self.noun_phrase(speaker)
            named = [self.actor_at[i] for i in inside if i in self.actor_at and not self.actor_at[i].generic]
            if named:
                return named[0]
        return None

    def victims_of(self, head: int) -> list[ActorMention]:
        """Return whom a noun of someone hit names; a person of office is a civilian where no actor is told."""
        found = self.actors_of(head)
        if not found and self.tokens[head].lemma == "member" and self._of_kin(head):
            return [self.civilian(head)]
        office = self.lexicon.is_noun("official", self.tokens[head].lemma) or self._titled(head)
        return found or ([self.civilian(head)] if office else [])

    def _titled(self, head: int) -> bool:
        """Return whether a name has a civil title before it ("Bishop Paul Ibe")."""
        before = [
            self.tokens[i].lemma for i in self.tree.subtree(head) if i < head and self.tokens[i].dep == "compound"
        ]
        return self.tokens[head].pos == "PROPN" and any(self.lexicon.is_noun("title", w.rstrip(".")) for w in before)

    def _of_kin(self, head: int) -> bool:
        """Return whether members are those of a family, a tribe or a creed ("31 members of the Gimir tribe")."""
        of = [o for p in self.tree.of(head, "prep") if self.tokens[p].lower == "of" for o in self.tree.of(p, "pobj")]
        return any(self.tokens[o].lemma in _KIN for o in of)

    def _served_before(self, head: int) -> bool:
        """Return whether a noun names who was in a force once, and is a civilian now ("a former member of the army")."""
        if self.tokens[head].lemma not in _SERVED or not head > 0:
            return False
        return any(self.tokens[c].lower in ("former", "retired", "ex") for c in self.tree.of(head, "amod", "compound"))

    def civilian(self, head: int) -> ActorMention:
        """Return the person or people at a noun as civilians."""
        return ActorMention(
            span=self.span(head, head), first=head, last=head, head=head, name=CIVILIANS, actor_id="civilians",
            kind="civilians", generic=True, personal=True,
        )  # fmt: skip

    def _joined_adjectives(self, head: int, own: ActorMention) -> list[ActorMention]:
        """Return the actors that share a noun with another ("Russian and Turkish forces")."""
        adjectives = self.tree.of(head, "amod", "compound", "nmod")
        adjectives += [c for a in adjectives for c in self.tree.of(a, "conj")]
        found = [self.actor_at[i] for i in adjectives if i in self.actor_at and self.actor_at[i] is not own]
        return [a for a in dict.fromkeys(found) if not a.modifier and not a.organisation_of_claims]

    def _speaker(self, pronoun: int) -> int | None:
        """Return the subject of the saying verb in whose statement a pronoun stands ("the army said it had shelled")."""
        if self.tokens[pronoun].lower not in ("it", "they", "we", "its", "their", "our", "his", "her"):
            return None
        for above in self.tree.ancestors(pronoun):
            if self.tokens[above].dep == "relcl" and (doer := self._doer_around(above, pronoun)) is not None:
                return doer
            verb = self.tokens[above].head
            saying = self.tokens[verb].lemma in self.lexicon.saying and verb != above
            if self.tokens[above].dep == "ccomp" and saying:
                subjects = [c for c in self.tree.of(verb, "nsubj") if self.tokens[c].pos != "PRON"]
                others = (
                    self.tokens[pronoun].lower in ("they", "their") and pronoun < verb and self._one_person(subjects)
                )
                return subjects[0] if subjects and not others else None
        return None

    def _doer_around(self, relative: int, pronoun: int) -> int | None:
        """Return the subject of the clause that a relative clause is part of ("released the men whom it had seized")."""
        clause = next((a for a in self.tree.ancestors(relative) if self.is_verb(a)), None)
        subjects = [] if clause is None else self.tree.of(clause, "nsubj")
        return subjects[0] if subjects and subjects[0] < pronoun and self.tokens[subjects[0]].pos != "PRON" else None

    def _one_person(self, subjects: list[int]) -> bool:
        """Return whether a speaker is one person, whom "they" cannot mean."""
        return (
            bool(subjects)
            and self.tokens[subjects[0]].tag in ("NN", "NNP")
            and (any(self.has_kind("person", i) for i in self.noun_phrase(subjects[0])))
        )

    def in_domain(self, name: str) -> bool:
        """Return whether a sentence has enough words of a field of ``domains.toml``."""
        domain = self.lexicon.domains[name]
        if domain.words.isdisjoint(self.lowers):
            return domain.least <= 0
        return sum(t.lower in domain.words for t in self.tokens) >= domain.least

    def figurative(self) -> bool:
        """Return whether a sentence speaks of sport, the screen or an argument; one that names the dead does not."""
        if in_a_work(self.tokens):
            return True
        if not _TOLD.isdisjoint(self.lowers):
            return False
        return any(self.in_domain(name) for name in _PLAYED) or any(self.speaks_of(name) for name in _ELSEWHERE)

    def speaks_of(self, name: str) -> bool:
        """Return whether a sentence has enough different words of a field: one said twice is one."""
        domain = self.lexicon.domains[name]
        return len(domain.words & self.lowers) >= domain.least

    def has_kind(self, kind: str, head: int) -> bool:
        """Return whether the noun at ``head`` is of a kind of ``nouns.toml``, or a place or actor that stands for it."""
        if kind == "armed" and self.tokens[head].pos == "PRON":
            head = self._speaker(head) or head
        token = self.tokens[head]
        actor = self.actor_at.get(head)
        if kind == "territory":
            place = self.place_at.get(head)
            return (place is not None and not place.modifies_actor) or self._noun(kind, head)
        if kind == "person":
            return (actor is not None and actor.personal) or self._noun(kind, head) or self.is_person_name(head)
        if kind == "armed":
            return actor is not None and actor.kind not in ("civilians", "protesters")
        if kind == "arms":
            weapon = self.weapon_at.get(head)
            return self._noun(kind, head) if weapon is None else weapon.entry.name != "aircraft"
        if kind == "crowd" and ((actor is not None and actor.name == "Civilians") or self._many_persons(head)):
            return True
        return self.lexicon.is_noun(kind, token.lemma) or self._noun(kind, head)

    def _many_persons(self, head: int) -> bool:
        """Return whether persons are counted by ten or more ("dozens of members of the party", "dozens gathered")."""
        alone = self.quantity_at.get(head) if self.tokens[head].pos == "NUM" else None
        if alone is not None:
            return alone.best >= CROWD
        unknown = bool(self.tokens[head].form) and self.tokens[head].pos == "PROPN" and head not in self.place_at
        if not unknown and not self._noun("person", head):
            return False
        counts = [self.quantity_at[c] for c in self.tree.of(head, "nummod", "quantmod") if c in self.quantity_at]
        return any(q.best >= CROWD for q in counts)

    def _noun(self, kind: str, head: int) -> bool:
        token = self.tokens[head]
        if self.lexicon.is_noun(kind, token.lemma) or self.lexicon.is_noun(kind, token.lower):
            return True
        phrases = self.lexicon.noun_phrases.get(kind, ())
        if any(self.match_back(tuple(phrase.split()), head) is not None for phrase in phrases):
            return True
        inside = [
            c for p in self.tree.of(head, "prep") if self.tokens[p].lower == "of" for c in self.tree.of(p, "pobj")
        ]
        vague = token.lemma in _QUANTITIES
        vague = vague or token.pos == "NUM" or token.lower in ("some", "many", "all", "several", "most")
        return vague and any(self.has_kind(kind, c) for c in inside)

    def is_person_name(self, head: int) -> bool:
        """Return whether a proper noun looks like a person's name: not an actor, a place or a date."""
        token = self.tokens[head]
        if token.pos != "PROPN" or head in self.date_at or head in self.place_at or head in self.weapon_at:
            return False
        return head not in self.actor_at and token.text[:1].isupper() and not token.text.isupper()

    def is_verb(self, index: int) -> bool:
        """Return whether a token is a verb in this sentence."""
        return self.tokens[index].pos in VERBAL or self.tokens[index].tag.startswith("VB")
