"""From the triggers of one sentence to its drafts: which words tell one deed, of what type, where, when, to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotations import AGENT, SUBJECT, DateExpression
from reportedly.coding.asserted import answered, asserted
from reportedly.coding.counts import counting_noun
from reportedly.coding.deeds import (
    BLOODLESS,
    FREEING,
    clusters,
    leads_elsewhere,
    of_one_hit,
    path_between,
    places_under,
    told_beside,
)
from reportedly.coding.draft import Draft
from reportedly.coding.draft_weapon import weapon_of, weapon_subjects
from reportedly.coding.former import give_way
from reportedly.coding.mishaps import burned_by_itself, by_mishap, collided
from reportedly.coding.no_harm import nobody_hurt
from reportedly.coding.reading import Reading
from reportedly.coding.shares import shares_of, summed_up
from reportedly.coding.sides import (
    add_parts,
    bombing_foiled,
    dead_of_a_fight,
    struck_back,
    tells_of_those_hit,
    victims_of_the_first,
    without_generics,
)
from reportedly.coding.status import Verdict, commemorated, judge, toll_of_a_war
from reportedly.coding.toll_parts import without_parts
from reportedly.coding.toll_totals import as_totals, toll_total
from reportedly.coding.tolls import TollFact, adjective_facts, node_facts
from reportedly.coding.totals import is_total, of_a_year
from reportedly.coding.triggers import Node, find_nodes
from reportedly.coding.typing import HEAVY, type_of
from reportedly.coding.when_where import choose_places, date_of
from reportedly.records import Status


def _attach_toll(
    reading: Reading, facts: list[TollFact], toll_nodes: dict[int, Node], drafts: list[Draft]
) -> list[Draft]:
    """Give each toll to the deed of its clause; what finds none founds a draft of its own."""
    alone: list[Draft] = []
    for fact in facts:
        node = toll_nodes.get(fact.index)
        war = node is not None and toll_of_a_war(reading, node) is not None
        home = None if war else _toll_home(reading, fact.index, drafts)
        if home is None:
            home = next((d for d in alone if _tolls_meet(reading, d, fact)), None)
        if home is None:
            home = Draft(reading, [])
            alone.append(home)
        home.facts.append(fact)
        if node is not None:
            home.nodes.append(node)
    return alone


def _elsewhere(reading: Reading, index: int, draft: Draft) -> bool:
    """Return whether a toll or damage is told of another place than the deed ("shelled A while others hit B")."""
    if reading.sentence.language == "ar" and any(_causes(reading, node.index, index) for node in draft.deeds):
        # Arabic datelines («حماة: …») stand under the toll's verb, and are no second place.
        return False
    mine = places_under(reading, index, {n.predicate for n in draft.nodes})
    theirs: set[str] = set()
    for node in draft.deeds:
        path = path_between(reading, node.index, index)
        if path is not None and not any(reading.tokens[i].dep in ("conj", "advcl", "relcl") for i in path[:-1]):
            return False
        theirs |= places_under(reading, node.predicate, {index}) | places_under(reading, node.index, {index})
    return bool(mine and theirs and not mine & theirs) and _stands_apart(reading, index)


def _causes(reading: Reading, deed: int, toll: int) -> bool:
    """Return whether a deed stands as the cause right below its toll («حماة: قتل جندي جراء انفجار لغم»)."""
    path = path_between(reading, deed, toll)
    return path is not None and [reading.tokens[i].dep for i in path[:-1]] == ["pobj", "prep"]


def _bloodless(draft: Draft) -> bool:
    return bool(draft.deeds) and all(n.trigger.type in BLOODLESS for n in draft.deeds)


def _stands_apart(reading: Reading, index: int) -> bool:
    """Return whether a toll has a clause of its own: joined by "and", "in addition to", or with a doer of its own."""
    tokens = reading.tokens
    if any(c in reading.actor_at for c in reading.tree.of(index, "nsubj", "nsubjpass")):
        return True
    for here in (index, *reading.tree.ancestors(index)):
        token = tokens[here]
        if token.dep == "conj" and reading.is_verb(here):
            return True
        if token.dep == "pcomp":
            return tokens[token.head].lower in ("to", "besides")
        if token.dep in ("ccomp", "relcl"):
            return False
    return False


def _toll_home(reading: Reading, index: int, drafts: list[Draft]) -> Draft | None:
    drafts = [d for d in drafts if d.verdict.status not in (Status.HYPOTHETICAL, Status.DENIED)]
    if commemorated(reading, index) is not None:
        return None
    drafts = [d for d in drafts if not _elsewhere(reading, index, d) and not _bloodless(d)]
    events = [d for d in drafts if d.verdict.status is Status.EVENT and not d.verdict.referred] or drafts
    if not events:
        return None
    best, score = None, 0
    for draft in events:
        for node in draft.deeds:
            here = _toll_tie(reading, index, node)
            if here > score:
                best, score = draft, here
    if best is None and events is not drafts:
        tied = (d for d in drafts for n in d.deeds if d not in events and _toll_tie(reading, index, n) == DIRECT)
        return next(tied, None)
    return best


DIRECT = 3
"""The tie of a toll that the deed's own clause tells."""


