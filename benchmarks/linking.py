"""How well mentions are joined: the seed page, the hand-coded reports, and texts that an investigator keyed by incident.

Run with ``--cache FOLDER`` (outside the tree) to code the texts only once.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from common import options
from linking_data import (
    SAME_KM,
    Corpus,
    Key,
    corpora,
    dated_near,
    days_apart,
    kilometres,
    one_place,
    read_keys,
    sources,
)
from reportedly.evaluate import SourceText, load_gold
from reportedly.evaluate.clusters import BCubed, b_cubed
from reportedly.evaluate.score import LocatedEvent, match_rows
from reportedly.evaluate.texts import find_quote, find_report, home_of
from reportedly.incidents import Linked
from reportedly.link import in_words, link
from reportedly.link.profiles import shingles
from reportedly.records import Mention

COPY = 0.6
"""Share of the shorter text's rows of words from which on two texts are one, filed twice."""

Pair = tuple[int, int]


def match_gold(shared: Path, name: str, corpus: Corpus) -> tuple[dict[str, str], dict[str, Mention]]:
    """Return the incident of each gold row that has one, and the coded mention of each gold row that was found."""
    gold = load_gold(shared / "gold" / f"{name}.yaml")
    texts = [SourceText(str(path), path.read_text(encoding="utf-8")) for path in sources(shared, name)[0]]
    extents = [found for r in gold.reports if (found := find_report(gold, r, texts))]
    matched: dict[str, Mention] = {}
    for extent in extents:
        rows = [LocatedEvent(e, find_quote(gold, e, extent)) for e in gold.rows_of(extent.report.id)]
        mine = [m for m in corpus.mentions if home_of(m, extents) is extent]
        matched |= {rows[row].event.id: mine[column] for row, column in match_rows(rows, mine)}
    return {e.id: e.incident for e in gold.events if e.incident}, matched


def score_gold(shared: Path, name: str, corpus: Corpus, linked: Linked) -> BCubed:
    """Return B-cubed over the gold rows that carry an incident; a row that was not coded is alone."""
    incidents, matched = match_gold(shared, name, corpus)
    home = {i: n for n, cluster in enumerate(linked.clusters) for i in cluster}
    system = {k: home[m.mention_id] for k, m in matched.items() if k in incidents and m.mention_id in home}
    return b_cubed(incidents, system)


def measure_gold(shared: Path, name: str, corpus: Corpus, linked: Linked) -> dict[str, float]:
    """Print B-cubed over gold incidents, and over those of their rows alone that were coded as events; return it."""
    found = score_gold(shared, name, corpus, linked)
    print(
        f"{name}: {found.mentions} rows, precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}, "
        f"wrongly joined {len(found.joined)}"
    )
    incidents, matched = match_gold(shared, name, corpus)
    home = {i: n for n, cluster in enumerate(linked.clusters) for i in cluster}
    system = {k: home[m.mention_id] for k, m in matched.items() if k in incidents and m.mention_id in home}
    coded = b_cubed({k: incidents[k] for k in system}, system)
    print(f"{name}, coded rows alone: {coded.mentions} rows, F1 {coded.f1:.3f}")
    return {f"{name}_precision": found.precision, f"{name}_f1": found.f1}


def show_seed(corpus: Corpus, linked: Linked) -> None:
    """Print what is joined on the seed page, with reasons."""
    by_id = {m.mention_id: m for m in corpus.mentions}
    for cluster in linked.clusters:
        if len(cluster) > 1:
            told = [f"part {by_id[i].report.part}: {by_id[i].sub_event_type}" for i in cluster]
            print("  joined:", "; ".join(sorted(told)))
    for item in linked.links:
        print("   ", in_words(item.reasons))


@dataclass(frozen=True, slots=True)
class Judged:
    """Joined pairs of texts, by what their keys say of them; each pair counts once, under the first that holds."""

    one_key: int = 0
    near: int = 0
    one_place: int = 0
    copied_key: int = 0
    others: int = 0

    @property
    def all(self) -> int:
        """All pairs."""
        return self.one_key + self.near + self.one_place + self.copied_key + self.others

    @property
    def right(self) -> float:
        """Share of pairs that share a key, their copies' included, or lie within reach by the keys' points or places."""
        return (self.all - self.others) / self.all


