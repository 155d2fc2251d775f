from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.evaluate import (
    Gold,
    GoldEvent,
    GoldPlace,
    GoldReport,
    GoldRole,
    Scores,
    SourceText,
    check_gates,
    load_gates,
    load_gold,
    render_disagreements,
    render_reports,
    render_scores,
    score,
)
from reportedly.records import ActorValue, Mention, PlaceValue, Role, Span, Status

from .make import mention, perfect_mentions, span

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "Rebels shelled Atown and Btown. Shelling is frequent there. Gunmen clashed in Ctown."


def row(number: int, quote: str, kind: str = "Shelling/artillery/missile attack", *statuses: Status) -> GoldEvent:
    return GoldEvent(f"r-{number}", "r", statuses or (Status.EVENT,), quote, (kind,))


def at(event: GoldEvent, name: str) -> GoldEvent:
    return replace(event, places=(GoldPlace(name, None, None, (), "SY", (1,)),))


def run(events: list[GoldEvent], mentions: list[Mention], text: str = TEXT) -> Scores:
    gold = Gold("none/gold.yaml", (GoldReport("r", "en", file="a.txt"),), tuple(events))
    return score(gold, mentions, [SourceText("a.txt", text)])


def shares(scores: Scores, *names: str) -> list[tuple[int, int]]:
    return [(scores.figure(name).numerator, scores.figure(name).denominator) for name in names]


SHELLED = mention(TEXT, "shelled", kind="Shelling/artillery/missile attack")
CLASHED = mention(TEXT, "clashed")
DETECTION = ("detection_precision", "detection_recall")


def placed(made: Mention, name: str) -> Mention:
    return replace(made, mention_id=name, place=PlaceValue(name, span(TEXT, name), country="SY", precision=1))


def test_missed_and_false_alarm() -> None:
    scores = run([row(1, "Rebels shelled Atown")], [CLASHED])
    assert shares(scores, *DETECTION, "detection_f1") == [(0, 1), (0, 1), (0, 2)]
    assert [item.kind for item in scores.disagreements] == ["false alarm", "missed"]
    assert [item.sentence for item in scores.disagreements] == [
        "Gunmen clashed in Ctown.",
        "Rebels shelled Atown and Btown.",
    ]


def test_two_rows_of_one_sentence_are_told_apart_by_place() -> None:
    events = [at(row(1, "Rebels shelled Atown"), "Atown"), at(row(2, "Btown"), "Btown")]
    mentions = [placed(SHELLED, "Btown"), placed(SHELLED, "Atown")]
    scores = run(events, mentions)
    assert shares(scores, *DETECTION, "place") == [(2, 2), (2, 2), (2, 2)]


def test_in_a_shared_sentence_type_or_place_must_agree() -> None:
    events = [at(row(1, "Rebels shelled Atown"), "Atown"), at(row(2, "Btown"), "Btown")]
    wrong = replace(mention(TEXT, "shelled", kind="Arrests"), place=None)
    assert shares(run(events, [wrong]), *DETECTION) == [(0, 1), (0, 2)]
    assert shares(run(events[:1], [wrong]), *DETECTION) == [(1, 1), (1, 1)]


def test_one_to_one() -> None:
    scores = run([row(1, "Rebels shelled Atown")], [SHELLED, replace(SHELLED, mention_id="again")])
    assert shares(scores, *DETECTION) == [(1, 2), (1, 1)]


def test_a_non_event_row_called_event_is_a_false_alarm() -> None:
    habit = row(1, "Shelling is frequent", "Shelling/artillery/missile attack", Status.AGGREGATE)
    made = mention(TEXT, "Shelling", kind="Shelling/artillery/missile attack")
    scores = run([habit], [made])
    assert shares(scores, *DETECTION, "status") == [(0, 1), (0, 0), (0, 1)]
    right = run([habit], [replace(made, status=Status.AGGREGATE)])
    assert shares(right, *DETECTION, "status") == [(0, 0), (0, 0), (1, 1)]
    other = run([habit], [replace(made, status=Status.BACKGROUND)])
    assert shares(other, *DETECTION, "status") == [(0, 0), (0, 0), (0, 1)]
    assert shares(run([habit], []), *DETECTION, "status") == [(0, 0), (0, 0), (0, 0)]


@pytest.mark.parametrize(("status", "expected"), [(Status.EVENT, (1, 1)), (Status.AGGREGATE, (0, 0)), (None, (0, 0))])
def test_a_free_row_is_never_missed(status: Status | None, expected: tuple[int, int]) -> None:
    free = row(1, "Rebels shelled", "Shelling/artillery/missile attack", Status.EVENT, Status.AGGREGATE)
    mentions = [] if status is None else [replace(SHELLED, status=status)]
    scores = run([free], mentions)
    assert shares(scores, *DETECTION) == [expected, (0, 0)]