def _toll_tie(reading: Reading, index: int, node: Node) -> int:
    """Return how closely a toll hangs together with a deed in the tree: 0 not at all, 3 directly."""
    for low, high in ((index, node.predicate), (node.index, index), (index, node.index)):
        path = path_between(reading, low, high)
        if path is not None:
            if _of_victim(reading, path):
                return 0
            if leads_elsewhere(reading, path, causes=True) or (low == index and _before_it(reading, path)):
                return 0
            if told_beside(reading, path):
                return 0
            joined = any(reading.tokens[i].dep == "conj" and reading.is_verb(i) for i in path[:-1])
            if joined and (_by_another_weapon(reading, path, node) or _by_other_doers(reading, path, node)):
                return 0
            if joined and any(reading.tokens[c].lower in _SAME_VICTIM for c in reading.tree.of(index, "dobj")):
                return 2
            if joined and node.trigger.type in SEIZING and not (node.is_noun or node.clause.passive):
                return 0
            abducted = node.trigger.type == "Abduction/forced disappearance"
            if joined and abducted and low == node.index and node.clause.heads(SUBJECT):
                return 0
            return 2 if joined else 3
    common = [a for a in reading.tree.ancestors(index) if a in reading.tree.ancestors(node.index)]
    if not common:
        return 1
    paths = (path_between(reading, index, common[0]), path_between(reading, node.index, common[0]))
    if any(path is None or leads_elsewhere(reading, path, causes=True) or told_beside(reading, path) for path in paths):
        return 0
    return 1


_SAME_VICTIM = frozenset({"him", "her", "them"})
"""Objects by which a second deed is done to whom the first was done ("kidnapped a doctor and killed him")."""


def _before_it(reading: Reading, path: list[int]) -> bool:
    """Return whether a toll is told in a clause of what came first ("clashes erupted after a leader was killed")."""
    clauses = [i for i in path[:-1] if reading.tokens[i].dep == "advcl"]
    return any(reading.tokens[c].lower == "after" for i in clauses for c in reading.tree.of(i, "mark"))


def _by_another_weapon(reading: Reading, path: list[int], node: Node) -> bool:
    """Return whether a toll is told of a weapon of its own ("rebels shot down a helicopter and a bomb left six dead in X")."""
    verbs = [i for i in path[:-1] if reading.tokens[i].dep == "conj" and reading.is_verb(i)]
    own = {c for v in verbs for c in reading.tree.of(v, "nsubj") if c in reading.weapon_at}
    return bool(own) and not own & set(node.clause.heads(SUBJECT)) and path[0] != node.index


def _by_other_doers(reading: Reading, path: list[int], node: Node) -> bool:
    """Return whether others than the deed's doers killed ("guerrillas blew up a bridge and soldiers shot two men")."""
    if reading.sentence.language != "en" or reading.tree.clause(path[0]).passive or not reading.is_verb(path[0]):
        return False
    own = {a.name for c in reading.tree.of(path[0], "nsubj") for a in reading.actors_of(c) if a.kind != "civilians"}
    doers = {a.name for h in (node.support or node.clause).heads(SUBJECT) for a in reading.actors_of(h)}
    return bool(own) and bool(doers) and own.isdisjoint(doers) and reading.tokens[path[0]].lemma not in _DYING


