"""A sentence as a row of items: names, states, words for people and forces, cues, fillers, and what breaks a phrase."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.annotate.actors_lexicon import (
    Actor,
    ActorKind,
    ActorLexicon,
    Entry,
    NameEntry,
    State,
    StateForm,
    WordEntry,
    make_actor,
)
from reportedly.annotate.actors_trie import Piece, pieces_of
from reportedly.annotations import Token
from reportedly.values import value

MAX_NAME = 6
"""Tokens before a group noun that may belong to its name; the longest such names in UCDP's list have six."""

_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)?|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth"
)
_SMALL = frozenset("the a an of and in on at by for from with to as his her its their this that these those".split())
"""Words that no group's own name begins with, capital or not."""
_VERB_TAGS = frozenset({"VBD", "VBP", "VBZ", "VB", "VBG"})


@value(frozen=True, slots=True)
class Item:
    """One step through a sentence.

    Attributes:
        kind: ``name``, ``state``, ``ethnic``, ``word``, ``unit``, ``cue`` (of ``cue`` kind), ``filler``, ``break``.
        first: First token.
        last: Last token.
        text: Folded words.
        glued: True if a hyphen stands before it.
        actor: Of a name.
        state: Of a state's word, with its ``form``.
        classes: Of a common word.
        capital: True if its first letter is a capital.
        cue: ``backed``, ``led``, ``held``, ``origin``, ``pro``, ``anti``, ``former``.
    """

    kind: str
    first: int
    last: int
    text: str
    glued: bool = False
    actor: Actor | None = None
    state: State | None = None
    form: str = ""
    classes: frozenset[str] = frozenset()
    capital: bool = False
    cue: str = ""


class ItemReader:
    """Turns tokens into items for one report: it knows the home country and the report's own abbreviations."""

    def __init__(self, lexicon: ActorLexicon, home: State | None, year: int | None) -> None:
        self.lexicon = lexicon
        self.home = home
        self.year = year
        self.short: dict[str, Actor] = {}
        self._cues = {
            word: cue
            for cue in ("origin", "held", "led", "backed", "former", "anti", "pro")
            for word in lexicon.words(cue)
        }
        self._fillers = lexicon.words("fillers") | lexicon.words("unknown")
        self._common = self._fillers.union(
            *(
                lexicon.words(f"class {c}")
                for c in ("force", "rebel", "fighter", "label", "group", "government", "civil", "police")
            )
        )

    def _allowed(self, value: Entry) -> bool:
        if not isinstance(value, NameEntry) or not value.local:
            return True
        return self.home is not None and self.home.iso in value.actor.countries

    def read(self, tokens: Sequence[Token]) -> list[Item]:
        """Return the items of a sentence."""
        pieces = pieces_of([t.text for t in tokens])
        shout = _is_shouted(pieces)
        names = {n.first: n for n in self._unknown_names(tokens, pieces)}
        items: list[Item] = []
        at = 0
        while at < len(pieces):
            if pieces[at].article and self._known(pieces, at + 1):
                at += 1
                continue
            item, used = self._item(tokens, pieces, at, shout, names)
            items.append(item)
            at += used
        return items

    def _item(
        self, tokens: Sequence[Token], pieces: Sequence[Piece], at: int, shout: bool, names: Mapping[int, _Name]
    ) -> tuple[Item, int]:
        piece = pieces[at]
        if piece.barrier:
            return Item("break", piece.token, piece.token, piece.text), 1
        known = self.short.get(piece.text.strip("."))
        if known:
            return Item("name", piece.token, piece.token, piece.text, piece.glued, actor=known, capital=True), 1
        match = self.lexicon.trie.match(pieces, at, self._allowed)
        if match and shout and pieces[at].text in ("IS", "US"):
            match = None
        length = match.last - match.first + 1 if match else 0
        name = names.get(at)
        if name and name.length > length and not self._known(pieces, at):
            last = pieces[at + name.length - 1].token
            kind = "unit" if name.unit else "name"
            return Item(kind, piece.token, last, name.text, piece.glued, actor=name.actor, capital=True), name.length
        if match:
            last = pieces[match.last].token
            text = " ".join(p.keys[0] for p in pieces[at : match.last + 1])
            item = self._matched(
                tokens, match.values, Item("break", piece.token, last, text, piece.glued, capital=piece.capital)
            )
            if item.kind != "break":
                return item, length
        return self._cue(tokens, piece), 1

    def _known(self, pieces: Sequence[Piece], at: int) -> bool:
        match = self.lexicon.trie.match(pieces, at, self._allowed) if at < len(pieces) else None
        return match is not None and any(isinstance(v, NameEntry) for v in match.values)

    def _matched(self, tokens: Sequence[Token], values: tuple[Entry, ...], base: Item) -> Item:
        first, last = base.first, base.last
        named = [v for v in values if isinstance(v, NameEntry)]
        forms = [v for v in values if isinstance(v, StateForm)]
        classes = frozenset(v.kind for v in values if isinstance(v, WordEntry))
        span = {
            "first": _with_article(tokens, first),
            "last": last,
            "text": base.text,
            "glued": base.glued,
            "capital": base.capital,
        }
        if named and not (forms and not self._here(named[0].actor)):
            return Item("name", actor=self._choose(named), **span)  # type: ignore[arg-type]
        if forms:
            form = _form(forms, base)
            return Item("state", state=forms[0].state, form=form, **span)  # type: ignore[arg-type]
        if "ethnic" in classes:
            return Item("ethnic", classes=classes - {"ethnic"}, **span)  # type: ignore[arg-type]
        cue = self._cue_kind(base.text)
        if cue and base.glued:
            return Item("cue", cue=cue, classes=classes, **span)  # type: ignore[arg-type]
        token = tokens[last]
        verb = token.tag in _VERB_TAGS and token.pos in ("VERB", "AUX") and base.text in self.lexicon.words("verbs")
        if verb and not base.glued and first == last:
            return Item("break", first, last, base.text)
        return Item("word", classes=classes, **span)  # type: ignore[arg-type]

    def _here(self, actor: Actor) -> bool:
        return self.home is None or self.home.iso in actor.countries or not actor.countries

    def _choose(self, named: Sequence[NameEntry]) -> Actor:
        """Prefer the actor whose country and years are the report's."""

        def rank(pair: tuple[int, NameEntry]) -> tuple[int, int, int]:
            number, entry = pair
            here = self.home is not None and self.home.iso in entry.actor.countries
            years = entry.actor.years
            active = not (self.year and years) or years[0] <= self.year <= years[1]
            return (-int(here), -int(active), number)

        return min(enumerate(named), key=rank)[1].actor

    def _cue_kind(self, text: str) -> str:
        cue = self._cues.get(text, "")
        return cue if cue in ("backed", "led", "held", "origin") else ""

    def _cue(self, tokens: Sequence[Token], piece: Piece) -> Item:
        key = piece.keys[0]
        cue = self._cues.get(key)
        if cue:
            return Item("cue", piece.token, piece.token, key, piece.glued, cue=cue)
        if key in self._fillers:
            return Item("filler", piece.token, piece.token, key, piece.glued, capital=piece.capital)
        return Item("break", piece.token, piece.token, key, piece.glued, capital=piece.capital)

    def _unknown_names(self, tokens: Sequence[Token], pieces: Sequence[Piece]) -> list[_Name]:
        last_words, first_words = self.lexicon.words("name_last"), self.lexicon.words("name_first")
        found: list[_Name] = []
        for at, piece in enumerate(pieces):
            if not piece.capital or piece.barrier:
                continue
            if piece.keys[0] in last_words or piece.keys[-1] in last_words:
                name = self._ending(tokens, pieces, at)
                if name:
                    found.append(name)
            if piece.keys[0] in first_words:
                end = at
                while end + 1 < len(pieces) and end - at < MAX_NAME and _continues(pieces, end + 1, first_words):
                    end += 1
                while end > at and pieces[end].article:
                    end -= 1
                if end > at and not pieces[at + 1].barrier:
                    found.append(_named(tokens, pieces, at, end))
        return found

    def _ending(self, tokens: Sequence[Token], pieces: Sequence[Piece], at: int) -> _Name | None:
        unit = pieces[at].keys[0] in self.lexicon.words("numbered")
        start, told = at, False
        while start > 0 and at - start < MAX_NAME:
            before = pieces[start - 1]
            if unit and _ORDINAL.fullmatch(before.text):
                return _Name(start - 1, at, "unit", None, True)
            state = self.lexicon.trie.match(pieces, start - 1)
            is_state = state is not None and any(isinstance(v, StateForm) for v in state.values)
            if (
                before.barrier
                or not before.capital
                or before.keys[0] in _SMALL
                or is_state
                or (start - 1 == 0 and _sentence_word(tokens, before))
            ):
                break
            told = told or before.keys[0] not in self._common
            start -= 1
        if unit and start < at and all(p.keys[0] in self.lexicon.words("unit_kinds") for p in pieces[start:at]):
            return _Name(start, at, "unit", None, True)
        while start < at and pieces[start].keys[0] in self._common:
            start += 1
        if start == at or not told or any(self._known(pieces, k) for k in range(start, at)):
            return None
        if unit and any(_ORDINAL.fullmatch(p.text) for p in pieces[start:at]):
            return _Name(start, at, "unit", None, True)
        return _named(tokens, pieces, start, at)


