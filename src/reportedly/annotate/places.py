"""The places that a report names: which words, which point, how exactly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.placenames import generic_key
from reportedly.annotate.places_address import mark_addresses
from reportedly.annotate.places_belief import Found, Setting, believable, settle_land
from reportedly.annotate.places_capitals import with_capitals
from reportedly.annotate.places_context import Around, around
from reportedly.annotate.places_country import country_weights, guess_home_country, land_around, lands_named
from reportedly.annotate.places_lexicon import type_of, words
from reportedly.annotate.places_lists import (
    NAMED_KINDS,
    breadth,
    contain,
    group,
    pass_within,
)
from reportedly.annotate.places_names import Name, names_in, runs
from reportedly.annotate.places_people import surnames
from reportedly.annotate.places_pieces import nationalities
from reportedly.annotate.places_resolve import resolve
from reportedly.annotate.places_votes import Groups, bare_name
from reportedly.annotations import PlaceMention, Sentence, Token
from reportedly.records import PlaceValue, Span

__all__ = ["PlaceMention", "find_places", "guess_home_country"]

_DATELINE: Final = re.compile(
    r"^\W{0,3}(?P<name>[^\W\d_][\w'’. -]{1,28}?)(?P<more>,[^:(\n]{1,30}?)?\)?\s*(?P<mark>\(|[-–—]{1,2}\s|:|\s[-–—])",
    re.UNICODE,
)
_AFTER_LABEL: Final = (":", "–", "—", "-")
_FILED: Final = re.compile(r"^\([A-Z][^()]{2,40}\)\s*[-–—]")
"""A town in brackets from which a report was filed, which need not lie where its deeds do (``(Nairobi) – ``)."""

_NO_NOUNS: Final = frozenset("VERB AUX ADV ADP DET NUM PRON INTJ SCONJ CCONJ".split())
_DIGIT: Final = re.compile(r"\d")


def find_places(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, home_country: str | None, groups: Groups | None = None
) -> tuple[tuple[PlaceMention, ...], ...]:
    """Return the places of each sentence; unparsed sentences give none, but their words help to tell namesakes apart.

    Args:
        sentences: All sentences of one report.
        gazetteer: Where names are looked up.
        home_country: ISO code of the country the report is about; guessed from its words if ``None``.
        groups: The armed groups that it names, whose names are no places.
    """
    spans = {n: tuple(runs(s.tokens)) for n, s in enumerate(sentences) if s.tokens}
    setting = _setting(sentences, spans, gazetteer, home_country, groups or Groups())
    every: list[Found] = []
    offers: list[tuple[GazetteerPlace, ...]] = []
    for number, sentence in enumerate(sentences):
        if sentence.tokens:
            kept, hits = _of_sentence(number, sentence, spans[number], gazetteer, setting)
            contain(sentence.tokens, kept, len(every))
            pass_within(kept)
            every.extend(kept)
            offers.extend(hits)
    resolve(every, offers, setting, gazetteer)
    return _mentions(sentences, every, gazetteer, setting.home)


def without_country(
    places: Sequence[tuple[PlaceMention, ...]], home: str | None
) -> tuple[tuple[PlaceMention, ...], ...]:
    """Return places of which those that no gazetteer knows no longer lie in a country that was only guessed.

    Args:
        places: Those of each sentence.
        home: The guessed country; ``None`` takes away any.
    """
    return tuple(
        tuple(
            replace(p, value=replace(p.value, country=None))
            if p.value.gazetteer_id is None and home in (None, p.value.country)
            else p
            for p in row
        )
        for row in places
    )


def without_points(places: Sequence[tuple[PlaceMention, ...]]) -> tuple[tuple[PlaceMention, ...], ...]:
    """Return places with no more than the names that the report gives them."""
    return tuple(tuple(replace(p, value=PlaceValue(p.value.name, p.value.span)) for p in row) for row in places)


def _setting(
    sentences: Sequence[Sentence],
    spans: Mapping[int, Sequence[tuple[int, int]]],
    gazetteer: Gazetteer,
    home_country: str | None,
    groups: Groups,
) -> Setting:
    """Return what the report as a whole says: its country, its ordinary words, the persons in it."""
    texts = [_FILED.sub("", s.text) for s in sentences]
    common = frozenset(t.text for s in sentences for t in s.tokens if t.text.islower() and len(t.text) > 2)
    weights = country_weights(texts)
    home = home_country or guess_home_country(texts, gazetteer, groups)
    people = surnames((sentences[n].tokens, row) for n, row in spans.items())
    labels = (_DATELINE.match(s.text) for s in sentences if s.tokens and not s.title)
    listed = any(gazetteer.named(label["name"]) for label in labels if label and label["mark"].strip() in _AFTER_LABEL)
    bare = frozenset(bare_name(name) for name in groups.names)
    return Setting(home, weights, common, people, bare, listed, home in lands_named(texts))


def _of_sentence(
    number: int,
    sentence: Sentence,
    spans: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    setting: Setting,
) -> tuple[list[Found], list[tuple[GazetteerPlace, ...]]]:
    """Return the names of a sentence that can be places, lists joined, with what each may mean."""
    tokens = sentence.tokens
    founds = [
        Found(number, name, around(tokens, name), nounlike=tokens[name.last].pos not in _NO_NOUNS)
        for name in with_capitals(
            sentence,
            names_in(sentence, spans, gazetteer, setting.home, setting.surnames),
            gazetteer,
            setting.home if setting.told else None,
        )
    ]
    for found in founds:
        settle_land(found, land_around(sentence.text, *(edge - sentence.start for edge in _edges(tokens, found.name))))
    mark_addresses(tokens, founds, breadth)
    group(tokens, founds)
    kept, offers = [], []
    strong = {f.group for f in founds if f.group is not None and f.around.strong and (f.name.hits or f.around.plain)}
    sure = Counter(f.group for f in founds if f.group is not None and believable(f, setting, f.group in strong))
    for place, found in enumerate(founds):
        hits = believable(found, setting, found.group in strong and found.group is not None)
        listed = found.group in strong and (
            sure[found.group] > 1
            or bool(found.around.typed)
            or found.around.relation == "between"
            or (sure[found.group] > 0 and bool(generic_key(found.name.text)))
        )
        wider = founds[place + 1] if place + 1 < len(founds) else None
        struck = wider is not None and _struck_within(tokens, found, wider)
        if not hits and (struck or (setting.listed and _labels(found, tokens))):
            found.around = replace(found.around, typed="settlement", strong=True)
        if hits or _unknown_place(found, tokens, setting, listed):
            kept.append(found)
            offers.append(hits)
    return kept, offers


_STRUCK: Final = frozenset(
    {"on", "of", "against", "over", "targeting", "targeted", "hit", "struck", "bombed", "shelled"}
)


def _struck_within(tokens: Sequence[Token], found: Found, wider: Found) -> bool:
    """Tell whether what was struck is an address ("airstrikes on Mseifrat, eastern Aleppo")."""
    before = tokens[found.name.first - 1].lower if found.name.first else ""
    gap = [t.lower for t in tokens[found.name.last + 1 : wider.name.first] if t.text != "#"]
    part = wider.around.direction and gap[:1] == [","] and all(w in words("direction") for w in gap[1:])
    return before in _STRUCK and part and breadth(wider) > 1 and bool(wider.name.hits)


def _labels(found: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether a name opens an item of a digest, before a colon or a dash ("Kafr Takhila: two wounded")."""
    after = tokens[found.name.last + 1].text if found.name.last + 1 < len(tokens) else ""
    return found.name.first == 0 and tokens[0].pos == "PROPN" and after in _AFTER_LABEL


