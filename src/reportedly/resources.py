"""Load and fingerprint the lexicons: TOML and CSV under ``resources/``, no Python.

Every stage turns what it loads here into its own frozen dataclasses; nothing else reads the files.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from reportedly.errors import LexiconError


def _root() -> Traversable:
    return files("reportedly").joinpath("resources")


def read_text(name: str) -> str:
    """Return the text of the lexicon ``name``, a path below ``resources/`` such as ``en/triggers.toml``.

    Raises:
        LexiconError: No such lexicon.
    """
    path = _root().joinpath(name)
    if not path.is_file():
        raise LexiconError(f"resources/{name}: no such lexicon")
    return path.read_text(encoding="utf-8")


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Return the parsed TOML lexicon ``name``.

    Raises:
        LexiconError: Missing or malformed.
    """
    try:
        return tomllib.loads(read_text(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"resources/{name}: {error}") from error


@cache
def load_csv(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV lexicon ``name`` by column.

    Raises:
        LexiconError: Missing, or a row with another number of cells than the header.
    """
    reader = csv.DictReader(io.StringIO(read_text(name)))
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise LexiconError(f"resources/{name}:{reader.line_num}: wrong number of cells")
        rows.append(row)
    return tuple(rows)


def lexicon_names() -> tuple[str, ...]:
    """Return the paths of all lexicons below ``resources/``, sorted."""
    found: list[str] = []
    stack = [("", _root())]
    while stack:
        prefix, folder = stack.pop()
        for child in folder.iterdir():
            name = f"{prefix}{child.name}"
            if child.is_dir():
                stack.append((f"{name}/", child))
            elif name.endswith((".toml", ".csv")):
                found.append(name)
    return tuple(sorted(found))


def code_fingerprint(*names: str) -> str:
    """Return a hash over Python files and folders of the package, so that what is stored says by which code it was made."""
    digest = hashlib.sha256()
    stack = [files("reportedly").joinpath(name) for name in reversed(names)]
    while stack:
        here = stack.pop()
        if here.is_dir():
            stack += sorted(here.iterdir(), key=lambda child: child.name, reverse=True)
        elif here.name.endswith(".py"):
            digest.update(here.name.encode())
            digest.update(here.read_bytes())
    return digest.hexdigest()[:16]


@cache
def fingerprint() -> str:
    """Return a hash over all lexicons, so that a row can say which words it was coded with."""
    digest = hashlib.sha256()
    for name in lexicon_names():
        digest.update(name.encode())
        digest.update(read_text(name).encode())
    return digest.hexdigest()[:16]
