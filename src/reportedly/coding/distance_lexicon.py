"""The lexicon of ``resources/en/distance.toml``: cues of an outlet's distance, labels that it puts in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.coding.wording import compile_phrases
from reportedly.errors import LexiconError
from reportedly.resources import load_toml

KINDS = ("no evidence", "doubt word", "scare quotes")
REACHES = ("statement", "told", "phrase", "name", "after")


@dataclass(frozen=True, slots=True)
class DistanceCue:
    """A cue: its kind of distance, how far it reaches, whether it counts in the outlet's own voice alone, its phrases.

    One of its ``keys`` is in every phrase. In a phrase that names a group ``cue``, that group is the cue.
    """

    name: str
    keys: frozenset[str]
    kind: str
    reach: str
    own: bool
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class DistanceLexicon:
    """Cues, and words about quotation marks.

    Attributes:
        cues: The cues.
        labels: Words that, in quotation marks, show distance even where the sentence reports somebody's words.
        judgement: Words that, in quotation marks, are a speaker's opinion.
        saying: Verbs (lemmas) in whose complement a claimant speaks.
        naming: Verbs that give a name or a label.
        uttering: Verbs right after which quotation marks quote.
    """

    cues: tuple[DistanceCue, ...]
    labels: frozenset[str]
    judgement: frozenset[str]
    saying: frozenset[str]
    naming: frozenset[str]
    uttering: frozenset[str]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words of which every cue has one."""
        return frozenset(key for cue in self.cues for key in cue.keys)


@cache
def load_distance(language: str = "en") -> DistanceLexicon:
    """Return the lexicon of a language.

    Raises:
        LexiconError: The file is missing or malformed, or a cue has an unknown kind or reach.
    """
    name = f"{language}/distance.toml"
    table = load_toml(name)
    for cue in table["cue"]:
        if cue["kind"] not in KINDS or cue["reach"] not in REACHES:
            raise LexiconError(f"resources/{name}: bad kind or reach in {cue['name']}")
    return DistanceLexicon(
        cues=tuple(
            DistanceCue(
                cue["name"],
                frozenset(cue["keys"]),
                cue["kind"],
                cue["reach"],
                cue.get("own", False),
                tuple(compile_phrases([phrase], table["words"]) for phrase in cue["phrases"]),
            )
            for cue in table["cue"]
        ),
        labels=frozenset(word for label in table["label"] for word in label["words"]),
        judgement=frozenset(table["judgement"]["words"]),
        saying=frozenset(table["verbs"]["saying"]),
        naming=frozenset(table["verbs"]["naming"]),
        uttering=frozenset(table["verbs"]["uttering"]),
    )
