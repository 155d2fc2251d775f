"""An Arabic sentence as a row of items: names, states, words for people and forces, adjectives, links, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import Actor, ActorLexicon, NameEntry, State
from reportedly.annotate.actors_trie import pieces_of
from reportedly.annotate.arabic_actors_lexicon import (
    ARTICLE,
    ArabicActors,
    Entry,
    Sense,
    bare,
    key,
    load_arabic_actors,
)
from reportedly.annotate.arabic_text import form
from reportedly.annotations import Token
from reportedly.values import value

QUOTES = frozenset("\"“”«»'‘’‚„`()[]{}*#ـ-–—")
"""Marks that stand inside and around a name."""

_CLITICS = "وفبلك"
"""Letters that may be written onto a name that the analyser did not know."""

_PRONOUNS = ("ها", "هما", "هم", "هن", "ه")
_BOUND = {p + s: (p, s) for p in "ل" for s in ("ه", "ها", "هم", "هما")}
_JOINTS = frozenset({"و", "أو", "او", "،", ",", "/", "ثم"})


@value(frozen=True, slots=True)
class Word:
    """A word of a token: the analyser joins expressions of several words into one token."""

    token: int
    text: str
    raw: str


@value(frozen=True, slots=True)
class ArabicItem(Item):
    """An item with what Arabic marks on it.

    Attributes:
        definite: True if it bears the article.
        closed: True if no owner may follow.
        adjective: True where it follows a noun as its adjective.
        plural: True for more than one.
        bare: Its English word where nothing says whose it is, with ``bare_classes``.
        word: Its first word without the article, by which a later "the movement" finds it.
        holds: True for land that somebody holds.
        clitics: Letters written onto its first word that are not its own.
        possessed: True with a pronoun written onto it.
    """

    definite: bool = False
    closed: bool = False
    adjective: bool = False
    plural: bool = False
    bare: str = ""
    bare_classes: frozenset[str] = frozenset()
    word: str = ""
    holds: bool = False
    clitics: int = 0
    possessed: bool = False


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """Return the written words of a sentence with their tokens, without words of no width."""
    found: list[Word] = []
    for token in tokens:
        if token.start == token.end:
            continue
        written = token.form or form(token.text)
        if written in _BOUND:
            found += [Word(token.index, part, part) for part in _BOUND[written]]
        else:
            found += [Word(token.index, key(w), w) for w in written.split()]
    return found


class ArabicItemReader:
    """Turns tokens into items for one report."""

    def __init__(self, lexicon: ActorLexicon, home: State | None, year: int | None) -> None:
        self.lexicon = lexicon
        self.home = home
        self.year = year
        self.names: ArabicActors = load_arabic_actors()

    def read(self, tokens: Sequence[Token]) -> list[ArabicItem]:
        """Return the items of a sentence."""
        words = words_of(tokens)
        texts = [w.text for w in words]
        items: list[ArabicItem] = []
        before: ArabicItem | None = None
        at = 0
        while at < len(words):
            victim = tokens[words[at].token]
            if victim.lemma == "person" and victim.pos == "PROPN":
                # A victim's name, as the analyser joined it: a person of whom no side is told.
                item, used = self._victim(victim), sum(w.token == victim.index for w in words[at:])
            else:
                item, used = self._item(tokens, words, texts, at, before)
            items.append(item)
            before = before if item.kind == "quote" else item
            at += used
        return items

    def _item(
        self, tokens: Sequence[Token], words: Sequence[Word], texts: Sequence[str], at: int, before: ArabicItem | None
    ) -> tuple[ArabicItem, int]:
        word = words[at]
        text = word.text
        if text in QUOTES or not (text.isalnum() or any(c.isalnum() for c in text)):
            kind = "quote" if text in QUOTES else "joint" if text in _JOINTS else "break"
            return ArabicItem(kind, word.token, word.token, text), 1
        texts = self._plain_texts(tokens, words, texts, at, before)
        text = texts[at]
        link = self.names.find_link(texts, at)
        entry = self._choose(texts, at)
        if link and (entry is None or link[1] > entry[1]):
            last = words[at + link[1] - 1].token
            return ArabicItem("link", word.token, last, text, cue=link[0].sense.text), link[1]
        if (
            entry is not None
            and entry[0].sense.kind == "state"
            and set(texts[at + entry[1] : at + entry[1] + 1]) & _MADE
        ):
            # «طائرة روسية الصنع»: where it was made, and nobody's it is.
            return ArabicItem("filler", word.token, words[at + entry[1]].token, text), entry[1] + 1
        if entry is not None:
            item = self._made(entry[0].sense, word, words[at + entry[1] - 1].token, text, before)
            return self._settled(item, tokens, before), entry[1]
        glued = self._glued(texts, at) or self._suffixed(word.raw)
        if glued is not None:
            possessed = glued[0].sense.kind == "word"
            stem = text if possessed else text[1:]
            item = self._made(glued[0].sense, word, words[at + glued[1] - 1].token, stem, before)
            return replace(item, clitics=0 if possessed else 1, possessed=possessed), glued[1]
        return self._plain(tokens, word), 1

    def _victim(self, token: Token) -> ArabicItem:
        """Read a victim's name as the word for a person; after a title («القيادي خالد العمر») the title tells who it is."""
        if token.dep == "appos":
            return ArabicItem("break", token.index, token.index, token.lemma, definite=True)
        return self._noun(token.index, token, definite=True)

    def _plain_texts(
        self, tokens: Sequence[Token], words: Sequence[Word], texts: Sequence[str], at: int, before: ArabicItem | None
    ) -> Sequence[str]:
        """Return the words with the one at ``at`` as it is looked up: as an adjective, owned, or without its pronoun.

        «جنديا تركيا» is a Turkish soldier, since the tree has an adjective there; «الجيش الاحتلال» is the occupier's
        army; a pronoun turns the ending of «مرتزقة» («مرتزقته»).
        """
        text = texts[at]
        if text == _ARMY and texts[at + 1 : at + 2] == [_OCCUPATION]:
            text = text.removeprefix(ARTICLE)
        elif text == _FIGHTERS and tokens[words[at].token].lemma == "fighter":
            text = "مقاتلين"
        elif text.endswith("يا") and tokens[words[at].token].pos == "ADJ" and at and texts[at - 1].endswith("ا"):
            found = self._choose(texts, at)
            country = found is not None and found[0].sense.kind == "state" and found[0].sense.form == "noun"
            text = text[:-1] if country and before is not None and not before.definite else text
        elif text.endswith("ت") and at + 1 < len(texts) and tokens[words[at + 1].token].tag == "PRP$":
            turned = words[at + 1].text in _PRONOUNS and not self.names.begins(text)
            text = text[:-1] + "ة" if turned else text
        return texts if text == texts[at] else [*texts[:at], text, *texts[at + 1 :]]

    def _choose(self, texts: Sequence[str], at: int) -> tuple[Entry, int] | None:
        """Return the longest entry that may be meant here; names before words, the report's own before others."""
        best: tuple[Entry, int] | None = None
        if not self.names.begins(texts[at]):
            return None
        for entry, used in self.names.find(texts, at):
            if best is not None and used < best[1]:
                break
            if not self._allowed(entry.sense) or (entry.sense.local and self._of_another(entry, texts[at + used :])):
                continue
            if best is None or self._rank(entry.sense) < self._rank(best[0].sense):
                best = entry, used
        return best

    def _of_another(self, entry: Entry, rest: Sequence[str]) -> bool:
        """Return whether the people of another state follow a local name («العدوان الأمريكي» in Yemen)."""
        return bool(rest) and any(
            found.sense.state is not None
            and found.sense.form == "adjective"
            and found.sense.state.iso not in entry.sense.countries
            for found, _ in self.names.find(rest[:1], 0)
        )

    def _allowed(self, sense: Sense) -> bool:
        if sense.kind != "name" or not sense.local:
            return True
        here = self.home is not None and self.home.iso in sense.countries
        return here and not (self.year and sense.years and not sense.years[0] <= self.year <= sense.years[1])

    def _rank(self, sense: Sense) -> tuple[int, int]:
        here = self.home is not None and self.home.iso in sense.countries
        active = not (self.year and sense.years) or sense.years[0] <= self.year <= sense.years[1]
        return (-int(sense.kind == "name"), -int(here) - int(active))

    def _glued(self, texts: Sequence[str], at: int) -> tuple[Entry, int] | None:
        """Return the name behind a letter that is written onto it."""
        text = texts[at]
        if text[0] not in _CLITICS or len(text) < 4:
            return None
        first = text[1:] if not text.startswith("لل") else ARTICLE + text[2:]
        if not self.names.begins(first):
            return None
        rest = [first, *texts[at + 1 : at + 8]]
        entry = self._choose(rest, 0)
        return entry if entry is not None and entry[0].sense.kind == "name" else None

    def _suffixed(self, text: str) -> tuple[Entry, int] | None:
        """Return the word that a pronoun is written onto, where the analyser left it so (حلفائه)."""
        if not text.endswith(_PRONOUNS):
            return None
        for ending in _PRONOUNS:
            stem = text.removesuffix(ending)
            if stem == text or len(stem) < 3:
                continue
            for base in (stem, stem[:-1] + "ء" if stem[-1] in "ئؤ" else stem):
                entry = self._choose([base], 0) if self.names.begins(base) else None
                if entry is not None and entry[0].sense.kind == "word" and not entry[0].sense.closed:
                    return entry
        return None

    def _made(self, sense: Sense, word: Word, last: int, text: str, before: ArabicItem | None) -> ArabicItem:
        definite = text.startswith(ARTICLE)
        modifies = sense.adjective and _may_modify(before, sense, definite)
        return ArabicItem(
            sense.kind, word.token, last, sense.text, actor=sense.actor, state=sense.state, form=sense.form,
            classes=sense.classes, definite=definite, closed=sense.closed, plural=sense.plural,
            bare=sense.bare, bare_classes=sense.bare_classes, word=bare(text), holds=sense.holds,
            adjective=sense.only_adjective or sense.kind == "filler" or modifies,
        )  # fmt: skip

    def _settled(self, item: ArabicItem, tokens: Sequence[Token], before: ArabicItem | None) -> ArabicItem:
        """Let the tree tell an adjective from a noun where no noun for people stands before it."""
        if item.kind != "word" or item.adjective or item.plural or item.bare not in _ADJECTIVAL:
            return item
        token = tokens[item.last]
        noun = next((t for t in reversed(tokens[: token.index]) if t.start < t.end), None)
        if noun is None or noun.pos not in _NOUNS or noun.lemma in _TOLLS:
            return item
        if token.pos == "NOUN" and token.dep == "dobj" and token.tag == "NN":
            return item
        agrees = item.definite == noun.form.startswith(ARTICLE)
        return replace(item, adjective=True) if agrees or token.dep == "amod" else item

    def _plain(self, tokens: Sequence[Token], word: Word) -> ArabicItem:
        token = tokens[word.token]
        at, lemma, definite = word.token, token.lemma, word.text.startswith(ARTICLE)
        if word.text in _JOINTS:
            return ArabicItem("joint", at, at, word.text, definite=definite)
        if word.text in _PRONOUNS or token.tag == "PRP$":
            return ArabicItem("pronoun", at, at, "its", definite=definite)
        known = self._latin(token) if token.text.isascii() and token.text.isalpha() else None
        if known is not None:
            return ArabicItem("name", at, at, lemma, actor=known, definite=True)
        if word.text[0].isdigit() or token.pos == "NUM":
            return ArabicItem("number", at, at, lemma, definite=definite)
        if token.pos == "ADJ" and token.dep == "amod":
            return ArabicItem("filler", at, at, lemma, definite=definite, adjective=True)
        if token.pos != "NOUN" or token.dep == "amod":
            return ArabicItem("break", at, at, lemma, definite=definite)
        return self._noun(at, self._whole(tokens, token), definite)

    @staticmethod
    def _whole(tokens: Sequence[Token], token: Token) -> Token:
        """Return the head of the English words that one Arabic word stands for (مختار, *village elder*)."""
        head = tokens[token.head]
        return head if token.dep == "compound" and head.start == head.end and head.index > token.index else token

    def _latin(self, token: Token) -> Actor | None:
        """Return the actor of an abbreviation in Latin letters."""
        match = self.lexicon.trie.match(pieces_of([token.text]), 0)
        named = [v.actor for v in match.values if isinstance(v, NameEntry) and not v.local] if match else []
        return named[0] if named and token.text.isupper() else None

    def _noun(self, first: int, token: Token, definite: bool) -> ArabicItem:
        """Read a noun that only the analyser knows by the class of its English lemma."""
        several, lemma = token.tag == "NNS", token.lemma
        civil = self.lexicon.words("class civil")
        for text in (*(_plurals(lemma) if several else ()), lemma):
            if text in civil:
                return ArabicItem(
                    "word", first, token.index, text, classes=_CIVIL, definite=definite, plural=several, bare=text,
                    bare_classes=_CIVIL,
                )  # fmt: skip
        return ArabicItem("noun", first, token.index, lemma, definite=definite)


