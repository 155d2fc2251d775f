"""How outlets name actors: each naming with its loaded words, and the namings of a corpus counted."""

from reportedly.framing.counts import ActorCount, OutletCount, WordCount, count_namings
from reportedly.framing.lexicon import FramingLexicon, Kind, LoadedWord, Position, Tone, load_framing
from reportedly.framing.naming import Cue, Naming, namings_of

__all__ = [
    "ActorCount",
    "Cue",
    "FramingLexicon",
    "Kind",
    "LoadedWord",
    "Naming",
    "OutletCount",
    "Position",
    "Tone",
    "WordCount",
    "count_namings",
    "load_framing",
    "namings_of",
]
