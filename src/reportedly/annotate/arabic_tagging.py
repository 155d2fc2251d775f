"""Choose what each Arabic word is in its sentence, and join the words of an expression into one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.annotate.arabic_expressions import (
    MARKS,
    Longest,
    by_company,
    comes_in,
    describes_it,
    direction_at,
    his_words,
    makes_clear,
    model_number,
    names_at,
    no_longest,
    parted_at,
    phrase_at,
    town_at,
)
from reportedly.annotate.arabic_kinds import CARRIED_OUT, DOERS, OFFICES, TOLLS, arms, deed_nouns, persons
from reportedly.annotate.arabic_lexicon import CATEGORIES, Analysis
from reportedly.annotate.arabic_persons import persons_at
from reportedly.annotate.arabic_titled import titled_at
from reportedly.annotate.arabic_words import Piece
from reportedly.resources import load_toml
from reportedly.values import value

NOMINAL = frozenset({"noun", "adj", "propn", "num", "quant"})

_PREFIXES = {
    "و": Analysis("and", "cc"), "ف": Analysis("and", "cc"), "ب": Analysis("in", "prep"), "ل": Analysis("to", "prep"),
    "ك": Analysis("as", "prep"), "س": Analysis("will", "aux"),
}  # fmt: skip
UNKNOWN = Analysis("", "propn")
PERSON = Analysis("person", "propn")
NUMBER = Analysis("", "num")
TIME = Analysis("", "time")
PUNCT = Analysis("", "punct")
_PLAIN = {"enc": Analysis("they", "enc"), "punct": PUNCT, "num": NUMBER}
"""What a piece that is no word is."""
ABSORBED = Analysis("", "absorbed")
"""The rest of an expression that its subject parts: the first word has its sense."""


@value(frozen=True, slots=True)
class Unit:
    """A word or expression with what it is.

    Attributes:
        pieces: Its pieces.
        analysis: What it is.
        definite: True with the article, or with a pronoun after it.
    """

    pieces: tuple[Piece, ...]
    analysis: Analysis
    definite: bool = False

    @property
    def cat(self) -> str:
        """Its category."""
        return self.analysis.cat

    @property
    def sense(self) -> str:
        """Its English sense."""
        return self.analysis.sense

    @property
    def first(self) -> Piece:
        """Its first piece."""
        return self.pieces[0]


@cache
def saying() -> frozenset[str]:
    """Return the English verbs after which somebody's words stand."""
    cues = load_toml("en/cues.toml")["cue"]
    found = {w for c in cues if c["category"] == "attribution" and c.get("part") == "verb" for w in c["words"]}
    return frozenset(found | {"announce", "accuse", "blame"})


@cache
def causing() -> frozenset[str]:
    """Return the senses of the verbs with which a deed's result is told (أدى إلى, أسفر عن)."""
    return frozenset("cause lead result leave force claim kill injure wound destroy displace prompt push".split())


def _adjective(options: Sequence[Analysis]) -> Analysis | None:
    return _of(options, "adj")


def _of(options: Sequence[Analysis], *cats: str) -> Analysis | None:
    for option in options:
        if option.cat in cats:
            return option
    return None


def _next_word(pieces: Sequence[Piece], at: int) -> Piece | None:
    return pieces[at + 1] if at + 1 < len(pieces) else None


def _begins_noun(piece: Piece | None) -> bool:
    """Return whether the word after an uncertain one shows that one to be a noun: a preposition or an adjective."""
    if piece is None:
        return True
    if piece.kind == "pro":
        return piece.form in ("ب", "ل", "و")
    if piece.can("prep", "agent", "rel") or piece.kind == "punct":
        return True
    return piece.can("adj") and not piece.can("noun") and not piece.definite


_EDGES = frozenset({"punct", "cc", "comp", "rel", "sub", "result", "as", "also"})


def _has_verb(done: Sequence[Unit]) -> bool:
    """Return whether the clause so far has its verb."""
    for unit in reversed(done):
        if unit.cat == "verb":
            return True
        if unit.cat in _EDGES:
            return False
    return False


def _topic_waits(done: Sequence[Unit]) -> bool:
    """Return whether a topic after «أن», set off by commas, still has no verb («أن خالد العمر، مدير الشركة، خطف في»)."""
    for at in range(len(done) - 1, -1, -1):
        unit = done[at]
        if unit.cat in ("verb", "rel", "sub", "result", "as"):
            return False
        if unit.cat == "comp":
            return at + 1 < len(done) and done[at + 1].cat in ("noun", "propn") and _commas(done[at:]) > 1
    return False


