"""The actor lexicon: states by rule, armed groups and claimants by name, and the words that names are composed of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from reportedly.annotate.actors_trie import Trie, fold
from reportedly.errors import LexiconError
from reportedly.resources import load_csv, load_toml

GROUP_FILES = ("syria", "middle_east", "africa", "asia", "europe_americas")
CLAIMANT_FILE = "claimants"


class ActorKind(StrEnum):
    """ACLED's eight kinds of actor (ACLED Codebook, "Inter code")."""

    STATE = "state forces"
    REBEL = "rebel group"
    POLITICAL = "political militia"
    IDENTITY = "identity militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL = "external/other forces"


_KINDS = {
    "state": ActorKind.STATE,
    "rebel": ActorKind.REBEL,
    "political": ActorKind.POLITICAL,
    "identity": ActorKind.IDENTITY,
    "rioters": ActorKind.RIOTERS,
    "protesters": ActorKind.PROTESTERS,
    "civilians": ActorKind.CIVILIANS,
    "external": ActorKind.EXTERNAL,
}
NON_STATE = frozenset({ActorKind.REBEL, ActorKind.POLITICAL, ActorKind.IDENTITY})


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor.

    Attributes:
        actor_id: Slug of ``name``.
        name: Neutral name, shared by all names that the actor has had.
        kind: ACLED's kind.
        title: The entry's own name, where the neutral name belongs to a larger body.
        parents: Neutral names of what it is a part of.
        sponsors: Neutral names of who backs it.
        countries: ISO 3166-1 alpha-2 of where it is at home.
        years: First and last year of activity, or ``None``.
        aliases: Its other names.
        claimant: True for a monitor, outlet or office, that tells of events and takes no part.
    """

    actor_id: str
    name: str
    kind: ActorKind
    title: str = ""
    parents: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    aliases: tuple[str, ...] = ()
    claimant: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state with the neutral names of its organs, and what backed, bare or rebel forces mean there."""

    iso: str
    name: str
    adjective: str
    army: Actor
    air: Actor
    police: Actor
    government: Actor
    rebels: str = ""
    coalition: str = ""
    militias: str = ""
    proxies: str = ""
    kurdish_led: str = ""
    separatists: str = ""
    regime: str = ""
    occupier: str = ""
    armed_by: str = ""
    aggression: str = ""
    resistance: str = ""
    mercenaries: str = ""
    coup: str = ""
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateForm:
    """A word for a state: ``noun``, ``adjective``, ``plural`` (its people), ``metonym`` (capital) or ``leader``."""

    state: State
    form: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """An actor's name; a ``local`` one counts only in reports about one of the actor's countries."""

    actor: Actor
    local: bool = False


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A common word of one class (``force``, ``fighter``, ``civil`` …)."""

    kind: str


Entry = NameEntry | StateForm | WordEntry


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All that names of actors are recognised by.

    Attributes:
        actors: Every actor, states' organs included, in the order of the files.
        trie: Names and words, for matching on tokens.
        states: The states by ISO code.
    """

    actors: tuple[Actor, ...]
    trie: Trie[Entry]
    states: tuple[State, ...]
    _by_id: dict[str, Actor] = field(repr=False)
    _by_iso: dict[str, State] = field(repr=False)
    _words: dict[str, frozenset[str]] = field(repr=False)

    def get(self, actor_id: str) -> Actor | None:
        """Return the actor of an id, or ``None``."""
        return self._by_id.get(actor_id)

    def named(self, name: str) -> Actor:
        """Return the actor of a neutral name; one that no file has becomes a rebel group of that name."""
        return self._by_id.get(slug(name)) or make_actor(name, ActorKind.REBEL)

    def state(self, iso: str | None) -> State | None:
        """Return the state of an ISO code, or ``None``."""
        return self._by_iso.get(iso or "")

    def words(self, group: str) -> frozenset[str]:
        """Return the words of a list of ``en/actors.toml``, in lower case.

        Raises:
            LexiconError: No such list.
        """
        try:
            return self._words[group]
        except KeyError as error:
            raise LexiconError(f"resources/en/actors.toml: no list [words] {group}") from error


