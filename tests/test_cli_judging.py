"""What reviewers type: single claims, places by name, former incidents, counts, types and actors; all reports are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_cli_store import Done

WHO = ("--who", "R. Reader")

REPORTS = {
    "a.txt": "A car bomb exploded in a market in Afrin on Tuesday, killing eight people, the civil defence said.",
    "b.txt": "A car bomb killed nine people in Afrin on Tuesday, medical sources said.",
    "c.txt": "A car bomb killed two people in Kafr Nabl on Wednesday, a hospital official said. Witnesses blamed Al-Shabaab.",
}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a store of three reports of two bombs."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    lines = [f"{name},,Example {name[0].upper()},2024-03-07" for name in REPORTS]
    sidecar = tmp_path / "m.csv"
    sidecar.write_text("\n".join(["file,part,source,published", *lines]) + "\n", encoding="utf-8")
    assert Done("run", folder, "--metadata", sidecar, "--into", tmp_path / "t.db").code == 0
    return tmp_path / "t.db"


def of(store: Path, place: str) -> dict[str, object]:
    (found,) = Done("incidents", store, "--place", place, "--format", "jsonl").records
    return found


def mention(store: Path, file: str) -> str:
    records = Done("mentions", store, "--format", "jsonl").records
    return next(str(r["mention_id"]) for r in records if str(r["report"]["file"]).endswith(file))  # type: ignore[index]


def tellings(store: Path, place: str, field: str) -> list[tuple[str, str]]:
    fields = of(store, place)["fields"]
    told = next(f["tellings"] for f in fields if f["field"] == field)  # type: ignore[attr-defined]
    return [(t["value"], t["claimant"]["text"]) for t in told]


def test_one_claim_is_rejected_and_taken_up_again(town: Path) -> None:
    assert tellings(town, "Kafr Nabl", "perpetrator") == [("Al-Shabaab", "Witnesses")]
    done = Done("judge", town, "reject", mention(town, "c.txt"), "perpetrator", "witness", *WHO)
    assert (done.code, done.out.split(": ")[1].split(" by ")[0]) == (0, "reject perpetrator")
    assert tellings(town, "Kafr Nabl", "perpetrator") == []
    assert "reject perpetrator by Witnesses" in Done("show", town, "--place", "Kafr Nabl").out
    Done("judge", town, "reject", mention(town, "c.txt"), "killed", "a hospital official", *WHO)
    assert tellings(town, "Kafr Nabl", "killed") == [("2", "Example C")]
    assert Done("judge", town, "undo", done.out.split()[1].rstrip(":"), *WHO).code == 0
    assert tellings(town, "Kafr Nabl", "perpetrator") == [("Al-Shabaab", "Witnesses")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("killed", "nobody"), "nobody of that name claims it; claimed by a hospital official"),
        (("weapon", "nobody"), "no claim of weapon is coded here"),
        (("killed",), "write ID FIELD CLAIMANT"),
    ],
)
def test_a_claim_that_is_none_is_refused(town: Path, words: tuple[str, ...], said: str) -> None:
    done = Done("judge", town, "reject", mention(town, "c.txt"), *words, *WHO)
    assert (done.code, done.out) == (2, "")
    assert said in done.said[0]


def test_who_tells_a_field_with_the_whole_event_is_rejected_by_it(town: Path) -> None:
    ident = mention(town, "a.txt")
    refused = Done("judge", town, "reject", ident, "weapon", "civil defence", *WHO)
    assert "write event instead of weapon" in refused.said[0]
    assert Done("judge", town, "reject", ident, "event", "civil defence", *WHO).code == 0
    assert ("8", "Example A") in tellings(town, "Afrin", "killed")


def test_a_place_that_is_set_keeps_its_point(town: Path) -> None:
    done = Done("judge", town, "set", mention(town, "c.txt"), "place", "Hajin", *WHO)
    assert "Hajin is put on the map as 34.69" in done.said[0]
    found = of(town, "Hajin")
    assert (found["lat"], found["admin1"], found["country"], found["precision"]) == (34.69, "Deir ez-Zor", "SY", 1)
    unknown = Done("judge", town, "set", mention(town, "c.txt"), "place", "Kharab Mubtakara", *WHO)
    assert "no gazetteer has Kharab Mubtakara" in unknown.said[0]
    assert of(town, "Kharab Mubtakara")["lat"] is None


def test_incidents_that_end_and_former_ones_are_told(town: Path) -> None:
    first, moved = str(of(town, "Afrin")["incident_id"]), mention(town, "c.txt")
    Done("judge", town, "set", moved, "place", "Afrin", *WHO)
    done = Done("judge", town, "set", moved, "date", "2024-03-05", *WHO)
    now = str(of(town, "Afrin")["incident_id"])
    assert any(
        f"incident {first}, which you did not name, is no more; its mentions are now in {now}" in s for s in done.said
    )
    former = Done("judge", town, "reject", first, *WHO)
    assert f"note: {first} is a former incident, now part of {now}; what it held itself is judged" in former.said
    left = [r["mention_id"] for r in Done("mentions", town, "--format", "jsonl").records]
    assert left == [moved]


@pytest.mark.parametrize("value", ["-3", "-3-5"])
def test_a_count_below_nothing_is_refused(town: Path, value: str) -> None:
    done = Done("judge", town, "set", mention(town, "c.txt"), "killed", value, *WHO)
    assert done.code == 2
    assert "no count is below 0" in done.said[0]


def test_an_option_that_is_none_is_refused(town: Path) -> None:
    done = Done("judge", town, "reject", mention(town, "c.txt"), "--wyh", "an exercise", *WHO)
    assert (done.code, "--wyh: no such option" in done.said[0]) == (2, True)


def test_types_by_what_tables_call_them(town: Path) -> None:
    assert len(Done("incidents", town, "--type", "mine/ied", "--format", "jsonl").records) == 2
    assert Done("incidents", town, "--type", "air strike").code == 0
    several = Done("incidents", town, "--type", "bomb missile")
    assert several.code == 2
    note = Done("incidents", town, "--type", "government")
    assert note.code == 0
    assert Done("judge", town, "set", mention(town, "c.txt"), "type", "suicide", *WHO).code == 0
    unclear = Done("judge", town, "set", mention(town, "c.txt"), "type", "protest", *WHO)
    assert "may be several" in unclear.said[0]


@pytest.mark.parametrize("name", ["الشباب", "حركة الشباب", "Al Shabaab", "al-shabaab"])
def test_an_actor_by_any_known_name(town: Path, name: str) -> None:
    assert len(Done("incidents", town, "--actor", name, "--format", "jsonl").records) == 1


def test_a_sidecar_for_other_files_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORTS["a.txt"], encoding="utf-8")
    rows = [f"{n}.txt,,Example A,2024-03-07" for n in ("a", *range(9))]
    (tmp_path / "m.csv").write_text("\n".join(["file,part,source,published", *rows]) + "\n", encoding="utf-8")
    done = Done("code", tmp_path / "a.txt", "--metadata", tmp_path / "m.csv")
    told = [line for line in done.said if "no file" in line]
    assert len(told) == 1
    assert "9 lines name no file among the input: 0.txt (line 3), 1.txt (line 4), 2.txt (line 5) and 6 more" in told[0]


def test_an_edited_file_is_told(tmp_path: Path) -> None:
    page, store = tmp_path / "a.txt", tmp_path / "t.db"
    options = ("--published", "2024-03-07", "--source", "Example A", "--into", store)
    page.write_text(REPORTS["a.txt"], encoding="utf-8")
    assert not any("edited" in line for line in Done("run", page, *options).said)
    page.write_text(REPORTS["a.txt"].replace("eight", "nine"), encoding="utf-8")
    said = Done("run", page, *options).said
    assert f"edited since: 1 of the new reports stand where the store has other words ({page})" in said[1]
    assert not any("edited" in line for line in Done("run", page, *options).said)
