"""Short words for a mention's fields, shared by the terminal views."""

from __future__ import annotations

from reportedly.records import Mention, Toll

_SHORT = {
    "Government regains territory": "Government gain",
    "Non-state actor overtakes territory": "Non-state gain",
    "Excessive force against protesters": "Force on protest",
    "Protest with intervention": "Protest stopped",
    "Shelling/artillery/missile attack": "Shelling/missile",
    "Remote explosive/landmine/IED": "Explosive/mine",
    "Abduction/forced disappearance": "Abduction",
    "Change to group/activity": "Group change",
    "Headquarters or base established": "New base",
    "Looting/property destruction": "Looting/burning",
    "Non-violent transfer of territory": "Transfer",
    "Disrupted weapons use": "Weapons stopped",
}


def deed_name(sub_event_type: str) -> str:
    """Return a sub-event type in at most 17 letters."""
    return _SHORT.get(sub_event_type, sub_event_type)


def range_text(toll: Toll) -> str:
    """Return a toll as ``3``, ``3+`` (open-ended), or ``0-10``."""
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.best) if toll.low == toll.high else f"{toll.low}-{toll.high}"


def _names(mention: Mention, role: str) -> str:
    return ", ".join(a.name for a in mention.actors if a.role.value == role)


def sides_text(mention: Mention) -> str:
    """Return ``perpetrator > target``, with ``?`` for a side that the words do not name."""
    participants = _names(mention, "participant")
    doers, hit = _names(mention, "perpetrator"), _names(mention, "target")
    if participants and not doers:
        return f"{participants} > {hit}" if hit else participants
    return f"{doers or '?'} > {hit or '?'}" if doers or hit else "?"


def claimants_of(mention: Mention) -> str:
    """Return who says so: each claimant with the field it vouches for, or the outlet where nobody is named."""
    if not mention.claims:
        return f"[{mention.report.source or 'outlet'}]"
    return "; ".join(
        dict.fromkeys(
            c.claimant.text if c.field == "event" else f"{c.claimant.text} ({c.field})" for c in mention.claims
        )
    )
