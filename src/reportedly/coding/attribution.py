"""Find who says what in a sentence: cues, claimants and the words in their scope (first cut: clause by clause)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT
from reportedly.coding.reading import Reading
from reportedly.records import Claimant, Span, Stance

_PRONOUNS = frozenset({"they", "it", "he", "she", "we", "i", "who", "which", "that", "one", "this"})
_COMPLEMENTS = ("ccomp", "xcomp", "acl", "parataxis", "advcl")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claimant's hold on a stretch of a sentence.

    Attributes:
        claimant: Who says so.
        stance: How.
        cue: Token of the cue.
        scope: Tokens of what is said.
        span: The words of claimant and statement together.
        culprits: Heads of the accused, for blame.
        anaphoric: True if the claimant is a pronoun that stands for an earlier one.
        admission: True for an owning up ("claimed responsibility").
    """

    claimant: Claimant
    stance: Stance
    cue: int
    scope: frozenset[int]
    span: Span
    culprits: tuple[int, ...] = ()
    anaphoric: bool = False
    admission: bool = False


UNNAMED = Claimant("unnamed", "unnamed")


def _claimant(reading: Reading, head: int, first: int | None = None) -> Claimant:
    """Return the claimant whose name's head is given, with the words of its noun phrase (from ``first`` if known)."""
    inside = _claimant_tokens(reading, head) if first is None else list(range(first, head + 1))
    actor = reading.actor_at.get(head) or next((reading.actor_at[i] for i in inside if i in reading.actor_at), None)
    span = reading.span(inside[0], inside[-1])
    return Claimant(span.text, claimant_kind(reading, head), actor.actor_id if actor else None, span)


def _claimant_tokens(reading: Reading, head: int) -> list[int]:
    stop = frozenset({"relcl", "acl", "punct", "cc", "conj", "advcl", "ccomp", "parataxis"})
    inside = reading.tree.subtree(head, stop)
    first = inside[0]
    return list(range(first, inside[-1] + 1))


def claimant_kind(reading: Reading, head: int) -> str:
    """Return the kind of claimant: official, monitor, media, local, belligerent, named person or other."""
    words = {reading.tokens[i].lemma for i in reading.noun_phrase(head)}
    for kind, cues in _KINDS:
        if words & cues:
            return kind
    actor = reading.actor_at.get(head)
    if actor is not None and not actor.organisation_of_claims and actor.name != "Civilians":
        return "belligerent"
    if reading.tokens[head].pos == "PROPN":
        return "named"
    return "source"


_KINDS = (
    ("local", frozenset("local resident witness villager eyewitness survivor inhabitant neighbour relative".split())),
    (
        "monitor",
        frozenset("observatory monitor activist network monitoring ngo sohr snhr group organisation watch".split()),
    ),
    (
        "media",
        frozenset(
            "agency media correspondent reporter channel newspaper news tv television radio website outlet".split()
        ),
    ),
    (
        "official",
        frozenset(
            "official ministry minister spokesman spokesperson spokeswoman governor army military command statement".split()
        ),
    ),
)


def _scope_of_verb(reading: Reading, verb: int) -> set[int]:
    """Return what a verb says: its complement, else the clause that it closes, else its object."""
    tree, tokens = reading.tree, reading.tokens
    said: set[int] = set()
    for child in tree.children[verb]:
        if tokens[child].dep in _COMPLEMENTS and not (tokens[child].dep == "advcl" and _adverbial(reading, child)):
            said |= set(tree.subtree(child))
    if said:
        return said
    before = _closed_clause(reading, verb)
    if before:
        return before
    for child in tree.children[verb]:
        dep = tokens[child].dep
        about = dep == "prep" and tokens[child].lower in ("of", "about")
        if about or dep in ("dobj", "dep", "attr", "oprd"):
            said |= {i for i in tree.subtree(child) if i not in reading.date_at}
    return said


def _adverbial(reading: Reading, child: int) -> bool:
    marks = [reading.tokens[c].lower for c in reading.tree.of(child, "mark", "advmod")]
    return bool(set(marks) & {"after", "as", "when", "while", "because", "although", "before", "if", "since"})


def _closed_clause(reading: Reading, verb: int) -> set[int]:
    """Return what stands before a verb of saying that closes its clause ("X died, the ministry said")."""
    tree, tokens = reading.tree, reading.tokens
    token = tokens[verb]
    hangs = token.dep in ("parataxis", "ccomp", "advcl", "conj", "dep") and token.head < verb
    if not hangs or tokens[token.head].pos not in ("VERB", "AUX", "NOUN"):
        return set()
    return {i for i in tree.subtree(token.head) if i < verb} - set(tree.subtree(verb))


