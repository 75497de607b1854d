"""Sessions of one company that follow each other on one day are one loop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from scheduler.model.occurrence import Loop, Occurrence
from scheduler.recognise.text import squeezed

# A lunch may lie between two sessions, an afternoon may not.
LONGEST_BREAK = timedelta(minutes=90)


def loops(occurrences: Iterable[Occurrence]) -> tuple[Loop, ...]:
    """The loops among the occurrences, in order; cancelled and all-day sessions and copies at one time are left out."""
    by_company: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        company = occurrence.interview.company if occurrence.interview is not None else None
        if company and not occurrence.cancelled and not occurrence.all_day:
            by_company[occurrence.owner, squeezed(company)].append(occurrence)
    found = [loop for sessions in by_company.values() if len(sessions) > 1 for loop in _chains(sessions)]
    return tuple(sorted(found, key=lambda loop: (loop.period.start, loop.company)))


def _chains(sessions: list[Occurrence]) -> list[Loop]:
    sessions = sorted(sessions, key=lambda o: (o.occupied.start, o.occupied.end, o.uid, o.recurrence_id or ""))
    chains: list[list[Occurrence]] = []
    for session in sessions:
        if chains and _follows(chains[-1][-1], session):
            chains[-1].append(session)
        else:
            chains.append([session])
    return [_loop(chain) for chain in chains if len(chain) > 1]


def _follows(before: Occurrence, after: Occurrence) -> bool:
    """One starts when the other is over (not during it: that is a collision), on the same local day."""
    pause = after.occupied.start - before.occupied.end
    return timedelta(0) <= pause <= LONGEST_BREAK and _day(before) == _day(after)


def _day(occurrence: Occurrence) -> object:
    zone = occurrence.event.start.zone
    start = occurrence.occupied.start
    return start.date() if zone is None else start.astimezone(zone).date()


def _loop(chain: list[Occurrence]) -> Loop:
    interview = chain[0].interview
    assert interview is not None
    return Loop(interview.company or "", tuple(chain))
