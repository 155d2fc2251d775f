"""Find who says what in a sentence: each cue of attribution with its claimant and the stretches that it covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT, Token
from reportedly.coding.attributed import Attribution, made
from reportedly.coding.attribution_nouns import TOLL_VERBS, any_saying, by_count, by_noun, by_toll
from reportedly.coding.claimants import can_speak, claimant_of, going_on, speaker_like
from reportedly.coding.cues import Category, Found, Part
from reportedly.coding.culprits import accused_by, blamed_deed, culprits_within, of_responsibility, owns_up
from reportedly.coding.guesses import guessed_doers
from reportedly.coding.mutual import each_by_itself
from reportedly.coding.nesting import nested
from reportedly.coding.reading import Reading
from reportedly.coding.scope import Ranges, holds, in_force, normal, within, without
from reportedly.coding.statements import (
    COMMAS,
    asides,
    disputed_before,
    own_participle,
    said_around,
    said_by_adverb,
    said_by_verb,
    tells,
)
from reportedly.records import Stance


def _by_verb(reading: Reading, found: Found) -> Attribution | None:
    verb = found.first
    clause = reading.tree.clause(verb)
    if clause.passive or clause.modal in ("future", "conditional") or _carries_things(reading, verb):
        return None
    if _not_said(reading, verb):
        return None
    summed_up = disputed_before(reading, found)
    ranges = said_by_verb(reading, found) or summed_up
    subjects = _speakers(reading, verb, ranges)
    ranges = normal([*ranges, *_torn_subject(reading, verb)])
    if (inverted := _inverted(reading, verb)) is not None:
        subjects, ranges = [inverted], ((0, verb),)
    if not ranges or not (tells(reading, ranges) or summed_up or _answers(reading, found, ranges)):
        return None
    if clause.negated or _of_no_evidence(reading, verb):
        return None
    if not subjects and (before := _name_before(reading, verb)) is not None:
        ranges = without(ranges, [(before[0], verb)])
        return made(reading, found, ranges, before[1], before) if ranges else None
    if not subjects or subjects[0] in reading.date_at or not can_speak(reading, subjects[0]):
        return None
    return made(reading, found, ranges, subjects[0])


def _not_said(reading: Reading, verb: int) -> bool:
    """Return whether an infinitive tells of no saying ("declined to confirm", "difficult to say")."""
    token = reading.tokens[verb]
    to = any(reading.tokens[c].tag == "TO" for c in reading.tree.of(verb, "aux"))
    return token.tag == "VB" and to and reading.tokens[token.head].lemma not in _COMING_TO


_COMING_TO: Final = frozenset("go come continue appear seem proceed rush hasten move begin start".split())
"""Verbs whose infinitive is said all the same ("went on to say")."""


def _carries_things(reading: Reading, verb: int) -> bool:
    """Return whether "quote" has neither a clause nor a quotation (Arabic: it also means "carry"), or tear gas is the answer."""
    tokens, tree = reading.tokens, reading.tree
    with_things = any(
        tokens[c].lower == "with" or any(tokens[o].lemma in reading.lexicon.deed_words for o in tree.of(c, "pobj"))
        for c in tree.of(verb, "prep")
        if tokens[c].lower in ("with", "by", "in")
    )
    if (
        tokens[verb].lemma in ("respond", "reply", "answer")
        and with_things
        and all(c < verb for c in tree.of(verb, "ccomp"))
    ):
        return True
    if tokens[verb].lemma == "claim" and any(tokens[o].lemma in _CLAIMED_DEAD for o in tree.of(verb, "dobj")):
        return True
    return tokens[verb].lemma == "quote" and not reading.quoted and not tree.of(verb, "ccomp", "parataxis")


_CLAIMED_DEAD = frozenset({"life", "martyr", "victim", "soul", "casualty", "fatality"})
"""Objects of "claim" by which a deed is said to have killed."""


def _answers(reading: Reading, found: Found, ranges: Ranges) -> bool:
    """Return whether a denial or confirmation speaks of what was told by a pronoun ("the army denied it")."""
    answer = found.cue.stance in (Stance.DENIES, Stance.CONFIRMS)
    return answer and any(t.lower in ("it", "this", "that") and holds(ranges, t.index) for t in reading.tokens)


def _of_no_evidence(reading: Reading, verb: int) -> bool:
    """Return whether a verb says that nothing speaks for what follows ("said it had no evidence that ...")."""
    if reading.lowers.isdisjoint(("no", "any", "little")):
        return False
    low, high = reading.geometry.left[verb], reading.geometry.right[verb] + 1
    return any(
        t.lemma in ("evidence", "proof", "indication", "sign", "knowledge", "information")
        and any(reading.tokens[c].lower in ("no", "any", "little") for c in reading.tree.of(t.index, "det", "amod"))
        and reading.tree.of(t.index, "acl", "ccomp")
        for t in reading.tokens[low:high]
    )


def _speakers(reading: Reading, verb: int, ranges: Ranges) -> list[int]:
    """Return the subjects of a verb of saying; those of the verb above it for "..., adding that" and "..., saying"."""
    if (teller := _teller(reading, verb)) is not None:
        return [teller]
    if (goes_on := going_on(reading, verb)) is not None:
        return [s for s in goes_on if not holds(ranges, s)]
    own = [c for c in reading.tree.of(verb, "nsubj") if not holds(ranges, c)]
    if len(own) > 1 and own[-1] < verb and can_speak(reading, own[-1]):
        return own[-1:]
    subjects = [s for s in reading.tree.clause(verb).heads(SUBJECT) if not holds(ranges, s) and s != verb]
    if subjects and can_speak(reading, subjects[0]):
        return subjects
    above = reading.tree.governor(verb)
    if (
        reading.tokens[verb].tag == "VBG"
        and reading.tokens[verb].dep in ("advcl", "conj", "xcomp")
        and above is not None
    ):
        upper = reading.tree.clause(above)
        speakers = () if upper.passive else upper.heads(SUBJECT)
        return [s for s in speakers if not holds(ranges, s) and speaker_like(reading, s)]
    return subjects


def _teller(reading: Reading, verb: int) -> int | None:
    """Return who tells in "X told Y adding that": a parser takes Y for who adds."""
    own = reading.tree.of(verb, "nsubj")
    if reading.tokens[verb].tag != "VBG" or not own or own[0] > verb:
        return None
    before = [t for t in reading.tokens[: reading.geometry.left[own[0]]] if t.pos != "PUNCT"]
    if not before or before[-1].lemma not in ("tell", "inform"):
        return None
    subjects = reading.tree.clause(before[-1].index).heads(SUBJECT)
    return next((s for s in subjects if can_speak(reading, s)), None)


def _torn_subject(reading: Reading, verb: int) -> Ranges:
    """Return the subject of an interrupted clause that the parser gave to the verb of saying ("Two men, he said, died")."""
    own = reading.tree.of(verb, "nsubj")
    return reading.geometry.below(*own[:-1]) if len(own) > 1 and own[-1] < verb else ()


def _inverted(reading: Reading, verb: int) -> int | None:
    """Return the subject that follows its verb after a statement ("..., said the monitor")."""
    tree, tokens = reading.tree, reading.tokens
    if tokens[verb].tag not in ("VBD", "VBZ") or verb < MIN_STATEMENT or tokens[verb].lemma in ("tell", "inform"):
        return None
    if any(c < verb for c in tree.of(verb, "nsubj")) or any(c > verb for c in tree.of(verb, "ccomp")):
        return None
    told_before = any(c < verb for c in tree.of(verb, "ccomp"))
    joined = tokens[verb].dep in ("conj", "parataxis") and not any(
        verb - 2 <= c < verb for c in tree.of(tokens[verb].head, "cc")
    )
    place = reading.place_at.get(verb - 1)
    parted = tokens[verb - 1].pos == "PUNCT" or (place is not None and not place.modifies_actor)
    if not (told_before or (parted and (joined or tokens[verb].dep in ("ROOT", "dep", "ccomp", "advcl", "appos")))):
        return None
    heads = tree.of(verb, "nsubj", "dobj", "attr", "npadvmod", "oprd", "ccomp")
    near = [h for h in heads if verb < h <= verb + INVERTED_REACH and tokens[h].pos in ("NOUN", "PROPN", "PRON")]
    return next((h for h in near if speaker_like(reading, h)), None)


INVERTED_REACH = 12
"""Tokens that a claimant after its verb may have."""

MIN_STATEMENT = 4
"""Tokens that stand before such a verb, at least."""


def _name_before(reading: Reading, verb: int) -> tuple[int, int] | None:
    """Return the first token and the head of the name right before a closing verb of saying, torn off by the parser."""
    tokens = reading.tokens
    head = verb - 1
    if head > 1 and tokens[head].text in COMMAS and tokens[head - 1].dep == "appos":
        # "..., the governor, Ann Lee, wrote": the name hangs from the office.
        office = tokens[head - 1].head
        parted = office < head - 1 and reading.geometry.left[head - 1] > office
        return (reading.geometry.left[office], office) if parted and speaker_like(reading, office) else None
    if head < 0 or tokens[head].pos not in ("NOUN", "PROPN", "PRON") or head in reading.date_at:
        return None
    actor = reading.actor_at.get(head)
    first = actor.first if actor is not None else head
    while first > 0 and _carries_on(reading, first - 1):
        first -= 1
        if tokens[first].pos == "DET":
            break
    return (first, head) if can_speak(reading, head) else None


def _carries_on(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    place = reading.place_at.get(index)
    named = (place is not None and not place.modifies_actor) or reading.lexicon.is_noun("territory", token.lemma)
    return token.pos in ("NOUN", "PROPN", "ADJ", "DET", "PART") and not named and index not in reading.date_at


def _by_passive(reading: Reading, found: Found) -> Attribution | None:
    """Return the hearsay of "it is reported that", "is believed to have"; who it is reported by is the claimant."""
    verb, clause = found.first, reading.tree.clause(found.first)
    supposed = any(s.cue.part is Part.CONJUNCTION for s in in_force(reading, Category.HYPOTHESIS, verb))
    if not clause.passive or clause.negated or clause.modal in ("future", "conditional") or supposed:
        return None
    geometry = reading.geometry
    if (doers := guessed_doers(reading, verb)) and found.cue.stance is Stance.SPECULATES:
        return replace(made(reading, found, geometry.below(*reading.tree.of(verb, "xcomp")), None), culprits=doers)
    if not _hearsay(reading, verb) or any(c.lower == "no" for s in clause.heads(SUBJECT) for c in _dets(reading, s)):
        return None
    agents = [h for h in (*clause.heads(AGENT), *clause.heads(OBLIQUE, "from")) if can_speak(reading, h)]
    said = reading.tree.of(verb, "xcomp", "ccomp", "oprd", "acomp")
    said += reading.tree.of(verb, "nsubjpass")
    ranges = geometry.below(*said)
    ranges = without(ranges, asides(reading, ranges))
    if not tells(reading, ranges):
        return None
    return made(reading, found, ranges, agents[0] if agents else None)


def _dets(reading: Reading, head: int) -> list[Token]:
    return [reading.tokens[c] for c in reading.tree.of(head, "det")]


def _hearsay(reading: Reading, verb: int) -> bool:
    """Return whether a passive verb of saying has something said: a complement, or a deed for its subject."""
    if reading.tokens[verb].dep in ("acl", "amod") or (
        reading.tokens[verb].dep == "advcl" and not reading.tree.of(verb, "auxpass")
    ):
        return False
    said = reading.tree.of(verb, "xcomp", "ccomp", "oprd", "acomp")
    if said:
        return reading.tokens[said[0]].dep in ("xcomp", "ccomp") or reading.tokens[verb].lemma not in _SURE
    subjects = reading.tree.clause(verb).heads(SUBJECT)
    return any(reading.tokens[s].lemma in reading.lexicon.deed_words for s in subjects)


_SURE: Final = frozenset({"confirm", "verify"})
"""Verbs whose passive with an adjective says nothing of who says so ("nine are confirmed dead")."""


def _by_quoting(reading: Reading, found: Found) -> Attribution | None:
    """Return who is quoted: "SANA quoted a source as saying", "a source was quoted by SANA as saying", "citing X"."""
    if reading.tokens[found.first].lemma not in ("quote", "cite"):
        return None
    tree, verb = reading.tree, found.first
    clause = tree.clause(verb)
    quoted = clause.heads(SUBJECT) if clause.passive else clause.heads(OBJECT)
    relaying = clause.heads(AGENT) if clause.passive else clause.heads(SUBJECT)
    quoted = tuple(h for h in quoted if can_speak(reading, h))
    if not quoted:
        return None
    told = tree.of(verb, "ccomp")
    inner = [v for p in tree.of(verb, "prep") for v in tree.of(p, "pcomp") if reading.tokens[v].lemma == "say"]
    as_saying = Found(found.cue, inner[0], inner[0]) if inner else None
    ranges = said_by_verb(reading, as_saying) if as_saying else _quoted_around(reading, verb)
    ranges = ranges or without(reading.geometry.below(*told), [(0, verb)])
    if as_saying and not ranges:
        ranges = said_by_verb(reading, Found(any_saying(reading), verb, verb))
        ranges = without(ranges, reading.geometry.below(*reading.tree.children[verb][-1:], *quoted))
    if not ranges or not tells(reading, ranges):
        return None
    by = tuple(claimant_of(reading, h) for h in relaying[:1] if can_speak(reading, h) and h not in quoted)
    return replace(made(reading, found, ranges, quoted[0]), via=by)


def _quoted_around(reading: Reading, verb: int) -> Ranges:
    """Return what "..., citing X" bears on: what the clause above says, without who says it."""
    above = reading.tree.governor(verb)
    if reading.tokens[verb].tag != "VBG" or above is None:
        return ()
    geometry = reading.geometry
    if reading.tokens[above].lemma in reading.lexicon.saying:
        return said_by_verb(reading, Found(any_saying(reading), above, above))
    own = [(geometry.left[verb], geometry.right[verb] + 1)]
    return without(geometry.below(above), own)


def _by_preposition(reading: Reading, found: Found) -> Attribution | None:
    """Return whom "according to", "as per" or "in the words of" names."""
    tree, tokens = reading.tree, reading.tokens
    heads = [h for i in range(found.first, found.last + 1) for h in tree.of(i, "pobj") if h > found.last]
    heads = [h for h in heads if tokens[h].lemma not in reading.lexicon.not_claimants and can_speak(reading, h)]
    if not heads:
        return None
    ranges = said_around(reading, found.first)
    return made(reading, found, ranges, heads[0]) if tells(reading, ranges) else None


def _by_adverb(reading: Reading, found: Found) -> Attribution | None:
    head = reading.tokens[found.first].head
    ranges = said_by_adverb(reading, found.first)
    if reading.tokens[head].dep == "amod" or not (tells(reading, ranges) or reading.tokens[head].pos == "ADP"):
        return None
    attribution = made(reading, found, ranges, None)
    near = sorted({found.first, head} | set(reading.tree.of(head, "nsubj", "nsubjpass", "dobj")))
    return replace(attribution, span=reading.span(near[0], near[-1]))


def _by_ascribing(reading: Reading, found: Found) -> Attribution | None:
    """Return to whom words are ascribed ("attributed to a medic that nine had died"), through whoever ascribes them."""
    verb = found.first
    clause = reading.tree.clause(verb)
    told = reading.tree.of(verb, "ccomp")
    makers = [h for h in clause.heads(OBLIQUE, "to") if can_speak(reading, h)]
    if reading.tokens[verb].lemma not in ASCRIBING or not told or not makers or clause.negated:
        return None
    ranges = without(reading.geometry.below(*told), [(0, verb)])
    if not tells(reading, ranges):
        return None
    by = tuple(
        claimant_of(reading, h) for h in clause.heads(SUBJECT)[:1] if not clause.passive and can_speak(reading, h)
    )
    return replace(made(reading, Found(any_saying(reading), verb, verb), ranges, makers[0]), via=by)


ASCRIBING: Final = frozenset({"attribute", "ascribe"})
"""Verbs that say whose words, or whose deed, something is."""


def _by_blame(reading: Reading, found: Found) -> Attribution | None:
    blame = accused_by(reading, found)
    verb = found.first
    if blame is None or (reading.tokens[verb].dep == "acl" and not blame.subjects and not blamed_deed(reading, found)):
        return None
    geometry, tree = reading.geometry, reading.tree
    ranges = normal([*geometry.below(verb), *geometry.below(*blame.culprits)])
    heads = [*blame.subjects, *(tree.of(verb, "nsubjpass") if verb not in blame.culprits else ())]
    heads = [h for h in heads if h not in blame.culprits] + tree.of(verb, "agent", "aux", "auxpass")
    heads += [c for c in tree.of(verb, "advcl") if own_participle(reading, c)]
    heads += [c for c in tree.of(verb, "conj") if c > verb and reading.is_verb(c) and verb not in blame.culprits]
    # "X, which blamed Y": the blame hangs from its own subject.
    ends = [verb if geometry.left[h] <= verb <= geometry.right[h] else geometry.right[h] + 1 for h in heads]
    ranges = without(ranges, [(verb, verb + 1), *((geometry.left[h], end) for h, end in zip(heads, ends, strict=True))])
    ranges = without(ranges, [a for a in asides(reading, ranges) if not a[0] <= verb < a[1]])
    if not tree.clause(verb).passive and any(c > verb for c in blame.culprits):
        ranges = without(ranges, [(0, verb)])
    head = blame.subjects[0] if blame.subjects else None
    things = head is not None and reading.tokens[head].pos == "NOUN" and not speaker_like(reading, head)
    said = reading.tokens[reading.tokens[verb].head].lemma in reading.lexicon.saying
    head = None if things and reading.tokens[verb].tag == "VBG" and not said else head
    above = reading.tokens[verb].head
    torn = _name_before(reading, above) if head is None and said and reading.tokens[verb].tag == "VBG" else None
    if torn is not None and torn[1] not in blame.culprits:
        return replace(made(reading, found, ranges, torn[1], torn), culprits=blame.culprits) if ranges else None
    return replace(made(reading, found, ranges, head), culprits=blame.culprits) if ranges else None


def _by_admission(reading: Reading, found: Found) -> Attribution | None:
    subjects = owns_up(reading, found)
    if not subjects:
        return None
    ranges = without(reading.geometry.below(found.first), [(found.first, found.last + 1)])
    ranges = without(ranges, [(reading.geometry.left[s], reading.geometry.right[s] + 1) for s in subjects])
    if not tells(reading, ranges) and reading.tokens[found.first].dep == "acl":
        deed = reading.tokens[found.first].head
        ranges = without(reading.geometry.below(deed), reading.geometry.below(found.first))
    ranges = without(ranges, asides(reading, ranges))
    return replace(made(reading, found, ranges, subjects[0]), culprits=tuple(subjects), admission=True)


MOST_COLON = 9
"""Tokens that a claimant before or after a colon may have: "A lawmaker from Bajaur: gunmen fired on my convoy"."""


_LABELS: Final = frozenset(
    "update updated video videos photo photos picture pictures graphic breaking watch live exclusive map recap urgent "
    "correction corrections corrected clarification تصحيح تصويب استدراك توضيح تحديث عاجل "
    "january february march april may june july august september october november december".split()
)
"""Words before a colon or after a dash that label a headline and name nobody ("... in Tel Rifat - UPDATE")."""


_LANDS: Final = frozenset(
    "bank strip region province state district county governorate valley highlands border".split()
)
"""Words that close the name of a land before a colon, which says where and not who ("West Bank: ...")."""


_TOLD: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "MD"})
"""Tags of verbs that make words a statement, which "shelling" alone is not."""


def _by_colon(reading: Reading) -> Attribution | None:
    """Return whom a headline names before or after its colon or dash ("Drone hits bus in Kupiansk: governor")."""
    tokens = reading.tokens
    ends = [t.index for t in tokens[1:-1] if t.text == ":" or (t.index in reading.enclosers and t.text not in "()[]")]
    if len(ends) != 1:
        return None
    mark, size = ends[0], len(tokens)
    for low, high, said in ((0, mark, (mark + 1, size)), (mark + 1, size, (0, mark))):
        name = [i for i in range(low, high) if tokens[i].pos not in ("PUNCT", "DET")]
        if not name or high - low > MOST_COLON or any(reading.is_verb(i) for i in name):
            continue
        heads = [i for i in name if tokens[i].head not in range(low, high) or tokens[i].head == i]
        head = next((i for i in heads if tokens[i].pos in ("NOUN", "PROPN")), None)
        spoken = any(tokens[i].tag in _TOLD for i in range(*said))
        if head is None or not spoken or head in reading.place_at or not speaker_like(reading, head):
            continue
        if (
            not _LABELS.isdisjoint((tokens[head].lower, tokens[head].text))
            or tokens[head].lower in _LANDS
            or any(i in reading.quantity_at or i in reading.date_at for i in name)
        ):
            continue
        return made(reading, Found(any_saying(reading), mark, mark), (said,), head, (name[0], name[-1]))
    return None


Maker = Callable[[Reading, Found], Attribution | None]

_MAKERS: Final = MappingProxyType(
    {
        (Category.ADMISSION, Part.VERB): (_by_admission,),
        (Category.BLAME, Part.VERB): (_by_ascribing, _by_blame),
        (Category.ATTRIBUTION, Part.VERB): (_by_quoting, _by_verb),
        (Category.ATTRIBUTION, Part.PASSIVE): (_by_passive,),
        (Category.ATTRIBUTION, Part.PREPOSITION): (_by_preposition,),
        (Category.ATTRIBUTION, Part.ADVERB): (_by_adverb,),
        (Category.ATTRIBUTION, Part.NOUN): (by_noun,),
    }
)


_FALSE: Final = frozenset(
    "lie untrue false fabrication fabricated baseless unfounded disinformation misinformation propaganda fake untruth".split()
)
"""What a statement that calls another one false calls it; a claimant who says so denies."""


def _fabricated(reading: Reading, attribution: Attribution, token: Token) -> bool:
    """Return whether a statement says that reports or claims were made up ("said reports of the strike were fabricated")."""
    if (
        token.lemma not in ("fabricate", "invent")
        or not reading.is_verb(token.index)
        or not attribution.holds(token.index)
    ):
        return False
    clause = reading.tree.clause(token.index)
    return clause.passive and not clause.negated


def _judged(reading: Reading, attribution: Attribution) -> Attribution:
    """Return an attribution with whom it puts behind the deed; a denial where it says "not" or calls a report false."""
    tokens, tree = reading.tokens, reading.tree
    guilt = culprits_within(reading, attribution.ranges)
    told = (Stance.REPORTS, Stance.CLAIMS, Stance.CONFIRMS)
    verbs = within(reading.guilt_verbs, attribution.ranges)
    called = [c for v in verbs for c in tree.of(v, "attr", "acomp")]
    lied = any(tokens[v].lemma == "lie" and tokens[v].lower not in ("lay", "lain") for v in verbs)
    lied = lied or any(_fabricated(reading, attribution, t) for t in tokens)
    if attribution.stance in told and (lied or any(tokens[c].lemma in _FALSE for c in called)):
        return replace(attribution, stance=Stance.DENIES)
    stance = Stance.DENIES if guilt.denied and attribution.stance in told else attribution.stance
    return replace(attribution, culprits=guilt.culprits, stance=stance)


def find_attributions(reading: Reading) -> list[Attribution]:
    """Return the attributions of a sentence in the order of their cues, nested ones with who relays them."""
    found: dict[int, Attribution] = {}
    refused: set[int] = set()
    for cue in sorted(reading.cues, key=lambda f: (f.first, _ORDER.get(f.cue.category, 9))):
        for maker in _MAKERS.get((cue.cue.category, cue.cue.part), ()):
            if cue.first in found or cue.first in refused:
                continue
            if (one := maker(reading, cue)) is not None:
                found[cue.first] = one
            elif cue.cue.category is Category.ADMISSION and of_responsibility(reading, cue):
                refused.add(cue.first)
    for token in reading.tokens:
        i, one = token.index, None
        if token.lemma in TOLL_VERBS or token.lemma == "speak":
            one = by_toll(reading, i) if reading.is_verb(i) else None
        elif token.lemma in ("count", "tally", "estimate", "account", "reckoning"):
            one = by_count(reading, i)
        if one is not None and i not in found:
            found[i] = one
    if not found and (one := _by_colon(reading)) is not None:
        found[one.cue] = one
    row = [found[i] for i in sorted(found)]
    row = [a if a.culprits else _judged(reading, a) for a in row]
    row = [side for a in row for side in each_by_itself(reading, a)]
    return nested(reading, row)


_ORDER: Final = MappingProxyType({Category.ADMISSION: 0, Category.BLAME: 1, Category.ATTRIBUTION: 2})
"""Owning up and blame go before plain saying where one verb can be both ("claimed responsibility")."""
