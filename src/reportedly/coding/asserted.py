"""Whether a clause tells a deed as a thing that happened, and not in passing (codebook, "What gets a row")."""

from __future__ import annotations

from typing import Final

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node
from reportedly.records import Span

HINDERING = frozenset({"prevent", "stop", "deter", "discourage", "avert"})
"""Verbs that, negated, tell the deed ("snow did not prevent thousands from the march")."""

_SPOKEN_OF = frozenset(
    {"about", "of", "from", "for", "without", "against", "to", "towards", "instead", "over", "than", "despite"}
)
"""Prepositions after which a participle tells what is spoken of, not what happened ("accused of killing")."""


def asserted(reading: Reading, node: Node) -> bool:
    """Return whether a clause tells the deed as a thing that happened, and not in passing ("the men who fought X")."""
    tokens = reading.tokens
    own_participle = (
        node.support is not None and tokens[node.predicate].dep == "acl" and tokens[node.predicate].head == node.index
    )
    if node.is_noun and (node.support is None or own_participle):
        return _told_by_noun(reading, node)
    if _asked(reading, node):
        return False
    if node.lends == "happen" and tokens[node.predicate].lemma in _PERCEIVED and not placed(reading, node.index):
        # A town that "sees" clashes is where they are.
        seats = node.support.heads(SUBJECT) if node.support is not None else ()
        heard = node.support is not None and node.support.passive and placed(reading, node.predicate)
        told = any(tokens[c].tag == "VBD" for c in reading.tree.of(node.predicate, "auxpass"))
        if _heard_in_headline(reading, node):
            return True
        speaks = node.support is not None and not (node.support.passive or node.support.modal or node.support.negated)
        nobody = any(tokens[s].lower in ("nobody", "none") for s in seats)
        by_people = speaks and bool(seats) and not nobody and tokens[node.predicate].lemma in ("hear", "report")
        heard = (heard and told) or (by_people and placed(reading, node.predicate))
        return heard or any(placed(reading, s) for s in seats)
    below = tokens[node.predicate]
    if below.dep == "pcomp" and tokens[below.head].lower in _SPOKEN_OF and not _besides(reading, below.head):
        blamed = tokens[tokens[below.head].head].lemma in reading.lexicon.blaming
        return blamed and (placed(reading, node.predicate) or dated(reading, node))
    for index in (node.predicate, *reading.tree.ancestors(node.predicate)):
        token = tokens[index]
        free = token.tag == "VBG" and index > 0 and tokens[index - 1].text == ","
        if token.dep in ("relcl", "acl") and not free and not reading.is_verb(token.head):
            weapon = reading.weapon_at.get(token.head)
            about_deed = tokens[token.head].lemma in reading.lexicon.deed_words or (
                weapon is not None and bool(weapon.entry.type)
            )
            if token.dep == "acl" and reading.tree.of(index, "mark"):
                return True
            if index != node.predicate and token.lemma in _DYING and reading.has_kind("person", token.head):
                return True  # "buried five people who were killed when a shell hit their home"
            timed = token.head in reading.date_at or tokens[token.head].lemma in _WHENS
            above = tokens[tokens[token.head].head]
            timed = timed or (tokens[token.head].dep == "dobj" and above.lemma in _SPOTTED)
            mourned = above.lemma in _MOURNING and placed(reading, node.predicate)
            return about_deed or timed or mourned or dated(reading, node)
        if token.dep == "pcomp" and tokens[token.head].lower in _SPOKEN_OF and not _besides(reading, token.head):
            return False
    return True


_MAYBE: Final = frozenset({"do", "be", "have", "will", "would", "could", "can", "may", "might"})


def asked(reading: Reading, index: int) -> Span | None:
    """Return the words that make a deed what a sentence asks, not what it tells ("Did the army bomb X?", «هل قصف»)."""
    tokens = reading.tokens
    marks = [t for t in tokens if t.text in ("?", "؟")]
    opener = next((t for t in tokens if t.pos != "PUNCT"), None)
    if not marks or opener is None or opener.start > tokens[index].start:
        return None
    inverted = opener.pos == "AUX" and opener.lemma in _MAYBE and opener.dep in ("aux", "auxpass", "ROOT")
    if not (inverted or opener.form in ("هل", "اهل")):
        return None
    path = (index, *reading.tree.ancestors(index))
    told = any(tokens[i].dep in ("relcl", "advcl", "acl", "poss") for i in path)
    definite = any(tokens[c].lower in ("the", "this") for c in reading.tree.of(index, "det"))
    return None if told or definite else reading.span(opener.index, opener.index)