def _edges(tokens: Sequence[Token], name: Name) -> tuple[int, int]:
    return tokens[name.first].start, tokens[name.last].end


def _unknown_place(found: Found, tokens: Sequence[Token], setting: Setting, listed: bool) -> bool:
    """Tell whether words mark a name as a place though no gazetteer has it."""
    name, about = found.name, found.around
    lower = name.text.lower()
    if (
        name.organisation
        or bare_name(name.text) in setting.groups
        or name.small
        or name.person
        or about.actor
        or any(word in words("not_place") for word in lower.split())
        or _DIGIT.search(name.text)
        or name.last - name.first > 4
    ):
        return False
    if name.text.isupper() or lower in words("common") or lower in setting.common or lower in nationalities():
        return False
    if any(hit.country == setting.home for hit in name.hits) and not about.typed:
        return False
    if _named_area(tokens, name, about):
        return True
    if about.typed in NAMED_KINDS or (listed and not name.title):
        return not name.title or about.relation in ("in", "near")
    return about.relation in ("in", "near", "between") and about.strong and not name.title and _plain_in(tokens, name)


def _named_area(tokens: Sequence[Token], name: Name, about: Around) -> bool:
    """Tell whether a name belongs to an area that a deed lies in ("in the Wagadou forest", "in the Bolan Pass")."""
    after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
    before = [t.lower for t in tokens[max(name.first - 2, 0) : name.first]]
    inside = (
        before[-1:] == ["the"]
        and before[0] in ("in", "near", "inside", "into", "on")
        and about.relation in ("in", "near")
    )
    return inside and (after in words("feature") or type_of(after) == "area") and not name.title