def _verb_attribution(reading: Reading, verb: int) -> Attribution | None:
    tree, tokens, lexicon = reading.tree, reading.tokens, reading.lexicon
    cue = lexicon.saying.get(tokens[verb].lemma)
    if cue is None or tokens[verb].dep == "amod":
        return None
    clause = tree.clause(verb)
    if clause.passive:
        return _passive(reading, verb, cue.stance)
    scope = _scope_of_verb(reading, verb)
    if not scope or clause.modal in ("future", "conditional") or not _tells(reading, scope):
        return None
    subjects = _speakers(reading, verb, scope)
    inverted = _inverted(reading, verb)
    if inverted is not None:
        subjects = [inverted]
        scope = {t.index for t in reading.tokens if t.index < verb}
    if not subjects and (before := _name_before(reading, verb)) is not None:
        scope -= set(range(before[0], verb))
        made = _made(reading, before[1], Stance(cue.stance), verb, scope) if scope else None
        return replace(made, claimant=_claimant(reading, before[1], before[0])) if made else None
    if not subjects:
        return None
    if tokens[subjects[0]].pos == "NUM" or subjects[0] in reading.date_at:
        return None
    if not _can_speak(reading, subjects[0]):
        return None
    negated = clause.negated and cue.stance in ("reports", "claims", "confirms")
    if negated:
        return None
    return _made(reading, subjects[0], Stance(cue.stance), verb, scope)


def _speakers(reading: Reading, verb: int, scope: set[int]) -> list[int]:
    """Return the subjects of a verb of saying; those of the verb above it for "…, adding that" and "…, saying"."""
    subjects = [s for s in reading.tree.clause(verb).heads(SUBJECT) if s not in scope and s != verb]
    if subjects and _can_speak(reading, subjects[0]):
        return subjects
    above = reading.tree.governor(verb)
    if reading.tokens[verb].tag == "VBG" and above is not None:
        return [s for s in reading.tree.clause(above).heads(SUBJECT) if s not in scope and _can_speak(reading, s)]
    return subjects


def _can_speak(reading: Reading, head: int) -> bool:
    """Return whether a noun can be a claimant: no deed, weapon, place or number, and not "no group"."""
    token = reading.tokens[head]
    if any(reading.tokens[c].lower == "no" for c in reading.tree.of(head, "det")) or token.lower in ("nobody", "none"):
        return False
    actor = reading.actor_at.get(head)
    if actor is not None:
        return True
    if token.lemma in _TIMES or head in reading.date_at:
        return False
    place = reading.place_at.get(head)
    if place is not None and not place.modifies_actor:
        return place.level == "country" or (token.dep in ("nsubj",) and head + 1 < len(reading.tokens))
    return token.lemma not in reading.lexicon.triggers and head not in reading.weapon_at and token.pos != "NUM"


_TIMES = frozenset({"day", "week", "month", "year", "night", "morning", "hour", "time"})


def _inverted(reading: Reading, verb: int) -> int | None:
    """Return the subject that follows its verb at the end of a sentence ("..., said the monitor")."""
    tree, tokens = reading.tree, reading.tokens
    after = [t for t in tokens[verb + 1 :] if t.pos != "PUNCT"]
    if tokens[verb].tag != "VBD" or not after or len(after) > INVERTED_REACH or verb < MIN_STATEMENT:
        return None
    place = reading.place_at.get(verb - 1)
    parted = tokens[verb - 1].pos == "PUNCT" or (place is not None and not place.modifies_actor)
    if not parted or tokens[verb].lemma in ("tell", "inform"):
        return None
    if any(reading.is_verb(t.index) for t in after) or any(
        tokens[c].dep == "ccomp" and c > verb for c in tree.children[verb]
    ):
        return None
    heads = [t.index for t in after if t.dep in ("dobj", "nsubj", "attr", "ccomp", "npadvmod") and t.head == verb]
    for head in heads:
        actor = reading.actor_at.get(head)
        if actor is not None or reading.has_kind("person", head):
            return head
    return None


INVERTED_REACH = 12
"""Tokens that a claimant after its verb may have."""

MIN_STATEMENT = 4
"""Tokens that stand before such a verb, at least."""


def _name_before(reading: Reading, verb: int) -> tuple[int, int] | None:
    """Return the first token and the head of the name right before a closing verb of saying, torn off by the parser."""
    tokens = reading.tokens
    head = verb - 1
    if head < 0 or tokens[head].pos not in ("NOUN", "PROPN", "PRON") or head in reading.date_at:
        return None
    actor = reading.actor_at.get(head)
    first = actor.first if actor is not None else head
    while first > 0 and _carries_on(reading, first - 1):
        first -= 1
        if tokens[first].pos == "DET":
            break
    return (first, head) if _can_speak(reading, head) else None


