from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.evaluate import GoldEvent, GoldPlace, GoldToll, distance_km
from reportedly.evaluate.compare import same_date, same_place, same_precision, same_toll
from reportedly.records import DateValue, Mention, PlaceValue, Span, Status, Toll

from .make import mention

AT = Span(0, 3, "The")
BASE = mention("The two sides clashed.", "clashed")
EVENT = GoldEvent("r-1", "r", (Status.EVENT,), "clashed", ("Armed clash",))


def placed(**values: object) -> Mention:
    return replace(BASE, place=replace(PlaceValue("Xtown", AT, country="SY"), **values))  # type: ignore[arg-type]


def gold_place(**values: object) -> GoldEvent:
    place = replace(GoldPlace("Xtown", None, None, (), "SY", (1,)), **values)  # type: ignore[arg-type]
    return replace(EVENT, places=(place,))


def test_distance() -> None:
    assert distance_km(0, 0, 0, 1) == pytest.approx(111.19, abs=0.01)
    assert distance_km(10, 20, 10, 20) == 0
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)


def test_place_within_25_km() -> None:
    gold = gold_place(lat=35.0, lon=36.0, admin1=("Hama",))
    assert same_place(gold, placed(lat=35.2, lon=36.0))
    assert not same_place(gold, placed(lat=35.3, lon=36.0, admin1="Hama"))
    assert not same_place(gold, placed(admin1="Hama"))
    assert not same_place(gold, BASE)
    assert same_place(EVENT, BASE) is None


def test_region_by_first_level_area() -> None:
    gold = gold_place(lat=35.0, lon=36.0, admin1=("Hama", "Homs"), precisions=(1, 3))
    assert same_place(gold, placed(lat=34.0, lon=37.0, admin1="Homs"))
    assert not same_place(gold, placed(lat=34.0, lon=37.0, admin1="Aleppo"))


def test_gold_without_point() -> None:
    gold = gold_place(name="Tall al-Rumman", admin1=("Idlib",))
    assert same_place(gold, placed(name="Tell Rummane"))
    assert same_place(gold, placed(name="elsewhere", admin1="Idleb"))
    assert not same_place(gold, placed(name="elsewhere", admin1="Hama"))


def test_country_alone() -> None:
    gold = gold_place(name=None, precisions=(3,))
    assert same_place(gold, placed(name=None))
    assert not same_place(gold, placed(name=None, admin1="Hama"))
    assert not same_place(gold, placed(name=None, country="IQ"))
    assert not same_place(gold, BASE)


def test_null_place_in_a_list() -> None:
    gold = replace(EVENT, places=(None,))
    assert same_place(gold, BASE)
    assert not same_place(gold, placed())


def test_precision() -> None:
    assert same_precision(gold_place(precisions=(1, 2)), placed(precision=2))
    assert not same_precision(gold_place(precisions=(1, 2)), placed(precision=3))
    assert not same_precision(gold_place(precisions=(1,)), BASE)
    assert same_precision(gold_place(precisions=()), BASE) is None


def test_date() -> None:
    dated = replace(BASE, date=DateValue("2020-01-02", AT))
    assert same_date(EVENT, dated) is None
    assert same_date(replace(EVENT, dates=("2020-01-02", None)), dated)
    assert same_date(replace(EVENT, dates=("2020-01-02", None)), BASE)
    assert not same_date(replace(EVENT, dates=(None,)), dated)
    assert not same_date(replace(EVENT, dates=("2020-01",)), dated)


@pytest.mark.parametrize(
    ("gold", "toll", "right"),
    [
        (GoldToll((3,), (3,), (3,)), Toll(3, 3, 3, AT), True),
        (GoldToll((3,), (3,), (3,)), Toll(2, 3, 3, AT), True),
        (GoldToll((3,), (3,), (3,)), Toll(1, 3, 3, AT), False),
        (GoldToll((3,), (3,), (None,)), Toll(3, 3, None, AT), True),
        (GoldToll((3,), (3,), (None,)), Toll(3, 3, 3, AT), False),
        (GoldToll((3,), (3, 4), (4,)), Toll(3, 4, 4, AT), True),
        (GoldToll((3,), (3,), (3,)), None, False),
        (None, None, True),
        (None, Toll(1, 1, 1, AT), False),
    ],
)
def test_toll(gold: GoldToll | None, toll: Toll | None, right: bool) -> None:
    assert same_toll((gold,), toll) is right


def test_toll_in_a_list() -> None:
    allowed = (GoldToll((1,), (1,), (1,)), None)
    assert same_toll(allowed, None)
    assert same_toll(allowed, Toll(1, 1, 1, AT))
