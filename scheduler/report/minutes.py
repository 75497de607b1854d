"""Stretches of one day's wall clock, in minutes from midnight, and the lanes in which they lie side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.model.time import Period

DAY_MINUTES = 1440.0
LEAST = 12.0  # minutes that even an instant takes up in a picture


@dataclass(frozen=True, slots=True, order=True)
class Minutes:
    """Minutes [start, end) of one day's wall clock."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def drawn(self) -> Minutes:
        return Minutes(self.start, max(self.end, self.start + LEAST))

    def meets(self, other: Minutes) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a period that falls on one day; `from_before` and `goes_on` say that it is not the whole."""

    span: Minutes
    from_before: bool = False
    goes_on: bool = False


def minute(local: datetime) -> float:
    return local.hour * 60 + local.minute + local.second / 60


def piece(period: Period, on: date, zone: ZoneInfo) -> Piece | None:
    """What of a period falls on a day, as that day's wall clock shows it; None for nothing.

    Where the clock is set back, the end may show an earlier time than the start: then the elapsed minutes count.
    """
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    if on < start.date() or on > end.date() or (on == end.date() != start.date() and minute(end) == 0):
        return None
    first = minute(start) if start.date() == on else 0.0
    last = minute(end) if end.date() == on else DAY_MINUTES
    if last < first or (last == first and period.length):
        last = min(DAY_MINUTES, first + period.length.total_seconds() / 60)
    midnight = datetime(on.year, on.month, on.day, tzinfo=zone) + timedelta(days=1)
    return Piece(Minutes(first, last), start.date() < on, end > midnight)


def merged(spans: Iterable[Minutes]) -> list[Minutes]:
    out: list[Minutes] = []
    for item in sorted(spans):
        if out and item.start <= out[-1].end:
            out[-1] = Minutes(out[-1].start, max(out[-1].end, item.end))
        else:
            out.append(item)
    return out


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The minutes that the wall clock of a day never shows (`missing`) or shows twice."""

    span: Minutes
    missing: bool


def clock_change(on: date, zone: ZoneInfo) -> ClockChange | None:
    """The change of the clock on a day, where there is one."""
    low = datetime(on.year, on.month, on.day, tzinfo=zone).astimezone(UTC)
    high = (datetime(on.year, on.month, on.day, tzinfo=zone) + timedelta(days=1)).astimezone(UTC)
    before, after = low.astimezone(zone).utcoffset(), high.astimezone(zone).utcoffset()
    if before is None or after is None or before == after:
        return None
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    old, new = (high + before).replace(second=0, microsecond=0), (high + after).replace(second=0, microsecond=0)
    first, last = (old, new) if after > before else (new, old)
    if first.date() != on:
        return None
    end = minute(last) if last.date() == on else DAY_MINUTES
    return ClockChange(Minutes(minute(first), end), missing=after > before)


@dataclass(frozen=True, slots=True)
class Lane:
    """The place of one item: lane `index` of `count` in its group; index None means that there was no room left.

    A group with items left out keeps its last lane free, for saying so.
    """

    index: int | None
    count: int
    group: int


def lanes(items: Sequence[Minutes], rank: Sequence[int], most: int) -> list[Lane]:
    """Side-by-side lanes for items that meet; where they need more than `most`, those of lowest rank get no place."""
    places: dict[int, Lane] = {}
    for number, group in enumerate(_groups(items)):
        count = at_once([items[i] for i in group])
        if count <= most:
            inside = _first_fit(group, items, count)
        else:
            count = most
            inside = _first_fit(sorted(group, key=lambda i: (rank[i], items[i], i)), items, most - 1)
        places.update({i: Lane(inside.get(i), count, number) for i in group})
    return [places[i] for i in range(len(items))]


def at_once(group: Sequence[Minutes]) -> int:
    """The most items that share an instant: in order of start, first fit needs no more lanes than that."""
    now = most = 0
    for _, step in sorted([(m.end, -1) for m in group] + [(m.start, 1) for m in group]):
        now += step
        most = max(most, now)
    return most


def _groups(items: Sequence[Minutes]) -> list[list[int]]:
    """Items that hang together by meeting each other, each group in order of time."""
    groups: list[list[int]] = []
    reach = -1.0
    for index in sorted(range(len(items)), key=lambda i: (items[i].start, -items[i].end, i)):
        if not groups or items[index].start >= reach:
            groups.append([])
        groups[-1].append(index)
        reach = max(reach, items[index].end)
    return groups


def _first_fit(order: Sequence[int], items: Sequence[Minutes], count: int) -> dict[int, int]:
    """Each item in the first of `count` lanes where it meets nothing; left out where there is none."""
    filled: list[list[Minutes]] = [[] for _ in range(count)]
    found: dict[int, int] = {}
    for index in order:
        item = items[index]
        for number, lane in enumerate(filled):
            at = bisect_left(lane, item)
            if not (at and lane[at - 1].meets(item)) and not (at < len(lane) and lane[at].meets(item)):
                lane.insert(at, item)
                found[index] = number
                break
    return found
