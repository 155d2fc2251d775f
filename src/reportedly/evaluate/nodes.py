"""Values of a YAML file with the place they stand at, so that every fault in it can be named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import GoldError


@dataclass(frozen=True, slots=True)
class Node:
    """One value and where it stands, such as ``dev.yaml: event d01-1: place``."""

    value: object
    where: str

    def fault(self, message: str) -> GoldError:
        """Return the error that names this place."""
        return GoldError(f"{self.where}: {message}")

    def _mapping(self) -> dict[object, object]:
        if not isinstance(self.value, dict):
            raise self.fault(f"expected keys and values, found {self.value!r}")
        return self.value

    def has(self, key: str) -> bool:
        """True if the mapping has ``key``, even with the value null."""
        return key in self._mapping()

    def get(self, key: str) -> Node:
        """Return the value of ``key``, a node of ``None`` where it is missing."""
        return Node(self._mapping().get(key), f"{self.where}: {key}")

    def only(self, *keys: str) -> None:
        """Refuse keys that no reader knows, which are spelling faults.

        Raises:
            GoldError: A key that is not one of ``keys``.
        """
        for key in self._mapping():
            if key not in keys:
                raise self.fault(f"unknown key {key!r}; known are {', '.join(keys)}")

    def items(self) -> tuple[Node, ...]:
        """Return the members of a list, none for null.

        Raises:
            GoldError: Not a list.
        """
        if self.value is None:
            return ()
        if not isinstance(self.value, list):
            raise self.fault(f"expected a list, found {self.value!r}")
        return tuple(Node(item, f"{self.where}[{number}]") for number, item in enumerate(self.value, 1))

    def allowed(self) -> tuple[Node, ...]:
        """Return the values that are right: the members of a list, or the one value itself."""
        return self.items() if isinstance(self.value, list) else (self,)

    def optional_text(self) -> str | None:
        """Return words, a number or a date as text, ``None`` for null.

        Raises:
            GoldError: A mapping, a list, or a bare ``yes``/``no`` that YAML read as a truth value.
        """
        if self.value is None:
            return None
        if isinstance(self.value, bool):
            raise self.fault("put it in quotation marks: YAML reads it as true or false")
        if isinstance(self.value, datetime):
            return self.value.date().isoformat()
        if isinstance(self.value, date):
            return self.value.isoformat()
        if isinstance(self.value, (str, int, float)):
            return str(self.value)
        raise self.fault(f"expected words, found {self.value!r}")

    def text(self) -> str:
        """Return words that must be there.

        Raises:
            GoldError: Null, blank, or no words.
        """
        found = self.optional_text()
        if found is None or not found.strip():
            raise self.fault("missing")
        return found

    def whole(self) -> int:
        """Return a whole number.

        Raises:
            GoldError: Something else.
        """
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return self.value
        raise self.fault(f"expected a whole number, found {self.value!r}")

    def optional_whole(self) -> int | None:
        """Return a whole number, ``None`` for null."""
        return None if self.value is None else self.whole()

    def optional_number(self) -> float | None:
        """Return a number, ``None`` for null.

        Raises:
            GoldError: Something else.
        """
        if self.value is None:
            return None
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool):
            return float(self.value)
        raise self.fault(f"expected a number, found {self.value!r}")

    def optional_date(self) -> date | None:
        """Return a day, ``None`` for null.

        Raises:
            GoldError: No such day.
        """
        found = self.optional_text()
        try:
            return None if found is None else date.fromisoformat(found)
        except ValueError as error:
            raise self.fault(f"{found!r} is no day of the form 2020-04-16") from error


def read_yaml(path: Path) -> Node:
    """Return the whole of a YAML file.

    Raises:
        GoldError: Not readable, not UTF-8 or not YAML; the message names the line where it is known.
    """
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return Node(yaml.load(path.read_text(encoding="utf-8"), Loader=loader), str(path))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at byte {error.start}") from error
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = "" if mark is None else f":{mark.line + 1}"
        raise GoldError(f"{path}{line}: not YAML: {getattr(error, 'problem', None) or error}") from error
