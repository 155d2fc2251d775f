"""Trees of tolls and of items of digests that the parser gets wrong in one known way each, put right."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.annotate.english_tree import TOLLS, below
from reportedly.annotations import Token


def mend_tolls(tokens: list[Token], index: int) -> None:
    """Put right what goes wrong at a token: a label before a colon, and tolls that stand side by side."""
    told_after_colon(tokens, index)
    _comma_lost(tokens, index)
    _dead_and_hurt(tokens, index)
    _said_together(tokens, index)
    _harmed_elsewhere(tokens, index)
    _earlier_toll(tokens, index)
    _number_after_its_verb(tokens, index)
    _subject_of_its_own(tokens, index)
    _among_them(tokens, index)
    _number_of_hurt(tokens, index)
    _passive_as_the_first(tokens, index)
    _dead_before_speaker(tokens, index)
    _and_others(tokens, index)
    _hurt_besides(tokens, index)


def _passive_as_the_first(tokens: list[Token], index: int) -> None:
    """Make "eight" who was taken in "twelve were shot dead and eight abducted", read as who abducts."""
    number, verb = tokens[index], tokens[tokens[index].head]
    first = tokens[verb.head]
    if number.tag != "CD" or number.dep != "nsubj" or verb.tag not in ("VBN", "VBD") or verb.dep != "conj":
        return
    owned = [t.dep for t in tokens if t.head == verb.index]
    passive = any(t.head == first.index and t.dep == "auxpass" for t in tokens)
    if passive and verb.index == index + 1 and "dobj" not in owned and "aux" not in owned:
        tokens[index] = replace(number, dep="nsubjpass")
        tokens[verb.index] = replace(verb, tag="VBN")


def _dead_before_speaker(tokens: list[Token], index: int) -> None:
    """Make "ten civilians" whom "killing ten civilians activist group X said" tells of, read as part of the speaker's name."""
    verb = tokens[index]
    if (
        verb.lemma not in TOLLS
        or verb.tag not in ("VBG", "VBD")
        or any(t.head == index and t.dep in ("dobj", "auxpass") for t in tokens)
    ):
        return
    for people in tokens[index + 2 : index + 6]:
        speaker = tokens[people.head]
        counted = any(t.head == people.index and t.dep == "nummod" for t in tokens[index + 1 : people.index])
        if people.tag != "NNS" or not counted or people.dep not in ("nmod", "compound") or speaker.index < people.index:
            continue
        if all(below(tokens, t.index, people.index) for t in tokens[index + 1 : people.index]):
            tokens[people.index] = replace(people, dep="dobj", head=index)
            return


def _and_others(tokens: list[Token], index: int) -> None:
    """Join "17 others" to those killed in "killing the cleric X and at least 17 others", read as joined to the verb."""
    others = tokens[index]
    verb = tokens[others.head]
    if others.dep != "conj" or others.tag != "NNS" or verb.lemma not in TOLLS or not verb.tag.startswith("VB"):
        return
    counted = any(t.head == index and t.dep == "nummod" for t in tokens)
    hit = next((t for t in tokens[verb.index : index] if t.head == verb.index and t.dep == "dobj"), None)
    if counted and hit is not None and not any(t.head == index and t.dep in ("nsubj", "relcl") for t in tokens):
        tokens[index] = replace(others, head=hit.index)


def _hurt_besides(tokens: list[Token], index: int) -> None:
    """Make "75 others" who were hurt in "left six dead, and 75 others injured, mostly women", read as who hurt women."""
    verb = tokens[index]
    hurt = verb.lemma in TOLLS and verb.tag == "VBN" and verb.dep == "conj" and tokens[verb.head].lemma == "leave"
    if not hurt or index + 1 >= len(tokens) or tokens[index + 1].text != ",":
        return
    others = next((t for t in tokens[:index] if t.head == index and t.dep == "nsubj"), None)
    told = next((t for t in tokens[index + 1 :] if t.head == index and t.dep == "dobj"), None)
    if others is not None and told is not None and any(t.head == others.index and t.dep == "nummod" for t in tokens):
        tokens[others.index] = replace(others, dep="nsubjpass")
        tokens[told.index] = replace(told, dep="appos", head=others.index)


def _among_them(tokens: list[Token], index: int) -> None:
    """Make a part of "ten women and three infants" in "killing 70 people, among them ten women and three infants"."""
    among, them = tokens[index], tokens[index + 1]
    if among.lower != "among" or them.lower != "them" or them.head != index:
        return
    part = next((t for t in tokens[index + 2 :] if t.head == among.head and t.dep == "dobj"), None)
    whole = any(t.head == among.head and t.dep in ("dobj", "nsubjpass") for t in tokens[:index])
    if (
        part is not None
        and whole
        and any(t.dep == "nummod" and t.head == part.index for t in tokens[index : part.index])
    ):
        tokens[part.index] = replace(part, dep="pobj", head=index)


