"""Overlaps and gaps that are too tight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from scheduler.findings.moves import moves_first
from scheduler.findings.notice import notice_for
from scheduler.findings.place import place_of, stated_travel, travel_between
from scheduler.findings.sweep import groups
from scheduler.findings.terms import Terms
from scheduler.findings.words import first_move, lasting, minutes, names, span, title, titles
from scheduler.model.finding import Finding, Level, Move, Notice
from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.time import Period

# More pairs than anybody reads: from here on a crowd shows its nearest neighbours only.
MOST_PAIRS = 2_000
MOST_STEPS = 1_000_000
NEAR = 200
Wanted = Callable[[Occurrence], bool]
Together = Callable[[Occurrence, Occurrence], bool]


def soft(o: Occurrence) -> bool:
    """One side of a soft conflict: tentative, unanswered or an all-day entry."""
    return o.all_day or o.busy == "tentative"


def overlaps(taken: Sequence[Occurrence], wanted: Wanted, same_loop: Together, terms: Terms) -> Iterator[Finding]:
    """Hard overlaps, soft overlaps, and all-day entries over interviews; each group is one finding."""
    timed = [o for o in taken if not o.all_day]
    for group in groups((o for o in timed if not soft(o)), wanted):
        if not _one_loop(group, same_loop):
            yield _overlap(group, True, terms)
    for group in groups(timed, wanted):
        if any(soft(o) for o in group) and not _one_loop(group, same_loop):
            yield _overlap(group, False, terms)
    yield from _all_day(taken, timed, wanted, terms)


def _one_loop(group: Sequence[Occurrence], same_loop: Together) -> bool:
    return all(same_loop(group[0], o) for o in group[1:])


def _overlap(group: Sequence[Occurrence], hard: bool, terms: Terms) -> Finding:
    events = tuple(sorted(group, key=lambda o: (o.period.start, o.key)))
    shared = min(o.occupied.end for o in events) - max(o.occupied.start for o in events)
    move = moves_first(events, terms)
    verb = "overlap" if hard else "may overlap (one side is not certain)"
    how = f"by {lasting(shared)}" if shared > timedelta() else "one after the other"
    sentence = f"{names(events, terms.zone)} {verb} {how}.{first_move(move)}"
    level: Level = "critical" if hard else "warning"
    return Finding(
        "", "overlap", level, hard, events, sentence, -max(minutes(shared), 0), 0, move, _notice(events, move, terms)
    )


def _all_day(
    taken: Sequence[Occurrence], timed: Sequence[Occurrence], wanted: Wanted, terms: Terms
) -> Iterator[Finding]:
    """What lies under all-day entries: a stated choice, since few of them need the hour.

    One finding for those that cover the same days: by the entry, a full calendar would say everything many times.
    """
    starts = [o.occupied.start for o in timed]
    longest = max((o.occupied.length for o in timed), default=timedelta())
    covers: dict[tuple[Period, bool], list[Occurrence]] = defaultdict(list)
    for whole in (o for o in taken if o.all_day):
        covers[whole.occupied, wanted(whole)].append(whole)
    for (days, itself), wholes in covers.items():
        low = bisect_left(starts, days.start - longest)
        high = bisect_left(starts, days.end)
        under = [o for o in timed[low:high] if o.occupied.overlaps(days) and o.occupied.length]
        under = under if itself else [o for o in under if wanted(o)]
        if under:
            events = (*wholes, *under)
            which = f"entry {title(wholes[0])} lies" if len(wholes) == 1 else f"entries {titles(wholes)} lie"
            sentence = f"The all-day {which} over {names(under, terms.zone)}; all-day entries count as soft."
            yield Finding("", "overlap", "info", False, events, sentence, None, 0, None, _notice(events, None, terms))


def tight_gaps(taken: Sequence[Occurrence], wanted: Wanted, same_loop: Together, terms: Terms) -> Iterator[Finding]:
    """Every pair with too little time in between; in a crowd, for each entry only its nearest neighbours."""
    gaps = _Gaps(taken, wanted, same_loop, terms)
    pairs = list(islice(gaps.pairs(), MOST_PAIRS + 1))
    if len(pairs) > MOST_PAIRS or gaps.steps > MOST_STEPS:
        pairs = list(dict.fromkeys((*gaps.nearest_after(), *gaps.nearest_before())))
    for first, second in pairs:
        yield _tight(gaps.timed[first], gaps.timed[second], terms)


class _Gaps:
    """Pairs of entries, by their places in `timed` (sorted by start), between which the time is too short."""

    def __init__(self, taken: Sequence[Occurrence], wanted: Wanted, same_loop: Together, terms: Terms) -> None:
        self.timed = [o for o in taken if not o.all_day and o.occupied.length]
        self.marks = [wanted(o) for o in self.timed]
        self.buffered = [o.interview is not None for o in self.timed]
        self.places = [place_of(o) for o in self.timed]
        self.same_loop, self.terms = same_loop, terms
        self.reach = terms.buffer + max((terms.travel, *(stated_travel(o) or timedelta() for o in self.timed)))
        every = range(len(self.timed))
        self.starts = [o.occupied.start for o in self.timed]
        self.pools = {
            "every": every,
            "buffered": [i for i in every if self.buffered[i]],
            "placed": [i for i in every if self.places[i] is not None],
        }
        self.pool_starts = {name: [self.starts[i] for i in pool] for name, pool in self.pools.items()}
        self.steps = 0

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All of them; ends early, with `steps` over MOST_STEPS, where there is too much to compare."""
        for i in range(len(self.timed)):
            yield from self._after(i, MOST_STEPS)
            if self.steps > MOST_STEPS:
                return

    def nearest_after(self) -> Iterator[tuple[int, int]]:
        return (pair for i in range(len(self.timed)) if (pair := next(self._after(i, NEAR), None)) is not None)

    def nearest_before(self) -> Iterator[tuple[int, int]]:
        order = sorted(range(len(self.timed)), key=lambda i: (self.timed[i].occupied.end, self.timed[i].key))
        ends = [self.timed[i].occupied.end for i in order]
        for i, start in enumerate(self.starts):
            last = bisect_right(ends, start)
            before = (order[at] for at in range(last - 1, max(last - NEAR, 0) - 1, -1) if start - ends[at] < self.reach)
            if (first := next((j for j in before if self._too_close(j, i)), None)) is not None:
                yield first, i

    def _after(self, i: int, most: int) -> Iterator[tuple[int, int]]:
        found = self._following(i, "every" if self.buffered[i] else "buffered", self.terms.buffer, most)
        if self.places[i] is not None:
            found = sorted({*found, *self._following(i, "placed", self.reach, most)})
        self.steps += len(found)
        return ((i, j) for j in found if self._too_close(i, j))

    def _following(self, i: int, pool: str, reach: timedelta, most: int) -> list[int]:
        """The first `most` entries of a pool that start within `reach` after the end of an entry."""
        end, starts = self.timed[i].occupied.end, self.pool_starts[pool]
        low = bisect_left(starts, end)
        return list(self.pools[pool][low : min(bisect_left(starts, end + reach), low + most)])

    def _too_close(self, i: int, j: int) -> bool:
        if not (self.marks[i] or self.marks[j]):
            return False
        gap = self.starts[j] - self.timed[i].occupied.end
        needed = self.terms.buffer if self.buffered[i] or self.buffered[j] else timedelta()
        here, there = self.places[i], self.places[j]
        if gap >= needed and here is not None and there is not None and here != there:
            needed += travel_between(self.timed[i], self.timed[j], self.terms.travel)
        return gap < needed and not self.same_loop(self.timed[i], self.timed[j])