def test_an_event_called_background_is_missed() -> None:
    scores = run([row(1, "Rebels shelled")], [replace(SHELLED, status=Status.BACKGROUND)])
    assert shares(scores, *DETECTION, "type") == [(0, 0), (0, 1), (0, 0)]
    assert scores.disagreements[0].system == "called background"


def actor(role: Role, name: str) -> ActorValue:
    return ActorValue(role, name, "id", span(TEXT, "Rebels"))


def test_actors_by_role_and_alias(tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,aliases\nOpposition factions,rebels\n", encoding="utf-8")
    roles = (
        GoldRole(Role.PERPETRATOR, (("Opposition factions",),)),
        GoldRole(Role.TARGET, (("Civilians", "Refugees"),)),
        GoldRole(Role.PARTICIPANT, ()),
    )
    event = replace(row(1, "Rebels shelled"), roles=roles)
    made = replace(SHELLED, actors=(actor(Role.PERPETRATOR, "Rebels"), actor(Role.PARTICIPANT, "Civilians")))
    gold = Gold("none/gold.yaml", (GoldReport("r", "en", file="a.txt"),), (event,))
    scores = score(gold, [made], [SourceText("a.txt", TEXT)], actors=table)
    assert shares(scores, "actors_precision", "actors_recall", "actors_f1") == [(1, 2), (1, 2), (2, 4)]
    assert [item.kind for item in scores.disagreements] == ["target missing", "participant extra"]
    unjudged = run([row(1, "Rebels shelled")], [made])
    assert shares(unjudged, "actors_f1") == [(0, 0)]


def test_a_span_that_is_not_verbatim() -> None:
    broken = replace(SHELLED, quote=Span(0, 6, "rebels"))
    scores = run([row(1, "Rebels shelled")], [broken])
    assert shares(scores, "verbatim") == [(1, 2)]
    assert scores.disagreements[-1].kind == "not verbatim"
    outside = replace(SHELLED, quote=Span(500, 501, ""))
    assert shares(run([row(1, "Rebels shelled")], [outside]), "verbatim") == [(1, 2)]


def test_language_and_parts_of_a_page() -> None:
    text = "Rebels shelled Atown.\nقصف المسلحون البلدة\nGunmen clashed."
    kinds = [("r1", "en", 1, "shelled"), ("r2", "ar", 2, "قصف"), ("r3", "en", 3, "clashed")]
    reports = tuple(GoldReport(name, language, lines=(line, line)) for name, language, line, _ in kinds)
    events = tuple(replace(row(1, word), id=f"{name}-1", report=name) for name, _, _, word in kinds)
    mentions = [mention(text, word, "dir/a.txt", "Shelling/artillery/missile attack") for *_, word in kinds]
    gold = Gold("none/gold.yaml", reports, events)
    texts = [SourceText("dir/a.txt", text)]
    everything = score(gold, mentions, texts)
    assert shares(everything, *DETECTION) == [(3, 3), (3, 3)]
    assert shares(score(gold, mentions, texts, language="en"), *DETECTION) == [(2, 2), (2, 2)]
    assert [report.report for report in everything.reports] == ["r1", "r2", "r3"]
    assert "r3" in render_reports(everything)


def test_rendering_and_gates(tmp_path: Path) -> None:
    scores = run([row(1, "Rebels shelled"), row(2, "clashed", "Armed clash")], [SHELLED])
    table = render_scores(scores)
    assert "detection_recall" in table
    assert "0.500" in table
    assert "| Gunmen clashed in Ctown." in render_disagreements(scores.disagreements)
    gates = tmp_path / "gates.toml"
    gates.write_text("[seed]\ndetection_precision = 1\ndetection_recall = 0.6\nstatus = 0.5\n", encoding="utf-8")
    failures = check_gates(scores, load_gates(gates, "seed"))
    assert [failure.figure for failure in failures] == ["detection_recall", "status"]
    assert "0.500" in str(failures[0])
    assert "nothing to judge" in str(failures[1])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[dev]\n", "no section"),
        ("[seed]\nspeed = 1\n", "no such figure"),
        ("[seed]\ntype = 2\n", "a share"),
        ("[", "read"),
    ],
)
def test_gate_faults(tmp_path: Path, text: str, message: str) -> None:
    gates = tmp_path / "gates.toml"
    gates.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=message):
        load_gates(gates, "seed")


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the repository")
@pytest.mark.parametrize(("name", "pattern"), [("seed", "reports/*.txt"), ("dev", "reports/dev/*.txt")])
def test_a_perfect_system_scores_one_on_real_gold(name: str, pattern: str) -> None:
    gold = load_gold(SHARED / "gold" / f"{name}.yaml")
    texts = [SourceText(str(path), path.read_text(encoding="utf-8")) for path in sorted(SHARED.glob(pattern))]
    scores = score(gold, perfect_mentions(gold, texts), texts)
    assert {figure.value for figure in scores.figures} == {1.0}
    assert scores.disagreements == ()
