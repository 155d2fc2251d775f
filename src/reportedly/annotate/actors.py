"""Actors: who a report names, by neutral name, from sentences of English.

A name is matched on tokens against the lexicon, composed names are read by rule, bare roles by the country that the
report is about, and "the group" by what the report named before. Parse trees help where they are at hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.annotate.actors_home import home_of, home_state, plain_tokens
from reportedly.annotate.actors_items import Item, ItemReader
from reportedly.annotate.actors_lexicon import (
    Actor,
    ActorKind,
    ActorLexicon,
    State,
    load_actors,
)
from reportedly.annotate.actors_memory import Memory
from reportedly.annotate.actors_phrases import BRANCHES, CARRIERS, Phrase, PhraseReader
from reportedly.annotate.actors_reading import Reading
from reportedly.annotate.actors_resolve import Resolver
from reportedly.annotations import ActorMention, Sentence, Token
from reportedly.records import Span

__all__ = ["Actor", "ActorKind", "ActorLexicon", "ActorMention", "find_actors", "home_of", "load_actors"]

_KINDS_OF_GROUP = frozenset(
    "group faction militia organisation organization movement affiliate branch offshoot".split()
)
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z-]*|[A-Z]{2,}\d*")


def find_actors(
    sentences: Sequence[Sentence],
    lexicon: ActorLexicon,
    home_country: str | None = None,
    published: date | None = None,
) -> tuple[tuple[ActorMention, ...], ...]:
    """Return the mentions of each sentence of one report, in order.

    Args:
        sentences: The report's sentences; unparsed ones give no mentions, but what they name is remembered.
        lexicon: From ``load_actors``.
        home_country: ISO 3166-1 alpha-2 of the country that the report is about, by which "the army", "the regime",
            "rebels" are read; ``None`` to take the country that the report names most.
        published: Publication day; chooses between actors of one name by their years.
    """
    home = home_state(sentences, lexicon, home_country)
    finder = _Finder(lexicon, home, published.year if published else None)
    return tuple(finder.sentence(s) for s in sentences)


class _Finder:
    """Works through one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None, year: int | None) -> None:
        self.lexicon = lexicon
        self.items = ItemReader(lexicon, home, year)
        self.resolver = Resolver(lexicon, home)
        self.memory = Memory(lexicon, self.resolver)

    def sentence(self, sentence: Sentence) -> tuple[ActorMention, ...]:
        """Return a sentence's mentions and remember them."""
        tokens = sentence.tokens or plain_tokens(sentence)
        self.memory.start(sentence.index, tokens)
        phrases = PhraseReader(self.lexicon, tokens).read(self.items.read(tokens))
        mentions: list[ActorMention] = []
        for phrase in phrases:
            reading = self.resolver.read(phrase, tokens if sentence.tokens else ())
            mention = reading and self._mention(sentence, tokens, phrase, reading)
            if not mention or (mentions and mention.first <= mentions[-1].last):
                continue
            if mentions and _describes(tokens, phrase, mentions[-1]):
                continue
            mention = self._with_short(sentence, tokens, mention, mentions)
            if mention:
                mentions.append(mention)
                self.memory.add(mention)
        return tuple(mentions) if sentence.tokens else ()

    def _mention(
        self, sentence: Sentence, tokens: Sequence[Token], phrase: Phrase, reading: Reading
    ) -> ActorMention | None:
        first, last, carrier = _extent(phrase)
        head = phrase.head if phrase.head is not None else last
        span = _span(sentence, tokens, first, last)
        mention = ActorMention(
            span=span,
            first=first,
            last=last,
            head=head,
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
            carrier=carrier if carrier is not None else _syntactic_carrier(tokens, head),
        )
        return self.memory.refer(mention, reading) if reading.wants else self.memory.candidate(mention)

    def _kind(self, actor: Actor) -> ActorKind:
        """A foreign state's forces are ACLED's external forces."""
        home = self.resolver.home
        if actor.kind is ActorKind.STATE and home and actor.countries and home.iso not in actor.countries:
            return ActorKind.EXTERNAL
        return actor.kind

    def _with_short(
        self, sentence: Sentence, tokens: Sequence[Token], mention: ActorMention, so_far: list[ActorMention]
    ) -> ActorMention | None:
        """Join ``Foo Brigade (FB)`` into one mention and remember ``FB``."""
        at = mention.last + 1
        if mention.generic or at + 2 >= len(tokens) or tokens[at].text != "(":
            return self._in_brackets(tokens, mention, so_far)
        close = next((i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].text == ")"), None)
        if close is None:
            return mention
        if close == at + 2 and _SHORT.fullmatch(tokens[at + 1].text):
            actor = self._actor(mention)
            if not mention.organisation_of_claims or actor.claimant:
                self.items.short.setdefault(tokens[at + 1].text, actor)
            return replace(mention, last=close, span=_span(sentence, tokens, mention.first, close))
        return mention

    def _in_brackets(
        self, tokens: Sequence[Token], mention: ActorMention, so_far: list[ActorMention]
    ) -> ActorMention | None:
        """Drop a second name of the same actor in brackets: ``SDF (Syrian Democratic Forces)``."""
        if (
            so_far
            and so_far[-1].name == mention.name
            and mention.first > 0
            and tokens[mention.first - 1].text == "("
            and so_far[-1].last == mention.first - 2
        ):
            return None
        return mention

    def _actor(self, mention: ActorMention) -> Actor:
        known = self.lexicon.get(mention.actor_id)
        if known and known.name == mention.name:
            return known
        return Actor(mention.actor_id, mention.name, ActorKind(mention.kind), claimant=mention.organisation_of_claims)


