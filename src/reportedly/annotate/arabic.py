"""Arabic sentences as trees of tokens: the project's own shallow analyser, in the shape of ``english.parse``.

Level the letters, cut words and what is written onto them, choose what each is, and build clauses; the tokens carry the
English lemma of each word's sense, so that the coder that reads English trees reads these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from reportedly.annotate.arabic_chunks import TWO
from reportedly.annotate.arabic_expressions import Longest, no_longest
from reportedly.annotate.arabic_kinds import COUNTED, peoples, persons
from reportedly.annotate.arabic_lexicon import Analysis, load_arabic
from reportedly.annotate.arabic_negation import lengthen
from reportedly.annotate.arabic_nodes import Node
from reportedly.annotate.arabic_objects import give_back
from reportedly.annotate.arabic_syntax import build
from reportedly.annotate.arabic_tagging import tag
from reportedly.annotate.arabic_text import Levelled, level
from reportedly.annotate.arabic_words import KEPT_WORDS, Names, Piece, analyses_of, arabic_words, bare, no_names, pieces
from reportedly.annotate.dates import named_by_days, time_spans
from reportedly.annotate.quantities import find_quantities
from reportedly.annotations import Token

KEPT = 256
"""Sentences whose senses are kept: those of one report, each asked for twice."""

MAX_PIECES = 400
"""Pieces of a sentence that are read: longer ones are lists or have lost their stops, as in English."""


def _covered(found: Sequence[Piece], spans: Iterable[tuple[int, int]], levelled: Levelled) -> list[bool]:
    """Return for each piece whether it lies in one of the spans, given in offsets of the text as written."""
    marks = [False] * len(found)
    ordered = sorted(spans)
    if not ordered:
        return marks
    at = 0
    for number, piece in enumerate(found):
        start, end = levelled.starts[piece.start], levelled.ends[piece.end - 1]
        while at < len(ordered) and ordered[at][1] <= start:
            at += 1
        if at < len(ordered) and ordered[at][0] < end:
            marks[number] = True
    return marks


def _tokens(nodes: Sequence[Node], text: str, levelled: Levelled, offset: int) -> tuple[Token, ...]:
    numbers = {id(node): number for number, node in enumerate(nodes)}
    starts, ends = levelled.starts, levelled.ends
    found = []
    for number, node in enumerate(nodes):
        if node.start < node.end:
            start, end = starts[node.start], ends[node.end - 1]
        else:
            start, end = levelled.span(node.start, node.end)
            start = end = ends[node.start - 1] if 0 < node.start <= len(ends) else end
        head = numbers.get(id(node.head), number) if node.head is not None else number
        found.append(
            Token(
                number, offset + start, offset + end, text[start:end], node.lemma, node.pos, node.tag,
                node.dep or "dep", head, node.lower, node.form,
            )
        )  # fmt: skip
    return tuple(found)


@lru_cache(maxsize=KEPT)
def gloss(text: str) -> str:
    """Return the senses that the words of a text can have, for a first look at whether it can tell an event."""
    found = [senses_of(word) for word in arabic_words(level(text).text)]
    return " ".join(dict.fromkeys(chain.from_iterable(found)))


@lru_cache(maxsize=KEPT_WORDS)
def senses_of(word: str) -> tuple[str, ...]:
    """Return the English words that a levelled word, or the expressions that begin with it, can stand for."""
    lexicon = load_arabic()
    senses: list[str] = []
    for piece in pieces(word):
        # The noun of a verb may be read as the verb («أعلنت القيادة تدمير مقر»).
        senses += [sense for a in piece.analyses for told in (a.sense, a.verb) for sense in told.split()]
        for key in dict.fromkeys((piece.form, bare(piece.form))):
            senses += [sense for _, analysis in lexicon.phrases.get(key, ()) for sense in analysis.sense.split()]
    return tuple(dict.fromkeys(senses))


def _free_names(found: Sequence[Piece], times: list[bool]) -> None:
    """Take out of the time phrases what a day names, which is no time."""
    at = 0
    while at < len(times):
        end = at
        while end < len(times) and times[end]:
            end += 1
        if end > at and found[at].form in named_by_days():
            times[at:end] = [False] * (end - at)
        at = max(end, at + 1)


def _free_deeds(found: Sequence[Piece], times: list[bool]) -> None:
    """Take «فجرا» out of the time phrases where two men blew themselves up («فجرا نفسيهما»), not where it is dawn."""
    for at, piece in enumerate(found[:-1]):
        if piece.form == "فجرا" and found[at + 1].form in _SELVES:
            times[at] = False


_SELVES = frozenset({"نفسي", "نفس", "انفس"})
"""«نفس» before a pronoun, of one, two and many."""


def _without_roll(found: list[Piece]) -> list[Piece]:
    """Return the pieces before a roll of those counted («..., والقتلى هم: سالم وعامر»), whom it counts again."""
    for at in range(LEAST, len(found) - 1):
        if found[at].form not in ("هم", "هما", "هن") or found[at].kind != "word" or found[at + 1].form != ":":
            continue
        first = at - 1 if found[at - 1].senses & COUNTED else at
        first -= found[first - 1].form == "و"
        return found[:first] if first >= LEAST else found
    return found


LEAST = 4
"""Pieces before a roll, at least: a line that is nothing else is read."""


def parse_one(text: str, offset: int, names: Names = no_names, longest: Longest = no_longest) -> tuple[Token, ...]:
    """Return the tokens of one sentence.

    Args:
        text: The sentence.
        offset: File offset of its first character.
        names: Tells words that begin known names of places and actors.
        longest: Tells how many words from one on are a known name of a place.
    """
    levelled = level(text)
    found = _without_roll(lengthen(pieces(levelled.text, names, levelled)[:MAX_PIECES]))
    if not found:
        return ()
    times = _covered(found, time_spans(text, "ar"), levelled)
    _free_names(found, times)
    _free_deeds(found, times)
    counts = _covered(found, ((q.span.start, q.span.end) for q in find_quantities(text, 0, "ar")), levelled)
    nodes = build(tag(found, times, counts, longest))
    give_back(nodes)
    made = _tokens(nodes, text, levelled, offset)
    for node in nodes:
        # Nodes point at one another in circles, which only the garbage collector would free.
        node.clause = node.owner = None
    return made


def duals(tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return the file offsets of the nouns that are a two by themselves («قتيلان»)."""
    after = {t.index: tokens[t.index + 1] if t.index + 1 < len(tokens) else t for t in tokens}
    found = [t for t in tokens if t.pos == "NOUN" and t.tag in ("NNS", "NN")]
    return tuple((t.start, t.end) for t in found if _two(t, after[t.index]) or _of_dual_verb(t, tokens[t.head]))


