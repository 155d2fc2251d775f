"""Find an outlet's own distance to a statement: no evidence for it, a word of doubt, a label in quotation marks.

"The ministry said, without providing evidence, that …" and "nine 'terrorists'" show that the outlet does not stand by the
words. What a claimant says of another's words is no distance of the outlet's: cues in direct speech never count, and
those that judge a statement do not count in what somebody is reported to have said ("she said that unconfirmed reports
…"). Cues and labels are in ``resources/en/distance.toml``.

Quotation marks: a stretch of one to four words, a noun phrase or participle, both marks in the sentence, that holds a word
of the lexicon's labels written without a capital. Names, numbers, judgements ("horrific attack") and what follows a verb of
naming or utterance are left out. Without the word list, 12 of 13 more finds in 1,753 sentences of partly edited text were
names, headings or emphasis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reportedly.coding.distance_lexicon import DistanceCue, DistanceLexicon, load_distance
from reportedly.coding.distance_reach import Range, find_reach, is_afterthought, top_of
from reportedly.coding.quotemarks import MARKS, find_quotations, scare_quotes
from reportedly.coding.reading import Reading
from reportedly.coding.wording import Wording
from reportedly.records import Span

MOST_CUES = 16
"""Cues looked at in one sentence: the most in 5,777 sentences read is 2."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A cue of the outlet's own distance.

    Attributes:
        first: First token of the cue; for quotation marks the opening mark.
        last: Its last token.
        span: The cue as written.
        kind: ``no evidence``, ``doubt word`` or ``scare quotes``.
        reach: Tokens that it bears on, half-open; empty where they stand in another sentence ("The claim could not be
            verified.").
    """

    first: int
    last: int
    span: Span
    kind: str
    reach: Range

    @property
    def elsewhere(self) -> bool:
        """True where what it bears on stands in another sentence."""
        return self.reach[0] >= self.reach[1]


def find_distance(reading: Reading, language: str = "en") -> tuple[Distance, ...]:
    """Return the cues of distance in a sentence, in order; of two that overlap, the one that the lexicon has first."""
    lexicon = load_distance(language)
    if reading.lowers.isdisjoint(lexicon.keys) and reading.lowers.isdisjoint(MARKS):
        return ()
    words = Wording(reading.tokens)
    quotations = find_quotations(reading.tokens)
    found: list[Distance] = []
    taken: set[int] = set()
    for cue, first, end in islice(_cues(words, lexicon), MOST_CUES):
        if first in quotations.speech or not taken.isdisjoint(range(first, end)):
            continue
        if cue.own and _is_reported(reading, first, end, lexicon):
            continue
        reach = find_reach(reading, cue, (first, end), lexicon, quotations)
        if reach is not None:
            taken.update(range(first, end))
            found.append(Distance(first, end - 1, reading.span(first, end - 1), cue.kind, reach))
    for pair, end in scare_quotes(reading, quotations, lexicon):
        if not any(d.reach[0] <= pair.opening < d.reach[1] and d.kind == "doubt word" for d in found):
            span = reading.span(pair.opening, pair.closing)
            found.append(Distance(pair.opening, pair.closing, span, "scare quotes", (pair.opening, end)))
    return tuple(sorted(found, key=lambda d: d.first))


def _cues(words: Wording, lexicon: DistanceLexicon) -> Iterator[tuple[DistanceCue, int, int]]:
    """Yield each cue found, with its tokens half-open."""
    present = set(words.text.split())
    for cue in lexicon.cues:
        for pattern in () if cue.keys.isdisjoint(present) else cue.patterns:
            for first, end, match in words.find(pattern):
                yield (cue, *words.tokens_of(match, "cue")) if "cue" in match.groupdict() else (cue, first, end)


def _is_reported(reading: Reading, first: int, end: int, lexicon: DistanceLexicon) -> bool:
    """Return whether a cue stands in what somebody is reported to have said.

    A parser hangs what follows a comma on the nearest verb: "said no shell hit the port, contradicting …" is no report.
    """
    tokens = reading.tokens
    if is_afterthought(reading, first):
        return False
    for at in (top_of(reading, first, end), *reading.tree.ancestors(top_of(reading, first, end))):
        above = tokens[at].head
        if tokens[at].dep == "ccomp" and tokens[above].lemma in lexicon.saying and not first <= above < end:
            return True
    return False