def _plain_in(tokens: Sequence[Token], name: Name) -> bool:
    """Tell whether ``in``, ``at`` or ``near`` stands right before the name, and no other word of its phrase after."""
    before = tokens[name.first - 1].lower if name.first else ""
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    cued = before in ("in", "at", "near", "outside", "between") or before in words("taken")
    cued = cued or (before == "of" and name.first > 1 and tokens[name.first - 2].lower == "control")
    return cued and (after is None or not after.text[0].islower() or "-" in after.text or after.pos != "NOUN")


def _mentions(
    sentences: Sequence[Sentence], every: list[Found], gazetteer: Gazetteer, home: str | None
) -> tuple[tuple[PlaceMention, ...], ...]:
    """Turn the resolved names into mentions, their ``within`` counted inside each sentence."""
    rows: list[list[PlaceMention]] = [[] for _ in sentences]
    places: dict[int, int] = {}
    for index, found in enumerate(every):
        if found.dropped:
            continue
        if found.entry is None and found.around.typed not in NAMED_KINDS and not found.around.strong:
            continue
        places[index] = len(rows[found.sentence])
        rows[found.sentence].append(_mention(sentences[found.sentence], found, gazetteer, home))
    for index, found in enumerate(every):
        if index in places and found.within in places:
            row = rows[found.sentence]
            row[places[index]] = replace(row[places[index]], within=places[found.within])
    return tuple(_with_dateline(row) for row in rows)


