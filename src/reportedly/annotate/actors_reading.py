"""What a phrase was read as, and what all readings share."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import Actor, State
from reportedly.annotate.actors_phrases import CARRIERS, Phrase

_ORDER = (
    "soldier",
    "civil",
    "police",
    "air",
    "force",
    "claimant",
    "fighter",
    "rebel",
    "label",
    "group",
    "government",
    "member",
)
_PEOPLE = frozenset(
    "troops commandos paratroopers rebels rebel terrorists terrorist mercenaries illegals marines policemen "
    "policeman".split()
) | {"border guards", "police officers"}


_BODIES = (" station", " patrol", " vehicle", " force", " forces", "police unit")
_PERSONS = ("men", "man", "officers", "officer", "agents", "operatives", "detectives")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase was read as.

    ``wants`` asks the report for an antecedent: ``group`` for any, ``armed`` for an armed group, ``force`` for an army,
    ``coalition`` for a body of that title,
    ``proxies`` for a state whose proxies they are, ``owner`` for whom ``its`` points to, ``occupier`` for a foreign
    army; ``!`` at the end that without one the phrase is about nobody. ``organ`` is the arm of a state that is meant.
    """

    actor: Actor
    generic: bool = False
    label: bool = False
    personal: bool = False
    claims: bool = False
    metonym: bool = False
    weapon_owner: bool = False
    wants: str = ""
    organ: str = ""


def class_of(item: Item) -> str:
    """Return the class that a word of several takes, the most telling one."""
    return next((c for c in _ORDER if c in item.classes), "")


def is_personal(phrase: Phrase) -> bool:
    """Return True where a phrase means members or persons, not the organisation."""
    nouns = [n for n in (*phrase.nouns, *phrase.before) if not n.classes <= CARRIERS]
    own = [n for n in phrase.nouns if n in nouns] or (nouns if phrase.head is not None else [])
    return any(n.classes & {"soldier", "fighter", "member", "civil"} or _are_people(n) for n in own)


def _are_people(noun: Item) -> bool:
    """Return True for words of the classes of forces and police that mean persons."""
    word = noun.text
    if noun.text in _PEOPLE or "police" not in noun.classes:
        return noun.text in _PEOPLE
    return word.endswith(_PERSONS) or (word.startswith("police ") and not word.endswith(_BODIES))


def short_name(state: State) -> str:
    """Return a state's name as it stands before ``-backed``."""
    return {"US": "US", "AE": "UAE", "GB": "UK"}.get(state.iso, state.adjective)