def _commas(units: Sequence[Unit]) -> int:
    return sum(u.first.form in ("،", ",") for u in units)


def _shown_by_construction(
    done: Sequence[Unit], verb: Analysis, noun: Analysis, following: Piece | None
) -> Analysis | None:
    """Return the reading that a construction around the word shows, or ``None``."""
    before = done[-1] if done else None
    if before is None:
        return None
    if before.first.form in ("،", ",") and _topic_waits(done):
        return verb
    if len(done) > 1 and before.first.form == "و" and done[-2].analysis.masdar and done[-2].sense == "killing":
        # «مقتل وجرح جنود»: a killing and a wounding.
        return noun if noun.sense == "injury" else verb
    if following is None or following.kind != "enc":
        return None
    # «هجوم شنه مسلحون», «هجوم نسبته السلطات»: an attack that they launched; «مقتل قادته» is of his leaders.
    noun_before = done[-2] if before.cat == "adj" and len(done) > 1 else before
    deed = noun_before.sense in deed_nouns() and noun_before.sense not in TOLLS
    told = verb.sense == "launch" or (deed and verb.feminine and verb.tense == "past" and not noun.masdar)
    told = told or (noun_before.sense in CARRIED_OUT and verb.tense == "past")
    named = before.cat == "propn" and verb.tense == "past"
    # «مظاهرة في الخرطوم فرقتها الشرطة»: a name owns no noun.
    return verb if named or (told and before.cat in ("noun", "adj") and not before.definite) else None


def _verb_or_noun(done: Sequence[Unit], options: Sequence[Analysis], following: Piece | None) -> Analysis:
    """Choose between a verb and its own noun, which are written alike (قصف, قتل)."""
    verb = _of(options, "verb")
    noun = _of(options, "noun", "adj", "propn")
    if verb is None or noun is None:
        raise ValueError("both readings are needed")
    before = done[-1] if done else None
    if verb.tense == "participle" and before is not None and before.cat == "punct" and verb.sense in saying():
        return verb
    if before is not None and before.cat == "absorbed" and before.first.form == "عن":
        return noun
    if (shown := _shown_by_construction(done, verb, noun, following)) is not None:
        return shown
    if before is None or before.cat in ("cc", "punct", "also", "be", "already", "as", "time"):
        return noun if _begins_noun(following) else verb
    if before.cat in ("neg", "aux", "rel", "result", "sub", "comp"):
        return verb
    if before.cat in ("prep", "agent", "cited", "quant", "det", "verb", "num", "including"):
        return noun
    if _told_after_that(done):
        return verb
    if before.cat == "noun" and not before.definite and before.analysis.number != "pl" and not before.analysis.closed:
        return noun
    if before.cat in ("noun", "adj", "propn") and _has_verb(done):
        return noun
    if before.cat in ("noun", "adj", "propn", "pron"):
        return noun if _begins_noun(following) and not before.definite else verb
    return verb


def _told_after_that(done: Sequence[Unit]) -> bool:
    """Return whether an indefinite accusative, which owns nothing, waits for its verb («أن شخصا قتل», «أن جنديا أفغانيا قتل»)."""
    at = len(done) - 1
    while at > 0 and done[at].cat == "adj" and done[at].analysis.closed and not done[at].definite:
        at -= 1
    return at > 0 and done[at].cat == "noun" and done[at].analysis.closed and done[at - 1].cat == "comp"


def _himself(options: Sequence[Analysis], following: Piece | None) -> Sequence[Analysis]:
    """Return the readings that fit a pronoun after the word: «نفسه» is himself, «نفس المكان» the same place.

    «مرافقه» is who went with him, «مرافق المدينة» are its facilities.
    """
    if following is None or following.kind != "enc" or not options:
        return options
    if options[0].sense != "same":
        return [a for a in options if a.sense == "bodyguard"] or options
    return [a for a in options if a.cat == "noun"] or options


_LOST = "فقد"
"""Before a verb "for already"; before anything else "lost" («فقد مدني حياته»)."""


