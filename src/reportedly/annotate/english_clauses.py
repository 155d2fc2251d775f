"""Verbs that lost their subject or object to a neighbour: clauses that the parser reads as noun phrases, put right."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.annotations import Token

_HITTING: Final = frozenset("attack target shell strike hit bombard pound bomb".split())
_BY_MEANS: Final = frozenset("artillery rocket mortar missile drone shell tank gun machinegun howitzer".split())
_SITES: Final = frozenset(
    "site position post base village town point headquarters area checkpoint camp barracks gathering outpost vehicle".split()
)


def mend_means_before_target(tokens: list[Token], index: int) -> None:
    """Part weapon and target in "attacked with artillery Kurdish sites", read as one thing that it was done with."""
    verb = tokens[index]
    if verb.lemma not in _HITTING or verb.tag not in ("VBD", "VBN"):
        return
    for prep in tokens[index + 1 : index + 3]:
        hit = next((t for t in tokens if t.head == prep.index and t.dep == "pobj"), None)
        if prep.lower != "with" or prep.head != index or hit is None or hit.lemma not in _SITES:
            continue
        means = [t for t in tokens[prep.index + 1 : hit.index] if t.lemma in _BY_MEANS and t.head == hit.index]
        if means:
            tokens[means[-1].index] = replace(means[-1], dep="pobj", head=prep.index, pos="NOUN")
            tokens[hit.index] = replace(hit, dep="dobj", head=index)
            for child in tokens[prep.index + 1 : means[-1].index]:
                if child.head == hit.index:
                    tokens[child.index] = replace(child, head=means[-1].index)
            return


_TELLING: Final = frozenset(
    "attack target shell strike hit bombard bomb shoot counterattack advance clash fight storm raid capture seize "
    "ambush open launch enter withdraw retreat assault fire pound loot burn arrest abduct kidnap".split()
)
"""Verbs of which an armed subject is the doer, though a tagger reads their past as a participle."""


def mend_doers_of_clause(tokens: list[Token], index: int) -> None:
    """Make the verb in "said that Ukrainian forces counterattacked near X" one, read as forces that were attacked."""
    verb = tokens[index]
    noun = tokens[verb.head]
    if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or noun.index > index:
        return
    owned = [t for t in tokens if t.head == index and t.index != index]
    if verb.lemma not in _TELLING and not any(t.dep == "dobj" for t in owned):
        return
    marked = any(t.head == noun.index and t.dep == "mark" for t in tokens)
    if noun.dep not in ("ccomp", "advcl") or noun.pos not in ("NOUN", "PROPN") or not marked:
        return
    if any(t.dep in ("agent", "aux", "auxpass", "mark") for t in owned):
        return
    tokens[index] = replace(verb, tag="VBD", dep=noun.dep, head=noun.head)
    tokens[noun.index] = replace(noun, dep="nsubj", head=index)
    for child in tokens:
        if child.head == noun.index and (child.index > index or child.dep == "mark"):
            hit = child.dep == "appos" and not any(t.dep == "dobj" for t in owned)
            tokens[child.index] = replace(child, head=index, dep="dobj" if hit else child.dep)


def mend_second_subject(tokens: list[Token], index: int) -> None:
    """Give "came" its subject in "jets carried out 14 strikes, and 60 villages came under fire", read as an object more."""
    verb = tokens[index]
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBZ", "VBP") or verb.head > index:
        return
    first = tokens[verb.head]
    if any(t.head == index and t.dep in ("nsubj", "nsubjpass") for t in tokens):
        return
    links = [t for t in tokens[first.index : index] if t.dep == "cc" and t.head == first.index]
    if not links or tokens[links[-1].index - 1].text != ",":
        return
    link = links[-1].index
    nouns = [t for t in tokens[link:index] if t.head == first.index and t.dep == "dobj"]
    others = [t for t in tokens[first.index : link] if t.head == first.index and t.dep == "dobj"]
    if len(nouns) == 1 and others:
        tokens[nouns[0].index] = replace(nouns[0], dep="nsubj", head=index)


def mend_as_clause(tokens: list[Token], index: int) -> None:
    """Make a clause of "as the attack left 17 injured", read as a noun phrase ("as the attack that was left")."""
    verb = tokens[index]
    noun = tokens[verb.head]
    opener = tokens[noun.head]
    if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or noun.dep != "pobj" or opener.lower != "as":
        return
    owned = [t for t in tokens if t.head == index and t.index != index]
    if not any(t.dep == "dobj" for t in owned) or any(t.dep in ("agent", "aux", "auxpass") for t in owned):
        return
    above = tokens[opener.head]
    above = tokens[above.head] if above.dep == "xcomp" else above
    tokens[index] = replace(verb, tag="VBD", dep="advcl", head=above.index)
    tokens[noun.index] = replace(noun, dep="nsubj", head=index)
    tokens[opener.index] = replace(opener, dep="mark", pos="SCONJ", head=index)


def mend_counted_out_of(tokens: list[Token], index: int) -> None:
    """Make "14" what "shot down 14 of 17 drones" tells of, read as a measure."""
    count = tokens[index]
    verb = tokens[count.head]
    if count.tag != "CD" or count.dep != "npadvmod" or verb.index > index or not verb.tag.startswith("VB"):
        return
    of = any(t.head == index and t.dep == "prep" and t.lower == "of" for t in tokens)
    if of and not any(t.head == verb.index and t.dep in ("dobj", "nsubjpass") for t in tokens):
        tokens[index] = replace(count, dep="dobj")


DRESSING: Final = frozenset("disguise dress pose masquerade clothe".split())
"""Verbs that tell what somebody is made to look like."""


def mend_disguise(tokens: list[Token], index: int) -> None:
    """Give "killed" its doer in "commandos disguised as medics killed three", read as medics who killed."""
    verb = tokens[index]
    dressed = tokens[verb.head]
    if verb.dep != "advcl" or dressed.dep != "acl" or dressed.lemma not in DRESSING or verb.tag not in ("VBD", "VBN"):
        return
    opener = next((t for t in tokens if t.head == index and t.dep == "mark" and t.lower == "as"), None)
    looks = next((t for t in tokens if t.head == index and t.dep == "nsubj"), None)
    if opener is None or looks is None or opener.index != dressed.index + 1:
        return
    doer = tokens[dressed.head]
    tokens[index] = replace(verb, tag="VBD", dep=doer.dep, head=index if doer.dep == "ROOT" else doer.head)
    tokens[doer.index] = replace(doer, dep="nsubj", head=index)
    tokens[opener.index] = replace(opener, dep="prep", pos="ADP", head=dressed.index)
    tokens[looks.index] = replace(looks, dep="pobj", head=opener.index)
    for child in tokens[index:]:
        if child.head == doer.index and child.index != index:
            tokens[child.index] = replace(child, head=index)


def mend_across_semicolon(tokens: list[Token], index: int) -> None:
    """Hang "according to X" from the clause before a semicolon, where it stands, and not from the one after it."""
    token = tokens[index]
    if token.dep not in ("prep", "advmod", "npadvmod") or token.head < index:
        return
    mark = next((t.index for t in tokens[index : token.head] if t.text == ";"), None)
    if mark is None:
        return
    above = tokens[token.head]
    while above.index > mark and above.dep != "ROOT":
        above = tokens[above.head]
    if above.index < index and above.pos in ("VERB", "AUX"):
        tokens[index] = replace(token, head=above.index)


def mend_complement(tokens: list[Token], index: int) -> None:
    """Call what "be" links a complement: "the rest were IS fighters", read as an object."""
    token = tokens[index]
    if token.dep == "dobj" and tokens[token.head].lemma == "be" and token.head < index:
        tokens[index] = replace(token, dep="attr")


def mend_two_subjects(tokens: list[Token], index: int) -> None:
    """Make a verb of "targeted" in "The force targeted two clinics, a monitor said", read as a force that was targeted."""
    verb = tokens[index]
    noun = tokens[verb.head]
    above = tokens[noun.head]
    if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or noun.dep != "nsubj" or noun.index > index:
        return
    owned = [t for t in tokens if t.head == index and t.index != index]
    if not any(t.dep == "dobj" for t in owned) or any(t.dep in ("agent", "aux", "auxpass") for t in owned):
        return
    other = any(t.dep == "nsubj" and t.head == above.index and index < t.index < above.index for t in tokens)
    if not other or not above.tag.startswith("VB"):
        return
    tokens[index] = replace(verb, tag="VBD", dep="ccomp", head=above.index)
    tokens[noun.index] = replace(noun, head=index)


def mend_object_in_subject(tokens: list[Token], index: int) -> None:
    """Give "blew up" its object in "the X blew up a bridge and Y fighters shot two men", read as part of "Y fighters"."""
    hit = tokens[index]
    subject = tokens[hit.head]
    if hit.dep != "nmod" or hit.pos not in ("NOUN", "PROPN") or subject.dep != "nsubj" or subject.index < index:
        return
    later = tokens[subject.head]
    first = tokens[later.head]
    link = next((t for t in tokens[index + 1 : subject.index] if t.dep == "cc" and t.head == index), None)
    if later.dep != "conj" or first.index > index or link is None:
        return
    if any(t.head == first.index and t.dep == "dobj" for t in tokens):
        return
    tokens[index] = replace(hit, dep="dobj", head=first.index)
    tokens[link.index] = replace(link, head=first.index)
    for token in tokens[link.index + 1 : subject.index]:
        if token.head == index and token.dep == "conj":
            tokens[token.index] = replace(token, dep="compound", head=subject.index)
    for token in tokens[first.index + 1 : index]:
        if token.head == subject.index and token.dep == "det":
            tokens[token.index] = replace(token, head=index)


def mend_subject_before_verb(tokens: list[Token], index: int) -> None:
    """Make "rebels" who killed in "shelled X on 3 May and rebels killed two men", read as a part of the day or of X."""
    verb, noun = tokens[index], tokens[index - 1]
    first = tokens[verb.head]
    if verb.dep != "conj" or verb.tag != "VBD" or first.index > index or noun.tag != "NNS":
        return
    if any(t.head == index and t.dep in ("nsubj", "nsubjpass") for t in tokens) or noun.dep not in ("pobj", "conj"):
        return
    start = index - 1
    while start > 0 and tokens[start - 1].head == noun.index and tokens[start - 1].dep in ("det", "amod", "nummod"):
        start -= 1
    link = tokens[start - 1]
    whole = tokens[noun.head] if noun.dep == "conj" else tokens[link.head]
    if (
        link.dep != "cc"
        or link.head not in (whole.index, noun.index)
        or not any(t.head == index and t.dep == "dobj" for t in tokens)
    ):
        return
    if noun.dep == "pobj" and not (whole.head == noun.index and whole.index < link.index):
        return
    if noun.dep == "pobj":
        tokens[whole.index] = replace(whole, dep="pobj", head=noun.head)
        for token in tokens[noun.head + 1 : whole.index]:
            if token.head == noun.index:
                tokens[token.index] = replace(token, head=whole.index)
    tokens[link.index] = replace(link, head=first.index)
    tokens[noun.index] = replace(noun, dep="nsubj", head=index)
