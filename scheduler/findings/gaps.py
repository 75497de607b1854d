"""Gaps that are too tight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from scheduler.findings.collisions import notice_of
from scheduler.findings.entry import Entry
from scheduler.findings.moves import moves_first
from scheduler.findings.notice import Notices
from scheduler.findings.place import stated_travel
from scheduler.findings.terms import Terms
from scheduler.findings.words import first_move, lasting, minutes, title
from scheduler.model.finding import Finding, Level

# More pairs than anybody reads: from here on a crowd shows its nearest neighbours only.
MOST_PAIRS = 2_000
MOST_STEPS = 1_000_000
NEAR = 200
_NO_TIME = timedelta()
# Entries of one kind by their places, in the order of their starts or ends, and those.
_Pool = tuple[Sequence[int], Sequence[datetime]]


def tight_gaps(entries: Sequence[Entry], terms: Terms, notices: Notices) -> Iterator[Finding]:
    """Every pair with too little time in between.

    In a crowd, for each entry that findings are asked for only its nearest neighbour before and after it, and of an
    interview how many more lie near it.
    """
    gaps = _Gaps(entries, terms)
    pairs = list(islice(gaps.pairs(), MOST_PAIRS + 1))
    crowd = len(pairs) > MOST_PAIRS or gaps.steps > MOST_STEPS
    if crowd:
        pairs = list(dict.fromkeys((*gaps.nearest_after(), *gaps.nearest_before())))
    for i, j in pairs:
        yield gaps.finding(i, j, gaps.others_near(i, j) if crowd else "", notices)


class _Pools:
    """The kinds of neighbours: whatever there is, interviews, what has a place, interviews that have one."""

    def __init__(self, timed: Sequence[Entry], order: Sequence[int], moments: Sequence[datetime]) -> None:
        self.timed = timed
        self.every = (order, [moments[i] for i in order])
        self.interviews, self.placed, self.placed_interviews = (
            (kept, [moments[i] for i in kept])
            for kept in (
                [i for i in order if timed[i].interview],
                [i for i in order if timed[i].place is not None],
                [i for i in order if timed[i].interview and timed[i].place is not None],
            )
        )

    def of(self, i: int, buffer: timedelta, reach: timedelta) -> list[tuple[_Pool, timedelta]]:
        """Where what is too near to an entry can be found, and how far away: with an interview, or on the way."""
        entry = self.timed[i]
        pools: list[tuple[_Pool, timedelta]] = [(self.every if entry.interview else self.interviews, buffer)]
        if entry.place is not None:
            pools.append((self.placed if entry.wanted else self.placed_interviews, reach))
        return pools


class _Gaps:
    """Pairs of entries, by their places in `timed` (sorted by start), between which the time is too short."""

    def __init__(self, entries: Sequence[Entry], terms: Terms) -> None:
        self.terms = terms
        self.timed = timed = [e for e in entries if not e.o.all_day and e.end > e.start]
        self.travel = [terms.travel if e.place is None else stated_travel(e.o) or terms.travel for e in timed]
        self.reach = terms.buffer + max(self.travel, default=terms.travel)
        starts, ends = [e.start for e in timed], [e.end for e in timed]
        self.later = _Pools(timed, range(len(timed)), starts)
        self.earlier = _Pools(timed, sorted(range(len(timed)), key=lambda i: (ends[i], timed[i].key)), ends)
        self.near: dict[int, int] = {}
        self.steps = 0

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All of them; ends early, with `steps` over MOST_STEPS, where there is too much to compare."""
        for i, entry in enumerate(self.timed):
            found: set[int] = set()
            for (places, starts), reach in self.later.of(i, self.terms.buffer, self.reach):
                low = bisect_left(starts, entry.end)
                found.update(places[low : bisect_left(starts, entry.end + reach, low)])
            self.steps += len(found)
            if self.steps > MOST_STEPS:
                return
            yield from ((i, j) for j in sorted(found) if self._too_close(i, j))

    def nearest_after(self) -> Iterator[tuple[int, int]]:
        for i, entry in enumerate(self.timed):
            if entry.wanted:
                pools = self.later.of(i, self.terms.buffer, self.reach)
                found = [j for pool, reach in pools if (j := self._next(i, pool, reach)) is not None]
                if found:
                    yield i, min(found)

    def nearest_before(self) -> Iterator[tuple[int, int]]:
        for j, entry in enumerate(self.timed):
            if entry.wanted:
                pools = self.earlier.of(j, self.terms.buffer, self.reach)
                found = [i for pool, reach in pools if (i := self._last(j, pool, reach)) is not None]
                if found:
                    yield max(found, key=lambda i: (self.timed[i].end, self.timed[i].key)), j

    def _next(self, i: int, pool: _Pool, reach: timedelta) -> int | None:
        places, starts = pool
        end = self.timed[i].end
        low = bisect_left(starts, end)
        for at in range(low, min(low + NEAR, len(starts))):
            if starts[at] - end >= reach:
                break
            if self._too_close(i, places[at]):
                return places[at]
        return None

    def _last(self, j: int, pool: _Pool, reach: timedelta) -> int | None:
        places, ends = pool
        start = self.timed[j].start
        last = bisect_right(ends, start) - 1
        for at in range(last, max(last - NEAR, -1), -1):
            if start - ends[at] >= reach:
                break
            if self._too_close(places[at], j):
                return places[at]
        return None

    def _too_close(self, i: int, j: int) -> bool:
        """Of two that stand in the pools of each other, so that findings about one of them are asked for."""
        first, second = self.timed[i], self.timed[j]
        return second.start - first.end < self._needed(i, j) and not first.belongs_to(second)

    def _needed(self, i: int, j: int) -> timedelta:
        """The buffer, which interviews want before and after themselves and other entries do not, and the way."""
        buffer = self.terms.buffer if self.timed[i].interview or self.timed[j].interview else _NO_TIME
        return buffer + self._way(i, j)

    def _way(self, i: int, j: int) -> timedelta:
        """What the way takes: nothing unless both are in person at different places."""
        here, there = self.timed[i].place, self.timed[j].place
        return _NO_TIME if here is None or there is None or here == there else self.travel[j]

    def finding(self, i: int, j: int, more: str, notices: Notices) -> Finding:
        first, second, travel, needed = self.timed[i], self.timed[j], self._way(i, j), self._needed(i, j)
        gap = second.start - first.end
        hard = not first.soft and not second.soft
        move = moves_first((first, second), self.terms)
        pair = f"between {first.label} and {second.label}"
        room = f"The gap {pair} is only {lasting(gap)}" if gap else f"There is no gap {pair}"
        way = f", {lasting(travel)} of that for the way" if travel else ""
        sentence = f"{room}; it should be {lasting(needed)}{way}.{first_move(move)}{more}"
        level: Level = "critical" if hard and gap < travel else "warning"
        notice = notice_of((first, second), move, notices)
        events = (first.o, second.o)
        return Finding("", "tight", level, hard, events, sentence, minutes(gap), minutes(needed), move, notice)

    def others_near(self, i: int, j: int) -> str:
        """How many more lie within the buffer of the interview, as a sentence; what a crowd does not show by pairs."""
        at = i if self.timed[i].interview else j
        if not self.timed[at].interview:
            return ""
        if at not in self.near:
            self.near[at] = self._count_near(self.timed[at])
        count = self.near[at] - (self.timed[j].start - self.timed[i].end < self.terms.buffer)
        if not count:
            return ""
        lie = "more entry lies" if count == 1 else "more entries lie"
        return f" {count} {lie} within {lasting(self.terms.buffer)} of {title(self.timed[at].o)}."

    def _count_near(self, entry: Entry) -> int:
        starts, ends, buffer = self.later.every[1], self.earlier.every[1], self.terms.buffer
        after = bisect_left(starts, entry.end + buffer) - bisect_left(starts, entry.end)
        return after + bisect_right(ends, entry.start) - bisect_right(ends, entry.start - buffer)