def _of_dual_verb(noun: Token, verb: Token) -> bool:
    """Return whether a noun that may be a plural as well is the subject of a dual after it («أن شرطيين قتلا»)."""
    if (
        noun.dep not in ("nsubj", "nsubjpass")
        or not noun.form.endswith("ين")
        or not 0 < verb.index - noun.index <= NEAR
    ):
        return False
    duals = [a for a in analyses_of(noun.form) if a.cat == "noun" and a.number == "du"]
    return verb.pos == "VERB" and bool(duals) and any(_dual_form(a) for a in analyses_of(verb.form))


def _dual_form(analysis: Analysis) -> bool:
    return analysis.cat == "verb" and analysis.number == "du"


NEAR = 4
"""Tokens from a subject to its verb, adjectives and the *was* of a passive between."""


def _two(token: Token, after: Token) -> bool:
    """Return whether a noun is a dual by its form, by the number after it, or by its pronoun («طفلاها»)."""
    if after.tag == "PRP$" and token.form.endswith(("ا", "ي")):
        owned = [a for a in analyses_of(token.form) if a.cat == "noun" and not a.closed]
        return bool(owned) and all(a.number == "du" and a.sense in persons() for a in owned)
    return token.tag == "NNS" and (is_dual(token.form) or after.form in TWO)


def is_dual(form: str) -> bool:
    """Return whether a levelled noun of persons can only be a dual."""
    nouns = [a for a in analyses_of(form) if a.cat in ("noun", "adj")]
    two = {a.sense for a in nouns if a.cat == "noun" and a.number == "du" and a.closed}
    # «جريحين» is two wounded: the plural of the noun, and of the adjective like it, is broken.
    nouns = [a for a in nouns if a.cat == "noun" or a.sense not in two & TOLLS]
    people = any(a.sense in persons() or a.sense in peoples() for a in nouns)
    return bool(nouns) and all(a.number == "du" and a.closed for a in nouns) and people


def parse(texts: Iterable[tuple[str, int]], names: Names = no_names) -> list[tuple[Token, ...]]:
    """Return the tokens of each ``(text, offset)``; ``names`` tells words that begin known names."""
    return [parse_one(text, offset, names) for text, offset in texts]


def lone_victims(tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return the file offsets of the nouns that are one dead or hurt by themselves («سقوط شهيد», «خلف قتيلا وجريحين»)."""
    return tuple((t.start, t.end) for t in tokens if _one(tokens, t))


def _one(tokens: Sequence[Token], token: Token) -> bool:
    if _his_death(tokens, token):
        return True
    if token.lemma not in TOLLS or token.pos != "NOUN" or token.tag != "NN" or token.form.startswith("ال"):
        return False
    below = [t for t in tokens if t.head == token.index and t is not token]
    if any(t.dep in ("det", "nummod", "quantmod", "poss") or t.lower == "of" for t in below):
        return False
    above = tokens[token.head]
    if token.dep == "conj":
        counted = any(t.head == above.index and t.dep == "nummod" for t in tokens)
        return above.lemma in TOLLS and (counted or is_dual(above.form) or _one(tokens, above))
    if token.dep in ("nsubj", "dobj", "nsubjpass"):
        return above.lemma in LEAVING
    return token.dep == "pobj" and above.lower == "of" and tokens[above.head].lemma in FALLING


def _his_death(tokens: Sequence[Token], token: Token) -> bool:
    """Return whether what a deed led to befell one person who is told by a pronoun («ما أدى إلى وفاتها»)."""
    if token.lemma not in BEFALLS or token.pos != "NOUN":
        return False
    owned = any(t.head == token.index and t.tag == "PRP$" and t.form in ("ه", "ها") for t in tokens)
    above = tokens[token.head]
    verb = tokens[above.head] if token.dep == "pobj" else above
    return owned and verb.pos == "VERB" and verb.lemma in LED_TO and verb.dep == "advcl"


BEFALLS = frozenset({"death", "killing", "martyrdom", "injury", "wounding"})
LED_TO = frozenset({"lead", "cause", "result", "prompt"})
"""Verbs after which what a deed did to somebody is told."""

TOLLS = frozenset({"dead", "martyr", "wounded", "injured", "fatality"})
"""Nouns of the dead and hurt that count one where nothing else counts them."""

FALLING = frozenset({"fall", "occurrence", "rise"})
LEAVING = frozenset({"fall", "ascend", "rise", "cause", "leave", "inflict", "result", "drop", "occur"})
"""Words with which such a noun tells a toll."""
