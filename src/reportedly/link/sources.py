"""Who stands behind a telling: one source for all who relay the same origin, reprint an agency or copy each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from reportedly.link.constraints import Union
from reportedly.link.profiles import shingles
from reportedly.link.same_body import same_bodies
from reportedly.records import Claim, Claimant, ClaimantKind, Mention, ReportRef, Stance
from reportedly.resources import load_toml
from reportedly.script_free import keys

COPIED: Final = 0.6
"""Share of the shorter text's rows of three words from which on two reports are copies: of the 39 hand-coded reports,
several of which tell the same events, no two share more than 0.09."""

FEWEST_ROWS: Final = 8
"""Rows of words below which two texts may agree by chance: a headline of ten words."""

LONG: Final = 30
"""Rows of words from which on near-identical texts are copies whatever tolls they give; shorter ones that count other
dead or hurt are two tellings in the phrases that all reports share; set by hand."""

SHORTEST_KEY: Final = 4
"""Consonants of a name's key below which other names' keys meet it: AA, AP, EPA."""

LONG_KEY: Final = 8
"""Consonants from which on a key is surely a name's: general words ("the sources") have met shorter names."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTED: Final = re.compile(r"[\"“”«»„]")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")

_NAMED_BY_NEXT: Final = frozenset({"شبكة", "مرصد", "مكتب", "وكالة", "منظمة"})
"""Bodies that the words after them name: "شبكة الجسر", but "الشبكة" alone is one told of before."""

_NAMELESS: Final = frozenset({ClaimantKind.UNNAMED, ClaimantKind.SOURCE, ClaimantKind.LOCAL, ClaimantKind.OUTLET})
"""Kinds of claimant that may be anybody: only the outlet vouches for them."""


def _key(name: str) -> str:
    """Return the script-free key of a name; initials, whose keys would meet, stand for themselves."""
    narrow = keys(name)[0]
    return narrow if len(narrow) >= SHORTEST_KEY else _letters(name)


def _letters(name: str) -> str:
    """Return the letters of a name in lower case, no article before it: "Al-Jazeera" and "Al Jazeera" are one."""
    words = _WORD.findall(name.casefold())
    return "".join(words[1:] if words[:1] == ["the"] and words[1:] else words)


@cache
def _known() -> dict[str, str]:
    """Return the neutral names of claimants and outlets by all that they are called: by letters and, marked, by key."""
    rows = [
        [raw.get("neutral", raw["name"]), raw["name"], *raw.get("aliases", ()), *raw.get("translit", ())]
        for group in load_toml("actors/claimants.toml")["group"]
        for raw in group["actors"]
    ]
    rows += [row for group in load_toml("read/outlets.toml")["group"] for row in group["outlets"]]
    found: dict[str, str] = {}
    for row in rows:
        names = [spelling for name in row for spelling in (_letters(name), f"key {_key(name)}")]
        neutral = next((found[name] for name in names[::2] if name in found), row[0])
        for name in names:
            found.setdefault(name, neutral)
    return found


def _neutral(name: str) -> str | None:
    """Return the neutral name of a known source: by its letters, for Arabic also by the key, which has no vowels."""
    found = _known().get(_letters(name))
    if found is None and _ARABIC.search(name) and len(keys(name)[0]) >= SHORTEST_KEY:
        return _known().get(f"key {_key(name)}")
    return found


def named(name: str) -> str:
    """Return the key of a source's name: the neutral name of a known one or of a body, else the name free of script."""
    return _body(name) or _neutral(name) or _key(name)


def _body(name: str) -> str | None:
    """Return the body of which a place has one that a name means (``link/one_body.toml``)."""
    words = set(_WORD.findall(name.casefold()))
    bodies = load_toml("link/one_body.toml")["body"]
    return next((body["name"] for body in bodies if any(words.issuperset(own) for own in body["names"])), None)


