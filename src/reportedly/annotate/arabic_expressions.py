"""Arabic words that mean something only together: expressions, whole or parted by their subject, names, directions, and
words that their company decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.annotate.arabic_kinds import DIRECTIONS, DOERS, TOLLS, deed_nouns, persons, territory
from reportedly.annotate.arabic_lexicon import Analysis, load_arabic
from reportedly.annotate.arabic_persons import given_names
from reportedly.annotate.arabic_words import Piece, bare

MARKS = frozenset("\"'“”„«»‘’)")
"""Signs that may stand within an expression or a name."""


def phrase_at(pieces: Sequence[Piece], at: int) -> tuple[int, Analysis] | None:
    """Return the length and meaning of the longest expression that begins at a piece, or ``None``."""
    if pieces[at].kind not in ("word", "pro"):
        return None
    phrases, first = load_arabic().phrases, pieces[at].form
    plain = bare(first)
    keys = [key for key in ((first,) if plain == first else (first, plain)) if key in phrases]
    if not keys:
        return manner(pieces, at)
    second = pieces[at + 1].form if at + 1 < len(pieces) else ""
    seconds = (second, bare(second))
    for key in keys:
        for words, analysis in phrases[key]:
            if second and len(words) > 1 and words[1] not in seconds:
                continue
            here = pieces[at : at + len(words)]
            if len(here) < len(words) or any(p.kind not in ("word", "pro", "enc") for p in here):
                continue
            if all(w in (p.form, bare(p.form)) for w, p in zip(words, here, strict=True)):
                return len(words), analysis
    return manner(pieces, at)


def manner(pieces: Sequence[Piece], at: int) -> tuple[int, Analysis] | None:
    """Return the length of «بشكل مكثف», «بصورة واسعة» and an adverb for them, or ``None``."""
    length = 1 if pieces[at].form == "بشكل" else 2
    if length == 2 and (pieces[at].form != "ب" or at + 1 >= len(pieces) or pieces[at + 1].form not in _WAYS):
        return None
    after = pieces[at + length] if at + length < len(pieces) else None
    if after is None or after.kind != "word" or after.definite or (after.analyses and not after.can("adj", "noun")):
        return None
    return length + 1, _SOMEHOW


_WAYS = frozenset({"شكل", "صورة", "طريقة", "نحو"})
"""Nouns that with ب and an adjective tell how («بصورة واسعة»)."""

_SOMEHOW = Analysis("somehow", "adv")


PARTED = 9
"""Pieces between the first word of an expression and the rest of it, at most: a subject («أطلق مسلحون مجهولون النار»)."""


def parted_at(pieces: Sequence[Piece], at: int) -> tuple[Analysis, range] | None:
    """Return the expression whose first word stands at a piece and whose rest stands after its subject, or ``None``."""
    known = load_arabic().parted.get(pieces[at].form) if pieces[at].kind == "word" else None
    if known is None or its_own_deed(pieces, at) is not None:
        return None
    for words, analysis in known:
        rest = words[1:]
        for start in range(at + 2, min(at + 1 + PARTED, len(pieces) - len(rest) + 1)):
            between = pieces[start - 1]
            if between.kind == "punct" and between.form not in MARKS:
                break
            if between.form in _STOPS or (between.can("verb") and not between.can("noun", "adj", "propn")):
                break
            here = pieces[start : start + len(rest)]
            if all(w in (p.form, bare(p.form)) for w, p in zip(rest, here, strict=True)):
                return analysis, range(start, start + len(rest))
    return None


_STOPS = frozenset({"ان", "الذي", "التي", "الذين", "ثم"})
"""Words that no subject holds."""


AGREEMENTS = frozenset(
    {"agreement", "ceasefire", "truce", "accord", "memorandum", "deal", "protocol", "treaty", "contract"}
)
SIGN_REACH = 8
"""Pieces after «وقع» in which an agreement makes it *sign*, not *occur*."""


def signs(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a word that may be *sign* has an agreement after it."""
    if "sign" not in pieces[at].senses:
        return False
    return any(not p.senses.isdisjoint(AGREEMENTS) for p in pieces[at + 1 : at + SIGN_REACH])


MANY_DRONES = 10
"""A figure before «مسيرة» from which drones are counted, not marches."""

