"""Actors of Arabic sentences: who a report names, by the neutral names of the English lexicon.

Words are matched on the analyser's forms, phrases are read head first, and what they mean is decided by the rules that
English phrases are read by: states by rule, bare roles by the report's country, "the movement" by what was named before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.annotate.actors_home import INTERVENERS, plain_tokens
from reportedly.annotate.actors_lexicon import NON_STATE, Actor, ActorKind, ActorLexicon, State
from reportedly.annotate.actors_memory import Memory
from reportedly.annotate.actors_reading import Reading
from reportedly.annotate.arabic_actors_bare import ArabicResolver
from reportedly.annotate.arabic_actors_items import ArabicItem, ArabicItemReader
from reportedly.annotate.arabic_actors_phrases import ArabicPhrase, ArabicPhraseReader
from reportedly.annotations import ActorMention, Sentence, Token
from reportedly.records import Span

OCCUPIER = "IL"
"""Whose army "the occupation" is in Arabic news where no country is told."""

_INSIDE = frozenset("في داخل عبر الي من قرب بانحاء".split())


def find_arabic_actors(
    sentences: Sequence[Sentence],
    lexicon: ActorLexicon,
    home: str | None = None,
    published: date | None = None,
) -> tuple[tuple[ActorMention, ...], ...]:
    """Return the mentions of each sentence of one report, in order.

    Args:
        sentences: The report's sentences; those without tokens give no mentions.
        lexicon: From ``load_actors``.
        home: ISO 3166-1 alpha-2 of the country that the report is about, by which "the army", "the regime", "rebels"
            are read; ``None`` to take the country that the report names most.
        published: Publication day; chooses between actors of one name by their years.
    """
    state = arabic_home(sentences, lexicon, home)
    finder = _Finder(lexicon, state, published.year if published else None)
    return tuple(finder.sentence(s) for s in sentences)


def arabic_home(sentences: Sequence[Sentence], lexicon: ActorLexicon, given: str | None) -> State | None:
    """Return the state by which ownerless roles are read: the given one, unless the report tells of another's war."""
    state = lexicon.state(given)
    if state is not None and given not in INTERVENERS:
        return state
    named: Counter[str] = Counter()
    soil: Counter[str] = Counter()
    reader = ArabicItemReader(lexicon, state, None)
    for sentence in sentences:
        if sentence.language == "ar":
            _count(reader.read(sentence.tokens or plain_tokens(sentence)), named, soil)
    if state is None:
        return lexicon.state(_most(named))
    other = lexicon.state(_most(soil))
    return state if soil[state.iso] or other is None else other


def _count(items: Sequence[ArabicItem], named: Counter[str], soil: Counter[str]) -> None:
    """Count what speaks for each country in a sentence: its name, its people's, its own groups'."""
    for number, item in enumerate(items):
        if number and "claimant" in items[number - 1].classes:
            continue
        if item.state and item.form != "leader":
            named[item.state.iso] += 2 if item.form == "noun" else 1
            before = items[number - 1].word or items[number - 1].text if number else ""
            soil[item.state.iso] += 2 * (item.form == "noun" and (before in _INSIDE or before == "in"))
        elif item.actor and item.actor.countries and (item.actor.claimant or item.actor.kind in NON_STATE):
            named[item.actor.countries[0]] += 2
            soil[item.actor.countries[0]] += len(item.actor.countries) == 1


def _most(counts: Counter[str]) -> str | None:
    best = max(counts.values(), default=0)
    return min((iso for iso, n in counts.items() if n == best), default=None) if best else None


