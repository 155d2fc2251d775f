"""Tolls of nought: "no casualties", «دون وقوع إصابات» (codebook, "Settled doubts")."""

from __future__ import annotations

import re

from reportedly.coding.bare_tolls import denial
from reportedly.coding.reading import Reading
from reportedly.coding.tolls import INJURED, KILLED, TollFact
from reportedly.records import Toll

_NOBODY = re.compile(
    r"\b(?:no|any|without(?:\s+(?:causing|any))*)\s+(?:reported\s+|human\s+|civilian\s+|further\s+|known\s+|immediate\s+|other\s+)*"
    r"(?P<what>casualt(?:y|ies)|causalit(?:y|ies)|loss(?:es)?\s+of\s+life|human\s+loss(?:es)?|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|"
    r"losses\s+in\s+lives|victims)\b(?!\s+(?:figure|toll|count|number))",
    re.IGNORECASE,
)

_UNTOLD = re.compile(
    r"\b(?:no\s+(?:word|information|reports?|details?|news|figures?)|unclear|not\s+known|unknown)\b", re.IGNORECASE
)


def nobody_hurt(reading: Reading) -> list[TollFact]:
    """Return the zeros of "no casualties"; "no word on casualties" tells nothing (codebook, "Settled doubts")."""
    if reading.sentence.language == "ar":
        return _nobody_in_tree(reading)
    text, start = reading.sentence.text, reading.sentence.start
    match = _NOBODY.search(text)
    if match is None or _UNTOLD.search(text) or (match.group().lower().startswith("any") and " not " not in text):
        return []
    what = match["what"].lower()
    kinds: tuple[str, ...] = (INJURED,) if what.startswith("injur") else (KILLED,)
    if what.startswith(("casualt", "causalit", "human", "victim")):
        kinds = (KILLED, INJURED)
    span = reading.report.span(start + match.start(), start + match.end())
    index = reading.token_at(start + match.start("what"))
    return [TollFact(kind, Toll(0, 0, 0, span), (), index) for kind in kinds]


_HARM = {
    "casualty": (KILLED, INJURED), "victim": (KILLED, INJURED), "injury": (KILLED, INJURED),
    "dead": (KILLED,), "martyr": (KILLED,), "wounded": (INJURED,),
}  # fmt: skip
"""Nouns for people harmed, with the tolls that their absence makes zero; Arabic *injuries* are casualties of any kind."""


def _nobody_in_tree(reading: Reading) -> list[TollFact]:
    """Return the zeros of harm that a count of none or a negated verb denies, for sentences without English wording."""
    found: dict[str, TollFact] = {}
    dead = any(t.lemma in ("kill", "killing", "die", "death", "assassinate", "assassination") for t in reading.tokens)
    for token in reading.tokens:
        kinds = _HARM.get(token.lemma, ())
        start = denial(reading, token.index) if kinds else None
        if start is None:
            continue
        span = reading.span(start, token.index)
        for kind in (INJURED,) if token.lemma == "injury" and dead else kinds:
            found.setdefault(kind, TollFact(kind, Toll(0, 0, 0, span), (), token.index))
    return list(found.values())