def slug(name: str) -> str:
    """Return the id of a neutral name: lower-case ASCII letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"


def make_actor(name: str, kind: ActorKind, **more: Any) -> Actor:
    """Return an actor with the id that belongs to its name."""
    return Actor(actor_id=slug(name), name=name, kind=kind, **more)


def _listed(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _state(row: dict[str, str], homes: dict[str, dict[str, str]]) -> State:
    name, iso, of = row["name"], row["iso"], row["of"] or row["name"]
    names = {
        "army": row["army"] or f"Military Forces of {of}",
        "air": row["air"] or f"Air Force of {of}",
        "police": "Syrian government" if iso == "SY" else f"Police Forces of {of}",
        "government": row["government"] or f"Government of {of}",
    }
    organs: dict[str, Any] = {o: make_actor(n, ActorKind.STATE, countries=(iso,)) for o, n in names.items()}
    reading: dict[str, Any] = {
        k: v for k, v in homes.get(iso, {}).items() if k not in ("iso", "example", "expects", "more")
    }
    adjectives = tuple(_listed(row["adjectives"]) or [name])
    return State(iso, name, adjectives[0], **organs, **reading, adjectives=adjectives)


def _add_state(trie: Trie[Entry], state: State, row: dict[str, str]) -> None:
    forms = (
        ("noun", [row["name"], *_listed(row["nouns"])]),
        ("adjective", _listed(row["adjectives"])),
        ("plural", _listed(row["plurals"])),
        ("metonym", _listed(row["metonyms"])),
        ("leader", _listed(row["leaders"])),
    )
    for form, names in forms:
        for name in names:
            trie.add(name, StateForm(state, form))


def _entry(raw: dict[str, Any], file: str, claimant: bool) -> Actor:
    try:
        kind = _KINDS["civilians" if claimant else raw["kind"]]
        years = tuple(raw["years"]) if "years" in raw else None
        names = [*raw.get("aliases", ()), *raw.get("translit", ()), *raw.get("local", ())]
        return make_actor(
            raw.get("neutral", raw["name"]),
            kind,
            title=raw["name"],
            parents=tuple(raw.get("parents", ())),
            sponsors=tuple(raw.get("sponsors", ())),
            countries=tuple(raw.get("countries", ())),
            years=(years[0], years[1]) if years else None,
            aliases=tuple(names),
            claimant=claimant or bool(raw.get("claims")),
        )
    except (KeyError, IndexError, TypeError) as error:
        raise LexiconError(f"resources/actors/{file}.toml: entry {raw.get('name', raw)!r}: bad {error}") from error


def _add_names(trie: Trie[Entry], actor: Actor, raw: dict[str, Any]) -> None:
    aliases = list(raw.get("aliases", ()))
    if not (aliases or raw.get("translit") or raw.get("local")) or " " in actor.title:
        aliases.append(actor.title.partition(" (")[0])
    local = raw.get("local", ())
    for alias in aliases:
        if alias not in local:
            trie.add(alias, NameEntry(actor))
    for alias in raw.get("translit", ()):
        trie.add(alias, NameEntry(actor), loose=True)
    for alias in local:
        trie.add(alias, NameEntry(actor, local=True))


def _load_groups(trie: Trie[Entry]) -> list[Actor]:
    found: list[Actor] = []
    for file in (*GROUP_FILES, CLAIMANT_FILE):
        for group in load_toml(f"actors/{file}.toml")["group"]:
            for raw in group["actors"]:
                actor = _entry(raw, file, file == CLAIMANT_FILE)
                _add_names(trie, actor, raw)
                found.append(actor)
    return found


def _load_words(trie: Trie[Entry]) -> dict[str, frozenset[str]]:
    raw = load_toml("en/actors.toml")
    for kind, body in raw["class"].items():
        for word in body["words"]:
            trie.add(word, WordEntry(kind), any_case=True)
    for word in raw["words"]["ethnic"]:
        trie.add(word, WordEntry("ethnic"))
    lists = {name: frozenset(fold(w) for w in words) for name, words in raw["words"].items()}
    lists["name_first"] = frozenset(fold(w) for w in raw["words"]["name_first"])
    for kind, body in raw["class"].items():
        lists[f"class {kind}"] = frozenset(fold(w) for w in body["words"])
    return lists


GENERIC = (
    make_actor("Civilians", ActorKind.CIVILIANS),
    make_actor("Unidentified armed group", ActorKind.POLITICAL),
    make_actor("Opposition factions", ActorKind.REBEL),
    make_actor("Pro-government forces", ActorKind.POLITICAL),
    make_actor("Kurdish armed groups", ActorKind.REBEL),
    make_actor("Palestinian armed groups", ActorKind.REBEL, countries=("PS",)),
    make_actor("Government forces", ActorKind.STATE),
)


@cache
def load_actors() -> ActorLexicon:
    """Return the compiled lexicon of ``resources/actors`` and ``resources/en/actors.toml``, loaded once.

    Raises:
        LexiconError: A file is missing or an entry malformed.
    """
    trie: Trie[Entry] = Trie()
    homes = {home["iso"]: home for home in load_toml("actors/homes.toml")["home"]}
    states = []
    for row in load_csv("actors/states.csv"):
        state = _state(row, homes)
        _add_state(trie, state, row)
        states.append(state)
    actors = [organ for s in states for organ in (s.army, s.air, s.police, s.government)]
    actors += _load_groups(trie)
    words = _load_words(trie)
    actors += GENERIC
    by_id: dict[str, Actor] = {}
    for actor in actors:
        if actor.actor_id not in by_id or actor.title == actor.name:
            by_id[actor.actor_id] = actor
    by_id |= {actor.actor_id: actor for actor in GENERIC}
    return ActorLexicon(tuple(actors), trie, tuple(states), by_id, {s.iso: s for s in states}, words)
