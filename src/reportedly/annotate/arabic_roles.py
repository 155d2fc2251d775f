"""What an Arabic noun phrase is in its clause: topic, subject, object, or what a deed's noun was done to."""

from __future__ import annotations

from reportedly.annotate.arabic_chunks import Phrase
from reportedly.annotate.arabic_kinds import STRIKES, TOLLS, persons, territory
from reportedly.annotate.arabic_nodes import ClauseState, Node, left_out
from reportedly.annotate.arabic_owners import WANTED
from reportedly.annotate.arabic_settling import HARM
from reportedly.annotate.arabic_state import State, is_deed, is_doer


def noun_phrase(s: State, phrase: Phrase) -> int:
    """Put a noun phrase that no preposition governs into its clause; return the unit to go on from."""
    s.nodes += phrase.nodes
    _place(s, phrase)
    s.seen(phrase)
    return phrase.next


def _place(s: State, phrase: Phrase) -> None:
    """Give a noun phrase its function."""
    clause, head = s.clause, phrase.head
    if s.fresh or clause is None:
        if s.topic is None and not (clause is None and s.nominal_root is not None and not s.fresh):
            s.topic = phrase
            if is_deed(head):
                s.predicate = head
            return
        hungry = _hungry(s)
        if hungry is not None:
            object_of_deed(s, hungry, phrase)
            return
        upper = s.topic.head if s.topic else s.nominal_root
        head.hang(upper, "appos" if upper is not None else "dep")
        return
    deed = s.predicate if s.predicate is not clause.verb else None
    if (aim := _aim(s, head)) is not None:
        object_of_deed(s, aim, phrase)
        return
    if deed is not None and is_deed(deed) and deed.owner is not None and is_doer(deed.owner) and not s.comma:
        object_of_deed(s, deed, phrase)
        return
    struck = clause.verb.lemma in STRIKES and not clause.objects and head.lemma in territory()
    # «شهدت جبهة تادف، اشتباكات»: a comma before what a place saw.
    struck = struck or (clause.verb.lemma in ("witness", "see") and not clause.objects and is_deed(head))
    if s.comma and s.last is not None and (clause.subject is not None or clause.objects) and not struck:
        head.hang(s.last.head, "appos")
        return
    told = clause.subject is not None and clause.subject.lemma == "it" and clause.verb.form.endswith("ت")
    if told and clause.verb.lemma in STRIKES and head.number == "pl":
        # «أنها استهدفت عناصر»: the raids before did it.
        clause.objects.append(head)
        head.hang(clause.verb, "dobj")
        return
    told_first = clause.subject is not None and clause.subject.pos == "PRON" and not clause.objects
    if told_first and is_doer(head) and _may_act(clause.verb, head) and not _speaks_of_himself(clause, head):
        # «أنه قصف الجيش المدينة»: the pronoun stands for the whole, the noun acts.
        assert clause.subject is not None
        clause.subject.hang(clause.verb, "expl")
        clause.subject, clause.before = head, False
        return
    owned_up = clause.relative is not None and clause.verb.lemma == "claim" and is_deed(clause.relative)
    taken_up = clause.pronoun or clause.resumed or owned_up
    follows = taken_up if clause.relative is not None else clause.verb.number != "pl"
    analysis = clause.verb.unit.analysis if clause.verb.unit else None
    follows = follows and (analysis is None or analysis.tense != "participle")
    if (outer := _awaiting(s, clause, head)) is not None:
        s.clause = clause = outer
        s.predicate = outer.verb
    counted = any(n.head is head and n.dep in ("nummod", "quantmod") for n in phrase.nodes)
    if clause.subject is None and follows and (counted or not _accusative(clause, head)):
        clause.subject = head
    else:
        _add_object(clause, head)


def _add_object(clause: ClauseState, head: Node) -> None:
    """Make a noun an object: not people in the nominative («المهاجمون») beside a subject, whose verb was not read."""
    if clause.subject is not None and head.number == "pl" and head.form.endswith("ون") and is_doer(head):
        head.hang(clause.verb, "dep")
        return
    clause.objects.append(head)
    head.hang(clause.verb, "dobj" if len(clause.objects) == 1 else "dep")


