"""Take out a doer whom only its own denial names (codebook, ``perpetrator``: a disputed culprit stands in ``claims``)."""

from __future__ import annotations

from reportedly.coding.claims import covers, own_deed
from reportedly.coding.draft import Draft
from reportedly.records import Stance


def disowned(draft: Draft) -> frozenset[str]:
    """Return the neutral names of those who, in this telling, deny the deed that they are named for."""
    denials = [a for a in draft.attributions if a.stance is Stance.DENIES and covers(a, draft)]
    return frozenset(p.name for p in draft.parts.perpetrators for a in denials if own_deed(draft.reading, a, p))


def leave_out_disowned(draft: Draft, denied: dict[int, frozenset[str]], named: dict[int, frozenset[str]]) -> None:
    """Take out of a mention the doers that no telling names without their own denial.

    Args:
        draft: The telling that founds the mention, joined with the others.
        denied: For the ``id`` of each telling, who denies it there.
        named: For the ``id`` of each telling, whom it names as its doers.
    """
    tellings = [draft, *draft.told_again]
    told = {name for t in tellings for name in named[id(t)] - denied[id(t)]}
    only = {name for t in tellings for name in denied[id(t)]} - told
    draft.parts.perpetrators = [p for p in draft.parts.perpetrators if p.name not in only]
