"""The places that an Arabic report names: which words, which point, how exactly.

Arabic has no capitals, so a name is believed for what the gazetteer and the words around it say together. Which entry
it means is chosen by the resolver that English reports use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotate.arabic_kinds import DOERS, deed_nouns, persons
from reportedly.annotate.arabic_places_belief import (
    LIST,
    SMALLER,
    Candidate,
    believable,
    ordinary,
    possible,
    unknown_place,
)
from reportedly.annotate.arabic_places_context import around, look_left
from reportedly.annotate.arabic_places_country import arabic_country_weights, arabic_land_after, guess_arabic_home
from reportedly.annotate.arabic_places_lexicon import direction_of, first_words, is_nation, type_of, words
from reportedly.annotate.arabic_places_links import contain, group
from reportedly.annotate.arabic_places_mentions import mentions
from reportedly.annotate.arabic_places_names import ArabicName, ArabicNames, names_of, unknown_name
from reportedly.annotate.arabic_places_words import Word, words_of
from reportedly.annotate.dates import named_by_days, time_spans
from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.places_belief import Found, Setting, settle_land
from reportedly.annotate.places_names import Name
from reportedly.annotate.places_resolve import resolve
from reportedly.annotations import PlaceMention, Sentence

__all__ = ["begins_name", "find_arabic_places", "guess_arabic_home"]

NAME_WORDS: Final = 4
"""Words of the longest fixed name of an organisation that is looked for."""


def begins_name(gazetteer: Gazetteer, word: str) -> bool:
    """Tell whether a levelled word is the first of an Arabic place name: the analyser then cuts nothing off it."""
    return names_of(gazetteer).begins_name(word)


def longest_name(gazetteer: Gazetteer, forms: Sequence[str], at: int) -> int:
    """Return how many levelled words from one on are an Arabic place name, 0 if none."""
    return names_of(gazetteer).longest(forms, at)


def find_arabic_places(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, home: str | None
) -> tuple[tuple[PlaceMention, ...], ...]:
    """Return the places of each sentence; unparsed sentences give none, but their words help to tell namesakes apart.

    Args:
        sentences: All sentences of one report, in Arabic.
        gazetteer: Where names are looked up.
        home: ISO code of the country the report is about; guessed from its words if ``None``.
    """
    texts = [s.text for s in sentences]
    setting = Setting(home or guess_arabic_home(texts), arabic_country_weights(texts), frozenset())
    names = names_of(gazetteer)
    every: list[Found] = []
    offers: list[tuple[GazetteerPlace, ...]] = []
    for number, sentence in enumerate(sentences):
        if sentence.tokens:
            kept, hits = _of_sentence(number, sentence, names, setting, len(every))
            every.extend(kept)
            offers.extend(hits)
    resolve(every, offers, setting, gazetteer)
    return mentions(sentences, every, gazetteer, setting.home)


def _of_sentence(
    number: int, sentence: Sentence, names: ArabicNames, setting: Setting, base: int
) -> tuple[list[Found], list[tuple[GazetteerPlace, ...]]]:
    """Return the names of a sentence that are places, lists joined, with what each may mean."""
    found = words_of(sentence.tokens)
    spelt = _not_times(sentence, found, _names_in(found, names))
    floors = [0, *(name.last + 1 for name in spelt)]
    candidates = [
        _candidate(number, sentence, found, (name, floor), setting, names)
        for name, floor in zip(spelt, floors, strict=False)
    ]
    group(found, candidates)
    contain(found, candidates)
    sure = Counter(c.found.group for c in candidates if c.found.group is not None and _sure(c, setting))
    kept: list[Found] = []
    offers: list[tuple[GazetteerPlace, ...]] = []
    where: dict[int, int] = {}
    for at, candidate in enumerate(candidates):
        number_of_list = candidate.found.group
        mates = sure[number_of_list] - _sure(candidate, setting) if number_of_list is not None else 0
        enough = LIST if candidate.found.name.loose else 1
        listed = number_of_list is not None and (mates >= enough or candidate.read.plural)
        hits = believable(candidate, setting, listed)
        if hits or unknown_place(candidate, mates) or _told(candidate):
            where[at] = base + len(kept)
            kept.append(candidate.found)
            offers.append(hits)
    for one in kept:
        one.within = where.get(one.within) if one.within is not None else None
    return kept, offers


def _sure(candidate: Candidate, setting: Setting) -> bool:
    """Tell whether a name makes its list one of places: believed alone, or in the gazetteer and nothing else."""
    name = candidate.found.name
    at_home = any(h.country == setting.home for h in name.hits)
    return bool(believable(candidate, setting, False)) or (at_home and not name.loose and not ordinary(candidate))


def _told(candidate: Candidate) -> bool:
    """Tell whether the words call a name a settlement or site though its only entries are in other lands."""
    numbered = candidate.words[0].form in words("numbered")
    settled = candidate.found.around.typed in SMALLER and not numbered
    return settled and not candidate.read.building and not candidate.found.around.actor


def _not_times(sentence: Sentence, found: Sequence[Word], spelt: Sequence[ArabicName]) -> list[ArabicName]:
    """Leave out the words of a longer time phrase that are spelt like a village («ظهر اليوم»)."""
    times = [(sentence.start + a, sentence.start + b) for a, b in time_spans(sentence.text, "ar")]
    kept = []
    for name in spelt:
        start, end = found[name.first].start, found[name.last].end
        inside = any(a <= start and end <= b and b - a > end - start for a, b in times)
        begins = name.first > 0 and found[name.first - 1].form in named_by_days()
        if not inside or begins or found[name.first].form in named_by_days():
            kept.append(name)
    return kept


def _verb_with_its_own(found: Sequence[Word], at: int) -> bool:
    """Return whether a word is a verb with the preposition of its result («هز انفجاران كابل، أسفرا عن قتلى»)."""
    follow = found[at + 1].form if at + 1 < len(found) else ""
    return found[at].verb and follow in ("عن", "الي") and at > 0 and found[at - 1].sign


def _names_in(found: Sequence[Word], names: ArabicNames) -> list[ArabicName]:
    """Return the names of a sentence, none inside another, known ones before unknown ones."""
    result: list[ArabicName] = []
    at, announced = 0, ""
    while at < len(found):
        size = _organisation(found, at)
        if size:
            at += size
            continue
        if _attribute(found, at) or _verb_with_its_own(found, at):
            at += 1
            continue
        last = result[-1].last if result else None
        name = names.match(found, at) or _unknown(found, at, last, announced if last == at - 2 else "")
        if name is None:
            at += 1
            continue
        name = _whole_name(found, _typed_name(found, name, names))
        announced = _announced(found, name) or (announced if last == name.first - 2 and announced not in TWO else "")
        result.append(name)
        at = name.last + 1
    return result


def _attribute(found: Sequence[Word], at: int) -> bool:
    """Tell whether a nationality says whose the place before it is (العاصمة الصومالية), and names none."""
    before = found[at - 1].form if at else ""
    return is_nation(found[at].form) and before.startswith("ال") and type_of(before.removeprefix("ال")) is not None


def _typed_name(found: Sequence[Word], name: ArabicName, names: ArabicNames) -> ArabicName:
    """Leave the word for a kind of place out of a name where what follows is the longer name (قرية تل شعير)."""
    if name.last > name.first and type_of(found[name.first].form) in ("settlement", "admin1", "countryside", "part"):
        after = names.match(found, name.first + 1)
        return after if after is not None and after.last == name.last and not after.loose else name
    if name.first == name.last and look_left(found, name.first + 1).typed and name.last + 1 < len(found):
        after = names.match(found, name.first + 1)
        last = unknown_name(found, name.first + 1) if after is None else None
        if after is not None and not after.loose:
            return after
        if last is not None and not found[name.first + 1].known:
            return ArabicName(name.first + 1, last, 0, ())
    return name


def _whole_name(found: Sequence[Word], name: ArabicName) -> ArabicName:
    """Let an unknown name of two words keep a first word that names a place of its own (قره in قرية قره موغ)."""
    if name.first == name.last and found[name.first].form in words("name_head") and look_left(found, name.first).typed:
        last = unknown_name(found, name.first)
        return name if last in (None, name.last) else ArabicName(name.first, last, 0, ())
    return name


def _unknown(found: Sequence[Word], at: int, before_last: int | None, announced: str) -> ArabicName | None:
    """Return the name that begins here by the words around it alone: after a word for a kind of place, or in a list.

    Args:
        found: The words of the sentence.
        at: Where it may begin.
        before_last: Last word of the name before it, if any.
        announced: Right after a name of a list, the word for several places that opens it («بلدتي بقرص والطوب»), else empty.
    """
    last = unknown_name(found, at) if at else None
    if last is None:
        return None
    if found[at].known and found[at - 1].form in words("institution"):
        return None
    left = look_left(found, at)
    marked = left.typed in SMALLER and not left.building and left.first < at
    marked = marked or (left.near and left.typed is None and not found[at].known)
    marked = marked or (found[at].form in words("numbered") and last > at)
    named = before_last == at - 2 and (_ends_list(found, last) or _goes_on_list(found[at], announced))
    listed = found[at - 1].form == "و" and (not found[at].known or named)
    # «وتكبيدهم»: a noun of a verb with its pronoun ends so, and no name in a list.
    listed = listed and not (found[last].form.endswith(("هم", "هما")) and not found[last].form.startswith("ال"))
    return ArabicName(at, last, 0, ()) if marked or listed else None


def _announced(found: Sequence[Word], name: ArabicName) -> str:
    """Return the word for several places that stands before a name («قرى»), empty if none does."""
    left = look_left(found, name.first)
    return (
        next((w.form for w in found[left.first : name.first] if w.form in words("settlements")), "")
        if left.plural
        else ""
    )


def _goes_on_list(word: Word, announced: str) -> bool:
    """Tell whether a word that means something else too goes on with an announced list («قرى علوش وبئر حسو»)."""
    other = word.sense in DOERS or word.sense in persons() or word.sense in deed_nouns()
    return bool(announced) and not other and (word.form in words("name_head") or announced in TWO)


TWO: Final = frozenset("بلدتي بلدتا قريتي قريتا مدينتي مدينتا مديريتي ناحيتي مستوطنتي قضاءي".split())
"""Words for two places: both names follow."""


def _ends_list(found: Sequence[Word], last: int) -> bool:
    """Tell whether the place that holds a list follows its last name, which may then be any word (والوساطة بريف حلب)."""
    after = [w.form for w in found[last + 1 : last + 3]]
    return bool(after) and (
        direction_of(after[0]) is not None or (after[0] in ("ب", "في") and type_of(after[-1]) is not None)
    )


def _organisation(found: Sequence[Word], at: int) -> int:
    """Return how many words a fixed name of an organisation takes here, 0 if none does."""
    if found[at].form not in first_words("organisation"):
        return 0
    for size in range(NAME_WORDS, 1, -1):
        phrase = " ".join(w.form for w in found[at : at + size])
        if at + size <= len(found) and phrase in words("organisation"):
            today = found[at + size - 1].form == "اليوم"
            return 0 if today and not _named_source(found, at) else size
    return 0


def _named_source(found: Sequence[Word], at: int) -> bool:
    """Tell whether a channel's name that also reads *X today* is one here: a quotation mark or *channel* before it."""
    before = found[at - 1].form if at else ""
    return not before or before in words("actor_head") or before in "\"«“'"


