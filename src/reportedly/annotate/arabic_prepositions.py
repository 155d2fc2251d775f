"""Arabic prepositional phrases: what they hang from, and the English preposition that their noun asks for."""

from __future__ import annotations

from reportedly.annotate.arabic_chunks import Phrase, targets
from reportedly.annotate.arabic_kinds import OFFICES, TOLLS, arms, persons, territory
from reportedly.annotate.arabic_nodes import Node, left_out, nodes_of
from reportedly.annotate.arabic_owners import CHARGING, special_owner
from reportedly.annotate.arabic_state import State, is_deed, is_doer, verb_above
from reportedly.annotate.arabic_tagging import Unit, saying

_FALLEN = {"dead": "kill", "martyr": "kill", "fatality": "kill", "wounded": "injure", "injured": "injure"}
"""What befell those counted «بين قتيل وجريح»."""


def preposition(s: State, at: int) -> int:
    """Read a preposition with what it governs; return the unit to go on from."""
    unit = s.units[at]
    following = at + 1
    if s.chunks.cat(following) in ("sub", "comp", "rel", "result", "verb", "as", "neg"):
        return _before_clause(s, at)
    if s.chunks.cat(following) == "enc":
        node = s.put(at)
        pron = s.put(following)
        pron.lemma = pron.lower = "they"
        node.hang(_target(s, unit, None), "prep")
        pron.hang(node, "pobj")
        _resume(s, pron)
        if node.head is None:
            s.pending.append(node)
        return following + 1
    phrase = s.chunks.read(following)
    if phrase is None:
        if s.chunks.cat(following) == "time":
            s.predicate = s.predicate or s.main()
        node = s.put(at)
        node.hang(s.predicate or s.main(), "prep")
        if node.head is None:
            s.pending.append(node)
        return following
    if unit.sense == "between" and phrase.head.lemma in _FALLEN and _fallen(s, at, phrase):
        return phrase.next
    if _beside(s, at, phrase):
        return phrase.next
    return _prepositional(s, at, phrase)


def _resume(s: State, pronoun: Node) -> None:
    """Note that the pronoun after a preposition takes up the noun that its clause describes: that is no subject."""
    clause = s.clause
    noun = clause.relative if clause is not None else None
    if clause is None or noun is None or clause.objects or clause.subject is not None:
        return
    feminine = noun.unit is not None and noun.unit.analysis.feminine
    clause.resumed = (pronoun.form == "ها" and (feminine or noun.number == "pl")) or (
        pronoun.form == "ه" and not feminine and noun.number == "sg"
    )


def _fallen(s: State, at: int, phrase: Phrase) -> bool:
    """Read «مدنيون بين قتيل وجريح» as "civilians killed and wounded"."""
    who = s.last.head if s.last is not None else s.clause.subject if s.clause else None
    if s.last is not None:
        # «سقوط أربعين شخصا بين قتيل وجريح»: the persons, not their fall.
        who = next((n for n in reversed(s.last.chain) if n.lemma in persons()), who)
    if who is None:
        return False
    both = s.put(at)
    both.lemma = both.lower = "either"
    both.hang(who, "dep")
    head = phrase.head
    head.lemma, head.pos, head.tag = _FALLEN[head.lemma], "VERB", "VBN"
    head.lower = head.lemma
    head.hang(who, "acl")
    s.nodes += phrase.nodes
    after = phrase.next
    while s.chunks.cat(after) == "cc" and s.units[after + 1].sense in _FALLEN:
        s.put(after).hang(head, "cc")
        other = s.put(after + 1)
        other.lemma = other.lower = _FALLEN[other.lemma]
        other.pos, other.tag = "VERB", "VBN"
        other.hang(head, "conj")
        after += 2
    phrase.next = after
    return True


