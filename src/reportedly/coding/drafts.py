"""From the triggers of one sentence to its drafts: which words tell one deed, of what type, where, when, to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date as day
from datetime import timedelta

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT, ActorMention, DateExpression, PlaceMention
from reportedly.coding.attribution import Attribution
from reportedly.coding.reading import Reading, WeaponMention
from reportedly.coding.roles import Parts, parts_of
from reportedly.coding.status import Verdict, asserted, judge
from reportedly.coding.tolls import TollFact, adjective_facts, nobody_hurt, node_facts, toll_total, without_parts
from reportedly.coding.triggers import Node, find_nodes
from reportedly.coding.typing import type_of
from reportedly.records import Status

OTHER_TIME = frozenset({"after", "following", "since", "before", "despite", "until", "days after", "hours after"})
"""Prepositions and conjunctions that lead to another deed than the one of their clause."""

RAIDING = frozenset({"Other", "Arrests", "Abduction/forced disappearance", "Attack", "Armed clash", ""})
"""Types that one raid may pass through: entering, shooting, detaining."""


@dataclass(slots=True)
class Draft:
    """A mention in the making: the deed as one sentence tells it, and what later sentences add."""

    reading: Reading
    nodes: list[Node]
    facts: list[TollFact] = field(default_factory=list)
    type: str = ""
    tentative: bool = False
    parts: Parts = field(default_factory=Parts)
    weapon: WeaponMention | None = None
    place: PlaceMention | None = None
    place_reading: Reading | None = None
    listed: tuple[PlaceMention, ...] = ()
    date: DateExpression | None = None
    verdict: Verdict = field(default_factory=lambda: Verdict(Status.EVENT))
    definite: bool = False
    attributions: list[tuple[Attribution, Draft]] = field(default_factory=list)
    told_again: list[Draft] = field(default_factory=list)
    trigger: int = 0
    inherited_date: bool = False
    continues: bool = False

    @property
    def tokens(self) -> set[int]:
        """Token indices of the triggers."""
        return {n.index for n in self.nodes} | {f.index for f in self.facts}

    @property
    def deeds(self) -> list[Node]:
        """The triggers that tell the deed itself."""
        return [n for n in self.nodes if not n.trigger.tells_toll]


def _path(reading: Reading, low: int, high: int) -> list[int] | None:
    """Return the tokens from ``low`` up to ``high`` (both included), or ``None`` if ``high`` is not above ``low``."""
    if low == high:
        return [low]
    above = reading.tree.ancestors(low)
    return [low, *above[: above.index(high) + 1]] if high in above else None


RESPONSES = frozenset({"response", "retaliation", "revenge", "reaction", "reprisal"})
"""Nouns that lead to the deed that was answered."""

CAUSES = frozenset({"after", "following"})
"""Of those, the ones that lead from a toll to its cause: "died after a mine went off"."""


def _leads_elsewhere(reading: Reading, path: list[int], causes: bool = False) -> bool:
    """Return whether a way up the tree passes "after", "before", or a statement of someone else.

    Args:
        reading: The sentence.
        path: Tokens from low to high.
        causes: Let "after" pass, as from a toll to its cause, unless it is measured ("days after").
    """
    tokens, tree = reading.tokens, reading.tree
    other_time = OTHER_TIME - CAUSES if causes else OTHER_TIME
    for index in path[:-1]:
        token = tokens[index]
        if token.dep == "prep" and token.lower in other_time and not _same_doers(reading, index):
            return True
        if token.lemma in RESPONSES:
            return True
        if token.dep in ("advcl", "pcomp"):
            marks = {tokens[c].lower for c in tree.of(index, "mark", "advmod", "prep")}
            measured = any(tokens[c].pos == "NOUN" for c in tree.of(index, "npadvmod"))
            if marks & other_time or (measured and marks & OTHER_TIME):
                return True
        if token.dep in ("ccomp", "parataxis") and reading.is_verb(token.head):
            return True
    return False


def _same_doers(reading: Reading, prep: int) -> bool:
    """Return whether "after" opens a participle of the same doers: "seized four men after storming the village"."""
    inner = reading.tree.of(prep, "pcomp")
    return any(reading.tokens[c].tag == "VBG" and not reading.tree.of(c, "nsubj") for c in inner)


def _brought_on(reading: Reading, path: list[int], low: Node, one: Node, other: Node) -> bool:
    """Return whether an "after" clause tells how the same fight began ("clashes erupted after rebels raided a post")."""
    after = [i for i in path[:-1] if any(reading.tokens[c].lower == "after" for c in reading.tree.of(i, "mark"))]
    fights = {one.trigger.type, other.trigger.type} <= {"Armed clash", "", "Other"}
    return bool(after) and fights and not _places_under(reading, low.predicate, set())


def _same_deed(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether two deed-triggers of a sentence tell one deed."""
    tokens = reading.tokens
    for low, high in ((one, other), (other, one)):
        for top in {high.index, high.predicate}:
            path = _path(reading, low.index, top)
            if path is None:
                path = _path(reading, low.predicate, top)
            if path is None:
                continue
            if _leads_elsewhere(reading, path) and not _brought_on(reading, path, low, one, other):
                return False
            joined = any(tokens[i].dep == "conj" and reading.is_verb(i) for i in path[:-1])
            relative = any(tokens[i].dep == "relcl" for i in path[:-1])
            if joined:
                return _joined(reading, high, low)
            if relative:
                return _compatible(one, other)
            calm = {one.trigger.type, other.trigger.type} & BLOODLESS
            under = low.is_noun or tokens[low.index].dep in ("advcl", "xcomp", "acl")
            return _compatible(one, other) or (under and not calm)
    return _brothers(reading, one, other)


