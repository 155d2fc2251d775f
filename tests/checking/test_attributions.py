from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.checking.attributions import by_field, claim_pieces, is_own_voice, numbered, ordinal, own_voice
from reportedly.records import Claim, Claimant, ClaimantKind, Party, Series, Stance

from .make import claim, own, report, span

TOLD = report("The harbour master said so, the mayor told SANA, for the third time in two weeks, without proof.")


def told(made: Claim) -> str:
    return "".join(piece.text for piece in claim_pieces(made)).replace("\u00a0", " ")


def test_a_claim_in_words() -> None:
    made = claim(TOLD, "said", "so", field="killed", value="3")
    assert told(made) == "3, reports: the harbour master (official, port)"
    assert told(replace(made, value=None)) == "reports: the harbour master (official, port)"


def test_relays_parties_and_doubt() -> None:
    via = (Claimant("SANA", ClaimantKind.MEDIA), Claimant("a source", ClaimantKind.SOURCE))
    made = replace(claim(TOLD, "said", "so"), via=via, party=Party.DENIAL, distance=span(TOLD, "without proof"))
    assert told(made) == (
        "reports: the harbour master (official, port) · via SANA (media) · via a source (source) · denial"
        " · distance: “without proof”"
    )


def test_a_series() -> None:
    made = replace(own(TOLD, "series"), series=Series(3, span(TOLD, "time"), span(TOLD, "two weeks")))
    assert told(made) == "3rd “time” in “two weeks”, asserts: Harbour Wire (outlet)"
    assert made.series is not None
    bare = replace(made, series=replace(made.series, window=None))
    assert told(bare).startswith("3rd “time”, asserts")


def test_nobody_is_not_told_twice() -> None:
    made = replace(claim(TOLD, "said", "so"), claimant=Claimant("unnamed", ClaimantKind.UNNAMED))
    assert told(made) == "reports: unnamed"


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_the_outlets_own_voice() -> None:
    plain = own(TOLD)
    assert is_own_voice(plain)
    assert not is_own_voice(replace(plain, distance=span(TOLD, "without proof")))
    assert not is_own_voice(replace(plain, stance=Stance.DENIES))
    assert not is_own_voice(replace(plain, cue=span(TOLD, "said")))
    assert not is_own_voice(claim(TOLD, None, "so"))


def test_what_the_outlet_vouches_for() -> None:
    rival = claim(TOLD, "said", "so", field="killed", value="4")
    same = claim(TOLD, "said", "so", field="injured", value="2")
    claims = [own(TOLD), own(TOLD, "killed", "3"), own(TOLD, "injured", "2"), rival, same]
    assert own_voice(claims) == "event, killed 3, injured"
    assert own_voice([]) == "all of it"


def test_numbers_follow_the_words() -> None:
    late, early = claim(TOLD, "told", "SANA"), claim(TOLD, "said", "so")
    shared = replace(early, field="killed")
    numbers = numbered([own(TOLD), late, shared, early])
    assert sorted(numbers.values()) == [1, 2]
    assert [(field, number) for field, number, _ in by_field([late, shared, early], numbers)] == [
        ("event", 1),
        ("event", 2),
        ("killed", 1),
    ]


def test_fields_keep_their_order_and_unknown_ones_come_last() -> None:
    claims = [claim(TOLD, "said", "so", field=field) for field in ("mood", "series", "killed", "perpetrator")]
    found = [field for field, _, _ in by_field(claims, numbered(claims))]
    assert found == ["perpetrator", "killed", "series", "mood"]
