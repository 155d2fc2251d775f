"""Frozen dataclasses of which one is made for every word: frozen to the type checker, without its price at run time.

The ``__init__`` of a frozen dataclass goes through ``object.__setattr__`` field by field, which takes three to four times
as long as plain assignment: 0.49 us against 0.12 us for five fields (CPython 3.11). mypy refuses assignments all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool) -> object:
        """Return the decorator of a dataclass that is equal, hashable and built as a frozen one, but not guarded."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["value"]
