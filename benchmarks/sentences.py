"""Code the invented reports of ``tests/coding/sentences.yaml`` and hold the rows against their coding by hand.

``--file tests/coding/arabic_sentences.yaml`` does so with the Arabic ones.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from common import ROOT, make_coder, make_report, options
from reportedly.records import BlockKind, Claim, ClaimantKind, Mention, PlaceValue, Report, Role, Status, Toll

SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]?\s+(?=[\"'(\[]?[A-Z])|(?<=[.!؟»])\s+(?=«?[ء-ي])|\n+")
SMALL_WORDS = frozenset("a an the of in on at by for to and its his her their في من عن على إلى".split())
ARABIC = re.compile("[ء-ي]")
TOLL_FIELDS = ("killed", "injured")
MAY_BE_ABSENT = "-"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    fields: tuple[str, ...]
    claimants: tuple[str, ...]
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    names: tuple[str, ...]
    countries: tuple[str, ...]
    precisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    trigger_in: str
    types: tuple[str, ...]
    dates: tuple[str | None, ...]
    place: GoldPlace | None
    actors: dict[Role, tuple[tuple[str, ...], ...]] | None
    tolls: dict[str, tuple[int, int, int | None] | None]
    claims: tuple[GoldClaim, ...]
    optional: bool
    told_again: str | None = None
    """Words of the headline that tell the event too; the row may stand there."""


@dataclass(frozen=True, slots=True)
class GoldText:
    id: str
    text: str
    published: Any
    events: tuple[GoldEvent, ...]
    other: tuple[str, ...]

    @property
    def holds_event(self) -> bool:
        return any(not event.optional for event in self.events)


@dataclass(frozen=True, slots=True)
class Disagreement:
    kind: str
    text: GoldText
    words: str
    gold: str
    found: str


@dataclass(slots=True)
class Tally:
    """Counts of right, surplus and missing; ``right`` of ``all`` for figures that are plain shares."""

    right: Counter[str] = field(default_factory=Counter)
    surplus: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    disagreements: list[Disagreement] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)

    def share(self, name: str, ok: bool) -> None:
        (self.right if ok else self.missing)[name] += 1

    def neutral(self, actor: str) -> str:
        return self.aliases.get(plain(actor), plain(actor))

    def count(self, name: str, right: int, surplus: int, missing: int) -> None:
        self.right[name] += right
        self.surplus[name] += surplus
        self.missing[name] += missing


def many(value: Any) -> tuple[Any, ...]:
    """Return a value that may be one or a list as a tuple."""
    return tuple(value) if isinstance(value, list) else (value,)


def load(path: Path) -> list[GoldText]:
    """Return the texts of the file."""
    rows = yaml.safe_load(path.read_text("utf-8"))
    return [
        GoldText(r["id"], r["text"], r["published"], tuple(map(_event, r["events"])), tuple(r.get("other", ())))
        for r in rows
    ]


def load_aliases(path: Path) -> dict[str, str]:
    """Return the neutral name of each alias of the gold's list of actors; nothing where there is no list."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {plain(alias): plain(row["name"]) for row in rows for alias in row["aliases"].split("|") if alias}


def _event(row: dict[str, Any]) -> GoldEvent:
    actors = {role: tuple(tuple(map(str, many(m))) for m in row[role]) for role in Role if role in row}
    place = row.get("place")
    return GoldEvent(
        trigger_in=row["trigger_in"],
        types=many(row["type"]),
        dates=tuple(None if d is None else str(d) for d in many(row.get("date"))),
        place=GoldPlace(many(place["name"]), many(place["country"]), many(place["precision"])) if place else None,
        actors=actors or None,
        tolls={name: tuple(row[name]) if name in row else None for name in TOLL_FIELDS},
        claims=tuple(
            GoldClaim(many(c["field"]), many(c["claimant"]), many(c["stance"])) for c in row.get("claims", ())
        ),
        optional=bool(row.get("optional")),
        told_again=row.get("told_again"),
    )


