"""Score mentions against gold, list what differs, and hold the figures to floors."""

from reportedly.evaluate.compare import distance_km
from reportedly.evaluate.gold import Gold, GoldClaim, GoldEvent, GoldPlace, GoldReport, GoldRole, GoldToll
from reportedly.evaluate.load import load_gold
from reportedly.evaluate.mentions import load_mentions
from reportedly.evaluate.names import ActorNames, load_actor_names, same_place_name
from reportedly.evaluate.score import score
from reportedly.evaluate.scores import (
    FIGURES,
    Disagreement,
    Figure,
    Floor,
    GateFailure,
    Gates,
    ReportScores,
    Scores,
    check_gates,
    load_gates,
    render_disagreements,
    render_reports,
    render_scores,
)
from reportedly.evaluate.texts import SourceText

__all__ = [
    "FIGURES",
    "ActorNames",
    "Disagreement",
    "Figure",
    "Floor",
    "GateFailure",
    "Gates",
    "Gold",
    "GoldClaim",
    "GoldEvent",
    "GoldPlace",
    "GoldReport",
    "GoldRole",
    "GoldToll",
    "ReportScores",
    "Scores",
    "SourceText",
    "check_gates",
    "distance_km",
    "load_actor_names",
    "load_gates",
    "load_gold",
    "load_mentions",
    "render_disagreements",
    "render_reports",
    "render_scores",
    "same_place_name",
    "score",
]
