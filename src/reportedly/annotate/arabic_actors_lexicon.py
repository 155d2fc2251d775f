"""The Arabic names of actors, the words for states and peoples, and the words that names are composed of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportedly.annotate.actors_lexicon import Actor, ActorKind, ActorLexicon, State, load_actors, make_actor
from reportedly.annotate.arabic_text import form
from reportedly.errors import LexiconError
from reportedly.resources import load_csv, load_toml

FILE = "ar/actors.toml"
WORLD_FILE = "ar/world_actors.toml"
"""More names, of the wars of the world."""
ARTICLE = "ال"
_CLITICS = frozenset("وفبلك")
CLASSES = (
    "force", "soldier", "air", "airstrike", "attack", "drone", "police", "government", "claimant", "fighter",
    "group", "rebel", "label", "civil", "member", "holding", "diplomacy",
)  # fmt: skip
"""The classes of ``en/actors.toml`` that Arabic words are read by."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a run of Arabic words can be.

    Attributes:
        kind: ``name``, ``state``, ``ethnic``, ``word``, ``filler`` or ``link``.
        text: English word of a common word, people or adjective; kind of link.
        bare: English word of a common word that nothing says the owner of, with ``bare_classes``.
        classes: Classes of the English word.
        actor: Of a name.
        state: Of a state's word.
        form: Of a state's word: ``noun``, ``adjective``, ``both``, ``plural``, ``metonym``, ``leader``.
        local: True for a name that counts only in reports about the actor's countries.
        countries: Those countries.
        years: First and last year in which the name means this actor, or ``None``.
        adjective: True for a word that also follows a noun as its adjective.
        only_adjective: True for one that does nothing else.
        closed: True for a form that no owner may follow (مسلحون).
        plural: True for more than one.
        holds: True for land that somebody holds.
    """

    kind: str
    text: str = ""
    bare: str = ""
    classes: frozenset[str] = frozenset()
    bare_classes: frozenset[str] = frozenset()
    actor: Actor | None = None
    state: State | None = None
    form: str = ""
    local: bool = False
    countries: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    adjective: bool = False
    only_adjective: bool = False
    closed: bool = False
    plural: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A written form with its sense. Words with ``+`` may bear the article."""

    words: tuple[str, ...]
    sense: Sense


def key(word: str) -> str:
    """Return a levelled word on the form that entries are found by: the final ه of careless writers as ة."""
    return word[:-1] + "ة" if len(word) > 3 and word.endswith("ه") else word


def bare(word: str) -> str:
    """Return a word without the article."""
    return word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word


def fits(pattern: str, word: str) -> bool:
    """Return whether a word as written is a word of an entry."""
    if pattern.startswith("+"):
        return word in (pattern[1:], ARTICLE + pattern[1:])
    return word == pattern


@dataclass(frozen=True, slots=True)
class ArabicActors:
    """All entries, by their first word without the article, the longest first."""

    entries: Mapping[str, tuple[Entry, ...]]
    links: Mapping[str, tuple[Entry, ...]]

    def begins(self, word: str) -> bool:
        """Return whether an entry begins with a word."""
        return bare(word) in self.entries

    def find(self, words: Sequence[str], start: int) -> Iterator[tuple[Entry, int]]:
        """Yield the entries that the words from ``start`` on spell, the longest first, with how many words each is."""
        return _spelled(self.entries, words, start)

    def find_link(self, words: Sequence[str], start: int) -> tuple[Entry, int] | None:
        """Return the longest link that the words from ``start`` on spell, with how many words it is."""
        if bare(words[start]) not in self.links:
            return None
        return next(_spelled(self.links, words, start), None)


def _spelled(entries: Mapping[str, tuple[Entry, ...]], words: Sequence[str], start: int) -> Iterator[tuple[Entry, int]]:
    left = len(words) - start
    for entry in entries.get(bare(words[start]), ()):
        used = _length(entry.words, words, start) if len(entry.words) <= left else 0
        if used:
            yield entry, used


def _length(patterns: Sequence[str], words: Sequence[str], start: int) -> int:
    """Return how many words spell an entry, 0 if they do not; a letter that was cut from its word is joined to it."""
    at = start
    for pattern in patterns:
        if at < len(words) and fits(pattern, words[at]):
            at += 1
        elif at + 1 < len(words) and words[at] in _CLITICS and fits(pattern, _joined(words[at], words[at + 1])):
            at += 2
        else:
            return 0
    return at - start


def _joined(clitic: str, word: str) -> str:
    return clitic + (word[1:] if clitic == "ل" and word.startswith(ARTICLE) else word)


