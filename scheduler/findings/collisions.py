"""Overlaps and gaps that are too tight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from scheduler.findings.moves import moves_first
from scheduler.findings.notice import notice_for
from scheduler.findings.place import travel_between
from scheduler.findings.sweep import groups
from scheduler.findings.terms import Terms
from scheduler.findings.words import first_move, lasting, minutes, names, span, title
from scheduler.model.finding import Finding, Level, Move, Notice
from scheduler.model.occurrence import Loop, Occurrence

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
    return Finding("", "overlap", level, hard, events, sentence, -minutes(shared), 0, move, _notice(events, move, terms))


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
    """For each entry the nearest that follows it too closely; entries of one loop belong together."""
    timed = [o for o in taken if not o.all_day and o.occupied.length]
    starts = [o.occupied.start for o in timed]
    by_end = sorted(range(len(timed)), key=lambda i: (timed[i].occupied.end, timed[i].key))
    ends = [timed[i].occupied.end for i in by_end]
    reach = terms.buffer + max((terms.travel, *(_stated(o) for o in timed)))
    found: dict[tuple[str, str], Finding] = {}
    for first in timed:
        at = bisect_left(starts, first.occupied.end)
        while at < len(timed) and starts[at] - first.occupied.end < reach:
            second = timed[at]
            if (wanted(first) or wanted(second)) and not same_loop(first, second):
                finding = _tight(first, second, terms)
                if finding is not None:
                    found[first.key, second.key] = finding
                    break
            at += 1
    for second in timed:
        at = bisect_left(ends, second.occupied.start + timedelta(microseconds=1)) - 1
        while at >= 0 and second.occupied.start - ends[at] < reach:
            first = timed[by_end[at]]
            if first is not second and (wanted(first) or wanted(second)) and not same_loop(first, second):
                finding = _tight(first, second, terms)
                if finding is not None:
                    found.setdefault((first.key, second.key), finding)
                    break
            at -= 1
    yield from found.values()


def _stated(o: Occurrence) -> timedelta:
    from scheduler.findings.place import stated_travel

    return stated_travel(o) or timedelta()


def buffer_of(o: Occurrence, terms: Terms) -> timedelta:
    """The free time that an entry wants before and after itself: interviews the buffer, other entries none."""
    return terms.buffer if o.interview is not None else timedelta()


def _tight(first: Occurrence, second: Occurrence, terms: Terms) -> Finding | None:
    gap = second.occupied.start - first.occupied.end
    if gap < timedelta():
        return None
    travel = travel_between(first, second, terms.travel)
    needed = max(buffer_of(first, terms), buffer_of(second, terms)) + travel
    if gap >= needed:
        return None
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
