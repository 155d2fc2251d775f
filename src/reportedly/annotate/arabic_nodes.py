"""The tree under construction: nodes in the order of the words, words that Arabic leaves out among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.annotate.arabic_tagging import Unit

POS = {
    "noun": "NOUN", "adj": "ADJ", "propn": "PROPN", "num": "NUM", "time": "NOUN", "quant": "DET", "det": "DET",
    "prep": "ADP", "agent": "ADP", "cited": "VERB", "including": "VERB", "cc": "CCONJ", "comp": "SCONJ", "sub": "SCONJ",
    "as": "SCONJ", "also": "ADV", "adv": "ADV", "already": "ADV", "neg": "PART", "aux": "AUX", "be": "AUX",
    "rel": "PRON", "result": "PRON", "pron": "PRON", "enc": "PRON", "verb": "VERB", "punct": "PUNCT",
}  # fmt: skip
TAGS = {
    "adj": "JJ", "num": "CD", "time": "NN", "quant": "DT", "det": "DT", "prep": "IN", "agent": "IN", "cited": "VBG",
    "including": "VBG", "cc": "CC", "comp": "IN", "sub": "IN", "as": "IN", "also": "RB", "adv": "RB", "already": "RB",
    "neg": "RB", "aux": "MD", "be": "VBD", "rel": "WDT", "result": "WDT", "pron": "PRP", "enc": "PRP$", "punct": ".",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Node:
    """A token to be: offsets into the levelled text, and what the tree says of it.

    Attributes:
        start: Offset of its first letter.
        end: Offset after its last; equal to ``start`` for a word that is left out.
        form: Its letters.
        lemma: English lemma of its sense.
        lower: The closed-class word or the sense.
        pos: Universal part of speech.
        tag: Penn tag.
        dep: Relation to ``head``.
        head: Its head; ``None`` for the root until the end.
        unit: The unit it comes from, ``None`` for a word left out.
        definite: True with the article, a pronoun or a definite owner.
        owner: The node of its owner (the second part of a construct state), if any.
    """

    start: int
    end: int
    form: str
    lemma: str
    lower: str
    pos: str
    tag: str
    dep: str = ""
    head: Node | None = None
    unit: Unit | None = None
    definite: bool = False
    owner: Node | None = None
    clause: ClauseState | None = None

    @property
    def masdar(self) -> bool:
        """True for the noun of a verb."""
        return self.unit is not None and self.unit.analysis.masdar

    @property
    def number(self) -> str:
        """``sg``, ``du`` or ``pl``."""
        return self.unit.analysis.number if self.unit else "sg"

    def hang(self, head: Node | None, dep: str) -> None:
        """Attach it; a head that lies below it is refused, so that no words go round in a circle."""
        self.dep = dep
        self.head = None if head is not None and inside(head, self) else head


@dataclass(slots=True, eq=False)
class ClauseState:
    """What is known so far of a clause with a finite verb.

    Attributes:
        verb: Its verb.
        subject: Head of its subject.
        objects: Heads of its objects.
        before: True if the subject stands before the verb.
        relative: The node that stands for the antecedent of a relative clause.
        pronoun: True if a pronoun is written onto the verb.
        resumed: True in a relative clause in which a preposition takes up its noun («ضربات استهدف خلالها الجيش»).
    """

    verb: Node
    subject: Node | None = None
    objects: list[Node] = field(default_factory=list)
    before: bool = False
    relative: Node | None = None
    pronoun: bool = False
    resumed: bool = False


def left_out(at: int, lemma: str, pos: str, tag: str) -> Node:
    """Return a node for a word that Arabic leaves out, at an offset."""
    return Node(at, at, "", lemma, lemma, pos, tag)


def was_over(verb: Node, at: int) -> Node:
    """Return the *was* of a passive verb, at an offset, hung from the verb: Arabic makes its passive without one."""
    was = left_out(at, "be", "AUX", verb.tag if verb.tag in ("VBZ", "VBP") else "VBD")
    was.lower = "was"
    was.hang(verb, "auxpass")
    verb.tag = "VBN"
    return was


def _tag(unit: Unit) -> str:
    a = unit.analysis
    if a.cat == "verb" and a.tense == "participle":
        return "VBG"
    if a.cat == "verb":
        return "VBD" if a.tense == "past" else "VBP" if a.number == "pl" else "VBZ"
    if a.cat == "noun":
        return "NN" if a.number == "sg" else "NNS"
    if a.cat == "propn":
        return "NNP"
    return TAGS.get(a.cat, "NN")


def nodes_of(unit: Unit) -> tuple[Node, list[Node]]:
    """Return the head node of a unit and all its nodes in order.

    A sense of several words is spread over the pieces; what has no piece gets no width. A noun is headed by its last
    word ("car bomb"), anything else by its first ("open fire").
    """
    if len(unit.pieces) == 1 and " " not in unit.sense:
        piece = unit.pieces[0]
        name = unit.sense or piece.form.lower()
        pos, tag = POS.get(unit.cat, "NOUN"), _tag(unit)
        only = Node(piece.start, piece.end, piece.form, name, name, pos, tag, unit=unit, definite=unit.definite)
        return only, [only]
    words = unit.sense.split() or [""]
    pieces = list(unit.pieces)
    slots: list[tuple[int, int, str]] = [(p.start, p.end, p.form) for p in pieces]
    if len(slots) > len(words):
        # The first word takes the pieces that are too many, as one stretch.
        spare = len(slots) - len(words)
        first = (slots[0][0], slots[spare][1], " ".join(s[2] for s in slots[: spare + 1]))
        slots = [first, *slots[spare + 1 :]]
    while len(slots) < len(words):
        slots.append((slots[-1][1], slots[-1][1], ""))
    pos, tag = POS.get(unit.cat, "NOUN"), _tag(unit)
    made = []
    for (start, end, form), word in zip(slots, words, strict=True):
        name = word or form.lower()
        made.append(Node(start, end, form, name, name, pos, tag, unit=unit, definite=unit.definite))
    nominal = unit.cat in ("noun", "propn", "adj", "num", "time")
    head = made[-1] if nominal else made[0]
    for node in made:
        if node is not head:
            _inner(node, head, unit.cat)
    return head, made


def _inner(node: Node, head: Node, cat: str) -> None:
    """Attach the other words of an expression to its head."""
    if cat == "verb":
        node.pos, node.tag = ("ADP", "RP") if node.lower in _PARTICLES else ("NOUN", "NN")
        node.hang(head, "prt" if node.lower in _PARTICLES else "dobj")
    elif cat in ("cited", "prep"):
        node.pos, node.tag = "ADP", "IN"
        node.hang(head, "prep")
    else:
        node.hang(head, "compound")


_PARTICLES = frozenset({"up", "down", "out", "off", "over", "away", "back", "in", "on"})


def inside(node: Node, top: Node) -> bool:
    """Return whether a node lies below another."""
    here: Node | None = node
    for _ in range(LONGEST):
        if here is None:
            return False
        if here is top:
            return True
        here = here.head
    return False


LONGEST = 2000
"""Steps to the root at most: no sentence has more tokens."""


def reroot(nodes: Sequence[Node]) -> Node | None:
    """Give every node without a head the first root as head, and return that root."""
    root = next((n for n in nodes if n.head is None and n.dep == "ROOT"), None)
    root = root or next((n for n in nodes if n.head is None and n.pos != "PUNCT"), None)
    root = root or next((n for n in nodes if n.head is None), None)
    if root is None:
        return None
    root.dep = "ROOT"
    for node in nodes:
        if node.head is None and node is not root:
            node.hang(root, "punct" if node.pos == "PUNCT" else node.dep or "dep")
    return root
