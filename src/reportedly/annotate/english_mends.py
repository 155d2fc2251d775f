"""Trees that the parser gets wrong in one known way each, put right: the verb of a sentence read as part of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotate.english_clauses import (
    mend_across_semicolon,
    mend_as_clause,
    mend_complement,
    mend_counted_out_of,
    mend_disguise,
    mend_doers_of_clause,
    mend_means_before_target,
    mend_object_in_subject,
    mend_second_subject,
    mend_subject_before_verb,
    mend_two_subjects,
)
from reportedly.annotate.english_compounds import mend_compounds
from reportedly.annotate.english_guesses import mend_guess
from reportedly.annotate.english_headlines import mend_headlines
from reportedly.annotate.english_sides import mend_distance, mend_fight, mend_series, mend_those_hit
from reportedly.annotate.english_speech import (
    added_by_speaker,
    answered_by_speaker,
    closing_speaker,
    said_to_somebody,
    speaker_after_comma,
    speakers_after_list,
    titled_speaker,
    told_that,
    when_it_was_done,
)
from reportedly.annotate.english_tolls import LABEL, mend_tolls, told_after_colon
from reportedly.annotate.english_tree import TOLLS, below, top_of
from reportedly.annotations import Token, circle

_AFTER_SHOT: Final = frozenset({"dead", "and", "at"})
"""What follows "shot" where it is a verb."""

_NAMING: Final = frozenset("call name dub title code give award grant hand offer pay tell teach deny".split())
"""Verbs whose passive participle keeps an object ("a man named Samir", "a unit given new guns")."""


def mend_tree(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return a sentence's tokens with its tree put right where one of the known faults shows."""
    mended = list(tokens)
    for index in range(len(mended) - 1):
        _verb_of_gunmen(mended, index)
        _dead_victims(mended, index)
        mend_compounds(mended, index)
        mend_means_before_target(mended, index)
        mend_doers_of_clause(mended, index)
        mend_second_subject(mended, index)
        mend_object_in_subject(mended, index)
        mend_subject_before_verb(mended, index)
        mend_as_clause(mended, index)
        mend_counted_out_of(mended, index)
        mend_two_subjects(mended, index)
        mend_disguise(mended, index)
        mend_across_semicolon(mended, index)
        _participle_with_object(mended, index)
        _which_killed(mended, index)
        _story_after(mended, index)
        _when_of_a_deed(mended, index)
        _told_with_its_victims(mended, index)
        _past_read_as_base(mended, index)
        mend_guess(mended, index)
        mend_fight(mended, index)
        mend_those_hit(mended, index)
        mend_series(mended, index)
        mend_distance(mended, index)
        mend_tolls(mended, index)
        speakers_after_list(mended, index)
        closing_speaker(mended, index)
        speaker_after_comma(mended, index)
        titled_speaker(mended, index)
        added_by_speaker(mended, index)
        answered_by_speaker(mended, index)
        when_it_was_done(mended, index)
        _victims_who_were_waiting(mended, index)
        said_to_somebody(mended, index)
        told_that(mended, index)
        _list_of_people(mended, index)
        _joined_to_a_name(mended, index)
        _deed_read_as_verb(mended, index)
        _deed_of_a_nation(mended, index)
        _sides_of_hours(mended, index)
        _name_read_as_adverb(mended, index)
        _second_headline(mended, index)
        _bodies_found(mended, index)
        mend_headlines(mended, index)
    for index in range(min(LABEL, len(mended) - 1)):
        told_after_colon(mended, index)
    for index in range(len(mended)):
        mend_complement(mended, index)
    return tuple(mended) if circle(mended) is None else tuple(tokens)