def _brothers(reading: Reading, one: Node, other: Node) -> bool:
    """Return whether two triggers under one verb tell one deed ("the strike ... in the attack")."""
    if not (one.is_noun or other.is_noun) or not _compatible(one, other):
        return False
    if one.predicate == other.predicate and one.support and other.support:
        return True
    governors = (reading.tree.governor(one.index), reading.tree.governor(other.index))
    if governors[0] is None or governors[0] != governors[1]:
        return False
    paths = (_path(reading, one.index, governors[0]), _path(reading, other.index, governors[0]))
    return not any(path is None or _leads_elsewhere(reading, path) for path in paths)


def _joined(reading: Reading, high: Node, low: Node) -> bool:
    """Return whether two verbs joined by "and" tell one deed: they share the doer, fit in type, and part no places."""
    own = list(reading.tree.of(low.predicate, "nsubj", "nsubjpass"))
    if own or not _compatible(high, low):
        return False
    places = [_places_under(reading, n.predicate, {high.predicate, low.predicate}) for n in (high, low)]
    return not (places[0] and places[1])


def _places_under(reading: Reading, top: int, stop: set[int]) -> set[str]:
    found, stack = set(), [top]
    while stack:
        here = stack.pop()
        place = reading.place_at.get(here)
        if place and not place.modifies_actor and place.level == "point":
            found.add(place.span.text)
        stack.extend(c for c in reading.tree.children[here] if c not in stop)
    return found


def _compatible(one: Node, other: Node) -> bool:
    a, b = one.trigger, other.trigger
    if a.type == b.type or not a.type or not b.type:
        return True
    if {a.type, b.type} <= RAIDING:
        return True
    if "Armed clash" in (a.type, b.type) and "take" in (a.frame, b.frame):
        return True
    violent = {a.type, b.type}.isdisjoint(
        {"Other", "Agreement", "Headquarters or base established", "Peaceful protest"}
    )
    return (a.generic or b.generic) and violent and "territory" not in a.type + b.type


