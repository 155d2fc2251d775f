"""Decide what kind of mention a deed is, and keep the cue that decided it (codebook, "What gets a row")."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.cues import Category, Part
from reportedly.coding.reading import Reading
from reportedly.coding.scope import Scope, in_force
from reportedly.coding.triggers import Node
from reportedly.records import Span, Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, with the words that decided it where any did; ``referred`` marks a deed only spoken of."""

    status: Status
    cue: Span | None = None
    referred: bool = False


EVENT = Verdict(Status.EVENT)


def _hypothetical(reading: Reading, node: Node) -> Span | None:
    """Return the words that make a deed one not (yet) done: a cue whose scope holds it, or an infinitive of purpose."""
    cues = [s for s in in_force(reading, Category.HYPOTHESIS, node.index) if _bears_on(reading, s, node)]
    if cues:
        return reading.span(cues[0].first, cues[0].last)
    unachieved = _unachieved(reading, node)
    return None if unachieved is None else reading.span(unachieved, unachieved)


def _bears_on(reading: Reading, scope: Scope, node: Node) -> bool:
    """Return whether a cue of hypothesis makes the deed one: not its own word, no "could hear", no "tried to"."""
    if scope.first <= node.index <= scope.last:
        return False
    head = reading.tokens[scope.first]
    if scope.cue.part is Part.AUXILIARY:
        return not _past_ability(reading, head.head)
    if scope.cue.part is Part.ADJECTIVE:
        return node.is_noun
    if head.lemma in _HINDERING and reading.is_verb(scope.first) and reading.tree.clause(scope.first).negated:
        return False
    return not (head.lemma in _TRYING and head.tag == "VBD")


_HINDERING = frozenset({"prevent", "stop", "deter", "discourage", "avert"})
"""Verbs that, negated, tell the deed ("snow did not prevent thousands from the march")."""

_TRYING = frozenset({"try", "attempt"})
"""Verbs whose past tells an attack that took place, whatever came of it ("tried to storm the palace")."""


def _unachieved(reading: Reading, node: Node) -> int | None:
    """Return the token that keeps a deed from being told as done: "did not confirm that", a verb of intent and purpose."""
    tokens, geometry = reading.tokens, reading.geometry
    below = node.index
    for above in reading.tree.ancestors(node.index):
        token = tokens[below]
        unsaid = token.dep == "ccomp" and tokens[above].lemma in reading.lexicon.saying
        if unsaid and reading.tree.clause(above).negated:
            return above
        if token.tag == "VB" and _infinitive(reading, below):
            if token.dep == "xcomp" and not _tells_done(reading, above):
                return above
            if token.dep in ("advcl", "acl", "relcl") and not _achieved(reading, below):
                return below
        if geometry.region[above] != geometry.region[node.index]:
            return None
        below = above
    return None


def _tells_done(reading: Reading, verb: int) -> bool:
    """Return whether a verb tells what its infinitive names as done ("managed to capture")."""
    token = reading.tokens[verb]
    tried = token.lemma in _TRYING and token.tag == "VBD"
    return reading.is_verb(verb) and (token.lemma in reading.lexicon.implicatives or tried)


def _infinitive(reading: Reading, index: int) -> bool:
    return any(reading.tokens[c].lower == "to" for c in reading.tree.of(index, "aux"))


def _past_ability(reading: Reading, index: int) -> bool:
    """Return whether a modal tells a fact ("could hear shelling", "would later die")."""
    words = {reading.tokens[c].lower for c in reading.tree.children[index]}
    perceived = reading.tokens[index].lemma in ("hear", "see", "observe")
    return ("later" in words and "would" in words) or perceived


def _achieved(reading: Reading, index: int) -> bool:
    head = reading.tokens[reading.tokens[index].head]
    return head.lemma in ("manage", "use", "go", "return", "come", "join", "cooperate")


def _aggregate(reading: Reading, node: Node) -> Span | None:
    """Return the words that make a deed a total or a habit: many deeds counted, a cue in force, a long stretch of time."""
    deeds = [node.index] if node.is_noun else _launched(reading, node)
    told = (_many(reading, deed) for deed in deeds if _counts_deeds(reading, node))
    if (several := next((words for words in told if words is not None), None)) is not None:
        return several
    for at in dict.fromkeys((node.predicate, node.index)):
        for scope in in_force(reading, Category.AGGREGATE, at):
            if _makes_habit(reading, scope, node):
                return reading.span(scope.first, scope.last)
    return _since(reading, node)


def _counts_deeds(reading: Reading, node: Node) -> bool:
    """Return whether a number before a deed-noun counts deeds rather than the dead ("three killed", but "21 assassinations")."""
    token = reading.tokens[node.index]
    return not node.trigger.tells_toll or (token.tag == "NNS" and token.lemma in _WHOLE_DEEDS)


