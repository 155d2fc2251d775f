"""Choose the date and the place of a deed among those that its sentences tell."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from reportedly.annotations import AGENT, OBJECT, SUBJECT, DateExpression, PlaceMention
from reportedly.coding.deeds import STATIONED, comes_as, path_between
from reportedly.coding.draft import Draft, nearest
from reportedly.coding.reading import Reading
from reportedly.records import Status


def date_of(reading: Reading, draft: Draft, drafts: list[Draft]) -> DateExpression | None:
    """Return the date that governs a deed: its own clause's, then the sentence's; never that of the saying."""
    own: list[DateExpression] = []
    free: list[DateExpression] = []
    said: DateExpression | None = None
    opening: DateExpression | None = None
    for date in reading.dates:
        at = reading.token_at(date.span.start)
        if _is_dateline(reading, date) or _inside_name(reading, at) or _of_birth(reading, at):
            continue
        if _of_a_start(reading, date, draft):
            continue
        if _date_of_saying(reading, at):
            said = said or date
            continue
        if _opens_saying(reading, at):
            opening = opening or date
            continue
        if _of_beginning(reading, at, draft) or _of_somebody(reading, at, draft) or _lasting(reading, date, at, draft):
            continue
        home = nearest(reading, at, drafts)
        planned = home is not None and home.verdict.status is Status.HYPOTHETICAL
        if home is draft:
            own.append(date)
        elif (
            home is None
            or (planned and draft.verdict.status is Status.EVENT and date.kind == "day")
            or _opens_sentence(reading, at)
        ):
            free.append(date)
    usable = [d for d in own + free if d.kind not in ("time", "duration")]
    plain = [d for d in usable if not d.vague and d.edtf]
    chosen = next(iter(plain or usable), None) or _shared_day(reading, draft, drafts)
    if chosen is None and opening is not None:
        return opening
    said = said or opening
    if said is None or said.edtf is None or not _FULL_DAY.search(said.span.text):
        return chosen
    return said if chosen is None else _as_said(chosen, said)


def _shared_day(reading: Reading, draft: Draft, drafts: list[Draft]) -> DateExpression | None:
    """Return the only day of a sentence for a deed to which the day's own is joined ("killed in A and hurt in B on Friday").

    So for force used on those "who had gathered on Friday": a crowd is dispersed when it stands there.
    """
    days = [d for d in reading.dates if d.kind in ("day", "days") and d.edtf and not d.vague]
    at = reading.token_at(days[0].span.start) if len(days) == 1 else None
    if at is not None and _of_the_crowd(reading, at, draft):
        return days[0]
    home = None if at is None else nearest(reading, at, drafts)
    if at is None or home is None or home is draft or _is_dateline(reading, days[0]) or _date_of_saying(reading, at):
        return None
    tokens = reading.tokens
    paths = [path_between(reading, low, high) for low in home.tokens for high in draft.tokens]
    joined = any(path and all(tokens[i].dep == "conj" for i in path[:-1]) for path in paths)
    return days[0] if joined else None


_GATHERING = frozenset("gather assemble rally protest demonstrate march stage hold camp".split())
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


def _of_the_crowd(reading: Reading, index: int, draft: Draft) -> bool:
    """Return whether a date tells when those gathered to whom the deed was done ("fired at students who had gathered Friday")."""
    verb = reading.tree.governor(index)
    if verb is None or reading.tokens[verb].dep != "relcl" or reading.tokens[verb].lemma not in _GATHERING:
        return False
    those = reading.tokens[verb].head
    return those in reading.actor_at and reading.tree.governor(those) in draft.tokens


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
    front = front and reading.sentence.index < DATELINE_SENTENCES
    return front and published is not None and date.edtf == published.isoformat()


DATELINE_SENTENCES = 2
"""Sentences of a report, with its title, among which one may open with a dateline; later ones are items of a list."""

DATELINE_REACH = 6
"""Tokens before the date of a dateline: "DEIR EZ-ZOR, Syria, Jan 22 (Agency) -"."""


def _of_birth(reading: Reading, index: int) -> bool:
    """Return whether a date tells when somebody was born."""
    return any(reading.tokens[a].lower in ("born", "aged") for a in reading.tree.ancestors(index)[:3])


def _of_beginning(reading: Reading, index: int, draft: Draft) -> bool:
    """Return whether a date tells when something around the deed began ("comes amid an offensive that began in May")."""
    for above in reading.tree.ancestors(index)[:4]:
        token = reading.tokens[above]
        if token.dep == "relcl" and token.lemma in ("begin", "start"):
            return token.head not in draft.tokens
        if reading.is_verb(above):
            return False
    return False


def _of_somebody(reading: Reading, index: int, draft: Draft) -> bool:
    """Return whether a date tells what somebody named did otherwise ("the coalition, which began its war last May, hit X")."""
    for above in reading.tree.ancestors(index):
        token = reading.tokens[above]
        if token.dep == "relcl" and token.head in reading.actor_at and reading.sentence.language == "en":
            inside = set(reading.tree.subtree(above))
            return not inside & draft.tokens and token.head not in inside
    return False


def _lasting(reading: Reading, date: DateExpression, index: int, draft: Draft) -> bool:
    """Return whether a date tells since when the clause before holds ("has held the city since 2014 and attacked X")."""
    tokens = reading.tokens
    if date.kind in ("year", "years") and not date.since and date.span.text.startswith("منذ") and draft.deeds:
        # «استمرارا لحربهم منذ 12 عاما»: how long another thing has lasted.
        return draft.verdict.status is Status.EVENT and tokens[index].head not in draft.tokens
    verb = reading.tree.governor(index)
    if verb is None or verb in draft.tokens or not verb < index or draft.verdict.status is not Status.EVENT:
        return False
    if not draft.deeds or draft.definite or any(n.index < index for n in draft.nodes):
        return False
    present = tokens[verb].tag in ("VBZ", "VBP") and date.kind not in ("day", "days", "time")
    after = [n for n in draft.nodes if n.predicate > index]
    return (date.since or present) and any(
        tokens[i].dep == "conj" and tokens[i].head == verb
        for n in after
        for i in (n.predicate, *reading.tree.ancestors(n.predicate))
    )


def _opens_saying(reading: Reading, index: int) -> bool:
    """Return whether a date stands before a verb of saying and its complement: "On 22 January they said that ..."."""
    verb = reading.tree.governor(index)
    if verb is None or verb < index or reading.tokens[verb].lemma not in reading.lexicon.saying:
        return False
    return any(reading.tokens[c].dep == "ccomp" and c > verb for c in reading.tree.children[verb])


def _opens_sentence(reading: Reading, index: int) -> bool:
    return index <= 2


def _of_a_start(reading: Reading, date: DateExpression, draft: Draft) -> bool:
    """Return whether a date is that of what opened a time ("the worst raid since the start of the war in March 2011")."""
    above = reading.tree.ancestors(reading.token_at(date.span.end - 1))
    outside = [i if reading.tokens[i].start < date.span.start else -1 for i in above]
    since = next((n for n, i in enumerate(outside) if i >= 0 and reading.tokens[i].lower == "since"), None)
    return not date.since and since is not None and not set(above[:since]) & set(draft.tokens)


def _inside_name(reading: Reading, index: int) -> bool:
    return index in reading.place_at and not reading.place_at[index].modifies_actor


def _date_of_saying(reading: Reading, index: int) -> bool:
    """Return whether a date stands on a verb of saying or its noun ("said on Tuesday", "a statement released Sunday")."""
    tree, tokens, lexicon = reading.tree, reading.tokens, reading.lexicon
    if tokens[index].dep in ("poss", "compound", "nmod") and tokens[tokens[index].head].lemma in lexicon.deed_words:
        return False  # "denied any role in Tuesday's attack"
    before = [t for t in tokens[max(0, index - PAPER_REACH) : index] if t.index not in reading.date_at]
    if any(_is_paper(reading, t.index) for t in before) and not any(t.text == "," for t in before):
        return True
    for above in tree.ancestors(index):
        if reading.is_verb(above):
            saying = tokens[above].lemma in (lexicon.saying | _ISSUING) and not _sets_free(reading, above)
            # "baton-charged"; who sees a deed sees it when it is done («رصد أمس طائرة قصفت»).
            saying = saying and tokens[above - 1].text != "-" and tokens[above].lemma not in _SEEING
            if saying and (_after_deed(reading, above, index) or _reported_deed(reading, above)):
                return False
            if saying:
                speakers = [c for c in tree.of(above, "nsubj") if c < above]
                if any(s < index < above and not any(map(reading.is_verb, range(s, index))) for s in speakers):
                    return True  # "The army on Monday said that ..."
                if (
                    index < above
                    and any(index < s for s in speakers)
                    and not any(c > above for c in tree.of(above, "ccomp"))
                ):
                    return False
                return index > above or not any(tokens[c].dep == "ccomp" and c > index for c in tree.children[above])
            return False
        if _is_paper(reading, above):
            return True
    return False


_SEEING = frozenset({"monitor", "observe", "witness", "spot"})
_ISSUING = frozenset({"release", "issue", "publish", "speak"})


def _sets_free(reading: Reading, verb: int) -> bool:
    """Return whether people are released, and no statement."""
    clause = reading.tree.clause(verb)
    freed = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    return reading.tokens[verb].lemma == "release" and any(reading.has_kind("person", h) for h in freed)


_ONLINE = frozenset("media facebook telegram twitter blog online instagram x weibo".split())


def _is_paper(reading: Reading, index: int) -> bool:
    """Return whether a noun is of something said or written; a "post" is one online, where "a police post" is none."""
    token = reading.tokens[index]
    if token.lemma not in _PAPERS or reading.is_verb(index):
        return False
    before = [t.lower for t in reading.tokens[max(0, index - 2) : index]]
    return token.lemma != "post" or before[-1:] == [] or before[-1] in _ONLINE or before[0] == "in"


def _after_deed(reading: Reading, verb: int, index: int) -> bool:
    """Return whether a date stands behind the deed that a verb of saying has for object: "documented the killing ... today"."""
    deeds = [c for c in reading.tree.of(verb, "dobj", "obj", "xcomp") if verb < c < index]
    return any(reading.tokens[c].lemma in reading.lexicon.deed_words for c in deeds)


def _reported_deed(reading: Reading, verb: int) -> bool:
    """Return whether a passive of no speaker tells a deed as taking place ("shelling was reported in X on Friday")."""
    clause = reading.tree.clause(verb)
    deeds = any(reading.tokens[s].lemma in reading.lexicon.deed_words for s in clause.heads(SUBJECT))
    return clause.passive and deeds and not clause.heads(AGENT)


_PAPERS = frozenset(
    {"statement", "report", "interview", "conference", "briefing", "bulletin", "communiqué", "tweet", "post"}
)

PAPER_REACH = 4
"""Tokens from a statement to the day it was made: "in a statement late on Tuesday"."""


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
    apart = [s.place for d in drafts for s in d.shares]
    for place in reading.places:
        if place.modifies_actor or place.relation == "setting" or place in apart:
            continue
        home = nearest(reading, place.last, drafts)
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


def choose_places(reading: Reading, draft: Draft, drafts: list[Draft]) -> tuple[PlaceMention, ...]:
    """Return the place of a deed, or the places of a list of which each is a mention of its own."""
    candidates = [p for p in _own_places(reading, draft, drafts) if p.relation != "from" or not _fired(reading, p)]
    candidates = [p for p in candidates if not _of_context(reading, p, draft)]
    candidates = [p for p in candidates if not _of_doers(reading, p)] or candidates
    candidates = [p for p in candidates if not _of_a_line(reading, p)] or candidates
    candidates = [p for p in candidates if not _felt_there(reading, p)] or candidates
    candidates = [p for p in candidates if not _owns_the_next(p, candidates)] or candidates
    if not candidates:
        return ()
    containers = {p.within for p in candidates if p.within is not None}
    inner = [p for p in candidates if reading.places.index(p) not in containers] or candidates
    best = min(inner, key=lambda p: (LEVELS.get(p.level, 3), _fronted(reading, p, inner), *_rank(reading, p, draft)))
    joined = _joined_preposition(reading, best, inner)
    if joined is not None and best.level == "point":
        return (best, joined)
    if best.group is None or best.relation in ("road", "between", "border", "from", "to"):
        return (best,)
    listed = [p for p in inner if p.group == best.group and p.level == best.level]
    return tuple(listed) if best.level in ("point", "area") else (best,)


_SECTORS = frozenset({"sector", "direction", "front", "axis", "operational", "frontline"})
"""Words after the town that a stretch of a front is called by ("in the Kharkiv sector")."""


def _of_context(reading: Reading, place: PlaceMention, draft: Draft) -> bool:
    """Return whether a place is that of what a deed is only set beside ("came as talks opened in X", "ahead of a vote in X")."""
    ways = (path_between(reading, place.last, at) for n in draft.nodes for at in (n.index, n.predicate))
    found = [way for way in ways if way is not None]
    return bool(found) and all(_set_beside(reading, way) for way in found)


def _set_beside(reading: Reading, way: list[int]) -> bool:
    tokens = reading.tokens
    ahead = any(tokens[i].lower == "of" and tokens[tokens[i].head].lower in _AHEAD for i in way[:-1])
    wake = any(tokens[i].lemma in _WAKES and tokens[tokens[i].head].dep == "prep" for i in way[:-1])
    return ahead or wake or any(comes_as(reading, i) for i in way[:-1])


_AHEAD = frozenset({"ahead"})
_WAKES = frozenset({"wake", "aftermath", "backdrop", "run-up", "eve", "anniversary"})
"""Nouns that set a deed beside another thing ("in the wake of an offensive in X")."""


def _of_doers(reading: Reading, place: PlaceMention) -> bool:
    """Return whether a place is where the doers are stationed ("troops based in X shelled Y"), or the hurt came from."""
    for above in reading.tree.ancestors(place.last)[:6]:
        token = reading.tokens[above]
        if token.dep == "acl" and token.lemma in _STATIONED:
            return bool(reading.actors_of(token.head))
        if reading.is_verb(above):
            return False
    return False


def _owns_the_next(place: PlaceMention, candidates: list[PlaceMention]) -> bool:
    """Return whether a town has lost the apostrophe by which it owns the quarter named next ("Aleppos Rashidin")."""
    own = f"{place.value.gazetteer_name}s".lower() == place.span.text.lower()
    return own and any(p.first == place.last + 1 for p in candidates)


def _felt_there(reading: Reading, place: PlaceMention) -> bool:
    """Return whether a place is where a deed was only felt ("struck the dam, causing blackouts in Atbara")."""
    tokens = reading.tokens
    for above in reading.tree.ancestors(place.last)[:5]:
        if tokens[above].lemma in _FELT:
            return True
        if reading.is_verb(above):
            return False
    return False


_FELT = frozenset("blackout outage panic alert siren alarm shortage condemnation outrage anger influx exodus".split())
"""Nouns of what a deed brought about elsewhere."""


def _of_a_line(reading: Reading, place: PlaceMention) -> bool:
    """Return whether a town only names what leads there ("the Dor-Salim pipeline in Kufra")."""
    above = [reading.tokens[a] for a in reading.tree.ancestors(place.last)[:2]]
    return reading.tokens[place.last].dep == "compound" and any(t.lemma in ("pipeline", "railway") for t in above)


_STATIONED = STATIONED | {"displace"}


def _fired(reading: Reading, place: PlaceMention) -> bool:
    """Return whether a place is where a weapon was sent from ("a rocket fired from X"), not where it struck."""
    above = [reading.tokens[a] for a in reading.tree.ancestors(place.last)[:3]]
    return reading.sentence.language == "en" and any(t.lemma in _SENT and t.pos == "VERB" for t in above)


_SENT = frozenset({"fire", "launch", "shoot", "send", "lob"})


def _rank(reading: Reading, place: PlaceMention, draft: Draft) -> tuple[int, int]:
    return RELATIONS.get(place.relation, 1), _distance(reading, place, draft)


def _fronted(reading: Reading, place: PlaceMention, places: list[PlaceMention]) -> bool:
    """Return whether a place opens the sentence and a finer one follows ("In Idlib, a mine went off in Binnish")."""
    after = [t.lower for t in reading.tokens[place.last + 1 : place.last + 3]]
    sector = bool(after) and after[0] in _SECTORS
    opens = place.first <= 2 and reading.tokens[0].lower in ("in", "on") and (after[:1] == [","] or sector)
    later = [p for p in places if p.first > place.last and (sector or p.relation in ("in", "near", "road"))]
    return opens and any(p.level == place.level for p in later)


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
