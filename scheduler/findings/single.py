"""Findings about one interview by itself, and about a day's number of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date
from operator import attrgetter
from zoneinfo import ZoneInfo

from scheduler.findings.hours import employer_hours, outside
from scheduler.findings.notice import Notices
from scheduler.findings.terms import Terms
from scheduler.findings.words import clock, day, is_over, lasting, minutes, names, span, title
from scheduler.model.finding import Finding, Level
from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.time import is_fold, is_gap
from scheduler.timeline.busy import own_answer

_NIGHT = (6, 22)
_BY_END = attrgetter("occupied.end", "key")


def short_notice(
    interviews: Sequence[Occurrence], collisions: Sequence[Finding], terms: Terms, notices: Notices
) -> Iterator[Finding]:
    """Interviews that begin within the notice floor; those that collide are worse off (E10, E11)."""
    soon = [o for o in interviews if 0 < notices.of(o).hours < terms.notice.total_seconds() / 3600]
    troubled = {o.key for f in collisions if f.hard for o in f.events} if soon else set()
    for o in soon:
        notice = notices.of(o)
        left = lasting(o.period.start - terms.now)
        sentence = (
            f"{title(o)} ({span(o, terms.zone)}) begins in {left}; to move it now, telephone (E11), by another way too "
            f"where nobody answers (E12), and say so if it is an emergency (E14)."
        )
        level: Level = "warning" if o.key in troubled else "info"
        yield Finding("", "short_notice", level, False, (o,), sentence, notice=notice)


def outside_hours(interviews: Sequence[Occurrence], terms: Terms, notices: Notices) -> Iterator[Finding]:
    """Outside the user's hours, or the employer's where their zone is known."""
    for o in interviews:
        if o.all_day:
            continue
        reasons = []
        own = outside(o.occupied, terms.hours, terms.zone)
        if own is not None:
            reasons.append(f"{own} by your clock")
        zone_name = o.interview.employer_zone if o.interview is not None else None
        company = terms.company(o)
        own_hours = company is not None and bool(company.hours)
        if zone_name and (own_hours or zone_name != terms.zone.key):
            theirs = outside(o.occupied, employer_hours(company), ZoneInfo(zone_name))
            if theirs is not None:
                reasons.append(f"{theirs} by theirs ({zone_name})")
        if not reasons:
            continue
        hour = o.period.start.astimezone(terms.zone).hour
        night = not _NIGHT[0] <= hour < _NIGHT[1]
        doubt = night and not is_over(o, terms.now)
        advice = " Ask them whether the time zone is right." if doubt else ""
        sentence = f"{title(o)} ({span(o, terms.zone)}) lies {' and '.join(reasons)}, outside working hours.{advice}"
        level: Level = "critical" if night else "warning"
        yield Finding("", "outside_hours", level, False, (o,), sentence, notice=notices.of(o))


def overload(interviews: Sequence[Occurrence], loops: Sequence[Loop], terms: Terms) -> Iterator[Finding]:
    """More interviews in a day than the user wants; a loop counts as one."""
    head = {o.key: loop.sessions[0].key for loop in loops for o in loop.sessions}
    days: dict[date, dict[str, Occurrence]] = defaultdict(dict)
    for o in interviews:
        if not o.all_day:
            days[o.period.start.astimezone(terms.zone).date()].setdefault(head.get(o.key, o.key), o)
    for events in (tuple(d.values()) for d in days.values()):
        if len(events) > terms.per_day:
            when = day(events[0].period.start, terms.zone)
            sentence = f"{when} has {len(events)} interviews; you want at most {terms.per_day} in a day."
            yield Finding("", "overload", "warning", False, events, sentence)


def no_preparation(
    interviews: Sequence[Occurrence],
    taken: Sequence[Occurrence],
    loops: Sequence[Loop],
    crowded: frozenset[str],
    terms: Terms,
) -> Iterator[Finding]:
    """Less free time before an interview than it takes to prepare, where no overlap or tight gap says so already."""
    later_sessions = {o.key for loop in loops for o in loop.sessions[1:]}
    timed = sorted((o for o in taken if not o.all_day and o.occupied.end > o.occupied.start), key=_BY_END)
    ends = [o.occupied.end for o in timed]
    for o in interviews:
        if o.all_day or o.key in later_sessions or o.key in crowded:
            continue
        at = bisect_right(ends, o.period.start - terms.preparation)
        until = bisect_right(ends, o.period.start)
        last = next((timed[i] for i in range(until - 1, at - 1, -1) if timed[i] is not o), None)
        if last is None:
            continue
        gap = o.period.start - last.occupied.end
        sentence = (
            f"{title(o)} ({span(o, terms.zone)}) begins {lasting(gap)} after {title(last)} ends "
            f"({clock(last.occupied.end, terms.zone)}); you want {lasting(terms.preparation)} to prepare."
        )
        yield Finding(
            "", "no_preparation", "info", False, (o, last), sentence, minutes(gap), minutes(terms.preparation)
        )


def ambiguous_time(interviews: Sequence[Occurrence], terms: Terms, notices: Notices) -> Iterator[Finding]:
    """Interviews whose moment depends on an assumption: no zone, an unknown zone, or an edge of summer time."""
    for o in interviews:
        start = o.event.start
        zone = start.zone or terms.zone
        if start.is_date:
            continue
        local = o.period.start.astimezone(zone).replace(tzinfo=None)
        if start.zone is None and start.tzid:
            reason = f"its time zone '{start.tzid[:40]}' is unknown; yours was assumed"
        elif start.zone is None:
            reason = "its invitation names no time zone; yours was assumed"
        elif o.event.zone_note == "X-WR-TIMEZONE":
            reason = "its invitation names no time zone; the calendar's was assumed"
        elif zone is not UTC and (is_gap(start.wall, zone) or is_fold(local, zone)):
            reason = "the clocks change at that hour"
        else:
            continue
        advice = "" if is_over(o, terms.now) else " Ask them to confirm the time."
        sentence = f"{title(o)} ({span(o, terms.zone)}): {reason}.{advice}"
        yield Finding("", "ambiguous_time", "warning", False, (o,), sentence, notice=notices.of(o))


def unanswered(interviews: Sequence[Occurrence], terms: Terms, notices: Notices) -> Iterator[Finding]:
    """Invitations to interviews that still wait for the answer of whose calendar it is."""
    for o in interviews:
        me = terms.addresses(o)
        if o.period.start > terms.now and own_answer(o.event, me) == "NEEDS-ACTION" and not _answered_in_a_copy(o, me):
            who = f"{o.owner} has" if o.owner else "You have"
            sentence = f"{who} not answered the invitation to {title(o)} ({span(o, terms.zone)})."
            yield Finding("", "unanswered", "warning", False, (o,), sentence, notice=notices.of(o))


def _answered_in_a_copy(o: Occurrence, me: frozenset[str]) -> bool:
    """The scheduling system's invitation and the recruiter's are one: an answer to either is an answer."""
    return any(own_answer(c.event, me) not in (None, "NEEDS-ACTION") for c in o.copies)


def duplicates(interviews: Sequence[Occurrence], terms: Terms) -> Iterator[Finding]:
    """One interview that stands in the calendars more than once."""
    for o in interviews:
        if o.copies:
            sentence = f"{names((o,), terms.zone)} also stands as {names(o.copies, terms.zone)}; it counts once."
            yield Finding("", "duplicate", "info", False, (o, *o.copies), sentence)
