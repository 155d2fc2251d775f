"""Decide what kind of mention a deed is, and keep the cue that decided it (codebook, "What gets a row")."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotations import OBJECT, SUBJECT
from reportedly.coding.reading import Reading
from reportedly.coding.triggers import Node
from reportedly.records import Span, Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, with the words that decided it where any did; ``referred`` marks a deed only spoken of."""

    status: Status
    cue: Span | None = None
    referred: bool = False


EVENT = Verdict(Status.EVENT)


def _chain(reading: Reading, node: Node) -> list[int]:
    """Return the node's predicate and the verbs and nouns above it as far as the clause that a saying verb opens."""
    tree, tokens = reading.tree, reading.tokens
    chain = [node.index]
    for above in tree.ancestors(node.index):
        below = tokens[chain[-1]]
        if tokens[above].dep == "prep" and tokens[above].lower in ("after", "following", "since"):
            break
        chain.append(above)
        if tokens[above].lemma in reading.lexicon.saying and below.dep in ("ccomp", "parataxis"):
            chain.pop()
            break
        if below.dep in ("relcl", "parataxis") or (below.dep == "advcl" and _finite(reading, below.index)):
            break
    return chain


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _finite(reading: Reading, index: int) -> bool:
    """Return whether a clause has a tense of its own: "when it was attacked" is a fact in any sentence."""
    helpers = [reading.tokens[c].tag for c in reading.tree.of(index, "aux", "auxpass")]
    return reading.tokens[index].tag in _FINITE or bool(_FINITE & set(helpers))


def _hypothetical(reading: Reading, node: Node) -> Span | None:
    tree, tokens, cues = reading.tree, reading.tokens, reading.lexicon.status
    chain = _chain(reading, node)
    for position, index in enumerate(chain):
        token = tokens[index]
        if reading.is_verb(index):
            clause = tree.clause(index)
            if clause.modal in ("future", "conditional") and not _past_ability(reading, index):
                return _aux_span(reading, index)
            marks = [c for c in tree.of(index, "mark", "advmod") if tokens[c].lower in cues.hypothetical_conjunctions]
            if marks:
                return reading.span(marks[0], marks[0])
        if position == 0:
            if node.is_noun:
                adjectives = [
                    c for c in tree.of(index, "amod", "det") if tokens[c].lower in cues.hypothetical_adjectives
                ]
                if adjectives:
                    return reading.span(adjectives[0], adjectives[0])
            continue
        below = tokens[chain[position - 1]]
        tried = token.lemma in ("try", "attempt") and token.tag == "VBD"
        wished = reading.is_verb(index) and token.lemma in cues.hypothetical_verbs and not tried
        if wished and (below.dep in ("xcomp", "ccomp", "pcomp") or _is_object(reading, chain, position)):
            return reading.span(index, index)
        if (
            not reading.is_verb(index)
            and token.lemma in cues.hypothetical_nouns
            and below.dep in ("acl", "prep", "ccomp", "relcl", "pobj")
        ):
            return reading.span(index, index)
        if below.dep == "xcomp" and below.tag == "VB" and _infinitive(reading, below.index):
            factual = reading.is_verb(index) and (token.lemma in cues.implicatives or tried)
            if not factual:
                return reading.span(index, index)
        purpose = below.dep in ("advcl", "acl", "relcl") and below.tag == "VB" and not _achieved(reading, below.index)
        if purpose and any(tokens[c].lower == "to" for c in tree.of(below.index, "aux")):
            return reading.span(below.index, below.index)
    return None


def _infinitive(reading: Reading, index: int) -> bool:
    return any(reading.tokens[c].lower == "to" for c in reading.tree.of(index, "aux"))


def _is_object(reading: Reading, chain: list[int], position: int) -> bool:
    clause = reading.tree.clause(chain[position])
    if clause.passive:
        return chain[position - 1] in clause.heads(SUBJECT)
    return chain[position - 1] in clause.heads(OBJECT)


def _past_ability(reading: Reading, index: int) -> bool:
    """Return whether a modal tells a fact ("could hear shelling", "would later die")."""
    words = {reading.tokens[c].lower for c in reading.tree.children[index]}
    perceived = reading.tokens[index].lemma in ("hear", "see", "observe")
    return ("later" in words and "would" in words) or perceived