def _verb_of_gunmen(tokens: list[Token], index: int) -> None:
    """Make "shot" or "opened" the verb in "gunmen on a motorcycle shot dead a man", read as a "motorcycle shot"."""
    word, after, before = tokens[index], tokens[index + 1], tokens[index - 1]
    if word.lower == "shot" and not word.tag.startswith("VB") and after.lower in _AFTER_SHOT:
        noun = word
    elif word.lower == "opened" and word.dep == "amod" and after.lower == "fire" and word.head == after.index:
        noun = after
    else:
        return
    if not index or before.pos not in ("NOUN", "PROPN") or before.head not in (index, noun.index):
        return
    top = after if after.lower == "dead" and after.head != index else tokens[top_of(tokens, index)]
    if top is not after and (top.pos != "NOUN" or top.index >= index):
        return
    for child in tokens:
        if child.index in (index, top.index, noun.index):
            continue
        if child.head == noun.index and child.index < index:
            tokens[child.index] = replace(child, head=before.index)
        elif child.head == noun.index or (child.head == top.index and (top is after or child.index > index)):
            tokens[child.index] = replace(child, head=index)
    tokens[before.index] = replace(before, dep=noun.dep, head=noun.head)
    _make_verb(tokens, index, top)
    if noun is after:
        tokens[after.index] = replace(after, dep="dobj", head=index)


def _make_verb(tokens: list[Token], index: int, top: Token) -> None:
    """Put a verb where ``top`` stood: "dead" becomes its complement, a noun its subject."""
    root = top.head == top.index
    lemma = "shoot" if tokens[index].lower == "shot" else "open"
    place = (top.dep, index if root else top.head)
    tokens[index] = replace(tokens[index], pos="VERB", tag="VBD", lemma=lemma, dep=place[0], head=place[1])
    tokens[top.index] = replace(tokens[top.index], dep="acomp" if top.index > index else "nsubj", head=index)


def _dead_victims(tokens: list[Token], index: int) -> None:
    """Make "dead" what "shot dead two men" tells of them, read as dead men who were shot, or as what stood in for it."""
    verb, dead = tokens[index], tokens[index + 1]
    if verb.lower == "shot" and verb.lemma == "take" and dead.lower == "dead":
        verb = tokens[index] = replace(verb, lemma="shoot")
        tokens[dead.index] = replace(dead, dep="acomp", head=index)
    if verb.lemma == "shoot" and verb.tag.startswith("VB") and dead.lower == "dead" and dead.dep == "amod":
        tokens[dead.index] = replace(dead, dep="acomp", head=index)


def _participle_with_object(tokens: list[Token], index: int) -> None:
    """Make the verb in "men on motorbikes gunned down a man" one: a participle with an object of its own is none."""
    verb = tokens[index]
    if verb.dep != "acl" or verb.tag != "VBN" or verb.lemma in _NAMING:
        return
    owned = [t for t in tokens if t.head == index and t.index != index]
    if not any(t.dep == "dobj" for t in owned) or any(t.dep in ("agent", "aux", "auxpass") for t in owned):
        return
    top = tokens[verb.head]
    while top.head != top.index and top.dep in ("pobj", "prep", "conj", "appos"):
        top = tokens[top.head]
    if top.head != top.index or top.pos not in ("NOUN", "PROPN", "PRON") or top.index > index:
        return
    for child in tokens:
        if child.head == top.index and child.index > index:
            tokens[child.index] = replace(child, head=index)
    tokens[top.index] = replace(tokens[top.index], dep="nsubj", head=index)
    tokens[index] = replace(verb, dep="ROOT", tag="VBD", head=index)


_DEEDS: Final = frozenset(
    "strike airstrike attack raid shelling bombing bombardment blast explosion ambush assault shooting massacre".split()
)
"""Nouns of deeds, of which a clause with ``which`` tells the toll whatever place or day stands between."""

_ARMS: Final = frozenset(
    "bomb missile rocket shell mine device grenade drone mortar fire gunman bomber vehicle car".split()
)
"""Nouns that kill by themselves, beside the deeds ("a strike with a missile that killed two")."""

_LOOSE: Final = frozenset({"pobj", "prep", "appos", "conj", "npadvmod", "nummod", "compound"})