def _beside(s: State, at: int, phrase: Phrase) -> bool:
    """Read «قصف كذا بالتزامن مع غارات على كذا» and «تزامن القصف مع غارات» as two deeds told side by side."""
    unit, first = s.units[at], s.predicate
    if not is_deed(phrase.head) or phrase.head.lemma == "flight":
        return False
    if unit.sense == "with" and s.clause is not None and s.clause.verb.lemma == "coincide":
        first = s.clause.subject
    elif unit.sense != "amid":
        return False
    if first is None or not (is_deed(first) or first.pos == "VERB"):
        return False
    node = s.put(at)
    node.lower = "coinciding"
    node.hang(first, "prep")
    phrase.head.hang(node, "pobj")
    s.nodes += phrase.nodes
    s.seen(phrase)
    return True


def _before_clause(s: State, at: int) -> int:
    """Put a preposition before a clause: its clause tells a circumstance ("after they left")."""
    node = s.put(at)
    node.dep = "mark"
    if s.chunks.cat(at + 1) == "verb" and s.units[at].cat in ("prep", "cited"):
        s.leave_topic()
        s.opener = ("sub", None)
        s.fresh = True
    s.pending.append(node)
    return at + 1


def _opens_joined(s: State, unit: Unit, phrase: Phrase) -> bool:
    """Return whether a place after "and" is that of the verb right after it («…، وفي بلدة سفوهن قصفت المدفعية منزلا»)."""
    joined = s.fresh and s.joiner is not None and s.joiner.head is None and unit.cat == "prep"
    place = phrase.head.pos == "PROPN" or phrase.head.lemma in territory()
    return joined and unit.sense == "in" and place and s.chunks.cat(phrase.next) == "verb"


def _prepositional(s: State, at: int, phrase: Phrase) -> int:
    unit = s.units[at]
    target = None if _opens_joined(s, unit, phrase) else _target(s, unit, phrase)
    if _purpose(unit, phrase, target):
        return _infinitive(s, at, phrase, target)
    if _controlled(unit, phrase, target):
        assert target is not None
        target.lemma = target.lower = CONTROL[target.lemma]
        following = _infinitive(s, at, phrase, target)
        phrase.head.dep = "xcomp"
        return following
    head, made = nodes_of(unit)
    _mend_preposition(s, unit, head, made, phrase, target)
    s.nodes += made
    s.nodes += phrase.nodes
    if _is_object(unit, target):
        if target is not None and target.lemma == "prompt":
            # «دفع بتعزيزات»: whom one pushes with ب one sends.
            target.lemma = target.lower = "send"
        for node in made:
            node.hang(phrase.head, "case")
        if target is not None and target.pos == "VERB":
            phrase.head.hang(target, "dobj")
            if target.clause is not None:
                target.clause.objects.append(phrase.head)
        else:
            of = left_out(head.start, "of", "ADP", "IN")
            of.hang(target, "prep")
            s.nodes.insert(len(s.nodes) - len(phrase.nodes), of)
            phrase.head.hang(of, "pobj")
    else:
        inner = made[-1] if unit.cat in ("cited",) or (len(made) > 1 and unit.cat == "prep") else head
        citing = unit.sense == "cite"
        phrase.head.hang(inner, "dobj" if citing else "pobj")
        head.hang(target, "advcl" if citing else head.dep or "prep")
        head.dep = "advcl" if citing else head.dep
        if target is None:
            s.pending.append(head)
    s.seen(phrase)
    return phrase.next


RESULTS = frozenset(
    "lead subject expose cause result undergo suffer come respond prompt push witness see say due reply condemn react".split()
)
"""Verbs after which ل with a deed's noun tells what happened («أدى لمقتل», «تعرض لقصف»), not what was wanted."""


def _purpose(unit: Unit, phrase: Phrase, target: Node | None) -> bool:
    """Return whether ل with an indefinite deed's noun after a verb tells its purpose («تدربوا لتنفيذ هجمات»)."""
    noun = phrase.head
    if unit.cat != "prep" or unit.pieces[-1].form != "ل" or len(unit.pieces) > 1 or noun.unit is None:
        return False
    if target is None or target.pos != "VERB" or target.lemma in RESULTS or _is_object(unit, target):
        return False
    if noun.unit.definite:
        # «شنوا حملة للسيطرة على المدينة»
        return noun.lemma in _TAKING and target.lemma in _WARRING
    return bool(noun.unit.analysis.verb) and noun.owner is not None


