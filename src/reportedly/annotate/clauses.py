"""English clauses from spaCy's dependency relations.

What English leaves out is filled in: the subject of ``, killing five``; the noun that ``which`` stands for; the shared
subject of ``shot and killed``.
"""

from __future__ import annotations

from reportedly.annotations import (
    AGENT,
    MODIFIER,
    NOMINAL,
    OBJECT,
    OBLIQUE,
    POSSESSOR,
    SUBJECT,
    VERBAL,
    Argument,
    Clause,
    Tree,
)

_RELATIVE = frozenset({"which", "that", "who", "whom"})
_OBJECTS = frozenset({"dobj", "obj", "dative", "iobj"})
_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "nsubjpass", "csubjpass"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "nsubj:pass", "csubjpass"})
_CLAUSAL = frozenset(
    {"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "ROOT", "csubj", "acl:relcl"}
)


def build_clause(tree: Tree, index: int) -> Clause:
    """Return the clause of the predicate at ``index``, verb or noun."""
    token = tree.tokens[index]
    verbal = token.pos in VERBAL or token.tag.startswith("VB")
    return _verbal(tree, index) if verbal else _nominal(tree, index)


def _obliques(tree: Tree, index: int) -> list[Argument]:
    found: list[Argument] = []
    for prep in tree.of(index, "prep", "agent", "dative"):
        token = tree.tokens[prep]
        if token.pos not in ("ADP", "SCONJ", "VERB", "ADV", "ADJ"):
            continue
        heads = [h for p in tree.of(prep, "pobj", "pcomp") for h in tree.conjuncts(p)]
        marker = _marker(tree, prep)
        if marker == "at" and (hands := _at_the_hands(tree, prep)):
            found.extend(Argument(AGENT, "by", h) for h in hands)
        elif token.dep == "agent" or (
            marker == "by" and (tree.tokens[index].pos in NOMINAL or tree.tokens[index].tag == "VBG")
        ):
            found.extend(Argument(AGENT, "by", h) for h in heads)
        else:
            found.extend(Argument(OBLIQUE, marker, h) for h in heads)
            for inner in tree.of(prep, "prep"):
                inner_heads = [h for p in tree.of(inner, "pobj") for h in tree.conjuncts(p)]
                found.extend(Argument(OBLIQUE, f"{marker} {tree.tokens[inner].lower}", h) for h in inner_heads)
        for other in tree.of(prep, "conj"):
            if tree.tokens[other].pos == "ADP":
                others = [h for p in tree.of(other, "pobj") for h in tree.conjuncts(p)]
                found.extend(Argument(OBLIQUE, tree.tokens[other].lower, h) for h in others)
    return found


def _at_the_hands(tree: Tree, prep: int) -> list[int]:
    """Return who is named in "at the hands of X"."""
    hands = [c for c in tree.of(prep, "pobj") if tree.tokens[c].lower in ("hands", "hand")]
    inner = [p for h in hands for p in tree.of(h, "prep") if tree.tokens[p].lower == "of"]
    return [h for p in inner for o in tree.of(p, "pobj") for h in tree.conjuncts(o)]


def _marker(tree: Tree, prep: int) -> str:
    words = [tree.tokens[c].lower for c in tree.children[prep] if tree.tokens[c].dep in ("pcomp", "prep")]
    lower = tree.tokens[prep].lower
    joined = f"{lower} {words[0]}" if words else lower
    return joined if joined in ("due to", "because of", "as result", "out of") else lower


def _own_subjects(tree: Tree, index: int) -> tuple[list[int], bool]:
    """Return the subject heads that stand on a verb, relative pronouns replaced, and whether they are passive ones."""
    heads: list[int] = []
    passive = False
    for child in tree.children[index]:
        token = tree.tokens[child]
        if token.dep not in _SUBJECTS:
            continue
        passive = passive or token.dep in _PASSIVE_SUBJECTS
        if token.lower in _RELATIVE and tree.tokens[index].dep in ("relcl", "acl:relcl"):
            heads.append(tree.tokens[index].head)
        else:
            heads.extend(tree.conjuncts(child))
    return heads, passive


_OPENERS = frozenset({"after", "before", "since", "until", "as"})


def _torn_subject(tree: Tree, index: int) -> int | None:
    """Return the subject that a parser took for the object of "after": "after [a strike] killed five"."""
    tokens = tree.tokens
    if tokens[index].tag not in ("VBD", "VBZ", "VBP"):
        return None
    for prep in range(index - 1, max(-1, index - TORN_REACH), -1):
        if tokens[prep].dep == "prep" and tokens[prep].lower in _OPENERS:
            for noun in tree.of(prep, "pobj"):
                return noun if tree.subtree(noun)[-1] == index - 1 else None
    return None


TORN_REACH = 12
"""Tokens from "after" to the verb of its clause, at most."""


_MEANS = frozenset({"telephone", "phone", "email", "radio", "text", "letter", "fax", "message"})
"""What somebody speaks by, and not who does it: "said by telephone"."""


def _is_passive(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    by = [c for c in tree.of(index, "agent") if not any(tree.tokens[o].lemma in _MEANS for o in tree.of(c, "pobj"))]
    if by or tree.of(index, "auxpass", "aux:pass", *_PASSIVE_SUBJECTS):
        return True
    helped = tree.of(index, "aux")
    if token.tag == "VBN" and not helped and token.dep == "relcl" and any(c < index for c in tree.of(index, "nsubj")):
        # A past tense that the tagger misread: "a figure the mayor disputed".
        return False
    if token.tag == "VBN" and not helped:
        return token.dep in ("acl", "advcl", "relcl", "ccomp", "amod", "xcomp") or (
            token.dep == "conj" and _is_passive(tree, token.head)
        )
    return any(tree.tokens[a].lemma == "get" for a in helped)


def after_comma(tree: Tree, index: int) -> bool:
    """Return whether a participle was hung on the noun before it though a comma parts them (", killing five")."""
    token = tree.tokens[index]
    return token.dep == "acl" and token.tag == "VBG" and index > 0 and tree.tokens[index - 1].text == ","


def _inherited_subjects(tree: Tree, index: int, passive: bool) -> list[int]:
    """Return the subjects that a verb takes over from the clause it hangs from."""
    token = tree.tokens[index]
    head = token.head
    if head == index:
        return []
    if after_comma(tree, index):
        governor = tree.governor(index)
        upper = tree.clause(governor) if governor is not None else None
        return list((upper.heads(AGENT) if upper.passive else upper.heads(SUBJECT)) if upper else ())
    if token.dep in ("acl", "relcl"):
        return tree.conjuncts(head) if tree.tokens[head].pos not in VERBAL else []
    if token.dep == "pcomp":
        above = tree.tokens[head].head
        if tree.tokens[above].lemma == "addition":  # "killed two in addition to wounding six"
            above = next((a for a in tree.ancestors(above) if tree.tokens[a].pos in VERBAL), above)
        if tree.tokens[above].pos not in VERBAL:
            return []
        accused = tree.tokens[above].lemma in _ACCUSING and not tree.clause(above).passive
        return list(tree.clause(above).heads(OBJECT if accused else SUBJECT))
    if tree.tokens[head].pos not in VERBAL:
        return []
    upper = tree.clause(head)
    if token.dep == "conj":
        if not passive and upper.passive and token.tag != "VBG":
            return list(upper.heads(AGENT)) if token.tag != "VBN" else list(upper.heads(SUBJECT))
        return list(upper.heads(SUBJECT))
    if token.dep == "xcomp":
        controller = upper.heads(OBJECT) if tree.tokens[head].lemma in _OBJECT_CONTROL else upper.heads(SUBJECT)
        return list(controller or upper.heads(SUBJECT))
    if token.dep in ("advcl", "ccomp", "acl") and token.tag in ("VBG", "VBN", "VB"):
        return list(upper.heads(AGENT) if upper.passive and not passive else upper.heads(SUBJECT))
    return []


_ACCUSING = frozenset(
    {"accuse", "blame", "suspect", "convict", "charge", "condemn", "criticise", "criticize", "denounce"}
)
"""Verbs whose object, not subject, does what "of" or "for" tells: "accused the militia of shelling the port"."""

_OBJECT_CONTROL = frozenset("force leave see find order ask tell urge allow enable help prompt send hear watch".split())


def _modal(tree: Tree, index: int) -> str:
    for child in tree.of(index, "aux"):
        lower = tree.tokens[child].lower
        if lower in ("will", "shall", "'ll", "’ll", "wo"):
            return "future"
        if lower in ("would", "could", "might", "may", "can", "should", "must"):
            return "conditional"
        if lower == "to" and tree.tokens[index].dep not in ("ccomp",):
            return "purpose"
    return ""


def _negated(tree: Tree, index: int) -> bool:
    return bool(tree.of(index, "neg")) or any(
        tree.tokens[c].lower in ("never", "n't", "n’t", "not") for c in tree.of(index, "advmod", "neg")
    )


def _shared_objects(tree: Tree, index: int, passive: bool) -> list[int]:
    """Return the object that a verb shares with the verb joined right after it ("killed and injured several")."""
    if passive:
        return []
    for child in tree.of(index, "conj"):
        if tree.tokens[child].pos in VERBAL and child - index <= SHARED_REACH:
            return [h for c in tree.of(child, *_OBJECTS) for h in tree.conjuncts(c)]
    return []


SHARED_REACH = 3
"""Tokens from a verb to the one that it shares its object with: "killed and then injured"."""


_PERCEIVING = frozenset(
    "see hear watch find leave keep catch show report film notice observe mean involve start stop remember imagine prevent "
    "risk include have get say describe".split()
)
"""Verbs that take a clause with a participle ("saw shells falling")."""


def _torn_participle(tree: Tree, index: int) -> tuple[int, int] | None:
    """Return a verb and the participle whose subject is the verb's object ("struck [two posts] killing five"), or ``None``.

    Without the comma a parser takes the object for the participle's subject.
    """
    token = tree.tokens[index]
    upper = token.head if token.tag == "VBG" and token.dep == "ccomp" else index
    below = [c for c in tree.of(upper, "ccomp") if tree.tokens[c].tag == "VBG" and not tree.of(c, "aux", "mark")]
    plain = tree.tokens[upper].pos in VERBAL and tree.tokens[upper].lemma not in _PERCEIVING
    if not plain or not below or tree.of(upper, "dobj") or not any(n > upper for n in tree.of(below[0], "nsubj")):
        return None
    return (upper, below[0]) if index in (upper, below[0]) else None


def _verbal(tree: Tree, index: int) -> Clause:
    token = tree.tokens[index]
    subjects, _ = _own_subjects(tree, index)
    passive = _is_passive(tree, index)
    tree.clauses[index] = Clause(index, False, ())
    if not subjects and (torn := _torn_subject(tree, index)) is not None:
        subjects = [torn]
    if not subjects:
        subjects = [s for s in _inherited_subjects(tree, index, passive) if s != index]
    parted = _torn_participle(tree, index)
    if parted is not None and parted[1] == index:
        subjects = list(_own_subjects(tree, parted[0])[0])
    objects = [h for c in tree.of(index, *_OBJECTS) for h in tree.conjuncts(c)]
    objects = objects or _shared_objects(tree, index, passive)
    if parted is not None and parted[0] == index:
        objects = [h for c in tree.of(parted[1], "nsubj") for h in tree.conjuncts(c)]
    objects += [c for c in tree.of(index, "oprd", "attr") if tree.tokens[c].pos in NOMINAL]
    if token.dep in ("relcl", "acl:relcl") and not objects and not passive and subjects != [token.head]:
        objects = [token.head]
    arguments = [Argument(SUBJECT, "", h) for h in dict.fromkeys(subjects)]
    arguments += [Argument(OBJECT, "", h) for h in dict.fromkeys(objects)]
    arguments += _obliques(tree, index)
    for particle in tree.of(index, "prt"):
        arguments += _obliques(tree, particle)
    auxiliaries = [tree.tokens[a] for a in tree.of(index, "aux", "auxpass")]
    return Clause(
        predicate=index,
        nominal=False,
        arguments=tuple(arguments),
        passive=passive,
        negated=_negated(tree, index),
        modal=_modal(tree, index),
        perfect=any(a.lower == "had" for a in auxiliaries),
        progressive=token.tag == "VBG" and any(a.lemma == "be" for a in auxiliaries),
        parent=tree.governor(index),
        relation=token.dep if token.dep in _CLAUSAL else "root",
    )


def _nominal(tree: Tree, index: int) -> Clause:
    token = tree.tokens[index]
    arguments: list[Argument] = []
    for child in tree.children[index]:
        dep = tree.tokens[child].dep
        if dep in ("compound", "amod", "nmod", "npadvmod"):
            arguments.append(Argument(MODIFIER, "", child))
        elif dep in ("poss", "nmod:poss"):
            arguments.append(Argument(POSSESSOR, "", child))
    arguments += _obliques(tree, index)
    negated = any(tree.tokens[c].lower in ("no", "without") for c in tree.children[index])
    return Clause(index, True, tuple(arguments), negated=negated, parent=tree.governor(index), relation=token.dep)