def _launched(reading: Reading, node: Node) -> list[int]:
    """Return the deeds that a verb has for object («شنت مئات الضربات»)."""
    return [h for h in node.clause.heads(OBJECT) if reading.tokens[h].lemma in reading.lexicon.deed_words]


def _makes_habit(reading: Reading, scope: Scope, node: Node) -> bool:
    """Return whether a cue in force speaks of the deed, and not of the deed around it or of its own clause alone."""
    tokens = reading.tokens
    if scope.cue.part is Part.ADJECTIVE:
        told = node.is_noun and not node.trigger.tells_toll and tokens[node.index].head != scope.first
        return told and tokens[scope.first].head == node.index and not _dated(reading, node)
    if scope.cue.part is Part.ADVERB:
        verb = tokens[scope.first].head
        return verb in (node.predicate, node.index) or _shares_subject(reading, node.predicate, verb)
    if scope.cue.part is Part.VERB:
        return node.is_noun and node.support is not None and node.support.predicate == scope.first
    return True


def _shares_subject(reading: Reading, low: int, high: int) -> bool:
    """Return whether a verb is joined to another, or its complement, without a subject of its own."""
    joined = reading.tokens[low].dep in ("conj", "xcomp") and reading.tokens[low].head == high
    return joined and not reading.tree.of(low, "nsubj", "nsubjpass")


def _since(reading: Reading, node: Node) -> Span | None:
    """Return the "since January" or the "have been" that makes a deed one of long standing."""
    verb = node.predicate
    helpers = [reading.tokens[c].lower for c in reading.tree.of(verb, "aux")]
    if node.clause.progressive and "been" in helpers and {"have", "has", "had"} & set(helpers):
        return reading.span(min(reading.tree.of(verb, "aux")), verb)
    since = [c for c in reading.tree.of(verb, "prep") if reading.tokens[c].lower == "since"]
    above = reading.tree.governor(node.index) if node.is_noun and reading.tokens[node.index].tag == "NNS" else None
    if above is not None and not since:
        since = [c for c in reading.tree.of(above, "prep") if reading.tokens[c].lower == "since"]
    if since:
        return reading.span(since[0], since[0])
    below = set(reading.tree.subtree(verb, stop=frozenset({"relcl"})))
    return next((d.span for i, d in sorted(reading.date_at.items()) if d.since and i in below), None)


def _many(reading: Reading, index: int) -> Span | None:
    """Return the words that make a deed-noun many deeds ("dozens of attacks", "eleven raids on Marib and Saada provinces")."""
    tree, tokens = reading.tree, reading.tokens
    heads = [index]
    token = tokens[index]
    if token.dep == "pobj" and tokens[token.head].lower == "of":
        heads.append(tokens[token.head].head)
        if tokens[heads[-1]].lemma in ("year", "month", "week", "decade"):
            return reading.span(heads[-1], index)
    for above in tree.ancestors(index)[:3]:
        if tokens[above].lower == "including" and tokens[tokens[above].head].pos in ("NOUN", "PROPN"):
            heads.append(tokens[above].head)
    for head in heads:
        if {tokens[head].lemma, tokens[head].lower} & reading.lexicon.many:
            return reading.span(head, head)
        for child in tree.of(head, "nummod", "amod", "quantmod"):
            quantity = reading.quantity_at.get(child)
            if tokens[child].lower in reading.lexicon.many:
                return reading.span(child, child)
            spread = len({p.value.admin1 for p in reading.places if p.level == "admin1"}) > 1
            many = SEVERAL_DEEDS if spread or tokens[index].lemma in _WHOLE_DEEDS else MANY_DEEDS
            here = any(p.level == "point" and not p.modifies_actor for p in reading.places)
            many = MANY_DEEDS if here else many
            if quantity is not None and (
                quantity.best >= many
                if quantity.kind != "vague"
                else tokens[child].form and quantity.low >= TENS and not here
            ):
                return quantity.span
    return None


_WHOLE_DEEDS = frozenset(
    {"attack", "operation", "incident", "explosion", "clash", "bombing", "ambush", "killing", "assassination"}
)

SEVERAL_DEEDS = 3
"""A count from which nouns that each name a whole event are a total: "ten attacks left 14 dead"."""

MANY_DEEDS = 20
"""A count of deeds from which they are a total: "seven airstrikes" on a village are one attack, "120 airstrikes" are not."""


TENS = 10
"""Low end of the vague counts that make deeds many («مئات الضربات»); English ones stand in the lexicon."""