def plain(name: str) -> str:
    """Return a name without case, marks and the article, for comparison."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"^the\s+|['’`]", "", bare)).split())


def same_name(gold: Sequence[str], found: PlaceValue | None) -> bool:
    """True if either name holds the other."""
    if found is None or not found.name:
        return False
    name = plain(found.name)
    return any(plain(g) in name or name in plain(g) for g in gold)


def sentence_of(text: str, words: str) -> tuple[int, int]:
    """Return the offsets of the sentence that holds ``words``."""
    at = text.index(words)
    ends = [(m.start(), m.end()) for m in SENTENCE_END.finditer(text)]
    start = max((end for _, end in ends if end <= at), default=0)
    return start, min((begin for begin, _ in ends if begin >= at + len(words)), default=len(text))


def fit(text: GoldText, gold: GoldEvent, mention: Mention) -> int:
    """Return how well a row fits a gold row; 0 if its trigger lies outside the sentence and outside ``told_again``."""
    start, end = sentence_of(text.text, gold.trigger_in)
    in_sentence = start <= mention.trigger.start < end
    words = gold.trigger_in if in_sentence or not gold.told_again else gold.told_again
    at = text.text.index(words)
    inside = at <= mention.trigger.start < at + len(words)
    if not (in_sentence or inside):
        return 0
    place = gold.place is not None and same_name(gold.place.names, mention.place)
    return 1 + 4 * inside + 3 * (mention.sub_event_type in gold.types) + 3 * place - gold.optional


def pair(text: GoldText, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Return the rows matched one to one, best fit first, by the number of the gold row."""
    fits = [(fit(text, gold, m), n, k) for n, gold in enumerate(text.events) for k, m in enumerate(mentions)]
    taken: dict[int, Mention] = {}
    used: set[int] = set()
    for score, n, k in sorted(fits, key=lambda item: (-item[0], item[1], item[2])):
        if score > 0 and n not in taken and k not in used:
            taken[n] = mentions[k]
            used.add(k)
    return taken


def compare(text: GoldText, mentions: Sequence[Mention], tally: Tally) -> None:
    """Add what one text gives to the tally."""
    events = [m for m in mentions if m.status is Status.EVENT]
    pairs = pair(text, events)
    for number, gold in enumerate(text.events):
        mention = pairs.get(number)
        if gold.optional:
            continue
        tally.count("detection", int(mention is not None), 0, int(mention is None))
        if mention is None:
            start, end = sentence_of(text.text, gold.trigger_in)
            near = [f"{m.trigger.text} ({m.status})" for m in mentions if start <= m.trigger.start < end]
            note(tally, "missed", text, gold, "/".join(gold.types), "; ".join(near) or "nothing")
        else:
            compare_row(text, gold, mention, tally)
    for mention in events:
        if not any(mention is m for m in pairs.values()):
            tally.count("detection", 0, 1, 0)
            kind = "false_alarm" if text.holds_event else "false_alarm_no_event"
            found = f"[{mention.trigger.text}] {mention.sub_event_type}"
            tally.disagreements.append(Disagreement(kind, text, mention.trigger.text, "/".join(text.other), found))
    if not text.holds_event:
        tally.share("texts without event", not any(not any(m is p for p in pairs.values()) for m in events))
    if text.other and not text.holds_event:
        tally.share("other status", any(m.status in text.other for m in mentions))


def note(tally: Tally, kind: str, text: GoldText, gold: GoldEvent, *sides: str) -> None:
    """Record one disagreement."""
    tally.disagreements.append(Disagreement(kind, text, gold.trigger_in, sides[0], sides[1]))


def compare_row(text: GoldText, gold: GoldEvent, mention: Mention, tally: Tally) -> None:
    """Add what one matched row gives to the tally."""
    for kind, ok, wanted, found in plain_fields(gold, mention):
        tally.share(kind, ok)
        if not ok:
            note(tally, kind, text, gold, wanted, f"[{mention.trigger.text}] {found}")
    for name in TOLL_FIELDS:
        toll: Toll | None = getattr(mention, name)
        wanted_toll = gold.tolls[name]
        ok = same_toll(wanted_toll, toll)
        tally.share(name, ok)
        if wanted_toll or toll:
            tally.share(f"{name}, where either has one", ok)
        if not ok:
            found = f"{toll.low}, {toll.best}, {toll.high} ({toll.span.text})" if toll else "none"
            note(tally, name, text, gold, str(wanted_toll), found)
    compare_actors(text, gold, mention, tally)
    compare_claims(text, gold, mention, tally)


