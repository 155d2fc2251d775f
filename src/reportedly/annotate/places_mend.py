"""Give a point to names that the gazetteer lacks where the words put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.gazetteer import Gazetteer, GazetteerPlace
from reportedly.annotate.gazetteer_records import distance_km
from reportedly.annotate.placenames import generic_key, place_key
from reportedly.annotate.places_belief import CITY, TOWN, Found, Setting

TOWN_KM, AROUND_KM = 15.0, 60.0
"""Kilometres: how far from a town's point its quarters lie, and what is told to lie in its countryside."""

_TWINS = frozenset({"Damascus", "Rural Damascus"})


def _twins(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Tell whether two provinces are a capital and the ring around it, which reports do not keep apart."""
    return {one.admin1, other.admin1} <= _TWINS


def _inside(hit: GazetteerPlace, container: GazetteerPlace, gazetteer: Gazetteer, part: bool) -> bool:
    """Tell whether an entry can lie in a container: the province agrees, or the town is near."""
    if container.level == "country":
        return hit.country == container.country
    if container.level in ("admin1", "region"):
        same = container.admin1 is None or hit.admin1 is None or hit.admin1 == container.admin1
        return same or _twins(hit, container) or gazetteer.touches(hit, container.admin1 or "")
    return distance_km(hit, container) < (TOWN_KM if part else AROUND_KM)


def mend(
    found: Found,
    around: tuple[GazetteerPlace | None, GazetteerPlace | None],
    setting: Setting,
    gazetteer: Gazetteer,
) -> tuple[GazetteerPlace, ...]:
    """Give a name that the gazetteer lacks there the area around it, or return near spellings to choose from.

    Args:
        found: The name; its entry is changed if the area gives the point.
        around: What the words put around it, and else what its sentence or report names.
        setting: The report.
        gazetteer: For near spellings.
    """
    container, area = around
    entry, part = found.entry, found.around.typed == "part"
    bound = container or (area if part and (entry is None or entry.population < TOWN) else None)
    if entry is not None and (bound is None or entry.level != "point" or _inside(entry, bound, gazetteer, part)):
        return ()
    great = entry is not None and (entry.population >= (TOWN if part else CITY) or entry.source == "table")
    if great and not found.name.loose and entry is not None and bound is not None and entry.admin1 == bound.admin1:
        return ()
    told = entry is not None and entry.population >= TOWN and found.group is not None and not found.name.loose
    if (great or told) and not part:
        return ()
    area = container or area
    country = area.country if area is not None and area.country else setting.home
    near = gazetteer.lookup_loose(found.name.text, country) if country else ()
    near = tuple(h for h in near if h.level == "point" and (area is None or _inside(h, area, gazetteer, part)))
    # A "Tell" is put before a village's name and left out again as freely as an article.
    if not near and country and area is not None and generic_key(found.name.text) == generic_key("Tell X"):
        rest = gazetteer.lookup_loose(found.name.text.partition(" ")[2], country)
        near = tuple(h for h in rest if h.level == "point" and _inside(h, area, gazetteer, part))
    if near:
        return near
    if area is not None:
        found.entry, found.known = _area_of(area, part or found.around.typed == "site", gazetteer), False
    elif found.entry is None:
        found.known = False
    return ()


def _area_of(container: GazetteerPlace, part: bool, gazetteer: Gazetteer) -> GazetteerPlace:
    """Return what gives an unknown name its point: the town for a part of it, else the province."""
    if part or container.admin1 is None or container.level == "admin1":
        return container
    return gazetteer.admin1_of(container.country, container.admin1) or container


def _as_region(found: Found) -> bool:
    """Tell whether the words make a region of the name, whatever it meant elsewhere."""
    return found.around.direction or found.around.typed in ("admin1", "countryside")


def follow(every: Sequence[Found]) -> None:
    """Let a name mean what it meant where the report said in which town or province it lies."""
    told = {place_key(f.name.text): f for f in reversed(every) if f.within is not None and f.entry is not None}
    for found in every:
        first = told.get(place_key(found.name.text))
        if first is None or found.within is not None or (found.entry and found.entry.level not in ("point", "admin1")):
            continue
        if first.entry is not None and (not first.known or first.entry.level == "point") and not _as_region(found):
            found.entry, found.known = first.entry, first.known
            typed = found.around.typed or first.around.typed
            found.around = replace(found.around, typed=typed if typed in ("part", "site") else found.around.typed)
