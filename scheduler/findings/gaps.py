"""Gaps that are too tight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from itertools import islice

from scheduler.findings.collisions import notice_of
from scheduler.findings.entry import Entry
from scheduler.findings.moves import moves_first
from scheduler.findings.notice import Notices
from scheduler.findings.place import stated_travel
from scheduler.findings.terms import Terms
from scheduler.findings.words import first_move, lasting, minutes, title
from scheduler.model.finding import Finding, Level

# More pairs than anybody reads: from here on a crowd shows pairs of interviews and nearest neighbours only.
MOST_PAIRS = 2_000
# More pairs of interviews than a machine should write: from here on interviews, too, show their nearest only.
MOST_INTERVIEWS = 20_000
# So many comparisons are made for all; after them each search for a neighbour makes NEAR at most.
MOST_STEPS = 1_000_000
NEAR = 200
_NO_TIME = timedelta()
# How bad a pair is: there is enough time; too little, but no way; too little with a way; too little even for the way
# alone, and nothing about it is uncertain.
_ENOUGH, _FINE, _LATE, _IMPOSSIBLE = range(-1, 3)
# Entries of one kind by their places, in the order of their starts or ends, and those.
_Pool = tuple[Sequence[int], Sequence[datetime]]


def tight_gaps(entries: Sequence[Entry], terms: Terms, notices: Notices) -> Iterator[Finding]:
    """Every pair with too little time in between.

    In a crowd, every pair of interviews; beside them for an interview, on either side, the nearest entry, and for each
    entry that findings are asked for the nearest with a way in between and the nearest that leaves too little time for
    that way; and of an interview how many more lie near it.
    """
    gaps = _Gaps(entries, terms)
    pairs = list(islice(gaps.pairs(), MOST_PAIRS + 1))
    crowd = len(pairs) > MOST_PAIRS or gaps.steps > MOST_STEPS
    if crowd:
        pairs = list(dict.fromkeys((*gaps.of_interviews(), *gaps.nearest_after(), *gaps.nearest_before())))
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

    def of_nearest(self, i: int, buffer: timedelta, reach: timedelta) -> list[tuple[_Pool, timedelta]]:
        """The same for the nearest of an entry; the buffer is the interview's, which names and counts who takes it."""
        return self.of(i, buffer, reach)[0 if self.timed[i].interview else 1 :]


