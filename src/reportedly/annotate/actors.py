"""Actors: who a report names, by neutral name, from sentences of English.

A name is matched on tokens against the lexicon, composed names are read by rule, bare roles by the country that the
report is about, and "the group" by what the report named before. Parse trees help where they are at hand.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from reportedly.annotate.actors_items import Item, ItemReader
from reportedly.annotate.actors_lexicon import (
    NON_STATE,
    Actor,
    ActorKind,
    ActorLexicon,
    State,
    load_actors,
)
from reportedly.annotate.actors_phrases import CARRIERS, Phrase, PhraseReader
from reportedly.annotate.actors_reading import Reading
from reportedly.annotate.actors_resolve import Resolver
from reportedly.annotations import ActorMention, Sentence, Token
from reportedly.records import Span

__all__ = ["Actor", "ActorKind", "ActorLexicon", "ActorMention", "find_actors", "home_of", "load_actors"]

MEMORY = 2
"""Sentences back that "the group" may point: further back readers of news no longer look (brief of the codebook)."""

KEPT = 60
"""Mentions remembered at most: three sentences of the dev articles hold 40 at the very most."""

MAX_PLAIN = 1000
"""Words of an unparsed sentence that are looked at, so that a text without a full stop costs no more."""

_WORD = re.compile(r"\w+(?:[.'’]\w+)*\.?|[^\w\s]")
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z-]*|[A-Z]{2,}\d*")


@dataclass(frozen=True, slots=True)
class _Seen:
    sentence: int
    mention: ActorMention


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
    home = lexicon.state(home_country) or lexicon.state(home_of(sentences, lexicon))
    finder = _Finder(lexicon, home, published.year if published else None)
    return tuple(finder.sentence(s) for s in sentences)


def home_of(sentences: Sequence[Sentence], lexicon: ActorLexicon) -> str | None:
    """Return the ISO code of the country that a report is about, from the states and groups it names, or ``None``."""
    reader = ItemReader(lexicon, None, None)
    counts: Counter[str] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens or _plain_tokens(sentence)
        items = reader.read(tokens)
        for number, item in enumerate(items):
            if number + 1 < len(items) and items[number + 1].glued:
                continue
            if item.state:
                counts[item.state.iso] += 2 if item.form in ("noun", "both") else 1
            elif item.actor and (item.actor.claimant or item.actor.kind in NON_STATE) and item.actor.countries:
                counts[item.actor.countries[0]] += 2
    if not counts:
        return None
    best = max(counts.values())
    return min(iso for iso, n in counts.items() if n == best)


def _plain_tokens(sentence: Sentence) -> tuple[Token, ...]:
    """Tokens without a parse, for what an unparsed sentence names."""
    return tuple(
        Token(i, sentence.start + m.start(), sentence.start + m.end(), m.group(), m.group().lower(), "X", "X", "dep", i)
        for i, m in enumerate(islice(_WORD.finditer(sentence.text), MAX_PLAIN))
    )


class _Finder:
    """Works through one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None, year: int | None) -> None:
        self.lexicon = lexicon
        self.items = ItemReader(lexicon, home, year)
        self.resolver = Resolver(lexicon, home)
        self.seen: deque[_Seen] = deque(maxlen=KEPT)
        self.groups: dict[str, ActorMention] = {}

    def sentence(self, sentence: Sentence) -> tuple[ActorMention, ...]:
        """Return a sentence's mentions and remember them."""
        tokens = sentence.tokens or _plain_tokens(sentence)
        phrases = PhraseReader(self.lexicon, tokens).read(self.items.read(tokens))
        mentions: list[ActorMention] = []
        for phrase in phrases:
            reading = self.resolver.read(phrase, tokens if sentence.tokens else ())
            mention = reading and self._mention(sentence, tokens, phrase, reading, mentions)
            if not mention or (mentions and mention.first <= mentions[-1].last):
                continue
            mention = self._with_short(sentence, tokens, mention, mentions)
            if mention:
                mentions.append(mention)
                self.seen.append(_Seen(sentence.index, mention))
                if mention.kind in NON_STATE and not mention.generic:
                    self.groups.setdefault(mention.name, mention)
        return tuple(mentions) if sentence.tokens else ()

    def _mention(
        self, sentence: Sentence, tokens: Sequence[Token], phrase: Phrase, reading: Reading, so_far: list[ActorMention]
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
        return self._refer(sentence, mention, reading.wants) if reading.wants else self._candidate(sentence, mention)

    def _kind(self, actor: Actor) -> ActorKind:
        """A foreign state's forces are ACLED's external forces."""
        home = self.resolver.home
        if actor.kind is ActorKind.STATE and home and actor.countries and home.iso not in actor.countries:
            return ActorKind.EXTERNAL
        return actor.kind

    def _recent(self, sentence: Sentence, back: int = MEMORY) -> list[ActorMention]:
        return [
            s.mention for s in reversed(self.seen) if s.sentence >= sentence.index - back and not s.mention.modifier
        ]

    def _candidate(self, sentence: Sentence, mention: ActorMention) -> ActorMention:
        if mention.name != "Unidentified armed group":
            return mention
        near = [m for m in self._recent(sentence) if m.kind in NON_STATE and not m.generic]
        return replace(mention, candidate=near[0].name) if near else mention

    def _refer(self, sentence: Sentence, mention: ActorMention, wants: str) -> ActorMention | None:
        """Give a definite role the name that the report gave it before."""
        must, wants = wants.endswith("!"), wants.rstrip("!")
        near = [m for m in self._recent(sentence) if not m.generic or m.coreferent]
        if wants == "force":
            fits = [
                m for m in near if m.kind in (ActorKind.STATE, ActorKind.EXTERNAL) or (must and m.kind in NON_STATE)
            ]
            fits = [m for m in fits if not m.organisation_of_claims and not m.metonym]
            if not must and len({m.name for m in fits}) > 1:
                fits = [m for m in fits if m.name == mention.name]
        elif wants == "proxies":
            return self._proxies(mention, near, must)
        elif wants == "coalition":
            fits = [m for m in near if "coalition" in m.span.text.lower()]
        elif wants == "group":
            fits = [m for m in near if m.kind in NON_STATE or m.organisation_of_claims]
        else:
            fits = self._armed(sentence)
        if not fits:
            return None if must else self._candidate(sentence, mention)
        if wants == "coalition" and fits[0].name == mention.name:
            return mention
        found = fits[0]
        if wants == "force" and not must and not _same_arm(mention, found):
            return mention
        return replace(
            mention,
            name=found.name,
            actor_id=found.actor_id,
            kind=found.kind,
            generic=wants == "force" and not must,
            coreferent=True,
            organisation_of_claims=found.organisation_of_claims,
        )

    def _proxies(self, mention: ActorMention, near: list[ActorMention], must: bool) -> ActorMention | None:
        """``Turkey and its proxies``: those that the state named last keeps."""
        for other in near:
            known = self.lexicon.get(other.actor_id)
            state = self.lexicon.state(next(iter(known.countries), None)) if known else None
            if state and other.kind in (ActorKind.STATE, ActorKind.EXTERNAL):
                kept = self.resolver.proxies_of(state)
                return replace(
                    mention, name=kept.name, actor_id=kept.actor_id, kind=kept.kind, generic=False, coreferent=True
                )
        return None if must else mention

    def _armed(self, sentence: Sentence) -> list[ActorMention]:
        """The armed group that "the militants" are, if one alone was named of late."""
        near = [m for m in self._recent(sentence, MEMORY + 1) if m.kind in NON_STATE and not m.generic]
        if near:
            return near[:1]
        return list(self.groups.values()) if len(self.groups) == 1 else []

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


def _same_arm(mention: ActorMention, found: ActorMention) -> bool:
    air = ("Air Force", "air-force")
    return (air[0] in mention.name) == (air[0] in found.name) or air[0] not in mention.name