def buffer_of(o: Occurrence, terms: Terms) -> timedelta:
    """The free time that an entry wants before and after itself: interviews the buffer, other entries none."""
    return terms.buffer if o.interview is not None else timedelta()


def _tight(first: Occurrence, second: Occurrence, terms: Terms) -> Finding:
    gap = second.occupied.start - first.occupied.end
    travel = travel_between(first, second, terms.travel)
    needed = max(buffer_of(first, terms), buffer_of(second, terms)) + travel
    hard = not soft(first) and not soft(second)
    move = moves_first((first, second), terms)
    pair = f"between {title(first)} ({span(first, terms.zone)}) and {title(second)} ({span(second, terms.zone)})"
    room = f"The gap {pair} is only {lasting(gap)}" if gap else f"There is no gap {pair}"
    way = f", {lasting(travel)} of that for the way" if travel else ""
    sentence = f"{room}; it should be {lasting(needed)}{way}.{first_move(move)}"
    level: Level = "critical" if hard and gap < travel else "warning"
    events = (first, second)
    return Finding(
        "",
        "tight",
        level,
        hard,
        events,
        sentence,
        minutes(gap),
        minutes(needed),
        move,
        _notice(events, move, terms),
    )


def _notice(events: Sequence[Occurrence], move: Move | None, terms: Terms) -> Notice | None:
    """The notice of the interview that would move, else of the first one concerned."""
    if move is not None and move.occurrence.interview is not None:
        return notice_for(move.occurrence, terms)
    interviews = [o for o in events if o.interview is not None]
    return notice_for(min(interviews, key=lambda o: (o.period.start, o.key)), terms) if interviews else None


def loop_index(loops: Sequence[Loop]) -> Together:
    """Whether two entries are sessions of one loop."""
    member = {o.key: i for i, loop in enumerate(loops) for o in loop.sessions}

    def together(one: Occurrence, other: Occurrence) -> bool:
        return one.key in member and member[one.key] == member.get(other.key)

    return together
