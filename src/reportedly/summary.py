"""Short words for a mention's fields, shared by the terminal views."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from reportedly.codebook import SHORT_TYPES
from reportedly.records import Claim, ClaimantKind, Mention, Report, ReportRef, Stance, Status, Toll

_STATUS = {
    Status.AGGREGATE: "agg",
    Status.BACKGROUND: "bg",
    Status.HYPOTHETICAL: "hyp",
    Status.DENIED: "denied",
}

LEGEND = (
    "~ near   + or more   ? not known   · not told   [outlet] nobody else is named",
    "agg aggregate   bg background   hyp hypothetical   denied by the report itself",
)
"""What the signs of the table mean, in lines that fit 80 columns."""

_DIRECTIONS = frozenset(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Characters that turn the direction of what follows them on the screen."""


def visible(text: str) -> str:
    """Return ``text`` with a space for each control or line-breaking character and no direction characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if char.isspace() or unicodedata.category(char) == "Cc" else char
        for char in text
        if char not in _DIRECTIONS and unicodedata.category(char) != "Cs"
    )


def one_line(text: str) -> str:
    """Return ``text`` as one line that cannot steer a terminal: no control, direction or line-breaking characters."""
    return " ".join(visible(text).split())


def is_right_to_left(text: str) -> bool:
    """Return whether ``text`` holds letters of a script that is read from the right."""
    return any("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc" for char in text)


FIRST_STRONG, END_OF_ISOLATE = "\u2068", "\u2069"
"""Unicode's isolate in the direction of its first letter. The views put it around words, on a screen and in a pipe alike,
so that no column moves; records (JSON lines, CSV) hold the words as written and nothing else."""


def isolated(text: str) -> str:
    """Return ``text`` in an isolate if it is read from the right, so that it orders itself apart from its line."""
    return f"{FIRST_STRONG}{text}{END_OF_ISOLATE}" if is_right_to_left(text) else text


def fit_isolated(text: str, width: int) -> str:
    """Return a line of isolates in at most ``width`` cells; one that the cut leaves open is closed, in no cell."""
    cut = fit(text, width)
    return cut + END_OF_ISOLATE * (cut.count(FIRST_STRONG) - cut.count(END_OF_ISOLATE))


def report_facts(report: Report | ReportRef) -> tuple[str, ...]:
    """Return what a heading says of a report: file and part, source, day and title."""
    title = report.title if report.title and report.title != report.source else None
    day = report.published.isoformat() if report.published else "day not known"
    facts = (f"{report.file} part {report.part}", report.source or "source not known", day, title)
    return tuple(one_line(fact) for fact in facts if fact)


def fit(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` cells of a terminal, cut with an ellipsis if longer."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def deed_name(sub_event_type: str) -> str:
    """Return a sub-event type in at most 18 letters."""
    return SHORT_TYPES.get(sub_event_type, sub_event_type)


def deed_text(mention: Mention) -> str:
    """Return the sub-event type, after the status where the mention is no event."""
    name = deed_name(mention.sub_event_type)
    return name if mention.status is Status.EVENT else f"{_STATUS[mention.status]}: {name}"


def date_text(edtf: str) -> str:
    """Return an EDTF date; the end of an interval loses the year and month that it shares with the start."""
    start, slash, end = edtf.partition("/")
    first, last = start.split("-"), end.split("-")
    # 2021/2021-03 stays, for 2021/03 would read as March.
    if not slash or start == end or len(last) < max(2, len(first)) or (len(first), len(last)) == (1, 2):
        return edtf
    shared = 0
    while shared < min(len(first), len(last) - 1) and first[shared] == last[shared]:
        shared += 1
    return f"{start}/{'-'.join(last[shared:])}"


def place_text(mention: Mention) -> str:
    """Return the place as written, with ``~`` where it was near it, ``?`` where nothing is known."""
    place = mention.place
    if place is None:
        return "?"
    name = place.name or place.admin1 or place.country or "?"
    return f"~{name}" if place.precision == 2 else name


def range_text(toll: Toll | None) -> str:
    """Return a toll as ``3``, ``3+`` (open-ended), ``0-10``, or ``·`` where the report does not tell."""
    if toll is None:
        return "·"
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.best) if toll.low == toll.high else f"{toll.low}-{toll.high}"


def _names(mention: Mention, role: str) -> str:
    return ", ".join(dict.fromkeys(a.name for a in mention.actors if a.role.value == role))


def sides_text(mention: Mention, width: int) -> str:
    """Return ``perpetrator > target`` in ``width`` cells, with ``?`` for a side that the words do not name.

    Where both do not fit, both are cut, so that neither hides the other.
    """
    taking_part = _names(mention, "participant")
    doers, hit = _names(mention, "perpetrator") or taking_part, _names(mention, "target")
    if not hit and (taking_part or not doers):
        return fit(doers or "?", width)
    return two_sides(doers, hit, width)


def two_sides(doers: str, hit: str, width: int) -> str:
    """Return ``doers > hit`` in ``width`` cells, both cut where both do not fit, ``?`` for a side that is empty."""
    left, right = one_line(doers) or "?", one_line(hit) or "?"
    room = width - 3
    if cell_len(left) + cell_len(right) > room:
        half = max(room // 2, room - cell_len(right))
        left = fit(left, half)
        right = fit(right, room - cell_len(left))
    return f"{left} > {right}"


def _first_and_more(names: Iterable[str], width: int) -> str:
    first, *others = names
    more = f" +{len(others)}" if others else ""
    return fit(first, width - len(more)) + more


def _vouched(claim: Claim) -> str:
    """Return a claimant with the field it vouches for or denies."""
    field = "" if claim.field == "event" else claim.field
    if claim.stance is Stance.DENIES:
        return f"{' '.join(filter(None, ('denies', field)))}: {claim.claimant.text}"
    return f"{claim.claimant.text} ({field})" if field else claim.claimant.text


def claimants_text(mention: Mention, width: int) -> str:
    """Return who says so in ``width`` cells: each claimant with the field it vouches for, but for the outlet itself.

    ``[outlet]`` stands where nobody else says anything. Where the claimants do not fit, the fields go first, then all
    claimants but the first, who are counted: ``the army +2``.
    """
    claims = [claim for claim in mention.claims if claim.claimant.kind is not ClaimantKind.OUTLET]
    if not claims:
        return fit("[outlet]", width)
    with_field = dict.fromkeys(_vouched(claim) for claim in claims)
    by_name: dict[str, str] = {}
    for claim in claims:
        name = f"denies: {claim.claimant.text}" if claim.stance is Stance.DENIES else claim.claimant.text
        by_name.setdefault(claim.claimant.text.casefold(), one_line(name))
    names = list(by_name.values())
    for text in (one_line("; ".join(with_field)), "; ".join(names)):
        if cell_len(text) <= width:
            return text
    return _first_and_more(names, width)