def _outlet(report: ReportRef, bodies: Mapping[str, str]) -> str:
    return bodies.get(report.source) or named(report.source) if report.source else f"report {report.id}"


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two texts, as ``shingles``, are near-identical, or one holds the other."""
    shorter = min(len(one), len(other))
    return shorter >= FEWEST_ROWS and len(one & other) / shorter >= COPIED


@dataclass(frozen=True, slots=True)
class Sources:
    """The outlets of an incident's reports; copies of one text share that of the earliest.

    Attributes:
        outlets: Key of the source behind each report's own voice, by report id.
        names: A name to show for each key.
        bodies: For each name that a source has here the key of its body (``same_body``).
        texts: The reports' texts by report id, where they are at hand.
    """

    outlets: Mapping[str, str]
    names: Mapping[str, str]
    bodies: Mapping[str, str]
    texts: Mapping[str, str]

    def of(self, mention: Mention, claim: Claim | None, field: str) -> str:
        """Return the name of the independent source behind a claim, or behind what the report tells by itself.

        A report that tells in its own voice, in a headline perhaps, what it has from another is no second source.
        """
        outlet = self.outlets[mention.report.id]
        key = self._key_of(mention, claim)
        if key == outlet:
            others = (c for c in _told_in(mention) if c.field in ("event", field) and c.stance is not Stance.DENIES)
            key = next((k for other in others if (k := self._key_of(mention, other)) != outlet), outlet)
        return self.names.get(key, key)

    def _key_of(self, mention: Mention, claim: Claim | None) -> str:
        """Return the key of the independent source behind a claim, or behind what the report tells by itself.

        A claimant with a name stands behind what it is quoted with, whoever quotes it. One without ("a source", "local
        people") is only as good as the agency that relays it, else as the outlet; so are the outlet's own people.
        """
        outlet = self.outlets[mention.report.id]
        if claim is None or (claim.claimant.actor_id is None and _own_people(claim.claimant)):
            return outlet
        if not _nameless(claim.claimant):
            return _origin(claim.claimant, self.bodies)
        for relay in reversed(claim.via):
            if not _nameless(relay):
                return _origin(relay, self.bodies)
        return outlet


def _told_in(mention: Mention) -> tuple[Claim, ...]:
    """Return the claims of a report, those of its reviewers left out: who reviews is no source."""
    return tuple(c for c in mention.claims if c.claimant.kind is not ClaimantKind.REVIEWER)


def _nameless(claimant: Claimant) -> bool:
    """Return whether a claimant may be anybody; an organisation that reports call "local" has a name all the same."""
    if claimant.kind not in _NAMELESS and (claimant.actor_id is not None or not _is_general(claimant.text)):
        return False
    if _is_body(claimant.text) or _body(claimant.text) is not None:
        return False
    return len(_key(claimant.text)) < LONG_KEY or _neutral(claimant.text) is None


def _is_general(text: str) -> bool:
    """Return whether words name nobody: "a military source", "officials", "مصدر عسكري" (``link/nameless.toml``)."""
    general = load_toml("link/nameless.toml")["words"]
    words = _WORD.findall(text)
    if not words or _QUOTED.search(text):
        return False
    if _ARABIC.match(words[0]):
        alone = len(words) == 1 or words[0].removeprefix("ال") not in _NAMED_BY_NEXT
        return alone and words[0].removeprefix("ال") in general
    return all(word.casefold() in general for word in words if word[0].isupper())


def _is_body(text: str) -> bool:
    """Return whether words without a name mean a body of which a place has one: "the interior ministry", "police"."""
    raw = load_toml("link/nameless.toml")
    words = {word.removeprefix("ال") for word in _WORD.findall(text.casefold())}
    return not words.isdisjoint(raw["bodies"]) and words.isdisjoint(raw["unless"])


def _own_people(claimant: Claimant) -> bool:
    words = load_toml("link/own_people.toml")["words"]
    return not set(claimant.text.casefold().split()).isdisjoint(words)


def _origin(claimant: Claimant, bodies: Mapping[str, str]) -> str:
    """Return the key of a claimant with a name: an actor's by its id, so that all its names are one."""
    if claimant.actor_id is not None:
        return named(claimant.actor_id.replace("-", " "))
    return bodies.get(claimant.text) or named(claimant.text)


def _bodies(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return for each name of a source the key of its body: of the names of one body that of a known one, if any is."""
    told = (who for m in mentions for claim in _told_in(m) for who in (claim.claimant, *claim.via))
    speakers = [who for who in told if not _nameless(who) and not _own_people(who)]
    first = same_bodies({who.text for who in speakers}, {m.report.source for m in mentions if m.report.source})
    groups: dict[str, list[str]] = {}
    for name in sorted(first):
        groups.setdefault(first[name], []).append(name)
    found: dict[str, str] = {}
    for names in groups.values():
        ids = {named(who.actor_id.replace("-", " ")) for who in speakers if who.actor_id and who.text in names}
        known = next((name for name in names if _body(name) or _neutral(name)), names[0])
        keys_of = ids if len(ids) == 1 else {named(known)} if not ids else set()
        found |= {name: key for name in names for key in keys_of}
    return found


def find_sources(mentions: Sequence[Mention], texts: Mapping[str, str]) -> Sources:
    """Return the sources behind the reports of an incident.

    Args:
        mentions: The incident's mentions.
        texts: The reports' texts by report id; a report without one is compared by the words of its mentions alone.
    """
    reports = {m.report.id: m.report for m in mentions}
    rows: dict[str, frozenset[int]] = {}
    for report_id in sorted(reports):
        quotes = [m.quote.text for m in mentions if m.report.id == report_id]
        rows[report_id] = frozenset(shingles(texts.get(report_id) or "\n".join(quotes)))
    tolls = {report_id: _tolls(m for m in mentions if m.report.id == report_id) for report_id in reports}
    bodies = _bodies(mentions)
    outlets = {report_id: _outlet(report, bodies) for report_id, report in reports.items()}
    union: Union[str] = Union()
    ids = sorted(rows)
    for at, one in enumerate(ids):
        for other in ids[at + 1 :]:
            short = min(len(rows[one]), len(rows[other])) < LONG
            counted_otherwise = short and bool(tolls[one] and tolls[other]) and not tolls[one] & tolls[other]
            if outlets[one] != outlets[other] and not counted_otherwise and alike(rows[one], rows[other]):
                union.join(one, other)
    first: dict[str, str] = {}
    for report_id in sorted(ids, key=lambda i: (reports[i].published or date.max, outlets[i], i)):
        first.setdefault(union.find(report_id), outlets[report_id])
    behind = {report_id: first[union.find(report_id)] for report_id in ids}
    return Sources(behind, _shown_names(mentions, bodies), bodies, texts)


def _tolls(mentions: Iterable[Mention]) -> frozenset[tuple[int | None, int | None]]:
    """Return the dead and hurt that mentions count, those that count none left out."""
    counted = ((m.killed, m.injured) for m in mentions)
    pairs = (tuple(toll.best if toll else None for toll in tolls) for tolls in counted)
    return frozenset((killed, hurt) for killed, hurt in pairs if (killed, hurt) != (None, None))


def _shown_names(mentions: Sequence[Mention], bodies: Mapping[str, str]) -> dict[str, str]:
    """Return a name for each key of a source: the neutral one if known, else the first as written, by the alphabet."""
    written: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.report.source:
            written.setdefault(_outlet(mention.report, bodies), set()).add(mention.report.source)
        for who in (who for claim in _told_in(mention) for who in (claim.claimant, *claim.via)):
            if not _nameless(who):
                written.setdefault(_origin(who, bodies), set()).add(who.text)
    known = {*_known().values(), *(body["name"] for body in load_toml("link/one_body.toml")["body"])}
    return {key: key if key in known else min(names) for key, names in written.items()}
