"""What a cue of attribution puts in somebody's mouth: the stretches of a sentence that are said (``reach`` in cues.toml)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.coding.cues import Found
from reportedly.coding.scope import Ranges, holds, normal, without
from reportedly.records import Stance

if TYPE_CHECKING:
    from reportedly.coding.reading import Reading

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "parataxis", "advcl"})
_CIRCUMSTANCE = frozenset(
    {"after", "as", "when", "while", "because", "although", "though", "before", "if", "since", "until"}
)
"""Words that open a clause about the saying and not the said ("said as the siege went on")."""

COMMAS = frozenset({",", "،"})
"""Commas of the scripts that are read."""

_TELLING_NOUNS = frozenset(
    "accusation claim allegation report charge involvement responsibility toll role death casualty destruction".split()
)


def tells(reading: Reading, ranges: Ranges) -> bool:
    """Return whether stretches hold a statement: a verb, or a deed told by a noun."""
    return any(reading.telling[end] - reading.telling[start] for start, end in ranges)


def telling_counts(reading: Reading) -> list[int]:
    """Return how many tokens before each one tell something, so that any stretch is asked in one step."""
    counts = [0]
    for token in reading.tokens:
        known = token.lemma in reading.lexicon.deed_words or token.lemma in _TELLING_NOUNS
        counts.append(counts[-1] + (known or reading.is_verb(token.index)))
    return counts


def said_by_verb(reading: Reading, found: Found) -> Ranges:
    """Return what a verb says: its complement, else the clause that it closes or interrupts, else its object."""
    verb, geometry = found.first, reading.geometry
    children = reading.tree.children[verb]
    said = [c for c in children if reading.tokens[c].dep in _COMPLEMENTS and not _circumstance(reading, c)]
    if found.cue.clausal and not _quotes_beside(reading, verb):
        said = [c for c in said if reading.tokens[c].dep == "ccomp"]
        return geometry.below(*said) or _clause_around(reading, verb)
    said = [c for c in said if not own_participle(reading, c) and not _ordered(reading, verb, c)]
    after = [c for c in said if c > verb and reading.tokens[c].dep == "ccomp"]
    if after:
        # What stands before a verb that has its complement after it is a heading run in, or a quotation.
        said = [c for c in said if c > verb]
    quotes = _quotes_beside(reading, verb)
    around: Ranges = ()
    if not any(reading.tokens[c].dep in ("ccomp", "parataxis") or reading.tokens[c].tag != "VBG" for c in said):
        around = _clause_around(reading, verb)
    if said and not around:
        return normal([*geometry.below(*said), *quotes])
    if around or quotes:
        return normal([*around, *quotes])
    objects = without(geometry.below(*_objects(reading, verb)), _dates(reading))
    return without(objects, asides(reading, objects))


def _quotes_beside(reading: Reading, verb: int) -> Ranges:
    """Return the speech in quotation marks around a verb that stands outside them."""
    if holds(reading.quoted, verb):
        return ()
    return tuple((start, end) for start, end in reading.quoted if reading.telling[end] - reading.telling[start])


def _ordered(reading: Reading, verb: int, child: int) -> bool:
    """Return whether a verb of saying gives an order ("told his men to advance")."""
    order = reading.tokens[child].dep == "xcomp" and reading.tokens[child].tag == "VB"
    return order and bool(reading.tree.of(verb, "dobj", "dative")) and reading.tokens[verb].lemma in ("tell", "inform")


_SEEING = frozenset({"monitor", "observe", "spot", "record", "register"})


def _objects(reading: Reading, verb: int) -> list[int]:
    """Return the objects of a verb of saying that name a deed, a toll or a statement; "denied him entry" has none."""
    tokens, tree = reading.tokens, reading.tree
    if tree.of(verb, "dative"):
        return []
    named = tree.of(verb, "dobj", "dep", "attr", "oprd")
    named += [
        o for c in tree.of(verb, "prep") if tokens[c].lower in ("of", "about") for o in tree.of(c, "pobj", "pcomp")
    ]
    # «رصد المرصد طائرة قصفت البلدة»: what it saw a plane do.
    saw = tokens[verb].lemma in _SEEING
    return [c for c in named if _names_deed(reading, c) or (saw and tree.of(c, "relcl") and c in reading.weapon_at)]


def _names_deed(reading: Reading, head: int) -> bool:
    """Return whether a noun, or what it is of, tells a deed, a toll or a statement, or points to one ("it", "this")."""
    token = reading.tokens[head]
    if token.lower in ("it", "this", "that") or reading.is_verb(head):
        return True
    counted = any(c in reading.quantity_at for c in (head, *reading.tree.of(head, "nummod")))
    if counted or token.lemma in _TELLING_NOUNS or token.lemma in reading.lexicon.deed_words:
        return True
    inner = [o for c in reading.tree.of(head, "prep") for o in reading.tree.of(c, "pobj", "pcomp")]
    return any(
        reading.tokens[o].lemma in reading.lexicon.deed_words or reading.tokens[o].lemma in _TELLING_NOUNS
        for o in inner
    )


_DISPUTED = frozenset("accusation account allegation assertion charge claim figure report toll version".split())


def disputed_before(reading: Reading, found: Found) -> Ranges:
    """Return the noun that sums up what was said and that somebody else denies ("..., a figure the mayor disputed")."""
    token = reading.tokens[found.first]
    summed_up = token.dep == "relcl" and reading.tokens[token.head].lemma in _DISPUTED
    answers = found.cue.stance in (Stance.DENIES, Stance.CONFIRMS)
    return ((token.head, token.head + 1),) if summed_up and answers and token.head < token.index else ()


def _dates(reading: Reading) -> Iterable[tuple[int, int]]:
    return [(i, i + 1) for i in reading.date_at]


def _circumstance(reading: Reading, child: int) -> bool:
    """Return whether a clause hangs from a verb of saying without being what is said."""
    if reading.tokens[child].dep != "advcl":
        return False
    marks = {reading.tokens[c].lower for c in reading.tree.of(child, "mark", "advmod")}
    return bool(marks & _CIRCUMSTANCE)


def own_participle(reading: Reading, child: int) -> bool:
    """Return whether a participle tells what the speaker did besides ("said ..., adding that"; "said, citing X")."""
    token = reading.tokens[child]
    speaking = token.lemma in reading.lexicon.saying or token.lemma in reading.lexicon.blaming
    return token.dep == "advcl" and token.tag == "VBG" and (speaking or token.lemma in ("quote", "cite"))


def ended(reading: Reading, found: Found, ranges: Ranges) -> Ranges:
    """Cut from what is said each clause of another voice that a word of contrast opens ("..., while Y put the toll at 9")."""
    cut = []
    for clause in reading.contrasts:
        low, high = reading.geometry.left[clause], reading.geometry.right[clause] + 1
        if not low <= found.first < high:
            cut.append((low, high))
    cut += [(reading.geometry.left[c], reading.geometry.right[c] + 1) for c in reading.withheld if c > found.last]
    return without(ranges, cut)


WITHHELD = frozenset("provide offer give present produce elaborate decline refuse fail".split())
"""Verbs of what a speaker did not say ("but provided no evidence"): the outlet's own remark on the statement."""


