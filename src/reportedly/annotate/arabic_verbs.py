"""How the clause of an Arabic verb hangs from what came before."""

from __future__ import annotations

from reportedly.annotate.arabic_kinds import DOERS, STRIKES, TOLLS, deed_nouns, persons
from reportedly.annotate.arabic_nodes import ClauseState, Node, left_out, nodes_of, was_over
from reportedly.annotate.arabic_state import State, is_deed, is_definite, verb_above
from reportedly.annotate.arabic_tagging import Unit, saying


def verb(s: State, at: int) -> int:
    """Open the clause of the verb at a unit; return the unit to go on from."""
    head, made = nodes_of(s.units[at])
    relation, upper = _relation(s, at, head)
    passive = s.units[at].analysis.voice == "passive"
    if passive:
        s.nodes.append(was_over(head, made[0].start))
    s.nodes += made
    head.hang(upper, relation if upper is not None else "ROOT")
    clause = ClauseState(head)
    head.clause = clause
    if relation == "relcl":
        clause.relative = upper
    if relation == "advcl" and s.opener is not None and s.opener[0] == "result":
        head.tag = "VBG"
        clause.before = True
    waits = relation == "relcl" and s.topic is not None and upper is s.topic.head
    if not waits:
        _take_topic(s, clause)
        _take_pending(s, head)
        s.opener = None
    if relation == "relcl" and s.outer is None and waits:
        s.outer = s.clause
    elif s.waiting:
        s.outer = None
    s.waiting = waits
    s.clauses.append(clause)
    s.clause = clause
    s.predicate = head
    s.fresh = False
    s.comma = False
    s.last = None
    return at + 1


def _take_topic(s: State, clause: ClauseState) -> None:
    """Make the noun phrase before a verb its subject, unless the verb's clause describes that phrase."""
    if s.topic is None:
        return
    head = s.topic.head
    if head.head is None and clause.relative is None and _stands_for_nobody(s, head, clause):
        # «أنه أثناء العملية قصفت القوات منزلا»: the subject stands after the verb.
        head.hang(clause.verb, "expl")
        s.topic = None
    elif head.head is None and clause.relative is None:
        clause.subject, clause.before = head, True
        s.topic = None
    elif clause.relative is not None and clause.relative is not head:
        s.leave_topic()


def _stands_for_nobody(s: State, head: Node, clause: ClauseState) -> bool:
    """Return whether the pronoun of «أنه» is not the subject of the verb that comes, which is feminine."""
    analysis = clause.verb.unit.analysis if clause.verb.unit else None
    if head.pos != "PRON" or head.lower != "it" or analysis is None or not analysis.feminine:
        return False
    return s.nodes[s.nodes.index(head) - 1].form.endswith("ه")


def _take_pending(s: State, verb: Node) -> None:
    for node in s.pending:
        node.hang(verb, node.dep)
        if node.dep == "mark" and node.lower in ("also",):
            node.dep = "advmod"
    s.pending = []
    if s.joiner is not None and s.joiner.head is None:
        s.joiner.hang(verb.head if verb.head is not None and verb.dep == "conj" else verb, "cc")
    s.joiner = None


def _relation(s: State, at: int, verb: Node) -> tuple[str, Node | None]:
    """Return how a verb's clause hangs, and from what."""
    unit = s.units[at]
    if unit.analysis.tense == "participle":
        s.opener = None
        main = s.clause.verb if s.clause else None
        upper = _speaker(s, main) if verb.lemma in saying() or verb.lemma == "hold" else main or s.nominal_root
        return ("ROOT", None) if upper is None else ("advcl", upper)
    if _describes_topic(s, at):
        assert s.topic is not None
        return "relcl", s.topic.head
    state = s.outer if s.waiting else s.clause
    main = state.verb if state else None
    if s.opener is not None:
        return _opened(s, s.opener, unit, verb, main)
    described = _described(s, at)
    if described is not None:
        return "relcl", described
    if main is None:
        if s.nominal_root is not None and s.topic is None:
            return "parataxis" if s.nominal_root.head is None else "dep", s.nominal_root
        return "ROOT", None
    upper = _speaker_above(s, at, main) or _contrasted(s, main) or _same_level(s, main)
    return "conj", upper


