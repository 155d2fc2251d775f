"""Arabic clauses: a shallow, deterministic reading from left to right that gives the relations of spaCy's English.

Verbs open clauses; what opens a clause (أن, الذي, ما أدى, بعد أن, و) says how it hangs from the one before. Noun phrases
become subject, object or, before their verb, topic; prepositional phrases hang from the last predicate, verb or noun of a
deed. A passive gets the English auxiliary, as a word of no width.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotate.arabic_chunks import QUOTES, Phrase
from reportedly.annotate.arabic_guesses import guess
from reportedly.annotate.arabic_joining import join
from reportedly.annotate.arabic_kinds import DOERS, arms, persons
from reportedly.annotate.arabic_negation import reach_over_or
from reportedly.annotate.arabic_nodes import Node, left_out, reroot
from reportedly.annotate.arabic_own_deeds import own_deed
from reportedly.annotate.arabic_prepositions import preposition
from reportedly.annotate.arabic_roles import noun_phrase
from reportedly.annotate.arabic_settling import settle
from reportedly.annotate.arabic_state import State, is_deed, is_doer
from reportedly.annotate.arabic_tagging import Unit, saying
from reportedly.annotate.arabic_verbs import verb

_ENDS = frozenset({".", "!", "؟", "?", ";", "؛", "|", "…"})

ASIDE = 14
"""Units that a bracket beside a noun may hold."""


def build(units: Sequence[Unit]) -> list[Node]:
    """Return the nodes of the sentence in order, each with head and relation."""
    s = State(units)
    at = 0
    while at < len(s.units):
        at = _step(s, at)
    for clause in s.clauses:
        settle(s, clause)
    reach_over_or(s)
    for clause in s.clauses:
        own_deed(s, clause)
    s.leave_topic()
    for node in s.pending:
        node.hang(node.head or s.main(), node.dep or "dep")
    reroot(s.nodes)
    return s.nodes


def _step(s: State, at: int) -> int:
    unit = s.units[at]
    cat = unit.cat
    if cat == "punct":
        return _punctuation(s, at)
    if cat == "time":
        return _time(s, at)
    if cat == "verb":
        return guess(s, at) or verb(s, at)
    if cat in ("prep", "agent", "cited", "including"):
        return preposition(s, at)
    if cat == "cc":
        return join(s, at)
    if cat in ("comp", "rel", "result", "sub", "as"):
        return _open(s, at)
    if cat in ("neg", "aux", "already", "be", "also", "adv"):
        return _modifier(s, at)
    if cat == "enc":
        return _pronoun(s, at)
    if cat == "absorbed":
        s.loose(at, "dep")
        return at + 1
    if s.chunks.opens(at) is not None:
        phrase = s.chunks.read(at)
        if phrase is not None:
            return noun_phrase(s, phrase)
    s.loose(at, "dep")
    return at + 1


def _punctuation(s: State, at: int) -> int:
    mark = s.units[at].first.form
    if mark in QUOTES and s.chunks.closing(at) is not None and s.chunks.opens(at) is not None:
        phrase = s.chunks.read(at)
        if phrase is not None and phrase.next > at + 1:
            return noun_phrase(s, phrase)
    if mark == "(" and (closed := _aside(s, at)) is not None:
        return closed
    s.put(at)
    if (mark in ":-–—|/" or _dots(s, at)) and _heading(s):
        _shelve(s)
    elif mark in "،,":
        s.comma = not _closes_time(s, at)
        if s.chunks.cat(at + 1) == "verb" and _opens_apart(s):
            _shelve(s)
    elif mark == ":" and s.clause is not None and s.clause.verb.lemma in saying() and s.opener is None:
        s.opener = ("comp", None)
        s.begin()
    elif mark in _ENDS or (mark == "." and at + 1 < len(s.units)) or mark in "-–—":
        s.comma = True
        if mark not in "-–—":
            s.leave_topic()
            s.last = None
    return at + 1


HEADING = 6
"""Words that a heading or dateline before a colon or dash may have."""


def _closes_time(s: State, at: int) -> bool:
    """Return whether a comma ends a time set off by two («اعتقلت القوات، مساء أمس، ستة شبان»), after which the clause goes on."""
    here = at - 1
    while here > 0 and s.units[here].cat == "time":
        here -= 1
    return here < at - 1 and s.units[here].first.form in ("،", ",") and s.clause is not None and not s.clause.objects


def _dots(s: State, at: int) -> bool:
    """Return whether a stop is the second of the two that part a heading from its sentence («عفرين.. إصابة مدنيين»)."""
    return s.units[at].first.form in (".", "…") and at > 0 and s.units[at - 1].first.form in (".", "…")


def _heading(s: State) -> bool:
    """Return whether all that has been read is a short phrase that names no deed: a dateline, a place, an outlet."""
    if s.clause is not None:
        return False
    heads = [n for n in (s.topic.head if s.topic else None, s.nominal_root) if n is not None]
    words = [n for n in s.nodes if n.start < n.end and n.pos != "PUNCT"]
    return bool(heads) and len(words) <= HEADING and not any(is_deed(n) for n in words)


def _opens_apart(s: State) -> bool:
    """Return whether what stands before the first comma is no subject: «عسكريا، شنت …», «وفي وقت سابق، شنت …».

    A subject before its verb is definite, or names men, arms or a deed.
    """
    if s.clause is not None or s.topic is None or s.topic.definite or s.topic.head.pos not in ("NOUN", "ADJ"):
        return False
    head = s.topic.head
    accusative = head.unit is not None and head.unit.analysis.closed and head.form.endswith("ا")
    acting = head.lemma in persons() | DOERS | arms() or is_deed(head) or is_doer(head) or head.number != "sg"
    return accusative or (not acting and len(s.topic.nodes) == 1)


def _shelve(s: State) -> None:
    """Set a heading aside: what follows is the sentence."""
    for head in (s.topic.head if s.topic else None, s.nominal_root):
        if head is not None and head.head is None:
            head.dep = "dep"
            s.pending.append(head)
    s.topic = s.nominal_root = s.predicate = s.last = None
    s.comma, s.fresh = False, True


def _aside(s: State, at: int) -> int | None:
    """Put a bracket without a verb beside the noun before it; return the unit after it, or ``None`` if it has one."""
    end = next((i for i in range(at + 1, min(at + ASIDE, len(s.units))) if s.units[i].first.form == ")"), None)
    if end is None or any(s.chunks.cat(i) in ("verb", "rel", "comp", "sub") for i in range(at, end)):
        return None
    upper = s.last.head if s.last is not None else s.topic.head if s.topic is not None else s.main()
    for i in range(at, end + 1):
        head = s.put(i)
        head.hang(upper, "punct" if head.pos == "PUNCT" else "appos" if head.pos in ("NOUN", "PROPN") else "dep")
    return end + 1


def _time(s: State, at: int) -> int:
    end = at
    made: list[Node] = []
    while end < len(s.units) and s.units[end].cat == "time":
        made.append(s.put(end))
        end += 1
    for node in made[:-1]:
        node.hang(made[-1], "compound")
    target = s.predicate or s.main()
    if target is None:
        made[-1].dep = "npadvmod"
        s.pending.append(made[-1])
    else:
        made[-1].hang(target, "npadvmod")
    return end


def _pronoun(s: State, at: int) -> int:
    node = s.put(at)
    if s.clause is not None and at and s.units[at - 1].cat == "verb":
        node.tag = "PRP"
        node.lemma = node.lower = "they"
        s.clause.pronoun = True
        node.hang(s.clause.verb, "dep")
    else:
        node.hang(s.nodes[-2] if len(s.nodes) > 1 else None, "poss")
    return at + 1


_HOW_OFTEN = frozenset("repeatedly regularly daily periodically constantly frequently continuously often".split())


def _modifier(s: State, at: int) -> int:
    unit = s.units[at]
    node = s.put(at)
    if unit.sense == "not" and unit.first.form in ("ليس", "لا", "ليست") and _corrects(s, at):
        node.dep = "preconj"
        node.hang(s.predicate or s.main(), "preconj")
        return at + 1
    dep = {"neg": "neg", "aux": "aux", "be": "aux"}.get(unit.cat, "advmod")
    if unit.cat == "already":
        dep = "advmod"
        after = s.units[at + 1] if at + 1 < len(s.units) else None
        if after is not None and after.analysis.tense == "present":
            node.lemma = node.lower = "may"
            node.pos, node.tag, dep = "AUX", "MD", "aux"
    if unit.cat == "neg" and unit.analysis.future:
        will = left_out(node.start, "will", "AUX", "MD")
        will.dep = "aux"
        s.nodes.append(will)
        s.pending.append(will)
    if unit.cat == "also" and at + 1 < len(s.units) and s.units[at + 1].cat in ("verb", "already", "be", "comp"):
        s.begin()
        # «ثلاث هجمات، إذ قصفت …»: the clause describes no noun before it.
        s.predicate = s.main() or s.predicate
    node.dep = dep
    if unit.cat == "adv" and s.main() is not None and not s.fresh:
        # «تشن حملات في مناطق سيطرتها بشكل متكرر»: how often is told of the verb.
        node.hang(s.main() if unit.sense in _HOW_OFTEN else s.predicate or s.main(), "advmod")
    else:
        s.pending.append(node)
    return at + 1


def _corrects(s: State, at: int) -> bool:
    """Return whether a negation denies only the noun after it («استهدفت المسلحين وليس الجنود»)."""
    joined = at > 0 and s.units[at - 1].cat == "cc" and s.main() is not None
    after = at + 1
    while s.chunks.cat(after) in ("prep", "det", "quant", "num"):
        after += 1
    following = next((s.units[i].cat for i in range(after, len(s.units)) if s.units[i].cat in ("verb", "punct")), "")
    return joined and s.chunks.cat(after) in ("noun", "propn", "adj") and following != "verb"


def _open(s: State, at: int) -> int:
    unit = s.units[at]
    after = s.units[at + 1].cat if at + 1 < len(s.units) else ""
    if unit.cat == "rel" and after in ("noun", "propn", "num", "prep") and s.last is None:
        s.loose(at, "dep")
        return at + 1
    if unit.cat == "rel" and s.topic is not None and at and s.units[at - 1].cat == "pron":
        # «المسلحون هم الذين هاجموا القرية»: they attacked it.
        s.loose(at, "dep")
        return at + 1
    node = s.put(at)
    antecedent = _antecedent(s, unit) if unit.cat == "rel" else None
    node.dep = "mark"
    s.leave_topic()
    s.opener = (unit.cat, antecedent)
    s.contrast = unit.sense == "while"
    s.pending.append(node)
    s.fresh = True
    s.comma = False
    if unit.cat != "rel":
        s.last = None
    if unit.cat == "comp" and unit.pieces[-1].form.endswith(("ه", "ها", "هم", "هما")):
        pronoun = left_out(node.end, "they" if unit.pieces[-1].form.endswith(("هم", "هما")) else "it", "PRON", "PRP")
        s.nodes.append(pronoun)
        s.topic = Phrase(pronoun, [pronoun], at + 1, [pronoun])
    return at + 1


def _antecedent(s: State, unit: Unit) -> Node | None:
    """Return the noun that a relative pronoun goes back to: the last of the phrase before it that agrees."""
    if s.last is None:
        return s.predicate
    word = bare_relative(unit)
    nouns = [n for n in s.last.chain if n.pos in ("NOUN", "PROPN")]
    for noun in reversed(nouns):
        analysis = noun.unit.analysis if noun.unit else None
        feminine = analysis is not None and (analysis.feminine or (noun.number == "pl" and noun.lemma not in persons()))
        if word == "الذين" and (noun.number == "pl" or noun.lemma in persons()):
            return noun
        if word == "التي" and (feminine or noun.pos == "PROPN"):
            return noun
        if word == "الذي" and not feminine and noun.number != "pl":
            return noun
    if word == "الذين" and (men := _men_before(s)) is not None:
        return men
    return nouns[0] if nouns else s.last.head


def _men_before(s: State) -> Node | None:
    """Return the last men told of before a phrase that names none («غضب السكان في المدينة الذين خرجوا»), or ``None``."""
    near = [n for n in s.nodes[-MEN_REACH:] if n.pos == "NOUN"]
    return next((n for n in reversed(near) if n.number != "sg" and n.lemma in persons() | DOERS), None)


MEN_REACH = 14
"""Nodes before «الذين» among which its men are looked for."""


def bare_relative(unit: Unit) -> str:
    """Return the relative pronoun of a unit on one form for number."""
    word = unit.first.form
    return {"اللذين": "الذين", "اللتين": "التي", "اللذان": "الذي", "اللتان": "التي"}.get(word, word)