def withheld(reading: Reading) -> tuple[int, ...]:
    """Return the clauses joined by "but" or "without" that tell what a speaker held back."""
    return tuple(
        t.index
        for t in reading.tokens
        if t.lemma in WITHHELD
        and (
            (t.dep == "conj" and any(reading.tokens[c].lower == "but" for c in reading.tree.of(t.head, "cc")))
            or (t.dep == "pcomp" and reading.tokens[t.head].lower == "without")
        )
    )


def contrasts(reading: Reading) -> tuple[int, ...]:
    """Return the verbs of the clauses that set another voice against the one before.

    A clause after a comma is the outlet's own or another speaker's; without one it is if it has a cue of its own.
    """
    found = []
    speaking = reading.lexicon.saying | reading.lexicon.blaming | {"put"}
    for token in reading.tokens:
        if token.dep not in ("mark", "advmod") or token.lower not in reading.lexicon.contrasts:
            continue
        clause = token.head
        parted = reading.tokens[max(0, token.index - 1)].text in COMMAS
        own = reading.geometry.finite(clause) and bool(reading.tree.of(clause, "nsubj", "nsubjpass", "expl"))
        if own and (parted or reading.tokens[clause].lemma in speaking):
            found.append(clause)
    for token in reading.tokens:
        if token.dep != "conj" or token.lemma not in speaking or not reading.tree.of(token.index, "nsubj"):
            continue
        if any(reading.tokens[c].lower == "but" for c in reading.tree.of(token.head, "cc")):
            found.append(token.index)
    return tuple(found)