_DYING = frozenset({"die", "perish", "suffer", "lose", "succumb"})


SEIZING = frozenset({"Arrests", "Abduction/forced disappearance"})
"""Types that are a row of their own beside a killing: "killed four villagers and abducted six"."""


def _of_victim(reading: Reading, path: list[int]) -> bool:
    """Return whether a way up leads out of a clause about the victim ("killed a man who was protesting")."""
    tokens = reading.tokens
    told = any(tokens[i].dep == "relcl" and reading.has_kind("person", tokens[i].head) for i in path[:-1])
    return told or of_one_hit(reading, path)


def _tolls_meet(reading: Reading, draft: Draft, fact: TollFact) -> bool:
    """Return whether a toll belongs to the same deed as another that stands without one: killed and wounded."""
    for other in draft.facts:
        mine, theirs = (
            places_under(reading, i, {j}) for i, j in ((fact.index, other.index), (other.index, fact.index))
        )
        if _weapons_differ(reading, fact, other) or (mine and theirs and not mine & theirs):
            return False
        path = path_between(reading, fact.index, other.index) or path_between(reading, other.index, fact.index)
        if path is not None and leads_elsewhere(reading, path):
            return False
    return True


def _weapons_differ(reading: Reading, one: TollFact, other: TollFact) -> bool:
    """Return whether a toll has a weapon for subject that is not the other's ("a bomb killed six and a mine wounded two")."""
    verbs = [i if reading.is_verb(i) else reading.tree.governor(i) for i in (one.index, other.index)]
    own = [
        {c for c in reading.tree.of(v, "nsubj") if c in reading.weapon_at} if v is not None else set() for v in verbs
    ]
    later = own[0] if one.index > other.index else own[1]
    return verbs[0] != verbs[1] and bool(later) and own[0] != own[1]


def _drafts_of_deeds(reading: Reading, nodes: list[Node]) -> list[Draft]:
    drafts = []
    judged = {n.index: judge(reading, n) for n in nodes}
    for group in clusters(reading, nodes, judged):
        verdicts = [judged[n.index] for n in group]
        told = [v for v in verdicts if not v.referred]
        main = _main(reading, group)
        verdict = verdicts[group.index(main)]
        if verdict.referred and told:
            verdict = told[0]
        drafts.append(Draft(reading, group, verdict=verdict, trigger=main.index, definite=_definite(reading, group)))
    return drafts


def _main(reading: Reading, group: list[Node]) -> Node:
    """Return the trigger that stands highest in the tree, the finer type before the coarser."""

    def rank(node: Node) -> tuple[int, int, int]:
        depth = len(reading.tree.ancestors(node.predicate))
        return (depth, not node.trigger.type, node.index)

    return min(group, key=rank)


_POINTING = frozenset({"the", "this", "these", "that", "those", "its", "their"})


def _definite(reading: Reading, group: list[Node]) -> bool:
    """Return whether the deed is pointed back to ("the strikes", "this attack", "the shelling of X coincided with")."""
    for node in group:
        heads = list(range(node.first, node.index + 1)) if node.is_noun else weapon_subjects(reading, node)
        if not heads:
            return False
        determiners = {reading.tokens[c].lower for h in heads for c in reading.tree.of(h, "det", "poss")}
        beside = node.lends == "happen" and reading.tokens[node.predicate].lemma == "coincide"
        days = any(c in reading.date_at for h in heads for c in reading.tree.of(h, "poss"))
        if not determiners & _POINTING and not beside and not days:
            return False
    return bool(group)


def _without_the_freed(draft: Draft) -> None:
    """Leave out the freeing of "killed two rebels and freed three hostages": those freed are not whom the fight hit."""
    tokens = draft.reading.tokens
    killing = [n for n in draft.nodes if n.trigger.frame == "kill" and not n.clause.passive]
    freed = [n for n in draft.deeds if n.trigger.type == "Other" and tokens[n.index].lemma in FREEING]
    if killing and freed and any(f.kind == "killed" and f.toll.best for f in draft.facts):
        draft.nodes = [n for n in draft.nodes if n not in freed]
        if draft.trigger in {n.index for n in freed}:
            draft.trigger = killing[0].index