def _cluster(reading: Reading, nodes: list[Node], verdicts: dict[int, Verdict]) -> list[list[Node]]:
    groups: list[list[Node]] = []
    for node in nodes:
        alike = [g for g in groups if verdicts[g[0].index].status is verdicts[node.index].status or node.is_noun]
        home = next((g for g in alike if any(_same_deed(reading, n, node) for n in g)), None)
        if home is None:
            groups.append([node])
        else:
            home.append(node)
    return groups


def _nearest(reading: Reading, index: int, drafts: list[Draft]) -> Draft | None:
    """Return the draft whose trigger is first met on the way up from a token, then below it, then before it."""
    owners = {i: d for d in drafts for n in d.nodes for i in (n.index, n.predicate)}
    owners |= {n.index: d for d in drafts for n in d.nodes}
    owners |= {f.index: d for d in drafts for f in d.facts if f.index not in owners}
    path = [index, *reading.tree.ancestors(index)]
    for position, here in enumerate(path):
        if here in owners:
            return owners[here]
        below = [c for c in reading.tree.children[here] if position == 0 or c != path[position - 1]]
        for child in below:
            if child in owners and reading.tokens[child].dep not in ("relcl", "ccomp"):
                return owners[child]
            for grandchild in reading.tree.children[child] if position else ():
                if grandchild in owners and reading.tokens[child].dep in ("prep", "agent"):
                    return owners[grandchild]
    return None


def _attach_toll(
    reading: Reading, facts: list[TollFact], toll_nodes: dict[int, Node], drafts: list[Draft]
) -> list[Draft]:
    """Give each toll to the deed of its clause; what finds none founds a draft of its own."""
    alone: list[Draft] = []
    for fact in facts:
        home = _toll_home(reading, fact.index, drafts)
        if home is None:
            home = next((d for d in alone if _tolls_meet(reading, d, fact)), None)
        if home is None:
            home = Draft(reading, [])
            alone.append(home)
        home.facts.append(fact)
        if fact.index in toll_nodes:
            home.nodes.append(toll_nodes[fact.index])
    return alone


def _elsewhere(reading: Reading, index: int, draft: Draft) -> bool:
    """Return whether a toll or damage is told of another place than the deed ("shelled A while others hit B")."""
    mine = _places_under(reading, index, {n.predicate for n in draft.nodes})
    theirs: set[str] = set()
    for node in draft.deeds:
        theirs |= _places_under(reading, node.predicate, {index}) | _places_under(reading, node.index, {index})
    return bool(mine and theirs and not mine & theirs) and _stands_apart(reading, index)


BLOODLESS = frozenset({"Agreement", "Headquarters or base established", "Change to group/activity"})
"""Types that no toll belongs to: the dead of "they agreed a truce after battles that killed 35" are the battles'."""


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
    return best


def _toll_tie(reading: Reading, index: int, node: Node) -> int:
    """Return how closely a toll hangs together with a deed in the tree: 0 not at all, 3 directly."""
    for low, high in ((index, node.predicate), (node.index, index), (index, node.index)):
        path = _path(reading, low, high)
        if path is not None:
            if _of_victim(reading, path):
                return 0
            if _leads_elsewhere(reading, path, causes=True):
                return 0
            joined = any(reading.tokens[i].dep == "conj" and reading.is_verb(i) for i in path[:-1])
            return 2 if joined else 3
    common = [a for a in reading.tree.ancestors(index) if a in reading.tree.ancestors(node.index)]
    if not common:
        return 1
    paths = (_path(reading, index, common[0]), _path(reading, node.index, common[0]))
    if any(path is None or _leads_elsewhere(reading, path, causes=True) for path in paths):
        return 0
    return 1


def _of_victim(reading: Reading, path: list[int]) -> bool:
    """Return whether a way up leads out of a clause about the victim ("killed a man who was protesting")."""
    tokens = reading.tokens
    return any(tokens[i].dep == "relcl" and reading.has_kind("person", tokens[i].head) for i in path[:-1])


def _tolls_meet(reading: Reading, draft: Draft, fact: TollFact) -> bool:
    """Return whether a toll belongs to the same deed as another that stands without one: killed and wounded."""
    for other in draft.facts:
        path = _path(reading, fact.index, other.index) or _path(reading, other.index, fact.index)
        if path is not None and _leads_elsewhere(reading, path):
            return False
    return True


