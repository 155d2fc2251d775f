"""Find phrases that a lexicon describes as sequences of word classes; ``dates.py`` and ``quantities.py`` read them.

A text is cut into pieces, each piece gets one character that stands for the set of classes it belongs to, and the
phrases are regular expressions over those characters: short, without unbounded repeats, hence linear in the text.

A phrase in a lexicon is written in words: ``last`` is that word, ``MONTH`` a class, ``MONTH&CAP`` both, ``MONTH&~CAP``
the first without the second, ``day:DAY`` a class whose piece the caller wants by name, ``{macro}`` a named part; the
rest (``( ) | ?`` and look-around) is regular-expression syntax.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from reportedly.errors import LexiconError
from reportedly.resources import load_toml
from reportedly.values import value

_LEXEME: Final = re.compile(
    r"""(?P<ISODATE>\d{4}-\d{2}-\d{2}(?!\w))
      | (?P<NUMDATE>\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)\d{4}(?!\w)|\d{4}(?P<sep2>[./])\d{1,2}(?P=sep2)\d{1,2}(?!\w))
      | (?P<TIME>\d{1,2}:\d{2}(?::\d{2})?(?!\w))
      | (?P<NUMBER>\d{1,3}(?:,\d{3})+(?![\w]|[.,]\d)|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\w)|\d+(?!\w|[.,]\d))
      | (?P<DECIMAL>\d+[.,]\d+(?![\w]|[.,]\d))
      | (?P<ORDINAL>\d+(?:st|nd|rd|th)(?!\w))
      | (?P<DECADE>(?:19|20)\d0s(?!\w))
      | (?P<KILO>\d+(?:\.\d+)?k(?!\w))
      | (?P<AMPM>[ap]\.\s?m(?:\.(?=\s[^A-Z\s])|\.?(?!\w))|[ap]m(?!\w))
      | (?P<WORD>[^\W\d_]+(?!\w))
      | (?P<OTHER>\w+)
      | (?P<POSS>['’ʼ]s(?!\w))
      | (?P<HYPH>(?<=\w)[-‐‑–—](?=\w))
      | (?P<DASH>[-‐‑–—]+)
      | (?P<BREAK>\n[^\S\n]*\n)
      | (?P<MARK>[^\w\s])""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a piece can be, longest readings first. A ``NUMBER`` never ends inside a longer figure or code."""

_MARKS: Final = {
    ",": "COMMA", "،": "COMMA", ".": "DOT", "/": "SLASH", "%": "PERCENT", "٪": "PERCENT", "+": "PLUS",
    ":": "COLON", "(": "OPEN", "[": "OPEN", ")": "CLOSE", "]": "CLOSE", "#": "HASH", "№": "HASH",
    "$": "MONEY", "€": "MONEY", "£": "MONEY", "¥": "MONEY", "₽": "MONEY", "₴": "MONEY",
}  # fmt: skip

_SHAPES: Final = (
    "1", "12", "13", "31", "32", "99", "100", "1899", "1900", "2000", "2099", "2100", "12345", "11899", "151950",
    "152015", "12015", "992015", "1234567", "12345678", "0", "01", "032", "0123", "02015", "012017", "992017",
    "0002015", "12099", "321950", "13th", "32nd", "2020-01-01", "01/02/2020", "8:05", "1.5", "2.3k", "1990s",
    "a.m.", "'s", "x1", "x", "X", "xxxs", "Xxxs", ";", "1,000", "1,000,000",
)  # fmt: skip
"""One text for each set of classes that a piece outside the lexicon can have; hyphens and marks are added to them."""

MOST_WORDS: Final = 50_000
"""Words kept with their classes: the vocabulary of some thousand reports, about 10 MB."""

_MACRO_DEPTH: Final = 3
"""How deep macros may stand in macros: the lexicons need two."""

_PRIVATE: Final = 0xE000
"""First code point of the Basic Multilingual Plane's private use area: no clash with pattern syntax."""


@value(frozen=True, slots=True)
class Piece:
    """One word, figure or mark.

    Attributes:
        start: Offset into the text searched.
        end: Offset of its end.
        text: The words.
        classes: Classes of its shape (``NUMBER``, ``CAP``) and those that the lexicon gives.
        value: What it counts or stands for, where it has a value.
    """

    start: int
    end: int
    text: str
    classes: frozenset[str]
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One lexicon entry.

    Attributes:
        name: Its name in the lexicon.
        make: What the caller makes of a match.
        add: Number that ``make`` takes, such as days.
        flags: Words that ``make`` takes.
        examples: Texts in which it must match.
        counters: Texts in which it must not.
        patterns: Compiled phrases.
        gate: Any of them, so that most rules cost one look.
    """

    name: str
    make: str
    add: int
    flags: frozenset[str]
    examples: tuple[str, ...]
    counters: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    gate: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """One match: the rule, the pieces it covers, the named ones, and the piece before."""

    rule: Rule
    pieces: tuple[Piece, ...]
    named: tuple[tuple[str, Piece], ...]
    before: Piece | None

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.pieces[-1].end

    def piece(self, name: str) -> Piece | None:
        """Return the piece called ``name``, or ``None``."""
        return next((piece for key, piece in self.named if key == name), None)

    def value(self, name: str) -> int | None:
        """Return the value of the piece called ``name``, or ``None``."""
        piece = self.piece(name)
        return None if piece is None else piece.value


def _whole(text: str) -> int | None:
    digits = "".join(char for char in text if char.isdecimal())
    # A figure above 15 digits is an id or a phone number, not a count.
    return int(digits) if digits and len(digits) <= 15 else None


def _number_classes(text: str, value: int | None) -> set[str]:
    """Return the classes of a whole number: what it could be in a date."""
    if value is None or not text.isdecimal():
        return set()
    classes = {"PLAIN"}
    if 1 <= value <= 31 and len(text) <= 2:
        classes.add("DAY")
    if len(text) == 4 and 1900 <= value <= 2099:
        classes.add("YEAR")
    if len(text) in (5, 6) and 1900 <= value % 10_000 <= 2099 and 1 <= value // 10_000 <= 31:
        classes.add("DAYYEAR")
    if len(text) > 1 and text[0] == "0":
        classes.add("PADDED")
    return classes


Join = Callable[[tuple[Piece, ...]], tuple[Piece, ...]]
"""Joins neighbouring pieces that are one, such as the words of a number."""


class Grammar:
    """The word classes and rules of one lexicon file."""

    def __init__(self, name: str, join: Join | None = None, joined: tuple[str, ...] = ()) -> None:
        """Compile the lexicon ``name``.

        Args:
            name: Path below ``resources/``.
            join: Joins neighbouring pieces before the search, such as *twenty* and *three*.
            joined: One text for each set of classes that a joined piece can have.

        Raises:
            LexiconError: An entry lacks a key, uses an unknown class, or a word has two values.
        """
        self._name = name
        self._join = join
        self._seen: dict[str, tuple[frozenset[str], int | None]] = {}
        data = load_toml(name)
        self._classes: dict[str, frozenset[str]] = {}
        self._values: dict[str, int] = {}
        self._known: set[str] = set()
        entries: list[dict[str, Any]] = data.get("rule", [])
        self._macros: dict[str, str] = data.get("macros", {})
        self._read_words(data.get("words", {}), entries)
        self._codes = self._number_sets(joined)
        self.rules = tuple(self._rule(entry) for entry in entries)
        self._starting = self._by_first()

    def _by_first(self) -> dict[str, tuple[Rule, ...]]:
        """Return for each character that a phrase can begin with the rules that begin so: most words are in none."""
        firsts = [(rule, _firsts(_LOOK.sub("", rule.gate.pattern))) for rule in self.rules]
        known = {char for _, chars in firsts for char in chars}
        return {char: tuple([rule for rule, chars in firsts if char in chars]) for char in sorted(known)}

    def _read_words(self, words: dict[str, Any], entries: list[dict[str, Any]]) -> None:
        gathered: dict[str, set[str]] = {}
        for name, members in words.items():
            self._known.add(name)
            for written in members:
                word = self._key(written)
                gathered.setdefault(word, set()).add(name)
                if not isinstance(members, dict):
                    continue
                if self._values.setdefault(word.lower(), members[written]) != members[written]:
                    raise LexiconError(f"resources/{self._name}: {written!r} has two values; give it one")
        texts = [text for entry in entries for text in entry["match"]] + list(self._macros.values())
        for literal in {self._key(item) for text in texts for item in _literals(text)}:
            gathered.setdefault(literal, set()).add(f"={literal}")
        self._classes = {word: frozenset(names) for word, names in gathered.items()}

    def _key(self, word: str) -> str:
        """Return a word of the lexicon on the form that texts are looked up by."""
        return word

    def _variants(self) -> Iterable[str]:
        """Return the forms of the lexicon's words, each with its set of classes."""
        return [form for word in self._classes for form in (word, word.title(), word.upper())]

    def _number_sets(self, joined: tuple[str, ...]) -> dict[frozenset[str], str]:
        """Give each set of classes that a piece can have a character of its own."""
        sets: set[frozenset[str]] = {frozenset({"HYPH"}), frozenset({"DASH"}), frozenset({"BREAK"}), frozenset()}
        for text in (*self._variants(), *_SHAPES, *_MARKS, *joined):
            sets.update(piece.classes for piece in (*self._cut(text), *self.pieces(text)))
        ordered = sorted(sets, key=sorted)
        self._known.update(name for classes in sets for name in classes)
        return {classes: chr(_PRIVATE + number) for number, classes in enumerate(ordered)}

    def _set(self, item: str) -> str:
        """Return the character set of ``WORD``, ``word``, ``A&B`` or ``A&~B``."""
        wanted: set[str] = set()
        unwanted: set[str] = set()
        for part in item.split("&"):
            bare = part.removeprefix("~")
            name = bare if bare.isupper() else f"={self._key(bare)}"
            if name not in self._known:
                raise LexiconError(f"resources/{self._name}: no word class {bare!r}; add it under [words]")
            (unwanted if part.startswith("~") else wanted).add(name)
        chars = [char for classes, char in self._codes.items() if wanted <= classes and not unwanted & classes]
        if not chars:
            raise LexiconError(f"resources/{self._name}: nothing can be {item!r}; mend the phrase")
        return f"[{''.join(chars)}]"

    def _compile(self, phrase: str) -> re.Pattern[str]:
        for _ in range(_MACRO_DEPTH):
            phrase = re.sub(r"\{(\w+)\}", lambda match: self._macros.get(match[1], match[0]), phrase)

        def item(match: re.Match[str]) -> str:
            body = self._set(match["body"])
            return f"(?P<{match['name']}>{body})" if match["name"] else body

        phrase = re.sub(r"\((?!\?)", "(?:", phrase)
        try:
            pattern = re.compile(_ITEM.sub(item, phrase).replace(" ", ""))
        except re.error as error:
            raise LexiconError(f"resources/{self._name}: {phrase!r}: {error}") from error
        if pattern.match("") is not None:
            raise LexiconError(f"resources/{self._name}: {phrase!r} matches nothing at all; make a part of it required")
        return pattern

    def _rule(self, entry: dict[str, Any]) -> Rule:
        patterns = tuple(self._compile(phrase) for phrase in entry["match"])
        try:
            return Rule(
                entry["name"],
                entry["make"],
                entry.get("add", 0),
                frozenset(entry.get("flags", ())),
                tuple(entry["examples"]),
                tuple(entry.get("counters", ())),
                patterns,
                re.compile("|".join(f"(?:{_NAMED.sub('(?:', pattern.pattern)})" for pattern in patterns)),
            )
        except KeyError as error:
            raise LexiconError(f"resources/{self._name}: a [[rule]] lacks {error}") from error

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Cut ``text`` into pieces, in order, and join those that belong together."""
        cut = self._cut(text)
        return cut if self._join is None else self._join(cut)

    def _cut(self, text: str) -> tuple[Piece, ...]:
        return tuple([self._piece(match) for match in _LEXEME.finditer(text)])

    def _piece(self, match: re.Match[str]) -> Piece:
        text = match[0]
        if match.lastgroup != "WORD":
            return Piece(match.start(), match.end(), text, *shape(match.lastgroup or "OTHER", text))
        # A report uses few different words, so each is looked up once.
        known = self._seen.get(text)
        if known is None:
            known = self._word(text)
            if len(self._seen) < MOST_WORDS:
                self._seen[text] = known
        return Piece(match.start(), match.end(), text, *known)

    def _word(self, text: str) -> tuple[frozenset[str], int | None]:
        lower = text.lower()
        classes = {"WORD"} | self._classes.get(lower, frozenset()) | self._classes.get(text, frozenset())
        if text[0].isupper():
            classes.add("CAP")
        if len(text) > 3 and lower.endswith("s") and not lower.endswith("ss"):
            classes.add("PLURALISH")
        return frozenset(classes), self._values.get(lower)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the matches in ``text``: leftmost, then longest, then first in the lexicon; they never overlap."""
        return self._matches(self.pieces(text))

    def _matches(self, pieces: tuple[Piece, ...]) -> tuple[Found, ...]:
        blank = self._codes[frozenset()]
        codes = "".join([self._codes.get(piece.classes, blank) for piece in pieces])
        found, end = [], 0
        for at, code in enumerate(codes):
            best = self._longest(codes, at) if at >= end and code in self._starting else None
            if best is not None:
                end = best[1].end()
                found.append(_found(*best, pieces))
        return tuple(found)

    def _longest(self, codes: str, start: int) -> tuple[Rule, re.Match[str]] | None:
        """Return the longest match at an index, the first in the lexicon of several."""
        rules = [rule for rule in self._starting[codes[start]] if rule.gate.match(codes, start)]
        if not rules:
            return None
        tried = [(rule, pattern.match(codes, start)) for rule in rules for pattern in rule.patterns]
        return max([(rule, match) for rule, match in tried if match is not None], key=lambda pair: pair[1].end())


_NAMED: Final = re.compile(r"\(\?P<\w+>")
_LOOK: Final = re.compile(r"\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_ITEM: Final = re.compile(r"(?:(?P<name>[a-z]\w*):)?(?P<body>[A-Za-z'\u0621-\u064a]+(?:&~?[A-Za-z'\u0621-\u064a]+)*)")


_TOKEN: Final = re.compile(
    r"\[(?P<set>[^\]]*)\](?P<may>[?*]|\{0)?|(?P<close>\))(?P<empty>[?*]|\{0)?|\(\?:|\||\{\d|[\d,}+?]|(?P<char>.)"
)
"""A set, a group's edge or ``|`` in a phrase, with whether nothing may stand for it."""


def _firsts(pattern: str) -> set[str]:
    """Return the characters that a match of a pattern of sets, groups and repeats, without look-around, can begin with."""
    # For each open group: what its branches begin with, whether the branch being read is still at its beginning, and
    # whether some branch may be empty.
    groups: list[tuple[set[str], bool, bool]] = [(set(), True, False)]
    for match in _TOKEN.finditer(pattern):
        firsts, begins, empty = groups.pop()
        inner, optional = set(match["set"] or match["char"] or ""), match["may"] is not None
        if match[0] == "(?:":
            groups.append((firsts, begins, empty))
            firsts, begins, empty = set(), True, False
        elif match[0] == "|":
            begins, empty = True, empty or begins
        elif match["close"]:
            inner, optional = firsts, empty or begins or match["empty"] is not None
            firsts, begins, empty = groups.pop()
        if inner:
            firsts, begins = firsts | inner if begins else firsts, begins and optional
        groups.append((firsts, begins, empty))
    return groups[0][0]


def _literals(phrase: str) -> Iterable[str]:
    """Yield the lower-case words that a phrase names."""
    for match in _ITEM.finditer(re.sub(r"\{\w+\}", " ", phrase)):
        for part in match["body"].split("&"):
            if not (bare := part.removeprefix("~")).isupper():
                yield bare


def shape(kind: str, text: str) -> tuple[frozenset[str], int | None]:
    """Return the classes of a figure or mark, and its value if it has one."""
    value, names = None, {_MARKS.get(text, kind) if kind == "MARK" else kind}
    if kind == "NUMBER":
        value = _whole(text)
        names |= _number_classes(text, value)
    elif kind == "ORDINAL":
        value = _whole(text[:-2])
        names |= {"DAYTH"} if value is not None and 1 <= value <= 31 else set()
    return frozenset(names), value


def _found(rule: Rule, match: re.Match[str], pieces: tuple[Piece, ...]) -> Found:
    start, end = match.span()
    named = tuple((name, pieces[match.start(name)]) for name, text in match.groupdict().items() if text is not None)
    return Found(rule, pieces[start:end], named, pieces[start - 1] if start else None)