_TAKING = frozenset({"capture", "recapture"})
_WARRING = frozenset({"launch", "fight", "attack", "conduct", "lead", "wage", "move", "advance", "mobilise"})
"""Verbs of a campaign, whose ل with a town to be taken tells its aim."""

CONTROL = {
    "perform": "manage", "manage": "manage", "carry": "proceed", "do": "proceed", "proceed": "proceed", "undertake": "proceed",
    "begin": "begin", "start": "start", "continue": "continue", "try": "try", "attempt": "attempt", "succeed": "manage",
    "threaten": "threaten", "vow": "vow", "pledge": "pledge",
}  # fmt: skip
"""Verbs that hand their subject on to the deed's noun after their preposition («تمكنت الفصائل من تفكيك عبوة»), as English
verbs with an infinitive."""


def _controlled(unit: Unit, phrase: Phrase, target: Node | None) -> bool:
    """Return whether a deed's noun is what the subject of such a verb did, with what it was done to after it."""
    noun = phrase.head
    if target is None or target.pos != "VERB" or target.lemma not in CONTROL or not _is_object(unit, target):
        return False
    return noun.unit is not None and bool(noun.unit.analysis.verb) and noun.owner is not None


def _infinitive(s: State, at: int, phrase: Phrase, target: Node | None) -> int:
    """Read ل with a verb's noun as an infinitive: its owner is the object."""
    verb = phrase.head
    to = s.put(at)
    to.lemma = to.lower = "to"
    to.pos, to.tag = "PART", "TO"
    to.hang(verb, "aux")
    assert verb.unit is not None
    verb.lower = verb.unit.analysis.verb
    # "set up": the verb without its particle, as a finite one has it.
    verb.lemma = verb.lower.split(" ")[0]
    verb.pos, verb.tag = "VERB", "VB"
    verb.hang(target, "advcl")
    if verb.owner is not None and verb.owner.head is not None and verb.owner.head.end == verb.owner.head.start:
        verb.owner.head.hang(verb, "case")
        verb.owner.hang(verb, "dobj")
    s.nodes += phrase.nodes
    s.seen(phrase)
    s.predicate = verb
    return phrase.next


def _is_object(unit: Unit, target: Node | None) -> bool:
    if target is None or target.unit is None or unit.cat != "prep":
        return False
    return unit.pieces[-1].form in target.unit.analysis.objects


def _mend_preposition(s: State, unit: Unit, head: Node, made: list[Node], phrase: Phrase, target: Node | None) -> None:
    """Give a preposition the English word that its noun and what it hangs from ask for."""
    letter, noun = unit.first.form, phrase.head
    deed = target is not None and is_deed(target)
    head.dep = "prep"
    if unit.cat == "agent":
        head.lemma = head.lower = "by"
        head.dep = "agent" if target is not None and target.pos == "VERB" else "prep"
    elif target is not None and target.lemma in CHARGING and (letter == "ب" or (letter == "في" and is_deed(noun))):
        head.lemma = head.lower = "of"
    elif letter == "ب" and len(unit.pieces) == 1:
        word = "with"
        if is_deed(noun) or noun.lemma in territory() or noun.pos == "PROPN":
            word = "in"
        elif noun.lemma in arms() and noun.owner is not None and is_doer(noun.owner):
            word = "by"
        head.lemma = head.lower = word
        if word == "by" and target is not None and target.pos == "VERB":
            head.dep = "agent"
    elif letter == "ل" and len(unit.pieces) == 1:
        owned = target is not None and target.pos != "VERB"
        word = "of" if owned else "to"
        doer = is_doer(noun) or (noun.pos == "PROPN" and target is not None and _struck_by(target))
        if deed and target is not None and target.owner is None and doer and target.lemma not in TOLLS:
            word = "by"
        if target is not None and target.lemma == "accusation":
            # «اتهامات للتنظيم بالوقوف وراء الهجوم»: the accused.
            word = "against"
        head.lemma = head.lower = word
    elif letter == "من" and deed and target is not None and is_doer(noun) and target.lemma not in ("withdrawal",):
        head.lemma = head.lower = "by"
    elif letter == "علي" and target is not None and target.lemma == "elimination":
        head.lemma = head.lower = "of"
    elif letter == "في" and target is not None and target.pos != "VERB" and is_deed(target):
        head.lemma = head.lower = "in"