def _drafts_of_deeds(reading: Reading, nodes: list[Node]) -> list[Draft]:
    drafts = []
    judged = {n.index: judge(reading, n) for n in nodes}
    for group in _cluster(reading, nodes, judged):
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
    """Return whether the deed is pointed back to ("the strikes", "this attack", "the car bomb, which exploded")."""
    for node in group:
        heads = [node.index] if node.is_noun else _weapon_subjects(reading, node)
        if not heads:
            return False
        determiners = {reading.tokens[c].lower for h in heads for c in reading.tree.of(h, "det", "poss")}
        if not determiners & _POINTING:
            return False
    return bool(group)


def _weapon_subjects(reading: Reading, node: Node) -> list[int]:
    """Return the weapons that a deed's verb has for subject, also behind "one of the shells"."""
    if node.trigger.frame not in ("happen", "hit"):
        return []
    heads = list(node.clause.heads(SUBJECT))
    heads += [o for h in heads for p in reading.tree.of(h, "prep") for o in reading.tree.of(p, "pobj")]
    return [h for h in heads if h in reading.weapon_at]


def _date_of(reading: Reading, draft: Draft, drafts: list[Draft]) -> DateExpression | None:
    """Return the date that governs a deed: its own clause's, then the sentence's; never that of the saying."""
    own: list[DateExpression] = []
    free: list[DateExpression] = []
    said: DateExpression | None = None
    opening: DateExpression | None = None
    for date in reading.dates:
        at = reading.token_at(date.span.start)
        if _is_dateline(reading, date) or _inside_name(reading, at) or _of_birth(reading, at):
            continue
        if _date_of_saying(reading, at):
            said = said or date
            continue
        if _opens_saying(reading, at):
            opening = opening or date
            continue
        home = _nearest(reading, at, drafts)
        if home is draft:
            own.append(date)
        elif home is None or _opens_sentence(reading, at):
            free.append(date)
    usable = [d for d in own + free if d.kind not in ("time", "duration")]
    plain = [d for d in usable if not d.vague and d.edtf]
    chosen = next(iter(plain or usable), None)
    if chosen is None and opening is not None:
        return opening
    said = said or opening
    if said is None or said.edtf is None or not _FULL_DAY.search(said.span.text):
        return chosen
    return said if chosen is None else _as_said(chosen, said)


_FULL_DAY = re.compile(r"\d.*[A-Za-z]{3}|[A-Za-z]{3}.*\d")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _as_said(date: DateExpression, said: DateExpression) -> DateExpression:
    """Return a weekday counted back from the day on which it was said ("On 22 January they said that on Sunday ...")."""
    name = next((w for w in _WEEKDAYS if w in date.span.text.lower()), None)
    if name is None or date.kind != "day" or said.edtf is None or len(said.edtf) != DAY or "X" in said.edtf:
        return date
    told = day.fromisoformat(said.edtf)
    back = (told.weekday() - _WEEKDAYS.index(name)) % 7
    return replace(date, edtf=(told - timedelta(days=back)).isoformat())


DAY = len("2020-04-16")


def _is_dateline(reading: Reading, date: DateExpression) -> bool:
    """Return whether a date says when the report was written: in a dateline, or as the day of publication up front."""
    first = reading.token_at(date.span.start)
    last = reading.token_at(date.span.end - 1)
    before = reading.tokens[:first]
    after = reading.tokens[last + 1].text if last + 1 < len(reading.tokens) else ""
    if (
        len(before) <= DATELINE_REACH
        and after in ("(", "-", "–", "—", ":")
        and not any(t.pos == "VERB" for t in before)
    ):
        return True
    published = reading.report.published
    bare = first == 0 or before[-1].lower not in ("on", "in", "since", "of", "from", "late", "early")
    front = len(before) <= 2 and bare and any(c.isdigit() for c in date.span.text)
    return front and published is not None and date.edtf == published.isoformat()