def answered(reading: Reading, node: Node) -> bool:
    """Return whether a noun only tells what a deed was the answer to («ردا على الهجمات التي تشنها القوات»)."""
    tokens = reading.tokens
    token = tokens[node.index]
    if not node.is_noun or token.dep != "pobj" or token.tag != "NNS" or placed(reading, node.index):
        return False
    return tokens[tokens[token.head].head].lemma in _ANSWERS


_ANSWERS: Final = frozenset({"response", "retaliation", "revenge", "reaction", "reprisal"})


def _asked(reading: Reading, node: Node) -> bool:
    """Return whether a clause only asks whose deeds such are ("it determines whose planes carry out raids")."""
    tokens = reading.tokens
    if tokens[node.predicate].dep not in ("ccomp", "pcomp", "advcl"):
        return False
    clause = node.support if node.support is not None else node.clause
    below = (tokens[c].lower for s in clause.heads(SUBJECT) for c in reading.tree.children[s])
    return any(word in ("whose", "what", "which") for word in below)


def _heard_in_headline(reading: Reading, node: Node) -> bool:
    """Return whether a headline tells where a deed was heard ("Explosion heard in central X"), its auxiliary left out."""
    verb = reading.tokens[node.predicate]
    bare = verb.tag in ("VBD", "VBN") and verb.dep in ("ROOT", "acl", "conj") and node.index < verb.index
    objects = node.support.heads(OBJECT) if node.support is not None and not node.support.passive else ()
    helped = reading.tree.of(verb.index, "auxpass", "aux")
    return verb.lemma in ("hear", "report") and bare and not objects and not helped and placed(reading, verb.index)


def _besides(reading: Reading, prep: int) -> bool:
    """Return whether a preposition adds a deed to another: "in addition to killing six"."""
    return reading.tokens[reading.tokens[prep].head].lemma == "addition"


_DYING = frozenset({"kill", "die", "wound", "injure", "perish"})
"""Verbs whose clause about the victims tells the deed that they fell to."""

_MOURNING = frozenset({"bury", "mourn", "eulogise"})
"""Verbs whose object fell in the deed that its clause tells ("mourned a leader whom a drone killed in X")."""

_SPOTTED = frozenset({"monitor", "document", "observe", "record", "spot", "detect", "film", "see", "report"})
"""Verbs whose object's clause tells what was seen ("monitored a warplane that shelled two villages")."""

_WHENS = frozenset({"day", "night", "morning", "evening", "time", "hour", "week", "incident", "moment", "case"})
"""Nouns whose relative clause tells a deed for its own sake ("the day that troops stormed X")."""

_HEADLINE = frozenset({"ROOT", "nsubj", "nsubjpass", "appos", "agent"})
_SEQUELS = frozenset(
    "prompt trigger spark drive send damage hit cause leave kill injure destroy force target reach".split()
)
"""Verbs whose subject, a deed-noun, is told as having happened."""


def _told_by_noun(reading: Reading, node: Node) -> bool:
    """Return whether a deed-noun without a supporting verb is told for its own sake: as headline, subject or cause."""
    tokens, tree = reading.tokens, reading.tree
    token = tokens[node.index]
    if token.dep == "ROOT" or (tokens[token.head].dep == "ROOT" and not reading.is_verb(token.head)):
        return True
    if _in_headline(reading, node.index):
        return True
    hindered = [a for a in tree.ancestors(node.index)[:3] if tokens[a].lemma in HINDERING and reading.is_verb(a)]
    if hindered and tree.clause(hindered[0]).negated:
        return True
    if token.dep in _HEADLINE and reading.is_verb(token.head):
        return tokens[token.head].lemma in _SEQUELS or tokens[token.head].lemma in reading.lexicon.deed_words
    if announced(reading, node.index) or _followed(reading, node) or _lost_in(reading, node):
        return True
    beside = token.dep == "pobj" and tokens[token.head].lower == "coinciding"
    included = token.dep in ("pobj", "conj") and (beside or _among_included(reading, node.index))
    if included and placed(reading, node.index):
        return True
    return placed(reading, node.index) and any(i in reading.date_at for i in tree.subtree(node.index))