def _target(s: State, unit: Unit, phrase: Phrase | None) -> Node | None:
    """Return what a prepositional phrase hangs from."""
    if unit.cat == "agent" and unit.first.form == "مصدر" and s.last is not None:
        # «قذائف مصدرها قوات النظام»; of «استهداف منزل بصاروخ مصدره قسد» the deed, whose weapon it is.
        above = s.last.head.head.head if s.last.head.head is not None else None
        return above if above is not None and is_deed(above) and s.last.head.lemma in arms() else s.last.head
    if unit.cat == "including" and s.last is not None:
        return _counted(s)
    counted = phrase is not None and phrase.head.pos == "NUM"
    if unit.first.form == "الي" and counted and s.clause is not None and s.clause.verb.lemma in RISING:
        return s.clause.verb
    if unit.cat == "cited":
        return _told_whole(s) if s.comma else s.main() or s.predicate
    verb = s.clause.verb if s.clause is not None else None
    taken = verb is not None and _is_object(unit, verb) and s.clause is not None
    taken = taken and (not (s.clause and s.clause.objects) or (phrase is not None and is_deed(phrase.head)))
    if taken and not (s.predicate is not verb and _is_object(unit, s.predicate)):
        return verb
    if unit.sense == "to" and verb is not None and verb.dep == "relcl":
        above = verb_above(verb)
        if above is not None and above.lemma in WANT_TO:
            return above
    if (
        phrase is not None
        and is_deed(phrase.head)
        and verb is not None
        and verb.lemma in UNDERGOING
        and unit.sense == "to"
    ):
        # «تعرضت قافلة مساعدات لقصف»: what befell it.
        return verb
    mine = s.predicate.owner if s.predicate is not None and is_deed(s.predicate) else None
    if mine is not None and phrase is not None and unit.first.form == "ل" and is_doer(mine) and is_doer(phrase.head):
        # «قصف الطائرات الحربية للتحالف»: whose they are.
        return mine
    owned = special_owner(s, unit, phrase) or _owned(s, unit, phrase)
    if owned is not None:
        return owned
    last = s.last.head if s.last is not None and not s.comma else None
    if (
        unit.sense == "between"
        and s.predicate is not None
        and s.predicate.dep == "conj"
        and s.predicate.head is not None
    ):
        # «اشتباكات وقصف بين X وY»: the sides are those of the first deed, which needs them.
        return s.predicate.head if is_deed(s.predicate.head) else s.predicate
    return s.predicate or s.main() or s.nominal_root or last


def _told_whole(s: State) -> Node | None:
    """Return the clause that «، حسب مصادر» cites for: not what described a noun right before the comma."""
    here = s.main()
    while here is not None and here.pos == "VERB" and here.dep == "relcl" and (above := verb_above(here)) is not None:
        here = above
    return here or s.predicate


def _struck_by(deed: Node) -> bool:
    """Return whether ل after a deed's noun brings a name that did it («قصف لقسد»), not the town it befell («اقتحام لنابلس»)."""
    return deed.lemma in _DONE_BY and not targets(deed)


_DONE_BY = frozenset(
    "shelling attack airstrike strike raid ambush bombing bombardment operation gunfire shooting explosion assault fire "
    "offensive clash artillery rocket missile drone".split()
)
"""Deeds that ل gives a doer."""

UNDERGOING = frozenset({"subject", "expose"})
"""Verbs that say what befell their subject."""

RISING = frozenset({"rise", "increase", "climb", "jump"})
"""Verbs of a toll, of which the number is told after «إلى» («ارتفع عدد قتلى الهجوم إلى 22»)."""

