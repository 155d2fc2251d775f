from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import LinkError
from reportedly.incidents import Linked
from reportedly.link import Known, index_keys, link, link_new, linkable, lookup_keys, profile
from reportedly.link.reasons import in_words
from reportedly.link.setting import tells_another
from reportedly.link.updates import tells_growth
from reportedly.records import Mention, Status

from .make import COUNTRY, FAR, NEARBY, PROVINCE, TALL, TALL_ARABIC, UNMAPPED, Told, make
from .strategies import told

STRIKE = Told(perpetrators=("Turkish Army",), targets=("Civilians",), killed=(5, 5, 5), weapon="drone")
many = st.lists(told, max_size=14, unique=True).map(lambda all_told: [make(t) for t in all_told])


def joined(*all_told: Told) -> bool:
    """Whether all end in one cluster."""
    return len(link([make(t) for t in all_told]).clusters) == 1


def other(**changed: object) -> Told:
    """The strike as another report tells it."""
    fields = {name: getattr(STRIKE, name) for name in Told.__dataclass_fields__}
    return Told(**{**fields, "report": "r2", **changed})


def test_two_languages_tell_one_strike() -> None:
    assert joined(STRIKE, other(site=TALL_ARABIC, language="ar"))


def test_a_backer_and_the_backed_may_be_one() -> None:
    assert joined(STRIKE, other(perpetrators=("Turkish-backed forces",)))


def test_another_day_or_another_place_is_another_strike() -> None:
    assert not joined(STRIKE, other(day="2031-05-11", published="2031-05-11"))
    assert not joined(STRIKE, other(site=FAR))


def test_a_village_lies_in_its_province() -> None:
    assert joined(STRIKE, other(site=PROVINCE))


def test_a_report_without_a_day_is_told_within_days() -> None:
    assert joined(STRIKE, other(day=None, published="2031-05-04"))
    assert not joined(STRIKE, other(day=None, published="2031-05-30"))


def test_without_a_day_strong_evidence_is_needed() -> None:
    undated = Told(report="r2", day=None, published=None, site=TALL)
    assert not joined(STRIKE, undated)
    told_alike = other(day=None, published=None, injured=(9, 9, 9), words="a drone struck the old mill at dawn")
    assert joined(other(report="r1", injured=(9, 9, 9), words="a drone struck the old mill at dawn"), told_alike)


def test_without_a_place_strong_evidence_is_needed() -> None:
    assert not joined(STRIKE, Told(report="r2", site=COUNTRY, killed=(1, 1, 1)))
    assert joined(other(report="r1", injured=(9, 9, 9)), other(site=COUNTRY, injured=(9, 9, 9)))


def test_two_events_of_one_report_stay_two() -> None:
    assert not joined(STRIKE, other(report="r1", number=1))


def test_only_events_are_linked() -> None:
    aggregate = make(other(status=Status.AGGREGATE))
    assert link([make(STRIKE), aggregate]).clusters == ((make(STRIKE).mention_id,),)


def test_reviewers_have_the_last_word() -> None:
    one, two, far = make(STRIKE), make(other()), make(other(report="r3", site=FAR))
    ids = (one.mention_id, two.mention_id, far.mention_id)
    parted = link([one, two, far], cannot=[(ids[0], ids[1])])
    assert len(parted.clusters) == 3
    moved = link([one, two, far], must=[(ids[0], ids[2])], cannot=[(ids[0], ids[1])])
    assert tuple(sorted((ids[0], ids[2]))) in moved.clusters
    with pytest.raises(LinkError):
        link([one, two], must=[(ids[0], ids[1])], cannot=[(ids[1], ids[0])])


def test_a_judgement_on_a_mention_that_is_gone_changes_nothing() -> None:
    one = make(STRIKE)
    assert link([one], must=[(one.mention_id, "gone")], cannot=[("gone", "too")]).clusters == ((one.mention_id,),)


def test_nothing_links_to_nothing() -> None:
    assert link([]) == Linked((), (), ())


def test_links_tell_why() -> None:
    found = link([make(STRIKE), make(other())]).links[0]
    assert "same day" in [r.words for r in found.reasons]
    assert "perpetrator alike" in [r.words for r in found.reasons]
    assert found.probability > 0.9
    assert found.left < found.right


@settings(max_examples=25, deadline=None)
@given(many, st.integers(0, 99))
def test_order_and_cores_change_nothing(mentions: list[Mention], seed: int) -> None:
    shuffled = list(mentions)
    Random(seed).shuffle(shuffled)
    assert link(shuffled, threads=1) == link(mentions, threads=3)


@settings(max_examples=25, deadline=None)
@given(many)
def test_every_event_is_in_one_cluster_and_one_group(mentions: list[Mention]) -> None:
    found = link(mentions)
    ids = [m.mention_id for m in linkable(mentions)]
    assert sorted(i for c in found.clusters for i in c) == ids
    assert sorted(i for g in found.groups for i in g) == ids


def added(old: Linked, part: Linked) -> set[tuple[str, ...]]:
    """The clusters after ``part`` has replaced those of its mentions."""
    gone = {i for cluster in part.clusters for i in cluster}
    return {c for c in old.clusters if gone.isdisjoint(c)} | set(part.clusters)


