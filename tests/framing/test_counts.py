from __future__ import annotations

from reportedly.framing import Naming, WordCount, count_namings

from .make import namings

ARMY = "The Syrian army shelled a mill near Homs."
REGIME = "Regime forces shelled a mill near Homs in Syria."
QUOTED = 'The mayor said: "Regime forces shelled a mill near Homs in Syria."'
MONITOR = "The Syrian Observatory for Human Rights said that a mill was shelled."


def told(outlet: str, *texts: str) -> list[Naming]:
    return [naming for text in texts for naming in namings(text, outlet)]


def test_outlets_and_words_most_frequent_first() -> None:
    found = count_namings([*told("A", ARMY), *told("B", REGIME, REGIME, ARMY, QUOTED)])
    (army,) = found
    assert (army.actor, army.total, army.loaded) == ("Syrian Army", 5, 2)
    assert [(o.outlet, o.total, o.loaded, o.quoted) for o in army.outlets] == [("B", 4, 2, 1), ("A", 1, 0, 0)]
    assert army.outlets[0].loaded_words == (WordCount("regime", 2, 1),)
    assert army.outlets[0].plain_words == (WordCount("Syrian army", 1),)


def test_the_most_loaded_actor_comes_first_in_any_order_of_the_input() -> None:
    every = [*told("A", REGIME, "Terrorists shelled a mill.", "Terrorists fled."), *told("B", ARMY, ARMY, ARMY)]
    found = count_namings(every)
    assert [actor.actor for actor in found] == ["Unidentified armed group", "Syrian Army"]
    assert count_namings(every[::-1]) == found


def test_who_only_speaks_is_shown_once_somebody_loads_the_name() -> None:
    assert count_namings(told("A", MONITOR)) == ()
    (monitor,) = count_namings([*told("A", MONITOR), *told("B", MONITOR.replace("The", "The so-called"))])
    assert (monitor.total, monitor.loaded) == (2, 1)


def test_spellings_that_differ_in_case_or_possession_are_one() -> None:
    texts = (
        "The Syrian army fired.",
        "The Syrian Army fired.",
        "The Syrian Army fired.",
        "The SYRIAN ARMY's men fired.",
    )
    plain = count_namings(told("A", *texts))[0].outlets[0].plain_words
    assert plain[0].words == "Syrian Army"
    assert plain[0].times >= 3