def _number_of_hurt(tokens: list[Token], index: int) -> None:
    """Let "three wounded" in "left 12 inmates dead and three wounded" be three, read as wounded inmates."""
    number, hurt = tokens[index], tokens[index + 1]
    if (
        number.tag == "CD"
        and number.dep == "conj"
        and hurt.lemma in TOLLS
        and hurt.dep == "amod"
        and hurt.head == index
    ):
        tokens[hurt.index] = replace(hurt, dep="acl", tag="VBN")


def _earlier_toll(tokens: list[Token], index: int) -> None:
    """Leave "2 killed" out of those whom "2 killed, 5 wounded" tells as wounded, read as two subjects of one verb."""
    first, told = tokens[index], tokens[index + 1]
    verb = tokens[first.head]
    if not first.dep.startswith("nsubj") or verb.lemma not in TOLLS or told.lemma not in TOLLS or told.head != index:
        return
    if any(t.head == verb.index and t.dep.startswith("nsubj") and index + 1 < t.index < verb.index for t in tokens):
        tokens[index] = replace(first, dep="dep")


def _harmed_elsewhere(tokens: list[Token], index: int) -> None:
    """Make "six wounded in B" a clause in "four were killed in A and six wounded in B", read as six joined to A."""
    number, harmed = tokens[index], tokens[index + 1]
    place = tokens[number.head]
    if number.tag != "CD" or number.dep != "conj" or harmed.lemma not in TOLLS:
        return
    verb = place
    while verb.head != verb.index and verb.lemma not in TOLLS:
        verb = tokens[verb.head]
    hung = harmed.head in (index, place.index, verb.index) and harmed.dep in ("acl", "advcl", "conj")
    if not hung or place.tag != "NNP" or verb.lemma not in TOLLS or verb.index > place.index:
        return
    tokens[harmed.index] = replace(harmed, dep="conj", head=verb.index)
    tokens[index] = replace(number, dep="nsubjpass", head=harmed.index)
    for token in tokens[place.index : index]:
        if token.dep == "cc" and token.head == place.index:
            tokens[token.index] = replace(token, head=verb.index)


def _said_together(tokens: list[Token], index: int) -> None:
    """Join the two clauses of "two were killed and six injured when X, police said", read as two things said."""
    first, said = tokens[index], tokens[tokens[index].head]
    if first.dep != "ccomp" or first.pos != "VERB":
        return
    joint = next((t for t in tokens if t.head == index and t.dep == "cc" and t.index > index), None)
    later = [t for t in tokens if t.head == said.index and t.dep == "ccomp" and t.pos == "VERB" and t.index > index]
    if joint is not None and later and joint.index < later[0].index:
        tokens[later[0].index] = replace(later[0], dep="conj", head=index)


LABEL: Final = 6
"""Tokens of a label before a colon, at most ("Stanislav (Kherson region): a house was hit")."""


def told_after_colon(tokens: list[Token], index: int) -> None:
    """Make the clause after "Goma:" the sentence, read as a clause about Goma."""
    if index >= LABEL or tokens[index + 1].text != ":" or any(t.pos in ("VERB", "AUX") for t in tokens[: index + 1]):
        return
    label = next((t for t in tokens[: index + 1] if t.head == t.index), None)
    if label is None:
        return
    below = [t for t in tokens if t.head == label.index and t.index > index + 1]
    told = next((t for t in below if t.pos == "VERB" and t.dep in ("acl", "appos", "relcl", "advcl", "dep")), None)
    if told is None or not any(t.head == told.index and t.dep in ("nsubj", "nsubjpass") for t in tokens):
        return
    tokens[told.index] = replace(told, dep="ROOT", head=told.index)
    tokens[label.index] = replace(label, dep="dep", head=told.index)
    for token in below:
        if token.index != told.index:
            tokens[token.index] = replace(token, head=told.index)


