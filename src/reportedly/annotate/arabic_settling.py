"""The voice of Arabic verbs that the writing leaves open, decided when their clause is known."""

from __future__ import annotations

from reportedly.annotate.arabic_kinds import SITES, STRIKES, SUFFERED, homes, peoples, persons, territory
from reportedly.annotate.arabic_nodes import ClauseState, Node, left_out, was_over
from reportedly.annotate.arabic_state import State, is_deed, is_doer
from reportedly.annotate.arabic_tagging import saying


def settle(s: State, clause: ClauseState) -> None:
    """Decide the voice of a verb that does not show it, and attach its subject."""
    if _misses_subject(clause) and clause.subject is not None:
        clause.subject.hang(clause.verb, "dobj")
        clause.objects.append(clause.subject)
        clause.subject = None
        _put_pronoun(s, clause.verb, "he")
    _share_subject(s, clause)
    if clause.subject is not None and (_owned_up_to(clause) or _plundered(clause) or _harmed(clause)):
        clause.subject.hang(clause.verb, "dobj")
        clause.objects.append(clause.subject)
        clause.subject = None
    _sense_by_object(clause)
    verb, subject = clause.verb, clause.subject
    analysis = verb.unit.analysis if verb.unit else None
    if analysis is None:
        return
    telling = verb.lemma in saying() and analysis.voice in ("either", "active")
    said = telling and any(n.head is verb and n.dep == "ccomp" for n in s.nodes)
    passive = _is_passive(s, clause, said)
    if subject is not None and not passive and not clause.before and not clause.objects and not clause.pronoun:
        place = subject.lemma in territory() or subject.pos == "PROPN"
        place = place or (verb.lemma in AIMED and subject.lemma in homes() | SITES)
        if verb.lemma in STRIKES and place and not is_doer(subject):
            subject.hang(verb, "dobj")
            return
    if clause.pronoun and clause.relative is None and not clause.objects:
        _object_pronoun(s, verb)
    if passive and verb.tag != "VBN":
        s.nodes.insert(s.nodes.index(verb), was_over(verb, verb.start))
    if subject is not None and subject.head is None:
        subject.hang(verb, "nsubjpass" if passive else "nsubj")
    if telling and not passive and _speaks_unnamed(s, clause, said or _goes_on_saying(s, verb)):
        _put_pronoun(s, verb, "he")
    elif subject is None and verb.dep == "conj" and not passive and _foreign(clause):
        _put_pronoun(s, verb, "they")
    if subject is None and clause.pronoun and clause.relative is not None:
        _put_pronoun(s, verb, "they")


def _object_pronoun(s: State, verb: Node) -> None:
    """Make the pronoun written onto a verb its object («خطفهم», «وقتلوه»); that of a relative clause means its noun."""
    for node in s.nodes:
        if node.head is verb and node.dep == "dep" and node.tag == "PRP":
            node.dep = "dobj"
            node.lemma = node.lower = _OBJECTS.get(node.form, "them")


_OBJECTS = {"ه": "him", "ها": "her"}


def _sense_by_object(clause: ClauseState) -> None:
    """Give a verb the sense that its object asks for."""
    verb, objects = clause.verb, clause.objects
    people = any(o.lemma in persons() or (o.pos == "NOUN" and o.lemma in peoples()) for o in objects)
    if verb.lemma == "hit" and "صا" in verb.form and people:
        # «أصابت شابا»: a person who is hit is hurt.
        verb.lemma = verb.lower = "injure"
    elif verb.lemma == "stop" and (people or any(o.lemma == "wanted" for o in objects)):
        # «أوقف الجيش ستة مطلوبين»: it detained them.
        verb.lemma = verb.lower = "detain"
    elif (
        verb.lemma == "bomb" and "غار" in verb.form and clause.subject is not None and clause.subject.lemma in persons()
    ):
        # «أغار مسلحون على القرية»: men raid, planes bomb.
        verb.lemma = verb.lower = "attack"
    elif verb.lemma in ("come", "go") and any(o.lemma == "protester" and not o.definite for o in objects):
        # «خرج الأهالي متظاهرين»: they came out to demonstrate.
        verb.lemma = verb.lower = "demonstrate"