TOLD = frozenset({"news", "report", "rumour", "information", "testimony"})
"""Nouns of speech that take عن for what they tell («أنباء عن سقوط قذائف»)."""

WANT_TO = frozenset({"attribute", "ascribe"})
"""Verbs that need "to", though a relative clause comes before it («نسبوا الهجوم الذي أوقع قتيلا إلى خلية»)."""


BELONGING = frozenset({"affiliated", "loyal"})
"""Adjectives that say with ل whose something is."""


OF_DEEDS = frozenset({"anniversary", "commemoration"})
"""Nouns whose ل before a deed's noun is *of*."""


def _owned(s: State, unit: Unit, phrase: Phrase | None) -> Node | None:
    """Return the noun right before ل or من to which their phrase belongs («عناصر من الجيش», «رتل للجيش»)."""
    letter = unit.pieces[-1].form
    if letter == "ل" and s.last is not None and (of := next((n for n in s.last.chain if n.lemma in OF_DEEDS), None)):
        # «في الذكرى الثانية لاغتيال الوزير»: of what.
        return of
    if letter == "ل" and s.nodes and s.nodes[-1].dep == "amod" and s.nodes[-1].lemma in BELONGING and not s.comma:
        # «مسيّرة تابعة للجيش»: whose it is.
        return s.nodes[-1].head
    if letter == "ب" and s.nodes and s.nodes[-1].lemma == "accused" and not s.comma:
        # «المتهم بقتل جاره»: what he is accused of.
        return s.nodes[-1]
    if unit.sense == "by" and unit.cat == "prep" and s.last is not None and not s.comma:
        # «بيان صادر عن الجيش»: whose statement it is.
        return s.last.head
    if unit.sense == "for" and s.last is not None and not s.comma:
        return next((n for n in s.last.chain if n.lemma in OFFICES), None)
    if unit.sense == "about" and s.last is not None and not s.comma and s.last.head.lemma in TOLD:
        return s.last.head
    if unit.cat != "prep" or letter not in ("ل", "من") or s.last is None or s.comma:
        return None
    if is_deed(s.last.head):
        return _men_of(s.last.chain[-1], phrase) if letter == "ل" else None
    if letter == "ل" and phrase is not None and is_doer(phrase.head) and _by_means(s):
        return None
    inner = s.last.chain[-1]
    governor = s.predicate.unit if s.predicate is not None else None
    if governor is not None and letter in governor.analysis.objects:
        return None
    if inner.pos not in ("NOUN", "NUM", "PROPN") or (phrase is not None and is_deed(phrase.head)):
        return None
    speaking = s.clause is not None and s.clause.verb.lemma in saying() and s.predicate is s.clause.verb
    if letter == "ل" and (inner.definite or speaking):
        office = next((n for n in s.last.chain if n.lemma in OFFICES), None)
        return office if phrase is not None and phrase.head.pos == "NOUN" else None
    return s.last.head if letter == "من" else inner


def _men_of(hit: Node, phrase: Phrase | None) -> Node | None:
    """Return whose men or things they are to which a deed's noun was done («مقتل ثلاثة عناصر لقسد», «تفجير حافلة للجيش»)."""
    thing = hit.pos == "NOUN" and not is_deed(hit) and not hit.definite and hit.lemma not in territory() | arms()
    owned = thing and (hit.lemma in persons() or (phrase is not None and is_doer(phrase.head)))
    return hit if owned and phrase is not None and not is_deed(phrase.head) else None


def _by_means(s: State) -> bool:
    """Return whether the last noun is the means of a deed's noun before it («قصف بقذائف ... لقوات كذا»)."""
    deed = s.predicate
    return (
        deed is not None and s.last is not None and is_deed(deed) and deed.pos == "NOUN" and s.last.head.lemma in arms()
    )


def _counted(s: State) -> Node | None:
    if s.last is None:
        return None
    for node in s.last.chain:
        if any(n.head is node and n.dep == "nummod" for n in s.last.nodes) or node.pos == "NUM":
            return node
    return next((n for n in s.last.chain if n.lemma in persons()), s.last.head)
