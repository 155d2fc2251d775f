"""The namings of a corpus counted: actor by outlet, loaded words and plain ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.framing.lexicon import Tone
from reportedly.framing.naming import Naming

_POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class WordCount:
    """A way of naming with the times that it occurs.

    Attributes:
        words: A loaded word by its entry's first form, or plain words as most often written.
        times: Namings outside quotation marks.
        quoted: Namings in quotation marks; always 0 for plain words, where both are counted in ``times``.
        positive: True for a loaded word of praise.
    """

    words: str
    times: int
    quoted: int = 0
    positive: bool = False


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How one outlet names one actor.

    Attributes:
        outlet: The outlet.
        total: All its namings of the actor.
        loaded: Those with a loaded word outside quotation marks.
        quoted: Those with a loaded word in quotation marks.
        loaded_words: The loaded words, most frequent first; a naming with two counts for both.
        plain_words: The words of namings without any, most frequent first.
    """

    outlet: str
    total: int
    loaded: int
    quoted: int
    loaded_words: tuple[WordCount, ...]
    plain_words: tuple[WordCount, ...]


@dataclass(frozen=True, slots=True)
class ActorCount:
    """How each outlet names one actor, the outlet that names it most first."""

    actor: str
    actor_id: str
    outlets: tuple[OutletCount, ...]

    @property
    def total(self) -> int:
        """All namings of the actor."""
        return sum(outlet.total for outlet in self.outlets)

    @property
    def loaded(self) -> int:
        """Namings with a loaded word outside quotation marks."""
        return sum(outlet.loaded for outlet in self.outlets)


def count_namings(namings: Iterable[Naming]) -> tuple[ActorCount, ...]:
    """Return the namings by actor and outlet, most loaded actor first.

    An organisation that only speaks (a monitor, a news agency) is in it only if somebody names it by a loaded word.

    Args:
        namings: The namings of a corpus, in any order.
    """
    grouped: dict[tuple[str, str], dict[str, list[Naming]]] = defaultdict(lambda: defaultdict(list))
    for naming in namings:
        grouped[naming.actor, naming.actor_id][naming.outlet].append(naming)
    found = []
    for (actor, actor_id), outlets in grouped.items():
        every = [naming for named in outlets.values() for naming in named]
        if all(n.speaker and not n.loaded for n in every):
            continue
        rows = sorted((_outlet(o, n) for o, n in outlets.items()), key=lambda r: (-r.total, r.outlet))
        found.append(ActorCount(actor, actor_id, tuple(rows)))
    return tuple(sorted(found, key=lambda a: (-a.loaded, -a.total, a.actor, a.actor_id)))


def _outlet(outlet: str, named: Sequence[Naming]) -> OutletCount:
    return OutletCount(
        outlet=outlet,
        total=len(named),
        loaded=sum(n.loaded and not n.quoted for n in named),
        quoted=sum(n.loaded and n.quoted for n in named),
        loaded_words=_loaded(named),
        plain_words=_plain(named),
    )


def _loaded(named: Sequence[Naming]) -> tuple[WordCount, ...]:
    own, quoted, positive = Counter[str](), Counter[str](), set[str]()
    for naming in named:
        for cue in {c.word: c for c in naming.cues}.values():
            (quoted if naming.quoted else own)[cue.word] += 1
            if cue.tone is Tone.POSITIVE:
                positive.add(cue.word)
    words = sorted({*own, *quoted}, key=lambda w: (-own[w], -quoted[w], w))
    return tuple(WordCount(w, own[w], quoted[w], w in positive) for w in words)


def _plain(named: Sequence[Naming]) -> tuple[WordCount, ...]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in named:
        if not naming.loaded:
            words = _bare(naming.words)
            spellings[words.casefold()][words] += 1
    counts = {key: found.total() for key, found in spellings.items()}
    written = {key: min(found, key=lambda w: (-found[w], w)) for key, found in spellings.items()}
    return tuple(WordCount(written[k], counts[k]) for k in sorted(counts, key=lambda k: (-counts[k], k)))


def _bare(words: str) -> str:
    text = " ".join(words.split())
    return next((text.removesuffix(end) for end in _POSSESSIVES if text.endswith(end)), text)
