from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def facts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("headline_facts", BENCHMARKS / "headline_facts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mine kills two shepherds near Salamiyah", {2}),
        ("Raid leaves 14 people dead, 30 wounded", {14}),
        ("1,200 families return home", set()),
        ("Five killed and nine wounded in blast", {5}),
        ("Blast leaves 20 dead and wounded", set()),
        ("Death toll rises to 31 in market raid", {31}),
        ("3.5 km road opened after killing", set()),
    ],
)
def test_tolls(facts: ModuleType, headline: str, expected: set[int]) -> None:
    assert facts.tolls(headline) == expected


@pytest.mark.parametrize(
    ("place", "named"),
    [("Salamiyah town", True), ("As Salamiyya city", True), ("Homs city", False), ("Eastern countryside", False)],
)
def test_places(facts: ModuleType, place: str, named: bool) -> None:
    assert facts.names_place("Mine kills two shepherds near al-Salamiyah", place) is named