def _with_dateline(row: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Take a town in capitals before a colon for a dateline where the sentence names where it was ("JAMMU: ... in Akhnoor")."""
    told = any(p.relation in ("in", "near") and not p.modifies_actor for p in row[1:])
    if row and told and row[0].relation == "setting" and row[0].span.text.isupper():
        return (replace(row[0], relation="dateline", modifies_actor=True), *row[1:])
    return tuple(row)


def _mention(sentence: Sentence, found: Found, gazetteer: Gazetteer, home: str | None) -> PlaceMention:
    about, entry = found.around, found.entry
    entry = ring_province(entry, about, gazetteer)
    region = entry is not None and found.known and is_region(entry, about)
    first, last = found.name.first, found.name.last
    if region and (about.direction or about.typed in ("admin1", "countryside", "area")):
        first, last = about.first, max(about.last, last)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    span = Span(start, end, sentence.text[start - sentence.start : end - sentence.start])
    relation = _head_relation(sentence, found) or about.relation
    return mention_of(replace(found, entry=entry), (first, last), span, region, relation, home)


def mention_of(
    found: Found, tokens: tuple[int, int], span: Span, region: bool, relation: str, home: str | None
) -> PlaceMention:
    """Return the mention of a place found, from its first to its last token; a region is no point in itself."""
    return PlaceMention(
        span=span,
        first=tokens[0],
        last=tokens[1],
        level=_level(found.entry, found, region),
        value=_value(span, found, found.entry, region, home),
        group=found.group,
        within=None,
        relation=relation,
        modifies_actor=found.around.actor or relation == "dateline",
    )


def ring_province(entry: GazetteerPlace | None, about: Around, gazetteer: Gazetteer) -> GazetteerPlace | None:
    """Return the ring province where the countryside of a capital is a province of its own (Damascus)."""
    if entry is None or about.typed != "countryside" or entry.level not in ("admin1", "point") or not entry.admin1:
        return entry
    if entry.level == "point" and entry.name != entry.admin1:
        return entry
    return gazetteer.admin1_of(entry.country, f"{entry.admin1} countryside") or entry


def is_region(entry: GazetteerPlace, about: Around) -> bool:
    return entry.level in ("admin1", "region", "country", "admin2") or (entry.level == "area" and about.direction)


def _level(entry: GazetteerPlace | None, found: Found, region: bool) -> str:
    if entry is None or not found.known:
        return "point"
    if entry.level == "country":
        return "region" if found.around.direction else "country"
    return {"admin2": "area", "road": "area"}.get(
        entry.level, "region" if region and entry.level != "admin1" else entry.level
    )


def _precision(entry: GazetteerPlace | None, found: Found, region: bool) -> int:
    """Return ACLED's precision; a part of a town that no gazetteer has lies in the town's point all the same."""
    if entry is None or region or entry.level in ("country", "admin1", "region"):
        return 3
    if not found.known:
        return 1 if found.around.typed in ("part", "site") and entry.level == "point" else 3
    near = found.around.near or found.around.typed == "countryside" or found.around.relation in ("border", "road")
    if entry.level == "area":
        return 2 if found.around.near else 3
    return 2 if near or entry.level == "road" else 1


def _value(span: Span, found: Found, entry: GazetteerPlace | None, region: bool, home: str | None) -> PlaceValue:
    """Return the place; a country's own point is no place of an event, so countries and parts of them have none."""
    if entry is None:
        return PlaceValue(name=span.text, span=span, country=home)
    pointless = entry.level == "country"
    return PlaceValue(
        name=span.text,
        span=span,
        gazetteer_id=entry.id,
        gazetteer_name=entry.name,
        admin1=entry.admin1,
        country=entry.country or None,
        lat=None if pointless else entry.lat,
        lon=None if pointless else entry.lon,
        precision=_precision(entry, found, region),
    )


def _head_relation(sentence: Sentence, found: Found) -> str | None:
    """Tell a heading (``Homs province: …``) and a dateline (``BEIRUT (AFP) -``) from a place of the story."""
    match = _DATELINE.match(sentence.text)
    if match is None or sentence.tokens[found.name.first].start - sentence.start > match.end("name"):
        return None
    if sentence.text.startswith("(") and match["mark"].strip() in "-–—":
        return "dateline"
    tail = sentence.text[match.end("name") : match.end() + 24].lower()
    agency = any(re.search(rf"\b{re.escape(word)}\b", tail) for word in words("dateline_agency"))
    if match["mark"] == ":" and not agency:
        return "setting"
    if (
        agency
        or (match["name"].isupper() and len(match["name"]) > 3)
        or (match["more"] and _DIGIT.search(match["more"]))
    ):
        return "dateline"
    return "setting" if match["mark"].strip() in "-–—" and not match["mark"].startswith("-") else None