def _carries_on(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    place = reading.place_at.get(index)
    named = (place is not None and not place.modifies_actor) or reading.lexicon.is_noun("territory", token.lemma)
    return token.pos in ("NOUN", "PROPN", "ADJ", "DET", "PART") and not named and index not in reading.date_at


def _tells(reading: Reading, scope: set[int]) -> bool:
    """Return whether a scope holds a statement: a verb, or a deed told by a noun."""
    lemmas = [reading.tokens[i].lemma for i in scope]
    return any(reading.is_verb(i) for i in scope) or any(
        w in reading.lexicon.triggers or w in _STATEMENTS for w in lemmas
    )


_STATEMENTS = frozenset({"accusation", "claim", "allegation", "report", "charge", "involvement", "responsibility"})


def _made(
    reading: Reading,
    subject: int,
    stance: Stance,
    cue: int,
    scope: set[int],
    culprits: tuple[int, ...] = (),
) -> Attribution:
    lower = reading.tokens[subject].lower
    claimant = _claimant(reading, subject)
    inside = sorted(scope | {cue, subject})
    span = reading.span(inside[0], inside[-1])
    return Attribution(claimant, stance, cue, frozenset(scope), span, culprits, lower in _PRONOUNS)


def _passive(reading: Reading, verb: int, stance: str) -> Attribution | None:
    """Return the hearsay of "it is reported that", "is believed to have", "was reported"; by-agents are claimants."""
    tree, tokens = reading.tree, reading.tokens
    if tokens[verb].lemma not in reading.lexicon.passive_saying:
        return None
    clause = tree.clause(verb)
    agents = clause.heads(AGENT)
    scope = set(tree.subtree(verb)) - {verb}
    if not _tells(reading, scope):
        return None
    if agents:
        return _made(reading, agents[0], Stance(stance), verb, scope - set(tree.subtree(agents[0])))
    inside = sorted(scope | {verb})
    return Attribution(UNNAMED, Stance.REPORTS, verb, frozenset(scope), reading.span(inside[0], inside[-1]))


_BLAMEFUL = frozenset({"responsible", "involved", "implicated", "guilty", "complicit"})


def culprits_within(reading: Reading, scope: frozenset[int] | set[int]) -> tuple[int, ...]:
    """Return who a statement says is behind a deed: "X was behind the attack", "was responsible", "the drone was Russian"."""
    tree, tokens = reading.tree, reading.tokens
    found: list[int] = []
    for verb in sorted(scope):
        if not reading.is_verb(verb):
            continue
        if tokens[verb].lemma == "involve" and tree.clause(verb).passive:
            found += tree.clause(verb).heads(SUBJECT)
        if tokens[verb].lemma != "be":
            continue
        behind = [c for c in tree.of(verb, "prep") if tokens[c].lower == "behind"]
        guilty = [c for c in tree.of(verb, "acomp") if tokens[c].lemma in _BLAMEFUL]
        if behind or guilty:
            found += tree.clause(verb).heads(SUBJECT)
            continue
        weapon = any(
            s in reading.weapon_at or tokens[s].lemma in reading.lexicon.triggers for s in tree.of(verb, "nsubj")
        )
        nation = [c for c in tree.of(verb, "acomp", "attr") if tokens[c].text[:1].isupper() or c in reading.actor_at]
        found += nation if weapon else []
    return tuple(dict.fromkeys(found))


def _blame(reading: Reading, verb: int) -> Attribution | None:
    tree, tokens, lexicon = reading.tree, reading.tokens, reading.lexicon
    cue = lexicon.blaming.get(tokens[verb].lemma)
    if cue is None:
        return None
    near = {tokens[c].lower for c in tree.subtree(verb)}
    if cue.beside and not cue.beside & near:
        return None
    clause = tree.clause(verb)
    subjects = clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT)
    if clause.negated:
        return None
    if cue.culprit == "object":
        culprits = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    else:
        culprits = clause.heads(OBLIQUE, cue.culprit, "on", "to", "at")
    scope = set(tree.subtree(verb)) - {verb}
    if not culprits:
        return None
    if not subjects:
        inside = sorted(scope | {verb})
        span = reading.span(inside[0], inside[-1])
        return Attribution(UNNAMED, Stance.BLAMES, verb, frozenset(scope), span, tuple(culprits))
    return _made(reading, subjects[0], Stance.BLAMES, verb, scope, tuple(culprits))