class _Gaps:
    """Pairs of entries, by their places in `timed` (sorted by start), between which the time is too short."""

    def __init__(self, entries: Sequence[Entry], terms: Terms) -> None:
        self.terms = terms
        self.timed = timed = [e for e in entries if not e.o.all_day and e.end > e.start]
        self.stated = [None if e.place is None else stated_travel(e.o) for e in timed]
        self.travel = [stated or terms.travel for stated in self.stated]
        self.reach = terms.buffer + max(self.travel, default=terms.travel)
        starts, ends = [e.start for e in timed], [e.end for e in timed]
        self.later = _Pools(timed, range(len(timed)), starts)
        self.earlier = _Pools(timed, sorted(range(len(timed)), key=lambda i: (ends[i], timed[i].key)), ends)
        led_to = [i for i, stated in enumerate(self.stated) if stated]
        self.led_to, self.interviews_led_to = (
            (kept, [starts[i] for i in kept]) for kept in (led_to, [i for i in led_to if timed[i].interview])
        )
        self.near: dict[int, str] = {}
        self.steps = 0

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All of them; ends early, with `steps` over MOST_STEPS, where there is too much to compare."""
        for i, entry in enumerate(self.timed):
            found: set[int] = set()
            pools = self.later.of(i, self.terms.buffer, self.reach) + self._led_to_from(i)
            for (places, starts), reach in pools:
                low = bisect_left(starts, entry.end)
                found.update(places[low : bisect_left(starts, entry.end + reach, low)])
            self.steps += len(found)
            if self.steps > MOST_STEPS:
                return
            yield from ((i, j) for j in sorted(found) if self._kind(i, j) > _ENOUGH)

    def of_interviews(self) -> list[tuple[int, int]]:
        """Every pair of two interviews; none where they are too many."""
        places, starts = self.later.interviews
        found: list[tuple[int, int]] = []
        for i in places:
            end = self.timed[i].end
            low = bisect_left(starts, end)
            near = places[low : bisect_left(starts, end + self.reach, low)]
            found += [(i, j) for j in near if self._kind(i, j) > _ENOUGH]
            if len(found) > MOST_INTERVIEWS:
                return []
        return found

    def nearest_after(self) -> Iterator[tuple[int, int]]:
        self.steps = 0
        for i, entry in enumerate(self.timed):
            if entry.wanted:
                pools = self.later.of_nearest(i, self.terms.buffer, self.reach) + self._led_to_from(i)
                for (places, starts), reach in pools:
                    low = bisect_left(starts, entry.end)
                    near = range(low, bisect_left(starts, entry.end + reach, low))
                    yield from self._nearest(entry, ((i, places[at]) for at in near))

    def nearest_before(self) -> Iterator[tuple[int, int]]:
        self.steps = 0
        for j, entry in enumerate(self.timed):
            if entry.wanted:
                pools = self.earlier.of_nearest(j, self.terms.buffer, self.reach)
                if self.stated[j]:
                    pools.append((self.earlier.every, self.reach))
                for (places, ends), reach in pools:
                    high = bisect_right(ends, entry.start)
                    near = range(high - 1, bisect_right(ends, entry.start - reach, 0, high) - 1, -1)
                    yield from self._nearest(entry, ((places[at], j) for at in near))

    def _nearest(self, entry: Entry, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Of the pairs of one entry, by their distance: the first that is too close, and the first of each worse kind.

        Something nearer must not hide a way that is too short, nor that one a journey that cannot be made.
        """
        worst = _FINE if entry.place is None else _LATE if entry.soft else _IMPOSSIBLE
        shown = _ENOUGH
        for steps, (i, j) in enumerate(pairs):
            if self.steps > MOST_STEPS and steps >= NEAR:
                return
            self.steps += 1
            kind = self._kind(i, j)
            if kind > shown:
                yield i, j
                if kind == worst:
                    return
                shown = kind

    def _kind(self, i: int, j: int) -> int:
        """How bad a pair is, of two that stand in the pools of each other: findings about one of them are asked for.

        Interviews want the buffer before and after themselves, other entries do not.
        """
        first, second = self.timed[i], self.timed[j]
        gap, way = second.start - first.end, self._way(i, j)
        if gap >= (way + self.terms.buffer if first.interview or second.interview else way):
            return _ENOUGH
        if first.belongs_to(second):
            return _ENOUGH
        if not way:
            return _FINE
        return _LATE if gap >= way or first.soft or second.soft else _IMPOSSIBLE

    def _led_to_from(self, i: int) -> list[tuple[_Pool, timedelta]]:
        """What says itself how long the way to it takes can be too near to an entry without a place."""
        if self.timed[i].place is not None or not self.led_to[0]:
            return []
        return [(self.led_to if self.timed[i].wanted else self.interviews_led_to, self.reach)]

    def _way(self, i: int, j: int) -> timedelta:
        """What the way takes: nothing unless both are in person at different places, or the second states it."""
        here, there = self.timed[i].place, self.timed[j].place
        if here is None:
            return self.stated[j] or _NO_TIME
        return _NO_TIME if there is None or here == there else self.travel[j]

    def finding(self, i: int, j: int, more: str, notices: Notices) -> Finding:
        first, second, travel = self.timed[i], self.timed[j], self._way(i, j)
        needed = travel + self.terms.buffer if first.interview or second.interview else travel
        gap = second.start - first.end
        hard = not first.soft and not second.soft
        sides = (first, second)
        move = moves_first(sides, self.terms)
        pair = f"between {first.label} and {second.label}"
        room = f"The gap {pair} is only {lasting(gap)}" if gap else f"There is no gap {pair}"
        way = f", {lasting(travel)} of that for the way" if travel else ""
        sentence = f"{room}; it should be {lasting(needed)}{way}.{first_move(move, self.terms.now)}{more}"
        level: Level = "critical" if hard and gap < travel else "warning"
        notice = notice_of(sides, move, notices)
        events = (first.o, second.o)
        return Finding("", "tight", level, hard, events, sentence, minutes(gap), minutes(needed), move, notice)

    @cached_property
    def counts(self) -> _Near:
        """Only a crowd needs them."""
        return _Near(self.timed, self.travel, self.terms.buffer)

    def others_near(self, i: int, j: int) -> str:
        """How many more are too near to the interview, as a sentence; what a crowd does not show by pairs."""
        at = i if self.timed[i].interview else j
        if not self.timed[at].interview:
            return ""
        if at not in self.near:
            self.near[at] = self._others(at)
        return self.near[at]

    def _others(self, at: int) -> str:
        within, on_the_way = self.counts.within(self.timed[at]), self.counts.on_the_way(self.timed[at], self.travel[at])
        count = within + on_the_way - 1
        if count <= 0:
            return ""
        lie = "more entry lies" if count == 1 else "more entries lie"
        way = ", or too near for the way" if on_the_way else ""
        return f" {count} {lie} within {lasting(self.terms.buffer)} of {title(self.timed[at].o)}{way}."


class _Near:
    """How many entries are too near to an interview; counted without looking at each of them."""

    def __init__(self, timed: Sequence[Entry], travel: Sequence[timedelta], buffer: timedelta) -> None:
        self.buffer = buffer
        self.every = _Times(timed, travel)
        by_place: dict[str, list[int]] = {}
        for i, entry in enumerate(timed):
            if entry.place is not None:
                by_place.setdefault(entry.place, []).append(i)
        placed = [i for found in by_place.values() for i in found]
        self.placed = _Times([timed[i] for i in placed], [travel[i] for i in placed])
        self.at = {
            place: _Times([timed[i] for i in found], [travel[i] for i in found]) for place, found in by_place.items()
        }

    def within(self, entry: Entry) -> int:
        """Those within the buffer."""
        starts, ends, buffer = self.every.starts, self.every.ends, self.buffer
        after = bisect_left(starts, entry.end + buffer) - bisect_left(starts, entry.end)
        return after + bisect_right(ends, entry.start) - bisect_right(ends, entry.start - buffer)

    def on_the_way(self, entry: Entry, travel: timedelta) -> int:
        """Those beyond the buffer that leave too little time for the way, `travel` where it leads to the entry."""
        if entry.place is None:
            return 0
        before, after = entry.start - self.buffer, entry.end + self.buffer
        return self.placed.on_the_way(before, after, travel) - self.at[entry.place].on_the_way(before, after, travel)


class _Times:
    """Starts, ends and when one has to leave for the start, each in order."""

    def __init__(self, timed: Sequence[Entry], travel: Sequence[timedelta]) -> None:
        self.starts = sorted(e.start for e in timed)
        self.ends = sorted(e.end for e in timed)
        self.leaves = sorted(e.start - way for e, way in zip(timed, travel, strict=True))

    def on_the_way(self, before: datetime, after: datetime, travel: timedelta) -> int:
        """How many end less than `travel` before, or have to be left for before `after` and start then or later."""
        ending = bisect_right(self.ends, before) - bisect_right(self.ends, before - travel)
        return ending + bisect_left(self.leaves, after) - bisect_left(self.starts, after)