def _achieved(reading: Reading, index: int) -> bool:
    head = reading.tokens[reading.tokens[index].head]
    return head.lemma in ("manage", "use", "go", "return", "come", "join", "cooperate")


def _aux_span(reading: Reading, index: int) -> Span:
    modal = next(
        c for c in reading.tree.of(index, "aux") if reading.tokens[c].tag == "MD" or reading.tokens[c].lower != "to"
    )
    return reading.span(modal, modal)


def _aggregate(reading: Reading, node: Node) -> Span | None:
    tree, tokens, cues = reading.tree, reading.tokens, reading.lexicon.status
    for index in (node.predicate, node.index):
        near = [c for c in tree.children[index] if tokens[c].lower in cues.aggregate_adverbs]
        for verb in tree.ancestors(index)[:1]:
            if tokens[index].dep in ("conj", "xcomp") and not tree.of(index, "nsubj", "nsubjpass"):
                near += [c for c in tree.children[verb] if tokens[c].lower in cues.aggregate_adverbs]
        if near:
            return reading.span(near[0], near[0])
    if node.is_noun and not node.trigger.tells_toll:
        several = _many(reading, node.index)
        if several is not None:
            return several
        often = [c for c in tree.of(node.index, "amod") if tokens[c].lower in cues.aggregate_adjectives]
        if often and tokens[node.index].tag in ("NNS", "NNPS", "NN") and not _dated(reading, node):
            return reading.span(often[0], often[0])
    if (grown := _grown(reading, node)) is not None:
        return grown
    if (since := _since(reading, node)) is not None:
        return since
    match = reading.phrase(cues.aggregate_phrases)
    if match and _in_clause(reading, node, reading.sentence.start + match.start()):
        return reading.report.span(reading.sentence.start + match.start(), reading.sentence.start + match.end())
    return None


_GROWTH = frozenset({"intensify", "increase", "escalate", "step"})


def _grown(reading: Reading, node: Node) -> Span | None:
    """Return the verb that makes a deed-noun a habit that grows: "has intensified its shelling of the valley"."""
    if node.support is None or not node.is_noun:
        return None
    verb = reading.tokens[node.support.predicate]
    return reading.span(verb.index, verb.index) if verb.lemma in _GROWTH else None


def _since(reading: Reading, node: Node) -> Span | None:
    """Return the "since January" or the "have been" that makes a deed one of long standing."""
    verb = node.predicate
    helpers = [reading.tokens[c].lower for c in reading.tree.of(verb, "aux")]
    if node.clause.progressive and "been" in helpers and {"have", "has", "had"} & set(helpers):
        return reading.span(min(reading.tree.of(verb, "aux")), verb)
    since = [c for c in reading.tree.of(verb, "prep") if reading.tokens[c].lower == "since"]
    if since:
        return reading.span(since[0], since[0])
    below = set(reading.tree.subtree(verb, stop=frozenset({"relcl"})))
    return next((d.span for i, d in sorted(reading.date_at.items()) if d.since and i in below), None)


def _many(reading: Reading, index: int) -> Span | None:
    """Return the words that make a deed-noun many deeds: "dozens of attacks", "over 120 airstrikes", "several raids"."""
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
        if (
            tokens[head].lemma in reading.lexicon.status.plural_quantities
            or tokens[head].lower in reading.lexicon.status.plural_quantities
        ):
            return reading.span(head, head)
        for child in tree.of(head, "nummod", "amod", "quantmod"):
            quantity = reading.quantity_at.get(child)
            if tokens[child].lower in reading.lexicon.status.plural_quantities:
                return reading.span(child, child)
            many = SEVERAL_DEEDS if tokens[index].lemma in _WHOLE_DEEDS else MANY_DEEDS
            here = any(p.level == "point" and not p.modifies_actor for p in reading.places)
            many = MANY_DEEDS if here else many
            if quantity is not None and quantity.best >= many and quantity.kind != "vague":
                return quantity.span
    return None


_WHOLE_DEEDS = frozenset(
    {"attack", "operation", "incident", "explosion", "clash", "bombing", "ambush", "killing", "assassination"}
)

SEVERAL_DEEDS = 3
"""A count from which nouns that each name a whole event are a total: "ten attacks left 14 dead"."""

