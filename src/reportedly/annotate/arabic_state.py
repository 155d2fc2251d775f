"""What the reading of an Arabic sentence knows at a word: the clause, the phrase before, what waits for its head."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotate.arabic_chunks import Chunker, Phrase
from reportedly.annotate.arabic_kinds import COUNTED, DOERS, SITES, deed_nouns, persons
from reportedly.annotate.arabic_nodes import ClauseState, Node, nodes_of
from reportedly.annotate.arabic_tagging import Unit, saying


class State:
    """The state of the reading.

    Attributes:
        units: The sentence.
        chunks: Reads noun phrases off it.
        nodes: The tree so far, in the order of the words.
        clauses: Every clause with a verb.
        clause: The one being read.
        topic: A noun phrase before its verb.
        last: The noun phrase just read; ``None`` after a verb or a boundary.
        predicate: The verb or deed's noun that governs what comes.
        nominal_root: Head of a sentence without a verb, such as a headline.
        pending: Words that wait for the next verb.
        opener: What opened the clause that is about to come, and the noun it describes.
        joiner: A conjunction that waits for what it joins.
        comma: True after a comma, until the next phrase.
        fresh: True where a noun phrase would be a topic.
        waiting: True inside a clause that describes the topic.
        contrast: True after a conjunction that sets a clause beside the one before («فيما»).
        outer: The clause around such a clause.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.chunks = Chunker(units)
        self.nodes: list[Node] = []
        self.clauses: list[ClauseState] = []
        self.clause: ClauseState | None = None
        self.topic: Phrase | None = None
        self.last: Phrase | None = None
        self.predicate: Node | None = None
        self.nominal_root: Node | None = None
        self.pending: list[Node] = []
        self.opener: tuple[str, Node | None] | None = None
        self.joiner: Node | None = None
        self.comma = False
        self.fresh = True
        self.waiting = False
        self.contrast = False
        self.outer: ClauseState | None = None

    def put(self, at: int) -> Node:
        """Add the nodes of a unit and return their head, which still needs a head of its own."""
        head, made = nodes_of(self.units[at])
        self.nodes += made
        return head

    def main(self) -> Node | None:
        """Return the verb of the clause being read, or the head of a sentence without one."""
        return self.clause.verb if self.clause else self.nominal_root

    def leave_topic(self) -> None:
        """Settle a noun phrase that got no verb: it is the root, or joined to what came before."""
        if self.topic is None:
            return
        head = self.topic.head
        self.topic = None
        if head.head is not None:
            return
        main = self.main()
        if main is None or main is head:
            head.dep = "ROOT"
            self.nominal_root = head
            self.predicate = self.predicate or head
        elif self.opener is not None and self.opener[0] == "comp":
            head.hang(main, "ccomp" if is_deed(head) or main.lemma in saying() else "dobj")
        else:
            head.hang(main, "conj" if self.joiner is not None else "dep")
        if self.joiner is not None and self.joiner.head is None:
            self.joiner.hang(head.head or head, "cc")
        self.joiner = None

    def leave_topic_keeping(self) -> None:
        """Settle the topic and let the conjunction wait on."""
        joiner, self.joiner = self.joiner, None
        self.leave_topic()
        self.joiner = joiner

    def begin(self) -> None:
        """Expect a new clause: a noun phrase is now its topic."""
        self.leave_topic()
        self.fresh = True
        self.last = None
        self.comma = False

    def seen(self, phrase: Phrase) -> None:
        """Remember a phrase as the last one, and the deed that it names as what governs what comes."""
        self.last = phrase
        self.comma = False
        deeds = [n for n in phrase.chain if is_deed(n)]
        if deeds:
            self.predicate = deeds[-1]

    def loose(self, at: int, dep: str) -> Node:
        """Add a unit that fits nowhere, hung from the main word."""
        head = self.put(at)
        main = self.main()
        if main is None:
            head.dep = dep
            self.pending.append(head)
        else:
            head.hang(main, dep)
        return head


def is_deed(node: Node) -> bool:
    """Return whether a noun tells a deed or a toll, and can govern prepositional phrases."""
    if node.pos != "NOUN" or node.lemma in DOERS:
        return False
    return node.masdar or (node.lemma in deed_nouns() and node.lemma not in COUNTED)


def is_doer(node: Node) -> bool:
    """Return whether a noun names who does violence, itself or through its owner («طائرات النظام», «عناصر من الجيش»)."""
    if node.lemma in DOERS:
        return True
    return node.owner is not None and node.owner.lemma in DOERS and node.lemma not in persons() | SITES


def verb_above(node: Node) -> Node | None:
    """Return the nearest verb above a node."""
    here = node.head
    while here is not None and here.pos != "VERB":
        here = here.head
    return here


def is_definite(node: Node) -> bool:
    """Return whether a noun is definite: by itself, as a name, or by its owner."""
    return node.definite or node.pos == "PROPN" or (node.owner is not None and is_definite(node.owner))
