"""Overlaps by one sweep over the starts and ends: groups instead of pairs, in n log n."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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


def _any(_entry: object) -> bool:
    return True


def groups(
    entries: Iterable[T], wanted: Callable[[T], bool], untold: Callable[[T], bool] = _any
) -> Iterator[tuple[T, ...]]:
    """Maximal sets of entries that share an instant, each with at least two members and one that is `wanted`.

    Members are sorted by start, and then as in `entries`. Entries without length overlap nothing. Every overlapping
    pair with a wanted member lies in one of the sets. Where the sets together would have more than MOST_LISTED members,
    those are left out that are not needed for it, nor are pairs then of which no member is `untold`. With more than
    MOST_MEMBERS even then, as of a series that repeats before it ends, each chain of entries that overlap one after the
    other is one set instead.
    """
    timed = sorted((e for e in entries if e.occupied.end > e.occupied.start), key=_START)
    kinds = [2 * wanted(e) + untold(e) for e in timed]
    edges = _Edges(kinds, [_START(e).timestamp() for e in timed], [_END(e).timestamp() for e in timed])
    moments = _at_most(MOST_LISTED, edges.moments(few=False))
    if moments is None:
        moments = _at_most(MOST_MEMBERS, edges.moments(few=True))
    if moments is None:
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


def _at_most(members: int, moments: Iterable[Moment]) -> list[Moment] | None:
    """All of them; None where their sets have more members together."""
    found = []
    for moment in moments:
        found.append(moment)
        members -= moment[2]
        if members < 0:
            return None
    return found


# Which kinds make a pair that has to be shown with each kind: one of the two is wanted (2), and one is untold (1).
_PARTNERS = ((3,), (2, 3), (1, 3), (0, 1, 2, 3))


class _Edges:
    """The starts and ends of entries that are sorted by start, each known by its place and by its kind.

    Both in seconds, since nothing is done with them as often as to compare them.
    """

    def __init__(self, kinds: Sequence[int], starts: Sequence[float], ends: Sequence[float]) -> None:
        self.kinds, self.starts, self.ends = kinds, starts, ends
        self.by_end = sorted(range(len(ends)), key=ends.__getitem__)

    def moments(self, *, few: bool) -> Iterator[Moment]:
        """Whenever something ends after something has started: the set of then can grow no more.

        Touching is no overlap: what ends at an instant is gone when the next one starts.
        """
        kinds, starts, ends, by_end, count = self.kinds, self.starts, self.ends, self.by_end, len(self.starts)
        opened = closed = shown = 0
        active = [0, 0, 0, 0]  # How many of each kind.
        fresh = [0, 0, 0, 0]  # Of them those that started since a set was shown: places `shown` and up.
        while closed < count:
            end = ends[by_end[closed]]
            while opened < count and starts[opened] < end:
                active[kinds[opened]] += 1
                fresh[kinds[opened]] += 1
                opened += 1
            last = closed + 1
            while last < count and (opened == count or ends[by_end[last]] <= starts[opened]):
                last += 1
            ending, closed = by_end[closed:last], last
            size = opened - closed + len(ending)
            if few:
                # A pair is new where one of it is fresh; it has to be shown before the first of it ends.
                new = any(_pairs(kinds[i], active if i >= shown else fresh, i >= shown) for i in ending)
            else:
                new = size > 1 and active[2] + active[3] > 0
            yield opened, ending, size if new else 0
            if new:
                shown, fresh = opened, [0, 0, 0, 0]
            for i in ending:
                active[kinds[i]] -= 1
                if i >= shown:
                    fresh[kinds[i]] -= 1

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
        if last - first > 1 and any(kind > 1 for kind in self.kinds[first:last]):
            yield range(first, last)


def _pairs(kind: int, others: Sequence[int], counted: bool) -> bool:
    """Whether an entry of that kind makes a pair that has to be shown with one of others, itself `counted` or not."""
    return sum(others[k] for k in _PARTNERS[kind]) > (counted and kind in _PARTNERS[kind])


def overlapping_pairs(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """All pairs that overlap, each once, the earlier start first; as many as there are.

    For callers of the library, and for tests to compare with: findings are groups.
    """
    ordered = sorted(
        (o for o in occurrences if o.occupied.end > o.occupied.start), key=lambda o: (o.occupied.start, o.occupied.end)
    )
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 :]:
            if second.occupied.start >= first.occupied.end:
                break
            yield first, second
