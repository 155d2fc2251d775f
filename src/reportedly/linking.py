"""The linker that a run uses, behind the seam that ``Linker`` is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from reportedly.incidents import Incident, Linked
from reportedly.link import index_keys, link, lookup_keys, profile, summarise
from reportedly.records import Mention, content_id
from reportedly.resources import code_fingerprint, fingerprint

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


LINKING = ("link", "edtf.py", "incidents.py", "records.py", "script_free.py")
"""The code by which mentions become incidents."""


class SplinkLinker:
    """Links by the shipped weights (``reportedly.link``)."""

    @property
    def fingerprint(self) -> str:
        """Hash of the code, the weights and the other lexicons."""
        return content_id(code_fingerprint(*LINKING), fingerprint())

    def stored_under(self, mention: Mention) -> Iterable[str]:
        """Return the index keys of a mention."""
        return index_keys(profile(mention))

    def asks_for(self, mention: Mention) -> Iterable[str]:
        """Return the lookup keys of a mention."""
        return lookup_keys(profile(mention))

    def link(self, mentions: Sequence[Mention], must: Pairs, cannot: Pairs) -> Linked:
        """Return the clusters."""
        return link(mentions, must, cannot)

    def incident(self, mentions: Sequence[Mention], texts: Mapping[str, str]) -> Incident:
        """Return the summary of one cluster."""
        return summarise(mentions, texts)
