from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.errors import GoldError
from reportedly.evaluate import load_mentions
from reportedly.records import Role, Stance, Status

AT = {"text": "fought", "start": 5, "end": 11}
ROW = {
    "mention_id": "m1",
    "report": {
        "id": "r",
        "file": "a.txt",
        "part": 1,
        "start": 0,
        "end": 20,
        "source": None,
        "title": None,
        "language": "en",
        "published": "2021-05-04",
    },
    "status": "event",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "trigger": AT,
    "quote": AT,
    "date": {"edtf": "2021-05-03", **AT},
    "place": {
        "name": "Xtown",
        "gazetteer_id": None,
        "gazetteer_name": None,
        "admin1": None,
        "country": "SY",
        "lat": 35.0,
        "lon": 36.0,
        "precision": 1,
        "text": None,
        "start": None,
        "end": None,
    },
    "actors": [{"role": "target", "name": "Civilians", "actor_id": "civ", **AT}],
    "killed": {"low": 1, "best": 1, "high": None, **AT},
    "injured": None,
    "weapon": {"name": "mine", **AT},
    "claims": [
        {
            "field": "event",
            "value": None,
            "stance": "reports",
            **AT,
            "claimant": {"text": "a medic", "kind": "person", "actor_id": None},
        }
    ],
}


def test_reads_a_record(tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(json.dumps(ROW) + "\n\n" + json.dumps({**ROW, "date": None, "place": None}), encoding="utf-8")
    first, second = load_mentions(path)
    assert first.status is Status.EVENT
    assert first.place is not None
    assert first.place.span is None
    assert first.place.lat == 35.0
    assert first.killed is not None
    assert first.killed.high is None
    assert first.actors[0].role is Role.TARGET
    assert first.claims[0].stance is Stance.REPORTS
    assert first.trigger.text == "fought"
    assert second.date is None


@pytest.mark.parametrize("line", ["{", "[]", "3", '{"mention_id": "m"}', json.dumps({**ROW, "status": "maybe"})])
def test_a_fault_names_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + line, encoding="utf-8")
    with pytest.raises(GoldError, match=r"m\.jsonl:2"):
        load_mentions(path)