def _speaker_above(s: State, at: int, main: Node) -> Node | None:
    """Return the verb of saying that «وأضاف أن» goes on from, out of what was said."""
    if s.chunks.cat(at + 1) != "comp" or s.units[at].sense not in CARRYING_ON:
        return None
    here = _speaker(s, main)
    return here if here is not None and here.lemma in saying() else None


def _contrasted(s: State, main: Node) -> Node | None:
    """Return the verb of saying that «، لكن» with a clause of its own sets something against, out of what was said."""
    joiner = s.joiner
    if joiner is None or joiner.form != "لكن":
        return None
    before = s.nodes[s.nodes.index(joiner) - 1] if joiner in s.nodes[1:] else None
    if before is not None and before.lower == "and" and s.nodes.index(before):
        before = s.nodes[s.nodes.index(before) - 1]
    here = _speaker(s, main)
    parted = before is not None and before.form in ("،", ",")
    return here if parted and here is not None and here.lemma in saying() else None


CARRYING_ON = frozenset(
    "add continue indicate note explain clarify mention say stress confirm reveal state report".split()
)
"""Verbs of saying that, without a subject, have the speaker before for theirs."""


def _same_level(s: State, main: Node) -> Node:
    """Return the clause that a further clause joins: out of relative clauses and results, not out of what is said."""
    here = main
    for _ in range(len(s.clauses)):
        if here.dep in ("relcl", "advcl") and here.head is not None:
            above = verb_above(here)
            if above is None:
                return here
            here = above
        else:
            return here
    return here


def _describes_topic(s: State, at: int) -> bool:
    """Return whether a verb describes the noun phrase before it, which waits for a verb of its own («هجوم نفذه …»)."""
    if s.topic is None or s.topic.head.head is not None or s.topic.definite or s.comma:
        return False
    if s.topic.head.pos != "NOUN":
        return False
    if at and s.units[at - 1].cat == "already":
        # «وكان مجهولون قد اختطفوه»: «قد» opens the verb of the topic itself.
        return False
    present = s.units[at].analysis.tense == "present"
    if s.chunks.cat(at + 1) == "enc":
        # «مسلحون خطفوه»: one man is not several.
        several = s.topic.head.number in ("pl", "du") and s.topic.head.lemma in persons() | DOERS
        return not (several and s.units[at + 1].first.form == "ه")
    return (present or _loose_before(s, at)) and _past_after(s, at)


def _loose_before(s: State, at: int) -> bool:
    """Return whether a past verb after a topic has another after it in one breath («أن صاروخا أطلق من لبنان سقط»)."""
    if s.topic is None or s.topic.head.lemma in persons() | DOERS:
        return False
    for unit in s.units[at + 1 : at + AHEAD]:
        if unit.cat == "verb":
            return unit.analysis.tense == "past"
        if unit.cat == "punct":
            return False
    return False


def _past_after(s: State, at: int) -> bool:
    """Return whether a past verb follows before anything opens a clause («انتحاري يقود شاحنة فجر نفسه»)."""
    for unit in s.units[at + 1 : at + AHEAD]:
        if unit.cat == "verb":
            return unit.analysis.tense == "past"
        if unit.cat in ("cc", "comp", "rel", "result", "sub", "as", "also"):
            return False
    return False


AHEAD = 14
"""Units within which the verb of a topic follows the clause that describes it."""