def plain_fields(gold: GoldEvent, mention: Mention) -> Iterator[tuple[str, bool, str, str]]:
    """Yield kind, verdict and both sides of the fields that are right or wrong."""
    yield "type", mention.sub_event_type in gold.types, "/".join(gold.types), mention.sub_event_type
    edtf = mention.date.edtf if mention.date else None
    yield "date", edtf in gold.dates, " or ".join(map(str, gold.dates)), str(edtf)
    place, want = mention.place, gold.place
    if want is None:
        named = place.name if place else None
        yield "place", named is None, "none", str(named)
        return
    name = place.name if place else None
    ok = same_name(want.names, place)
    yield "place", ok, "/".join(want.names), str(name)
    country = place.country if place else None
    yield "country", country in want.countries, "/".join(map(str, want.countries)), f"{name}: {country}"
    precision = place.precision if place else None
    yield "precision", precision in want.precisions, "/".join(map(str, want.precisions)), f"{name}: {precision}"


def same_toll(gold: tuple[int, int, int | None] | None, toll: Toll | None) -> bool:
    """True if best and high are equal and low no more than 1 off; absent equals absent (CODEBOOK, Scoring)."""
    if gold is None or toll is None:
        return gold is None and toll is None
    return abs(gold[0] - toll.low) <= 1 and gold[1:] == (toll.best, toll.high)


def compare_actors(text: GoldText, gold: GoldEvent, mention: Mention, tally: Tally) -> None:
    """Count actors by role; rows whose gold names no role are left out."""
    if gold.actors is None:
        return
    for role in Role:
        slots = list(gold.actors.get(role, ()))
        names = [a.name for a in mention.actors if a.role is role]
        left = list(dict.fromkeys(names))
        missing = []
        right = 0
        for slot in slots:
            wanted = {tally.neutral(s) for s in slot if s != MAY_BE_ABSENT}
            hit = next((n for n in left if tally.neutral(n) in wanted), None)
            if hit is not None:
                left.remove(hit)
                right += 1
            elif MAY_BE_ABSENT not in slot:
                missing.append(slot)
        tally.count(str(role), right, len(left), len(missing))
        tally.count("actors", right, len(left), len(missing))
        if left or missing:
            note(tally, str(role), text, gold, str(["/".join(s) for s in slots]), str(names))


def words_of(claimant: str) -> frozenset[str]:
    """Return the words of a claimant that tell something."""
    return frozenset(plain(claimant).split()) - SMALL_WORDS


def same_claimant(gold: GoldClaim, claim: Claim) -> bool:
    """True if the claimants share a word and the stance agrees."""
    names = (claim.claimant.text, claim.claimant.span.text if claim.claimant.span else "")
    found = words_of(" ".join(names))
    return claim.stance in gold.stances and any(words_of(c) & found for c in gold.claimants)


def same_claim(gold: GoldClaim, claim: Claim) -> bool:
    """True if the field agrees too; a claim of the whole sentence may stand as one of its toll (CODEBOOK)."""
    fields = {*gold.fields, *(TOLL_FIELDS if "event" in gold.fields else ())}
    return claim.field in fields and same_claimant(gold, claim)