FLYING_REACH = 7
"""Pieces around «مسيرة» in which a deed or a thing of the air makes it a drone, not a march."""


def march(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return *march* for a word that may be a drone as well, if nothing near it strikes or flies."""
    if not {"march", "drone"} <= pieces[at].senses:
        return None
    if at and pieces[at - 1].form.isdigit() and int(pieces[at - 1].form) >= MANY_DRONES:
        return None  # «بأكثر من 70 مسيرة»
    found = next((a for a in pieces[at].analyses if a.sense == "march" and a.cat == "noun"), None)
    near = pieces[max(0, at - FLYING_REACH) : at + FLYING_REACH]
    senses = {word for p in near if p is not pieces[at] for a in p.analyses for word in a.sense.split()}
    return found if senses.isdisjoint(FLYING) else None


FLYING = frozenset(
    "shell destroy target strike hit bomb bombard attack airstrike fly hover aircraft warplane drone intercept down explode "
    "explosive launch rocket missile raid crash blow suicide air aerial".split()
)
"""Senses beside which «مسيرة» is a drone."""


def wipes_out(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return *elimination* for «القضاء» with على and fighters counted after it, else the judiciary and the district stand.

    Uncounted, it tells an aim («بحجة القضاء على الخلايا»).
    """
    if bare(pieces[at].form) != "قضاء" or at + 2 >= len(pieces) or pieces[at + 1].form != "علي":
        return None
    near = pieces[at + 2 : at + 2 + COUNT_REACH]
    counted = any(p.kind == "num" or p.form.isdigit() or p.can("num", "quant") for p in near)
    two = any(a.number == "du" and a.sense in DOERS for p in near for a in p.analyses)
    return Analysis("elimination", "noun", masdar=True, verb="eliminate") if counted or two else None


COUNT_REACH = 3
"""Pieces after «القضاء على» in which those killed are counted."""


Longest = Callable[[Sequence[str], int], int]
"""Tells how many words from an index on are a known name; 0 if none."""


def comes_in(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether «جاء في» or «ورد في» opens what a text says («جاء في بيان للحركة أن»)."""
    if pieces[at].form not in ("جاء", "ورد") or at + 2 >= len(pieces) or pieces[at + 1].form != "في":
        return False
    return not pieces[at + 2].senses.isdisjoint(TEXTS)


TEXTS = frozenset("statement report text letter message post tweet communique dispatch".split())
"""What somebody's words come in."""


def model_number(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a figure is part of a name in Latin letters («F16», «F-16», «S-300»)."""
    before = at - 1 if at and pieces[at - 1].form != "-" else at - 2
    return pieces[at].kind == "num" and before >= 0 and pieces[before].kind == "latin"


def town_at(pieces: Sequence[Piece], at: int, longest: Longest) -> bool:
    """Return whether a word that could be a verb is a known place after a noun for one («محافظة تعز»)."""
    piece = pieces[at]
    if not at or not piece.can("verb") or piece.can("noun", "adj") or pieces[at - 1].definite:
        return False
    return not pieces[at - 1].senses.isdisjoint(territory()) and longest([piece.form], 0) > 0


def by_company(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return what a word is by the words around it, or ``None`` where they do not tell."""
    if signs(pieces, at):
        return next(a for a in pieces[at].analyses if a.sense == "sign")
    found = wipes_out(pieces, at) or march(pieces, at) or its_own_deed(pieces, at) or befell(pieces, at)
    return (
        found
        or one_alone(pieces, at)
        or responds(pieces, at)
        or township(pieces, at)
        or way_of_killing(pieces, at)
        or of_two(pieces, at)
        or called(pieces, at)
        or fighting_women(pieces, at)
    )


def fighting_women(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return *fighter* for «مقاتلات», also *warplanes*, where they are counted among the harmed («مقتل ثلاث مقاتلات»)."""
    if pieces[at].form not in ("مقاتلات", "المقاتلات", "مقاتلتين"):
        return None
    counted = at > 1 and (pieces[at - 1].kind == "num" or pieces[at - 1].can("num"))
    harmed = any(not p.senses.isdisjoint(TOLLS) for p in pieces[max(0, at - 2) : at])
    harmed = harmed or (counted and not pieces[at - 2].senses.isdisjoint({"kill", "die", "injure", "martyr"}))
    return Analysis("fighter", "noun", number="pl", feminine=True) if harmed else None


def called(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return «المدعو» for «يدعى», levelled to what also reads *claims*, between a person and a given name («شاب يدعى حسن»)."""
    if pieces[at].form not in ("يدعي", "تدعي", "يسمي", "تسمي") or at + 1 == len(pieces):
        return None
    person = any(p.senses & persons() and not p.definite for p in pieces[max(0, at - 3) : at])
    return Analysis("individual", "noun") if person and pieces[at + 1].form in given_names() else None


def responds(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return *respond* for «وردت», which also reads *came in*, where fighters do so with a deed («وردت الشرطة بإطلاق النار»)."""
    if pieces[at].form not in ("ورد", "وردت", "وردوا") or at + 1 == len(pieces):
        return None
    near = pieces[at + 1 : at + 1 + RESPONSE_REACH]
    told = next((i for i, p in enumerate(near) if p.kind == "pro" and p.form == "ب"), None)
    if told is None or told + 1 >= len(near) or near[0].can("prep") or not near[0].senses.isdisjoint(NEWS):
        return None
    return Analysis("respond", "verb", "past", "active") if near[told + 1].senses & deed_nouns() else None


RESPONSE_REACH = 12
"""Pieces from «وردت» in which the deed of the response stands, its doer between."""

NEWS = frozenset("news report information name word message statement detail complaint call".split())
"""What comes in («وردت أنباء»)."""


def township(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return *township* for «ناحية» with its name after it («ناحية القيارة»), where it is no side («من ناحية أخرى»)."""
    named = (
        at + 1 < len(pieces) and pieces[at + 1].kind == "word" and not pieces[at + 1].can("adj", "prep", "det", "rel")
    )
    aside = at > 0 and pieces[at - 1].form in ("من", "في") and not (named and not pieces[at + 1].analyses)
    if pieces[at].form != "ناحية" or not named or aside:
        return None
    return next((a for a in pieces[at].analyses if a.sense == "township"), None)


def way_of_killing(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return an adverb for how somebody was killed («أعدم شنقا», «قتلوه ذبحا»): the noun of a killing in the accusative."""
    noun = next((a for a in pieces[at].analyses if a.cat == "noun" and a.masdar and a.closed), None)
    if noun is None or not pieces[at].form.endswith("ا") or pieces[at].definite or noun.sense not in MANNERS:
        return None
    before = pieces[max(0, at - MANNER_REACH) : at]
    return Analysis("violently", "adv") if any(p.can("verb") and p.senses & KILLING for p in before) else None


KILLING = frozenset("kill execute die assassinate murder slay".split())
MANNERS = frozenset("hanging beheading stabbing strangling arson drowning throwing stoning beating".split())
"""Nouns of the ways in which people are put to death."""

MANNER_REACH = 5
"""Pieces from the verb to how it was done: its doer stands between."""


def of_two(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return the dual verb for a form that is an accusative too, where two stand before it («عنصران من الحركة قتلا»)."""
    verb = next((a for a in pieces[at].analyses if a.cat == "verb" and a.number == "du"), None)
    if verb is None or not any(a.cat == "noun" and a.closed for a in pieces[at].analyses):
        return None
    for piece in reversed(pieces[max(0, at - TWO_REACH) : at]):
        opens = piece.can("comp", "rel", "sub") and not piece.can("prep")
        if piece.form in _CLOSING or opens or (piece.can("verb") and not piece.can("noun", "adj")):
            return None
        if any(a.cat == "noun" and a.number == "du" and a.sense in persons() | DOERS for a in piece.analyses):
            return verb
    return None


_CLOSING = frozenset(".،,:؛;")
TWO_REACH = 9
"""Pieces from two persons to their verb: whose they are stands between."""


def one_alone(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return the accusative of one person («شابا قتل») for a form that is two before an owner as well, where none follows."""
    if not pieces[at].form.endswith("ا"):
        return None
    people = [a for a in pieces[at].analyses if a.cat == "noun" and a.sense in persons()]
    one = next((a for a in people if a.closed and a.number == "sg"), None)
    two = any(a.number == "du" and not a.closed for a in people)
    owned = at + 1 < len(pieces) and pieces[at + 1].kind == "word" and befell(pieces, at + 1) is None
    return one if two and not owned else None


def its_own_deed(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return the noun of a verb with a pronoun after a verb of announcing («أعلن الجيش استعادته السيطرة»), no verb itself."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    noun = next((a for a in pieces[at].analyses if a.cat == "noun" and a.masdar), None)
    if after is None or after.kind != "enc" or noun is None or not pieces[at].can("verb"):
        return None
    for piece in reversed(pieces[max(0, at - ANNOUNCED) : at]):
        if piece.kind != "word" or piece.can("comp", "rel", "prep", "cc"):
            return None
        if piece.can("verb") and not piece.senses.isdisjoint(ANNOUNCING):
            return noun
    return None


ANNOUNCED = 5
"""Words from a verb of announcing to what is announced: its subject stands between."""

ANNOUNCING = frozenset({"announce", "confirm", "claim", "deny"})


def befell(pieces: Sequence[Piece], at: int) -> Analysis | None:
    """Return the verb of what befell somebody right before it («شابا قتل برصاص»): an accusative owns no noun."""
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    verb = next((a for a in pieces[at].analyses if a.cat == "verb" and a.tense == "past" and a.voice == "either"), None)
    if before is None or after is None or verb is None or after.form not in ("ب", "في", "علي", "اثر", "جراء"):
        return None
    person = any(a.cat == "noun" and a.closed and a.sense in persons() for a in before.analyses)
    return verb if person and before.form.endswith("ا") and pieces[at].can("noun") else None


def no_longest(_: Sequence[str], __: int) -> int:
    """Know no names."""
    return 0


def names_at(pieces: Sequence[Piece], longest: Longest) -> dict[int, int]:
    """Return where names of several words begin, with their lengths in pieces."""
    found: dict[int, int] = {}
    at = end = 0
    forms: list[str] = []
    while at < len(pieces):
        if at >= end:
            first = end = at
            while end < len(pieces) and pieces[end].kind == "word":
                end += 1
            forms = [p.form for p in pieces[at:end]]
        length = longest(forms, at - first) if end - at > 1 else 0
        if length > 1 and (pieces[at + length - 1].can("comp") or pieces[at].can("prep", "rel")):
            length = 0  # «قال لبي بي سي إن»: what opens a statement ends no name; «إلى ستة» is no village.
        if length > 1:
            found[at] = length
        at += max(1, length)
    return found


def direction_at(pieces: Sequence[Piece], at: int) -> int:
    """Return how many pieces from one on are a direction before a place («شمال غربي إدلب»), 0 if none."""
    length = 0
    while at + length < len(pieces) and length < 2:
        piece = pieces[at + length]
        if piece.definite or piece.senses.isdisjoint(DIRECTIONS):
            break
        length += 1
    after = pieces[at + length] if length and at + length < len(pieces) else None
    if after is None or after.kind != "word":
        return 0
    nominal = not after.analyses or after.can("noun", "propn", "quant")
    return length if nominal and (at == 0 or pieces[at - 1].form not in ("ال",)) else 0


def describes_it(noun: Analysis, before: Piece, piece: Piece) -> bool:
    """Return whether a word that no lexicon has is the adjective of an indefinite feminine noun («مظاهرة حاشدة»), no name."""
    if before.definite or not piece.form.endswith("ة") or piece.form.startswith("ال") or len(piece.form) < ADJECTIVE:
        return False
    named = territory() | DOERS | persons() | TOLLS
    return before.form.endswith(("ة", "ات")) and noun.sense not in named


ADJECTIVE = 5
"""Letters of such an adjective, at least."""


def his_words(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a piece opens a quotation as «قوله» does before «إن», a colon or a quotation mark."""
    if pieces[at].form != "قول" or at + 2 >= len(pieces) or pieces[at + 1].kind != "enc":
        return False
    after = pieces[at + 2]
    return after.can("comp") or (after.kind == "punct" and after.form in _OPENING)


def makes_clear(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether «بين» is the verb that opens a statement («وبين المصدر أن»), not "between"."""
    if pieces[at].form not in ("بين", "بينت") or not pieces[at].can("verb"):
        return False
    for piece in pieces[at + 1 : at + PARTED]:
        if piece.form == "و" or (piece.kind == "punct" and piece.form not in MARKS):
            return False
        if piece.can("comp"):
            return True
    return False


_OPENING = frozenset(':"“«')
"""Marks before somebody's words."""