def _clause_around(reading: Reading, verb: int) -> Ranges:
    """Return what stands around a verb of saying that closes or interrupts a clause ("X, the ministry said, hit Y")."""
    tree, tokens, geometry = reading.tree, reading.tokens, reading.geometry
    token = tokens[verb]
    head = token.head
    if token.dep not in ("parataxis", "ccomp", "advcl", "conj", "dep") or head == verb:
        return ()
    own = (geometry.left[verb], geometry.right[verb] + 1)
    if token.dep == "conj" and any(head < c < verb for c in tree.of(head, "cc")):
        return ()
    if token.dep == "conj" and any(tokens[c].lower in reading.lexicon.contrasts for c in tree.of(verb, "mark")):
        return ()
    if token.dep == "advcl" and _as_told(reading, verb):
        return without(geometry.below(_first_of_joined(reading, head, verb)), [own])
    if tokens[head].pos not in ("VERB", "AUX", "NOUN") or _circumstance(reading, verb):
        return ()
    if token.dep != "parataxis" and head > verb:
        return ()
    joined = [
        (geometry.left[c], geometry.right[c] + 1)
        for c in tree.of(head, "conj")
        if c > verb and tree.of(c, "nsubj", "nsubjpass")
    ]
    whole = geometry.below(_first_of_joined(reading, head, verb))
    if token.dep != "parataxis":
        whole = normal((start, min(end, verb)) for start, end in whole)
    return without(whole, [own, *joined])


def _first_of_joined(reading: Reading, head: int, verb: int) -> int:
    """Return the first of the clauses joined to the one that a closing verb of saying hangs from: all of them are said."""
    tokens = reading.tokens
    last = all(t.pos == "PUNCT" for t in tokens[reading.geometry.right[verb] + 1 :])
    while last and tokens[head].dep == "conj" and tokens[head].head < head and reading.is_verb(tokens[head].head):
        head = tokens[head].head
    return head


def _as_told(reading: Reading, verb: int) -> bool:
    """Return whether a clause adds who tells the clause above ("as the ministry tells it", "as Reuters reported")."""
    marks = {reading.tokens[c].lower for c in reading.tree.of(verb, "mark", "advmod")}
    objects = [reading.tokens[c].lower for c in reading.tree.of(verb, "dobj")]
    return bool(marks & {"as", "so"}) and all(o == "it" for o in objects)


def said_around(reading: Reading, top: int) -> Ranges:
    """Return what an "according to" bears on: the clause it is added to; the whole sentence before it if it closes it."""
    tree, tokens, geometry = reading.tree, reading.tokens, reading.geometry
    own = (geometry.left[top], geometry.right[top] + 1)
    governor = tree.governor(top)
    if governor is None:
        governor = tokens[top].head
    heads = [governor, *(c for c in tree.of(governor, "conj") if reading.is_verb(c))]
    if top > governor:
        root = (tree.ancestors(top) or [governor])[-1]
        if tokens[root].lemma not in reading.lexicon.saying:
            heads.append(root)
    return without(geometry.below(*heads), [own])