def _which_killed(tokens: list[Token], index: int) -> None:
    """Hang "which killed 13" on the strike in "the strike on the market in X on 3 May, which killed 13", not on its place."""
    verb = tokens[index]
    if verb.dep != "relcl" or verb.lemma not in TOLLS or index < 3:
        return
    which, comma = tokens[index - 1], tokens[index - 2]
    above = tokens[verb.head]
    close = which.lower == "that" and above.pos in ("NOUN", "PROPN") and above.tag != "NNS" and above.lemma not in _ARMS
    if not (close or (which.lower == "which" and comma.text == ",")) or above.lemma in _DEEDS:
        return
    while above.dep in _LOOSE and above.head != above.index:
        above = tokens[above.head]
        if above.lemma in _DEEDS:
            tokens[index] = replace(verb, head=above.index)
            return
    told = [t for t in tokens if t.head == above.index and t.dep in ("attr", "dobj") and t.index < index]
    if above.pos in ("VERB", "AUX") and told and told[-1].lemma in _DEEDS:
        tokens[index] = replace(verb, head=told[-1].index)


def _story_after(tokens: list[Token], index: int) -> None:
    """Make "gathered" the main verb in "A year after a strike killed 13 people, families gathered", not "killed"."""
    verb = tokens[index]
    if verb.dep != "relcl" or not verb.tag.startswith("VB"):
        return
    owned = [t for t in tokens if t.head == index and t.index < index]
    subjects = [t for t in owned if t.dep == "nsubj" and t.tag.startswith("N")]
    top = tokens[top_of(tokens, index)]
    marked = any(t.head == top.index and t.dep == "mark" and t.lower == "after" for t in tokens)
    if not subjects or not marked or top.index > subjects[0].index or any(t.tag in ("WDT", "WP") for t in owned):
        return
    first = min(t.index for t in tokens if below(tokens, t.index, subjects[0].index))
    if first < 1 or tokens[first - 1].text != ",":
        return
    tokens[index] = replace(verb, dep="ROOT", head=index)
    tokens[top.index] = replace(top, dep="advcl", head=index)


def _when_of_a_deed(tokens: list[Token], index: int) -> None:
    """Make what "killed ... and 20 others injured on Friday when a jet bombed it" tells the deed's when, no word on Friday."""
    verb = tokens[index]
    if verb.dep != "relcl" or verb.pos not in ("VERB", "AUX"):
        return
    first = min((t.index for t in tokens if t.head == index and t.index != index), default=index)
    if tokens[first].lower != "when" or tokens[first].index > index:
        return
    above = tokens[verb.head]
    while above.head != above.index and above.pos not in ("VERB", "AUX"):
        above = tokens[above.head]
    if above.pos in ("VERB", "AUX") and above.index < first:
        tokens[index] = replace(verb, dep="advcl", head=above.index)


def _told_with_its_victims(tokens: list[Token], index: int) -> None:
    """Make "killed" in "a strike that medics say killed 130 people" tell whom it killed: with an object it is no passive."""
    verb = tokens[index]
    if verb.tag != "VBN" or verb.lemma in _NAMING or verb.dep not in ("ccomp", "xcomp"):
        return
    owned = [t.dep for t in tokens if t.head == index and t.index != index]
    if verb.lemma not in TOLLS and "nsubj" not in owned:
        return
    said = tokens[verb.head]
    if "dobj" not in owned or any(dep in owned for dep in ("aux", "auxpass", "agent")):
        return
    tokens[index] = replace(verb, tag="VBD")
    if said.dep == "relcl" and said.index == index - 1:
        tokens[index] = replace(tokens[index], dep="relcl", head=said.head)
        tokens[said.index] = replace(said, dep="parataxis", head=index)
        for opener in tokens[: said.index]:
            if opener.head == said.index and opener.lower in ("that", "which"):
                tokens[opener.index] = replace(opener, dep="nsubj", head=index)


_PASTS: Final = {
    "retook": "retake",
    "overtook": "overtake",
    "undertook": "undertake",
    "withstood": "withstand",
    "overran": "overrun",
    "overthrew": "overthrow",
    "outran": "outrun",
    "outfought": "outfight",
    "rewon": "rewin",
    "reentered": "reenter",
}
"""Past forms of rare verbs that taggers take for the base form or a noun ("the army retook the town")."""


