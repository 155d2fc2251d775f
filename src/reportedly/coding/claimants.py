"""Who can be a claimant, in what words, of what kind, and for which actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from reportedly.annotations import SUBJECT, ActorMention
from reportedly.coding.reading import Reading
from reportedly.records import Claimant, ClaimantKind
from reportedly.resources import load_toml

UNNAMED = Claimant("unnamed", ClaimantKind.UNNAMED)

PRONOUNS: Final = frozenset({"they", "it", "he", "she", "we", "i", "who", "which", "that", "one", "this"})

_OUT_OF_NAME: Final = frozenset({"relcl", "acl", "punct", "cc", "advcl", "ccomp", "parataxis", "npadvmod", "advmod"})
"""Relations that lead out of the words that name a claimant; joined names ("residents and a militia") stay in."""

_NO_SPEAKERS: Final = frozenset({"nobody", "none", "victims", "bomber", "bombers"})
"""Words that never name a claimant: nobody, and those who cannot speak."""

_TIMES: Final = frozenset({"day", "week", "month", "year", "night", "morning", "hour", "time", "moment", "evening"})

_STRETCHES: Final = frozenset(
    {"part", "area", "side", "outskirt", "suburb", "pocket", "front", "frontline", "centre", "center"}
)

PAPERS: Final = frozenset(
    "report statement account document letter tweet post video footage image photo data figure record study survey map "
    "investigation assessment communiqué communique message source".split()
)
"""Nouns that speak for whoever made them: "a statement by the ministry said", "footage showed"."""

_PERSONAL: Final = frozenset({"he", "she", "i"})


@cache
def kinds(language: str = "en") -> Mapping[str, tuple[int, ClaimantKind]]:
    """Return the rank and kind that each word of ``claimants.toml`` gives; earlier entries of the file rank lower."""
    table: dict[str, tuple[int, ClaimantKind]] = {}
    for rank, entry in enumerate(load_toml(f"{language}/claimants.toml")["kind"]):
        for word in entry["words"]:
            table.setdefault(word, (rank, ClaimantKind(entry["kind"])))
    return MappingProxyType(table)


def _body_that_speaks(reading: Reading, head: int) -> bool:
    """Return whether a "centre" or a "front" is an organisation that says something, and no part of a town."""
    token = reading.tokens[head]
    body = token.lemma in ("centre", "center", "front") and token.dep == "nsubj"
    return body and reading.tokens[token.head].lemma in ("say", "state", "announce", "add", "confirm", "warn", "claim")


def _took_place(reading: Reading, head: int) -> bool:
    """Return whether "place" is part of "took place" and no noun."""
    above = reading.tokens[reading.tokens[head].head]
    return reading.tokens[head].lemma == "place" and above.lemma == "take"


def can_speak(reading: Reading, head: int) -> bool:
    """Return whether a noun can be a claimant: no deed, weapon, place, time or number, and not "no group"."""
    token = reading.tokens[head]
    if any(reading.tokens[c].lower == "no" for c in reading.tree.of(head, "det")) or token.lower in _NO_SPEAKERS:
        return False
    if token.tag == "WDT" and reading.sentence.language == "ar":
        return False  # «مما أودى بحياة سائق»: what happened before.
    if head in reading.actor_at:
        return True
    if token.lemma in _STRETCHES and not _body_that_speaks(reading, head):
        return False
    if token.lemma in _TIMES or _took_place(reading, head) or head in reading.date_at:
        return False
    place = reading.place_at.get(head)
    if place is not None and not place.modifies_actor:
        return place.level == "country" or (token.dep == "nsubj" and head + 1 < len(reading.tokens))
    if token.lemma in PAPERS:
        return True
    numbered = token.pos == "NUM" and not token.lower.isalpha()
    return token.lemma not in reading.lexicon.deed_words and head not in reading.weapon_at and not numbered


def name_span(reading: Reading, head: int) -> tuple[int, int]:
    """Return the first and last token of the words that name a claimant, joined names and appositions included."""
    inside, stack = [], [head]
    while stack:
        here = stack.pop()
        inside.append(here)
        stack.extend(c for c in reading.tree.children[here] if not _outside(reading, c))
    first, last = min(inside), max(inside)
    if actor := reading.actor_at.get(head):
        first, last = min(first, actor.first), max(last, actor.last)
    dated = [i for i in range(first, head) if i in reading.date_at]
    if dated:
        first = dated[-1] + 1
    before = reading.actor_at.get(first - 1) if reading.tokens[first].lower in ("a", "an", "the") else None
    if before is not None and before.organisation_of_claims:
        first = before.first
    while (
        first > 1
        and reading.tokens[first - 1].text == "-"
        and reading.tokens[first - 1].start == reading.tokens[first - 2].end
    ):
        first -= 2  # "state-run" is one word.
    return first, last


_PAIRS: Final = (('"', '"'), ("“", "”"), ("«", "»"), ("(", ")"))


def _with_marks(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Return the first and last token of a name with the quotation mark or bracket that a parser left beside it."""
    tokens = reading.tokens
    texts = [t.text for t in tokens[first : last + 1]]
    for opener, closer in _PAIRS:
        odd = sum(t in (opener, closer) for t in texts) % 2
        if odd and last + 1 < len(tokens) and tokens[last + 1].text == closer:
            last += 1
        elif odd and first > 0 and tokens[first - 1].text == opener:
            first -= 1
    return first, last


def left_out(reading: Reading, head: int) -> bool:
    """Return whether a token stands for a word that its language leaves out, such as the subject of «وأضاف أن»."""
    return reading.tokens[head].start == reading.tokens[head].end


