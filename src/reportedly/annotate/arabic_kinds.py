"""Kinds of sense that Arabic syntax asks for, read from the lexicons that the coder reads."""

from __future__ import annotations

from functools import cache

from reportedly.resources import load_csv, load_toml

MEANS = frozenset(
    {"artillery", "aerial", "air", "missile", "rocket", "mortar", "ground", "suicide", "drone", "chemical", "sniper"}
)
"""Adjectives that tell the means of a deed, not its doer: in «قصف النظام المدفعي» it is the shelling that they describe."""


@cache
def _nouns(kind: str) -> frozenset[str]:
    body = load_toml("en/nouns.toml")[kind]
    return frozenset(body["words"])


@cache
def deed_nouns() -> frozenset[str]:
    """Return the nouns that tell an event or its toll."""
    entries = load_toml("en/triggers.toml")["trigger"]
    return frozenset(lemma.split()[-1] for e in entries if e["pos"] == "noun" for lemma in e["lemmas"]) - {"convoy"}


@cache
def arms() -> frozenset[str]:
    """Return the nouns of weapons and what they fire."""
    return _nouns("arms") | {"gunfire", "fire", "bullet", "knife", "sniper", "aircraft", "warplane", "helicopter"}


@cache
def persons() -> frozenset[str]:
    """Return the nouns of persons."""
    return _nouns("person") | {"dead", "wounded", "injured", "unidentified", "unknown"}


@cache
def peoples() -> frozenset[str]:
    """Return the adjectives of states, which as nouns are people («فلسطينيان»)."""
    rows = load_csv("actors/states.csv")
    return frozenset(word.lower() for row in rows for word in row["adjectives"].split("|") if word)


@cache
def territory() -> frozenset[str]:
    """Return the nouns of places."""
    return _nouns("territory") | {"countryside", "outskirts", "vicinity", "governorate"}


@cache
def homes() -> frozenset[str]:
    """Return the nouns of what civilians live in or meet in."""
    return _nouns("civil") | _nouns("dwelt")


SITES = frozenset(
    "position site point post headquarters camp base barracks checkpoint depot warehouse fortification stronghold "
    "gathering concentration center centre outpost trench bunker airport".split()
)
"""What forces own and others hit: «استهدفت مواقع النظام» names no doer."""

DOERS = frozenset(
    "unidentified force forces army troop militia group organisation organization faction regime government aircraft warplane "
    "jet plane helicopter drone police gunman militant rebel fighter terrorist soldier coalition movement occupation gang "
    "battalion brigade division patrol insurgent element artillery navy front party enemy command attacker bomber "
    "assailant unit detachment security guard army-unit settler mercenary cell".split()
)
"""Who does violence, as the owner of a deed's noun: «قصف قوات النظام» is done by them, «قصف البلدة» is done to it."""

SUFFERED = frozenset(
    "kill injure wound arrest detain abduct kidnap assassinate execute martyr behead murder slaughter release free "
    "rape torture stab capture destroy damage burn displace hurt imprison bury defuse dismantle sign foil thwart close "
    "evacuate exhume find discover transfer deport hang treat hospitalise lynch poison shoot slay hold publish mention "
    "loot steal confiscate demolish detonate rescue train attribute".split()
)
"""Verbs whose passive is written like the active and whose single noun suffers («قتل خمسة مدنيين»)."""

STRIKES = frozenset("shell bombard bomb target hit strike attack raid storm pound snipe besiege burn enter".split())
"""Verbs that may leave their subject to the sentence before: a single noun that is a place is what they hit."""


COUNTED = frozenset("dead wounded injured casualty victim martyr fatality injury detainee prisoner".split())
"""Nouns that count people and govern no phrase of a deed's («أصيبوا بجروح جراء القصف»), unless they are a verb's noun."""

TOLLS = frozenset(
    "killing death injury wounding arrest detention abduction kidnapping assassination execution murder martyrdom capture "
    "torture release rape beheading displacement martyr".split()
)
"""Nouns of deeds whose owner suffers («مقتل مسلح»), whoever it is."""

CARRIED_OUT = frozenset({"ambush", "attack", "airstrike", "bombing", "bomb attack", "explosion", "raid"})
"""Deeds that own no noun with a pronoun: what follows says who did them («كمين نصبه مسلحون»)."""

DIRECTIONS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})
"""Directions, which stand before a place like a preposition («شمال غربي إدلب»)."""


OFFICES = frozenset(
    "observatory network organisation organization committee commission spokesman spokesperson spokeswoman command "
    "commander centre center council association agency office union movement league federation authority army force "
    "director head president chief secretary minister ministry department body institution directorate service statement".split()
)
"""Nouns that take ل for *of* («المرصد السوري لحقوق الإنسان»), not for *to*, though somebody speaks."""
