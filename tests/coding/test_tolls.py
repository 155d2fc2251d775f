"""The rules of CODEBOOK, "Fields", for killed and injured, each on sentences of several wars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Mention

from .conftest import toll_range

Only = Callable[[str], Mention]
Range = tuple[int, int, int | None] | None

BARE = (2, 3, None)
ONE_OF_EACH = (1, 3, None)
NONE = (0, 0, 0)

COUNTS: list[tuple[str, Range]] = [
    ("Gunmen killed 7 villagers in Solhan on Saturday.", (7, 7, 7)),
    ("Gunmen killed seven villagers in Solhan on Saturday.", (7, 7, 7)),
    ("Twenty-three villagers were killed in an attack on Beni on Saturday.", (23, 23, 23)),
    ("1,200 people were killed when gunmen attacked Beni on Saturday.", (1200, 1200, 1200)),
    ("A total of 16 people were killed in an attack on Beni on Saturday.", (16, 16, 16)),
    ("At least 14 miners were killed when gunmen attacked a gold site near Djibo on Tuesday.", (14, 14, None)),
    ("No fewer than 12 people were killed when gunmen attacked a church in Benue on Saturday.", (12, 12, None)),
    ("More than 30 soldiers were killed when militants stormed a base in Boulikessi on Monday.", (30, 30, None)),
    ("Over 100 people were killed when gunmen attacked Ogossagou village in Mali on Saturday.", (100, 100, None)),
    ("Up to nine soldiers were killed in a rebel ambush near Goma on Tuesday.", (0, 9, 9)),
    ("As many as 12 people were killed when gunmen attacked a church in Benue on Saturday.", (0, 12, 12)),
    ("Between 10 and 15 herders were killed when raiders attacked a camp near Pibor on Sunday.", (10, 12, 15)),
    ("10 to 15 herders were killed when raiders attacked a camp near Pibor on Sunday.", (10, 12, 15)),
    ("About 20 soldiers were killed when militants stormed a base in Boulikessi on Monday.", (20, 20, 20)),
    ("Nearly 20 soldiers were killed when militants stormed a base in Boulikessi on Monday.", (20, 20, 20)),
    ("Several soldiers were killed when a roadside bomb exploded near Maiduguri on Monday.", BARE),
    ("Shelling killed civilians in Avdiivka on Monday.", BARE),
    ("An undetermined number of rebels were killed in clashes in Marib on Saturday.", BARE),
    ("Tens of fighters were killed in clashes in Marib on Monday.", (10, 10, None)),
    ("A dozen fighters were killed in clashes in Marib on Monday.", (12, 12, 12)),
    ("Half a dozen policemen were killed in an attack on Beni on Saturday.", (6, 6, 6)),
    ("Two dozen policemen were killed in an attack on Beni on Saturday.", (24, 24, 24)),
    ("Dozens of residents were killed when warplanes bombed a market in Nyala on Monday.", (12, 12, None)),
    ("Scores of residents were killed when warplanes bombed a market in Nyala on Monday.", (20, 20, None)),
    ("Hundreds of civilians were killed when gunmen attacked the town of El Geneina on Monday.", (100, 100, None)),
    ("A woman was killed by shelling in Kherson on Friday.", (1, 1, 1)),
    ("One person was killed when a shell landed in Donetsk on Sunday.", (1, 1, 1)),
    ("A mine blast killed Olena Marchuk near Izium on Friday.", (1, 1, 1)),
    ("A militant commander, Abdi Warsame, was killed in a drone strike near Jilib on Friday.", (1, 1, 1)),
    ("A soldier died of his wounds after clashes in Kachin State on Sunday.", (1, 1, 1)),
    ("Insurgents beheaded six fishermen near Palma on Sunday.", (6, 6, 6)),
    ("Four police officers were shot dead in Arauca on Friday.", (4, 4, 4)),
    ("Three Palestinians were martyred in an Israeli strike on Rafah on Saturday.", (3, 3, 3)),
]

SUMS_AND_PARTS: list[tuple[str, Range]] = [
    ("A drone strike killed two farmers and a shepherd near Kupiansk on Friday.", (3, 3, 3)),
    ("A rocket killed three men, two women and a boy in Sderot on Friday.", (6, 6, 6)),
    ("A shell fell on a house in Donetsk on Sunday, killing a couple and their daughter.", (3, 3, 3)),
    ("Eleven people, including three children, were killed in an air strike on Saada on Friday.", (11, 11, 11)),
    ("Shelling killed five people in Toretsk on Friday, among them two rescuers.", (5, 5, 5)),
    ("The attack on Bunia on Saturday killed seven people, of whom three were children.", (7, 7, 7)),
    ("Gunmen shot three students dead in Jos on Sunday. The three students were killed on their way home.", (3, 3, 3)),
]

TOTALS: list[tuple[str, Range]] = [
    ("The death toll from the bombing of a market in Aden rose to nine on Sunday.", (9, 9, 9)),
    ("A car bomb exploded in Baidoa on Sunday. The death toll rose to nine.", (9, 9, 9)),
    ("The blast in Peshawar on Sunday claimed the lives of four worshippers.", (4, 4, 4)),
    ("A landmine near Benghazi claimed the lives of two children on Sunday.", (2, 2, 2)),
    ("Shells hit Sloviansk on Monday. The mayor put the death toll at nine.", (9, 9, 9)),
]

BOTH: list[tuple[str, Range, Range]] = [
    ("Shelling killed and injured several people in Taiz on Friday.", ONE_OF_EACH, ONE_OF_EACH),
    ("A grenade blast killed and wounded several in Bujumbura on Friday.", ONE_OF_EACH, ONE_OF_EACH),
    ("A car bomb in Mogadishu left six people dead and 13 wounded on Friday.", (6, 6, 6), (13, 13, 13)),
    ("A suicide bombing in Kabul on Friday left 12 dead and 30 injured.", (12, 12, 12), (30, 30, 30)),
    ("An explosion in Quetta killed three traders and injured 17 others on Friday.", (3, 3, 3), (17, 17, 17)),
    ("Three soldiers were killed and another wounded in an ambush near Gao on Sunday.", (3, 3, 3), (1, 1, 1)),
    ("A shell fell on a house in Donetsk on Sunday, killing 2 and wounding 5.", (2, 2, 2), (5, 5, 5)),
    ("12 people died and 5 were hurt when a bomb went off in Abuja on Saturday.", (12, 12, 12), (5, 5, 5)),
    (
        "An Israeli strike on Khan Younis killed at least 3 Palestinians and injured dozens on Saturday.",
        (3, 3, None),
        (12, 12, None),
    ),
    ("An IED wounded two Kenyan soldiers near Lamu on Sunday.", None, (2, 2, 2)),
    ("A few soldiers were wounded in shelling on Afrin on Saturday.", None, BARE),
    ("Some civilians were injured by shelling in Afrin on Saturday.", None, BARE),
    ("A woman and her two sons were wounded by a rocket in Sderot on Saturday.", None, (3, 3, 3)),
]

NOBODY: list[tuple[str, Range, Range]] = [
    ("Rockets hit the airport in Erbil on Sunday without causing casualties.", NONE, NONE),
    ("Rockets hit the airport in Erbil on Sunday, but no casualties were reported.", NONE, NONE),
    ("There were no casualties when rockets hit the airport in Erbil on Sunday.", NONE, NONE),
    ("Rockets hit the airport in Erbil on Sunday. Nobody was hurt.", None, NONE),
    ("Rockets hit the airport in Erbil on Sunday but no one was killed.", NONE, None),
]

UNTOLD = [
    "Rockets hit the airport in Erbil on Sunday.",
    "Rockets hit the airport in Erbil on Sunday; there was no word on casualties.",
    "Rockets hit the airport in Erbil on Sunday and caused only material damage.",
    "Rockets hit the airport in Erbil on Sunday, and it was unclear whether there were casualties.",
    "Rockets hit the airport in Erbil on Sunday and destroyed four vehicles.",
    "An air strike on Saada killed 40 goats on Sunday.",
]


@pytest.mark.parametrize(("text", "killed"), [*COUNTS, *SUMS_AND_PARTS, *TOTALS])
def test_killed(only: Only, text: str, killed: Range) -> None:
    mention = only(text)
    assert toll_range(mention.killed) == killed
    assert mention.injured is None


@pytest.mark.parametrize(("text", "killed", "injured"), [*BOTH, *NOBODY])
def test_killed_and_injured(only: Only, text: str, killed: Range, injured: Range) -> None:
    mention = only(text)
    assert (toll_range(mention.killed), toll_range(mention.injured)) == (killed, injured)


@pytest.mark.parametrize("text", UNTOLD)
def test_no_word_on_people_is_no_toll(only: Only, text: str) -> None:
    mention = only(text)
    assert mention.killed is None
    assert mention.injured is None


def test_victims_spoken_of_again_are_not_counted_again(only: Only) -> None:
    mention = only("Gunmen killed three students in Jos on Sunday. The three students were buried on Monday.")
    assert toll_range(mention.killed) == (3, 3, 3)


@pytest.mark.parametrize("text", [text for text, _ in COUNTS])
def test_the_words_of_a_toll_are_verbatim(only: Only, text: str) -> None:
    killed = only(text).killed
    assert killed is not None
    assert text[killed.span.start : killed.span.end] == killed.span.text


def test_the_home_of_the_hurt_is_not_where_they_were_hurt(only: Only) -> None:
    mention = only("Two soldiers of the government in Damascus were injured in a drone attack on Palmyra on Monday.")
    assert (mention.sub_event_type, mention.place and mention.place.name) == ("Air/drone strike", "Palmyra")
    assert toll_range(mention.injured) == (2, 2, 2)


def test_misspelt_casualties_are_none_all_the_same(only: Only) -> None:
    mention = only("A shell hit a bunker near Goma on Monday. No causalities were reported.")
    assert toll_range(mention.killed) == (0, 0, 0)
