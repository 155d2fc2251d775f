"""Arabic noun phrases: the head first, then its owner (construct state), adjectives and names in apposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from reportedly.annotate.arabic_kinds import DOERS, MEANS, TOLLS, deed_nouns, persons
from reportedly.annotate.arabic_nodes import Node, left_out, nodes_of
from reportedly.annotate.arabic_tagging import Unit
from reportedly.annotate.arabic_text import form
from reportedly.resources import load_csv

QUOTES = frozenset("\"'“”„«»‘’`")
LEADING = frozenset({"num", "quant", "det"})
HEADS = frozenset({"noun", "adj", "propn", "num", "time"})
RESPECTS = frozenset("nationality origin identity age size range make form birth citizenship trace number".split())
"""Nouns by which an adjective before them is limited (the improper construct state)."""

TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})
"""The number after a noun that may be a plural as well («مدنيين اثنين»)."""

_OPENING = HEADS | LEADING
_NAMING = HEADS | {"quant", "enc", "cc", "prep", "punct"}
"""Categories of what a name between quotation marks may hold."""

NAMED = 6
"""Units between quotation marks that are still one name."""

DEPTH = 6
"""Owners of owners at most: deeper chains are broken text."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase: its head, its nodes in order, and the unit after it."""

    head: Node
    nodes: list[Node]
    next: int
    chain: list[Node] = field(default_factory=list)

    @property
    def definite(self) -> bool:
        """True if it has the article, a pronoun, a name, or an owner that has."""
        return any(n.definite or n.pos == "PROPN" for n in self.chain)