def _choose(done: Sequence[Unit], piece: Piece, following: Piece | None) -> Analysis:
    options = _himself(piece.analyses, following)
    before = done[-1] if done else None
    if piece.form in ("ما", "كما", "من") and following is not None:
        return _ambiguous_particle(piece.form, options, before, following)
    verb = _of(options, "verb")
    if verb is not None and _must_be_verb(piece, before, following):
        return verb
    if _of(options, "noun", "adj", "propn") is not None:
        # «قصفا» and «نصف» are nouns: the dual of a past and the first person of a present are rare in reports.
        pair = before is not None and before.analysis.number == "du" and verb is not None and verb.number == "du"
        if pair and verb is not None:
            return verb
        options = [a for a in options if not _rare_verb(a, piece.form)]
        verb = _of(options, "verb")
    if piece.definite and piece.form.startswith("ال"):
        options = [a for a in options if a.cat in NOMINAL or a.cat in CATEGORIES] or options
        verb = None
    closed = next((a for a in options if a.cat in CATEGORIES), None)
    if closed is not None and not piece.form.startswith("ال"):
        taken = following is not None and following.kind in ("word", "num", "pro", "latin", "enc")
        if closed.cat not in ("prep", "agent", "quant") or taken or closed.cat == options[0].cat:
            return closed
    after_prefix = (
        before is not None and before.cat in ("prep", "agent", "cited") and before.pieces[-1].end == piece.start
    )
    if verb is not None and after_prefix and before is not None and before.pieces[-1].form == "ل":
        present = next((a for a in options if a.tense == "present"), None)
        if present is not None:
            return present
    nominal = _of(options, "noun", "adj", "propn", "adv")
    if verb is not None and nominal is None and before is not None and _wants_name(before):
        # «قرب تدمر», «في تعز»: a name that is spelt like a verb.
        return UNKNOWN
    if verb is not None and nominal is not None:
        chosen = _verb_or_noun(done, options, following)
        if chosen.cat == "verb":
            return chosen
        options = [a for a in options if a.cat != "verb"]
    return _noun_or_adjective(options, done, piece, following)


def _wants_name(before: Unit) -> bool:
    """Return whether a unit is a preposition of place, which no verb follows."""
    return before.cat == "prep" and before.pieces[-1].form in ("في", "ب", "قرب", "الي", "نحو", "باتجاه", "صوب")


def _must_be_verb(piece: Piece, before: Unit | None, following: Piece | None) -> bool:
    """Return whether a word is a verb after a particle of verbs, or by what follows («وخلف القصف جرحى»)."""
    if before is not None and before.cat in ("neg", "aux", "already", "result"):
        return True
    if piece.form == _LOST:
        return following is not None and not following.can("verb", "neg")
    if piece.form in ("نسب", "نسبت"):
        # «هجوم نسب إلى المتمردين»: no percentages.
        return following is not None and following.form == "الي"
    if piece.form != "خلف" or following is None or (before is not None and before.cat not in ("cc", "punct")):
        return False
    return following.kind == "num" or any(a.cat == "noun" and a.sense in deed_nouns() for a in following.analyses)


def _construct(options: Sequence[Analysis], before: Unit | None, following: Piece | None) -> Sequence[Analysis]:
    """Return the readings of «ريفا» that fit: a dual before a noun that owns it, else and after «أن» an accusative."""
    if options[0].cat == "propn" and (before is None or before.cat in ("prep", "punct", "cc", "noun", "agent")):
        # «في سوريا», «حكومة سوريا»: the land.
        return options[:1]
    duals = [a for a in options if a.number == "du" and not a.closed]
    closed = [a for a in options if a.closed and a.number == "sg"]
    if not duals or not closed:
        return options
    owner = (
        following is not None
        and following.kind == "word"
        and (following.can("noun", "propn") or not following.analyses)
        and (before is None or before.cat != "comp")
        # «رجلا مسنا», «موظفا أمميا»: an accusative owns nothing.
        and not (following.form.endswith("ا") and any(a.closed and a.number == "sg" for a in following.analyses))
        and not (following.form.endswith("يا") and not following.analyses)
    )
    return duals if owner else closed


def _noun_or_adjective(
    options: Sequence[Analysis], done: Sequence[Unit], piece: Piece, following: Piece | None
) -> Analysis:
    if done and done[-1].cat == "noun" and done[-1].analysis.closed and done[-1].pieces[-1].form.endswith("ا"):
        # «جنديا أميركيا قتل»: what follows an accusative is its adjective.
        options = [a for a in options if a.cat == "adj" and a.closed and a.number == "sg"] or options
    if piece.form.endswith("ا"):
        options = _construct(options, done[-1] if done else None, following)
    adjective, noun = _adjective(options), _of(options, "noun", "propn")
    before = _before_marks(done)
    if adjective is not None and adjective.number != "sg" and before is not None and before.sense in arms():
        # «برصاص مجهولين»: a plural in -in is of persons, and describes no weapon.
        return noun or replace(adjective, cat="noun")
    if adjective is not None and noun is None and before is not None and before is done[-1]:
        # «خطف مسلحون أوروبيا»: an adjective that describes nothing stands for a man.
        return replace(adjective, cat="noun") if _disagrees(adjective, before) else options[0]
    if adjective is None or noun is None:
        return options[0]
    if before is None or (done[-1].cat == "cc" and before.analysis.number != adjective.number):
        return noun
    if before is done[-1] and before.analysis.masdar and before.sense in TOLLS:
        # «مقتل مسلح»: a killing wants who was killed.
        return noun
    if before is done[-1] and (_disagrees(adjective, before) or _men_of_their_own(adjective, piece, done)):
        return noun
    named = before.cat == "propn" and piece.definite
    described = before.cat in ("noun", "adj", "propn") and (before.definite == piece.definite or named)
    return adjective if described else noun