def _admission(reading: Reading, verb: int) -> Attribution | None:
    tree, tokens, lexicon = reading.tree, reading.tokens, reading.lexicon
    cue = lexicon.admitting.get(tokens[verb].lemma)
    if cue is None:
        return None
    clause = tree.clause(verb)
    objects = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    owned = any(tokens[o].lower in cue.beside for o in objects)
    participle = tokens[verb].dep == "acl" and tokens[verb].lemma == "claim" and clause.passive
    if not owned and not participle:
        return None
    subjects = clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT)
    nobody = any(
        tokens[c].lower in ("no", "nobody", "none", "neither") for s in subjects for c in [s, *tree.children[s]]
    )
    if clause.negated or nobody or not subjects:
        return None
    scope = set(tree.subtree(verb)) - {verb}
    made = _made(reading, subjects[0], Stance.CLAIMS, verb, scope, tuple(subjects))
    return Attribution(made.claimant, made.stance, verb, made.scope, made.span, made.culprits, made.anaphoric, True)


def _toll_put(reading: Reading, verb: int) -> Attribution | None:
    """Return who "put the toll at nine dead"."""
    if reading.tokens[verb].lemma not in ("put", "set", "place"):
        return None
    clause = reading.tree.clause(verb)
    if clause.passive:
        return None
    if not any(reading.tokens[o].lemma in ("toll", "number") for o in clause.heads(OBJECT)):
        return None
    subjects = [s for s in clause.heads(SUBJECT) if _can_speak(reading, s)]
    scope = set(reading.tree.subtree(verb)) - {i for s in subjects for i in reading.tree.subtree(s)} - {verb}
    return _made(reading, subjects[0], Stance.REPORTS, verb, scope) if subjects else None


def _according_to(reading: Reading, index: int) -> Attribution | None:
    tree, tokens = reading.tree, reading.tokens
    if tokens[index].lower == "according":
        inner = [c for c in tree.of(index, "prep") if tokens[c].lower == "to"]
        top = index
    elif tokens[index].lower == "per" and tokens[index].dep == "prep":
        inner, top = [index], index
    else:
        return None
    heads = [h for c in inner for h in tree.of(c, "pobj")]
    if not heads or tokens[heads[0]].lemma in reading.lexicon.not_claimants:
        return None
    own = set(tree.subtree(top))
    governor = tree.governor(top)
    if governor is None:
        governor = tokens[top].head
    scope = set(tree.subtree(governor)) - own
    conjuncts = [c for c in tree.of(governor, "conj") if reading.is_verb(c)]
    if top > governor:
        first = tree.ancestors(top)
        root = first[-1] if first else governor
        if tokens[root].lemma not in reading.lexicon.saying:
            scope = set(tree.subtree(root)) - own
    scope |= {i for c in conjuncts for i in tree.subtree(c)} - own
    return _made(reading, heads[0], Stance.REPORTS, index, scope)


def _adverb(reading: Reading, index: int) -> Attribution | None:
    tree, tokens = reading.tree, reading.tokens
    if tokens[index].lower not in reading.lexicon.hearsay_adverbs or tokens[index].lower == "apparently":
        return None
    head = tokens[index].head
    scope = set(tree.subtree(head)) - {index}
    inside = sorted({index, head} | set(tree.of(head, "nsubj", "nsubjpass", "dobj")))
    return Attribution(UNNAMED, Stance.REPORTS, index, frozenset(scope), reading.span(inside[0], inside[-1]))


def _of_verb(reading: Reading, verb: int) -> Attribution | None:
    makers = (_admission, _blame, _toll_put, _verb_attribution)
    return next((made for maker in makers if (made := maker(reading, verb)) is not None), None)


def find_attributions(reading: Reading) -> list[Attribution]:
    """Return the attributions of a sentence in the order of their cues."""
    found: list[Attribution] = []
    for token in reading.tokens:
        i = token.index
        made = _of_verb(reading, i) if reading.is_verb(i) else None
        made = made or _according_to(reading, i) or _adverb(reading, i)
        if made is not None:
            found.append(made if made.culprits else replace(made, culprits=culprits_within(reading, made.scope)))
    return found


def resolve_pronouns(found: Sequence[Sequence[Attribution]]) -> list[list[Attribution]]:
    """Return the attributions of a report's sentences with "it said", "they added" given to the claimant before."""
    last: Claimant | None = None
    resolved: list[list[Attribution]] = []
    for sentence in found:
        row: list[Attribution] = []
        for item in sentence:
            if item.anaphoric and last is not None:
                row.append(replace(item, claimant=last))
                continue
            row.append(item)
            if not item.anaphoric and item.claimant.kind != "unnamed" and item.stance is not Stance.BLAMES:
                last = item.claimant
        resolved.append(row)
    return resolved
