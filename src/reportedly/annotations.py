"""The shapes in which annotation reaches the coder, whatever the language and the parser.

Languages meet at the clause: a predicate, verbal (``attacked``) or nominal (``the attack on X by Y``), with its
arguments, each with a function (subject, object, agent, oblique) and, for obliques, its marker (``in``, ``near``).
Labels on tokens are Universal Dependencies parts of speech, and spaCy's English (CLEAR) relations where its parser gives
them; only ``annotate`` reads the relations that differ between parsers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reportedly.edtf import bounds
from reportedly.records import PlaceValue, Span
from reportedly.values import value

SUBJECT = "subject"
OBJECT = "object"
AGENT = "agent"
OBLIQUE = "oblique"
MODIFIER = "modifier"
POSSESSOR = "possessor"

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})


@value(frozen=True, slots=True)
class Token:
    """One token. ``start`` and ``end`` are offsets into the file text; ``head`` is an index in the sentence.

    ``lower`` is the closed-class word that rules ask for: ``text`` in lower case in English, the English word that it
    stands for in Arabic. ``lemma`` is the English lemma, or for Arabic the English lemma of the sense. ``form`` is the
    levelled Arabic word, clitics off, the article on; empty for other scripts. A word that the writing leaves out (the
    *of* of a construct state) is a token of no width.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    lower: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, parsed (``tokens`` filled) if it can hold an event, else ``tokens`` is empty.

    Attributes:
        index: Number of the sentence in its report, from 0.
        block: Number of its block in ``Report.blocks``.
        start: Offset into the file text.
        end: Offset of its end.
        text: Its words.
        title: True if it stands in a title block.
        tokens: The tree.
        language: ISO 639-1 code.
    """

    index: int
    block: int
    start: int
    end: int
    text: str
    title: bool
    tokens: tuple[Token, ...] = ()
    language: str = "en"


@value(frozen=True, slots=True)
class Argument:
    """One argument: its function, its marker (empty unless oblique) and the index of its head token."""

    function: str
    marker: str
    head: int


@value(frozen=True, slots=True)
class Clause:
    """A predicate with what depends on it.

    Attributes:
        predicate: Token index.
        nominal: True for a noun such as ``attack``.
        arguments: Subjects, objects, agents, obliques, compounds, possessors; conjoined heads each stand for themselves.
        passive: True if the subject undergoes.
        negated: True if ``not``, ``no``, ``never`` stands on the predicate.
        modal: ``future``, ``conditional``, ``purpose`` or empty.
        perfect: True for ``had shelled`` (past perfect).
        progressive: True for ``is shelling``.
        parent: Predicate index of the clause it hangs from, or ``None``.
        relation: How it hangs there: ``ccomp``, ``advcl``, ``relcl``, ``conj`` …, or ``root``.
    """

    predicate: int
    nominal: bool
    arguments: tuple[Argument, ...]
    passive: bool = False
    negated: bool = False
    modal: str = ""
    perfect: bool = False
    progressive: bool = False
    parent: int | None = None
    relation: str = "root"

    def heads(self, function: str, *markers: str) -> tuple[int, ...]:
        """Return the heads of the arguments of one function, of the given markers if any are named."""
        if markers:
            return tuple([a.head for a in self.arguments if a.function == function and a.marker in markers])
        return tuple([a.head for a in self.arguments if a.function == function])


def circle(tokens: Sequence[Token]) -> int | None:
    """Return a token from which no way leads up to a root, ``None`` in a tree."""
    rooted: set[int] = set()
    for token in tokens:
        path = [token.index]
        while path[-1] not in rooted and (head := tokens[path[-1]].head) != path[-1]:
            if len(path) > len(tokens):
                return path[-1]
            path.append(head)
        rooted.update(path)
    return None


class Tree:
    """A sentence's tokens with their children, subtrees and clauses, each worked out once.

    A circle of heads, which no parser should give, is opened: one of its tokens becomes a root.
    """

    def __init__(self, sentence: Sentence, build: ClauseBuilder) -> None:
        self.sentence = sentence
        self.build = build
        self.tokens: tuple[Token, ...] = sentence.tokens
        while (bent := circle(self.tokens)) is not None:
            self.tokens = tuple(replace(t, head=t.index) if t.index == bent else t for t in self.tokens)
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self.children[token.head].append(token.index)
        self.clauses: dict[int, Clause] = {}

    def of(self, index: int, *deps: str) -> list[int]:
        """Return the children of a token with one of the relations."""
        below = self.children[index]
        return [c for c in below if self.tokens[c].dep in deps] if below else below.copy()

    def subtree(self, index: int, stop: frozenset[str] = frozenset()) -> list[int]:
        """Return the token indices at and below ``index``, in order, not going below relations in ``stop``."""
        found, stack = [], [index]
        while stack:
            here = stack.pop()
            found.append(here)
            below = self.children[here]
            stack += [c for c in below if self.tokens[c].dep not in stop] if stop else below
        return sorted(found)

    def ancestors(self, index: int) -> list[int]:
        """Return the heads above a token, nearest first."""
        found: list[int] = []
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            found.append(index)
        return found

    def conjuncts(self, index: int) -> list[int]:
        """Return a noun's head and the nouns joined to it."""
        found, stack = [], [index]
        while stack:
            here = stack.pop()
            found.append(here)
            stack.extend(c for c in self.of(here, "conj") if self.tokens[c].pos not in VERBAL)
        return sorted(found)

    def clause(self, index: int) -> Clause:
        """Return the clause of the predicate at ``index``, verb or noun."""
        if index not in self.clauses:
            self.clauses[index] = self.build(self, index)
        return self.clauses[index]

    def governor(self, index: int) -> int | None:
        """Return the nearest verb above a token."""
        return next((a for a in self.ancestors(index) if self.tokens[a].pos in VERBAL), None)


