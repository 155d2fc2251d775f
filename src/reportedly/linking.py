"""The linker that a run uses, behind the seam that ``Linker`` is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol

from reportedly.errors import LexiconError
from reportedly.incidents import Incident, Linked
from reportedly.link import (
    Weights,
    index_keys,
    link,
    lookup_keys,
    profile,
    read_weights,
    shipped_weights,
    summarise,
)
from reportedly.records import Mention, content_id
from reportedly.resources import code_fingerprint, fingerprint, lexicon_names, load_toml

Pairs = Sequence[tuple[str, str]]


class Linker(Protocol):
    """Finds the mentions that tell one event, and sums them up."""

    @property
    def fingerprint(self) -> str:
        """Hash of all that decides what is linked: by another one, everything is linked anew."""

    def stored_under(self, mention: Mention) -> Iterable[str]:
        """Return the keys under which a new mention finds this one."""

    def asks_for(self, mention: Mention) -> Iterable[str]:
        """Return the keys by which this mention, if new, finds all that it may be joined with."""

    def link(self, mentions: Sequence[Mention], must: Pairs, cannot: Pairs) -> Linked:
        """Return the clusters of ``mentions``, with the groups that are to be linked as a whole.

        Args:
            mentions: Those of status ``event``, judgements applied, by their ids: all of the store, or a part of it that
                holds whole groups and all that what changed asks for.
            must: Pairs that are one event.
            cannot: Pairs that are not.
        """

    def incident(self, mentions: Sequence[Mention], texts: Mapping[str, str]) -> Incident:
        """Return the summary of one cluster.

        Args:
            mentions: The cluster, by their ids.
            texts: The reports' texts by report id, to tell copies; empty for a cluster of one report.
        """


def parsed_weights(text: str, where: str, older: bool = False) -> Weights:
    """Return the weights of a TOML table.

    Args:
        text: The table.
        where: What an error names.
        older: True for a table that an earlier version may have taken: a level that it lacks weighs as shipped.

    Raises:
        LexiconError: It is malformed; the message says where.
    """
    try:
        return read_weights(tomllib.loads(text), where, shipped_weights().levels if older else None)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: no TOML: {error}") from error


@cache
def _names_of_actors() -> dict[str, str]:
    """Return the neutral names of actors by all that they are called in either language, in lower case."""
    found: dict[str, str] = {}
    for file in lexicon_names():
        if not file.endswith("actors.toml") and not file.startswith("actors/"):
            continue
        if file in ("actors/claimants.toml", "actors/homes.toml") or not file.endswith(".toml"):
            continue
        for group in load_toml(file).get("group", ()):
            for raw in group.get("actors", ()):
                neutral = raw.get("neutral", raw["name"])
                for name in (raw["name"], *raw.get("aliases", ()), *raw.get("translit", ()), *raw.get("local", ())):
                    found.setdefault(name.casefold(), neutral)
    return found


def neutral_actor(name: str) -> str | None:
    """Return the neutral name of the actor that is called so, in English or Arabic, ``None`` where none is."""
    return _names_of_actors().get(" ".join(name.split()).casefold())


def actors_meant(words: str) -> tuple[str, ...]:
    """Return the neutral names of the actors that words mean, sorted: by a name in either script, or whole words of one."""
    wanted = " ".join(words.split()).casefold()
    neutral = neutral_actor(wanted)
    if neutral is not None or not wanted:
        return () if neutral is None else (neutral,)
    inside = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    return tuple(sorted({found for name, found in _names_of_actors().items() if inside.search(name)}))


LINKING = ("link", "edtf.py", "incidents.py", "records.py", "script_free.py")
"""The code by which mentions become incidents."""


class SplinkLinker:
    """Links by weights (``reportedly.link``): a table of a user's own, or the shipped ones."""

    def __init__(self, weights: str | None = None) -> None:
        """Read the weights.

        Args:
            weights: A TOML table as ``link.write_weights`` writes it; the shipped weights by default.

        Raises:
            LexiconError: The table is malformed.
        """
        self._table = weights
        self.weights = (
            shipped_weights() if weights is None else parsed_weights(weights, "the store's weights", older=True)
        )

    @property
    def fingerprint(self) -> str:
        """Hash of the code, the weights and the other lexicons."""
        return content_id(code_fingerprint(*LINKING), fingerprint(), self._table or "")

    def stored_under(self, mention: Mention) -> Iterable[str]:
        """Return the index keys of a mention."""
        return index_keys(profile(mention))

    def asks_for(self, mention: Mention) -> Iterable[str]:
        """Return the lookup keys of a mention."""
        return lookup_keys(profile(mention))

    def link(self, mentions: Sequence[Mention], must: Pairs, cannot: Pairs) -> Linked:
        """Return the clusters."""
        return link(mentions, must, cannot, self.weights)

    def incident(self, mentions: Sequence[Mention], texts: Mapping[str, str]) -> Incident:
        """Return the summary of one cluster."""
        return summarise(mentions, texts)
