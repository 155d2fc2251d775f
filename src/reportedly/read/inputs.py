"""From what the user named to files: folders, globs, standard input, gzip; and what kind of file each is."""

from __future__ import annotations

import glob
import gzip
import io
import json
import os
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportedly.errors import Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STDIN = "<stdin>"
"""The name of standard input in reports and problems."""

BYTES_PER_CHAR = 4
"""Most bytes of one character in UTF-8."""

_KINDS = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
_HTML = re.compile(rb"^\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<(?:!doctype )?html)", re.IGNORECASE)
GZIP_ERRORS = (gzip.BadGzipFile, zlib.error, EOFError)
"""What reading a corrupt gzip file raises."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its name as the user gave it, and the path (``None`` for standard input)."""

    name: str
    path: Path | None

    @property
    def packed(self) -> bool:
        """Whether the name says gzip."""
        return self.name.lower().endswith(".gz")

    @property
    def suffix(self) -> str:
        """The suffix in lower case, ``.gz`` left out."""
        return Path(self.name[:-3] if self.packed else self.name).suffix.lower()

    def open(self) -> BinaryIO:
        """Return the bytes as a stream, unpacked if they are gzip whatever the name says.

        Raises:
            OSError: The file cannot be opened.
        """
        raw = io.FileIO(self.path, "r") if self.path else Joined(b"", sys.stdin.buffer)
        stream = io.BufferedReader(raw)
        if stream.peek(2)[:2] == b"\x1f\x8b":
            return io.BufferedReader(_Unpacked(stream))
        return stream


class _Unpacked(gzip.GzipFile):
    """A gzip stream that closes the file under it."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed, mode="rb")
        self._packed = packed

    def close(self) -> None:
        """Close both."""
        try:
            super().close()
        finally:
            self._packed.close()


class Joined(io.RawIOBase):
    """Bytes read already, then the rest of their stream, as one raw stream."""

    def __init__(self, begun: bytes, rest: BinaryIO) -> None:
        self._begun = begun
        self._rest = rest

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill ``buffer`` and return the number of bytes."""
        view = memoryview(buffer).cast("B")
        data = self._begun[: len(view)] if self._begun else self._rest.read(len(view))
        self._begun = self._begun[len(data) :] if self._begun else b""
        view[: len(data)] = data
        return len(data)


def expand(paths: Sequence[str], skip: Path | None = None) -> Iterator[Input | Problem]:
    """Yield the files that ``paths`` name, each once: files, folders (sorted, hidden files left out), globs, ``-``.

    Args:
        paths: As the user gave them.
        skip: A file that is no report, though it may lie in a folder that is named.
    """
    seen: set[str] = set()
    hidden = os.path.realpath(skip) if skip else None
    for path in paths:
        for entry in _expanded(path):
            if isinstance(entry, Input) and entry.path is not None:
                real = os.path.realpath(entry.path)
                if real == hidden or real in seen:
                    continue
                seen.add(real)
            yield entry


def _expanded(path: str) -> Iterator[Input | Problem]:
    if path == "-":
        yield Input(STDIN, None)
    elif os.path.isdir(path):
        yield from _folder(path)
    elif os.path.exists(path):
        yield Input(path, Path(path))
    elif glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            yield Problem(path, None, "no file fits this pattern; check the folder and the pattern")
        for name in found:
            if os.path.isdir(name):
                yield from _folder(name)
            else:
                yield Input(name, Path(name))
    else:
        yield Problem(path, None, "no such file or folder; check the path")


def _folder(path: str) -> Iterator[Input | Problem]:
    empty = True
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                empty = False
                full = os.path.join(folder, name)
                yield Input(full, Path(full))
    if empty:
        yield Problem(path, None, "the folder holds no file to read; name another")


def kind_of(source: Input, start: bytes) -> str:
    """Return ``text``, ``html``, ``jsonl`` or ``csv``: by suffix, else by how the bytes begin."""
    known = _KINDS.get(source.suffix)
    if known:
        return known
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(bare):
        return "html"
    line = bare.split(b"\n", 1)[0]
    if line.startswith(b"{"):
        try:
            return "jsonl" if isinstance(json.loads(line), dict) else "text"
        except (ValueError, RecursionError):
            return "text"
    return "text"


def read_bytes(stream: BinaryIO, max_chars: int) -> bytes | None:
    """Return all of ``stream``, or ``None`` if it is longer than ``max_chars`` characters can be."""
    data = stream.read(max_chars * BYTES_PER_CHAR + 1)
    return None if len(data) > max_chars * BYTES_PER_CHAR else data
