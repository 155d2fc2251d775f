"""Find counts of a series: "the fifth such incident in the past few weeks".

An ordinal counts a series where the words show that there were others of the kind: a stretch of time ("in two weeks"),
"such", "of its kind", "in a row", "ever", "for the n-th time", or an owner ("its ninth raid"). An ordinal alone tells a
part, a rank or the order of telling ("the third man", "a second explosion hit rescuers"), and "twice in a week" tells two
deeds rather than a place among them: neither counts. Rules: ``resources/en/series.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.annotations import VERBAL
from reportedly.coding.reading import Reading
from reportedly.coding.series_lexicon import SeriesLexicon, load_series
from reportedly.coding.series_windows import Window, Windows
from reportedly.coding.wording import Wording
from reportedly.records import Span

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SeriesCount:
    """A place in a series, as a sentence gives it.

    Attributes:
        number: The place, from 1.
        what_first: First token of the words for what is counted: a noun phrase without the ordinal, or a verb ("shelled
            for the second time"); the ordinal itself where the sentence leaves it out.
        what_last: Last token of them.
        head: The noun or verb that is counted, for finding its deed.
        window: Tokens of the stretch of time, half-open, or ``None``; a preposition that only joins is left out.
        span: The whole count, from the article to the stretch of time.
    """

    number: int
    what_first: int
    what_last: int
    head: int
    window: Range | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Site:
    """An ordinal in a sentence: its tokens (half-open), where its noun may begin, whether "such" or the like follows.

    ``before`` is the count found before it in the sentence.
    """

    reading: Reading
    words: Wording
    lexicon: SeriesLexicon
    windows: Windows
    number: int
    first: int
    end: int
    noun: int
    marked: bool
    before: SeriesCount | None


def find_series(reading: Reading, language: str = "en") -> tuple[SeriesCount, ...]:
    """Return the counts of a series in a sentence, in order."""
    lexicon = load_series(language)
    # Most sentences hold no ordinal, and the words of a sentence are laid out only where one may stand.
    may = any(w in lexicon.values or (w[0].isdecimal() and w[-2:] in _ENDINGS) for w in reading.lowers)
    if not may and not any("-" in w for w in reading.lowers):
        return ()
    words = Wording(reading.tokens)
    ordinals = list(words.find(lexicon.ordinal))
    if not ordinals:
        return ()
    windows = Windows(reading, words, lexicon, (first for first, _, _ in ordinals))
    found: list[SeriesCount] = []
    for first, end, match in ordinals:
        if _counts(reading, windows, first, end):
            noun, marked = _after_markers(words, lexicon, end)
            number, before = lexicon.number(match[0]), found[-1] if found else None
            site = _Site(reading, words, lexicon, windows, number, first, end, noun, marked, before)
            found.extend(c for c in [_read(site)] if c is not None)
    return tuple(found)


_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def _read(site: _Site) -> SeriesCount | None:
    tokens = site.reading.tokens
    if site.noun < len(tokens) and tokens[site.noun].lower == "time":
        return _time(site)
    head = _head(site)
    return _elided(site) if head is None else _noun(site, head)


def _counts(reading: Reading, windows: Windows, first: int, end: int) -> bool:
    """Return whether an ordinal can count: no date, no name, no rank ("second largest"), no "not the first"."""
    tokens = reading.tokens
    if any(i in reading.date_at or i in reading.place_at for i in range(first, end)):
        return False
    if end < len(tokens) and any(t.tag in ("JJS", "RBS") for t in tokens[end : end + 2 + (tokens[end].tag == "HYPH")]):
        return False
    if any(t.lower in ("not", "n't", "n’t", "never", "neither", "nor") for t in tokens[max(0, first - 4) : first]):
        return False
    return not (tokens[first].text[:1].isupper() and first > 0 and not windows.headline)


def _after_markers(words: Wording, lexicon: SeriesLexicon, at: int) -> tuple[int, bool]:
    """Return the token after words such as "such" behind an ordinal, and whether there are any."""
    for name in ("such", "row", "ever"):
        after = words.at(at, lexicon.rules[name])
        if after is not None:
            return after, True
    return at, False


def _determiner(site: _Site) -> int | None:
    """Return the article or possessive that stands right before an ordinal."""
    before = site.first - 1
    own = before >= 0 and site.reading.tokens[before].tag in ("DT", "PRP$", "POS")
    return before if own else None


def _count(site: _Site, what: Range, head: int, window: Window | None, least: int) -> SeriesCount:
    """Build a count whose quote runs from the article to its window, at least to the token before ``least``."""
    determiner = _determiner(site)
    first = site.first if determiner is None or site.reading.tokens[determiner].tag == "POS" else determiner
    end = max(least, window.end if window else 0)
    kept = window.kept if window else None
    return SeriesCount(site.number, what[0], what[1] - 1, head, kept, site.reading.span(first, end - 1))


def _time(site: _Site) -> SeriesCount | None:
    """Read "for the second time this week" and "it was the fourth time in a week that rockets hit the camp"."""
    tokens, rules = site.reading.tokens, site.lexicon.rules
    window = site.windows.after(site.noun)
    frames = [(name, start) for name in ("time", "is the time") for start in range(max(0, site.first - 4), site.first)]
    opened = next((f for f in frames if site.words.at(f[1], rules[f[0]]) == site.first), None)
    if opened is None and (window is None or _determiner(site) is None):
        return None
    told = window.end if window else site.noun + 1
    head = tokens[opened[1]].head if opened and opened[0] == "time" else _told(site, told)
    head = tokens[site.noun].head if head is None and tokens[site.noun].dep == "npadvmod" else head
    if head is None or tokens[head].pos not in VERBAL or site.first <= head <= site.noun:
        return _count(site, (site.first, site.noun + 1), site.noun, window, site.noun + 1)
    return _count(site, (head, head + 1), head, window, site.noun + 1)


def _told(site: _Site, at: int) -> int | None:
    """Return the verb of the clause that begins at a token: "the fourth time [that rockets hit the camp]"."""
    tokens = site.reading.tokens
    if at >= len(tokens) or tokens[at].lower not in ("that", "when", "in"):
        return None
    above = next((i for i in (tokens[at].head, *site.reading.tree.ancestors(at)) if tokens[i].pos in VERBAL), None)
    return above if above is not None and above > at else None


def _noun(site: _Site, head: int) -> SeriesCount | None:
    """Read an ordinal with its noun: "the second attack of its kind", "the 12th strike since May", "its ninth raid"."""
    tokens, rules = site.reading.tokens, site.lexicon.rules
    if tokens[head].lemma in site.lexicon.parts or _named(site, head):
        return None
    marks = (site.words.at(head + 1, rules[name]) for name in ("kind", "in a row"))
    marked = next((end for end in marks if end is not None), None)
    window = site.windows.after(head)
    if window is None and marked is None and not site.marked and not _owned(site, head):
        return None
    if marked is not None or window is None:
        return _count(site, (site.noun, head + 1), head, window, marked or head + 1)
    return _count(site, (site.noun, _trimmed(site, head, window.first)), head, window, head + 1)


def _head(site: _Site) -> int | None:
    """Return the last noun of the run of adjectives and nouns that an ordinal opens."""
    tokens = site.reading.tokens
    head = None
    for at in range(site.noun, len(tokens)):
        token = tokens[at]
        noun = token.pos in ("NOUN", "PROPN") or token.lower in site.lexicon.deeds
        inside = noun or token.pos in ("ADJ", "NUM") or token.tag in ("HYPH", "POS")
        inside = inside or (head is None and token.tag in ("VBN", "VBG"))
        if at in site.windows.at or site.windows.is_ordinal(at) or not inside or _shot_down(site, at):
            break
        if noun:
            head = at
    return head


def _shot_down(site: _Site, at: int) -> bool:
    """Return whether a token is a participle that reads as a noun: "the fourth [shot] down since April"."""
    pair = [t.lower for t in site.reading.tokens[at : at + 2]]
    return pair in (["shot", "down"], ["shot", "dead"])


def _named(site: _Site, head: int) -> bool:
    """Return whether an ordinal belongs to a name: "the 4th Armoured Division"."""
    return site.reading.tokens[head].pos == "PROPN" and not site.windows.headline


def _owned(site: _Site, head: int) -> bool:
    determiner = _determiner(site)
    owner = determiner is not None and site.reading.tokens[determiner].tag in ("PRP$", "POS")
    return owner and site.reading.tokens[head].lemma in site.lexicon.deeds


def _trimmed(site: _Site, head: int, end: int) -> int:
    """Return the end of a phrase without a preposition that hangs on its edge."""
    while end - 1 > head and site.reading.tokens[end - 1].tag in ("IN", "TO", "RB", "HYPH"):
        end -= 1
    return end


def _elided(site: _Site) -> SeriesCount | None:
    """Read an ordinal without a noun: "the third in two weeks", "the fourth shot down since April"."""
    tokens, rules = site.reading.tokens, site.lexicon.rules
    if site.noun >= len(tokens):
        return None
    marks = (site.words.at(site.noun, rules[name]) for name in ("kind", "in a row"))
    marked = next((end for end in marks if end is not None), None)
    window = site.windows.at.get(site.noun)
    if marked is not None:
        window = site.windows.after(marked - 1)
    elif tokens[site.noun].tag in ("VBN", "VBD", "TO") or _shot_down(site, site.noun):
        window = site.windows.after(site.noun)
    if not _at_edge(site) or (window is None and marked is None and not site.marked):
        return None
    head = _antecedent(site)
    what = (site.first, site.end) if head is None else (head, head + 1)
    return _count(site, what, what[1] - 1, window, max(marked or 0, site.noun))


def _at_edge(site: _Site) -> bool:
    """Return whether an ordinal opens a phrase: after an article, a comma, "and", or at the start."""
    before = site.reading.tokens[site.first - 1] if site.first else None
    return before is None or _determiner(site) is not None or before.text in (",", ";", "-", "–", "—", "and")


def _antecedent(site: _Site) -> int | None:
    """Return the noun that an ordinal without one stands for: "in an [attack], the third in two weeks".

    A parser hangs such an apposition on the verb as often as on its noun: after a comma, the noun before it serves.
    """
    tokens, tree = site.reading.tokens, site.reading.tree
    above = next((t.head for t in tokens[site.first : site.end] if not site.first <= t.head < site.end), site.first)
    if tokens[above].pos in VERBAL or _shot_down(site, above):
        verb = above if tokens[above].pos in VERBAL else tokens[above].head
        subject = next((s for s in tree.of(verb, "nsubj", "nsubjpass") if tokens[s].pos in ("NOUN", "PROPN")), None)
        if tokens[verb].lemma == "be":
            return subject
    opening = _determiner(site)
    edge = (site.first if opening is None else opening) - 1
    if edge > 0 and tokens[edge].lower in ("and", "or") and site.before is not None:
        return site.before.head
    if edge > 0 and tokens[edge].text in (",", "-", "–", "—", "(") and tokens[edge - 1].pos == "NOUN":
        return edge - 1
    return above if tokens[above].pos in ("NOUN", "PROPN") and above < site.first else None
