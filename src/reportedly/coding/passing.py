"""Places that a sentence names only on the way: the hospital that the hurt were taken to, the town a convoy was bound for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.annotations import ActorMention, PlaceMention, Token, Tree
from reportedly.capitals import capitals


def seat_of_speaker(tree: Tree, place: PlaceMention, actors: Sequence[ActorMention]) -> bool:
    """Return whether a capital only says whose ministry or army speaks ("Kyiv's defence ministry said ...")."""
    country = place.value.country
    if country is None or capitals().get(country) != place.value.gazetteer_name:
        return False
    owner = next((a for a in actors if a.first <= place.first and place.last < a.last), None)
    if owner is None or owner.kind == "civilians":
        return False
    return any(tree.tokens[i].dep == "nsubj" and owner.first <= i for i in (owner.head, owner.last))


_HOSPITALS: Final = frozenset(
    {"hospital", "clinic", "morgue", "mortuary", "infirmary", "treatment", "hospitals", "clinics", "facility"}
)
_CARRYING: Final = frozenset(
    "take rush transport transfer evacuate move shift airlift bring admit refer send carry treat die deliver fly ferry "
    "succumb receive hospitalise hospitalize arrive recover ship".split()
)
"""Verbs whose hospital says where the hurt were brought, not where they were hurt."""

_BOUND: Final = frozenset({"bound", "headed", "destined", "heading"})
_STRUCK: Final = frozenset({"hit", "strike", "bomb", "shell", "attack", "storm", "raid", "target"})


def in_passing(tree: Tree, place: PlaceMention) -> bool:
    """Return whether a place is no place of a deed told in its sentence."""
    tokens = tree.tokens
    chain = [tokens[place.last], *(tokens[a] for a in tree.ancestors(place.last))]
    named = _of_a_paper(tree, place) or _names_a_sea(tree, place) or _seat_of_body(tree, chain)
    return named or _of_a_hospital(tree, chain) or _destination(chain)


_BODIES: Final = frozenset(
    "organization organisation group monitor network watchdog observatory agency outlet funding ngo".split()
)
"""Words for who tells of deeds from where it is based."""


def _seat_of_body(tree: Tree, chain: list[Token]) -> bool:
    """Return whether a place is where a monitor or an outlet is based."""
    seats = [t for t in chain[:6] if t.lemma == "base" and t.dep == "acl"]
    return any(tree.tokens[t.head].lemma in _BODIES for t in seats)


_WATERS: Final = frozenset({"Gulf", "Bay", "Strait", "Straits", "Sea"})


def _names_a_sea(tree: Tree, place: PlaceMention) -> bool:
    """Return whether a town or country only names waters ("a tanker in the Gulf of Aden")."""
    before = [t.text for t in tree.tokens[max(0, place.first - 2) : place.first]]
    return len(before) == 2 and before[0] in _WATERS and before[1] == "of"


_PAPERS: Final = frozenset(
    "Herald Times Post Tribune Gazette Observer Chronicle Guardian Standard Telegraph Mirror Journal Nation "
    "Today Now Television TV Radio Broadcasting Wire Newsroom".split()
)
"""Last words of the names of outlets ("told the Sudan Herald")."""


def _of_a_paper(tree: Tree, place: PlaceMention) -> bool:
    """Return whether a place is the first word of an outlet's name."""
    after = tree.tokens[place.last + 1] if place.last + 1 < len(tree.tokens) else None
    return after is not None and after.text in _PAPERS and after.tag in ("NNP", "NNPS")


def _of_a_hospital(tree: Tree, chain: list[Token]) -> bool:
    for at, token in enumerate(chain):
        if token.lemma in _STRUCK and token.pos == "VERB":
            return False
        if token.lemma in _CARRYING and token.pos in ("VERB", "AUX"):
            preps = [p for p in tree.of(token.index, "prep") if tree.tokens[p].lower in ("to", "at", "in")]
            brought = [tree.tokens[o] for p in preps for o in tree.of(p, "pobj")]
            return any(t.lemma in _HOSPITALS for t in [*chain[:at], *brought])
    return False


def _destination(chain: list[Token]) -> bool:
    return any(t.lower in _BOUND and t.dep == "acl" for t in chain[:6])


_WORKS: Final = frozenset(
    "novel film movie play drama poem painting mural opera musical sitcom thriller comic cartoon".split()
)
_DEPICTING: Final = frozenset(
    "tell show depict portray follow recount dramatise dramatize open chronicle centre center".split()
)
"""Verbs of which a work of art is the subject."""


def in_a_work(tokens: Sequence[Token]) -> bool:
    """Return whether a novel, a film or a painting tells what a sentence tells."""
    subjects = (t for t in tokens if t.lemma in _WORKS and t.dep == "nsubj")
    return any(tokens[t.head].lemma in _DEPICTING and tokens[t.head].tag != "VBN" for t in subjects)
