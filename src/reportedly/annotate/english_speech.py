"""Trees in which the parser loses who says a sentence: speakers read as the last of a list of victims, put right."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportedly.annotations import Token

_SAID: Final = frozenset("say tell report announce add claim confirm state declare".split())
"""Verbs after which, at the end of a sentence, stands nobody but who speaks."""


def speakers_after_list(tokens: list[Token], index: int) -> None:
    """Give "said" its speakers in "killed 15 people, including six children, residents and a rebel group said"."""
    said = tokens[index]
    if said.lemma not in _SAID or said.tag not in ("VBD", "VBZ", "VBP") or index < LEAST:
        return
    comma = next((i for i in range(index - 1, 0, -1) if tokens[i].text == ","), None)
    if comma is None or comma == index - 1:
        return
    told = [t for t in tokens[:comma] if t.head == index and t.dep == "ccomp" and t.tag.startswith("VB")]
    above = tokens[said.head]
    under = said.dep == "advcl" and above.index < comma and above.dep == "ROOT" and above.pos == "VERB"
    told = [above] if under else told
    inside = range(comma + 1, index)
    heads = [i for i in inside if tokens[i].head not in inside]
    if not told or len(heads) != 1 or any(tokens[i].tag.startswith("VB") for i in inside):
        return
    speaker = tokens[heads[0]]
    if speaker.dep not in ("conj", "appos") or speaker.pos not in ("NOUN", "PROPN"):
        return
    tokens[speaker.index] = replace(speaker, dep="nsubj", head=index)
    if under:
        tokens[index] = replace(said, dep="ROOT", head=index)
        tokens[above.index] = replace(above, dep="ccomp", head=index)
    _victims_again(tokens, told[-1].index, index, comma)


LEAST = 5
"""Tokens of the shortest telling that speakers follow."""


def _victims_again(tokens: list[Token], verb: int, said: int, comma: int) -> None:
    """Hang what the parser took for the subject of "said" on the deed: its object, or what stands beside the object."""
    lost = [t for t in tokens[verb:comma] if t.head == said and t.dep == "nsubj"]
    owned = [t.index for t in tokens if t.head == verb and t.dep in ("dobj", "nsubjpass")]
    for subject in lost:
        told = ("appos", owned[-1]) if owned else ("dobj", verb)
        owned = owned or [subject.index]
        tokens[subject.index] = replace(subject, dep=told[0], head=told[1])
        for loose in tokens[verb:comma]:
            if loose.head == said and loose.dep == "prep":
                tokens[loose.index] = replace(loose, head=subject.index)
    if lost and tokens[verb].tag == "VBN" and not any(t.head == verb and t.dep in ("aux", "auxpass") for t in tokens):
        tokens[verb] = replace(tokens[verb], tag="VBD")


def closing_speaker(tokens: list[Token], index: int) -> None:
    """Put "told" on top in "A man was killed and two, including a child, were hurt, an official told it", read as joined."""
    said = tokens[index]
    first = tokens[said.head]
    if said.lemma not in _SAID or said.dep != "conj" or first.head != first.index or not first.tag.startswith("VB"):
        return
    second = next((t for t in tokens[first.index : index] if t.head == index and t.dep == "ccomp"), None)
    if second is None or not any(t.head == index and t.dep == "nsubj" for t in tokens[second.index : index]):
        return
    tokens[index] = replace(said, dep="ROOT", head=index)
    tokens[first.index] = replace(first, dep="ccomp", head=index)
    tokens[second.index] = replace(second, dep="conj", head=first.index)


def speaker_after_comma(tokens: list[Token], index: int) -> None:
    """Give "said" at the end its speaker in "jets hit X, a monitor and rebels said", read as another name of X."""
    said = tokens[index]
    if said.lemma not in _SAID or said.tag not in ("VBD", "VBZ", "VBP"):
        return
    comma = max((t.index for t in tokens[:index] if t.text == ","), default=-1)
    told = _told_before(tokens, said)
    if told is None or told.index > comma or not told.tag.startswith("VB"):
        return
    heads = [t for t in tokens[comma + 1 : index] if t.head not in range(comma + 1, index)]
    if len(heads) != 1 or heads[0].pos not in ("NOUN", "PROPN", "PRON"):
        return
    tokens[heads[0].index] = replace(heads[0], dep="nsubj", head=index)
    tokens[comma] = replace(tokens[comma], head=index)
    tokens[index] = replace(said, dep="ROOT", head=index)
    tokens[told.index] = replace(told, dep="ccomp", head=index)


def _told_before(tokens: list[Token], said: Token) -> Token | None:
    """Return the verb of what was said before a verb of saying that has no speaker: what it is joined to, or its clause."""
    owned = [t for t in tokens if t.head == said.index and t.index != said.index]
    if any(t.dep in ("nsubj", "expl", "dobj") for t in owned):
        return None
    clause = next((t for t in owned if t.dep == "ccomp" and t.index < said.index), None)
    if said.dep in ("conj", "dep", "parataxis"):
        above = tokens[said.head]
        return above if clause is None and above.head == above.index else None
    return clause if said.head == said.index else None


def titled_speaker(tokens: list[Token], index: int) -> None:
    """Give "told" its speaker in "killing nine and hurting two, the mayor of X, Abel Gona, told it", read as one more victim."""
    said = tokens[index]
    if (
        said.lemma not in _SAID
        or said.tag not in ("VBD", "VBZ", "VBP")
        or index < LEAST
        or tokens[index - 1].text != ","
    ):
        return
    commas = [t.index for t in tokens[: index - 1] if t.text == ","][-2:]
    if len(commas) < 2 or any(t.head == index and t.dep in ("nsubj", "expl") for t in tokens):
        return
    inside, name = range(commas[0] + 1, index - 1), tokens[commas[1] + 1 : index - 1]
    named = bool(name) and all(t.text[:1].isupper() for t in name)
    heads = [i for i in inside if tokens[i].head not in inside]
    told = next((t for t in tokens[: commas[0]] if t.dep in ("ccomp", "ROOT") and t.tag.startswith("VB")), None)
    if (
        not named
        or told is None
        or not heads
        or tokens[commas[0] + 1].dep != "det"
        or any(tokens[i].tag.startswith("VB") for i in inside)
    ):
        return
    speaker = tokens[heads[0]]
    if speaker.pos not in ("NOUN", "PROPN"):
        return
    for i in heads[1:]:
        tokens[i] = replace(tokens[i], dep="appos" if tokens[i].pos != "PUNCT" else "punct", head=speaker.index)
    for comma in (commas[0], index - 1):
        tokens[comma] = replace(tokens[comma], head=index)
    tokens[speaker.index] = replace(speaker, dep="nsubj", head=index)
    tokens[index] = replace(said, dep="ROOT", head=index)
    tokens[told.index] = replace(told, dep="ccomp", head=index)


def said_to_somebody(tokens: list[Token], index: int) -> None:
    """Make what is told the object of "confirmed to the agency only 28 deaths", read as a second hearer."""
    word = tokens[index]
    prep = tokens[word.head]
    verb = tokens[prep.head]
    if word.dep != "pobj" or prep.lower != "to" or verb.lemma not in _SAID or not verb.tag.startswith("VB"):
        return
    if any(t.dep == "pobj" and t.head == prep.index for t in tokens[prep.index : index]):
        tokens[index] = replace(word, dep="dobj", head=verb.index)


_TELLING_TO: Final = frozenset({"tell", "inform", "assure", "notify"})


def told_that(tokens: list[Token], index: int) -> None:
    """Make what is told of "told a radio station that 14 had died", read as which station it was."""
    verb = tokens[index]
    hearer = tokens[verb.head]
    teller = tokens[hearer.head]
    if verb.dep != "relcl" or hearer.dep not in ("dobj", "dative") or teller.lemma not in _TELLING_TO:
        return
    that = tokens[hearer.index + 1]
    owned = any(t.head == index and t.dep in ("nsubj", "nsubjpass") and t.index > that.index for t in tokens)
    if that.lower == "that" and that.head == index and owned:
        tokens[index] = replace(verb, dep="ccomp", head=teller.index)
        tokens[that.index] = replace(that, dep="mark", pos="SCONJ", tag="IN")


_ANSWERING: Final = frozenset({"blame", "accuse", "deny", "condemn", "reject", "vow", "urge"})


def answered_by_speaker(tokens: list[Token], index: int) -> None:
    """Give "blamed" to who denies in "X denied the raid that killed nine people, and blamed the army", not to the raid."""
    verb = tokens[index]
    killed = tokens[verb.head]
    if verb.lemma not in _ANSWERING or verb.tag != "VBD" or verb.dep != "conj" or killed.dep != "relcl":
        return
    if any(t.head == index and t.dep.startswith("nsubj") for t in tokens):
        return
    above = tokens[killed.head]
    while above.head != above.index and not above.tag.startswith("VB"):
        above = tokens[above.head]
    if above.tag.startswith("VB") and (above.lemma in _SAID | _ANSWERING) and above.index < killed.index:
        tokens[index] = replace(verb, head=above.index)


_ADDING: Final = frozenset("say add insist stress note argue blame accuse describe call".split())


def added_by_speaker(tokens: list[Token], index: int) -> None:
    """Hang "saying" on who denies in "He denied that rebels had taken the fort, saying troops had held it", not on rebels."""
    word = tokens[index]
    verb = tokens[word.head]
    above = tokens[verb.head]
    if word.tag != "VBG" or word.dep != "advcl" or word.lemma not in _ADDING or tokens[index - 1].text != ",":
        return
    if verb.dep == "ccomp" and above.lemma in _SAID | {"deny", "reject"} and above.index < verb.index < index:
        tokens[index] = replace(word, head=above.index)


_WHEN: Final = frozenset({"when", "as", "after", "while"})


def when_it_was_done(tokens: list[Token], index: int) -> None:
    """Hang "when their car hit a bomb" on the deed in "Two were killed when their car hit a bomb, an official said"."""
    clause = tokens[index]
    said = tokens[clause.head]
    if clause.dep != "advcl" or clause.pos not in ("VERB", "AUX") or said.lemma not in _SAID or said.index < index:
        return
    told = [t for t in tokens[:index] if t.head == said.index and t.dep == "ccomp" and t.tag.startswith("VB")]
    first = min(t.index for t in tokens if index in (t.head, t.index))
    if told and tokens[first].lower in _WHEN and told[-1].index < first:
        tokens[index] = replace(clause, head=told[-1].index)