DATELINE_REACH = 6
"""Tokens before the date of a dateline: "DEIR EZ-ZOR, Syria, Jan 22 (Agency) -"."""


def _of_birth(reading: Reading, index: int) -> bool:
    """Return whether a date tells when somebody was born."""
    return any(reading.tokens[a].lower in ("born", "aged") for a in reading.tree.ancestors(index)[:3])


def _opens_saying(reading: Reading, index: int) -> bool:
    """Return whether a date stands before a verb of saying and its complement: "On 22 January they said that ..."."""
    verb = reading.tree.governor(index)
    if verb is None or verb < index or reading.tokens[verb].lemma not in reading.lexicon.saying:
        return False
    return any(reading.tokens[c].dep == "ccomp" and c > verb for c in reading.tree.children[verb])


def _opens_sentence(reading: Reading, index: int) -> bool:
    return index <= 2


def _inside_name(reading: Reading, index: int) -> bool:
    return index in reading.place_at and not reading.place_at[index].modifies_actor


def _date_of_saying(reading: Reading, index: int) -> bool:
    """Return whether a date stands on a verb of saying or its noun ("said on Tuesday", "a statement released Sunday")."""
    tree, tokens, lexicon = reading.tree, reading.tokens, reading.lexicon
    for above in tree.ancestors(index):
        if reading.is_verb(above):
            saying = tokens[above].lemma in lexicon.saying or tokens[above].lemma in (
                "release",
                "issue",
                "publish",
                "speak",
            )
            if saying:
                speakers = [c for c in tree.of(above, "nsubj") if c < above]
                if (
                    index < above
                    and any(index < s for s in speakers)
                    and not any(c > above for c in tree.of(above, "ccomp"))
                ):
                    return False
                return index > above or not any(tokens[c].dep == "ccomp" and c > index for c in tree.children[above])
            return False
        if tokens[above].lemma in ("statement", "report", "interview", "conference", "briefing", "bulletin"):
            return True
    return False


def _own_places(reading: Reading, draft: Draft, drafts: list[Draft]) -> list[PlaceMention]:
    hosts = [
        h
        for n in draft.nodes
        if n.support and reading.tokens[n.predicate].lemma == "host"
        for h in n.support.heads(SUBJECT)
    ]
    hosting = [reading.place_at[h] for h in hosts if h in reading.place_at]
    if hosting:
        return hosting
    own: list[PlaceMention] = []
    free: list[PlaceMention] = []
    planned: list[PlaceMention] = []
    for place in reading.places:
        if place.modifies_actor or place.relation == "setting":
            continue
        home = _nearest(reading, place.last, drafts)
        if home is draft:
            own.append(place)
        elif home is None:
            free.append(place)
        elif home.verdict.status is Status.HYPOTHETICAL:
            planned.append(place)
    if own:
        return own
    if planned and not free and draft.verdict.status is Status.EVENT:
        return planned
    return free or [p for p in reading.places if p.relation == "setting"]


LEVELS = {"point": 0, "area": 1, "admin1": 2, "region": 3, "country": 4}
RELATIONS = {"in": 0, "near": 1, "road": 0, "border": 1, "between": 1, "other": 1, "to": 2, "from": 3, "setting": 4}


def _choose_places(reading: Reading, draft: Draft, drafts: list[Draft]) -> tuple[PlaceMention, ...]:
    """Return the place of a deed, or the places of a list of which each is a mention of its own."""
    candidates = _own_places(reading, draft, drafts)
    if not candidates:
        return ()
    containers = {p.within for p in candidates if p.within is not None}
    inner = [p for p in candidates if reading.places.index(p) not in containers] or candidates
    best = min(
        inner, key=lambda p: (LEVELS.get(p.level, 3), RELATIONS.get(p.relation, 1), _distance(reading, p, draft))
    )
    joined = _joined_preposition(reading, best, inner)
    if joined is not None and best.level == "point":
        return (best, joined)
    if best.group is None or best.relation in ("road", "between", "border", "from", "to"):
        return (best,)
    listed = [p for p in inner if p.group == best.group and p.level == best.level]
    return tuple(listed) if best.level in ("point", "area") else (best,)