def _background(reading: Reading, node: Node) -> Span | None:
    for index in (node.predicate, *reading.tree.ancestors(node.predicate)):
        marks = [c for c in reading.tree.of(index, "mark") if reading.tokens[c].lower == "since"]
        if marks and reading.tokens[index].dep == "advcl":
            return reading.span(marks[0], marks[0])
    if (long_ago := _long_after(reading, node)) is not None:
        return long_ago
    if told := in_force(reading, Category.BACKGROUND, node.index):
        return reading.span(told[0].first, told[0].last)
    token = reading.tokens[node.index]
    above = reading.tokens[token.head]
    if node.is_noun and token.dep == "pobj" and above.lower == "since" and not _on_a_day(reading, node):
        return reading.span(above.index, above.index)
    if _presupposed(reading, node):
        return reading.span(above.index, node.index)
    if (
        token.tag in ("VBZ", "VBP")
        and token.dep == "ccomp"
        and not node.trigger.tells_toll
        and not _dated(reading, node)
    ):
        return reading.span(node.index, node.index)
    if token.dep == "xcomp" and above.lemma == "proceed" and above.tag in ("VBZ", "VBP") and not _dated(reading, node):
        return None if reading.sentence.title else reading.span(above.index, above.index)
    now = [c for c in reading.tree.of(node.index, "aux") if reading.tokens[c].tag in ("VBZ", "VBP")]
    if node.clause.progressive and now and not _dated(reading, node):
        return reading.span(now[0], node.index)
    if (
        token.dep == "relcl"
        and not node.clause.passive
        and token.tag in ("VBD", "VBZ", "VBP")
        and not _dated(reading, node)
    ):
        return reading.span(node.index, node.index) if _restrictive(reading, node) else None
    return None


_AGES = frozenset({"year", "month", "decade"})


def _long_after(reading: Reading, node: Node) -> Span | None:
    """Return the words that put a deed long before what the sentence tells: "a year after [it]", "the anniversary of"."""
    tree, tokens = reading.tree, reading.tokens
    for index in (node.index, node.predicate, *tree.ancestors(node.predicate)):
        marks = [c for c in tree.of(index, "mark") if tokens[c].lower == "after"]
        marks += [index] if tokens[index].lower == "after" and tokens[index].dep == "prep" else []
        for mark in marks:
            if mark and tokens[mark - 1].lemma in _AGES and mark < node.index:
                return reading.span(mark - 1, mark)
        if tokens[index].lemma == "anniversary" and index < node.index:
            return reading.span(index, index)
        if reading.is_verb(index) and tokens[index].dep not in ("relcl", "acl", "advcl") and not marks:
            return None
    return None


_PRESUPPOSING = frozenset({"after", "before", "about", "over", "of", "in", "for", "with", "following"})
"""Prepositions after which the death of one person is spoken of as known ("tension after the assassination of Hariri")."""


def _presupposed(reading: Reading, node: Node) -> bool:
    """Return whether a killing named by a noun is taken as known: one victim, no day and no place of its own, no cause told."""
    tokens = reading.tokens
    token = tokens[node.index]
    if not node.is_noun or node.trigger.frame != "kill" or node.trigger.type != "Attack" or token.dep != "pobj":
        return False
    prep = tokens[token.head]
    below = reading.tree.subtree(node.index)
    if prep.lower not in _PRESUPPOSING or _on_a_day(reading, node) or _placed(reading, node.index):
        return False
    counts = [reading.quantity_at[i] for i in below if i in reading.quantity_at and i not in reading.date_at]
    several = any(tokens[h].tag in ("NNS", "NNPS") for h in node.clause.heads(OBLIQUE, "of"))
    governor = tokens[prep.head]
    told = governor.lemma in _TELLING and reading.is_verb(governor.index)
    return not counts and not several and not told and tokens[governor.index].dep != "ROOT"


_TELLING = frozenset("lead result announce report document confirm say cause end record claim arrest detain".split())
"""Verbs that tell what the noun after their preposition names ("led to the assassination of")."""


def _restrictive(reading: Reading, node: Node) -> bool:
    pronouns = [c for c in reading.tree.children[node.index] if reading.tokens[c].lower == "that"]
    return bool(pronouns)


def _dated(reading: Reading, node: Node) -> bool:
    below = [reading.date_at[i] for i in reading.tree.subtree(node.index) if i in reading.date_at]
    return any(d.edtf is not None and not d.vague for d in below)


def _on_a_day(reading: Reading, node: Node) -> bool:
    """Return whether a deed has a day of its own."""
    below = [reading.date_at[i] for i in reading.tree.subtree(node.index) if i in reading.date_at]
    return any(d.edtf is not None and d.kind in ("day", "days") for d in below)


