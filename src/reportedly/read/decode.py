"""Bytes into text: which encoding a file is in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SHARE_BROKEN = 0.01
"""Share of unreadable sequences among a file's non-ASCII characters up to which it still is damaged UTF-8."""

SHARE_ARABIC = 0.2
"""Share of Arabic letters among the letters from which a text read as Windows-1256 is believed to be so."""

SHARE_CONTROL = 0.02
"""Share of control characters from which a file is no text: text has tabs and line ends alone."""

_ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06af]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes.

    Attributes:
        text: The characters. A byte order mark stays as the code point U+FEFF at offset 0, line ends stay as they are,
            so that offsets are those of the file opened as ``encoding`` with ``newline=""``.
        encoding: Encoding that was used.
        note: What was assumed, where anything was, else ``None``.
    """

    text: str
    encoding: str
    note: str | None = None


class NotTextError(ValueError):
    """The bytes are no text in any encoding that is tried."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``data``.

    Tried in turn: ``encoding``, UTF-16 and UTF-32 by their marks, UTF-8, UTF-8 with a few damaged bytes, Windows-1256
    if that gives Arabic, Windows-1252.

    Raises:
        NotTextError: Binary, or unreadable in ``encoding``.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    marked = _by_mark(data)
    if marked is not None:
        return marked
    if b"\x00" in data:
        raise NotTextError("binary (holds NUL bytes), not read; give a text file")
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError as error:
        return _checked(_damaged_or_old(data, error.start))


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, LookupError) as error:
        raise NotTextError(f"cannot be read as {encoding}: {error}; name another encoding or none") from error


def _by_mark(data: bytes) -> Decoded | None:
    marks = (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    )
    for mark, name in marks:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(name), name, f"read as {name.upper()}, which its byte order mark names")
            except UnicodeDecodeError as error:
                raise NotTextError(f"broken {name.upper()} at byte {error.start}, not read") from error
    return None


def _damaged_or_old(data: bytes, place: int) -> Decoded:
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    other = sum(1 for char in repaired if char > "\x7f") - broken
    if broken <= max(1, SHARE_BROKEN * other) and other:
        note = f"assumed UTF-8; {broken} unreadable byte sequences (the first at byte {place}) became U+FFFD"
        return Decoded(repaired, "utf-8", note)
    arabic = data.decode("cp1256", "replace")
    if len(_ARABIC.findall(arabic)) >= SHARE_ARABIC * max(1, len(_LETTER.findall(arabic))):
        return Decoded(arabic, "cp1256", "not UTF-8; assumed Windows-1256 (Arabic)")
    try:
        return Decoded(data.decode("cp1252"), "cp1252", "not UTF-8; assumed Windows-1252 (Western)")
    except UnicodeDecodeError as error:
        raise NotTextError(
            "neither UTF-8 nor Windows-1252 nor Arabic Windows-1256, not read; name its encoding"
        ) from error


def _checked(decoded: Decoded) -> Decoded:
    sample = decoded.text[:100_000]
    if len(_CONTROL.findall(sample)) > SHARE_CONTROL * len(sample):
        raise NotTextError("binary (full of control characters), not read; give a text file")
    return decoded


def html_encoding(data: bytes) -> str | None:
    """Return the encoding that an HTML page names for itself, if Python knows it."""
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    try:
        return codecs.lookup(match.group(1).decode("ascii", "replace")).name
    except LookupError:
        return None
