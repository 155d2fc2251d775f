"""What a report named before, and whom a definite or possessed role points back to."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.actors_lexicon import NON_STATE, Actor, ActorKind, ActorLexicon, State
from reportedly.annotate.actors_reading import Reading
from reportedly.annotate.actors_resolve import Resolver
from reportedly.annotations import ActorMention, Token

MEMORY = 2
"""Sentences back that "the group" may point: further back readers of news no longer look (brief of the codebook)."""

KEPT = 60
"""Mentions remembered at most: three sentences of the dev articles hold 40 at the very most."""

_STATES = (ActorKind.STATE, ActorKind.EXTERNAL)


@dataclass(frozen=True, slots=True)
class _Seen:
    sentence: int
    mention: ActorMention
    acting: bool


class Memory:
    """The mentions of one report so far."""

    def __init__(self, lexicon: ActorLexicon, resolver: Resolver) -> None:
        self.lexicon = lexicon
        self.resolver = resolver
        self.now = 0
        self.tokens: Sequence[Token] = ()
        self._seen: deque[_Seen] = deque(maxlen=KEPT)
        self._groups: dict[str, ActorMention] = {}

    def start(self, sentence: int, tokens: Sequence[Token]) -> None:
        """Begin a sentence."""
        self.now, self.tokens = sentence, tokens

    def add(self, mention: ActorMention) -> None:
        """Remember a mention of the present sentence."""
        head = self.tokens[mention.head] if self.tokens else None
        if head is not None and head.dep == "appos":
            head = self.tokens[head.head]
        acting = head is not None and head.dep in ("nsubj", "conj")
        self._seen.append(_Seen(self.now, mention, acting))
        if mention.kind in NON_STATE and not mention.generic:
            self._groups.setdefault(mention.name, mention)

    def _recent(self, back: int = MEMORY) -> list[ActorMention]:
        return [s.mention for s in reversed(self._seen) if s.sentence >= self.now - back and not s.mention.modifier]

    def candidate(self, mention: ActorMention) -> ActorMention:
        """Give an unidentified group the name of the armed group last named nearby, as a candidate alone."""
        if mention.name != "Unidentified armed group":
            return mention
        near = [m for m in self._recent() if m.kind in NON_STATE and not m.generic]
        return replace(mention, candidate=near[0].name) if near else mention

    def refer(self, mention: ActorMention, reading: Reading) -> ActorMention | None:
        """Give a definite role the name that the report gave it before; ``None`` where it is about nobody."""
        must, wants = reading.wants.endswith("!"), reading.wants.rstrip("!")
        near = [m for m in self._recent() if not m.generic or m.coreferent]
        if wants == "proxies":
            return self._proxies(mention, near, must)
        if wants == "owner":
            found = self._owner(mention, reading)
            return found or (None if must else self._plain(mention, near))
        if wants == "occupier":
            return self._occupier(mention, reading, must)
        if wants == "force":
            return self._force(mention, near, must)
        if wants == "coalition":
            fits = [m for m in near if "coalition" in m.span.text.lower()]
        elif wants == "group":
            fits = [m for m in near if m.kind in NON_STATE or m.organisation_of_claims]
        else:
            fits = self._armed()
        if not fits:
            return None if must else self.candidate(mention)
        return mention if wants == "coalition" and fits[0].name == mention.name else _named_after(mention, fits[0])

    def _plain(self, mention: ActorMention, near: list[ActorMention]) -> ActorMention | None:
        return self._force(mention, near, False) if mention.kind in _STATES else self.candidate(mention)

    def _force(self, mention: ActorMention, near: list[ActorMention], must: bool) -> ActorMention | None:
        """``the soldiers``: of the army named last, if the report names one alone."""
        fits = [m for m in near if m.kind in _STATES or (must and m.kind in NON_STATE)]
        fits = [m for m in fits if not m.organisation_of_claims and not m.metonym]
        if not must and len({m.name for m in fits}) > 1:
            fits = [m for m in fits if m.name == mention.name]
        if not fits:
            return None if must else self.candidate(mention)
        if must:
            fits = [m for m in fits if _called_force(m)] or fits
        if must and self._spoken_of(fits[0]):
            # "units of X raided a flat in search of Y. The units": they are X's.
            fits = [m for m in fits if not self._spoken_of(m)] or fits
        if not must and not _same_arm(mention, fits[0]):
            return mention
        return replace(_named_after(mention, fits[0]), generic=not must)

    def _spoken_of(self, mention: ActorMention) -> bool:
        """Return whether a mention was no subject where it stood."""
        return not any(s.acting for s in self._seen if s.mention is mention)

    def _state_of(self, mention: ActorMention) -> State | None:
        """Return the state of which a mention is the army, the police, the government or the bare name."""
        known = self.lexicon.get(mention.actor_id)
        state = self.lexicon.state(next(iter(known.countries), None)) if known else None
        if state is None or mention.kind not in _STATES:
            return None
        organs = (state.army, state.air, state.police, state.government)
        return state if mention.name in {o.name for o in organs} else None

    def _proxies(self, mention: ActorMention, near: list[ActorMention], must: bool) -> ActorMention | None:
        """``Turkey and its proxies``: those that the state named last keeps."""
        for other in near:
            state = self._state_of(other)
            if state:
                return _as_actor(mention, self.resolver.proxies_of(state))
            if other.kind in NON_STATE:
                return None
        return None if must else mention

    def _owner(self, mention: ActorMention, reading: Reading) -> ActorMention | None:
        """``Russia denied that its aircraft``: the arm of the clause's subject, or of who was named last."""
        here = [m for m in self._recent(0) if m.last < mention.first and (m.kind in _STATES or m.kind in NON_STATE)]
        here = [m for m in here if m.name != "Unidentified armed group"]
        subjects = [m for m in here if self.tokens[m.head].dep in ("nsubj", "nsubjpass")]
        for other in (*subjects, *here)[:1]:
            state = self._state_of(other)
            if state and reading.organ:
                return _as_actor(mention, _organ(state, reading.organ))
            if not state and other.kind in NON_STATE:
                return replace(_named_after(mention, other), organisation_of_claims=False)
        return None

    def _occupier(self, mention: ActorMention, reading: Reading, must: bool) -> ActorMention | None:
        """``the occupation``: the foreign army named of late, else the one that occupies the report's country."""
        home = self.resolver.home
        for other in self._recent(MEMORY + 1):
            state = self._state_of(other)
            if state and home and state.iso != home.iso and not other.metonym and not other.organisation_of_claims:
                return _as_actor(mention, _organ(state, reading.organ))
        return None if must else self.candidate(mention)

    def _armed(self) -> list[ActorMention]:
        """The armed group that "the militants" are, if one alone was named of late."""
        near = [m for m in self._recent(MEMORY + 1) if m.kind in NON_STATE and not m.generic]
        if near:
            return near[:1]
        return list(self._groups.values()) if len(self._groups) == 1 else []


_FORCES = ("force", "army", "military", "troop", "guard", "police", "قوات", "جيش", "حرس", "شرطة")
"""Words in the name of whom "the forces" may point back to, rather than to those they fight."""


def _called_force(mention: ActorMention) -> bool:
    told = f"{mention.name} {mention.span.text}".lower()
    return mention.kind in _STATES or any(word in told for word in _FORCES)


def _organ(state: State, organ: str) -> Actor:
    return {"air": state.air, "police": state.police}.get(organ, state.army)


def _as_actor(mention: ActorMention, actor: Actor) -> ActorMention:
    return replace(mention, name=actor.name, actor_id=actor.actor_id, kind=actor.kind, generic=False, coreferent=True)


def _named_after(mention: ActorMention, found: ActorMention) -> ActorMention:
    return replace(
        mention,
        name=found.name,
        actor_id=found.actor_id,
        kind=found.kind,
        generic=False,
        coreferent=True,
        organisation_of_claims=found.organisation_of_claims,
    )


def _same_arm(mention: ActorMention, found: ActorMention) -> bool:
    air = ("Air Force", "air-force")
    return (air[0] in mention.name) == (air[0] in found.name) or air[0] not in mention.name