def _described(s: State, at: int) -> Node | None:
    """Return the indefinite noun that a verb right after it describes («هجوم نفذه مسلحون»), or ``None``."""
    unit = s.units[at]
    if s.joiner is not None or (s.comma and _shares_subject(s, unit)):
        return None
    if s.topic is not None and s.topic.head.head is None:
        return _cause_of_topic(s, unit)
    nouns = [n for n in reversed(s.last.chain) if n.pos in ("NOUN", "NUM")] if s.last else []
    deed = s.predicate
    if deed is not None and is_deed(deed) and deed not in nouns:
        nouns.append(deed)
    open_ones = [n for n in nouns if not n.definite and not (n.owner is not None and is_definite(n.owner))]
    taken = s.units[at + 1].first.form if s.chunks.cat(at + 1) == "enc" else ""
    if taken:
        # «تفجير تبنته حركة»: the pronoun means the noun, whatever the verb's subject is.
        return next((n for n in open_ones if _means(taken, n)), None)
    return next((n for n in open_ones if _agrees(n, unit)), None)


def _means(pronoun: str, noun: Node) -> bool:
    """Return whether a pronoun written onto a verb can mean a noun before it."""
    feminine = noun.unit is not None and noun.unit.analysis.feminine
    if pronoun == "ه":
        return not feminine and noun.number == "sg"
    if pronoun == "ها":
        return feminine or noun.number == "pl"
    return noun.number != "sg" or noun.pos == "NUM"


def _cause_of_topic(s: State, unit: Unit) -> Node | None:
    """Return the deed under a heading of dead or hurt that a verb describes («مقتل قيادي بغارة استهدفت سيارته»), or ``None``."""
    deed = s.predicate
    if s.topic is None or s.topic.head.lemma not in TOLLS or deed is None or deed is s.topic.head or s.comma:
        return None
    open_one = is_deed(deed) and deed.lemma not in TOLLS and not deed.definite and deed.owner is None
    return deed if open_one and unit.sense in STRIKES and _agrees(deed, unit) else None


def _opened(
    s: State, opener: tuple[str, Node | None], unit: Unit, verb: Node, main: Node | None
) -> tuple[str, Node | None]:
    kind, antecedent = opener
    if kind == "rel":
        return ("relcl", antecedent) if antecedent is not None else ("ROOT", None)
    upper = _speaker(s, main) if kind == "comp" else main or s.nominal_root
    if kind == "comp":
        noun = s.predicate
        if noun is not None and noun.pos == "NOUN" and (main is None or noun.start > main.start):
            upper = noun if noun.lemma not in deed_nouns() else upper or noun
        if upper is None:
            return "ROOT", None
        purpose = unit.analysis.tense == "present" and upper.lemma not in saying()
        if purpose:
            to = left_out(verb.start, "to", "PART", "TO")
            to.hang(verb, "aux")
            s.nodes.append(to)
            verb.tag = "VB"
            return "xcomp", upper
        return "ccomp", upper
    if s.contrast and upper is not None:
        # «فيما», «في حين»: a deed of its own, told beside the other.
        s.contrast = False
        return "conj", _same_level(s, upper)
    return ("advcl", upper) if upper is not None else ("ROOT", None)


def _speaker(s: State, main: Node | None) -> Node | None:
    """Return the verb whose statement a clause after أن is: the nearest that says something."""
    here = main
    while here is not None:
        if here.lemma in saying():
            return here
        here = verb_above(here)
    return main or s.nominal_root


def _shares_subject(s: State, unit: Unit) -> bool:
    """Return whether a verb after a comma can have the subject of the clause before: their genders agree."""
    subject = s.clause.subject if s.clause is not None else None
    return subject is None or unit.analysis.number != "sg" or _agrees(subject, unit)


def _agrees(noun: Node, verb: Unit) -> bool:
    """Return whether a verb can describe a noun: their genders agree, things in the plural count as feminine."""
    analysis = noun.unit.analysis if noun.unit else None
    if analysis is None or noun.pos == "NUM":
        return True
    if (noun.number == "pl" and noun.lemma in persons()) or (noun.unit is not None and len(noun.unit.pieces) > 1):
        return True
    return verb.analysis.feminine == (analysis.feminine or noun.number == "pl")