@dataclass(frozen=True, slots=True)
class _Name:
    first: int
    last: int
    text: str
    actor: Actor | None
    unit: bool = False

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def _named(tokens: Sequence[Token], pieces: Sequence[Piece], first: int, last: int) -> _Name:
    text = tokens[pieces[first].token].text
    for index in range(pieces[first].token + 1, pieces[last].token + 1):
        gap = "" if tokens[index].start == tokens[index - 1].end else " "
        text += gap + tokens[index].text
    kind = ActorKind.POLITICAL if re.search(r"\b(?:Cartel|Gang)\b", text) else ActorKind.REBEL
    return _Name(first, last, text, make_actor(text, kind))


def _form(forms: Sequence[StateForm], base: Item) -> str:
    """Return the form that fits: a people's plural before an adjective that lost its apostrophe, else ``both``."""
    kinds = [f.form for f in forms]
    if "plural" in kinds and base.text.endswith("s"):
        return "plural"
    return kinds[0] if len(set(kinds)) == 1 else "both"


def _continues(pieces: Sequence[Piece], at: int, first_words: frozenset[str]) -> bool:
    piece = pieces[at]
    if piece.barrier or piece.keys[0] in first_words:
        return False
    return piece.article or piece.capital


def _sentence_word(tokens: Sequence[Token], piece: Piece) -> bool:
    return tokens[piece.token].pos not in ("PROPN", "NOUN", "ADJ", "X")


def _with_article(tokens: Sequence[Token], first: int) -> int:
    if first > 0 and tokens[first - 1].text in ("Al", "al", "El", "el"):
        return first - 1
    return first


def _is_shouted(pieces: Sequence[Piece]) -> bool:
    """True where most words are in capitals, so that IS and US may be a verb and a pronoun."""
    words = [p for p in pieces if not p.barrier and len(p.text) > 1 and p.text.isalpha()]
    return len(words) > 4 and sum(p.upper for p in words) > 0.7 * len(words)