class Chunker:
    """Reads noun phrases off the units of one sentence."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._cats = [unit.analysis.cat for unit in units]

    def cat(self, at: int) -> str:
        """Return the category of a unit, empty past the end."""
        return self._cats[at] if 0 <= at < len(self._cats) else ""

    def is_quote(self, at: int) -> bool:
        """Return whether a unit is a quotation mark."""
        return self.cat(at) == "punct" and self.units[at].first.form in QUOTES

    def opens(self, at: int) -> int | None:
        """Return where a noun phrase that begins at a unit has its first word, quotation marks skipped, or ``None``."""
        here = at
        if self.is_quote(here) and self.closing(here) is not None:
            here += 1
        return here if self.cat(here) in _OPENING else None

    def closing(self, at: int) -> int | None:
        """Return the mark that closes a short name in quotation marks opened at a unit, or ``None``."""
        for end in range(at + 2, min(at + NAMED + 2, len(self.units))):
            if self.is_quote(end):
                inner = range(at + 1, end)
                named = all(self.cat(i) in _NAMING for i in inner)
                return end if named else None
        return None

    def read(self, at: int, depth: int = 0) -> Phrase | None:
        """Return the noun phrase that begins at a unit, or ``None``."""
        nodes: list[Node] = []
        leading: list[Node] = []
        here = at
        while True:
            if self.is_quote(here) and self.closing(here) is not None:
                nodes.append(self._mark(here))
                here += 1
            elif self.cat(here) in LEADING and self._leads(here):
                head, made = nodes_of(self.units[here])
                nodes += made
                leading.append(head)
                here += 1
                if self.cat(here) == "prep" and self.units[here].first.form == "من" and self._counted(here + 1):
                    _, made = nodes_of(self.units[here])
                    nodes += made
                    leading += made
                    here += 1
            else:
                break
        if self.cat(here) not in HEADS:
            return None
        head, made = self._head(here)
        nodes += made
        for node in leading:
            node.hang(head, "nummod" if node.pos in ("NUM", "DET") and node.tag in ("CD", "DT") else "quantmod")
        phrase = Phrase(head, nodes, here + 1, [head])
        self._rest(phrase, depth)
        for node in phrase.nodes:
            if node.pos == "PUNCT" and node.head is None:
                node.hang(head, "punct")
        return phrase

    def _counted(self, at: int) -> bool:
        return self.cat(at) in ("noun", "propn", "adj")

    def _leads(self, at: int) -> bool:
        """Return whether a number, quantifier or determiner has its noun after it."""
        after = at + 1
        while self.cat(after) in LEADING or (self.is_quote(after) and self.closing(after) is not None):
            after += 1
        if self.cat(after) == "prep" and self.units[after].first.form == "من":
            return self._counted(after + 1)
        return self.cat(after) in ("noun", "adj", "propn")

    def _mark(self, at: int) -> Node:
        head, _ = nodes_of(self.units[at])
        return head

    def _head(self, at: int) -> tuple[Node, list[Node]]:
        unit = self.units[at]
        head, made = nodes_of(unit)
        if unit.cat == "adj":
            # An adjective without a noun stands for one: "the wounded", "others".
            head.pos, head.tag = "NOUN", "NN" if unit.analysis.number == "sg" else "NNS"
        if unit.definite and unit.first.form.startswith("ال") and unit.cat == "noun":
            article = left_out(made[0].start, "the", "DET", "DT")
            article.hang(head, "det")
            made = [article, *made]
        return head, made

    def _rest(self, phrase: Phrase, depth: int) -> None:
        """Read what follows a head: a pronoun, an owner, adjectives, a name."""
        described = False
        while True:
            at = phrase.next
            cat = self.cat(at)
            tail = phrase.chain[-1]
            if cat == "enc" and at > 0 and self.units[at - 1].cat in HEADS:
                node, made = nodes_of(self.units[at])
                node.lemma, node.lower = "their", "their"
                node.hang(tail, "poss")
                phrase.nodes += made
                phrase.next += 1
            elif self.is_quote(at) and (end := self.closing(at)) is not None and self._joins(phrase, at + 1, described):
                self._quoted(phrase, at, end, depth, described)
            elif self.is_quote(at) and any(n.pos == "PUNCT" for n in phrase.nodes) and self._open_mark(phrase):
                phrase.nodes.append(self._mark(at))
                phrase.next += 1
            elif cat == "adj" and self._agrees(phrase, at) is not None:
                owner = self._agrees(phrase, at)
                node, made = nodes_of(self.units[at])
                node.hang(owner, "amod")
                phrase.nodes += made
                phrase.next += 1
                described = True
                self._limit(phrase, node)
            elif cat == "num" and tail.definite and tail.pos == "NOUN" and self._numbers(tail, at):
                # «القناة 12 الإسرائيلية»: which one it is, no count.
                node, made = nodes_of(self.units[at])
                node.hang(tail, "dep")
                phrase.nodes += made
                phrase.next += 1
            elif cat == "num" and self.units[at].first.form in TWO and tail.tag == "NNS":
                node, made = nodes_of(self.units[at])
                node.hang(tail, "nummod")
                phrase.nodes += made
                phrase.next += 1
            elif (
                cat in ("noun", "propn", "num", "quant", "adj", "det")
                and depth < DEPTH
                and self._joins(phrase, at, described)
            ):
                if not self._join(phrase, at, depth, described):
                    return
            else:
                return

    def _numbers(self, noun: Node, at: int) -> bool:
        """Return whether a figure after a definite singular noun is its number, an adjective of the noun going on after it."""
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        figure = self.units[at].first.form.isdigit() and noun.number == "sg" and after is not None
        return figure and after is not None and after.cat in ("adj", "noun") and after.definite

    def _limit(self, phrase: Phrase, adjective: Node) -> None:
        """Read the noun in respect of which an adjective holds («عراقي الجنسية», «مجهول الهوية»)."""
        at = phrase.next
        if self.cat(at) == "noun" and self.units[at].definite and self.units[at].sense in RESPECTS:
            node, made = nodes_of(self.units[at])
            node.hang(adjective, "npadvmod")
            phrase.nodes += made
            phrase.next += 1

    def _open_mark(self, phrase: Phrase) -> bool:
        return sum(n.form in QUOTES for n in phrase.nodes) % 2 == 1

    def _quoted(self, phrase: Phrase, at: int, end: int, depth: int, described: bool) -> None:
        phrase.nodes.append(self._mark(at))
        phrase.next = at + 1
        before, known = phrase.next, len(phrase.nodes)
        if not self._join(phrase, at + 1, depth, described):
            phrase.next = before
            return
        while phrase.next < end and self.cat(phrase.next) in HEADS | {"punct", "cc", "prep", "enc", "quant"}:
            node, made = nodes_of(self.units[phrase.next])
            node.hang(phrase.chain[-1], "appos" if node.pos in ("NOUN", "PROPN", "ADJ", "NUM") else "punct")
            phrase.nodes += made
            phrase.next += 1
        if phrase.next == end:
            if (phrase.head.lemma in DOERS or phrase.head.lemma.endswith("room")) and end - at <= _NAME + 1:
                _as_name(phrase.nodes[known:])
            phrase.nodes.append(self._mark(end))
            phrase.next += 1

    def _agrees(self, phrase: Phrase, at: int) -> Node | None:
        """Return the noun of a phrase that the adjective at a unit describes: the last that agrees with it."""
        unit = self.units[at]
        adjective = unit.analysis
        nouns = [n for n in phrase.chain if n.pos in ("NOUN", "PROPN")]
        if not nouns or nouns[-1].pos == "NUM":
            return None
        if unit.sense in MEANS:
            deed = next((n for n in reversed(nouns) if n.masdar or n.lemma in deed_nouns()), None)
            if deed is not None:
                return deed
        for noun in reversed(nouns):
            known = noun.definite or noun.pos == "PROPN" or noun.owner is not None
            if known != unit.definite:
                continue
            feminine = noun.unit is not None and noun.unit.analysis.feminine
            plural = noun.number == "pl"
            if (
                noun.pos == "PROPN"
                or (adjective.feminine == (feminine or plural))
                or adjective.number != "sg"
                or plural
            ):
                return noun
        last = nouns[-1]
        return last if last.definite == unit.definite and last.pos != "PROPN" else None

    def _joins(self, phrase: Phrase, at: int, described: bool) -> bool:
        """Return whether the noun at a unit belongs to the phrase: as owner, as part of a name, or as a name after a title."""
        tail = phrase.chain[-1]
        unit = self.units[at]
        if unit.cat == "det" and unit.sense == "any":
            # «دون تنفيذ أي غارات»
            return tail.masdar and not tail.definite and not described and self._leads(at)
        if unit.cat not in ("noun", "propn", "num", "quant", "adj") or tail.pos == "NUM":
            return False
        if tail.lemma == "unidentified" and unit.cat == "noun" and not tail.definite:
            # «ألقى مجهول قنبلة»: what he threw.
            return False
        if unit.sense == "person" and unit.cat == "propn" and _acts_as_body(phrase.head):
            # «اعتقلت قوات الأمن خالد العمر»: whom they arrested.
            return False
        if unit.cat in ("num", "quant") and tail.number == "sg" and tail.lemma.split()[-1] in _ACTING:
            # «قتل مسلح عشرين مجندا»: whom he killed.
            return False
        if unit.sense == "life" and self.cat(at + 1) == "enc" and tail.lemma in persons():
            # «فقد مدني حياته»: what he lost.
            return False
        if unit.analysis.closed and unit.analysis.number == "sg" and unit.first.form.endswith("ا"):
            # «سيارة قاضيا»: an accusative owns nothing.
            return False
        closed = tail.unit is not None and tail.unit.analysis.closed
        name = unit.cat == "propn"
        if tail.pos == "PROPN":
            # «حملت حركة حماس الولايات المتحدة المسؤولية»: a land is no part of a body's name.
            return name and not (at > 1 and self.units[at - 2].sense in DOERS and _land(unit))
        if described:
            return name and phrase.definite and unit.definite is False
        if tail.definite:
            return name
        if closed or (tail.unit is not None and tail.unit.cat == "adj" and not name):
            return False
        return unit.cat != "adj" or not tail.definite

    def _join(self, phrase: Phrase, at: int, depth: int, described: bool) -> bool:
        tail = phrase.chain[-1]
        unit = self.units[at]
        if tail.pos == "PROPN" or tail.definite or described:
            node, made = nodes_of(unit)
            node.hang(tail, "compound" if tail.pos == "PROPN" and not tail.definite else "appos")
            phrase.nodes += made
            phrase.next = at + 1
            return True
        inner = self.read(at, depth + 1)
        if inner is None:
            return False
        done_by = tail.masdar or tail.lemma in deed_nouns()
        over = tail.unit is not None and "علي" in tail.unit.analysis.objects  # «سيطرة القوات على المطار»: it has one.
        befell = tail.lemma in TOLLS | _DOWNED and not over
        done_by = done_by and not befell and not targets(tail) and inner.head.lemma in DOERS
        of = left_out(phrase.nodes[-1].end, "by" if done_by else "of", "ADP", "IN")
        of.hang(tail, "prep")
        inner.head.hang(of, "pobj")
        tail.owner = inner.head
        phrase.nodes += [of, *inner.nodes]
        phrase.chain += inner.chain
        phrase.next = inner.next
        return True


_DOWNED = frozenset({"downing", "interception", "destruction", "crash"})
"""Nouns of deeds that aircraft suffer («إسقاط طائرة مسيرة»)."""


@cache
def _lands() -> frozenset[str]:
    """Return the names of states, levelled."""
    return frozenset(form(n) for row in load_csv("ar/states.csv") for n in row["nouns"].split("|") if n)


def _land(unit: Unit) -> bool:
    return " ".join(p.form for p in unit.pieces) in _lands()


def _acts_as_body(node: Node) -> bool:
    """Return whether a noun is a force or several of its people, whom no one person's name can name."""
    return node.lemma in DOERS and (node.number == "pl" or node.lemma not in persons())


def targets(node: Node) -> bool:
    """Return whether a noun is the targeting of something, whose owner is what is hit unless something else is named."""
    return "هداف" in node.form


_ACTING = frozenset(
    "gunman bomber attacker assailant soldier policeman settler militant sniper rebel terrorist fighter driver officer".split()
)
"""Men who, told of alone, own nobody that is counted after them."""


_NAME: Final = 3
"""Words in quotation marks after fighters that may be their name."""


def _as_name(nodes: Sequence[Node]) -> None:
    """Take deeds in quotation marks after fighters for their name («فصائل «الفتح المبين»»)."""
    for node in nodes:
        if node.pos == "NOUN" and (node.masdar or node.lemma in deed_nouns()):
            node.pos, node.tag, node.lemma, node.unit = "PROPN", "NNP", node.form, None