def compare_claims(text: GoldText, gold: GoldEvent, mention: Mention, tally: Tally) -> None:
    """Count claims, one to one; one more of a toll or the event by a claimant already met is no surplus."""
    left = [c for c in mention.claims if c.claimant.kind is not ClaimantKind.OUTLET]
    missing, met = [], []
    for want in gold.claims:
        hit = min((c for c in left if same_claim(want, c)), key=lambda c: c.field not in want.fields, default=None)
        if hit is None:
            missing.append(want)
        else:
            left.remove(hit)
            met.append(want)
    surplus = [
        c for c in left if not (c.field in ("event", *TOLL_FIELDS) and any(same_claimant(want, c) for want in met))
    ]
    tally.count("claims", len(met), len(surplus), len(missing))
    if surplus or missing:
        wanted = [f"{'/'.join(c.fields)}: {'/'.join(c.claimants)} {'/'.join(c.stances)}" for c in missing]
        found = [f"{c.field}: {c.claimant.text} {c.stance}" for c in surplus]
        note(tally, "claims", text, gold, f"missing {wanted}", f"surplus {found}")


def figures(tally: Tally) -> Iterator[str]:
    """Yield a line for each figure."""
    for name in ("detection", "actors", "perpetrator", "target", "participant", "claims"):
        right, surplus, missing = tally.right[name], tally.surplus[name], tally.missing[name]
        p, r = right / max(right + surplus, 1), right / max(right + missing, 1)
        f1 = 2 * p * r / max(p + r, 1e-9)
        yield f"{name:34} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}   right {right} surplus {surplus} missing {missing}"
    shares = ["type", "date", "place", "country", "precision", "killed", "injured"]
    shares += [f"{name}, where either has one" for name in TOLL_FIELDS] + ["texts without event", "other status"]
    for name in shares:
        right, total = tally.right[name], tally.right[name] + tally.missing[name]
        yield f"{name:34} {right / max(total, 1):.3f}   {right} of {total}"


def listing(disagreements: Iterable[Disagreement], kind: str | None) -> Iterator[str]:
    """Yield the disagreements, of one kind or of all, by kind."""
    groups: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for item in disagreements:
        groups[item.kind].append(item)
    for name, items in sorted(groups.items(), key=lambda group: -len(group[1])):
        if kind in (None, name):
            yield f"\n== {name}: {len(items)}"
            for item in items:
                yield f"{item.text.id} ({item.text.published}) {item.text.text}"
                yield f"    at: {item.words}\n    gold: {item.gold}\n    coded: {item.found}"


def report_of(text: GoldText) -> Report:
    """Return a text as a report; an Arabic one is marked so, and the first of its lines is its title."""
    report = make_report(text.id, text.text, None, text.published)
    if not ARABIC.search(text.text):
        return report
    blocks = tuple(replace(block, language="ar") for block in report.blocks)
    if len(blocks) > 1:
        blocks = (replace(blocks[0], kind=BlockKind.TITLE), *blocks[1:])
        report = replace(report, title=text.text[blocks[0].start : blocks[0].end])
    return replace(report, blocks=blocks, language="ar")


def main() -> None:
    """Code the file and print the figures."""
    parser = options(__doc__ or "")
    parser.add_argument("--file", type=Path, default=ROOT / "tests" / "coding" / "sentences.yaml")
    parser.add_argument("--errors", action="store_true", help="list each disagreement with its text")
    parser.add_argument(
        "--kind", help="list this kind of disagreement alone (missed, type, place, killed, claims, ...)"
    )
    arguments = parser.parse_args()
    texts = load(arguments.file)
    coder = make_coder(arguments.shared, arguments.places)
    reports = [report_of(t) for t in texts]
    tally = Tally(aliases=load_aliases(arguments.shared / "gold" / "actors.csv"))
    for text, coded in zip(texts, coder.code_all(reports), strict=True):
        compare(text, coded.mentions, tally)
    events = sum(not e.optional for t in texts for e in t.events)
    print(f"{len(texts)} texts, {events} events, {sum(not t.holds_event for t in texts)} texts without event")
    print("\n".join(figures(tally)))
    print(
        "disagreements: " + ", ".join(f"{k} {n}" for k, n in Counter(d.kind for d in tally.disagreements).most_common())
    )
    if arguments.errors or arguments.kind:
        print("\n".join(listing(tally.disagreements, arguments.kind)))


if __name__ == "__main__":
    main()