def _optional(spelling: str) -> tuple[str, ...]:
    """Return the words of a common expression, each with or without the article."""
    return tuple("+" + stem(w) for w in spelling.split())


def stem(word: str) -> str:
    """Return a word without the article; the *al* of ألماني is its own."""
    levelled = key(form(word))
    return levelled if word[:2] in ("أل", "إل") else bare(levelled)


def _strict(spelling: str) -> tuple[str, ...]:
    return tuple(key(w) for w in form(spelling).split())


def _inflected(base: str, sense: Sense, sound: bool) -> Iterator[tuple[str, Sense]]:
    """Yield a singular noun, its accusative, dual and, if ``sound``, its masculine plural."""
    many = replace(sense, plural=True)
    head, space, tail = base.partition(" ")
    rest = space + tail
    yield base, sense
    if rest:
        return
    if head.endswith("ة"):
        for ending in ("تان", "تين"):
            yield head[:-1] + ending, replace(many, closed=True)
        for ending in ("تا", "تي"):
            yield head[:-1] + ending, many
        return
    yield head + "ا", replace(sense, closed=True)
    for ending in ("ان", "ين"):
        yield head + ending, replace(many, closed=True)
    if sound:
        yield head + "ون", replace(many, closed=True)
        yield head + "ي", many
        yield head + "و", many