ClauseBuilder = Callable[["Tree", int], Clause]
"""What turns a predicate of a tree into a clause: one for each language."""


WEEK = 7
"""Days."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One time phrase with the date it gives.

    Attributes:
        span: The words, in file offsets.
        edtf: The date; ``None`` for a time of day, a phrase that hangs on another date, or no publication date.
        kind: ``day``, ``days``, ``week``, ``month``, ``months``, ``season``, ``year``, ``years``, ``decade``,
            ``window`` (*in the past 24 hours*), ``anaphoric`` (*the next day*) or ``time`` (*at dawn*).
        vague: A window without sure bounds, or longer than a week: it dates no single event.
        approximate: The words name a part of it or come near it (*early 2019*, *three weeks ago*).
        relative: Counted from the publication date or from another event's.
        future: The words say that it lies ahead (*next Tuesday*).
        since: A *since* stands before an earlier day; ``edtf`` then runs from it to the publication date.
        offset: For ``anaphoric``, days from the date last spoken of.
    """

    span: Span
    edtf: str | None
    kind: str
    vague: bool = False
    approximate: bool = False
    relative: bool = False
    future: bool = False
    since: bool = False
    offset: int | None = None

    @property
    def brief(self) -> bool:
        """True of a day or days that span no more than a week."""
        edges = bounds(self.edtf) if self.edtf else None
        return self.kind in ("day", "days") and (edges is None or (edges[1] - edges[0]).days <= WEEK)


@dataclass(frozen=True, slots=True)
class Listing:
    """How a report is a list.

    Attributes:
        items: Numbers of the blocks that are items of it.
        day: The one day that its heading gives all of them, or ``None``.
        parts: Stretches, in file offsets, of lists that only break a total down.
    """

    items: frozenset[int] = frozenset()
    day: DateExpression | None = None
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as the words give it.

    Attributes:
        span: Modifier and number, without the noun, in file offsets.
        low: Lowest count that the words allow.
        best: The count to use.
        high: Highest, ``None`` where open-ended.
        kind: ``number``, ``range``, ``at_least``, ``up_to``, ``vague``, ``none`` or ``total``.
    """

    span: Span
    low: int
    best: int
    high: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as a sentence names it.

    Attributes:
        span: The words, without article and number.
        first: First token.
        last: Last token.
        head: Token that heads the words, for finding the mention among a clause's arguments.
        name: Neutral name.
        actor_id: Id in the lexicon, or a slug of the name.
        kind: ACLED's kind.
        generic: True where the name says no more than the role (Civilians, Unidentified armed group, bare "soldiers").
        label: True where the words are loaded ("terrorists", "occupation forces").
        personal: True for members or persons, False for the organisation.
        organisation_of_claims: True for who speaks and takes no part: monitors, media, ministries, witnesses.
        modifier: True for the X of ``X-held town``: no actor of the event.
        metonym: True for a capital or a country's bare name.
        weapon_owner: True where only the weapon is the actor's ("an Iranian drone").
        coreferent: True where the name comes from an earlier mention ("the group").
        carrier: Token of the noun that the actor owns or qualifies (positions, convoy, airstrikes), or ``None``.
        candidate: Neutral name of the armed group last named nearby, for a generic mention, or ``None``.
    """

    span: Span
    first: int
    last: int
    head: int
    name: str
    actor_id: str
    kind: str
    generic: bool = False
    label: bool = False
    personal: bool = False
    organisation_of_claims: bool = False
    modifier: bool = False
    metonym: bool = False
    weapon_owner: bool = False
    coreferent: bool = False
    carrier: int | None = None
    candidate: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a sentence.

    Attributes:
        span: The name as written; with its attributes where it is a region (``southern Idlib``).
        first: Index of the span's first token.
        last: Index of its last token.
        level: ``point``, ``area``, ``admin1``, ``country`` or ``region`` (roads and rivers count as ``area``).
        value: The resolved place, its precision as the words around it say.
        group: The same number for places joined in one list of the sentence.
        within: Index, in the sentence's tuple, of the mention that contains this one.
        relation: ``in``, ``near``, ``road``, ``from``, ``to``, ``between``, ``border``, ``setting`` (a heading
            before a colon), ``dateline`` (where the outlet wrote it) or ``other``.
        modifies_actor: True where the name is part of an actor's or organisation's name, stands for a government,
            says where somebody comes from, or is a dateline: no place of an event.
    """

    span: Span
    first: int
    last: int
    level: str
    value: PlaceValue
    group: int | None
    within: int | None
    relation: str
    modifies_actor: bool