def _past_read_as_base(tokens: list[Token], index: int) -> None:
    """Make a past form that reads as a base form the past of its verb."""
    word = tokens[index]
    lemma = _PASTS.get(word.lower)
    if lemma is not None and not any(t.dep == "aux" and t.head == index for t in tokens):
        tokens[index] = replace(word, lemma=lemma, pos="VERB", tag="VBD" if word.tag != "VBN" else "VBN")


def _victims_who_were_waiting(tokens: list[Token], index: int) -> None:
    """Make victims of whom "killed 14 people waiting for food" tells, read as those who wait while somebody kills."""
    waiting = tokens[index]
    verb = tokens[waiting.head]
    if waiting.tag != "VBG" or waiting.dep != "advcl" or verb.lemma not in TOLLS or verb.index > index:
        return
    victims = next((t for t in tokens[verb.index : index] if t.head == index and t.dep == "nsubj"), None)
    before = [t for t in tokens[: verb.index] if t.head == verb.index]
    doers = any(t.dep == "nsubj" for t in before) and not any(t.dep in ("auxpass", "nsubjpass") for t in before)
    if victims is None or not doers or any(t.dep == "dobj" and t.head == verb.index for t in tokens):
        return
    tokens[victims.index] = replace(victims, dep="dobj", head=verb.index)
    tokens[index] = replace(waiting, dep="acl", head=victims.index)
    tokens[verb.index] = replace(verb, tag="VBD" if verb.tag == "VBN" else verb.tag)


_ONE: Final = frozenset({"a", "an", "another", "her", "his", "their"})


def _list_of_people(tokens: list[Token], index: int) -> None:
    """Make a list of "killed a teacher, a nurse and two guards", read as a teacher who is a nurse."""
    word = tokens[index]
    above = tokens[word.head]
    if word.dep != "appos" or word.pos != "NOUN" or above.pos != "NOUN" or above.index > index:
        return
    counted = all(any(_counts(t) for t in tokens if t.head == noun) for noun in (index, above.index))
    joined = any(t.dep == "conj" and t.head == index for t in tokens) and any(
        t.lower == "and" and t.head == index for t in tokens
    )
    commas = [t for t in tokens[above.index : index] if t.text == ","]
    if counted and joined and len(commas) == 1:
        tokens[index] = replace(word, dep="conj")


def _joined_to_a_name(tokens: list[Token], index: int) -> None:
    """Join "guards" to the mayor in "killed a mayor, Abel Gona, and two guards", not to his name."""
    name = tokens[index]
    above = tokens[name.head]
    if name.tag != "NNP" or name.dep not in ("appos", "conj") or above.tag != "NN" or tokens[index + 1].text != ",":
        return
    joined = next((t for t in tokens[index + 1 :] if t.head == index and t.dep == "conj"), None)
    inside = tokens[above.index + 1 : index]
    if joined is None or not inside or inside[0].text != "," or not all(t.text[:1].isupper() for t in inside[1:]):
        return
    tokens[index] = replace(name, dep="appos")
    tokens[joined.index] = replace(joined, head=above.index)


def _counts(token: Token) -> bool:
    return token.dep == "nummod" or (token.dep in ("det", "poss") and token.lower in _ONE)


def _deed_of_a_nation(tokens: list[Token], index: int) -> None:
    """Make a noun of "shelling" in "killed in Azerbaijani shelling", its nation an adjective, read as what a nation did."""
    nation, word = tokens[index], tokens[index + 1]
    apart = nation.head != word.index or word.tag == "VBG"
    if (
        word.lower not in ("shelling", "bombing", "bombardment")
        or not nation.text.lower().endswith(_OF_NATIONS)
        or not apart
    ):
        return
    if (
        not nation.text[:1].isupper()
        or nation.text.isupper()
        or any(t.head == word.index and t.dep == "dobj" for t in tokens)
    ):
        return
    dep, head = (nation.dep, nation.head) if nation.head != word.index else (word.dep, word.head)
    tokens[index] = replace(nation, dep="amod", head=word.index, pos="ADJ", tag="JJ")
    tokens[index + 1] = replace(word, dep=dep, head=head, pos="NOUN", tag="NN", lemma=word.lower)


