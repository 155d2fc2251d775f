from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reportedly.annotate import gazetteer_sources
from reportedly.annotate.gazetteer import Gazetteer, load_gazetteer
from reportedly.annotate.gazetteer_install import install_places, installed_places
from reportedly.annotate.gazetteer_records import distance_km
from reportedly.annotate.gazetteer_tables import admin1_entries, country_names, extra_entries
from reportedly.errors import GazetteerError

TAIL = "0\t\t\tAsia/Nowhere\t2020-01-01"


def row(number: int, name: str, also: str, point: tuple[float, float], code: str = "12") -> str:
    lat, lon = point
    return f"{number}\t{name}\t{name}\t{also}\t{lat}\t{lon}\tP\tPPL\tSY\t\t{code}\t\t\t\t{TAIL}"


DUMP = [
    row(9000001, "Tall Sakhra", "Tell Sakhrah,تل صخرة", (35.70, 36.60)),
    row(9000002, "Kafr Lawza", "Kafar Lozeh", (35.71, 36.62)),
    row(9000003, "Kafr Lawza", "", (35.20, 36.90), "10"),
    row(9000004, "Umm Warda", "Oum Ouarda", (35.69, 36.61)),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.txt"
    path.write_text("\n".join([*DUMP, "9\tbroken\trow", row(8, "Nowhere", "", (95.0, 36.0))]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gazetteer, Path]:
    folder = tmp_path_factory.mktemp("cache")
    return load_gazetteer((), folder), folder


def test_city_and_province_are_both_found(world: tuple[Gazetteer, Path]) -> None:
    levels = {p.level for p in world[0].lookup("Aleppo", "SY")}
    assert levels == {"point", "admin1"}


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Bakhmut", "UA", "Donetsk"),
        ("al-Hodeidah", "YE", "Hodeidah"),
        ("Maiduguri", "NG", "Borno"),
        ("Menaka", "ML", "Menaka"),
        ("El Geneina", "SD", "West Darfur"),
        ("Ayn al-Arab", "SY", "Aleppo"),
        ("Kobane", "SY", "Aleppo"),
        ("دير الزور", "SY", "Deir ez-Zor"),
    ],
)
def test_towns_of_many_wars(world: tuple[Gazetteer, Path], name: str, country: str, admin1: str) -> None:
    assert admin1 in {p.admin1 for p in world[0].lookup(name, country)}


@pytest.mark.parametrize("name", ["Deir Ezzor", "Dayr az-Zawr", "Deir al-Zor province", "دير الزور"])
def test_province_by_any_spelling(world: tuple[Gazetteer, Path], name: str) -> None:
    found = world[0].admin1_of("SY", name)
    assert found is not None
    assert found.name == "Deir ez-Zor"


def test_second_start_reads_the_index(world: tuple[Gazetteer, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.annotate.gazetteer.read_cities", lambda: pytest.fail("compiled again"))
    assert load_gazetteer((), world[1]).lookup("Homs", "SY")
    assert not list(world[1].glob("*.part"))


def test_by_id_and_region(world: tuple[Gazetteer, Path]) -> None:
    found = world[0].lookup("Sinai")[0]
    assert found.level == "region"
    assert world[0].by_id(found.id) == found
    assert world[0].by_id("no such id") is None


def test_dump_problems_have_their_line_and_survive_the_cache(world: tuple[Gazetteer, Path], dump: Path) -> None:
    for _ in range(2):
        gazetteer = load_gazetteer([dump], world[1])
        assert [p.line for p in gazetteer.problems] == [5, 6]
        assert str(dump) in str(gazetteer.problems[0])
    assert [p.id for p in gazetteer.lookup("Tel al-Sakhra")] == ["9000001"]
    assert {p.admin1 for p in gazetteer.lookup("Kfar Lawza")} == {"Idlib", "Hama"}


def test_near_spelling_stays_in_its_country(world: tuple[Gazetteer, Path], dump: Path) -> None:
    gazetteer = load_gazetteer([dump], world[1])
    assert [p.id for p in gazetteer.lookup_loose("Um Wardeh", "SY")] == ["9000004"]
    assert gazetteer.lookup_loose("Um Wardeh", "YE") == ()


def test_zip_is_read_like_text(world: tuple[Gazetteer, Path], dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "SY.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.write(dump, "SY.txt")
    assert load_gazetteer([packed], world[1]).lookup("Tell Sakhrah", "SY")


@pytest.mark.parametrize("content", ["", "a\tb\tc\n", "not a table at all"])
def test_file_without_a_usable_row_is_refused(world: tuple[Gazetteer, Path], tmp_path: Path, content: str) -> None:
    path = tmp_path / "XX.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match="no usable row"):
        load_gazetteer([path], world[1])


def test_missing_file_is_told_plainly(world: tuple[Gazetteer, Path], tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        load_gazetteer([tmp_path / "none.txt"], world[1])


def test_superseded_indexes_are_deleted(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.annotate.gazetteer.read_cities", lambda: iter(admin1_entries()))
    load_gazetteer([dump], tmp_path / "cache")
    first = {p.name for p in (tmp_path / "cache").iterdir()}
    dump.write_text(
        dump.read_text(encoding="utf-8") + row(9000005, "Tall Jadid", "", (35.5, 36.5)) + "\n", encoding="utf-8"
    )
    load_gazetteer([dump], tmp_path / "cache")
    second = {p.name for p in (tmp_path / "cache").iterdir()}
    assert len(first) == len(second) == 2
    assert len(first & second) == 1


def test_unwritable_cache_falls_back_to_memory(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    monkeypatch.setattr("reportedly.annotate.gazetteer.read_cities", lambda: iter(admin1_entries()))
    assert load_gazetteer([dump], blocked / "cache").lookup("Tall Sakhra")


def test_install_from_a_path(dump: Path, tmp_path: Path) -> None:
    kept, problems = install_places(str(dump), tmp_path / "data")
    assert installed_places(tmp_path / "data") == (kept,)
    assert [p.line for p in problems] == [5, 6]
    assert kept.read_bytes() == dump.read_bytes()


@pytest.mark.parametrize("source", ["no/such/file.txt", "Syria"])
def test_install_refuses_what_is_neither_file_nor_country(source: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="not a two-letter country code"):
        install_places(source, tmp_path)
    assert installed_places(tmp_path) == ()


def test_tables_are_sound() -> None:
    countries = {row.country for row in country_names()}
    syria = {e.place.name for e in admin1_entries() if e.place.country == "SY"}
    assert len(syria) == 14
    names = {(e.place.country, e.place.name) for e in admin1_entries()}
    assert len(names) == len(admin1_entries())
    for entry in extra_entries():
        country, admin1 = entry.place.country, entry.place.admin1
        assert not country or country in countries
        assert admin1 is None or (country, admin1) in names, entry.place.name


def test_codes_are_no_names() -> None:
    assert list(gazetteer_sources.useful_names(["KAC", "OSKL", "Hama", "حماة", "ハマー", ""])) == ["Hama", "حماة"]


def test_distance(world: tuple[Gazetteer, Path]) -> None:
    homs = next(p for p in world[0].lookup("Homs", "SY") if p.level == "point")
    hama = next(p for p in world[0].lookup("Hama", "SY") if p.level == "point")
    assert 35 < distance_km(homs, hama) < 55