def judge(pairs: set[Pair], keys: list[Key]) -> Judged:
    """Sort joined pairs: one key; 25 km and a day; one named place and a day; a key that a copy of the text was filed under."""
    borne = keys_borne(keys)
    counts: Counter[str] = Counter()
    for left, right in pairs:
        one, other = keys[left], keys[right]
        away, soon = kilometres(one, other), days_apart(one, other) <= 1
        if one.incident == other.incident:
            counts["one_key"] += 1
        elif away is not None and away <= SAME_KM and soon:
            counts["near"] += 1
        elif away is None and soon and one_place(one, other):
            counts["one_place"] += 1
        elif borne[left] & borne[right]:
            counts["copied_key"] += 1
        else:
            counts["others"] += 1
    return Judged(**counts)


def keys_borne(keys: list[Key]) -> list[frozenset[str]]:
    """Return for each text its own key and those that its copies were filed under: a text may tell several incidents."""
    rows = [frozenset(shingles(k.text)) for k in keys]
    found = [{k.incident} for k in keys]
    for one, other in combinations(range(len(keys)), 2):
        if len(rows[one] & rows[other]) > COPY * min(len(rows[one]), len(rows[other])):
            found[one].add(keys[other].incident)
            found[other].add(keys[one].incident)
    return [frozenset(borne) for borne in found]


def measure_keys(corpus: Corpus, keys: list[Key], linked: Linked) -> dict[str, float]:
    """Print how many pairs of texts with one key meet, and how many joined pairs fit their keys; by languages too."""
    row_of = {m.mention_id: m.report.part - 1 for m in corpus.mentions}
    near = sorted({row_of[m.mention_id] for m in corpus.mentions if dated_near(m, keys[row_of[m.mention_id]])})
    wanted = {p for p in combinations(near, 2) if keys[p[0]].incident == keys[p[1]].incident}
    joined = {p for c in linked.clusters for p in combinations(sorted({row_of[i] for i in c}), 2)}
    mixed = {p for p in wanted | joined if keys[p[0]].arabic != keys[p[1]].arabic}
    found: dict[str, float] = {}
    for name, kept in (("keys_mixed", mixed), ("keys", wanted | joined)):
        want, have = wanted & kept, joined & kept
        judged, met = judge(have, keys), len(want & have) / len(want)
        found |= {f"{name}_meet": met, f"{name}_right": judged.right}
        print(f"{name}: {len(want & have)} of {len(want)} wanted pairs meet ({met:.3f})")
        print(
            f"  {judged.all} joined: {judged.one_key} one key, {judged.near} within {SAME_KM:.0f} km and a day, "
            f"{judged.one_place} without a point but of one place's name and a day, "
            f"{judged.copied_key} of a key that a copy was filed under, {judged.others} others"
        )
        print(f"  right {judged.right:.3f}; by the text's one key and points alone {_literal(judged):.3f}")
    return found


def _literal(judged: Judged) -> float:
    return (judged.one_key + judged.near) / judged.all


def check(found: dict[str, float], path: Path) -> bool:
    """Print the figures below their floors in section ``linking`` of a gate file; return whether there are none."""
    floors = tomllib.loads(path.read_text(encoding="utf-8"))["linking"]
    low = [
        f"{name} {found[name]:.3f} is below {floor:.3f}" for name, floor in floors.items() if found[name] < floor - 5e-4
    ]
    print("\n".join(low) or f"gate linking passed: {len(floors)} figures")
    return not low


def main() -> None:
    parser = options(__doc__ or "")
    parser.add_argument("--cache", type=Path, help="folder outside the tree that keeps what was coded")
    parser.add_argument("--gates", type=Path, help="gate file: exit 1 if a figure of its section [linking] is lower")
    given = parser.parse_args()
    found = corpora(given.shared, given.places, given.cache)
    linked = {name: link(corpus.mentions) for name, corpus in found.items()}
    figures = measure_gold(given.shared, "seed", found["seed"], linked["seed"])
    show_seed(found["seed"], linked["seed"])
    figures |= measure_gold(given.shared, "dev", found["dev"], linked["dev"])
    figures |= measure_keys(found["keys"], read_keys(given.shared), linked["keys"])
    if given.gates and not check(figures, given.gates):
        sys.exit(1)


if __name__ == "__main__":
    main()
