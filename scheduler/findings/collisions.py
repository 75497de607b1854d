"""Overlaps and gaps that are too tight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from scheduler.findings.moves import moves_first
from scheduler.findings.notice import notice_for
from scheduler.findings.place import travel_between
from scheduler.findings.sweep import groups
from scheduler.findings.terms import Terms
from scheduler.findings.words import first_move, lasting, minutes, names, span, title
from scheduler.model.finding import Finding, Level, Move, Notice
from scheduler.model.occurrence import Loop, Occurrence

# More pairs than anybody reads: from here on a crowd shows its nearest neighbours only.
MOST_PAIRS = 2_000
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
    sentence = f"{names(events, terms.zone)} {verb} by {lasting(shared)}.{first_move(move)}"
    level: Level = "critical" if hard else "warning"
    return Finding(
        "", "overlap", level, hard, events, sentence, -minutes(shared), 0, move, _notice(events, move, terms)
    )


def _all_day(
    taken: Sequence[Occurrence], timed: Sequence[Occurrence], wanted: Wanted, terms: Terms
) -> Iterator[Finding]:
    """One finding for each all-day entry with what lies under it: a stated choice, since few of them need the hour."""
    starts = [o.occupied.start for o in timed]
    longest = max((o.occupied.length for o in timed), default=timedelta())
    for whole in (o for o in taken if o.all_day):
        low = bisect_left(starts, whole.occupied.start - longest)
        high = bisect_left(starts, whole.occupied.end)
        under = [o for o in timed[low:high] if o.occupied.overlaps(whole.occupied) and o.occupied.length]
        under = under if wanted(whole) else [o for o in under if wanted(o)]
        if under:
            events = (whole, *under)
            sentence = (
                f"The all-day entry {title(whole)} lies over {names(under, terms.zone)}; all-day entries count as soft."
            )
            yield Finding("", "overlap", "info", False, events, sentence, None, 0, None, _notice(events, None, terms))


def tight_gaps(taken: Sequence[Occurrence], wanted: Wanted, same_loop: Together, terms: Terms) -> Iterator[Finding]:
    """Every pair with too little time in between; in a crowd, for each entry only its nearest neighbours."""
    gaps = _Gaps(taken, wanted, same_loop, terms)
    pairs = list(islice(gaps.pairs(), MOST_PAIRS + 1))
    if len(pairs) > MOST_PAIRS:
        pairs = list(dict.fromkeys((*gaps.nearest_after(), *gaps.nearest_before())))
    for first, second in pairs:
        yield _tight(gaps.timed[first], gaps.timed[second], terms)


class _Gaps:
    """Pairs of entries, by their places in `timed` (sorted by start), between which the time is too short."""

    def __init__(self, taken: Sequence[Occurrence], wanted: Wanted, same_loop: Together, terms: Terms) -> None:
        self.timed = [o for o in taken if not o.all_day and o.occupied.length]
        self.marks = [wanted(o) for o in self.timed]
        self.same_loop, self.terms = same_loop, terms
        self.reach = terms.buffer + max((terms.travel, *(_stated(o) for o in self.timed)))
        every = range(len(self.timed))
        self.by_start = (every, [o.occupied.start for o in self.timed])
        some = [i for i in every if self.marks[i]]
        self.marked_by_start = (some, [self.timed[i].occupied.start for i in some])

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All of them."""
        for i in range(len(self.timed)):
            yield from self._after(i)

    def _after(self, i: int) -> Iterator[tuple[int, int]]:
        end = self.timed[i].occupied.end
        order, starts = self.by_start if self.marks[i] else self.marked_by_start
        for at in range(bisect_left(starts, end), len(order)):
            if starts[at] - end >= self.reach:
                return
            if self._too_close(i, order[at]):
                yield i, order[at]

    def nearest_after(self) -> Iterator[tuple[int, int]]:
        return (pair for i in range(len(self.timed)) if (pair := next(self._after(i), None)) is not None)

    def nearest_before(self) -> Iterator[tuple[int, int]]:
        order = sorted(range(len(self.timed)), key=lambda i: (self.timed[i].occupied.end, self.timed[i].key))
        ends = [self.timed[i].occupied.end for i in order]
        for i, second in enumerate(self.timed):
            start = second.occupied.start
            for at in range(bisect_right(ends, start) - 1, -1, -1):
                if start - ends[at] >= self.reach:
                    break
                first = order[at]
                if (self.marks[first] or self.marks[i]) and self._too_close(first, i):
                    yield first, i
                    break

    def _too_close(self, i: int, j: int) -> bool:
        first, second = self.timed[i], self.timed[j]
        gap = second.occupied.start - first.occupied.end
        buffer = max(buffer_of(first, self.terms), buffer_of(second, self.terms))
        close = gap < buffer or gap < buffer + travel_between(first, second, self.terms.travel)
        return close and not self.same_loop(first, second)


def _stated(o: Occurrence) -> timedelta:
    from scheduler.findings.place import stated_travel

    return stated_travel(o) or timedelta()


def buffer_of(o: Occurrence, terms: Terms) -> timedelta:
    """The free time that an entry wants before and after itself: interviews the buffer, other entries none."""
    return terms.buffer if o.interview is not None else timedelta()


def _tight(first: Occurrence, second: Occurrence, terms: Terms) -> Finding:
    gap = second.occupied.start - first.occupied.end
    travel = travel_between(first, second, terms.travel)
    needed = max(buffer_of(first, terms), buffer_of(second, terms)) + travel
    hard = not soft(first) and not soft(second)
    move = moves_first((first, second), terms)
    way = f", {minutes(travel)} of them for the way" if travel else ""
    room = f"only {lasting(gap)} lie" if gap else "no time lies"
    sentence = (
        f"Between {title(first)} ({span(first, terms.zone)}) and {title(second)} ({span(second, terms.zone)}) {room}; "
        f"{minutes(needed)} minutes are needed{way}.{first_move(move)}"
    )
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