def _share_subject(s: State, clause: ClauseState) -> None:
    """Give the first of two joined verbs the subject that stands after the second («قتل وأصيب سبعة مدنيين»)."""
    verb = clause.verb
    if clause.subject is not None or clause.objects or clause.pronoun or verb.lemma not in SUFFERED:
        return
    after = s.nodes[s.nodes.index(verb) + 1 :][:REACH]
    twin = next((n.clause for n in after if n.clause is not None and n.head is verb and n.dep == "conj"), None)
    if (
        twin is None
        or twin.before
        or twin.objects
        or any(n.pos not in ("CCONJ", "AUX", "VERB") for n in after[: after.index(twin.verb)])
    ):
        return
    clause.subject, twin.subject = twin.subject, None


def _plundered(clause: ClauseState) -> bool:
    """Return whether the thing after a joined verb is what its doers, named before, did it to («ونهبت المتاجر»)."""
    verb, subject = clause.verb, clause.subject
    upper = verb.head.clause if verb.head is not None and verb.dep == "conj" else None
    doer = upper.subject if upper is not None else None
    if subject is None or doer is None or clause.before or clause.objects or verb.lemma not in PLUNDER:
        return False
    acts = is_doer(doer) or doer.lemma in persons() or doer.pos == "PRON"
    thing = subject.pos == "NOUN" and subject.lemma not in persons() and not is_doer(subject) and not is_deed(subject)
    return acts and thing and upper is not None and upper.verb.tag != "VBN"


def _owned_up_to(clause: ClauseState) -> bool:
    """Return whether the deed after a verb of owning up is what its speaker, named before, did («بيانا تبنت فيه تفجير حافلة»)."""
    subject = clause.subject
    return clause.verb.lemma == "claim" and subject is not None and not clause.before and is_deed(subject)


def _harmed(clause: ClauseState) -> bool:
    """Return whether the men after a joined feminine verb are whom its doers, named before, hurt («وأصابت ثلاثة طلاب»)."""
    verb, subject = clause.verb, clause.subject
    upper = verb.head.clause if verb.head is not None and verb.dep == "conj" else None
    mine = verb.unit.analysis if verb.unit else None
    his = subject.unit.analysis if subject is not None and subject.unit else None
    if subject is None or mine is None or his is None or upper is None or verb.lemma not in HARM:
        return False
    men = subject.lemma in persons() and not his.feminine and not is_doer(subject)
    active = upper.verb.tag != "VBN" and not clause.before and not clause.objects and not clause.pronoun
    return men and active and mine.feminine and mine.tense == "past"


HARM = frozenset("kill injure wound hit arrest detain kidnap abduct assassinate execute".split())
"""Verbs that armed men go on to do to people."""

PLUNDER = frozenset("loot steal burn destroy demolish confiscate seize close storm ransack raid damage".split())
"""Verbs that armed men go on to do to things."""

AIMED = frozenset({"shell", "bombard", "bomb", "target", "pound"})
"""Verbs of which a home or a market is never the doer («واستهدفت بالقذائف الأحياء السكنية»)."""

REACH = 3
"""Nodes from a verb to the one joined right to it: the conjunction, the *was* of a passive, the verb."""


def _is_passive(s: State, clause: ClauseState, said: bool) -> bool:
    """Return whether a verb is passive; ``said`` if it has a clause that it says."""
    verb, subject = clause.verb, clause.subject
    voice = verb.unit.analysis.voice if verb.unit else "active"
    if subject is not None and voice == "either" and _as_told(s, verb):
        return False
    if said and voice in ("either", "active"):
        speaks = subject is not None and not is_deed(subject)
        return (subject is None and _hearsay(clause)) or (voice == "either" and not speaks and _suffers(s, clause))
    return voice in ("passive", "undergo") or (voice == "either" and _suffers(s, clause))


def _as_told(s: State, verb: Node) -> bool:
    """Return whether a verb says whose words a sentence is («وفق ما ذكرت اللجنة»): its subject mentioned it."""
    if verb.lemma not in saying() | {"mention", "publish"}:
        return False
    return any(n.head is verb and n.dep == "mark" and n.lower == "as" for n in s.nodes)