class _Finder:
    """Works through one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None, year: int | None) -> None:
        self.lexicon = lexicon
        self.items = ArabicItemReader(lexicon, home, year)
        self.resolver = ArabicResolver(lexicon, home)
        self.memory = Memory(lexicon, self.resolver)
        self.titled: dict[str, ActorMention] = {}

    def sentence(self, sentence: Sentence) -> tuple[ActorMention, ...]:
        """Return a sentence's mentions and remember them."""
        tokens = sentence.tokens
        if not tokens:
            return ()
        self.memory.start(sentence.index, tokens)
        items = self.items.read(tokens)
        clitics = {i.first: i.clitics for i in items if i.clitics}
        mentions: list[ActorMention] = []
        for phrase in ArabicPhraseReader(tokens, items).read():
            mention = self._mention(sentence, tokens, phrase, clitics)
            if mention and not (mentions and mention.first <= mentions[-1].last):
                mentions.append(mention)
                self.memory.add(mention)
                self._entitle(phrase, items, mention)
        return tuple(mentions)

    def _mention(
        self, sentence: Sentence, tokens: Sequence[Token], phrase: ArabicPhrase, clitics: dict[int, int]
    ) -> ActorMention | None:
        reading = self._read(phrase, tokens)
        if reading is None:
            return None
        first, last = phrase.own
        start, end = tokens[first].start + clitics.get(first, 0), tokens[last].end
        carrier = phrase.carrier if phrase.carrier is not None else _owner_of(tokens, phrase.root)
        mention = ActorMention(
            span=Span(start, end, sentence.text[start - sentence.start : end - sentence.start]),
            first=first,
            last=last,
            head=phrase.root,
            name=reading.actor.name,
            actor_id=reading.actor.actor_id,
            kind=self._kind(reading.actor),
            generic=reading.generic,
            label=reading.label,
            personal=reading.personal,
            organisation_of_claims=reading.claims,
            modifier=phrase.modifier,
            metonym=reading.metonym,
            weapon_owner=reading.weapon_owner,
            carrier=carrier,
        )
        echoed = self._echo(phrase, mention) if reading.wants.startswith(("group", "armed", "coalition")) else None
        if echoed is not None:
            return echoed
        if not reading.wants:
            return self.memory.candidate(mention)
        found = self.memory.refer(mention, reading)
        return self._at_home(found) if found is not None else None

    def _at_home(self, mention: ActorMention) -> ActorMention:
        known = self.lexicon.get(mention.actor_id)
        return replace(mention, kind=self._kind(known)) if known and known.name == mention.name else mention

    def _read(self, phrase: ArabicPhrase, tokens: Sequence[Token]) -> Reading | None:
        """Return who a phrase is about, with what Arabic says otherwise than English."""
        reading = self.resolver.read(phrase, tokens)
        if reading is None:
            return self._titled_noun(phrase)
        last = phrase.nouns[-1] if phrase.nouns else None
        if reading.claims and reading.actor.name == "Civilians" and reading.personal:
            return replace(reading, claims=False, generic=True)
        if phrase.owner and phrase.owner.form == "leader" and last is not None and "group" in last.classes:
            return replace(reading, label=True)
        home = self.resolver.home
        if home is not None and home.occupier == OCCUPIER and reading.wants == "occupier":
            return replace(reading, wants="")
        occupier = self.lexicon.state(OCCUPIER)
        if home is None and reading.wants.startswith("occupier") and occupier is not None:
            army = occupier.air if reading.organ == "air" else occupier.army
            return replace(reading, actor=army, generic=False)
        return reading

    def _titled_noun(self, phrase: ArabicPhrase) -> Reading | None:
        """Return a reading for "the front", "the legion" where a name that began so was told."""
        if phrase.word and phrase.word in self.titled:
            return Reading(self.resolver.unidentified, generic=True, wants="group!")
        return None

    def _entitle(self, phrase: ArabicPhrase, items: Sequence[ArabicItem], mention: ActorMention) -> None:
        """Remember a named actor under the noun that its name begins with."""
        if phrase.owner is not None and phrase.owner.kind == "name" and not mention.coreferent and not mention.modifier:
            first = next((i for i in items if i.first == mention.first), None)
            if first is not None and isinstance(first, ArabicItem) and first.word:
                self.titled[first.word] = mention

    def _echo(self, phrase: ArabicPhrase, mention: ActorMention) -> ActorMention | None:
        """Return "the movement" as the actor whose name begins with the word."""
        known = self.titled.get(phrase.word) if phrase.word else None
        if known is None:
            return None
        return replace(
            mention, name=known.name, actor_id=known.actor_id, kind=known.kind, generic=False, coreferent=True,
            organisation_of_claims=known.organisation_of_claims,
        )  # fmt: skip

    def _kind(self, actor: Actor) -> ActorKind:
        """A foreign state's forces are ACLED's external forces."""
        home = self.resolver.home
        if actor.kind is ActorKind.STATE and home and actor.countries and home.iso not in actor.countries:
            return ActorKind.EXTERNAL
        return actor.kind


def _owner_of(tokens: Sequence[Token], root: int) -> int | None:
    """Return the noun that a phrase describes or owns in the tree, or ``None``."""
    token = tokens[root]
    governor = tokens[token.head]
    if (
        token.dep in ("amod", "nmod", "poss", "compound")
        and governor.pos in ("NOUN", "PROPN")
        and governor is not token
    ):
        return governor.index
    if token.dep == "pobj" and governor.lower == "of":
        return governor.head
    return None