def _disagrees(adjective: Analysis, before: Unit) -> bool:
    """Return whether an adjective in the singular cannot describe the word before it.

    A man in the accusative describes no woman, no thing of her gender («دراجة نارية مدنيا») and no men in the nominative
    («اغتال مسلحون صحفيا»), nobody single men in the plural («مسلحون صحفية», «مسلحون مجهولون رئيس المجلس»).
    """
    if adjective.number != "sg":
        return False
    men = before.analysis.number == "pl" and before.pieces[-1].form.endswith(("ون", "ين"))
    return (adjective.closed and before.analysis.feminine) or men


def _men_of_their_own(adjective: Analysis, piece: Piece, done: Sequence[Unit]) -> bool:
    """Return whether men in the plural are described by no army before them, and so stand alone («قتل الجيش المسلحين»)."""
    before = done[-1]
    one = before.sense in DOERS - persons() or (before.analysis.number == "sg" and before.sense in persons() | OFFICES)
    if adjective.number == "sg" or not piece.form.endswith(("ون", "ين")) or not one or before.sense in _PEOPLES:
        return False
    if before.pieces[-1].form.endswith(("ون", "ين")):
        return False
    # «عناصر الشرطة المصابين»: the men before the army are.
    owned = done[-2] if len(done) > 1 else None
    return owned is None or owned.cat not in ("noun", "quant") or owned.analysis.number == "sg"


_PEOPLES = frozenset({"people", "family", "youth", "crowd", "resident"})
"""Nouns that in the singular are many («الناس المسلحين»)."""


def _before_marks(done: Sequence[Unit]) -> Unit | None:
    """Return the unit before, quotation marks and the conjunction of two adjectives skipped."""
    here = [u for u in done[-4:] if not (u.cat == "punct" and u.first.form in MARKS)]
    if len(here) > 1 and here[-1].cat == "cc" and here[-2].cat == "adj":
        return here[-2]
    return here[-1] if here else None


def _rare_verb(analysis: Analysis, form: str) -> bool:
    dual = analysis.tense == "past" and analysis.number == "du"
    return analysis.cat == "verb" and (dual or (analysis.tense == "present" and form.startswith("ن")))


def _ambiguous_particle(word: str, options: Sequence[Analysis], before: Unit | None, following: Piece) -> Analysis:
    """Choose among the readings of ما, كما and من by the verb after them."""
    verb = next((a for a in following.analyses if a.cat == "verb"), None)
    if word == "من":
        rel = verb is not None and not following.can("noun", "adj", "propn", "prep") and following.kind == "word"
        return (_of(options, "rel") if rel else _of(options, "prep")) or options[0]
    if word == "كما":
        says = verb is not None and verb.sense in saying()
        return (_of(options, "as") if says else _of(options, "also")) or options[0]
    causes = verb is not None and verb.sense in causing()
    if causes and (before is None or before.cat != "neg"):
        return _of(options, "result") or options[0]
    if verb is not None and before is not None and before.cat not in ("cc", "punct"):
        return _of(options, "result") or options[0]
    if before is not None and before.cat == "prep":
        # «في ما عرف بالمثلث»: nothing is denied after a preposition.
        return Analysis("what", "adv")
    return _of(options, "neg") or options[0]