def _outside(reading: Reading, child: int) -> bool:
    """Return whether a child of a claimant's name is no part of it: what it did, when it spoke."""
    token = reading.tokens[child]
    if token.dep == "conj":
        return token.pos not in ("NOUN", "PROPN", "PRON")
    dated = token.dep == "prep" and any(c in reading.date_at for c in reading.tree.of(child, "pobj"))
    return dated or token.dep in _OUT_OF_NAME or child in reading.date_at


def claimant_of(reading: Reading, head: int, bounds: tuple[int, int] | None = None) -> Claimant:
    """Return the claimant whose name's head is given; ``bounds`` are its first and last token where known."""
    if left_out(reading, head):
        return UNNAMED
    first, last = bounds or _with_marks(reading, *name_span(reading, head))
    actor = _actor(reading, head, first, last)
    span = reading.span(first, last)
    known = actor is not None and actor.name != "Civilians"
    return Claimant(span.text, kind_of(reading, head, actor), actor.actor_id if actor and known else None, span)


def _actor(reading: Reading, head: int, first: int, last: int) -> ActorMention | None:
    """Return the actor that a claimant is or speaks for: its head's, else the nearest one in its words."""
    if head in reading.actor_at:
        return reading.actor_at[head]
    inside = [reading.actor_at[i] for i in range(first, last + 1) if i in reading.actor_at]
    return min(inside, key=lambda a: abs(a.head - head), default=None)


_ARMED_KINDS: Final = frozenset(
    {"state forces", "rebel group", "political militia", "identity militia", "external/other forces"}
)


_NO_PARTY: Final = {"United Nations": ClaimantKind.MONITOR}
"""Actors with forces in the field that speak as those who watch the war."""


def kind_of(reading: Reading, head: int, actor: ActorMention | None) -> ClaimantKind:
    """Return the kind of claimant by the words of its name, its actor, and its part of speech."""
    inside = reading.noun_phrase(head)
    first = _kind_by_words(reading, inside)
    party = actor is not None and not actor.organisation_of_claims and actor.name != "Civilians"
    if party and first is ClaimantKind.MONITOR and actor is not None and actor.kind in _ARMED_KINDS:
        # "Organisation" is a word of monitors and of the names of armed groups.
        first = None if reading.actor_at.get(head) is actor else first
    if party and first is not ClaimantKind.MEDIA and actor is not None and actor.name in _NO_PARTY:
        return _NO_PARTY[actor.name]
    if party and first in (None, ClaimantKind.OFFICIAL) and actor is not None:
        if "police" in actor.span.text.lower():
            return ClaimantKind.OFFICIAL
        armed = actor.kind in _ARMED_KINDS and not actor.metonym and reading.tokens[head].lemma != "source"
        return ClaimantKind.BELLIGERENT if armed else ClaimantKind.OFFICIAL
    if first is not None:
        return first
    if actor is not None and actor.name == "Civilians":
        return ClaimantKind.LOCAL
    around = _kind_by_words(reading, reading.tree.subtree(head))
    if around is not None:
        return around
    if actor is not None and actor.organisation_of_claims:
        return ClaimantKind.MEDIA
    acronym = reading.tokens[head].text.isupper() and reading.tokens[head].text.isascii()
    person = (reading.tokens[head].pos == "PROPN" and not acronym) or reading.tokens[head].lower in _PERSONAL
    return ClaimantKind.PERSON if person else ClaimantKind.SOURCE


def _kind_by_words(reading: Reading, inside: Sequence[int]) -> ClaimantKind | None:
    """Return the kind that the words of a name give; hyphened words count whole, a lost apostrophe is forgiven."""
    table = kinds()
    hits = []
    for i in inside:
        token = reading.tokens[i]
        words = [token.lemma, token.lower, token.lower.removesuffix("s")]
        if token.text in ("-", "–") and 0 < i < len(reading.tokens) - 1:
            words.append(f"{reading.tokens[i - 1].lower}-{reading.tokens[i + 1].lower}")
        hits += [table[w] for w in words if w in table]
    return min(hits)[1] if hits else None


def speaker_like(reading: Reading, head: int) -> bool:
    """Return whether a noun is of those that speak: a person, an actor, an organ known by its words."""
    if reading.has_kind("person", head) or (head in reading.actor_at and can_speak(reading, head)):
        return True
    return can_speak(reading, head) and kind_of(reading, head, reading.actor_at.get(head)) is not ClaimantKind.SOURCE


def going_on(reading: Reading, participle: int) -> list[int] | None:
    """Return who goes on speaking in "X accused Y of shelling Z, saying it killed two": who speaks in the clause above.

    ``None`` for another form than a participle, and where its noun speaks for itself ("a statement saying that").
    """
    tokens, token = reading.tokens, reading.tokens[participle]
    if token.tag != "VBG" or token.dep not in ("advcl", "xcomp", "acl", "conj"):
        return None
    noun = token.head
    speaks = tokens[noun].lemma in PAPERS or (tokens[noun].lemma != "toll" and speaker_like(reading, noun))
    if token.dep == "acl" and speaks:
        return None
    speech = reading.lexicon.saying | reading.lexicon.blaming
    for above in reading.tree.ancestors(participle):
        if reading.is_verb(above) and tokens[above].lemma in speech:
            clause = reading.tree.clause(above)
            speakers = [s for s in clause.heads(SUBJECT) if not clause.passive and can_speak(reading, s)]
            if speakers:
                return speakers
    return None
