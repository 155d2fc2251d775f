"""Where within a town and in which part of the day a mention sets its deed, by which two of one day are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.records import Mention
from reportedly.resources import load_toml

_ARABIC = re.compile(r"[\u0600-\u06ff]")


def words_of(mention: Mention) -> tuple[str, ...]:
    """Return the words that tell a mention, each once: its quote, its tolls, and the statements that tell the whole event."""
    tolls = (toll.span.text for toll in (mention.killed, mention.injured) if toll is not None)
    said = (claim.span.text for claim in mention.claims if claim.field == "event")
    return tuple(dict.fromkeys((mention.quote.text, *tolls, *said)))


@cache
def _sites() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    """Return the patterns of a site that was hit and of one joined to it, and the bit of each word for one."""
    raw = load_toml("link/sites.toml")
    bits = {word: 1 << n for n, words in enumerate(raw["sites"].values()) for word in words}
    long_first = sorted(bits, key=lambda word: (-len(word), word))
    english = "|".join(re.escape(word) for word in long_first if not _ARABIC.search(word))
    arabic = "|".join(re.escape(word) for word in long_first if _ARABIC.search(word))
    reach, before, after = ("|".join(raw["english"][part]) for part in ("reach", "before", "after"))
    near, told = ("|".join(raw["arabic"][part]) for part in ("reach", "before"))
    joined = rf"\s*(?:,|\band\b|\bor\b|\bو)\s*(?:\w+\s+){{0,2}}?(?:ال)?(?P<more>{english}|{arabic})(?:e?s)?\b"
    return (
        re.compile(
            rf"(?P<no>\b(?:{before})\s+(?:\w+\s+)?)?\b(?:{reach})\s+(?:[\w’'-]+\s+){{0,3}}?(?P<en>{english})(?:e?s)?\b"
            rf"(?!\s+(?:{after})\b)"
            rf"|(?P<noar>\b\w?(?:{told})\s+(?:\w+\s+)?)?\b(?:و?(?:{near})\s+(?:\w+\s+)?|ب)(?:ال)?(?P<ar>{arabic})\b",
            re.IGNORECASE,
        ),
        re.compile(joined, re.IGNORECASE),
        bits,
    )


def sites_in(text: str) -> int:
    """Return the bit set of the sites that words tell as hit (``resources/link/sites.toml``), 0 where they tell none."""
    pattern, joined, bits = _sites()
    found = 0
    for match in pattern.finditer(text):
        if match["no"] is None and match["noar"] is None:
            found |= bits[(match["en"] or match["ar"]).lower()]
            end = match.end()
            while (more := joined.match(text, end)) is not None:
                found |= bits[more["more"].lower()]
                end = more.end()
    return found


def sites_of(mention: Mention) -> int:
    """Return the bit set of the sites that a mention tells as hit."""
    found = 0
    for text in words_of(mention):
        found |= sites_in(text)
    return found


@cache
def _hours() -> tuple[re.Pattern[str], dict[str, int]]:
    numbers = {word: band["number"] for band in load_toml("link/hours.toml")["band"] for word in band["words"]}
    words = "|".join(re.escape(word) for word in sorted(numbers, key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE), numbers


def hour_in(text: str) -> int | None:
    """Return the part of the day that words name (``resources/link/hours.toml``), ``None`` for none or for several."""
    pattern, numbers = _hours()
    found = {numbers[match.group().lower()] for match in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None


def hour_of(mention: Mention) -> int | None:
    """Return the part of the day in which a mention sets its deed: by the words of its date, else by its quote."""
    dated = mention.date.span.text if mention.date is not None else ""
    named = hour_in(dated)
    return hour_in(mention.quote.text) if named is None else named


@dataclass(frozen=True, slots=True)
class _More:
    """The patterns of a deed told as one more of its kind: as any, as the second of a day, as counted over longer."""

    another: re.Pattern[str]
    second: re.Pattern[str]
    longer: re.Pattern[str]
    same_day: re.Pattern[str]


@cache
def _more() -> _More:
    """Return the patterns of ``resources/link/another.toml``: English puts the mark before its noun, Arabic behind it."""
    raw = load_toml("link/another.toml")
    english, arabic = raw["english"], raw["arabic"]
    deeds, named = "|".join(english["deeds"]), "|".join(arabic["deeds"])

    def told(before: list[str], behind: list[str]) -> str:
        words = rf"\b(?:{'|'.join(before)})\s+(?:[\w-]+\s+){{0,2}}(?:{deeds})s?\b"
        return rf"{words}|\b\w{{0,2}}(?:{named})\s+(?:\w+\s+)?(?:ال)?(?:{'|'.join(behind)})\b"

    after = told(english["after"], ["$^"]) + rf"|\b(?:{'|'.join(arabic['after'])})\s+(?:{named})\b"
    patterns = (
        rf"{told(english['marks'], arabic['marks'])}|{after}",
        rf"{told(raw['second'], raw['second_arabic'])}|{after}",
        rf"\W+(?:\w+\W+){{0,5}}?(?:{'|'.join(raw['longer'])})\b",
        rf"\b(?:{'|'.join(raw['same_day'])})\b",
    )
    return _More(*(re.compile(words, re.IGNORECASE) for words in patterns))


def tells_another(text: str) -> bool:
    """Return whether words tell a deed as one more of its kind (``resources/link/another.toml``)."""
    return _more().another.search(text) is not None


def tells_second(text: str) -> bool:
    """Return whether words tell a deed as the second of its day, after another that is told elsewhere."""
    more = _more()
    return any(more.longer.match(text, found.end()) is None for found in more.second.finditer(text))


def _headline(mention: Mention) -> str:
    """Return a report's title where it names the mention's place, so that it tells of its deed."""
    place, title = mention.place, mention.report.title
    return title if title and place and place.name and place.name in title else ""


def is_another(mention: Mention) -> bool:
    """Return whether a mention is told as one more deed of its kind, in its words or its place's headline."""
    return is_second(mention) or any(tells_another(words) for words in (*words_of(mention), _headline(mention)))


def is_second(mention: Mention) -> bool:
    """Return whether a mention is told as the second deed of its day: in words, or as one of a series over no longer."""
    counted = (c.series for c in mention.claims if c.series is not None and c.series.number > 1)
    today = any(series.window is None or _more().same_day.search(series.window.text) for series in counted)
    return today or any(tells_second(words) for words in (*words_of(mention), _headline(mention)))