def _aim(s: State, head: Node) -> Node | None:
    """Return the noun of what somebody wants, right before the deed's noun («نية الحركة تنفيذ هجوم»), or ``None``."""
    if s.last is None or s.comma or not is_deed(head):
        return None
    return next((n for n in s.last.chain if n.lemma in WANTED and n.owner is not None), None)


def _speaks_of_himself(clause: ClauseState, head: Node) -> bool:
    """Return whether the pronoun of «قال الجيش إنه استهدف مسلحين» is the speaker, who fights, or the noun cannot act."""
    analysis = head.unit.analysis if head.unit is not None else None
    if analysis is not None and analysis.closed and analysis.number != "sg" and head.form.endswith("ين"):
        return True
    upper = clause.verb.head.clause if clause.verb.head is not None else None
    speaker = upper.subject if upper is not None else None
    return speaker is not None and speaker.lemma in _BODIES and not head.definite


_BODIES = frozenset(
    "army force forces navy group movement organisation organization brigade division battalion faction".split()
)
"""Speakers who tell what they did themselves."""


def _may_act(verb: Node, head: Node) -> bool:
    """Return whether a noun after a verb agrees with it as its subject does («أنهم أسقطوا طائرة»: they did it)."""
    mine = verb.unit.analysis if verb.unit is not None else None
    other = head.unit.analysis if head.unit is not None else None
    if mine is None or other is None:
        return True
    masculine = mine.number == "sg" and not mine.feminine
    return mine.number != "pl" and not (masculine and other.feminine and other.number == "sg")


def _hungry(s: State) -> Node | None:
    """Return the deed of a sentence without verbs that still lacks what it was done to, or ``None``.

    In «مقتل شاب جراء استهداف قوات الاحتلال منزله» it is the strike: whoever a killing owns was killed.
    """
    topic = s.topic.head if s.topic is not None else None
    if topic is None or not is_deed(topic) or s.comma:
        return None
    inner = s.predicate
    if inner is not None and inner is not topic and is_deed(inner):
        return inner if inner.owner is not None and is_doer(inner.owner) and inner.lemma not in TOLLS else None
    fits = topic.owner is not None and (topic.lemma not in TOLLS or is_doer(topic.owner))
    return topic if fits else None


def _accusative(clause: ClauseState, head: Node) -> bool:
    """Return whether the noun after a verb is its object by its ending, -ين or, after a joined verb, -ا («وأصابت شابا»)."""
    analysis = head.unit.analysis if head.unit is not None else None
    if analysis is not None and analysis.closed and analysis.number != "sg" and head.form.endswith("ين"):
        # «يستهدف المدنيين»: a subject would end in -ون.
        mine = clause.verb.unit.analysis if clause.verb.unit is not None else None
        # «واعتقلت شخصين»: a woman's verb, or a body's, and men.
        done_to = mine is not None and mine.feminine and mine.tense == "past" and clause.verb.lemma in HARM
        return head.lemma in persons() and (clause.verb.lemma in STRIKES or (done_to and not analysis.feminine))
    if analysis is None or clause.verb.dep != "conj" or head.definite or head.lemma not in persons():
        return False
    voice = clause.verb.unit.analysis.voice if clause.verb.unit is not None else "passive"
    return analysis.closed and analysis.number == "sg" and head.form.endswith("ا") and voice in ("either", "active")


def _awaiting(s: State, clause: ClauseState, head: Node) -> ClauseState | None:
    """Return the clause around a relative one that still wants its object («قتل مسلحون يستقلون سيارة مدنيا»), or ``None``."""
    antecedent = clause.relative
    outer = next((c for c in s.clauses if antecedent is not None and c.subject is antecedent), None)
    if outer is None or outer.objects or not clause.objects:
        return None
    accusative = head.unit is not None and head.unit.analysis.closed and not head.definite and head.number != "pl"
    return outer if accusative or (head.definite and head.lemma in persons()) else None


def object_of_deed(s: State, deed: Node, phrase: Phrase) -> None:
    """Attach what a deed's noun was done to («قصف الطيران المدينة»); its owner did it."""
    if deed.owner is not None and deed.owner.head is not None and deed.owner.head.lower == "of":
        deed.owner.head.lemma = deed.owner.head.lower = "by"
    of = left_out(phrase.nodes[0].start, "of", "ADP", "IN")
    of.hang(deed, "prep")
    s.nodes.insert(len(s.nodes) - len(phrase.nodes), of)
    phrase.head.hang(of, "pobj")
