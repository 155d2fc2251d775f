"""Who took part in a protest that names nobody itself: the protesters of whom its sentence or the next one speaks."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotations import ActorMention
from reportedly.coding.draft import Draft
from reportedly.coding.reading import Reading
from reportedly.records import Status


def name_marchers(draft: Draft, readings: Sequence[Reading]) -> None:
    """Give a march or a riot without a crowd the protesters told of beside it ("A march set out; protesters held signs")."""
    parts = draft.parts
    if draft.verdict.status is not Status.EVENT or parts.participants or parts.perpetrators:
        return
    if draft.type not in ("Peaceful protest", "Violent demonstration"):
        return
    here = [t.reading for t in (draft, *draft.told_again)]
    last = here[-1].sentence.index
    after = [r for r in readings if r.sentence.index == last + 1]
    found = next((a for r in (*here, *after) if (a := _protesters(r)) is not None), None)
    if found is not None and draft.type == "Peaceful protest":
        parts.participants = [found]
    elif found is not None:
        parts.perpetrators = [found]


def _protesters(reading: Reading) -> ActorMention | None:
    """Return the first protesters of a sentence, in the plural, or ``None``."""
    for token in reading.tokens:
        if token.tag == "NNS" and token.pos == "NOUN" and reading.lexicon.is_noun("protesters", token.lemma):
            return reading.civilian(token.index)
    return None
