"""The whole flow on one screen: read -> annotate -> coding. The only module that knows every stage."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from reportedly.annotate.actors import ActorLexicon, find_actors, load_actors
from reportedly.annotate.actors_home import groups_of
from reportedly.annotate.arabic_actors import find_arabic_actors
from reportedly.annotate.arabic_actors_lexicon import is_actor_word
from reportedly.annotate.arabic_expressions import Longest
from reportedly.annotate.arabic_places import begins_name, find_arabic_places, longest_name
from reportedly.annotate.arabic_places_country import arabic_country_weights, arabic_lands_named, guess_arabic_home
from reportedly.annotate.clauses import build_clause
from reportedly.annotate.datelines import datelines
from reportedly.annotate.dates import find_dates
from reportedly.annotate.digests import listing_of
from reportedly.annotate.gazetteer import Gazetteer, load_gazetteer
from reportedly.annotate.gazetteer_country import country_of
from reportedly.annotate.languages import CODED_LANGUAGES, only, parse, quantities_of, sentences_of, words_of
from reportedly.annotate.places import find_places, without_country, without_points
from reportedly.annotate.places_country import country_weights, guess_home_country, lands_named
from reportedly.annotations import ActorMention, PlaceMention, Sentence, Tree
from reportedly.coding.coder import code_readings
from reportedly.coding.lexicon import CoderLexicon, load_lexicon
from reportedly.coding.reading import Annotations, Reading
from reportedly.coding.world import World
from reportedly.errors import Problem
from reportedly.records import Mention, PlaceValue, Report

CHUNK = 32
"""Reports annotated together, so that the parser's batches are full."""


NEAR = 1
"""Sentences between an event and who speaks of it: with 2 no claim of the dev reports changed."""

NAMED_COUNTRY = 1.0
"""Weight of a country's own name: adjectives ("Turkish strikes") weigh less, and tell who acts rather than where."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with its mentions; ``uncoded`` names the language of blocks that no coder reads yet."""

    report: Report
    mentions: tuple[Mention, ...]
    uncoded: tuple[str, ...] = ()


def uncoded_languages(report: Report) -> tuple[str, ...]:
    """Return the languages of a report's blocks that no coder reads yet, sorted."""
    return tuple(sorted({b.language for b in report.blocks if b.kind in ("text", "title")} - set(CODED_LANGUAGES)))


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Collect garbage less often while coding, and not among the lexicons: few trees of tokens are garbage for long."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _beside_places(actors: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]) -> tuple[ActorMention, ...]:
    """Leave out people whose word is part of a place's name («أم الكيف» is no mother)."""
    taken = {i for p in places if not p.modifies_actor and p.last > p.first for i in range(p.first, p.last + 1)}
    taken |= {p.first for p in places if not p.modifies_actor and " " in p.span.text}
    return tuple(a for a in actors if not (a.generic and a.first in taken and a.last in taken))


def _begins_name(gazetteer: Gazetteer, word: str) -> bool:
    """Return whether an Arabic word begins the name of a place or an actor."""
    return is_actor_word(word) or begins_name(gazetteer, word)


