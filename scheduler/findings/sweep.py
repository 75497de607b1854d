"""Overlaps by one sweep over the starts and ends: groups instead of pairs, in n log n."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Protocol, TypeVar

from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period

# More members than anybody reads: from here on only the sets that show a pair which no other shows.
MOST_LISTED = 20_000
# More members than a machine should write.
MOST_MEMBERS = 4_000_000


# How many entries have started, which end before the next one starts, and the size of the set to show, or 0.
Moment = tuple[int, list[int], int]


class Timed(Protocol):
    """What takes time."""

    @property
    def occupied(self) -> Period: ...


T = TypeVar("T", bound=Timed)
_START = attrgetter("occupied.start")
_END = attrgetter("occupied.end")


def groups(entries: Iterable[T], wanted: Callable[[T], bool]) -> Iterator[tuple[T, ...]]:
    """Maximal sets of entries that share an instant, each with at least two members and one that is `wanted`.

    Members are sorted by start, and then as in `entries`.
    Every overlapping pair with a wanted member lies in one of the sets. Entries without length overlap nothing. Where
    the sets together would have more than MOST_LISTED members, those are left out whose pairs with a wanted member all
    stand in others. With more than MOST_MEMBERS even then, as of a series that repeats before it ends, each chain of
    entries that overlap one after the other is one set instead.
    """
    timed = sorted((e for e in entries if e.occupied.end > e.occupied.start), key=_START)
    edges = _Edges([wanted(e) for e in timed], [_START(e) for e in timed], [_END(e) for e in timed])
    moments = list(edges.moments(few=False))
    if _members(moments) > MOST_LISTED:
        moments = list(edges.moments(few=True))
    if _members(moments) > MOST_MEMBERS:
        yield from (tuple(timed[i] for i in chain) for chain in edges.chains())
        return
    active: dict[int, T] = {}
    before = 0
    for opened, ending, size in moments:
        active.update(zip(range(before, opened), timed[before:opened], strict=True))
        before = opened
        if size:
            yield tuple(active.values())
        for i in ending:
            del active[i]


def _members(moments: Iterable[Moment]) -> int:
    return sum(size for _, _, size in moments)


class _Edges:
    """The starts and ends of entries that are sorted by start, each known by its place; `marks`: which are wanted."""

    def __init__(self, marks: Sequence[bool], starts: Sequence[datetime], ends: Sequence[datetime]) -> None:
        self.marks, self.starts, self.ends = marks, starts, ends
        self.by_end = sorted(range(len(ends)), key=ends.__getitem__)

    def moments(self, *, few: bool) -> Iterator[Moment]:
        """Whenever something ends after something has started: the set of then can grow no more.

        Touching is no overlap: what ends at an instant is gone when the next one starts.
        """
        marks, starts, ends, by_end, count = self.marks, self.starts, self.ends, self.by_end, len(self.starts)
        opened = closed = size = marked = 0
        shown = fresh = fresh_marked = 0  # Fresh are those that started since a set was shown, places `shown` and up.
        while closed < count:
            end = ends[by_end[closed]]
            while opened < count and starts[opened] < end:
                size += 1
                fresh += 1
                if marks[opened]:
                    marked += 1
                    fresh_marked += 1
                opened += 1
            last = closed + 1
            while last < count and (opened == count or ends[by_end[last]] <= starts[opened]):
                last += 1
            ending, closed = by_end[closed:last], last
            if few:
                # A pair is new where one of it is fresh; it has to be shown before the first of it ends.
                new = any(
                    (fresh if i < shown else size > 1) if marks[i] else (fresh_marked if i < shown else marked)
                    for i in ending
                )
            else:
                new = size > 1 and marked > 0
            yield opened, ending, size if new else 0
            if new:
                shown, fresh, fresh_marked = opened, 0, 0
            for i in ending:
                size -= 1
                marked -= marks[i]
                if i >= shown:
                    fresh -= 1
                    fresh_marked -= marks[i]

    def chains(self) -> Iterator[range]:
        first = 0
        until = self.starts[0]
        for i, start in enumerate(self.starts):
            if start >= until:
                yield from self._chain(first, i)
                first = i
            until = max(until, self.ends[i])
        yield from self._chain(first, len(self.starts))

    def _chain(self, first: int, last: int) -> Iterator[range]:
        if last - first > 1 and any(self.marks[first:last]):
            yield range(first, last)


def overlapping_pairs(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """All pairs that overlap, each once, the earlier start first; as many as there are."""
    ordered = sorted(
        (o for o in occurrences if o.occupied.end > o.occupied.start), key=lambda o: (o.occupied.start, o.occupied.end)
    )
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 :]:
            if second.occupied.start >= first.occupied.end:
                break
            yield first, second