def _fill(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    _without_the_freed(draft)
    add_parts(reading, draft)
    victims_of_the_first(draft)
    # The day on which bodies were counted or buried is not the deed's.
    draft.date = None if not draft.nodes and all(f.subset for f in draft.facts) else date_of(reading, draft, drafts)
    if draft.verdict.status is Status.BACKGROUND and draft.date is not None and not _holds(draft, draft.date):
        draft.date = None
    _part_by_place(reading, draft)
    places = choose_places(reading, draft, drafts)
    draft.place = places[0] if places else None
    draft.place_reading = reading if places else None
    draft.listed = places
    draft.weapon = weapon_of(reading, draft, drafts)
    if not draft.parts.targets:
        draft.parts.targets = [
            v for f in draft.facts if f.toll.best for v in f.victims if v not in draft.parts.perpetrators
        ]
    if not draft.deeds and draft.facts and not any(f.toll.best for f in draft.facts):
        draft.parts.targets = []
    struck_back(draft)
    dead_of_a_fight(draft)
    draft.parts.targets = without_generics(draft.parts.targets)
    draft.parts.perpetrators = without_generics(draft.parts.perpetrators)
    if draft.verdict.status is Status.EVENT and of_a_year(draft):
        draft.verdict = Verdict(Status.AGGREGATE, draft.date.span if draft.date else None)
    if draft.verdict.status is Status.EVENT and draft.facts and is_total(draft):
        draft.verdict = Verdict(Status.AGGREGATE, draft.facts[0].toll.span)
    draft.type, draft.tentative = type_of(reading, draft.nodes, draft.weapon, draft.parts, draft.facts)
    bombing_foiled(draft)
    if draft.type == "Violent demonstration":
        crowd = {a.name for a in draft.parts.participants}
        draft.parts.perpetrators = [a for a in draft.parts.perpetrators if a.name not in crowd]
    if draft.type in HEAVY:
        draft.parts.perpetrators = [a for a in draft.parts.perpetrators if a.name != "Civilians"]
        draft.parts.participants = []
    if not draft.trigger and draft.nodes:
        draft.trigger = draft.nodes[0].index
    elif not draft.nodes and draft.facts:
        draft.trigger = draft.facts[0].index


def _part_by_place(reading: Reading, draft: Draft) -> None:
    """Set apart what the tolls tell of other places ("three in A and two in B")."""
    told = {n.index: n for n in draft.nodes}
    if len(draft.facts) == 1 and (parts := summed_up(reading, draft.facts[0])):
        draft.facts, draft.shares = [parts[0].fact], parts[1:]
        return
    parted = [shares_of(reading, told[f.index], f) if f.index in told else (f, ()) for f in draft.facts]
    draft.facts = [fact for fact, _ in parted]
    draft.shares = tuple(share for _, shares in parted for share in shares)


def _holds(draft: Draft, date: DateExpression) -> bool:
    """Return whether a day stands in the deed's own clause, not in that of what the sentence tells of today."""
    at = draft.reading.token_at(date.span.start)
    return any(at in draft.reading.tree.subtree(n.predicate) for n in draft.nodes)


_COUNTED_BY = frozenset({"speak", "speaks", "spoke", "speaking"})
"""With "of" and a count, no talk of what may come: "spoke of four dead"."""


_BLASTS = frozenset({"Remote explosive/landmine/IED"})


def _facts_of(reading: Reading, nodes: Sequence[Node]) -> list[TollFact]:
    """Return the tolls of a sentence, those without a word of killing among them."""
    tolls = [n for n in nodes if n.trigger.tells_toll and counting_noun(reading, n.index) is None]
    facts = [f for n in tolls for f in node_facts(reading, n, tolls)]
    facts += adjective_facts(reading, {n.index for n in nodes})
    facts += toll_total(reading, {f.index for f in facts}) + nobody_hurt(reading)
    return as_totals(reading, give_way(reading, without_parts(reading, facts)))


def _finds_no_deed(reading: Reading, nodes: list[Node], facts: list[TollFact]) -> tuple[list[Node], list[TollFact]]:
    """Leave out bodies found where a toll rises: "recovered two more, bringing the toll to six" tells the deed again."""
    bodies = [n for n in nodes if n.trigger.object == "body"]
    if not bodies or not any(f.total for f in facts):
        return nodes, facts
    found = {f.toll.span for n in bodies for f in node_facts(reading, n, nodes)}
    return [n for n in nodes if n not in bodies], [f for f in facts if f.total or f.toll.span not in found]


def drafts_of(reading: Reading) -> list[Draft]:
    """Return the drafts of one sentence, in the order of their triggers; deeds only spoken of are left out."""
    nodes = [n for n in find_nodes(reading) if n.trigger.type not in _BLASTS or not burned_by_itself(reading)]
    nodes = [n for n in nodes if not collided(reading, n.index)]
    nodes, facts = _finds_no_deed(reading, nodes, _facts_of(reading, nodes))
    deeds = [n for n in nodes if not n.trigger.tells_toll or n.trigger.type]
    tolls = {n.index: n for n in nodes if n.trigger.tells_toll and counting_noun(reading, n.index) is None}
    told = [n for n in deeds if not n.trigger.tells_toll and (n.is_noun or asserted(reading, n))]
    told = [n for n in told if not answered(reading, n)]
    told = [n for n in told if not tells_of_those_hit(reading, n, told)]
    drafts = _drafts_of_deeds(reading, told)
    alone = _attach_toll(reading, facts, tolls, drafts)
    alone += _uncounted(
        reading, [n for n in tolls.values() if n.trigger.type or _by_weapon(reading, n)], facts, [*drafts, *alone]
    )
    if by_mishap(reading):
        alone = [d for d in alone if any(n.trigger.type and n.trigger.object != "body" for n in d.nodes)]
    _attach_ruin(reading, [n for n in tolls.values() if n.trigger.frame == "ruin"], drafts)
    for draft in alone:
        if draft.nodes:
            verdicts = [judge(reading, n) for n in draft.nodes]
            draft.verdict = next((v for v in verdicts if not v.referred), verdicts[0])
            cue = draft.verdict.cue
            counted = cue is not None and cue.text.lower() in _COUNTED_BY
            if draft.facts and (counted or draft.verdict.status is Status.DENIED):
                draft.verdict = Verdict(Status.EVENT)
            draft.trigger = draft.nodes[0].index
    everyone = drafts + alone
    for draft in everyone:
        _fill(reading, draft, everyone)
    return sorted(everyone, key=lambda d: (d.trigger, d.type))


def _by_weapon(reading: Reading, node: Node) -> bool:
    """Return whether a weapon killed, whatever the number ("a bomb killed 9...9 people")."""
    return not node.clause.passive and any(h in reading.weapon_at for h in node.clause.heads(SUBJECT))


def _uncounted(reading: Reading, nodes: list[Node], facts: list[TollFact], drafts: list[Draft]) -> list[Draft]:
    """Return drafts of killings that name their victim in words nobody counts ("assassinated the mukhtar")."""
    counted = {f.index for f in facts}
    free = [n for n in nodes if n.index not in counted]
    return [Draft(reading, [n]) for n in free if _toll_home(reading, n.index, drafts) is None]


def _attach_ruin(reading: Reading, nodes: list[Node], drafts: list[Draft]) -> None:
    """Let damage tell whom a deed hit; damage without a deed is one if an armed actor did it."""
    for node in nodes:
        home = _toll_home(reading, node.index, drafts)
        if home is not None:
            home.nodes.append(node)
            continue
        clause = node.clause
        doers = clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT)
        armed = any(a.kind != "civilians" for h in doers for a in reading.actors_of(h))
        if armed or any(h in reading.weapon_at for h in doers):
            drafts.append(Draft(reading, [node], verdict=judge(reading, node), trigger=node.index))


def listed_drafts(draft: Draft) -> list[Draft]:
    """Return a draft for each place of a list; the toll goes on the first alone (codebook, "Settled doubts")."""
    found = [draft]
    for share in draft.shares:
        part = replace(draft, facts=[share.fact], place=share.place, listed=(), shares=(), told_again=[])
        part.trigger = share.index
        found.append(part)
    if len(draft.listed) < 2:
        return found
    for place in draft.listed[1:]:
        copy = replace(draft, facts=[], place=place, listed=(), attributions=[], told_again=[], parts=draft.parts)
        copy.trigger = place.last
        found.append(copy)
    return found
