"""What a cue of distance bears on: the statement around it, or the noun phrase after it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from reportedly.annotations import NOMINAL, Token
from reportedly.coding.distance_lexicon import DistanceCue, DistanceLexicon
from reportedly.coding.quotemarks import Quotations, bears_on
from reportedly.coding.reading import Reading

Range = tuple[int, int]

MOST_TRIED = 8
"""Verbs above or before a cue that are looked at for what they tell, so that the work is linear in the sentence."""

_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "(", "but", "although", "though", "while"})


def is_afterthought(reading: Reading, first: int) -> bool:
    """Return whether a cue is a participle or a preposition behind a comma."""
    return first > 0 and reading.tokens[first - 1].text == "," and reading.tokens[first].tag in ("VBG", "IN")


def top_of(reading: Reading, first: int, end: int) -> int:
    """Return the token of a phrase that hangs from outside it."""
    tokens = reading.tokens
    return next((i for i in range(first, end) if not first <= tokens[i].head < end or tokens[i].head == i), first)


def find_reach(
    reading: Reading, cue: DistanceCue, at: Range, lexicon: DistanceLexicon, quotations: Quotations
) -> Range | None:
    """Return what a cue bears on; ``None`` if it qualifies nothing."""
    first, end = at
    if cue.reach in ("statement", "told"):
        named = _named_after(reading, end) if cue.reach == "statement" else None
        return _trim(reading, named or _statement(reading, first, end, lexicon))
    if cue.reach == "after":
        return _trim(reading, (end, _clause_end(reading, first, end)))
    if reading.tokens[end - 1].tag == "VBD" and cue.reach == "name":
        return None
    label = next((pair for pair in quotations.pairs if pair.opening == end), None)
    if label is not None:
        return end, bears_on(reading, label)
    head = _head(reading, end)
    called_by_name = (
        reading.tokens[first].tag in ("WDT", "WP") and head is not None and reading.tokens[head].pos == "PROPN"
    )
    if head is None or called_by_name:
        return None
    last = _name_end(reading, head) if cue.reach == "name" else reading.tree.subtree(head)[-1] + 1
    return _trim(reading, (end, max(_stop(reading, head + 1, last), head + 1)))


def _head(reading: Reading, at: int) -> int | None:
    """Return the head of the noun phrase that begins at a token; capitals show a name where a tagger sees a verb."""
    tokens = reading.tokens
    head = None
    for i in range(at, len(tokens)):
        token = tokens[i]
        if token.pos in NOMINAL or (head is not None and token.text != token.lower and token.pos != "PUNCT"):
            head = i
        elif not _joins(tokens, i) and (head is not None or not _leads(token)):
            break
    return head


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token is a hyphen inside a word, a possessive, or the word behind such a hyphen."""
    hyphens = [i for i in (at, at - 1) if i > 0 and tokens[i].text == "-" and tokens[i].start == tokens[i - 1].end]
    return tokens[at].tag == "POS" or bool(hyphens)


def _leads(token: Token) -> bool:
    """Return whether a token may stand before the noun of a phrase."""
    return token.pos in ("ADJ", "NUM", "PUNCT", "ADV", "DET", "X") or token.tag in ("VBN", "VBG", "CC")


def _name_end(reading: Reading, head: int) -> int:
    """Return the token after a name that goes on behind "of" or "for": "Army [of Dawn]"."""
    tokens = reading.tokens
    end = head + 1
    while end + 1 < len(tokens) and tokens[head].pos == "PROPN" and tokens[end].lower in ("of", "for"):
        at = end + 1 + (tokens[end + 1].lower == "the")
        if at >= len(tokens) or tokens[at].pos != "PROPN":
            break
        while at < len(tokens) and tokens[at].pos == "PROPN":
            at += 1
        end = at
    return end


def _stop(reading: Reading, at: int, end: int) -> int:
    """Return the first comma or the like from a token on, at most ``end``."""
    return next((i for i in range(at, end) if reading.tokens[i].lower in (",", ";", ":", "–", "—", "(")), end)


def _clause_end(reading: Reading, first: int, end: int) -> int:
    """Return the end of the clause of the verb that an adverb or participle of doubt stands before or is."""
    tokens = reading.tokens
    verb = tokens[first].head if first < tokens[first].head else first
    inside = reading.tree.subtree(verb)[-1] + 1
    return _stop(reading, end, inside if inside > end + 1 else len(tokens))


def _named_after(reading: Reading, end: int) -> Range | None:
    """Return the statement named right after a cue: "no confirmation of …", "no proof to support the claim that …"."""
    tokens = reading.tokens
    at = end
    while at < len(tokens) and tokens[at].lower in ("of", "that", "for", "to", "support", "back", "up"):
        at += 1
    if at == end:
        return None
    return at, reading.tree.subtree(end)[-1] + 1 if tokens[end].dep == "prep" else _stop(reading, at, len(tokens))


def _statement(reading: Reading, first: int, end: int, lexicon: DistanceLexicon) -> Range:
    """Return the clause that a cue judges: what a verb of saying tells, a noun's complement, or the words before it."""
    tree = reading.tree
    top = top_of(reading, first, end)
    above = [top, *tree.ancestors(top)][:MOST_TRIED]
    for verb in above:
        told = _told(reading, verb, lexicon)
        if told is not None and not told[0] <= first < told[1]:
            return told
        if told is not None and told[0] < first and is_afterthought(reading, first):
            return told[0], first
    for subject in (s for verb in above for s in tree.of(verb, "nsubj", "nsubjpass")):
        inside = tree.subtree(subject)
        if tree.of(subject, "acl", "ccomp", "relcl", "prep") and inside[-1] < first:
            return inside[0], inside[-1] + 1
    before = _around(reading, first, end)
    verbs = (i for i in range(*before) if reading.tokens[i].lemma in lexicon.saying)
    clauses = (_told(reading, verb, lexicon) for verb in islice(verbs, MOST_TRIED))
    return next((t for t in clauses if t is not None and t[1] <= before[1]), before)


def _told(reading: Reading, verb: int, lexicon: DistanceLexicon) -> Range | None:
    """Return the clause that a verb of saying tells."""
    if reading.tokens[verb].lemma not in lexicon.saying:
        return None
    for told in reading.tree.of(verb, "ccomp"):
        inside = reading.tree.subtree(told)
        return inside[0], inside[-1] + 1
    return None


def _around(reading: Reading, first: int, end: int) -> Range:
    """Return the clause before a cue, else the one after it, else nothing."""
    tokens = reading.tokens
    edge = next((i for i in range(first - 1, -1, -1) if tokens[i].lower in _BREAKS), None)
    if edge is not None and any(t.tag in _VERB_TAGS for t in tokens[:edge]):
        return 0, edge
    if any(t.tag in _VERB_TAGS for t in tokens[:first]) and edge is None:
        return 0, first
    if any(t.tag in _VERB_TAGS for t in tokens[end:]):
        return end, len(tokens)
    return first, first


def _trim(reading: Reading, reach: Range) -> Range:
    """Return a range without marks and joining words at its edges."""
    first, end = reach
    while first < end and reading.tokens[first].pos in ("PUNCT", "SPACE", "SCONJ"):
        first += 1
    while end > first and reading.tokens[end - 1].pos in ("PUNCT", "SPACE", "CCONJ"):
        end -= 1
    return first, end
