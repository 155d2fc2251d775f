"""Keep GeoNames country dumps in the user's data folder, so that every run finds them."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from reportedly.annotate.gazetteer_sources import read_dump
from reportedly.errors import GazetteerError, Problem

DOWNLOAD: Final = "https://download.geonames.org/export/dump/{country}.zip"
"""Where GeoNames serves a country's dump (CC BY 4.0)."""

TIMEOUT_S: Final = 60
"""Seconds without an answer after which a download is given up."""

_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")


def default_data_dir() -> Path:
    """Return the user's folder for installed dumps (``XDG_DATA_HOME``, ``LOCALAPPDATA`` on Windows)."""
    root = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME")
    return (Path(root) if root else Path.home() / ".local" / "share") / "reportedly" / "places"


def installed_places(data_dir: Path | None = None) -> tuple[Path, ...]:
    """Return the installed dumps, sorted by name.

    Args:
        data_dir: Where they are kept; the user's data folder if ``None``.
    """
    folder = data_dir or default_data_dir()
    return tuple(sorted(p for p in folder.glob("*") if p.suffix in (".txt", ".zip"))) if folder.is_dir() else ()


def install_places(source: str, data_dir: Path | None = None) -> tuple[Path, tuple[Problem, ...]]:
    """Install a dump; return where it lies now, and its broken rows.

    Args:
        source: A path to a GeoNames ``.txt`` or ``.zip``, or an ISO country code to download.
        data_dir: Where to keep it; the user's data folder if ``None``.

    Raises:
        GazetteerError: No such file or country, no connection, or no usable row.
    """
    folder = data_dir or default_data_dir()
    path = Path(source)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="new-", suffix=".part", dir=folder)
        os.close(handle)
    except OSError as error:
        raise GazetteerError(f"{folder}: cannot be written ({error.strerror}); set XDG_DATA_HOME") from error
    fresh = Path(name)
    try:
        target = folder / (_copy(path, fresh) if path.is_file() else _download(source, fresh))
        problems: list[Problem] = []
        if next(iter(read_dump(fresh, problems)), None) is None:
            raise GazetteerError(f"{source}: no usable row; give a GeoNames country dump (19 tab-separated columns)")
        problems.clear()
        for _ in read_dump(fresh, problems):
            pass
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)
    return target, tuple(Problem(source, p.line, p.message, p.refused) for p in problems)


def _copy(path: Path, fresh: Path) -> str:
    """Copy a local dump; return the name to keep it under."""
    try:
        shutil.copyfile(path, fresh)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); give a GeoNames .txt or .zip") from error
    return path.stem + (".zip" if path.suffix.lower() == ".zip" else ".txt")


def _download(country: str, fresh: Path) -> str:
    """Fetch a country's dump; return the name to keep it under."""
    if not _COUNTRY.fullmatch(country):
        raise GazetteerError(f"{country}: no such file, and not a two-letter country code")
    from urllib.error import URLError
    from urllib.request import urlopen

    url = DOWNLOAD.format(country=country.upper())
    try:
        with urlopen(url, timeout=TIMEOUT_S) as answer, fresh.open("wb") as out:
            shutil.copyfileobj(answer, out)
    except (URLError, OSError) as error:
        raise GazetteerError(f"{url}: cannot be fetched ({error}); download it and give the file's path") from error
    return f"{country.upper()}.zip"