def tag(
    pieces: Sequence[Piece], times: Sequence[bool], counts: Sequence[bool], longest: Longest = no_longest
) -> list[Unit]:
    """Return the units of a sentence.

    Args:
        pieces: Its pieces.
        times: For each piece, whether it stands in a time phrase.
        counts: For each piece, whether it stands in a count.
        longest: Tells how many words from one on are a known name of a place.
    """
    named = {**titled_at(pieces), **names_at(pieces, longest)}
    victims = persons_at(pieces)
    done: list[Unit] = []
    taken: set[int] = set()
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if at in taken:
            made = Unit((piece,), ABSORBED)
        elif times[at] and piece.kind != "pro":
            made = Unit((piece,), TIME)
        elif model_number(pieces, at) or town_at(pieces, at, longest):
            made = Unit((piece,), UNKNOWN)
        elif counts[at] and (piece.kind != "pro" or piece.form == "و"):
            # The «و» of «خمسة وعشرون» is part of the number, and joins nothing.
            made = Unit((piece,), NUMBER, piece.definite)
        elif at in victims and not any(times[at : at + victims[at]]):
            made = Unit(tuple(pieces[at : at + victims[at]]), PERSON)
        elif at in named and not any(times[at : at + named[at]]):
            made = Unit(tuple(pieces[at : at + named[at]]), UNKNOWN)
        else:
            numbered = at + 1 < len(pieces) and (times[at + 1] or counts[at + 1] or at + 1 in victims)
            made = _expression(pieces, at, times, taken) or _word(done, pieces, at, numbered)
        done.append(made)
        at += len(made.pieces)
    return done


def _expression(pieces: Sequence[Piece], at: int, times: Sequence[bool], taken: set[int]) -> Unit | None:
    """Return the expression that begins at a piece, or ``None``; what stands apart from it goes into ``taken``."""
    if (found := phrase_at(pieces, at)) is not None and not any(times[at : at + found[0]]):
        here = tuple(pieces[at : at + found[0]])
        return Unit(here, found[1], any(p.definite for p in here))
    if comes_in(pieces, at):
        taken.add(at + 1)
        return Unit((pieces[at],), Analysis("say", "verb", "past"))
    if his_words(pieces, at):
        taken.add(at + 1)
        return Unit((pieces[at],), Analysis("that", "comp"))
    if (split := parted_at(pieces, at)) is not None:
        taken.update(split[1])
        return Unit((pieces[at],), split[0])
    length = direction_at(pieces, at)
    if length and not any(times[at : at + length]):
        return Unit(tuple(pieces[at : at + length]), Analysis("in", "prep"))
    return None


def _word(done: Sequence[Unit], pieces: Sequence[Piece], at: int, numbered: bool) -> Unit:
    """Return the unit that a piece is by itself; ``numbered`` if a count, a time phrase or a person follows."""
    piece = pieces[at]
    following = _next_word(pieces, at)
    if piece.form == "ما" and at + 2 < len(pieces) and pieces[at + 2].kind == "enc" and pieces[at + 1].can("verb"):
        # «ما تشهده البلدة من اشتباكات»: what the town sees.
        return Unit((piece,), Analysis("what", "adv"))
    joined = following is not None and following.form == "و" and at + 2 < len(pieces)
    twin = joined and pieces[at + 2].can("verb") and not pieces[at + 2].can("noun", "adj")
    if (numbered or twin) and following is not None:
        # A count, another verb or a person shows no noun: «قتل ثلاثة», «قتل وأصيب», «قتل سعيد حسن».
        following = Piece(following.start, following.end, following.form, "num", (), following.definite)
    if piece.kind == "pro":
        return Unit((piece,), _prefix(piece, _next_word(pieces, at)))
    plain = _PLAIN.get(piece.kind)
    if plain is not None:
        return Unit((piece,), plain)
    if not piece.analyses:
        describes = (
            bool(done) and done[-1].cat == "noun" and describes_it(done[-1].analysis, done[-1].pieces[-1], piece)
        )
        return Unit((piece,), Analysis(piece.form, "adj", feminine=True) if describes else UNKNOWN, piece.definite)
    if piece.form == "منفذ" and following is not None and following.senses & (deed_nouns() | {"crime"}):
        # «منفذ الهجوم» carried it out, «منفذ حدودي» is a crossing.
        piece = replace(
            piece, analyses=tuple(a for a in piece.analyses if a.sense != "crossing point") or piece.analyses
        )
    if makes_clear(pieces, at):
        return Unit((piece,), next(a for a in piece.analyses if a.cat == "verb"))
    if (told := by_company(pieces, at)) is not None:
        return Unit((piece,), told, piece.definite)
    return Unit((piece,), _choose(done, piece, following), piece.definite)


def _prefix(piece: Piece, following: Piece | None) -> Analysis:
    """Return what a joined letter is; ل before a present verb tells a purpose."""
    options = following.analyses if following is not None and piece.form == "ل" else ()
    if options and all(a.tense == "present" for a in options):
        return Analysis("to", "aux")
    return _PREFIXES[piece.form]
