"""The weights of the comparisons' levels: shipped as data, or estimated anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log2
from types import MappingProxyType
from typing import Any

from reportedly.errors import LexiconError
from reportedly.link.comparisons import comparisons
from reportedly.resources import load_toml

FILE = "link/weights.toml"


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """How often a level holds: of pairs that tell one event (``m``), of candidates that do not (``u``); 0 to 1."""

    m: float
    u: float

    @property
    def bits(self) -> float:
        """Base-2 logarithm of the Bayes factor."""
        return round(log2(self.m / self.u), 4)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that a pair is scored by.

    Attributes:
        prior: Base-2 logarithm of the odds that a candidate pair tells one event.
        levels: The weights by comparison and level; levels with nothing to compare have none.
        in_bits: Their ``LevelWeight.bits``.
    """

    prior: float
    levels: Mapping[tuple[str, str], LevelWeight]
    in_bits: Mapping[tuple[str, str], float]

    def bits(self, comparison: str, level: str) -> float:
        """Return a level's weight, 0 for one with nothing to compare."""
        return self.in_bits.get((comparison, level), 0.0)


def make_weights(prior: float, levels: Mapping[tuple[str, str], LevelWeight], where: str) -> Weights:
    """Return checked weights.

    Args:
        prior: Base-2 logarithm of the prior odds.
        levels: One for each level of ``comparisons()`` that has something to compare.
        where: What an error names.

    Raises:
        LexiconError: A level is missing or too many, a probability is not between 0 and 1, or two levels of one
            comparison weigh the same, so that a link could not say which of them held.
    """
    expected = {(c.name, level.name) for c in comparisons() for level in c.levels if not level.empty}
    if set(levels) != expected:
        odd = sorted(set(levels) ^ expected)[0]
        raise LexiconError(f"{where}: {odd[0]}, level {odd[1]!r}: missing or unknown")
    for key, weight in sorted(levels.items()):
        if not (0 < weight.m < 1 and 0 < weight.u < 1):
            raise LexiconError(f"{where}: {key[0]}, level {key[1]!r}: m and u lie between 0 and 1")
    for comparison in comparisons():
        bits = [levels[comparison.name, level.name].bits for level in comparison.levels if not level.empty]
        empty = [0.0] if any(level.empty for level in comparison.levels) else []
        if len({*bits, *empty}) < len(bits) + len(empty):
            raise LexiconError(f"{where}: {comparison.name}: two levels weigh the same; shift one")
    in_bits = {key: weight.bits for key, weight in levels.items()}
    return Weights(prior, MappingProxyType(dict(levels)), MappingProxyType(in_bits))


def read_weights(
    raw: Mapping[str, Any], where: str, otherwise: Mapping[tuple[str, str], LevelWeight] | None = None
) -> Weights:
    """Return the weights of a parsed table: ``[prior]`` and, by comparison, rows of ``level``, ``m``, ``u``, ``note``.

    Args:
        raw: The table.
        where: What an error names.
        otherwise: Weights of levels that the table may lack.

    Raises:
        LexiconError: Malformed; the message names the comparison and the level.
    """
    try:
        levels = {
            (comparison, row["level"]): LevelWeight(float(row["m"]), float(row["u"]))
            for comparison, rows in raw.items()
            if comparison != "prior"
            for row in rows
        }
        return make_weights(float(raw["prior"]["bits"]), {**(otherwise or {}), **levels}, where)
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{where}: bad or missing {error}") from error


def write_weights(weights: Weights, notes: Mapping[tuple[str, str], str]) -> str:
    """Return the TOML table that ``read_weights`` reads.

    Args:
        weights: The weights.
        notes: What stands beside a level, by comparison and level; plain words without quotation marks.
    """
    lines = ["[prior]", f"bits = {weights.prior}"]
    for (comparison, level), weight in weights.levels.items():
        lines += ["", f"[[{comparison}]]", f'level = "{level}"', f"m = {weight.m:.6g}", f"u = {weight.u:.6g}"]
        lines.append(f'note = "{weight.bits:+.1f} bits{notes.get((comparison, level), "")}"')
    return "\n".join(lines) + "\n"


@cache
def shipped_weights() -> Weights:
    """Return the weights that the package ships, with the note beside each how it was measured."""
    return read_weights(load_toml(FILE), f"resources/{FILE}")