MANY_DEEDS = 20
"""A count of deeds from which they are a total: "seven airstrikes" on a village are one attack, "120 airstrikes" are not."""


def _in_clause(reading: Reading, node: Node, offset: int) -> bool:
    at = reading.token_at(offset)
    verb = node.predicate if reading.is_verb(node.predicate) else reading.tree.governor(node.index)
    if verb is None:
        return True
    if at in reading.tree.subtree(verb, stop=frozenset({"relcl"})):
        return True
    governor = reading.tree.governor(at)
    if governor is None or governor == verb:
        return True
    while reading.tokens[verb].dep in ("xcomp", "conj", "ccomp") and reading.tokens[verb].head != verb:
        verb = reading.tokens[verb].head
        if verb == governor:
            return True
    return False


def _background(reading: Reading, node: Node) -> Span | None:
    for index in (node.predicate, *reading.tree.ancestors(node.predicate)):
        marks = [c for c in reading.tree.of(index, "mark") if reading.tokens[c].lower == "since"]
        if marks and reading.tokens[index].dep == "advcl":
            return reading.span(marks[0], marks[0])
    match = reading.phrase(reading.lexicon.status.background_phrases)
    if match:
        start = reading.sentence.start
        return reading.report.span(start + match.start(), start + match.end())
    token = reading.tokens[node.index]
    if (
        token.tag in ("VBZ", "VBP")
        and token.dep == "ccomp"
        and not node.trigger.tells_toll
        and not _dated(reading, node)
    ):
        return reading.span(node.index, node.index)
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


def _restrictive(reading: Reading, node: Node) -> bool:
    pronouns = [c for c in reading.tree.children[node.index] if reading.tokens[c].lower == "that"]
    return bool(pronouns)


def _dated(reading: Reading, node: Node) -> bool:
    below = [reading.date_at[i] for i in reading.tree.subtree(node.index) if i in reading.date_at]
    return any(d.edtf is not None and not d.vague for d in below)


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
            if tokens[above].lemma in reading.lexicon.status.reference_verbs:
                clause = tree.clause(above)
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
    denied = reading.phrase(reading.lexicon.status.denied_phrases)
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
    return Verdict(Status.EVENT, referred=_referred(reading, node))


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
        return False
    below = tokens[node.predicate]
    if below.dep == "pcomp" and tokens[below.head].lower in _SPOKEN_OF:
        blamed = tokens[tokens[below.head].head].lemma in reading.lexicon.blaming
        return blamed and (_placed(reading, node.predicate) or _dated(reading, node))
    for index in (node.predicate, *reading.tree.ancestors(node.predicate)):
        token = tokens[index]
        free = token.tag == "VBG" and index > 0 and tokens[index - 1].text == ","
        if token.dep in ("relcl", "acl") and not free and not reading.is_verb(token.head):
            weapon = reading.weapon_at.get(token.head)
            about_deed = tokens[token.head].lemma in reading.lexicon.triggers or (
                weapon is not None and bool(weapon.entry.type)
            )
            if token.dep == "acl" and reading.tree.of(index, "mark"):
                return True
            timed = token.head in reading.date_at or tokens[token.head].lemma in _WHENS
            return about_deed or timed or _dated(reading, node)
        if token.dep == "pcomp" and tokens[token.head].lower in _SPOKEN_OF:
            return False
    return True


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
    if token.dep in _HEADLINE and reading.is_verb(token.head):
        return tokens[token.head].lemma in _SEQUELS or tokens[token.head].lemma in reading.lexicon.triggers
    if token.dep in ("pobj", "conj") and _placed(reading, node.index) and _among_included(reading, node.index):
        return True
    return _placed(reading, node.index) and any(i in reading.date_at for i in tree.subtree(node.index))


def _among_included(reading: Reading, index: int) -> bool:
    """Return whether a deed is one of those that a total is said to include."""
    return any(reading.tokens[a].lower in ("including", "namely") for a in reading.tree.ancestors(index)[:3])


_PERCEIVED = frozenset({"report", "hear", "see", "witness"})


def _placed(reading: Reading, index: int) -> bool:
    below = reading.tree.subtree(index)
    return any(i in reading.place_at and not reading.place_at[i].modifies_actor for i in below)
