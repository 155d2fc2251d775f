"""Records as JSON and back, without loss: keys are the fields of the dataclasses, in their order.

Text with half of a character (a lone surrogate), which UTF-8 cannot write, stands as ``{"bytes": "..."}``: its bytes in
hexadecimal. A NUL is escaped by JSON itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Record = TypeVar("_Record")

_HALF = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """Return ``text`` as UTF-8 can hold it: U+FFFD for each half of a character, so that offsets stay."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def as_bytes(text: str) -> bytes:
    """Return the bytes of any text; what ``writable`` would change keeps its own."""
    return text.encode("utf-8", "surrogatepass")


def from_bytes(data: bytes) -> str:
    """Return the text that ``as_bytes`` was given."""
    return data.decode("utf-8", "surrogatepass")


def to_json(record: object, leave_out: frozenset[str] = frozenset()) -> str:
    """Return a record on one line of JSON.

    Args:
        record: A dataclass of str, int, float, bool, date, datetime, enums, tuples, ``None`` and such dataclasses.
        leave_out: Fields of ``record`` itself to leave out.
    """
    plain = _plain(record)
    kept = {name: value for name, value in plain.items() if name not in leave_out} if leave_out else plain
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[_Record], line: str, /, **given: object) -> _Record:
    """Return the record of class ``kind`` that ``to_json`` was given.

    Args:
        kind: The dataclass.
        line: The JSON.
        given: Values of the fields that were left out.
    """
    values = json.loads(line)
    made = {name: read(values[name]) for name, read in _readers(_any(kind)) if name in values}
    return kind(**made, **given)


def _any(kind: object) -> Any:
    """Return ``kind`` as what a type checker takes for a key of a cache."""
    return kind


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value if value.isascii() or not _HALF.search(value) else {"bytes": as_bytes(value).hex()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return {name: _plain(getattr(value, name)) for name in _names(_any(type(value)))}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else from_bytes(bytes.fromhex(value["bytes"]))


def _same(value: Any) -> Any:
    return value


@cache
def _readers(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = get_type_hints(kind)
    return tuple((name, _reader(hints[name])) for name in _names(kind))


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type hint from plain JSON."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (read,) = (_reader(one) for one in inner if one is not type(None))
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        each = _reader(inner[0])
        return lambda value: tuple(each(item) for item in value)
    if hint is str:
        return _text
    if hint in (date, datetime):
        from_text: Callable[[Any], Any] = hint.fromisoformat
        return from_text
    if is_dataclass(hint):
        kind = _any(hint)
        parts = _readers(kind)
        # A record that an earlier version wrote lacks what was added since, which has defaults.
        return lambda value: kind(**{name: read(value[name]) for name, read in parts if name in value})
    return hint if issubclass(hint, Enum) else _same