def _describes(tokens: Sequence[Token], phrase: Phrase, before: ActorMention) -> bool:
    """True for ``a group tied to Y`` and ``a Y affiliate`` right after ``X,``: it says what X is."""
    if before.generic or phrase.first - before.last > 3:
        return False
    if phrase.nouns and phrase.nouns[-1].text in BRANCHES and tokens[phrase.first - 1].lower in ("a", "an"):
        return all(t.lower in ("a", "an", ",", "former") for t in tokens[before.last + 1 : phrase.first])
    if phrase.head is None:
        return False
    group = any(n.text in _KINDS_OF_GROUP for n in phrase.before) or tokens[phrase.head].lower in _KINDS_OF_GROUP
    return group and tokens[before.last + 1].text == "," and tokens[phrase.first - 1].lower in ("a", "an", "the", ",")


def _extent(phrase: Phrase) -> tuple[int, int, int | None]:
    """Return the first and last token of the actor's own words, and the token of the noun they own, if any."""
    items = list(phrase.items)
    if phrase.modifier:
        return items[0].first, items[-1].last, None
    carrier: int | None = None
    while len(items) > 1 and phrase.head is None and _only_carrier(items, phrase):
        carrier = items[-1].last if carrier is None else carrier
        items.pop()
    return items[0].first, items[-1].last, carrier


def _only_carrier(items: list[Item], phrase: Phrase) -> bool:
    item = items[-1]
    if item.kind == "filler":
        return not any(i in phrase.nouns for i in items) or item.kind == "filler"
    rest = [i for i in items[:-1] if i.kind != "filler"]
    carried = item.classes & CARRIERS and (item.classes <= CARRIERS | {"member", "force", "air", "soldier", "fighter"})
    return bool(carried) and bool(rest) and not (item.classes & {"soldier", "fighter", "force", "air", "member"})


def _span(sentence: Sentence, tokens: Sequence[Token], first: int, last: int) -> Span:
    start, end = tokens[first].start, tokens[last].end
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def _syntactic_carrier(tokens: Sequence[Token], head: int) -> int | None:
    token = tokens[head]
    if (
        token.dep in ("compound", "amod", "nmod", "poss")
        and token.head > head
        and tokens[token.head].pos in ("NOUN", "PROPN")
    ):
        return token.head
    if token.dep == "pobj" and tokens[token.head].lower == "of":
        return tokens[token.head].head
    return None
