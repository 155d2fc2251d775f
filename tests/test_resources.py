from __future__ import annotations

from pathlib import Path

import pytest

from reportedly import resources
from reportedly.errors import LexiconError

CALLS = (resources.load_toml, resources.load_csv)
"""What reads a lexicon; the tests call what their caches wrap, so that no test sees another's files."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lexicon folder of its own in place of the package's."""
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.toml").write_text('word = "shell"\nexample = "قصف"\n', encoding="utf-8")
    (tmp_path / "names.csv").write_text("id,name\n1,Goma\n2,Beni\n", encoding="utf-8")
    return tmp_path


def fingerprint() -> str:
    return resources.fingerprint.__wrapped__()


def test_lexicons_are_found_below_the_folder_in_order(folder: Path) -> None:
    (folder / "README.md").write_text("no lexicon")
    assert resources.lexicon_names() == ("en/words.toml", "names.csv")


def test_toml_and_csv_are_read(folder: Path) -> None:
    assert resources.load_toml.__wrapped__("en/words.toml") == {"word": "shell", "example": "قصف"}
    assert resources.load_csv.__wrapped__("names.csv") == ({"id": "1", "name": "Goma"}, {"id": "2", "name": "Beni"})


def test_a_missing_lexicon_is_named(folder: Path) -> None:
    for call in CALLS:
        with pytest.raises(LexiconError, match="resources/en/none"):
            call.__wrapped__("en/none")


def test_malformed_toml_is_named_with_its_line(folder: Path) -> None:
    (folder / "en" / "words.toml").write_text('a = "b"\nc = \n')
    with pytest.raises(LexiconError, match=r"resources/en/words\.toml: .*line 2"):
        resources.load_toml.__wrapped__("en/words.toml")


@pytest.mark.parametrize("row", ["3", "3,Bunia,Ituri"])
def test_a_csv_row_of_another_length_is_named_with_its_line(folder: Path, row: str) -> None:
    (folder / "names.csv").write_text(f"id,name\n1,Goma\n{row}\n")
    with pytest.raises(LexiconError, match=r"resources/names\.csv:3: wrong number of cells"):
        resources.load_csv.__wrapped__("names.csv")


def test_the_fingerprint_is_of_the_content(folder: Path) -> None:
    before = fingerprint()
    assert fingerprint() == before
    (folder / "names.csv").write_text("id,name\n1,Goma\n2,Butembo\n", encoding="utf-8")
    changed = fingerprint()
    assert changed != before
    (folder / "names.csv").write_text("id,name\n1,Goma\n2,Beni\n", encoding="utf-8")
    assert fingerprint() == before


def test_the_fingerprint_knows_names_and_new_files(folder: Path) -> None:
    before = fingerprint()
    (folder / "names.csv").rename(folder / "towns.csv")
    renamed = fingerprint()
    (folder / "en" / "more.toml").write_text("")
    assert len({before, renamed, fingerprint()}) == 3


def test_what_is_no_lexicon_leaves_the_fingerprint_alone(folder: Path) -> None:
    before = fingerprint()
    (folder / "notes.txt").write_text("notes")
    assert fingerprint() == before


@pytest.mark.parametrize("name", resources.lexicon_names())
def test_every_lexicon_of_the_package_is_read(name: str) -> None:
    assert resources.load_toml(name) if name.endswith(".toml") else resources.load_csv(name)


def test_the_package_has_one_fingerprint() -> None:
    assert resources.fingerprint() == resources.fingerprint() == fingerprint()
    assert len(resources.fingerprint()) == 16