def said_by_adverb(reading: Reading, index: int) -> Ranges:
    """Return the clause that an adverb of hearsay stands in, a joined clause with a subject of its own left out."""
    tree, geometry = reading.tree, reading.geometry
    head = reading.tokens[index].head
    other = [
        (geometry.left[c], geometry.right[c] + 1)
        for c in tree.of(head, "conj")
        if tree.of(c, "nsubj", "nsubjpass") and c > index
    ]
    return without(geometry.below(head), [(index, index + 1), *other])


def asides(reading: Reading, ranges: Ranges) -> list[tuple[int, int]]:
    """Return the relative clauses after a comma in what is said: there the outlet itself explains a name."""
    geometry = reading.geometry
    found = []
    for token in reading.tokens:
        participle = (
            token.dep == "acl" and token.tag == "VBN" and reading.tokens[token.head].dep in ("nsubj", "nsubjpass")
        )
        if not (token.dep == "relcl" or participle) or not holds(ranges, token.index):
            continue
        low = geometry.left[token.index]
        if low > 0 and reading.tokens[low - 1].text in COMMAS:
            found.append((low - 1, geometry.right[token.index] + 1))
    return found


_DASHES = frozenset({"-", "–", "—", "--"})


def bounded(reading: Reading, cue: int, ranges: Ranges) -> Ranges:
    """Keep what is said inside the brackets, the dashes or the side of a semicolon that its cue stands in.

    Brackets and dashes that hold no more than the cue and the claimant ("(according to X)") bound nothing.
    """
    kept = normal(_cut_to(_side_of_semicolon(reading, cue), ranges))
    pair = _enclosure(reading, cue)
    if pair is None:
        return kept or ranges
    inside = normal(_cut_to(pair, kept))
    return inside if tells(reading, without(inside, [(cue, cue + 1)])) else kept


def _cut_to(bounds: tuple[int, int], ranges: Ranges) -> list[tuple[int, int]]:
    return [(max(start, bounds[0]), min(end, bounds[1])) for start, end in ranges]


def _side_of_semicolon(reading: Reading, cue: int) -> tuple[int, int]:
    """Return the stretch between the semicolons around a cue, those in quotation marks aside."""
    marks = [i for i in reading.semicolons if not holds(reading.quoted, i)]
    low = max((i + 1 for i in marks if i < cue), default=0)
    return low, min((i for i in marks if i > cue), default=len(reading.tokens))


def _enclosure(reading: Reading, cue: int) -> tuple[int, int] | None:
    """Return the stretch between the brackets or the spaced dashes around a cue, or ``None``."""
    for openers, closers in ((frozenset("(["), frozenset(")]")), (_DASHES, _DASHES)):
        before = [i for i in reading.enclosers if i < cue and reading.tokens[i].text in openers]
        after = [i for i in reading.enclosers if i > cue and reading.tokens[i].text in closers]
        if before and after and not (openers is not _DASHES and _closed(reading, before[-1], cue)):
            return before[-1] + 1, after[0]
    return None


def _closed(reading: Reading, opener: int, cue: int) -> bool:
    return any(opener < i < cue and reading.tokens[i].text in ")]" for i in reading.enclosers)


def enclosers(reading: Reading) -> tuple[int, ...]:
    """Return the brackets and the dashes with a space on either side."""
    found = []
    for token in reading.tokens:
        spaced = token.text in _DASHES and 0 < token.index < len(reading.tokens) - 1
        if spaced:
            before, after = reading.tokens[token.index - 1], reading.tokens[token.index + 1]
            spaced = before.end < token.start and token.end < after.start
        if spaced or token.text in "()[]":
            found.append(token.index)
    return tuple(found)