def _misses_subject(clause: ClauseState) -> bool:
    """Return whether the noun after a feminine verb of blame is a man's or a body's: it is blamed («وحملت النظام المسؤولية»)."""
    verb, subject = clause.verb, clause.subject
    if any(o.lemma.isascii() and o.lemma != "responsibility" for o in clause.objects):
        return False
    mine = verb.unit.analysis if verb.unit else None
    other = subject.unit.analysis if subject is not None and subject.unit else None
    if mine is None or other is None or verb.lemma not in ("hold", "accuse", "blame") or clause.before:
        return False
    return (
        mine.feminine
        and mine.tense != "participle"
        and other.number == "sg"
        and not other.feminine
        and other.cat == "noun"
    )


def _hearsay(clause: ClauseState) -> bool:
    """Return whether «يعتقد أن» is nobody's: a present in the masculine with neither subject nor clause to take it from."""
    verb = clause.verb
    analysis = verb.unit.analysis if verb.unit else None
    nobody = analysis is not None and analysis.tense == "present" and analysis.number == "sg" and not analysis.feminine
    return nobody and verb.lemma in HEARSAY and verb.dep in ("ROOT", "relcl") and not clause.objects


HEARSAY = frozenset({"believe", "claim", "say", "fear", "suspect", "mention", "think"})
"""Verbs of saying whose present without a subject tells hearsay («يزعم أن»)."""


def _speaks_unnamed(s: State, clause: ClauseState, said: bool) -> bool:
    """Return whether a verb of saying has its speaker in the sentence before («وأضاف أن»); a deed after it is its object."""
    verb, subject = clause.verb, clause.subject
    analysis = verb.unit.analysis if verb.unit else None
    if analysis is None or analysis.tense == "participle" or clause.relative is not None:
        return False
    if clause.objects:
        named = verb.lemma in NAMING and all(is_deed(o) for o in clause.objects)
        return subject is None and named and verb.dep in ("ROOT", "parataxis", "dep")
    upper = verb.head if verb.dep == "conj" else None
    if upper is not None and (upper.lemma in saying() or upper.dep == "ccomp") and not _foreign(clause):
        return False
    if verb.dep not in ("ROOT", "conj", "parataxis", "dep"):
        return False
    if subject is None:
        return said
    if said or clause.before or not is_deed(subject) or verb.lemma not in NAMING:
        return False
    clause.subject = None
    subject.hang(verb, "dobj")
    return True


def _goes_on_saying(s: State, verb: Node) -> bool:
    """Return whether a participle of saying goes on from a verb («وتابع قائلا»)."""
    return any(n.head is verb and n.dep == "advcl" and n.tag == "VBG" and n.lemma in saying() for n in s.nodes)


NAMING = frozenset({"announce", "confirm", "report", "document", "note", "deny", "reveal", "indicate"})
"""Verbs of saying whose object can be a deed's noun («وأكد مقتل جنديين»)."""


def _put_pronoun(s: State, verb: Node, word: str) -> None:
    """Give a verb the subject that its form stands for."""
    pronoun = left_out(verb.start, word, "PRON", "PRP")
    pronoun.hang(verb, "nsubj")
    s.nodes.insert(s.nodes.index(verb), pronoun)


def _foreign(clause: ClauseState) -> bool:
    """Return whether a joined verb cannot have the subject of the verb before: a feminine verb, a man."""
    upper = clause.verb.head.clause if clause.verb.head is not None else None
    subject = upper.subject if upper is not None else None
    unit = clause.verb.unit
    if subject is None or subject.unit is None or unit is None or unit.analysis.number != "sg" or subject.pos != "NOUN":
        return False
    return unit.analysis.feminine and not subject.unit.analysis.feminine and subject.number == "sg"


def _suffers(s: State, clause: ClauseState) -> bool:
    """Return whether a verb written alike in both voices is passive: nothing is left for it to be done to."""
    verb = clause.verb
    if clause.objects or clause.pronoun or verb.lemma not in SUFFERED:
        return False
    who = clause.subject or clause.relative
    if who is None:
        return verb.dep == "conj" and verb.head is not None and verb.head.tag == "VBN"
    if is_deed(who) and who.lemma not in persons():
        # «هجوم نسب إلى المتمردين»
        return verb.lemma in ("attribute", "foil", "thwart")
    # «المسلحون قتلوا وأصابوا سبعة»: the object of both stands after the second.
    shared = any(n.head is verb and n.dep == "conj" and n.pos == "VERB" for n in s.nodes)
    return not (shared and clause.before and is_doer(who) and clause.relative is None and verb.number == "pl")
