"""Deeds that fighters announce as their own by a verb's noun («أعلنت الكتائب تدمير آلية»): read as what they say they did."""

from __future__ import annotations

from typing import Final

from reportedly.annotate.arabic_kinds import DOERS
from reportedly.annotate.arabic_nodes import ClauseState, Node, inside, left_out
from reportedly.annotate.arabic_state import State

_ANNOUNCING: Final = frozenset({"announce", "claim"})

_UNARMED: Final = frozenset("regime government police security unit unidentified attacker assailant gang".split())
"""Doers who announce what others did as often as what they did themselves."""

_NAMED: Final = frozenset({"houthi", "defence", "defense", "defences", "leadership"})
"""Senses of words that name forces besides."""

_OTHERS: Final = frozenset({"die", "injure", "wound", "hurt", "martyr", "fall", "occur"})
"""Verbs whose noun tells what befell somebody, whoever did it."""


def own_deed(s: State, clause: ClauseState) -> None:
    """Make of the noun of a deed that fighters announce the clause that it stands for, with them as its subject."""
    verb, speaker = clause.verb, clause.subject
    if verb.lemma in _ANNOUNCING | {"confirm"} and verb.tag != "VBN" and speaker is not None and _fights(speaker):
        _taken(s, verb)
        _with_pronoun(s, verb)
    if verb.lemma not in _ANNOUNCING or verb.tag == "VBN" or speaker is None:
        return
    deed = next((n for n in s.nodes if n.head is verb and n.dep == "dobj" and _theirs(n)), None)
    of = deed.owner.head if deed is not None and deed.owner is not None else None
    if deed is None or of is None or of.lower != "of" or of.head is not deed or deed.unit is None:
        return
    if not _fights(speaker) and not _speaks_for_fighters(s, speaker, deed):
        return
    # «قنص» is told as a killing, whatever its verb is elsewhere.
    deed.lemma = deed.lower = "kill" if deed.lemma == "killing" else deed.unit.analysis.verb.split(" ")[0]
    deed.pos, deed.tag, deed.dep = "VERB", "VBD", "ccomp"
    pronoun = left_out(deed.start, "they", "PRON", "PRP")
    pronoun.hang(deed, "nsubj")
    s.nodes.insert(s.nodes.index(deed), pronoun)
    of.hang(deed, "case")
    assert deed.owner is not None
    deed.owner.hang(deed, "dobj")
    for node in s.nodes:
        if node.head is deed and node.dep == "case" and node is not of:
            node.dep = "mark"


def _fights(node: Node) -> bool:
    """Return whether a speaker is a force, or has a name and may be one."""
    body = node.lemma in DOERS | _NAMED and node.lemma not in _UNARMED
    return body or node.pos == "PROPN"


def _taken(s: State, verb: Node) -> None:
    """Make of «أكد الجيش استعادة السيطرة على المدينة» that they retook the town."""
    deed = next((n for n in s.nodes if n.head is verb and n.dep == "dobj" and n.lemma in _TAKING), None)
    of = next((n for n in s.nodes if n.head is deed and n.dep == "prep" and n.lower == "of" and n.start == n.end), None)
    what = next((n for n in s.nodes if of is not None and n.head is of and n.dep == "pobj"), None)
    if deed is None or of is None or what is None:
        return
    deed.lemma = deed.lower = _TAKING[deed.lemma]
    deed.pos, deed.tag, deed.dep = "VERB", "VBD", "ccomp"
    pronoun = left_out(deed.start, "they", "PRON", "PRP")
    pronoun.hang(deed, "nsubj")
    s.nodes.insert(s.nodes.index(deed), pronoun)
    of.hang(deed, "case")
    what.hang(deed, "dobj")


def _with_pronoun(s: State, verb: Node) -> None:
    """Make of «أعلنت الحركة استهدافها تجمعا» that they targeted it: the pronoun is who did it, the next noun to what."""
    own = [n for n in s.nodes if n.tag == "PRP$" and n.head is not None and n.head.head is verb and n.head.masdar]
    if not own or own[0].head is None or own[0].head.dep != "dobj":
        return
    deed, after = own[0].head, s.nodes[s.nodes.index(own[0]) + 1 :]
    what = next((n for n in after if n.dep in ("dep", "appos") and n.head in (verb, deed) and n.pos == "NOUN"), None)
    told = deed.unit.analysis.verb.split(" ")[0] if deed.unit is not None else ""
    if what is None or not told or told in _OTHERS or any(n.pos == "VERB" for n in after[: after.index(what)]):
        return
    of = next((n for n in after if n.head is what and n.lower == "of" and what.lemma in _TAKING), None)
    hit = next((n for n in after if of is not None and n.head is of and n.dep == "pobj"), what)
    deed.lemma = deed.lower = told
    deed.pos, deed.tag, deed.dep = "VERB", "VBD", "ccomp"
    own[0].lemma = own[0].lower = "they"
    own[0].tag, own[0].dep = "PRP", "nsubj"
    if hit is not what and of is not None:
        what.hang(deed, "dep")
        of.hang(deed, "case")
    hit.hang(deed, "dobj")
    for node in after:
        if node.dep == "prep" and node.head is verb:
            node.hang(deed, "prep")


_TAKING: Final = {"capture": "capture", "recapture": "retake", "seizure": "seize", "takeover": "seize"}
"""Nouns of taking a place, by their verbs."""


def _speaks_for_fighters(s: State, speaker: Node, deed: Node) -> bool:
    """Return whether a spokesman of fighters announces what none but they did («أعلن المتحدث العسكري للجماعة استهداف سفينة»)."""
    if speaker.lemma not in _SPOKESMEN or deed.unit is None or deed.unit.analysis.verb not in _STRUCK:
        return False
    below = [n for n in s.nodes if inside(n, speaker)]
    own = any(n.tag == "PRP$" and n.head is deed.owner for n in s.nodes)
    armed = any(n.lemma in (DOERS | _NAMED | {"military"}) - _UNARMED for n in below)
    return armed and not own and not any(n.lemma in _UNARMED | {"civil", "health"} for n in below)


_SPOKESMEN: Final = frozenset({"spokesman", "spokesperson", "spokeswoman", "commander", "leader", "command"})

_STRUCK: Final = frozenset("target destroy shell bomb bombard attack storm strike down sink".split())
"""Verbs of deeds that a spokesman announces of his own side."""


def _theirs(node: Node) -> bool:
    """Return whether a noun is that of a verb which names what its doer did to something."""
    analysis = node.unit.analysis if node.unit is not None else None
    if analysis is None or not analysis.masdar or not analysis.verb or analysis.verb in _OTHERS:
        return False
    return not node.form.startswith("مقتل") and not node.definite and node.owner is not None