@settings(max_examples=30, deadline=None)
@given(many, st.integers(0, 14))
def test_adding_later_gives_what_linking_all_gives(mentions: list[Mention], cut: int) -> None:
    old_ones, new = mentions[:cut], mentions[cut:]
    old = link(old_ones)
    part = link_new(Known(tuple(old_ones), old.groups), new)
    whole = link(mentions)
    assert added(old, part) == set(whole.clusters)


@settings(max_examples=30, deadline=None)
@given(many, st.integers(0, 14))
def test_keys_find_all_that_new_mentions_may_meet(mentions: list[Mention], cut: int) -> None:
    old = link(mentions[:cut])
    asked = {key for m in linkable(mentions[cut:]) for key in lookup_keys(profile(m))}
    near = {m.mention_id for m in linkable(mentions[:cut]) if not asked.isdisjoint(index_keys(profile(m)))}
    groups = tuple(g for g in old.groups if not near.isdisjoint(g))
    known = {i for g in groups for i in g}
    part = link_new(Known(tuple(m for m in mentions[:cut] if m.mention_id in known), groups), mentions[cut:])
    assert added(old, part) == set(link(mentions).clusters)


def test_what_new_mentions_do_not_touch_is_not_named() -> None:
    far, fresh = make(other(report="r9", site=FAR)), make(other())
    old = link([make(STRIKE), far])
    part = link_new(Known((make(STRIKE), far), old.groups), [fresh])
    assert far.mention_id not in {i for c in part.clusters for i in c}


def test_a_reviewers_join_reaches_a_group_that_nothing_else_does() -> None:
    far = [make(other(report=f"f{n}", site=FAR)) for n in range(6)]
    fresh = make(other())
    old = link(far)
    part = link_new(Known(tuple(far), old.groups), [fresh], must=[(fresh.mention_id, far[0].mention_id)])
    assert added(old, part) == set(link([*far, fresh], must=[(fresh.mention_id, far[0].mention_id)]).clusters)


DAILY = "The Invented Monitor told of civilians killed by a drone of the Turkish army at the mill of Tall Ahmar"


def test_posts_made_by_one_template_on_two_days_are_two_strikes() -> None:
    one, two = replace(STRIKE, words=DAILY), other(words=DAILY, day="2031-05-05", killed=(6, 6, 6))
    assert not joined(one, two)
    assert joined(one, other(words=DAILY))


def test_one_template_with_two_villages_close_by_is_two_strikes() -> None:
    assert not joined(replace(STRIKE, words=DAILY), other(words=DAILY.replace("Tall Ahmar", "Kafr Said"), site=NEARBY))


def test_a_second_bomb_is_not_the_first() -> None:
    first = Told(sub_type="Remote explosive/landmine/IED", killed=(9, 9, 9), words="A car bomb killed nine at a hotel")
    late = replace(first, report="r2", killed=(7, 7, 7), words="At least seven died when a car blew up at a hotel")
    second = replace(first, report="r3", killed=(4, 4, 4), words="A second car bomb killed four at a checkpoint")
    assert joined(first, late)
    assert not joined(first, second)


def test_two_tellings_of_a_rare_deed_in_a_province_are_one() -> None:
    def in_province(sub_type: str) -> bool:
        return joined(Told(sub_type=sub_type, site=PROVINCE), Told(report="r2", sub_type=sub_type, site=PROVINCE))

    assert in_province("Chemical weapon")
    assert not in_province("Air/drone strike")


def test_an_update_of_the_toll_in_the_same_words_is_one_strike() -> None:
    assert joined(replace(STRIKE, words=DAILY), other(words=DAILY, killed=(8, 8, 8)))


def test_a_village_on_no_map_meets_its_name() -> None:
    assert joined(replace(STRIKE, site=UNMAPPED), other(site=UNMAPPED))
    assert not joined(replace(STRIKE, site=UNMAPPED), other(site=replace(UNMAPPED, name="Deir Said")))


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("A second car bomb exploded at a checkpoint", True),
        ("two were killed in a new air strike on the town", True),
        ("في غارة جوية جديدة على البلدة", True),
        ("The strike killed three and wounded another five", False),
        ("a bomb hit the second largest city", False),
        ("أصيب ثلاثة آخرون في الغارة", False),
    ],
)
def test_words_that_tell_another_deed(text: str, another: bool) -> None:
    assert tells_another(text) is another


@pytest.mark.parametrize(
    ("text", "risen"),
    [
        ("The death toll of the strike has risen to 31", True),
        ("The number of people killed in Saturday's air strike has climbed to 12", True),
        ("Toll of market blast rises to 12", True),
        ("ارتفع عدد قتلى الغارات إلى ستة", True),
        ("ارتفاع حصيلة القصف إلى 12 قتيلا", True),
        ("Smoke rose over the town after the strike", False),
        ("ارتفعت أعمدة الدخان في البلدة", False),
    ],
)
def test_words_that_tell_a_toll_as_grown(text: str, risen: bool) -> None:
    assert tells_growth(text) is risen


def test_dozens_meet_a_number_that_is_counted() -> None:
    told = replace(STRIKE, killed=(12, 12, None), toll_words="killed dozens of people")
    (link_,) = link([make(told), make(other(killed=(47, 47, 47)))]).links
    assert "killed: ranges meet, 12 to 60 and 47 +0.4" in in_words(link_.reasons)
    firm = replace(STRIKE, killed=(12, 12, None), toll_words="killed at least 12 people")
    (link_,) = link([make(firm), make(other(killed=(47, 47, 47)))]).links
    assert "tolls differ widely" in in_words(link_.reasons)