def _candidate(
    number: int,
    sentence: Sentence,
    found: Sequence[Word],
    placed_name: tuple[ArabicName, int],
    setting: Setting,
    names: ArabicNames,
) -> Candidate:
    """Return a name with all that is read of it; ``placed_name`` holds the first word that may belong to its phrase."""
    name, floor = placed_name
    read = around(found, name, floor)
    hits, loose = name.hits, name.loose
    start = found[name.first].start + name.cut - sentence.start
    text = sentence.text[start : found[name.last].end - sentence.start]
    if not hits and setting.home is not None and not name.cut:
        hits = names.by_sound(text, setting.home)
        loose = bool(hits)
    spelt = Name(
        found[name.first].token, found[name.last].token, text, hits,
        whole=True, title=sentence.title, organisation=False, facility=read.building, loose=loose,
    )  # fmt: skip
    about = read.around
    first = read.generic if about.typed == "site" else about.first
    if found[name.first].form in words("numbered"):
        about = replace(about, typed="site", strong=True)
    placed = replace(about, first=found[first].token, last=found[about.last].token)
    one = Found(number, spelt, placed)
    settle_land(one, arabic_land_after(sentence.text[found[name.last].end - sentence.start :]))
    spelt, hits = one.name, one.name.hits
    meant = possible(one, setting)
    if meant != hits:
        one.name = replace(spelt, hits=meant)
    return Candidate(one, read, name.first, tuple(found[name.first : name.last + 1]))
