"""Whose war a report tells of: the country by which ownerless roles ("the army", "rebels") are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from reportedly.annotate.actors_items import Item, ItemReader
from reportedly.annotate.actors_lexicon import NON_STATE, ActorLexicon, State
from reportedly.annotate.places_votes import Groups
from reportedly.annotations import Sentence, Token

MAX_PLAIN = 1000
"""Words of an unparsed sentence that are looked at, so that a text without a full stop costs no more."""

INTERVENERS = frozenset("US GB FR RU TR IR IL SA AE".split())
"""States that fight in other countries: that a report names one often says little of where it happened."""

_WORD = re.compile(r"\w+(?:[.'’]\w+)*\.?|[^\w\s]")
_IN = frozenset("in inside across throughout into from near around within".split())


def plain_tokens(sentence: Sentence) -> tuple[Token, ...]:
    """Return tokens without a parse, for what an unparsed sentence names."""
    return tuple(
        Token(
            i,
            sentence.start + m.start(),
            sentence.start + m.end(),
            m.group(),
            m.group().lower(),
            "X",
            "X",
            "dep",
            i,
            m.group().lower(),
        )
        for i, m in enumerate(islice(_WORD.finditer(sentence.text), MAX_PLAIN))
    )


class _Evidence:
    """Counts over one report: how often each country is named, and what says that things happened there."""

    def __init__(self, sentences: Sequence[Sentence], lexicon: ActorLexicon, given: State | None = None) -> None:
        self.named: Counter[str] = Counter()
        self.soil: Counter[str] = Counter()
        reader = ItemReader(lexicon, given, None)
        for sentence in sentences:
            tokens = sentence.tokens or plain_tokens(sentence)
            items = reader.read(tokens)
            for item, after in zip(items, [*items[1:], None], strict=False):
                if after is None or not after.glued:
                    self._count(item, tokens)

    def _count(self, item: Item, tokens: Sequence[Token]) -> None:
        if item.state:
            noun = item.form in ("noun", "both")
            self.named[item.state.iso] += 2 if noun else 1
            if (noun or item.form == "metonym") and item.first > 0 and tokens[item.first - 1].lower in _IN:
                self.soil[item.state.iso] += 2
        elif item.actor and item.actor.countries and (item.actor.claimant or item.actor.kind in NON_STATE):
            self.named[item.actor.countries[0]] += 2
            if len(item.actor.countries) == 1:
                self.soil[item.actor.countries[0]] += 1


def _most(counts: Counter[str]) -> str | None:
    if not counts:
        return None
    best = max(counts.values())
    return min(iso for iso, n in counts.items() if n == best)


def home_of(sentences: Sequence[Sentence], lexicon: ActorLexicon) -> str | None:
    """Return the ISO code of the country that a report is about, from the states and groups it names, or ``None``."""
    return _most(_Evidence(sentences, lexicon).named)


GROUP = 0.5
"""Vote of a group of one country for that country, as ``places_votes`` counts towns: less than a town's."""


def groups_of(sentences: Sequence[Sentence], lexicon: ActorLexicon) -> Groups:
    """Return how strongly the armed groups that a report names point to a country, and their names.

    Args:
        sentences: The report's sentences, parsed or not.
        lexicon: From ``load_actors``.
    """
    found: dict[str, set[str]] = {}
    names: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens or plain_tokens(sentence)
        for item in ItemReader(lexicon, None, None).read(tokens):
            if item.actor and item.actor.kind in NON_STATE:
                names.add(
                    sentence.text[tokens[item.first].start - sentence.start : tokens[item.last].end - sentence.start]
                )
                if len(item.actor.countries) == 1:
                    found.setdefault(item.actor.countries[0], set()).add(item.actor.actor_id)
    return Groups({iso: GROUP * len(ids) for iso, ids in sorted(found.items())}, frozenset(names))


def home_state(sentences: Sequence[Sentence], lexicon: ActorLexicon, given: str | None) -> State | None:
    """Return the state by which ownerless roles are read.

    Args:
        sentences: The report's sentences.
        lexicon: From ``load_actors``.
        given: ISO code found by other means. It gives way to the country whose own groups the report names if no
            word names it, or if it is a state that fights abroad and nothing is placed in it.
    """
    state = lexicon.state(given)
    if state is None:
        return lexicon.state(home_of(sentences, lexicon))
    told = any(word in s.text for s in sentences for word in (state.name, state.adjective))
    if told and given not in INTERVENERS:
        return state
    evidence = _Evidence(sentences, lexicon, state)
    other = lexicon.state(_most(evidence.soil))
    at_home = evidence.soil[state.iso] if state.iso in INTERVENERS else evidence.named[state.iso]
    return state if at_home or other is None else other
