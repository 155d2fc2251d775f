from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import GoldError
from reportedly.evaluate import load_actor_names, same_place_name
from reportedly.evaluate.names import claimant_words, shared_claimant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Hasakah", "Hasakeh"),
        ("Deir ez-Zor", "Dayr az Zawr Governorate"),
        ("Raqqa", "Ar-Raqqah"),
        ("Idlib", "Idleb"),
        ("Tartus", "Tartous province"),
        ("Daraa", "Dar’a"),
        ("Kharkiv Oblast", "Kharkiv"),
        ("القصير", "قصير"),
        ("بلدة", "بلده"),
    ],
)
def test_spellings_of_one_place(one: str, other: str) -> None:
    assert same_place_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hama", "Homs"), ("Douma", "Dama"), ("Idlib", "Aleppo"), ("", ""), ("Aleppo", None), ("al-", "")],
)
def test_other_places(one: str, other: str | None) -> None:
    assert not same_place_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("The local sources", "local sources", 2),
        ("the observers", "an army spokesman", 0),
        ("unnamed", "unnamed", 1),
        ("unnamed", "the army", 0),
        ("the", "The", 1),
        ("المصادر", "مصادر", 1),
        ("وزارة الدفاع", "للدفاع", 1),
    ],
)
def test_claimants_share_words(one: str, other: str, shared: int) -> None:
    assert shared_claimant(one, other) == shared


def test_actor_names(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("name,aliases\nRed Army,the Reds|Reds' army\nReds,\n", encoding="utf-8")
    names = load_actor_names(path)
    assert names.neutral("The RED army") == "Red Army"
    assert names.neutral("Reds’ army") == "Red Army"
    assert names.neutral("the Reds") == "Reds"
    assert names.neutral("Blue Army") == names.neutral("the blue army")


def test_actor_faults(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("name,other\nRed Army,x\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"actors\.csv:2"):
        load_actor_names(path)
    with pytest.raises(GoldError, match="cannot be read"):
        load_actor_names(tmp_path / "none.csv")


@given(st.text(), st.text())
def test_any_text(one: str, other: str) -> None:
    assert same_place_name(one, other) == same_place_name(other, one)
    assert shared_claimant(one, other) == shared_claimant(other, one)
    assert claimant_words(one) == claimant_words(one)