def _lost_in(reading: Reading, node: Node) -> bool:
    """Return whether things are told as burned or taken in one deed ("five trucks were burned in an attack on X")."""
    tokens, tree = reading.tokens, reading.tree
    token = tokens[node.index]
    verb = tree.governor(node.index)
    if token.dep != "pobj" or tokens[token.head].lower not in ("in", "during") or verb != tokens[token.head].head:
        return False
    one = any(tokens[c].lower in ("a", "an", "another") for c in tree.of(node.index, "det"))
    clause = tree.clause(verb)
    return one and tokens[verb].lemma in _LOSING and not clause.negated and not clause.modal


_LOSING = frozenset(
    "burn torch damage destroy loot steal seize lose wreck gut displace cut set trap strand ransack vandalise sink hit".split()
)
"""Verbs that tell what a deed cost besides lives."""


def _followed(reading: Reading, node: Node) -> bool:
    """Return whether what is told followed a fight between two sides ("the raid followed clashes between A and B")."""
    token = reading.tokens[node.index]
    sides = {a.name for h in node.clause.heads(OBLIQUE, "between") for a in reading.actors_of(h)}
    sides |= {reading.actor_at[i].name for i in reading.tree.subtree(node.index) if i in reading.actor_at}
    return (
        token.dep == "dobj"
        and reading.tokens[token.head].lemma == "follow"
        and node.trigger.frame == "meet"
        and len(sides) > 1
    )


def _in_headline(reading: Reading, index: int) -> bool:
    """Return whether a sentence without a verb tells a deed by which another was done ("Killing of X by a car bomb in Y")."""
    above = reading.tree.ancestors(index)
    if not above or any(reading.is_verb(a) for a in above):
        return False
    return reading.tokens[above[-1]].lemma in reading.lexicon.deed_words and placed(reading, index)


def announced(reading: Reading, index: int) -> bool:
    """Return whether somebody announces, owns up to or blames another for a deed-noun with a place or a count of its own."""
    tokens, tree = reading.tokens, reading.tree
    counted = any(i in reading.quantity_at and i not in reading.date_at for i in tree.subtree(index))
    if not counted and not placed(reading, index):
        return False
    here = index
    while tokens[here].dep == "pobj" and tokens[tokens[here].head].lower == "of" and not reading.is_verb(here):
        above = tokens[tokens[here].head].head
        if tokens[above].lemma not in _CARRIERS:
            break
        here = above
    verb = tokens[here].head
    if tokens[here].dep == "pobj":
        prep, verb = verb, tokens[verb].head
        if tokens[prep].lower not in ("of", "for", "about") or not _accuses(reading, verb):
            return False
        verb = verb if reading.is_verb(verb) else tokens[verb].head
    elif tokens[here].dep != "dobj" or tokens[verb].lemma not in _ANNOUNCING:
        return False
    clause = tree.clause(verb)
    return reading.is_verb(verb) and not clause.negated and clause.modal not in ("future", "conditional")


def _accuses(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.lemma == "deny":
        return any(reading.tokens[h].lemma == "responsibility" for h in reading.tree.clause(index).heads(OBJECT))
    return token.lemma in reading.lexicon.blaming or token.lemma == "responsibility"


_ANNOUNCING = frozenset(
    "announce declare report mention document confirm record monitor register claim acknowledge reveal".split()
)
"""Verbs whose object, a deed-noun, is told as having happened."""

_CARRIERS = frozenset({"carrying", "execution", "launch", "launching", "conduct", "implementation"})
"""Nouns of verbs that lend a deed-noun its doing («تنفيذ هجوم»)."""


def _among_included(reading: Reading, index: int) -> bool:
    """Return whether a deed is one of those that a total is said to include."""
    return any(reading.tokens[a].lower in ("including", "namely") for a in reading.tree.ancestors(index)[:3])


_PERCEIVED = frozenset({"report", "hear", "see", "witness"})


def placed(reading: Reading, index: int) -> bool:
    """Return whether a place that is nobody's name stands below a word."""
    below = reading.tree.subtree(index)
    return any(i in reading.place_at and not reading.place_at[i].modifies_actor for i in below)


def dated(reading: Reading, node: Node) -> bool:
    """Return whether a deed has a date of its own that says when."""
    below = [reading.date_at[i] for i in reading.tree.subtree(node.index) if i in reading.date_at]
    return any(d.edtf is not None and not d.vague for d in below)