def adjective_forms(base: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms of an adjective with whether they mean several persons; of two words, both or one may change."""
    words = base.split()
    for ending in ("", "ة", "ا", "ون", "ين", "ان", "ات", "تان", "تين", "و"):
        several = len(ending) > 1 or ending == "و"
        shapes = {tuple(w + ending for w in words), (*words[:-1], words[-1] + ending), (words[0] + ending, *words[1:])}
        for shape in sorted(shapes):
            yield " ".join(shape), several


def _classes_of(lexicon: ActorLexicon, text: str) -> frozenset[str]:
    return frozenset(c for c in CLASSES if text in lexicon.words(f"class {c}"))


def _word_sense(lexicon: ActorLexicon, raw: dict[str, Any], number: int) -> Sense:
    text = raw["english"][number]
    alone = raw.get("bare", raw["english"])[number]
    return Sense(
        "word",
        text,
        alone,
        _classes_of(lexicon, text),
        _classes_of(lexicon, alone),
        adjective=raw.get("adjective", False),
        plural=bool(number),
        holds=raw.get("holds", False),
    )


def _words(lexicon: ActorLexicon, raw: dict[str, Any]) -> Iterator[Entry]:
    one, many = _word_sense(lexicon, raw, 0), _word_sense(lexicon, raw, -1)
    many = replace(many, plural=True)
    if not one.classes:
        raise LexiconError(f"resources/{FILE}: {raw['english'][0]!r} is in no class of resources/en/actors.toml")
    for spelling in raw.get("forms", ()):
        base = " ".join(key(w) for w in form(spelling).split())
        for written, sense in _inflected(base, one, raw.get("sound") == "m"):
            yield Entry(_optional(written), many_of(sense, many))
    for spelling in raw.get("indefinite", ()):
        # A singular that with the article is something else («الوحدة اليمنية»).
        yield Entry(_strict(spelling), one)
    for spelling in raw.get("plural", ()):
        written = form(spelling)
        yield Entry(_optional(spelling), replace(many, closed=written.endswith(("ون", "ين"))))
        if " " not in written and not written.endswith(("ون", "ين", "ات", "ة", "ي", "ا")):
            # «قتلت جنودا»: the accusative of a broken plural.
            yield Entry(_optional(written + "ا"), replace(many, closed=True))
        if written.endswith("ين") and " " not in written:
            yield Entry(_optional(written[:-1]), many)
    for spelling in raw.get("adjective_forms", ()):
        for written, _ in adjective_forms(spelling):
            yield Entry(_optional(written), replace(one, adjective=True, only_adjective=True, closed=True))


def many_of(sense: Sense, many: Sense) -> Sense:
    """Return the plural's English word for a form that means several."""
    return replace(many, closed=sense.closed) if sense.plural else sense


def _states(lexicon: ActorLexicon) -> Iterator[Entry]:
    for row in load_csv("ar/states.csv"):
        state = lexicon.state(row["iso"])
        if state is None:
            raise LexiconError(f"resources/ar/states.csv: no state {row['iso']!r} in resources/actors/states.csv")
        adjectives = [a for a in row["adjectives"].split("|") if a]
        both = {_strict(article + a + "ة") for a in adjectives for article in ("", ARTICLE)}
        for column, name in (("nouns", "noun"), ("metonyms", "metonym"), ("leaders", "leader")):
            for spelling in filter(None, row[column].split("|")):
                shape = "both" if _strict(spelling) in both else name
                yield Entry(_strict(spelling), Sense("state", state=state, form=shape))
        for spelling in filter(None, row["plurals"].split("|")):
            yield Entry(_optional(spelling), Sense("state", state=state, form="plural", plural=True))
        for spelling in adjectives:
            for written, several in adjective_forms(spelling):
                shape = "plural" if several else "adjective"
                yield Entry(_optional(written), Sense("state", state=state, form=shape, plural=several))


def _peoples(raw: dict[str, dict[str, list[str]]]) -> Iterator[Entry]:
    for text, forms in raw.items():
        for spelling in forms.get("plurals", ()):
            yield Entry(_optional(spelling), Sense("ethnic", text, plural=True, form="plural"))
        for spelling in forms.get("adjectives", ()):
            for written, several in adjective_forms(spelling):
                shape = "plural" if several else "adjective"
                yield Entry(_optional(written), Sense("ethnic", text, plural=several, form=shape))


def _adjectives(raw: dict[str, list[str]]) -> Iterator[Entry]:
    for text, spellings in raw.items():
        english = "" if text == "words" else text
        for spelling in spellings:
            for written, _ in adjective_forms(spelling):
                yield Entry(_optional(written), Sense("filler", english))


def _actor_of(lexicon: ActorLexicon, raw: dict[str, Any]) -> Actor:
    name = raw["name"]
    found = [a for a in lexicon.actors if a.title == name] or [a for a in lexicon.actors if a.name == name]
    if found:
        return found[0]
    if "kind" not in raw:
        raise LexiconError(f"resources/{FILE}: no actor {name!r} in resources/actors; give its kind and countries")
    kind = {"rebel": ActorKind.REBEL, "political": ActorKind.POLITICAL, "identity": ActorKind.IDENTITY}[raw["kind"]]
    return make_actor(name, kind, countries=tuple(raw.get("countries", ())))


def _names(lexicon: ActorLexicon, raw: dict[str, Any]) -> Iterator[Entry]:
    actor = _actor_of(lexicon, raw)
    years = raw.get("years")
    sense = Sense(
        "name", actor=actor, years=(years[0], years[1]) if years else None,
        countries=tuple(raw.get("home", actor.countries)),
    )  # fmt: skip
    for alias in raw.get("aliases", ()):
        yield Entry(_strict(alias), sense)
    for alias in raw.get("local", ()):
        yield Entry(_strict(alias), replace(sense, local=True))


def _links(raw: dict[str, list[str]]) -> Iterator[Entry]:
    for kind, spellings in raw.items():
        for spelling in spellings:
            first, space, rest = form(spelling).partition(" ")
            variants = {first}
            if (
                rest
                and first not in ("من", "في", "ب", "ضمن")
                and kind in ("owned", "backed", "loyal", "held", "member")
            ):
                stem = first[:-1] if first in ("موال",) else first
                variants |= {stem + e for e in ("ة", "ين", "ون", "ان", "تين", "ات", "ا")}
                variants |= {stem + "ي" + e for e in ("ة", "ين", "ن")} if first.endswith("ال") else set()
            for variant in variants:
                yield Entry(_optional(variant + space + rest), Sense("link", kind))


def _index(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[Entry, None]] = {}
    for entry in entries:
        first = entry.words[0].lstrip("+")
        for start in {first, bare(first)}:
            found.setdefault(start, {}).setdefault(entry)
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in found.items()}


@cache
def load_arabic_actors() -> ArabicActors:
    """Return the Arabic words for actors, loaded once.

    Raises:
        LexiconError: A file is missing or an entry malformed.
    """
    lexicon = load_actors()
    raw = load_toml(FILE)
    try:
        groups = [*raw["group"], *load_toml(WORLD_FILE)["group"]]
        entries = [e for group in groups for actor in group["actors"] for e in _names(lexicon, actor)]
        entries += [*_states(lexicon), *_peoples(raw["ethnic"])]
        entries += [e for word in raw["word"] for e in _words(lexicon, word)]
        entries += _adjectives(raw["adjectives"])
        return ArabicActors(_index(entries), _index(_links(raw["links"])))
    except KeyError as error:
        raise LexiconError(f"resources/{FILE}: an entry lacks {error}") from error


def is_actor_word(word: str) -> bool:
    """Return whether a levelled word begins a name of an actor or state, so that clitics before it are cut."""
    known = load_arabic_actors().entries.get(bare(key(word)), ())
    return any(e.sense.kind in ("name", "state") and fits(e.words[0], key(word)) for e in known)
