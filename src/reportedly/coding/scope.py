"""How far each cue of a sentence reaches: the ConText algorithm with clauses for its bounds.

A scope is a few stretches of tokens, found from the edges of subtrees, which are worked out once for a sentence: the
whole takes time linear in the sentence. Facts behind a *barrier* (a relative clause, a finite adverbial clause, a joined
clause with a subject of its own, what somebody says) are in no scope of status: "would attack when it was hit".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reportedly.annotations import VERBAL
from reportedly.coding.cues import SPEECH, Category, Cue, Found

if TYPE_CHECKING:
    from reportedly.coding.reading import Reading

Ranges = tuple[tuple[int, int], ...]
"""Half-open stretches of token indices, in order, not touching."""

FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_AFTER: Final = frozenset({"after", "following", "since"})
_CLAUSAL: Final = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Scope:
    """A cue with the tokens that it bears on; ``region`` is ``None`` where barriers do not bound it."""

    cue: Cue
    first: int
    last: int
    ranges: Ranges
    region: int | None = None

    def holds(self, index: int) -> bool:
        """Return whether a token lies in the stretches, barriers aside."""
        return holds(self.ranges, index)


def holds(ranges: Ranges, index: int) -> bool:
    """Return whether a token lies in one of the stretches."""
    return any(start <= index < end for start, end in ranges)


def normal(stretches: Iterable[tuple[int, int]]) -> Ranges:
    """Return stretches in order, joined where they touch, empty ones left out."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(s for s in stretches if s[0] < s[1]):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def without(ranges: Ranges, cut: Iterable[tuple[int, int]]) -> Ranges:
    """Return stretches with others cut out of them."""
    for low, high in cut:
        kept = []
        for start, end in ranges:
            kept += [(start, min(end, low)), (max(start, high), end)]
        ranges = normal(kept)
    return ranges


def within(ordered: Sequence[int], ranges: Ranges) -> list[int]:
    """Return those of some token indices, in order, that lie in the stretches."""
    return [i for start, end in ranges for i in ordered[bisect_left(ordered, start) : bisect_left(ordered, end)]]


class Geometry:
    """The edges of every subtree of a sentence, and the region that barriers part it into."""

    def __init__(self, reading: Reading) -> None:
        tokens = reading.tokens
        # Not the reading itself: it keeps its geometry, and a circle waits for the garbage collector.
        self._tree, self._saying = reading.tree, reading.lexicon.saying
        self.left = list(range(len(tokens)))
        self.right = list(range(len(tokens)))
        order = self._top_down()
        for index in reversed(order):
            head = tokens[index].head
            if head != index:
                self.left[head] = min(self.left[head], self.left[index])
                self.right[head] = max(self.right[head], self.right[index])
        self.region = list(range(len(tokens)))
        for index in order:
            if tokens[index].head != index and not self._barrier(index):
                self.region[index] = self.region[tokens[index].head]

    def _top_down(self) -> list[int]:
        tree = self._tree
        stack = [t.index for t in tree.tokens if t.head == t.index]
        order: list[int] = []
        while stack:
            here = stack.pop()
            order.append(here)
            stack.extend(tree.children[here])
        return order

    def _barrier(self, index: int) -> bool:
        """Return whether a token's clause stands for itself, whatever governs it."""
        tokens = self._tree.tokens
        token, head = tokens[index], tokens[tokens[index].head]
        if token.dep in ("relcl", "parataxis"):
            return True
        if token.dep in _CLAUSAL and head.lemma in self._saying:
            return True
        if token.dep == "advcl":
            return self.finite(index)
        if token.dep == "conj" and (token.pos in VERBAL or token.tag.startswith("VB")):
            return self.finite(index) and bool(self._tree.of(index, *_SUBJECTS))
        return head.dep == "prep" and head.lower in _AFTER

    def finite(self, index: int) -> bool:
        """Return whether a clause has a tense of its own: "when it was attacked" is a fact in any sentence."""
        tokens, tree = self._tree.tokens, self._tree
        helpers = {tokens[c].tag for c in tree.of(index, "aux", "auxpass")}
        return tokens[index].tag in FINITE or bool(FINITE & helpers)

    def below(self, *heads: int) -> Ranges:
        """Return the stretches of the subtrees of some tokens."""
        return normal((self.left[h], self.right[h] + 1) for h in heads)


def _clause(reading: Reading, found: Found) -> tuple[Ranges, int]:
    """The clause of the verb or noun that the cue stands by, with all that hangs from it."""
    head = reading.tokens[found.first].head
    return reading.geometry.below(head), head


def _noun(reading: Reading, found: Found) -> tuple[Ranges, int]:
    """The noun that an adjective stands by."""
    head = reading.tokens[found.first].head
    return ((head, head + 1),), head


def _complement(reading: Reading, found: Found) -> tuple[Ranges, int]:
    """What a verb takes: its clause, its object (its subject if passive), and what its markers bring."""
    tree, tokens, verb = reading.tree, reading.tokens, found.first
    objects = ("nsubjpass",) if tree.clause(verb).passive else ("dobj",)
    heads = tree.of(verb, "xcomp", "ccomp", *objects)
    heads += [c for c in tree.of(verb, "prep") if tokens[c].lower in found.cue.markers]
    return reading.geometry.below(*heads), verb


def _governed(reading: Reading, found: Found) -> tuple[Ranges, int]:
    """What hangs from a noun: "a plan *to attack*", "the risk *of shelling*"."""
    return reading.geometry.below(*reading.tree.of(found.last, "acl", "prep", "ccomp", "pobj")), found.last


def _region(reading: Reading, found: Found) -> tuple[Ranges, int]:
    """All that no barrier parts from the cue."""
    root = reading.geometry.region[found.first]
    return reading.geometry.below(root), root


def _sentence(reading: Reading, found: Found) -> tuple[Ranges, int]:
    return ((0, len(reading.tokens)),), found.first


def _point(reading: Reading, found: Found) -> tuple[Ranges, int]:
    """The word that the cue stands by, and the verb of its clause: "*not* shelled", "*no* attack took place"."""
    head = reading.tokens[found.first].head
    return normal([(head, head + 1), (found.first, found.last + 1)]), head


Reach = Callable[["Reading", Found], tuple[Ranges, int]]

_REACH: Final = MappingProxyType(
    {
        "clause": _clause,
        "noun": _noun,
        "complement": _complement,
        "governed": _governed,
        "region": _region,
        "sentence": _sentence,
        "point": _point,
    }
)
"""What each reach of a lexicon entry means; statements and adjuncts are ``statements.py``'s."""


_WITHOUT_SCOPE: Final = SPEECH | {Category.REFERENCE}
"""What is said is ``statements.py``'s; a deed only spoken of is told by the verb above it (``status.py``)."""


def scopes_of(reading: Reading) -> tuple[Scope, ...]:
    """Return the scopes of a sentence's cues of status, in the order of the cues."""
    made = []
    for found in reading.cues:
        if found.cue.category in _WITHOUT_SCOPE:
            continue
        ranges, head = _REACH[found.cue.reach](reading, found)
        region = None if found.cue.reach == "sentence" else reading.geometry.region[head]
        made.append(Scope(found.cue, found.first, found.last, ranges, region))
    return tuple(made)


def in_force(reading: Reading, category: Category, index: int) -> tuple[Scope, ...]:
    """Return the scopes of a category that hold a token and are parted from it by no barrier."""
    return tuple(
        s
        for s in reading.scopes
        if s.cue.category is category
        and s.holds(index)
        and (s.region is None or s.region == reading.geometry.region[index])
    )