_CIVIL = frozenset({"civil"})

_ARMY, _OCCUPATION = "الجيش", "الاحتلال"

_NOUNS = ("NOUN", "PROPN")
_TOLLS = frozenset(
    "killing injury death wounding arrest detention kidnapping abduction murder assassination martyrdom targeting "
    "execution release fall body corpse torture loss shooting sniping".split()
)
"""Nouns after which a word for a person is who it happened to (مقتل مدني), not its adjective."""
_ADJECTIVAL = frozenset(
    "gunman fighter insurgent separatist jihadist terrorist takfiri soldier civilian artillery navy opposition".split()
) | {"suicide bomber", "unknown assailants", "masked men"}


_FIGHTERS: Final = "مقاتلات"
"""Warplanes, or women who fight where the tree says so."""

_MADE: Final = frozenset({"الصنع", "الصناعه", "الصناعة", "المنشا", "المنشأ", "التصنيع"})
"""After a nationality: where a thing was made."""


def _plurals(lemma: str) -> tuple[str, ...]:
    special = {"man": "men", "woman": "women", "child": "children", "person": "people", "civil": "civilians"}
    if lemma in special:
        return (special[lemma],)
    return (lemma[:-1] + "ies" if lemma.endswith("y") else lemma + "s",)


def _may_modify(before: ArabicItem | None, item: Sense, definite: bool) -> bool:
    """Return whether a word that can be an adjective is one after the item before it."""
    if before is None or before.kind not in ("word", "name", "state", "ethnic", "filler", "noun"):
        return False
    if before.kind == "name":
        return "label" in item.classes and definite and not item.plural
    if before.kind == "noun" or (before.kind == "filler" and not before.adjective):
        return not item.plural and before.definite == definite and before.kind != "noun"
    if item.classes & {"rebel", "force"} and before.kind == "word":
        return before.definite == definite and not before.closed
    people = before.kind == "word" and before.classes & {"member", "fighter", "soldier", "civil"}
    if item.classes & {"civil"} and not item.plural:
        return before.kind == "word" and "civil" in before.classes and before.definite == definite
    if item.plural:
        return bool(people) and before.definite == definite and before.plural
    return before.kind == "word" and before.definite == definite