def _joined_preposition(reading: Reading, best: PlaceMention, places: list[PlaceMention]) -> PlaceMention | None:
    """Return the place of a second phrase joined to the first: "in A and on the road between B and C"."""
    preps = {i for i in reading.tree.ancestors(best.last)[:4] if reading.tokens[i].dep == "prep"}
    for place in places:
        if place is best or place.level != "point":
            continue
        above = reading.tree.ancestors(place.last)[:5]
        if any(
            reading.tokens[i].dep == "conj" and reading.tokens[i].pos == "ADP" and reading.tokens[i].head in preps
            for i in above
        ):
            return place
    return None


def _distance(reading: Reading, place: PlaceMention, draft: Draft) -> int:
    tokens = draft.tokens or {0}
    return min(abs(place.first - t) for t in tokens)


def _weapon_of(reading: Reading, draft: Draft, drafts: list[Draft]) -> WeaponMention | None:
    own = []
    for weapon in reading.weapons:
        inside = any(n.first <= weapon.last and weapon.first <= n.index for n in draft.nodes)
        if inside or _nearest(reading, weapon.last, drafts) is draft or len(drafts) == 1:
            own.append(weapon)
    own = [w for w in own if not _merely_hit(reading, w, draft)]
    return max(own, key=lambda w: (w.entry.rank, -w.first), default=None)


def _merely_hit(reading: Reading, weapon: WeaponMention, draft: Draft) -> bool:
    """Return whether a weapon word is what was hit or seized, not what it was done with."""
    for node in draft.nodes:
        clause = node.clause
        if node.is_noun or node.trigger.object in ("arms", "missile"):
            continue
        objects = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
        if weapon.entry.type == "Remote explosive/landmine/IED" and reading.tokens[node.index].lemma in (
            "hit",
            "strike",
        ):
            continue
        if weapon.last in objects and node.trigger.frame in ("hit", "act", "ruin", "take"):
            return True
        for head in (*objects, *clause.heads(OBLIQUE, "on", "against", "of")):
            if weapon.last in reading.noun_phrase(head) and weapon.last != head and node.trigger.frame != "happen":
                return True
    return False