@dataclass(slots=True)
class Coder:
    """Codes reports, each on its own: the same report gives the same mentions whatever came before.

    Attributes:
        places: GeoNames country dumps beside the built-in gazetteer.
    """

    places: Sequence[Path] = ()
    gazetteer: Gazetteer = field(init=False)
    actors: ActorLexicon = field(init=False)
    lexicon: CoderLexicon = field(init=False)
    problems: tuple[Problem, ...] = field(init=False, default=())
    _names: Callable[[str], bool] = field(init=False, repr=False)
    _longest: Longest = field(init=False, repr=False)
    _dump_country: str | None = field(init=False, default=None)
    _kin: dict[str, frozenset[str]] = field(init=False, default_factory=dict)
    _nations: dict[str, str] = field(init=False, default_factory=dict)
    _armies: dict[str, tuple[str, str]] = field(init=False, default_factory=dict)
    _sides: dict[str | None, frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.gazetteer = load_gazetteer(tuple(self.places), None)
        self.problems = self.gazetteer.problems
        self._names = partial(_begins_name, self.gazetteer)
        self._longest = partial(longest_name, self.gazetteer)
        self._dump_country = country_of(self.places)
        self.actors = load_actors()
        self.lexicon = load_lexicon("en")
        self._armies = {s.government.actor_id: (s.army.actor_id, s.army.name) for s in self.actors.states}
        self._nations = {a.lower(): s.name for s in self.actors.states for a in s.adjectives}
        for actor in self.actors.actors:
            state = {f"state {iso}" for iso in actor.countries} if actor.kind == "state forces" else set()
            # An actor may stand in the lexicon twice: at home and abroad.
            known = self._kin.get(actor.actor_id, frozenset())
            self._kin[actor.actor_id] = known | {*actor.parents, *actor.sponsors, *state}

    def code(self, report: Report) -> tuple[Mention, ...]:
        """Return the mentions of one report."""
        return next(self.code_all([report])).mentions

    def code_all(self, reports: Iterable[Report]) -> Iterator[Coded]:
        """Yield each report with its mentions, in order."""
        chunk: list[Report] = []
        with _fewer_collections():
            for report in reports:
                chunk.append(report)
                if len(chunk) == CHUNK:
                    yield from self._code_chunk(chunk)
                    chunk = []
            yield from self._code_chunk(chunk)

    def _code_chunk(self, reports: Sequence[Report]) -> Iterator[Coded]:
        unparsed = [sentences_of(r) for r in reports]
        chosen = [(n, s) for n, sentences in enumerate(unparsed) for s in self._worth_parsing(sentences)]
        trees = parse((s for _, s in chosen), self._names, self._longest)
        parsed = {(n, s.index): tokens for (n, s), tokens in zip(chosen, trees, strict=True)}
        for number, (report, sentences) in enumerate(zip(reports, unparsed, strict=True)):
            whole = tuple(replace(s, tokens=parsed.get((number, s.index), ())) for s in sentences)
            yield Coded(report, self._code_sentences(report, whole), uncoded_languages(report))

    def _worth_parsing(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Return the sentences that can hold an event, and those around them in which somebody speaks."""
        hold = [self.lexicon.can_hold(words_of(s)) for s in sentences]
        return [
            s
            for n, s in enumerate(sentences)
            if hold[n] or (any(hold[max(0, n - NEAR) : n + NEAR + 1]) and self.lexicon.can_speak(words_of(s)))
        ]

    def readings(self, report: Report, everything: bool = False) -> list[Reading]:
        """Return the parsed sentences of one report with all that annotation finds in them.

        Args:
            report: The report.
            everything: Also parse the sentences that can hold no event.
        """
        chosen = sentences_of(report) if everything else self._worth_parsing(sentences_of(report))
        parsed = [
            replace(s, index=n, tokens=tokens)
            for n, (s, tokens) in enumerate(zip(chosen, parse(chosen, self._names, self._longest), strict=True))
        ]
        return self._read_sentences(report, tuple(parsed))[0]

    def _code_sentences(self, report: Report, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
        readings, home = self._read_sentences(report, sentences)
        land = PlaceValue(None, None, country=home) if home else None
        return code_readings(report, readings, land, listing_of(report, sentences))

    def _read_sentences(self, report: Report, sentences: tuple[Sentence, ...]) -> tuple[list[Reading], str | None]:
        texts = [*(s.text for s in sentences), *datelines(report)]
        home = self._home(sentences, texts) if any(s.language != "ar" for s in sentences) else self._arabic_home(texts)
        places, actors = self._find_names(report, sentences, home)
        if home is None or not self._is_told(home, texts, places):
            guess, home = home, _land_of(places)
            if home is not None and home != guess:
                places, actors = self._find_names(report, sentences, home)
            if home is None or not self._is_told(home, texts, places):
                places, home = without_country(places, home or guess), None
        if self._by_a_namesake(home, texts, places):
            places, home = without_points(places), None
        world = World(self._home_side(home), self._home_side, self._kin, self._nations, self._armies)
        readings = [
            Reading(
                report,
                Tree(sentence, build_clause),
                Annotations(
                    actors=actors[number],
                    places=places[number],
                    dates=find_dates(sentence.text, sentence.start, report.published, sentence.language),
                    quantities=quantities_of(sentence),
                ),
                self.lexicon,
                world,
            )
            for number, sentence in enumerate(sentences)
            if sentence.tokens
        ]
        return readings, home

    def _find_names(
        self, report: Report, sentences: tuple[Sentence, ...], home: str | None
    ) -> tuple[Sequence[tuple[PlaceMention, ...]], Sequence[tuple[ActorMention, ...]]]:
        """Return the places and actors of each sentence, each found by its own language's annotators."""
        places: Sequence[tuple[PlaceMention, ...]] = [()] * len(sentences)
        actors: Sequence[tuple[ActorMention, ...]] = [()] * len(sentences)
        if any(s.language != "ar" and s.tokens for s in sentences):
            english = only(sentences, "en")
            places = find_places(english, self.gazetteer, home, groups_of(english, self.actors))
            actors = find_actors(english, self.actors, home, report.published)
        if not any(s.language == "ar" and s.tokens for s in sentences):
            return places, actors
        arabic = only(sentences, "ar")
        arabic_places = find_arabic_places(arabic, self.gazetteer, home)
        arabic_actors = find_arabic_actors(arabic, self.actors, home, report.published)
        mine = [s.language == "ar" for s in sentences]
        return (
            [ar if own else en for own, ar, en in zip(mine, arabic_places, places, strict=True)],
            [
                _beside_places(ar, found) if own else en
                for own, ar, en, found in zip(mine, arabic_actors, actors, arabic_places, strict=True)
            ],
        )

    def _home(self, sentences: Sequence[Sentence], texts: Sequence[str]) -> str | None:
        """Return the country that a report is about: one that it names, else the user's gazetteer's, else its towns'."""
        guess = guess_home_country(texts)
        named = guess is not None and country_weights(texts).get(guess, 0.0) >= NAMED_COUNTRY
        if self._dump_country is not None and not named:
            return self._dump_country
        return guess if named else guess_home_country(texts, self.gazetteer, groups_of(sentences, self.actors))

    def _is_told(self, home: str, texts: Sequence[str], places: Sequence[tuple[PlaceMention, ...]]) -> bool:
        """Return whether words, a place in it, or the user's gazetteer tell the report's country: else it is a guess."""
        if home == self._dump_country or home in lands_named(texts) | arabic_lands_named(texts):
            return True
        return any(
            p.value.gazetteer_id and p.value.country == home for row in places for p in row if not p.modifies_actor
        )

    def _by_a_namesake(
        self, home: str | None, texts: Sequence[str], places: Sequence[tuple[PlaceMention, ...]]
    ) -> bool:
        """Return whether one small town alone tells the country: it may be the namesake of a village that no map has."""
        if home is None or home == self._dump_country or lands_named(texts) or arabic_lands_named(texts):
            return False
        ids = {p.value.gazetteer_id for row in places for p in row if p.value.gazetteer_id and not p.modifies_actor}
        town = self.gazetteer.by_id(ids.pop()) if len(ids) == 1 else None
        small = town is not None and town.level == "point" and town.population < LONE_TOWN
        return small and home not in OF_LONG_WARS

    def _arabic_home(self, texts: Sequence[str]) -> str | None:
        """Return the country that an Arabic report is about: one that it names, else the user's gazetteer's."""
        guess = guess_arabic_home(texts)
        named = guess is not None and arabic_country_weights(texts).get(guess, 0.0) >= NAMED_COUNTRY
        return guess if named or self._dump_country is None else self._dump_country

    def _home_side(self, home: str | None) -> frozenset[str]:
        """Return the ids of the actors that fight for the state of a country: its organs and what they sponsor."""
        if home in self._sides:
            return self._sides[home]
        organs = {a.name for a in self.actors.actors if a.kind == "state forces" and home in a.countries}
        own = {a.actor_id for a in self.actors.actors if a.name in organs or organs & {*a.sponsors, *a.parents}}
        self._sides[home] = frozenset(own)
        return self._sides[home]


LONE_TOWN = 20_000
"""People of a town below which it tells no country by itself: the gazetteer's only Solhan, of 15,000, lies in Turkey, and
that of the news in Burkina Faso."""

OF_LONG_WARS = frozenset("AF BF CD CM ET IL IQ LB LY ML MM MZ NE NG PK PS SD SO SS SY UA YE".split())
"""Countries whose villages news names without their country; chosen by hand from the wars of the last ten years."""


def _land_of(places: Sequence[tuple[PlaceMention, ...]]) -> str | None:
    """Return the one country that every place known to a gazetteer lies in, if there is one."""
    lands = {p.value.country for row in places for p in row if p.value.gazetteer_id and not p.modifies_actor}
    return lands.pop() if len(lands) == 1 else None
