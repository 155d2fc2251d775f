"""A frozen dataclass for what is made by the hundred thousand: tokens, pieces, items of the annotators.

The type checker sees ``dataclasses.dataclass`` and lets nobody write to a value. At run time nothing watches over it:
Python sets each field of a frozen dataclass by a call, which made of seven fields costs 0.56 microseconds for 0.12.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool, eq: bool = True):
        """Return a class decorator: a dataclass with slots that hashes by its fields, as a frozen one does."""
        if not frozen:
            raise TypeError("a value is frozen: use dataclasses.dataclass for what is written to")
        return dataclass(slots=slots, eq=eq, unsafe_hash=eq)


__all__ = ["value"]
