from __future__ import annotations

from dataclasses import replace

from reportedly.evaluate import GoldClaim
from reportedly.evaluate.claims import match_claims
from reportedly.records import Claimant, ClaimantKind, Stance

from .make import claim

TEXT = "A medic said two died; the army denied it."


def gold(field: str = "event", who: str = "A medic", stance: Stance = Stance.REPORTS) -> GoldClaim:
    return GoldClaim((field,), None, (who,), (stance,), None)


def test_field_claimant_and_stance() -> None:
    found = match_claims(
        [gold("perpetrator"), gold("target", "the army", Stance.DENIES)],
        [claim(TEXT, "A medic", "medic", "perpetrator"), claim(TEXT, "the army", "the army", "target")],
    )
    assert len(found.pairs) == 1
    assert len(found.missing) == len(found.extra) == 1
    assert len(found.stance_pairs) == 2


def test_event_and_toll_are_one_telling() -> None:
    telling = [claim(TEXT, "A medic", "a medic", field) for field in ("event", "killed", "injured")]
    for field in ("event", "killed"):
        for system in ([telling[1]], telling):
            found = match_claims([gold(field)], system)
            assert (len(found.pairs), found.missing, found.extra) == (1, (), ())
    found = match_claims([gold("event"), gold("killed")], telling[:1])
    assert (len(found.pairs), found.missing, found.extra) == (1, (), ())


def test_another_claimant_or_field_is_extra() -> None:
    other = [claim(TEXT, "the army", "the army", "killed"), claim(TEXT, "A medic", "a medic", "place")]
    found = match_claims([gold()], [claim(TEXT, "A medic", "a medic"), *other])
    assert found.extra == tuple(other)


def test_the_outlets_own_voice_is_left_out() -> None:
    own = replace(
        claim(TEXT, "two died", "Outlet"), claimant=Claimant("Outlet", ClaimantKind.OUTLET), stance=Stance.ASSERTS
    )
    assert match_claims([], [own]).extra == ()
    guess = replace(own, stance=Stance.SPECULATES)
    assert match_claims([], [guess]).extra == (guess,)


def test_two_culprits_need_two_claims() -> None:
    blame = gold("perpetrator", "The army", Stance.BLAMES)
    found = match_claims([blame, blame], [claim(TEXT, "the army", "the army", "perpetrator", Stance.BLAMES)])
    assert (len(found.pairs), len(found.missing)) == (1, 1)