def _referred(reading: Reading, node: Node) -> bool:
    """Return whether the deed is only spoken of: condemned, investigated, followed by what the sentence tells."""
    tree, tokens = reading.tree, reading.tokens
    if not node.is_noun:
        return False
    if node.support is not None and node.lends:
        return False
    chain = tree.ancestors(node.index)
    below = node.index
    for above in chain:
        if reading.is_verb(above):
            if tokens[above].lemma in reading.lexicon.reference_verbs:
                clause = tree.clause(above)
                if tokens[above].lemma in _HINDERING and clause.negated:
                    return False
                return below in (*clause.heads(OBJECT), *clause.heads(SUBJECT)) or tokens[below].dep in (
                    "prep",
                    "dobj",
                    "pobj",
                    "nsubjpass",
                )
            return False
        if tokens[above].dep == "prep" and tokens[above].lower in (
            "after",
            "following",
            "since",
            "despite",
            "against",
            "about",
            "over",
            "before",
        ):
            return tokens[above].lower in ("against", "about") and not reading.is_verb(tokens[above].head)
        below = above
    return False


def judge(reading: Reading, node: Node) -> Verdict:
    """Return what kind of mention a trigger makes."""
    refused = [
        h for h in node.clause.heads(SUBJECT) if any(reading.tokens[c].lower == "no" for c in reading.tree.of(h, "det"))
    ]
    if refused and not node.is_noun and not node.trigger.tells_toll:
        return Verdict(Status.DENIED, reading.span(refused[0], node.index), referred=True)
    denied = in_force(reading, Category.NEGATION, node.index)
    if denied or node.clause.negated or (node.support and node.support.negated):
        told = any(reading.tokens[a].lemma in reading.lexicon.saying for a in reading.tree.ancestors(node.index))
        quiet = node.is_noun or node.trigger.tells_toll or told
        return Verdict(Status.DENIED, reading.span(node.index, node.index), referred=not denied and quiet)
    cue = _hypothetical(reading, node)
    if cue:
        return Verdict(Status.HYPOTHETICAL, cue)
    cue = _aggregate(reading, node)
    if cue:
        return Verdict(Status.AGGREGATE, cue)
    cue = _background(reading, node)
    if cue:
        return Verdict(Status.BACKGROUND, cue)
    return Verdict(Status.EVENT, referred=_referred(reading, node) and not _announced(reading, node.index))


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
    if node.lends == "happen" and tokens[node.predicate].lemma in _PERCEIVED and not _placed(reading, node.index):
        # A town that "sees" clashes is where they are.
        seats = node.support.heads(SUBJECT) if node.support is not None else ()
        return any(_placed(reading, s) for s in seats)
    below = tokens[node.predicate]
    if below.dep == "pcomp" and tokens[below.head].lower in _SPOKEN_OF:
        blamed = tokens[tokens[below.head].head].lemma in reading.lexicon.blaming
        return blamed and (_placed(reading, node.predicate) or _dated(reading, node))
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
            timed = token.head in reading.date_at or tokens[token.head].lemma in _WHENS
            above = tokens[tokens[token.head].head]
            timed = timed or (tokens[token.head].dep == "dobj" and above.lemma in _SPOTTED)
            return about_deed or timed or _dated(reading, node)
        if token.dep == "pcomp" and tokens[token.head].lower in _SPOKEN_OF:
            return False
    return True


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
    hindered = [a for a in tree.ancestors(node.index)[:3] if tokens[a].lemma in _HINDERING and reading.is_verb(a)]
    if hindered and tree.clause(hindered[0]).negated:
        return True
    if token.dep in _HEADLINE and reading.is_verb(token.head):
        return tokens[token.head].lemma in _SEQUELS or tokens[token.head].lemma in reading.lexicon.deed_words
    if _announced(reading, node.index):
        return True
    if token.dep in ("pobj", "conj") and _placed(reading, node.index) and _among_included(reading, node.index):
        return True
    return _placed(reading, node.index) and any(i in reading.date_at for i in tree.subtree(node.index))


def _in_headline(reading: Reading, index: int) -> bool:
    """Return whether a sentence without a verb tells a deed by which another was done ("Killing of X by a car bomb in Y")."""
    above = reading.tree.ancestors(index)
    if not above or any(reading.is_verb(a) for a in above):
        return False
    return reading.tokens[above[-1]].lemma in reading.lexicon.deed_words and _placed(reading, index)


def _announced(reading: Reading, index: int) -> bool:
    """Return whether somebody announces, owns up to or blames another for a deed-noun with a place or a count of its own."""
    tokens, tree = reading.tokens, reading.tree
    counted = any(i in reading.quantity_at and i not in reading.date_at for i in tree.subtree(index))
    if not counted and not _placed(reading, index):
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


def _placed(reading: Reading, index: int) -> bool:
    below = reading.tree.subtree(index)
    return any(i in reading.place_at and not reading.place_at[i].modifies_actor for i in below)
