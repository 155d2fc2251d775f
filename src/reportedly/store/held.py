"""What the store holds of a time, a country and some kinds of deed, for comparison with totals that reports give."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.store.database import Store


@dataclass(frozen=True, slots=True)
class HeldIncident:
    """An incident that a total may count.

    Attributes:
        incident_id: Its id.
        admin1: Province of its place.
        lat: Degrees north, WGS 84.
        lon: Degrees east, WGS 84.
        killed: The summary, as ``tolls.write_range`` writes it.
        injured: Likewise.
        perpetrators: All who are told as such, denials aside.
    """

    incident_id: str
    admin1: str | None
    lat: float | None
    lon: float | None
    killed: str | None
    injured: str | None
    perpetrators: tuple[str, ...]


def read_held(
    store: Store, first: date | None, last: date | None, country: str | None, kinds: Sequence[str]
) -> Iterator[HeldIncident]:
    """Yield the incidents that may have happened in a stretch of time, by id; those without a day are left out.

    Args:
        store: The store.
        first: First day; ``None`` for no bound.
        last: Last day; ``None`` for no bound.
        country: ISO 3166-1 alpha-2; ``None`` for any. An incident of no known country may lie in it.
        kinds: Sub-event types.
    """
    rows = store.rows(
        "SELECT incident_id, admin1, latitude, longitude, killed, injured, "
        "(SELECT json_group_array(DISTINCT value) FROM tellings AS t WHERE t.incident_id = i.incident_id "
        "AND field = 'perpetrator' AND stance <> 'denies' AND value IS NOT NULL) "
        "FROM incidents AS i WHERE date_first <= ? AND date_last >= ? AND (? IS NULL OR coalesce(country, ?) = ?) "
        "AND sub_event_type IN (SELECT value FROM json_each(?)) ORDER BY incident_id",
        (
            (last or date.max).isoformat(),
            (first or date.min).isoformat(),
            *(country,) * 3,
            json.dumps(list(kinds)),
        ),
    )
    for ident, admin1, lat, lon, killed, injured, doers in rows:
        yield HeldIncident(ident, admin1, lat, lon, killed, injured, tuple(sorted(json.loads(doers))))
