from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.incidents import Grade
from reportedly.link import summarise
from reportedly.link.same_body import same_bodies, words_of
from reportedly.records import Claim, Claimant, ClaimantKind, Span, Stance

from .make import Told, make


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Sudan Doctors Network", "شبكة أطباء السودان"),
        ("the Sudan Doctors Network", "the Sudan Doctors' Network"),
        ("governor Karam Example", "North Darfur governor Karam Example"),
        ("the El Fasher Resistance Committees", "the resistance committees of El Fasher"),
        ("Emergency Lawyers", "محامو الطوارئ"),
    ],
)
def test_one_body_under_two_names(one: str, other: str) -> None:
    first = same_bodies([one, other])
    assert first[one] == first[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Sudan Doctors Network", "the Sudan Doctors Syndicate"),
        ("the Russian defence ministry", "the Ukrainian defence ministry"),
        ("نقابة الأطباء", "شبكة أطباء السودان"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    first = same_bodies([one, other])
    assert first[one] != first[other]


def test_a_short_name_that_two_bodies_share_is_neither() -> None:
    names = ["the ministry", "the interior ministry", "the justice ministry"]
    first = same_bodies(names)
    assert len(set(first.values())) == len(names)


def test_outlets_are_one_but_for_words_of_the_press() -> None:
    first = same_bodies([], ["Alpha Agency", "ألفا", "Alpha Mills"])
    assert first["Alpha Agency"] == first["ألفا"] != first["Alpha Mills"]


@given(st.lists(st.text(alphabet="abc ديم", max_size=9), max_size=6))
def test_the_order_of_names_changes_nothing(names: list[str]) -> None:
    assert same_bodies(names) == same_bodies(reversed(names))
    assert all(words_of(name) == words_of(f" {name} ") for name in names)


def _told(report: str, who: str, kind: ClaimantKind, via: str | None = None) -> Told:
    relay = (Claimant(via, ClaimantKind.MEDIA),) if via else ()
    claim = Claim("event", None, Claimant(who, kind), Stance.REPORTS, Span(0, 1, "x"), via=relay)
    return Told(
        report=report, source=f"Outlet {report}", words=f"told by {report} in words of its own", claims=(claim,)
    )


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        (
            ("the interior ministry", ClaimantKind.OFFICIAL),
            ("interior ministry", ClaimantKind.OFFICIAL),
            Grade.SINGLE_SOURCE,
        ),
        (("police", ClaimantKind.OFFICIAL), ("Example Town police", ClaimantKind.OFFICIAL), Grade.SINGLE_SOURCE),
        (("Doctors Without Borders", ClaimantKind.LOCAL), ("MSF", ClaimantKind.LOCAL), Grade.SINGLE_SOURCE),
        (("residents", ClaimantKind.LOCAL, "AFP"), ("witnesses", ClaimantKind.LOCAL, "AFP"), Grade.SINGLE_SOURCE),
        (("residents", ClaimantKind.LOCAL), ("witnesses", ClaimantKind.LOCAL), Grade.CORROBORATED),
        (("police", ClaimantKind.OFFICIAL), ("the mayor", ClaimantKind.OFFICIAL), Grade.CORROBORATED),
    ],
)
def test_who_relays_one_body_bears_nothing_out(one: tuple[str, ...], other: tuple[str, ...], grade: Grade) -> None:
    told = [_told(report, *who) for report, who in (("a", one), ("b", other))]  # type: ignore[arg-type]
    assert summarise([make(t) for t in told]).grade is grade