def _fill(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    for node in draft.deeds:
        draft.parts.add(parts_of(reading, node))
    _add_missing(draft.parts, [parts_of(reading, n) for n in draft.nodes if n.trigger.tells_toll])
    draft.date = _date_of(reading, draft, drafts)
    places = _choose_places(reading, draft, drafts)
    draft.place = places[0] if places else None
    draft.place_reading = reading if places else None
    draft.listed = places
    draft.weapon = _weapon_of(reading, draft, drafts)
    if not draft.parts.targets:
        draft.parts.targets = [v for f in draft.facts for v in f.victims if v not in draft.parts.perpetrators]
    draft.parts.targets = _without_generics(draft.parts.targets)
    draft.parts.perpetrators = _without_generics(draft.parts.perpetrators)
    if draft.verdict.status is Status.EVENT and draft.facts and _is_total(draft):
        draft.verdict = Verdict(Status.AGGREGATE, draft.facts[0].toll.span)
    draft.type, draft.tentative = type_of(reading, draft.nodes, draft.weapon, draft.parts, draft.facts)
    if not draft.trigger and draft.nodes:
        draft.trigger = draft.nodes[0].index
    elif not draft.nodes and draft.facts:
        draft.trigger = draft.facts[0].index


LONG_DATES = frozenset({"month", "months", "season", "year", "years", "decade", "window"})
MASS_TOLL = 100
"""Dead from which a toll without place or day is a total over a war, not one event (the deadliest single events in
UCDP's Syrian data with more always name their place)."""


def _is_total(draft: Draft) -> bool:
    """Return whether a bare toll sums up many events: of a long time, or large or vague and of no place and day."""
    if draft.deeds and not draft.parts.perpetrators and draft.place is None and draft.date is None:
        return any(f.toll.low >= MASS_TOLL for f in draft.facts)
    if any(_single(draft, n) for n in draft.deeds):
        return False
    long = draft.date is not None and (draft.date.vague or draft.date.kind in LONG_DATES)
    largest = max((f.toll.low for f in draft.facts), default=0)
    placed = draft.place is not None and draft.place.level == "point"
    if long and largest >= (MASS_TOLL if placed else LONG_TOLL):
        return True
    if draft.deeds or draft.date is not None or (draft.place is not None and draft.place.level == "point"):
        return False
    return largest >= MASS_TOLL


def _single(draft: Draft, node: Node) -> bool:
    """Return whether a deed-noun is one deed by its article ("in an attack")."""
    articles = {draft.reading.tokens[c].lower for c in draft.reading.tree.of(node.index, "det")}
    return node.is_noun and bool(articles & {"a", "an"})


LONG_TOLL = 20
"""Dead or hurt from which a toll over a month or more is taken for a total."""


def _add_missing(parts: Parts, others: list[Parts]) -> None:
    """Let the words for dead, hurt and damage name the sides that the deed's own words leave open."""
    open_ = [name for name in ("perpetrators", "targets") if not getattr(parts, name)]
    for other in others:
        for name in open_:
            known = {a.name for side in (parts.perpetrators, parts.targets) for a in side}
            fresh = [a for a in getattr(other, name) if a.name not in known or a.generic]
            getattr(parts, name).extend(a for a in fresh if a not in getattr(parts, name))


def _without_generics(actors: list[ActorMention]) -> list[ActorMention]:
    """Drop "militants" beside a named group, but keep civilians beside anyone."""
    named = [a for a in actors if not a.generic or a.name != "Unidentified armed group"]
    armed = [a for a in named if a.name != "Civilians"]
    return named if armed else list(actors)


def drafts_of(reading: Reading) -> list[Draft]:
    """Return the drafts of one sentence, in the order of their triggers; deeds only spoken of are left out."""
    nodes = find_nodes(reading)
    deeds = [n for n in nodes if not n.trigger.tells_toll or n.trigger.type]
    tolls = {n.index: n for n in nodes if n.trigger.tells_toll}
    facts = [f for n in tolls.values() for f in node_facts(reading, n, list(tolls.values()))]
    taken = {n.index for n in nodes}
    facts += adjective_facts(reading, taken) + toll_total(reading, {f.index for f in facts}) + nobody_hurt(reading)
    facts = without_parts(reading, facts)
    told = [n for n in deeds if not n.trigger.tells_toll and (n.is_noun or asserted(reading, n))]
    drafts = _drafts_of_deeds(reading, told)
    alone = _attach_toll(reading, facts, tolls, drafts)
    alone += _uncounted(reading, [n for n in tolls.values() if n.trigger.type], facts, [*drafts, *alone])
    if reading.in_domain("accident"):
        alone = [d for d in alone if any(n.trigger.type for n in d.nodes)]
    _attach_ruin(reading, [n for n in tolls.values() if n.trigger.frame == "ruin"], drafts)
    for draft in alone:
        if draft.nodes:
            draft.verdict = judge(reading, draft.nodes[0])
            if draft.verdict.status is Status.DENIED and draft.facts:
                draft.verdict = Verdict(Status.EVENT)
            draft.trigger = draft.nodes[0].index
    everyone = drafts + alone
    for draft in everyone:
        _fill(reading, draft, everyone)
    return sorted(everyone, key=lambda d: (d.trigger, d.type))


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
    if len(draft.listed) < 2:
        return [draft]
    found = [draft]
    for place in draft.listed[1:]:
        copy = replace(draft, facts=[], place=place, listed=(), attributions=[], told_again=[], parts=draft.parts)
        copy.trigger = place.last
        found.append(copy)
    return found
