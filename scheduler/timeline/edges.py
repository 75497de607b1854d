"""The days on which clocks change, so that not every time has to be asked whether it is one of the odd ones."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from scheduler.model.time import DAY, Period, at_edge

_LONGEST = timedelta(days=4000)


class _Days(NamedTuple):
    """Of the wall-clock days from `low` to `high` (not in it), those near a change of the clock."""

    low: datetime
    high: datetime
    near: frozenset[date]


def at_edge_in(window: Period, wall: datetime, zone: tzinfo) -> bool:
    """`wall` lies in a gap or a fold of `zone`; quick for the times that lie in `window` (UTC)."""
    if zone is UTC:
        return False
    days = _changes(zone, window)
    if days is not None and days.low <= wall < days.high and (not days.near or wall.date() not in days.near):
        return False
    return at_edge(wall, zone)


@lru_cache(maxsize=64)
def _changes(zone: tzinfo, window: Period) -> _Days | None:
    """None for a window so long that asking for each time is as quick."""
    if window.length > _LONGEST or window.start.year < 3 or window.end.year > 9996:
        return None
    low = window.start.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0) - 2 * DAY
    count = (window.end.replace(tzinfo=None) - low).days + 3
    midnights = [low + n * DAY for n in range(count)]
    offsets = [m.replace(tzinfo=zone).utcoffset() for m in midnights]
    near = {midnights[n + k].date() for n in range(count - 1) if offsets[n] != offsets[n + 1] for k in (0, 1)}
    return _Days(midnights[1], midnights[-1], frozenset(near))