def _number_after_its_verb(tokens: list[Token], index: int) -> None:
    """Make "21" whom "killed 21 and 14 were hurt" tells as killed, read as a subject with the 14."""
    verb, number = tokens[index], tokens[index + 1]
    later = tokens[number.head]
    if verb.lemma not in TOLLS or number.tag != "CD" or not number.dep.startswith("nsubj") or later.head != index:
        return
    joint = next((t for t in tokens if t.head == number.index and t.dep == "cc"), None)
    joined = [t for t in tokens if t.head == number.index and t.dep == "conj" and t.index < later.index]
    if joint is None or not joined or any(t.head == index and t.dep in ("dobj", "auxpass") for t in tokens):
        return
    subject = joined[-1]
    for token in joined[:-1]:
        tokens[token.index] = replace(token, dep="nummod", head=subject.index)
    tokens[number.index] = replace(number, dep="dobj", head=index)
    tokens[joint.index] = replace(joint, head=index)
    tokens[subject.index] = replace(subject, dep=number.dep, head=later.index)
    tokens[later.index] = replace(later, dep="conj")


def _subject_of_its_own(tokens: list[Token], index: int) -> None:
    """Make "14 more" who were hurt in "killed 21 and 14 more were hurt", read as more of those killed."""
    last, be = tokens[index], tokens[index + 1]
    verb = tokens[be.head]
    if be.dep not in ("auxpass", "aux") or be.lower not in ("was", "were") or verb.dep != "conj" or verb.index <= index:
        return
    if any(t.head == verb.index and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens):
        return
    while last.dep not in ("conj", "dobj", "ROOT") and last.head <= index:
        last = tokens[last.head]
    above = tokens[last.head]
    joint = next(
        (t for t in tokens if t.head == above.index and t.dep == "cc" and above.index < t.index < last.index), None
    )
    if last.dep != "conj" or joint is None or not below(tokens, above.index, verb.head):
        return
    tokens[last.index] = replace(last, dep="nsubjpass" if be.dep == "auxpass" else "nsubj", head=verb.index)
    tokens[joint.index] = replace(joint, head=verb.head)


def _dead_and_hurt(tokens: list[Token], index: int) -> None:
    """Make two numbers of "12 dead, 30 injured in a blast", read as one."""
    number, told = tokens[index], tokens[index + 1]
    other = tokens[number.head]
    if number.tag != "CD" or number.dep != "nummod" or other.tag != "CD" or other.index <= told.index:
        return
    if told.head == index and told.dep in ("amod", "acl"):
        home = index if other.head == other.index else other.head
        tokens[index] = replace(number, dep=other.dep, head=home)
        tokens[other.index] = replace(other, dep="appos", head=index)


def _comma_lost(tokens: list[Token], index: int) -> None:
    """Hang a toll from the deed in "bombed the town of Saraqib killing five", read as what Saraqib does."""
    toll, before = tokens[index], tokens[index - 1]
    if not index or toll.tag != "VBG" or toll.lemma not in TOLLS or before.pos not in ("NOUN", "PROPN"):
        return
    verb, above = _verb_above(tokens, toll), tokens[toll.head]
    joined = {index, *(t.index for t in tokens if t.head == index and t.dep == "conj")}
    if verb is None or verb.index > index or not any(t.head in joined and t.dep == "dobj" for t in tokens):
        return
    owner = tokens[before.index]
    while owner.dep == "compound" and owner.head < index and owner.head != owner.index:
        owner = tokens[owner.head]
    subject = owner.head == index and owner.dep in ("nsubj", "compound")
    whole = tokens[above.head].lower
    local = above.lower in _INTO_PLACES or (above.lower == "of" and whole in _PARTED)
    if toll.dep == "pcomp" and above.dep == "prep" and subject and local:
        tokens[owner.index] = replace(owner, dep="pobj", head=above.index)
    elif toll.dep == "ccomp" and above.index == verb.index and subject and verb.tag in ("VBD", "VBZ", "VBP"):
        tokens[owner.index] = replace(owner, dep="dobj", head=verb.index)
    elif toll.dep not in ("acl", "xcomp") or above.pos not in ("NOUN", "PROPN") or above.index < verb.index:
        return
    tokens[index] = replace(toll, dep="advcl", head=verb.index)


_INTO_PLACES: Final = frozenset("in at near on around outside inside over".split())
_PARTED: Final = frozenset(
    "town city village district countryside outskirts suburb suburbs province neighborhood neighbourhood area camp "
    "governorate region part parts north south east west".split()
)
"""Words whose "of" names a place, unlike "reports of the army killing Syrians"."""


def _verb_above(tokens: list[Token], token: Token) -> Token | None:
    """Return the nearest verb above a token."""
    for _ in tokens:
        if token.head == token.index:
            return None
        token = tokens[token.head]
        if token.pos == "VERB" and token.text.islower() and not token.text.startswith("al-"):
            return token
    return None
