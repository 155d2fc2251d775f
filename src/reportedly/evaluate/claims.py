"""Pair the claims of a system row with those of its gold row (``CODEBOOK.md``, "Scoring", ``claims``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.evaluate.assign import assign
from reportedly.evaluate.gold import GoldClaim
from reportedly.evaluate.names import shared_claimant
from reportedly.records import Claim, Stance

WHOLE = frozenset({"event", "killed", "injured"})
"""Fields that stand for each other when one claimant tells the whole sentence (codebook, "Settled doubts")."""


@dataclass(frozen=True, slots=True)
class ClaimMatch:
    """What fits between two lists of claims.

    Attributes:
        pairs: Gold and system claims of one field, claimant and stance.
        missing: Gold claims that the system lacks.
        extra: System claims that the gold lacks.
        stance_pairs: Gold and system claims paired without regard to stance.
    """

    pairs: tuple[tuple[GoldClaim, Claim], ...]
    missing: tuple[GoldClaim, ...]
    extra: tuple[Claim, ...]
    stance_pairs: tuple[tuple[GoldClaim, Claim], ...]


def is_own_voice(claim: Claim) -> bool:
    """True for a claim that says no more than that the outlet reports it, which gold does not list."""
    return claim.claimant.kind == "outlet" and claim.stance is Stance.ASSERTS


def _field_fit(gold: GoldClaim, field: str) -> int:
    """Return 2 for a field that is right, 1 for one that stands for it, else 0."""
    if field in gold.fields:
        return 2
    return int(field in WHOLE and bool(WHOLE & set(gold.fields)))


def _claimant_fit(gold: GoldClaim, claim: Claim) -> int:
    return max((shared_claimant(name, claim.claimant.text) for name in gold.claimants), default=0)


def _weight(gold: GoldClaim, claim: Claim, stance_counts: bool) -> int:
    """Return how well two claims fit, 0 where they cannot be paired."""
    same_stance = claim.stance in gold.stances
    field, claimant = _field_fit(gold, claim.field), _claimant_fit(gold, claim)
    if not field or not claimant or (stance_counts and not same_stance):
        return 0
    same_value = gold.value is not None and claim.value is not None and gold.value == claim.value
    return 1000 + 40 * (field == 2) + 20 * same_stance + 5 * min(claimant, 3) + 2 * same_value


def _pair(gold: Sequence[GoldClaim], system: Sequence[Claim], stance_counts: bool) -> tuple[tuple[int, int], ...]:
    return assign([[_weight(one, other, stance_counts) for other in system] for one in gold])


def match_claims(gold: Sequence[GoldClaim], system: Sequence[Claim]) -> ClaimMatch:
    """Pair claims one to one by field, claimant and stance.

    The outlet's own voice is left out. A claim of the event and one of its toll by the same claimant in the same
    stance are one telling: where one of them is paired, the others are neither missing nor extra.
    """
    system = [claim for claim in system if not is_own_voice(claim)]
    pairs = _pair(gold, system, stance_counts=True)
    paired_gold, paired_system = {row for row, _ in pairs}, {column for _, column in pairs}
    whole = [(gold[row], system[column]) for row, column in pairs if WHOLE & set(gold[row].fields)]
    missing = (claim for row, claim in enumerate(gold) if row not in paired_gold)
    extra = (claim for column, claim in enumerate(system) if column not in paired_system)
    return ClaimMatch(
        pairs=tuple((gold[row], system[column]) for row, column in pairs),
        missing=tuple(claim for claim in missing if not any(_weight(claim, other, True) for _, other in whole)),
        extra=tuple(
            claim
            for claim in extra
            if not (claim.field in WHOLE and any(_weight(other, claim, True) for other, _ in whole))
        ),
        stance_pairs=tuple((gold[row], system[column]) for row, column in _pair(gold, system, stance_counts=False)),
    )