_OF_NATIONS: Final = ("ian", "ani", "ese", "ish", "raqi", "eli", "can", "dan", "ndian", "emeni", "eni")


_GERUNDS: Final = frozenset("shelling bombing killing shooting beating kidnapping stabbing looting fighting".split())


def _deed_read_as_verb(tokens: list[Token], index: int) -> None:
    """Make a noun of "shelling" in "hurt due to the Turkish shelling on the village", read as a verb."""
    word = tokens[index]
    if word.lower in _GERUNDS and word.dep == "aux" and word.head > index and tokens[word.head].tag in ("VBD", "VBN"):
        # "Shelling wounded three people".
        tokens[index] = replace(word, tag="NN", pos="NOUN", lemma=word.lower, dep="nsubj")
        tokens[word.head] = replace(tokens[word.head], tag="VBD")
        return
    if word.lower not in _GERUNDS or word.tag != "VBG" or word.dep != "pobj":
        return
    if any(t.head == index and t.dep in ("det", "amod", "poss") for t in tokens[:index]):
        tokens[index] = replace(word, tag="NN", pos="NOUN", lemma=word.lower)


_SPELLS: Final = frozenset({"hour", "day", "week", "minute", "month"})


def _sides_of_hours(tokens: list[Token], index: int) -> None:
    """Hang "between" on the verb in "a battle raged for hours between the army and rebels", not on the hours."""
    word = tokens[index]
    above = tokens[word.head]
    if word.lower not in ("between", "with", "against") or word.dep != "prep" or above.lemma not in _SPELLS:
        return
    prep = tokens[above.head]
    if above.dep == "pobj" and prep.dep == "prep" and tokens[prep.head].pos in ("VERB", "NOUN"):
        tokens[index] = replace(word, head=prep.head)


def _name_read_as_adverb(tokens: list[Token], index: int) -> None:
    """Make an object of a town that no tagger knows in "Troops shelled Bakhmut on Monday", read as an adverb."""
    word, before = tokens[index], tokens[index - 1]
    if not index or word.tag != "RB" or not word.text[:1].isupper() or not before.text.islower():
        return
    lone = before.tag in ("VBD", "VBP", "VBZ", "VBG") and word.head == before.index
    if lone and not any(t.dep == "dobj" and t.head == before.index for t in tokens):
        tokens[index] = replace(word, pos="PROPN", tag="NNP", dep="dobj", lemma=word.text)


_FIGHTS: Final = frozenset({"clash", "fighting", "battle", "explosion"})


def _second_headline(tokens: list[Token], index: int) -> None:
    """Make a telling of its own of "clashes" in "Troops shell Bakhmut and clashes in Avdiivka", read as what is shelled."""
    word = tokens[index]
    if word.lemma not in _FIGHTS or word.dep != "conj" or index < FEWEST or tokens[index - 1].lower != "and":
        return
    above = tokens[word.head]
    after = tokens[index + 1]
    told = above.pos == "PROPN" or above.tag.startswith("VB") or above.lower.startswith("al-")
    if not told or after.pos != "ADP" or above.lemma in _DEEDS | _FIGHTS:
        return
    tokens[index] = replace(word, dep="ROOT", head=index)
    tokens[after.index] = replace(after, head=index)


FEWEST = 3
"""Tokens before the second telling of a headline, at least: who does what to whom."""


_FOUND: Final = frozenset({"find", "discover", "recover", "exhume", "unearth"})


def _bodies_found(tokens: list[Token], index: int) -> None:
    """Make the verb of a headline of "found" in "Nine bodies found in Kidal", read as bodies that were found."""
    verb = tokens[index]
    top = tokens[verb.head]
    if verb.lemma not in _FOUND or verb.dep != "acl" or verb.tag != "VBN" or top.dep != "ROOT" or top.index > index:
        return
    if top.lemma not in ("body", "corpse", "remains", "grave") or any(t.pos == "AUX" for t in tokens):
        return
    tokens[top.index] = replace(top, dep="nsubjpass", head=index)
    tokens[index] = replace(verb, dep="ROOT", head=index)
