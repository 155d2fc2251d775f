"""Deeds that somebody is arrested, accused or sought for: others than the arrest, and not done by those who arrest."""

from __future__ import annotations

from typing import Final

from reportedly.coding.reading import Reading

_ACCUSED: Final = frozenset(
    "accuse suspect charge convict want indict implicate acquit accused suspected wanted".split()
)
"""Words beside a person that say what for ("a teacher accused of the rape of", «متهم بقتل»)."""

_ALLEGING: Final = frozenset("suspicion charge accusation allegation pretext".split())
"""Nouns between an arrest and what those arrested may have done ("on suspicion of rape")."""

_GROUNDS: Final = _ALLEGING | frozenset(
    "suspect perpetrator culprit mastermind murderer killer connection involvement complicity role part background "
    "investigation case offence offense crime".split()
)
"""Nouns between an arrest and the deed that it is about ("in connection with", "a suspect in", «على خلفية»)."""

_ON_ACCOUNT_OF: Final = frozenset({"for", "over"})

_SEIZING: Final = frozenset(
    "arrest detain jail imprison apprehend capture seize convict sentence try indict charge prosecute extradite hang".split()
)
"""Verbs and nouns after which such a preposition names the grounds."""


def charged(reading: Reading, index: int) -> bool:
    """Return whether a deed is what somebody is arrested, accused or sought for."""
    return _bond(reading, index) is not None


def alleged(reading: Reading, index: int) -> bool:
    """Return whether nobody but an accusation says that the deed took place ("accused of the rape of two pupils")."""
    bond = _bond(reading, index)
    return bond is not None and reading.tokens[bond].lemma in _ACCUSED | _ALLEGING


def _bond(reading: Reading, index: int) -> int | None:
    """Return the token that makes a deed the grounds of an arrest or a charge, or ``None``."""
    tokens = reading.tokens
    below = index
    for above in reading.tree.ancestors(index):
        token, under = tokens[above], tokens[below]
        person = token.dep in ("acl", "amod") or not reading.is_verb(above)
        if under.dep == "prep" and token.lemma in _ACCUSED and person:
            return above
        if under.dep == "prep" and token.lemma in _GROUNDS and not reading.is_verb(above):
            return above if _of_arrest(reading, above) else None
        if under.dep == "prep" and _seizes(reading, above) and _grounds_before(reading, below):
            return below
        if under.dep == "prep" and under.lower in _ON_ACCOUNT_OF:
            return below if _seizes(reading, above) or _seizes(reading, token.head) else None
        if reading.is_verb(above):
            return None
        below = above
    return None


def _seizes(reading: Reading, index: int) -> bool:
    return reading.tokens[index].lemma in _SEIZING


def _grounds_before(reading: Reading, prep: int) -> bool:
    """Return whether such a noun stands before a preposition that hangs on the arrest ("arrested a suspect in the killing")."""
    before = [t for t in reading.tokens[max(0, prep - 2) : prep] if t.pos != "ADV"]
    return bool(before) and before[-1].lemma in _GROUNDS | _ACCUSED


def _of_arrest(reading: Reading, index: int) -> bool:
    """Return whether such a noun stands by an arrest or is the one arrested."""
    return any(_seizes(reading, a) for a in reading.tree.ancestors(index))
