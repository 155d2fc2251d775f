"""Decide what kind of mention a deed is, and keep the cue that decided it (codebook, "What gets a row")."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotations import OBJECT, OBLIQUE, SUBJECT
from reportedly.codebook import FROM_AFAR
from reportedly.coding.asserted import HINDERING, announced, asked, dated, placed
from reportedly.coding.attempts import fought_off
from reportedly.coding.counts import counting_noun
from reportedly.coding.cues import Category, Part
from reportedly.coding.grievances import grievance
from reportedly.coding.long_ago import long_after
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
    planned = [c for c in reading.tree.of(node.index, "acl") if reading.tokens[c].lemma in ("plan", "plot", "intend")]
    if node.is_noun and planned and reading.tokens[planned[0]].tag == "VBN":
        return reading.span(planned[0], planned[0])
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
        # "denied carrying out any strike" answers for one that others tell.
        above = reading.tree.ancestors(head.index)
        denied = head.lower == "any" and any(reading.tokens[a].lemma in ("deny", "refute") for a in above)
        return node.is_noun and not denied
    if head.lemma == "expect" and _told_of_rise(reading, scope.first, node.index):
        return False
    if head.lemma == "attempt" and scope.cue.part is Part.NOUN and fought_off(reading, scope.first, node):
        return False
    if head.lemma in HINDERING and reading.is_verb(scope.first) and reading.tree.clause(scope.first).negated:
        return False
    return not (head.lemma in _TRYING and head.tag == "VBD")


def _told_of_rise(reading: Reading, expect: int, index: int) -> bool:
    """Return whether a deed is told as the reason of what is expected ("the toll is to rise as the attack left 17 hurt")."""
    rises = [c for c in reading.tree.of(expect, "xcomp") if reading.tokens[c].lemma in _RISING]
    return any(t.lower in ("as", "after", "because", "since") for c in rises for t in reading.tokens[c:index])


_RISING = frozenset({"rise", "climb", "increase", "grow"})


_TRYING = frozenset({"try", "attempt"})
"""Verbs whose past tells an attack that took place, whatever came of it ("tried to storm the palace")."""


def _unachieved(reading: Reading, node: Node) -> int | None:
    """Return the token that keeps a deed from being told as done: "did not confirm that", a verb of intent and purpose."""
    tokens, geometry = reading.tokens, reading.geometry
    below = node.index
    for above in reading.tree.ancestors(node.index):
        token = tokens[below]
        if tokens[above].lemma == "target" and token.dep == "dobj" and node.is_noun and node.index == below:
            # «تستهدف تفجير المقر»: what a plan aims at.
            return above
        unsaid = token.dep == "ccomp" and tokens[above].lemma in reading.lexicon.saying
        if unsaid and reading.tree.clause(above).negated:
            return above
        if token.tag == "VB" and _infinitive(reading, below):
            if token.dep == "xcomp" and not _tells_done(reading, above):
                return above
            tried = tokens[above].lemma == "attempt" and fought_off(reading, above, node)
            if token.dep in ("advcl", "acl", "relcl") and not tried and not _achieved(reading, below):
                return below
        if geometry.region[above] != geometry.region[node.index]:
            return None
        below = above
    return None


def _tells_done(reading: Reading, verb: int) -> bool:
    """Return whether a verb tells what its infinitive names as done ("managed to capture")."""
    token = reading.tokens[verb]
    tried = token.lemma in _TRYING and token.tag == "VBD"
    be = reading.tokens[token.head]
    if token.lemma == "able" and be.lemma == "be":
        return be.tag == "VBD" and not reading.tree.clause(be.index).negated  # "units were able to kill ten"
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
    if (war := toll_of_a_war(reading, node)) is not None:
        return war
    deeds = [node.index] if node.is_noun else _launched(reading, node)
    told = (_many(reading, deed) for deed in deeds if _counts_deeds(reading, node))
    if (several := next((words for words in told if words is not None), None)) is not None:
        return several
    if (node.trigger.type in FROM_AFAR or node.trigger.frame in ("hit", "undergo")) and (
        counted := _hit_often(reading, node)
    ) is not None:
        return counted
    for at in dict.fromkeys((node.predicate, node.index)):
        for scope in in_force(reading, Category.AGGREGATE, at):
            opened_today = reading.tokens[scope.first].lower == "since" and _begun_today(reading, node)
            if _makes_habit(reading, scope, node) and not opened_today:
                return reading.span(scope.first, scope.last)
    return _since(reading, node) or _goes_on(reading, node)


_GOING_ON = frozenset({"continue", "keep", "persist"})


def _goes_on(reading: Reading, node: Node) -> Span | None:
    """Return the verb that tells a deed without day, toll or town as one that goes on ("continues to bomb cities")."""
    if reading.sentence.title or dated(reading, node) or reading.quantity_at:
        return None
    if any(p.level == "point" and not p.modifies_actor for p in reading.places):
        return None
    for index in dict.fromkeys((node.predicate, *reading.tree.ancestors(node.index)[:2])):
        if reading.tokens[index].lemma in _GOING_ON and reading.tokens[index].tag in ("VBZ", "VBP"):
            return reading.span(index, index)
    return None


def toll_of_a_war(reading: Reading, node: Node) -> Span | None:
    """Return the war that has killed people: a total of many events ("the war, which has killed 300,000")."""
    if node.is_noun or not node.trigger.tells_toll or node.clause.passive:
        return None
    tokens = reading.tokens
    subjects = list(node.clause.heads(SUBJECT))
    if tokens[node.predicate].dep == "relcl":
        pronoun = next((s for s in subjects if tokens[s].lower in ("which", "that")), 0)
        before = next((i for i in range(pronoun - 1, -1, -1) if tokens[i].text != ","), None)
        subjects += [tokens[node.predicate].head, *([] if before is None else [before])]
    wars = [s for s in subjects if reading.lexicon.is_noun("war", tokens[s].lemma)]
    return reading.span(wars[0], wars[0]) if wars else None


def _hit_often(reading: Reading, node: Node) -> Span | None:
    """Return the words that count what was shelled ("60 villages came under fire") or how often ("shelled X four times")."""
    tokens = reading.tokens
    heads = [h for c in (node.clause, node.support) if c for h in (*c.heads(SUBJECT), *c.heads(OBJECT))]
    for head in heads:
        hit = reading.lexicon.is_noun("territory", tokens[head].lemma) and tokens[head].tag == "NNS"
        counts = [reading.quantity_at[c] for c in reading.tree.of(head, "nummod", "amod") if c in reading.quantity_at]
        if hit and any(q.best >= MANY_PLACES for q in counts):
            return counts[0].span
    if any(p.level == "point" and not p.modifies_actor for p in reading.places):
        return None
    for index in reading.tree.subtree(node.predicate):
        counted = tokens[index].lower == "times" and index > 0 and tokens[index - 1].pos == "NUM"
        if counted and tokens[index - 1].lower not in ("two", "2"):
            return reading.span(index - 1, index)
    return None


MANY_PLACES = 10
"""Villages or positions from which shelling that names none of them is a total."""


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
        if tokens[scope.first].lemma == "intermittent":  # A day's shelling may be so; what is so today is a habit.
            verb = node.support.predicate if node.support is not None else node.index
            told = told and any(tokens[i].tag in ("VBZ", "VBP") for i in (verb, *reading.tree.of(verb, "auxpass")))
        return told and tokens[scope.first].head == node.index and not dated(reading, node)
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
    if _begun_today(reading, node):
        return None
    helpers = [reading.tokens[c].lower for c in reading.tree.of(verb, "aux")]
    if node.clause.progressive and "been" in helpers and {"have", "has", "had"} & set(helpers):
        return reading.span(min(reading.tree.of(verb, "aux")), verb)
    since = [c for c in reading.tree.of(verb, "prep") if reading.tokens[c].lower == "since"]
    above = reading.tree.governor(node.index) if node.is_noun and reading.tokens[node.index].tag == "NNS" else None
    if above is not None and not since:
        since = [c for c in reading.tree.of(above, "prep") if reading.tokens[c].lower == "since"]
    below = set(reading.tree.subtree(verb, stop=frozenset({"relcl"})))
    told = next((d for i, d in sorted(reading.date_at.items()) if d.since and i in below), None)
    if told is not None and reading.tokens[node.index].lemma == "fighting" and told.brief:
        return None  # A fight that goes on for days is one; a longer window is a total.
    if since:
        return reading.span(since[0], since[0])
    return None if told is None else told.span


def _begun_today(reading: Reading, node: Node) -> bool:
    """Return whether a deed goes on since an hour of one day: "since dawn", "since early today"; codebook, status."""
    tokens, tree = reading.tokens, reading.tree
    if any(d.since for d in reading.date_at.values()):
        return False
    heads = {node.index, node.predicate, *tree.ancestors(node.index)}
    below = [c for i in tree.subtree(node.predicate) if tokens[i].lower == "since" for c in tree.subtree(i)]
    above = [c for h in heads for i in tree.of(h, "prep") if tokens[i].lower == "since" for c in tree.subtree(i)]
    return any(c in reading.date_at or reading.lexicon.is_noun("day_part", tokens[c].lemma) for c in below + above)


def _many(reading: Reading, index: int) -> Span | None:
    """Return the words that make a deed-noun many deeds ("dozens of attacks", "eleven raids on Marib and Saada provinces")."""
    tree, tokens = reading.tree, reading.tokens
    heads = [index]
    token = tokens[index]
    if (hours := _in_hours_of(reading, index)) is not None:
        return hours
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
            apart = any(tokens[c].lower in _APART for c in tree.of(head, "amod"))
            several = SEVERAL_APART if token.dep == "pobj" else SEVERAL_DEEDS
            many = several if apart else MANY_DEEDS if here else many
            if quantity is not None and (
                quantity.best >= many
                if quantity.kind != "vague"
                else tokens[child].form and quantity.low >= TENS and not here
            ):
                return quantity.span
    return None


def _in_hours_of(reading: Reading, index: int) -> Span | None:
    """Return the hours over which deeds are summed up ("45 killed in 24 hours of bombardment")."""
    of = reading.tokens[reading.tokens[index].head]
    hours = reading.tokens[of.head]
    told = reading.tokens[index].dep == "pobj" and of.lower == "of" and hours.lemma == "hour" and hours.dep == "pobj"
    counted = [reading.tokens[c] for c in reading.tree.of(hours.index, "nummod")]
    summed = told and reading.tokens[hours.head].lower in ("in", "over") and bool(counted)
    return reading.span(counted[0].index, hours.index) if summed else None


_WHOLE_DEEDS = frozenset(
    {"attack", "operation", "incident", "explosion", "clash", "bombing", "ambush", "killing", "assassination"}
)

_APART = frozenset({"separate", "different", "unrelated"})

SEVERAL_APART = 2
"""A count from which deeds that are said to be separate are a total: "61 were killed in three separate attacks"."""

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
    if (long_ago := long_after(reading, node)) is not None:
        return long_ago
    if told := [s for s in in_force(reading, Category.BACKGROUND, node.index) if not _of_count(reading, s)]:
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
        and not _heads_a_story(reading, node.index, token.head)
        and not node.trigger.tells_toll
        and not dated(reading, node)
    ):
        return reading.span(node.index, node.index)
    if token.dep == "xcomp" and above.lemma == "proceed" and above.tag in ("VBZ", "VBP") and not dated(reading, node):
        return None if reading.sentence.title else reading.span(above.index, above.index)
    now = [c for c in reading.tree.of(node.index, "aux") if reading.tokens[c].tag in ("VBZ", "VBP")]
    if node.clause.progressive and now and not dated(reading, node) and not _begun_today(reading, node):
        return reading.span(now[0], node.index)
    if (
        token.dep == "relcl"
        and above.lemma not in reading.lexicon.deed_words
        and not node.clause.passive
        and token.tag in ("VBD", "VBZ", "VBP")
        and not dated(reading, node)
    ):
        return reading.span(node.index, node.index) if _restrictive(reading, node) else None
    return None


def _heads_a_story(reading: Reading, low: int, high: int) -> bool:
    """Return whether a clause stands before a colon, as headlines do ("RSF takes Babanusa: the group says that ...")."""
    return any(t.text == ":" for t in reading.tokens[low:high])


def commemorated(reading: Reading, index: int) -> Span | None:
    """Return the words that tell a deed-noun as one remembered ("marched to mark the anniversary of the massacre")."""
    verb = None if reading.is_verb(index) else reading.tree.governor(index)
    if verb is None or reading.tokens[verb].lemma not in _REMEMBERING:
        return None
    above = [index, *reading.tree.ancestors(index)]
    told = [i for i in above[: above.index(verb)] if reading.tokens[i].dep == "dobj" and reading.tokens[i].head == verb]
    marks = reading.tokens[verb].lemma != "mark" or any(reading.tokens[i].lemma in _DAYS for i in above)
    return reading.span(verb, index) if told and marks else None


_REMEMBERING = frozenset({"mark", "commemorate", "remember", "observe", "honour", "honor"})
_DAYS = frozenset({"anniversary", "year", "decade", "centenary", "day", "week", "month"})
"""What people mark when they remember a deed."""


def _of_count(reading: Reading, scope: Scope) -> bool:
    """Return whether a phrase of long ago tells since when the dead are counted ("bringing to 40 the number killed since")."""
    return any(counting_noun(reading, i) is not None for i in reading.tree.ancestors(scope.first))


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
    if prep.lower not in _PRESUPPOSING or _on_a_day(reading, node) or placed(reading, node.index):
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
                if tokens[above].lemma in HINDERING and clause.negated:
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
    marked = commemorated(reading, node.index)
    if marked is not None:
        return Verdict(Status.BACKGROUND, marked)
    protested = grievance(reading, node)
    if protested is not None:
        return Verdict(Status.BACKGROUND, reading.span(protested, protested), referred=True)
    cue = asked(reading, node.index) or _hypothetical(reading, node)
    if cue:
        return Verdict(Status.HYPOTHETICAL, cue)
    cue = _aggregate(reading, node)
    if cue:
        return Verdict(Status.AGGREGATE, cue)
    cue = _background(reading, node)
    if cue:
        return Verdict(Status.BACKGROUND, cue)
    return Verdict(Status.EVENT, referred=_referred(reading, node) and not announced(reading, node.index))
